/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a date of a spreadsheet: ISO, or day first as in the United Kingdom. A
 * person who types can be asked what was meant; a list cannot, so whatever can
 * be read in two ways is refused.
 */

#include "mtr-import-private.h"

#include "mtr-date-entry.h"
#include "mtr-date.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define MAX_QUOTED 40

/* Three whole numbers with the same sign between them. */
typedef struct {
  int numbers[3];
  int n_digits[3];
} Numbers;

static gboolean
cut_numbers (const char *text,
             Numbers    *numbers)
{
  char sign = '\0';

  for (int i = 0; i < 3; i++)
    {
      numbers->numbers[i] = numbers->n_digits[i] = 0;
      for (; g_ascii_isdigit (*text); text++)
        {
          if (++numbers->n_digits[i] > 4)
            return FALSE;
          numbers->numbers[i] = numbers->numbers[i] * 10 + g_ascii_digit_value (*text);
        }
      if (numbers->n_digits[i] == 0)
        return FALSE;
      if (i == 0)
        sign = *text;
      if (i < 2 && (*text != sign || strchr ("/.-", sign) == NULL || *text++ == '\0'))
        return FALSE;
    }

  return *text == '\0';
}

/* A spreadsheet writes midnight behind a date where its column is of the kind that has both. */
static char *
dup_without_time (const char *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  char *time;

  if (g_ascii_isdigit (text[0]))
    {
      time = strpbrk (text, "T ");
      if (time != NULL && strchr (time, ':') != NULL)
        *time = '\0';
    }

  return g_steal_pointer (&text);
}

/*
 * mtr_import_dup_typed:
 * @cell: what was typed
 *
 * Returns: (transfer full): the same, shortened for a sentence
 */
char *
mtr_import_dup_typed (const char *cell)
{
  g_autofree char *line = mtr_text_clean (cell, -1, MTR_TEXT_ONE_LINE, NULL);

  return mtr_text_excerpt (line, MAX_QUOTED);
}

/*
 * mtr_import_looks_month_first:
 * @cell: a cell of a column of dates
 *
 * Returns: whether it is a date only when its first number is the month
 */
gboolean
mtr_import_looks_month_first (const char *cell)
{
  g_autofree char *text = dup_without_time (cell);
  Numbers numbers;

  return cut_numbers (text, &numbers) && numbers.n_digits[0] <= 2 && numbers.n_digits[1] <= 2 &&
         numbers.numbers[0] >= 1 && numbers.numbers[0] <= 12 && numbers.numbers[1] > 12 && numbers.numbers[1] <= 31;
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static gboolean
has_year (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      n_digits = g_ascii_isdigit (*p) ? n_digits + 1 : 0;
      if (n_digits == 4)
        return TRUE;
    }

  return FALSE;
}

static gboolean
refuse (const char  *format,
        const char  *cell,
        char       **reason)
{
  g_autofree char *quoted = mtr_import_dup_typed (cell);
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  *reason = g_strconcat (around[0], quoted, around[1], NULL);

  return FALSE;
}

/*
 * mtr_import_read_date:
 * @cell: what was typed
 * @month_first_line: a line in which the same column has a date with the month first; 0 where there is none
 * @today: the present date
 * @value: (out) (transfer full): the ISO date
 * @reason: (out) (transfer full): what is wrong with it
 *
 * Returns: whether it is one date and no other
 */
gboolean
mtr_import_read_date (const char   *cell,
                      guint         month_first_line,
                      const GDate  *today,
                      char        **value,
                      char        **reason)
{
  g_autofree char *text = dup_without_time (cell);
  g_autofree char *message = NULL;
  Numbers numbers;
  GDate date;
  int day, month, year;

  if (has_letter (text))
    {
      if (!has_year (text))
        return refuse (_("“%s” has no year of four figures. Write the date as in 19/11/2026."), cell, reason);
      if (!mtr_date_entry_read (text, today, MTR_DATE_LEAN_PAST, &date, NULL, &message) ||
          g_date_get_year (&date) < FIRST_YEAR || g_date_get_year (&date) > LAST_YEAR)
        return refuse (_("“%s” is not a date. Write it as in 19/11/2026."), cell, reason);
      *value = mtr_date_to_iso (&date);
      return TRUE;
    }

  if (!cut_numbers (text, &numbers))
    return refuse (_("“%s” is not a date. Write it as in 19/11/2026."), cell, reason);

  month = numbers.numbers[1];
  if (numbers.n_digits[0] == 4)
    {
      year = numbers.numbers[0];
      day = numbers.numbers[2];
    }
  else if (numbers.n_digits[2] == 4)
    {
      day = numbers.numbers[0];
      year = numbers.numbers[2];
      if (mtr_import_looks_month_first (text))
        return refuse (_("“%s” puts the month first. Write the day first, as in 19/11/2026."), cell, reason);
      if (month_first_line != 0 && day <= 12 && month <= 12 && day != month)
        {
          g_autofree char *quoted = mtr_import_dup_typed (cell);

          /* Translators: a date as it was typed, and the number of a line */
          *reason = g_strdup_printf (_("“%1$s” can be two dates, because line %2$u puts the month first. Write all dates "
                                       "of the column as in 2026-11-19."),
                                     quoted, month_first_line);
          return FALSE;
        }
    }
  else
    {
      return refuse (_("“%s” has no year of four figures. Write the date as in 19/11/2026."), cell, reason);
    }

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return refuse (_("“%s” is not a date. Write it as in 19/11/2026."), cell, reason);

  *value = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return TRUE;
}
