/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out how a spreadsheet was written down, before it is cut into cells:
 * which bytes make its characters, and which character stands between two
 * cells. What cannot be told for sure is refused with what to do instead; a
 * guess would put wrong names into the programme.
 */

#include "mtr-csv-decode-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many records are looked at to guess what stands between the cells. */
#define GUESSED_RECORDS 20

/* What other kinds of file begin with. */
static const struct {
  const char *bytes;
  gsize       length;
} other_files[] = {
  { "PK\003\004", 4 },                            /* the workbooks of today */
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 },      /* those of before 2007 */
  { "%PDF-", 5 },
  { "{\\rtf", 5 },
};

static guint
count_lines (const char *text,
             const char *end)
{
  guint line = 1;

  for (const char *p = text; p < end; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n')))
      line++;

  return line;
}

static gboolean
begins_with (const char *data,
             gsize       size,
             const char *bytes,
             gsize       length)
{
  return size >= length && memcmp (data, bytes, length) == 0;
}

static char *
convert (const char  *data,
         gsize        size,
         const char  *from,
         gsize       *length,
         GError     **error)
{
  char *text = g_convert (data, (gssize) size, "UTF-8", from, NULL, length, NULL);

  if (text == NULL)
    g_set_error_literal (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_ENCODING,
                         _("The letters of this file cannot be read: they are neither UTF-8 nor Windows-1252. Nothing "
                           "was changed. In the spreadsheet, save it again as “CSV UTF-8”."));

  return text;
}

/* Looks at text that is not all UTF-8: how many characters beyond ASCII are UTF-8 all the same, how many bytes are
 * not, and where the first of those is. */
static void
count_characters (const char  *data,
                  gsize        size,
                  gsize       *n_valid,
                  gsize       *n_wrong,
                  const char **first_wrong)
{
  const char *end = data + size;

  *n_valid = *n_wrong = 0;
  *first_wrong = NULL;
  for (const char *p = data; p < end;)
    {
      gunichar character;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      character = g_utf8_get_char_validated (p, end - p);
      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          if (*first_wrong == NULL)
            *first_wrong = p;
          (*n_wrong)++;
          p++;
        }
      else
        {
          (*n_valid)++;
          p = g_utf8_next_char (p);
        }
    }
}

/* NUL is a control character like others where it strays into text; many of them are text of two bytes a character
 * without the mark that would say so, or no text at all. */
static gboolean
is_text (const char *data,
         gsize       size)
{
  gsize n_nul = 0;

  for (gsize i = 0; i < size; i++)
    n_nul += data[i] == '\0';

  return n_nul <= size / 50;
}

/*
 * mtr_csv_decode:
 * @bytes: a file
 * @length: (out): how many bytes the text has, those that are NUL among them
 * @encoding: (out): how it was written
 * @error: return location for an %MTR_IMPORT_ERROR
 *
 * Returns: (transfer full) (nullable): its text as UTF-8 without a byte order mark
 */
char *
mtr_csv_decode (GBytes          *bytes,
                gsize           *length,
                MtrCsvEncoding  *encoding,
                GError         **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean marked = begins_with (data, size, "\xef\xbb\xbf", 3);
  gsize n_valid, n_wrong;
  const char *first_wrong;

  for (gsize i = 0; i < G_N_ELEMENTS (other_files); i++)
    if (begins_with (data, size, other_files[i].bytes, other_files[i].length))
      {
        g_set_error_literal (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_NOT_CSV,
                             _("This is a workbook or another document, not a CSV file. Nothing was changed. Open it in "
                               "its own program and save the sheet as “CSV UTF-8”."));
        return NULL;
      }

  if (begins_with (data, size, "\xff\xfe", 2) || begins_with (data, size, "\xfe\xff", 2))
    {
      *encoding = MTR_CSV_UTF_16;
      return convert (data + 2, size - 2, data[0] == '\xff' ? "UTF-16LE" : "UTF-16BE", length, error);
    }

  if (!is_text (data, size))
    {
      g_set_error_literal (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_NOT_CSV,
                           _("This is not a text file, or one of a kind that does not say how it was written. Nothing "
                             "was changed. In the spreadsheet, save it again as “CSV UTF-8”."));
      return NULL;
    }

  *encoding = MTR_CSV_UTF_8;
  if (marked)
    {
      data += 3;
      size -= 3;
    }
  count_characters (data, size, &n_valid, &n_wrong, &first_wrong);
  if (n_wrong == 0)
    {
      char *text = g_malloc (size + 1);

      if (size > 0)
        memcpy (text, data, size);
      text[size] = '\0';
      *length = size;
      return text;
    }

  /* Words of Windows-1252 that happen to be UTF-8 too are rare: as many of the one as of the other is a mixture. */
  if (marked || n_valid >= n_wrong)
    {
      g_set_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_ENCODING,
                   /* Translators: %u is the number of a line */
                   _("Line %u has letters that are not UTF-8, though others of the file are. Nothing was changed. Put them "
                     "right, or save the sheet again as “CSV UTF-8”."),
                   count_lines (data, first_wrong));
      return NULL;
    }

  *encoding = MTR_CSV_WINDOWS_1252;

  return convert (data, size, "CP1252", length, error);
}

/*
 * mtr_csv_guess_delimiter:
 * @text: UTF-8, maybe with NUL in it
 * @length: its length in bytes
 *
 * Takes the one that stands equally often in the most of the first records, not counting what is quoted; of two, the
 * one that stands there more often; of those, the one with fewer spaces behind it, for that is a comma in a sentence; and
 * of those, the comma.
 *
 * Returns: a comma, a semicolon or a tab
 */
char
mtr_csv_guess_delimiter (const char *text,
                         gsize       length)
{
  static const char delimiters[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (delimiters)][GUESSED_RECORDS] = { 0 };
  guint n_spaces[G_N_ELEMENTS (delimiters)] = { 0 };
  guint n_records = 0;
  gboolean quoted = FALSE, blank = TRUE;
  guint best = 0, best_score = 0, best_count = 0;

  for (gsize i = 0; i < length && n_records < GUESSED_RECORDS; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      if (!quoted && (text[i] == '\n' || text[i] == '\r'))
        {
          n_records += blank ? 0 : 1;
          blank = TRUE;
          continue;
        }
      blank = blank && g_ascii_isspace (text[i]);
      for (guint j = 0; j < G_N_ELEMENTS (delimiters); j++)
        if (!quoted && text[i] == delimiters[j])
          {
            counts[j][n_records]++;
            n_spaces[j] += i + 1 < length && text[i + 1] == ' ';
          }
    }
  if (!blank && n_records < GUESSED_RECORDS)
    n_records++;

  for (guint j = 0; j < G_N_ELEMENTS (delimiters); j++)
    {
      guint score = 0;

      for (guint i = 0; i < n_records; i++)
        score += counts[j][0] > 0 && counts[j][i] == counts[j][0];
      if (score > best_score || (score == best_score && counts[j][0] > best_count) ||
          (score == best_score && counts[j][0] == best_count && n_spaces[j] < n_spaces[best]))
        {
          best = j;
          best_score = score;
          best_count = counts[j][0];
        }
    }

  return delimiters[best];
}
