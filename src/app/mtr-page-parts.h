/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record-controller.h"
#include "mtr-row-list.h"

G_BEGIN_DECLS

GtkLabel  *mtr_page_parts_add_line    (GtkBox              *content,
                                       const char          *text);
GtkLabel  *mtr_page_parts_add_problem (GtkBox              *content);
GtkWidget *mtr_page_parts_add_button  (GtkBox              *content,
                                       const char          *label,
                                       gboolean             suggested);
void       mtr_page_parts_show_text   (GtkEditable         *editable,
                                       const char          *text);
void       mtr_page_parts_add_reading (MtrRowList          *rows,
                                       const char          *title,
                                       const char          *text);
void       mtr_page_parts_set_menu    (GtkMenuButton       *button,
                                       GMenuModel          *menu);

G_END_DECLS
