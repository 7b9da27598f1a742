/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema does not change without a new version, files of every version can
 * be opened, and bringing one up to date is whole or not at all.
 */

#include "store-fixture.h"

#include "mtr-store-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const kept_schemas[] = {
  "schema-1.mentoring",
  "schema-2.mentoring",
  "schema-3.mentoring",
};

static char *
copy_example (StoreFixture *fixture,
              const char   *name)
{
  g_autofree char *example = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *content = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (example, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);

  return path;
}

static int
add_statement_cb (void  *user_data,
                  int    n_columns,
                  char **values,
                  char **names)
{
  g_hash_table_add (user_data, g_strdup (values[0]));

  return 0;
}

/* A field that is added, or changes its type, its audience or its place, has to come with a new version of the schema, a
 * migration and a new example; see write-example.c. */
static void
test_same_schema (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *path = copy_example (fixture, kept_schemas[MTR_STORE_SCHEMA_VERSION - 1]);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) made = mtr_store_schema_build ();
  sqlite3 *raw;

  g_assert_cmpint (sqlite3_open (path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_%_%' "
                                 "OR name IN ('search_shared', 'search_private')", add_statement_cb, kept, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
  for (guint i = 0; i < made->len; i++)
    {
      if (!g_hash_table_contains (kept, g_ptr_array_index (made, i)))
        g_test_message ("The schema changed: %s", (char *) g_ptr_array_index (made, i));
      g_assert_true (g_hash_table_remove (kept, g_ptr_array_index (made, i)));
    }
  g_assert_cmpuint (g_hash_table_size (kept), ==, 0);
}

static void
test_examples (StoreFixture *fixture,
               gconstpointer data)
{
  g_clear_object (&fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (kept_schemas); i++)
    {
      g_autofree char *path = copy_example (fixture, kept_schemas[i]);
      StoreFixture example = { .path = path };
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) hits = NULL;
      g_autoptr (GError) error = NULL;

      store_fixture_reopen (&example);
      store_fixture_assert_whole (&example);
      before = store_fixture_describe (&example);
      g_assert_nonnull (strstr (before, "account=She listened before she answered."));
      hits = mtr_store_search (example.store, "audit twelve", 0, FALSE, NULL);
      g_assert_cmpuint (hits->len, ==, 1);
      if (i + 1 == MTR_STORE_SCHEMA_VERSION)
        {
          mtr_store_undo (example.store, &error);
          g_assert_no_error (error);
          mtr_store_redo (example.store, &error);
          g_assert_no_error (error);
        }
      else
        {
          g_assert_null (mtr_store_peek_undo (example.store));
          g_assert_false (mtr_store_undo (example.store, &error));
          g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_BARRIER);
        }
      after = store_fixture_describe (&example);
      g_assert_cmpstr (before, ==, after);
      g_clear_object (&example.store);
    }
}

/* Every table keeps what one set of readers may see and no more. */
static void
test_tables_follow_audiences (void)
{
  for (int field = 0; field < MTR_N_FIELDS; field++)
    {
      const MtrFieldInfo *info = mtr_field_get_info (field);
      g_autofree char *table = mtr_store_schema_table_name (info->kind, info->audience);

      g_assert_true (mtr_store_schema_has_table (info->kind, info->audience));
      g_assert_cmpint (mtr_store_schema_kind_of (table), ==, info->kind);
      /* A row that is made only when it is needed cannot need a value. */
      if (info->flags & MTR_FIELD_REQUIRED)
        g_assert_cmpint (info->audience, ==, mtr_kind_get_info (info->kind)->home_audience);
    }
}

static gboolean
fail_cb (MtrStoreFile *file,
         GError      **error)
{
  mtr_store_set_error (error, MTR_STORE_ERROR_IO, "The step could not be finished, for the sake of the test.");

  return FALSE;
}

static gboolean
fill_rooms_cb (MtrStoreFile *file,
               GError      **error)
{
  return mtr_store_file_execute (file, "UPDATE session SET room = 'Room 4'", error);
}

/* Versions that are still to come. */
#define NEXT (MTR_STORE_SCHEMA_VERSION + 1)
#define AFTER_NEXT (MTR_STORE_SCHEMA_VERSION + 2)

static const MtrStoreMigration good_steps[] = {
  { NEXT, "ALTER TABLE session ADD COLUMN room TEXT CHECK (length (room) BETWEEN 1 AND 500)", fill_rooms_cb, FALSE },
  { AFTER_NEXT,
    "CREATE TABLE topic_anew (id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES session (id) "
    "ON DELETE RESTRICT, topic TEXT NOT NULL) STRICT; INSERT INTO topic_anew SELECT id, session_id, topic FROM "
    "session_topic; DROP TABLE session_topic; ALTER TABLE topic_anew RENAME TO session_topic", NULL, TRUE },
  { 0 },
};

static const MtrStoreMigration failing_steps[] = {
  { NEXT, "ALTER TABLE session ADD COLUMN room TEXT", NULL, FALSE },
  { AFTER_NEXT, "ALTER TABLE session ADD COLUMN floor TEXT; DELETE FROM session", fail_cb, FALSE },
  { 0 },
};

static const MtrStoreMigration wrong_steps[] = {
  { NEXT, "ALTER TABLE session ADD COLUMN room TEXT; This is not SQL", NULL, FALSE },
  { 0 },
};

/* Leaves a reference to somebody who is not there. */
static const MtrStoreMigration breaking_steps[] = {
  { NEXT, "DELETE FROM person", NULL, TRUE },
  { 0 },
};

static MtrStoreFile *
open_file (const char *path)
{
  MtrStoreFile *file = mtr_store_file_new (path, NULL, NULL);
  g_autoptr (GError) error = NULL;

  file->thread = g_thread_self ();
  mtr_store_file_open (file, &error);
  g_assert_no_error (error);

  return file;
}

static void
close_file (MtrStoreFile *file)
{
  mtr_store_file_close (file);
  mtr_store_file_free (file);
}

static gint64
get_number (MtrStoreFile *file,
            const char   *sql)
{
  gint64 number;

  g_assert_true (mtr_store_file_get_number (file, mtr_store_file_prepare (file, sql, NULL), &number, NULL));

  return number;
}

static void
test_migration (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *backup = g_strdup_printf ("%s.v%d.bak", fixture->path, MTR_STORE_SCHEMA_VERSION);
  StoreFixture before = { .path = backup };
  MtrStoreFile *file;
  GError *error = NULL;

  store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_clear_object (&fixture->store);
  file = open_file (fixture->path);
  mtr_store_file_migrate (file, good_steps, AFTER_NEXT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file->schema_version, ==, AFTER_NEXT);
  g_assert_cmpint (get_number (file, "PRAGMA user_version"), ==, AFTER_NEXT);
  g_assert_cmpint (get_number (file, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_number (file, "SELECT count (*) FROM session WHERE room = 'Room 4'"), ==, 1);
  close_file (file);

  /* The file as it was is beside it. */
  store_fixture_reopen (&before);
  store_fixture_assert_whole (&before);
  g_clear_object (&before.store);
}

static void
test_failed_migration (StoreFixture *fixture,
                       gconstpointer data)
{
  static const struct {
    const MtrStoreMigration *steps;
    int                      reached;
    MtrStoreError            code;
  } cases[] = {
    { wrong_steps, MTR_STORE_SCHEMA_VERSION, MTR_STORE_ERROR_CORRUPT },
    { breaking_steps, MTR_STORE_SCHEMA_VERSION, MTR_STORE_ERROR_CORRUPT },
    { failing_steps, NEXT, MTR_STORE_ERROR_IO },
  };

  store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_clear_object (&fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MtrStoreFile *file = open_file (fixture->path);
      g_autoptr (GError) error = NULL;

      g_assert_false (mtr_store_file_migrate (file, cases[i].steps, AFTER_NEXT, &error));
      g_assert_error (error, MTR_STORE_ERROR, (int) cases[i].code);
      g_assert_cmpint (get_number (file, "PRAGMA user_version"), ==, cases[i].reached);
      g_assert_cmpint (get_number (file, "SELECT count (*) FROM session"), ==, 1);
      g_assert_cmpint (get_number (file, "SELECT count (*) FROM pragma_table_info ('session') WHERE name = 'floor'"),
                       ==, 0);
      g_assert_cmpint (get_number (file, "PRAGMA foreign_keys"), ==, 1);
      close_file (file);
    }
}

/* What was done before a migration is not undone after it. */
static void
test_history_of_older_schema (StoreFixture *fixture,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MtrStoreFile *file;

  g_clear_object (&fixture->store);
  file = open_file (fixture->path);
  g_assert_true (mtr_store_file_execute (file, "UPDATE history SET schema_version = 0", NULL));
  close_file (file);
  store_fixture_reopen (fixture);
  g_assert_null (mtr_store_peek_undo (fixture->store));
  g_assert_false (mtr_store_undo (fixture->store, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_BARRIER);
}

/* ---- From the first schema ------------------------------------------------ */

/* Every row of every table that a person's work is in, value by value, as another program reads it. */
static char *
dump_columns (const char *path,
              GPtrArray  *selects)
{
  GString *text = g_string_new (NULL);
  sqlite3 *raw;

  g_assert_cmpint (sqlite3_open_v2 (path, &raw, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < selects->len; i++)
    {
      sqlite3_stmt *statement;

      g_assert_cmpint (sqlite3_prepare_v2 (raw, g_ptr_array_index (selects, i), -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (statement); column++)
          g_string_append_printf (text, "%s.%s=%s\n", (char *) g_ptr_array_index (selects, i),
                                  sqlite3_column_name (statement, column), (char *) sqlite3_column_text (statement, column));
      sqlite3_finalize (statement);
    }
  sqlite3_close (raw);

  return g_string_free (text, FALSE);
}

static int
add_select_cb (void  *user_data,
               int    n_columns,
               char **values,
               char **names)
{
  g_ptr_array_add (user_data, g_strdup_printf ("SELECT %s FROM %s ORDER BY 1", values[1], values[0]));

  return 0;
}

/* What to select from each table of an older file: all its columns, by name. */
static GPtrArray *
list_selects (const char *path)
{
  GPtrArray *selects = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *raw;

  g_assert_cmpint (sqlite3_open_v2 (path, &raw, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "SELECT t.name, group_concat ('quote (' || c.name || ') AS ' || c.name) FROM sqlite_schema t "
                                 "JOIN pragma_table_info (t.name) c WHERE t.type = 'table' "
                                 "AND t.name NOT LIKE 'search%' AND t.name NOT IN ('pairing_summary', 'attention') "
                                 "GROUP BY t.name", add_select_cb, selects, NULL), ==, SQLITE_OK);
  sqlite3_close (raw);
  g_assert_cmpuint (selects->len, >, 30);

  return selects;
}

static int
get_raw_version (const char *path)
{
  sqlite3_stmt *statement;
  sqlite3 *raw;
  int version;

  g_assert_cmpint (sqlite3_open (path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (raw, "PRAGMA user_version", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (raw);

  return version;
}

static void
test_first_schema (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = copy_example (fixture, kept_schemas[0]);
  g_autofree char *backup = g_strconcat (path, ".v1.bak", NULL);
  g_autoptr (GPtrArray) selects = list_selects (path);
  g_autofree char *before = dump_columns (path, selects);
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  StoreFixture example = { .path = path };
  g_autoptr (MtrChange) change = NULL;
  MtrStoreQuery observations = MTR_STORE_QUERY_INIT (MTR_KIND_OBSERVATION);
  g_autoptr (GArray) ids = NULL;

  g_assert_cmpint (get_raw_version (path), ==, 1);
  g_assert_nonnull (strstr (before, "She listened before she answered."));
  store_fixture_reopen (&example);
  store_fixture_assert_whole (&example);

  /* What was sealed still is. */
  ids = mtr_store_list_ids (example.store, &observations, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  change = mtr_change_new ("change what is sealed");
  mtr_change_set_text (change, MTR_OBSERVATION_ACCOUNT, g_array_index (ids, gint64, 0), "She did not listen.");
  store_fixture_refuse (&example, change, MTR_STORE_ERROR_SEALED);
  g_clear_object (&example.store);

  g_assert_cmpint (get_raw_version (path), ==, MTR_STORE_SCHEMA_VERSION);
  after = dump_columns (path, selects);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (get_raw_version (backup), ==, 1);
  kept = dump_columns (backup, selects);
  g_assert_cmpstr (before, ==, kept);
}

static gboolean
remake_and_fail_cb (MtrStoreFile *file,
                    GError      **error)
{
  return mtr_store_migrations[0].run (file, error) && fail_cb (file, error);
}

static gboolean
remake_and_die_cb (MtrStoreFile *file,
                   GError      **error)
{
  gboolean done = mtr_store_migrations[0].run (file, error);

  /* So that what was done is on the disk, and has to be taken back. */
  if (done)
    sqlite3_db_cacheflush (file->connection);
  raise (SIGKILL);

  return done;
}

static gboolean
migrate_raw (const char              *path,
             const MtrStoreMigration *steps,
             GError                 **error)
{
  MtrStoreFile *file = mtr_store_file_new (path, NULL, NULL);
  gboolean done;

  file->thread = g_thread_self ();
  g_assert_cmpint (sqlite3_open (path, &file->connection), ==, SQLITE_OK);
  file->schema_version = 1;
  done = mtr_store_file_migrate (file, steps, 2, error);
  mtr_store_file_disconnect (file);
  mtr_store_file_free (file);

  return done;
}

/* The step from the first schema fails, or the program is ended in it: the file is as it was. */
static void
test_first_schema_interrupted (StoreFixture *fixture,
                               gconstpointer data)
{
  static const MtrStoreMigration failing[] = { { 2, NULL, remake_and_fail_cb, TRUE }, { 0 } };
  static const MtrStoreMigration dying[] = { { 2, NULL, remake_and_die_cb, TRUE }, { 0 } };
  g_autofree char *path = copy_example (fixture, kept_schemas[0]);
  g_autoptr (GPtrArray) selects = list_selects (path);
  g_autofree char *before = dump_columns (path, selects);
  g_autofree char *failed = NULL;
  g_autofree char *killed = NULL;
  g_autofree char *after = NULL;
  StoreFixture example = { .path = path };
  g_autoptr (GError) error = NULL;
  pid_t child;
  int status;

  g_assert_false (migrate_raw (path, failing, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_IO);
  g_assert_cmpint (get_raw_version (path), ==, 1);
  failed = dump_columns (path, selects);
  g_assert_cmpstr (before, ==, failed);

  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (migrate_raw (path, dying, NULL) ? 1 : 2);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  g_assert_cmpint (get_raw_version (path), ==, 1);
  killed = dump_columns (path, selects);
  g_assert_cmpstr (before, ==, killed);

  store_fixture_reopen (&example);
  store_fixture_assert_whole (&example);
  g_clear_object (&example.store);
  after = dump_columns (path, selects);
  g_assert_cmpstr (before, ==, after);
}

#define add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/schema/same", test_same_schema);
  add ("/store/schema/examples", test_examples);
  g_test_add_func ("/store/schema/tables-follow-audiences", test_tables_follow_audiences);
  add ("/store/migration/done", test_migration);
  add ("/store/migration/failed", test_failed_migration);
  add ("/store/migration/history", test_history_of_older_schema);
  add ("/store/migration/first-schema", test_first_schema);
  add ("/store/migration/first-schema-interrupted", test_first_schema_interrupted);

  return g_test_run ();
}
