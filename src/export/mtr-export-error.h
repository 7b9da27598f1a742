/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrExportError:
 * @MTR_EXPORT_ERROR_TEXT: a text has characters that no file may have; clean it where it was entered
 * @MTR_EXPORT_ERROR_INVALID: what was written does not follow our own schema: a mistake of the program; nothing was
 *   replaced
 * @MTR_EXPORT_ERROR_NO_SPACE: the disk is full; the old file is as it was
 * @MTR_EXPORT_ERROR_PERMISSION: the file or its folder may not be written; choose another folder
 * @MTR_EXPORT_ERROR_NO_FOLDER: the folder is not there; choose another
 * @MTR_EXPORT_ERROR_IO: writing failed otherwise; the old file is as it was
 * @MTR_EXPORT_ERROR_MEMORY: the writer ran out of memory
 * @MTR_EXPORT_ERROR_TARGET: what is there must not be replaced: a programme, or something that is no file, such as a
 *   device; or no file can have that name; choose another name
 */
typedef enum {
  MTR_EXPORT_ERROR_TEXT,
  MTR_EXPORT_ERROR_INVALID,
  MTR_EXPORT_ERROR_NO_SPACE,
  MTR_EXPORT_ERROR_PERMISSION,
  MTR_EXPORT_ERROR_NO_FOLDER,
  MTR_EXPORT_ERROR_IO,
  MTR_EXPORT_ERROR_MEMORY,
  MTR_EXPORT_ERROR_TARGET,
} MtrExportError;

#define MTR_EXPORT_ERROR (mtr_export_error_quark ())
GQuark mtr_export_error_quark (void);

G_END_DECLS
