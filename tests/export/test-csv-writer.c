/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spreadsheets: an independent reader finds every cell as it stands in the
 * document, and no cell that a spreadsheet would work out.
 */

#include "mtr-csv-writer.h"
#include "mtr-test-document.h"
#include "mtr-tool.h"

#include <string.h>

static char *
read_back (MtrDocument *document,
           const char  *table_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mtr_csv_write (document, table_id, &error);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "export", "read_csv.py", NULL);
  g_autofree char *path = NULL;
  char *rows;

  g_assert_no_error (error);
  path = mtr_tool_save (folder, "table.csv", bytes);
  rows = mtr_tool_run_well ("/usr/bin/python3", script, path, NULL);
  mtr_tool_remove (folder);

  return rows;
}

/* The column of page numbers is none in a spreadsheet; -1 was counted, and stays a number. */
static void
test_csv_document (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autofree char *rows = read_back (document, NULL);

  g_assert_cmpstr (rows, ==,
                   "[\"Portfolio of Ada Example\"]\n"
                   "[\"As at 21 November 2026\"]\n"
                   "[]\n"
                   "[\"Draft: 2 things missing\"]\n"
                   "[]\n"
                   "[\"Employer\", \"Council <of> Somewhere\"]\n"
                   "[\"As at\", \"21 November 2026\"]\n"
                   "[]\n"
                   "[\"Index of evidence\"]\n"
                   "[\"No.\", \"Evidence\", \"Hours\"]\n"
                   "[\"E01\", \"A learning note\", \"-1\"]\n"
                   "[\"E02\", \"'=SUM(A1), \\\"quoted\\\"\\nand a second line\", \"0\"]\n"
                   "[\"E03\", \"A learning note\", \"1\"]\n"
                   "[]\n"
                   "[\"Kind\", \"Learning note\"]\n"
                   "[\"The record\", \"Direct observation 1 of 2\"]\n"
                   "[]\n"
                   "[\"Before you read\"]\n"
                   "[\"Names have been changed.\"]\n"
                   "[]\n"
                   "[\"How many items for each area\"]\n"
                   "[\"Area\", \"Feedback\", \"\"]\n"
                   "[\"\", \"Own\", \"Mentor\"]\n"
                   "[\"A1 Values\", \"2\", \"–\"]\n");
}

/* What is short on a page has a row for each fact in a spreadsheet. */
static void
test_csv_sheet (void)
{
  const char *titles[] = { "Who", "What", NULL };
  const guint weights[] = { 1, 1 };
  GDate as_at;
  g_autoptr (MtrDocument) document = NULL;
  g_autofree char *rows = NULL;
  MtrNode *section, *table, *row;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("Reasons", "en-GB", &as_at);
  section = mtr_node_add_section (mtr_document_get_root (document), NULL, "Each pair");
  table = mtr_node_add (section, MTR_NODE_TABLE, NULL);
  row = mtr_node_add (table, MTR_NODE_ROW, NULL);
  mtr_node_add_cell (row, "A and B", NULL, NULL);
  table = mtr_node_add (section, MTR_NODE_SHEET, NULL);
  mtr_node_add_header_row (table, titles, weights);
  for (guint i = 0; i < 2; i++)
    {
      row = mtr_node_add (table, MTR_NODE_ROW, NULL);
      mtr_node_add_cell (row, i == 0 ? "A" : "B", NULL, NULL);
      mtr_node_add_cell (row, "=1", NULL, NULL);
    }
  rows = read_back (document, NULL);
  g_assert_cmpstr (rows, ==, "[\"Reasons\"]\n[\"As at 21 November 2026\"]\n[]\n[\"Each pair\"]\n"
                   "[\"Who\", \"What\"]\n[\"A\", \"'=1\"]\n[\"B\", \"'=1\"]\n");
}

static void
test_csv_cells (void)
{
  static const struct {
    const char   *text;
    MtrNodeFlags  flags;
    const char   *written;   /* as JSON */
  } cases[] = {
    { "plain", 0, "[\"plain\"]\n" },
    { "=1+1", 0, "[\"'=1+1\"]\n" },
    { "+44 7700 900123", 0, "[\"'+44 7700 900123\"]\n" },
    { "-3", 0, "[\"'-3\"]\n" },
    { "-3", MTR_NODE_NUMBER, "[\"-3\"]\n" },
    { "-12.5", MTR_NODE_NUMBER, "[\"-12.5\"]\n" },
    { "-3+cmd", MTR_NODE_NUMBER, "[\"'-3+cmd\"]\n" },
    { "@SUM", MTR_NODE_NUMBER, "[\"'@SUM\"]\n" },
    { "\ttab", 0, "[\"'\\ttab\"]\n" },
    { "\rreturn", 0, "[\"'\\rreturn\"]\n" },
    { "'=1", 0, "[\"''=1\"]\n" },
    { "a,b", 0, "[\"a,b\"]\n" },
    { "say \"so\"", 0, "[\"say \\\"so\\\"\"]\n" },
    { " space ", 0, "[\" space \"]\n" },
    { "two\nlines", 0, "[\"two\\nlines\"]\n" },
    { "cŵn السلام 😀", 0, "[\"cŵn السلام 😀\"]\n" },
    { "–", MTR_NODE_NUMBER, "[\"–\"]\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrDocument) document = mtr_test_document_new ();
      MtrNode *table = mtr_node_add (mtr_document_get_root (document), MTR_NODE_TABLE, "A caption that is left out");
      g_autofree char *rows = NULL;

      mtr_node_set_id (table, "one");
      mtr_node_set_flags (mtr_node_add_cell (mtr_node_add (table, MTR_NODE_ROW, NULL), cases[i].text, NULL, NULL),
                          cases[i].flags);
      rows = read_back (document, "one");
      g_assert_cmpstr (rows, ==, cases[i].written);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/csv-writer/document", test_csv_document);
  g_test_add_func ("/export/csv-writer/sheet", test_csv_sheet);
  g_test_add_func ("/export/csv-writer/cells", test_csv_cells);

  return g_test_run ();
}
