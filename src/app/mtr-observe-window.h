/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_OBSERVE_WINDOW (mtr_observe_window_get_type ())
G_DECLARE_FINAL_TYPE (MtrObserveWindow, mtr_observe_window, MTR, OBSERVE_WINDOW, AdwWindow)

MtrObserveWindow *mtr_observe_window_new (MtrPairingModel *model,
                                          gint64           observation_id,
                                          GtkWindow       *main_window);

G_END_DECLS
