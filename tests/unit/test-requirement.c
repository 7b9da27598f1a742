/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The requirement engine: what is missing, whose turn it is, and when. */

#include "mtr-requirement.h"
#include "mtr-test-records.h"

static GPtrArray *
check (MtrPack     *pack,
       MtrSnapshot *snapshot,
       gint64       owner_id,
       const char  *today_iso)
{
  GDate today = mtr_test_date (today_iso);

  return mtr_requirement_check (pack, snapshot, mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, MTR_TEST_PORTFOLIO),
                                owner_id, &today);
}

static char *
dup_unmet (GPtrArray *results)
{
  static const char * const turns[] = { "yours", "others", "later" };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (results, i);

      if (!result->met)
        g_string_append_printf (lines, "%s: %s (%s) %s %d\n", result->requirement->id, result->title, result->reason,
                                turns[result->turn], (int) result->person_id);
    }

  return g_string_free (lines, FALSE);
}

static void
assert_unmet (MtrSnapshot *snapshot,
              gint64       owner_id,
              const char  *today,
              const char  *expected,
              const char  *headline)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) results = check (pack, snapshot, owner_id, today);
  g_autofree char *lines = dup_unmet (results);
  g_autofree char *said = mtr_requirement_dup_headline (results, snapshot);

  g_assert_cmpstr (lines, ==, expected);
  if (headline != NULL)
    g_assert_cmpstr (said, ==, headline);
}

#define READY "Everything the pathway asks for is here. Whether it is good enough, a person decides."

static void
test_ready (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) results = NULL;

  mtr_test_make_ready (snapshot);
  assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21", "", READY);
  results = check (pack, snapshot, MTR_TEST_SUPERVISOR, "2026-11-21");
  g_assert_cmpuint (results->len, ==, 11);
  g_assert_cmpuint (mtr_requirement_count_unmet (results), ==, 0);
}

/* Take away any one required thing, and it is named. */
static void
test_take_away_one (void)
{
  static const struct {
    MtrField    field;
    gint64      id;
    const char *value;
    const char *expected;
  } rows[] = {
    { MTR_OBSERVATION_OBSERVED_SIGNED_AT, 31, NULL,
      "formative: Initial formative observation is not signed (Reflection shared 12 March) yours 1\n" },
    { MTR_OBSERVATION_WITHDRAWN_ON, 33, "2026-11-18",
      "direct: Direct observation 2 is not planned (Two signed direct observations) yours 1\n" },
    { MTR_OBSERVATION_CONSENT_ON, 33, "2026-11-04",
      "direct: Direct observation 2 is not planned (Two signed direct observations) yours 1\n" },
    { MTR_OBSERVATION_ERASED_AT, 32, "2026-11-18T10:00:00Z",
      "direct: Direct observation 2 is not planned (Two signed direct observations) yours 1\n" },
    { MTR_OBSERVATION_OBSERVER_ID, 32, "1",
      "direct: Direct observation 2 is not planned (Two signed direct observations) yours 1\n" },
    { MTR_EVIDENCE_INCLUDED, 102, "0",
      "areas: Area 8 has no evidence (Performance management and improvement) yours 1\n"
      "supervisees: Feedback from supervisees: 0 of 1 (Feedback from supervisees) yours 1\n" },
    { MTR_EVIDENCE_LINK_STANDARD, 10101, "1", "areas: Area 2 has no evidence (Influence) yours 1\n" },
    { MTR_EVIDENCE_LINK_RATIONALE, 10200, NULL,
      "rationales: 1 link has no reason yet (A reason for every link) yours 1\n" },
    { MTR_REPORT_AREA_TEXT, 24, NULL,
      "report: The mentor’s report says nothing about area 8 (Performance management and improvement) others 2\n" },
    { MTR_REPORT_CANDIDATE_COMMENT, 21, NULL,
      "comment: The mentor’s report has no comment (Report passed on 15 November) yours 1\n" },
    { MTR_PORTFOLIO_ATTESTED_ON, 20, NULL,
      "names: Nobody has read it for names yet (Read for names) later 1\n" },
    { MTR_PORTFOLIO_ATTESTED_ON, 20, "2026-11-14",
      "names: Something was added since it was read for names (Read on 14 November) later 1\n" },
    { MTR_PERSON_REGISTERED, 2, NULL,
      "eligibility: Not known yet: Registered social worker (Mentor B) others 2\n" },
    { MTR_PERSON_SUPERVISORY_MONTHS, 2, "23",
      "eligibility: Why Mentor B, although a rule for mentors is not met? (A reason is needed, and is not written down) "
      "others 2\n" },
    { MTR_AGREEMENT_MENTEE_SIGNED_AT, 12, NULL,
      "agreement: The agreement waits for your signature (A signed agreement) yours 1\n" },
    { MTR_AGREEMENT_MENTOR_SIGNED_AT, 12, NULL,
      "agreement: The agreement waits for Mentor B’s signature (A signed agreement) others 2\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

      mtr_test_make_ready (snapshot);
      mtr_test_set_in (snapshot, rows[i].field, rows[i].id, rows[i].value);
      if (rows[i].field == MTR_OBSERVATION_OBSERVED_SIGNED_AT)
        mtr_test_set_in (snapshot, MTR_OBSERVATION_SEALED_AT, rows[i].id, NULL);
      assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21", rows[i].expected, NULL);
    }
}

static void
test_withdrawal_after_signing (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  mtr_test_make_ready (snapshot);
  mtr_test_record (snapshot, MTR_KIND_ADDENDUM, 90, MTR_ADDENDUM_OBSERVATION_ID, "32", MTR_ADDENDUM_REASON, "correction",
                   MTR_ADDENDUM_ADDED_ON, "2026-11-10", MTR_FIELD_NONE);
  assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21", "", READY);
  mtr_test_record (snapshot, MTR_KIND_ADDENDUM, 91, MTR_ADDENDUM_OBSERVATION_ID, "32", MTR_ADDENDUM_REASON, "withdrawal",
                   MTR_ADDENDUM_ADDED_ON, "2026-11-11", MTR_FIELD_NONE);
  assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21",
                "direct: Direct observation 2 is not planned (Two signed direct observations) yours 1\n",
                "Not ready yet: 1 thing for you.");
}

/* Three direct ones without a formative one are incomplete, and the other way round. */
static void
test_formative_and_direct (void)
{
  static const struct {
    const char *types[4];
    const char *expected;
  } rows[] = {
    { { "direct", "direct", "direct", NULL },
      "formative: Initial formative observation is not planned (A signed formative observation) yours 1\n" },
    { { "formative", "formative", "direct", NULL },
      "direct: Direct observation 2 is not planned (Two signed direct observations) yours 1\n" },
    { { "formative", "direct", "direct", "direct" }, "" },
    { { "formative", NULL, NULL, NULL },
      "direct: Direct observation 1 is not planned (Two signed direct observations) yours 1\n"
      "direct: Direct observation 2 is not planned (Two signed direct observations) yours 1\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

      mtr_test_make_ready (snapshot);
      for (int j = 31; j <= 33; j++)
        mtr_test_set_in (snapshot, MTR_OBSERVATION_WITHDRAWN_ON, j, "2026-11-04");
      for (gsize j = 0; j < G_N_ELEMENTS (rows[i].types); j++)
        if (rows[i].types[j] != NULL)
          mtr_test_observation (snapshot, 41 + (int) j, rows[i].types[j], "2026-11-05", MTR_OBSERVATION_STEP_SEALED);
      assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21", rows[i].expected, NULL);
    }
}

static void
test_steps (void)
{
  static const struct {
    MtrObservationStep step;
    const char        *line;
    gint64             owner;
  } rows[] = {
    { MTR_OBSERVATION_STEP_PLAN, "is not planned (Two signed direct observations) others 2", 1 },
    { MTR_OBSERVATION_STEP_CONSENT, "has no consent yet (Planned for 3 November) yours 1", 1 },
    { MTR_OBSERVATION_STEP_OBSERVE, "has not taken place (Planned for 3 November) others 2", 1 },
    { MTR_OBSERVATION_STEP_FEEDBACK, "has no feedback (Observed 3 November) yours 2", 2 },
    { MTR_OBSERVATION_STEP_REFLECTION, "has no reflection (Feedback given 3 November) yours 1", 1 },
    { MTR_OBSERVATION_STEP_REFLECTION, "has no reflection (Feedback given 3 November) others 1", 2 },
    { MTR_OBSERVATION_STEP_SIGN, "is not signed (Reflection shared 3 November) yours 1", 1 },
    { MTR_OBSERVATION_STEP_SIGN, "is not signed (Reflection shared 3 November) yours 2", 2 },
    { MTR_OBSERVATION_STEP_SIGN, "is not signed (Reflection shared 3 November) others 2", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autofree char *expected = g_strdup_printf ("direct: Direct observation 2 %s\n", rows[i].line);

      mtr_test_make_ready (snapshot);
      mtr_test_set_in (snapshot, MTR_OBSERVATION_WITHDRAWN_ON, 33, "2026-11-02");
      mtr_test_observation (snapshot, 41, "direct", "2026-11-03", rows[i].step);
      assert_unmet (snapshot, rows[i].owner, "2026-11-21", expected, NULL);
    }
}

/* An empty portfolio on the first day, and half a year later: the same things are missing, but not all are due. */
static void
test_later (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) later = NULL;

  /* Three areas now; one formative, two directs, feedback, report, comment, names later. */
  assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-02-10",
                "formative: Initial formative observation is not planned (A signed formative observation) later 1\n"
                "direct: Direct observation 1 is not planned (Two signed direct observations) later 1\n"
                "direct: Direct observation 2 is not planned (Two signed direct observations) later 1\n"
                "areas: Area 1 has no evidence (Values and ethics) yours 1\n"
                "areas: Area 2 has no evidence (Influence) yours 1\n"
                "areas: Area 8 has no evidence (Performance management and improvement) yours 1\n"
                "supervisees: Feedback from supervisees: 0 of 1 (Feedback from supervisees) later 1\n"
                "report: Mentor’s report (Not asked for yet) later 2\n"
                "comment: Comment on the mentor’s report (Needs the report first) later 1\n"
                "names: Nobody has read it for names yet (Read for names) later 1\n",
                "Not ready yet: 3 things for you.");

  /* The formative is due on 3 April, not the day before. */
  results = check (pack, snapshot, MTR_TEST_SUPERVISOR, "2026-04-02");
  later = mtr_requirement_list_turn (results, MTR_TURN_LATER);
  g_assert_cmpuint (later->len, ==, 7);
  g_assert_cmpstr (((MtrRequirementResult *) g_ptr_array_index (later, 0))->due_on, ==, "2026-04-03");
  g_clear_pointer (&later, g_ptr_array_unref);
  g_clear_pointer (&results, g_ptr_array_unref);
  results = check (pack, snapshot, MTR_TEST_SUPERVISOR, "2026-04-03");
  later = mtr_requirement_list_turn (results, MTR_TURN_LATER);
  g_assert_cmpuint (later->len, ==, 6);
}

static void
test_headline (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrSnapshot) unled = mtr_test_snapshot_new ();

  /* As in the sketch of the portfolio: area 8, a reflection, and the mentor's report that was asked for. */
  mtr_test_make_ready (snapshot);
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_STANDARD, 10200, "1");
  mtr_test_set_in (snapshot, MTR_OBSERVATION_WITHDRAWN_ON, 33, "2026-11-02");
  mtr_test_observation (snapshot, 41, "direct", "2026-11-03", MTR_OBSERVATION_STEP_REFLECTION);
  mtr_test_set_in (snapshot, MTR_OBSERVATION_FEEDBACK_GIVEN_ON, 41, "2026-11-09");
  mtr_test_set_in (snapshot, MTR_REPORT_PASSED_AT, 21, NULL);
  mtr_test_set_in (snapshot, MTR_PORTFOLIO_REPORT_ASKED_ON, 20, "2026-11-02");
  assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21",
                "direct: Direct observation 2 has no reflection (Feedback given 9 November) yours 1\n"
                "areas: Area 8 has no evidence (Performance management and improvement) yours 1\n"
                "report: Mentor’s report (Mentor B, asked 2 November) others 2\n"
                "comment: Comment on the mentor’s report (Needs the report first) later 1\n",
                "Not ready yet: 2 things for you, 1 for Mentor B.");
  assert_unmet (snapshot, MTR_TEST_MENTOR, "2026-11-21",
                "direct: Direct observation 2 has no reflection (Feedback given 9 November) others 1\n"
                "areas: Area 8 has no evidence (Performance management and improvement) others 1\n"
                "report: Mentor’s report (Mentor B, asked 2 November) yours 2\n"
                "comment: Comment on the mentor’s report (Needs the report first) later 1\n",
                "Not ready yet: 1 thing for you, 2 for Supervisor A.");

  mtr_test_make_ready (unled);
  mtr_test_set_in (unled, MTR_PAIRING_MENTOR_ID, MTR_TEST_PAIRING, NULL);
  assert_unmet (unled, MTR_TEST_SUPERVISOR, "2026-11-21",
                "mentor: Supervisor A has no mentor (A mentor) others 0\n"
                "eligibility: A mentor who may mentor (There is no mentor yet) later 0\n",
                "Not ready yet: 1 thing for the programme lead.");
  assert_unmet (unled, MTR_TEST_LEAD, "2026-11-21",
                "mentor: Supervisor A has no mentor (A mentor) yours 4\n"
                "eligibility: A mentor who may mentor (There is no mentor yet) later 0\n",
                "Not ready yet: 1 thing for you.");
}

/* A certificate that somebody accepted meets its area; one that nobody has accepted does not. */
static void
test_prior_accreditation (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  mtr_test_make_ready (snapshot);
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_STANDARD, 10200, "1");
  mtr_test_evidence (snapshot, 103, "prior-accreditation", "2024-06-01", "8");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_CERTIFICATE, 103, "Stage 2");
  assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21",
                "areas: Area 8 has no evidence (Performance management and improvement) yours 1\n", NULL);
  mtr_test_set_in (snapshot, MTR_EVIDENCE_ACCEPTED_BY, 103, "Lead D");
  assert_unmet (snapshot, MTR_TEST_SUPERVISOR, "2026-11-21", "", READY);
}

static void
test_points_at (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) results = NULL;

  mtr_test_make_ready (snapshot);
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_RATIONALE, 10200, NULL);
  mtr_test_set_in (snapshot, MTR_OBSERVATION_OBSERVED_SIGNED_AT, 33, NULL);
  mtr_test_set_in (snapshot, MTR_OBSERVATION_SEALED_AT, 33, NULL);
  results = check (pack, snapshot, MTR_TEST_SUPERVISOR, "2026-11-21");
  for (guint i = 0; i < results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (results, i);

      if (result->met)
        continue;
      if (result->requirement->kind == MTR_REQUIREMENT_RATIONALES)
        {
          g_assert_cmpint (result->kind, ==, MTR_KIND_EVIDENCE_LINK);
          g_assert_cmpint (result->id, ==, 10200);
          g_assert_cmpint (result->field, ==, MTR_EVIDENCE_LINK_RATIONALE);
        }
      else
        {
          g_assert_cmpint (result->kind, ==, MTR_KIND_OBSERVATION);
          g_assert_cmpint (result->id, ==, 33);
          g_assert_cmpint (result->field, ==, MTR_OBSERVATION_OBSERVED_SIGNED_AT);
          g_assert_cmpstr (result->since_on, ==, "2026-11-03");
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/requirement/ready", test_ready);
  g_test_add_func ("/core/requirement/take-away-one", test_take_away_one);
  g_test_add_func ("/core/requirement/withdrawal-after-signing", test_withdrawal_after_signing);
  g_test_add_func ("/core/requirement/formative-and-direct", test_formative_and_direct);
  g_test_add_func ("/core/requirement/steps", test_steps);
  g_test_add_func ("/core/requirement/later", test_later);
  g_test_add_func ("/core/requirement/headline", test_headline);
  g_test_add_func ("/core/requirement/prior-accreditation", test_prior_accreditation);
  g_test_add_func ("/core/requirement/points-at", test_points_at);

  return g_test_run ();
}
