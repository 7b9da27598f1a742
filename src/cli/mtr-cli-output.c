/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for standard output, in three shapes of the same content: a table for a
 * person, CSV (RFC 4180) and JSON for a program.
 */

#include "mtr-cli-output.h"

#include "mtr-csv-cell.h"

#include <json-glib/json-glib.h>

struct _MtrCliTable {
  char     **headers;  /* (owned) */
  gboolean  *numbers;  /* (owned): which columns are amounts */
  GPtrArray *rows;     /* (owned) (element-type GStrv) */
};

static const char * const format_names[] = {
  [MTR_CLI_FORMAT_TABLE] = "table",
  [MTR_CLI_FORMAT_CSV] = "csv",
  [MTR_CLI_FORMAT_JSON] = "json",
};

/**
 * mtr_cli_format_parse:
 * @name: (nullable): what stands behind --format=; %NULL for a table
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
mtr_cli_format_parse (const char   *name,
                      MtrCliFormat *format)
{
  *format = MTR_CLI_FORMAT_TABLE;
  if (name == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_str_equal (format_names[i], name))
      {
        *format = (MtrCliFormat) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mtr_cli_table_new:
 * @headers: names of the columns, as in "held_on"; the first is the key
 *
 * Returns: (transfer full): a table without rows
 */
MtrCliTable *
mtr_cli_table_new (const char * const *headers)
{
  MtrCliTable *table = g_new0 (MtrCliTable, 1);

  table->headers = g_strdupv ((char **) headers);
  table->numbers = g_new0 (gboolean, g_strv_length (table->headers) + 1);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return table;
}

/**
 * mtr_cli_table_free:
 * @table: (transfer full): a table
 */
void
mtr_cli_table_free (MtrCliTable *table)
{
  g_strfreev (table->headers);
  g_free (table->numbers);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

/**
 * mtr_cli_table_set_number:
 * @table: a table
 * @column: a column, from 0, whose cells are whole numbers or empty
 *
 * Says that a program calculates with what is in the column: in JSON it is a number, or null. An id is none: readers that
 * keep every number as a double would change it.
 */
void
mtr_cli_table_set_number (MtrCliTable *table,
                          guint        column)
{
  g_return_if_fail (column < g_strv_length (table->headers));

  table->numbers[column] = TRUE;
}

/**
 * mtr_cli_table_add:
 * @table: a table
 * @cells: (transfer full): one text for each header
 */
void
mtr_cli_table_add (MtrCliTable  *table,
                   char        **cells)
{
  g_return_if_fail (g_strv_length (cells) == g_strv_length (table->headers));

  g_ptr_array_add (table->rows, cells);
}

static void
append_csv_row (GString  *text,
                char    **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = mtr_csv_cell_is_number (cells[i]) ? g_strdup (cells[i]) : mtr_csv_cell_protect (cells[i]);

      if (i > 0)
        g_string_append_c (text, ',');
      mtr_csv_cell_append (text, cell);
    }
  g_string_append (text, "\r\n");
}

static char *
to_csv (MtrCliTable *table)
{
  GString *text = g_string_new (NULL);

  append_csv_row (text, table->headers);
  for (guint i = 0; i < table->rows->len; i++)
    append_csv_row (text, g_ptr_array_index (table->rows, i));

  return g_string_free (text, FALSE);
}

static char *
to_json (MtrCliTable *table)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = g_ptr_array_index (table->rows, i);

      json_builder_begin_object (builder);
      for (guint j = 0; table->headers[j] != NULL; j++)
        {
          json_builder_set_member_name (builder, table->headers[j]);
          if (!table->numbers[j])
            json_builder_add_string_value (builder, cells[j]);
          else if (*cells[j] != '\0')
            json_builder_add_int_value (builder, g_ascii_strtoll (cells[j], NULL, 10));
          else
            json_builder_add_null_value (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
}

/* How many columns of a terminal a text takes; a line break is shown as a space. */
static int
get_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
append_table_row (GString  *text,
                  char    **cells,
                  int      *widths)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (cells[i]), "\r\n\t", ' ');

      g_string_append (text, line);
      if (cells[i + 1] != NULL)
        for (int j = get_width (line); j < widths[i] + 2; j++)
          g_string_append_c (text, ' ');
    }
  g_string_append_c (text, '\n');
}

static char *
to_table (MtrCliTable *table)
{
  GString *text = g_string_new (NULL);
  g_autofree int *widths = g_new0 (int, g_strv_length (table->headers) + 1);

  for (guint j = 0; table->headers[j] != NULL; j++)
    {
      widths[j] = get_width (table->headers[j]);
      for (guint i = 0; i < table->rows->len; i++)
        widths[j] = MAX (widths[j], get_width (((char **) g_ptr_array_index (table->rows, i))[j]));
    }

  append_table_row (text, table->headers, widths);
  for (guint i = 0; i < table->rows->len; i++)
    append_table_row (text, g_ptr_array_index (table->rows, i), widths);

  return g_string_free (text, FALSE);
}

/**
 * mtr_cli_table_to_text:
 * @table: a table
 * @format: its shape
 *
 * Returns: (transfer full): the whole table as UTF-8 text
 */
char *
mtr_cli_table_to_text (MtrCliTable  *table,
                       MtrCliFormat  format)
{
  switch (format)
    {
    case MTR_CLI_FORMAT_CSV:
      return to_csv (table);
    case MTR_CLI_FORMAT_JSON:
      return to_json (table);
    case MTR_CLI_FORMAT_TABLE:
    default:
      return to_table (table);
    }
}
