/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fill-in forms of a pack. One shape serves tools, checklists, evaluations
 * and reviews, so that one page shows them all and one table keeps the answers.
 */

#include "mtr-form.h"

/**
 * mtr_question_new:
 *
 * Returns: (transfer full): an empty question without choices
 */
MtrQuestion *
mtr_question_new (void)
{
  return g_new0 (MtrQuestion, 1);
}

/**
 * mtr_question_free:
 * @question: (transfer full): a question
 */
void
mtr_question_free (MtrQuestion *question)
{
  g_free (question->code);
  g_free (question->title);
  g_free (question->description);
  g_free (question->low);
  g_free (question->high);
  g_clear_pointer (&question->choices, g_ptr_array_unref);
  g_free (question);
}

/**
 * mtr_question_find_choice:
 * @question: a question
 * @code: (nullable): the code that an answer holds
 *
 * Returns: (transfer none) (nullable): the choice; %NULL where the question has none of that code
 */
const MtrWord *
mtr_question_find_choice (const MtrQuestion *question,
                          const char        *code)
{
  for (guint i = 0; question->choices != NULL && i < question->choices->len; i++)
    {
      const MtrWord *choice = g_ptr_array_index (question->choices, i);

      if (g_strcmp0 (choice->code, code) == 0)
        return choice;
    }

  return NULL;
}

/**
 * mtr_form_new:
 *
 * Returns: (transfer full): an empty form
 */
MtrForm *
mtr_form_new (void)
{
  MtrForm *form = g_new0 (MtrForm, 1);

  form->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_question_free);

  return form;
}

/**
 * mtr_form_free:
 * @form: (transfer full): a form
 */
void
mtr_form_free (MtrForm *form)
{
  g_free (form->code);
  g_free (form->title);
  g_free (form->introduction);
  g_free (form->filled_by);
  g_free (form->evidence_kind);
  g_free (form->agreement_field);
  g_ptr_array_unref (form->questions);
  g_free (form);
}

/**
 * mtr_form_find_question:
 * @form: a form
 * @code: (nullable): the code that an answer is kept under
 *
 * Returns: (transfer none) (nullable): the question; %NULL where a later version of the pack has left it out
 */
const MtrQuestion *
mtr_form_find_question (const MtrForm *form,
                        const char    *code)
{
  for (guint i = 0; i < form->questions->len; i++)
    {
      const MtrQuestion *question = g_ptr_array_index (form->questions, i);

      if (g_strcmp0 (question->code, code) == 0)
        return question;
    }

  return NULL;
}
