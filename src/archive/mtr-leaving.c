/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody should know before a portfolio leaves: what every page of it
 * says, what is left out, and where it may identify somebody.
 */

#include "mtr-leaving.h"

#include "mtr-anonymisation.h"
#include "mtr-contents.h"

/**
 * mtr_leaving_init:
 * @leaving: (out): what is to be known
 * @store: the file
 * @pack: the scheme of the portfolio; has to outlive @leaving, as what follows
 * @snapshot: the pairing
 * @document: its portfolio
 * @error: where an error goes
 *
 * Looks through the portfolio.
 *
 * Returns: whether the file could be read; %FALSE with an error of %MTR_STORE_ERROR, and then nothing is to be cleared
 */
gboolean
mtr_leaving_init (MtrLeaving   *leaving,
                  MtrStore     *store,
                  MtrPack      *pack,
                  MtrSnapshot  *snapshot,
                  MtrDocument  *document,
                  GError      **error)
{
  MtrStoreQuery names_query = MTR_STORE_QUERY_INIT (MTR_KIND_PRIVATE_NAME);
  MtrStoreQuery accepted_query = MTR_STORE_QUERY_INIT (MTR_KIND_ACCEPTED_PLACE);
  g_autoptr (GPtrArray) names = mtr_store_list_records (store, &names_query, MTR_READER_OWNER, error);
  g_autoptr (GPtrArray) accepted = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MtrAnonymisation) check = NULL;

  if (names == NULL)
    return FALSE;
  accepted = mtr_store_list_records (store, &accepted_query, MTR_READER_OWNER, error);
  if (accepted == NULL)
    return FALSE;

  check = mtr_anonymisation_new (names);
  records = mtr_contents_list_records (document, snapshot);
  *leaving = (MtrLeaving) {
    .pack = pack,
    .snapshot = snapshot,
    .document = document,
    .left_out = mtr_contents_list_left_out (document),
    .findings = mtr_anonymisation_check_records (check, records, accepted),
  };

  return TRUE;
}

/**
 * mtr_leaving_clear:
 * @leaving: what was to be known; may be all 0
 */
void
mtr_leaving_clear (MtrLeaving *leaving)
{
  g_clear_pointer (&leaving->left_out, g_ptr_array_unref);
  g_clear_pointer (&leaving->findings, g_ptr_array_unref);
}

/**
 * mtr_leaving_count_open:
 * @leaving: what is to be known
 *
 * Returns: in how many places it may identify somebody, without those that were found to be fine
 */
guint
mtr_leaving_count_open (const MtrLeaving *leaving)
{
  guint n = 0;

  for (guint i = 0; i < leaving->findings->len; i++)
    if (!((MtrFinding *) g_ptr_array_index (leaving->findings, i))->accepted)
      n++;

  return n;
}
