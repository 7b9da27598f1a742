/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample programme as a file of one's own, to look at and to change: kept
 * in the data folder of the person, so that it never lies among real work.
 */

#include "mtr-sample-copy.h"

#include "mtr-sample-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * mtr_sample_copy_dup_path:
 *
 * Returns: (transfer full): where the person's copy of the sample is kept, whether it is there yet or not
 */
char *
mtr_sample_copy_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "mentoring", "sample.mentoring", NULL);
}

/**
 * mtr_sample_copy_make:
 * @path: where to put it; no file may be there
 * @library: (transfer none): the packs of this computer
 * @today: the day from which the sample is dated
 * @error: why it was not made: %MTR_STORE_ERROR, or %MTR_SAMPLE_ERROR where the program's own file is damaged
 *
 * Returns: whether the file is there, whole; a file that is not whole is removed
 */
gboolean
mtr_sample_copy_make (const char      *path,
                      MtrPackLibrary  *library,
                      const GDate     *today,
                      GError         **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (MtrStore) store = NULL;

  g_mkdir_with_parents (folder, 0700);
  store = mtr_sample_file_create (path, today, mtr_pack_library_look_up, library, error);
  if (store != NULL)
    mtr_store_close (store);

  return store != NULL;
}
