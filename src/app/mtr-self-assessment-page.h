/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_SELF_ASSESSMENT_PAGE (mtr_self_assessment_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrSelfAssessmentPage, mtr_self_assessment_page, MTR, SELF_ASSESSMENT_PAGE, MtrPage)

MtrPage *mtr_self_assessment_page_new (MtrPairingModel *model,
                                       gint64           person_id,
                                       const char      *moment);

G_END_DECLS
