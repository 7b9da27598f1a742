/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-form-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_REVIEW_PAGE (mtr_review_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrReviewPage, mtr_review_page, MTR, REVIEW_PAGE, MtrFormPage)

MtrPage    *mtr_review_page_new       (MtrPairingModel *model,
                                       MtrRecord       *review,
                                       const char      *kind);
char       *mtr_review_page_dup_title (MtrPack         *pack,
                                       const char      *kind);

G_END_DECLS
