/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *mtr_csv_cell_protect   (const char *value);
char     *mtr_csv_cell_unprotect (const char *cell);
gboolean  mtr_csv_cell_is_number (const char *text);
void      mtr_csv_cell_append    (GString    *csv,
                                  const char *cell);

G_END_DECLS
