/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_GOAL_PAGE (mtr_goal_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrGoalPage, mtr_goal_page, MTR, GOAL_PAGE, MtrRecordPage)

MtrPage *mtr_goal_page_new (MtrPairingModel *model,
                            gint64           goal_id);

G_END_DECLS
