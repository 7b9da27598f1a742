/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one cell is written wherever the program writes CSV: as in RFC 4180, and
 * so that a spreadsheet does not take what somebody typed for a formula.
 */

#include "mtr-csv-cell.h"

#include <string.h>

/* What a spreadsheet takes for the beginning of a formula, or for the end of the cell before it. */
#define FORMULA_SIGNS "=+-@\t\r"

/**
 * mtr_csv_cell_protect:
 * @value: a value
 *
 * Returns: (transfer full): the cell of it: an apostrophe stops a spreadsheet from taking it for a formula, and those that
 *   stand before such a sign already get one more, so that mtr_csv_cell_unprotect() gives the same value back
 */
char *
mtr_csv_cell_protect (const char *value)
{
  const char *sign = value + strspn (value, "'");

  return g_strconcat (*sign != '\0' && strchr (FORMULA_SIGNS, *sign) != NULL ? "'" : "", value, NULL);
}

/**
 * mtr_csv_cell_unprotect:
 * @cell: a cell
 *
 * Returns: (transfer full): its value, without the apostrophe that protected it
 */
char *
mtr_csv_cell_unprotect (const char *cell)
{
  const char *sign = cell + strspn (cell, "'");

  return g_strdup (sign > cell && *sign != '\0' && strchr (FORMULA_SIGNS, *sign) != NULL ? cell + 1 : cell);
}

/**
 * mtr_csv_cell_is_number:
 * @text: a text
 *
 * Returns: whether it is a number and nothing else: "-3", "12.5"; such a cell does no harm and counts as it is
 */
gboolean
mtr_csv_cell_is_number (const char *text)
{
  const char *digits = text + (*text == '-');
  gsize whole = strspn (digits, "0123456789");
  const char *rest = digits + whole;

  if (whole == 0)
    return FALSE;
  if (*rest == '\0')
    return TRUE;

  return *rest == '.' && rest[1] != '\0' && strspn (rest + 1, "0123456789") == strlen (rest + 1);
}

/**
 * mtr_csv_cell_append:
 * @csv: a spreadsheet in the making
 * @cell: a cell
 *
 * Adds the cell to the row, in quotation marks wherever it could be taken for more or for less than one.
 */
void
mtr_csv_cell_append (GString    *csv,
                     const char *cell)
{
  gsize length = strlen (cell);

  if (strpbrk (cell, ",;\t\"\r\n") == NULL && (length == 0 || (cell[0] != ' ' && cell[length - 1] != ' ')))
    {
      g_string_append_len (csv, cell, (gssize) length);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}
