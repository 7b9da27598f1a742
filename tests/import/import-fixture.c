/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the import share: reading a text, running it dry on
 * 21 November 2026, and saying what came of each row.
 */

#include "import-fixture.h"

#include "mtr-import-writer.h"
#include "mtr-test-records.h"

#include <string.h>

/* Returns: (transfer full): the rows of a text that can be read */
MtrCsv *
import_fixture_read (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MtrCsv *csv = mtr_csv_new (bytes, &error);

  g_assert_no_error (error);

  return csv;
}

/* Ids from 1000 on. */
gint64
import_fixture_make_id (gpointer user_data)
{
  static gint64 last_id = 999;

  return ++last_id;
}

/* Returns: (transfer full): the dry run of a text whose columns are as they are guessed */
MtrImportResult *
import_fixture_check (MtrSnapshot      *file,
                      MtrImportSubject  subject,
                      const char       *text,
                      MtrPackFinder     find_pack,
                      gpointer          find_pack_data)
{
  g_autoptr (MtrCsv) csv = import_fixture_read (text);
  g_autoptr (MtrImportMapping) mapping = mtr_import_mapping_new (csv, subject, file);
  MtrImportContext context = {
    file, mtr_test_date ("2026-11-21"), import_fixture_make_id, NULL, find_pack, find_pack_data, NULL, FALSE,
  };
  g_autoptr (GError) error = NULL;
  MtrImportResult *result = mtr_import_check (mapping, &context, &error);

  g_assert_no_error (error);

  return result;
}

/* @rows end with the line 0; @name says which case it is */
void
import_fixture_assert_rows (MtrImportResult   *result,
                            const char        *name,
                            const ExpectedRow *rows)
{
  GListModel *model = mtr_import_result_get_rows (result);
  guint n_rows = 0;

  for (guint i = 0; rows[i].line != 0; i++)
    n_rows++;
  g_test_message ("%s", name);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (MtrImportRow) row = g_list_model_get_item (model, i);
      g_autofree char *description = mtr_import_row_describe (row);

      g_test_message ("line %u %s: %s: %s", mtr_import_row_get_line (row),
                      mtr_import_state_get_code (mtr_import_row_get_state (row)), mtr_import_row_get_title (row),
                      description);
      g_assert_cmpuint (mtr_import_row_get_line (row), ==, rows[i].line);
      g_assert_cmpstr (mtr_import_state_get_code (mtr_import_row_get_state (row)), ==,
                       mtr_import_state_get_code (rows[i].state));
      if (rows[i].says == NULL)
        g_assert_cmpstr (description, ==, "");
      else
        g_assert_nonnull (strstr (description, rows[i].says));
    }
}

/* What is exported and taken in again is the same, every row of it. */
void
import_fixture_assert_same (MtrSnapshot      *file,
                            MtrImportSubject  subject,
                            MtrPackFinder     find_pack,
                            gpointer          find_pack_data)
{
  g_autoptr (GBytes) bytes = mtr_import_write (subject, file);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (MtrImportResult) result = import_fixture_check (file, subject, text, find_pack, find_pack_data);
  g_autoptr (MtrChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_cmpuint (mtr_import_result_count (result, MTR_IMPORT_SAME), ==,
                    mtr_snapshot_count (file, mtr_import_subject_get_kind (subject)));
  g_assert_cmpuint (mtr_import_result_count (result, MTR_IMPORT_NEW), ==, 0);
  g_assert_cmpuint (mtr_import_result_count (result, MTR_IMPORT_CHANGED), ==, 0);
  g_assert_cmpuint (mtr_import_result_count (result, MTR_IMPORT_REFUSED), ==, 0);
  change = mtr_import_result_make_change (result, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (mtr_change_is_empty (change));
}

/* Returns: (transfer none) (nullable): the first person of that name */
MtrRecord *
import_fixture_find_person (MtrSnapshot *file,
                            const char  *name)
{
  for (guint i = 0; i < mtr_snapshot_count (file, MTR_KIND_PERSON); i++)
    if (mtr_record_text_is (mtr_snapshot_nth (file, MTR_KIND_PERSON, i), MTR_PERSON_NAME, name))
      return mtr_snapshot_nth (file, MTR_KIND_PERSON, i);

  return NULL;
}
