/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_REPORTS_PAGE (mtr_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrReportsPage, mtr_reports_page, MTR, REPORTS_PAGE, MtrPage)

MtrPage *mtr_reports_page_new (MtrProgramme *programme);

G_END_DECLS
