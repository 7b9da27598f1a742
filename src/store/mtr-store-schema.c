/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the tables, indexes and triggers of schema 1 from the table of fields:
 * a table for each audience of each kind, so that what different people may
 * read is never in one table, and the triggers that keep what is signed as it
 * was signed. Triggers only refuse; they never write.
 */

#include "mtr-store-private.h"

#include <string.h>

#define REFUSE "BEGIN SELECT RAISE (ABORT, 'sealed'); END"

static const char *fixed_statements[] = {
  "CREATE TABLE file (id INTEGER PRIMARY KEY CHECK (id = 1), file_id INTEGER NOT NULL, salt BLOB NOT NULL, "
  "created_at TEXT NOT NULL, program TEXT NOT NULL) STRICT",
  "CREATE TABLE pack (id TEXT PRIMARY KEY NOT NULL, version TEXT NOT NULL, source BLOB NOT NULL, "
  "sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID",
  "CREATE TABLE attachment_content (sha256 TEXT NOT NULL UNIQUE, content BLOB NOT NULL) STRICT",
  /* changeset, salt and label are empty once they have been forgotten. */
  "CREATE TABLE history (id INTEGER PRIMARY KEY, at TEXT NOT NULL, author_id INTEGER, type TEXT NOT NULL "
  "CHECK (type IN ('do', 'undo', 'redo')), target_id INTEGER, state TEXT NOT NULL "
  "CHECK (state IN ('done', 'undone', 'dropped')), barrier INTEGER NOT NULL CHECK (barrier IN (0, 1)), "
  "merge_key TEXT, schema_version INTEGER NOT NULL, label TEXT, changeset BLOB, salt BLOB, label_hash BLOB NOT NULL, "
  "content_hash BLOB NOT NULL, chain BLOB NOT NULL) STRICT",
  "CREATE INDEX history_state_index ON history (type, state, id)",
  "CREATE INDEX history_barrier_index ON history (id) WHERE barrier = 1",
  "CREATE TABLE history_attachment (history_id INTEGER NOT NULL REFERENCES history (id) ON DELETE RESTRICT, "
  "sha256 TEXT NOT NULL, PRIMARY KEY (history_id, sha256)) STRICT, WITHOUT ROWID",
  "CREATE VIRTUAL TABLE search_shared USING fts5 (text, kind UNINDEXED, pairing_id UNINDEXED, "
  "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
  "CREATE VIRTUAL TABLE search_private USING fts5 (text, kind UNINDEXED, pairing_id UNINDEXED, "
  "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
};

/**
 * mtr_store_schema_table_name:
 * @kind: a kind of record
 * @audience: an audience
 *
 * Returns: (transfer full): the table with those fields of @kind that @audience may read
 */
char *
mtr_store_schema_table_name (MtrKind     kind,
                             MtrAudience audience)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  return audience == info->home_audience ? g_strdup (info->table)
                                         : g_strconcat (info->table, "_", mtr_audience_get_suffix (audience), NULL);
}

/**
 * mtr_store_schema_has_table:
 * @kind: a kind of record
 * @audience: an audience
 *
 * Returns: whether @kind has a table for @audience
 */
gboolean
mtr_store_schema_has_table (MtrKind     kind,
                            MtrAudience audience)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  if (audience == info->home_audience)
    return TRUE;
  for (int field = info->first_field; field <= (int) info->last_field; field++)
    if (mtr_field_get_info (field)->audience == audience)
      return TRUE;

  return FALSE;
}

/**
 * mtr_store_schema_kind_of:
 * @table: the name of a table of any audience
 *
 * Returns: the kind of the records in it, or %MTR_KIND_NONE
 */
MtrKind
mtr_store_schema_kind_of (const char *table)
{
  MtrKind kind = mtr_kind_from_table (table);
  const char *underscore = strrchr (table, '_');

  if (kind == MTR_KIND_NONE && underscore != NULL)
    {
      g_autofree char *home = g_strndup (table, underscore - table);

      kind = mtr_kind_from_table (home);
    }

  return kind;
}

/**
 * mtr_store_schema_kind_of_row:
 * @iter: a changeset at a row
 * @id: (out): the id of the row
 *
 * Returns: the kind of the record that the row belongs to, or %MTR_KIND_NONE for a row that no change of ours has made
 */
MtrKind
mtr_store_schema_kind_of_row (sqlite3_changeset_iter *iter,
                              gint64                 *id)
{
  const char *table = NULL;
  int n_columns, operation, indirect;
  sqlite3_value *value = NULL;

  *id = 0;
  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect) != SQLITE_OK)
    return MTR_KIND_NONE;
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  if (value == NULL)
    return MTR_KIND_NONE;
  *id = sqlite3_value_int64 (value);

  return mtr_store_schema_kind_of (table);
}

static void
append_column (GString            *sql,
               const MtrFieldInfo *info)
{
  const char *c = info->column;

  g_string_append_printf (sql, ", %s %s", c, mtr_field_is_number (info->field) ? "INTEGER" : "TEXT");
  if (info->flags & MTR_FIELD_REQUIRED)
    g_string_append (sql, " NOT NULL");
  if ((info->flags & MTR_FIELD_INDEXED) && info->type == MTR_TYPE_TEXT)
    g_string_append (sql, " COLLATE NOCASE");

  switch (info->type)
    {
    case MTR_TYPE_TEXT:
    case MTR_TYPE_LONG:
    case MTR_TYPE_CODE:
    case MTR_TYPE_CODES:
      g_string_append_printf (sql, " CHECK (length (%s) BETWEEN 1 AND %" G_GSIZE_FORMAT ")", c,
                              mtr_field_get_max_length (info->field));
      break;
    case MTR_TYPE_DATE:
      g_string_append_printf (sql, " CHECK (%s GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND %s = date (%s))",
                              c, c, c);
      break;
    case MTR_TYPE_TIME:
      g_string_append_printf (sql, " CHECK (%s GLOB '[0-2][0-9]:[0-5][0-9]' AND %s < '24:00')", c, c);
      break;
    case MTR_TYPE_MOMENT:
      g_string_append_printf (sql, " CHECK (%s GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
                              "T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z')", c);
      break;
    case MTR_TYPE_BOOLEAN:
      g_string_append_printf (sql, " CHECK (%s IN (0, 1))", c);
      break;
    case MTR_TYPE_REF:
      /* What is derived follows its record when the change is done; it must not hold it. */
      if (mtr_kind_get_info (info->kind)->flags & MTR_KIND_FLAG_DERIVED)
        break;
      g_string_append_printf (sql, " REFERENCES %s (id) ON DELETE RESTRICT", mtr_kind_get_info (info->reference)->table);
      break;
    case MTR_TYPE_INTEGER:
      break;
    }
}

/* What is signed has both signatures. */
static void
append_signature_check (GString           *sql,
                        const MtrKindInfo *info)
{
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (info->kind, &n_signatures);

  g_string_append (sql, ", CHECK (sealed_at IS NULL OR (");
  for (guint i = 0; i < n_signatures; i++)
    g_string_append_printf (sql, "%s%s IS NOT NULL", i > 0 ? " AND " : "",
                            mtr_field_get_info (signatures[i].at_field)->column);
  g_string_append (sql, "))");
}

static void
add_table (GPtrArray   *statements,
           MtrKind      kind,
           MtrAudience  audience)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  g_autofree char *table = mtr_store_schema_table_name (kind, audience);
  GString *sql = g_string_new (NULL);
  g_autoptr (GPtrArray) indexes = g_ptr_array_new ();

  g_string_append_printf (sql, "CREATE TABLE %s (id INTEGER PRIMARY KEY", table);
  if (audience != info->home_audience)
    g_string_append_printf (sql, " REFERENCES %s (id) ON DELETE RESTRICT", info->table);
  else
    g_string_append (sql, " CHECK (id > 0)");

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      const MtrFieldInfo *field_info = mtr_field_get_info (field);

      if (field_info->audience != audience)
        continue;
      append_column (sql, field_info);
      if (field_info->type == MTR_TYPE_REF || (field_info->flags & MTR_FIELD_INDEXED))
        g_ptr_array_add (indexes, g_strdup_printf ("CREATE INDEX %s_%s_index ON %s (%s)", table, field_info->column,
                                                   table, field_info->column));
    }
  if (audience == info->home_audience && (info->flags & MTR_KIND_FLAG_SEALED))
    append_signature_check (sql, info);
  g_string_append (sql, ") STRICT");

  g_ptr_array_add (statements, g_string_free (sql, FALSE));
  for (guint i = 0; i < indexes->len; i++)
    g_ptr_array_add (statements, g_ptr_array_index (indexes, i));
}

/* The table of the record that is signed, for a kind of such records and for those right below it. */
static const MtrKindInfo *
find_sealed_root (MtrKind kind)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);

  if (!(info->flags & MTR_KIND_FLAG_SEALED) && info->parent_field != MTR_FIELD_NONE)
    info = mtr_kind_get_info (mtr_field_get_info (info->parent_field)->reference);

  return (info->flags & MTR_KIND_FLAG_SEALED) ? info : NULL;
}

/* SQL: whether the record above or at the record @id of @kind has "sealed_at" or "erased_at". */
static char *
root_has (MtrKind     kind,
          const char *id,
          const char *column)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  const MtrKindInfo *root = find_sealed_root (kind);

  if (root == info)
    return g_strdup_printf ("EXISTS (SELECT 1 FROM %s r WHERE r.id = %s AND r.%s IS NOT NULL)", root->table, id, column);

  return g_strdup_printf ("EXISTS (SELECT 1 FROM %s c JOIN %s r ON r.id = c.%s WHERE c.id = %s AND r.%s IS NOT NULL)",
                          info->table, root->table, mtr_field_get_info (info->parent_field)->column, id, column);
}

/* SQL: whether an update of a home table only empties the texts. */
static char *
only_erases (MtrKind kind)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  MtrField erased_field = mtr_kind_get_erased_field (kind);
  GString *sql = g_string_new ("1");

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      const MtrFieldInfo *field_info = mtr_field_get_info (field);

      if (field_info->audience != info->home_audience)
        continue;
      if (field == (int) erased_field)
        g_string_append_printf (sql, " AND OLD.%s IS NULL AND NEW.%s IS NOT NULL", field_info->column,
                                field_info->column);
      else if (mtr_field_is_text (field))
        g_string_append_printf (sql, " AND NEW.%s IS NULL", field_info->column);
      else
        g_string_append_printf (sql, " AND NEW.%s IS OLD.%s", field_info->column, field_info->column);
    }

  return g_string_free (sql, FALSE);
}

static void
add_trigger (GPtrArray  *statements,
             const char *table,
             const char *event,
             const char *condition)
{
  g_autofree char *name = g_ascii_strdown (event, -1);

  g_ptr_array_add (statements, g_strdup_printf ("CREATE TRIGGER %s_seal_%s BEFORE %s ON %s WHEN %s " REFUSE, table,
                                                name, event, table, condition));
}

/* The table of the signed record itself. */
static void
add_root_triggers (GPtrArray         *statements,
                   const MtrKindInfo *info)
{
  g_autofree char *exists = root_has (info->kind, "NEW.id", "sealed_at");
  g_autofree char *erases = only_erases (info->kind);
  g_autofree char *update = g_strdup_printf ("NEW.id IS NOT OLD.id OR (OLD.sealed_at IS NOT NULL AND NOT (%s))", erases);

  add_trigger (statements, info->table, "INSERT", exists);
  add_trigger (statements, info->table, "UPDATE", update);
  add_trigger (statements, info->table, "DELETE", "OLD.sealed_at IS NOT NULL");
}

/* The tables of records below it. INSERT OR REPLACE and UPDATE OR REPLACE take a row away without its DELETE trigger,
 * so an insert looks at the row it would replace, and an id never changes. */
static void
add_child_triggers (GPtrArray         *statements,
                    const MtrKindInfo *info)
{
  const MtrKindInfo *root = find_sealed_root (info->kind);
  const char *parent = mtr_field_get_info (info->parent_field)->column;
  g_autofree char *new_parent = g_strconcat ("NEW.", parent, NULL);
  g_autofree char *old_parent = g_strconcat ("OLD.", parent, NULL);
  g_autofree char *new_sealed = root_has (root->kind, new_parent, "sealed_at");
  g_autofree char *old_sealed = root_has (root->kind, old_parent, "sealed_at");
  g_autofree char *old_erased = root_has (root->kind, old_parent, "erased_at");
  g_autofree char *new_erased = root_has (root->kind, new_parent, "erased_at");
  g_autofree char *replaced_sealed = root_has (info->kind, "NEW.id", "sealed_at");
  g_autofree char *erases = only_erases (info->kind);
  g_autofree char *insert = NULL;
  g_autofree char *update = NULL;

  if (info->flags & MTR_KIND_FLAG_APPEND_ONLY)
    {
      insert = g_strdup_printf ("EXISTS (SELECT 1 FROM %s c WHERE c.id = NEW.id) OR %s", info->table, new_erased);
      update = g_strdup_printf ("NEW.id IS NOT OLD.id OR NOT (%s AND %s)", old_erased, erases);
      add_trigger (statements, info->table, "DELETE", "1");
    }
  else
    {
      insert = g_strdup_printf ("%s OR %s", new_sealed, replaced_sealed);
      update = g_strdup_printf ("NEW.id IS NOT OLD.id OR ((%s OR %s) AND NOT (%s AND %s))", old_sealed, new_sealed,
                                info->home_audience == MTR_AUDIENCE_MINE ? "1" : old_erased, erases);
      add_trigger (statements, info->table, "DELETE", old_sealed);
    }
  add_trigger (statements, info->table, "INSERT", insert);
  add_trigger (statements, info->table, "UPDATE", update);
}

/* The tables of the other audiences. Erasing takes their rows away. What is the owner's alone was never signed, and
 * may be erased by itself. */
static void
add_side_triggers (GPtrArray         *statements,
                   const MtrKindInfo *info,
                   MtrAudience        audience)
{
  g_autofree char *table = mtr_store_schema_table_name (info->kind, audience);
  g_autofree char *new_sealed = root_has (info->kind, "NEW.id", "sealed_at");
  g_autofree char *old_sealed = root_has (info->kind, "OLD.id", "sealed_at");
  g_autofree char *new_erased = root_has (info->kind, "NEW.id", "erased_at");
  g_autofree char *old_erased = root_has (info->kind, "OLD.id", "erased_at");
  g_autofree char *insert = NULL;
  g_autofree char *update = NULL;
  g_autofree char *delete = NULL;

  if (info->flags & MTR_KIND_FLAG_APPEND_ONLY)
    {
      insert = g_strdup_printf ("EXISTS (SELECT 1 FROM %s s WHERE s.id = NEW.id) OR %s", table, new_erased);
      update = g_strdup ("1");
      delete = g_strdup_printf ("NOT %s", old_erased);
    }
  else
    {
      insert = g_strdup (new_sealed);
      update = g_strdup_printf ("NEW.id IS NOT OLD.id OR %s", old_sealed);
      delete = audience == MTR_AUDIENCE_MINE ? NULL : g_strdup_printf ("%s AND NOT %s", old_sealed, old_erased);
    }
  add_trigger (statements, table, "INSERT", insert);
  add_trigger (statements, table, "UPDATE", update);
  if (delete != NULL)
    add_trigger (statements, table, "DELETE", delete);
}

/**
 * mtr_store_schema_build:
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (element-type utf8): the statements that make the schema this program writes, in order
 */
GPtrArray *
mtr_store_schema_build (void)
{
  static const MtrAudience audiences[] = {
    MTR_AUDIENCE_MINE, MTR_AUDIENCE_PAIR, MTR_AUDIENCE_ASSESSMENT, MTR_AUDIENCE_PROGRAMME,
  };
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (fixed_statements); i++)
    g_ptr_array_add (statements, g_strdup (fixed_statements[i]));

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (kind);

      add_table (statements, kind, info->home_audience);
      for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
        if (audiences[i] != info->home_audience && mtr_store_schema_has_table (kind, audiences[i]))
          add_table (statements, kind, audiences[i]);
    }

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (kind);
      const MtrKindInfo *root = find_sealed_root (kind);

      if (root == NULL)
        continue;
      if (root == info)
        add_root_triggers (statements, info);
      else
        add_child_triggers (statements, info);
      for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
        if (audiences[i] != info->home_audience && mtr_store_schema_has_table (kind, audiences[i]))
          add_side_triggers (statements, info, audiences[i]);
    }

  return statements;
}
