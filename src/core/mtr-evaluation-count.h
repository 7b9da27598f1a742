/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-evaluation.h"
#include "mtr-report-scope.h"

G_BEGIN_DECLS

/** MtrEvaluationQuestion: what may be said of the answers to one question. */
typedef struct {
  const MtrQuestion *question;  /* (unowned): of the pack; answered with a figure */
  MtrEvaluationSum   sum;
} MtrEvaluationQuestion;

/** MtrEvaluationCount: the answers in one form of one scheme. */
typedef struct {
  MtrPack       *pack;       /* (unowned) */
  const MtrForm *form;       /* (unowned): of the pack */
  guint          n_asked;    /* evaluations that could be given in the period: asked for by its end, not given before it */
  GArray        *questions;  /* (owned) (element-type MtrEvaluationQuestion): in the order of the form */
} MtrEvaluationCount;

void       mtr_evaluation_count_free (MtrEvaluationCount   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrEvaluationCount, mtr_evaluation_count_free)

GPtrArray *mtr_evaluation_count_list (MtrSnapshot          *snapshot,
                                      GPtrArray            *packs,
                                      const MtrReportScope *scope);

G_END_DECLS
