/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

G_BEGIN_DECLS

void   mtr_diary_actions_remove        (MtrPairingModel *model,
                                        MtrRecord       *session);
void   mtr_diary_actions_set_state     (MtrPairingModel *model,
                                        MtrRecord       *session,
                                        const char      *state);
void   mtr_diary_actions_tick          (MtrPairingModel *model,
                                        MtrRecord       *action);
GMenu *mtr_diary_actions_make_menu     (MtrPairingModel *model,
                                        MtrRecord       *session);
GMenu *mtr_diary_actions_make_not_held (MtrPairingModel *model,
                                        MtrRecord       *session,
                                        const char      *action);

G_END_DECLS
