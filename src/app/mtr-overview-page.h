/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_OVERVIEW_PAGE (mtr_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrOverviewPage, mtr_overview_page, MTR, OVERVIEW_PAGE, MtrPage)

MtrPage *mtr_overview_page_new (MtrPairingModel *model);

G_END_DECLS
