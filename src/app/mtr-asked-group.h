/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_ASKED_GROUP (mtr_asked_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrAskedGroup, mtr_asked_group, MTR, ASKED_GROUP, AdwBin)

GtkWidget *mtr_asked_group_new        (MtrPairingModel *model);
void       mtr_asked_group_refresh    (MtrAskedGroup   *self);
void       mtr_asked_group_set_narrow (MtrAskedGroup   *self,
                                       gboolean         narrow);

G_END_DECLS
