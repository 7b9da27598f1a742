/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MtrImportState:
 * @MTR_IMPORT_NEW: nothing like it is in the programme file yet
 * @MTR_IMPORT_CHANGED: it is there, and something in it differs
 * @MTR_IMPORT_SAME: it is there as it is here
 * @MTR_IMPORT_REFUSED: it cannot be taken in; the reasons say why
 *
 * What would become of a row.
 */
typedef enum {
  MTR_IMPORT_NEW,
  MTR_IMPORT_CHANGED,
  MTR_IMPORT_SAME,
  MTR_IMPORT_REFUSED,
  MTR_N_IMPORT_STATES
} MtrImportState;

/** MtrImportDifference: one field of a row that differs from what the programme file has. */
typedef struct {
  char *label;      /* (owned): the name of the field, for a person */
  char *old_value;  /* (owned): as an export writes it; "" where nothing was there */
  char *new_value;  /* (owned) */
} MtrImportDifference;

/* A row of a spreadsheet after the dry run; for a list in a window as for a table in a terminal. */
#define MTR_TYPE_IMPORT_ROW (mtr_import_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrImportRow, mtr_import_row, MTR, IMPORT_ROW, GObject)

guint          mtr_import_row_get_line         (MtrImportRow   *self);
MtrImportState mtr_import_row_get_state        (MtrImportRow   *self);
const char    *mtr_import_row_get_title        (MtrImportRow   *self);
GPtrArray     *mtr_import_row_get_differences  (MtrImportRow   *self);
GPtrArray     *mtr_import_row_get_reasons      (MtrImportRow   *self);
GPtrArray     *mtr_import_row_get_notes        (MtrImportRow   *self);
char          *mtr_import_row_describe         (MtrImportRow   *self);

const char    *mtr_import_state_get_code       (MtrImportState  state);
const char    *mtr_import_state_get_label      (MtrImportState  state);
const char    *mtr_import_state_get_icon       (MtrImportState  state);

G_END_DECLS
