/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_PLAN_ITEM_PAGE (mtr_plan_item_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPlanItemPage, mtr_plan_item_page, MTR, PLAN_ITEM_PAGE, MtrRecordPage)

MtrPage *mtr_plan_item_page_new (MtrPairingModel *model,
                                 MtrKind          kind,
                                 gint64           id,
                                 gint64           goal_id);

G_END_DECLS
