/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_DIARY_PAGE (mtr_diary_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrDiaryPage, mtr_diary_page, MTR, DIARY_PAGE, MtrPage)

MtrPage *mtr_diary_page_new (MtrPairingModel *model);

G_END_DECLS
