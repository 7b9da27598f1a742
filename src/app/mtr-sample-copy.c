/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample programme as a file of one's own, to look at and to change: kept
 * in the data folder of the person, so that it never lies among real work.
 */

#include "mtr-sample-copy.h"

#include "mtr-application.h"
#include "mtr-sample.h"

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

static MtrRecord *
find_programme (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (mtr_record_get_kind (g_ptr_array_index (records, i)) == MTR_KIND_PROGRAMME)
      return g_ptr_array_index (records, i);

  g_return_val_if_reached (NULL);
}

static MtrChange *
make_change (GPtrArray *records,
             gboolean   append_only)
{
  MtrChange *change = mtr_change_new (_("make the sample"));

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

      if (info->kind != MTR_KIND_PROGRAMME && !(info->flags & MTR_KIND_FLAG_APPEND_ONLY) == !append_only)
        mtr_change_insert (change, g_object_ref (record));
    }
  mtr_change_set_barrier (change);

  return change;
}

/* The store seals what is signed when the rest of a change has been done; what may only be added to a sealed record
 * comes in a second one. */
static gboolean
fill (MtrStore   *store,
      GPtrArray  *records,
      GError    **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GPtrArray) programmes = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);
  g_autoptr (MtrChange) first = make_change (records, FALSE);
  g_autoptr (MtrChange) second = make_change (records, TRUE);

  if (programmes == NULL)
    return FALSE;

  /* The file has a programme from the beginning; whose it is comes with the people. */
  mtr_change_set_number (first, MTR_PROGRAMME_OWNER_ID, mtr_record_get_id (g_ptr_array_index (programmes, 0)),
                         mtr_record_get_number (find_programme (records), MTR_PROGRAMME_OWNER_ID));

  return mtr_store_apply (store, first, error) &&
         (mtr_change_is_empty (second) || mtr_store_apply (store, second, error));
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
  g_autoptr (GBytes) source = mtr_sample_dup_source ();
  g_autoptr (GPtrArray) records = mtr_sample_build (source, today, mtr_id_new (g_get_real_time (), g_random_int ()),
                                                    error);
  g_autofree char *folder = g_path_get_dirname (path);
  MtrPack *pack;
  g_autoptr (MtrStore) store = NULL;
  MtrRecord *programme;
  gboolean done;

  if (records == NULL)
    return FALSE;

  programme = find_programme (records);
  pack = mtr_pack_library_find (library, mtr_record_get_text (programme, MTR_PROGRAMME_PACK), NULL);
  if (pack == NULL)
    {
      g_set_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_INVALID,
                   _("The scheme of the sample is not on this computer, so the sample was not made."));
      return FALSE;
    }

  g_mkdir_with_parents (folder, 0700);
  store = mtr_store_create (path, pack, mtr_record_get_text (programme, MTR_PROGRAMME_TITLE),
                            mtr_application_look_up, library, error);
  if (store == NULL)
    return FALSE;

  done = fill (store, records, error);
  mtr_store_close (store);
  if (!done)
    g_unlink (path);

  return done;
}
