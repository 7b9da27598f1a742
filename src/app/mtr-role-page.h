/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_ROLE_PAGE (mtr_role_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrRolePage, mtr_role_page, MTR, ROLE_PAGE, MtrPage)

MtrPage *mtr_role_page_new (MtrPairingModel *model,
                            const char      *role,
                            gint64           member_id);

G_END_DECLS
