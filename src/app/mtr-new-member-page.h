/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_NEW_MEMBER_PAGE (mtr_new_member_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrNewMemberPage, mtr_new_member_page, MTR, NEW_MEMBER_PAGE, MtrPage)

MtrPage *mtr_new_member_page_new (MtrPairingModel *model);
MtrPage *mtr_new_group_page_new  (MtrProgramme    *programme);

G_END_DECLS
