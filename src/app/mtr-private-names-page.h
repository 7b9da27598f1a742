/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_PRIVATE_NAMES_PAGE (mtr_private_names_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPrivateNamesPage, mtr_private_names_page, MTR, PRIVATE_NAMES_PAGE, MtrPage)

MtrPage *mtr_private_names_page_new (MtrProgramme *programme);

G_END_DECLS
