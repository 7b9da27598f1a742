/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of a pairing as one time line: the milestones of its goals, the
 * activities, and the actions that were agreed in sessions. What has no day
 * comes last.
 */

#include "mtr-plan.h"

#include "mtr-date.h"
#include "mtr-group.h"
#include "mtr-messages.h"

#include <string.h>

/* Where the parts of a step are in each kind of record; the first that has a day goes first on the same day. */
static const struct {
  MtrKind     kind;
  MtrField    goal_field;
  MtrField    owner_field;
  MtrField    text_field;
  MtrField    due_field;
  MtrField    done_field;
  const char *label;
} kinds[] = {
  { MTR_KIND_MILESTONE, MTR_MILESTONE_GOAL_ID, MTR_FIELD_NONE, MTR_MILESTONE_TEXT, MTR_MILESTONE_DUE_ON,
    MTR_MILESTONE_REACHED_ON, N_("Milestone") },
  { MTR_KIND_ACTIVITY, MTR_ACTIVITY_GOAL_ID, MTR_ACTIVITY_OWNER_ID, MTR_ACTIVITY_TEXT, MTR_ACTIVITY_DUE_ON,
    MTR_ACTIVITY_DONE_ON, N_("Activity") },
  { MTR_KIND_ACTION, MTR_ACTION_GOAL_ID, MTR_ACTION_OWNER_ID, MTR_ACTION_TEXT, MTR_ACTION_DUE_ON, MTR_ACTION_DONE_ON,
    N_("To do") },
};

static gsize
find_row (MtrKind kind)
{
  gsize row = 0;

  while (row + 1 < G_N_ELEMENTS (kinds) && kinds[row].kind != kind)
    row++;

  return row;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MtrPlanStep *one = *(const MtrPlanStep * const *) a;
  const MtrPlanStep *other = *(const MtrPlanStep * const *) b;
  gsize row = find_row (mtr_record_get_kind (one->record));
  gsize other_row = find_row (mtr_record_get_kind (other->record));
  int order = 0;

  if (one->due_on != NULL && other->due_on != NULL)
    order = strcmp (one->due_on, other->due_on);
  else if (one->due_on != NULL || other->due_on != NULL)
    return one->due_on != NULL ? -1 : 1;
  if (order == 0 && row != other_row)
    order = row < other_row ? -1 : 1;
  if (order == 0)
    order = mtr_record_get_id (one->record) < mtr_record_get_id (other->record) ? -1 : 1;

  return order;
}

static gboolean
belongs (MtrSnapshot *snapshot,
         MtrRecord   *record,
         MtrRecord   *goal,
         gint64       pairing_id)
{
  switch ((int) mtr_record_get_kind (record))
    {
    case MTR_KIND_MILESTONE:
      return goal != NULL && mtr_record_get_number (goal, MTR_GOAL_PAIRING_ID) == pairing_id;
    case MTR_KIND_ACTIVITY:
      return mtr_record_get_number (record, MTR_ACTIVITY_PAIRING_ID) == pairing_id;
    default:
      return mtr_record_get_number (record, MTR_ACTION_PAIRING_ID) == pairing_id;
    }
}

/* Nobody works on the milestones of a goal that was given up. */
static gboolean
is_given_up (MtrRecord *goal)
{
  return goal != NULL && (mtr_record_text_is (goal, MTR_GOAL_STATE, "dropped") ||
                          mtr_record_text_is (goal, MTR_GOAL_STATE, "revised"));
}

/**
 * mtr_plan_list_steps:
 * @snapshot: the pairing with its goals, activities and actions
 * @pairing_id: the pairing
 * @reader_id: who reads it; 0: everybody
 * @done: whether what has been done is wanted, or what is still to be done
 *
 * What a member of a group has not joined yet, or has left, is not theirs to do.
 *
 * Returns: (transfer full) (element-type MtrPlanStep): the steps by day; what is for a goal that was given up is left out
 *   of what is still to be done
 */
GPtrArray *
mtr_plan_list_steps (MtrSnapshot *snapshot,
                     gint64       pairing_id,
                     gint64       reader_id,
                     gboolean     done)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);

  for (gsize row = 0; row < G_N_ELEMENTS (kinds); row++)
    for (guint i = 0; i < mtr_snapshot_count (snapshot, kinds[row].kind); i++)
      {
        MtrRecord *record = mtr_snapshot_nth (snapshot, kinds[row].kind, i);
        MtrRecord *goal = mtr_snapshot_follow (snapshot, record, kinds[row].goal_field);
        MtrPlanStep *step;

        if (!belongs (snapshot, record, goal, pairing_id) ||
            mtr_record_is_set (record, kinds[row].done_field) != done || (!done && is_given_up (goal)) ||
            (reader_id != 0 && !mtr_group_may_see_record (snapshot, record, reader_id)))
          continue;
        step = g_new0 (MtrPlanStep, 1);
        step->record = record;
        step->goal = goal;
        step->owner = kinds[row].owner_field != MTR_FIELD_NONE
                      ? mtr_snapshot_follow (snapshot, record, kinds[row].owner_field) : NULL;
        step->text = mtr_record_get_text (record, kinds[row].text_field);
        step->due_on = mtr_record_get_text (record, kinds[row].due_field);
        step->done_on = mtr_record_get_text (record, kinds[row].done_field);
        g_ptr_array_add (steps, step);
      }
  g_ptr_array_sort (steps, compare);

  return steps;
}

/**
 * mtr_plan_get_kind_label:
 * @kind: %MTR_KIND_MILESTONE, %MTR_KIND_ACTIVITY or %MTR_KIND_ACTION
 *
 * Returns: (transfer none): what such a step is called
 */
const char *
mtr_plan_get_kind_label (MtrKind kind)
{
  return _(kinds[find_row (kind)].label);
}

/**
 * mtr_plan_step_is_late:
 * @step: a step
 * @today: the present date
 *
 * Returns: whether its day has passed and it is not done
 */
gboolean
mtr_plan_step_is_late (const MtrPlanStep *step,
                       const GDate       *today)
{
  GDate due;

  return step->done_on == NULL && mtr_date_from_iso (step->due_on, &due) && g_date_compare (&due, today) < 0;
}

/**
 * mtr_plan_step_dup_when:
 * @step: a step
 * @today: the present date
 *
 * Returns: (transfer full) (nullable): "by 5 December", "done on 3 December", "reached on 3 December"; %NULL where no day
 *   was said
 */
char *
mtr_plan_step_dup_when (const MtrPlanStep *step,
                        const GDate       *today)
{
  gboolean is_milestone = mtr_record_get_kind (step->record) == MTR_KIND_MILESTONE;
  g_autofree char *day = NULL;
  GDate date;

  if (!mtr_date_from_iso (step->done_on != NULL ? step->done_on : step->due_on, &date))
    return NULL;

  day = mtr_date_format (&date, g_date_get_year (&date) == g_date_get_year (today) ? MTR_DATE_STYLE_DAY
                                                                                   : MTR_DATE_STYLE_LONG);
  if (step->done_on == NULL)
    return g_strdup_printf (_("by %s"), day);

  /* Translators: %s is a day, as in "5 December". */
  return g_strdup_printf (is_milestone ? _("reached on %s") : _("done on %s"), day);
}
