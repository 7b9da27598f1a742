/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window with the sample to the goals, the plan and the dates of a
 * pairing, for pictures and for tests.
 */

#include "mtr-test-plan.h"

static void
press (MtrWindow  *window,
       GType       type,
       const char *text)
{
  GtkWidget *widget;

  mtr_test_window_settle (window);
  widget = mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)), type, text);
  if (widget == NULL)
    g_error ("There is no “%s”", text);
  if (ADW_IS_ACTION_ROW (widget))
    adw_action_row_activate (ADW_ACTION_ROW (widget));
  else
    g_signal_emit_by_name (widget, "clicked");
  mtr_test_window_settle (window);
}

static void
open_pairing (MtrWindow  *window,
              const char *mentee)
{
  mtr_window_open_pairing (window, mtr_test_find_pairing (window, mentee));
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_goal:
 * @window: a window with the sample
 *
 * Shows a goal with milestones.
 */
void
mtr_test_show_goal (MtrWindow *window)
{
  open_pairing (window, "Amara");
  press (window, ADW_TYPE_ACTION_ROW, "Confident with challenge");
}

/**
 * mtr_test_show_goal_new:
 * @window: a window with the sample
 *
 * Shows the one question that a new goal is asked.
 */
void
mtr_test_show_goal_new (MtrWindow *window)
{
  open_pairing (window, "Kiran");
  press (window, ADW_TYPE_ACTION_ROW, "No goals yet");
}

/**
 * mtr_test_show_goal_ended:
 * @window: a window with the sample
 *
 * Shows a goal of a pairing that has ended.
 */
void
mtr_test_show_goal_ended (MtrWindow *window)
{
  gint64 id = mtr_test_find_pairing (window, "Amara");
  MtrChange *change = mtr_change_new ("end");

  mtr_change_set_text (change, MTR_PAIRING_STATE, id, "ended");
  mtr_change_set_text (change, MTR_PAIRING_ENDED_ON, id, "2026-11-20");
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_test_show_goal (window);
}

/**
 * mtr_test_show_goals_empty:
 * @window: a window with the sample
 *
 * Shows a pairing without goals.
 */
void
mtr_test_show_goals_empty (MtrWindow *window)
{
  open_pairing (window, "Kiran");
}

/**
 * mtr_test_show_milestone:
 * @window: a window with the sample
 *
 * Shows a milestone of a goal.
 */
void
mtr_test_show_milestone (MtrWindow *window)
{
  mtr_test_show_goal (window);
  press (window, ADW_TYPE_ACTION_ROW, "Feedback from two supervisees");
}

/**
 * mtr_test_show_plan:
 * @window: a window with the sample
 *
 * Shows the plan and the next steps.
 */
void
mtr_test_show_plan (MtrWindow *window)
{
  open_pairing (window, "Amara");
  press (window, ADW_TYPE_ACTION_ROW, "Our plan and next steps");
}

/**
 * mtr_test_show_plan_preview:
 * @window: a window with the sample
 *
 * Shows the same as it will be printed.
 */
void
mtr_test_show_plan_preview (MtrWindow *window)
{
  mtr_test_show_plan (window);
  press (window, GTK_TYPE_BUTTON, "Print on One Page");
}

/**
 * mtr_test_show_dates:
 * @window: a window with the sample
 *
 * Shows the dates that are proposed.
 */
void
mtr_test_show_dates (MtrWindow *window)
{
  open_pairing (window, "Kiran");
  press (window, ADW_TYPE_ACTION_ROW, "The next six dates");
}
