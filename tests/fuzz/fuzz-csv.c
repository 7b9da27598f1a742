/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a spreadsheet of people: it is refused with a sentence, or read
 * into rows that can be checked; and what was taken in and is written again is
 * the same.
 */

#include "fuzz.h"

#include "mtr-import-result.h"
#include "mtr-import-writer.h"
#include "mtr-text.h"

static gint64 last_id;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  return 0;
}

static gint64
make_id (gpointer user_data)
{
  return ++last_id;
}

static MtrImportResult *
check (MtrSnapshot *file,
       MtrCsv      *csv)
{
  g_autoptr (MtrImportMapping) mapping = mtr_import_mapping_new (csv, MTR_IMPORT_PEOPLE, file);
  MtrImportContext context = { .file = file, .new_id = make_id };
  g_autoptr (GError) error = NULL;
  MtrImportResult *result;

  g_date_clear (&context.today, 1);
  g_date_set_dmy (&context.today, 21, 11, 2026);
  result = mtr_import_check (mapping, &context, &error);
  g_assert_cmpint (result == NULL, ==, error != NULL);

  return result;
}

static void
look_at_cells (MtrCsv *csv)
{
  guint last_line = 0;

  for (guint row = 0; row < mtr_csv_get_n_rows (csv); row++)
    {
      g_assert_cmpuint (mtr_csv_get_line (csv, row), >, last_line);
      last_line = mtr_csv_get_line (csv, row);
      for (guint column = 0; column < mtr_csv_get_n_cells (csv, row); column++)
        g_assert_true (mtr_text_is_clean (mtr_csv_get_cell (csv, row, column)));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         size)
{
  g_autoptr (GBytes) content = g_bytes_new_static (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrCsv) csv = mtr_csv_new (content, &error);
  g_autoptr (MtrSnapshot) empty = mtr_snapshot_new (MTR_READER_OWNER);
  g_autoptr (MtrSnapshot) file = mtr_snapshot_new (MTR_READER_OWNER);
  g_autoptr (MtrImportResult) result = NULL;
  g_autoptr (MtrImportResult) again = NULL;
  g_autoptr (MtrChange) change = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (MtrCsv) read_again = NULL;

  if (csv == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  look_at_cells (csv);
  last_id = 0;
  result = check (empty, csv);
  if (result == NULL)
    return 0;

  change = mtr_import_result_make_change (result, TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mtr_change_count (change); i++)
    {
      MtrRecord *record = mtr_change_nth (change, i)->record;

      if (mtr_record_get_kind (record) == MTR_KIND_PERSON)
        g_assert_true (mtr_record_is_set (record, MTR_PERSON_NAME));
      mtr_snapshot_add (file, record);
    }
  if (mtr_snapshot_count (file, MTR_KIND_PERSON) == 0)
    return 0;

  written = mtr_import_write (MTR_IMPORT_PEOPLE, file);
  read_again = mtr_csv_new (written, &error);
  g_assert_no_error (error);
  again = check (file, read_again);
  g_assert_cmpuint (mtr_import_result_count (again, MTR_IMPORT_SAME), ==, mtr_snapshot_count (file, MTR_KIND_PERSON));

  return 0;
}
