/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  mtr_sign_dialog_ask_async  (GtkWidget           *parent,
                                  const char          *heading,
                                  const char          *body,
                                  const char          *role,
                                  const char          *day,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
char *mtr_sign_dialog_ask_finish (GAsyncResult        *result);

G_END_DECLS
