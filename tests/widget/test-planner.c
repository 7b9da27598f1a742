/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The planner: a month of the sample, an event with those who attend it, and the way back by undo. */

#include "mtr-event-page.h"
#include "mtr-month-view.h"
#include "mtr-test-planner.h"

#include <locale.h>

static MtrApplication *application;

/* The twelfth has the workshop, says so to somebody who hears it, and its list is of that day. */
static void
test_month (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1200, 900);
  GtkWidget *day;

  mtr_test_show_planner (window);
  mtr_test_window_settle (window);
  day = mtr_test_find_day (window, "12");
  g_assert_nonnull (day);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thursday 12 November: Giving feedback that can be heard");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mtr_test_find_day (window, "27")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Friday 27 November: Cancelled: Autumn forum");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Thu 26 Nov – Fri 27 Nov · Autumn forum"));

  g_signal_emit_by_name (day, "clicked");
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Thu 12 Nov · Giving feedback"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Thu 26 Nov – Fri"));
  mtr_test_press (window, "Whole Month");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Thu 26 Nov – Fri"));
  mtr_test_window_close (window);
}

/* The only stop of the Tab key is one day; turning leaves November and comes back. */
static void
test_turn (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1200, 900);
  GtkWidget *month;

  mtr_window_show_place (window, "planner");
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "November 2026"));
  month = mtr_test_find (window, MTR_TYPE_MONTH_VIEW, NULL);
  g_signal_emit_by_name (month, "turn", 2);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "January 2027"));
  g_signal_emit_by_name (month, "turn", -2);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "November 2026"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Nothing is on this month."));
  mtr_test_window_close (window);
}

/* 1 November 2026 is a Sunday: at the end of a British week, and at the beginning of an American one. */
static void
test_week (void)
{
  static const struct {
    const char *locale;
    const char *first;
    int         column;
  } rows[] = {
    { "en_GB.UTF-8", "Mon", 6 },
    { "en_US.UTF-8", "Sun", 0 },
  };
  g_autofree char *before = g_strdup (setlocale (LC_TIME, NULL));
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GDate month, none;

  g_date_clear (&none, 1);
  g_date_clear (&month, 1);
  g_date_set_dmy (&month, 1, G_DATE_NOVEMBER, 2026);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkWidget) view = g_object_ref_sink (mtr_month_view_new ());
      GtkGrid *grid;

      if (setlocale (LC_TIME, rows[i].locale) == NULL)
        {
          g_test_message ("There is no locale %s here.", rows[i].locale);
          continue;
        }
      mtr_month_view_show (MTR_MONTH_VIEW (view), &month, &none, &month, nothing);
      grid = GTK_GRID (adw_bin_get_child (ADW_BIN (view)));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (grid, 0, 0))), ==, rows[i].first);
      for (int column = 0; column < 7; column++)
        g_assert_true ((gtk_grid_get_child_at (grid, column, 1) != NULL) == (column >= rows[i].column));
    }
  setlocale (LC_TIME, before);
}

/* A workshop that somebody attended makes a record of learning, once; taken back, it goes again. */
static void
test_attendance (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  guint before = mtr_test_count (window, MTR_KIND_LEARNING_RECORD);
  GtkWidget *row, *choice;

  mtr_test_show_event (window);
  mtr_test_window_settle (window);
  mtr_test_press (window, "Everybody Was There");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_LEARNING_RECORD), ==, before + 2);
  mtr_test_press (window, "Everybody Was There");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_LEARNING_RECORD), ==, before + 2);

  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Amara");
  g_assert_nonnull (row);
  choice = g_object_get_data (G_OBJECT (row), "choice");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 3);
  mtr_test_window_settle (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_LEARNING_RECORD), ==, before + 1);
  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_LEARNING_RECORD), ==, before + 2);
  mtr_test_window_close (window);
}

/* Cancelled, it stays; removed, it goes with its attendance and the page, and comes back by undo. */
static void
test_cancel_and_remove (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  guint events, attendances;

  mtr_test_show_event (window);
  mtr_test_window_settle (window);
  events = mtr_test_count (window, MTR_KIND_EVENT);
  attendances = mtr_test_count (window, MTR_KIND_ATTENDANCE);
  mtr_test_press (window, "Cancel This Event");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Cancelled on 21 November 2026"));
  mtr_test_press (window, "It Takes Place After All");
  mtr_test_press (window, "Remove This Event");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_EVENT), ==, events - 1);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_ATTENDANCE), ==, attendances - 2);
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Remove This Event"));
  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_EVENT), ==, events);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_ATTENDANCE), ==, attendances);
  mtr_test_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  application = mtr_test_application_new ();

  g_test_add_func ("/widget/planner/month", test_month);
  g_test_add_func ("/widget/planner/turn", test_turn);
  g_test_add_func ("/widget/planner/week", test_week);
  g_test_add_func ("/widget/planner/attendance", test_attendance);
  g_test_add_func ("/widget/planner/cancel-and-remove", test_cancel_and_remove);

  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
