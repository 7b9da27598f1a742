/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_TEXT_ROW (mtr_text_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrTextRow, mtr_text_row, MTR, TEXT_ROW, AdwPreferencesRow)

GtkWidget *mtr_text_row_new      (const char *title);
void       mtr_text_row_set_text (MtrTextRow *self,
                                  const char *text,
                                  const char *absent);

G_END_DECLS
