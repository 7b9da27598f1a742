/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_EVIDENCE_PAGE (mtr_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrEvidencePage, mtr_evidence_page, MTR, EVIDENCE_PAGE, MtrPage)

MtrPage *mtr_evidence_page_new (MtrPairingModel *model,
                                gint64           evidence_id);

G_END_DECLS
