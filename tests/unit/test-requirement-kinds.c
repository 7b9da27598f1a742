/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What schemes ask of a pairing and of learning, besides what a portfolio has. */

#include "mtr-eligibility.h"
#include "mtr-learning.h"
#include "mtr-requirement.h"
#include "mtr-test-records.h"

/* A scheme that asks for one thing. */
static MtrPack *
make_pack (MtrRequirementKind  kind,
           const char         *code,
           int                 amount,
           int                 due_months)
{
  MtrPack *pack = mtr_pack_new (NULL);
  MtrRequirement *requirement = g_new0 (MtrRequirement, 1);
  static const char * const areas[][2] = { { "1", "Ethics" }, { "2", "Relationships" } };

  mtr_pack_set_text (pack, "id", "test");
  mtr_pack_set_word (pack, "mentor", "Assessor");
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      MtrStandard *area = g_new0 (MtrStandard, 1);

      area->code = g_strdup (areas[i][0]);
      area->area = g_strdup (areas[i][0]);
      area->title = g_strdup (areas[i][1]);
      mtr_pack_take_standard (pack, area);
    }
  requirement->kind = kind;
  requirement->id = g_strdup ("it");
  requirement->title = g_strdup ("What is asked");
  requirement->code = g_strdup (code);
  requirement->amount = amount;
  requirement->due_months = due_months;
  mtr_pack_take_requirement (pack, requirement);

  return pack;
}

/* Hours for registrations before 3 June 2024, areas and a review from then. */
static void
add_learning (MtrPack *pack)
{
  static const MtrSubmissions limits = { 12, 18, 2, TRUE };
  MtrRegime *hours = g_new0 (MtrRegime, 1);
  MtrRegime *areas = g_new0 (MtrRegime, 1);

  hours->code = g_strdup ("hours");
  hours->before_on = g_strdup ("2024-06-03");
  hours->minutes = 144 * 60;
  hours->part_minutes = 30 * 60;
  mtr_pack_take_regime (pack, hours);
  areas->code = g_strdup ("areas");
  areas->from_on = g_strdup ("2024-06-03");
  areas->elements = TRUE;
  areas->review_form = g_strdup ("learning-review");
  mtr_pack_take_regime (pack, areas);
  mtr_pack_set_submissions (pack, &limits);
}

/* Everything that is unmet, in lines; "met" where something is asked and met; "" where nothing is asked. */
static char *
dup_answer (MtrPack     *pack,
            MtrSnapshot *snapshot,
            gint64       owner_id,
            const char  *today_iso)
{
  static const char * const turns[] = { "yours", "others", "later" };
  GDate today = mtr_test_date (today_iso);
  g_autoptr (GPtrArray) results =
    mtr_requirement_check (pack, snapshot, mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, MTR_TEST_PORTFOLIO), owner_id,
                           &today);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (results, i);

      if (result->met)
        g_string_append (lines, "met\n");
      else
        g_string_append_printf (lines, "%s (%s) %s %d\n", result->title,
                                result->reason != NULL ? result->reason : "", turns[result->turn],
                                (int) result->person_id);
    }

  return g_string_free (lines, FALSE);
}

static void
assert_answer (MtrPack     *pack,
               MtrSnapshot *snapshot,
               const char  *today,
               const char  *expected)
{
  g_autofree char *answer = dup_answer (pack, snapshot, MTR_TEST_SUPERVISOR, today);

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_without_mentor (void)
{
  static const MtrRequirementKind kinds[] = { MTR_REQUIREMENT_ELIGIBILITY, MTR_REQUIREMENT_AGREEMENT };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  mtr_test_set_in (snapshot, MTR_PAIRING_MENTOR_ID, MTR_TEST_PAIRING, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MtrPack) pack = make_pack (kinds[i], NULL, 0, 0);
      g_autoptr (MtrPack) asking = make_pack (MTR_REQUIREMENT_MENTOR, NULL, 0, 0);

      /* Where a mentor is an offer, nothing is missing without one. */
      assert_answer (pack, snapshot, "2026-11-21", "");
      assert_answer (asking, snapshot, "2026-11-21", "Supervisor A has no mentor (What is asked) others 0\n");
    }
}

static void
test_observations_by_mentor (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = make_pack (MTR_REQUIREMENT_OBSERVATIONS_BY_MENTOR, "direct", 2, 0);

  assert_answer (pack, snapshot, "2026-11-21", "What is asked: 0 of 2 by the Assessor (What is asked) others 2\n");
  mtr_test_observation (snapshot, 31, "direct", "2026-05-01", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_observation (snapshot, 32, "direct", "2026-06-01", MTR_OBSERVATION_STEP_SEALED);
  assert_answer (pack, snapshot, "2026-11-21", "met\n");
  /* Somebody else's counts among the observations, and not here; neither does one that is not signed. */
  mtr_test_set_in (snapshot, MTR_OBSERVATION_OBSERVER_ID, 32, "3");
  assert_answer (pack, snapshot, "2026-11-21", "What is asked: 1 of 2 by the Assessor (What is asked) others 2\n");
  mtr_test_observation (snapshot, 33, "direct", "2026-07-01", MTR_OBSERVATION_STEP_SIGN);
  assert_answer (pack, snapshot, "2026-11-21", "What is asked: 1 of 2 by the Assessor (What is asked) others 2\n");
}

static void
test_reviews (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = make_pack (MTR_REQUIREMENT_REVIEWS, "six-months", 0, 6);

  /* Begun on 3 February 2026. */
  assert_answer (pack, snapshot, "2026-08-02", "Not held yet: What is asked (What is asked) later 1\n");
  assert_answer (pack, snapshot, "2026-08-03", "Not held yet: What is asked (What is asked) yours 1\n");
  mtr_test_record (snapshot, MTR_KIND_REVIEW, 40, MTR_REVIEW_PAIRING_ID, "10", MTR_REVIEW_KIND, "six-months",
                   MTR_REVIEW_DUE_ON, "2026-09-01", MTR_FIELD_NONE);
  assert_answer (pack, snapshot, "2026-08-31", "Not held yet: What is asked (What is asked) later 1\n");
  mtr_test_record (snapshot, MTR_KIND_REVIEW, 41, MTR_REVIEW_PAIRING_ID, "10", MTR_REVIEW_KIND, "three-months",
                   MTR_REVIEW_HELD_ON, "2026-05-01", MTR_FIELD_NONE);
  assert_answer (pack, snapshot, "2026-08-31", "Not held yet: What is asked (What is asked) later 1\n");
  mtr_test_set_in (snapshot, MTR_REVIEW_HELD_ON, 40, "2026-08-30");
  assert_answer (pack, snapshot, "2026-08-31", "met\n");
}

static void
test_goals_and_plan (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) goals = make_pack (MTR_REQUIREMENT_GOALS, NULL, 2, 0);
  g_autoptr (MtrPack) plan = make_pack (MTR_REQUIREMENT_PLAN, NULL, 0, 0);

  assert_answer (goals, snapshot, "2026-11-21", "No goals yet (What is asked) yours 1\n");
  assert_answer (plan, snapshot, "2026-11-21", "No plan yet (Needs a goal first) later 1\n");
  mtr_test_record (snapshot, MTR_KIND_GOAL, 50, MTR_GOAL_PAIRING_ID, "10", MTR_GOAL_STATE, "open", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_GOAL, 51, MTR_GOAL_PAIRING_ID, "10", MTR_GOAL_STATE, "dropped", MTR_FIELD_NONE);
  assert_answer (goals, snapshot, "2026-11-21", "1 of 2 goals (What is asked) yours 1\n");
  assert_answer (plan, snapshot, "2026-11-21", "1 goal has no step with a date (What is asked) yours 1\n");
  mtr_test_set_in (snapshot, MTR_GOAL_STATE, 51, "achieved");
  mtr_test_record (snapshot, MTR_KIND_MILESTONE, 52, MTR_MILESTONE_GOAL_ID, "50", MTR_FIELD_NONE);
  assert_answer (goals, snapshot, "2026-11-21", "met\n");
  assert_answer (plan, snapshot, "2026-11-21", "2 goals have no step with a date (What is asked) yours 1\n");
  mtr_test_set_in (snapshot, MTR_MILESTONE_DUE_ON, 52, "2026-12-01");
  mtr_test_record (snapshot, MTR_KIND_MILESTONE, 53, MTR_MILESTONE_GOAL_ID, "51", MTR_MILESTONE_REACHED_ON,
                   "2026-10-01", MTR_FIELD_NONE);
  assert_answer (plan, snapshot, "2026-11-21", "met\n");
}

static void
test_schedule (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = make_pack (MTR_REQUIREMENT_SCHEDULE, NULL, 0, 0);

  assert_answer (pack, snapshot, "2026-11-21", "met\n");
  mtr_test_set_in (snapshot, MTR_PAIRING_INTERVAL_DAYS, MTR_TEST_PAIRING, NULL);
  assert_answer (pack, snapshot, "2026-11-21", "It is not agreed how often you meet (What is asked) yours 1\n");
  mtr_test_set_in (snapshot, MTR_PAIRING_FREQUENCY, MTR_TEST_PAIRING, "monthly");
  assert_answer (pack, snapshot, "2026-11-21", "met\n");
}

static void
test_self_assessments (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = make_pack (MTR_REQUIREMENT_SELF_ASSESSMENTS, NULL, 2, 10);

  /* The start is not put off; the second one is. */
  assert_answer (pack, snapshot, "2026-03-01", "Self-assessment: 0 of 2 (What is asked) yours 1\n");
  mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT, 60, MTR_SELF_ASSESSMENT_PAIRING_ID, "10",
                   MTR_SELF_ASSESSMENT_PERSON_ID, "1", MTR_SELF_ASSESSMENT_MOMENT, "start",
                   MTR_SELF_ASSESSMENT_DONE_ON, "2026-02-20", MTR_FIELD_NONE);
  assert_answer (pack, snapshot, "2026-03-01", "Self-assessment: 1 of 2 (What is asked) later 1\n");
  assert_answer (pack, snapshot, "2026-12-03", "Self-assessment: 1 of 2 (What is asked) yours 1\n");
  /* Another one at the same moment is no second moment; nor is one of somebody else, or one that is not done. */
  mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT, 61, MTR_SELF_ASSESSMENT_PAIRING_ID, "10",
                   MTR_SELF_ASSESSMENT_PERSON_ID, "1", MTR_SELF_ASSESSMENT_MOMENT, "start",
                   MTR_SELF_ASSESSMENT_DONE_ON, "2026-02-21", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT, 62, MTR_SELF_ASSESSMENT_PAIRING_ID, "10",
                   MTR_SELF_ASSESSMENT_PERSON_ID, "2", MTR_SELF_ASSESSMENT_MOMENT, "end",
                   MTR_SELF_ASSESSMENT_DONE_ON, "2026-02-21", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT, 63, MTR_SELF_ASSESSMENT_PAIRING_ID, "10",
                   MTR_SELF_ASSESSMENT_PERSON_ID, "1", MTR_SELF_ASSESSMENT_MOMENT, "end", MTR_FIELD_NONE);
  assert_answer (pack, snapshot, "2026-12-03", "Self-assessment: 1 of 2 (What is asked) yours 1\n");
  mtr_test_set_in (snapshot, MTR_SELF_ASSESSMENT_DONE_ON, 63, "2026-12-01");
  assert_answer (pack, snapshot, "2026-12-03", "met\n");
}

static void
test_evaluations (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = make_pack (MTR_REQUIREMENT_EVALUATIONS, NULL, 0, 12);

  assert_answer (pack, snapshot, "2026-11-21", "Supervisor A has not looked back yet (What is asked) later 1\n"
                                               "Mentor B has not looked back yet (What is asked) later 2\n");
  mtr_test_record (snapshot, MTR_KIND_EVALUATION, 70, MTR_EVALUATION_PAIRING_ID, "10", MTR_EVALUATION_ROLE, "mentor",
                   MTR_EVALUATION_RESPONDENT_ID, "2", MTR_EVALUATION_GIVEN_ON, "2026-11-01", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_EVALUATION, 71, MTR_EVALUATION_PAIRING_ID, "10", MTR_EVALUATION_ROLE, "mentee",
                   MTR_EVALUATION_RESPONDENT_ID, "1", MTR_EVALUATION_ASKED_ON, "2026-11-01", MTR_FIELD_NONE);
  assert_answer (pack, snapshot, "2026-11-21", "Supervisor A has not looked back yet (What is asked) yours 1\n");
  mtr_test_set_in (snapshot, MTR_EVALUATION_GIVEN_ON, 71, "2026-11-02");
  assert_answer (pack, snapshot, "2026-11-21", "met\n");
}

static void
take_learning (MtrSnapshot *snapshot,
               gint64       id,
               const char  *held_on,
               const char  *minutes,
               const char  *protection,
               const char  *standards)
{
  mtr_test_record (snapshot, MTR_KIND_LEARNING_RECORD, id, MTR_LEARNING_RECORD_PERSON_ID, "1",
                   MTR_LEARNING_RECORD_HELD_ON, held_on, MTR_LEARNING_RECORD_MINUTES, minutes,
                   MTR_LEARNING_RECORD_PROTECTION_MINUTES, protection, MTR_LEARNING_RECORD_STANDARDS, standards,
                   MTR_FIELD_NONE);
}

/* The sums are made by hand: 8,640 minutes are 144 hours, 1,800 of them are 30. */
static void
test_hours (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) hours = make_pack (MTR_REQUIREMENT_LEARNING_HOURS, NULL, 0, 0);
  g_autoptr (MtrPack) protection = make_pack (MTR_REQUIREMENT_PROTECTION_HOURS, NULL, 0, 0);
  g_autoptr (MtrPack) areas = make_pack (MTR_REQUIREMENT_LEARNING_IN_AREAS, NULL, 1, 0);
  g_autoptr (MtrPack) review = make_pack (MTR_REQUIREMENT_LEARNING_REVIEW, NULL, 0, 0);

  add_learning (hours);
  add_learning (protection);
  add_learning (areas);
  add_learning (review);
  assert_answer (hours, snapshot, "2024-11-21",
                 "Not known yet: when Supervisor A was registered (What is asked of learning depends on it) yours 1\n");

  /* Full-time, so by 2 June 2025, and asked for from two months before. */
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2024-06-02");
  take_learning (snapshot, 80, "2024-07-01", "8579", "1799", NULL);
  take_learning (snapshot, 81, NULL, "600", "600", NULL);
  assert_answer (hours, snapshot, "2025-04-01", "What is asked: 142½ of 144 hours (By 2 June) later 1\n");
  assert_answer (hours, snapshot, "2025-04-02", "What is asked: 142½ of 144 hours (By 2 June) yours 1\n");
  assert_answer (protection, snapshot, "2025-04-02", "What is asked: 29½ of 30 hours (By 2 June) yours 1\n");
  take_learning (snapshot, 82, "2024-08-01", "61", "1", NULL);
  assert_answer (hours, snapshot, "2025-04-02", "met\n");
  assert_answer (protection, snapshot, "2025-04-02", "met\n");
  /* Neither areas nor a review are asked for here, so that there is no row about them. */
  assert_answer (areas, snapshot, "2025-04-02", "");
  assert_answer (review, snapshot, "2025-04-02", "");

  /* A day later nothing is counted in hours. */
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2024-06-03");
  assert_answer (hours, snapshot, "2025-04-02", "");
  assert_answer (protection, snapshot, "2025-04-02", "");
}

static void
test_elements (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) areas = make_pack (MTR_REQUIREMENT_LEARNING_IN_AREAS, NULL, 1, 0);
  g_autoptr (MtrPack) review = make_pack (MTR_REQUIREMENT_LEARNING_REVIEW, NULL, 0, 0);
  g_autoptr (MtrPack) records = make_pack (MTR_REQUIREMENT_LEARNING_RECORDS, NULL, 2, 0);

  add_learning (areas);
  add_learning (review);
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2024-08-31");
  mtr_test_set_in (snapshot, MTR_PERSON_WORKING_TIME, MTR_TEST_SUPERVISOR, "part-time");
  /* Eighteen months after 31 August 2024 is the last day of February 2026. */
  assert_answer (areas, snapshot, "2026-02-01", "No learning yet: Ethics (By 28 February) yours 1\n"
                                                "No learning yet: Relationships (By 28 February) yours 1\n");
  take_learning (snapshot, 80, "2025-07-01", NULL, NULL, "2");
  assert_answer (areas, snapshot, "2026-02-01", "No learning yet: Ethics (By 28 February) yours 1\n");
  assert_answer (records, snapshot, "2026-02-01", "1 of 2 learning records (What is asked) yours 1\n");
  take_learning (snapshot, 81, "2025-07-02", NULL, NULL, "1 2");
  assert_answer (areas, snapshot, "2026-02-01", "met\n");
  assert_answer (records, snapshot, "2026-02-01", "met\n");

  assert_answer (review, snapshot, "2026-02-01",
                 "The review of learning has not been held (By 28 February) yours 1\n");
  mtr_test_record (snapshot, MTR_KIND_FORM_RECORD, 90, MTR_FORM_RECORD_PAIRING_ID, "10", MTR_FORM_RECORD_FORM,
                   "learning-review", MTR_FORM_RECORD_FILLED_ON, "2026-01-20", MTR_FORM_RECORD_PERSON_ID, "2",
                   MTR_FIELD_NONE);
  assert_answer (review, snapshot, "2026-02-01",
                 "The review of learning has not been held (By 28 February) yours 1\n");
  mtr_test_record (snapshot, MTR_KIND_REVIEW, 91, MTR_REVIEW_PAIRING_ID, "10", MTR_REVIEW_KIND, "learning-review",
                   MTR_REVIEW_HELD_ON, "2026-01-20", MTR_FIELD_NONE);
  assert_answer (review, snapshot, "2026-02-01", "met\n");
}

static void
test_submission (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = make_pack (MTR_REQUIREMENT_SUBMISSION, NULL, 0, 0);
  g_autofree char *due_on = NULL;

  add_learning (pack);
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2025-02-28");
  assert_answer (pack, snapshot, "2025-12-27", "Nothing has been handed in yet (By 28 February 2026) later 1\n");
  assert_answer (pack, snapshot, "2025-12-28", "Nothing has been handed in yet (By 28 February 2026) yours 1\n");

  mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 95, MTR_SUBMISSION_PERSON_ID, "1", MTR_SUBMISSION_NUMBER, "1",
                   MTR_SUBMISSION_EXTENDED_TO, "2026-05-31", MTR_FIELD_NONE);
  due_on = mtr_learning_dup_due_on (pack, snapshot, MTR_TEST_SUPERVISOR);
  g_assert_cmpstr (due_on, ==, "2026-05-31");
  assert_answer (pack, snapshot, "2026-03-30", "Nothing has been handed in yet (By 31 May) later 1\n");
  assert_answer (pack, snapshot, "2026-03-31", "Nothing has been handed in yet (By 31 May) yours 1\n");

  mtr_test_set_in (snapshot, MTR_SUBMISSION_HANDED_IN_ON, 95, "2026-04-10");
  assert_answer (pack, snapshot, "2026-04-20", "The submission has no outcome yet (Handed in 10 April) others 0\n");
  mtr_test_set_in (snapshot, MTR_SUBMISSION_OUTCOME, 95, "incomplete");
  assert_answer (pack, snapshot, "2026-04-20", "The submission was returned for more (By 31 May) yours 1\n");
  mtr_test_set_in (snapshot, MTR_SUBMISSION_OUTCOME, 95, "unsatisfactory");
  assert_answer (pack, snapshot, "2026-04-20", "The submission was not satisfactory (By 31 May) yours 1\n");
  mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 96, MTR_SUBMISSION_PERSON_ID, "1", MTR_SUBMISSION_NUMBER, "2",
                   MTR_SUBMISSION_PACK, "another", MTR_SUBMISSION_OUTCOME, "satisfactory", MTR_FIELD_NONE);
  assert_answer (pack, snapshot, "2026-04-20", "The submission was not satisfactory (By 31 May) yours 1\n");
  mtr_test_set_in (snapshot, MTR_SUBMISSION_PACK, 96, "test");
  assert_answer (pack, snapshot, "2026-04-20", "met\n");
}

/* More than the mentee means more: as much is not enough, and nobody is taken to have what they did not say. */
static void
test_experience (void)
{
  static const struct {
    const char *mentor;
    const char *mentee;
    MtrAnswer   answer;
  } table[] = {
    { "25", "24", MTR_ANSWER_YES },
    { "24", "24", MTR_ANSWER_NO },
    { "23", "24", MTR_ANSWER_NO },
    { "1",  "0",  MTR_ANSWER_YES },
    { NULL, "24", MTR_ANSWER_UNKNOWN },
    { "25", NULL, MTR_ANSWER_UNKNOWN },
    { NULL, NULL, MTR_ANSWER_UNKNOWN },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = make_pack (MTR_REQUIREMENT_MENTOR, NULL, 0, 0);
  MtrRule *rule = g_new0 (MtrRule, 1);

  rule->kind = MTR_RULE_MORE_EXPERIENCE;
  rule->title = g_strdup ("Longer in the field");
  mtr_pack_take_rule (pack, rule);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (MtrEligibility) eligibility = NULL;
      const MtrEligibilityRow *row;

      mtr_test_set_in (snapshot, MTR_PERSON_FIELD_MONTHS, MTR_TEST_MENTOR, table[i].mentor);
      mtr_test_set_in (snapshot, MTR_PERSON_FIELD_MONTHS, MTR_TEST_SUPERVISOR, table[i].mentee);
      eligibility = mtr_eligibility_check (pack, snapshot,
                                           mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING));
      row = g_ptr_array_index (eligibility->rows, 0);
      g_assert_cmpint (row->answer, ==, table[i].answer);
      g_assert_cmpint (mtr_eligibility_answer (rule, mtr_snapshot_get (snapshot, MTR_KIND_PERSON, MTR_TEST_MENTOR),
                                               mtr_snapshot_get (snapshot, MTR_KIND_PERSON, MTR_TEST_SUPERVISOR)),
                       ==, table[i].answer);
      /* Whoever has not said it is the one to go to. */
      if (table[i].mentor != NULL && table[i].mentee == NULL)
        g_assert_cmpint (row->id, ==, MTR_TEST_SUPERVISOR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/requirement/without-mentor", test_without_mentor);
  g_test_add_func ("/core/requirement/observations-by-mentor", test_observations_by_mentor);
  g_test_add_func ("/core/requirement/reviews", test_reviews);
  g_test_add_func ("/core/requirement/goals-and-plan", test_goals_and_plan);
  g_test_add_func ("/core/requirement/schedule", test_schedule);
  g_test_add_func ("/core/requirement/self-assessments", test_self_assessments);
  g_test_add_func ("/core/requirement/evaluations", test_evaluations);
  g_test_add_func ("/core/requirement/hours", test_hours);
  g_test_add_func ("/core/requirement/elements", test_elements);
  g_test_add_func ("/core/requirement/submission", test_submission);
  g_test_add_func ("/core/eligibility/experience", test_experience);

  return g_test_run ();
}
