/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Observations: steps, turns, what counts, what is wrong or missing, and the
 * actions from plan to seal.
 */

#include "mtr-observation-series.h"
#include "mtr-signature.h"
#include "mtr-test-records.h"

static void
test_steps_and_turns (void)
{
  static const struct {
    MtrObservationStep step;
    gint64             turn;
    const char        *since;
    gboolean           counts;
    const char        *subtitle;
    const char        *word;
  } rows[] = {
    { MTR_OBSERVATION_STEP_PLAN,       MTR_TEST_MENTOR,     NULL,         FALSE, "Your turn: plan", "yours" },
    { MTR_OBSERVATION_STEP_CONSENT,    MTR_TEST_SUPERVISOR, "2026-11-03", FALSE, "Consent: Supervisor A’s turn since 3 Nov", "waiting" },
    { MTR_OBSERVATION_STEP_OBSERVE,    MTR_TEST_MENTOR,     "2026-11-03", FALSE, "Your turn: observe", "yours" },
    { MTR_OBSERVATION_STEP_FEEDBACK,   MTR_TEST_MENTOR,     "2026-11-03", FALSE, "Your turn: feedback", "yours" },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_TEST_SUPERVISOR, "2026-11-03", FALSE, "Reflection: Supervisor A’s turn since 3 Nov", "waiting" },
    { MTR_OBSERVATION_STEP_SIGN,       MTR_TEST_MENTOR,     "2026-11-03", FALSE, "Your turn: sign", "yours" },
    { MTR_OBSERVATION_STEP_SEALED,     0,                   NULL,         TRUE,  "signed 3 November 2026", "signed" },
  };
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *observation = mtr_test_observation (snapshot, 31, "direct", "2026-11-03", rows[i].step);
      g_autofree char *since = NULL;
      g_autofree char *subtitle = mtr_observation_dup_subtitle (snapshot, observation, MTR_TEST_MENTOR, &today);

      g_assert_cmpint (mtr_observation_get_step (snapshot, observation), ==, rows[i].step);
      g_assert_cmpint (mtr_observation_get_turn (snapshot, observation, MTR_TEST_MENTOR, &since), ==, rows[i].turn);
      g_assert_cmpstr (since, ==, rows[i].since);
      g_assert_cmpint (mtr_observation_counts (snapshot, observation), ==, rows[i].counts);
      g_assert_cmpstr (subtitle, ==, rows[i].subtitle);
      g_assert_cmpstr (mtr_observation_get_word (snapshot, observation, MTR_TEST_MENTOR), ==, rows[i].word);
    }
}

static void
test_ends (void)
{
  static const struct {
    MtrField           field;
    const char        *value;
    MtrObservationStep step;
  } rows[] = {
    { MTR_OBSERVATION_CONSENT_STATE,        "refused",              MTR_OBSERVATION_STEP_REFUSED },
    { MTR_OBSERVATION_WITHDRAWN_ON,         "2026-11-04",           MTR_OBSERVATION_STEP_WITHDRAWN },
    { MTR_OBSERVATION_CONSENT_WITHDRAWN_ON, "2026-11-04",           MTR_OBSERVATION_STEP_WITHDRAWN },
    { MTR_OBSERVATION_ERASED_AT,            "2026-11-04T10:00:00Z", MTR_OBSERVATION_STEP_ERASED },
    { MTR_OBSERVATION_CONSENT_STATE,        "pending",              MTR_OBSERVATION_STEP_CONSENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *observation = mtr_test_observation (snapshot, 31, "direct", "2026-11-03", MTR_OBSERVATION_STEP_FEEDBACK);

      mtr_test_set (observation, rows[i].field, rows[i].value);
      g_assert_cmpint (mtr_observation_get_step (snapshot, observation), ==, rows[i].step);
      g_assert_cmpint (mtr_observation_is_live (snapshot, observation), ==, rows[i].step < MTR_OBSERVATION_STEP_SEALED);
    }
}

/* A sealed record that nevertheless does not count. */
static void
test_sealed_but_does_not_count (void)
{
  static const struct {
    MtrField    field;
    const char *value;
    gboolean    counts;
  } rows[] = {
    { MTR_OBSERVATION_CONSENT_ON,         "2026-11-03", TRUE },   /* on the day */
    { MTR_OBSERVATION_CONSENT_ON,         "2026-11-04", FALSE },  /* the day after */
    { MTR_OBSERVATION_CONSENT_ON,         NULL,         FALSE },
    { MTR_OBSERVATION_HELD_ON,            NULL,         FALSE },
    { MTR_OBSERVATION_OBSERVER_ID,        "1",          FALSE },  /* the observer is the observed */
    { MTR_OBSERVATION_OBSERVER_ID,        NULL,         FALSE },
    { MTR_OBSERVATION_OBSERVER_SIGNED_AT, NULL,         FALSE },
    { MTR_OBSERVATION_OBSERVER_ID,        "4",          TRUE },   /* the observer need not be the mentor */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *observation = mtr_test_observation (snapshot, 31, "direct", "2026-11-03", MTR_OBSERVATION_STEP_SEALED);

      mtr_test_set (observation, rows[i].field, rows[i].value);
      g_assert_cmpint (mtr_observation_counts (snapshot, observation), ==, rows[i].counts);
      g_assert_cmpint (mtr_observation_is_live (snapshot, observation), ==, rows[i].counts);
    }
}

static char *
dup_problems (GPtrArray *problems)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const MtrProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (lines, "%s%s %d\n", problem->warning ? "?" : "", mtr_field_get_info (problem->field)->column,
                              (int) problem->id);
    }

  return g_string_free (lines, FALSE);
}

static void
test_problems (void)
{
  static const struct {
    const char        *type;
    MtrObservationStep step;
    MtrField           field;
    const char        *value;
    const char        *expected;
    const char        *message;
  } rows[] = {
    { "direct", MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_SETTING, "The office", "", NULL },
    { "direct", MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_OBSERVER_ID, "1", "observer_id 31\n",
      "The observer cannot be the person observed." },
    { "direct", MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_CONSENT_ON, "2026-11-04", "consent_on 31\n",
      "Consent is dated after the observation (3 November). An observation without consent beforehand does not count. "
      "Correct the date, or withdraw this one." },
    { "direct", MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_CONSENT_STATE, "refused", "consent_state 31\n",
      "Consent was not given, so this observation does not take place." },
    { "direct", MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_SHADOWER_ID, "4", "shadower_consented 31\n", NULL },
    { "formative", MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_DRAFT_JUDGEMENT, "good", "judgement 31\n", NULL },
    { "direct", MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_DRAFT_JUDGEMENT, "good", "", NULL },
    { "direct", MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_HELD_ON, "2026-11-22", "held_on 31\n",
      "22 November has not come yet. Correct the date." },
    { "direct", MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_HELD_ON, "2026-11-22", "", NULL },
    { "direct", MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_FEEDBACK_GIVEN_ON, "2026-11-02", "feedback_given_on 31\n",
      "This is before the observation (3 November). Correct the date." },
    { "direct", MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_FEEDBACK_GIVEN_ON, "2026-11-22", "feedback_given_on 31\n",
      "22 November has not come yet. Correct the date." },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *observation = mtr_test_observation (snapshot, 31, rows[i].type, "2026-11-03", rows[i].step);
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *lines = NULL;

      mtr_test_set (observation, rows[i].field, rows[i].value);
      problems = mtr_observation_list_problems (pack, snapshot, observation, &today);
      lines = dup_problems (problems);
      g_assert_cmpstr (lines, ==, rows[i].expected);
      if (rows[i].message != NULL)
        g_assert_cmpstr (((MtrProblem *) g_ptr_array_index (problems, 0))->message, ==, rows[i].message);
    }
}

static void
test_formative_after_direct_warns (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *formative = mtr_test_observation (snapshot, 31, "formative", "2026-07-05", MTR_OBSERVATION_STEP_SEALED);
  g_autoptr (GPtrArray) alone = mtr_observation_list_problems (pack, snapshot, formative, NULL);
  g_autoptr (GPtrArray) late = NULL;
  g_autofree char *lines = NULL;

  g_assert_cmpuint (alone->len, ==, 0);
  mtr_test_observation (snapshot, 32, "direct", "2026-07-04", MTR_OBSERVATION_STEP_SEALED);
  late = mtr_observation_list_problems (pack, snapshot, formative, NULL);
  lines = dup_problems (late);
  g_assert_cmpstr (lines, ==, "?held_on 31\n");
  g_assert_true (mtr_observation_counts (snapshot, formative));
}

static void
test_missing (void)
{
  static const struct {
    MtrObservationStep at;     /* what has been done */
    MtrObservationStep step;   /* what is to be finished */
    MtrField           field;
    const char        *value;
    const char        *expected;
  } rows[] = {
    { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_MODE, "in-person", "" },
    { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_OBSERVER_ID, NULL, "observer_id 31\n" },
    { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_MODE, "remote",
      "remote_private 31\nremote_seen 31\nremote_not_recorded 31\n" },
    { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_FROM, "The supervisee",
      "consent_state 31\nconsent_on 31\n" },
    { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_STATE, "pending",
      "consent_state 31\n" },
    { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_MODE, "in-person", "" },
    { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_HELD_ON, "2026-11-26", "held_on 31\n" },
    { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_CONSENT_STATE, NULL,
      "consent_state 31\n" },
    { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_DRAFT_STRENGTHS, "Calm",
      "to_develop 31\nfeedback_given_on 31\nrationale 61\n" },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_DRAFT_REFLECTION, "I rushed", "" },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_MODE, NULL, "reflection 31\n" },
    { MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_JUDGEMENT, "good", "rationale 61\n" },
    { MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_TO_DEVELOP, NULL,
      "to_develop 31\nrationale 61\n?judgement 31\n" },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_DRAFT_REFLECTION, "I rushed",
      "reflection 31\nreflection_shared_at 31\nrationale 61\n?judgement 31\n" },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *observation = mtr_test_observation (snapshot, 31, "direct", "2026-11-03", rows[i].at);
      g_autoptr (GPtrArray) missing = NULL;
      g_autofree char *lines = NULL;

      /* One area has its reason, the other does not. */
      mtr_test_record (snapshot, MTR_KIND_OBSERVATION_AREA, 60, MTR_OBSERVATION_AREA_OBSERVATION_ID, "31",
                       MTR_OBSERVATION_AREA_STANDARD, "1", MTR_OBSERVATION_AREA_RATIONALE, "Asks", MTR_FIELD_NONE);
      mtr_test_record (snapshot, MTR_KIND_OBSERVATION_AREA, 61, MTR_OBSERVATION_AREA_OBSERVATION_ID, "31",
                       MTR_OBSERVATION_AREA_STANDARD, "2", MTR_FIELD_NONE);
      mtr_test_set (observation, rows[i].field, rows[i].value);
      missing = mtr_observation_list_missing (pack, snapshot, observation, rows[i].step, &today);
      lines = dup_problems (missing);
      g_assert_cmpstr (lines, ==, rows[i].expected);
    }
}

/* From feedback to seal, by the actions alone. */
static void
test_actions (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *observation = mtr_test_observation (snapshot, 31, "direct", "2026-11-03", MTR_OBSERVATION_STEP_FEEDBACK);
  MtrRecord *area = mtr_test_record (snapshot, MTR_KIND_OBSERVATION_AREA, 60, MTR_OBSERVATION_AREA_OBSERVATION_ID, "31",
                                     MTR_OBSERVATION_AREA_STANDARD, "1", MTR_OBSERVATION_AREA_DRAFT_RATIONALE, "Asks",
                                     MTR_FIELD_NONE);
  MtrRecord *theme = mtr_test_record (snapshot, MTR_KIND_OBSERVATION_THEME, 61, MTR_OBSERVATION_THEME_OBSERVATION_ID, "31",
                                      MTR_OBSERVATION_THEME_THEME, "agenda", MTR_OBSERVATION_THEME_DRAFT_TEXT, "Shared",
                                      MTR_FIELD_NONE);
  g_autoptr (MtrChange) feedback = NULL;
  g_autoptr (MtrChange) reflection = NULL;
  g_autoptr (MtrChange) first = NULL;
  g_autoptr (MtrChange) second = NULL;

  mtr_test_set (observation, MTR_OBSERVATION_DRAFT_STRENGTHS, "Calm");
  mtr_test_set (observation, MTR_OBSERVATION_DRAFT_TO_DEVELOP, "Silence");
  mtr_test_set (observation, MTR_OBSERVATION_DRAFT_JUDGEMENT, "good");
  feedback = mtr_observation_pass_feedback_on (snapshot, observation, "2026-11-09T10:00:00Z");
  mtr_test_apply (snapshot, feedback);
  g_assert_cmpstr (mtr_record_get_text (observation, MTR_OBSERVATION_STRENGTHS), ==, "Calm");
  g_assert_null (mtr_record_get_text (observation, MTR_OBSERVATION_DRAFT_STRENGTHS));
  g_assert_cmpstr (mtr_record_get_text (observation, MTR_OBSERVATION_JUDGEMENT), ==, "good");
  g_assert_cmpstr (mtr_record_get_text (area, MTR_OBSERVATION_AREA_RATIONALE), ==, "Asks");
  g_assert_null (mtr_record_get_text (area, MTR_OBSERVATION_AREA_DRAFT_RATIONALE));
  g_assert_cmpstr (mtr_record_get_text (theme, MTR_OBSERVATION_THEME_TEXT), ==, "Shared");
  g_assert_cmpint (mtr_observation_get_step (snapshot, observation), ==, MTR_OBSERVATION_STEP_REFLECTION);
  g_assert_false (mtr_change_get_barrier (feedback));

  mtr_test_set (observation, MTR_OBSERVATION_DRAFT_REFLECTION, "I rushed");
  mtr_test_set (observation, MTR_OBSERVATION_DRAFT_DISAGREEMENT, "It was a long day");
  reflection = mtr_observation_share_reflection (observation, "2026-11-12T10:00:00Z");
  mtr_test_apply (snapshot, reflection);
  g_assert_cmpstr (mtr_record_get_text (observation, MTR_OBSERVATION_REFLECTION), ==, "I rushed");
  g_assert_cmpstr (mtr_record_get_text (observation, MTR_OBSERVATION_DISAGREEMENT), ==, "It was a long day");
  g_assert_cmpint (mtr_observation_get_step (snapshot, observation), ==, MTR_OBSERVATION_STEP_SIGN);

  first = mtr_observation_sign (observation, MTR_SLOT_OBSERVED, "Supervisor A", MTR_SIGNED_IN_PERSON,
                                "2026-11-21T15:00:00Z");
  g_assert_true (mtr_change_get_barrier (first));
  mtr_test_apply (snapshot, first);
  g_assert_false (mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT));
  g_assert_cmpint (mtr_observation_get_turn (snapshot, observation, MTR_TEST_SUPERVISOR, NULL), ==, MTR_TEST_MENTOR);
  g_assert_false (mtr_observation_counts (snapshot, observation));

  second = mtr_observation_sign (observation, MTR_SLOT_OBSERVER, "Mentor B", MTR_SIGNED_OWN_FILE, "2026-11-21T15:20:00Z");
  mtr_test_apply (snapshot, second);
  g_assert_cmpstr (mtr_record_get_text (observation, MTR_OBSERVATION_SEALED_AT), ==, "2026-11-21T15:20:00Z");
  g_assert_cmpstr (mtr_record_get_text (observation, MTR_OBSERVATION_OBSERVED_SIGNED_HOW), ==, "in-person");
  g_assert_true (mtr_observation_counts (snapshot, observation));
}

static void
test_withdrawals (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *open = mtr_test_observation (snapshot, 31, "direct", "2026-11-03", MTR_OBSERVATION_STEP_FEEDBACK);
  MtrRecord *sealed = mtr_test_observation (snapshot, 32, "direct", "2026-11-03", MTR_OBSERVATION_STEP_SEALED);
  MtrRecord *refused = mtr_test_observation (snapshot, 33, "direct", "2026-11-03", MTR_OBSERVATION_STEP_CONSENT);
  g_autoptr (MtrChange) of_open = mtr_observation_withdraw (open, TRUE, "2026-11-05", 90, MTR_TEST_MENTOR);
  g_autoptr (MtrChange) of_sealed = mtr_observation_withdraw (sealed, TRUE, "2026-11-05", 91, MTR_TEST_MENTOR);
  g_autoptr (MtrChange) correction = mtr_observation_add_addendum (sealed, 92, MTR_ADDENDUM_CORRECTION, "2026-11-04",
                                                                   MTR_TEST_MENTOR, "It was by video.");
  g_autoptr (MtrChange) no = NULL;
  MtrRecord *addendum;

  mtr_test_apply (snapshot, of_open);
  g_assert_cmpstr (mtr_record_get_text (open, MTR_OBSERVATION_CONSENT_WITHDRAWN_ON), ==, "2026-11-05");
  g_assert_cmpint (mtr_observation_get_step (snapshot, open), ==, MTR_OBSERVATION_STEP_WITHDRAWN);

  /* A correction changes nothing in the count; the sealed record itself is never touched. */
  mtr_test_apply (snapshot, correction);
  g_assert_true (mtr_observation_counts (snapshot, sealed));
  for (guint i = 0; i < mtr_change_count (of_sealed); i++)
    g_assert_cmpint (mtr_change_nth (of_sealed, i)->kind, ==, MTR_KIND_ADDENDUM);
  mtr_test_apply (snapshot, of_sealed);
  addendum = mtr_snapshot_get (snapshot, MTR_KIND_ADDENDUM, 91);
  g_assert_cmpstr (mtr_record_get_text (addendum, MTR_ADDENDUM_REASON), ==, "withdrawal");
  g_assert_cmpint (mtr_record_get_number (addendum, MTR_ADDENDUM_AUTHOR_ID), ==, MTR_TEST_MENTOR);
  g_assert_false (mtr_observation_counts (snapshot, sealed));
  g_assert_true (mtr_record_is_set (sealed, MTR_OBSERVATION_SEALED_AT));

  mtr_test_set (refused, MTR_OBSERVATION_CONSENT_WISHES, "Not on a Friday");
  no = mtr_observation_refuse_consent (refused, "2026-11-02");
  mtr_test_apply (snapshot, no);
  g_assert_cmpint (mtr_observation_get_step (snapshot, refused), ==, MTR_OBSERVATION_STEP_REFUSED);
  g_assert_null (mtr_record_get_text (refused, MTR_OBSERVATION_CONSENT_WISHES));
}

static void
test_series (void)
{
  static const struct {
    const char *title;
    const char *short_title;
    gint64      id;
  } rows[] = {
    { "Initial formative observation",     "Initial formative observation", 31 },
    { "Direct observation 1 of 2",         "Direct observation 1",          33 },
    { "Direct observation 2 of 2",         "Direct observation 2",          32 },
    { "Direct observation, a further one", "Direct observation",            35 },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) empty = mtr_observation_series_list (pack, snapshot, MTR_TEST_SUPERVISOR);
  g_autoptr (GPtrArray) places = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *withdrawn = NULL;

  g_assert_cmpuint (empty->len, ==, 3);
  g_assert_null (((MtrObservationPlace *) g_ptr_array_index (empty, 1))->observation);

  mtr_test_observation (snapshot, 31, "formative", "2026-03-12", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_observation (snapshot, 32, "direct", "2026-07-04", MTR_OBSERVATION_STEP_SIGN);
  mtr_test_observation (snapshot, 33, "direct", "2026-06-04", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_observation (snapshot, 34, "direct", "2026-05-04", MTR_OBSERVATION_STEP_FEEDBACK);
  mtr_test_set_in (snapshot, MTR_OBSERVATION_WITHDRAWN_ON, 34, "2026-05-05");
  mtr_test_observation (snapshot, 35, "direct", "2026-11-03", MTR_OBSERVATION_STEP_PLAN);
  mtr_test_set_in (snapshot, MTR_OBSERVATION_HELD_ON, 35, NULL);
  /* Somebody else's observation is not hers. */
  mtr_test_observation (snapshot, 36, "direct", "2026-01-04", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_set_in (snapshot, MTR_OBSERVATION_OBSERVED_ID, 36, "4");

  places = mtr_observation_series_list (pack, snapshot, MTR_TEST_SUPERVISOR);
  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MtrObservationPlace *place = g_ptr_array_index (places, i);
      g_autofree char *title = mtr_observation_place_dup_title (place);
      g_autofree char *short_title = mtr_observation_dup_short_title (pack, snapshot, place->observation);

      g_assert_cmpint (mtr_record_get_id (place->observation), ==, rows[i].id);
      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_cmpstr (short_title, ==, rows[i].short_title);
    }

  withdrawn = mtr_observation_dup_title (pack, snapshot, mtr_snapshot_get (snapshot, MTR_KIND_OBSERVATION, 34));
  g_assert_cmpstr (withdrawn, ==, "Direct observation");
  counts = mtr_observation_series_dup_counts (pack, snapshot, MTR_TEST_SUPERVISOR);
  g_assert_cmpstr (counts, ==,
                   "Initial formative observation: 1 of 1. Direct observation: 1 of 2. Unsigned ones do not count.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/observation/steps-and-turns", test_steps_and_turns);
  g_test_add_func ("/core/observation/ends", test_ends);
  g_test_add_func ("/core/observation/sealed-but-does-not-count", test_sealed_but_does_not_count);
  g_test_add_func ("/core/observation/problems", test_problems);
  g_test_add_func ("/core/observation/formative-after-direct-warns", test_formative_after_direct_warns);
  g_test_add_func ("/core/observation/missing", test_missing);
  g_test_add_func ("/core/observation/actions", test_actions);
  g_test_add_func ("/core/observation/withdrawals", test_withdrawals);
  g_test_add_func ("/core/observation/series", test_series);

  return g_test_run ();
}
