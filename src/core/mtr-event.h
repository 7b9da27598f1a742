/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-record.h"

G_BEGIN_DECLS

/** The states of somebody's attendance. */
#define MTR_ATTENDANCE_INVITED  "invited"
#define MTR_ATTENDANCE_COMING   "coming"
#define MTR_ATTENDANCE_ATTENDED "attended"
#define MTR_ATTENDANCE_MISSED   "missed"

GPtrArray *mtr_event_list_problems  (MtrRecord  *event);
void       mtr_event_set_attendance (MtrChange  *change,
                                     MtrPack    *pack,
                                     MtrRecord  *event,
                                     MtrRecord  *attendance,
                                     const char *state,
                                     GPtrArray  *learning,
                                     gint64      learning_id);
void       mtr_event_remove         (MtrChange  *change,
                                     MtrRecord  *event,
                                     GPtrArray  *attendance,
                                     GPtrArray  *learning);

G_END_DECLS
