/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample, open without a window, for tests of what stands behind the pages. */

#include "mtr-test-programme.h"

#include "mtr-sample-file.h"

#include <glib/gstdio.h>

/**
 * mtr_test_keep_turning:
 * @user_data: nothing
 *
 * Returns: that the main loop is to be woken again; see MTR_TEST_WAIT_FOR()
 */
gboolean
mtr_test_keep_turning (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * mtr_test_programme_open:
 * @self: a file that is not open
 */
void
mtr_test_programme_open (MtrTestProgramme *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrStore) store = mtr_store_open (self->path, mtr_pack_library_look_up, self->library, &error);

  g_assert_no_error (error);
  self->programme = mtr_programme_new (store, self->library);
}

/**
 * mtr_test_programme_close:
 * @self: a file that is open
 *
 * A task that has answered lets go of what it was about when the main loop turns again.
 */
void
mtr_test_programme_close (MtrTestProgramme *self)
{
  g_assert_true (mtr_programme_settle (self->programme));
  mtr_programme_close (self->programme);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&self->programme));
}

/**
 * mtr_test_programme_set_up:
 * @self: a fixture
 * @data: nothing
 */
void
mtr_test_programme_set_up (MtrTestProgramme *self,
                           gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrStore) store = NULL;
  GDate today;

  self->folder = g_dir_make_tmp ("mentoring-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "programme.mentoring", NULL);
  self->library = mtr_pack_library_new ();
  mtr_pack_library_load (self->library);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, G_DATE_NOVEMBER, 2026);
  store = mtr_sample_file_create (self->path, &today, mtr_pack_library_look_up, self->library, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
  mtr_test_programme_open (self);
}

/**
 * mtr_test_programme_tear_down:
 * @self: a fixture
 * @data: nothing
 */
void
mtr_test_programme_tear_down (MtrTestProgramme *self,
                              gconstpointer     data)
{
  g_autoptr (GDir) folder = NULL;

  mtr_test_programme_close (self);
  folder = g_dir_open (self->folder, 0, NULL);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_object_unref (self->library);
  g_free (self->path);
  g_free (self->folder);
}
