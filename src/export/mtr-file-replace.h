/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-export-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MtrFileWrite:
 * @path: an empty file, in the encoding of file names
 * @user_data: what was given to mtr_file_replace_with()
 * @error: where an error goes
 *
 * Writes all of a file, or puts one in its place.
 *
 * Returns: whether it was written; %FALSE with an error of %G_IO_ERROR as it is, or with one of its own
 */
typedef gboolean (*MtrFileWrite) (const char     *path,
                                  gpointer        user_data,
                                  GError        **error);

gboolean mtr_file_replace      (const char    *path,
                                GBytes        *bytes,
                                GError       **error);
gboolean mtr_file_replace_with (const char    *path,
                                MtrFileWrite   write_file,
                                gpointer       user_data,
                                GError       **error);

G_END_DECLS
