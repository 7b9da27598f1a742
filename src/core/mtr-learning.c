/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has learnt and handed in. Which rules hold depends on the day
 * of registration; the minutes on protection are among the others, never on
 * top of them; and a date that was put off is never asked why (product.md,
 * rule 7; domain-facts.md, 4.1).
 */

#include "mtr-learning.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"

#include <string.h>

/**
 * mtr_learning_get_regime:
 * @pack: a pack
 * @snapshot: the people
 * @person_id: whose learning
 *
 * Returns: (transfer none) (nullable): what is asked of it; %NULL where nothing is, or where the day of registration is
 *   not known and decides
 */
const MtrRegime *
mtr_learning_get_regime (MtrPack     *pack,
                         MtrSnapshot *snapshot,
                         gint64       person_id)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);

  return mtr_pack_find_regime (pack, person != NULL ? mtr_record_get_text (person, MTR_PERSON_REGISTERED_ON) : NULL);
}

/**
 * mtr_learning_list_records:
 * @snapshot: a pairing with the learning records of its mentees
 * @person_id: whose
 *
 * Returns: (transfer container) (element-type MtrRecord): the learning records that have a date; one without is a
 *   thought that has not happened yet
 */
GPtrArray *
mtr_learning_list_records (MtrSnapshot *snapshot,
                           gint64       person_id)
{
  GPtrArray *records = mtr_snapshot_list_where (snapshot, MTR_KIND_LEARNING_RECORD, MTR_LEARNING_RECORD_PERSON_ID,
                                                person_id);

  for (guint i = records->len; i > 0; i--)
    if (!mtr_record_is_set (g_ptr_array_index (records, i - 1), MTR_LEARNING_RECORD_HELD_ON))
      g_ptr_array_remove_index (records, i - 1);

  return records;
}

/* The minutes on protection are among all minutes, never on top of them (product.md, rule 7). */
static void
add_minutes (MtrRecord *record,
             gint64    *minutes,
             gint64    *protection)
{
  gint64 whole = MAX (mtr_record_get_number (record, MTR_LEARNING_RECORD_MINUTES), 0);

  *minutes += whole;
  *protection += CLAMP (mtr_record_get_number (record, MTR_LEARNING_RECORD_PROTECTION_MINUTES), 0, whole);
}

/* A statement stands for its area. */
static gboolean
is_about_area (MtrPack    *pack,
               MtrRecord  *record,
               const char *area)
{
  GPtrArray *standards = mtr_pack_get_standards (pack);
  const char *codes = mtr_record_get_text (record, MTR_LEARNING_RECORD_STANDARDS);

  for (guint i = 0; codes != NULL && i < standards->len; i++)
    {
      const MtrStandard *standard = g_ptr_array_index (standards, i);

      if (g_str_equal (standard->area, area) && mtr_rules_has_code (codes, standard->code))
        return TRUE;
    }

  return FALSE;
}

/**
 * mtr_learning_sum_minutes:
 * @snapshot: a pairing with the learning records of its mentees
 * @person_id: whose
 * @protection: (out) (optional): how many of them were on protection, in minutes
 *
 * Returns: how long somebody has learnt, in minutes, those on protection included
 */
int
mtr_learning_sum_minutes (MtrSnapshot *snapshot,
                          gint64       person_id,
                          int         *protection)
{
  g_autoptr (GPtrArray) records = mtr_learning_list_records (snapshot, person_id);
  gint64 minutes = 0, part = 0;

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      add_minutes (record, &minutes, &part);
    }
  if (protection != NULL)
    *protection = (int) CLAMP (part, 0, G_MAXINT);

  return (int) MIN (minutes, G_MAXINT);
}

/**
 * mtr_learning_count_in_area:
 * @pack: a pack
 * @snapshot: a pairing with the learning records of its mentees
 * @person_id: whose
 * @area: the code of an area
 *
 * Returns: how many learning records are about the area or one of its statements
 */
guint
mtr_learning_count_in_area (MtrPack     *pack,
                            MtrSnapshot *snapshot,
                            gint64       person_id,
                            const char  *area)
{
  g_autoptr (GPtrArray) records = mtr_learning_list_records (snapshot, person_id);
  guint count = 0;

  for (guint i = 0; i < records->len; i++)
    count += is_about_area (pack, g_ptr_array_index (records, i), area) ? 1 : 0;

  return count;
}

/**
 * mtr_learning_find_submission:
 * @pack: a pack
 * @snapshot: a pairing with the submissions of its mentees
 * @person_id: whose
 *
 * Returns: (transfer none) (nullable): the last submission in that scheme: the one with the greatest number
 */
MtrRecord *
mtr_learning_find_submission (MtrPack     *pack,
                              MtrSnapshot *snapshot,
                              gint64       person_id)
{
  g_autoptr (GPtrArray) submissions = mtr_snapshot_list_where (snapshot, MTR_KIND_SUBMISSION,
                                                               MTR_SUBMISSION_PERSON_ID, person_id);
  MtrRecord *last = NULL;

  for (guint i = 0; i < submissions->len; i++)
    {
      MtrRecord *submission = g_ptr_array_index (submissions, i);
      const char *scheme = mtr_record_get_text (submission, MTR_SUBMISSION_PACK);

      if (scheme != NULL && !g_str_equal (scheme, mtr_pack_get_id (pack)))
        continue;
      if (last == NULL || mtr_record_get_number (submission, MTR_SUBMISSION_NUMBER) >
                          mtr_record_get_number (last, MTR_SUBMISSION_NUMBER))
        last = submission;
    }

  return last;
}

/**
 * mtr_learning_dup_due_on:
 * @pack: a pack
 * @snapshot: a pairing with the submissions of its mentees
 * @person_id: whose
 *
 * Returns: (transfer full) (nullable): the ISO 8601 date by which to hand in: to which it was extended, else what was
 *   written down, else what follows from registration and working time: where nobody said how much somebody works the
 *   shorter time holds, for nobody is harmed by being early; %NULL where nothing is handed in, or the day of registration
 *   is not known, and for what is handed in again, which has no day but the one that is written down
 */
char *
mtr_learning_dup_due_on (MtrPack     *pack,
                         MtrSnapshot *snapshot,
                         gint64       person_id)
{
  const MtrSubmissions *limits = mtr_pack_get_submissions (pack);
  MtrRecord *submission = mtr_learning_find_submission (pack, snapshot, person_id);
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  const char *written = NULL;

  if (limits == NULL)
    return NULL;
  if (submission != NULL)
    {
      written = mtr_record_get_text (submission, MTR_SUBMISSION_EXTENDED_TO);
      if (written == NULL)
        written = mtr_record_get_text (submission, MTR_SUBMISSION_DUE_ON);
    }
  if (written != NULL || person == NULL ||
      (submission != NULL && mtr_record_get_number (submission, MTR_SUBMISSION_NUMBER) > 1))
    return g_strdup (written);

  return mtr_submissions_dup_due_on (limits, mtr_record_get_text (person, MTR_PERSON_REGISTERED_ON),
                                     mtr_record_text_is (person, MTR_PERSON_WORKING_TIME, MTR_WORKING_TIME_PART_TIME));
}

/* An event that was attended is about something before anybody wrote what they learnt from it. Whoever may not read what
 * was written sees only that there is a record. */
static gboolean
is_written_of (MtrPack    *pack,
               GPtrArray  *records,
               const char *area,
               gboolean    reads)
{
  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      if ((!reads || mtr_record_is_set (record, MTR_LEARNING_RECORD_LEARNT)) && is_about_area (pack, record, area))
        return TRUE;
    }

  return FALSE;
}

/**
 * mtr_learning_sum:
 * @pack: the pack of the pairing
 * @snapshot: the person and their learning records
 * @person_id: the person
 * @today: the present date; what is dated later has not been learnt yet
 *
 * Returns: (transfer full): the sums
 */
MtrLearning *
mtr_learning_sum (MtrPack     *pack,
                  MtrSnapshot *snapshot,
                  gint64       person_id,
                  const GDate *today)
{
  MtrLearning *self = g_new0 (MtrLearning, 1);
  g_autoptr (GPtrArray) records = mtr_learning_list_records (snapshot, person_id);
  g_autoptr (GPtrArray) past = g_ptr_array_new ();
  g_autofree char *now = mtr_date_to_iso (today);
  GPtrArray *areas = mtr_pack_get_areas (pack);
  gboolean reads = (mtr_field_get_info (MTR_LEARNING_RECORD_LEARNT)->audience & mtr_snapshot_get_audiences (snapshot)) != 0;
  const char *shared_on = NULL;

  self->regime = mtr_learning_get_regime (pack, snapshot, person_id);
  self->elements_missing = g_ptr_array_new ();
  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      if (strcmp (mtr_record_get_text (record, MTR_LEARNING_RECORD_HELD_ON), now) > 0)
        continue;
      g_ptr_array_add (past, record);
      add_minutes (record, &self->minutes, &self->protection_minutes);
      shared_on = mtr_rules_later (shared_on, mtr_record_get_text (record, MTR_LEARNING_RECORD_SHARED_ON));
    }
  self->shared_on = g_strdup (shared_on);

  self->n_elements = areas->len;
  for (guint i = 0; i < areas->len; i++)
    {
      MtrStandard *area = g_ptr_array_index (areas, i);

      if (!is_written_of (pack, past, area->code, reads))
        g_ptr_array_add (self->elements_missing, area);
    }

  return self;
}

/**
 * mtr_learning_free:
 * @self: (transfer full): the sums
 */
void
mtr_learning_free (MtrLearning *self)
{
  g_ptr_array_unref (self->elements_missing);
  g_free (self->shared_on);
  g_free (self);
}

/**
 * mtr_learning_is_complete:
 * @self: the sums
 *
 * Returns: whether everything that the regime asks for is there; where no regime is known, nothing is known to be missing,
 *   and this is %FALSE all the same
 */
gboolean
mtr_learning_is_complete (const MtrLearning *self)
{
  return self->regime != NULL && self->minutes >= self->regime->minutes &&
         self->protection_minutes >= self->regime->part_minutes &&
         (!self->regime->elements || self->elements_missing->len == 0);
}

/**
 * mtr_learning_list_problems:
 * @record: a learning record
 * @today: the present date
 *
 * Returns: (transfer full) (element-type MtrProblem): what cannot be as it is
 */
GPtrArray *
mtr_learning_list_problems (MtrRecord   *record,
                            const GDate *today)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  gint64 id = mtr_record_get_id (record);
  gint64 minutes = mtr_record_get_number (record, MTR_LEARNING_RECORD_MINUTES);
  gint64 protection = mtr_record_get_number (record, MTR_LEARNING_RECORD_PROTECTION_MINUTES);
  GDate held_on;

  if (mtr_record_get_date (record, MTR_LEARNING_RECORD_HELD_ON, &held_on) && g_date_compare (&held_on, today) > 0)
    g_ptr_array_add (problems, mtr_problem_new (MTR_LEARNING_RECORD_HELD_ON, id, TRUE,
                                                _("This day has not come yet, so it does not count until then.")));
  if (mtr_record_is_set (record, MTR_LEARNING_RECORD_MINUTES) && minutes <= 0)
    g_ptr_array_add (problems, mtr_problem_new (MTR_LEARNING_RECORD_MINUTES, id, FALSE,
                                                _("Learning takes a minute at least. Say how long it was, or leave it empty.")));
  if (protection < 0)
    g_ptr_array_add (problems, mtr_problem_new (MTR_LEARNING_RECORD_PROTECTION_MINUTES, id, FALSE,
                                                _("Less than nothing cannot be. Leave it empty where there was none.")));
  else if (protection > MAX (minutes, 0))
    g_ptr_array_add (problems, mtr_problem_new (MTR_LEARNING_RECORD_PROTECTION_MINUTES, id, FALSE,
                                                _("This is part of the whole time and cannot be longer than it.")));

  return problems;
}

/**
 * mtr_learning_pass_feedback_on:
 * @record: a learning record or a submission, with what the mentor is writing
 * @on: the ISO date of today
 *
 * What was passed on before stays, and what is new comes after it.
 *
 * Returns: (transfer full) (nullable): the change that makes the mentor's draft the feedback; %NULL where nothing is written
 */
MtrChange *
mtr_learning_pass_feedback_on (MtrRecord  *record,
                               const char *on)
{
  gboolean is_record = mtr_record_get_kind (record) == MTR_KIND_LEARNING_RECORD;
  MtrField field = is_record ? MTR_LEARNING_RECORD_MENTOR_FEEDBACK : MTR_SUBMISSION_MENTOR_FEEDBACK;
  MtrField draft = mtr_field_get_draft (field);
  const char *before = mtr_record_get_text (record, field);
  const char *written = mtr_record_get_text (record, draft);
  gint64 id = mtr_record_get_id (record);
  g_autofree char *whole = NULL;
  MtrChange *change;

  if (written == NULL || *written == '\0')
    return NULL;

  whole = before != NULL ? g_strconcat (before, "\n\n", written, NULL) : g_strdup (written);
  change = mtr_change_new (_("pass feedback on"));
  mtr_change_set_text (change, field, id, whole);
  mtr_change_clear (change, draft, id);
  if (!is_record)
    mtr_change_set_text (change, MTR_SUBMISSION_FEEDBACK_GIVEN_ON, id, on);

  return change;
}

/**
 * mtr_learning_new_from_event:
 * @event: an event that the person attended
 * @person_id: the person
 * @id: the id of the new record
 *
 * Returns: (transfer full): a learning record with what the event says; what was learnt is still to be written
 */
MtrRecord *
mtr_learning_new_from_event (MtrRecord *event,
                             gint64     person_id,
                             gint64     id)
{
  static const struct {
    MtrField of_event;
    MtrField of_record;
  } same[] = {
    { MTR_EVENT_HELD_ON,            MTR_LEARNING_RECORD_HELD_ON },
    { MTR_EVENT_MINUTES,            MTR_LEARNING_RECORD_MINUTES },
    { MTR_EVENT_PROTECTION_MINUTES, MTR_LEARNING_RECORD_PROTECTION_MINUTES },
    { MTR_EVENT_STANDARDS,          MTR_LEARNING_RECORD_STANDARDS },
    { MTR_EVENT_TITLE,              MTR_LEARNING_RECORD_TITLE },
  };
  MtrRecord *record = mtr_record_new (MTR_KIND_LEARNING_RECORD, id);

  mtr_record_set_number (record, MTR_LEARNING_RECORD_PERSON_ID, person_id);
  mtr_record_set_number (record, MTR_LEARNING_RECORD_EVENT_ID, mtr_record_get_id (event));
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      if (!mtr_record_is_set (event, same[i].of_event))
        continue;
      if (mtr_field_is_number (same[i].of_event))
        mtr_record_set_number (record, same[i].of_record, mtr_record_get_number (event, same[i].of_event));
      else
        mtr_record_set_text (record, same[i].of_record, mtr_record_get_text (event, same[i].of_event));
    }

  return record;
}
