/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-session-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_QUICK_ENTRY (mtr_quick_entry_get_type ())
G_DECLARE_FINAL_TYPE (MtrQuickEntry, mtr_quick_entry, MTR, QUICK_ENTRY, AdwBin)

GtkWidget      *mtr_quick_entry_new      (MtrPairingModel   *model,
                                          gint64             session_id,
                                          MtrSessionPurpose  purpose);
MtrSessionForm *mtr_quick_entry_get_form (MtrQuickEntry     *self);

G_END_DECLS
