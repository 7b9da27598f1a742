/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_ACTION_BUTTON (mtr_action_button_get_type ())
G_DECLARE_FINAL_TYPE (MtrActionButton, mtr_action_button, MTR, ACTION_BUTTON, AdwBin)

void mtr_action_button_set_model (MtrActionButton *self,
                                  MtrPairingModel *model);
void mtr_action_button_show      (MtrActionButton *self,
                                  MtrRecord       *action);
void mtr_action_button_fill      (MtrActionButton *self,
                                  MtrRecord       *action);

G_END_DECLS
