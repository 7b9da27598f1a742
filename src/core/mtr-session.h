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

gint64      mtr_session_sum_minutes         (MtrSnapshot *snapshot,
                                             gint64       pairing_id);
guint       mtr_session_count_held          (MtrSnapshot *snapshot,
                                             gint64       pairing_id);
const char *mtr_session_get_last_held_on    (MtrSnapshot *snapshot,
                                             gint64       pairing_id);
const char *mtr_session_get_next_planned_on (MtrSnapshot *snapshot,
                                             gint64       pairing_id);

G_END_DECLS
