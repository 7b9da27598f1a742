/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_BUSY_BOX (mtr_busy_box_get_type ())
G_DECLARE_FINAL_TYPE (MtrBusyBox, mtr_busy_box, MTR, BUSY_BOX, GtkWidget)

GtkWidget    *mtr_busy_box_new   (void);
GCancellable *mtr_busy_box_begin (MtrBusyBox *self,
                                  const char *words);
void          mtr_busy_box_end   (MtrBusyBox *self);
void          mtr_busy_box_stop  (MtrBusyBox *self);

G_END_DECLS
