/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"
#include "mtr-record-controller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_COMMITMENT_GROUP (mtr_commitment_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrCommitmentGroup, mtr_commitment_group, MTR, COMMITMENT_GROUP, AdwBin)

GtkWidget *mtr_commitment_group_new     (MtrPairingModel     *model,
                                         MtrRecord           *agreement,
                                         MtrRecordController *controller);
void       mtr_commitment_group_refresh (MtrCommitmentGroup  *self);
gboolean   mtr_commitment_group_refuse  (MtrCommitmentGroup  *self);

G_END_DECLS
