/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

MtrPaper           mtr_print_get_paper      (void);
GtkPrintOperation *mtr_print_operation_new  (MtrDocument       *document,
                                             const char        *job_name);
void               mtr_print_operation_ask  (GtkPrintOperation *operation,
                                             GtkWidget         *parent);

G_END_DECLS
