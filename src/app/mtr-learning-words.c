/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Learning and what is handed in, in sentences: against hours where hours are
 * asked for, by elements where they are, and never the one on top of the other.
 */

#include "mtr-learning-words.h"

#include "mtr-date.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

#define MINUTES_AN_HOUR 60
#define EXCERPT 80

/* Rounded down to a tenth: nobody is told of more than there is. */
static char *
dup_hours (gint64 minutes)
{
  gint64 tenths = minutes * 10 / MINUTES_AN_HOUR;

  if (tenths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, tenths / 10);

  return g_strdup_printf ("%.1f", (double) tenths / 10);
}

static char *
dup_hours_line (const MtrLearning *learning)
{
  g_autofree char *done = dup_hours (learning->minutes);
  g_autofree char *asked = dup_hours (learning->regime->minutes);
  g_autofree char *part = dup_hours (learning->protection_minutes);
  g_autofree char *part_asked = dup_hours (learning->regime->part_minutes);

  if (learning->regime->part_minutes == 0)
    /* Translators: figures: "64 of 144 hours" */
    return g_strdup_printf (_("%1$s of %2$s hours"), done, asked);

  /* Translators: figures, the second pair among the first: "64 of 144 hours, 12 of 30 on protection" */
  return g_strdup_printf (_("%1$s of %2$s hours, %3$s of %4$s on protection"), done, asked, part, part_asked);
}

static char *
dup_elements_line (MtrPack           *pack,
                   const MtrLearning *learning)
{
  const char *areas = mtr_pack_get_word (pack, "areas");
  guint written = learning->n_elements - MIN (learning->elements_missing->len, learning->n_elements);

  /* Translators: the areas of the scheme in its own word, and figures: "Core learning elements: 5 of 8 have something
   * written" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u of %3$u has something written",
                                       "%1$s: %2$u of %3$u have something written", written),
                          areas != NULL ? areas : _("Areas"), written, learning->n_elements);
}

static char *
dup_shared_line (MtrPack           *pack,
                 const MtrLearning *learning,
                 gboolean           is_own,
                 const GDate       *today)
{
  const char *word = mtr_pack_get_word (pack, "line-manager");
  g_autofree char *supervisor = g_utf8_strdown (word != NULL ? word : _("line manager"), -1);
  g_autofree char *day = NULL;
  GDate date;

  if (learning->shared_on == NULL || !mtr_date_from_iso (learning->shared_on, &date))
    /* Translators: %s is "supervisor" */
    return g_strdup_printf (is_own ? _("not shared with your %s yet") : _("not shared with the %s yet"), supervisor);

  day = mtr_date_format (&date, g_date_get_year (&date) == g_date_get_year (today) ? MTR_DATE_STYLE_DAY
                                                                                  : MTR_DATE_STYLE_LONG);

  /* Translators: %1$s is "supervisor", %2$s a day */
  return g_strdup_printf (is_own ? _("last shared with your %1$s %2$s") : _("last shared with the %1$s %2$s"),
                          supervisor, day);
}

/**
 * mtr_learning_words_dup_headline:
 * @pack: the pack
 * @learning: what has been learnt
 * @n_records: how many records there are
 * @is_own: whether the reader is the one who learns
 * @today: the present date
 *
 * Returns: (transfer full): how it stands, by the regime that holds
 */
char *
mtr_learning_words_dup_headline (MtrPack           *pack,
                                 const MtrLearning *learning,
                                 guint              n_records,
                                 gboolean           is_own,
                                 const GDate       *today)
{
  g_autofree char *first = NULL;
  g_autofree char *shared = NULL;

  if (learning->regime == NULL || (learning->regime->minutes == 0 && !learning->regime->elements))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u learning record", "%u learning records", n_records),
                            n_records);
  if (learning->regime->minutes > 0)
    return dup_hours_line (learning);

  first = dup_elements_line (pack, learning);
  shared = dup_shared_line (pack, learning, is_own, today);

  /* Translators: between how much is written, and when it was shared. */
  return g_strdup_printf (_("%1$s; %2$s"), first, shared);
}

/**
 * mtr_learning_words_dup_missing:
 * @learning: what has been learnt
 *
 * Returns: (transfer full) (nullable): the elements of which nothing is written, where all of them are asked for
 */
char *
mtr_learning_words_dup_missing (const MtrLearning *learning)
{
  GString *names;

  if (learning->regime == NULL || !learning->regime->elements || learning->elements_missing->len == 0)
    return NULL;

  names = g_string_new (NULL);
  for (guint i = 0; i < learning->elements_missing->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "",
                            ((MtrStandard *) g_ptr_array_index (learning->elements_missing, i))->title);

  return g_string_free (names, FALSE);
}

/**
 * mtr_learning_words_dup_record_title:
 * @pack: (nullable): the pack
 * @record: a learning record
 *
 * Returns: (transfer full): what it is called: what was done, else what kind it is
 */
char *
mtr_learning_words_dup_record_title (MtrPack   *pack,
                                     MtrRecord *record)
{
  const char *title = mtr_record_get_name (record, MTR_LEARNING_RECORD_TITLE);
  const char *kind = mtr_record_get_text (record, MTR_LEARNING_RECORD_KIND);
  const MtrWord *word = pack != NULL && kind != NULL ? mtr_pack_find_word (pack, MTR_WORDS_LEARNING_KINDS, kind) : NULL;

  if (title != NULL)
    return mtr_text_excerpt (title, EXCERPT);

  return g_strdup (word != NULL ? word->title : _("Learning"));
}

static void
add_part (GString    *line,
          const char *part)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/**
 * mtr_learning_words_dup_record:
 * @pack: (nullable): the pack
 * @regime: (nullable): what is asked of learning
 * @record: a learning record
 * @today: the present date
 *
 * Returns: (transfer full): its day, how long it was where hours count, its elements where they do, and what is still to
 *   be written
 */
char *
mtr_learning_words_dup_record (MtrPack         *pack,
                               const MtrRegime *regime,
                               MtrRecord       *record,
                               const GDate     *today)
{
  GString *line = g_string_new (NULL);
  const char *codes = mtr_record_get_text (record, MTR_LEARNING_RECORD_STANDARDS);
  gint64 minutes = mtr_record_get_number (record, MTR_LEARNING_RECORD_MINUTES);
  GDate date;

  if (mtr_record_get_date (record, MTR_LEARNING_RECORD_HELD_ON, &date))
    {
      g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

      add_part (line, day);
    }
  else
    {
      add_part (line, _("no day yet"));
    }
  if ((regime == NULL || regime->minutes > 0) && minutes > 0)
    {
      g_autofree char *hours = dup_hours (minutes);
      /* Translators: how long something took. */
      g_autofree char *words = minutes < MINUTES_AN_HOUR
        ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", (gulong) minutes), (int) minutes)
        : g_strdup_printf (minutes == MINUTES_AN_HOUR ? _("%s hour") : _("%s hours"), hours);

      add_part (line, words);
    }
  if (pack != NULL && codes != NULL && (regime == NULL || regime->elements))
    {
      g_auto (GStrv) parts = g_strsplit (codes, " ", -1);
      guint n_parts = g_strv_length (parts);
      const char *word = mtr_pack_get_word (pack, n_parts == 1 ? "area" : "areas");
      g_autofree char *small = g_utf8_strdown (word != NULL ? word : "", -1);
      g_autofree char *list = g_strjoinv (", ", parts);
      /* Translators: areas of the scheme: "core learning elements 1, 3" */
      g_autofree char *words = g_strdup_printf (_("%1$s %2$s"), small, list);

      add_part (line, words);
    }
  if (!mtr_record_is_set (record, MTR_LEARNING_RECORD_LEARNT))
    add_part (line, mtr_record_is_set (record, MTR_LEARNING_RECORD_EVENT_ID)
                      ? _("attended; what was learnt is still to be written") : _("what was learnt is still to be written"));
  if (mtr_record_is_set (record, MTR_LEARNING_RECORD_MENTOR_FEEDBACK))
    add_part (line, _("feedback from the mentor"));
  if (mtr_record_is_set (record, MTR_LEARNING_RECORD_SHARED_ON))
    add_part (line, _("shared"));
  if (mtr_record_get_date (record, MTR_LEARNING_RECORD_HELD_ON, &date) && g_date_compare (&date, today) > 0)
    add_part (line, _("does not count yet"));

  return g_string_free (line, FALSE);
}

/**
 * mtr_learning_words_dup_due:
 * @pack: the pack
 * @snapshot: the person with their submissions
 * @person_id: the person
 * @today: the present date
 *
 * Returns: (transfer full): how it stands with handing in
 */
char *
mtr_learning_words_dup_due (MtrPack     *pack,
                            MtrSnapshot *snapshot,
                            gint64       person_id,
                            const GDate *today)
{
  MtrSubmissionState state = mtr_submission_get_state (pack, snapshot, person_id, today);
  g_autofree char *due_on = mtr_learning_dup_due_on (pack, snapshot, person_id);
  g_autofree char *day = NULL;
  GDate date;

  if (state == MTR_SUBMISSION_DONE || state == MTR_SUBMISSION_HANDED_IN ||
      due_on == NULL || !mtr_date_from_iso (due_on, &date))
    return g_strdup (state != MTR_SUBMISSION_NONE ? mtr_submission_get_state_label (state)
                                                  : _("When it is to be handed in is not known"));

  day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  if (state == MTR_SUBMISSION_OVERDUE)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("Was due on %s"), day);
  if (state == MTR_SUBMISSION_AGAIN)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("To be handed in again by %s"), day);

  /* Translators: %s is a day. */
  return g_strdup_printf (_("Due on %s"), day);
}

/**
 * mtr_learning_words_dup_due_detail:
 * @pack: the pack
 * @snapshot: the person with their submissions
 * @person_id: the person
 * @today: the present date
 *
 * Returns: (transfer full) (nullable): where the day comes from: extended, or so many months after registration
 */
char *
mtr_learning_words_dup_due_detail (MtrPack     *pack,
                                   MtrSnapshot *snapshot,
                                   gint64       person_id,
                                   const GDate *today)
{
  const MtrSubmissions *limits = mtr_pack_get_submissions (pack);
  MtrRecord *current = mtr_learning_find_submission (pack, snapshot, person_id);
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  MtrSubmissionState state = mtr_submission_get_state (pack, snapshot, person_id, today);
  gboolean is_part_time;

  if (limits == NULL || person == NULL || state == MTR_SUBMISSION_DONE || state == MTR_SUBMISSION_HANDED_IN)
    return NULL;
  if (current != NULL && mtr_record_is_set (current, MTR_SUBMISSION_EXTENDED_TO))
    return g_strdup (_("Extended"));
  if (current != NULL && mtr_record_get_number (current, MTR_SUBMISSION_NUMBER) > 1)
    return NULL;
  if (!mtr_record_is_set (person, MTR_PERSON_REGISTERED_ON))
    return current != NULL ? NULL : g_strdup (_("It follows from the day of registration, which is not written down yet"));

  is_part_time = mtr_record_text_is (person, MTR_PERSON_WORKING_TIME, MTR_WORKING_TIME_PART_TIME);

  return g_strdup_printf (is_part_time ? _("%d months after registration, part-time") : _("%d months after registration"),
                          is_part_time ? limits->part_time_months : limits->full_time_months);
}

/**
 * mtr_learning_words_dup_risk:
 * @pack: the pack
 * @snapshot: the person with their learning records and submissions
 * @person_id: the person
 * @today: the present date
 *
 * Returns: (transfer full) (nullable): what is in danger, and what helps; %NULL where nothing is
 */
char *
mtr_learning_words_dup_risk (MtrPack     *pack,
                             MtrSnapshot *snapshot,
                             gint64       person_id,
                             const GDate *today)
{
  static const struct {
    MtrSubmissionState state;
    const char        *words;
  } sentences[] = {
    { MTR_SUBMISSION_SOON, N_("The day comes near and not everything is there, so renewing the registration is in danger. Talk to the supervisor now, or extend it.") },
    { MTR_SUBMISSION_OVERDUE, N_("The day has passed, so renewing the registration is in danger. Hand in what is there, or extend it and talk to the supervisor.") },
    { MTR_SUBMISSION_AGAIN, N_("It came back, which is ordinary. Until it is satisfactory, renewing the registration is in danger.") },
  };
  MtrSubmissionState state = mtr_submission_get_state (pack, snapshot, person_id, today);

  if (!mtr_submission_endangers_registration (pack, snapshot, person_id, today))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].state == state)
      return g_strdup (_(sentences[i].words));

  return NULL;
}

/**
 * mtr_learning_words_dup_submission:
 * @pack: the pack
 * @submission: a submission
 *
 * Returns: (transfer full): what has happened to it: when the draft was shared, when it was handed in, and the outcome
 */
char *
mtr_learning_words_dup_submission (MtrPack   *pack,
                                   MtrRecord *submission)
{
  static const struct {
    MtrField    field;
    const char *words;
  } steps[] = {
    { MTR_SUBMISSION_DRAFT_SHARED_ON, N_("draft shared") },
    { MTR_SUBMISSION_FEEDBACK_GIVEN_ON, N_("feedback given") },
    { MTR_SUBMISSION_HANDED_IN_ON, N_("handed in") },
    { MTR_SUBMISSION_DECIDED_ON, N_("decided") },
  };
  GString *line = g_string_new (NULL);
  const char *outcome = mtr_record_get_text (submission, MTR_SUBMISSION_OUTCOME);
  const MtrWord *word = outcome != NULL ? mtr_pack_find_word (pack, MTR_WORDS_OUTCOMES, outcome) : NULL;
  GDate date;

  if (outcome != NULL)
    add_part (line, word != NULL ? word->title : outcome);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (mtr_record_get_date (submission, steps[i].field, &date))
      {
        g_autofree char *day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
        /* Translators: what happened, and a day: "handed in 3 June 2026" */
        g_autofree char *words = g_strdup_printf (_("%1$s %2$s"), _(steps[i].words), day);

        add_part (line, words);
      }
  if (line->len == 0)
    add_part (line, _("nothing handed in yet"));

  return g_string_free (line, FALSE);
}
