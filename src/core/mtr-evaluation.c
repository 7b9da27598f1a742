/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evaluation at the end of a pairing: who is asked, who has answered, and
 * what may be said of all the answers together without saying whose they are.
 */

#include "mtr-evaluation.h"

#include "mtr-pairing.h"

static void
add_respondent (GPtrArray   *respondents,
                MtrSnapshot *snapshot,
                gint64       pairing_id,
                gint64       person_id,
                const char  *role)
{
  MtrRespondent *respondent;

  if (person_id == 0)
    return;

  respondent = g_new0 (MtrRespondent, 1);
  respondent->person_id = person_id;
  respondent->role = role;
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION); i++)
    {
      MtrRecord *evaluation = mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION, i);

      if (mtr_record_get_number (evaluation, MTR_EVALUATION_PAIRING_ID) == pairing_id &&
          mtr_record_get_number (evaluation, MTR_EVALUATION_RESPONDENT_ID) == person_id &&
          mtr_record_text_is (evaluation, MTR_EVALUATION_ROLE, role))
        respondent->evaluation = evaluation;
    }
  respondent->given = respondent->evaluation != NULL &&
                      mtr_record_is_set (respondent->evaluation, MTR_EVALUATION_GIVEN_ON);
  g_ptr_array_add (respondents, respondent);
}

/**
 * mtr_evaluation_list_respondents:
 * @snapshot: the pairing, its members and its evaluations
 * @pairing: the pairing
 *
 * Returns: (transfer full) (element-type MtrRespondent): the mentor, and the mentees who were there on the last day or are
 *   there now
 */
GPtrArray *
mtr_evaluation_list_respondents (MtrSnapshot *snapshot,
                                 MtrRecord   *pairing)
{
  GPtrArray *respondents = g_ptr_array_new_with_free_func (g_free);
  gint64 pairing_id = mtr_record_get_id (pairing);
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, pairing_id,
                                                            mtr_record_get_text (pairing, MTR_PAIRING_ENDED_ON));

  add_respondent (respondents, snapshot, pairing_id, mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID),
                  MTR_ROLE_MENTOR);
  for (guint i = 0; i < mentees->len; i++)
    add_respondent (respondents, snapshot, pairing_id,
                    mtr_record_get_number (g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID), MTR_ROLE_MENTEE);

  return respondents;
}

/**
 * mtr_evaluation_new:
 * @pack: the pack of the pairing
 * @pairing: the pairing
 * @respondent: who is asked, and has not been asked before
 * @id: the id of the new record
 * @on: the ISO date on which they are asked
 *
 * Returns: (transfer full): an evaluation without answers, with the form that the pack has for the role
 */
MtrRecord *
mtr_evaluation_new (MtrPack             *pack,
                    MtrRecord           *pairing,
                    const MtrRespondent *respondent,
                    gint64               id,
                    const char          *on)
{
  MtrRecord *evaluation = mtr_record_new (MTR_KIND_EVALUATION, id);
  const MtrForm *form = mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, respondent->role);

  mtr_record_set_number (evaluation, MTR_EVALUATION_PAIRING_ID, mtr_record_get_id (pairing));
  mtr_record_set_number (evaluation, MTR_EVALUATION_RESPONDENT_ID, respondent->person_id);
  mtr_record_set_text (evaluation, MTR_EVALUATION_ROLE, respondent->role);
  mtr_record_set_text (evaluation, MTR_EVALUATION_FORM, form != NULL ? form->code : NULL);
  mtr_record_set_text (evaluation, MTR_EVALUATION_ASKED_ON, on);

  return evaluation;
}

/* Who gave an evaluation; 0 where it was not given. */
static gint64
find_giver (GPtrArray *evaluations,
            gint64     id)
{
  for (guint i = 0; i < evaluations->len; i++)
    {
      MtrRecord *evaluation = g_ptr_array_index (evaluations, i);

      if (mtr_record_get_id (evaluation) == id && mtr_record_is_set (evaluation, MTR_EVALUATION_GIVEN_ON))
        return mtr_record_get_number (evaluation, MTR_EVALUATION_RESPONDENT_ID);
    }

  return 0;
}

/**
 * mtr_evaluation_get_mean:
 * @evaluations: (element-type MtrRecord): evaluations
 * @answers: (element-type MtrRecord): answers, those of other evaluations passed over
 * @question: the code of a question that is answered with a figure
 * @mean: (out): the mean; 0 where it may not be shown
 * @n_answers: (out): how many figures there are
 *
 * Only evaluations that were given count. Somebody who was in several pairings is one person.
 *
 * Returns: whether enough people answered to show the mean (product.md, rule 6)
 */
gboolean
mtr_evaluation_get_mean (GPtrArray  *evaluations,
                         GPtrArray  *answers,
                         const char *question,
                         double     *mean,
                         guint      *n_answers)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 sum = 0;

  *mean = 0;
  *n_answers = 0;
  for (guint i = 0; i < answers->len; i++)
    {
      MtrRecord *answer = g_ptr_array_index (answers, i);
      gint64 person_id = find_giver (evaluations, mtr_record_get_number (answer, MTR_EVALUATION_ANSWER_EVALUATION_ID));

      if (person_id == 0 || !mtr_record_text_is (answer, MTR_EVALUATION_ANSWER_QUESTION, question) ||
          !mtr_record_is_set (answer, MTR_EVALUATION_ANSWER_NUMBER))
        continue;
      sum += mtr_record_get_number (answer, MTR_EVALUATION_ANSWER_NUMBER);
      (*n_answers)++;
      g_hash_table_add (people, g_memdup2 (&person_id, sizeof person_id));
    }
  if (g_hash_table_size (people) < MTR_EVALUATION_MIN_PEOPLE)
    return FALSE;
  *mean = (double) sum / *n_answers;

  return TRUE;
}
