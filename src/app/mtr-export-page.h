/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_EXPORT_PAGE (mtr_export_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrExportPage, mtr_export_page, MTR, EXPORT_PAGE, MtrPage)

MtrPage *mtr_export_page_new     (MtrPairingModel *model);
void     mtr_export_page_save_as (MtrExportPage   *self,
                                  const char      *path);

G_END_DECLS
