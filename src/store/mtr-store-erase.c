/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Erasing: the texts of a record and of what belongs to it go for good, from
 * the tables, the history and the search index. Facts and dates stay, so that
 * it can be seen that the record was, and that it was erased.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>

static const MtrAudience all_audiences[] = {
  MTR_AUDIENCE_MINE, MTR_AUDIENCE_PAIR, MTR_AUDIENCE_ASSESSMENT, MTR_AUDIENCE_PROGRAMME,
};

static gboolean
run_for_id (MtrStoreFile *file,
            const char   *sql,
            gint64        id,
            const char   *text_two,
            const char   *text_three,
            GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (text_two != NULL)
    sqlite3_bind_text (statement, 2, text_two, -1, SQLITE_TRANSIENT);
  if (text_three != NULL)
    sqlite3_bind_text (statement, 3, text_three, -1, SQLITE_TRANSIENT);

  return mtr_store_file_run (file, statement, error);
}

/* The texts of the home audience, and the moment in the same statement: a sealed record permits nothing else. */
static gboolean
erase_home (MtrStoreFile *file,
            MtrKind       kind,
            gint64        id,
            GError      **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  MtrField erased_field = mtr_kind_get_erased_field (kind);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autofree char *now = NULL;
  const char *instead = NULL;

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      const MtrFieldInfo *field_info = mtr_field_get_info (field);
      const char *value = NULL;

      if (field_info->audience != info->home_audience)
        continue;
      if (field == (int) erased_field)
        {
          now = mtr_store_file_now (file);
          value = "?2";
        }
      else if (mtr_field_is_text (field) && (field_info->flags & MTR_FIELD_REQUIRED))
        {
          /* Translators: stands in the place of a name that was erased for good */
          instead = C_("record", "Erased");
          value = "?3";
        }
      else if (mtr_field_is_text (field))
        {
          value = "NULL";
        }
      if (value != NULL)
        g_string_append_printf (sql, "%s%s = %s", sql->len > 0 ? ", " : "", field_info->column, value);
    }
  if (sql->len == 0)
    return TRUE;

  g_string_prepend (sql, " SET ");
  g_string_prepend (sql, info->table);
  g_string_prepend (sql, "UPDATE ");
  g_string_append (sql, " WHERE id = ?1");

  return run_for_id (file, sql->str, id, now, instead, error);
}

static gboolean
is_erased (MtrStoreFile *file,
           MtrKind       kind,
           gint64        id,
           gboolean     *erased,
           GError      **error)
{
  g_autofree char *sql = NULL;
  mtr_auto_statement statement = NULL;

  *erased = FALSE;
  if (mtr_kind_get_erased_field (kind) == MTR_FIELD_NONE)
    return TRUE;

  sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1 AND erased_at IS NOT NULL", mtr_kind_get_info (kind)->table);
  statement = mtr_store_file_prepare (file, sql, error);
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);

  return mtr_store_file_step (file, statement, erased, error);
}

static GArray *
list_children (MtrStoreFile      *file,
               const MtrKindInfo *info,
               gint64             id,
               GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", info->table,
                                          mtr_field_get_info (info->parent_field)->column);
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);

  return mtr_store_file_list_numbers (file, statement, error);
}

static gboolean
erase_children (MtrStoreFile *file,
                MtrKind       kind,
                gint64        id,
                GHashTable   *family,
                GError      **error)
{
  for (int child = 0; child < MTR_N_KINDS; child++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (child);
      g_autoptr (GArray) ids = NULL;

      if (info->parent_field == MTR_FIELD_NONE || (info->flags & MTR_KIND_FLAG_DERIVED) ||
          mtr_field_get_info (info->parent_field)->reference != kind)
        continue;
      ids = list_children (file, info, id, error);
      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!mtr_store_file_erase (file, child, g_array_index (ids, gint64, i), family, error))
          return FALSE;
    }

  return TRUE;
}

/**
 * mtr_store_file_erase:
 * @file: a file with a transaction
 * @kind: a kind of record
 * @id: the record to erase
 * @family: (element-type MtrStoreRecord): gets the record and what belongs to it, for mtr_store_file_forget()
 * @error: return location for an error
 *
 * Empties the texts of the record and of what belongs to it. What other audiences than the home audience may read goes
 * altogether, for it tells about a person even where it is a code. A file that was attached goes too. What was erased before
 * keeps the moment it was erased.
 *
 * Returns: whether it was done
 */
gboolean
mtr_store_file_erase (MtrStoreFile *file,
                      MtrKind       kind,
                      gint64        id,
                      GHashTable   *family,
                      GError      **error)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  gboolean erased;

  if (!is_erased (file, kind, id, &erased, error))
    return FALSE;
  if (erased)
    return TRUE;

  mtr_store_record_set_add (family, kind, id);
  if (kind == MTR_KIND_ATTACHMENT)
    return run_for_id (file, "DELETE FROM attachment WHERE id = ?1", id, NULL, NULL, error);

  if (!erase_home (file, kind, id, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (all_audiences); i++)
    {
      g_autofree char *table = NULL;
      g_autofree char *sql = NULL;

      if (all_audiences[i] == info->home_audience || !mtr_store_schema_has_table (kind, all_audiences[i]))
        continue;
      table = mtr_store_schema_table_name (kind, all_audiences[i]);
      sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);
      if (!run_for_id (file, sql, id, NULL, NULL, error))
        return FALSE;
    }

  return erase_children (file, kind, id, family, error);
}

static gboolean
mentions (MtrStoreFile *file,
          const void   *changeset,
          int           length,
          GHashTable   *family)
{
  sqlite3_changeset_iter *iter;
  gboolean found = FALSE;

  /* What cannot be read cannot be shown to be free of the texts. */
  if (sqlite3changeset_start (&iter, length, (void *) changeset) != SQLITE_OK)
    return TRUE;
  while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      gint64 id;
      MtrKind kind = mtr_store_schema_kind_of_row (iter, &id);

      found = kind == MTR_KIND_NONE || mtr_store_record_set_has (family, kind, id);
    }

  return sqlite3changeset_finalize (iter) != SQLITE_OK || found;
}

static GArray *
list_mentioning (MtrStoreFile *file,
                 GHashTable   *family,
                 GError      **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT id, changeset FROM history WHERE changeset IS NOT NULL", error);

  while (TRUE)
    {
      gboolean row;
      gint64 entry;

      if (!mtr_store_file_step (file, statement, &row, error))
        return NULL;
      if (!row)
        break;
      entry = sqlite3_column_int64 (statement, 0);
      if (mentions (file, sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1), family))
        g_array_append_val (entries, entry);
    }

  return g_steal_pointer (&entries);
}

/**
 * mtr_store_file_forget:
 * @file: a file with a transaction
 * @family: (element-type MtrStoreRecord): the records that were erased
 * @error: return location for an error
 *
 * Takes what the history and the search index still know of @family out of the file. The hashes stay, so the chain does.
 *
 * Returns: whether it was done
 */
gboolean
mtr_store_file_forget (MtrStoreFile *file,
                       GHashTable   *family,
                       GError      **error)
{
  g_autoptr (GArray) entries = list_mentioning (file, family, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      gint64 entry = g_array_index (entries, gint64, i);

      if (!run_for_id (file, "UPDATE history SET changeset = NULL, salt = NULL, label = NULL, merge_key = NULL, "
                       "state = 'dropped' WHERE id = ?1", entry, NULL, NULL, error) ||
          !run_for_id (file, "DELETE FROM history_attachment WHERE history_id = ?1", entry, NULL, NULL, error))
        return FALSE;
    }

  /* A deleted word stays in the bytes of the index until then. */
  return mtr_store_file_execute (file, "INSERT INTO search_shared (search_shared) VALUES ('optimize'); "
                                 "INSERT INTO search_private (search_private) VALUES ('optimize')", error);
}

/**
 * mtr_store_file_collect_attachments:
 * @file: a file with a transaction
 * @error: return location for an error
 *
 * Removes the content of attachments that neither a record nor what can be undone or redone refers to.
 *
 * Returns: whether it was done
 */
gboolean
mtr_store_file_collect_attachments (MtrStoreFile *file,
                                    GError      **error)
{
  return mtr_store_file_execute (
    file, "DELETE FROM attachment_content WHERE sha256 NOT IN (SELECT sha256 FROM attachment) "
    "AND sha256 NOT IN (SELECT a.sha256 FROM history_attachment a JOIN history h ON h.id = a.history_id "
    "WHERE h.state <> 'dropped' AND h.id > (SELECT ifnull (max (id), 0) FROM history WHERE barrier = 1))", error);
}
