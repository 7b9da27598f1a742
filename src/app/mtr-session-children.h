/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-chips.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

void mtr_session_children_show   (MtrPairingModel *model,
                                  MtrKind          kind,
                                  gint64           session_id,
                                  MtrChips        *chips);
void mtr_session_children_toggle (MtrPairingModel *model,
                                  MtrKind          kind,
                                  gint64           session_id,
                                  const char      *code,
                                  gboolean         active);
void mtr_session_children_insert (MtrPairingModel *model,
                                  MtrKind          kind,
                                  gint64           session_id,
                                  const char      *code,
                                  MtrChange       *change);

G_END_DECLS
