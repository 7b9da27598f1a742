/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has learnt and handed in, against what the pack asks of them. */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

#define MTR_OUTCOME_SATISFACTORY   "satisfactory"
#define MTR_OUTCOME_UNSATISFACTORY "unsatisfactory"
#define MTR_OUTCOME_INCOMPLETE     "incomplete"

#define MTR_WORKING_TIME_PART_TIME "part-time"

const MtrRegime *mtr_learning_get_regime      (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id);
GPtrArray       *mtr_learning_list_records    (MtrSnapshot *snapshot,
                                               gint64       person_id);
int              mtr_learning_sum_minutes     (MtrSnapshot *snapshot,
                                               gint64       person_id,
                                               int         *protection);
guint            mtr_learning_count_in_area   (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id,
                                               const char  *area);
MtrRecord       *mtr_learning_find_submission (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id);
char            *mtr_learning_dup_due_on      (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id);

G_END_DECLS
