/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reasons for Today: from when each holds, whose turn it is, and its words. */

#include "mtr-attention.h"
#include "mtr-test-records.h"

/* One reason as a line, so that a table of expectations stays readable. */
static char *
dup_line (MtrRecord *reason)
{
  return g_strdup_printf ("%s from %s subject %d turn %d harm %d", mtr_record_get_text (reason, MTR_ATTENTION_REASON),
                          mtr_record_get_text (reason, MTR_ATTENTION_FROM_ON),
                          (int) mtr_record_get_number (reason, MTR_ATTENTION_SUBJECT_ID),
                          (int) mtr_record_get_number (reason, MTR_ATTENTION_TURN_ID),
                          (int) mtr_record_get_number (reason, MTR_ATTENTION_HARM));
}

static void
assert_reasons (MtrSnapshot *snapshot,
                const char  *expected)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) reasons = mtr_attention_build (pack, snapshot, MTR_TEST_PAIRING);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *line = dup_line (g_ptr_array_index (reasons, i));

      g_string_append_printf (lines, "%s\n", line);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

/* What an active pairing with an empty portfolio always raises in time: the agreement was signed on 10 February, so its
 * review is over on 11 August; the last word was on 3 February and sessions are agreed every 21 days, so 31.5, that is
 * 32 days later it is 7 March; the formative is due after 2, feedback after 6, the directs after 8 and the report after
 * 10 months. */
#define REVIEW  "review from 2026-08-11 subject 12 turn 0 harm 9\n"
#define SILENCE "silence from 2026-03-07 subject 0 turn 2 harm 8\n"
#define DUE_FORMATIVE "due.formative from 2026-04-03 subject 1 turn 2 harm 4\n"
#define DUE_DIRECT "due.direct from 2026-10-03 subject 1 turn 2 harm 4\n"
#define DUE_REST "due.supervisees from 2026-08-03 subject 1 turn 1 harm 3\n" \
                 "due.report from 2026-12-03 subject 1 turn 2 harm 3\n" \
                 "due.names from 2026-12-03 subject 1 turn 1 harm 3\n"

static void
test_reasons_plain (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  assert_reasons (snapshot, REVIEW SILENCE DUE_FORMATIVE DUE_DIRECT DUE_REST);
}

static void
test_reasons_states (void)
{
  static const struct {
    const char *state;
    const char *expected;
  } rows[] = {
    { "paused", "" },
    { "ended", "" },
    { "proposed", REVIEW },
    { "induction", REVIEW SILENCE DUE_FORMATIVE DUE_DIRECT DUE_REST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

      mtr_test_set_in (snapshot, MTR_PAIRING_STATE, MTR_TEST_PAIRING, rows[i].state);
      assert_reasons (snapshot, rows[i].expected);
    }
}

static void
test_reasons_mentor_and_agreement (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  mtr_test_set_in (snapshot, MTR_PAIRING_MENTOR_ID, MTR_TEST_PAIRING, NULL);
  mtr_test_set_in (snapshot, MTR_PAIRING_STATE, MTR_TEST_PAIRING, "proposed");
  mtr_test_set_in (snapshot, MTR_AGREEMENT_SEALED_AT, MTR_TEST_AGREEMENT, NULL);
  mtr_test_set_in (snapshot, MTR_AGREEMENT_MENTEE_SIGNED_AT, MTR_TEST_AGREEMENT, NULL);
  /* 20 January and 21 days; the mentor has signed, so it is the mentee's turn. */
  assert_reasons (snapshot,
                  "mentor from 2026-01-20 subject 0 turn 0 harm 5\n"
                  "agreement from 2026-02-10 subject 12 turn 1 harm 6\n");
}

/* The facilitator has signed: it waits for each of those who belong to the group, and not for who has left it. */
static void
test_reasons_group_agreement (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) reasons = NULL;
  GDate today = mtr_test_date ("2026-11-21");
  static const struct {
    gint64      owner_id;
    const char *titles[2];
  } rows[] = {
    { MTR_TEST_MENTOR, { "The agreement waits for Supervisor A’s signature", "The agreement waits for Peer F’s signature" } },
    { 5, { "The agreement waits for Supervisor A’s signature", "The agreement waits for your signature" } },
  };

  mtr_test_set_in (snapshot, MTR_PAIRING_STRUCTURE, MTR_TEST_PAIRING, "group");
  mtr_test_set_in (snapshot, MTR_PAIRING_TITLE, MTR_TEST_PAIRING, "Thursday group");
  mtr_test_set_in (snapshot, MTR_PAIRING_STATE, MTR_TEST_PAIRING, "proposed");
  mtr_test_set_in (snapshot, MTR_AGREEMENT_SEALED_AT, MTR_TEST_AGREEMENT, NULL);
  mtr_test_set_in (snapshot, MTR_AGREEMENT_MENTEE_SIGNED_AT, MTR_TEST_AGREEMENT, NULL);
  mtr_test_record (snapshot, MTR_KIND_PERSON, 5, MTR_PERSON_NAME, "Peer F", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PERSON, 6, MTR_PERSON_NAME, "Supervisor H", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 81, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "5",
                   MTR_MEMBER_ROLE, "mentee", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 82, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "6",
                   MTR_MEMBER_ROLE, "mentee", MTR_MEMBER_LEFT_ON, "2026-03-31", MTR_FIELD_NONE);
  assert_reasons (snapshot,
                  "agreement from 2026-02-10 subject 12 turn 1 harm 6\n"
                  "agreement from 2026-02-10 subject 12 turn 5 harm 6\n");

  reasons = mtr_attention_build (pack, snapshot, MTR_TEST_PAIRING);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < reasons->len; j++)
      {
        g_autoptr (MtrAttentionText) text = mtr_attention_describe (pack, snapshot, g_ptr_array_index (reasons, j),
                                                                    rows[i].owner_id, &today);

        g_assert_cmpstr (text->title, ==, rows[i].titles[j]);
        g_assert_cmpstr (text->subtitle, ==, "Thursday group · proposed 20 Jan");
      }
}

/* The review is not done by beginning a new version, only by signing it. */
static void
test_reasons_review (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  mtr_test_make_ready (snapshot);
  mtr_test_record (snapshot, MTR_KIND_AGREEMENT, 17, MTR_AGREEMENT_PAIRING_ID, "10", MTR_AGREEMENT_VERSION, "2",
                   MTR_AGREEMENT_REVIEW_ON, "2027-02-28", MTR_FIELD_NONE);
  assert_reasons (snapshot, REVIEW SILENCE);
  mtr_test_set_in (snapshot, MTR_AGREEMENT_MENTOR_SIGNED_AT, 17, "2026-08-31T10:00:00Z");
  mtr_test_set_in (snapshot, MTR_AGREEMENT_MENTEE_SIGNED_AT, 17, "2026-08-31T10:00:00Z");
  assert_reasons (snapshot, "review from 2027-03-01 subject 17 turn 0 harm 9\n" SILENCE);
}

static void
test_reasons_sessions (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  mtr_test_record (snapshot, MTR_KIND_SESSION, 50, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "held",
                   MTR_SESSION_HELD_ON, "2026-10-09", MTR_SESSION_MINUTES, "55", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SESSION, 51, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "missed",
                   MTR_SESSION_HELD_ON, "2026-10-20", MTR_FIELD_NONE);
  /* 9 October and 32 days. */
  assert_reasons (snapshot, REVIEW "silence from 2026-11-10 subject 0 turn 2 harm 8\n" DUE_FORMATIVE DUE_DIRECT DUE_REST);

  mtr_test_record (snapshot, MTR_KIND_SESSION, 52, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "planned",
                   MTR_SESSION_HELD_ON, "2026-11-26", MTR_FIELD_NONE);
  assert_reasons (snapshot,
                  REVIEW "unwritten from 2026-11-27 subject 52 turn 2 harm 7\n" DUE_FORMATIVE DUE_DIRECT DUE_REST);
}

static void
test_reasons_observations (void)
{
  static const struct {
    MtrObservationStep step;
    const char        *expected;
  } rows[] = {
    { MTR_OBSERVATION_STEP_PLAN,       "observation from 2026-03-13 subject 31 turn 2 harm 4\n" },
    { MTR_OBSERVATION_STEP_CONSENT,    "observation from 2026-03-13 subject 31 turn 2 harm 4\n" },
    { MTR_OBSERVATION_STEP_OBSERVE,    "observation from 2026-03-13 subject 31 turn 2 harm 4\n" },
    { MTR_OBSERVATION_STEP_FEEDBACK,   "feedback from 2026-03-13 subject 31 turn 2 harm 2\n" },
    { MTR_OBSERVATION_STEP_REFLECTION, "reflection from 2026-03-17 subject 31 turn 1 harm 2\n" },
    { MTR_OBSERVATION_STEP_SIGN,       "signature from 2026-03-19 subject 31 turn 2 harm 1\n"
                                       "signature from 2026-03-19 subject 31 turn 1 harm 1\n" },
    { MTR_OBSERVATION_STEP_SEALED,     "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autofree char *expected = g_strconcat (REVIEW SILENCE, rows[i].expected, DUE_DIRECT DUE_REST, NULL);

      mtr_test_observation (snapshot, 31, "formative", "2026-03-12", rows[i].step);
      assert_reasons (snapshot, expected);
    }
}

static void
test_reasons_ready_and_handed_in (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  mtr_test_make_ready (snapshot);
  mtr_test_set_in (snapshot, MTR_PORTFOLIO_SUBMIT_BY, MTR_TEST_PORTFOLIO, "2027-01-15");
  assert_reasons (snapshot, REVIEW SILENCE "submission from 2026-12-18 subject 20 turn 1 harm 3\n");

  mtr_test_record (snapshot, MTR_KIND_RECOMMENDATION, 60, MTR_RECOMMENDATION_PORTFOLIO_ID, "20", MTR_FIELD_NONE);
  assert_reasons (snapshot, REVIEW SILENCE);
}

static void
test_ids_stay (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) one = mtr_attention_build (pack, snapshot, MTR_TEST_PAIRING);
  g_autoptr (GPtrArray) two = mtr_attention_build (pack, snapshot, MTR_TEST_PAIRING);

  g_assert_cmpuint (one->len, ==, two->len);
  for (guint i = 0; i < one->len; i++)
    {
      gint64 id = mtr_record_get_id (g_ptr_array_index (one, i));

      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (id, ==, mtr_record_get_id (g_ptr_array_index (two, i)));
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (id, !=, mtr_record_get_id (g_ptr_array_index (one, j)));
    }
}

static void
assert_words (MtrSnapshot *snapshot,
              const char  *reason,
              gint64       owner_id,
              const char  *today_iso,
              const char  *title,
              const char  *subtitle,
              const char  *verb)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (GPtrArray) reasons = mtr_attention_build (pack, snapshot, MTR_TEST_PAIRING);
  GDate today = mtr_test_date (today_iso);

  for (guint i = 0; i < reasons->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (reasons, i);
      g_autoptr (MtrAttentionText) text = NULL;

      if (!mtr_record_text_is (record, MTR_ATTENTION_REASON, reason))
        continue;
      text = mtr_attention_describe (pack, snapshot, record, owner_id, &today);
      g_assert_cmpstr (text->title, ==, title);
      g_assert_cmpstr (text->subtitle, ==, subtitle);
      g_assert_cmpstr (text->verb, ==, verb);
      return;
    }
  g_assert_not_reached ();
}

static void
test_words (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrSnapshot) proposed = mtr_test_snapshot_new ();
  g_autoptr (MtrSnapshot) waiting = mtr_test_snapshot_new ();

  mtr_test_observation (snapshot, 32, "direct", "2026-07-04", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_observation (snapshot, 33, "direct", "2026-11-03", MTR_OBSERVATION_STEP_SIGN);
  mtr_test_set_in (snapshot, MTR_OBSERVATION_REFLECTION_SHARED_AT, 33, "2026-11-12T18:00:00Z");
  mtr_test_record (snapshot, MTR_KIND_SESSION, 50, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "held",
                   MTR_SESSION_HELD_ON, "2026-10-09", MTR_SESSION_MINUTES, "55", MTR_FIELD_NONE);
  assert_words (snapshot, "signature", MTR_TEST_MENTOR, "2026-11-21", "Direct observation 2 waits for your signature",
                "Supervisor A · observed 3 Nov, reflection written 12 Nov", "Read and sign");
  assert_words (snapshot, "signature", MTR_TEST_LEAD, "2026-11-21",
                "Direct observation 2 waits for Mentor B’s signature",
                "Supervisor A · observed 3 Nov, reflection written 12 Nov", "Remind…");
  /* From 9 October to 21 November there are 43 days: six whole weeks. */
  assert_words (snapshot, "silence", MTR_TEST_MENTOR, "2026-11-21", "No session for 6 weeks",
                "Supervisor A · last on 9 Oct, agreed every 3 weeks", "Plan one");
  assert_words (snapshot, "due.formative", MTR_TEST_MENTOR, "2026-11-21",
                "Initial formative observation is not planned", "Supervisor A · due since 3 Apr", "Plan one");
  assert_words (snapshot, "due.supervisees", MTR_TEST_SUPERVISOR, "2026-11-21", "Feedback from supervisees: 0 of 1",
                "Supervisor A · due since 3 Aug", "Open");
  assert_words (snapshot, "review", MTR_TEST_MENTOR, "2026-11-21", "The agreement is to be looked at again",
                "Supervisor A · agreed for 10 Aug", "Open");

  mtr_test_set_in (proposed, MTR_PAIRING_PROPOSED_ON, MTR_TEST_PAIRING, "2026-10-31");
  mtr_test_set_in (proposed, MTR_AGREEMENT_MENTEE_SIGNED_AT, MTR_TEST_AGREEMENT, NULL);
  mtr_test_set_in (proposed, MTR_AGREEMENT_MENTOR_SIGNED_AT, MTR_TEST_AGREEMENT, NULL);
  assert_words (proposed, "agreement", MTR_TEST_MENTOR, "2026-11-21", "Agreement not signed after 21 days",
                "Supervisor A · proposed 31 Oct", "Open");

  mtr_test_observation (waiting, 31, "formative", "2026-11-13", MTR_OBSERVATION_STEP_REFLECTION);
  assert_words (waiting, "reflection", MTR_TEST_MENTOR, "2026-11-21", "Reflection on: Initial formative observation",
                "Supervisor A, for 8 days", "Remind…");
  assert_words (waiting, "reflection", MTR_TEST_SUPERVISOR, "2026-11-21",
                "Initial formative observation waits for your reflection", "feedback passed on 13 Nov", "Write");
}

static void
test_current_and_set_aside (void)
{
  static const struct {
    const char *today;
    gboolean    current;
    gboolean    aside;
  } rows[] = {
    { "2026-03-06", FALSE, TRUE },
    { "2026-03-07", TRUE,  TRUE },
    { "2026-03-19", TRUE,  TRUE },
    { "2026-03-20", TRUE,  FALSE },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) set_asides = g_ptr_array_new ();
  MtrRecord *silence = mtr_test_record (snapshot, MTR_KIND_ATTENTION, 70, MTR_ATTENTION_PAIRING_ID, "10",
                                        MTR_ATTENTION_REASON, "silence", MTR_ATTENTION_FROM_ON, "2026-03-07",
                                        MTR_FIELD_NONE);
  MtrRecord *other = mtr_test_record (snapshot, MTR_KIND_ATTENTION, 71, MTR_ATTENTION_PAIRING_ID, "10",
                                      MTR_ATTENTION_REASON, "silence", MTR_ATTENTION_SUBJECT_ID, "5",
                                      MTR_ATTENTION_FROM_ON, "2026-03-07", MTR_ATTENTION_UNTIL_ON, "2026-03-09",
                                      MTR_FIELD_NONE);

  g_ptr_array_add (set_asides, mtr_test_record (snapshot, MTR_KIND_SET_ASIDE, 80, MTR_SET_ASIDE_PAIRING_ID, "10",
                                                MTR_SET_ASIDE_REASON, "silence", MTR_SET_ASIDE_UNTIL_ON, "2026-03-20",
                                                MTR_FIELD_NONE));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate today = mtr_test_date (rows[i].today);

      g_assert_cmpint (mtr_attention_is_current (silence, &today), ==, rows[i].current);
      g_assert_cmpint (mtr_attention_is_set_aside (silence, set_asides, MTR_TEST_MENTOR, &today), ==, rows[i].aside);
      g_assert_false (mtr_attention_is_set_aside (other, set_asides, MTR_TEST_MENTOR, &today));
      g_assert_cmpint (mtr_attention_is_current (other, &today), ==, i == 1);
    }
}

/* Two signatures are missing under one observation, the mentor's and the supervisor's. */
static void
test_set_aside_turn (void)
{
  static const struct {
    const char *turn;
    gint64      owner;
    gboolean    mentors_half, supervisors_half;
  } rows[] = {
    { NULL,     MTR_TEST_MENTOR,     TRUE,  TRUE },
    { "yours",  MTR_TEST_MENTOR,     TRUE,  FALSE },
    { "theirs", MTR_TEST_MENTOR,     FALSE, TRUE },
    { "yours",  MTR_TEST_SUPERVISOR, FALSE, TRUE },
    { "theirs", MTR_TEST_SUPERVISOR, TRUE,  FALSE },
    { "theirs", MTR_TEST_LEAD,       TRUE,  TRUE },
  };
  GDate today = mtr_test_date ("2026-03-19");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autoptr (GPtrArray) set_asides = g_ptr_array_new ();
      MtrRecord *mentors = mtr_test_record (snapshot, MTR_KIND_ATTENTION, 70, MTR_ATTENTION_REASON, "signature",
                                            MTR_ATTENTION_SUBJECT_ID, "30", MTR_ATTENTION_TURN_ID, "2", MTR_FIELD_NONE);
      MtrRecord *supervisors = mtr_test_record (snapshot, MTR_KIND_ATTENTION, 71, MTR_ATTENTION_REASON, "signature",
                                                MTR_ATTENTION_SUBJECT_ID, "30", MTR_ATTENTION_TURN_ID, "1",
                                                MTR_FIELD_NONE);

      g_ptr_array_add (set_asides, mtr_test_record (snapshot, MTR_KIND_SET_ASIDE, 80, MTR_SET_ASIDE_REASON, "signature",
                                                    MTR_SET_ASIDE_SUBJECT_ID, "30", MTR_SET_ASIDE_UNTIL_ON, "2026-03-20",
                                                    MTR_SET_ASIDE_TURN, rows[i].turn, MTR_FIELD_NONE));
      g_assert_cmpint (mtr_attention_is_set_aside (mentors, set_asides, rows[i].owner, &today), ==,
                       rows[i].mentors_half);
      g_assert_cmpint (mtr_attention_is_set_aside (supervisors, set_asides, rows[i].owner, &today), ==,
                       rows[i].supervisors_half);
    }
}

static void
test_summary (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrRecord) empty = mtr_summary_build (pack, snapshot, MTR_TEST_PAIRING);
  g_autoptr (MtrRecord) ready = NULL;

  g_assert_cmpstr (mtr_record_get_text (empty, MTR_PAIRING_SUMMARY_MENTEES), ==, "Supervisor A");
  g_assert_cmpstr (mtr_record_get_text (empty, MTR_PAIRING_SUMMARY_MENTOR), ==, "Mentor B");
  g_assert_cmpstr (mtr_record_get_text (empty, MTR_PAIRING_SUMMARY_STATE), ==, "active");
  g_assert_null (mtr_record_get_text (empty, MTR_PAIRING_SUMMARY_LAST_HELD_ON));
  g_assert_cmpint (mtr_record_get_number (empty, MTR_PAIRING_SUMMARY_OBSERVATIONS_DONE), ==, 0);
  g_assert_cmpint (mtr_record_get_number (empty, MTR_PAIRING_SUMMARY_OBSERVATIONS_ASKED), ==, 3);
  /* Three observations, three areas, feedback, report, comment and names; no links, so none without a reason. */
  g_assert_cmpint (mtr_record_get_number (empty, MTR_PAIRING_SUMMARY_UNMET), ==, 10);
  g_assert_cmpstr (mtr_record_get_text (empty, MTR_PAIRING_SUMMARY_ATTENTION_FROM), ==, "2026-03-07");

  mtr_test_make_ready (snapshot);
  /* A third direct one is not a third of three. */
  mtr_test_observation (snapshot, 34, "direct", "2026-11-10", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_record (snapshot, MTR_KIND_SESSION, 50, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "held",
                   MTR_SESSION_HELD_ON, "2026-10-09", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SESSION, 51, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "planned",
                   MTR_SESSION_HELD_ON, "2026-12-10", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SESSION, 52, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "planned",
                   MTR_SESSION_HELD_ON, "2026-11-26", MTR_FIELD_NONE);
  ready = mtr_summary_build (pack, snapshot, MTR_TEST_PAIRING);
  g_assert_cmpint (mtr_record_get_number (ready, MTR_PAIRING_SUMMARY_OBSERVATIONS_DONE), ==, 3);
  g_assert_cmpint (mtr_record_get_number (ready, MTR_PAIRING_SUMMARY_UNMET), ==, 0);
  g_assert_cmpstr (mtr_record_get_text (ready, MTR_PAIRING_SUMMARY_LAST_HELD_ON), ==, "2026-10-09");
  g_assert_cmpstr (mtr_record_get_text (ready, MTR_PAIRING_SUMMARY_NEXT_PLANNED_ON), ==, "2026-11-26");
  g_assert_null (mtr_summary_build (pack, snapshot, 999));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/attention/plain", test_reasons_plain);
  g_test_add_func ("/core/attention/states", test_reasons_states);
  g_test_add_func ("/core/attention/mentor-and-agreement", test_reasons_mentor_and_agreement);
  g_test_add_func ("/core/attention/group-agreement", test_reasons_group_agreement);
  g_test_add_func ("/core/attention/review", test_reasons_review);
  g_test_add_func ("/core/attention/sessions", test_reasons_sessions);
  g_test_add_func ("/core/attention/observations", test_reasons_observations);
  g_test_add_func ("/core/attention/ready-and-handed-in", test_reasons_ready_and_handed_in);
  g_test_add_func ("/core/attention/ids-stay", test_ids_stay);
  g_test_add_func ("/core/attention/words", test_words);
  g_test_add_func ("/core/attention/current-and-set-aside", test_current_and_set_aside);
  g_test_add_func ("/core/attention/set-aside-turn", test_set_aside_turn);
  g_test_add_func ("/core/summary/fields", test_summary);

  return g_test_run ();
}
