/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One connection with its statements, its transaction, its clock and its list
 * of what the present change has touched.
 */

#include "mtr-store-private.h"

#include <string.h>
#include <sys/random.h>
#include <unistd.h>

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * mtr_store_file_new:
 * @path: where the file is
 * @lookup: (nullable): finds the packs of the file
 * @lookup_data: (nullable): for @lookup
 *
 * May be called in any thread; the file then belongs to the thread that sets its "thread".
 *
 * Returns: (transfer full): a file that is not open yet
 */
MtrStoreFile *
mtr_store_file_new (const char   *path,
                    MtrPackLookup lookup,
                    gpointer      lookup_data)
{
  MtrStoreFile *file = g_new0 (MtrStoreFile, 1);

  file->path = g_strdup (path);
  file->lock_fd = -1;
  file->lookup = lookup;
  file->lookup_data = lookup_data;
  file->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  file->packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  file->changed = g_array_new (FALSE, FALSE, sizeof (MtrStoreRecord));
  file->changed_set = mtr_store_record_set_new ();
  g_mutex_init (&file->lock);

  return file;
}

/**
 * mtr_store_file_disconnect:
 * @file: a file
 *
 * Closes the connection. What holds the lock is not touched.
 */
void
mtr_store_file_disconnect (MtrStoreFile *file)
{
  g_hash_table_remove_all (file->statements);
  if (file->connection != NULL)
    {
      int code = sqlite3_close (file->connection);

      g_assert (code == SQLITE_OK);
      file->connection = NULL;
    }
}

/**
 * mtr_store_file_free:
 * @file: (transfer full): a file whose connection is closed
 */
void
mtr_store_file_free (MtrStoreFile *file)
{
  g_assert (file->connection == NULL && file->lock_fd == -1);

  g_hash_table_unref (file->statements);
  g_hash_table_unref (file->packs);
  g_array_unref (file->changed);
  g_hash_table_unref (file->changed_set);
  g_clear_pointer (&file->undo, mtr_history_entry_free);
  g_clear_pointer (&file->redo, mtr_history_entry_free);
  g_clear_pointer (&file->seeded, g_rand_free);
  g_mutex_clear (&file->lock);
  g_free (file->path);
  g_free (file);
}

/**
 * mtr_store_file_execute:
 * @file: a file
 * @sql: statements without parameters and without rows
 * @error: return location for an error
 *
 * Returns: whether all of them were done
 */
gboolean
mtr_store_file_execute (MtrStoreFile *file,
                        const char   *sql,
                        GError      **error)
{
  int code;

  mtr_store_file_assert_thread (file);

  code = sqlite3_exec (file->connection, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    mtr_store_set_sqlite_error (file, code, error);

  return code == SQLITE_OK;
}

/**
 * mtr_store_file_prepare:
 * @file: a file
 * @sql: one statement
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the statement, for an mtr_auto_statement; not to be asked for again before
 *   that block has ended
 */
sqlite3_stmt *
mtr_store_file_prepare (MtrStoreFile *file,
                        const char   *sql,
                        GError      **error)
{
  sqlite3_stmt *statement;
  int code;

  mtr_store_file_assert_thread (file);

  statement = g_hash_table_lookup (file->statements, sql);
  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }

  code = sqlite3_prepare_v3 (file->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return NULL;
    }
  g_hash_table_insert (file->statements, g_strdup (sql), statement);

  return statement;
}

/**
 * mtr_store_file_step:
 * @file: a file
 * @statement: (nullable): a statement; %NULL where preparing it failed, with @error set
 * @row: (out): whether there is a row
 * @error: return location for an error
 *
 * Returns: whether nothing went wrong
 */
gboolean
mtr_store_file_step (MtrStoreFile *file,
                     sqlite3_stmt *statement,
                     gboolean     *row,
                     GError      **error)
{
  int code;

  mtr_store_file_assert_thread (file);

  *row = FALSE;
  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }
  *row = code == SQLITE_ROW;

  return TRUE;
}

/**
 * mtr_store_file_run:
 * @file: a file
 * @statement: (nullable): a statement without rows; %NULL where preparing it failed, with @error set
 * @error: return location for an error
 *
 * Returns: whether it was done
 */
gboolean
mtr_store_file_run (MtrStoreFile *file,
                    sqlite3_stmt *statement,
                    GError      **error)
{
  gboolean row, done;

  done = mtr_store_file_step (file, statement, &row, error);
  if (statement != NULL)
    sqlite3_reset (statement);

  return done;
}

/**
 * mtr_store_file_get_number:
 * @file: a file
 * @statement: (nullable): a statement
 * @number: (out): the first column of its first row, 0 where there is no row
 * @error: return location for an error
 *
 * Returns: whether nothing went wrong
 */
gboolean
mtr_store_file_get_number (MtrStoreFile *file,
                           sqlite3_stmt *statement,
                           gint64       *number,
                           GError      **error)
{
  gboolean row, done;

  done = mtr_store_file_step (file, statement, &row, error);
  *number = row ? sqlite3_column_int64 (statement, 0) : 0;
  if (statement != NULL)
    sqlite3_reset (statement);

  return done;
}

/**
 * mtr_store_file_list_numbers:
 * @file: a file
 * @statement: (nullable): a statement
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first column of its rows
 */
GArray *
mtr_store_file_list_numbers (MtrStoreFile *file,
                             sqlite3_stmt *statement,
                             GError      **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (TRUE)
    {
      gboolean row;
      gint64 number;

      if (!mtr_store_file_step (file, statement, &row, error))
        return NULL;
      if (!row)
        break;
      number = sqlite3_column_int64 (statement, 0);
      g_array_append_val (numbers, number);
    }

  return g_steal_pointer (&numbers);
}

/**
 * mtr_store_file_begin:
 * @file: a file
 * @error: return location for an error
 *
 * Begins a transaction that writes. References are looked at when it ends, so that the order within a change is free.
 *
 * Returns: whether it has begun
 */
gboolean
mtr_store_file_begin (MtrStoreFile *file,
                      GError      **error)
{
  g_array_set_size (file->changed, 0);
  g_hash_table_remove_all (file->changed_set);

  return mtr_store_file_execute (file, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON", error);
}

/**
 * mtr_store_file_commit:
 * @file: a file with a transaction
 * @error: return location for an error
 *
 * Returns: whether all of it is on the disk; else none of it is
 */
gboolean
mtr_store_file_commit (MtrStoreFile *file,
                       GError      **error)
{
  if (mtr_store_file_execute (file, "COMMIT", error))
    return TRUE;

  mtr_store_file_roll_back (file);

  return FALSE;
}

/**
 * mtr_store_file_roll_back:
 * @file: a file; whether it has a transaction or SQLite has taken it back already makes no difference
 *
 * Reads once afterwards: where the disk was full, SQLite leaves what was half written in the file until somebody reads it
 * again, and a file that is copied without its journal before that would be broken.
 */
void
mtr_store_file_roll_back (MtrStoreFile *file)
{
  mtr_store_file_assert_thread (file);

  if (!sqlite3_get_autocommit (file->connection))
    sqlite3_exec (file->connection, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_exec (file->connection, "PRAGMA schema_version", NULL, NULL, NULL);
  g_array_set_size (file->changed, 0);
  g_hash_table_remove_all (file->changed_set);
}

/**
 * mtr_store_file_now_us:
 * @file: a file
 *
 * May be called in any thread.
 *
 * Returns: the time in microseconds since the Unix epoch; in a made-up file a time of its own that goes on by a
 *   second with each call
 */
gint64
mtr_store_file_now_us (MtrStoreFile *file)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&file->lock);

  if (file->seeded == NULL)
    return g_get_real_time ();

  file->seeded_us += G_USEC_PER_SEC;

  return file->seeded_us;
}

/**
 * mtr_store_file_random:
 * @file: a file
 *
 * May be called in any thread.
 *
 * Returns: a random number from the system; in a made-up file from its seed
 */
guint32
mtr_store_file_random (MtrStoreFile *file)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&file->lock);
  guint32 number;

  if (file->seeded != NULL)
    return g_rand_int (file->seeded);
  if (getrandom (&number, sizeof number, 0) != sizeof number)
    number = g_random_int ();

  return number;
}

/**
 * mtr_store_file_now:
 * @file: a file
 *
 * Returns: (transfer full): the time as a moment, "2026-11-21T14:03:00Z"
 */
char *
mtr_store_file_now (MtrStoreFile *file)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (mtr_store_file_now_us (file) / G_USEC_PER_SEC);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * mtr_store_file_note_change:
 * @file: a file with a transaction
 * @kind: a kind of record
 * @id: a record that was inserted, changed or deleted
 */
void
mtr_store_file_note_change (MtrStoreFile *file,
                            MtrKind       kind,
                            gint64        id)
{
  MtrStoreRecord record = { kind, id };

  mtr_store_file_assert_thread (file);

  if (mtr_store_record_set_add (file->changed_set, kind, id))
    g_array_append_val (file->changed, record);
}

/**
 * mtr_store_dup_text:
 * @statement: a statement with a row
 * @column: one of its columns
 *
 * A damaged file may have bytes in a text that are not text.
 *
 * Returns: (transfer full) (nullable): the value as valid UTF-8; %NULL where there is none
 */
char *
mtr_store_dup_text (sqlite3_stmt *statement,
                    int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL)
    return NULL;

  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

static guint
hash_record (gconstpointer data)
{
  const MtrStoreRecord *record = data;

  return g_int64_hash (&record->id) ^ (guint) record->kind;
}

static gboolean
equal_record (gconstpointer one,
              gconstpointer two)
{
  const MtrStoreRecord *a = one, *b = two;

  return a->id == b->id && a->kind == b->kind;
}

/**
 * mtr_store_record_set_new:
 *
 * Returns: (transfer full) (element-type MtrStoreRecord): an empty set of records
 */
GHashTable *
mtr_store_record_set_new (void)
{
  return g_hash_table_new_full (hash_record, equal_record, g_free, NULL);
}

/**
 * mtr_store_record_set_add:
 * @set: a set of records
 * @kind: a kind of record
 * @id: its id
 *
 * Returns: whether the record was not in @set before
 */
gboolean
mtr_store_record_set_add (GHashTable *set,
                          MtrKind     kind,
                          gint64      id)
{
  MtrStoreRecord *record;

  if (mtr_store_record_set_has (set, kind, id))
    return FALSE;

  record = g_new (MtrStoreRecord, 1);
  record->kind = kind;
  record->id = id;

  return g_hash_table_add (set, record);
}

/**
 * mtr_store_record_set_has:
 * @set: a set of records
 * @kind: a kind of record
 * @id: its id
 *
 * Returns: whether the record is in @set
 */
gboolean
mtr_store_record_set_has (GHashTable *set,
                          MtrKind     kind,
                          gint64      id)
{
  MtrStoreRecord record = { kind, id };

  return g_hash_table_contains (set, &record);
}
