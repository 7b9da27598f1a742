/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_PORTFOLIO_IN_PAGE (mtr_portfolio_in_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPortfolioInPage, mtr_portfolio_in_page, MTR, PORTFOLIO_IN_PAGE, MtrPage)

MtrPage *mtr_portfolio_in_page_new  (MtrProgramme       *programme);
void     mtr_portfolio_in_page_read (MtrPortfolioInPage *self,
                                     GFile              *file);

G_END_DECLS
