/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_MATCHING_PAGE (mtr_matching_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrMatchingPage, mtr_matching_page, MTR, MATCHING_PAGE, MtrPage)

MtrPage *mtr_matching_page_new (MtrProgramme *programme);

G_END_DECLS
