/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When learning is to be handed in, what became of it, and whether renewing a
 * registration is in danger. The months are the pack's; a date may be extended
 * without anybody saying why.
 */

#include "mtr-submission.h"

#include "mtr-date.h"
#include "mtr-rules-private.h"

#include <glib/gi18n-lib.h>
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
