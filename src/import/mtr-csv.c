/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a spreadsheet that was saved as CSV: finds out how it was written,
 * lets libcsv cut it into cells, and keeps the number of the line that each
 * row began in, because that is what a person is told. The cells of all rows
 * lie one behind the other in one block of memory.
 */

#include "mtr-csv.h"

#include "mtr-csv-decode-private.h"
#include "mtr-text.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  guint   line;       /* where it begins, from 1 */
  guint   n_cells;    /* as many as it had, those beyond the limit too */
  guint   first_cell; /* in the array of cells */
  guint   n_cleaned;
} Row;

struct _MtrCsv {
  GObject         parent_instance;

  MtrCsvEncoding  encoding;
  char            delimiter;
  GString        *text;   /* (owned): every cell with a NUL behind it; begins with an empty one */
  GArray         *cells;  /* (owned) (element-type guint): where each cell begins in the text */
  GArray         *rows;   /* (owned) (element-type Row): the headers are the first */
};

G_DEFINE_FINAL_TYPE (MtrCsv, mtr_csv, G_TYPE_OBJECT)

G_DEFINE_QUARK (mtr-import-error-quark, mtr_import_error)

/* A row while it is being read. */
typedef struct {
  MtrCsv  *csv;      /* (unowned) */
  Row      row;
  gboolean began;    /* a row that is not complete yet */
  gboolean is_blank; /* nothing in it so far */
} Reading;

static void
mtr_csv_finalize (GObject *object)
{
  MtrCsv *self = MTR_CSV (object);

  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (mtr_csv_parent_class)->finalize (object);
}

static void
mtr_csv_class_init (MtrCsvClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_csv_finalize;
}

static void
mtr_csv_init (MtrCsv *self)
{
  self->text = g_string_new_len ("", 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

static gboolean
is_plain (const char *cell,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) cell[i] < 0x20 || (guchar) cell[i] >= 0x7f)
      return FALSE;

  return TRUE;
}

static void
take_cell_cb (void  *cell,
              size_t length,
              void  *user_data)
{
  Reading *reading = user_data;
  MtrCsv *self = reading->csv;
  guint start = 0;

  reading->row.n_cells++;
  if (reading->row.n_cells > MTR_CSV_MAX_COLUMNS)
    {
      reading->is_blank = reading->is_blank && length == 0;
      return;
    }

  if (length > 0)
    {
      start = (guint) self->text->len;
      if (is_plain (cell, length))
        {
          g_string_append_len (self->text, cell, (gssize) length);
        }
      else
        {
          guint n_cleaned;
          g_autofree char *clean = mtr_text_clean (cell, (gssize) length, MTR_TEXT_PARAGRAPHS, &n_cleaned);

          g_string_append (self->text, clean);
          reading->row.n_cleaned += n_cleaned;
        }
      reading->is_blank = reading->is_blank && mtr_text_is_blank (self->text->str + start);
      g_string_append_c (self->text, '\0');
    }
  g_array_append_val (self->cells, start);
}

/* A row of nothing but empty cells is what spreadsheets leave below a list: nobody wrote it. */
static void
take_row_cb (int   terminator,
             void *user_data)
{
  Reading *reading = user_data;

  if (reading->is_blank)
    g_array_set_size (reading->csv->cells, reading->row.first_cell);
  else
    g_array_append_val (reading->csv->rows, reading->row);
  reading->began = FALSE;
}

static gboolean
refuse_quote (guint    line,
              GError **error)
{
  g_set_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_QUOTE,
               /* Translators: %u is the number of a line of a CSV file */
               _("The row that begins in line %u has a quotation mark that is not closed, or one inside a cell that is not "
                 "doubled. Nothing was changed. Put it right, then choose the file again."),
               line);

  return FALSE;
}

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_TOO_LARGE,
               /* Translators: megabytes, rows, columns */
               _("This file is too large: at most %1$d MB, %2$d rows and %3$d columns can be taken in at once. Nothing was "
                 "changed. Divide it into several files."),
               MTR_CSV_MAX_BYTES / (1024 * 1024), MTR_CSV_MAX_ROWS, MTR_CSV_MAX_COLUMNS);

  return FALSE;
}

static gboolean
is_blank_line (const char *line,
               const char *end)
{
  for (; line < end; line++)
    if (!g_ascii_isspace (*line))
      return FALSE;

  return TRUE;
}

/* Where the line ends that begins here; its line break belongs to it. */
static const char *
find_line_end (const char *line,
               const char *end)
{
  for (const char *p = line; p < end; p++)
    {
      if (*p == '\n')
        return p + 1;
      if (*p == '\r')
        return p + 1 < end && p[1] == '\n' ? p + 2 : p + 1;
    }

  return end;
}

/* libcsv does not count lines: it gets one at a time. */
static gboolean
read_lines (Reading            *reading,
            struct csv_parser  *parser,
            const char         *text,
            const char         *end,
            guint               line,
            GError            **error)
{
  MtrCsv *self = reading->csv;

  for (const char *next; text < end; text = next, line++)
    {
      next = find_line_end (text, end);
      if (!reading->began)
        {
          if (is_blank_line (text, next))
            continue;
          reading->row = (Row) { line, 0, self->cells->len, 0 };
          reading->began = TRUE;
          reading->is_blank = TRUE;
        }
      if (csv_parse (parser, text, (size_t) (next - text), take_cell_cb, take_row_cb, reading) !=
          (size_t) (next - text))
        return refuse_quote (reading->row.line, error);
      if (self->rows->len > MTR_CSV_MAX_ROWS + 1)
        return refuse_size (error);
    }
  if (csv_fini (parser, take_cell_cb, take_row_cb, reading) != 0)
    return refuse_quote (reading->row.line, error);
  if (self->rows->len > 0 && g_array_index (self->rows, Row, 0).n_cells > MTR_CSV_MAX_COLUMNS)
    return refuse_size (error);

  return TRUE;
}

/* Some spreadsheets write what stands between the cells into a first line of its own: "sep=;". */
static const char *
read_separator_line (const char *text,
                     const char *end,
                     char       *delimiter)
{
  const char *next = find_line_end (text, end);

  if (next - text >= 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && strchr (",;\t", text[4]) != NULL &&
      text[4] != '\0' && is_blank_line (text + 5, next))
    {
      *delimiter = text[4];
      return next;
    }

  return text;
}

/**
 * mtr_csv_new:
 * @bytes: a file, as it is
 * @error: return location for an %MTR_IMPORT_ERROR
 *
 * Reads a CSV file (RFC 4180): UTF-8 with or without a byte order mark, Windows-1252, or UTF-16 with a mark; cells apart by
 * comma, semicolon or tab, whichever fits. Characters that cannot be stored are taken out and counted. Rows whose cells
 * are all empty are passed over.
 *
 * Returns: (transfer full) (nullable): the rows
 */
MtrCsv *
mtr_csv_new (GBytes  *bytes,
             GError **error)
{
  g_autoptr (MtrCsv) self = g_object_new (MTR_TYPE_CSV, NULL);
  g_autofree char *text = NULL;
  struct csv_parser parser;
  Reading reading = { .csv = self };
  const char *begin;
  gsize length;
  gboolean done;

  if (g_bytes_get_size (bytes) > MTR_CSV_MAX_BYTES)
    {
      refuse_size (error);
      return NULL;
    }
  text = mtr_csv_decode (bytes, &length, &self->encoding, error);
  if (text == NULL)
    return NULL;

  begin = read_separator_line (text, text + length, &self->delimiter);
  if (begin == text)
    self->delimiter = mtr_csv_guess_delimiter (text, length);

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    g_error ("the reader of CSV files cannot be made");
  csv_set_delim (&parser, (unsigned char) self->delimiter);
  done = read_lines (&reading, &parser, begin, text + length, begin == text ? 1 : 2, error);
  csv_free (&parser);
  if (!done)
    return NULL;

  if (self->rows->len < 2)
    {
      g_set_error_literal (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_EMPTY,
                           _("There is nothing to take in: the file needs a row with headers, and rows below it. Nothing "
                             "was changed."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * mtr_csv_new_from_file:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: return location for an %MTR_IMPORT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a file of not more than %MTR_CSV_MAX_BYTES, as mtr_csv_new() does. It blocks: a window calls it in a thread.
 *
 * Returns: (transfer full) (nullable): the rows
 */
MtrCsv *
mtr_csv_new_from_file (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &reason);
  g_autoptr (GBytes) bytes = NULL;

  /* One byte more than may be there says that there is more, whatever the file is. */
  if (stream != NULL)
    {
      g_autofree char *content = g_malloc (MTR_CSV_MAX_BYTES + 1);
      gsize n_read;

      if (g_input_stream_read_all (G_INPUT_STREAM (stream), content, MTR_CSV_MAX_BYTES + 1, &n_read, cancellable,
                                   &reason))
        bytes = g_bytes_new_take (g_realloc (g_steal_pointer (&content), MAX (n_read, 1)), n_read);
    }
  if (bytes != NULL)
    return mtr_csv_new (bytes, error);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, MTR_IMPORT_ERROR, MTR_IMPORT_ERROR_FILE,
                 /* Translators: what the system says */
                 _("The file cannot be read (%s). Nothing was changed. Check that it is there and may be read."),
                 reason->message);

  return NULL;
}

/**
 * mtr_csv_get_encoding:
 * @self: a spreadsheet
 *
 * Returns: how its text was written down
 */
MtrCsvEncoding
mtr_csv_get_encoding (MtrCsv *self)
{
  return self->encoding;
}

/**
 * mtr_csv_get_delimiter:
 * @self: a spreadsheet
 *
 * Returns: what stands between two cells: a comma, a semicolon or a tab
 */
char
mtr_csv_get_delimiter (MtrCsv *self)
{
  return self->delimiter;
}

/**
 * mtr_csv_describe:
 * @self: a spreadsheet
 *
 * Returns: (transfer full): how it was read, a line for a person
 */
char *
mtr_csv_describe (MtrCsv *self)
{
  const char *encoding = self->encoding == MTR_CSV_UTF_8 ? "UTF-8"
                         : self->encoding == MTR_CSV_WINDOWS_1252 ? "Windows-1252" : "UTF-16";
  const char *delimiter = self->delimiter == ',' ? _("comma") : self->delimiter == ';' ? _("semicolon") : _("tab");
  guint n_rows = mtr_csv_get_n_rows (self);

  /* Translators: rows, an encoding, and what stands between the cells: "61 rows, UTF-8, cells apart by comma" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u row, %2$s, cells apart by %3$s",
                                       "%1$u rows, %2$s, cells apart by %3$s", n_rows),
                          n_rows, encoding, delimiter);
}

/**
 * mtr_csv_get_n_columns:
 * @self: a spreadsheet
 *
 * Returns: how many headers there are
 */
guint
mtr_csv_get_n_columns (MtrCsv *self)
{
  return g_array_index (self->rows, Row, 0).n_cells;
}

static const Row *
get_row (MtrCsv *self,
         guint   row)
{
  return &g_array_index (self->rows, Row, row);
}

static const char *
get_text (MtrCsv *self,
          guint   row,
          guint   column)
{
  if (column >= MIN (get_row (self, row)->n_cells, MTR_CSV_MAX_COLUMNS))
    return "";

  return self->text->str + g_array_index (self->cells, guint, get_row (self, row)->first_cell + column);
}

/**
 * mtr_csv_get_header:
 * @self: a spreadsheet
 * @column: a column, from 0
 *
 * Returns: what stands above it; "" where nothing does
 */
const char *
mtr_csv_get_header (MtrCsv *self,
                    guint   column)
{
  return get_text (self, 0, column);
}

/**
 * mtr_csv_get_n_rows:
 * @self: a spreadsheet
 *
 * Returns: how many rows there are below the headers, empty ones not counted; at least 1
 */
guint
mtr_csv_get_n_rows (MtrCsv *self)
{
  return self->rows->len - 1;
}

/**
 * mtr_csv_get_line:
 * @self: a spreadsheet
 * @row: a row below the headers, from 0
 *
 * Returns: the line of the file in which it begins, from 1
 */
guint
mtr_csv_get_line (MtrCsv *self,
                  guint   row)
{
  return get_row (self, row + 1)->line;
}

/**
 * mtr_csv_get_n_cells:
 * @self: a spreadsheet
 * @row: a row below the headers, from 0
 *
 * Returns: how many cells it has, which may be more or fewer than the headers are
 */
guint
mtr_csv_get_n_cells (MtrCsv *self,
                     guint   row)
{
  return get_row (self, row + 1)->n_cells;
}

/**
 * mtr_csv_get_cell:
 * @self: a spreadsheet
 * @row: a row below the headers, from 0
 * @column: a column, from 0
 *
 * Returns: what stands there, clean UTF-8; "" where nothing does
 */
const char *
mtr_csv_get_cell (MtrCsv *self,
                  guint   row,
                  guint   column)
{
  return get_text (self, row + 1, column);
}

/**
 * mtr_csv_get_n_cleaned:
 * @self: a spreadsheet
 * @row: a row below the headers, from 0
 *
 * Returns: how many characters that cannot be stored were taken out of it
 */
guint
mtr_csv_get_n_cleaned (MtrCsv *self,
                       guint   row)
{
  return get_row (self, row + 1)->n_cleaned;
}
