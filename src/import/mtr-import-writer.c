/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes people, pairings or sessions as a spreadsheet with the columns that
 * can be taken in: what is written here and read again changes nothing.
 */

#include "mtr-import-writer.h"

#include "mtr-csv-cell.h"
#include "mtr-import-private.h"

typedef struct {
  MtrSnapshot     *file;    /* (unowned) */
  MtrImportPeople *people;  /* (owned) */
  MtrImportPairs  *pairs;   /* (owned) */
  GHashTable      *topics;  /* (owned): id of a session → GString */
} Writer;

static void
append_cell (GString    *csv,
             const char *value)
{
  g_autofree char *cell = mtr_csv_cell_protect (value);

  mtr_csv_cell_append (csv, cell);
}

static MtrImportPair *
get_pair (Writer    *self,
          MtrRecord *record)
{
  gint64 id = mtr_record_get_kind (record) == MTR_KIND_SESSION ? mtr_record_get_number (record, MTR_SESSION_PAIRING_ID)
                                                               : mtr_record_get_id (record);

  return mtr_import_pairs_get (self->pairs, id);
}

static char *
dup_value (Writer                *self,
           MtrRecord             *record,
           const MtrImportColumn *column)
{
  gint64 id = mtr_record_get_id (record);
  MtrImportPair *pair;
  GString *topics;

  switch (column->use)
    {
    case MTR_IMPORT_USE_FIELD:
      return mtr_import_dup_cell (record, column->field, self->people);
    case MTR_IMPORT_USE_ID:
      return g_strdup_printf ("%" G_GINT64_FORMAT, id);
    case MTR_IMPORT_USE_MENTEES:
      pair = get_pair (self, record);
      return pair != NULL ? mtr_import_pairs_dup_mentees (self->people, pair->mentees) : g_strdup ("");
    case MTR_IMPORT_USE_MENTOR:
      pair = get_pair (self, record);
      return pair != NULL ? mtr_import_dup_cell (pair->pairing, MTR_PAIRING_MENTOR_ID, self->people) : g_strdup ("");
    case MTR_IMPORT_USE_TOPICS:
      topics = g_hash_table_lookup (self->topics, &id);
      return g_strdup (topics != NULL ? topics->str : "");
    case MTR_IMPORT_USE_FIRST_NAME:
    case MTR_IMPORT_USE_LAST_NAME:
    case MTR_IMPORT_USE_BOTH:
    case MTR_IMPORT_USE_HOURS:
    case MTR_IMPORT_USE_YEARS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static void
free_topics (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
collect_topics (Writer *self)
{
  for (guint i = 0; i < mtr_snapshot_count (self->file, MTR_KIND_SESSION_TOPIC); i++)
    {
      MtrRecord *topic = mtr_snapshot_nth (self->file, MTR_KIND_SESSION_TOPIC, i);
      gint64 id = mtr_record_get_number (topic, MTR_SESSION_TOPIC_SESSION_ID);
      GString *list = g_hash_table_lookup (self->topics, &id);

      if (list == NULL)
        {
          list = g_string_new (NULL);
          g_hash_table_insert (self->topics, g_memdup2 (&id, sizeof id), list);
        }
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "",
                              mtr_record_get_text (topic, MTR_SESSION_TOPIC_TOPIC));
    }
}

static void
append_row (Writer                *self,
            GString               *csv,
            MtrRecord             *record,
            const MtrImportColumn *columns,
            guint                  n_columns)
{
  gboolean first = TRUE;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *value = NULL;

      if (!columns[i].is_exported)
        continue;
      if (!first)
        g_string_append_c (csv, ',');
      first = FALSE;
      /* The headers are those of the source language, which every translation of the program recognises. */
      value = record != NULL ? dup_value (self, record, &columns[i]) : g_strdup (columns[i].label);
      append_cell (csv, value);
    }
  g_string_append (csv, "\r\n");
}

/**
 * mtr_import_write:
 * @subject: what the rows are
 * @file: every record of the kinds of mtr_import_subject_list_kinds()
 *
 * Writes UTF-8 as in RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe, which is taken
 * away when it is read again. Nothing that only the owner of the file reads is in it, nor what somebody says about who
 * they are.
 *
 * Returns: (transfer full): the whole spreadsheet, with headers
 */
GBytes *
mtr_import_write (MtrImportSubject  subject,
                  MtrSnapshot      *file)
{
  Writer self = { .file = file };
  GString *csv = g_string_new (NULL);
  MtrKind kind = mtr_import_subject_get_kind (subject);
  guint n_columns;
  const MtrImportColumn *columns = mtr_import_column_list (subject, &n_columns);

  self.people = mtr_import_people_new ();
  mtr_import_people_add_snapshot (self.people, file);
  self.pairs = mtr_import_pairs_new (file);
  self.topics = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_topics);
  collect_topics (&self);

  append_row (&self, csv, NULL, columns, n_columns);
  for (guint i = 0; i < mtr_snapshot_count (file, kind); i++)
    append_row (&self, csv, mtr_snapshot_nth (file, kind, i), columns, n_columns);

  g_hash_table_unref (self.topics);
  mtr_import_pairs_free (self.pairs);
  mtr_import_people_free (self.people);

  return g_string_free_to_bytes (csv);
}
