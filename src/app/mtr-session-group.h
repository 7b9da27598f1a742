/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"
#include "mtr-session-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_SESSION_GROUP (mtr_session_group_get_type ())
G_DECLARE_FINAL_TYPE (MtrSessionGroup, mtr_session_group, MTR, SESSION_GROUP, AdwBin)

GtkWidget *mtr_session_group_new     (MtrPairingModel *model,
                                      MtrPage         *page,
                                      gint64           session_id,
                                      MtrSessionForm  *form);
void       mtr_session_group_refresh (MtrSessionGroup *self);
void       mtr_session_group_flush   (MtrSessionGroup *self);

G_END_DECLS
