/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The requirement engine: from a pack and a portfolio to what is met and what
 * is missing, each with its reason, whose turn it is and the record to go to.
 * The engine knows kinds of requirements; the pack says which and how many.
 * It informs; a person decides (product.md, rule 4).
 */

#include "mtr-requirement-private.h"

#include "mtr-date.h"
#include "mtr-agreement.h"
#include "mtr-eligibility.h"
#include "mtr-messages.h"
#include "mtr-observation-series.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-rules-private.h"
#include "mtr-signature.h"

#include <string.h>

/**
 * mtr_requirement_result_free:
 * @result: (transfer full): a result
 */
void
mtr_requirement_result_free (MtrRequirementResult *result)
{
  g_free (result->title);
  g_free (result->reason);
  g_free (result->since_on);
  g_free (result->due_on);
  g_free (result->area);
  g_free (result);
}

static char *
dup_due_on (MtrRequirementCheck  *check,
            const MtrRequirement *requirement)
{
  const char *begin = mtr_record_get_text (check->portfolio, MTR_PORTFOLIO_STARTED_ON);

  if (requirement->due_months <= 0)
    return NULL;
  if (begin == NULL && check->pairing != NULL)
    begin = mtr_pairing_get_begin (check->pairing);

  return mtr_rules_shift (begin, requirement->due_months, 0);
}

MtrRequirementResult *
mtr_requirement_add (MtrRequirementCheck  *check,
                     const MtrRequirement *requirement,
                     gboolean              met,
                     MtrKind               kind,
                     gint64                id,
                     MtrField              field)
{
  MtrRequirementResult *result = g_new0 (MtrRequirementResult, 1);

  result->requirement = requirement;
  result->met = met;
  result->title = g_strdup (requirement->title);
  result->due_on = dup_due_on (check, requirement);
  result->kind = kind;
  result->id = id;
  result->field = field;
  g_ptr_array_add (check->results, result);

  return result;
}

/* Sets whose turn it is. What has not begun may wait until the pack asks for it; what is under way is not put off. */
void
mtr_requirement_give_turn (MtrRequirementCheck  *check,
                           MtrRequirementResult *result,
                           gint64                person_id,
                           gboolean              under_way)
{
  result->person_id = person_id;
  if (!under_way && check->today != NULL && result->due_on != NULL && strcmp (check->today, result->due_on) < 0)
    result->turn = MTR_TURN_LATER;
  else
    result->turn = person_id != 0 && person_id == check->owner ? MTR_TURN_YOURS : MTR_TURN_OTHERS;
}

void
mtr_requirement_take_title (MtrRequirementResult *result,
                            char                 *title,
                            char                 *reason)
{
  g_free (result->title);
  g_free (result->reason);
  result->title = title;
  result->reason = reason;
}

/* For what either of the two can do: the one who asks, if it is one of them. */
gint64
mtr_requirement_get_either (MtrRequirementCheck *check)
{
  if (check->owner != 0 && (check->owner == check->mentee || check->owner == check->mentor))
    return check->owner;

  return check->mentor != 0 ? check->mentor : check->mentee;
}

/* For what whoever runs the programme does, who is nobody in the pairing. */
static gint64
who_runs_the_programme (MtrRequirementCheck *check)
{
  return check->owner != check->mentee && check->owner != check->mentor ? check->owner : 0;
}

static void
check_mentor (MtrRequirementCheck  *check,
              const MtrRequirement *requirement)
{
  gint64 id = check->pairing != NULL ? mtr_record_get_id (check->pairing) : 0;
  MtrRequirementResult *result = mtr_requirement_add (check, requirement, check->mentor != 0, MTR_KIND_PAIRING, id,
                                                      MTR_PAIRING_MENTOR_ID);

  if (result->met)
    return;

  mtr_requirement_take_title (result,
                              g_strdup_printf (_("%s has no mentor"),
                                               mtr_rules_get_name (check->snapshot, check->mentee)),
                              g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, who_runs_the_programme (check), FALSE);
}

/* Where the pack asks for no mentor and there is none, nothing that needs one is missing. */
static gboolean
is_without_mentor (MtrRequirementCheck *check)
{
  return check->mentor == 0 && !mtr_pack_asks_for (check->pack, MTR_REQUIREMENT_MENTOR);
}

static void
check_eligibility (MtrRequirementCheck  *check,
                   const MtrRequirement *requirement)
{
  g_autoptr (MtrEligibility) eligibility = NULL;
  MtrRequirementResult *result;
  gint64 turn = who_runs_the_programme (check) != 0 ? check->owner : check->mentor;

  if (is_without_mentor (check))
    return;
  if (check->mentor == 0)
    {
      result = mtr_requirement_add (check, requirement, FALSE, MTR_KIND_PAIRING,
                                    check->pairing != NULL ? mtr_record_get_id (check->pairing) : 0,
                                    MTR_PAIRING_MENTOR_ID);
      result->reason = g_strdup (_("There is no mentor yet"));
      mtr_requirement_give_turn (check, result, 0, FALSE);
      result->turn = MTR_TURN_LATER;
      return;
    }

  eligibility = mtr_eligibility_check (check->pack, check->snapshot, check->pairing);
  if (mtr_eligibility_is_met (eligibility))
    {
      mtr_requirement_add (check, requirement, TRUE, MTR_KIND_PERSON, check->mentor, MTR_PERSON_REGISTERED);
      return;
    }

  for (guint i = 0; i < eligibility->rows->len; i++)
    {
      const MtrEligibilityRow *row = g_ptr_array_index (eligibility->rows, i);

      if (row->answer != MTR_ANSWER_UNKNOWN)
        continue;
      result = mtr_requirement_add (check, requirement, FALSE, row->kind, row->id, row->field);
      /* Translators: a rule for mentors of which nothing is known, and the mentor */
      mtr_requirement_take_title (result, g_strdup_printf (_("Not known yet: %s"), row->rule->title),
                                  g_strdup (mtr_rules_get_name (check->snapshot, row->person_id)));
      mtr_requirement_give_turn (check, result, turn, FALSE);
    }

  if (eligibility->reason_field != MTR_FIELD_NONE)
    {
      result = mtr_requirement_add (check, requirement, FALSE, MTR_KIND_PAIRING, mtr_record_get_id (check->pairing),
                                    eligibility->reason_field);
      mtr_requirement_take_title (result, g_strdup_printf (_("Why %s, although a rule for mentors is not met?"),
                                                           mtr_rules_get_name (check->snapshot, check->mentor)),
                                  g_strdup (_("A reason is needed, and is not written down")));
      mtr_requirement_give_turn (check, result, turn, FALSE);
    }
}

static void
check_agreement (MtrRequirementCheck  *check,
                 const MtrRequirement *requirement)
{
  gint64 pairing_id = check->pairing != NULL ? mtr_record_get_id (check->pairing) : 0;
  MtrRecord *in_force = mtr_agreement_find_signed (check->snapshot, pairing_id);
  MtrRecord *agreement = in_force != NULL ? in_force : mtr_agreement_find_current (check->snapshot, pairing_id);
  gboolean mentor_signed, mentee_signed;
  MtrRequirementResult *result;

  if (is_without_mentor (check))
    return;

  result = mtr_requirement_add (check, requirement, in_force != NULL, MTR_KIND_AGREEMENT,
                                agreement != NULL ? mtr_record_get_id (agreement) : 0,
                                MTR_AGREEMENT_BETWEEN_US);
  if (result->met)
    return;

  if (agreement == NULL)
    {
      mtr_requirement_take_title (result, g_strdup (_("There is no agreement yet")), g_strdup (requirement->title));
      mtr_requirement_give_turn (check, result, mtr_requirement_get_either (check), FALSE);
      return;
    }

  mentor_signed = mtr_signature_is_given (agreement, MTR_SLOT_MENTOR);
  mentee_signed = mtr_signature_is_given (agreement, MTR_SLOT_MENTEE);
  if (!mentor_signed && !mentee_signed)
    {
      mtr_requirement_take_title (result, g_strdup (_("The agreement is not signed")), g_strdup (requirement->title));
      mtr_requirement_give_turn (check, result, mtr_requirement_get_either (check), TRUE);
      return;
    }

  mtr_requirement_give_turn (check, result, mentor_signed ? check->mentee : check->mentor, TRUE);
  result->since_on = mtr_rules_dup_day (mtr_record_get_text (agreement, mentor_signed ? MTR_AGREEMENT_MENTOR_SIGNED_AT
                                                                                      : MTR_AGREEMENT_MENTEE_SIGNED_AT));
  if (result->turn == MTR_TURN_YOURS)
    mtr_requirement_take_title (result, g_strdup (_("The agreement waits for your signature")),
                                g_strdup (requirement->title));
  else
    mtr_requirement_take_title (result, g_strdup_printf (_("The agreement waits for %s’s signature"),
                                                         mtr_rules_get_name (check->snapshot, result->person_id)),
                                g_strdup (requirement->title));
}

/* How a missing observation is said, by the step it is at; where the page opens; and the date the reason gives. */
static const struct {
  const char *title;
  const char *reason;
  MtrField    field;
  MtrField    date;
} observation_rows[] = {
  [MTR_OBSERVATION_STEP_PLAN]       = { N_("%s is not planned"), NULL,
                                        MTR_OBSERVATION_HELD_ON, MTR_FIELD_NONE },
  [MTR_OBSERVATION_STEP_CONSENT]    = { N_("%s has no consent yet"), N_("Planned for %s"),
                                        MTR_OBSERVATION_CONSENT_STATE, MTR_OBSERVATION_HELD_ON },
  [MTR_OBSERVATION_STEP_OBSERVE]    = { N_("%s has not taken place"), N_("Planned for %s"),
                                        MTR_OBSERVATION_HELD_ON, MTR_OBSERVATION_HELD_ON },
  [MTR_OBSERVATION_STEP_FEEDBACK]   = { N_("%s has no feedback"), N_("Observed %s"),
                                        MTR_OBSERVATION_STRENGTHS, MTR_OBSERVATION_HELD_ON },
  [MTR_OBSERVATION_STEP_REFLECTION] = { N_("%s has no reflection"), N_("Feedback given %s"),
                                        MTR_OBSERVATION_REFLECTION, MTR_OBSERVATION_FEEDBACK_GIVEN_ON },
  [MTR_OBSERVATION_STEP_SIGN]       = { N_("%s is not signed"), N_("Reflection shared %s"),
                                        MTR_OBSERVATION_OBSERVER_SIGNED_AT, MTR_OBSERVATION_REFLECTION_SHARED_AT },
};

/* A sentence of the table above with its one figure: the patterns are ours, but are not literals here. */
static char *
fill_in (const char *pattern,
         const char *word)
{
  g_autoptr (GString) sentence = g_string_new (pattern);

  g_string_replace (sentence, "%s", word, 1);

  return g_strdup (sentence->str);
}

static void
add_missing_observation (MtrRequirementCheck       *check,
                         const MtrRequirement      *requirement,
                         const MtrObservationPlace *place)
{
  MtrRecord *observation = place->observation;
  MtrObservationStep step = observation != NULL ? mtr_observation_get_step (check->snapshot, observation)
                                                : MTR_OBSERVATION_STEP_PLAN;
  g_autofree char *name = mtr_observation_place_dup_short_title (place);
  const char *date = observation != NULL && observation_rows[step].date != MTR_FIELD_NONE
                     ? mtr_record_get_text (observation, observation_rows[step].date) : NULL;
  g_autofree char *said = date != NULL ? mtr_rules_dup_date (date, check->date) : NULL;
  MtrRequirementResult *result = mtr_requirement_add (check, requirement, FALSE, MTR_KIND_OBSERVATION,
                                                      observation != NULL ? mtr_record_get_id (observation) : 0,
                                                      observation_rows[step].field);
  gint64 turn = observation != NULL
                ? mtr_observation_get_turn (check->snapshot, observation, check->owner, &result->since_on) : 0;

  mtr_requirement_take_title (result, fill_in (_(observation_rows[step].title), name),
                              said != NULL ? fill_in (_(observation_rows[step].reason), said)
                                           : g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, turn != 0 ? turn : mtr_requirement_get_either (check),
                             step > MTR_OBSERVATION_STEP_PLAN);

  if (step == MTR_OBSERVATION_STEP_SIGN && turn == mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID))
    result->field = MTR_OBSERVATION_OBSERVED_SIGNED_AT;

  /* What is agreed for a day to come needs nobody before that day. */
  if (step == MTR_OBSERVATION_STEP_OBSERVE && check->today != NULL && date != NULL && strcmp (check->today, date) < 0)
    {
      result->turn = MTR_TURN_LATER;
      g_free (result->due_on);
      result->due_on = g_strdup (date);
    }
}

static void
check_observations (MtrRequirementCheck  *check,
                    const MtrRequirement *requirement)
{
  g_autoptr (GPtrArray) places = mtr_observation_series_list (check->pack, check->snapshot, check->mentee);
  const MtrObservationType *type = mtr_pack_find_observation_type (check->pack, requirement->code);
  int missing = requirement->amount - (int) mtr_observation_series_count (check->pack, check->snapshot, check->mentee,
                                                                          requirement->code);
  guint last = 0;

  if (missing <= 0)
    {
      mtr_requirement_add (check, requirement, TRUE, MTR_KIND_OBSERVATION, 0, MTR_FIELD_NONE);
      return;
    }

  for (guint i = 0; i < places->len && missing > 0; i++)
    {
      const MtrObservationPlace *place = g_ptr_array_index (places, i);

      if (g_strcmp0 (place->type->code, requirement->code) != 0)
        continue;
      last = place->ordinal;
      if (place->observation != NULL && mtr_observation_counts (check->snapshot, place->observation))
        continue;
      add_missing_observation (check, requirement, place);
      missing--;
    }

  /* A requirement may ask for more than the type has places. */
  for (; missing > 0 && type != NULL; missing--)
    {
      MtrObservationPlace place = { type, ++last, TRUE, NULL };

      add_missing_observation (check, requirement, &place);
    }
}

static void
check_areas (MtrRequirementCheck  *check,
             const MtrRequirement *requirement)
{
  GPtrArray *areas = mtr_pack_get_areas (check->pack);
  int amount = MAX (requirement->amount, 1);
  gboolean all_met = TRUE;

  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence_of_area (check->pack, check->snapshot,
                                                                         check->portfolio_id, area->code);
      MtrRequirementResult *result;

      if ((int) items->len >= amount ||
          mtr_portfolio_find_prior (check->pack, check->snapshot, check->portfolio_id, area->code) != NULL)
        continue;

      all_met = FALSE;
      result = mtr_requirement_add (check, requirement, FALSE, MTR_KIND_PORTFOLIO, check->portfolio_id, MTR_FIELD_NONE);
      result->area = g_strdup (area->code);
      mtr_requirement_take_title (result,
                                  items->len == 0 ? g_strdup_printf (_("Area %s has no evidence"), area->code)
                                                  : g_strdup_printf (_("Area %s has %u of %d items of evidence"), area->code,
                                                                     items->len, amount),
                                  g_strdup (area->title));
      mtr_requirement_give_turn (check, result, check->mentee, FALSE);
    }

  if (all_met)
    mtr_requirement_add (check, requirement, TRUE, MTR_KIND_PORTFOLIO, check->portfolio_id, MTR_FIELD_NONE);
}

static void
check_kind (MtrRequirementCheck  *check,
            const MtrRequirement *requirement)
{
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (check->pack, requirement->code);
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence (check->snapshot, check->portfolio_id);
  int amount = MAX (requirement->amount, 1), found = 0;
  MtrRequirementResult *result;

  for (guint i = 0; i < items->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (items, i), MTR_EVIDENCE_KIND, requirement->code))
      found++;

  result = mtr_requirement_add (check, requirement, found >= amount, MTR_KIND_PORTFOLIO, check->portfolio_id,
                                MTR_FIELD_NONE);
  if (result->met)
    return;

  /* Translators: a kind of evidence, how many items there are, how many are asked for */
  mtr_requirement_take_title (result,
                              g_strdup_printf (_("%s: %d of %d"), kind != NULL ? kind->title : requirement->title,
                                               found, amount),
                              g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, check->mentee, FALSE);
}

static void
check_rationales (MtrRequirementCheck  *check,
                  const MtrRequirement *requirement)
{
  g_autoptr (GPtrArray) links = mtr_portfolio_list_links_without_rationale (check->snapshot, check->portfolio_id);
  MtrRequirementResult *result = mtr_requirement_add (check, requirement, links->len == 0, MTR_KIND_EVIDENCE_LINK,
                                                      links->len > 0 ? mtr_record_get_id (g_ptr_array_index (links, 0)) : 0,
                                                      MTR_EVIDENCE_LINK_RATIONALE);

  if (result->met)
    return;

  mtr_requirement_take_title (result, g_strdup_printf (ngettext ("%u link has no reason yet",
                                                                 "%u links have no reason yet", links->len), links->len),
                              g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, check->mentee, TRUE);
}

/* The local name of the mentor's report, where the scheme has one. */
static const char *
get_report_word (MtrRequirementCheck *check)
{
  const char *word = mtr_pack_get_word (check->pack, "report");

  return g_str_equal (word, "report") ? _("Mentor’s report") : word;
}

static void
check_report (MtrRequirementCheck  *check,
              const MtrRequirement *requirement)
{
  MtrRecord *report = mtr_portfolio_find_report (check->snapshot, check->portfolio_id);
  gboolean is_passed = report != NULL && mtr_record_is_set (report, MTR_REPORT_PASSED_AT);
  const char *asked_on = mtr_record_get_text (check->portfolio, MTR_PORTFOLIO_REPORT_ASKED_ON);
  g_autoptr (GPtrArray) unwritten = mtr_report_list_unwritten_areas (check->pack, check->snapshot, report);
  MtrRequirementResult *result = mtr_requirement_add (check, requirement, is_passed && unwritten->len == 0, MTR_KIND_REPORT,
                                                      report != NULL ? mtr_record_get_id (report) : 0, MTR_REPORT_OVERALL);

  if (result->met)
    return;

  mtr_requirement_give_turn (check, result, check->mentor, asked_on != NULL || report != NULL);
  if (is_passed)
    {
      const MtrStandard *area = g_ptr_array_index (unwritten, 0);

      result->area = g_strdup (area->code);
      mtr_requirement_take_title (result,
                                  g_strdup_printf (_("The mentor’s report says nothing about area %s"), area->code),
                                  g_strdup (area->title));
    }
  else if (asked_on != NULL)
    {
      g_autofree char *date = mtr_rules_dup_date (asked_on, check->date);

      result->since_on = g_strdup (asked_on);
      mtr_requirement_take_title (result, g_strdup (get_report_word (check)),
                                  g_strdup_printf (_("%s, asked %s"),
                                                   mtr_rules_get_name (check->snapshot, check->mentor), date));
    }
  else
    mtr_requirement_take_title (result, g_strdup (get_report_word (check)), g_strdup (_("Not asked for yet")));
}

static void
check_report_comment (MtrRequirementCheck  *check,
                      const MtrRequirement *requirement)
{
  MtrRecord *report = mtr_portfolio_find_report (check->snapshot, check->portfolio_id);
  gboolean is_passed = report != NULL && mtr_record_is_set (report, MTR_REPORT_PASSED_AT);
  MtrRequirementResult *result = mtr_requirement_add (check, requirement,
                                                      is_passed && mtr_record_is_set (report, MTR_REPORT_CANDIDATE_COMMENT),
                                                      MTR_KIND_REPORT, report != NULL ? mtr_record_get_id (report) : 0,
                                                      MTR_REPORT_CANDIDATE_COMMENT);

  if (result->met)
    return;

  mtr_requirement_give_turn (check, result, check->mentee, is_passed);
  if (is_passed)
    {
      g_autofree char *date = mtr_rules_dup_date (mtr_record_get_text (report, MTR_REPORT_PASSED_AT), check->date);

      result->since_on = mtr_rules_dup_day (mtr_record_get_text (report, MTR_REPORT_PASSED_AT));
      mtr_requirement_take_title (result, g_strdup (_("The mentor’s report has no comment")),
                                  g_strdup_printf (_("Report passed on %s"), date));
    }
  else
    {
      mtr_requirement_take_title (result, g_strdup (_("Comment on the mentor’s report")),
                                  g_strdup (_("Needs the report first")));
      result->turn = MTR_TURN_LATER;
    }
}

static void
check_names (MtrRequirementCheck  *check,
             const MtrRequirement *requirement)
{
  MtrRequirementResult *result = mtr_requirement_add (check, requirement,
                                                      mtr_portfolio_is_checked_for_names (check->snapshot, check->portfolio),
                                                      MTR_KIND_PORTFOLIO, check->portfolio_id, MTR_PORTFOLIO_ATTESTED_ON);

  if (result->met)
    return;

  if (mtr_record_is_set (check->portfolio, MTR_PORTFOLIO_ATTESTED_ON))
    {
      g_autofree char *date = mtr_rules_dup_date (mtr_record_get_text (check->portfolio,
                                                                       MTR_PORTFOLIO_ATTESTED_ON), check->date);

      mtr_requirement_take_title (result, g_strdup (_("Something was added since it was read for names")),
                                  g_strdup_printf (_("Read on %s"), date));
    }
  else
    mtr_requirement_take_title (result, g_strdup (_("Nobody has read it for names yet")), g_strdup (requirement->title));
  mtr_requirement_give_turn (check, result, check->mentee, FALSE);
}

static const MtrRequirementFunc checks[MTR_N_REQUIREMENT_KINDS] = {
  [MTR_REQUIREMENT_MENTOR]                 = check_mentor,
  [MTR_REQUIREMENT_ELIGIBILITY]            = check_eligibility,
  [MTR_REQUIREMENT_AGREEMENT]              = check_agreement,
  [MTR_REQUIREMENT_OBSERVATIONS]           = check_observations,
  [MTR_REQUIREMENT_EVIDENCE_IN_AREAS]      = check_areas,
  [MTR_REQUIREMENT_EVIDENCE_OF_KIND]       = check_kind,
  [MTR_REQUIREMENT_RATIONALES]             = check_rationales,
  [MTR_REQUIREMENT_REPORT]                 = check_report,
  [MTR_REQUIREMENT_REPORT_COMMENT]         = check_report_comment,
  [MTR_REQUIREMENT_CHECKED_FOR_NAMES]      = check_names,
  [MTR_REQUIREMENT_OBSERVATIONS_BY_MENTOR] = mtr_requirement_check_observations_by_mentor,
  [MTR_REQUIREMENT_REVIEWS]                = mtr_requirement_check_reviews,
  [MTR_REQUIREMENT_GOALS]                  = mtr_requirement_check_goals,
  [MTR_REQUIREMENT_PLAN]                   = mtr_requirement_check_plan,
  [MTR_REQUIREMENT_SCHEDULE]               = mtr_requirement_check_schedule,
  [MTR_REQUIREMENT_SELF_ASSESSMENTS]       = mtr_requirement_check_self_assessments,
  [MTR_REQUIREMENT_EVALUATIONS]            = mtr_requirement_check_evaluations,
  [MTR_REQUIREMENT_LEARNING_RECORDS]       = mtr_requirement_check_learning_records,
  [MTR_REQUIREMENT_LEARNING_HOURS]         = mtr_requirement_check_learning_hours,
  [MTR_REQUIREMENT_PROTECTION_HOURS]       = mtr_requirement_check_protection_hours,
  [MTR_REQUIREMENT_LEARNING_IN_AREAS]      = mtr_requirement_check_learning_in_areas,
  [MTR_REQUIREMENT_LEARNING_REVIEW]        = mtr_requirement_check_learning_review,
  [MTR_REQUIREMENT_SUBMISSION]             = mtr_requirement_check_submission,
};

/**
 * mtr_requirement_check:
 * @pack: the pack of the portfolio
 * @snapshot: its pairing, with all observations of the person; of a reader of assessments
 * @portfolio: the portfolio; may be made up, see mtr_portfolio_find_or_make_up()
 * @owner_id: who asks, and to whom "yours" refers; 0 for nobody in particular
 * @today: (nullable): the present date; %NULL: nothing is put off for the time frame's sake
 *
 * Which requirements are met does not depend on @owner_id nor on @today; whose turn it is does.
 *
 * Returns: (transfer full) (element-type MtrRequirementResult): in the order of the pack, one row for each requirement
 *   that is met, and one for each single thing that is missing
 */
GPtrArray *
mtr_requirement_check (MtrPack     *pack,
                       MtrSnapshot *snapshot,
                       MtrRecord   *portfolio,
                       gint64       owner_id,
                       const GDate *today)
{
  GPtrArray *requirements = mtr_pack_get_requirements (pack);
  g_autofree char *now = today != NULL ? mtr_date_to_iso (today) : NULL;
  MtrRecord *pairing = mtr_pairing_get_present (snapshot, portfolio);
  MtrRequirementCheck check = {
    .pack = pack,
    .snapshot = snapshot,
    .portfolio = portfolio,
    .pairing = pairing,
    .portfolio_id = mtr_record_get_id (portfolio),
    .mentee = mtr_record_get_number (portfolio, MTR_PORTFOLIO_PERSON_ID),
    .mentor = pairing != NULL ? mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID) : 0,
    .owner = owner_id,
    .date = today,
    .today = now,
    .results = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_requirement_result_free),
  };

  for (guint i = 0; i < requirements->len; i++)
    {
      const MtrRequirement *requirement = g_ptr_array_index (requirements, i);

      checks[requirement->kind] (&check, requirement);
    }

  return check.results;
}

/**
 * mtr_requirement_count_unmet:
 * @results: (element-type MtrRequirementResult): the results
 *
 * Returns: how many things are missing; 0 for a portfolio that is ready
 */
guint
mtr_requirement_count_unmet (GPtrArray *results)
{
  guint unmet = 0;

  for (guint i = 0; i < results->len; i++)
    if (!((MtrRequirementResult *) g_ptr_array_index (results, i))->met)
      unmet++;

  return unmet;
}

/**
 * mtr_requirement_list_turn:
 * @results: (element-type MtrRequirementResult): the results
 * @turn: one of the three groups
 *
 * Returns: (transfer container) (element-type MtrRequirementResult): what is missing and belongs to that group
 */
GPtrArray *
mtr_requirement_list_turn (GPtrArray *results,
                           MtrTurn    turn)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < results->len; i++)
    {
      MtrRequirementResult *result = g_ptr_array_index (results, i);

      if (!result->met && result->turn == turn)
        g_ptr_array_add (found, result);
    }

  return found;
}

/* "1 thing for Mentor B", or after another part only "1 for Mentor B". */
static void
append_others (GString    *headline,
               guint       count,
               const char *name)
{
  if (headline->len > 0)
    {
      /* Translators: between the parts of "2 things for you, 1 for Mentor B" */
      g_string_append (headline, _(", "));
      /* Translators: after "2 things for you, ": how many are for somebody else, and their name */
      g_string_append_printf (headline, ngettext ("%u for %s", "%u for %s", count), count, name);
    }
  else
    g_string_append_printf (headline, ngettext ("%u thing for %s", "%u things for %s", count),
                            count, name);
}

/**
 * mtr_requirement_dup_headline:
 * @results: (element-type MtrRequirementResult): the results
 * @snapshot: the people
 *
 * Full coverage is not a pass: readiness informs, a person decides (product.md, rule 4).
 *
 * Returns: (transfer full): the answer in one sentence: "Not ready yet: 2 things for you, 1 for Mentor B."
 */
char *
mtr_requirement_dup_headline (GPtrArray   *results,
                              MtrSnapshot *snapshot)
{
  g_autoptr (GPtrArray) yours = mtr_requirement_list_turn (results, MTR_TURN_YOURS);
  g_autoptr (GPtrArray) others = mtr_requirement_list_turn (results, MTR_TURN_OTHERS);
  g_autoptr (GPtrArray) later = mtr_requirement_list_turn (results, MTR_TURN_LATER);
  g_autoptr (GString) parts = g_string_new (NULL);

  if (mtr_requirement_count_unmet (results) == 0)
    return g_strdup (_("Everything the pathway asks for is here. Whether it is good enough, a person decides."));

  if (yours->len > 0)
    g_string_append_printf (parts, ngettext ("%u thing for you", "%u things for you", yours->len),
                            yours->len);

  /* People in the order in which they are first waited for. */
  for (guint i = 0; i < others->len; i++)
    {
      gint64 person = ((MtrRequirementResult *) g_ptr_array_index (others, i))->person_id;
      guint count = 0;
      gboolean said = FALSE;

      for (guint j = 0; j < others->len; j++)
        if (((MtrRequirementResult *) g_ptr_array_index (others, j))->person_id == person)
          {
            said = said || j < i;
            count++;
          }
      if (!said)
        append_others (parts, count, person != 0 ? mtr_rules_get_name (snapshot, person) : _("the programme lead"));
    }

  if (parts->len == 0)
    g_string_append_printf (parts, ngettext ("nothing to do now, %u thing later",
                                             "nothing to do now, %u things later", later->len), later->len);

  /* Translators: %s is a list such as "2 things for you, 1 for Mentor B" */
  return g_strdup_printf (_("Not ready yet: %s."), parts->str);
}
