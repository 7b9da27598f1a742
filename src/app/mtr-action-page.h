/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_ACTION_PAGE (mtr_action_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrActionPage, mtr_action_page, MTR, ACTION_PAGE, MtrPage)

MtrPage *mtr_action_page_new (MtrPairingModel *model,
                              gint64           action_id);

G_END_DECLS
