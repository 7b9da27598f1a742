/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_RATIONALES_PAGE (mtr_rationales_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrRationalesPage, mtr_rationales_page, MTR, RATIONALES_PAGE, MtrPage)

MtrPage *mtr_rationales_page_new (MtrPairingModel *model);

G_END_DECLS
