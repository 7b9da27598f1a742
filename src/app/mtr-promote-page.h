/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_PROMOTE_PAGE (mtr_promote_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPromotePage, mtr_promote_page, MTR, PROMOTE_PAGE, MtrPage)

MtrPage *mtr_promote_page_new (MtrPairingModel *model,
                               gint64           session_id);

G_END_DECLS
