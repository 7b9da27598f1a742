/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fill-in forms of a pack: tools, checklists, evaluations, reviews. */

#pragma once

#include "mtr-word.h"

G_BEGIN_DECLS

/**
 * MtrQuestionType:
 * @MTR_QUESTION_LONG: some sentences
 * @MTR_QUESTION_SHORT: a line
 * @MTR_QUESTION_SCALE: a whole number from lowest to highest
 * @MTR_QUESTION_CHOICE: the code of one of the choices
 * @MTR_QUESTION_TICK: ticked or not
 *
 * How a question is answered.
 */
typedef enum {
  MTR_QUESTION_LONG,
  MTR_QUESTION_SHORT,
  MTR_QUESTION_SCALE,
  MTR_QUESTION_CHOICE,
  MTR_QUESTION_TICK,
} MtrQuestionType;

/**
 * MtrQuestion:
 * @code: (owned): unique in its form; what an answer is kept under
 * @title: (owned): the question
 * @description: (owned) (nullable): a hint
 * @type: how it is answered
 * @words: about how many words are asked for; 0 where there is no figure
 * @effect: an evaluation: asks for the effect on the people who use services
 * @lowest: of a scale
 * @highest: of a scale, greater than @lowest
 * @low: (owned) (nullable): what the lowest figure means
 * @high: (owned) (nullable): what the highest figure means
 * @choices: (owned) (element-type MtrWord) (nullable): of a choice, two or more; %NULL otherwise
 *
 * A question of a form. None has to be answered.
 */
typedef struct {
  char            *code;
  char            *title;
  char            *description;
  MtrQuestionType  type;
  int              words;
  gboolean         effect;
  int              lowest;
  int              highest;
  char            *low;
  char            *high;
  GPtrArray       *choices;
} MtrQuestion;

/**
 * MtrFormUse:
 * @MTR_FORM_TOOL: something to think or talk with, in the library
 * @MTR_FORM_CHECKLIST: a checklist besides the mentor's own
 * @MTR_FORM_CHECK: the check some months after a pairing began, and a review
 * @MTR_FORM_EVALUATION: at the end of a pairing
 * @MTR_FORM_GROUP: what a peer group writes down together about one presenter's question
 * @MTR_FORM_MEMBER: what each member of a peer group writes down for themselves
 * @MTR_FORM_LEARNING_REVIEW: what stands over learning without hours, filled in with the supervisor
 * @MTR_FORM_CPD: a note in the questions of the regulator, to copy out
 *
 * What a form is for, and so where it is offered.
 */
typedef enum {
  MTR_FORM_TOOL,
  MTR_FORM_CHECKLIST,
  MTR_FORM_CHECK,
  MTR_FORM_EVALUATION,
  MTR_FORM_GROUP,
  MTR_FORM_MEMBER,
  MTR_FORM_LEARNING_REVIEW,
  MTR_FORM_CPD,
} MtrFormUse;

/**
 * MtrFormAudience:
 * @MTR_FORM_AUDIENCE_MINE: always private: there is nothing to choose
 * @MTR_FORM_AUDIENCE_PAIR: mentor and mentee, from the beginning
 * @MTR_FORM_AUDIENCE_GIVER: private until the one who filled it in passes it on to the pair
 * @MTR_FORM_AUDIENCE_EVIDENCE: private until the one who filled it in makes it a piece of evidence
 *
 * Who reads an answered form, and who decides it.
 */
typedef enum {
  MTR_FORM_AUDIENCE_MINE,
  MTR_FORM_AUDIENCE_PAIR,
  MTR_FORM_AUDIENCE_GIVER,
  MTR_FORM_AUDIENCE_EVIDENCE,
} MtrFormAudience;

/**
 * MtrForm:
 * @code: (owned): unique in the pack; what an answered form is kept under
 * @title: (owned): what it is called
 * @introduction: (owned): what it is good for, and who reads it
 * @use: what it is for
 * @filled_by: (owned): who fills it in: "mentee", "mentor", "pair" (together), "line-manager", "supervisee", "observer",
 *   "member" (of a group) or "anybody"
 * @audience: who reads it
 * @evidence_kind: (owned) (nullable): the kind of evidence that it may become, with what is personal taken out
 * @agreement_field: (owned) (nullable): the column of %MTR_KIND_AGREEMENT that its answers may be copied into
 * @named_by_choice: whether the one who fills it in may leave out who they are
 * @prints_blank: whether it is offered on paper, to be filled in by hand
 * @questions: (owned) (element-type MtrQuestion): at least one
 *
 * A form to fill in.
 */
typedef struct {
  char            *code;
  char            *title;
  char            *introduction;
  MtrFormUse       use;
  char            *filled_by;
  MtrFormAudience  audience;
  char            *evidence_kind;
  char            *agreement_field;
  gboolean         named_by_choice;
  gboolean         prints_blank;
  GPtrArray       *questions;
} MtrForm;

MtrQuestion       *mtr_question_new         (void);
void               mtr_question_free        (MtrQuestion   *question);
const MtrWord     *mtr_question_find_choice (const MtrQuestion *question,
                                             const char        *code);

MtrForm           *mtr_form_new             (void);
void               mtr_form_free            (MtrForm       *form);
const MtrQuestion *mtr_form_find_question   (const MtrForm *form,
                                             const char    *code);

G_END_DECLS
