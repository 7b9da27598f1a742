/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrPlanStep: one thing on the time line of a pairing: a milestone, an activity or an action. */
typedef struct {
  MtrRecord  *record;    /* (unowned): of the snapshot */
  MtrRecord  *goal;      /* (unowned) (nullable): what it is for */
  MtrRecord  *owner;     /* (unowned) (nullable): who does it */
  const char *text;      /* (unowned) (nullable) */
  const char *due_on;    /* (unowned) (nullable): ISO date */
  const char *done_on;   /* (unowned) (nullable): ISO date */
} MtrPlanStep;

GPtrArray  *mtr_plan_list_steps     (MtrSnapshot       *snapshot,
                                     gint64             pairing_id,
                                     gint64             reader_id,
                                     gboolean           done);
const char *mtr_plan_get_kind_label (MtrKind            kind);
gboolean    mtr_plan_step_is_late   (const MtrPlanStep *step,
                                     const GDate       *today);
char       *mtr_plan_step_dup_when  (const MtrPlanStep *step,
                                     const GDate       *today);

G_END_DECLS
