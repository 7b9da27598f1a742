/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-mapping.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_IMPORT_ROWS_PAGE (mtr_import_rows_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrImportRowsPage, mtr_import_rows_page, MTR, IMPORT_ROWS_PAGE, MtrPage)

MtrPage *mtr_import_rows_page_new (MtrProgramme     *programme,
                                   MtrImportMapping *mapping,
                                   gboolean          add_line_managers);

G_END_DECLS
