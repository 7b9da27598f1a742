/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals: what the two want to be different, the milestones on the way and what
 * is done for it. A goal is good enough with one sentence; the questions that
 * make it sharper are each optional (screens.md, section 3; domain-facts.md, 5).
 */

#include "mtr-goal.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"

#include <string.h>

/* Specific, measurable, achievable, relevant, timed. */
static const MtrField questions[MTR_GOAL_N_QUESTIONS] = {
  MTR_GOAL_SPECIFIC,
  MTR_GOAL_MEASURABLE,
  MTR_GOAL_ACHIEVABLE,
  MTR_GOAL_RELEVANT,
  MTR_GOAL_TIMED,
};

static const char *const standing_labels[] = {
  [MTR_GOAL_ON_TRACK] = N_("on track"),
  [MTR_GOAL_LATE]     = N_("late"),
  [MTR_GOAL_REACHED]  = N_("reached"),
  [MTR_GOAL_REVISED]  = N_("revised"),
  [MTR_GOAL_DROPPED]  = N_("dropped"),
};

/* The states that are no longer worked on, and the words of undo for getting there. */
static const struct {
  const char      *state;
  MtrGoalStanding  standing;
  const char      *label;
} states[] = {
  { MTR_GOAL_STATE_OPEN,     MTR_GOAL_ON_TRACK, N_("open a goal again") },
  { MTR_GOAL_STATE_ACHIEVED, MTR_GOAL_REACHED,  N_("mark a goal as reached") },
  { MTR_GOAL_STATE_REVISED,  MTR_GOAL_REVISED,  N_("mark a goal as revised") },
  { MTR_GOAL_STATE_DROPPED,  MTR_GOAL_DROPPED,  N_("drop a goal") },
};

/* By day, those without one last; what was written first comes first. */
static int
compare_days (MtrRecord *one,
              MtrRecord *other,
              MtrField   field)
{
  const char *day = mtr_record_get_text (one, field);
  const char *other_day = mtr_record_get_text (other, field);
  int order = 0;

  if (day != NULL && other_day != NULL)
    order = strcmp (day, other_day);
  else if (day != NULL || other_day != NULL)
    return day != NULL ? -1 : 1;
  if (order == 0)
    order = mtr_record_get_id (one) < mtr_record_get_id (other) ? -1 : 1;

  return order;
}

static gboolean
is_open (MtrRecord *goal)
{
  for (gsize i = 1; i < G_N_ELEMENTS (states); i++)
    if (mtr_record_text_is (goal, MTR_GOAL_STATE, states[i].state))
      return FALSE;

  return TRUE;
}

static int
compare_goals (gconstpointer a,
               gconstpointer b)
{
  MtrRecord *one = *(MtrRecord * const *) a;
  MtrRecord *other = *(MtrRecord * const *) b;

  if (is_open (one) != is_open (other))
    return is_open (one) ? -1 : 1;

  return compare_days (one, other, MTR_GOAL_DUE_ON);
}

static int
compare_milestones (gconstpointer a,
                    gconstpointer b)
{
  return compare_days (*(MtrRecord * const *) a, *(MtrRecord * const *) b, MTR_MILESTONE_DUE_ON);
}

static int
compare_activities (gconstpointer a,
                    gconstpointer b)
{
  return compare_days (*(MtrRecord * const *) a, *(MtrRecord * const *) b, MTR_ACTIVITY_DUE_ON);
}

/**
 * mtr_goal_new:
 * @id: its id
 * @pairing_id: the pairing
 * @statement: what will be different
 *
 * Returns: (transfer full): an open goal
 */
MtrRecord *
mtr_goal_new (gint64      id,
              gint64      pairing_id,
              const char *statement)
{
  MtrRecord *goal = mtr_record_new (MTR_KIND_GOAL, id);

  mtr_record_set_number (goal, MTR_GOAL_PAIRING_ID, pairing_id);
  mtr_record_set_text (goal, MTR_GOAL_STATE, MTR_GOAL_STATE_OPEN);
  mtr_record_set_text (goal, MTR_GOAL_STATEMENT, statement);

  return goal;
}

/**
 * mtr_goal_list:
 * @snapshot: the pairing and its goals
 * @pairing_id: the pairing
 *
 * Returns: (transfer container) (element-type MtrRecord): the goals, those still open first, each part by day
 */
GPtrArray *
mtr_goal_list (MtrSnapshot *snapshot,
               gint64       pairing_id)
{
  GPtrArray *goals = mtr_snapshot_list_where (snapshot, MTR_KIND_GOAL, MTR_GOAL_PAIRING_ID, pairing_id);

  g_ptr_array_sort (goals, compare_goals);

  return goals;
}

/**
 * mtr_goal_list_milestones:
 * @snapshot: the pairing, its goals and their milestones
 * @goal_id: a goal
 *
 * Returns: (transfer container) (element-type MtrRecord): its milestones by day
 */
GPtrArray *
mtr_goal_list_milestones (MtrSnapshot *snapshot,
                          gint64       goal_id)
{
  GPtrArray *milestones = mtr_snapshot_list_where (snapshot, MTR_KIND_MILESTONE, MTR_MILESTONE_GOAL_ID, goal_id);

  g_ptr_array_sort (milestones, compare_milestones);

  return milestones;
}

/**
 * mtr_goal_list_activities:
 * @snapshot: the pairing and its activities
 * @pairing_id: the pairing
 * @goal_id: a goal of it; 0 for the activities that are for no goal
 *
 * Returns: (transfer container) (element-type MtrRecord): the activities by day
 */
GPtrArray *
mtr_goal_list_activities (MtrSnapshot *snapshot,
                          gint64       pairing_id,
                          gint64       goal_id)
{
  GPtrArray *activities = mtr_snapshot_list_where (snapshot, MTR_KIND_ACTIVITY, MTR_ACTIVITY_PAIRING_ID, pairing_id);

  for (guint i = activities->len; i > 0; i--)
    if (mtr_record_get_number (g_ptr_array_index (activities, i - 1), MTR_ACTIVITY_GOAL_ID) != goal_id)
      g_ptr_array_remove_index (activities, i - 1);
  g_ptr_array_sort (activities, compare_activities);

  return activities;
}

static gboolean
is_overdue (MtrRecord   *record,
            MtrField     due_field,
            const GDate *today)
{
  GDate due;

  return mtr_record_get_date (record, due_field, &due) && g_date_compare (&due, today) < 0;
}

/**
 * mtr_goal_get_standing:
 * @snapshot: the goal and its milestones
 * @goal: a goal
 * @today: the present date
 *
 * Returns: where it is
 */
MtrGoalStanding
mtr_goal_get_standing (MtrSnapshot *snapshot,
                       MtrRecord   *goal,
                       const GDate *today)
{
  g_autoptr (GPtrArray) milestones = NULL;

  for (gsize i = 1; i < G_N_ELEMENTS (states); i++)
    if (mtr_record_text_is (goal, MTR_GOAL_STATE, states[i].state))
      return states[i].standing;

  if (is_overdue (goal, MTR_GOAL_DUE_ON, today))
    return MTR_GOAL_LATE;
  milestones = mtr_goal_list_milestones (snapshot, mtr_record_get_id (goal));
  for (guint i = 0; i < milestones->len; i++)
    {
      MtrRecord *milestone = g_ptr_array_index (milestones, i);

      if (!mtr_record_is_set (milestone, MTR_MILESTONE_REACHED_ON) && is_overdue (milestone, MTR_MILESTONE_DUE_ON, today))
        return MTR_GOAL_LATE;
    }

  return MTR_GOAL_ON_TRACK;
}

/**
 * mtr_goal_get_standing_label:
 * @standing: where a goal is
 *
 * Returns: (transfer none): its words, to stand alone at the end of a row: "on track"
 */
const char *
mtr_goal_get_standing_label (MtrGoalStanding standing)
{
  return _(standing_labels[standing]);
}

/* "by 5 December", with the year where it is another; "reached on 5 December" once it is. */
static char *
dup_day (MtrRecord   *goal,
         const GDate *today)
{
  gboolean reached = mtr_record_is_set (goal, MTR_GOAL_REACHED_ON);
  g_autofree char *day = NULL;
  GDate date;

  if (!mtr_record_get_date (goal, reached ? MTR_GOAL_REACHED_ON : MTR_GOAL_DUE_ON, &date))
    return NULL;

  day = mtr_date_format (&date, g_date_get_year (&date) == g_date_get_year (today) ? MTR_DATE_STYLE_DAY
                                                                                   : MTR_DATE_STYLE_LONG);

  /* Translators: %s is a day, as in "5 December". */
  return g_strdup_printf (reached ? _("reached on %s") : _("by %s"), day);
}

/**
 * mtr_goal_dup_summary:
 * @snapshot: the goal and its milestones
 * @goal: a goal
 * @today: the present date
 *
 * Returns: (transfer full): "by 5 December · 1 of 3 milestones"; "" where there is neither
 */
char *
mtr_goal_dup_summary (MtrSnapshot *snapshot,
                      MtrRecord   *goal,
                      const GDate *today)
{
  g_autoptr (GPtrArray) milestones = mtr_goal_list_milestones (snapshot, mtr_record_get_id (goal));
  g_autofree char *day = dup_day (goal, today);
  g_autofree char *reached = NULL;
  guint n_reached = 0;

  if (milestones->len == 0)
    return day != NULL ? g_steal_pointer (&day) : g_strdup ("");

  for (guint i = 0; i < milestones->len; i++)
    n_reached += mtr_record_is_set (g_ptr_array_index (milestones, i), MTR_MILESTONE_REACHED_ON) ? 1 : 0;
  /* Translators: how many milestones of a goal are reached, of how many. */
  reached = g_strdup_printf (ngettext ("%u of %u milestone", "%u of %u milestones", milestones->len),
                             n_reached, milestones->len);

  return day != NULL ? g_strdup_printf ("%s · %s", day, reached) : g_steal_pointer (&reached);
}

/**
 * mtr_goal_dup_line:
 * @snapshot: the goal and its milestones
 * @goal: a goal
 * @today: the present date
 *
 * Returns: (transfer full): "by 5 December · 1 of 3 milestones · on track"; the last word is left out where the first says it
 */
char *
mtr_goal_dup_line (MtrSnapshot *snapshot,
                   MtrRecord   *goal,
                   const GDate *today)
{
  MtrGoalStanding standing = mtr_goal_get_standing (snapshot, goal, today);
  g_autofree char *summary = mtr_goal_dup_summary (snapshot, goal, today);

  if (*summary == '\0')
    return g_strdup (mtr_goal_get_standing_label (standing));
  if (standing == MTR_GOAL_REACHED && mtr_record_is_set (goal, MTR_GOAL_REACHED_ON))
    return g_steal_pointer (&summary);

  return g_strdup_printf ("%s · %s", summary, mtr_goal_get_standing_label (standing));
}

/**
 * mtr_goal_dup_on_track:
 * @snapshot: the pairing and its goals
 * @pairing_id: the pairing
 * @today: the present date
 *
 * Returns: (transfer full) (nullable): "2 of 3 on track", of the goals that are still open; %NULL where none is
 */
char *
mtr_goal_dup_on_track (MtrSnapshot *snapshot,
                       gint64       pairing_id,
                       const GDate *today)
{
  g_autoptr (GPtrArray) goals = mtr_goal_list (snapshot, pairing_id);
  guint n_open = 0;
  guint n_on_track = 0;

  for (guint i = 0; i < goals->len; i++)
    {
      MtrGoalStanding standing = mtr_goal_get_standing (snapshot, g_ptr_array_index (goals, i), today);

      n_open += standing == MTR_GOAL_ON_TRACK || standing == MTR_GOAL_LATE ? 1 : 0;
      n_on_track += standing == MTR_GOAL_ON_TRACK ? 1 : 0;
    }

  /* Translators: how many of the open goals are on track. */
  return n_open > 0 ? g_strdup_printf (_("%u of %u on track"), n_on_track, n_open) : NULL;
}

/**
 * mtr_goal_get_questions:
 *
 * Returns: (transfer none) (array fixed-size=5): the fields of the questions about a goal, in their order
 */
const MtrField *
mtr_goal_get_questions (void)
{
  return questions;
}

/**
 * mtr_goal_count_answered:
 * @goal: a goal
 *
 * Returns: how many of the questions about it are answered
 */
guint
mtr_goal_count_answered (MtrRecord *goal)
{
  guint n_answered = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    n_answered += mtr_record_is_set (goal, questions[i]) ? 1 : 0;

  return n_answered;
}

/**
 * mtr_goal_move:
 * @goal: a goal
 * @state: one of the states
 * @today: the present date, on which it is reached where it is
 *
 * Returns: (transfer full): the change that puts it into the state
 */
MtrChange *
mtr_goal_move (MtrRecord   *goal,
               const char  *state,
               const GDate *today)
{
  gint64 id = mtr_record_get_id (goal);
  g_autofree char *on = mtr_date_to_iso (today);
  MtrChange *change = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].state, state))
      change = mtr_change_new (_(states[i].label));
  g_return_val_if_fail (change != NULL, NULL);

  mtr_change_set_text (change, MTR_GOAL_STATE, id, state);
  if (g_str_equal (state, MTR_GOAL_STATE_ACHIEVED))
    mtr_change_set_text (change, MTR_GOAL_REACHED_ON, id, on);
  else if (mtr_record_is_set (goal, MTR_GOAL_REACHED_ON))
    mtr_change_clear (change, MTR_GOAL_REACHED_ON, id);

  return change;
}
