/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An archive from the window: what is in the file, what the page says, and that
 * nothing is left lying about, whether it went well, failed or was stopped.
 */

#include "mtr-test-archive.h"
#include "mtr-test-pairing.h"

#include "mtr-archive-page.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_US (30 * G_USEC_PER_SEC)

static MtrApplication *application;

/* What is said where an archive has the words of every pair in the file. */
static GtkWidget *
find_others (MtrWindow  *window,
             const char *what_to_do)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  gint64 n = mtr_store_count (mtr_programme_get_store (mtr_window_get_programme (window)), &query, NULL);
  g_autofree char *words = g_strdup_printf ("It has what %u pairs wrote. To hand it to one of them, %s.", (guint) n, what_to_do);

  return mtr_test_find (window, GTK_TYPE_LABEL, words);
}

static char *
ask (const char *first,
     ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  char *out = NULL;
  int status;
  va_list list;

  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                               NULL));
  g_assert_cmpint (status, ==, 0);

  return out;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* The copy that archives are made from has gone. */
static void
assert_no_copy (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "mentoring", NULL);
  g_autofree char *found = g_file_test (folder, G_FILE_TEST_IS_DIR) ? ask ("find", folder, "-name", "archive-*", NULL) : NULL;

  g_assert_cmpstr (found != NULL ? found : "", ==, "");
}

static void
test_whole_file (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "for the pairs.zip", NULL);
  g_autofree char *listed = NULL;
  g_autofree char *index = NULL;
  g_autofree char *said = NULL;
  g_auto (GStrv) names = NULL;

  mtr_test_show_archive (window);
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "It has what "));
  mtr_test_choose_archive_reader (window, "Whoever runs the programme");
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "It has what "));
  mtr_test_choose_archive_reader (window, "The mentor and whoever is mentored");
  g_assert_nonnull (find_others (window, "open that pair first"));
  /* Where no pairing was being looked at, none is offered. */
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "The whole file"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Show in folder"));

  mtr_test_save_archive (window, path);
  listed = ask ("zipinfo", "-1", path, NULL);
  names = g_strsplit (listed, "\n", -1);
  said = g_strdup_printf ("Saved as for the pairs.zip, %u files.", g_strv_length (names) - 1);
  g_assert_cmpstr (mtr_programme_get_status (mtr_window_get_programme (window)), ==, said);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, said));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Show in folder"));
  g_assert_true (g_strv_contains ((const char *const *) names, "documents/Portfolio-of-Amara-Whitlock.pdf"));
  g_assert_true (g_strv_contains ((const char *const *) names, "documents/Portfolio-of-Kiran-Thackeray.pdf"));
  index = ask ("unzip", "-p", path, "index.html", NULL);
  g_assert_nonnull (strstr (index, "The mentor and whoever is mentored"));
  g_assert_nonnull (strstr (index, "Private name: all of it"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                  "Every page says “Draft: 3 things missing”. 2 things are left out."));
  g_assert_cmpuint (count_files (folder), ==, 1);
  assert_no_copy ();

  /* What is to be known of a portfolio leads to its pairing. */
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Portfolio of Kiran Thackeray")));
  mtr_test_window_settle (window);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (mtr_window_get_page (window)), ==, "MtrPairingView");

  g_unlink (path);
  g_rmdir (folder);
  mtr_test_window_close (window);
}

static void
test_pairing (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autofree char *listed = NULL;

  mtr_test_show_archive_pairing (window);
  g_assert_nonnull (find_others (window, "choose the pair above"));
  mtr_test_choose_archive_reader (window, "Only Amara Whitlock with Oonagh Petrie");
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "It has what "));
  mtr_test_save_archive (window, path);
  listed = ask ("zipinfo", "-1", path, NULL);
  g_assert_nonnull (strstr (listed, "documents/Portfolio-of-Amara-Whitlock.pdf"));
  g_assert_null (strstr (listed, "Kiran"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_rmdir (folder);
  mtr_test_window_close (window);
}

static void
test_read_only (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1000, 900);
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autofree char *listed = NULL;

  mtr_test_show_archive (window);
  mtr_test_save_archive (window, path);
  listed = ask ("zipinfo", "-1", path, NULL);
  g_assert_nonnull (strstr (listed, "tables/private_name.csv"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_rmdir (folder);
  mtr_test_window_close (window);
}

/* Where it cannot be, the page says why and the cursor is where another place is chosen. */
static void
test_refused (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  const char *programme = mtr_store_get_path (mtr_programme_get_store (mtr_window_get_programme (window)));
  const struct {
    const char *path;
    const char *words;
  } cases[] = {
    { "/nowhere at all/archive.zip", "“archive.zip” was not saved: the folder is not there. Choose another folder." },
    { programme, "“programme.mentoring” was not saved: that is the name of a programme." },
  };

  mtr_test_show_archive (window);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mtr_test_save_archive (window, cases[i].path);
      g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, cases[i].words));
      g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Show in folder"));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == mtr_test_find (window, GTK_TYPE_BUTTON, "Choose a File…"));
      assert_no_copy ();
    }
  mtr_test_window_close (window);
}

/* Whoever leaves the page stops it: what was there stays, and nothing is beside it. */
static void
test_left (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "archive.zip", NULL);
  g_autofree char *contents = NULL;
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  gpointer page;

  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  mtr_test_show_archive (window);
  page = mtr_window_get_page (window);
  g_object_add_weak_pointer (page, &page);
  mtr_archive_page_save_as (page, path);
  /* Until it is being written. */
  while (count_files (folder) < 2 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (mtr_window_pop (window));
  /* What writes it keeps the page. */
  while (page != NULL && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (page);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "kept");
  assert_no_copy ();
  g_unlink (path);
  g_rmdir (folder);
  mtr_test_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  application = mtr_test_application_new ();
  g_test_add_func ("/widget/archive/whole-file", test_whole_file);
  g_test_add_func ("/widget/archive/pairing", test_pairing);
  g_test_add_func ("/widget/archive/read-only", test_read_only);
  g_test_add_func ("/widget/archive/refused", test_refused);
  g_test_add_func ("/widget/archive/left", test_left);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
