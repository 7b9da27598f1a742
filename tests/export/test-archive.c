/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Archives: other people's programs open them, every name can be had on every
 * system, they are the same on every computer, and there may be more files in
 * one than the old format could count.
 */

#include "mtr-archive.h"
#include "mtr-tool.h"

#include <string.h>
#include <time.h>

/* Prints how many files there are and the sum of their sizes, once each of them has been read and held against its sum. */
#define COUNT "import sys, zipfile; z = zipfile.ZipFile (sys.argv[1]); assert z.testzip () is None; " \
              "print (len (z.namelist ()), sum (i.file_size for i in z.infolist ()))"

/* Prints what is said of the files, each thing once: day and time, system, permissions, and the extra fields, those before the
 * content among them: their length is in the 29th and 30th byte of what stands before each file. */
#define SAID "import struct, sys, zipfile; z = zipfile.ZipFile (sys.argv[1]); b = open (sys.argv[1], 'rb').read (); " \
             "print (*{(i.date_time, i.create_system, oct (i.external_attr >> 16), i.extra, " \
             "struct.unpack_from ('<H', b, i.header_offset + 28)[0]) for i in z.infolist ()})"

static GDate
get_day (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 21, 11, 2026);

  return day;
}

static void
test_archive_names (void)
{
  static const struct {
    const char *name;
    const char *extension;
    const char *path;
  } cases[] = {
    { "Portfolio of Ada Example", "html", "documents/Portfolio-of-Ada-Example.html" },
    { "portfolio OF ada example", "html", "documents/portfolio-OF-ada-example-2.html" },
    { "../../etc/passwd", NULL, "documents/etc-passwd" },
    { "C:\\notes\r\n.docx", NULL, "documents/C-notes.docx" },
    { "E01 Nodiadau ŵyl.pdf", NULL, "documents/E01-Nodiadau-ŵyl.pdf" },
    { "...", NULL, "documents/file" },
    { "", "csv", "documents/file.csv" },
    { ".hidden", NULL, "documents/hidden" },
    { "a b - c.tar.gz", NULL, "documents/a-b-c.tar.gz" },
    { "name\"<>|*?.txt ", NULL, "documents/name.txt" },
  };
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *file = g_build_filename (folder, "archive.zip", NULL);
  GDate day = get_day ();
  g_autoptr (MtrArchive) archive = mtr_archive_new (file, &day, NULL);
  g_autofree char *long_name = g_strnfill (500, 'x');
  g_autofree char *long_path = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = mtr_archive_dup_path (archive, "documents", cases[i].name, cases[i].extension);

      g_assert_cmpstr (path, ==, cases[i].path);
    }
  long_path = mtr_archive_dup_path (archive, NULL, long_name, "pdf");
  g_assert_cmpuint (strlen (long_path), <, 100);
  mtr_tool_remove (folder);
}

static void
write_archive (guint        n_files,
               const GDate *day,
               const char  *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrArchive) archive = mtr_archive_new (path, day, &error);
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *entry = mtr_archive_dup_path (archive, "files", name, NULL);

      g_assert_true (mtr_archive_add (archive, entry, content, &error));
    }
  g_assert_true (mtr_archive_finish (archive, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_same (const char *path,
             const char *other_path)
{
  g_autofree char *bytes = NULL;
  g_autofree char *other = NULL;
  gsize size, other_size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (other_path, &other, &other_size, NULL));
  g_assert_cmpmem (bytes, size, other, other_size);
}

/* Each of the files has three bytes. A line of the sums has 64 letters of the sum, two spaces, "files/", the digits of the
 * name and a line end: for the names 0 to 9 that is 74 bytes. */
static void
test_archive_read (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autofree char *again = g_build_filename (folder, "again.zip", NULL);
  g_autofree char *count = NULL;
  g_autofree char *sums = NULL;
  GDate day = get_day ();

  write_archive (10, &day, path);
  count = mtr_tool_run_well ("/usr/bin/python3", "-c", COUNT, path, NULL);
  g_assert_cmpstr (count, ==, "11 770\n");
  sums = mtr_tool_run_well ("unzip", "-p", path, MTR_ARCHIVE_SUMS, NULL);
  /* The sum of "abc", as FIPS 180-2 has it in its first example. */
  g_assert_true (g_str_has_prefix (sums, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  files/0\n"));

  write_archive (10, &day, again);
  assert_same (path, again);
  mtr_tool_remove (folder);
}

/* On 4 November 2018 the clocks of Brazil went from midnight to one, so that the day began without midnight. */
static void
test_archive_anywhere (void)
{
  static const char * const zones[] = { "UTC", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Kiritimati" };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *first = NULL;
  g_autofree char *said = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 4, 11, 2018);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.zip", (guint) i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_setenv ("TZ", zones[i], TRUE));
      tzset ();
      write_archive (2, &day, path);
      if (first == NULL)
        first = g_strdup (path);
      assert_same (first, path);
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();

  said = mtr_tool_run_well ("/usr/bin/python3", "-c", SAID, first, NULL);
  g_assert_cmpstr (said, ==, "((2018, 11, 4, 0, 0, 0), 3, '0o100644', b'', 0)\n");
  mtr_tool_remove (folder);
}

/* What comes with nothing in it is in the archive all the same, between others. */
static void
test_archive_empty_file (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autoptr (GBytes) nothing = g_bytes_new_static (NULL, 0);
  g_autoptr (GBytes) something = g_bytes_new_static ("abc", 3);
  GDate day = get_day ();
  g_autoptr (MtrArchive) archive = mtr_archive_new (path, &day, NULL);
  g_autofree char *listed = NULL;

  g_assert_true (mtr_archive_add (archive, "a", something, NULL));
  g_assert_true (mtr_archive_add (archive, "b", nothing, NULL));
  g_assert_true (mtr_archive_add (archive, "c", something, NULL));
  g_assert_true (mtr_archive_finish (archive, NULL, NULL, NULL, NULL));
  listed = mtr_tool_run_well ("/usr/bin/python3", "-c", "import sys, zipfile; z = zipfile.ZipFile (sys.argv[1]); "
                              "print (*(z.read (name) for name in 'abc'))", path, NULL);
  g_assert_cmpstr (listed, ==, "b'abc' b'' b'abc'\n");
  mtr_tool_remove (folder);
}

/* Whoever stops it has nothing of it, and nothing is left beside it. */
static void
test_archive_stopped (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;
  GDate day = get_day ();
  MtrArchive *archive = mtr_archive_new (path, &day, NULL);
  g_autofree char *left = NULL;

  g_assert_true (mtr_archive_add (archive, "a", content, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (mtr_archive_finish (archive, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  mtr_archive_free (archive);
  left = mtr_tool_run_well ("ls", folder, NULL);
  g_assert_cmpstr (left, ==, "archive.zip\n");
  mtr_tool_remove (folder);
}

/* 65,535 is what the old format has for "more than I can say". */
static void
test_archive_many (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autofree char *count = NULL;
  GDate day = get_day ();

  write_archive (65600, &day, path);
  count = mtr_tool_run_well ("/usr/bin/python3", "-c", COUNT, path, NULL);
  g_assert_true (g_str_has_prefix (count, "65601 "));
  mtr_tool_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/archive/names", test_archive_names);
  g_test_add_func ("/export/archive/read", test_archive_read);
  g_test_add_func ("/export/archive/anywhere", test_archive_anywhere);
  g_test_add_func ("/export/archive/empty-file", test_archive_empty_file);
  g_test_add_func ("/export/archive/stopped", test_archive_stopped);
  g_test_add_func ("/export/archive/many", test_archive_many);

  return g_test_run ();
}
