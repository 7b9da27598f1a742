/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_PLAN_PAGE (mtr_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPlanPage, mtr_plan_page, MTR, PLAN_PAGE, MtrPage)

MtrPage *mtr_plan_page_new (MtrPairingModel *model);

G_END_DECLS
