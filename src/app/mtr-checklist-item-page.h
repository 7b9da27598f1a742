/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_CHECKLIST_ITEM_PAGE (mtr_checklist_item_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrChecklistItemPage, mtr_checklist_item_page, MTR, CHECKLIST_ITEM_PAGE, MtrPage)

MtrPage    *mtr_checklist_item_page_new (MtrProgramme  *programme,
                                         const MtrWord *item,
                                         MtrRecord     *answer);
const char *mtr_checklist_get_words     (const char    *answer);

G_END_DECLS
