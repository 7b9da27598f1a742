/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mtr_observation_actions_withdraw     (GtkWidget       *parent,
                                           MtrPairingModel *model,
                                           MtrRecord       *observation,
                                           gboolean         of_consent);
void mtr_observation_actions_add_addendum (GtkWidget       *parent,
                                           MtrPairingModel *model,
                                           MtrRecord       *observation);
void mtr_observation_actions_erase_notes  (GtkWidget       *parent,
                                           MtrPairingModel *model,
                                           MtrRecord       *observation);
void mtr_observation_actions_print        (GtkWidget       *parent,
                                           MtrPairingModel *model,
                                           MtrRecord       *observation);

G_END_DECLS
