/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has learnt and handed in, against what the pack asks of them. */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

#define MTR_OUTCOME_SATISFACTORY   "satisfactory"
#define MTR_OUTCOME_UNSATISFACTORY "unsatisfactory"
#define MTR_OUTCOME_INCOMPLETE     "incomplete"

#define MTR_WORKING_TIME_PART_TIME "part-time"

/** MtrLearning: what somebody has learnt so far, beside what their regime asks for. */
typedef struct {
  const MtrRegime *regime;              /* (unowned) (nullable): of the pack; nothing is asked for, or it is not known what */
  gint64           minutes;             /* of all learning, with that on protection */
  gint64           protection_minutes;  /* of these */
  guint            n_elements;          /* areas of the pack */
  GPtrArray       *elements_missing;    /* (owned) (element-type MtrStandard): nothing has been written of them */
  char            *shared_on;           /* (owned) (nullable): ISO date: last shared with the supervisor */
} MtrLearning;

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
MtrLearning     *mtr_learning_sum             (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id,
                                               const GDate *today);
void             mtr_learning_free            (MtrLearning *self);
gboolean         mtr_learning_is_complete     (const MtrLearning *self);
GPtrArray       *mtr_learning_list_problems   (MtrRecord   *record,
                                               const GDate *today);
MtrChange       *mtr_learning_pass_feedback_on (MtrRecord  *record,
                                               const char  *on);
MtrRecord       *mtr_learning_new_from_event  (MtrRecord   *event,
                                               gint64       person_id,
                                               gint64       id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrLearning, mtr_learning_free)

G_END_DECLS
