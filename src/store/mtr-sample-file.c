/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A programme file filled with records that were made up, for the sample. */

#include "mtr-sample-file.h"

#include "mtr-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The same in every sample, so that two of the same day have the same content. */
#define FIRST_ID G_GINT64_CONSTANT (1000)

static MtrRecord *
find_programme (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (mtr_record_get_kind (g_ptr_array_index (records, i)) == MTR_KIND_PROGRAMME)
      return g_ptr_array_index (records, i);

  g_return_val_if_reached (NULL);
}

/* What is added only to a record that is sealed already. */
static gboolean
is_addendum (MtrRecord *record)
{
  return (mtr_kind_get_info (mtr_record_get_kind (record))->flags & MTR_KIND_FLAG_APPEND_ONLY) != 0;
}

/* Every file is made with a programme record of its own: the made-up one only says whose file it is. */
static gboolean
fill (MtrStore   *store,
      GPtrArray  *records,
      MtrRecord  *programme,
      GError    **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GPtrArray) own = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);
  g_autoptr (MtrChange) insertion = mtr_change_new (_("make the sample"));
  g_autoptr (MtrChange) addenda = mtr_change_new (_("add to the sample"));

  if (own == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      if (record != programme)
        mtr_change_insert (is_addendum (record) ? addenda : insertion, g_object_ref (record));
    }
  /* The addenda were there when somebody read the portfolios. */
  for (guint i = 0; !mtr_change_is_empty (addenda) && i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      if (mtr_record_get_kind (record) == MTR_KIND_PORTFOLIO && mtr_record_is_set (record, MTR_PORTFOLIO_ATTESTED_ON))
        mtr_change_set_text (addenda, MTR_PORTFOLIO_ATTESTED_ON, mtr_record_get_id (record),
                             mtr_record_get_text (record, MTR_PORTFOLIO_ATTESTED_ON));
    }
  mtr_change_set_number (insertion, MTR_PROGRAMME_OWNER_ID, mtr_record_get_id (g_ptr_array_index (own, 0)),
                         mtr_record_get_number (programme, MTR_PROGRAMME_OWNER_ID));
  /* Undo in a sample does not go back to before there was one. */
  mtr_change_set_barrier (insertion);
  mtr_change_set_barrier (addenda);

  return mtr_store_apply (store, insertion, error) &&
         (mtr_change_is_empty (addenda) || mtr_store_apply (store, addenda, error));
}

/**
 * mtr_sample_file_create:
 * @path: where the file goes; there must be none
 * @today: the day from which the sample is dated
 * @lookup: finds the pack that the sample names
 * @lookup_data: for @lookup
 * @error: why it was not made: %MTR_STORE_ERROR or %MTR_SAMPLE_ERROR; then nothing is left at @path
 *
 * Returns: (transfer full) (nullable): the file, open
 */
MtrStore *
mtr_sample_file_create (const char     *path,
                        const GDate    *today,
                        MtrPackLookup   lookup,
                        gpointer        lookup_data,
                        GError        **error)
{
  g_autoptr (GBytes) source = mtr_sample_dup_source ();
  g_autoptr (GPtrArray) records = mtr_sample_build (source, today, FIRST_ID, error);
  g_autoptr (MtrPack) pack = NULL;
  g_autoptr (MtrStore) store = NULL;
  MtrRecord *programme;

  if (records == NULL)
    return NULL;

  programme = find_programme (records);
  pack = lookup (mtr_record_get_text (programme, MTR_PROGRAMME_PACK), NULL, NULL, lookup_data);
  if (pack == NULL)
    {
      g_set_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_INVALID,
                   _("The scheme “%s” of the sample is not installed. Nothing was made."),
                   mtr_record_get_text (programme, MTR_PROGRAMME_PACK));
      return NULL;
    }

  store = mtr_store_create (path, pack, mtr_record_get_text (programme, MTR_PROGRAMME_TITLE), lookup, lookup_data,
                            error);
  if (store == NULL)
    return NULL;
  if (!fill (store, records, programme, error))
    {
      /* Half a sample is no sample. */
      mtr_store_close (store);
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&store);
}
