/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of pairings: who with whom, their state, and what is missing. */

#include "mtr-pairings-page.h"

#include "mtr-list-page.h"
#include "mtr-new-pairing-page.h"
#include "mtr-pairing-row.h"
#include "mtr-pairing.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

static const MtrListFilter filters[] = {
  [MTR_PAIRINGS_ALL] = { N_("All pairings"), MTR_FIELD_NONE, NULL, MTR_FIELD_NONE },
  [MTR_PAIRINGS_ATTENTION] = { N_("Need attention"), MTR_FIELD_NONE, NULL, MTR_PAIRING_SUMMARY_ATTENTION_FROM },
  [MTR_PAIRINGS_ACTIVE] = { N_("Active"), MTR_PAIRING_SUMMARY_STATE, MTR_PAIRING_ACTIVE, MTR_FIELD_NONE },
  [MTR_PAIRINGS_INDUCTION] = { N_("In induction"), MTR_PAIRING_SUMMARY_STATE, MTR_PAIRING_INDUCTION, MTR_FIELD_NONE },
  [MTR_PAIRINGS_PROPOSED] = { N_("Proposed"), MTR_PAIRING_SUMMARY_STATE, MTR_PAIRING_PROPOSED, MTR_FIELD_NONE },
  [MTR_PAIRINGS_PAUSED] = { N_("Paused"), MTR_PAIRING_SUMMARY_STATE, MTR_PAIRING_PAUSED, MTR_FIELD_NONE },
  [MTR_PAIRINGS_ENDED] = { N_("Ended"), MTR_PAIRING_SUMMARY_STATE, MTR_PAIRING_ENDED, MTR_FIELD_NONE },
};

static char *
dup_count (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pairing", "%u pairings", n), n);
}

static void
show_row (GtkWidget    *row,
          MtrProgramme *programme,
          MtrRecord    *record)
{
  mtr_pairing_row_show (MTR_PAIRING_ROW (row), programme, record);
}

static void
open_pairing (MtrPage *page,
              gint64   id)
{
  mtr_window_open_pairing (mtr_window_of (GTK_WIDGET (page)), id);
}

static void
make_new (MtrPage *page)
{
  mtr_page_push (page, mtr_new_pairing_page_new (mtr_page_get_programme (page)));
}

static const MtrListVerb verbs[] = {
  { N_("_Bring In a Portfolio…"), "win.bring-in-portfolio", TRUE },
};

static const MtrListPageKind pairings = {
  .kind = MTR_KIND_PAIRING_SUMMARY,
  .shown_kind = MTR_KIND_PAIRING,
  .order_field = MTR_PAIRING_SUMMARY_MENTEES,
  .filters = filters,
  .n_filters = G_N_ELEMENTS (filters),
  .label = N_("Pairings"),
  .search_label = N_("Search for a name"),
  .new_label = N_("New pairing"),
  .verbs = verbs,
  .n_verbs = G_N_ELEMENTS (verbs),
  .icon = "system-users-symbolic",
  .empty_title = N_("No pairing yet"),
  .empty_description = N_("A pairing is one mentor with the person they mentor. Everything else hangs on it: the diary, the observations and the portfolio."),
  .dup_count = dup_count,
  .make_row = mtr_pairing_row_new,
  .show_row = show_row,
  .open = open_pairing,
  .make_new = make_new,
};

/**
 * mtr_pairings_page_new:
 * @programme: the programme
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_pairings_page_new (MtrProgramme *programme)
{
  return mtr_list_page_new (&pairings, programme);
}

/**
 * mtr_pairings_page_set_filter:
 * @page: a page made by mtr_pairings_page_new()
 * @filter: which pairings to list
 */
void
mtr_pairings_page_set_filter (MtrPage           *page,
                              MtrPairingsFilter  filter)
{
  mtr_list_page_set_filter (MTR_LIST_PAGE (page), filter);
}
