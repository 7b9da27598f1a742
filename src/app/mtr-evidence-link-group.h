/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_EVIDENCE_LINK_GROUP (mtr_evidence_link_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrEvidenceLinkGroup, mtr_evidence_link_group, MTR, EVIDENCE_LINK_GROUP, AdwPreferencesGroup)

GtkWidget *mtr_evidence_link_group_new     (MtrPairingModel      *model,
                                            MtrRecord            *link);
void       mtr_evidence_link_group_refresh (MtrEvidenceLinkGroup *self,
                                            MtrRecord            *link);

G_END_DECLS
