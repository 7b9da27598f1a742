/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mtr_narrow_words_wrap (GtkWidget *widget,
                            int        room);

G_END_DECLS
