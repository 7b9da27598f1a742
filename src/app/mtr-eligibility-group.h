/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_ELIGIBILITY_GROUP (mtr_eligibility_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrEligibilityGroup, mtr_eligibility_group, MTR, ELIGIBILITY_GROUP, AdwBin)

GtkWidget *mtr_eligibility_group_new          (MtrPairingModel     *model,
                                               gboolean             whole);
void       mtr_eligibility_group_refresh      (MtrEligibilityGroup *self);
void       mtr_eligibility_group_set_narrow   (MtrEligibilityGroup *self,
                                               gboolean             narrow);
gboolean   mtr_eligibility_group_focus_reason (MtrEligibilityGroup *self,
                                               MtrField             field);
void       mtr_eligibility_group_leave        (MtrEligibilityGroup *self);

G_END_DECLS
