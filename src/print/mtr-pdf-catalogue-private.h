/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-tagger-private.h"

G_BEGIN_DECLS

GByteArray *mtr_pdf_add_catalogue (GByteArray  *pdf,
                                   const char  *language,
                                   GArray      *details,
                                   GError     **error);

G_END_DECLS
