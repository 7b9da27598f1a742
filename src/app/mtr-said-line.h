/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mtr_said_line_show (GtkLabel   *line,
                         GtkLabel   *status,
                         const char *said);

G_END_DECLS
