/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Submissions counted for whoever runs a programme: what was handed in and
 * what became of it in a period, and where everybody stands on the day of the
 * report. A first-time rate is of the first submissions that were decided
 * (product.md, rule 6). Who stands where is said by the same rules as on
 * Today, one person at a time.
 */

#include "mtr-submission-count.h"

#include "mtr-date.h"
#include "mtr-language.h"
#include "mtr-pairing.h"

#include <string.h>

/* Everything that one count is made with. */
typedef struct {
  MtrSnapshot          *snapshot;
  const MtrReportScope *scope;
  const char           *pack;         /* (unowned) (nullable): the scheme of the programme, of what names none */
  char                 *from;         /* (owned) (nullable): ISO dates; NULL: from the beginning */
  char                 *until;        /* (owned) */
  char                 *as_at;        /* (owned) */
  char                 *due_until;    /* (owned): the last day that is near */
  gboolean              has_begun;    /* whether any of the period is over */
  GHashTable           *submissions;  /* (owned) (element-type gint64 GPtrArray): of MtrRecord, by person */
  GHashTable           *learning;     /* (owned): the same of learning records */
} Counting;

static GHashTable *
group_by_person (MtrSnapshot *snapshot,
                 MtrKind      kind,
                 MtrField     person_field)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, kind); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (snapshot, kind, i);
      gint64 person_id = mtr_record_get_number (record, person_field);
      GPtrArray *group = g_hash_table_lookup (groups, &person_id);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_memdup2 (&person_id, sizeof person_id), group);
        }
      g_ptr_array_add (group, record);
    }

  return groups;
}

static void
counting_init (Counting             *self,
               MtrSnapshot          *snapshot,
               const MtrReportScope *scope)
{
  GDate day = scope->as_at;

  self->snapshot = snapshot;
  self->scope = scope;
  self->pack = mtr_snapshot_count (snapshot, MTR_KIND_PROGRAMME) > 0
               ? mtr_record_get_text (mtr_snapshot_nth (snapshot, MTR_KIND_PROGRAMME, 0), MTR_PROGRAMME_PACK) : NULL;
  self->as_at = mtr_date_to_iso (&scope->as_at);
  g_date_add_days (&day, MTR_SUBMISSION_DUE_DAYS);
  self->due_until = mtr_date_to_iso (&day);
  self->has_begun = mtr_report_scope_get_until (scope, &day);
  self->until = mtr_date_to_iso (&day);
  self->from = g_date_valid (&scope->from) ? mtr_date_to_iso (&scope->from) : NULL;
  self->submissions = group_by_person (snapshot, MTR_KIND_SUBMISSION, MTR_SUBMISSION_PERSON_ID);
  self->learning = group_by_person (snapshot, MTR_KIND_LEARNING_RECORD, MTR_LEARNING_RECORD_PERSON_ID);
}

static void
counting_clear (Counting *self)
{
  g_free (self->from);
  g_free (self->until);
  g_free (self->as_at);
  g_free (self->due_until);
  g_hash_table_unref (self->submissions);
  g_hash_table_unref (self->learning);
}

static gboolean
is_in_period (Counting   *self,
              const char *on)
{
  return on != NULL && self->has_begun && (self->from == NULL || strcmp (on, self->from) >= 0) &&
         strcmp (on, self->until) <= 0;
}

static gboolean
is_past (Counting   *self,
         const char *on)
{
  return on != NULL && strcmp (on, self->as_at) <= 0;
}

/* Where nobody wrote down when it was decided, it was decided when it was handed in. */
static const char *
get_decided_on (MtrRecord *submission)
{
  const char *decided_on = mtr_record_get_text (submission, MTR_SUBMISSION_DECIDED_ON);

  return decided_on != NULL ? decided_on : mtr_record_get_text (submission, MTR_SUBMISSION_HANDED_IN_ON);
}

static gboolean
is_of_pack (Counting  *self,
            MtrRecord *submission,
            MtrPack   *pack)
{
  const char *id = mtr_record_get_text (submission, MTR_SUBMISSION_PACK);

  return g_strcmp0 (id != NULL ? id : self->pack, mtr_pack_get_id (pack)) == 0;
}

static void
count_period (Counting           *self,
              MtrSubmissionCount *count,
              MtrRecord          *submission)
{
  const struct {
    const char *code;
    guint      *n;
  } outcomes[] = {
    { MTR_OUTCOME_SATISFACTORY, &count->n_satisfactory },
    { MTR_OUTCOME_UNSATISFACTORY, &count->n_unsatisfactory },
    { MTR_OUTCOME_INCOMPLETE, &count->n_incomplete },
  };
  gboolean is_first = mtr_record_get_number (submission, MTR_SUBMISSION_NUMBER) == 1;

  if (is_in_period (self, mtr_record_get_text (submission, MTR_SUBMISSION_HANDED_IN_ON)))
    {
      count->n_handed_in++;
      count->n_handed_in_again += is_first ? 0 : 1;
    }
  if (!is_in_period (self, get_decided_on (submission)))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, outcomes[i].code))
      {
        (*outcomes[i].n)++;
        count->n_first_decided += is_first ? 1 : 0;
        count->n_first_satisfactory += is_first && i == 0 ? 1 : 0;
      }
}

/* The submission as it was on the day of the report. */
static MtrRecord *
copy_as_it_was (Counting  *self,
                MtrRecord *submission)
{
  MtrRecord *copy = mtr_record_copy (submission);

  if (!is_past (self, get_decided_on (copy)))
    {
      mtr_record_clear (copy, MTR_SUBMISSION_OUTCOME);
      mtr_record_clear (copy, MTR_SUBMISSION_DECIDED_ON);
    }
  if (!is_past (self, mtr_record_get_text (copy, MTR_SUBMISSION_HANDED_IN_ON)))
    mtr_record_clear (copy, MTR_SUBMISSION_HANDED_IN_ON);

  return copy;
}

/* One person with what is theirs, so that the rules look through nobody else's. */
static MtrSnapshot *
make_snapshot (Counting  *self,
               MtrPack   *pack,
               MtrRecord *person)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (mtr_snapshot_get_audiences (self->snapshot));
  gint64 person_id = mtr_record_get_id (person);
  GPtrArray *submissions = g_hash_table_lookup (self->submissions, &person_id);
  GPtrArray *learning = g_hash_table_lookup (self->learning, &person_id);

  mtr_snapshot_add (snapshot, person);
  for (guint i = 0; submissions != NULL && i < submissions->len; i++)
    if (is_of_pack (self, g_ptr_array_index (submissions, i), pack))
      {
        g_autoptr (MtrRecord) submission = copy_as_it_was (self, g_ptr_array_index (submissions, i));

        mtr_snapshot_add (snapshot, submission);
      }
  for (guint i = 0; learning != NULL && i < learning->len; i++)
    mtr_snapshot_add (snapshot, g_ptr_array_index (learning, i));

  return snapshot;
}

static MtrSubmissionPlace
find_place (Counting           *self,
            MtrSubmissionState  state,
            gboolean            is_returned,
            const char         *due_on)
{
  switch (state)
    {
    case MTR_SUBMISSION_DONE:
      return MTR_SUBMISSION_PLACE_DONE;
    case MTR_SUBMISSION_HANDED_IN:
      return MTR_SUBMISSION_PLACE_WAITING;
    case MTR_SUBMISSION_OVERDUE:
      return MTR_SUBMISSION_PLACE_OVERDUE;
    case MTR_SUBMISSION_AGAIN:
      if (is_returned || due_on == NULL)
        return MTR_SUBMISSION_PLACE_AGAIN;
      break;
    case MTR_SUBMISSION_NONE:
      return MTR_SUBMISSION_PLACE_UNKNOWN;
    default:
      break;
    }

  return strcmp (due_on, self->due_until) <= 0 ? MTR_SUBMISSION_PLACE_DUE : MTR_SUBMISSION_PLACE_LATER;
}

static void
submission_person_free (MtrSubmissionPerson *self)
{
  g_free (self->due_on);
  g_free (self);
}

static void
add_person (Counting           *self,
            MtrSubmissionCount *count,
            MtrRecord          *person)
{
  g_autoptr (MtrSnapshot) snapshot = make_snapshot (self, count->pack, person);
  MtrSubmissionPerson *line = g_new0 (MtrSubmissionPerson, 1);
  gint64 person_id = mtr_record_get_id (person);
  MtrRecord *current = mtr_learning_find_submission (count->pack, snapshot, person_id);
  gboolean is_returned = current != NULL && mtr_record_is_set (current, MTR_SUBMISSION_OUTCOME) &&
                         !mtr_record_text_is (current, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_SATISFACTORY);

  line->person = person;
  line->due_on = is_returned ? NULL : mtr_learning_dup_due_on (count->pack, snapshot, person_id);
  line->extended = line->due_on != NULL && current != NULL && mtr_record_is_set (current, MTR_SUBMISSION_EXTENDED_TO);
  line->number = (current != NULL ? mtr_record_get_number (current, MTR_SUBMISSION_NUMBER) : 1) + (is_returned ? 1 : 0);
  line->place = find_place (self, mtr_submission_get_state (count->pack, snapshot, person_id, &self->scope->as_at),
                            is_returned, line->due_on);
  line->endangered = mtr_submission_endangers_registration (count->pack, snapshot, person_id, &self->scope->as_at);
  count->n_places[line->place]++;
  count->n_endangered += line->endangered ? 1 : 0;
  g_ptr_array_add (count->people, line);
}

static gboolean
is_wanted (Counting  *self,
           MtrRecord *person)
{
  return (self->scope->service == NULL ||
          mtr_record_text_is (person, MTR_PERSON_SERVICE, self->scope->service)) &&
         (self->scope->team == NULL || mtr_record_text_is (person, MTR_PERSON_TEAM, self->scope->team));
}

static gboolean
is_in_pairing (Counting  *self,
               MtrRecord *member,
               MtrRecord *pairing)
{
  return !is_past (self, mtr_record_get_text (member, MTR_MEMBER_LEFT_ON)) &&
         !is_past (self, mtr_record_get_text (pairing, MTR_PAIRING_ENDED_ON));
}

/* Whether somebody who is no mentee any more has something to hand in or to wait for: because a submission was begun, or
 * because they were a mentee, who hands in in the end. */
static gboolean
has_unfinished (Counting *self,
                MtrPack  *pack,
                gint64    person_id,
                gboolean  unfinished)
{
  GPtrArray *submissions = g_hash_table_lookup (self->submissions, &person_id);

  for (guint i = 0; submissions != NULL && i < submissions->len; i++)
    {
      MtrRecord *submission = g_ptr_array_index (submissions, i);

      if (!is_of_pack (self, submission, pack))
        continue;
      if (mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_SATISFACTORY) &&
          is_past (self, get_decided_on (submission)))
        return FALSE;
      unfinished = TRUE;
    }

  return unfinished;
}

/* The ids of those who hand in on the day of the report: who is a mentee of the scheme, and who was and still has
 * something to hand in or to wait for. */
static GHashTable *
find_people (Counting *self,
             MtrPack  *pack)
{
  GHashTable *people = g_hash_table_new (g_direct_hash, g_direct_equal);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (self->snapshot, MTR_KIND_MEMBER, i);
      MtrRecord *pairing = mtr_snapshot_follow (self->snapshot, member, MTR_MEMBER_PAIRING_ID);
      MtrRecord *person = mtr_snapshot_follow (self->snapshot, member, MTR_MEMBER_PERSON_ID);

      if (person != NULL && pairing != NULL && mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) &&
          mtr_record_text_is (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack)) &&
          (is_in_pairing (self, member, pairing) ||
           (mtr_record_is_set (pairing, MTR_PAIRING_STARTED_ON) &&
            has_unfinished (self, pack, mtr_record_get_id (person), TRUE))))
        g_hash_table_add (people, person);
    }
  g_hash_table_iter_init (&iter, self->submissions);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      MtrRecord *person = mtr_snapshot_get (self->snapshot, MTR_KIND_PERSON, *(gint64 *) key);

      if (person != NULL && has_unfinished (self, pack, *(gint64 *) key, FALSE))
        g_hash_table_add (people, person);
    }

  return people;
}

static int
compare_people (gconstpointer first,
                gconstpointer second)
{
  const MtrSubmissionPerson *a = *(const MtrSubmissionPerson * const *) first;
  const MtrSubmissionPerson *b = *(const MtrSubmissionPerson * const *) second;
  int order = (int) a->place - (int) b->place;

  if (order == 0)
    order = g_strcmp0 (a->due_on, b->due_on);
  if (order == 0)
    order = mtr_language_compare (mtr_record_get_name (a->person, MTR_PERSON_NAME),
                                  mtr_record_get_name (b->person, MTR_PERSON_NAME));
  if (order == 0)
    order = mtr_record_get_id (a->person) < mtr_record_get_id (b->person) ? -1 : 1;

  return order;
}

static MtrSubmissionCount *
count_pack (Counting *self,
            MtrPack  *pack)
{
  MtrSubmissionCount *count = g_new0 (MtrSubmissionCount, 1);
  g_autoptr (GHashTable) people = find_people (self, pack);
  GHashTableIter iter;
  gpointer person;

  count->pack = pack;
  count->people = g_ptr_array_new_with_free_func ((GDestroyNotify) submission_person_free);
  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_SUBMISSION); i++)
    {
      MtrRecord *submission = mtr_snapshot_nth (self->snapshot, MTR_KIND_SUBMISSION, i);
      MtrRecord *who = mtr_snapshot_follow (self->snapshot, submission, MTR_SUBMISSION_PERSON_ID);

      if (who != NULL && is_wanted (self, who) && is_of_pack (self, submission, pack))
        count_period (self, count, submission);
    }
  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    if (is_wanted (self, person) && !is_past (self, mtr_record_get_text (person, MTR_PERSON_LEFT_ON)))
      add_person (self, count, person);
  g_ptr_array_sort (count->people, compare_people);

  return count;
}

/**
 * mtr_submission_count_free:
 * @self: (transfer full): a count
 */
void
mtr_submission_count_free (MtrSubmissionCount *self)
{
  g_ptr_array_unref (self->people);
  g_free (self);
}

/**
 * mtr_submission_count_list:
 * @snapshot: every person, pairing, member, submission and learning record of a programme
 * @packs: (element-type MtrPack): the packs of the programme
 * @scope: what is asked for
 *
 * Returns: (transfer full) (element-type MtrSubmissionCount): the submissions of each scheme in which something is handed
 *   in, in the order of @packs
 */
GPtrArray *
mtr_submission_count_list (MtrSnapshot          *snapshot,
                           GPtrArray            *packs,
                           const MtrReportScope *scope)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_submission_count_free);
  Counting counting;

  counting_init (&counting, snapshot, scope);
  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);

      if (mtr_pack_get_submissions (pack) != NULL &&
          (scope->pack == NULL || g_str_equal (scope->pack, mtr_pack_get_id (pack))))
        g_ptr_array_add (counts, count_pack (&counting, pack));
    }
  counting_clear (&counting);

  return counts;
}
