/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A programme file may come from anybody: whatever is in it, it is opened or
 * refused, a refused one is not changed, and one that opens can be read,
 * searched, verified, changed and undone, or says why not.
 *
 * An input that begins with "SQLite format 3" is a file. One that begins with
 * "sql:" is what somebody does to a good file with SQLite's own shell. Any
 * other damages a good file: four bytes for the size that is kept (0: all of
 * it), then for each damaged byte four for its place and one for its value.
 */

#include "fuzz.h"

#include "../store/store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define MAX_STEPS 2000   /* of a thousand instructions each */

static struct {
  char   *folder;   /* (owned) */
  char   *path;     /* (owned) */
  char   *good;     /* (owned) */
  gsize   good_size;
  gint64  pairing;
} world;

static MtrPack *
find_pack (const char *id,
           const char *version,
           GBytes     *source,
           gpointer    data)
{
  return id != NULL && g_str_equal (id, "trial") ? store_fixture_make_pack () : NULL;
}

static void
remove_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (world.folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (world.folder, name, NULL);

      g_unlink (path);
    }
}

static void
leave (void)
{
  remove_files ();
  g_rmdir (world.folder);
  g_free (world.folder);
  g_free (world.path);
  g_free (world.good);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  StoreFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 observation;

  store_fixture_set_up (&fixture, NULL);
  mtr_store_set_seed (fixture.store, G_GINT64_CONSTANT (1795305600000000), 1);
  store_fixture_add_session (&fixture, "2026-02-03", "Bring the audit");
  store_fixture_add_session (&fixture, "2026-02-17", "Draft the agreement");
  observation = store_fixture_add_observation (&fixture);
  store_fixture_seal (&fixture, observation);
  g_clear_object (&fixture.store);
  g_file_get_contents (fixture.path, &world.good, &world.good_size, &error);
  g_assert_no_error (error);
  world.pairing = fixture.pairing;
  store_fixture_tear_down (&fixture, NULL);

  world.folder = g_dir_make_tmp ("mentoring-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  world.path = g_build_filename (world.folder, "programme.mentoring", NULL);
  atexit (leave);

  return 0;
}

static void
write_file (const void *bytes,
            gsize       size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (world.path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static int
stop_after_a_while_cb (void *user_data)
{
  int *steps = user_data;

  return ++*steps > MAX_STEPS;
}

static int
stay_in_the_file_cb (void       *user_data,
                     int         action,
                     const char *one,
                     const char *two,
                     const char *database,
                     const char *trigger)
{
  return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK;
}

static void
meddle (const char *sql)
{
  sqlite3 *database = NULL;
  int steps = 0;

  write_file (world.good, world.good_size);
  if (sqlite3_open (world.path, &database) == SQLITE_OK)
    {
      sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
      sqlite3_limit (database, SQLITE_LIMIT_LENGTH, 1000 * 1000);
      sqlite3_set_authorizer (database, stay_in_the_file_cb, NULL);
      sqlite3_progress_handler (database, 1000, stop_after_a_while_cb, &steps);
      sqlite3_exec (database, sql, NULL, NULL, NULL);
    }
  sqlite3_close (database);
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] | (guint32) bytes[1] << 8 | (guint32) bytes[2] << 16 | (guint32) bytes[3] << 24;
}

static void
damage (const guint8 *bytes,
        gsize         size)
{
  g_autofree char *damaged = g_memdup2 (world.good, world.good_size);
  gsize kept = size >= 4 ? read_number (bytes) % world.good_size : 0;

  for (gsize i = 4; i + 5 <= size; i += 5)
    damaged[read_number (bytes + i) % world.good_size] = (char) bytes[i + 4];
  write_file (damaged, kept > 0 ? kept : world.good_size);
}

static void
make_file (const guint8 *bytes,
           gsize         size)
{
  static const char magic[] = "SQLite format 3";

  if (size > sizeof magic && memcmp (bytes, magic, sizeof magic) == 0)
    write_file (bytes, size);
  else if (size >= 4 && memcmp (bytes, "sql:", 4) == 0)
    {
      g_autofree char *sql = g_strndup ((const char *) bytes + 4, size - 4);

      meddle (sql);
    }
  else
    damage (bytes, size);
}

/* Everything that a window would ask of a file. Each answer or error will do; only one without the other is wrong. */
static void
use (MtrStore *store)
{
  for (int scope = MTR_SCOPE_PROGRAMME; scope <= MTR_SCOPE_RECORD; scope++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MtrSnapshot) snapshot = mtr_store_load (store, scope, MTR_KIND_PAIRING, world.pairing, MTR_READER_OWNER,
                                                         &error);

      g_assert_true ((snapshot == NULL) == (error != NULL));
    }

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    {
      MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = mtr_store_list_records (store, &query, MTR_READER_OWNER, &error);

      g_assert_true ((records == NULL) == (error != NULL));
    }

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) hits = mtr_store_search (store, "audit \"the", 10, TRUE, &error);

    g_assert_true ((hits == NULL) == (error != NULL));
  }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) sentences = mtr_store_verify (store, &error);

    g_assert_true ((sentences == NULL) == (error != NULL));
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("rename");
    g_autoptr (GError) error = NULL;

    mtr_change_set_text (change, MTR_PAIRING_MODE, world.pairing, "remote");
    g_assert_true (mtr_store_apply (store, change, &error) == (error == NULL));
  }
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (mtr_store_undo (store, &error) == (error == NULL));
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_true (mtr_store_redo (store, &error) == (error == NULL));
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size, after_size;
  MtrStore *store;

  remove_files ();
  make_file (bytes, size);
  g_assert_true (g_file_get_contents (world.path, &before, &before_size, NULL));

  store = mtr_store_open (world.path, find_pack, NULL, &error);
  g_assert_true ((store == NULL) == (error != NULL));
  if (store == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_file_get_contents (world.path, &after, &after_size, NULL));
      g_assert_cmpmem (before, before_size, after, after_size);
      return 0;
    }

  use (store);
  g_object_unref (store);

  return 0;
}
