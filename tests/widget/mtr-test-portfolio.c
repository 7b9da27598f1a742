/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a window is brought to the pages of a portfolio of the sample, for tests
 * and for pictures. Amara's is ready; Kiran's is not, for three reasons;
 * Sorrel has none yet; Joss's has moved on.
 */

#include "mtr-test-portfolio.h"

#include "mtr-add-evidence-page.h"
#include "mtr-evidence-page.h"
#include "mtr-portfolio.h"
#include "mtr-portfolio-page.h"
#include "mtr-rationales-page.h"

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

  mtr_window_open_pairing (window, mtr_test_find_pairing (window, mentee));
  mtr_test_window_settle (window);
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

static void
press (MtrWindow  *window,
       const char *label)
{
  GtkWidget *button = mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  mtr_test_window_settle (window);
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

void
mtr_test_show_portfolio_both (MtrWindow *window)
{
  mtr_test_portfolio_open (window, "Amara");
  press (window, "Both views");
}

void
mtr_test_show_portfolio_list (MtrWindow *window)
{
  mtr_test_portfolio_open (window, "Amara");
  press (window, "List");
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
  press (window, "Print this map");
}
