/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When learning is to be handed in, what became of it, and whether renewing a
 * registration is in danger. The months are the pack's; a date may be extended
 * without anybody saying why.
 */

#include "mtr-submission.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"

#include <string.h>

/**
 * mtr_submission_dup_remind_on:
 * @pack: the pack of the pairing
 * @snapshot: the person and their submissions
 * @person_id: the person
 *
 * Returns: (transfer full) (nullable): the ISO date from which it is said that the day comes near
 */
char *
mtr_submission_dup_remind_on (MtrPack     *pack,
                              MtrSnapshot *snapshot,
                              gint64       person_id)
{
  const MtrSubmissions *submissions = mtr_pack_get_submissions (pack);
  g_autofree char *due_on = mtr_learning_dup_due_on (pack, snapshot, person_id);

  return submissions != NULL ? mtr_rules_shift (due_on, -submissions->remind_months, 0) : NULL;
}

static gboolean
is_returned (MtrRecord *submission)
{
  return mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_UNSATISFACTORY) ||
         mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_INCOMPLETE);
}

/**
 * mtr_submission_get_state:
 * @pack: the pack of the pairing
 * @snapshot: the person and their submissions
 * @person_id: the person
 * @today: the present date; on the day itself it is not overdue
 *
 * Returns: how it stands
 */
MtrSubmissionState
mtr_submission_get_state (MtrPack     *pack,
                          MtrSnapshot *snapshot,
                          gint64       person_id,
                          const GDate *today)
{
  MtrRecord *current = mtr_learning_find_submission (pack, snapshot, person_id);
  g_autofree char *due_on = mtr_learning_dup_due_on (pack, snapshot, person_id);
  g_autofree char *remind_on = mtr_submission_dup_remind_on (pack, snapshot, person_id);
  g_autofree char *now = mtr_date_to_iso (today);

  if (mtr_pack_get_submissions (pack) == NULL)
    return MTR_SUBMISSION_NONE;
  if (current != NULL && mtr_record_text_is (current, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_SATISFACTORY))
    return MTR_SUBMISSION_DONE;
  if (current != NULL && is_returned (current))
    return MTR_SUBMISSION_AGAIN;
  if (current != NULL && mtr_record_is_set (current, MTR_SUBMISSION_HANDED_IN_ON))
    return MTR_SUBMISSION_HANDED_IN;
  if (due_on != NULL && strcmp (due_on, now) < 0)
    return MTR_SUBMISSION_OVERDUE;
  /* What is to be handed in again waits, with or without a day. */
  if (current != NULL && mtr_record_get_number (current, MTR_SUBMISSION_NUMBER) > 1)
    return MTR_SUBMISSION_AGAIN;
  if (due_on == NULL)
    return MTR_SUBMISSION_NONE;

  return remind_on != NULL && strcmp (remind_on, now) <= 0 ? MTR_SUBMISSION_SOON : MTR_SUBMISSION_COMING;
}

/**
 * mtr_submission_get_state_label:
 * @state: how it stands
 *
 * Returns: (transfer none): the same in words
 */
const char *
mtr_submission_get_state_label (MtrSubmissionState state)
{
  static const char *const labels[] = {
    [MTR_SUBMISSION_NONE] = N_("Nothing to hand in"),
    [MTR_SUBMISSION_COMING] = N_("To be handed in"),
    [MTR_SUBMISSION_SOON] = N_("To be handed in soon"),
    [MTR_SUBMISSION_OVERDUE] = N_("Overdue"),
    [MTR_SUBMISSION_HANDED_IN] = N_("Handed in"),
    [MTR_SUBMISSION_AGAIN] = N_("To be handed in again"),
    [MTR_SUBMISSION_DONE] = N_("Satisfactory"),
  };

  return _(labels[state]);
}

/**
 * mtr_submission_endangers_registration:
 * @pack: the pack of the pairing
 * @snapshot: the person, their submissions and their learning records
 * @person_id: the person
 * @today: the present date
 *
 * Nobody may go on working without renewing, so this is said early: where the day has passed, where what was handed in
 * came back, and where the day comes near and the learning is not all there (domain-facts.md, 4.1).
 *
 * Returns: whether renewing the registration is in danger
 */
gboolean
mtr_submission_endangers_registration (MtrPack     *pack,
                                       MtrSnapshot *snapshot,
                                       gint64       person_id,
                                       const GDate *today)
{
  const MtrSubmissions *submissions = mtr_pack_get_submissions (pack);
  MtrSubmissionState state = mtr_submission_get_state (pack, snapshot, person_id, today);
  g_autoptr (MtrLearning) learning = NULL;

  if (submissions == NULL || !submissions->registration)
    return FALSE;
  if (state == MTR_SUBMISSION_OVERDUE || state == MTR_SUBMISSION_AGAIN)
    return TRUE;
  if (state != MTR_SUBMISSION_SOON)
    return FALSE;
  learning = mtr_learning_sum (pack, snapshot, person_id, today);

  return learning->regime != NULL && !mtr_learning_is_complete (learning);
}

/**
 * mtr_submission_begin:
 * @pack: the pack of the pairing
 * @snapshot: the person and their submissions
 * @person_id: the person
 * @id: the id of the new submission
 *
 * The first has the day that the pack works out, written down, so that a newer pack never moves it. Another follows when
 * the one before came back: not while that is being decided, and not after a satisfactory one.
 *
 * Returns: (transfer full) (nullable): the next submission; %NULL where there is none to begin
 */
MtrRecord *
mtr_submission_begin (MtrPack     *pack,
                      MtrSnapshot *snapshot,
                      gint64       person_id,
                      gint64       id)
{
  MtrRecord *current = mtr_learning_find_submission (pack, snapshot, person_id);
  g_autofree char *due_on = NULL;
  MtrRecord *next;

  if (current != NULL && !is_returned (current))
    return NULL;

  next = mtr_record_new (MTR_KIND_SUBMISSION, id);
  mtr_record_set_number (next, MTR_SUBMISSION_PERSON_ID, person_id);
  mtr_record_set_text (next, MTR_SUBMISSION_PACK, mtr_pack_get_id (pack));
  mtr_record_set_number (next, MTR_SUBMISSION_NUMBER,
                         current != NULL ? mtr_record_get_number (current, MTR_SUBMISSION_NUMBER) + 1 : 1);
  if (current == NULL)
    due_on = mtr_learning_dup_due_on (pack, snapshot, person_id);
  mtr_record_set_text (next, MTR_SUBMISSION_DUE_ON, due_on);

  return next;
}

/**
 * mtr_submission_list_problems:
 * @record: a submission
 * @today: the present date
 *
 * What happened has a day that has come, in the order in which it happens: handed in, then decided. A date is extended,
 * never drawn nearer, and nobody is asked why.
 *
 * Returns: (transfer full) (element-type MtrProblem): what cannot be as it is
 */
GPtrArray *
mtr_submission_list_problems (MtrRecord   *record,
                              const GDate *today)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  static const MtrField happened[] = {
    MTR_SUBMISSION_DRAFT_SHARED_ON, MTR_SUBMISSION_FEEDBACK_GIVEN_ON, MTR_SUBMISSION_HANDED_IN_ON,
    MTR_SUBMISSION_DECIDED_ON,
  };
  gint64 id = mtr_record_get_id (record);
  GDate due_on, extended_to, handed_in_on, decided_on, date;
  gboolean is_due = mtr_record_get_date (record, MTR_SUBMISSION_DUE_ON, &due_on);
  gboolean is_handed_in = mtr_record_get_date (record, MTR_SUBMISSION_HANDED_IN_ON, &handed_in_on);
  gboolean is_decided = mtr_record_get_date (record, MTR_SUBMISSION_DECIDED_ON, &decided_on);
  gboolean has_outcome = mtr_record_is_set (record, MTR_SUBMISSION_OUTCOME);

  for (gsize i = 0; i < G_N_ELEMENTS (happened); i++)
    if (mtr_record_get_date (record, happened[i], &date) && g_date_compare (&date, today) > 0)
      g_ptr_array_add (problems, mtr_problem_new (happened[i], id, FALSE,
                                                  _("This day has not come yet. Write it down when it has happened.")));
  if (is_due && mtr_record_get_date (record, MTR_SUBMISSION_EXTENDED_TO, &extended_to) &&
      g_date_compare (&extended_to, &due_on) <= 0)
    g_ptr_array_add (problems, mtr_problem_new (MTR_SUBMISSION_EXTENDED_TO, id, FALSE,
                                                _("This is not later than the day it was due. Write a later day.")));
  if (has_outcome && !is_handed_in)
    {
      g_ptr_array_add (problems, mtr_problem_new (MTR_SUBMISSION_OUTCOME, id, FALSE,
                                                  _("Write first on which day it was handed in, then what became of it.")));
      g_ptr_array_add (problems, mtr_problem_new (MTR_SUBMISSION_HANDED_IN_ON, id, FALSE,
                                                  _("There is an outcome, so it was handed in. Take the outcome away first.")));
    }
  if (is_decided && !is_handed_in)
    g_ptr_array_add (problems, mtr_problem_new (MTR_SUBMISSION_DECIDED_ON, id, FALSE,
                                                _("Write first on which day it was handed in.")));
  else if (is_decided && g_date_compare (&decided_on, &handed_in_on) < 0)
    g_ptr_array_add (problems, mtr_problem_new (MTR_SUBMISSION_DECIDED_ON, id, FALSE,
                                                _("This is before the day on which it was handed in.")));

  return problems;
}

/**
 * mtr_submission_count_first_time:
 * @submissions: (element-type MtrRecord): submissions of any people
 * @n_satisfactory: (out): first submissions that were satisfactory
 * @n_decided: (out): first submissions that have been decided; of none, a rate is "–" and not 0 %
 *
 * The first-time rate of product.md, rule 6: what was returned counts as decided, what is not decided yet does not.
 */
void
mtr_submission_count_first_time (GPtrArray *submissions,
                                 guint     *n_satisfactory,
                                 guint     *n_decided)
{
  *n_satisfactory = 0;
  *n_decided = 0;
  for (guint i = 0; i < submissions->len; i++)
    {
      MtrRecord *submission = g_ptr_array_index (submissions, i);
      gboolean satisfactory = mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_SATISFACTORY);

      if (mtr_record_get_number (submission, MTR_SUBMISSION_NUMBER) != 1 ||
          (!satisfactory && !is_returned (submission)))
        continue;
      (*n_decided)++;
      *n_satisfactory += satisfactory ? 1 : 0;
    }
}
