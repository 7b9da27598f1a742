/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_TODAY_PAGE (mtr_today_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrTodayPage, mtr_today_page, MTR, TODAY_PAGE, MtrPage)

MtrPage *mtr_today_page_new (MtrProgramme *programme);

G_END_DECLS
