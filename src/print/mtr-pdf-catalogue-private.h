/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GByteArray *mtr_pdf_add_catalogue (GByteArray  *pdf,
                                   const char  *language,
                                   GError     **error);

G_END_DECLS
