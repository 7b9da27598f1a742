/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window to the reports. */

#include "mtr-test-reports.h"

#include "mtr-report-view-page.h"

void
mtr_test_show_reports (MtrWindow *window)
{
  mtr_window_show_place (window, "reports");
  mtr_test_window_settle (window);
}

/* Until the page of a report, which is shown, has its pages. */
void
mtr_test_wait_for_report (MtrWindow *window)
{
  for (int i = 0; i < 50; i++)
    {
      if (mtr_report_view_page_get_n_pages (MTR_REPORT_VIEW_PAGE (mtr_window_get_page (window))) > 0)
        break;
      mtr_test_window_settle (window);
    }
  mtr_test_window_settle (window);
}

/* Opens the report with this title, and waits for its pages. */
void
mtr_test_open_report (MtrWindow  *window,
                      const char *title)
{
  GtkWidget *row;

  mtr_test_show_reports (window);
  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, title);
  if (row == NULL)
    g_error ("There is no report “%s”", title);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  mtr_test_window_settle (window);
  mtr_test_wait_for_report (window);
}
