/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_SHEET (mtr_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MtrSheet, mtr_sheet, MTR, SHEET, GtkWidget)

GtkWidget *mtr_sheet_new       (MtrPages *pages,
                                guint     position);
void       mtr_sheet_set_scale (MtrSheet *self,
                                double    scale);
void       mtr_sheet_set_near  (MtrSheet *self,
                                gboolean  near);

G_END_DECLS
