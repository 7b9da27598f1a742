/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long portfolio, for measuring. With a number it makes one of a short one:
 * adds so many items of evidence of about a page each to the first portfolio of
 * a programme file. With the path of a PDF it makes the PDF of that portfolio,
 * and prints how long it took from the records to the last byte.
 */

#include "mtr-pack-library.h"
#include "mtr-pdf.h"
#include "mtr-portfolio-builder.h"
#include "mtr-store.h"

#include <stdlib.h>

/* The first numbers are taken. */
#define FIRST_NUMBER 100
#define SENTENCES    34

static char *
dup_page (guint number)
{
  static const char * const sentences[] = {
    "I asked what had gone well since the last visit, and listened before I said anything of my own. ",
    "We went through the plan line by line and agreed which of the steps were no longer needed. ",
    "Looking back, I would have left more time for the question that mattered most to the family. ",
    "My supervisor pointed out that I had decided too early, and we spoke about what had made me do so. ",
    "The next time I wrote down three possible explanations first, and only then chose between them. ",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SENTENCES; i++)
    g_string_append_printf (text, "%s%s", sentences[(number + i * 7) % G_N_ELEMENTS (sentences)], i % 6 == 5 ? "\n" : "");

  return g_string_free (text, FALSE);
}

static gboolean
add_items (MtrStore   *store,
           MtrRecord  *portfolio,
           guint       n_items,
           GError    **error)
{
  g_autoptr (MtrChange) change = mtr_change_new ("portfolio");

  for (guint i = 0; i < n_items; i++)
    {
      MtrRecord *item = mtr_record_new (MTR_KIND_EVIDENCE, mtr_store_new_id (store));
      g_autofree char *text = dup_page (i);

      mtr_record_set_number (item, MTR_EVIDENCE_PORTFOLIO_ID, mtr_record_get_id (portfolio));
      mtr_record_set_number (item, MTR_EVIDENCE_NUMBER, FIRST_NUMBER + i);
      mtr_record_set_text (item, MTR_EVIDENCE_KIND, "reflection");
      mtr_record_set_text (item, MTR_EVIDENCE_HAPPENED_ON, "2026-03-02");
      mtr_record_set_text (item, MTR_EVIDENCE_CHECKED_ON, "2026-03-03");
      mtr_record_set_number (item, MTR_EVIDENCE_INCLUDED, 1);
      mtr_record_set_text (item, MTR_EVIDENCE_TITLE, "What I would do differently");
      mtr_record_set_text (item, MTR_EVIDENCE_TEXT, text);
      mtr_change_insert (change, item);
    }
  if (!mtr_store_apply (store, change, error))
    return FALSE;
  g_print ("%" G_GINT64_FORMAT "\n", mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID));

  return TRUE;
}

static gboolean
make_pdf (MtrStore    *store,
          MtrRecord   *portfolio,
          const char  *path,
          GError     **error)
{
  gint64 pairing_id = mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID);
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                                                     MTR_READER_PANEL, error);
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (MtrPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  GDate today;
  gint64 began;

  if (snapshot == NULL)
    return FALSE;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  began = g_get_monotonic_time ();
  document = mtr_portfolio_build (mtr_store_get_pack (store, mtr_record_get_text (portfolio, MTR_PORTFOLIO_PACK)), snapshot,
                                  mtr_record_get_id (portfolio), &today, error);
  if (document == NULL)
    return FALSE;
  pages = mtr_pages_new (document, MTR_PAPER_A4);
  pdf = mtr_pdf_write (pages, error);
  if (pdf == NULL || !g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error))
    return FALSE;
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - began) / 1000.0);

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GPtrArray) portfolios = NULL;
  g_autoptr (GError) error = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PORTFOLIO);
  guint64 n_items;
  gboolean done;

  if (argc != 3)
    {
      g_printerr ("usage: portfolio FILE ITEMS|PDF\n");
      return EXIT_FAILURE;
    }
  mtr_pack_library_load (library);
  store = mtr_store_open (argv[1], mtr_pack_library_look_up, library, &error);
  portfolios = store != NULL ? mtr_store_list_records (store, &query, MTR_READER_OWNER, &error) : NULL;
  if (portfolios == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  if (g_ascii_string_to_unsigned (argv[2], 10, 1, 10000, &n_items, NULL))
    done = add_items (store, g_ptr_array_index (portfolios, 0), (guint) n_items, &error);
  else
    done = make_pdf (store, g_ptr_array_index (portfolios, 0), argv[2], &error);
  if (!done)
    g_printerr ("%s\n", error->message);
  mtr_store_close (store);

  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
