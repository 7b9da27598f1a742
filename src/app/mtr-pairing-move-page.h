/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_PAIRING_MOVE_PAGE (mtr_pairing_move_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPairingMovePage, mtr_pairing_move_page, MTR, PAIRING_MOVE_PAGE, MtrPage)

MtrPage *mtr_pairing_move_page_new (MtrPairingModel *model,
                                    const char      *to);

G_END_DECLS
