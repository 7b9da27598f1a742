/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_ROW_LIST (mtr_row_list_get_type ())
G_DECLARE_FINAL_TYPE (MtrRowList, mtr_row_list, MTR, ROW_LIST, GObject)

MtrRowList *mtr_row_list_new        (AdwPreferencesGroup *group);
void        mtr_row_list_begin      (MtrRowList          *self);
GtkWidget  *mtr_row_list_add        (MtrRowList          *self,
                                     const char          *key,
                                     const char          *title,
                                     const char          *subtitle,
                                     const char          *word,
                                     const char          *verb);
void        mtr_row_list_add_widget (MtrRowList          *self,
                                     const char          *key,
                                     GtkWidget           *row);
GtkWidget  *mtr_row_list_find       (MtrRowList          *self,
                                     const char          *key);
void        mtr_row_list_end        (MtrRowList          *self);
guint       mtr_row_list_count      (MtrRowList          *self);
void        mtr_row_list_set_narrow (MtrRowList          *self,
                                     gboolean             narrow);

G_END_DECLS
