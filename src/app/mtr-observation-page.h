/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_OBSERVATION_PAGE (mtr_observation_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrObservationPage, mtr_observation_page, MTR, OBSERVATION_PAGE, MtrPage)

MtrPage *mtr_observation_page_new         (MtrPairingModel *model,
                                           gint64           observation_id);
MtrPage *mtr_observation_page_new_planned (MtrPairingModel *model,
                                           const char      *type,
                                           gint64           observed_id);

G_END_DECLS
