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
gboolean   mtr_evaluation_get_mean         (GPtrArray           *evaluations,
                                            GPtrArray           *answers,
                                            const char          *question,
                                            double              *mean,
                                            guint               *n_answers);

G_END_DECLS
