/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match-model.h"
#include "mtr-page.h"
#include "mtr-row-list.h"

G_BEGIN_DECLS

#define MTR_TYPE_MATCH_MENTORS_PAGE (mtr_match_mentors_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrMatchMentorsPage, mtr_match_mentors_page, MTR, MATCH_MENTORS_PAGE, MtrPage)

MtrPage *mtr_match_mentors_page_new     (MtrMatchModel       *model,
                                         gint64               mentee_id);
void     mtr_match_mentors_page_add_row (MtrRowList          *rows,
                                         MtrMatchModel       *model,
                                         const MtrMatchScore *score);

G_END_DECLS
