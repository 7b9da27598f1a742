/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are not as they ought to be: each has its own answer, and none is
 * changed by being opened. With them, what we depend on in this SQLite.
 */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
sum_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return g_strdup ("none");

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) data, length);
}

/* Opens a file that must be refused, and looks that it has not been touched. */
static void
assert_refused_path (const char   *path,
                     MtrStoreError code)
{
  g_autofree char *before = sum_file (path);
  g_autofree char *after = NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  gboolean had_journal = g_file_test (journal, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrStore) store = mtr_store_open (path, store_fixture_lookup, NULL, &error);

  g_assert_error (error, MTR_STORE_ERROR, (int) code);
  g_assert_null (store);
  g_assert_cmpuint (strlen (error->message), >, 20);
  after = sum_file (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (had_journal == g_file_test (journal, G_FILE_TEST_EXISTS));
}

static MtrStore *
assert_read_only (StoreFixture    *fixture,
                  const char      *path,
                  MtrStoreReadOnly why)
{
  g_autofree char *before = sum_file (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("write");
  MtrStore *store = mtr_store_open (path, store_fixture_lookup, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mtr_store_get_read_only (store), ==, why);
  snapshot = mtr_store_load (store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, fixture->pairing, MTR_READER_OWNER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PERSON), ==, 2);

  mtr_change_set_text (change, MTR_PERSON_NAME, fixture->mentor, "Somebody else");
  g_assert_false (mtr_store_apply (store, change, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (mtr_store_undo (store, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_READ_ONLY);
  g_assert_null (mtr_store_peek_undo (store));
  after = sum_file (path);
  g_assert_cmpstr (before, ==, after);

  return store;
}

static void
execute_raw (const char *path,
             const char *sql)
{
  sqlite3 *raw;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &raw), ==, SQLITE_OK);
  sqlite3_exec (raw, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
}

static void
write_bytes (const char *path,
             glong       offset,
             const char *bytes,
             gsize       length)
{
  FILE *stream = fopen (path, "r+b");

  g_assert_nonnull (stream);
  g_assert_cmpint (fseek (stream, offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, length, stream), ==, length);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static void
test_not_found (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nothing.mentoring", NULL);
  g_autofree char *deeper = g_build_filename (fixture->folder, "no", "such", "folder.mentoring", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop.mentoring", NULL);
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *too_long = g_build_filename (fixture->folder, name, NULL);

  assert_refused_path (path, MTR_STORE_ERROR_NOT_FOUND);
  assert_refused_path (deeper, MTR_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  assert_refused_path (loop, MTR_STORE_ERROR_LINK_LOOP);
  assert_refused_path (too_long, MTR_STORE_ERROR_NAME_TOO_LONG);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_not_ours (StoreFixture *fixture,
               gconstpointer data)
{
  static const char *const contents[] = {
    "", "x", "This is a letter, and not a programme file.", "PK\x03\x04 something", "SQLite format 2 is too old",
    "SQLite format",
  };
  g_autofree char *path = g_build_filename (fixture->folder, "other", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      assert_refused_path (path, MTR_STORE_ERROR_NOT_OURS);
    }
  assert_refused_path (fixture->folder, MTR_STORE_ERROR_NOT_OURS);
  assert_refused_path ("/dev/null", MTR_STORE_ERROR_NOT_OURS);

  /* A database of another program. */
  g_unlink (path);
  execute_raw (path, "CREATE TABLE bookmark (id INTEGER PRIMARY KEY); PRAGMA application_id = 7");
  assert_refused_path (path, MTR_STORE_ERROR_NOT_OURS);
}

static void
test_newer (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "newer.mentoring", NULL);
  g_autoptr (MtrStore) store = NULL;

  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  execute_raw (copy, "PRAGMA user_version = 50; ALTER TABLE session ADD COLUMN room TEXT; "
               "CREATE TABLE workshop (id INTEGER PRIMARY KEY) STRICT");
  store = assert_read_only (fixture, copy, MTR_STORE_READ_ONLY_NEWER);
  g_clear_object (&store);

  execute_raw (copy, "PRAGMA user_version = 100");
  assert_refused_path (copy, MTR_STORE_ERROR_NEWER);
  /* Within reach by its number, but what we know is not there. */
  execute_raw (copy, "PRAGMA user_version = 51; ALTER TABLE session DROP COLUMN mode");
  assert_refused_path (copy, MTR_STORE_ERROR_NEWER);
}

static void
test_truncated (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "short.mentoring", NULL);
  struct stat status;

  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  g_assert_cmpint (stat (copy, &status), ==, 0);
  for (goffset size = status.st_size - 1; size > 100; size = size * 3 / 4)
    {
      g_assert_cmpint (truncate (copy, size), ==, 0);
      assert_refused_path (copy, MTR_STORE_ERROR_TRUNCATED);
    }
  g_assert_cmpint (truncate (copy, 60), ==, 0);
  assert_refused_path (copy, MTR_STORE_ERROR_TRUNCATED);
}

static void
test_corrupt (StoreFixture *fixture,
              gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "damaged.mentoring", NULL);
  char noise[4096];

  for (gsize i = 0; i < sizeof noise; i++)
    noise[i] = (char) (i * 7 + 13);

  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  write_bytes (copy, 4096 * 3, noise, sizeof noise);
  assert_refused_path (copy, MTR_STORE_ERROR_CORRUPT);

  /* The first page, behind the header. */
  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  write_bytes (copy, 100, noise, 2000);
  assert_refused_path (copy, MTR_STORE_ERROR_CORRUPT);

  /* Whole pages, but without what ought to be in them. */
  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  execute_raw (copy, "DROP TABLE history_attachment; DROP TABLE history");
  assert_refused_path (copy, MTR_STORE_ERROR_CORRUPT);
  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  execute_raw (copy, "PRAGMA user_version = 0");
  assert_refused_path (copy, MTR_STORE_ERROR_CORRUPT);
}

/* Every single byte of a page wrong in turn: refused or opened, never a crash, never changed. */
static void
test_noise (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "noise.mentoring", NULL);
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  g_assert_true (g_file_get_contents (copy, &whole, &length, NULL));
  for (int i = 0; i < 150; i++)
    {
      gsize place = (gsize) i * 4957 % length;
      char kept = whole[place];
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (MtrStore) store = NULL;
      g_autoptr (GError) error = NULL;

      whole[place] = (char) (whole[place] ^ (1 << (i % 8)));
      g_assert_true (g_file_set_contents (copy, whole, (gssize) length, NULL));
      before = sum_file (copy);
      store = mtr_store_open (copy, store_fixture_lookup, NULL, &error);
      if (store != NULL)
        {
          g_autoptr (GPtrArray) problems G_GNUC_UNUSED = mtr_store_verify (store, NULL);
        }
      g_clear_object (&store);
      after = sum_file (copy);
      g_assert_cmpstr (before, ==, after);
      whole[place] = kept;
    }
}

/* The rest of a test as somebody who is not allowed everything. */
static void
become_nobody (StoreFixture *fixture)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, 65534, 65534), ==, 0);
  g_assert_cmpint (chown (fixture->path, 65534, 65534), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_permission (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPack) pack = store_fixture_make_pack ();
  g_autofree char *other = g_build_filename (fixture->folder, "other.mentoring", NULL);

  g_clear_object (&fixture->store);
  become_nobody (fixture);

  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  store = assert_read_only (fixture, fixture->path, MTR_STORE_READ_ONLY_MEDIA);
  g_clear_object (&store);

  /* The file may be written to, but nothing can be put beside it. */
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  store = assert_read_only (fixture, fixture->path, MTR_STORE_READ_ONLY_MEDIA);
  g_clear_object (&store);
  g_assert_null (mtr_store_create (other, pack, "Other", NULL, NULL, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_PERMISSION);
  g_clear_error (&error);

  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (chmod (fixture->path, 0), ==, 0);
  store = mtr_store_open (fixture->path, store_fixture_lookup, NULL, &error);
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_PERMISSION);

  become_oneself ();
}

static void
test_locked_here (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (MtrStore) second = assert_read_only (fixture, fixture->path, MTR_STORE_READ_ONLY_LOCKED);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  gint64 session;

  /* Who reads does not stand in the way of who writes, and sees what was written. */
  session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  snapshot = mtr_store_load (second, MTR_SCOPE_RECORD, MTR_KIND_SESSION, session, MTR_READER_OWNER, NULL);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_SESSION), ==, 1);
  g_clear_object (&second);
  store_fixture_add_session (fixture, "2026-02-04", "Still ours");

  /* Once closed, it is the other's. */
  store_fixture_reopen (fixture);
}

static void
test_locked_elsewhere (StoreFixture *fixture,
                       gconstpointer data)
{
  int to_child[2], to_parent[2];
  char byte;
  pid_t child;

  g_clear_object (&fixture->store);
  g_assert_cmpint (pipe (to_child), ==, 0);
  g_assert_cmpint (pipe (to_parent), ==, 0);
  child = fork ();
  if (child == 0)
    {
      MtrStore *store = mtr_store_open (fixture->path, store_fixture_lookup, NULL, NULL);
      gboolean done = store != NULL && write (to_parent[1], "o", 1) == 1 && read (to_child[0], &byte, 1) == 1;

      /* No closing: a program that is ended holds nothing. */
      _exit (done ? 0 : 1);
    }
  g_assert_cmpint (read (to_parent[0], &byte, 1), ==, 1);
  {
    g_autoptr (MtrStore) store G_GNUC_UNUSED =
      assert_read_only (fixture, fixture->path, MTR_STORE_READ_ONLY_LOCKED);
  }
  g_assert_cmpint (write (to_child[1], "x", 1), ==, 1);
  {
    int status;

    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  }
  store_fixture_reopen (fixture);
  for (int i = 0; i < 2; i++)
    {
      close (to_child[i]);
      close (to_parent[i]);
    }
}

/* Another program that knows nothing of our lock is in the middle of writing. */
static void
test_busy (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (MtrChange) change = mtr_change_new ("write");
  sqlite3 *raw;

  g_assert_cmpint (sqlite3_open (fixture->path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  mtr_change_set_text (change, MTR_PERSON_NAME, fixture->mentor, "Somebody else");
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (mtr_store_apply (fixture->store, change, &error));
    g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_LOCKED);
  }
  g_assert_cmpint (sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
  store_fixture_apply (fixture, change);
}

static void
test_exists (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (MtrPack) pack = store_fixture_make_pack ();
  g_autofree char *before = sum_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_assert_null (mtr_store_create (fixture->path, pack, "Another", NULL, NULL, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_EXISTS);
  after = sum_file (fixture->path);
  g_assert_cmpstr (before, ==, after);

  /* And nothing is left lying about. */
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_cmpstr (name, ==, "programme.mentoring");
}

/* Fact 11: a copy of the main file of a database with a write-ahead log loses what was saved last. We are given such
 * files, and make them ours; what we write is never such a file. */
static void
test_wal (StoreFixture *fixture,
          gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  guint8 header[20];
  FILE *stream;
  int fd_status;

  g_clear_object (&fixture->store);
  execute_raw (fixture->path, "PRAGMA journal_mode = WAL; UPDATE person SET supervisory_months = 30");
  store_fixture_reopen (fixture);
  store_fixture_assert_whole (fixture);
  g_clear_object (&fixture->store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  stream = fopen (fixture->path, "rb");
  fd_status = (int) fread (header, 1, sizeof header, stream);
  fclose (stream);
  g_assert_cmpint (fd_status, ==, sizeof header);
  g_assert_cmpint (header[18], ==, 1);
  g_assert_cmpint (header[19], ==, 1);
}

static void
test_wal_read_only (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (MtrStore) store = NULL;

  g_clear_object (&fixture->store);
  execute_raw (fixture->path, "PRAGMA journal_mode = WAL; UPDATE person SET supervisory_months = 30");
  become_nobody (fixture);
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  store = assert_read_only (fixture, fixture->path, MTR_STORE_READ_ONLY_MEDIA);
  g_clear_object (&store);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  become_oneself ();
}

/* A file as it is when the power fails in the middle of a save: half written, with the journal beside it. */
static void
interrupt_save (StoreFixture *fixture,
                const char   *path)
{
  g_autofree char *own_journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  sqlite3 *raw;

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "PRAGMA cache_size = 1; BEGIN; UPDATE person SET employer = 'half'; "
                                 "UPDATE pairing SET started_on = '2026-06-06'; CREATE TABLE half (text TEXT); "
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                                 "INSERT INTO half SELECT hex (randomblob (100)) FROM n", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (i == 0 ? fixture->path : own_journal, &content, &length, NULL));
      g_assert_true (g_file_set_contents (i == 0 ? path : journal, content, (gssize) length, NULL));
    }
  g_assert_cmpint (sqlite3_exec (raw, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
}

static void
test_interrupted (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *before = store_fixture_describe (fixture);
  g_autofree char *after = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "half.mentoring", NULL);
  StoreFixture half = { .path = path };
  sqlite3 *raw;

  interrupt_save (fixture, path);
  /* It really is half written: without its journal it is not what it was. */
  {
    g_autofree char *one = sum_file (path);
    g_autofree char *two = sum_file (fixture->path);

    g_assert_cmpstr (one, !=, two);
  }

  g_assert_cmpint (chmod (path, 0444), ==, 0);
  become_nobody (fixture);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  assert_refused_path (path, MTR_STORE_ERROR_READ_ONLY);
  become_oneself ();
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (chmod (path, 0644), ==, 0);

  store_fixture_reopen (&half);
  store_fixture_assert_whole (&half);
  after = store_fixture_describe (&half);
  g_assert_cmpstr (before, ==, after);
  g_clear_object (&half.store);
  g_assert_cmpint (sqlite3_open (path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "SELECT * FROM half", NULL, NULL, NULL), ==, SQLITE_ERROR);
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
}

/* A copy is a whole file that opens like the first. */
static void
test_copy (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.mentoring", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.mentoring", NULL);
  StoreFixture other = *fixture;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
  other.path = copy;
  other.store = mtr_store_open (copy, store_fixture_lookup, NULL, NULL);
  g_assert_cmpint (mtr_store_get_read_only (other.store), ==, MTR_STORE_WRITABLE);
  one = store_fixture_describe (fixture);
  two = store_fixture_describe (&other);
  g_assert_cmpstr (one, ==, two);
  store_fixture_assert_whole (&other);
  g_assert_cmpint (mtr_store_get_file_id (fixture->store), ==, mtr_store_get_file_id (other.store));
  g_clear_object (&other.store);

  g_assert_false (mtr_store_save_copy (fixture->store, nowhere, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_NO_FOLDER);
}

/* Fact 19: a folder behind a symbolic link is a folder like another. */
static void
test_linked_folder (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *link = g_strconcat (fixture->folder, "-link", NULL);
  g_autofree char *path = g_build_filename (link, "programme.mentoring", NULL);
  sqlite3 *raw = NULL;
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (symlink (fixture->folder, link), ==, 0);
  g_assert_cmpint (sqlite3_open_v2 (path, &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE,
                                    NULL),
                   ==, SQLITE_CANTOPEN_SYMLINK);
  sqlite3_close (raw);
  store = mtr_store_open (path, store_fixture_lookup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mtr_store_get_read_only (store), ==, MTR_STORE_WRITABLE);
  g_clear_object (&store);
  g_unlink (link);
}

/* Facts 8, 9 and 10, which the way we open a file rests on. */
static void
test_facts (void)
{
  sqlite3 *raw;
  int value = -1;

  g_assert_cmpint (sqlite3_open (":memory:", &raw), ==, SQLITE_OK);

  /* 10: foreign keys are off and double-quoted strings taken where nobody says otherwise. */
  sqlite3_db_config (raw, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &value);
  g_assert_cmpint (value, ==, 0);
  g_assert_cmpint (sqlite3_exec (raw, "SELECT \"no such column\"", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_db_config (raw, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  g_assert_cmpint (sqlite3_exec (raw, "SELECT \"no such column\"", NULL, NULL, NULL), ==, SQLITE_ERROR);

  /* 9: a trigger that writes to a search index fails where the schema is not trusted (in this version). */
  g_assert_cmpint (sqlite3_exec (raw, "CREATE VIRTUAL TABLE words USING fts5 (text); CREATE TABLE note (text); "
                                 "CREATE TRIGGER note_words AFTER INSERT ON note BEGIN "
                                 "INSERT INTO words (text) VALUES (NEW.text); END", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_db_config (raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (sqlite3_libversion_number () < 3044000)
    g_assert_cmpint (sqlite3_exec (raw, "INSERT INTO note VALUES ('x')", NULL, NULL, NULL), ==, SQLITE_ERROR);
  g_assert_cmpint (sqlite3_exec (raw, "INSERT INTO words (text) VALUES ('x')", NULL, NULL, NULL), ==, SQLITE_OK);

  /* 8: with no room to attach anything, VACUUM fails. */
  sqlite3_limit (raw, SQLITE_LIMIT_ATTACHED, 0);
  g_assert_cmpint (sqlite3_exec (raw, "VACUUM", NULL, NULL, NULL), ==, SQLITE_ERROR);
  sqlite3_limit (raw, SQLITE_LIMIT_ATTACHED, 1);
  g_assert_cmpint (sqlite3_exec (raw, "VACUUM", NULL, NULL, NULL), ==, SQLITE_OK);

  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
}

#define add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/open/not-found", test_not_found);
  add ("/store/open/not-ours", test_not_ours);
  add ("/store/open/newer", test_newer);
  add ("/store/open/truncated", test_truncated);
  add ("/store/open/corrupt", test_corrupt);
  add ("/store/open/noise", test_noise);
  add ("/store/open/permission", test_permission);
  add ("/store/open/locked-here", test_locked_here);
  add ("/store/open/locked-elsewhere", test_locked_elsewhere);
  add ("/store/open/busy", test_busy);
  add ("/store/open/exists", test_exists);
  add ("/store/open/wal", test_wal);
  add ("/store/open/wal-read-only", test_wal_read_only);
  add ("/store/open/interrupted", test_interrupted);
  add ("/store/open/copy", test_copy);
  add ("/store/open/linked-folder", test_linked_folder);
  g_test_add_func ("/store/open/facts", test_facts);

  return g_test_run ();
}
