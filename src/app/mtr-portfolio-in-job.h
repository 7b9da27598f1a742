/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-portfolio-import.h"
#include "mtr-programme.h"

G_BEGIN_DECLS

void                 mtr_portfolio_in_job_check_async     (MtrProgramme         *programme,
                                                           MtrCarriedPortfolio  *carried,
                                                           gint64                owner,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
MtrPortfolioImport  *mtr_portfolio_in_job_check_finish    (GAsyncResult         *result,
                                                           MtrSnapshot         **file,
                                                           GError              **error);
void                 mtr_portfolio_in_job_bring_in_async  (MtrProgramme         *programme,
                                                           MtrPortfolioImport   *import,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
gboolean             mtr_portfolio_in_job_bring_in_finish (GAsyncResult         *result,
                                                           GError              **error);

G_END_DECLS
