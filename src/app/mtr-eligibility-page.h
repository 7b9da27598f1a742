/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_ELIGIBILITY_PAGE (mtr_eligibility_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrEligibilityPage, mtr_eligibility_page, MTR, ELIGIBILITY_PAGE, MtrPage)

MtrPage *mtr_eligibility_page_new (MtrPairingModel *model,
                                   MtrField         field);

G_END_DECLS
