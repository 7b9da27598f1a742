/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** The states of a session. */
#define MTR_SESSION_STATE_PLANNED     "planned"
#define MTR_SESSION_STATE_UNFINISHED  "unfinished"
#define MTR_SESSION_STATE_HELD        "held"
#define MTR_SESSION_STATE_RESCHEDULED "rescheduled"
#define MTR_SESSION_STATE_CANCELLED   "cancelled"
#define MTR_SESSION_STATE_MISSED      "missed"

GPtrArray  *mtr_session_list_problems       (MtrPack     *pack,
                                             MtrSnapshot *snapshot,
                                             MtrRecord   *session,
                                             const GDate *today);
const char *mtr_session_get_state_when_done (MtrRecord   *session,
                                             const GDate *today);
const char *mtr_session_suggest_kind        (MtrPack     *pack,
                                             MtrSnapshot *snapshot,
                                             gint64       pairing_id,
                                             const char  *held_on);
gboolean    mtr_session_is_before_agreement (MtrSnapshot *snapshot,
                                             MtrRecord   *session);
const char *mtr_session_get_state_label     (const char  *state);

GPtrArray  *mtr_session_list_newest_first   (MtrSnapshot *snapshot,
                                             gint64       pairing_id);
MtrRecord  *mtr_session_find_to_write       (MtrSnapshot *snapshot,
                                             gint64       pairing_id,
                                             const GDate *today);
MtrRecord  *mtr_session_begin               (MtrPack     *pack,
                                             MtrSnapshot *snapshot,
                                             MtrRecord   *pairing,
                                             gint64       id,
                                             gboolean     plan,
                                             const GDate *today);
gint64      mtr_session_suggest_minutes     (MtrPack     *pack,
                                             MtrRecord   *pairing);
void        mtr_session_suggest_next_day    (MtrPack     *pack,
                                             MtrSnapshot *snapshot,
                                             MtrRecord   *pairing,
                                             const GDate *today,
                                             GDate       *day);
MtrRecord  *mtr_session_find_action         (MtrSnapshot *snapshot,
                                             MtrRecord   *session);
GPtrArray  *mtr_session_list_open_actions   (MtrSnapshot *snapshot,
                                             gint64       pairing_id);

gint64      mtr_session_sum_minutes         (MtrSnapshot *snapshot,
                                             gint64       pairing_id);
guint       mtr_session_count_held          (MtrSnapshot *snapshot,
                                             gint64       pairing_id);
const char *mtr_session_get_last_held_on    (MtrSnapshot *snapshot,
                                             gint64       pairing_id);
const char *mtr_session_get_next_planned_on (MtrSnapshot *snapshot,
                                             gint64       pairing_id,
                                             const GDate *from);

G_END_DECLS
