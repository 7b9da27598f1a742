/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anybody may send a portfolio: whatever is in it, it is refused, or it is
 * read and would come in as records that belong together.
 */

#include "fuzz.h"

#include "mtr-pack-library.h"
#include "mtr-portfolio-import.h"
#include "mtr-portfolio-xml-reader.h"

static MtrPackLibrary *library;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  library = mtr_pack_library_new ();
  mtr_pack_library_load (library);

  return 0;
}

static gint64
count_up (gpointer user_data)
{
  gint64 *last = user_data;

  return ++*last;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         size)
{
  g_autoptr (GBytes) xml = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrCarriedPortfolio) carried = mtr_portfolio_xml_read (xml, &error);
  g_autoptr (MtrSnapshot) file = mtr_snapshot_new (MTR_READER_OWNER);
  g_autoptr (MtrPortfolioImport) import = NULL;
  g_autoptr (MtrChange) change = NULL;
  gint64 last = G_GINT64_CONSTANT (1) << 40;
  MtrPortfolioImportContext context = { .file = file, .new_id = count_up, .new_id_data = &last };

  g_date_set_dmy (&context.today, 21, 11, 2026);
  g_assert_true ((carried == NULL) == (error != NULL));
  if (carried == NULL)
    return 0;

  context.pack = mtr_pack_library_find (library, mtr_carried_portfolio_get_origin (carried)->pack, NULL);
  import = mtr_portfolio_import_check (carried, &context);
  g_assert_cmpuint (g_list_model_get_n_items (mtr_portfolio_import_get_rows (import)), >, 0);
  change = mtr_portfolio_import_make_change (import, NULL);
  g_assert_true ((change == NULL) == (mtr_portfolio_import_get_state (import) == MTR_IMPORT_REFUSED));
  /* The portfolio itself is always in it. */
  g_assert_true (change == NULL || mtr_change_count (change) > 0);

  return 0;
}
