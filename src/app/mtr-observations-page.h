/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_OBSERVATIONS_PAGE (mtr_observations_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrObservationsPage, mtr_observations_page, MTR, OBSERVATIONS_PAGE, MtrPage)

MtrPage *mtr_observations_page_new (MtrPairingModel *model);

G_END_DECLS
