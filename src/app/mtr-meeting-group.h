/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_MEETING_GROUP (mtr_meeting_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrMeetingGroup, mtr_meeting_group, MTR, MEETING_GROUP, AdwBin)

GtkWidget *mtr_meeting_group_new        (MtrPairingModel *model);
void       mtr_meeting_group_refresh    (MtrMeetingGroup *self);
void       mtr_meeting_group_set_narrow (MtrMeetingGroup *self,
                                         gboolean         narrow);

G_END_DECLS
