/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-column.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_IMPORT_PAGE (mtr_import_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrImportPage, mtr_import_page, MTR, IMPORT_PAGE, MtrPage)

MtrPage *mtr_import_page_new  (MtrProgramme     *programme);
void     mtr_import_page_read (MtrImportPage    *self,
                               MtrImportSubject  subject,
                               GFile            *file);

G_END_DECLS
