/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_ATTENDANCE_GROUP (mtr_attendance_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrAttendanceGroup, mtr_attendance_group, MTR, ATTENDANCE_GROUP, AdwBin)

GtkWidget *mtr_attendance_group_new        (MtrPage            *page);
void       mtr_attendance_group_show       (MtrAttendanceGroup *self,
                                            MtrRecord          *event);
void       mtr_attendance_group_remove_event (MtrAttendanceGroup *self,
                                            MtrChange          *change);

G_END_DECLS
