/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-carried-portfolio.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_PORTFOLIO_IN_PREVIEW_PAGE (mtr_portfolio_in_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPortfolioInPreviewPage, mtr_portfolio_in_preview_page, MTR, PORTFOLIO_IN_PREVIEW_PAGE, MtrPage)

MtrPage *mtr_portfolio_in_preview_page_new (MtrProgramme        *programme,
                                            MtrCarriedPortfolio *carried);

G_END_DECLS
