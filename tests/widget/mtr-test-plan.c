/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window with the sample to the goals, the plan and the dates of a
 * pairing, for pictures and for tests.
 */

#include "mtr-test-plan.h"

/**
 * mtr_test_show_goal:
 * @window: a window with the sample
 *
 * Shows a goal with milestones.
 */
void
mtr_test_show_goal (MtrWindow *window)
{
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "Confident with challenge");
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
  mtr_test_open_pairing (window, "Kiran");
  mtr_test_open_row (window, "No goals yet");
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
  mtr_test_open_pairing (window, "Kiran");
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
  mtr_test_open_row (window, "Feedback from two supervisees");
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
  mtr_test_open_pairing (window, "Amara");
  mtr_test_open_row (window, "Our plan and next steps");
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
  mtr_test_press (window, "Print on One Page");
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
  mtr_test_open_pairing (window, "Kiran");
  mtr_test_open_row (window, "The next six dates");
}
