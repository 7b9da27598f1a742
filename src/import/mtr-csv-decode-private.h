/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-csv.h"

G_BEGIN_DECLS

char *mtr_csv_decode          (GBytes          *bytes,
                               gsize           *length,
                               MtrCsvEncoding  *encoding,
                               GError         **error);
char  mtr_csv_guess_delimiter (const char      *text,
                               gsize            length);

G_END_DECLS
