/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-reports.h"

G_BEGIN_DECLS

#define MTR_TYPE_REPORT_VIEW_PAGE (mtr_report_view_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrReportViewPage, mtr_report_view_page, MTR, REPORT_VIEW_PAGE, MtrPage)

MtrPage *mtr_report_view_page_new         (MtrProgramme      *programme,
                                           const MtrReport   *report,
                                           gint64             pairing_id);
guint    mtr_report_view_page_get_n_pages (MtrReportViewPage *self);

G_END_DECLS
