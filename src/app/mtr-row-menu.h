/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void mtr_row_menu_attach     (GtkWidget    *row,
                              GMenuModel   *menu);
void mtr_row_menu_add_button (AdwActionRow *row);

G_END_DECLS
