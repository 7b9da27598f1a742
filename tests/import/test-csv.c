/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spreadsheets as they really come: every encoding and delimiter, line breaks
 * inside cells, rows of the wrong length, and files that are none.
 */

#include "mtr-csv.h"

#include <string.h>

#define FINE (-1)
#define TEXT(text) text, sizeof (text) - 1

/* Every row as "line:cell|cell", the headers as line 0. */
static char *
describe (MtrCsv *csv)
{
  GString *text = g_string_new ("0:");

  for (guint i = 0; i < mtr_csv_get_n_columns (csv); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", mtr_csv_get_header (csv, i));
  for (guint row = 0; row < mtr_csv_get_n_rows (csv); row++)
    {
      g_string_append_printf (text, " %u:", mtr_csv_get_line (csv, row));
      for (guint i = 0; i < mtr_csv_get_n_cells (csv, row); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", mtr_csv_get_cell (csv, row, i));
    }

  return g_string_free (text, FALSE);
}

static void
test_read (void)
{
  static const struct {
    const char     *name;
    const char     *bytes;
    gsize           size;
    int             error;      /* FINE, or what it is refused with */
    const char     *expected;   /* the rows; or what the refusal says */
    MtrCsvEncoding  encoding;
    char            delimiter;
  } cases[] = {
    { "plain", TEXT ("a,b\r\n1,2\r\n"), FINE, "0:a|b 2:1|2", MTR_CSV_UTF_8, ',' },
    { "no last line break", TEXT ("a,b\n1,2"), FINE, "0:a|b 2:1|2", MTR_CSV_UTF_8, ',' },
    { "old line ends", TEXT ("a,b\r1,2\r3,4\r"), FINE, "0:a|b 2:1|2 3:3|4", MTR_CSV_UTF_8, ',' },
    { "byte order mark", TEXT ("\xef\xbb\xbf" "a;b\n1;2\n"), FINE, "0:a|b 2:1|2", MTR_CSV_UTF_8, ';' },
    { "tabs", TEXT ("a\tb\n1\t2\n"), FINE, "0:a|b 2:1|2", MTR_CSV_UTF_8, '\t' },
    { "empty first cell by tab", TEXT ("a\tb\n\t2\n"), FINE, "0:a|b 2:|2", MTR_CSV_UTF_8, '\t' },
    { "one column", TEXT ("Name\nPriti\n"), FINE, "0:Name 2:Priti", MTR_CSV_UTF_8, ',' },
    { "a comma in a list of semicolons", TEXT ("Name, full;Team\nA, B;C\n"), FINE, "0:Name, full|Team 2:A, B|C",
      MTR_CSV_UTF_8, ';' },
    { "delimiters in quotes do not count", TEXT ("\"a;b;c;d\",b\n\"x;y;z;w\",2\n"), FINE, "0:a;b;c;d|b 2:x;y;z;w|2",
      MTR_CSV_UTF_8, ',' },
    { "line that says what stands between", TEXT ("sep=;\na;b,c\n1;2\n"), FINE, "0:a|b,c 3:1|2", MTR_CSV_UTF_8, ';' },
    { "quotes", TEXT ("a,b\n\"say \"\"no\"\"\",\" kept \"\n"), FINE, "0:a|b 2:say \"no\"| kept ", MTR_CSV_UTF_8, ',' },
    { "lines inside a cell, and where the next row is", TEXT ("a,b\n\"1\n\n2\r\n3\",x\ny,z\n"), FINE,
      "0:a|b 2:1\n\n2\n3|x 6:y|z", MTR_CSV_UTF_8, ',' },
    { "empty lines and empty rows", TEXT ("\n\na,b\n\n , \n1,2\n,\n\n3,4\n"), FINE, "0:a|b 6:1|2 9:3|4", MTR_CSV_UTF_8,
      ',' },
    { "rows of the wrong length", TEXT ("a,b\n1\n1,2,3\n"), FINE, "0:a|b 2:1 3:1|2|3", MTR_CSV_UTF_8, ',' },
    { "UTF-8", TEXT ("a,b\nZo\xc3\xab,\xe2\x82\xac\n"), FINE, "0:a|b 2:Zoë|€", MTR_CSV_UTF_8, ',' },
    { "Windows-1252", TEXT ("a,b\nZo\xeb,\x80 \x93x\x94\n"), FINE, "0:a|b 2:Zoë|€ “x”", MTR_CSV_WINDOWS_1252, ',' },
    { "UTF-16, little end first", TEXT ("\xff\xfe" "a\0,\0b\0\n\0\xeb\0,\0" "2\0\n\0"), FINE, "0:a|b 2:ë|2",
      MTR_CSV_UTF_16, ',' },
    { "UTF-16, big end first", TEXT ("\xfe\xff" "\0a\0,\0b\0\n\0\xeb\0,\0" "2\0\n"), FINE, "0:a|b 2:ë|2", MTR_CSV_UTF_16,
      ',' },
    { "control characters", TEXT ("a,b\nx\x01y,z\x7f\n"), FINE, "0:a|b 2:xy|z", MTR_CSV_UTF_8, ',' },
    { "a stray NUL", TEXT ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nx\0y\n"), FINE,
      "0:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 2:xy", MTR_CSV_UTF_8, ',' },

    { "UTF-16 without a mark", TEXT ("a\0,\0b\0\n\0" "1\0,\0" "2\0\n\0"), MTR_IMPORT_ERROR_NOT_CSV, "CSV UTF-8" },
    { "half UTF-8", TEXT ("a,b\nZo\xc3\xab,Andr\xc3\xa9\nJos\xe9,x\n"), MTR_IMPORT_ERROR_ENCODING, "Line 3" },
    { "a mark, and bytes that are not", TEXT ("\xef\xbb\xbf" "a,b\nJos\xe9,x\n"), MTR_IMPORT_ERROR_ENCODING, "Line 2" },
    { "bytes that Windows-1252 lacks", TEXT ("a,b\nx\x81,y\n"), MTR_IMPORT_ERROR_ENCODING, "Windows-1252" },
    { "a workbook", TEXT ("PK\003\004\024\0\0\0"), MTR_IMPORT_ERROR_NOT_CSV, "workbook" },
    { "a quote that is not closed", TEXT ("a,b\n1,2\n\"x,3\n4,5\n"), MTR_IMPORT_ERROR_QUOTE, "line 3" },
    { "a quote inside a cell", TEXT ("a,b\n1,2\n3,4\"5\n"), MTR_IMPORT_ERROR_QUOTE, "line 3" },
    { "text behind a quote", TEXT ("a,b\n\"1\"x,2\n"), MTR_IMPORT_ERROR_QUOTE, "line 2" },
    { "nothing", TEXT (""), MTR_IMPORT_ERROR_EMPTY, "headers" },
    { "a mark alone", TEXT ("\xef\xbb\xbf"), MTR_IMPORT_ERROR_EMPTY, "headers" },
    { "only headers", TEXT ("a,b\n\n,\n"), MTR_IMPORT_ERROR_EMPTY, "headers" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
      g_autoptr (GError) error = NULL;
      g_autoptr (MtrCsv) csv = mtr_csv_new (bytes, &error);
      g_autofree char *description = NULL;

      g_test_message ("%s", cases[i].name);
      if (cases[i].error != FINE)
        {
          g_assert_error (error, MTR_IMPORT_ERROR, cases[i].error);
          g_test_message ("%s", error->message);
          g_assert_nonnull (strstr (error->message, cases[i].expected));
          g_assert_nonnull (strstr (error->message, cases[i].error == MTR_IMPORT_ERROR_EMPTY ? "Nothing was changed"
                                                                                             : "was changed"));
          g_assert_null (csv);
          continue;
        }
      g_assert_no_error (error);
      description = describe (csv);
      g_assert_cmpstr (description, ==, cases[i].expected);
      g_assert_cmpint (mtr_csv_get_encoding (csv), ==, cases[i].encoding);
      g_assert_cmpint (mtr_csv_get_delimiter (csv), ==, cases[i].delimiter);
    }
}

static void
test_cleaned (void)
{
  static const char text[] = "a,b\nx\x01\x02y,z\nplain,row\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (MtrCsv) csv = mtr_csv_new (bytes, NULL);

  g_assert_cmpuint (mtr_csv_get_n_cleaned (csv, 0), ==, 2);
  g_assert_cmpuint (mtr_csv_get_n_cleaned (csv, 1), ==, 0);
  /* What is not there is empty, wherever it is asked for. */
  g_assert_cmpstr (mtr_csv_get_cell (csv, 1, 7), ==, "");
  g_assert_cmpstr (mtr_csv_get_header (csv, 7), ==, "");
}

static void
test_large (void)
{
  static const struct {
    guint rows;
    guint columns;
    int   error;
  } cases[] = {
    { 100000, 5, FINE },
    { MTR_CSV_MAX_ROWS, 1, FINE },
    { MTR_CSV_MAX_ROWS + 1, 1, MTR_IMPORT_ERROR_TOO_LARGE },
    { 2, MTR_CSV_MAX_COLUMNS, FINE },
    { 2, MTR_CSV_MAX_COLUMNS + 1, MTR_IMPORT_ERROR_TOO_LARGE },
    { 0, MTR_CSV_MAX_BYTES + 1, MTR_IMPORT_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MtrCsv) csv = NULL;

      if (cases[i].rows == 0)
        g_string_set_size (text, cases[i].columns);
      for (guint row = 0; cases[i].rows > 0 && row <= cases[i].rows; row++)
        for (guint column = 0; column < cases[i].columns; column++)
          g_string_append_printf (text, "%u%c", row, column + 1 == cases[i].columns ? '\n' : ',');
      bytes = g_bytes_new_static (text->str, text->len);
      csv = mtr_csv_new (bytes, &error);
      if (cases[i].error != FINE)
        {
          g_assert_error (error, MTR_IMPORT_ERROR, cases[i].error);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (mtr_csv_get_n_rows (csv), ==, cases[i].rows);
      g_assert_cmpuint (mtr_csv_get_line (csv, cases[i].rows - 1), ==, cases[i].rows + 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/csv/read", test_read);
  g_test_add_func ("/import/csv/cleaned", test_cleaned);
  g_test_add_func ("/import/csv/large", test_large);

  return g_test_run ();
}
