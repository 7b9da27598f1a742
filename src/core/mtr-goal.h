/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** The states of a goal. */
#define MTR_GOAL_STATE_OPEN     "open"
#define MTR_GOAL_STATE_ACHIEVED "achieved"
#define MTR_GOAL_STATE_REVISED  "revised"
#define MTR_GOAL_STATE_DROPPED  "dropped"

/** How many questions there are about a goal; each is optional. */
#define MTR_GOAL_N_QUESTIONS 5

/**
 * MtrGoalStanding:
 * @MTR_GOAL_ON_TRACK: open, and nothing of it is overdue
 * @MTR_GOAL_LATE: open, and its day, or that of a milestone not reached, has passed
 * @MTR_GOAL_REACHED: reached
 * @MTR_GOAL_REVISED: another goal has taken its place
 * @MTR_GOAL_DROPPED: given up
 *
 * Where a goal is on a day.
 */
typedef enum {
  MTR_GOAL_ON_TRACK,
  MTR_GOAL_LATE,
  MTR_GOAL_REACHED,
  MTR_GOAL_REVISED,
  MTR_GOAL_DROPPED,
} MtrGoalStanding;

MtrRecord       *mtr_goal_new                (gint64           id,
                                              gint64           pairing_id,
                                              const char      *statement);
GPtrArray       *mtr_goal_list               (MtrSnapshot     *snapshot,
                                              gint64           pairing_id);
GPtrArray       *mtr_goal_list_milestones    (MtrSnapshot     *snapshot,
                                              gint64           goal_id);
GPtrArray       *mtr_goal_list_activities    (MtrSnapshot     *snapshot,
                                              gint64           pairing_id,
                                              gint64           goal_id);
MtrGoalStanding  mtr_goal_get_standing       (MtrSnapshot     *snapshot,
                                              MtrRecord       *goal,
                                              const GDate     *today);
const char      *mtr_goal_get_standing_label (MtrGoalStanding  standing);
char            *mtr_goal_dup_summary        (MtrSnapshot     *snapshot,
                                              MtrRecord       *goal,
                                              const GDate     *today);
char            *mtr_goal_dup_line           (MtrSnapshot     *snapshot,
                                              MtrRecord       *goal,
                                              const GDate     *today);
char            *mtr_goal_dup_on_track       (MtrSnapshot     *snapshot,
                                              gint64           pairing_id,
                                              const GDate     *today);
const MtrField  *mtr_goal_get_questions      (void);
guint            mtr_goal_count_answered     (MtrRecord       *goal);
MtrChange       *mtr_goal_move               (MtrRecord       *goal,
                                              const char      *state,
                                              const GDate     *today);

G_END_DECLS
