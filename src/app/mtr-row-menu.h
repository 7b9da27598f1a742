/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mtr_row_menu_attach (GtkWidget  *row,
                          GMenuModel *menu);

G_END_DECLS
