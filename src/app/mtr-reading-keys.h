/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mtr_reading_keys_add (GtkWidget *page);

G_END_DECLS
