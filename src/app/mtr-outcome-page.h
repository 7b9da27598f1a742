/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_OUTCOME_PAGE (mtr_outcome_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrOutcomePage, mtr_outcome_page, MTR, OUTCOME_PAGE, MtrPage)

MtrPage *mtr_outcome_page_new       (MtrPairingModel *model,
                                     MtrKind          kind);
char    *mtr_outcome_page_dup_state (MtrPairingModel *model,
                                     MtrKind          kind);

G_END_DECLS
