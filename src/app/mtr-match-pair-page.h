/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match-model.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_MATCH_PAIR_PAGE (mtr_match_pair_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrMatchPairPage, mtr_match_pair_page, MTR, MATCH_PAIR_PAGE, MtrPage)

MtrPage *mtr_match_pair_page_new (MtrMatchModel *model,
                                  gint64         mentee_id,
                                  gint64         mentor_id);

G_END_DECLS
