/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks whether a file is what it ought to be, and says in a sentence each
 * thing that is not. Nothing is put right here.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the same kind of damage no more than so many are said one by one. */
#define MAX_SENTENCES 20

static void
add_problem (GPtrArray  *problems,
             const char *format,
             ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (GPtrArray  *problems,
             const char *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
check_integrity (MtrStoreFile *file,
                 GPtrArray    *problems,
                 GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "PRAGMA integrity_check (20)", error);

  while (TRUE)
    {
      gboolean row;
      g_autofree char *text = NULL;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      text = mtr_store_dup_text (statement, 0);
      if (g_strcmp0 (text, "ok") != 0)
        /* Translators: %s is technical, in English */
        add_problem (problems, _("The file is damaged: %s."), text);
    }
}

static gboolean
check_references (MtrStoreFile *file,
                  GPtrArray    *problems,
                  GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "PRAGMA foreign_key_check", error);

  for (int i = 0; i < MAX_SENTENCES; i++)
    {
      g_autofree char *table = NULL;
      g_autofree char *number = NULL;
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      table = mtr_store_dup_text (statement, 0);
      number = mtr_store_dup_text (statement, 1);
      /* Translators: %1$s is the number of a row, %2$s the name of a table */
      add_problem (problems, _("Row %1$s of the table “%2$s” refers to something that is not there."), number, table);
    }

  return TRUE;
}

/* Tables, indexes and the triggers that keep the seals: as this program makes them, and nothing else. */
static gboolean
check_schema (MtrStoreFile *file,
              GPtrArray    *problems,
              GError      **error)
{
  g_autoptr (GPtrArray) statements = mtr_store_schema_build ();
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
                            "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                            "AND name NOT LIKE 'search\\_shared\\_%' ESCAPE '\\' "
                            "AND name NOT LIKE 'search\\_private\\_%' ESCAPE '\\'", error);
  GHashTableIter iter;
  gpointer sql;

  for (guint i = 0; i < statements->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (statements, i));

  while (TRUE)
    {
      g_autofree char *name = NULL;
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      name = mtr_store_dup_text (statement, 0);
      if (!g_hash_table_remove (wanted, sqlite3_column_text (statement, 1)))
        /* Translators: %s is the name of a table, an index or a trigger */
        add_problem (problems, _("“%s” is not as this program makes it."), name);
    }

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &sql, NULL))
    {
      g_auto (GStrv) words = g_strsplit (sql, " ", 4);

      add_problem (problems, g_str_has_prefix (sql, "CREATE TRIGGER") ? _("A seal is missing: “%s”.")
                                                                      : _("A part of the file is missing: “%s”."),
                   words[0] != NULL && words[1] != NULL && words[2] != NULL ? words[2] : "");
    }

  return TRUE;
}

static gboolean
check_seals (MtrStoreFile *file,
             GPtrArray    *problems,
             GError      **error)
{
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      guint n_signatures;
      const MtrSignature *signatures = mtr_kind_get_signatures (kind, &n_signatures);

      for (guint i = 0; i < n_signatures; i++)
        {
          g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE sealed_at IS NOT NULL AND %s IS NULL",
                                                  mtr_kind_get_info (kind)->table,
                                                  mtr_field_get_info (signatures[i].at_field)->column);
          gint64 count;

          if (!mtr_store_file_get_number (file, mtr_store_file_prepare (file, sql, error), &count, error))
            return FALSE;
          if (count > 0)
            /* Translators: %1$s is a kind of record, %2$s the label of a field */
            add_problem (problems, _("A sealed record has no signature (%1$s, “%2$s”)."), mtr_kind_get_label (kind),
                         mtr_field_get_label (signatures[i].at_field));
        }
    }

  return TRUE;
}

/* Every record's words are in the index, under its kind and pairing, and nothing else is. */
static gboolean
check_index_rows (MtrStoreFile *file,
                  gboolean      is_private,
                  GPtrArray    *problems,
                  GError      **error)
{
  const char *table = is_private ? "search_private" : "search_shared";
  g_autofree char *find = g_strdup_printf ("SELECT text, kind, pairing_id FROM %s WHERE rowid = ?1", table);
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s", table);
  gint64 n_expected = 0, n_rows, n_wrong = 0;

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      g_autofree char *sql = NULL;
      mtr_auto_statement statement = NULL;

      if (mtr_kind_get_info (kind)->flags & MTR_KIND_FLAG_DERIVED)
        continue;
      sql = mtr_store_build_select (kind, MTR_READER_OWNER, "ORDER BY h.id DESC");
      statement = mtr_store_file_prepare (file, sql, error);
      while (TRUE)
        {
          g_autoptr (MtrRecord) record = NULL;
          g_autofree char *text = NULL;
          mtr_auto_statement lookup = NULL;
          gint64 pairing_id;
          gboolean row;

          if (!mtr_store_file_step (file, statement, &row, error))
            return FALSE;
          if (!row)
            break;
          record = mtr_store_take_record (statement, kind, MTR_READER_OWNER);
          text = mtr_store_search_text (record, is_private);
          if (text == NULL)
            continue;
          n_expected++;
          if (!mtr_store_file_find_pairing (file, kind, mtr_record_get_id (record), &pairing_id, error))
            return FALSE;
          lookup = mtr_store_file_prepare (file, find, error);
          if (lookup != NULL)
            sqlite3_bind_int64 (lookup, 1, mtr_record_get_id (record));
          if (!mtr_store_file_step (file, lookup, &row, error))
            return FALSE;
          if (!row || g_strcmp0 ((const char *) sqlite3_column_text (lookup, 0), text) != 0 ||
              g_strcmp0 ((const char *) sqlite3_column_text (lookup, 1), mtr_kind_get_info (kind)->table) != 0 ||
              sqlite3_column_int64 (lookup, 2) != pairing_id)
            n_wrong++;
        }
    }

  if (!mtr_store_file_get_number (file, mtr_store_file_prepare (file, count, error), &n_rows, error))
    return FALSE;
  if (n_wrong > 0 || n_rows != n_expected)
    add_problem (problems, is_private ? _("Search of private text does not find what is in the file.")
                                      : _("Search does not find what is in the file."));

  return TRUE;
}

/* FTS5's own check looks at its tables, and writes nothing although it is asked with an INSERT. */
static gboolean
check_search (MtrStoreFile *file,
              GPtrArray    *problems,
              GError      **error)
{
  if (file->read_only == MTR_STORE_WRITABLE &&
      !mtr_store_file_execute (file, "INSERT INTO search_shared (search_shared, rank) VALUES ('integrity-check', 1); "
                               "INSERT INTO search_private (search_private, rank) VALUES ('integrity-check', 1)", NULL))
    add_problem (problems, _("The search index is damaged."));

  return check_index_rows (file, FALSE, problems, error) && check_index_rows (file, TRUE, problems, error);
}

static gboolean
check_derived (MtrStoreFile *file,
               GPtrArray    *problems,
               GError      **error)
{
  g_autoptr (GArray) pairings = NULL;
  gint64 n_orphans;
  int n_wrong = 0;

  pairings = mtr_store_file_list_numbers (file, mtr_store_file_prepare (file, "SELECT id FROM pairing", error), error);
  if (pairings == NULL)
    return FALSE;
  for (guint i = 0; i < pairings->len; i++)
    {
      gboolean equal;

      if (!mtr_store_file_check_derived (file, g_array_index (pairings, gint64, i), &equal, error))
        return FALSE;
      n_wrong += equal ? 0 : 1;
    }
  if (!mtr_store_file_get_number (
        file, mtr_store_file_prepare (file, "SELECT (SELECT count (*) FROM pairing_summary WHERE pairing_id NOT IN "
                                      "(SELECT id FROM pairing)) + (SELECT count (*) FROM attention WHERE pairing_id "
                                      "NOT IN (SELECT id FROM pairing))", error), &n_orphans, error))
    return FALSE;

  if (n_wrong > 0)
    add_problem (problems, ngettext ("What the list says of %d pairing does not follow from its records.",
                                     "What the list says of %d pairings does not follow from their records.", n_wrong),
                 n_wrong);
  if (n_orphans > 0)
    add_problem (problems, _("The list has pairings that are not there any more."));

  return TRUE;
}

static gboolean
check_attachments (MtrStoreFile *file,
                   GPtrArray    *problems,
                   GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "SELECT sha256, content FROM attachment_content", error);
  gint64 n_missing;

  while (TRUE)
    {
      g_autofree char *sha256 = NULL;
      g_autofree char *stored_sha256 = NULL;
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, sqlite3_column_blob (statement, 1),
                                            (gsize) sqlite3_column_bytes (statement, 1));
      stored_sha256 = mtr_store_dup_text (statement, 0);
      if (g_strcmp0 (sha256, stored_sha256) != 0)
        add_problem (problems, _("An attached file is not what was attached (%s)."), stored_sha256);
    }
  if (!mtr_store_file_get_number (
        file, mtr_store_file_prepare (file, "SELECT count (*) FROM attachment WHERE kept_apart IS NOT 1 "
                                      "AND sha256 NOT IN (SELECT sha256 FROM attachment_content)", error), &n_missing, error))
    return FALSE;
  if (n_missing > 0)
    add_problem (problems, ngettext ("The content of %d attached file is missing.",
                                     "The content of %d attached files is missing.", (gulong) n_missing),
                 (int) n_missing);

  return TRUE;
}

/**
 * mtr_store_file_verify:
 * @file: a file
 * @error: return location for an error
 *
 * A file of a newer version is only checked for what this program knows of it.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each thing wrong
 */
GPtrArray *
mtr_store_file_verify (MtrStoreFile *file,
                       GError      **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!check_integrity (file, problems, error))
    return NULL;
  /* In a damaged file the rest would only say the same in other words. */
  if (problems->len > 0)
    return g_steal_pointer (&problems);

  if (!check_references (file, problems, error) ||
      (file->schema_version == MTR_STORE_SCHEMA_VERSION && !check_schema (file, problems, error)) ||
      !check_seals (file, problems, error) || !check_search (file, problems, error) ||
      !check_derived (file, problems, error) || !check_attachments (file, problems, error) ||
      !mtr_store_file_check_history (file, problems, error))
    return NULL;

  return g_steal_pointer (&problems);
}

/**
 * mtr_store_verify_copy:
 * @path: a copy of a file that nobody else uses; it may be removed as soon as this returns
 * @lookup: (nullable): makes packs of what is kept in the file
 * @lookup_data: for @lookup
 * @error: return location for an error
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each thing wrong
 */
GPtrArray *
mtr_store_verify_copy (const char   *path,
                       MtrPackLookup lookup,
                       gpointer      lookup_data,
                       GError      **error)
{
  MtrStoreFile *file = mtr_store_file_new (path, lookup, lookup_data);
  GPtrArray *problems = NULL;

  file->thread = g_thread_self ();
  if (mtr_store_file_open (file, error))
    {
      problems = mtr_store_file_verify (file, error);
      mtr_store_file_close (file);
    }
  mtr_store_file_free (file);

  return problems;
}
