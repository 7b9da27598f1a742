/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a column is taken for: by its header, by what was chosen the last time,
 * and what is never taken unasked.
 */

#include "import-fixture.h"

#include "mtr-test-records.h"

#include <string.h>

static void
test_guess (void)
{
  static const struct {
    MtrImportSubject  subject;
    const char       *header;
    const char       *code;     /* NULL: not known */
    gboolean          is_private;
  } cases[] = {
    /* The headers of the Civil Service's matcher, each as it writes it. */
    { MTR_IMPORT_PEOPLE, "first name", "first_name" },
    { MTR_IMPORT_PEOPLE, "last name", "last_name" },
    { MTR_IMPORT_PEOPLE, "email address", "email" },
    { MTR_IMPORT_PEOPLE, "both mentor and mentee", "both" },
    { MTR_IMPORT_PEOPLE, "job title", "role_title" },
    { MTR_IMPORT_PEOPLE, "grade", "grade" },
    { MTR_IMPORT_PEOPLE, "organisation", "employer" },
    { MTR_IMPORT_PEOPLE, "biography", "biography" },
    { MTR_IMPORT_PEOPLE, "profession", "profession" },
    { MTR_IMPORT_PEOPLE, "characteristics", "characteristics", TRUE },
    { MTR_IMPORT_PEOPLE, "target profession", "target_profession" },
    { MTR_IMPORT_PEOPLE, "match with similar identity", "similar_identity_wanted", TRUE },
    { MTR_IMPORT_PEOPLE, "identity to match", "identity_wanted", TRUE },
    /* Capitals, spaces and punctuation do not count. */
    { MTR_IMPORT_PEOPLE, "  E-MAIL_address: ", "email" },
    { MTR_IMPORT_PEOPLE, "Employee No.", "employee_reference" },
    { MTR_IMPORT_PEOPLE, "Line Manager", "line_manager_id" },
    { MTR_IMPORT_PEOPLE, "start date", "post_started_on" },
    { MTR_IMPORT_PEOPLE, "Mentor?", "willing_to_mentor" },
    { MTR_IMPORT_PAIRINGS, "start date", "started_on" },
    { MTR_IMPORT_PAIRINGS, "Mentor", "mentor_id" },
    { MTR_IMPORT_SESSIONS, "Mentor", "mentor" },
    { MTR_IMPORT_SESSIONS, "Date", "held_on" },
    { MTR_IMPORT_SESSIONS, "Duration", "minutes" },
    /* The same word is the mentee in one scheme and the line manager in another. */
    { MTR_IMPORT_PEOPLE, "supervisor", NULL },
    { MTR_IMPORT_PEOPLE, "private note", NULL },
    { MTR_IMPORT_PEOPLE, "favourite colour", NULL },
    { MTR_IMPORT_PEOPLE, "", NULL },
    { MTR_IMPORT_PEOPLE, "?!", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MtrImportColumn *column = mtr_import_column_guess (cases[i].subject, cases[i].header);

      g_test_message ("%s", cases[i].header);
      g_assert_cmpstr (column != NULL ? column->code : NULL, ==, cases[i].code);
      g_assert_cmpint (column != NULL && column->is_private, ==, cases[i].is_private);
    }
}

/* No header may mean two columns: the second would never be guessed. */
static void
test_headers_are_unique (void)
{
  for (int subject = 0; subject < MTR_N_IMPORT_SUBJECTS; subject++)
    {
      guint n_columns;
      const MtrImportColumn *columns = mtr_import_column_list (subject, &n_columns);

      for (guint i = 0; i < n_columns; i++)
        {
          g_auto (GStrv) words = g_strsplit (columns[i].synonyms != NULL ? columns[i].synonyms : columns[i].label, "|", -1);

          g_assert_true (mtr_import_column_guess (subject, columns[i].label) == &columns[i]);
          g_assert_true (mtr_import_column_find (subject, columns[i].code) == &columns[i]);
          for (guint j = 0; words[j] != NULL; j++)
            {
              g_test_message ("%s of %s", words[j], columns[i].code);
              g_assert_true (mtr_import_column_guess (subject, words[j]) == &columns[i]);
            }
          if (columns[i].is_private)
            g_assert_false (columns[i].is_exported);
          if (columns[i].field != MTR_FIELD_NONE)
            g_assert_cmpint (columns[i].is_private, ==,
                             mtr_field_get_info (columns[i].field)->audience == MTR_AUDIENCE_MINE);
        }
    }
}

static const char *
get_code (MtrImportMapping *mapping,
          guint             position)
{
  const MtrImportColumn *column = mtr_import_mapping_get_column (mapping, position);

  return column != NULL ? column->code : NULL;
}

static void
test_mapping (void)
{
  g_autoptr (MtrSnapshot) file = mtr_snapshot_new (MTR_READER_OWNER);
  g_autoptr (MtrCsv) csv = import_fixture_read ("Name,Full name,Where,Characteristics\nA,B,,x\nC,D,North,y\n");
  g_autoptr (MtrImportMapping) mapping = mtr_import_mapping_new (csv, MTR_IMPORT_PEOPLE, file);
  g_autoptr (MtrImportMapping) again = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("import");
  g_autofree char *sample = mtr_import_mapping_dup_sample (mapping, 2);

  g_assert_cmpstr (get_code (mapping, 0), ==, "name");
  g_assert_cmpstr (get_code (mapping, 1), ==, NULL);
  g_assert_cmpstr (get_code (mapping, 2), ==, NULL);
  g_assert_cmpstr (get_code (mapping, 3), ==, "characteristics");
  g_assert_false (mtr_import_mapping_get_ticked (mapping, 3));
  g_assert_cmpstr (sample, ==, "North");

  /* One thing is in one column only. */
  mtr_import_mapping_set_column (mapping, 1, mtr_import_column_find (MTR_IMPORT_PEOPLE, "name"));
  g_assert_cmpstr (get_code (mapping, 0), ==, NULL);
  g_assert_cmpstr (get_code (mapping, 1), ==, "name");

  mtr_import_mapping_set_column (mapping, 2, mtr_import_column_find (MTR_IMPORT_PEOPLE, "team"));
  mtr_import_mapping_set_ticked (mapping, 3, TRUE);
  mtr_import_mapping_remember (mapping, file, import_fixture_make_id, NULL, change);
  mtr_test_apply (file, change);

  again = mtr_import_mapping_new (csv, MTR_IMPORT_PEOPLE, file);
  g_assert_cmpstr (get_code (again, 0), ==, NULL);
  g_assert_cmpstr (get_code (again, 1), ==, "name");
  g_assert_cmpstr (get_code (again, 2), ==, "team");
  g_assert_cmpstr (get_code (again, 3), ==, "characteristics");
  /* A tick is for once. */
  g_assert_false (mtr_import_mapping_get_ticked (again, 3));

  /* What is as it was is not written again. */
  g_clear_object (&change);
  change = mtr_change_new ("import");
  mtr_import_mapping_remember (again, file, import_fixture_make_id, NULL, change);
  g_assert_true (mtr_change_is_empty (change));
  mtr_import_mapping_set_column (again, 2, NULL);
  mtr_import_mapping_remember (again, file, import_fixture_make_id, NULL, change);
  g_assert_cmpuint (mtr_change_count (change), ==, 1);
}

static void
test_missing_column (void)
{
  static const struct {
    MtrImportSubject  subject;
    const char       *text;
    const char       *says;  /* NULL: nothing is missing */
  } cases[] = {
    { MTR_IMPORT_PEOPLE, "E-mail\na@example.org\n", "name" },
    { MTR_IMPORT_PEOPLE, "Last name\nBrackwater\n", NULL },
    { MTR_IMPORT_PEOPLE, "Id\n1\n", NULL },
    { MTR_IMPORT_PAIRINGS, "Mentor\nB\n", "mentee" },
    { MTR_IMPORT_SESSIONS, "Mentee,Minutes\nA,60\n", "date" },
    { MTR_IMPORT_SESSIONS, "Date\n2026-01-01\n", "mentee or the mentor" },
    { MTR_IMPORT_SESSIONS, "Date,Mentor\n2026-01-01,B\n", NULL },
  };
  g_autoptr (MtrSnapshot) file = mtr_snapshot_new (MTR_READER_OWNER);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrCsv) csv = import_fixture_read (cases[i].text);
      g_autoptr (MtrImportMapping) mapping = mtr_import_mapping_new (csv, cases[i].subject, file);
      g_autofree char *problem = mtr_import_mapping_find_problem (mapping);
      MtrImportContext context = { .file = file };
      g_autoptr (GError) error = NULL;

      if (cases[i].says == NULL)
        {
          g_assert_null (problem);
          continue;
        }
      g_assert_nonnull (strstr (problem, cases[i].says));
      g_assert_null (mtr_import_check (mapping, &context, &error));
      g_assert_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_COLUMN);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/columns/guess", test_guess);
  g_test_add_func ("/import/columns/unique", test_headers_are_unique);
  g_test_add_func ("/import/columns/mapping", test_mapping);
  g_test_add_func ("/import/columns/missing", test_missing_column);

  return g_test_run ();
}
