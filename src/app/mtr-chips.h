/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_CHIPS (mtr_chips_get_type ())
G_DECLARE_FINAL_TYPE (MtrChips, mtr_chips, MTR, CHIPS, AdwBin)

GtkWidget *mtr_chips_new          (const char *label);
void       mtr_chips_set_label    (MtrChips   *self,
                                   const char *label);
void       mtr_chips_set_columns  (MtrChips   *self,
                                   guint       columns);
void       mtr_chips_clear        (MtrChips   *self);
void       mtr_chips_add          (MtrChips   *self,
                                   const char *code,
                                   const char *title,
                                   const char *description);
guint      mtr_chips_count        (MtrChips   *self);
void       mtr_chips_set_active   (MtrChips   *self,
                                   const char *code,
                                   gboolean    active);
gboolean   mtr_chips_get_active   (MtrChips   *self,
                                   const char *code);
GPtrArray *mtr_chips_list_active  (MtrChips   *self);

G_END_DECLS
