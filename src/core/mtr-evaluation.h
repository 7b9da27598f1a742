/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** Answers from fewer people than that are never shown (product.md, rule 6). */
#define MTR_EVALUATION_MIN_PEOPLE 5

/** MtrRespondent: somebody who is asked at the end, and how it stands with their answer. */
typedef struct {
  gint64      person_id;
  const char *role;        /* (unowned): MTR_ROLE_MENTOR or MTR_ROLE_MENTEE */
  MtrRecord  *evaluation;  /* (unowned) (nullable): what they were asked */
  gboolean    given;
} MtrRespondent;

GPtrArray *mtr_evaluation_list_respondents (MtrSnapshot         *snapshot,
                                            MtrRecord           *pairing);
MtrRecord *mtr_evaluation_new              (MtrPack             *pack,
                                            MtrRecord           *pairing,
                                            const MtrRespondent *respondent,
                                            gint64               id,
                                            const char          *on);

/** MtrEvaluationAnswer: a figure that somebody gave, for mtr_evaluation_sum(). */
typedef struct {
  gint64      evaluation_id;  /* in which; the order of what was given on one day */
  gint64      person_id;      /* by whom; 0 where it is not known */
  const char *given_on;       /* (unowned): ISO date */
  gint64      number;
} MtrEvaluationAnswer;

/** MtrEvaluationSum: what may be said of the answers to one question. */
typedef struct {
  guint    n_answers;  /* 0: nothing may be said */
  gint64   sum;
  gboolean withheld;   /* whether there are others in the time asked for, of which nothing may be said */
} MtrEvaluationSum;

void       mtr_evaluation_sum              (GArray              *answers,
                                            const char          *from,
                                            const char          *to,
                                            MtrEvaluationSum    *sum);

G_END_DECLS
