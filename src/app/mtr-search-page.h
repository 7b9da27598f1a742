/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_SEARCH_PAGE (mtr_search_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrSearchPage, mtr_search_page, MTR, SEARCH_PAGE, MtrPage)

MtrPage *mtr_search_page_new    (MtrProgramme  *programme);
void     mtr_search_page_search (MtrSearchPage *self,
                                 const char    *words);

G_END_DECLS
