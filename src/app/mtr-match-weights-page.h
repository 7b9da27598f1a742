/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match-model.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_MATCH_WEIGHTS_PAGE (mtr_match_weights_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrMatchWeightsPage, mtr_match_weights_page, MTR, MATCH_WEIGHTS_PAGE, MtrPage)

MtrPage *mtr_match_weights_page_new (MtrMatchModel *model);

G_END_DECLS
