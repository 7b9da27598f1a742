/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known about the libraries for data on Debian 12, each with what we do
 * about it. That our way works is asserted everywhere; that the trap is there
 * only for the version in which it was found, so that a newer library may be
 * better.
 */

#include "mtr-text.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define SQLITE_OF_DEBIAN_12 (sqlite3_libversion_number () / 1000 == 3040)
#define XML_OF_DEBIAN_12 (LIBXML_VERSION == 20914)

typedef struct {
  char    *folder;   /* (owned) */
  char    *path;     /* (owned) */
  sqlite3 *database; /* (owned) */
} Fixture;

static void
run (sqlite3    *database,
     const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

static gboolean
works (sqlite3    *database,
       const char *sql)
{
  return sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mentoring-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &fixture->database,
                                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL),
                   ==, SQLITE_OK);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_assert_cmpint (sqlite3_close (fixture->database), ==, SQLITE_OK);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Without these the store cannot work at all. */
static void
test_sqlite_options (void)
{
  static const char *const needed[] = { "ENABLE_FTS5", "ENABLE_SESSION", "ENABLE_PREUPDATE_HOOK", "SECURE_DELETE" };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    g_assert_true (sqlite3_compileoption_used (needed[i]));
  g_assert_cmpint (sqlite3_threadsafe (), ==, 1);
}

static int
get_configuration (sqlite3 *database,
                   int      option)
{
  int value = -1;

  g_assert_cmpint (sqlite3_db_config (database, option, -1, &value), ==, SQLITE_OK);

  return value;
}

/* Foreign keys are off, double quotes make strings, and extensions can be loaded, unless one says otherwise. */
static void
test_sqlite_defaults (Fixture       *fixture,
                      gconstpointer  data)
{
  sqlite3 *database = fixture->database;
  char *message = NULL;

  run (database, "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;"
                 "CREATE TABLE child (parent_id INTEGER NOT NULL REFERENCES parent (id)) STRICT");
  if (SQLITE_OF_DEBIAN_12)
    {
      g_assert_cmpint (get_configuration (database, SQLITE_DBCONFIG_ENABLE_FKEY), ==, 0);
      g_assert_cmpint (get_configuration (database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION), ==, 1);
      g_assert_true (works (database, "SELECT \"no such column\" FROM parent"));
      g_assert_true (works (database, "INSERT INTO child VALUES (7); DELETE FROM child"));
    }

  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (database, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  g_assert_false (works (database, "SELECT \"no such column\" FROM parent"));
  g_assert_false (works (database, "INSERT INTO child VALUES (7)"));
  g_assert_cmpint (sqlite3_load_extension (database, "/nowhere/nothing", NULL, &message), ==, SQLITE_ERROR);
  g_assert_cmpstr (message, ==, "not authorized");
  sqlite3_free (message);
}

/* Where no database may be attached, a file cannot be compacted or copied. */
static void
test_sqlite_vacuum (Fixture       *fixture,
                    gconstpointer  data)
{
  sqlite3 *database = fixture->database;

  run (database, "CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT");
  sqlite3_limit (database, SQLITE_LIMIT_ATTACHED, 0);
  if (SQLITE_OF_DEBIAN_12)
    g_assert_false (works (database, "VACUUM"));

  sqlite3_limit (database, SQLITE_LIMIT_ATTACHED, 1);
  g_assert_true (works (database, "VACUUM"));
}

/* With a schema that is not trusted, a trigger cannot write the search index; we write it ourselves. */
static void
test_sqlite_search_triggers (Fixture       *fixture,
                             gconstpointer  data)
{
  sqlite3 *database = fixture->database;

  sqlite3_db_config (database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  run (database, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT;"
                 "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='unicode61 remove_diacritics 2');"
                 "CREATE TRIGGER note_words AFTER INSERT ON note BEGIN"
                 "  INSERT INTO words (rowid, text) VALUES (new.id, new.text);"
                 "END");
  if (sqlite3_libversion_number () < 3044000)
    g_assert_false (works (database, "INSERT INTO note VALUES (1, 'gęślą')"));

  run (database, "DROP TRIGGER note_words; INSERT INTO note VALUES (2, 'gęślą'); INSERT INTO words (rowid, text) "
                 "VALUES (2, 'gęślą')");
  g_assert_true (works (database, "INSERT INTO words (words) VALUES ('integrity-check')"));
}

static gboolean
copy_has_table (Fixture *fixture)
{
  g_autofree char *copy = g_strconcat (fixture->path, "-copy", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database;
  gboolean has_table;
  gsize size;

  g_file_get_contents (fixture->path, &contents, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (copy, contents, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open_v2 (copy, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  has_table = works (database, "SELECT id FROM person");
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  return has_table;
}

/* Whoever copies an open file with a write-ahead log copies it without the last changes. */
static void
test_sqlite_copy (Fixture       *fixture,
                  gconstpointer  journal_mode)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA journal_mode = %s", (const char *) journal_mode);

  run (fixture->database, pragma);
  run (fixture->database, "CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT");
  g_assert_cmpint (copy_has_table (fixture), ==, g_str_equal (journal_mode, "delete"));
}

/* A flag that sounds safe refuses a file of which only the folder is a link. */
static void
test_sqlite_linked_folder (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *link = g_strconcat (fixture->folder, "-link", NULL);
  g_autofree char *path = g_build_filename (link, "file", NULL);
  sqlite3 *database;

  run (fixture->database, "CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT");
  g_assert_cmpint (symlink (fixture->folder, link), ==, 0);
  if (SQLITE_OF_DEBIAN_12)
    {
      g_assert_cmpint (sqlite3_open_v2 (path, &database,
                                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, NULL),
                       ==, SQLITE_CANTOPEN_SYMLINK);
      sqlite3_close (database);
    }

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL), ==, SQLITE_OK);
  g_assert_true (works (database, "SELECT id FROM person"));
  sqlite3_close (database);
  g_unlink (link);
}

static void
ignore_xml_error (void           *data,
                  const xmlError *error)
{
}

static gboolean
is_well_formed (const char *bytes,
                int         size)
{
  xmlDoc *document = xmlReadMemory (bytes, size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean well_formed = document != NULL;

  xmlFreeDoc (document);

  return well_formed;
}

/* Writes one text into one element. Returns: whether what was written can be read again */
static gboolean
write_and_read (const char *text,
                gboolean   *written)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = xmlNewTextWriterMemory (buffer, 0);
  gboolean well_formed;

  *written = xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL) >= 0 &&
             xmlTextWriterStartElement (writer, BAD_CAST "text") >= 0 &&
             xmlTextWriterWriteString (writer, BAD_CAST text) >= 0 && xmlTextWriterEndDocument (writer) >= 0;
  xmlFreeTextWriter (writer);
  well_formed = is_well_formed ((const char *) xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return well_formed;
}

/* The writer of XML takes any bytes and says that all is well. What mtr_text_clean() has been over can always be written. */
static void
test_xml_writer (void)
{
  static const char *const texts[] = { "\x01", "a\013b", "caf\xe9", "\xef\xbf\xbe", "\xed\xa0\x80" };

  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) (void (*) (void)) ignore_xml_error);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = mtr_text_clean (texts[i], -1, MTR_TEXT_PARAGRAPHS, NULL);
      gboolean written;

      if (XML_OF_DEBIAN_12)
        {
          g_assert_false (write_and_read (texts[i], &written));
          g_assert_true (written);
        }
      g_assert_true (write_and_read (clean, &written));
      g_assert_true (written);
    }
  xmlSetStructuredErrorFunc (NULL, NULL);
}

/* A file that is given by its name is unpacked in silence, however large it becomes; bytes are read as they are. */
static void
test_xml_compressed (void)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char packed[256];
  gsize n_read, n_written;
  int file;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (compressor), "<a/>", 4, packed, sizeof packed,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error),
                   ==, G_CONVERTER_FINISHED);
  g_assert_no_error (error);
  file = g_file_open_tmp ("mentoring-XXXXXX.xml", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, packed, (gssize) n_written, &error);
  g_assert_no_error (error);

  if (XML_OF_DEBIAN_12)
    {
      xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

      g_assert_nonnull (document);
      xmlFreeDoc (document);
    }
  g_assert_false (is_well_formed (packed, (int) n_written));
  g_assert_true (is_well_formed ("<a/>", 4));
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  xmlInitParser ();

  g_test_add_func ("/platform/sqlite/options", test_sqlite_options);
  g_test_add ("/platform/sqlite/defaults", Fixture, NULL, set_up, test_sqlite_defaults, tear_down);
  g_test_add ("/platform/sqlite/vacuum", Fixture, NULL, set_up, test_sqlite_vacuum, tear_down);
  g_test_add ("/platform/sqlite/search-triggers", Fixture, NULL, set_up, test_sqlite_search_triggers, tear_down);
  g_test_add ("/platform/sqlite/copy-of-log", Fixture, "wal", set_up, test_sqlite_copy, tear_down);
  g_test_add ("/platform/sqlite/copy", Fixture, "delete", set_up, test_sqlite_copy, tear_down);
  g_test_add ("/platform/sqlite/linked-folder", Fixture, NULL, set_up, test_sqlite_linked_folder, tear_down);
  g_test_add_func ("/platform/xml/writer", test_xml_writer);
  g_test_add_func ("/platform/xml/compressed", test_xml_compressed);

  result = g_test_run ();
  xmlCleanupParser ();

  return result;
}
