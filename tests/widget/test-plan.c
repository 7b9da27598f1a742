/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals, plan, dates and agreeing anew in a window: what is shown, and what the
 * verbs do to the store.
 */

#include "mtr-dates-page.h"
#include "mtr-entry-row.h"
#include "mtr-field-row.h"
#include "mtr-goal-page.h"
#include "mtr-pairing-view.h"
#include "mtr-plan-item-page.h"
#include "mtr-plan-page.h"
#include "mtr-test-plan.h"

static MtrApplication *application;

static MtrWindow *
open_window (MtrTestFile file)
{
  return mtr_test_window_new (application, file, 1100, 900);
}

static void
go_back (MtrWindow *window)
{
  mtr_page_pop (mtr_window_get_page (window));
  mtr_test_window_settle (window);
}

/* The newest record of a kind; NULL where there is none. */
static MtrRecord *
find_newest (MtrSnapshot *snapshot,
             MtrKind      kind)
{
  MtrRecord *newest = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, kind); i++)
    if (newest == NULL || mtr_record_get_id (mtr_snapshot_nth (snapshot, kind, i)) > mtr_record_get_id (newest))
      newest = mtr_snapshot_nth (snapshot, kind, i);

  return newest;
}

static void
test_goals (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);

  mtr_test_open_pairing (window, "Amara");
  gtk_test_accessible_assert_property (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Confident with challenge"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Confident with challenge in supervision. by 7 December · 1 of 3 milestones. "
                                       "on track");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "1 of 1 on track"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Another goal"));
  mtr_test_open_row (window, "Confident with challenge");
  g_assert_true (MTR_IS_GOAL_PAGE (mtr_window_get_page (window)));
  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (mtr_test_get (window, GTK_TYPE_EXPANDER, NULL))), ==,
                   "Questions that make it sharper: 4 of 5 answered");
  gtk_expander_set_expanded (GTK_EXPANDER (mtr_test_get (window, GTK_TYPE_EXPANDER, NULL)), TRUE);
  mtr_test_window_settle (window);
  mtr_test_write (window, "What has to happen by when", "The observation first.");
  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (mtr_test_get (window, GTK_TYPE_EXPANDER, NULL))), ==,
                   "Questions that make it sharper: 5 of 5 answered");
  mtr_test_write (window, "By", "yesterday");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "This goal: by 20 November · 1 of 3 milestones · late"));
  mtr_test_press (window, "It is reached");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "This goal: reached on 21 November · 1 of 3 milestones"));
  mtr_test_press (window, "Work on it again");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "This goal: by 20 November · 1 of 3 milestones · late"));
  mtr_test_window_close (window);
}

static void
test_new_goal (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  gint64 goal_id;

  mtr_test_open_pairing (window, "Kiran");
  mtr_test_open_row (window, "No goals yet. One is enough to start with.");
  mtr_test_press (window, "Add the Goal");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Write what will be different."));
  mtr_entry_row_set_text (MTR_ENTRY_ROW (mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "What will be different")),
                          "I let silence work");
  mtr_test_press (window, "Add the Goal");
  snapshot = mtr_test_load_pairing (window, "Kiran");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_GOAL), ==, 1);
  goal_id = mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_GOAL, 0));
  g_assert_cmpstr (mtr_record_get_text (find_newest (snapshot, MTR_KIND_GOAL), MTR_GOAL_STATEMENT), ==,
                   "I let silence work");
  g_assert_cmpstr (mtr_record_get_text (find_newest (snapshot, MTR_KIND_GOAL), MTR_GOAL_STATE), ==, "open");

  /* A milestone, and the day is understood as it is typed. */
  mtr_test_open_row (window, "No milestones yet");
  g_assert_true (MTR_IS_PLAN_ITEM_PAGE (mtr_window_get_page (window)));
  mtr_test_press (window, "Reached today");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Write first what it is."));
  mtr_test_write (window, "Milestone", "Ten seconds");
  mtr_test_write (window, "By", "5/12/2026");
  go_back (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "This goal: 0 of 1 milestone · on track"));
  g_clear_object (&snapshot);
  snapshot = mtr_test_load_pairing (window, "Kiran");
  g_assert_cmpint (mtr_record_get_number (find_newest (snapshot, MTR_KIND_MILESTONE), MTR_MILESTONE_GOAL_ID), ==, goal_id);
  g_assert_cmpstr (mtr_record_get_text (find_newest (snapshot, MTR_KIND_MILESTONE), MTR_MILESTONE_DUE_ON), ==,
                   "2026-12-05");
  mtr_test_open_row (window, "Ten seconds");
  mtr_test_press (window, "Reached today");
  go_back (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "This goal: 1 of 1 milestone · on track"));

  /* An activity stays in the plan when its goal goes; both come back with one undo. */
  mtr_test_open_row (window, "Nothing planned yet");
  mtr_test_write (window, "What will be done", "Count to ten");
  go_back (window);
  mtr_test_press (window, "Remove");
  g_assert_true (MTR_IS_PAIRING_VIEW (mtr_window_get_page (window)));
  g_clear_object (&snapshot);
  snapshot = mtr_test_load_pairing (window, "Kiran");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_GOAL), ==, 0);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_MILESTONE), ==, 0);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_ACTIVITY), ==, 1);
  mtr_test_undo (window);
  g_clear_object (&snapshot);
  snapshot = mtr_test_load_pairing (window, "Kiran");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_MILESTONE), ==, 1);
  g_assert_cmpint (mtr_record_get_number (find_newest (snapshot, MTR_KIND_ACTIVITY), MTR_ACTIVITY_GOAL_ID), ==, goal_id);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "I let silence work"));
  mtr_test_window_close (window);
}

static void
test_plan (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);
  g_autoptr (MtrSnapshot) snapshot = NULL;

  mtr_test_show_plan (window);
  g_assert_true (MTR_IS_PLAN_PAGE (mtr_window_get_page (window)));
  /* A milestone, an activity and an action. */
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Observed while saying something difficult"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Write down one thing I did not say"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Ask Delroy for the half-day"));
  mtr_test_open_row (window, "Write down one thing I did not say");
  mtr_test_press (window, "Done today");
  go_back (window);
  snapshot = mtr_test_load_pairing (window, "Amara");
  mtr_test_open_row (window, "Another activity");
  mtr_test_write (window, "What will be done", "Read it aloud");
  mtr_test_press (window, "Remove");
  g_assert_true (MTR_IS_PLAN_PAGE (mtr_window_get_page (window)));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Read it aloud"));
  mtr_test_window_close (window);
}

/* 26 November is planned already; then the nearest Thursday a month later, and so on. The programme ends on 21 December. */
static void
test_dates (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  guint n_before, n_planned = 0;

  mtr_test_open_pairing (window, "Amara");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Every month, on Thursday at 10:00, 60 minutes"));
  snapshot = mtr_test_load_pairing (window, "Amara");
  n_before = mtr_snapshot_count (snapshot, MTR_KIND_SESSION);
  mtr_test_open_row (window, "The next six dates");
  g_assert_true (MTR_IS_DATES_PAGE (mtr_window_get_page (window)));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Thursday 24 December 2026, 10:00"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Thursday 27 May 2027, 10:00"));
  /* All are after the planned end: none is ticked. */
  mtr_test_press (window, "Plan These Dates");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Tick the dates that suit you both"));
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Thursday 24 December 2026")));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Plan this date"));
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Thursday 28 January 2027")));
  mtr_test_press (window, "Plan these 2 dates");
  g_clear_object (&snapshot);
  snapshot = mtr_test_load_pairing (window, "Amara");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_SESSION), ==, n_before + 2);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i);

      if (!mtr_record_text_is (session, MTR_SESSION_HELD_ON, "2026-12-24") &&
          !mtr_record_text_is (session, MTR_SESSION_HELD_ON, "2027-01-28"))
        continue;
      n_planned++;
      g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_STATE), ==, "planned");
      g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_HELD_TIME), ==, "10:00");
      g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_PLACE), ==, "Room 2 at Hillside, or by video");
      g_assert_cmpint (mtr_record_get_number (session, MTR_SESSION_MINUTES), ==, 60);
    }
  g_assert_cmpuint (n_planned, ==, 2);

  mtr_test_undo (window);
  g_clear_object (&snapshot);
  snapshot = mtr_test_load_pairing (window, "Amara");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_SESSION), ==, n_before);
  mtr_test_window_close (window);
}

static void
test_meeting (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);

  mtr_test_open_pairing (window, "Kiran");
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Protected time"));
  mtr_test_open_row (window, "Every 3 weeks");
  g_assert_nonnull (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "Days between sessions"));
  mtr_test_choose (window, "How often we meet", 2);
  g_assert_null (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "Days between sessions"));
  mtr_test_choose (window, "Usual day", 2);
  mtr_test_write (window, "Usual time", "09:30");
  mtr_test_write (window, "Protected time a month, in minutes", "60");
  go_back (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW,
                                   "Every fortnight, on Tuesday at 09:30, 60 minutes, in person"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Protected time"));
  /* Begun on 26 December 2025: eleven months have begun. */
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (mtr_test_get (window, ADW_TYPE_ACTION_ROW,
                                                                                              "Protected time"))),
                                   "11 h agreed, "));
  mtr_test_open_row (window, "The next six dates");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Tuesday "));
  mtr_test_window_close (window);
}

static void
test_reading_only (void)
{
  MtrWindow *window = open_window (MTR_TEST_FILE_SAMPLE);

  mtr_test_show_goal_ended (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "What exactly?"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Remove"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Another milestone"));
  go_back (window);
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Another goal"));
  mtr_test_open_row (window, "Our plan and next steps");
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Another activity"));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (mtr_test_get (window, ADW_TYPE_ACTION_ROW,
                                                                           "Ask Delroy for the half-day"))));
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

  g_test_add_func ("/widget/plan/goals", test_goals);
  g_test_add_func ("/widget/plan/new-goal", test_new_goal);
  g_test_add_func ("/widget/plan/plan", test_plan);
  g_test_add_func ("/widget/plan/dates", test_dates);
  g_test_add_func ("/widget/plan/meeting", test_meeting);
  g_test_add_func ("/widget/plan/reading-only", test_reading_only);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
