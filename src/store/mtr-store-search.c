/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search: two indexes, one of what is shared and one of what is the owner's
 * alone, written here in the transaction of each change. A row of an index has
 * the id of its record.
 */

#include "mtr-group.h"
#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>

static const char *const index_tables[2] = { "search_shared", "search_private" };

/**
 * mtr_store_search_text:
 * @record: a record
 * @is_private: whether the words of audience "mine" are meant, or all others
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the words of @record that one index holds
 */
char *
mtr_store_search_text (MtrRecord *record,
                       gboolean   is_private)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));
  GString *text = g_string_new (NULL);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      gboolean mine = mtr_field_get_info (field)->audience == MTR_AUDIENCE_MINE;

      if (mine == is_private && mtr_field_is_text (field) && mtr_record_is_set (record, field))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", mtr_record_get_text (record, field));
    }

  return g_string_free (text, text->len == 0);
}

typedef struct {
  gboolean  there;
  char     *text;        /* (owned) (nullable) */
  char     *kind;        /* (owned) (nullable): name of its table */
  gint64    pairing_id;
} IndexRow;

static void
index_row_clear (IndexRow *row)
{
  g_free (row->text);
  g_free (row->kind);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IndexRow, index_row_clear)

static gboolean
read_index_row (MtrStoreFile *file,
                const char   *table,
                gint64        id,
                IndexRow     *indexed,
                GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT text, kind, pairing_id FROM %s WHERE rowid = ?1", table);
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  if (!mtr_store_file_step (file, statement, &indexed->there, error))
    return FALSE;
  if (indexed->there)
    {
      indexed->text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      indexed->kind = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      indexed->pairing_id = sqlite3_column_int64 (statement, 2);
    }

  return TRUE;
}

static gboolean
write_index_row (MtrStoreFile *file,
                 const char   *table,
                 MtrKind       kind,
                 gint64        id,
                 const char   *text,
                 gint64        pairing_id,
                 GError      **error)
{
  g_auto (IndexRow) indexed = { 0 };
  const char *kind_name = mtr_kind_get_info (kind)->table;

  if (!read_index_row (file, table, id, &indexed, error))
    return FALSE;
  if (indexed.there && g_strcmp0 (indexed.kind, kind_name) != 0 && indexed.kind != NULL &&
      mtr_kind_from_table (indexed.kind) != MTR_KIND_NONE)
    {
      if (text == NULL)
        return TRUE;
      mtr_store_set_error (error, MTR_STORE_ERROR_INVALID,
                           /* Translators: both are kinds of record */
                           _("Two records have the same number (%1$s and %2$s). Nothing was changed."),
                           mtr_kind_get_label (kind), mtr_kind_get_label (mtr_kind_from_table (indexed.kind)));
      return FALSE;
    }
  if (indexed.there ? g_strcmp0 (indexed.text, text) == 0 && indexed.pairing_id == pairing_id : text == NULL)
    return TRUE;

  if (indexed.there)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE rowid = ?1", table);
      mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

      if (statement != NULL)
        sqlite3_bind_int64 (statement, 1, id);
      if (!mtr_store_file_run (file, statement, error))
        return FALSE;
    }
  if (text != NULL)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (rowid, text, kind, pairing_id) VALUES (?1, ?2, ?3, ?4)",
                                              table);
      mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, id);
      sqlite3_bind_text (statement, 2, text, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 3, kind_name, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 4, pairing_id);
      if (!mtr_store_file_run (file, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * mtr_store_file_index_record:
 * @file: a file with a transaction
 * @kind: a kind of record
 * @id: a record, which may be gone
 * @error: return location for an error
 *
 * Makes both indexes say what the record says now.
 *
 * Returns: whether it went well
 */
gboolean
mtr_store_file_index_record (MtrStoreFile *file,
                             MtrKind       kind,
                             gint64        id,
                             GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MtrRecord) record = mtr_store_file_read_one (file, kind, id, MTR_READER_OWNER, &local_error);
  gint64 pairing_id = 0;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (record != NULL && !mtr_store_file_find_pairing (file, kind, id, &pairing_id, error))
    return FALSE;

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = record != NULL ? mtr_store_search_text (record, i == 1) : NULL;

      if (!write_index_row (file, index_tables[i], kind, id, text, pairing_id, error))
        return FALSE;
    }

  return TRUE;
}

/* Each word becomes a quoted beginning of a word, so that nothing a person types is an operator. */
static char *
build_match (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\r\n", -1);
  GString *match = g_string_new (NULL);

  for (int i = 0; parts[i] != NULL; i++)
    {
      gboolean has_letter = FALSE;

      for (const char *p = parts[i]; *p != '\0' && !has_letter; p = g_utf8_next_char (p))
        has_letter = g_unichar_isalnum (g_utf8_get_char (p));
      if (!has_letter)
        continue;

      g_string_append (match, match->len > 0 ? " AND \"" : "\"");
      for (const char *p = parts[i]; *p != '\0'; p++)
        g_string_append_len (match, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
      g_string_append (match, "\" *");
    }

  return g_string_free (match, match->len == 0);
}

/* What the owner of the file must not come across: the groups, each once, and who the owner is. */
typedef struct {
  gint64      owner_id;  /* 0: nobody has said */
  GHashTable *groups;    /* (owned): pairing id → MtrSnapshot; NULL for one to one */
} Sight;

static void
sight_clear (Sight *sight)
{
  g_clear_pointer (&sight->groups, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

static void
unref_snapshot (gpointer snapshot)
{
  if (snapshot != NULL)
    g_object_unref (snapshot);
}

static gboolean
sight_init (Sight        *sight,
            MtrStoreFile *file,
            GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "SELECT owner_id FROM programme", error);
  gboolean row;

  sight->groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_snapshot);
  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (row)
    sight->owner_id = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

static gboolean
belongs_to_session (MtrKind kind)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->reference == MTR_KIND_SESSION)
      return TRUE;

  return kind == MTR_KIND_SESSION;
}

/* A member of a group finds nothing of its meetings before joining and after leaving (product.md, rule 10). */
static gboolean
may_see (Sight              *sight,
         MtrStoreFile       *file,
         const MtrSearchHit *hit,
         gboolean           *sees,
         GError            **error)
{
  MtrSnapshot *snapshot;
  MtrRecord *record;
  gpointer known;

  *sees = TRUE;
  if (sight->owner_id == 0 || hit->pairing_id == 0 || hit->is_private || !belongs_to_session (hit->kind))
    return TRUE;

  if (!g_hash_table_lookup_extended (sight->groups, &hit->pairing_id, NULL, &known))
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (MtrRecord) pairing = mtr_store_file_read_one (file, MTR_KIND_PAIRING, hit->pairing_id, MTR_READER_LEAD,
                                                               &local_error);

      known = NULL;
      if (pairing != NULL && mtr_group_is_group (pairing))
        known = mtr_store_file_load (file, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, hit->pairing_id, MTR_READER_OWNER,
                                     &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_hash_table_insert (sight->groups, g_memdup2 (&hit->pairing_id, sizeof hit->pairing_id), known);
    }
  snapshot = known;
  record = snapshot != NULL ? mtr_snapshot_get (snapshot, hit->kind, hit->id) : NULL;
  *sees = record == NULL || mtr_group_may_see_record (snapshot, record, sight->owner_id);

  return TRUE;
}

static gboolean
add_hits (MtrStoreFile *file,
          int           position,
          const char   *match,
          guint         limit,
          Sight        *sight,
          GPtrArray    *hits,
          GError      **error)
{
  const char *table = index_tables[position];
  g_autofree char *sql = g_strdup_printf ("SELECT rowid, kind, pairing_id, snippet (%s, 0, '', '', '…', 16) FROM %s "
                                          "WHERE %s MATCH ?1 ORDER BY rowid DESC LIMIT ?2", table, table, table);
  mtr_auto_statement statement = mtr_store_file_prepare (file, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? (gint64) limit : -1);

  while (TRUE)
    {
      const char *kind_name;
      MtrSearchHit *hit;
      gboolean row, sees;

      if (!mtr_store_file_step (file, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      kind_name = (const char *) sqlite3_column_text (statement, 1);
      /* A newer program may know kinds that this one does not. */
      if (kind_name == NULL || mtr_kind_from_table (kind_name) == MTR_KIND_NONE)
        continue;

      hit = g_new0 (MtrSearchHit, 1);
      hit->id = sqlite3_column_int64 (statement, 0);
      hit->kind = mtr_kind_from_table (kind_name);
      hit->pairing_id = sqlite3_column_int64 (statement, 2);
      hit->excerpt = mtr_store_dup_text (statement, 3);
      hit->is_private = position == 1;
      g_ptr_array_add (hits, hit);
      if (!may_see (sight, file, hit, &sees, error))
        return FALSE;
      if (!sees)
        g_ptr_array_set_size (hits, (int) hits->len - 1);
    }
}

static int
compare_newest_first (gconstpointer one,
                      gconstpointer two)
{
  const MtrSearchHit *a = *(MtrSearchHit *const *) one;
  const MtrSearchHit *b = *(MtrSearchHit *const *) two;

  return a->id != b->id ? (a->id < b->id ? 1 : -1) : (int) a->is_private - (int) b->is_private;
}

/**
 * mtr_store_file_search:
 * @file: a file
 * @words: as typed
 * @limit: how many hits at most; 0: all
 * @include_private: whether to search what is the owner's alone too
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type MtrSearchHit): the hits, newest first
 */
GPtrArray *
mtr_store_file_search (MtrStoreFile *file,
                       const char   *words,
                       guint         limit,
                       gboolean      include_private,
                       GError      **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_search_hit_free);
  g_autofree char *match = g_utf8_validate (words, -1, NULL) ? build_match (words) : NULL;
  g_auto (Sight) sight = { 0 };

  if (match == NULL)
    return g_steal_pointer (&hits);
  if (!sight_init (&sight, file, error))
    return NULL;

  for (int i = 0; i < (include_private ? 2 : 1); i++)
    if (!add_hits (file, i, match, limit, &sight, hits, error))
      return NULL;

  if (include_private)
    {
      g_ptr_array_sort (hits, compare_newest_first);
      if (limit > 0 && hits->len > limit)
        g_ptr_array_set_size (hits, (int) limit);
    }

  return g_steal_pointer (&hits);
}
