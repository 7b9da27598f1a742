/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_LOOKING_BACK_GROUP (mtr_looking_back_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrLookingBackGroup, mtr_looking_back_group, MTR, LOOKING_BACK_GROUP, AdwBin)

GtkWidget *mtr_looking_back_group_new        (MtrPairingModel     *model,
                                              MtrPage             *page);
void       mtr_looking_back_group_refresh    (MtrLookingBackGroup *self);
void       mtr_looking_back_group_set_narrow (MtrLookingBackGroup *self,
                                              gboolean             narrow);
gboolean   mtr_looking_back_group_start_review (MtrLookingBackGroup *self,
                                                const char          *form);
gboolean   mtr_looking_back_group_go_to      (MtrLookingBackGroup *self,
                                              MtrKind              kind,
                                              gint64               id,
                                              MtrField             field);

G_END_DECLS
