/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a pairing besides its agreement: reviews, goals and a plan,
 * a rhythm, self-assessments and looking back. Only what a programme lead may
 * read is looked at, so that the answer is the same in everybody's file.
 */

#include "mtr-requirement-private.h"

#include <string.h>

#include "mtr-messages.h"
#include "mtr-observation.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"

static gint64
get_pairing_id (MtrRequirementCheck *check)
{
  return check->pairing != NULL ? mtr_record_get_id (check->pairing) : 0;
}

/* The mentor of the pairing that the observation was made in: a later mentor does not change who observed. */
static gboolean
is_by_its_mentor (MtrRequirementCheck *check,
                  MtrRecord           *observation)
{
  MtrRecord *pairing = mtr_snapshot_follow (check->snapshot, observation, MTR_OBSERVATION_PAIRING_ID);
  gint64 mentor = pairing != NULL ? mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) : check->mentor;

  return mentor != 0 && mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVER_ID) == mentor;
}

void
mtr_requirement_check_observations_by_mentor (MtrRequirementCheck  *check,
                                              const MtrRequirement *requirement)
{
  const MtrObservationType *type = mtr_pack_find_observation_type (check->pack, requirement->code);
  MtrRequirementResult *result;
  int found = 0;

  for (guint i = 0; i < mtr_snapshot_count (check->snapshot, MTR_KIND_OBSERVATION); i++)
    {
      MtrRecord *observation = mtr_snapshot_nth (check->snapshot, MTR_KIND_OBSERVATION, i);

      if (mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID) == check->mentee &&
          mtr_record_text_is (observation, MTR_OBSERVATION_TYPE, requirement->code) &&
          mtr_observation_counts (check->snapshot, observation) && is_by_its_mentor (check, observation))
        found++;
    }

  result = mtr_requirement_add (check, requirement, found >= requirement->amount, MTR_KIND_OBSERVATION, 0,
                                MTR_OBSERVATION_OBSERVER_ID);
  if (result->met)
    return;

  mtr_requirement_take_title (result,
                              /* Translators: a type of observation, how many there are by the mentor, how many are
                               * asked for, and the local word for the mentor */
                              g_strdup_printf (_("%s: %d of %d by the %s"),
                                               type != NULL ? type->title : requirement->title, found,
                                               requirement->amount, mtr_pack_get_word (check->pack, "mentor")),
                              g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, check->mentor, FALSE);
}

/* The review of a kind: one that has been held if there is one, else one that is planned. */
static MtrRecord *
find_review (MtrRequirementCheck *check,
             const char          *kind)
{
  g_autoptr (GPtrArray) reviews = mtr_snapshot_list_where (check->snapshot, MTR_KIND_REVIEW, MTR_REVIEW_PAIRING_ID,
                                                           get_pairing_id (check));
  MtrRecord *found = NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      MtrRecord *review = g_ptr_array_index (reviews, i);

      if (mtr_record_text_is (review, MTR_REVIEW_KIND, kind) &&
          (found == NULL || mtr_record_is_set (review, MTR_REVIEW_HELD_ON)))
        found = review;
    }

  return found;
}

void
mtr_requirement_check_reviews (MtrRequirementCheck  *check,
                               const MtrRequirement *requirement)
{
  MtrRecord *review = find_review (check, requirement->code);
  const MtrForm *form = mtr_pack_find_form (check->pack, requirement->code);
  MtrRequirementResult *result = mtr_requirement_add (check, requirement,
                                                      review != NULL && mtr_record_is_set (review, MTR_REVIEW_HELD_ON),
                                                      MTR_KIND_REVIEW, review != NULL ? mtr_record_get_id (review) : 0,
                                                      MTR_REVIEW_HELD_ON);

  if (result->met)
    return;

  if (review != NULL && mtr_record_is_set (review, MTR_REVIEW_DUE_ON))
    {
      g_free (result->due_on);
      result->due_on = g_strdup (mtr_record_get_text (review, MTR_REVIEW_DUE_ON));
    }
  /* Translators: a review, "Review at six months" */
  mtr_requirement_take_title (result, g_strdup_printf (_("Not held yet: %s"),
                                                       form != NULL ? form->title : requirement->title),
                              g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, mtr_requirement_get_either (check), FALSE);
}

static GPtrArray *
list_goals (MtrRequirementCheck *check)
{
  GPtrArray *goals = mtr_snapshot_list_where (check->snapshot, MTR_KIND_GOAL, MTR_GOAL_PAIRING_ID,
                                              get_pairing_id (check));

  for (guint i = goals->len; i > 0; i--)
    if (mtr_record_text_is (g_ptr_array_index (goals, i - 1), MTR_GOAL_STATE, "dropped"))
      g_ptr_array_remove_index (goals, i - 1);

  return goals;
}

void
mtr_requirement_check_goals (MtrRequirementCheck  *check,
                             const MtrRequirement *requirement)
{
  g_autoptr (GPtrArray) goals = list_goals (check);
  MtrRequirementResult *result = mtr_requirement_add (check, requirement, goals->len >= (guint) requirement->amount,
                                                      MTR_KIND_GOAL, 0, MTR_GOAL_STATEMENT);

  if (result->met)
    return;

  mtr_requirement_take_title (result,
                              goals->len == 0
                              ? g_strdup (_("No goals yet"))
                              : g_strdup_printf (ngettext ("%u of %d goal", "%u of %d goals",
                                                           (gulong) requirement->amount),
                                                 goals->len, requirement->amount),
                              g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, mtr_requirement_get_either (check), FALSE);
}

static gboolean
has_dated_milestone (MtrRequirementCheck *check,
                     MtrRecord           *goal)
{
  g_autoptr (GPtrArray) milestones = mtr_snapshot_list_where (check->snapshot, MTR_KIND_MILESTONE,
                                                              MTR_MILESTONE_GOAL_ID, mtr_record_get_id (goal));

  for (guint i = 0; i < milestones->len; i++)
    if (mtr_record_is_set (g_ptr_array_index (milestones, i), MTR_MILESTONE_DUE_ON) ||
        mtr_record_is_set (g_ptr_array_index (milestones, i), MTR_MILESTONE_REACHED_ON))
      return TRUE;

  return FALSE;
}

void
mtr_requirement_check_plan (MtrRequirementCheck  *check,
                            const MtrRequirement *requirement)
{
  g_autoptr (GPtrArray) goals = list_goals (check);
  MtrRecord *first = NULL;
  guint without = 0;
  MtrRequirementResult *result;

  for (guint i = 0; i < goals->len; i++)
    if (!has_dated_milestone (check, g_ptr_array_index (goals, i)))
      {
        without++;
        if (first == NULL)
          first = g_ptr_array_index (goals, i);
      }

  result = mtr_requirement_add (check, requirement, goals->len > 0 && without == 0,
                                first != NULL ? MTR_KIND_MILESTONE : MTR_KIND_GOAL, 0,
                                first != NULL ? MTR_MILESTONE_TEXT : MTR_GOAL_STATEMENT);
  if (result->met)
    return;

  mtr_requirement_give_turn (check, result, mtr_requirement_get_either (check), FALSE);
  if (goals->len == 0)
    {
      mtr_requirement_take_title (result, g_strdup (_("No plan yet")), g_strdup (_("Needs a goal first")));
      result->turn = MTR_TURN_LATER;
      return;
    }
  mtr_requirement_take_title (result,
                              g_strdup_printf (ngettext ("%u goal has no step with a date",
                                                         "%u goals have no step with a date", without), without),
                              g_strdup (requirement->title));
}

void
mtr_requirement_check_schedule (MtrRequirementCheck  *check,
                                const MtrRequirement *requirement)
{
  gboolean agreed = check->pairing != NULL && (mtr_record_is_set (check->pairing, MTR_PAIRING_FREQUENCY) ||
                                               mtr_record_is_set (check->pairing, MTR_PAIRING_INTERVAL_DAYS));
  MtrRequirementResult *result = mtr_requirement_add (check, requirement, agreed, MTR_KIND_PAIRING,
                                                      get_pairing_id (check), MTR_PAIRING_INTERVAL_DAYS);

  if (result->met)
    return;

  mtr_requirement_take_title (result, g_strdup (_("It is not agreed how often you meet")),
                              g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, mtr_requirement_get_either (check), FALSE);
}

void
mtr_requirement_check_self_assessments (MtrRequirementCheck  *check,
                                        const MtrRequirement *requirement)
{
  static const char * const moments[] = { "start", "middle", "end" };
  gboolean done[G_N_ELEMENTS (moments)] = { FALSE };
  int found = 0;
  MtrRequirementResult *result;

  for (guint i = 0; i < mtr_snapshot_count (check->snapshot, MTR_KIND_SELF_ASSESSMENT); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (check->snapshot, MTR_KIND_SELF_ASSESSMENT, i);

      for (gsize j = 0; j < G_N_ELEMENTS (moments); j++)
        if (mtr_record_get_number (record, MTR_SELF_ASSESSMENT_PERSON_ID) == check->mentee &&
            mtr_record_is_set (record, MTR_SELF_ASSESSMENT_DONE_ON) &&
            mtr_record_text_is (record, MTR_SELF_ASSESSMENT_MOMENT, moments[j]))
          done[j] = TRUE;
    }
  for (gsize j = 0; j < G_N_ELEMENTS (moments); j++)
    found += done[j];

  result = mtr_requirement_add (check, requirement, found >= requirement->amount, MTR_KIND_SELF_ASSESSMENT, 0,
                                MTR_SELF_ASSESSMENT_DONE_ON);
  if (result->met)
    return;

  mtr_requirement_take_title (result, g_strdup_printf (_("Self-assessment: %d of %d"), found, requirement->amount),
                              g_strdup (requirement->title));
  /* The first one is for the start; only the later ones may wait. */
  mtr_requirement_give_turn (check, result, check->mentee, !done[0]);
}

static void
check_evaluation (MtrRequirementCheck  *check,
                  const MtrRequirement *requirement,
                  const char           *role,
                  gint64                person_id,
                  gboolean             *all_met)
{
  g_autoptr (GPtrArray) evaluations = mtr_snapshot_list_where (check->snapshot, MTR_KIND_EVALUATION,
                                                               MTR_EVALUATION_PAIRING_ID, get_pairing_id (check));
  MtrRecord *asked = NULL;
  MtrRequirementResult *result;

  if (person_id == 0)
    return;
  for (guint i = 0; i < evaluations->len; i++)
    {
      MtrRecord *evaluation = g_ptr_array_index (evaluations, i);
      gint64 respondent = mtr_record_get_number (evaluation, MTR_EVALUATION_RESPONDENT_ID);

      if (!mtr_record_text_is (evaluation, MTR_EVALUATION_ROLE, role) || (respondent != 0 && respondent != person_id))
        continue;
      if (mtr_record_is_set (evaluation, MTR_EVALUATION_GIVEN_ON))
        return;
      asked = evaluation;
    }

  *all_met = FALSE;
  result = mtr_requirement_add (check, requirement, FALSE, MTR_KIND_EVALUATION,
                                asked != NULL ? mtr_record_get_id (asked) : 0, MTR_EVALUATION_GIVEN_ON);
  mtr_requirement_take_title (result, g_strdup_printf (_("%s has not looked back yet"),
                                                       mtr_rules_get_name (check->snapshot, person_id)),
                              g_strdup (requirement->title));
  if (asked != NULL)
    result->since_on = g_strdup (mtr_record_get_text (asked, MTR_EVALUATION_ASKED_ON));
  mtr_requirement_give_turn (check, result, person_id, asked != NULL);
}

void
mtr_requirement_check_evaluations (MtrRequirementCheck  *check,
                                   const MtrRequirement *requirement)
{
  gboolean all_met = TRUE;

  check_evaluation (check, requirement, "mentee", check->mentee, &all_met);
  check_evaluation (check, requirement, "mentor", check->mentor, &all_met);
  if (all_met)
    mtr_requirement_add (check, requirement, TRUE, MTR_KIND_EVALUATION, 0, MTR_FIELD_NONE);
}
