/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_AGREEMENT_PAGE (mtr_agreement_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrAgreementPage, mtr_agreement_page, MTR, AGREEMENT_PAGE, MtrPage)

MtrPage *mtr_agreement_page_new (MtrPairingModel *model,
                                 gint64           agreement_id);

G_END_DECLS
