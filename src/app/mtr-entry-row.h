/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_ENTRY_ROW (mtr_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrEntryRow, mtr_entry_row, MTR, ENTRY_ROW, AdwPreferencesRow)

GtkWidget  *mtr_entry_row_new      (const char  *title);
const char *mtr_entry_row_get_text (MtrEntryRow *self);
void        mtr_entry_row_set_text (MtrEntryRow *self,
                                    const char  *text);
void        mtr_entry_row_refuse   (MtrEntryRow *self,
                                    const char  *problem);
gboolean    mtr_entry_row_take     (MtrEntryRow *self,
                                    MtrField     field,
                                    const GDate *today,
                                    char       **value);

G_END_DECLS
