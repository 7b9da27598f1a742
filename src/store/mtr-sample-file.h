/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-store.h"

G_BEGIN_DECLS

MtrStore *mtr_sample_file_create (const char     *path,
                                  const GDate    *today,
                                  MtrPackLookup   lookup,
                                  gpointer        lookup_data,
                                  GError        **error);

G_END_DECLS
