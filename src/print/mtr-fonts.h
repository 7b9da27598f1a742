/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv    mtr_fonts_list (void);
gboolean mtr_fonts_has  (const char *family);

G_END_DECLS
