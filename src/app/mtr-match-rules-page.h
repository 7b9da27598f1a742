/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match-model.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_MATCH_RULES_PAGE (mtr_match_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrMatchRulesPage, mtr_match_rules_page, MTR, MATCH_RULES_PAGE, MtrPage)

MtrPage *mtr_match_rules_page_new (MtrMatchModel *model);

G_END_DECLS
