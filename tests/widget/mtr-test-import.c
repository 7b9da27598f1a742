/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window to the pages of an import, with a spreadsheet of its own. */

#include "mtr-test-import.h"

#include <glib/gstdio.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)

/* Against the sample: two are new, one gets another team, one is as it is there, two are refused. */
const char mtr_test_rows[] =
  "Name,Team,Line manager,Mentor capacity,Characteristics,Shoe size\r\n"
  "Newby Quill,Harbour Team,Farida Penhallow,2,something about who they are,39\r\n"
  "Averil Stanway,\"Harbour Team, second floor\",,,,\r\n"
  "Oonagh Petrie,Riverside Team,,,,\r\n"
  "Farida Penhallow,,,,,41\r\n"
  "Lorne Tamsin,Harbour Team,Lorne Tamsin,,,\r\n"
  "Marra Tolland,Harbour Team,,several,,\r\n";

/**
 * mtr_test_wait_for_page:
 * @window: a window
 * @type: the name of the type of a page that comes by itself
 *
 * Returns: (transfer none): the page
 */
MtrPage *
mtr_test_wait_for_page (MtrWindow  *window,
                        const char *type)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  while (!g_str_equal (G_OBJECT_TYPE_NAME (mtr_window_get_page (window)), type) && g_get_monotonic_time () < until)
    mtr_test_window_settle (window);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (mtr_window_get_page (window)), ==, type);
  mtr_test_window_settle (window);

  return mtr_window_get_page (window);
}

/**
 * mtr_test_import_subject:
 * @window: a window with a programme
 * @subject: "people", "pairings" or "sessions"
 * @contents: of a spreadsheet of them
 *
 * Begins to import them; the page of their columns comes by itself, or the first page says what is wrong.
 */
void
mtr_test_import_subject (MtrWindow  *window,
                         const char *subject,
                         const char *contents)
{
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "people.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  g_action_group_activate_action (G_ACTION_GROUP (window), "import-file", g_variant_new ("(ss)", subject, path));
  for (int i = 0; i < 3; i++)
    mtr_test_window_settle (window);
  g_unlink (path);
  g_rmdir (folder);
}

/**
 * mtr_test_import_rows:
 * @window: a window with a programme
 * @contents: of a spreadsheet of people
 *
 * Begins to import people.
 */
void
mtr_test_import_rows (MtrWindow  *window,
                      const char *contents)
{
  mtr_test_import_subject (window, "people", contents);
}

/**
 * mtr_test_check_rows:
 * @window: a window that shows the columns of a spreadsheet
 *
 * Goes on to the rows, and waits until each has been checked.
 */
void
mtr_test_check_rows (MtrWindow *window)
{
  MtrPage *page;
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  g_signal_emit_by_name (mtr_test_find (window, GTK_TYPE_BUTTON, "Check the Rows"),
                         "clicked");
  page = mtr_test_wait_for_page (window, "MtrImportRowsPage");
  while (mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Import") == NULL && g_get_monotonic_time () < until)
    mtr_test_window_settle (window);
  mtr_test_window_settle (window);
}

void
mtr_test_show_import (MtrWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "import", NULL);
}

void
mtr_test_show_import_unread (MtrWindow *window)
{
  mtr_test_import_rows (window, "Name,Team\r\n\"Newby Quill,Harbour Team\r\n");
}

void
mtr_test_show_import_columns (MtrWindow *window)
{
  mtr_test_import_rows (window, mtr_test_rows);
  mtr_test_wait_for_page (window, "MtrImportColumnsPage");
}

void
mtr_test_show_import_rows (MtrWindow *window)
{
  mtr_test_show_import_columns (window);
  mtr_test_check_rows (window);
}
