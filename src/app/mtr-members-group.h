/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_MEMBERS_GROUP (mtr_members_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrMembersGroup, mtr_members_group, MTR, MEMBERS_GROUP, AdwBin)

GtkWidget *mtr_members_group_new        (MtrPairingModel *model,
                                         MtrPage         *page);
void       mtr_members_group_refresh    (MtrMembersGroup *self);
void       mtr_members_group_set_narrow (MtrMembersGroup *self,
                                         gboolean         narrow);

G_END_DECLS
