/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_SET_ASIDE_PAGE (mtr_set_aside_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrSetAsidePage, mtr_set_aside_page, MTR, SET_ASIDE_PAGE, MtrPage)

MtrPage *mtr_set_aside_page_new (MtrProgramme *programme,
                                 MtrRecord    *attention,
                                 const char   *title,
                                 const char   *subtitle);

G_END_DECLS
