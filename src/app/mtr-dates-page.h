/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_DATES_PAGE (mtr_dates_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrDatesPage, mtr_dates_page, MTR, DATES_PAGE, MtrPage)

MtrPage *mtr_dates_page_new (MtrPairingModel *model);

G_END_DECLS
