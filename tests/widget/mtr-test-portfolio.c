/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a window is brought to the pages of a portfolio of the sample, for tests
 * and for pictures. Amara's is ready; Kiran's is not, for three reasons;
 * Sorrel has none yet; Joss's has moved on.
 */

#include "mtr-test-portfolio.h"

#include "mtr-add-evidence-page.h"
#include "mtr-evidence-page.h"
#include "mtr-export-page.h"
#include "mtr-outcome-page.h"
#include "mtr-portfolio.h"
#include "mtr-portfolio-page.h"
#include "mtr-rationales-page.h"
#include "mtr-report-page.h"

/**
 * mtr_test_portfolio_model:
 * @window: a window with the sample
 * @mentee: how the name of the mentee begins
 *
 * Returns: (transfer full): the pairing
 */
MtrPairingModel *
mtr_test_portfolio_model (MtrWindow  *window,
                          const char *mentee)
{
  return mtr_pairing_model_new (mtr_window_get_programme (window), mtr_test_find_pairing (window, mentee));
}

/**
 * mtr_test_portfolio_open:
 * @window: a window with the sample
 * @mentee: how the name of the mentee begins
 *
 * Returns: (transfer none): the page of the portfolio, shown and settled
 */
MtrPage *
mtr_test_portfolio_open (MtrWindow  *window,
                         const char *mentee)
{
  GtkWidget *page;

  mtr_test_open_pairing (window, mentee);
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *command = g_strdup_printf ("show-%d", i);

      mtr_page_command (mtr_window_get_page (window), command);
      mtr_test_window_settle (window);
      page = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_PORTFOLIO_PAGE, NULL);
      if (page != NULL)
        return MTR_PAGE (page);
    }
  g_assert_not_reached ();
}

void
mtr_test_show_portfolio (MtrWindow *window)
{
  mtr_test_portfolio_open (window, "Kiran");
}

void
mtr_test_show_portfolio_ready (MtrWindow *window)
{
  mtr_test_portfolio_open (window, "Amara");
}

void
mtr_test_show_portfolio_empty (MtrWindow *window)
{
  mtr_test_portfolio_open (window, "Sorrel");
}

/* Joss has another mentor now, and the portfolio has moved on with Joss: to a pairing that was there already. */
void
mtr_test_show_portfolio_moved (MtrWindow *window)
{
  g_autoptr (MtrPairingModel) model = mtr_test_portfolio_model (window, "Joss");
  MtrChange *change = mtr_change_new ("move-portfolio");

  mtr_test_window_settle (window);
  mtr_change_set_number (change, MTR_PORTFOLIO_PAIRING_ID,
                         mtr_record_get_id (mtr_pairing_model_get_portfolio (model)),
                         mtr_test_find_pairing (window, "Sorrel"));
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_test_portfolio_open (window, "Joss");
}

/* The file belongs to Sorrel, whose portfolio is empty. */
void
mtr_test_show_portfolio_own_empty (MtrWindow *window)
{
  g_autoptr (MtrPairingModel) model = mtr_test_portfolio_model (window, "Sorrel");
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrChange *change = mtr_change_new ("give-away");

  mtr_test_window_settle (window);
  mtr_change_set_number (change, MTR_PROGRAMME_OWNER_ID, mtr_programme_get_id (programme),
                         mtr_record_get_id (mtr_pairing_model_get_mentee (model)));
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
  mtr_test_portfolio_open (window, "Sorrel");
}

void
mtr_test_show_portfolio_both (MtrWindow *window)
{
  MtrPage *page = mtr_test_portfolio_open (window, "Amara");

  /* On a narrow page there is the list and nothing else. */
  if (!mtr_page_get_narrow (page))
    mtr_test_press (window, "Both Views");
}

void
mtr_test_show_portfolio_list (MtrWindow *window)
{
  MtrPage *page = mtr_test_portfolio_open (window, "Amara");

  if (!mtr_page_get_narrow (page))
    mtr_test_press (window, "List");
}

void
mtr_test_show_add_evidence (MtrWindow *window)
{
  g_autoptr (MtrPairingModel) model = NULL;

  mtr_test_portfolio_open (window, "Kiran");
  model = mtr_test_portfolio_model (window, "Kiran");
  mtr_window_push (window, mtr_add_evidence_page_new (model, "3", NULL));
}

static void
show_evidence (MtrWindow *window,
               gboolean   observation)
{
  g_autoptr (MtrPairingModel) model = NULL;
  g_autoptr (GPtrArray) items = NULL;

  mtr_test_portfolio_open (window, "Kiran");
  model = mtr_test_portfolio_model (window, "Kiran");
  items = mtr_portfolio_list_evidence (mtr_pairing_model_get_snapshot (model),
                                       mtr_record_get_id (mtr_pairing_model_get_portfolio (model)));
  for (guint i = 0; i < items->len; i++)
    if (mtr_record_is_set (g_ptr_array_index (items, i), MTR_EVIDENCE_OBSERVATION_ID) == observation)
      {
        mtr_window_push (window, mtr_evidence_page_new (model, mtr_record_get_id (g_ptr_array_index (items, i))));
        return;
      }
  g_assert_not_reached ();
}

void
mtr_test_show_evidence (MtrWindow *window)
{
  show_evidence (window, FALSE);
}

void
mtr_test_show_evidence_record (MtrWindow *window)
{
  show_evidence (window, TRUE);
}

void
mtr_test_show_rationales (MtrWindow *window)
{
  g_autoptr (MtrPairingModel) model = NULL;

  mtr_test_portfolio_open (window, "Kiran");
  model = mtr_test_portfolio_model (window, "Kiran");
  mtr_window_push (window, mtr_rationales_page_new (model));
}

void
mtr_test_show_preview (MtrWindow *window)
{
  mtr_page_command (mtr_test_portfolio_open (window, "Kiran"), "print");
  mtr_test_window_settle (window);
}

void
mtr_test_show_map_preview (MtrWindow *window)
{
  mtr_test_portfolio_open (window, "Amara");
  mtr_test_press (window, "Print this map");
}

/**
 * mtr_test_portfolio_take_report_back:
 * @window: a window with the sample
 * @mentee: how the name of the mentee begins
 * @without: (nullable): the code of an area whose text goes
 *
 * Makes the mentor's report the draft it was before it was passed on.
 */
void
mtr_test_portfolio_take_report_back (MtrWindow  *window,
                                     const char *mentee,
                                     const char *without)
{
  g_autoptr (MtrPairingModel) model = mtr_test_portfolio_model (window, mentee);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (model);
  MtrRecord *report = mtr_portfolio_find_report (snapshot, mtr_record_get_id (mtr_pairing_model_get_portfolio (model)));
  MtrChange *change = mtr_change_new ("take the report back");

  mtr_change_clear (change, MTR_REPORT_PASSED_AT, mtr_record_get_id (report));
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_REPORT_AREA); i++)
    {
      MtrRecord *part = mtr_snapshot_nth (snapshot, MTR_KIND_REPORT_AREA, i);
      const char *text = mtr_record_get_text (part, MTR_REPORT_AREA_TEXT);

      if (mtr_record_text_is (part, MTR_REPORT_AREA_STANDARD, without))
        text = NULL;
      mtr_change_set_text (change, MTR_REPORT_AREA_DRAFT_TEXT, mtr_record_get_id (part), text);
      mtr_change_clear (change, MTR_REPORT_AREA_TEXT, mtr_record_get_id (part));
    }
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
}

static void
push (MtrWindow  *window,
      const char *mentee,
      MtrPage  *(*make) (MtrPairingModel *model))
{
  g_autoptr (MtrPairingModel) model = NULL;

  mtr_test_portfolio_open (window, mentee);
  model = mtr_test_portfolio_model (window, mentee);
  mtr_window_push (window, make (model));
  mtr_test_window_settle (window);
}

void
mtr_test_show_report (MtrWindow *window)
{
  push (window, "Kiran", mtr_report_page_new);
}

void
mtr_test_show_report_draft (MtrWindow *window)
{
  mtr_test_portfolio_take_report_back (window, "Kiran", "3");
  push (window, "Kiran", mtr_report_page_new);
}

void
mtr_test_show_report_empty (MtrWindow *window)
{
  push (window, "Sorrel", mtr_report_page_new);
}

static MtrPage *
make_recommendation (MtrPairingModel *model)
{
  return mtr_outcome_page_new (model, MTR_KIND_RECOMMENDATION);
}

static MtrPage *
make_decision (MtrPairingModel *model)
{
  return mtr_outcome_page_new (model, MTR_KIND_DECISION);
}

static MtrPage *
make_moderation (MtrPairingModel *model)
{
  return mtr_outcome_page_new (model, MTR_KIND_MODERATION);
}

void
mtr_test_show_recommendation (MtrWindow *window)
{
  push (window, "Amara", make_recommendation);
}

void
mtr_test_show_decision (MtrWindow *window)
{
  push (window, "Amara", make_decision);
}

void
mtr_test_show_moderation_empty (MtrWindow *window)
{
  push (window, "Kiran", make_moderation);
}

void
mtr_test_show_export (MtrWindow *window)
{
  push (window, "Kiran", mtr_export_page_new);
}

void
mtr_test_show_export_ready (MtrWindow *window)
{
  push (window, "Amara", mtr_export_page_new);
}
