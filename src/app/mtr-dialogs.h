/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     mtr_dialogs_ask_async  (GtkWidget           *parent,
                                 const char          *heading,
                                 const char          *body,
                                 GtkWidget           *extra,
                                 const char          *cancel,
                                 const char          *accept,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean mtr_dialogs_ask_finish (GAsyncResult        *result);
void     mtr_dialogs_tell       (GtkWidget           *parent,
                                 const char          *heading,
                                 const char          *body);
void     mtr_dialogs_show_about (GtkWidget           *parent);

G_END_DECLS
