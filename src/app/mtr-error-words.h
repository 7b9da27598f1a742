/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mtr_error_to_words         (const GError *error,
                                  const char   *path);
char *mtr_error_to_opening_words (const GError *error,
                                  const char   *path);

G_END_DECLS
