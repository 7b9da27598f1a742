/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-session-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_SESSION_DEEPER (mtr_session_deeper_get_type ())
G_DECLARE_FINAL_TYPE (MtrSessionDeeper, mtr_session_deeper, MTR, SESSION_DEEPER, AdwBin)

GtkWidget *mtr_session_deeper_new     (MtrPairingModel  *model,
                                       gint64            session_id,
                                       MtrSessionForm   *form);
void       mtr_session_deeper_refresh (MtrSessionDeeper *self);
gboolean   mtr_session_deeper_go_to   (MtrSessionDeeper *self,
                                       MtrKind           kind,
                                       gint64            id,
                                       MtrField          field);
void       mtr_session_deeper_flush   (MtrSessionDeeper *self);

G_END_DECLS
