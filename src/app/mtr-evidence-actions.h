/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

G_BEGIN_DECLS

gint64 mtr_evidence_actions_add       (MtrPairingModel *model,
                                       const char      *kind,
                                       const char      *area,
                                       const char      *title,
                                       const char      *text);
gint64 mtr_evidence_actions_add_copy  (MtrPairingModel *model,
                                       gint64           session_id,
                                       const char      *kind,
                                       const char * const *areas,
                                       const char      *title,
                                       const char      *text);
void   mtr_evidence_actions_add_files (MtrPairingModel *model,
                                       GListModel      *files,
                                       const char      *area);
void   mtr_evidence_actions_attach    (MtrPairingModel *model,
                                       gint64           evidence_id,
                                       GListModel      *files);

G_END_DECLS
