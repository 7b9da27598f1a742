/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_LIBRARY_PAGE (mtr_library_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrLibraryPage, mtr_library_page, MTR, LIBRARY_PAGE, MtrPage)

MtrPage *mtr_library_page_new (MtrProgramme *programme);

G_END_DECLS
