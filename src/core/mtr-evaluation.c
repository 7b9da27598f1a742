/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evaluation at the end of a pairing: who is asked, who has answered, and
 * what may be said of all the answers together without saying whose they are.
 */

#include "mtr-evaluation.h"

#include "mtr-pairing.h"

#include <string.h>

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

static int
compare_answers (gconstpointer first,
                 gconstpointer second)
{
  const MtrEvaluationAnswer *a = first, *b = second;
  int order = strcmp (a->given_on, b->given_on);

  if (order != 0)
    return order;

  return a->evaluation_id < b->evaluation_id ? -1 : a->evaluation_id > b->evaluation_id;
}

/* Where the set that begins at start ends, and whether enough people are in it. */
static guint
find_end (GArray   *answers,
          guint     start,
          gboolean *is_full)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint end = start;

  while (end < answers->len && g_hash_table_size (people) < MTR_EVALUATION_MIN_PEOPLE)
    g_hash_table_add (people, &g_array_index (answers, MtrEvaluationAnswer, end++).person_id);
  *is_full = g_hash_table_size (people) >= MTR_EVALUATION_MIN_PEOPLE;

  return end;
}

static gboolean
is_between (const MtrEvaluationAnswer *answer,
            const char                *from,
            const char                *to)
{
  return (from == NULL || strcmp (answer->given_on, from) >= 0) && strcmp (answer->given_on, to) <= 0;
}

/**
 * mtr_evaluation_sum:
 * @answers: (element-type MtrEvaluationAnswer): every answer to one question that was ever given, in any order; they are
 *   put in order
 * @from: (nullable): ISO date of the first day to count; %NULL: from the beginning
 * @to: ISO date of the last day to count, not later than the day as at which it is said
 * @sum: (out caller-allocates): what may be said
 *
 * Adds up answers so that nobody can find out what fewer than %MTR_EVALUATION_MIN_PEOPLE said: not from one sum, and
 * not by taking one sum from another (product.md, rule 6). For this the answers are put in the order in which they were
 * given and cut, from the first one on, into sets of as many as it takes to have five people. A set is counted whole or
 * not at all, whatever is asked for: so two sums, of whichever times, differ by nothing or by whole sets. What was given
 * last waits until its set is full. Later answers never change where the earlier ones were cut.
 */
void
mtr_evaluation_sum (GArray           *answers,
                    const char       *from,
                    const char       *to,
                    MtrEvaluationSum *sum)
{
  guint end;

  *sum = (MtrEvaluationSum) { 0 };
  g_array_sort (answers, compare_answers);
  for (guint start = 0; start < answers->len; start = end)
    {
      gboolean is_counted;

      end = find_end (answers, start, &is_counted);
      /* They are in the order of their days, so that the first and the last stand for all. */
      is_counted = is_counted && is_between (&g_array_index (answers, MtrEvaluationAnswer, start), from, to) &&
                   is_between (&g_array_index (answers, MtrEvaluationAnswer, end - 1), from, to);
      for (guint i = start; i < end; i++)
        {
          const MtrEvaluationAnswer *answer = &g_array_index (answers, MtrEvaluationAnswer, i);

          if (is_counted)
            sum->sum += answer->number;
          else
            sum->withheld |= is_between (answer, from, to);
        }
      sum->n_answers += is_counted ? end - start : 0;
    }
}
