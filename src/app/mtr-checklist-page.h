/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_CHECKLIST_PAGE (mtr_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrChecklistPage, mtr_checklist_page, MTR, CHECKLIST_PAGE, MtrPage)

MtrPage *mtr_checklist_page_new          (MtrProgramme *programme,
                                         MtrPack      *pack,
                                         MtrWordList   list);
MtrPage *mtr_checklist_page_new_for      (MtrProgramme *programme,
                                         MtrKind       kind,
                                         gint64        id);
char    *mtr_checklist_page_dup_progress (MtrProgramme *programme,
                                         MtrPack      *pack,
                                         MtrWordList   list);

G_END_DECLS
