/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables and the attached files of an archive. Which field is in it is
 * decided by the table of fields and nothing else; rows come a batch at a time,
 * so that a large file is not held in memory.
 */

#include "mtr-archive-builder-private.h"

#include "mtr-csv-cell.h"
#include "mtr-messages.h"
#include "mtr-portfolio.h"

#define BATCH 500
/* Which part of the progress they are. */
#define TABLES_FROM 0.5
#define TABLES_TO 0.6

static char *
dup_key (MtrKind kind,
         gint64  id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, mtr_kind_get_info (kind)->table, id);
}

/*< private >
 * mtr_archive_job_pass:
 * @job: an archive
 * @record: a record whose words are in a portfolio as its panel gets it
 */
void
mtr_archive_job_pass (MtrArchiveJob *job,
                      MtrRecord     *record)
{
  g_hash_table_add (job->passed, dup_key (mtr_record_get_kind (record), mtr_record_get_id (record)));
}

static gboolean
is_listed (MtrArchiveJob *job,
           MtrKind        kind,
           gint64         id)
{
  g_autofree char *key = dup_key (kind, id);

  return g_hash_table_contains (job->passed, key);
}

/* Whether the readers may have what the record says for assessment. What belongs to an observation, an item of evidence or a
 * report goes with it; what only belongs to a portfolio or a pairing was passed on by itself, or was not. */
static gboolean
is_passed (MtrArchiveJob *job,
           MtrRecord     *record)
{
  MtrKind kind = mtr_record_get_kind (record);
  MtrField parent = mtr_kind_get_info (kind)->parent_field;
  MtrKind parent_kind = parent != MTR_FIELD_NONE ? mtr_field_get_info (parent)->reference : MTR_KIND_NONE;

  if (!job->reader->only_passed || is_listed (job, kind, mtr_record_get_id (record)))
    return TRUE;
  if (parent_kind != MTR_KIND_OBSERVATION && parent_kind != MTR_KIND_EVIDENCE && parent_kind != MTR_KIND_REPORT)
    return FALSE;

  return is_listed (job, parent_kind, mtr_record_get_number (record, parent));
}

/* Answers of single people are for those who gave them and whose file it is; others have what the reports count of them. */
static gboolean
may_have (MtrArchiveJob *job,
          MtrKind        kind)
{
  return (mtr_kind_get_info (kind)->home_audience & job->reader->audiences) != 0 &&
         (kind != MTR_KIND_EVALUATION_ANSWER || job->reader->is_owner);
}

static gboolean
is_column (MtrArchiveJob *job,
           int            field)
{
  return (mtr_field_get_info (field)->audience & job->reader->audiences) != 0;
}

/* The records that come after an id: of the pairing, or of the file. */
static GPtrArray *
list_batch (MtrArchiveJob  *job,
            MtrKind         kind,
            MtrAudience     audiences,
            gint64          after_id,
            GError        **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  GPtrArray *records;

  if (job->pairing == NULL)
    {
      query.limit = BATCH;
      query.after_id = after_id;
      return mtr_store_list_records (job->order->store, &query, audiences, error);
    }

  records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; after_id == 0 && i < mtr_snapshot_count (job->pairing, kind); i++)
    g_ptr_array_add (records, g_object_ref (mtr_snapshot_nth (job->pairing, kind, i)));

  return records;
}

static void
append_value (GString   *csv,
              MtrRecord *record,
              MtrField   field)
{
  g_autofree char *cell = NULL;

  if (!mtr_record_is_set (record, field))
    return;
  if (mtr_field_is_number (field))
    {
      g_string_append_printf (csv, "%" G_GINT64_FORMAT, mtr_record_get_number (record, field));
      return;
    }
  cell = mtr_csv_cell_protect (mtr_record_get_text (record, field));
  mtr_csv_cell_append (csv, cell);
}

static void
append_record (MtrArchiveJob *job,
               GString       *csv,
               MtrRecord     *record)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));
  gboolean passed = is_passed (job, record);

  g_string_append_printf (csv, "%" G_GINT64_FORMAT, mtr_record_get_id (record));
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      if (!is_column (job, field))
        continue;
      g_string_append_c (csv, ',');
      if (passed || mtr_field_get_info (field)->audience != MTR_AUDIENCE_ASSESSMENT)
        append_value (csv, record, field);
    }
  g_string_append (csv, "\r\n");
}

static void
append_headers (MtrArchiveJob *job,
                GString       *csv,
                MtrKind        kind)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  g_string_append (csv, "id");
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (is_column (job, field))
      g_string_append_printf (csv, ",%s", mtr_field_get_info (field)->column);
  g_string_append (csv, "\r\n");
}

static gint64
get_last_id (GPtrArray *records)
{
  return mtr_record_get_id (g_ptr_array_index (records, records->len - 1));
}

/* Writes the rows of a batch after @csv, and empties it. Whether a row is written at all: a record that is for assessment and
 * nothing else is not there before it was passed on. */
static gboolean
write_rows (MtrArchiveJob  *job,
            GString        *csv,
            GPtrArray      *records,
            guint          *n_rows,
            GError        **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      if (mtr_kind_get_info (mtr_record_get_kind (record))->home_audience == MTR_AUDIENCE_ASSESSMENT &&
          !is_passed (job, record))
        continue;
      append_record (job, csv, record);
      *n_rows += 1;
    }
  if (!mtr_archive_write (job->archive, csv->str, csv->len, error))
    return FALSE;
  g_string_truncate (csv, 0);

  return TRUE;
}

static gboolean
add_table (MtrArchiveJob  *job,
           MtrKind         kind,
           GError        **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  g_autoptr (GPtrArray) records = list_batch (job, kind, job->reader->audiences, 0, error);
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *count = NULL;
  guint n_rows = 0;
  MtrNode *row;

  if (records == NULL || records->len == 0)
    return records != NULL;

  path = mtr_archive_dup_path (job->archive, "tables", info->table, "csv");
  append_headers (job, csv, kind);
  mtr_archive_begin (job->archive);
  while (records->len > 0)
    {
      gint64 last_id = get_last_id (records);

      if (g_cancellable_set_error_if_cancelled (job->cancellable, error) ||
          !write_rows (job, csv, records, &n_rows, error))
        return FALSE;
      g_clear_pointer (&records, g_ptr_array_unref);
      records = list_batch (job, kind, job->reader->audiences, last_id, error);
      if (records == NULL)
        return FALSE;
    }
  mtr_archive_end (job->archive, path);

  count = g_strdup_printf ("%u", n_rows);
  row = mtr_node_add (job->tables, MTR_NODE_ROW, NULL);
  mtr_node_set_flags (mtr_node_add_cell (row, mtr_kind_get_label (kind), NULL, NULL), MTR_NODE_HEADER);
  mtr_node_add_cell (row, path, mtr_archive_job_link (job, path), NULL);
  mtr_node_set_flags (mtr_node_add_cell (row, count, NULL, NULL), MTR_NODE_NUMBER);

  return TRUE;
}

/* What of a kind is not in the archive; NULL where all of it is. */
static char *
dup_left_out (MtrArchiveJob *job,
              MtrKind        kind)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  g_autoptr (GString) fields = g_string_new (NULL);

  if (!may_have (job, kind))
    /* Translators: a kind of record, "Private name". */
    return g_strdup_printf (_("%s: all of it"), mtr_kind_get_label (kind));

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (!is_column (job, field))
      g_string_append_printf (fields, "%s%s", fields->len > 0 ? _(", ") : "", mtr_field_get_label (field));
  if (fields->len == 0)
    return NULL;

  /* Translators: a kind of record, then names of its fields. */
  return g_strdup_printf (_("%s: %s"), mtr_kind_get_label (kind), fields->str);
}

/* Whether there is any at all, whoever may have it. */
static gboolean
has_any (MtrArchiveJob *job,
         MtrKind        kind)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);

  return job->pairing != NULL ? mtr_snapshot_count (job->pairing, kind) > 0
                              : mtr_store_count (job->order->store, &query, NULL) > 0;
}

/*< private >
 * mtr_archive_job_add_tables:
 * @job: an archive with its documents
 * @error: where an error goes
 *
 * Adds a table for every kind of record that the readers may have, and says in the index what they may not.
 *
 * Returns: whether all was written
 */
gboolean
mtr_archive_job_add_tables (MtrArchiveJob  *job,
                            GError        **error)
{
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      g_autofree char *left_out = dup_left_out (job, kind);

      if (may_have (job, kind) && !add_table (job, kind, error))
        return FALSE;
      if (left_out != NULL && has_any (job, kind))
        mtr_node_add (job->left_out, MTR_NODE_ITEM, left_out);
      mtr_archive_job_show_progress (job, TABLES_FROM + (TABLES_TO - TABLES_FROM) * kind / MTR_N_KINDS);
    }
  if (job->left_out->children->len == 0)
    mtr_node_add (job->left_out, MTR_NODE_ITEM, _("Nothing"));

  return TRUE;
}

static gboolean
add_attachment (MtrArchiveJob  *job,
                MtrRecord      *attachment,
                GError        **error)
{
  gint64 evidence_id = mtr_record_get_number (attachment, MTR_ATTACHMENT_EVIDENCE_ID);
  const char *name = mtr_record_get_name (attachment, MTR_ATTACHMENT_NAME);
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (job->order->store, MTR_SCOPE_RECORD, MTR_KIND_EVIDENCE, evidence_id,
                                                     job->reader->audiences, error);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *number = NULL;
  g_autofree char *full = NULL;
  g_autofree char *path = NULL;
  MtrRecord *evidence;
  MtrNode *row;

  if (snapshot == NULL || g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  content = mtr_store_load_attachment (job->order->store, mtr_record_get_text (attachment, MTR_ATTACHMENT_SHA256), error);
  if (content == NULL)
    return FALSE;

  evidence = mtr_snapshot_get (snapshot, MTR_KIND_EVIDENCE, evidence_id);
  number = evidence != NULL ? mtr_evidence_dup_number (evidence) : g_strdup ("");
  full = g_strdup_printf ("%s %s", number, name != NULL ? name : "");
  path = mtr_archive_dup_path (job->archive, "attachments", full, NULL);
  if (!mtr_archive_add (job->archive, path, content, error))
    return FALSE;

  row = mtr_node_add (job->attachments, MTR_NODE_ROW, NULL);
  mtr_node_set_flags (mtr_node_add_cell (row, number, NULL, NULL), MTR_NODE_HEADER);
  mtr_node_add_cell (row, path, mtr_archive_job_link (job, path), NULL);

  return TRUE;
}

/*< private >
 * mtr_archive_job_add_attachments:
 * @job: an archive with its documents
 * @error: where an error goes
 *
 * Adds the attached files that the readers may have, one after the other.
 *
 * Returns: whether all was written
 */
gboolean
mtr_archive_job_add_attachments (MtrArchiveJob  *job,
                                 GError        **error)
{
  g_autoptr (GPtrArray) records = NULL;
  gint64 last_id = 0;

  if (!may_have (job, MTR_KIND_ATTACHMENT))
    return TRUE;

  while ((records = list_batch (job, MTR_KIND_ATTACHMENT, job->reader->audiences, last_id, error)) != NULL && records->len > 0)
    {
      for (guint i = 0; i < records->len; i++)
        if (is_passed (job, g_ptr_array_index (records, i)) && !add_attachment (job, g_ptr_array_index (records, i), error))
          return FALSE;
      last_id = get_last_id (records);
      g_clear_pointer (&records, g_ptr_array_unref);
    }

  return records != NULL;
}
