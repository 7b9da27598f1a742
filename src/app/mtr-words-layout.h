/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_WORDS_LAYOUT (mtr_words_layout_get_type ())
G_DECLARE_FINAL_TYPE (MtrWordsLayout, mtr_words_layout, MTR, WORDS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *mtr_words_layout_new (void);

void mtr_words_layout_adopt (GtkWidget *row);

G_END_DECLS
