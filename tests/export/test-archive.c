/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Archives: other people's programs open them, every name can be had on every
 * system, and there may be more files in one than the old format could count.
 */

#include "mtr-archive.h"
#include "mtr-tool.h"

#include <string.h>

/* Prints how many files there are and the sum of their sizes, once each of them has been read and held against its sum. */
#define COUNT "import sys, zipfile; z = zipfile.ZipFile (sys.argv[1]); assert z.testzip () is None; " \
              "print (len (z.namelist ()), sum (i.file_size for i in z.infolist ()))"

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
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GDate day = get_day ();
  g_autoptr (MtrArchive) archive = mtr_archive_new (stream, &day);
  g_autofree char *long_name = g_strnfill (500, 'x');
  g_autofree char *long_path = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = mtr_archive_dup_path (archive, "documents", cases[i].name, cases[i].extension);

      g_assert_cmpstr (path, ==, cases[i].path);
    }
  long_path = mtr_archive_dup_path (archive, NULL, long_name, "pdf");
  g_assert_cmpuint (strlen (long_path), <, 100);
}

static void
write_archive (guint        n_files,
               const char  *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  GDate day = get_day ();
  g_autoptr (MtrArchive) archive = mtr_archive_new (G_OUTPUT_STREAM (stream), &day);
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *entry = mtr_archive_dup_path (archive, "files", name, NULL);

      g_assert_true (mtr_archive_add (archive, entry, content, &error));
    }
  g_assert_true (mtr_archive_finish (archive, &error));
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error));
  g_assert_no_error (error);
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
  g_autofree char *bytes = NULL;
  g_autofree char *same = NULL;
  gsize size, same_size;

  write_archive (10, path);
  count = mtr_tool_run_well ("/usr/bin/python3", "-c", COUNT, path, NULL);
  g_assert_cmpstr (count, ==, "11 770\n");
  sums = mtr_tool_run_well ("unzip", "-p", path, MTR_ARCHIVE_SUMS, NULL);
  /* The sum of "abc", as FIPS 180-2 has it in its first example. */
  g_assert_true (g_str_has_prefix (sums, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  files/0\n"));

  write_archive (10, again);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (again, &same, &same_size, NULL));
  g_assert_cmpmem (bytes, size, same, same_size);
  mtr_tool_remove (folder);
}

/* 65,535 is what the old format has for "more than I can say". */
static void
test_archive_many (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autofree char *count = NULL;

  write_archive (65600, path);
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
  g_test_add_func ("/export/archive/many", test_archive_many);

  return g_test_run ();
}
