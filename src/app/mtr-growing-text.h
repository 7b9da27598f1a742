/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mtr_growing_text_adopt (GtkTextView *view);

G_END_DECLS
