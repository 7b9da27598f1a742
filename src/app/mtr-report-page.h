/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_REPORT_PAGE (mtr_report_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrReportPage, mtr_report_page, MTR, REPORT_PAGE, MtrPage)

MtrPage *mtr_report_page_new       (MtrPairingModel *model);
char    *mtr_report_page_dup_state (MtrPairingModel *model);

G_END_DECLS
