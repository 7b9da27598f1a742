/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One broken pack never keeps the others away, and versions stand side by side. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "mtr-pack-library.h"
#include "mtr-pack-reader.h"

static char *
get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "packs", "folder", NULL);
}

static char *
make_user_folder (void)
{
  char *path = g_build_filename (g_get_user_data_dir (), "mentoring", "packs", NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);

  return path;
}

static char *
load_text (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static GBytes *
make_source (const char *id,
             const char *version,
             const char *title)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *text = load_text (folder, "b-good.xml");
  GString *source = g_string_new (text);
  g_autofree char *new_id = g_strdup_printf ("id=\"%s\"", id);
  g_autofree char *new_version = g_strdup_printf (" version=\"%s\"", version);

  g_assert_cmpuint (g_string_replace (source, "id=\"folder-good\"", new_id, 1), ==, 1);
  g_assert_cmpuint (g_string_replace (source, " version=\"1.2\"", new_version, 1), ==, 1);
  g_assert_cmpuint (g_string_replace (source, "A small scheme", title, 1), ==, 1);

  return g_string_free_to_bytes (source);
}

static void
write_pack (const char *folder,
            const char *name,
            GBytes     *source)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (source, NULL), (gssize) g_bytes_get_size (source), NULL));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
test_broken_beside_good (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autofree char *folder = get_folder ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  const MtrPackProblem *problem;

  mtr_pack_library_load_folder (library, folder);
  packs = mtr_pack_library_get_packs (library);
  g_assert_cmpuint (packs->len, ==, 1);
  g_assert_true (mtr_pack_library_find (library, "folder-good", NULL) == g_ptr_array_index (packs, 0));
  g_assert_null (mtr_pack_library_find (library, "folder-broken", NULL));

  problems = mtr_pack_library_get_problems (library);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_true (g_str_has_suffix (problem->file, "/folder/a-broken.xml"));
  g_assert_cmpint (problem->line, ==, 47);
  g_assert_nonnull (strstr (problem->reason, "“wishes”"));
}

static void
test_folder_is_not_there (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GPtrArray) problems = NULL;

  mtr_pack_library_load_folder (library, "/nowhere/at/all");
  problems = mtr_pack_library_get_problems (library);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((MtrPackProblem *) g_ptr_array_index (problems, 0))->file, ==, "/nowhere/at/all");
}

/* The file that a problem is about, and a part of its reason. */
static void
check_problem (GPtrArray  *problems,
               guint       position,
               const char *name,
               const char *reason)
{
  const MtrPackProblem *problem = g_ptr_array_index (problems, position);

  g_test_message ("%s: %s", problem->file, problem->reason);
  g_assert_true (g_str_has_suffix (problem->file, name));
  g_assert_nonnull (strstr (problem->reason, reason));
}

/* The person's own packs: with the id of a shipped one, the same pack twice, another version of it in another file, a
 * folder with the name of a pack, and a pipe that would wait for ever. */
static void
test_own_packs (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autofree char *folder = make_user_folder ();
  g_autofree char *pipe = g_build_filename (folder, "pipe.xml", NULL);
  g_autofree char *subfolder = g_build_filename (folder, "sub.xml", NULL);
  g_autoptr (GBytes) later = make_source ("pqs-adults", "10.0", "Ours");
  g_autoptr (GBytes) same = make_source ("pqs-adults", "1.0", "Not the shipped one");
  g_autoptr (GBytes) small = make_source ("ours", "0.1", "Our own");
  g_autoptr (GBytes) small_later = make_source ("ours", "0.2", "Our own, later");
  g_autoptr (GBytes) other = make_source ("zebra", "1.0", "The last one");
  g_autoptr (GBytes) changed = make_source ("zebra", "1.0", "Another text");
  g_autoptr (GBytes) newer = make_source ("zebra", "1.1", "Another text");
  g_autoptr (GPtrArray) shipped = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) later_problems = NULL;

  mtr_pack_library_load (library);
  shipped = mtr_pack_library_get_packs (library);

  write_pack (folder, "later.xml", later);
  write_pack (folder, "same.xml", same);
  write_pack (folder, "small.xml", small);
  write_pack (folder, "small-again.xml", small);
  write_pack (folder, "small-later.xml", small_later);
  write_pack (folder, "zebra.xml", other);
  g_assert_cmpint (g_mkdir (subfolder, 0700), ==, 0);
  if (mkfifo (pipe, 0600) != 0)
    g_error ("No pipe could be made");

  /* Twice, for loading again must neither double nor lose anything. */
  mtr_pack_library_load (library);
  mtr_pack_library_load (library);

  packs = mtr_pack_library_get_packs (library);
  g_assert_cmpuint (packs->len, ==, shipped->len + 2);
  for (guint i = 0; i < shipped->len; i++)
    g_assert_true (g_ptr_array_index (packs, i) == g_ptr_array_index (shipped, i));
  g_assert_cmpstr (mtr_pack_get_title (mtr_pack_library_find (library, "pqs-adults", NULL)), !=, "Ours");
  g_assert_null (mtr_pack_library_find (library, "pqs-adults", "10.0"));
  g_assert_cmpstr (mtr_pack_get_title (mtr_pack_library_find (library, "ours", NULL)), ==, "Our own");
  g_assert_nonnull (mtr_pack_library_find (library, "zebra", "1.0"));

  problems = mtr_pack_library_get_problems (library);
  g_assert_cmpuint (problems->len, ==, 6);
  check_problem (problems, 0, "/later.xml", "comes with the program");
  check_problem (problems, 1, "/pipe.xml", "");
  check_problem (problems, 2, "/same.xml", "comes with the program");
  /* "small-again.xml" sorts before "small.xml". */
  check_problem (problems, 3, "/small-later.xml", "in small-again.xml");
  check_problem (problems, 4, "/small.xml", "in small-again.xml");
  check_problem (problems, 5, "/sub.xml", "");

  /* The one file that has it, with another text: the version says whether it is meant. */
  write_pack (folder, "zebra.xml", changed);
  mtr_pack_library_load (library);
  later_problems = mtr_pack_library_get_problems (library);
  check_problem (later_problems, 6, "/zebra.xml", "version of its own");
  g_assert_cmpstr (mtr_pack_get_title (mtr_pack_library_find (library, "zebra", NULL)), ==, "The last one");
  write_pack (folder, "zebra.xml", newer);
  mtr_pack_library_load (library);
  g_assert_cmpstr (mtr_pack_get_title (mtr_pack_library_find (library, "zebra", NULL)), ==, "Another text");
}

static void
test_copy_in_a_file (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GBytes) nine = make_source ("own", "1.9", "Nine");
  g_autoptr (GBytes) ten = make_source ("own", "1.10", "Ten");
  g_autoptr (GBytes) other_ten = make_source ("own", "1.10", "Another ten");
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("rubbish", 7);
  g_autoptr (GError) error = NULL;
  MtrPack *first = mtr_pack_library_add_source (library, nine, &error);
  MtrPack *second = mtr_pack_library_add_source (library, ten, &error);
  MtrPack *third = mtr_pack_library_add_source (library, other_ten, &error);
  g_autoptr (GPtrArray) packs = mtr_pack_library_get_packs (library);

  g_assert_no_error (error);
  g_assert_true (mtr_pack_library_add_source (library, nine, NULL) == first);
  g_assert_true (mtr_pack_library_add_source (library, other_ten, NULL) == third);
  g_assert_true (mtr_pack_library_find (library, "own", NULL) == second);
  g_assert_true (mtr_pack_library_find (library, "own", "1.9") == first);
  g_assert_cmpstr (mtr_pack_get_title (third), ==, "Another ten");
  g_assert_cmpuint (packs->len, ==, 2);

  g_assert_null (mtr_pack_library_add_source (library, rubbish, &error));
  g_assert_error (error, MTR_PACK_ERROR, MTR_PACK_ERROR_MALFORMED);
}

static gpointer
look_up_cb (gpointer data)
{
  MtrPackLibrary *library = data;

  for (int i = 0; i < 2000; i++)
    {
      MtrPack *pack = mtr_pack_library_find (library, "thread", NULL);

      if (pack != NULL)
        g_assert_cmpstr (mtr_pack_get_title (pack), ==, "A small scheme");
    }

  return NULL;
}

static void
test_looked_up_while_loading (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  GThread *thread = g_thread_new ("store", look_up_cb, library);

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *version = g_strdup_printf ("1.%d", i);
      g_autoptr (GBytes) source = make_source ("thread", version, "A small scheme");

      g_assert_nonnull (mtr_pack_library_add_source (library, source, NULL));
    }
  g_thread_join (thread);
}

/* The third pack is looked for first: only that one is read for it, and the list keeps its order. */
static void
test_when_asked (void)
{
  static const char * const ids[] = { "pqs-adults", "nqsw-scotland", "support-worker", "asye-adults" };
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GPtrArray) packs = NULL;
  MtrPack *third;

  mtr_pack_library_load_when_asked (library);
  third = mtr_pack_library_find (library, "support-worker", NULL);
  g_assert_nonnull (third);
  g_assert_true (mtr_pack_library_find (library, "support-worker", mtr_pack_get_version (third)) == third);
  g_assert_null (mtr_pack_library_find (library, "support-worker", "0.1"));
  packs = mtr_pack_library_get_packs (library);
  /* Behind them may be packs of the person's own. */
  g_assert_cmpuint (packs->len, >=, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (mtr_pack_get_id (g_ptr_array_index (packs, i)), ==, ids[i]);
  g_assert_true (g_ptr_array_index (packs, 2) == third);
  g_assert_null (mtr_pack_library_find (library, "no-such-pack", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data_folder = g_dir_make_tmp ("mentoring-test-XXXXXX", NULL);
  int result;

  /* Before GLib looks for it: packs of whoever runs the tests are none of ours. */
  g_setenv ("XDG_DATA_HOME", data_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/library/broken-beside-good", test_broken_beside_good);
  g_test_add_func ("/pack/library/folder-is-not-there", test_folder_is_not_there);
  g_test_add_func ("/pack/library/own-packs", test_own_packs);
  g_test_add_func ("/pack/library/copy-in-a-file", test_copy_in_a_file);
  g_test_add_func ("/pack/library/looked-up-while-loading", test_looked_up_while_loading);
  g_test_add_func ("/pack/library/when-asked", test_when_asked);

  result = g_test_run ();
  remove_folder (data_folder);

  return result;
}
