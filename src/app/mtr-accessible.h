/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       mtr_accessible_set_label   (GtkWidget  *widget,
                                       const char *label);
GtkWidget *mtr_accessible_new_picture (const char *icon_name);
GtkWidget *mtr_accessible_new_alert   (void);
void       mtr_accessible_say         (GtkLabel   *label,
                                       const char *words);
void       mtr_accessible_set_hidden  (GtkWidget  *widget,
                                       gboolean    hidden);
void       mtr_accessible_name_groups (GtkWidget  *root,
                                       const char *fallback);

G_END_DECLS
