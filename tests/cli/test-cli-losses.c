/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample's ready pairing without one required thing, for each of them:
 * "check" ends with 1 and names it, and with nothing taken away with 0.
 */

#include "cli-run.h"
#include "mtr-date.h"
#include "mtr-pack-library.h"
#include "mtr-sample.h"
#include "mtr-store.h"
#include "mtr-test-losses.h"

#include <gio/gio.h>
#include <string.h>

#define AS_AT "2026-11-21"

static gboolean
is_addendum (MtrRecord *record)
{
  return (mtr_kind_get_info (mtr_record_get_kind (record))->flags & MTR_KIND_FLAG_APPEND_ONLY) != 0;
}

static gint64
get_programme (MtrStore *store)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) programmes = mtr_store_list_records (store, &query, MTR_READER_OWNER, &error);

  g_assert_no_error (error);

  return mtr_record_get_id (g_ptr_array_index (programmes, 0));
}

/* Addenda come after what they are added to, and the portfolio was read after them. */
static void
fill (MtrStore  *store,
      GPtrArray *records)
{
  g_autoptr (MtrChange) insertion = mtr_change_new ("make");
  g_autoptr (MtrChange) addenda = mtr_change_new ("add");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      gint64 id = mtr_record_get_id (record);

      if (mtr_record_get_kind (record) == MTR_KIND_PROGRAMME)
        mtr_change_set_number (insertion, MTR_PROGRAMME_OWNER_ID, get_programme (store),
                               mtr_record_get_number (record, MTR_PROGRAMME_OWNER_ID));
      else
        mtr_change_insert (is_addendum (record) ? addenda : insertion, g_object_ref (record));
      if (mtr_record_get_kind (record) == MTR_KIND_PORTFOLIO && mtr_record_is_set (record, MTR_PORTFOLIO_ATTESTED_ON))
        mtr_change_set_text (addenda, MTR_PORTFOLIO_ATTESTED_ON, id,
                             mtr_record_get_text (record, MTR_PORTFOLIO_ATTESTED_ON));
    }
  mtr_store_apply (store, insertion, &error);
  g_assert_no_error (error);
  if (!mtr_change_is_empty (addenda))
    mtr_store_apply (store, addenda, &error);
  g_assert_no_error (error);
}

static void
make_file (const char        *path,
           const MtrTestLoss *loss)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (GBytes) source = mtr_sample_dup_source ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  g_assert_true (mtr_date_from_iso (AS_AT, &today));
  records = mtr_sample_build (source, &today, 1000, &error);
  g_assert_no_error (error);
  left = mtr_test_loss_apply (loss, records);
  mtr_pack_library_load (library);
  store = mtr_store_create (path, mtr_pack_library_find (library, "pqs-adults", NULL), "Sample", mtr_pack_library_look_up,
                            library, &error);
  g_assert_no_error (error);
  fill (store, left);
  mtr_store_close (store);
}

/* The pairing is the first of the sample, and with no mentor it is still Amara's. */
static char *
dup_pairing_option (const char *path)
{
  g_auto (Run) run = run_cli ("list", "pairings", path, "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (run.out);

  for (guint i = 1; lines[i] != NULL; i++)
    if (strstr (lines[i], ",Amara ") != NULL)
      {
        lines[i][strcspn (lines[i], ",")] = '\0';
        return g_strconcat ("--pairing=", lines[i], NULL);
      }
  g_error ("There is no pairing of Amara");
}

static void
test_check (gconstpointer data)
{
  const MtrTestLoss *loss = data;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "less.mentoring", NULL);
  g_autofree char *pairing = NULL;
  g_auto (Run) run = { 0 };
  g_auto (GStrv) lines = NULL;

  make_file (path, loss);
  pairing = dup_pairing_option (path);
  run = run_cli ("check", path, pairing, "--as-at=" AS_AT, "--format=csv", NULL);
  g_test_message ("%s", run.out);
  lines = list_lines (run.out);
  if (loss == NULL)
    {
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpuint (g_strv_length (lines), ==, 1);
    }
  else
    {
      g_assert_cmpint (run.status, ==, 1);
      g_assert_nonnull (strstr (run.out, loss->says));
      g_assert_cmpuint (g_strv_length (lines), ==, 1 + loss->unmet);
    }
  remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cli/check/nothing", NULL, test_check);
  for (const MtrTestLoss *loss = mtr_test_losses; loss->name != NULL; loss++)
    {
      g_autofree char *path = g_strconcat ("/cli/check/without-", loss->name, NULL);

      g_test_add_data_func (path, loss, test_check);
    }

  return g_test_run ();
}
