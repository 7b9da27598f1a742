/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_PORTFOLIO_PAGE (mtr_portfolio_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPortfolioPage, mtr_portfolio_page, MTR, PORTFOLIO_PAGE, MtrPage)

MtrPage *mtr_portfolio_page_new (MtrPairingModel *model);

G_END_DECLS
