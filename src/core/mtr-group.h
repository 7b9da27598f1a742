/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** How a pairing is made up, as MTR_PAIRING_STRUCTURE keeps it. */
#define MTR_STRUCTURE_ONE_TO_ONE "one-to-one"
#define MTR_STRUCTURE_GROUP      "group"

/** MtrGroupAttendance: one membership, and the meetings within it. */
typedef struct {
  MtrRecord *member;      /* (unowned): the membership */
  gint64     person_id;
  guint      n_held;      /* meetings held while they belonged to the group */
  guint      n_attended;  /* of these */
  gint64     minutes;     /* that they were there, a late arrival and an early leaving taken off */
} MtrGroupAttendance;

gboolean   mtr_group_is_group          (MtrRecord   *pairing);
gboolean   mtr_group_lacks_facilitator (MtrRecord   *pairing);
GPtrArray *mtr_group_list_attendance   (MtrSnapshot *snapshot,
                                        gint64       pairing_id);
gboolean   mtr_group_was_there         (MtrSnapshot *snapshot,
                                        MtrRecord   *session,
                                        gint64       person_id,
                                        gint64      *minutes);

MtrProblem *mtr_group_check_member        (MtrSnapshot *snapshot,
                                           MtrRecord   *pairing,
                                           gint64       person_id);
void        mtr_group_add_member          (MtrChange   *change,
                                           MtrRecord   *pairing,
                                           gint64       id,
                                           gint64       person_id,
                                           const char  *on);
GPtrArray  *mtr_group_list_member_problems (MtrRecord  *member);
gboolean    mtr_group_is_within           (MtrRecord   *member,
                                           const char  *on);
gboolean    mtr_group_may_see             (MtrSnapshot *snapshot,
                                           MtrRecord   *pairing,
                                           MtrRecord   *session,
                                           gint64       person_id);
gboolean    mtr_group_may_see_record      (MtrSnapshot *snapshot,
                                           MtrRecord   *record,
                                           gint64       person_id);

G_END_DECLS
