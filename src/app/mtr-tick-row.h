/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record-controller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_TICK_ROW (mtr_tick_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrTickRow, mtr_tick_row, MTR, TICK_ROW, AdwActionRow)

GtkWidget *mtr_tick_row_new    (MtrRecordController *controller,
                                MtrField             field);
void       mtr_tick_row_set_controller (MtrTickRow  *self,
                                MtrRecordController *controller);
void       mtr_tick_row_describe (MtrTickRow        *self,
                                const char          *title,
                                const char          *prompt);
void       mtr_tick_row_refuse (MtrTickRow          *self,
                                const char          *reason);

G_END_DECLS
