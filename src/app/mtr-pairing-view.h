/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_PAIRING_VIEW (mtr_pairing_view_get_type ())
G_DECLARE_FINAL_TYPE (MtrPairingView, mtr_pairing_view, MTR, PAIRING_VIEW, MtrPage)

MtrPage         *mtr_pairing_view_new       (MtrProgramme   *programme,
                                             gint64          pairing_id);
MtrPairingModel *mtr_pairing_view_get_model (MtrPairingView *self);
MtrPage         *mtr_pairing_view_get_shown (MtrPairingView *self);

G_END_DECLS
