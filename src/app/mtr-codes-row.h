/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_CODES_ROW (mtr_codes_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrCodesRow, mtr_codes_row, MTR, CODES_ROW, AdwPreferencesRow)

GtkWidget *mtr_codes_row_new       (const char  *title,
                                    const char  *prompt);
void       mtr_codes_row_add       (MtrCodesRow *self,
                                    const char  *code,
                                    const char  *title);
void       mtr_codes_row_set_codes (MtrCodesRow *self,
                                    const char  *codes);
char      *mtr_codes_row_dup_codes (MtrCodesRow *self);

G_END_DECLS
