/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrImportError: why a spreadsheet could not be read at all, or it or a portfolio was not taken in. Nothing has been
 * changed; each message says what was found and what to do.
 */
typedef enum {
  MTR_IMPORT_ERROR_FILE,        /* it could not be read from the disk: say the message */
  MTR_IMPORT_ERROR_TOO_LARGE,   /* more than the limits of mtr-csv.h */
  MTR_IMPORT_ERROR_NOT_CSV,     /* a workbook, or no text at all: ask to save it as CSV */
  MTR_IMPORT_ERROR_ENCODING,    /* neither UTF-8 nor Windows-1252, or both at once: ask to save it as UTF-8 */
  MTR_IMPORT_ERROR_QUOTE,       /* a quotation mark is not closed: the line is in the message */
  MTR_IMPORT_ERROR_EMPTY,       /* no row below the headers */
  MTR_IMPORT_ERROR_COLUMN,      /* a column that is needed has not been chosen: go back to the columns */
  MTR_IMPORT_ERROR_REFUSED,     /* rows are refused, and it was not said that they may be left out; or the whole portfolio */
} MtrImportError;

#define MTR_IMPORT_ERROR (mtr_import_error_quark ())
GQuark mtr_import_error_quark (void);

G_END_DECLS
