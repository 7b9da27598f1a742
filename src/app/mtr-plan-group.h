/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_PLAN_GROUP (mtr_plan_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrPlanGroup, mtr_plan_group, MTR, PLAN_GROUP, AdwBin)

GtkWidget *mtr_plan_group_new        (MtrPairingModel *model);
void       mtr_plan_group_refresh    (MtrPlanGroup    *self);
gboolean   mtr_plan_group_go_to      (MtrPlanGroup    *self,
                                      MtrKind          kind,
                                      gint64           id);
void       mtr_plan_group_set_narrow (MtrPlanGroup    *self,
                                      gboolean         narrow);

G_END_DECLS
