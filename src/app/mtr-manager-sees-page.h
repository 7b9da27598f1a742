/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_MANAGER_SEES_PAGE (mtr_manager_sees_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrManagerSeesPage, mtr_manager_sees_page, MTR, MANAGER_SEES_PAGE, MtrPage)

char    *mtr_manager_sees_dup_question (MtrPairingModel *model);
MtrPage *mtr_manager_sees_page_new     (MtrPairingModel *model);

G_END_DECLS
