/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pack says about learning: its regimes by date, its time limits, its self-assessment, its developmental stages. */

#pragma once

#include "mtr-word.h"

G_BEGIN_DECLS

/**
 * MtrRegime:
 * @code: (owned): "hours", "elements"
 * @title: (owned): what it is called
 * @description: (owned): what it asks for
 * @from_on: (owned) (nullable): ISO date: holds for registrations on that day and later; %NULL: since ever
 * @before_on: (owned) (nullable): ISO date: holds for registrations before that day; %NULL: until further notice
 * @minutes: learning that is asked for, in minutes; 0 where there are no hours
 * @part_minutes: of these, how many on the part that vocabulary "protection" names; 0 where there is no such part
 * @elements: whether learning is asked for in every area of the standards
 * @review_form: (owned) (nullable): the code of the form of use %MTR_FORM_LEARNING_REVIEW
 *
 * What is asked of the learning of whoever was registered within certain dates. Where a pack has regimes no two hold on
 * the same day.
 */
typedef struct {
  char     *code;
  char     *title;
  char     *description;
  char     *from_on;
  char     *before_on;
  int       minutes;
  int       part_minutes;
  gboolean  elements;
  char     *review_form;
} MtrRegime;

void      mtr_regime_free           (MtrRegime       *regime);
gboolean  mtr_regime_holds_on       (const MtrRegime *regime,
                                     const char      *registered_on);

/**
 * MtrSubmissions:
 * @full_time_months: months after registration by which the learning is handed in
 * @part_time_months: the same for whoever works part-time: longer time, the same learning
 * @remind_months: months before the date from which it is said that it comes near
 * @registration: whether renewing the registration depends on it
 *
 * The time limit of a submission. Months are clamped at their end: 31 August and six months is 28 or 29 February.
 */
typedef struct {
  int      full_time_months;
  int      part_time_months;
  int      remind_months;
  gboolean registration;
} MtrSubmissions;

char     *mtr_submissions_dup_due_on (const MtrSubmissions *submissions,
                                      const char           *registered_on,
                                      gboolean              part_time);

/**
 * MtrSelfAssessment:
 * @lowest: the lowest figure of the scale
 * @highest: the highest figure of the scale
 * @low: (owned): what the lowest means
 * @high: (owned): what the highest means
 * @level_question: (owned): "Where are you?", answered on the scale
 * @confidence_question: (owned): "How confident are you?", answered on the same scale
 * @why_question: (owned): "Why here?"
 * @help_question: (owned): "What would help?"
 * @items: (owned) (element-type MtrWord): what is assessed; the areas, or items of its own
 *
 * The self-assessment at start, middle and end, on one scale. It is a conversation, never a score that is reported.
 */
typedef struct {
  int        lowest;
  int        highest;
  char      *low;
  char      *high;
  char      *level_question;
  char      *confidence_question;
  char      *why_question;
  char      *help_question;
  GPtrArray *items;
} MtrSelfAssessment;

MtrSelfAssessment *mtr_self_assessment_new  (void);
void               mtr_self_assessment_free (MtrSelfAssessment *self_assessment);

/**
 * MtrStage:
 * @code: (owned): "self", "other" …
 * @title: (owned): what it is called
 * @description: (owned): how it shows
 * @helps: (owned) (array zero-terminated=1): what helps somebody there
 *
 * A developmental stage: a private note of the mentor with a date, never a rank; people move back with a new task.
 */
typedef struct {
  char  *code;
  char  *title;
  char  *description;
  char **helps;
} MtrStage;

void mtr_stage_free (MtrStage *stage);

G_END_DECLS
