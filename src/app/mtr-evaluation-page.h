/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-evaluation.h"
#include "mtr-form-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_EVALUATION_PAGE (mtr_evaluation_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrEvaluationPage, mtr_evaluation_page, MTR, EVALUATION_PAGE, MtrFormPage)

MtrPage *mtr_evaluation_page_new (MtrPairingModel     *model,
                                  const MtrRespondent *respondent);

G_END_DECLS
