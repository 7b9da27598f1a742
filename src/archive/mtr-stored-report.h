/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-reports.h"
#include "mtr-store.h"

G_BEGIN_DECLS

MtrDocument *mtr_stored_report_build (MtrStore         *store,
                                      const MtrReport  *report,
                                      MtrReportScope   *scope,
                                      GError          **error);

G_END_DECLS
