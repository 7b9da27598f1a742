/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_ARCHIVE_PAGE (mtr_archive_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrArchivePage, mtr_archive_page, MTR, ARCHIVE_PAGE, MtrPage)

MtrPage *mtr_archive_page_new     (MtrProgramme   *programme,
                                   gint64          pairing_id,
                                   const char     *pairing_title);
void     mtr_archive_page_save_as (MtrArchivePage *self,
                                   const char     *path);

G_END_DECLS
