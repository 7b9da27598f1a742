/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_OBSERVATION_TEXT (mtr_observation_text_get_type ())
G_DECLARE_FINAL_TYPE (MtrObservationText, mtr_observation_text, MTR, OBSERVATION_TEXT, GtkBox)

GtkWidget *mtr_observation_text_new (MtrPack            *pack,
                                     MtrSnapshot        *snapshot,
                                     MtrRecord          *observation,
                                     MtrObservationStep  from,
                                     MtrObservationStep  to);

MtrObservationStep mtr_observation_text_find_step (MtrField field);

G_END_DECLS
