/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MTR_CLI_FORMAT_TABLE,
  MTR_CLI_FORMAT_CSV,
  MTR_CLI_FORMAT_JSON,
} MtrCliFormat;

/** MtrCliTable: rows of text under headers, for standard output. */
typedef struct _MtrCliTable MtrCliTable;

gboolean     mtr_cli_format_parse    (const char          *name,
                                      MtrCliFormat        *format);
MtrCliTable *mtr_cli_table_new       (const char * const  *headers);
void         mtr_cli_table_free      (MtrCliTable         *table);
void         mtr_cli_table_set_number (MtrCliTable        *table,
                                      guint                column);
void         mtr_cli_table_add       (MtrCliTable         *table,
                                      char               **cells);
char        *mtr_cli_table_to_text   (MtrCliTable         *table,
                                      MtrCliFormat         format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrCliTable, mtr_cli_table_free)

G_END_DECLS
