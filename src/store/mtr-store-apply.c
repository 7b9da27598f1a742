/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Does a change: one transaction, in which the records, what is derived from
 * them, the search index and the history are written, or nothing is.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MtrAudience all_audiences[] = {
  MTR_AUDIENCE_MINE, MTR_AUDIENCE_PAIR, MTR_AUDIENCE_ASSESSMENT, MTR_AUDIENCE_PROGRAMME,
};

/* A change while it is being done. */
typedef struct {
  MtrStoreFile *file;      /* (unowned) */
  MtrChange    *change;    /* (unowned) */
  GHashTable   *pairings;  /* (owned): ids of the pairings it touches */
  GHashTable   *erased;    /* (owned): records whose texts go for good */
  gboolean      barrier;   /* nothing is undone past it */
  gboolean      changed;   /* anything at all */
} Application;

static void
application_clear (Application *application)
{
  g_clear_pointer (&application->pairings, g_hash_table_unref);
  g_clear_pointer (&application->erased, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Application, application_clear)

static void
bind_field (sqlite3_stmt *statement,
            int           position,
            MtrRecord    *record,
            MtrField      field)
{
  if (!mtr_record_is_set (record, field))
    sqlite3_bind_null (statement, position);
  else if (mtr_field_is_number (field))
    sqlite3_bind_int64 (statement, position, mtr_record_get_number (record, field));
  else
    sqlite3_bind_text (statement, position, mtr_record_get_text (record, field), -1, SQLITE_TRANSIENT);
}

/**
 * mtr_store_file_insert:
 * @file: a file with a transaction
 * @record: a record; with the id 0 it gets the next free one
 * @audience: into which of its tables
 * @error: return location for an error
 *
 * Writes the fields of one audience.
 *
 * Returns: whether the row was written
 */
gboolean
mtr_store_file_insert (MtrStoreFile *file,
                       MtrRecord    *record,
                       MtrAudience   audience,
                       GError      **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));
  g_autofree char *table = mtr_store_schema_table_name (info->kind, audience);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new ("?1");
  mtr_auto_statement statement = NULL;
  int position = 1;

  g_string_append_printf (sql, "INSERT INTO %s (id", table);
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->audience == audience)
      {
        g_string_append_printf (sql, ", %s", mtr_field_get_info (field)->column);
        g_string_append_printf (places, ", ?%d", ++position);
      }
  g_string_append_printf (sql, ") VALUES (%s)", places->str);

  statement = mtr_store_file_prepare (file, sql->str, error);
  if (statement == NULL)
    return FALSE;
  if (mtr_record_get_id (record) != 0)
    sqlite3_bind_int64 (statement, 1, mtr_record_get_id (record));
  position = 1;
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->audience == audience)
      bind_field (statement, ++position, record, field);

  return mtr_store_file_run (file, statement, error);
}

static gboolean
row_exists (MtrStoreFile *file,
            const char   *table,
            gint64        id,
            gboolean     *exists,
            GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", table);
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);

  return mtr_store_file_step (file, statement, exists, error);
}

static gboolean
require_record (MtrStoreFile *file,
                MtrKind       kind,
                gint64        id,
                GError      **error)
{
  gboolean exists;

  if (!row_exists (file, mtr_kind_get_info (kind)->table, id, &exists, error))
    return FALSE;
  if (!exists)
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         /* Translators: %s is a kind of record */
                         _("This record is not there any more (%s). Nothing was changed."), mtr_kind_get_label (kind));

  return exists;
}

/* Whether the record, or the one it belongs to, has "sealed_at" or "erased_at". */
static gboolean
root_has (MtrStoreFile *file,
          MtrKind       kind,
          gint64        id,
          const char   *column,
          gboolean     *has,
          GError      **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  const MtrKindInfo *root = info;
  g_autofree char *sql = NULL;
  mtr_auto_statement statement = NULL;

  *has = FALSE;
  if (!(info->flags & MTR_KIND_FLAG_SEALED))
    {
      if (info->parent_field == MTR_FIELD_NONE)
        return TRUE;
      root = mtr_kind_get_info (mtr_field_get_info (info->parent_field)->reference);
      if (!(root->flags & MTR_KIND_FLAG_SEALED))
        return TRUE;
    }

  if (root == info)
    sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1 AND %s IS NOT NULL", root->table, column);
  else
    sql = g_strdup_printf ("SELECT 1 FROM %s c JOIN %s r ON r.id = c.%s WHERE c.id = ?1 AND r.%s IS NOT NULL",
                           info->table, root->table, mtr_field_get_info (info->parent_field)->column, column);
  statement = mtr_store_file_prepare (file, sql, error);
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);

  return mtr_store_file_step (file, statement, has, error);
}

static gboolean
require_unsealed (MtrStoreFile *file,
                  MtrKind       kind,
                  gint64        id,
                  GError      **error)
{
  gboolean sealed;

  if (!root_has (file, kind, id, "sealed_at", &sealed, error))
    return FALSE;
  if (sealed)
    mtr_store_set_sqlite_error (file, SQLITE_CONSTRAINT_TRIGGER, error);

  return !sealed;
}

static gboolean
is_append_only (const MtrOperation *operation)
{
  return operation->type == MTR_OPERATION_INSERT &&
         (mtr_kind_get_info (operation->kind)->flags & MTR_KIND_FLAG_APPEND_ONLY) != 0;
}

static gboolean
inserts (MtrChange *change,
         MtrKind    kind,
         gint64     id)
{
  for (guint i = 0; i < mtr_change_count (change); i++)
    {
      const MtrOperation *operation = mtr_change_nth (change, i);

      if (operation->type == MTR_OPERATION_INSERT && operation->kind == kind && operation->id == id)
        return TRUE;
    }

  return FALSE;
}

/* What was signed elsewhere and is brought in whole goes out whole, too; any other signature stays. */
static void
set_barrier (Application        *application,
             const MtrOperation *operation)
{
  MtrField parent = mtr_kind_get_info (operation->kind)->parent_field;
  gboolean carried = mtr_change_get_carried (application->change) && operation->type == MTR_OPERATION_INSERT;

  if (carried && is_append_only (operation))
    carried = inserts (application->change, mtr_field_get_info (parent)->reference,
                       mtr_record_get_number (operation->record, parent));
  if (!carried)
    application->barrier = TRUE;
}

static gboolean
is_signature (MtrField field)
{
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (mtr_field_get_info (field)->kind, &n_signatures);

  for (guint i = 0; i < n_signatures; i++)
    if (signatures[i].at_field == field)
      return TRUE;

  return FALSE;
}

static gboolean
require_content (MtrStoreFile *file,
                 MtrRecord    *record,
                 GError      **error)
{
  mtr_auto_statement statement = NULL;
  gboolean row;

  if (mtr_record_get_kind (record) != MTR_KIND_ATTACHMENT || !mtr_record_is_set (record, MTR_ATTACHMENT_SHA256) ||
      mtr_record_get_number (record, MTR_ATTACHMENT_KEPT_APART) != 0)
    return TRUE;

  statement = mtr_store_file_prepare (file, "SELECT 1 FROM attachment_content WHERE sha256 = ?1", error);
  if (statement != NULL)
    sqlite3_bind_text (statement, 1, mtr_record_get_text (record, MTR_ATTACHMENT_SHA256), -1, SQLITE_TRANSIENT);
  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (!row)
    mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                         _("The content of an attached file is missing. Nothing was changed; attach it again."));

  return row;
}

static gboolean
insert_record (Application        *application,
               const MtrOperation *operation,
               GError            **error)
{
  MtrStoreFile *file = application->file;
  const MtrKindInfo *info = mtr_kind_get_info (operation->kind);
  gboolean append_only = (info->flags & MTR_KIND_FLAG_APPEND_ONLY) != 0;
  g_autoptr (MtrRecord) record = g_object_ref (operation->record);
  MtrField sealed_field = mtr_kind_get_sealed_field (operation->kind);
  gboolean exists;

  if (!row_exists (file, info->table, operation->id, &exists, error))
    return FALSE;
  if (exists)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                           _("This record is there already (%s). Nothing was changed."),
                           mtr_kind_get_label (operation->kind));
      return FALSE;
    }
  if (!require_content (file, record, error))
    return FALSE;

  /* It is sealed when all of the change has been done. */
  if (sealed_field != MTR_FIELD_NONE && mtr_record_is_set (record, sealed_field))
    {
      g_object_unref (record);
      record = mtr_record_copy (operation->record);
      mtr_record_clear (record, sealed_field);
    }
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (is_signature (field) && mtr_record_is_set (record, field))
      set_barrier (application, operation);

  if (!mtr_store_file_insert (file, record, info->home_audience, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (all_audiences); i++)
    {
      gboolean wanted = append_only;

      if (all_audiences[i] == info->home_audience || !mtr_store_schema_has_table (operation->kind, all_audiences[i]))
        continue;
      for (int field = info->first_field; field <= (int) info->last_field && !wanted; field++)
        wanted = mtr_field_get_info (field)->audience == all_audiences[i] && mtr_record_is_set (record, field);
      if (wanted && !mtr_store_file_insert (file, record, all_audiences[i], error))
        return FALSE;
    }

  if (append_only)
    {
      gboolean sealed, erased;

      set_barrier (application, operation);
      if (!root_has (file, operation->kind, operation->id, "sealed_at", &sealed, error) ||
          !root_has (file, operation->kind, operation->id, "erased_at", &erased, error))
        return FALSE;
      if (!sealed || erased)
        {
          mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                               /* Translators: %s is a kind of record: "Addendum" */
                               _("“%s” can be added only to a record that is signed. Nothing was changed."),
                               mtr_kind_get_label (operation->kind));
          return FALSE;
        }
    }

  return TRUE;
}

/* Sets the fields of one audience; a row of another than the home audience is made when it is first needed. */
static gboolean
update_fields (MtrStoreFile       *file,
               const MtrOperation *operation,
               MtrAudience         audience,
               GArray             *fields,
               GError            **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (operation->kind);
  g_autofree char *table = mtr_store_schema_table_name (operation->kind, audience);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (MtrRecord) row = NULL;
  gboolean wanted = FALSE;

  g_string_append_printf (sql, "UPDATE %s SET ", table);
  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (sql, "%s%s = ?%u", i > 0 ? ", " : "",
                            mtr_field_get_info (g_array_index (fields, MtrField, i))->column, i + 2);
  g_string_append (sql, " WHERE id = ?1");
  {
    mtr_auto_statement statement = mtr_store_file_prepare (file, sql->str, error);

    if (statement == NULL)
      return FALSE;
    sqlite3_bind_int64 (statement, 1, operation->id);
    for (guint i = 0; i < fields->len; i++)
      {
        bind_field (statement, (int) i + 2, operation->record, g_array_index (fields, MtrField, i));
        wanted = wanted || mtr_record_is_set (operation->record, g_array_index (fields, MtrField, i));
      }
    if (!mtr_store_file_run (file, statement, error))
      return FALSE;
  }
  if (sqlite3_changes (file->connection) > 0 || audience == info->home_audience || !wanted)
    return TRUE;

  row = mtr_record_new (operation->kind, operation->id);
  for (guint i = 0; i < fields->len; i++)
    {
      MtrField field = g_array_index (fields, MtrField, i);

      if (!mtr_record_is_set (operation->record, field))
        continue;
      if (mtr_field_is_number (field))
        mtr_record_set_number (row, field, mtr_record_get_number (operation->record, field));
      else
        mtr_record_set_text (row, field, mtr_record_get_text (operation->record, field));
    }

  return mtr_store_file_insert (file, row, audience, error);
}

static gboolean
update_record (Application        *application,
               const MtrOperation *operation,
               GError            **error)
{
  MtrStoreFile *file = application->file;
  const MtrKindInfo *info = mtr_kind_get_info (operation->kind);
  MtrField sealed_field = mtr_kind_get_sealed_field (operation->kind);
  MtrField erased_field = mtr_kind_get_erased_field (operation->kind);

  if (!require_record (file, operation->kind, operation->id, error) ||
      !require_unsealed (file, operation->kind, operation->id, error) ||
      !require_content (file, operation->record, error))
    return FALSE;
  if (info->flags & MTR_KIND_FLAG_APPEND_ONLY)
    {
      mtr_store_set_sqlite_error (file, SQLITE_CONSTRAINT_TRIGGER, error);
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (all_audiences); i++)
    {
      g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MtrField));

      for (guint j = 0; j < operation->fields->len; j++)
        {
          MtrField field = g_array_index (operation->fields, MtrField, j);

          if (mtr_field_get_info (field)->audience != all_audiences[i] || field == sealed_field)
            continue;
          if (field == erased_field)
            {
              mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                                   _("“%s” is set by erasing only. Nothing was changed."), mtr_field_get_label (field));
              return FALSE;
            }
          if (is_signature (field))
            application->barrier = TRUE;
          g_array_append_val (fields, field);
        }
      if (fields->len > 0 && !update_fields (file, operation, all_audiences[i], fields, error))
        return FALSE;
    }

  return TRUE;
}

static GArray *
list_referring (MtrStoreFile *file,
                MtrField      field,
                gint64        id,
                GError      **error)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  g_autofree char *table = mtr_store_schema_table_name (info->kind, info->audience);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 ORDER BY id", table, info->column);
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);

  return mtr_store_file_list_numbers (file, statement, error);
}

/* Records that belong to the same one forget each other; others have to be asked first. */
static gboolean
are_siblings (MtrKind one,
              MtrKind two)
{
  MtrField first = mtr_kind_get_info (one)->parent_field;
  MtrField second = mtr_kind_get_info (two)->parent_field;

  return first != MTR_FIELD_NONE && second != MTR_FIELD_NONE &&
         mtr_field_get_info (first)->reference == mtr_field_get_info (second)->reference;
}

static gboolean
clear_reference (MtrStoreFile *file,
                 MtrField      field,
                 gint64        id,
                 GError      **error)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  g_autofree char *table = mtr_store_schema_table_name (info->kind, info->audience);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE %s = ?1", table, info->column, info->column);
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);

  return mtr_store_file_run (file, statement, error);
}

static gboolean
delete_rows (MtrStoreFile *file,
             MtrKind       kind,
             gint64        id,
             GError      **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  /* The home table last, because the others refer to it. */
  for (gsize i = 0; i <= G_N_ELEMENTS (all_audiences); i++)
    {
      MtrAudience audience = i < G_N_ELEMENTS (all_audiences) ? all_audiences[i] : info->home_audience;
      g_autofree char *table = NULL;
      g_autofree char *sql = NULL;
      mtr_auto_statement statement = NULL;

      if (!mtr_store_schema_has_table (kind, audience) ||
          (i < G_N_ELEMENTS (all_audiences) && audience == info->home_audience))
        continue;
      table = mtr_store_schema_table_name (kind, audience);
      sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);
      statement = mtr_store_file_prepare (file, sql, error);
      if (statement != NULL)
        sqlite3_bind_int64 (statement, 1, id);
      if (!mtr_store_file_run (file, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_record (Application *application,
               MtrKind      kind,
               gint64       id,
               GError     **error)
{
  MtrStoreFile *file = application->file;

  if (!require_unsealed (file, kind, id, error))
    return FALSE;

  for (int field = 0; field < MTR_N_FIELDS; field++)
    {
      const MtrFieldInfo *info = mtr_field_get_info (field);
      const MtrKindInfo *referring = mtr_kind_get_info (info->kind);
      gboolean is_child = referring->parent_field == (MtrField) field;
      g_autoptr (GArray) ids = NULL;

      if (info->reference != kind || (referring->flags & MTR_KIND_FLAG_DERIVED))
        continue;
      ids = list_referring (file, field, id, error);
      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len && is_child; i++)
        if (!delete_record (application, info->kind, g_array_index (ids, gint64, i), error))
          return FALSE;
      if (is_child || ids->len == 0 || (ids->len == 1 && info->kind == kind && g_array_index (ids, gint64, 0) == id))
        continue;
      if (are_siblings (info->kind, kind) && !(info->flags & MTR_FIELD_REQUIRED))
        {
          if (!clear_reference (file, field, id, error))
            return FALSE;
          continue;
        }
      mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                           /* Translators: %1$s and %2$s are kinds of record, %3$s the label of a field: "This cannot be
                            * removed (Person): it is still named in Pairing, “Mentor”." */
                           _("This cannot be removed (%1$s): it is still named in %2$s, “%3$s”. Nothing was changed."),
                           mtr_kind_get_label (kind), mtr_kind_get_label (info->kind), mtr_field_get_label (field));
      return FALSE;
    }

  return delete_rows (file, kind, id, error);
}

static gboolean
do_operation (Application        *application,
              const MtrOperation *operation,
              GError            **error)
{
  MtrStoreFile *file = application->file;

  if (operation->type != MTR_OPERATION_INSERT &&
      !mtr_store_file_find_pairings (file, operation->kind, operation->id, application->pairings, error))
    return FALSE;

  switch (operation->type)
    {
    case MTR_OPERATION_INSERT:
      return insert_record (application, operation, error);
    case MTR_OPERATION_UPDATE:
      return update_record (application, operation, error);
    case MTR_OPERATION_DELETE:
      return require_record (file, operation->kind, operation->id, error) &&
             delete_record (application, operation->kind, operation->id, error);
    case MTR_OPERATION_ERASE:
      application->barrier = TRUE;
      return require_record (file, operation->kind, operation->id, error) &&
             mtr_store_file_erase (file, operation->kind, operation->id, application->erased, error);
    default:
      g_assert_not_reached ();
    }
}

/* Sealing is the last thing of a change, so that one change can write a record with all that belongs to it, and sign
 * and seal it. */
static gboolean
seal_record (Application        *application,
             const MtrOperation *operation,
             GError            **error)
{
  MtrStoreFile *file = application->file;
  MtrField sealed_field = mtr_kind_get_sealed_field (operation->kind);
  g_autoptr (MtrRecord) stored = NULL;
  g_autoptr (GArray) fields = NULL;
  const MtrSignature *signatures;
  guint n_signatures;
  gboolean sets = operation->type == MTR_OPERATION_INSERT;
  g_autoptr (GError) local_error = NULL;

  if (sealed_field == MTR_FIELD_NONE || operation->record == NULL)
    return TRUE;
  for (guint i = 0; operation->fields != NULL && i < operation->fields->len; i++)
    sets = sets || g_array_index (operation->fields, MtrField, i) == sealed_field;
  if (!sets || !mtr_record_is_set (operation->record, sealed_field))
    return TRUE;

  stored = mtr_store_file_read_one (file, operation->kind, operation->id, MTR_READER_OWNER,
                                    &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (stored == NULL)
    return TRUE;
  signatures = mtr_kind_get_signatures (operation->kind, &n_signatures);
  for (guint i = 0; i < n_signatures; i++)
    if (!mtr_record_is_set (stored, signatures[i].at_field))
      {
        mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                             /* Translators: %s is the label of a field: "Signed by the mentor" */
                             _("It takes both signatures to seal this; “%s” is still empty. Nothing was changed."),
                             mtr_field_get_label (signatures[i].at_field));
        return FALSE;
      }

  set_barrier (application, operation);
  fields = g_array_new (FALSE, FALSE, sizeof (MtrField));
  g_array_append_val (fields, sealed_field);

  return update_fields (file, operation, mtr_kind_get_info (operation->kind)->home_audience, fields, error);
}

/* What a field refers to must be there when the change is done. */
static gboolean
check_references (MtrStoreFile       *file,
                  const MtrOperation *operation,
                  GError            **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (operation->kind);

  if (operation->record == NULL)
    return TRUE;

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      MtrKind reference = mtr_field_get_info (field)->reference;
      gboolean exists;

      if (reference == MTR_KIND_NONE || !mtr_record_is_set (operation->record, field))
        continue;
      if (!row_exists (file, mtr_kind_get_info (reference)->table, mtr_record_get_number (operation->record, field),
                       &exists, error))
        return FALSE;
      if (!exists)
        {
          mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                               /* Translators: %s is the label of a field */
                               _("What “%s” refers to is not there any more. Nothing was changed."),
                               mtr_field_get_label (field));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
keep_attachments (Application *application,
                  GError     **error)
{
  MtrStoreFile *file = application->file;
  GHashTableIter iter;
  gpointer sha256, content;

  g_hash_table_iter_init (&iter, mtr_change_get_attachments (application->change));
  while (g_hash_table_iter_next (&iter, &sha256, &content))
    {
      mtr_auto_statement statement =
        mtr_store_file_prepare (file, "INSERT INTO attachment_content (sha256, content) VALUES (?1, ?2) "
                                "ON CONFLICT DO NOTHING", error);
      gconstpointer data;
      gsize size;

      if (statement == NULL)
        return FALSE;
      data = g_bytes_get_data (content, &size);
      sqlite3_bind_text (statement, 1, sha256, -1, SQLITE_STATIC);
      if (size > 0)
        sqlite3_bind_blob64 (statement, 2, data, size, SQLITE_STATIC);
      else
        sqlite3_bind_zeroblob (statement, 2, 0);
      if (!mtr_store_file_run (file, statement, error))
        return FALSE;
    }

  return TRUE;
}

/* The records in a changeset, each table of a kind counting for the kind. */
static gboolean
next_record (sqlite3_changeset_iter *iter,
             MtrKind                *kind,
             gint64                 *id)
{
  if (sqlite3changeset_next (iter) != SQLITE_ROW)
    return FALSE;
  *kind = mtr_store_schema_kind_of_row (iter, id);

  return *kind != MTR_KIND_NONE;
}

/**
 * mtr_store_file_add_pairings:
 * @file: a file with a transaction
 * @changeset: a changeset
 * @length: its length in bytes
 * @pairings: (element-type gint64): gets the pairings that the records in @changeset belong to now
 * @error: return location for an error
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_add_pairings (MtrStoreFile *file,
                             const void   *changeset,
                             int           length,
                             GHashTable   *pairings,
                             GError      **error)
{
  g_autoptr (GHashTable) seen = mtr_store_record_set_new ();
  sqlite3_changeset_iter *iter;
  gboolean done = TRUE;
  MtrKind kind;
  gint64 id;
  int code;

  code = sqlite3changeset_start (&iter, length, (void *) changeset);
  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }
  while (done && next_record (iter, &kind, &id))
    if (mtr_store_record_set_add (seen, kind, id))
      done = mtr_store_file_find_pairings (file, kind, id, pairings, error);
  code = sqlite3changeset_finalize (iter);
  if (done && code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }

  return done;
}

/**
 * mtr_store_file_refresh:
 * @file: a file with a transaction
 * @changeset: what was changed
 * @length: its length in bytes
 * @pairings: (element-type gint64): the pairings that were touched, as far as is known from before
 * @error: return location for an error
 *
 * Brings up to date what follows from the records: the search index, what is derived, and the list of what changed.
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_refresh (MtrStoreFile *file,
                        const void   *changeset,
                        int           length,
                        GHashTable   *pairings,
                        GError      **error)
{
  sqlite3_changeset_iter *iter;
  gboolean done = TRUE;
  MtrKind kind;
  gint64 id;
  int code;

  code = sqlite3changeset_start (&iter, length, (void *) changeset);
  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }
  while (next_record (iter, &kind, &id))
    mtr_store_file_note_change (file, kind, id);
  code = sqlite3changeset_finalize (iter);
  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }

  for (guint i = 0; i < file->changed->len && done; i++)
    {
      MtrStoreRecord record = g_array_index (file->changed, MtrStoreRecord, i);

      done = mtr_store_file_index_record (file, record.kind, record.id, error) &&
             mtr_store_file_find_pairings (file, record.kind, record.id, pairings, error);
    }

  return done && mtr_store_file_derive (file, pairings, error);
}

static gboolean
touches_attachments (MtrStoreFile *file)
{
  for (guint i = 0; i < file->changed->len; i++)
    if (g_array_index (file->changed, MtrStoreRecord, i).kind == MTR_KIND_ATTACHMENT)
      return TRUE;

  return FALSE;
}

static gboolean
do_operations (Application *application,
               GError     **error)
{
  guint n_operations = mtr_change_count (application->change);

  if (!keep_attachments (application, error))
    return FALSE;
  for (guint i = 0; i < n_operations; i++)
    if (!is_append_only (mtr_change_nth (application->change, i)) &&
        !do_operation (application, mtr_change_nth (application->change, i), error))
      return FALSE;
  for (guint i = 0; i < n_operations; i++)
    if (!seal_record (application, mtr_change_nth (application->change, i), error))
      return FALSE;
  /* What is added after signing finds the seal there, also where both come in one change. */
  for (guint i = 0; i < n_operations; i++)
    if (is_append_only (mtr_change_nth (application->change, i)) &&
        !do_operation (application, mtr_change_nth (application->change, i), error))
      return FALSE;
  for (guint i = 0; i < n_operations; i++)
    if (!check_references (application->file, mtr_change_nth (application->change, i), error))
      return FALSE;

  return TRUE;
}

/* Everything between BEGIN and COMMIT. */
static gboolean
do_change (Application *application,
           GError     **error)
{
  MtrStoreFile *file = application->file;
  sqlite3_session *session = mtr_store_file_record (file, error);
  gboolean erases, done;
  void *changeset = NULL;
  int length = 0;

  if (session == NULL)
    return FALSE;

  done = mtr_store_file_forget_reading (file, application->change, error) && do_operations (application, error);
  if (done)
    {
      int code = sqlite3session_changeset (session, &length, &changeset);

      done = code == SQLITE_OK;
      if (!done)
        mtr_store_set_sqlite_error (file, code, error);
    }
  sqlite3session_delete (session);

  erases = g_hash_table_size (application->erased) > 0;
  application->changed = length > 0;
  if (done && application->changed)
    {
      done = mtr_store_file_refresh (file, changeset, length, application->pairings, error) &&
             (!erases || mtr_store_file_forget (file, application->erased, error)) &&
             mtr_store_file_append (file, mtr_change_get_label (application->change),
                                    mtr_change_get_merge_key (application->change), application->barrier,
                                    erases ? NULL : changeset, erases ? 0 : length, error) &&
             ((!application->barrier && !touches_attachments (file)) ||
              mtr_store_file_collect_attachments (file, error));
    }
  sqlite3_free (changeset);

  return done;
}

/**
 * mtr_store_file_apply:
 * @file: a file
 * @change: what to do
 * @error: return location for an error
 *
 * Does @change whole or not at all, and lists in @file what it changed.
 *
 * Returns: whether it is on the disk
 */
gboolean
mtr_store_file_apply (MtrStoreFile *file,
                      MtrChange    *change,
                      GError      **error)
{
  g_auto (Application) application = { 0 };

  if (file->read_only != MTR_STORE_WRITABLE)
    {
      mtr_store_set_sqlite_error (file, SQLITE_READONLY, error);
      return FALSE;
    }
  if (!mtr_store_validate (change, error))
    return FALSE;

  application.file = file;
  application.change = change;
  application.pairings = mtr_store_id_set_new ();
  application.erased = mtr_store_record_set_new ();
  application.barrier = mtr_change_get_barrier (change);
  if (!mtr_store_file_begin (file, error))
    return FALSE;
  if (!do_change (&application, error))
    {
      mtr_store_file_roll_back (file);
      return FALSE;
    }
  if (!application.changed)
    {
      mtr_store_file_roll_back (file);
      return TRUE;
    }

  return mtr_store_file_finish (file, error);
}
