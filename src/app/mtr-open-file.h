/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mtr_open_file           (GtkWidget *parent,
                              GFile     *file);
void mtr_open_folder_of_file (GtkWidget *parent,
                              GFile     *file);

G_END_DECLS
