/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_ADD_EVIDENCE_PAGE (mtr_add_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrAddEvidencePage, mtr_add_evidence_page, MTR, ADD_EVIDENCE_PAGE, MtrPage)

MtrPage *mtr_add_evidence_page_new (MtrPairingModel *model,
                                    const char      *area,
                                    const char      *column);

G_END_DECLS
