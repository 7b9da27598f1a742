/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of somebody's learning. What the regime of their day of
 * registration does not ask for has no row at all, so that nobody is told of
 * hours where none are counted.
 */

#include "mtr-requirement-private.h"

#include <string.h>

#include "mtr-learning.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"

/* The regime; where it hangs on a date that nobody has written down, that is what is missing, and is said once. */
static const MtrRegime *
get_regime (MtrRequirementCheck  *check,
            const MtrRequirement *requirement)
{
  const MtrRegime *regime = mtr_learning_get_regime (check->pack, check->snapshot, check->mentee);
  MtrRecord *person = mtr_snapshot_get (check->snapshot, MTR_KIND_PERSON, check->mentee);
  gboolean is_known = person != NULL && mtr_record_is_set (person, MTR_PERSON_REGISTERED_ON);
  MtrRequirementResult *result;

  if (regime == NULL && !is_known && !check->asked_for_registration)
    {
      check->asked_for_registration = TRUE;
      result = mtr_requirement_add (check, requirement, FALSE, MTR_KIND_PERSON, check->mentee,
                                    MTR_PERSON_REGISTERED_ON);
      mtr_requirement_take_title (result, g_strdup_printf (_("Not known yet: when %s was registered"),
                                                           mtr_rules_get_name (check->snapshot, check->mentee)),
                                  g_strdup (_("What is asked of learning depends on it")));
      mtr_requirement_give_turn (check, result, check->mentee, TRUE);
    }

  return regime;
}

/* Learning takes its time: it is asked for when the date comes near, or when the requirement says so. */
static void
give_learning_turn (MtrRequirementCheck  *check,
                    MtrRequirementResult *result)
{
  const MtrSubmissions *limits = mtr_pack_get_submissions (check->pack);
  g_autofree char *due_on = mtr_learning_dup_due_on (check->pack, check->snapshot, check->mentee);

  if (result->due_on == NULL && due_on != NULL)
    result->due_on = mtr_rules_shift (due_on, -limits->remind_months, 0);
  mtr_requirement_give_turn (check, result, check->mentee, FALSE);
}

static char *
dup_by_date (MtrRequirementCheck *check)
{
  g_autofree char *due_on = mtr_learning_dup_due_on (check->pack, check->snapshot, check->mentee);
  g_autofree char *date = due_on != NULL ? mtr_rules_dup_date (due_on, check->date) : NULL;

  /* Translators: the date by which something is handed in */
  return date != NULL ? g_strdup_printf (_("By %s"), date) : NULL;
}

void
mtr_requirement_check_learning_records (MtrRequirementCheck  *check,
                                        const MtrRequirement *requirement)
{
  g_autoptr (GPtrArray) records = mtr_learning_list_records (check->snapshot, check->mentee);
  MtrRequirementResult *result = mtr_requirement_add (check, requirement,
                                                      records->len >= (guint) requirement->amount,
                                                      MTR_KIND_LEARNING_RECORD, 0, MTR_LEARNING_RECORD_TITLE);

  if (result->met)
    return;

  mtr_requirement_take_title (result,
                              g_strdup_printf (ngettext ("%u of %d learning record",
                                                         "%u of %d learning records",
                                                         (gulong) requirement->amount),
                                               records->len, requirement->amount),
                              g_strdup (requirement->title));
  give_learning_turn (check, result);
}

/* Hours are said to the half hour below, and never rounded up to what is asked for. */
static char *
dup_hours (int minutes)
{
  int halves = minutes / 30;

  return halves % 2 == 0 ? g_strdup_printf ("%d", halves / 2) : g_strdup_printf ("%d½", halves / 2);
}

static void
check_hours (MtrRequirementCheck  *check,
             const MtrRequirement *requirement,
             int                   done,
             int                   asked)
{
  MtrRequirementResult *result;
  g_autofree char *hours = dup_hours (done);
  g_autofree char *by = dup_by_date (check);

  if (asked == 0)
    return;
  result = mtr_requirement_add (check, requirement, done >= asked, MTR_KIND_LEARNING_RECORD, 0,
                                MTR_LEARNING_RECORD_MINUTES);
  if (result->met)
    return;

  mtr_requirement_take_title (result,
                              /* Translators: what is asked for, hours that are there, hours that are asked for */
                              g_strdup_printf (_("%s: %s of %d hours"), requirement->title, hours, asked / 60),
                              g_steal_pointer (&by));
  give_learning_turn (check, result);
}

void
mtr_requirement_check_learning_hours (MtrRequirementCheck  *check,
                                      const MtrRequirement *requirement)
{
  const MtrRegime *regime = get_regime (check, requirement);

  if (regime != NULL)
    check_hours (check, requirement, mtr_learning_sum_minutes (check->snapshot, check->mentee, NULL), regime->minutes);
}

void
mtr_requirement_check_protection_hours (MtrRequirementCheck  *check,
                                        const MtrRequirement *requirement)
{
  const MtrRegime *regime = get_regime (check, requirement);
  int protection;

  if (regime == NULL)
    return;
  mtr_learning_sum_minutes (check->snapshot, check->mentee, &protection);
  check_hours (check, requirement, protection, regime->part_minutes);
}

void
mtr_requirement_check_learning_in_areas (MtrRequirementCheck  *check,
                                         const MtrRequirement *requirement)
{
  const MtrRegime *regime = get_regime (check, requirement);
  GPtrArray *areas = mtr_pack_get_areas (check->pack);
  gboolean all_met = TRUE;

  if (regime == NULL || !regime->elements)
    return;
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      MtrRequirementResult *result;

      if (mtr_learning_count_in_area (check->pack, check->snapshot, check->mentee, area->code) >=
          (guint) requirement->amount)
        continue;
      all_met = FALSE;
      result = mtr_requirement_add (check, requirement, FALSE, MTR_KIND_LEARNING_RECORD, 0,
                                    MTR_LEARNING_RECORD_STANDARDS);
      result->area = g_strdup (area->code);
      /* Translators: the name of a standard about which nothing has been learnt yet */
      mtr_requirement_take_title (result, g_strdup_printf (_("No learning yet: %s"), area->title), dup_by_date (check));
      give_learning_turn (check, result);
    }
  if (all_met)
    mtr_requirement_add (check, requirement, TRUE, MTR_KIND_LEARNING_RECORD, 0, MTR_FIELD_NONE);
}

/* A review is held by the pair; where there is nobody to hold it with it is a form filled in with the supervisor. */
static gboolean
is_reviewed (MtrRequirementCheck *check,
             const char          *form)
{
  for (guint i = 0; i < mtr_snapshot_count (check->snapshot, MTR_KIND_REVIEW); i++)
    {
      MtrRecord *review = mtr_snapshot_nth (check->snapshot, MTR_KIND_REVIEW, i);

      if (mtr_record_text_is (review, MTR_REVIEW_KIND, form) && mtr_record_is_set (review, MTR_REVIEW_HELD_ON))
        return TRUE;
    }
  for (guint i = 0; i < mtr_snapshot_count (check->snapshot, MTR_KIND_FORM_RECORD); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (check->snapshot, MTR_KIND_FORM_RECORD, i);
      gint64 person = mtr_record_get_number (record, MTR_FORM_RECORD_PERSON_ID);

      if (mtr_record_text_is (record, MTR_FORM_RECORD_FORM, form) &&
          mtr_record_is_set (record, MTR_FORM_RECORD_FILLED_ON) && (person == 0 || person == check->mentee))
        return TRUE;
    }

  return FALSE;
}

void
mtr_requirement_check_learning_review (MtrRequirementCheck  *check,
                                       const MtrRequirement *requirement)
{
  const MtrRegime *regime = get_regime (check, requirement);
  MtrRequirementResult *result;

  if (regime == NULL || regime->review_form == NULL)
    return;
  result = mtr_requirement_add (check, requirement, is_reviewed (check, regime->review_form), MTR_KIND_REVIEW, 0,
                                MTR_REVIEW_HELD_ON);
  if (result->met)
    return;

  mtr_requirement_take_title (result, g_strdup (_("The review of learning has not been held")), dup_by_date (check));
  give_learning_turn (check, result);
}

static gboolean
has_satisfactory (MtrRequirementCheck *check)
{
  g_autoptr (GPtrArray) submissions = mtr_snapshot_list_where (check->snapshot, MTR_KIND_SUBMISSION,
                                                               MTR_SUBMISSION_PERSON_ID, check->mentee);

  for (guint i = 0; i < submissions->len; i++)
    {
      MtrRecord *submission = g_ptr_array_index (submissions, i);
      const char *scheme = mtr_record_get_text (submission, MTR_SUBMISSION_PACK);

      if (mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_SATISFACTORY) &&
          (scheme == NULL || g_str_equal (scheme, mtr_pack_get_id (check->pack))))
        return TRUE;
    }

  return FALSE;
}

void
mtr_requirement_check_submission (MtrRequirementCheck  *check,
                                  const MtrRequirement *requirement)
{
  MtrRecord *last = mtr_learning_find_submission (check->pack, check->snapshot, check->mentee);
  const char *handed_in = last != NULL ? mtr_record_get_text (last, MTR_SUBMISSION_HANDED_IN_ON) : NULL;
  const char *outcome = last != NULL ? mtr_record_get_text (last, MTR_SUBMISSION_OUTCOME) : NULL;
  MtrRequirementResult *result = mtr_requirement_add (check, requirement, has_satisfactory (check),
                                                      MTR_KIND_SUBMISSION, last != NULL ? mtr_record_get_id (last) : 0,
                                                      MTR_SUBMISSION_HANDED_IN_ON);

  if (result->met)
    return;

  if (outcome != NULL)
    {
      result->since_on = g_strdup (mtr_record_get_text (last, MTR_SUBMISSION_DECIDED_ON));
      mtr_requirement_take_title (result,
                                  g_strdup (g_str_equal (outcome, MTR_OUTCOME_INCOMPLETE)
                                            ? _("The submission was returned for more")
                                            : _("The submission was not satisfactory")),
                                  dup_by_date (check));
      mtr_requirement_give_turn (check, result, check->mentee, TRUE);
    }
  else if (handed_in != NULL)
    {
      g_autofree char *date = mtr_rules_dup_date (handed_in, check->date);

      result->field = MTR_SUBMISSION_OUTCOME;
      result->since_on = g_strdup (handed_in);
      mtr_requirement_take_title (result, g_strdup (_("The submission has no outcome yet")),
                                  g_strdup_printf (_("Handed in %s"), date));
      mtr_requirement_give_turn (check, result, 0, TRUE);
    }
  else
    {
      mtr_requirement_take_title (result, g_strdup (_("Nothing has been handed in yet")), dup_by_date (check));
      give_learning_turn (check, result);
    }
}
