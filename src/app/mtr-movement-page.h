/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_MOVEMENT_PAGE (mtr_movement_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrMovementPage, mtr_movement_page, MTR, MOVEMENT_PAGE, MtrPage)

MtrPage *mtr_movement_page_new (MtrPairingModel *model,
                                gint64           person_id);

G_END_DECLS
