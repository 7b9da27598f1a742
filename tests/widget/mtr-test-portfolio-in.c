/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window to the pages on which a portfolio is brought in, with the
 * portfolio of Amara Whitlock from a sample of its own.
 */

#include "mtr-test-portfolio-in.h"

#include "mtr-pack-library.h"
#include "mtr-portfolio-builder.h"
#include "mtr-portfolio-xml-writer.h"
#include "mtr-sample-file.h"
#include "mtr-test-import.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static gint64
find_pairing (MtrStore *store)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING_SUMMARY);
  g_autoptr (GPtrArray) found = NULL;

  query.contains = "Amara Whitlock";
  found = mtr_store_list_records (store, &query, MTR_READER_LEAD, NULL);
  g_assert_cmpuint (found->len, ==, 1);

  return mtr_record_get_number (g_ptr_array_index (found, 0), MTR_PAIRING_SUMMARY_PAIRING_ID);
}

/* As the sample has it on 21 November 2026, saved for its panel. */
static char *
dup_portfolio (const char *folder)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autofree char *path = g_build_filename (folder, "sample.mentoring", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = NULL;
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GBytes) xml = NULL;
  MtrRecord *portfolio;
  gint64 pairing;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);
  mtr_pack_library_load (library);
  store = mtr_sample_file_create (path, &today, mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  pairing = find_pairing (store);
  snapshot = mtr_store_load (store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing, MTR_READER_PANEL, &error);
  g_assert_no_error (error);
  portfolio = mtr_snapshot_find_where (snapshot, MTR_KIND_PORTFOLIO, MTR_PORTFOLIO_PAIRING_ID, pairing);
  document = mtr_portfolio_build (mtr_store_get_pack (store, mtr_record_get_text (portfolio, MTR_PORTFOLIO_PACK)), snapshot,
                                  mtr_record_get_id (portfolio), &today, &error);
  g_assert_no_error (error);
  xml = mtr_portfolio_xml_write (document, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
  g_unlink (path);

  return g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
}

/**
 * mtr_test_bring_in:
 * @window: a window with a programme
 * @find: (nullable): what is altered in the file, each time it is there
 * @with: (nullable): what it is replaced with
 *
 * Begins to bring in a portfolio; the page with what would come in comes by itself, or the first page says what is wrong.
 */
void
mtr_test_bring_in (MtrWindow  *window,
                   const char *find,
                   const char *with)
{
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "portfolio.xml", NULL);
  g_autofree char *xml = dup_portfolio (folder);
  g_autoptr (GString) altered = g_string_new (xml);
  g_autoptr (GError) error = NULL;

  if (find != NULL)
    g_assert_cmpuint (g_string_replace (altered, find, with, 0), >, 0);
  g_file_set_contents (path, altered->str, (gssize) altered->len, &error);
  g_assert_no_error (error);
  g_action_group_activate_action (G_ACTION_GROUP (window), "bring-in-portfolio-file", g_variant_new_string (path));
  for (int i = 0; i < 3; i++)
    mtr_test_window_settle (window);
  g_unlink (path);
  g_rmdir (folder);
}

static void
wait_for_preview (MtrWindow *window)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  MtrPage *page = mtr_test_wait_for_page (window, "MtrPortfolioInPreviewPage");

  while (mtr_test_find_widget (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Portfolio of Amara Whitlock") == NULL &&
         g_get_monotonic_time () < until)
    mtr_test_window_settle (window);
  mtr_test_window_settle (window);
}

void
mtr_test_show_portfolio_in (MtrWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "bring-in-portfolio", NULL);
}

void
mtr_test_show_portfolio_in_unread (MtrWindow *window)
{
  mtr_test_bring_in (window, "<portfolio ", "<!DOCTYPE portfolio><portfolio ");
}

void
mtr_test_show_portfolio_in_preview (MtrWindow *window)
{
  mtr_test_bring_in (window, NULL, NULL);
  wait_for_preview (window);
}

void
mtr_test_show_portfolio_in_refused (MtrWindow *window)
{
  mtr_test_bring_in (window, "pqs-adults", "another-scheme");
  wait_for_preview (window);
}
