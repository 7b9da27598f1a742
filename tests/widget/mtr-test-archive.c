/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window to the page on which an archive is saved. */

#include "mtr-test-archive.h"

#include "mtr-test-pairing.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_US (60 * G_USEC_PER_SEC)

static GtkWidget *
find (MtrWindow  *window,
      GType       type,
      const char *text)
{
  return mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)), type, text);
}

void
mtr_test_show_archive (MtrWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "save-archive", NULL);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_choose_archive_reader:
 * @window: a window that shows the page
 * @title: of a row
 *
 * Chooses whom the archive is for, or of what it is.
 */
void
mtr_test_choose_archive_reader (MtrWindow  *window,
                                const char *title)
{
  adw_action_row_activate (ADW_ACTION_ROW (find (window, ADW_TYPE_ACTION_ROW, title)));
  mtr_test_window_settle (window);
}

void
mtr_test_show_archive_pairing (MtrWindow *window)
{
  mtr_test_show_pairing_active (window);
  mtr_test_window_settle (window);
  mtr_test_show_archive (window);
  mtr_test_choose_archive_reader (window, "The mentor and whoever is mentored");
}

static gboolean
is_over (MtrWindow *window)
{
  const char *status = mtr_programme_get_status (mtr_window_get_programme (window));

  return g_str_has_prefix (status, "Saved as ") || strstr (status, "was not saved") != NULL;
}

/**
 * mtr_test_save_archive:
 * @window: a window with a programme
 * @path: where it goes
 *
 * Saves an archive as it was chosen, and waits until it is there, or the page says why not.
 */
void
mtr_test_save_archive (MtrWindow  *window,
                       const char *path)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  mtr_programme_announce (mtr_window_get_programme (window), "");
  g_action_group_activate_action (G_ACTION_GROUP (window), "save-archive-file", g_variant_new_string (path));
  while (!is_over (window) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  mtr_test_window_settle (window);
}

void
mtr_test_show_archive_saved (MtrWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Archive.zip", NULL);

  mtr_test_show_archive (window);
  mtr_test_save_archive (window, path);
  g_unlink (path);
  g_rmdir (folder);
}
