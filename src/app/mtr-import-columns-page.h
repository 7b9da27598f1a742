/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-mapping.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_IMPORT_COLUMNS_PAGE (mtr_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrImportColumnsPage, mtr_import_columns_page, MTR, IMPORT_COLUMNS_PAGE, MtrPage)

MtrPage *mtr_import_columns_page_new (MtrProgramme     *programme,
                                      MtrImportMapping *mapping,
                                      const char       *name);

G_END_DECLS
