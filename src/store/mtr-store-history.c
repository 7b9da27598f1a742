/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history: an entry for each action, with the changeset that undoes and
 * redoes it. A chain of hashes runs through the entries; because it hashes the
 * hash of a changeset and not the changeset, forgetting one leaves it whole.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HASH_SIZE 32
#define SALT_WORDS 4

typedef struct {
  gint64      id;
  const char *type;
  gint64      target_id;  /* of undo and redo: the entry undone or redone; 0: none */
  const char *at;
  gint64      author_id;  /* 0: nobody yet */
  gboolean    barrier;
  int         schema_version;
} Metadata;

static void
hash_bytes (guint8      hash[HASH_SIZE],
            const void *one,
            gsize       one_size,
            const void *two,
            gsize       two_size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = HASH_SIZE;

  g_checksum_update (checksum, one, (gssize) one_size);
  if (two_size > 0)
    g_checksum_update (checksum, two, (gssize) two_size);
  g_checksum_get_digest (checksum, hash, &size);
}

/* chain = SHA-256 (previous chain ‖ metadata ‖ label hash ‖ content hash) */
static void
hash_chain (guint8          chain[HASH_SIZE],
            const guint8    previous[HASH_SIZE],
            const Metadata *metadata,
            const guint8    label_hash[HASH_SIZE],
            const guint8    content_hash[HASH_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT "|%s|%" G_GINT64_FORMAT "|%s|%" G_GINT64_FORMAT "|%d|%d|",
                                           metadata->id, metadata->at, metadata->author_id, metadata->type,
                                           metadata->target_id, metadata->barrier, metadata->schema_version);
  gsize size = HASH_SIZE;

  g_checksum_update (checksum, previous, HASH_SIZE);
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_update (checksum, label_hash, HASH_SIZE);
  g_checksum_update (checksum, content_hash, HASH_SIZE);
  g_checksum_get_digest (checksum, chain, &size);
}

/**
 * mtr_store_file_record:
 * @file: a file with a transaction
 * @error: return location for an error
 *
 * Begins to record what happens to the records, table by table: neither to what is derived, nor to the search index, nor
 * to the content of attachments.
 *
 * Returns: (transfer full) (nullable): the recording session
 */
sqlite3_session *
mtr_store_file_record (MtrStoreFile *file,
                       GError      **error)
{
  static const MtrAudience audiences[] = {
    MTR_AUDIENCE_MINE, MTR_AUDIENCE_PAIR, MTR_AUDIENCE_ASSESSMENT, MTR_AUDIENCE_PROGRAMME,
  };
  sqlite3_session *session;
  int code = sqlite3session_create (file->connection, "main", &session);

  mtr_store_file_assert_thread (file);

  for (int kind = 0; kind < MTR_N_KINDS && code == SQLITE_OK; kind++)
    {
      if (mtr_kind_get_info (kind)->flags & MTR_KIND_FLAG_DERIVED)
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (audiences) && code == SQLITE_OK; i++)
        if (mtr_store_schema_has_table (kind, audiences[i]))
          {
            g_autofree char *table = mtr_store_schema_table_name (kind, audiences[i]);

            code = sqlite3session_attach (session, table);
          }
    }

  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      g_clear_pointer (&session, sqlite3session_delete);
    }

  return session;
}

/* Where the chain begins: the file's own id and salt. */
static gboolean
read_first_link (MtrStoreFile *file,
                 guint8        chain[HASH_SIZE],
                 GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "SELECT file_id, salt FROM file", error);
  g_autofree char *id = NULL;
  gboolean row;

  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (!row)
    {
      mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);
      return FALSE;
    }
  id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (statement, 0));
  hash_bytes (chain, sqlite3_column_blob (statement, 1), (gsize) sqlite3_column_bytes (statement, 1), id, strlen (id));

  return TRUE;
}

static gboolean
take_hash (sqlite3_stmt *statement,
           int           column,
           guint8        hash[HASH_SIZE])
{
  if (sqlite3_column_bytes (statement, column) != HASH_SIZE)
    return FALSE;
  memcpy (hash, sqlite3_column_blob (statement, column), HASH_SIZE);

  return TRUE;
}

/* The chain up to the entry before @id. */
static gboolean
read_previous_link (MtrStoreFile *file,
                    gint64        id,
                    guint8        chain[HASH_SIZE],
                    GError      **error)
{
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT chain FROM history WHERE id < ?1 ORDER BY id DESC LIMIT 1", error);
  gboolean row;

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (!row)
    return read_first_link (file, chain, error);
  if (!take_hash (statement, 0, chain))
    {
      mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_author (MtrStoreFile *file,
             gint64       *author,
             GError      **error)
{
  return mtr_store_file_get_number (file,
                                    mtr_store_file_prepare (file, "SELECT owner_id FROM programme ORDER BY id LIMIT 1",
                                                            error),
                                    author, error);
}

static void
bind_entry (sqlite3_stmt   *statement,
            const Metadata *metadata)
{
  sqlite3_bind_int64 (statement, 1, metadata->id);
  sqlite3_bind_text (statement, 2, metadata->at, -1, SQLITE_STATIC);
  if (metadata->author_id != 0)
    sqlite3_bind_int64 (statement, 3, metadata->author_id);
  sqlite3_bind_text (statement, 4, metadata->type, -1, SQLITE_STATIC);
  if (metadata->target_id != 0)
    sqlite3_bind_int64 (statement, 5, metadata->target_id);
  sqlite3_bind_int (statement, 6, metadata->barrier);
  sqlite3_bind_int (statement, 8, metadata->schema_version);
}

/* Writes the last entry, new or in the place of the one it is merged with. */
static gboolean
write_entry (MtrStoreFile *file,
             gint64        id,
             const char   *type,
             gint64        target_id,
             const char   *label,
             const char   *merge_key,
             gboolean      barrier,
             const void   *changeset,
             int           length,
             GError      **error)
{
  g_autofree char *at = mtr_store_file_now (file);
  Metadata metadata = { id, type, target_id, at, 0, barrier, MTR_STORE_SCHEMA_VERSION };
  guint32 salt[SALT_WORDS];
  guint8 previous[HASH_SIZE], chain[HASH_SIZE], label_hash[HASH_SIZE], content_hash[HASH_SIZE];
  mtr_auto_statement statement = NULL;

  if (!read_author (file, &metadata.author_id, error) || !read_previous_link (file, id, previous, error))
    return FALSE;

  for (int i = 0; i < SALT_WORDS; i++)
    salt[i] = mtr_store_file_random (file);
  hash_bytes (label_hash, salt, sizeof salt, label, strlen (label));
  hash_bytes (content_hash, salt, sizeof salt, changeset, (gsize) length);
  hash_chain (chain, previous, &metadata, label_hash, content_hash);

  statement = mtr_store_file_prepare (
    file, "INSERT OR REPLACE INTO history (id, at, author_id, type, target_id, state, barrier, merge_key, schema_version, "
    "label, changeset, salt, label_hash, content_hash, chain) "
    "VALUES (?1, ?2, ?3, ?4, ?5, 'done', ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)", error);
  if (statement == NULL)
    return FALSE;
  bind_entry (statement, &metadata);
  sqlite3_bind_text (statement, 7, merge_key, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 9, label, -1, SQLITE_STATIC);
  if (length > 0)
    sqlite3_bind_blob (statement, 10, changeset, length, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 11, salt, sizeof salt, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 12, label_hash, HASH_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 13, content_hash, HASH_SIZE, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 14, chain, HASH_SIZE, SQLITE_STATIC);

  return mtr_store_file_run (file, statement, error);
}

/* Where a field is in its table, the id being first. */
static int
find_column (MtrField field)
{
  const MtrFieldInfo *info = mtr_field_get_info (field);
  int column = 1;

  for (int i = mtr_kind_get_info (info->kind)->first_field; i < (int) field; i++)
    if (mtr_field_get_info (i)->audience == info->audience)
      column++;

  return column;
}

static gboolean
keep_attachment (MtrStoreFile  *file,
                 gint64         entry,
                 sqlite3_value *sha256,
                 GError       **error)
{
  mtr_auto_statement statement = NULL;

  if (sha256 == NULL || sqlite3_value_type (sha256) != SQLITE_TEXT)
    return TRUE;

  statement = mtr_store_file_prepare (file, "INSERT INTO history_attachment (history_id, sha256) VALUES (?1, ?2) "
                                      "ON CONFLICT DO NOTHING", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry);
  sqlite3_bind_value (statement, 2, sha256);

  return mtr_store_file_run (file, statement, error);
}

/* Says which attachments an entry needs to be undone and redone. */
static gboolean
keep_attachments (MtrStoreFile *file,
                  gint64        entry,
                  const void   *changeset,
                  int           length,
                  GError      **error)
{
  int column = find_column (MTR_ATTACHMENT_SHA256);
  const char *attachment = mtr_kind_get_info (MTR_KIND_ATTACHMENT)->table;
  sqlite3_changeset_iter *iter;
  gboolean done = TRUE;
  int code = sqlite3changeset_start (&iter, length, (void *) changeset);

  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }
  while (done && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;
      sqlite3_value *before = NULL, *after = NULL;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      if (!g_str_equal (table, attachment))
        continue;
      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, column, &before);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, column, &after);
      done = keep_attachment (file, entry, before, error) && keep_attachment (file, entry, after, error);
    }
  sqlite3changeset_finalize (iter);

  return done;
}

/* What was undone cannot be redone after something else has been done. */
static gboolean
drop_undone (MtrStoreFile *file,
             GError      **error)
{
  if (!mtr_store_file_run (file,
                           mtr_store_file_prepare (file, "UPDATE history SET state = 'dropped' "
                                                   "WHERE type = 'do' AND state = 'undone'", error),
                           error))
    return FALSE;

  return sqlite3_changes (file->connection) == 0 || mtr_store_file_collect_attachments (file, error);
}

typedef struct {
  gint64    id;
  gboolean  merges;     /* the new change goes into this entry */
  void     *changeset;  /* (owned) (nullable) */
  int       length;
} LastEntry;

static gboolean
read_last_entry (MtrStoreFile *file,
                 const char   *merge_key,
                 LastEntry    *last,
                 GError      **error)
{
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT id, type, merge_key, barrier, author_id, changeset FROM history "
                            "ORDER BY id DESC LIMIT 1", error);
  gint64 author;
  gboolean row;

  memset (last, 0, sizeof *last);
  if (!mtr_store_file_step (file, statement, &row, error) || !read_author (file, &author, error))
    return FALSE;
  if (!row)
    return TRUE;

  last->id = sqlite3_column_int64 (statement, 0);
  last->merges = merge_key != NULL && last->id > file->sitting_start &&
                 g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), "do") == 0 &&
                 g_strcmp0 ((const char *) sqlite3_column_text (statement, 2), merge_key) == 0 &&
                 sqlite3_column_int (statement, 3) == 0 && sqlite3_column_int64 (statement, 4) == author;
  if (last->merges)
    {
      last->length = sqlite3_column_bytes (statement, 5);
      last->changeset = g_memdup2 (sqlite3_column_blob (statement, 5), (gsize) last->length);
    }

  return TRUE;
}

static gboolean
merge_changesets (MtrStoreFile    *file,
                  const LastEntry *last,
                  const void      *changeset,
                  int              length,
                  void           **merged,
                  int             *merged_length,
                  GError         **error)
{
  sqlite3_changegroup *group = NULL;
  int code = sqlite3changegroup_new (&group);

  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, last->length, last->changeset);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_add (group, length, (void *) changeset);
  if (code == SQLITE_OK)
    code = sqlite3changegroup_output (group, merged_length, merged);
  if (group != NULL)
    sqlite3changegroup_delete (group);
  if (code != SQLITE_OK)
    mtr_store_set_sqlite_error (file, code, error);

  return code == SQLITE_OK;
}

static gboolean
remove_attachment_notes (MtrStoreFile *file,
                         gint64        entry,
                         GError      **error)
{
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "DELETE FROM history_attachment WHERE history_id = ?1", error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, entry);

  return mtr_store_file_run (file, statement, error);
}

/* The last entry may go: nothing in the chain comes after it. */
static gboolean
remove_last_entry (MtrStoreFile *file,
                   gint64        entry,
                   GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "DELETE FROM history WHERE id = ?1", error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, entry);

  return mtr_store_file_run (file, statement, error);
}

/**
 * mtr_store_file_append:
 * @file: a file with a transaction
 * @label: what was done
 * @merge_key: (nullable): see mtr_change_set_merge_key()
 * @barrier: whether nothing is undone past it
 * @changeset: (nullable): what was done; %NULL where it must not be kept
 * @length: its length in bytes
 * @error: return location for an error
 *
 * Writes down an action, or adds it to the entry before it.
 *
 * Returns: whether it was written
 */
gboolean
mtr_store_file_append (MtrStoreFile *file,
                       const char   *label,
                       const char   *merge_key,
                       gboolean      barrier,
                       const void   *changeset,
                       int           length,
                       GError      **error)
{
  LastEntry last;
  void *merged = NULL;
  int merged_length = 0;
  gboolean done;

  if (!read_last_entry (file, barrier ? NULL : merge_key, &last, error))
    return FALSE;

  if (!last.merges)
    return drop_undone (file, error) &&
           write_entry (file, last.id + 1, "do", 0, label, merge_key, barrier, changeset, length, error) &&
           (length == 0 || keep_attachments (file, last.id + 1, changeset, length, error));

  done = merge_changesets (file, &last, changeset, length, &merged, &merged_length, error) &&
         remove_attachment_notes (file, last.id, error);
  if (done && merged_length == 0)
    done = remove_last_entry (file, last.id, error);
  else if (done)
    done = write_entry (file, last.id, "do", 0, label, merge_key, FALSE, merged, merged_length, error) &&
           keep_attachments (file, last.id, merged, merged_length, error);
  sqlite3_free (merged);
  g_free (last.changeset);

  return done;
}

/* The entry that undo, or redo, takes next. */
static sqlite3_stmt *
prepare_next (MtrStoreFile *file,
              gboolean      redo,
              GError      **error)
{
  return mtr_store_file_prepare (
    file, redo ? "SELECT id, label, at, changeset, barrier, schema_version FROM history "
                 "WHERE type = 'do' AND state = 'undone' ORDER BY id LIMIT 1"
               : "SELECT id, label, at, changeset, barrier, schema_version FROM history "
                 "WHERE type = 'do' AND state = 'done' ORDER BY id DESC LIMIT 1", error);
}

static gboolean
may_be_taken (sqlite3_stmt *statement)
{
  return sqlite3_column_type (statement, 3) != SQLITE_NULL && sqlite3_column_int (statement, 4) == 0 &&
         sqlite3_column_int (statement, 5) == MTR_STORE_SCHEMA_VERSION;
}

static gboolean
peek_one (MtrStoreFile     *file,
          gboolean          redo,
          MtrHistoryEntry **entry,
          GError          **error)
{
  mtr_auto_statement statement = prepare_next (file, redo, error);
  gboolean row;

  *entry = NULL;
  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (row && may_be_taken (statement) && sqlite3_column_type (statement, 1) != SQLITE_NULL)
    {
      *entry = g_new0 (MtrHistoryEntry, 1);
      (*entry)->label = mtr_store_dup_text (statement, 1);
      (*entry)->at = mtr_store_dup_text (statement, 2);
      (*entry)->this_sitting = sqlite3_column_int64 (statement, 0) > file->sitting_start;
    }

  return TRUE;
}

static gboolean
peek_both (MtrStoreFile     *file,
           MtrHistoryEntry **undo,
           MtrHistoryEntry **redo,
           GError          **error)
{
  *undo = NULL;
  *redo = NULL;
  if (file->read_only != MTR_STORE_WRITABLE)
    return TRUE;
  if (peek_one (file, FALSE, undo, error) && peek_one (file, TRUE, redo, error))
    return TRUE;
  g_clear_pointer (undo, mtr_history_entry_free);

  return FALSE;
}

static void
show (MtrStoreFile    *file,
      MtrHistoryEntry *undo,
      MtrHistoryEntry *redo)
{
  g_mutex_lock (&file->lock);
  g_clear_pointer (&file->undo, mtr_history_entry_free);
  g_clear_pointer (&file->redo, mtr_history_entry_free);
  file->undo = undo;
  file->redo = redo;
  g_mutex_unlock (&file->lock);
}

/**
 * mtr_store_file_peek:
 * @file: a file
 * @error: return location for an error
 *
 * Looks what undo and redo would do next, for other threads to see.
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_peek (MtrStoreFile *file,
                     GError      **error)
{
  MtrHistoryEntry *undo, *redo;

  if (!peek_both (file, &undo, &redo, error))
    return FALSE;
  show (file, undo, redo);

  return TRUE;
}

/**
 * mtr_store_file_finish:
 * @file: a file with a transaction that has written to the history
 * @error: return location for an error
 *
 * Commits, and shows what undo and redo would do next. Everything that can fail comes before the commit, because what is
 * on the disk has not failed.
 *
 * Returns: whether all of the transaction is on the disk; else none of it is
 */
gboolean
mtr_store_file_finish (MtrStoreFile *file,
                       GError      **error)
{
  MtrHistoryEntry *undo, *redo;

  if (!peek_both (file, &undo, &redo, error))
    {
      mtr_store_file_roll_back (file);
      return FALSE;
    }
  if (!mtr_store_file_commit (file, error))
    {
      g_clear_pointer (&undo, mtr_history_entry_free);
      g_clear_pointer (&redo, mtr_history_entry_free);
      return FALSE;
    }
  show (file, undo, redo);

  return TRUE;
}

/* What a changeset of somebody else's making may do: no more than ours. */
static int
allow_table_cb (void       *user_data,
                const char *table)
{
  return mtr_store_schema_kind_of (table) != MTR_KIND_NONE;
}

static int
refuse_conflict_cb (void                   *user_data,
                    int                     conflict,
                    sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Only what was brought in from elsewhere has seals and is no barrier. */
static gboolean
moves_sealed (const void *changeset,
              int         length)
{
  sqlite3_changeset_iter *iter;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, length, (void *) changeset) != SQLITE_OK)
    return FALSE;
  while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;
      MtrField sealed_field;
      MtrKind kind;
      sqlite3_value *sealed = NULL;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      kind = mtr_store_schema_kind_of (table);
      sealed_field = kind != MTR_KIND_NONE ? mtr_kind_get_sealed_field (kind) : MTR_FIELD_NONE;
      if (operation == SQLITE_UPDATE || sealed_field == MTR_FIELD_NONE ||
          !g_str_equal (table, mtr_kind_get_info (kind)->table))
        continue;
      if (operation == SQLITE_DELETE)
        sqlite3changeset_old (iter, find_column (sealed_field), &sealed);
      else
        sqlite3changeset_new (iter, find_column (sealed_field), &sealed);
      found = sealed != NULL && sqlite3_value_type (sealed) == SQLITE_TEXT;
    }
  sqlite3changeset_finalize (iter);

  return found;
}

/* Takes the triggers that keep the seals away, or puts them back, within the transaction. */
static gboolean
set_seals (MtrStoreFile *file,
           gboolean      keep,
           GError      **error)
{
  g_autoptr (GPtrArray) statements = mtr_store_schema_build ();

  for (guint i = 0; i < statements->len; i++)
    {
      const char *sql = g_ptr_array_index (statements, i);
      g_auto (GStrv) words = g_strsplit (sql, " ", 4);
      g_autofree char *drop = NULL;

      if (!g_str_has_prefix (sql, "CREATE TRIGGER "))
        continue;
      drop = g_strdup_printf ("DROP TRIGGER %s", words[2]);
      if (!mtr_store_file_execute (file, keep ? sql : drop, error))
        return FALSE;
    }

  return TRUE;
}

/* Between BEGIN and COMMIT of undo and redo. */
static gboolean
take_entry (MtrStoreFile *file,
            gboolean      redo,
            gint64        target,
            const char   *label,
            void         *changeset,
            int           length,
            GError      **error)
{
  g_autoptr (GHashTable) pairings = mtr_store_id_set_new ();
  mtr_auto_statement statement = NULL;
  gboolean sealed = moves_sealed (changeset, length);
  gint64 last;
  int code;

  if (!mtr_store_file_add_pairings (file, changeset, length, pairings, error) ||
      (sealed && !set_seals (file, FALSE, error)))
    return FALSE;

  code = sqlite3changeset_apply (file->connection, length, changeset, allow_table_cb, refuse_conflict_cb, NULL);
  if ((code & 0xff) == SQLITE_ABORT)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_BARRIER,
                           _("“%s” cannot be taken back any more, because what it changed has changed since. "
                             "Nothing was changed."), label);
      return FALSE;
    }
  if (code != SQLITE_OK)
    {
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }

  if (sealed && !set_seals (file, TRUE, error))
    return FALSE;

  statement = mtr_store_file_prepare (file, "UPDATE history SET state = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, target);
  sqlite3_bind_text (statement, 2, redo ? "done" : "undone", -1, SQLITE_STATIC);

  return mtr_store_file_run (file, statement, error) &&
         mtr_store_file_refresh (file, changeset, length, pairings, error) &&
         mtr_store_file_get_number (file, mtr_store_file_prepare (file, "SELECT max (id) FROM history", error), &last,
                                    error) &&
         write_entry (file, last + 1, redo ? "redo" : "undo", target, label, NULL, FALSE, changeset, length, error);
}

/**
 * mtr_store_file_undo:
 * @file: a file
 * @redo: whether to do again what was undone last
 * @error: return location for an error
 *
 * Returns: whether it is on the disk
 */
gboolean
mtr_store_file_undo (MtrStoreFile *file,
                     gboolean      redo,
                     GError      **error)
{
  g_autofree char *label = NULL;
  g_autofree void *stored = NULL;
  void *changeset = NULL;
  int length = 0, code;
  gint64 target = 0;
  gboolean done;

  if (file->read_only != MTR_STORE_WRITABLE)
    {
      mtr_store_set_sqlite_error (file, SQLITE_READONLY, error);
      return FALSE;
    }

  {
    mtr_auto_statement statement = prepare_next (file, redo, error);
    gboolean row;

    if (!mtr_store_file_step (file, statement, &row, error))
      return FALSE;
    if (!row || !may_be_taken (statement))
      {
        mtr_store_set_error (error, MTR_STORE_ERROR_BARRIER, "%s",
                             redo ? _("There is nothing to do again.")
                             : row ? _("What comes before a signature or an erasure cannot be undone.")
                                   : _("There is nothing to undo."));
        return FALSE;
      }
    target = sqlite3_column_int64 (statement, 0);
    label = mtr_store_dup_text (statement, 1);
    if (label == NULL)
      label = g_strdup ("");
    length = sqlite3_column_bytes (statement, 3);
    stored = g_memdup2 (sqlite3_column_blob (statement, 3), (gsize) length);
  }

  if (!redo)
    {
      code = sqlite3changeset_invert (length, stored, &length, &changeset);
      if (code != SQLITE_OK)
        {
          mtr_store_set_sqlite_error (file, code, error);
          return FALSE;
        }
    }

  done = mtr_store_file_begin (file, error);
  if (done)
    {
      done = take_entry (file, redo, target, label, redo ? stored : changeset, length, error);
      if (!done)
        mtr_store_file_roll_back (file);
    }
  sqlite3_free (changeset);

  return done && mtr_store_file_finish (file, error);
}

/* One entry against its hashes, and the chain that comes before it. */
static gboolean
is_entry_whole (sqlite3_stmt *statement,
                guint8        chain[HASH_SIZE])
{
  Metadata metadata = {
    sqlite3_column_int64 (statement, 0), (const char *) sqlite3_column_text (statement, 1),
    sqlite3_column_int64 (statement, 2), (const char *) sqlite3_column_text (statement, 3),
    sqlite3_column_int64 (statement, 4), sqlite3_column_int (statement, 5) != 0, sqlite3_column_int (statement, 6),
  };
  guint8 label_hash[HASH_SIZE], content_hash[HASH_SIZE], stored_chain[HASH_SIZE], computed[HASH_SIZE];
  gboolean whole;

  if (!take_hash (statement, 10, label_hash) || !take_hash (statement, 11, content_hash) ||
      !take_hash (statement, 12, stored_chain))
    return FALSE;

  hash_chain (computed, chain, &metadata, label_hash, content_hash);
  whole = memcmp (computed, stored_chain, HASH_SIZE) == 0;
  memcpy (chain, stored_chain, HASH_SIZE);

  /* What has been forgotten has no salt any more. */
  if (whole && sqlite3_column_type (statement, 9) != SQLITE_NULL)
    {
      gconstpointer salt = sqlite3_column_blob (statement, 9);
      gsize salt_size = (gsize) sqlite3_column_bytes (statement, 9);

      hash_bytes (computed, salt, salt_size, sqlite3_column_blob (statement, 7),
                  (gsize) sqlite3_column_bytes (statement, 7));
      whole = memcmp (computed, label_hash, HASH_SIZE) == 0;
      hash_bytes (computed, salt, salt_size, sqlite3_column_blob (statement, 8),
                  (gsize) sqlite3_column_bytes (statement, 8));
      whole = whole && memcmp (computed, content_hash, HASH_SIZE) == 0;
    }

  return whole;
}

/**
 * mtr_store_file_check_history:
 * @file: a file
 * @problems: (element-type utf8): gets a sentence where the history was changed
 * @error: return location for an error
 *
 * Returns: whether it could be looked at
 */
gboolean
mtr_store_file_check_history (MtrStoreFile *file,
                              GPtrArray    *problems,
                              GError      **error)
{
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT id, type, target_id, at, author_id, barrier, schema_version, label, changeset, "
                            "salt, label_hash, content_hash, chain FROM history ORDER BY id", error);
  guint8 chain[HASH_SIZE];
  gint64 n_entries = 0, last = 0;

  if (!read_first_link (file, chain, error))
    return FALSE;

  while (TRUE)
    {
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      n_entries++;
      last = sqlite3_column_int64 (statement, 0);
      if (!is_entry_whole (statement, chain))
        g_ptr_array_add (problems, g_strdup_printf (_("Entry %d of the history was changed afterwards."), (int) last));
    }
  if (n_entries != last)
    g_ptr_array_add (problems, g_strdup (_("Entries of the history are missing.")));

  return TRUE;
}
