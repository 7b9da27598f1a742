/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evaluations counted for whoever runs a programme, by scheme, form and
 * question. They are never narrowed down to a service or a team: the smaller
 * the circle, the easier it is to know who said what. Each form belongs to one
 * scheme, so that the choice of a scheme leaves out whole tables and changes no
 * figure; and what may be said of a period is for mtr_evaluation_sum() to say.
 */

#include "mtr-evaluation-count.h"

#include "mtr-date.h"

#include <string.h>

/* Everything that one count is made with. */
typedef struct {
  MtrSnapshot *snapshot;
  char        *from;       /* (owned) (nullable): ISO dates; NULL: from the beginning */
  char        *until;      /* (owned) */
  gboolean     has_begun;  /* whether any of the period is over */
} Counting;

/* Which form it was given in; older files do not say. */
static const MtrForm *
find_form (Counting  *self,
           MtrPack   *pack,
           MtrRecord *evaluation)
{
  MtrRecord *pairing = mtr_snapshot_follow (self->snapshot, evaluation, MTR_EVALUATION_PAIRING_ID);
  const char *code = mtr_record_get_text (evaluation, MTR_EVALUATION_FORM);

  if (pairing == NULL || !mtr_record_text_is (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack)))
    return NULL;

  return code != NULL ? mtr_pack_find_form (pack, code)
                      : mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION,
                                                mtr_record_get_text (evaluation, MTR_EVALUATION_ROLE));
}

static gboolean
is_asked (Counting  *self,
          MtrRecord *evaluation)
{
  const char *asked_on = mtr_record_get_text (evaluation, MTR_EVALUATION_ASKED_ON);
  const char *given_on = mtr_record_get_text (evaluation, MTR_EVALUATION_GIVEN_ON);

  if (asked_on == NULL)
    asked_on = given_on;

  return self->has_begun && asked_on != NULL && strcmp (asked_on, self->until) <= 0 &&
         (self->from == NULL || given_on == NULL || strcmp (given_on, self->from) >= 0);
}

static void
sum_question (Counting              *self,
              MtrEvaluationCount    *count,
              MtrEvaluationQuestion *question)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (MtrEvaluationAnswer));

  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_EVALUATION_ANSWER); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (self->snapshot, MTR_KIND_EVALUATION_ANSWER, i);
      MtrRecord *evaluation = mtr_snapshot_follow (self->snapshot, record, MTR_EVALUATION_ANSWER_EVALUATION_ID);
      MtrEvaluationAnswer answer;

      if (evaluation == NULL || !mtr_record_is_set (evaluation, MTR_EVALUATION_GIVEN_ON) ||
          !mtr_record_is_set (record, MTR_EVALUATION_ANSWER_NUMBER) ||
          !mtr_record_text_is (record, MTR_EVALUATION_ANSWER_QUESTION, question->question->code) ||
          find_form (self, count->pack, evaluation) != count->form)
        continue;
      answer.evaluation_id = mtr_record_get_id (evaluation);
      answer.person_id = mtr_record_get_number (evaluation, MTR_EVALUATION_RESPONDENT_ID);
      answer.given_on = mtr_record_get_text (evaluation, MTR_EVALUATION_GIVEN_ON);
      answer.number = mtr_record_get_number (record, MTR_EVALUATION_ANSWER_NUMBER);
      g_array_append_val (answers, answer);
    }
  if (self->has_begun)
    mtr_evaluation_sum (answers, self->from, self->until, &question->sum);
}

static MtrEvaluationCount *
count_form (Counting      *self,
            MtrPack       *pack,
            const MtrForm *form)
{
  MtrEvaluationCount *count = g_new0 (MtrEvaluationCount, 1);

  count->pack = pack;
  count->form = form;
  count->questions = g_array_new (FALSE, TRUE, sizeof (MtrEvaluationQuestion));
  for (guint i = 0; i < mtr_snapshot_count (self->snapshot, MTR_KIND_EVALUATION); i++)
    {
      MtrRecord *evaluation = mtr_snapshot_nth (self->snapshot, MTR_KIND_EVALUATION, i);

      count->n_asked += find_form (self, pack, evaluation) == form && is_asked (self, evaluation) ? 1 : 0;
    }
  for (guint i = 0; i < form->questions->len; i++)
    {
      MtrEvaluationQuestion question = { g_ptr_array_index (form->questions, i), { 0 } };

      if (question.question->type != MTR_QUESTION_SCALE)
        continue;
      sum_question (self, count, &question);
      g_array_append_val (count->questions, question);
    }

  return count;
}

/**
 * mtr_evaluation_count_free:
 * @self: (transfer full): a count
 */
void
mtr_evaluation_count_free (MtrEvaluationCount *self)
{
  g_array_unref (self->questions);
  g_free (self);
}

/**
 * mtr_evaluation_count_list:
 * @snapshot: every pairing, evaluation and answer of a programme
 * @packs: (element-type MtrPack): the packs of the programme
 * @scope: what is asked for; its service and its team are passed over
 *
 * Returns: (transfer full) (element-type MtrEvaluationCount): the answers in each form with which the schemes look back, in
 *   the order of @packs and of their forms
 */
GPtrArray *
mtr_evaluation_count_list (MtrSnapshot          *snapshot,
                           GPtrArray            *packs,
                           const MtrReportScope *scope)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_evaluation_count_free);
  g_autofree char *from = g_date_valid (&scope->from) ? mtr_date_to_iso (&scope->from) : NULL;
  g_autofree char *until = NULL;
  Counting counting = { snapshot, from, NULL, FALSE };
  GDate day;

  counting.has_begun = mtr_report_scope_get_until (scope, &day);
  counting.until = until = mtr_date_to_iso (&day);
  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);
      GPtrArray *forms = mtr_pack_get_forms (pack);

      for (guint j = 0; j < forms->len; j++)
        {
          const MtrForm *form = g_ptr_array_index (forms, j);

          if (form->use == MTR_FORM_EVALUATION &&
              (scope->pack == NULL || g_str_equal (scope->pack, mtr_pack_get_id (pack))))
            g_ptr_array_add (counts, count_form (&counting, pack, form));
        }
    }

  return counts;
}
