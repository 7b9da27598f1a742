/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** What a file may have at most. What is read of it takes at most twelve times its size in memory. */
#define MTR_CSV_MAX_BYTES (32 * 1024 * 1024)
#define MTR_CSV_MAX_ROWS 200000
#define MTR_CSV_MAX_COLUMNS 200

/**
 * MtrCsvEncoding:
 * @MTR_CSV_UTF_8: with or without a byte order mark
 * @MTR_CSV_WINDOWS_1252: what older spreadsheets write
 * @MTR_CSV_UTF_16: with a byte order mark only
 *
 * How the text of a file was written down.
 */
typedef enum {
  MTR_CSV_UTF_8,
  MTR_CSV_WINDOWS_1252,
  MTR_CSV_UTF_16,
} MtrCsvEncoding;

/* A spreadsheet as it was read: the first row that is not empty has the headers, the rows below it have the content.
 * It never changes, so it may be made in one thread and used in another. */
#define MTR_TYPE_CSV (mtr_csv_get_type ())
G_DECLARE_FINAL_TYPE (MtrCsv, mtr_csv, MTR, CSV, GObject)

MtrCsv        *mtr_csv_new           (GBytes        *bytes,
                                      GError       **error);
MtrCsv        *mtr_csv_new_from_file (GFile         *file,
                                      GCancellable  *cancellable,
                                      GError       **error);

MtrCsvEncoding mtr_csv_get_encoding  (MtrCsv        *self);
char           mtr_csv_get_delimiter (MtrCsv        *self);
char          *mtr_csv_describe      (MtrCsv        *self);
guint          mtr_csv_get_n_columns (MtrCsv        *self);
const char    *mtr_csv_get_header    (MtrCsv        *self,
                                      guint          column);
guint          mtr_csv_get_n_rows    (MtrCsv        *self);
guint          mtr_csv_get_line      (MtrCsv        *self,
                                      guint          row);
guint          mtr_csv_get_n_cells   (MtrCsv        *self,
                                      guint          row);
const char    *mtr_csv_get_cell      (MtrCsv        *self,
                                      guint          row,
                                      guint          column);
guint          mtr_csv_get_n_cleaned (MtrCsv        *self,
                                      guint          row);

G_END_DECLS
