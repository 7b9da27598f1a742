/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals and protected time, counted by hand. */

#include "mtr-goal.h"
#include "mtr-protected-time.h"
#include "mtr-test-records.h"

#define TODAY "2026-11-21"

static MtrRecord *
add_goal (MtrSnapshot *snapshot,
          gint64       id,
          const char  *statement,
          const char  *due_on)
{
  MtrRecord *goal = mtr_goal_new (id, MTR_TEST_PAIRING, statement);

  mtr_record_set_text (goal, MTR_GOAL_DUE_ON, due_on);
  mtr_snapshot_add (snapshot, goal);

  return goal;
}

static void
add_milestone (MtrSnapshot *snapshot,
               gint64       id,
               gint64       goal_id,
               const char  *due_on,
               const char  *reached_on)
{
  MtrRecord *milestone = mtr_record_new (MTR_KIND_MILESTONE, id);

  mtr_record_set_number (milestone, MTR_MILESTONE_GOAL_ID, goal_id);
  mtr_record_set_text (milestone, MTR_MILESTONE_DUE_ON, due_on);
  mtr_record_set_text (milestone, MTR_MILESTONE_REACHED_ON, reached_on);
  mtr_snapshot_add (snapshot, milestone);
}

static void
test_standing (void)
{
  static const struct {
    const char *state;
    const char *due_on;
    const char *milestone_due_on;
    const char *milestone_reached_on;
    const char *label;
  } rows[] = {
    { "open", NULL, NULL, NULL, "on track" },
    { "open", "2026-12-05", NULL, NULL, "on track" },
    /* On the day itself it is not late. */
    { "open", "2026-11-21", NULL, NULL, "on track" },
    { "open", "2026-11-20", NULL, NULL, "late" },
    { "open", "2026-12-05", "2026-11-20", NULL, "late" },
    { "open", "2026-12-05", "2026-11-20", "2026-11-19", "on track" },
    { "open", "2026-12-05", "2026-11-21", NULL, "on track" },
    { "achieved", "2026-11-20", NULL, NULL, "reached" },
    { "revised", "2026-11-20", NULL, NULL, "revised" },
    { "dropped", "2026-11-20", "2026-11-20", NULL, "dropped" },
  };
  GDate today = mtr_test_date (TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *goal = add_goal (snapshot, 100, "Goal", rows[i].due_on);

      mtr_record_set_text (goal, MTR_GOAL_STATE, rows[i].state);
      if (rows[i].milestone_due_on != NULL)
        add_milestone (snapshot, 101, 100, rows[i].milestone_due_on, rows[i].milestone_reached_on);
      g_assert_cmpstr (mtr_goal_get_standing_label (mtr_goal_get_standing (snapshot, goal, &today)), ==, rows[i].label);
    }
}

static void
assert_summary (MtrSnapshot *snapshot,
                MtrRecord   *goal,
                const char  *expected)
{
  GDate today = mtr_test_date (TODAY);
  g_autofree char *summary = mtr_goal_dup_summary (snapshot, goal, &today);

  g_assert_cmpstr (summary, ==, expected);
}

static void
test_summary (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *goal = add_goal (snapshot, 100, "Goal", NULL);

  assert_summary (snapshot, goal, "");
  mtr_record_set_text (goal, MTR_GOAL_DUE_ON, "2026-12-05");
  assert_summary (snapshot, goal, "by 5 December");
  add_milestone (snapshot, 101, 100, "2026-11-10", "2026-11-09");
  assert_summary (snapshot, goal, "by 5 December · 1 of 1 milestone");
  add_milestone (snapshot, 102, 100, "2026-11-24", NULL);
  add_milestone (snapshot, 103, 100, NULL, NULL);
  assert_summary (snapshot, goal, "by 5 December · 1 of 3 milestones");
  mtr_record_set_text (goal, MTR_GOAL_DUE_ON, "2027-01-15");
  assert_summary (snapshot, goal, "by 15 January 2027 · 1 of 3 milestones");
  mtr_record_set_text (goal, MTR_GOAL_REACHED_ON, "2026-11-20");
  assert_summary (snapshot, goal, "reached on 20 November · 1 of 3 milestones");
}

static void
test_list (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) goals = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  g_autofree char *on_track = NULL;
  GDate today = mtr_test_date (TODAY);
  static const gint64 expected[] = { 102, 103, 101, 104, 100 };

  on_track = mtr_goal_dup_on_track (snapshot, MTR_TEST_PAIRING, &today);
  g_assert_null (on_track);

  /* A reached one, two with a day, two without. */
  mtr_record_set_text (add_goal (snapshot, 100, "Reached", "2026-01-01"), MTR_GOAL_STATE, "achieved");
  add_goal (snapshot, 101, "No day", NULL);
  add_goal (snapshot, 102, "Late", "2026-11-01");
  add_goal (snapshot, 103, "December", "2026-12-01");
  add_goal (snapshot, 104, "No day either", NULL);
  goals = mtr_goal_list (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpuint (goals->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < goals->len; i++)
    g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (goals, i)), ==, expected[i]);
  on_track = mtr_goal_dup_on_track (snapshot, MTR_TEST_PAIRING, &today);
  g_assert_cmpstr (on_track, ==, "3 of 4 on track");

  mtr_test_record (snapshot, MTR_KIND_ACTIVITY, 110, MTR_ACTIVITY_PAIRING_ID, "10", MTR_ACTIVITY_GOAL_ID, "101",
                   MTR_ACTIVITY_DUE_ON, "2026-12-24", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTIVITY, 111, MTR_ACTIVITY_PAIRING_ID, "10", MTR_ACTIVITY_GOAL_ID, "101",
                   MTR_ACTIVITY_DUE_ON, "2026-12-01", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTIVITY, 112, MTR_ACTIVITY_PAIRING_ID, "10", MTR_FIELD_NONE);
  activities = mtr_goal_list_activities (snapshot, MTR_TEST_PAIRING, 101);
  g_assert_cmpuint (activities->len, ==, 2);
  g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (activities, 0)), ==, 111);
  g_clear_pointer (&activities, g_ptr_array_unref);
  activities = mtr_goal_list_activities (snapshot, MTR_TEST_PAIRING, 0);
  g_assert_cmpuint (activities->len, ==, 1);
}

static void
test_questions (void)
{
  g_autoptr (MtrRecord) goal = mtr_goal_new (100, MTR_TEST_PAIRING, "Goal");

  g_assert_cmpuint (mtr_goal_count_answered (goal), ==, 0);
  for (guint i = 0; i < MTR_GOAL_N_QUESTIONS; i++)
    {
      mtr_record_set_text (goal, mtr_goal_get_questions ()[i], "An answer.");
      g_assert_cmpuint (mtr_goal_count_answered (goal), ==, i + 1);
    }
}

static void
test_move (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *goal = add_goal (snapshot, 100, "Goal", "2026-12-05");
  GDate today = mtr_test_date (TODAY);

  mtr_test_apply (snapshot, mtr_goal_move (goal, MTR_GOAL_STATE_ACHIEVED, &today));
  goal = mtr_snapshot_get (snapshot, MTR_KIND_GOAL, 100);
  g_assert_cmpstr (mtr_record_get_text (goal, MTR_GOAL_STATE), ==, "achieved");
  g_assert_cmpstr (mtr_record_get_text (goal, MTR_GOAL_REACHED_ON), ==, TODAY);
  mtr_test_apply (snapshot, mtr_goal_move (goal, MTR_GOAL_STATE_OPEN, &today));
  goal = mtr_snapshot_get (snapshot, MTR_KIND_GOAL, 100);
  g_assert_cmpstr (mtr_record_get_text (goal, MTR_GOAL_STATE), ==, "open");
  g_assert_false (mtr_record_is_set (goal, MTR_GOAL_REACHED_ON));
}

static void
test_protected_time (void)
{
  static const struct {
    const char *state;
    const char *on;        /* paused or ended on */
    const char *minutes;
    const char *today;
    const char *expected;
  } rows[] = {
    /* The pairing began on 3 February 2026; 90 minutes a month. */
    { "active", NULL, NULL, "2026-11-21", NULL },
    { "active", NULL, "90", "2026-02-02", NULL },
    { "active", NULL, "90", "2026-02-03", "1 h 30 min agreed, 1 h 45 min used" },
    { "active", NULL, "90", "2026-03-02", "1 h 30 min agreed, 1 h 45 min used" },
    { "active", NULL, "90", "2026-03-03", "3 h agreed, 1 h 45 min used" },
    /* February to November: ten months have begun. */
    { "active", NULL, "90", "2026-11-21", "15 h agreed, 1 h 45 min used" },
    { "paused", "2026-04-10", "90", "2026-11-21", "4 h 30 min agreed, 1 h 45 min used" },
    { "ended", "2026-03-02", "45", "2026-11-21", "45 min agreed, 1 h 45 min used" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING);
      GDate today = mtr_test_date (rows[i].today);
      g_autofree char *sentence = NULL;
      MtrProtectedTime time;

      mtr_test_set (pairing, MTR_PAIRING_STATE, rows[i].state);
      mtr_test_set (pairing, MTR_PAIRING_PROTECTED_MINUTES, rows[i].minutes);
      mtr_test_set (pairing, MTR_PAIRING_PAUSED_ON, rows[i].on);
      mtr_test_set (pairing, MTR_PAIRING_ENDED_ON, rows[i].on);
      /* One was held for an hour, one for three quarters; one is only planned. */
      mtr_test_record (snapshot, MTR_KIND_SESSION, 100, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "held",
                       MTR_SESSION_HELD_ON, "2026-02-12", MTR_SESSION_MINUTES, "60", MTR_FIELD_NONE);
      mtr_test_record (snapshot, MTR_KIND_SESSION, 101, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "held",
                       MTR_SESSION_HELD_ON, "2026-02-26", MTR_SESSION_MINUTES, "45", MTR_FIELD_NONE);
      mtr_test_record (snapshot, MTR_KIND_SESSION, 102, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "planned",
                       MTR_SESSION_HELD_ON, "2026-12-01", MTR_SESSION_MINUTES, "60", MTR_FIELD_NONE);
      mtr_protected_time_init (&time, snapshot, pairing, &today);
      sentence = mtr_protected_time_dup_sentence (&time);
      g_assert_cmpstr (sentence, ==, rows[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/goal/standing", test_standing);
  g_test_add_func ("/core/goal/summary", test_summary);
  g_test_add_func ("/core/goal/list", test_list);
  g_test_add_func ("/core/goal/questions", test_questions);
  g_test_add_func ("/core/goal/move", test_move);
  g_test_add_func ("/core/protected-time/sentence", test_protected_time);

  return g_test_run ();
}
