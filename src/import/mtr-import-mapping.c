/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a spreadsheet is taken for what: guessed from the headers, or
 * as it was the last time a column was called that. A column about somebody's
 * identity is recognised, but only taken when it is ticked, each time anew.
 */

#include "mtr-import-mapping.h"

#include "mtr-import-private.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of a cell is shown beside its header, in characters. */
#define SAMPLE 40
/* How many rows are looked at to find a cell that is not empty. */
#define SAMPLE_ROWS 100

typedef struct {
  const MtrImportColumn *column;  /* (nullable): skipped */
  gboolean               ticked;  /* for a private one */
} Entry;

struct _MtrImportMapping {
  GObject           parent_instance;

  MtrCsv           *csv;      /* (owned) */
  MtrImportSubject  subject;
  Entry            *entries;  /* (owned): one for each header */
};

G_DEFINE_FINAL_TYPE (MtrImportMapping, mtr_import_mapping, G_TYPE_OBJECT)

static void
mtr_import_mapping_finalize (GObject *object)
{
  MtrImportMapping *self = MTR_IMPORT_MAPPING (object);

  g_clear_object (&self->csv);
  g_free (self->entries);

  G_OBJECT_CLASS (mtr_import_mapping_parent_class)->finalize (object);
}

static void
mtr_import_mapping_class_init (MtrImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_import_mapping_finalize;
}

static void
mtr_import_mapping_init (MtrImportMapping *self)
{
}

/* What was chosen the last time for a header; the newest record counts. */
static MtrRecord *
find_remembered (MtrSnapshot      *programme,
                 MtrImportSubject  subject,
                 const char       *header)
{
  g_autofree char *key = mtr_import_dup_key (header);

  for (guint i = mtr_snapshot_count (programme, MTR_KIND_IMPORT_COLUMN); i > 0; i--)
    {
      MtrRecord *record = mtr_snapshot_nth (programme, MTR_KIND_IMPORT_COLUMN, i - 1);
      const char *remembered = mtr_record_get_text (record, MTR_IMPORT_COLUMN_HEADER);
      g_autofree char *remembered_key = mtr_import_dup_key (remembered != NULL ? remembered : "");

      if (g_str_equal (key, remembered_key) &&
          mtr_record_text_is (record, MTR_IMPORT_COLUMN_CONTENT, mtr_import_subject_get_code (subject)))
        return record;
    }

  return NULL;
}

/**
 * mtr_import_mapping_new:
 * @csv: a spreadsheet
 * @subject: what its rows are
 * @programme: the programme file, with the columns that it remembers
 *
 * Returns: (transfer full): what each column is likely to be
 */
MtrImportMapping *
mtr_import_mapping_new (MtrCsv           *csv,
                        MtrImportSubject  subject,
                        MtrSnapshot      *programme)
{
  MtrImportMapping *self = g_object_new (MTR_TYPE_IMPORT_MAPPING, NULL);
  guint n_columns = mtr_csv_get_n_columns (csv);

  self->csv = g_object_ref (csv);
  self->subject = subject;
  self->entries = g_new0 (Entry, n_columns);

  /* What was chosen goes before what is guessed, wherever it stands. */
  for (guint i = 0; i < n_columns; i++)
    {
      MtrRecord *remembered = find_remembered (programme, subject, mtr_csv_get_header (csv, i));
      const MtrImportColumn *column =
        remembered != NULL
          ? mtr_import_column_find (subject, mtr_record_get_text (remembered, MTR_IMPORT_COLUMN_TARGET)) : NULL;

      if (column != NULL && mtr_import_mapping_find (self, column) < 0)
        self->entries[i].column = column;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      const MtrImportColumn *column = mtr_import_column_guess (subject, mtr_csv_get_header (csv, i));

      if (self->entries[i].column == NULL && column != NULL && mtr_import_mapping_find (self, column) < 0 &&
          find_remembered (programme, subject, mtr_csv_get_header (csv, i)) == NULL)
        self->entries[i].column = column;
    }

  return self;
}

/**
 * mtr_import_mapping_get_csv:
 * @self: a mapping
 *
 * Returns: (transfer none): the spreadsheet
 */
MtrCsv *
mtr_import_mapping_get_csv (MtrImportMapping *self)
{
  return self->csv;
}

/**
 * mtr_import_mapping_get_subject:
 * @self: a mapping
 *
 * Returns: what the rows are
 */
MtrImportSubject
mtr_import_mapping_get_subject (MtrImportMapping *self)
{
  return self->subject;
}

/**
 * mtr_import_mapping_get_column:
 * @self: a mapping
 * @position: a column of the spreadsheet, from 0
 *
 * Returns: (nullable): what it is; %NULL where it is skipped. A private one is skipped too while it is not ticked.
 */
const MtrImportColumn *
mtr_import_mapping_get_column (MtrImportMapping *self,
                               guint             position)
{
  g_return_val_if_fail (position < mtr_csv_get_n_columns (self->csv), NULL);

  return self->entries[position].column;
}

/**
 * mtr_import_mapping_set_column:
 * @self: a mapping
 * @position: a column of the spreadsheet, from 0
 * @column: (nullable): what it is; %NULL to skip it
 *
 * Another column of the spreadsheet that was taken for the same is skipped from now on.
 */
void
mtr_import_mapping_set_column (MtrImportMapping      *self,
                               guint                  position,
                               const MtrImportColumn *column)
{
  g_return_if_fail (position < mtr_csv_get_n_columns (self->csv));

  for (guint i = 0; column != NULL && i < mtr_csv_get_n_columns (self->csv); i++)
    if (self->entries[i].column == column && i != position)
      self->entries[i] = (Entry) { NULL, FALSE };
  if (self->entries[position].column != column)
    self->entries[position] = (Entry) { column, FALSE };
}

/**
 * mtr_import_mapping_get_ticked:
 * @self: a mapping
 * @position: a column of the spreadsheet, from 0
 *
 * Returns: whether a private column is taken all the same
 */
gboolean
mtr_import_mapping_get_ticked (MtrImportMapping *self,
                               guint             position)
{
  g_return_val_if_fail (position < mtr_csv_get_n_columns (self->csv), FALSE);

  return self->entries[position].ticked;
}

/**
 * mtr_import_mapping_set_ticked:
 * @self: a mapping
 * @position: a column of the spreadsheet, from 0
 * @ticked: whether a private column is taken all the same; this is not remembered
 */
void
mtr_import_mapping_set_ticked (MtrImportMapping *self,
                               guint             position,
                               gboolean          ticked)
{
  g_return_if_fail (position < mtr_csv_get_n_columns (self->csv));

  self->entries[position].ticked = ticked;
}

/**
 * mtr_import_mapping_find:
 * @self: a mapping
 * @column: what a column can be
 *
 * Returns: which column of the spreadsheet is that; -1 where none is
 */
int
mtr_import_mapping_find (MtrImportMapping      *self,
                         const MtrImportColumn *column)
{
  for (guint i = 0; i < mtr_csv_get_n_columns (self->csv); i++)
    if (self->entries[i].column == column)
      return (int) i;

  return -1;
}

/**
 * mtr_import_mapping_dup_sample:
 * @self: a mapping
 * @position: a column of the spreadsheet, from 0
 *
 * Returns: (transfer full): the first cell of it that is not empty, shortened; "" where the first rows have none
 */
char *
mtr_import_mapping_dup_sample (MtrImportMapping *self,
                               guint             position)
{
  for (guint row = 0; row < MIN (mtr_csv_get_n_rows (self->csv), SAMPLE_ROWS); row++)
    {
      const char *cell = mtr_csv_get_cell (self->csv, row, position);

      if (!mtr_text_is_blank (cell))
        return mtr_text_excerpt (cell, SAMPLE);
    }

  return g_strdup ("");
}

static gboolean
has (MtrImportMapping *self,
     const char       *code)
{
  return mtr_import_mapping_find (self, mtr_import_column_find (self->subject, code)) >= 0;
}

/**
 * mtr_import_mapping_find_problem:
 * @self: a mapping
 *
 * Returns: (transfer full) (nullable): which column is missing, a sentence; %NULL where the rows can be checked
 */
char *
mtr_import_mapping_find_problem (MtrImportMapping *self)
{
  if (has (self, "id"))
    return NULL;

  switch (self->subject)
    {
    case MTR_IMPORT_PEOPLE:
      if (!has (self, "name") && !has (self, "first_name") && !has (self, "last_name"))
        return g_strdup (_("No column has the name. Choose which one it is."));
      return NULL;
    case MTR_IMPORT_PAIRINGS:
      if (!has (self, "mentees"))
        return g_strdup (_("No column has the mentee. Choose which one it is."));
      return NULL;
    case MTR_IMPORT_SESSIONS:
      if (!has (self, "mentees") && !has (self, "mentor"))
        return g_strdup (_("No column has the mentee or the mentor. Choose which one it is."));
      if (!has (self, "held_on"))
        return g_strdup (_("No column has the date. Choose which one it is."));
      return NULL;
    case MTR_N_IMPORT_SUBJECTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_repeated (MtrImportMapping *self,
             guint             position)
{
  g_autofree char *key = mtr_import_dup_key (mtr_csv_get_header (self->csv, position));

  for (guint i = 0; i < position; i++)
    {
      g_autofree char *earlier = mtr_import_dup_key (mtr_csv_get_header (self->csv, i));

      if (g_str_equal (key, earlier))
        return TRUE;
    }

  return FALSE;
}

/**
 * mtr_import_mapping_remember:
 * @self: a mapping
 * @programme: the programme file, with the columns that it remembers
 * @new_id: gives ids
 * @new_id_data: for @new_id
 * @change: a change that takes the rows in
 *
 * Adds to @change what differs from the guess and from what was remembered.
 */
void
mtr_import_mapping_remember (MtrImportMapping *self,
                             MtrSnapshot      *programme,
                             MtrNewIdFunc      new_id,
                             gpointer          new_id_data,
                             MtrChange        *change)
{
  for (guint i = 0; i < mtr_csv_get_n_columns (self->csv); i++)
    {
      const MtrImportColumn *column = self->entries[i].column;
      const char *code = column != NULL ? column->code : NULL;
      g_autofree char *header = mtr_text_clean (mtr_csv_get_header (self->csv, i), -1, MTR_TEXT_ONE_LINE, NULL);
      MtrRecord *remembered = find_remembered (programme, self->subject, header);

      if (mtr_text_is_blank (header) || is_repeated (self, i) ||
          g_utf8_strlen (header, -1) > (glong) mtr_field_get_max_length (MTR_IMPORT_COLUMN_HEADER))
        continue;
      if (remembered == NULL && column != mtr_import_column_guess (self->subject, header))
        {
          MtrRecord *record = mtr_record_new (MTR_KIND_IMPORT_COLUMN, new_id (new_id_data));

          mtr_record_set_text (record, MTR_IMPORT_COLUMN_CONTENT, mtr_import_subject_get_code (self->subject));
          mtr_record_set_text (record, MTR_IMPORT_COLUMN_HEADER, header);
          mtr_record_set_text (record, MTR_IMPORT_COLUMN_TARGET, code);
          mtr_change_insert (change, record);
        }
      else if (remembered != NULL && g_strcmp0 (mtr_record_get_text (remembered, MTR_IMPORT_COLUMN_TARGET), code) != 0)
        {
          mtr_change_set_text (change, MTR_IMPORT_COLUMN_TARGET, mtr_record_get_id (remembered), code);
        }
    }
}
