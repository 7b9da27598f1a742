/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

MtrPage *mtr_action_page_new (MtrPairingModel *model,
                              gint64           action_id);

G_END_DECLS
