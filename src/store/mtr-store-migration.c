/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a file of an older version of the schema to this one, step by step,
 * each step whole or not at all, after a copy of the file as it was has been
 * put beside it. A step leaves the very statements that a new file is made
 * with in the schema, because that is what a file is checked against; where
 * ALTER would write others, it makes the table anew.
 *
 * Tables follow from the table of fields, so a version that only adds kinds
 * and fields has one general step: what is missing is made, and a table whose
 * statement is another now gives its rows to a new one.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>

#define OLD_TABLE "migration_old"

/* What a statement of the schema makes: "TABLE", "INDEX", "TRIGGER", "VIRTUAL", and its name. */
static char *
dup_word (const char *sql,
          guint       position)
{
  g_auto (GStrv) words = g_strsplit (sql, " ", (int) position + 2);

  return g_strdup (g_strv_length (words) > position ? words[position] : "");
}

/* The statements that are in the file, by name. */
static GHashTable *
read_schema (MtrStoreFile *file,
             GError      **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL", error);

  while (TRUE)
    {
      gboolean row;

      if (!mtr_store_file_step (file, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&schema);
      g_hash_table_replace (schema, mtr_store_dup_text (statement, 0), mtr_store_dup_text (statement, 1));
    }
}

/* The seals would refuse to let go of the rows, and an index has to be made with its table. */
static gboolean
drop_triggers_and_indexes (MtrStoreFile *file,
                           GHashTable   *schema,
                           GError      **error)
{
  GHashTableIter iter;
  gpointer name, sql;

  g_hash_table_iter_init (&iter, schema);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      g_autofree char *type = dup_word (sql, 1);
      g_autofree char *drop = g_strdup_printf ("DROP %s \"%s\"", type, (char *) name);

      if ((g_str_equal (type, "TRIGGER") || g_str_equal (type, "INDEX")) &&
          !mtr_store_file_execute (file, drop, error))
        return FALSE;
    }

  return TRUE;
}

/* The columns that the old table and the new one have in common, separated by commas. */
static char *
list_shared_columns (MtrStoreFile *file,
                     const char   *table,
                     GError      **error)
{
  mtr_auto_statement statement =
    mtr_store_file_prepare (file, "SELECT group_concat ('\"' || n.name || '\"') FROM pragma_table_info (?1) n "
                            "JOIN pragma_table_info ('" OLD_TABLE "') o ON o.name = n.name", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  if (!mtr_store_file_step (file, statement, &row, error))
    return NULL;

  return mtr_store_dup_text (statement, 0);
}

/* Without the rewriting of other tables that goes with a new name today, they keep referring to the table by its own. */
static gboolean
remake_table (MtrStoreFile *file,
              const char   *table,
              const char   *sql,
              GError      **error)
{
  g_autofree char *rename = g_strdup_printf ("ALTER TABLE %s RENAME TO " OLD_TABLE, table);
  g_autofree char *columns = NULL;
  g_autofree char *copy = NULL;

  if (!mtr_store_file_execute (file, "PRAGMA legacy_alter_table = ON", error) ||
      !mtr_store_file_execute (file, rename, error) ||
      !mtr_store_file_execute (file, sql, error))
    return FALSE;
  columns = list_shared_columns (file, table, error);
  if (columns == NULL)
    return FALSE;
  copy = g_strdup_printf ("INSERT INTO %s (%s) SELECT %s FROM " OLD_TABLE, table, columns, columns);

  return mtr_store_file_execute (file, copy, error) && mtr_store_file_execute (file, "DROP TABLE " OLD_TABLE, error);
}

static gboolean
make_statements (MtrStoreFile *file,
                 GHashTable   *schema,
                 GError      **error)
{
  g_autoptr (GPtrArray) statements = mtr_store_schema_build ();

  for (guint i = 0; i < statements->len; i++)
    {
      const char *sql = g_ptr_array_index (statements, i);
      g_autofree char *type = dup_word (sql, 1);
      g_autofree char *name = dup_word (sql, 2);
      const char *present = g_str_equal (type, "TABLE") ? g_hash_table_lookup (schema, name) : NULL;
      gboolean done;

      /* The search index is filled anew below, whether or not its tables are the same. */
      if (g_str_equal (type, "VIRTUAL") || g_strcmp0 (present, sql) == 0)
        continue;
      done = present != NULL ? remake_table (file, name, sql, error) : mtr_store_file_execute (file, sql, error);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_search (MtrStoreFile *file,
             GError      **error)
{
  if (!mtr_store_file_execute (file, "DELETE FROM search_shared; DELETE FROM search_private", error))
    return FALSE;

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", mtr_kind_get_info (kind)->table);
      g_autoptr (GArray) ids = NULL;

      if (mtr_kind_get_info (kind)->flags & MTR_KIND_FLAG_DERIVED)
        continue;
      ids = mtr_store_file_list_numbers (file, mtr_store_file_prepare (file, sql, error), error);
      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!mtr_store_file_index_record (file, kind, g_array_index (ids, gint64, i), error))
          return FALSE;
    }

  return TRUE;
}

/* What the rules of this program find in a pairing may not be what those of the older one found. */
static gboolean
derive_all (MtrStoreFile *file,
            GError      **error)
{
  g_autoptr (GHashTable) pairings = mtr_store_id_set_new ();
  g_autoptr (GArray) ids =
    mtr_store_file_list_numbers (file, mtr_store_file_prepare (file, "SELECT id FROM pairing", error), error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    mtr_store_id_set_add (pairings, g_array_index (ids, gint64, i));

  return mtr_store_file_derive (file, pairings, error);
}

/* From any older file to the statements of today, with every row and every value that is in both. */
static gboolean
remake_schema (MtrStoreFile *file,
               GError      **error)
{
  g_autoptr (GHashTable) schema = read_schema (file, error);

  return schema != NULL && drop_triggers_and_indexes (file, schema, error) && make_statements (file, schema, error) &&
         mtr_store_file_load_packs (file, error) && fill_search (file, error) && derive_all (file, error);
}

const MtrStoreMigration mtr_store_migrations[] = {
  { 2, NULL, remake_schema, TRUE },
  { 3, NULL, remake_schema, TRUE },
  { 0 },
};

static gboolean
check_references (MtrStoreFile *file,
                  GError      **error)
{
  mtr_auto_statement statement = mtr_store_file_prepare (file, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (!mtr_store_file_step (file, statement, &row, error))
    return FALSE;
  if (row)
    mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);

  return !row;
}

static const MtrStoreMigration *
find_step (const MtrStoreMigration *steps,
           int                      to_version)
{
  for (; steps->to_version != 0; steps++)
    if (steps->to_version == to_version)
      return steps;

  return NULL;
}

static gboolean
do_step (MtrStoreFile            *file,
         const MtrStoreMigration *step,
         GError                 **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step->to_version);
  gboolean done;

  /* Inside a transaction this switch does nothing. */
  if (step->rebuilds && !mtr_store_file_execute (file, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  done = mtr_store_file_begin (file, error);
  if (done)
    {
      done = (step->sql == NULL || mtr_store_file_execute (file, step->sql, error)) &&
             (step->run == NULL || step->run (file, error)) && check_references (file, error) &&
             mtr_store_file_execute (file, version, error) && mtr_store_file_commit (file, error);
      if (!done)
        mtr_store_file_roll_back (file);
    }
  if (step->rebuilds &&
      !mtr_store_file_execute (file, "PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON", done ? error : NULL))
    return FALSE;
  if (done)
    file->schema_version = step->to_version;

  return done;
}

/**
 * mtr_store_file_migrate:
 * @file: a file whose connection is open
 * @steps: what to do, ending with a step to version 0
 * @version: the version to reach
 * @error: return location for an error
 *
 * Nothing is undone past a migration, because the entries of the history carry the version they were written under.
 *
 * Returns: whether the file is of @version now; else it is as it was, or of a version on the way there
 */
gboolean
mtr_store_file_migrate (MtrStoreFile            *file,
                        const MtrStoreMigration *steps,
                        int                      version,
                        GError                 **error)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", file->path, file->schema_version);

  if (file->read_only != MTR_STORE_WRITABLE)
    {
      mtr_store_set_error (error, MTR_STORE_ERROR_READ_ONLY,
                           _("This file was made by an older version of this program and has to be brought up to date, "
                             "but it can only be read here. Copy it to a folder of your own and open it there."));
      return FALSE;
    }
  if (!check_references (file, error) || !mtr_store_file_copy (file, backup, error))
    return FALSE;

  while (file->schema_version < version)
    {
      const MtrStoreMigration *step = find_step (steps, file->schema_version + 1);

      if (step == NULL)
        {
          mtr_store_set_sqlite_error (file, SQLITE_CORRUPT, error);
          return FALSE;
        }
      if (!do_step (file, step, error))
        return FALSE;
    }

  return TRUE;
}
