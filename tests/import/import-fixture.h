/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-result.h"

G_BEGIN_DECLS

/** ExpectedRow: what the dry run ought to say of a row. Everything is static. */
typedef struct {
  guint           line;   /* 0: no more rows */
  MtrImportState  state;
  const char     *says;   /* (nullable): its description has this in it; NULL: it is empty */
} ExpectedRow;

MtrCsv          *import_fixture_read         (const char        *text);
MtrImportResult *import_fixture_check        (MtrSnapshot       *file,
                                              MtrImportSubject   subject,
                                              const char        *text,
                                              MtrPackFinder      find_pack,
                                              gpointer           find_pack_data);
void             import_fixture_assert_rows  (MtrImportResult   *result,
                                              const char        *name,
                                              const ExpectedRow *rows);
void             import_fixture_assert_same  (MtrSnapshot       *file,
                                              MtrImportSubject   subject,
                                              MtrPackFinder      find_pack,
                                              gpointer           find_pack_data);
MtrRecord       *import_fixture_find_person  (MtrSnapshot       *file,
                                              const char        *name);
gint64           import_fixture_make_id      (gpointer           user_data);

G_END_DECLS
