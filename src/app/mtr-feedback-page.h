/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_FEEDBACK_PAGE (mtr_feedback_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrFeedbackPage, mtr_feedback_page, MTR, FEEDBACK_PAGE, MtrPage)

MtrPage  *mtr_feedback_page_new         (MtrPairingModel *model,
                                         const char      *area);
gboolean  mtr_feedback_page_is_possible (MtrPairingModel *model);

G_END_DECLS
