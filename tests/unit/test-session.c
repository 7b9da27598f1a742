/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of the diary: which days a session may have, what state and kind
 * it gets, which one somebody means to write, what is suggested for the next,
 * what is still to do, and what the portfolio has of it.
 */

#include "mtr-date.h"
#include "mtr-portfolio.h"
#include "mtr-session.h"
#include "mtr-test-records.h"

static void
test_problems (void)
{
  static const struct {
    const char *state;
    const char *held_on;
    const char *minutes;
    const char *kind;
    MtrField    problem;
    gboolean    warning;
    const char *message;
  } rows[] = {
    { "held", "2026-11-19", "60", "mentoring", MTR_FIELD_NONE, FALSE, NULL },
    { "held", "2026-11-21", "1", "mentoring", MTR_FIELD_NONE, FALSE, NULL },
    { "held", "2026-11-19", "0", "mentoring", MTR_SESSION_MINUTES, FALSE, "Write how long it was: at least one minute." },
    { "held", "2026-11-19", NULL, "mentoring", MTR_SESSION_MINUTES, FALSE, "Write how long it was: at least one minute." },
    { "held", NULL, "60", "mentoring", MTR_SESSION_HELD_ON, FALSE, "Write when it was." },
    { "planned", NULL, NULL, "mentoring", MTR_FIELD_NONE, FALSE, NULL },
    { "held", "2026-02-02", "60", "first-meeting", MTR_SESSION_HELD_ON, FALSE,
      "This is before the pairing began (3 February 2026). Change the date, or the pairing’s start." },
    { "planned", "2026-02-02", "60", "first-meeting", MTR_SESSION_HELD_ON, FALSE,
      "This is before the pairing began (3 February 2026). Change the date, or the pairing’s start." },
    { "held", "2026-11-26", "60", "mentoring", MTR_SESSION_HELD_ON, TRUE,
      "Thursday 26 November has not come yet, so this is kept as planned." },
    { "planned", "2026-11-26", "60", "mentoring", MTR_FIELD_NONE, FALSE, NULL },
    { "planned", "2026-12-25", "60", "mentoring", MTR_SESSION_HELD_ON, FALSE,
      "This is after the pairing ended (24 December 2026). Change the date." },
    /* Both had signed on 10 February. */
    { "held", "2026-02-10", "60", "mentoring", MTR_FIELD_NONE, FALSE, NULL },
    { "held", "2026-02-09", "60", "mentoring", MTR_SESSION_KIND, TRUE, "Not agreed yet: call it a first meeting?" },
    { "held", "2026-02-09", "60", NULL, MTR_SESSION_KIND, TRUE, "Not agreed yet: call it a first meeting?" },
    { "held", "2026-02-09", "60", "first-meeting", MTR_FIELD_NONE, FALSE, NULL },
    { "planned", "2026-02-09", "60", "mentoring", MTR_FIELD_NONE, FALSE, NULL },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autoptr (GPtrArray) problems = NULL;
      MtrRecord *session = mtr_test_record (snapshot, MTR_KIND_SESSION, 50, MTR_SESSION_PAIRING_ID, "10",
                                            MTR_SESSION_STATE, rows[i].state, MTR_SESSION_HELD_ON, rows[i].held_on,
                                            MTR_SESSION_MINUTES, rows[i].minutes, MTR_SESSION_KIND, rows[i].kind,
                                            MTR_FIELD_NONE);

      mtr_test_set_in (snapshot, MTR_PAIRING_ENDED_ON, MTR_TEST_PAIRING, "2026-12-24");
      problems = mtr_session_list_problems (pack, snapshot, session, &today);
      if (rows[i].problem == MTR_FIELD_NONE)
        {
          g_assert_cmpuint (problems->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->field, ==, rows[i].problem);
      g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->warning, ==, rows[i].warning);
      g_assert_cmpstr (((MtrProblem *) g_ptr_array_index (problems, 0))->message, ==, rows[i].message);
    }
}

static void
test_state_when_done (void)
{
  static const struct {
    const char *held_on;
    const char *minutes;
    const char *state;
  } rows[] = {
    { "2026-11-21", "60", "held" },
    { "2026-11-22", "60", "planned" },
    { "2026-11-22", NULL, "planned" },
    { "2026-11-20", NULL, "unfinished" },
    { NULL,         "60", "unfinished" },
  };
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrRecord) session = mtr_record_new (MTR_KIND_SESSION, 50);

      mtr_test_set (session, MTR_SESSION_HELD_ON, rows[i].held_on);
      mtr_test_set (session, MTR_SESSION_MINUTES, rows[i].minutes);
      g_assert_cmpstr (mtr_session_get_state_when_done (session, &today), ==, rows[i].state);
    }
}

/* Only held sessions count, whatever minutes the others have. */
static void
test_sums (void)
{
  static const char * const states[] = { "held", "planned", "unfinished", "rescheduled", "cancelled", "missed", "held" };
  static const char * const days[] = { "2026-10-09", "2026-12-10", "2026-11-19", "2026-10-16", "2026-10-20", "2026-11-01",
                                       "2026-09-18" };
  static const struct {
    const char *from;
    const char *expected;
  } next[] = {
    { "2026-11-19", "2026-11-19" },
    { "2026-11-20", "2026-12-10" },
    { "2026-12-10", "2026-12-10" },
    { "2026-12-11", NULL },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  g_assert_null (mtr_session_get_last_held_on (snapshot, MTR_TEST_PAIRING));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    mtr_test_record (snapshot, MTR_KIND_SESSION, 50 + i, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, states[i],
                     MTR_SESSION_HELD_ON, days[i], MTR_SESSION_MINUTES, i == 0 ? "55" : "70", MTR_FIELD_NONE);
  g_assert_cmpint (mtr_session_sum_minutes (snapshot, MTR_TEST_PAIRING), ==, 125);
  g_assert_cmpuint (mtr_session_count_held (snapshot, MTR_TEST_PAIRING), ==, 2);
  g_assert_cmpstr (mtr_session_get_last_held_on (snapshot, MTR_TEST_PAIRING), ==, "2026-10-09");
  g_assert_cmpstr (mtr_session_get_next_planned_on (snapshot, MTR_TEST_PAIRING, NULL), ==, "2026-12-10");

  /* One planned for a day that is over, and not written down yet: it is what is stored, and not what comes next. */
  mtr_test_record (snapshot, MTR_KIND_SESSION, 60, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "planned",
                   MTR_SESSION_HELD_ON, "2026-11-19", MTR_FIELD_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (next); i++)
    {
      GDate from = mtr_test_date (next[i].from);

      g_assert_cmpstr (mtr_session_get_next_planned_on (snapshot, MTR_TEST_PAIRING, &from), ==, next[i].expected);
    }
  g_assert_cmpstr (mtr_session_get_next_planned_on (snapshot, MTR_TEST_PAIRING, NULL), ==, "2026-11-19");
}

static void
test_kind (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();

  g_assert_cmpstr (mtr_session_suggest_kind (pack, snapshot, MTR_TEST_PAIRING, "2026-11-19"), ==, "mentoring");
  g_assert_cmpstr (mtr_session_suggest_kind (pack, snapshot, MTR_TEST_PAIRING, "2026-02-05"), ==, "first-meeting");
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 13, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "4",
                   MTR_MEMBER_ROLE, "mentee", MTR_FIELD_NONE);
  g_assert_cmpstr (mtr_session_suggest_kind (pack, snapshot, MTR_TEST_PAIRING, "2026-11-19"), ==, "peer-group");
}

static MtrRecord *
add_session (MtrSnapshot *snapshot,
             gint64       id,
             const char  *state,
             const char  *held_on,
             const char  *held_time)
{
  return mtr_test_record (snapshot, MTR_KIND_SESSION, id, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, state,
                          MTR_SESSION_HELD_ON, held_on, MTR_SESSION_HELD_TIME, held_time, MTR_FIELD_NONE);
}

static MtrRecord *
get_pairing (MtrSnapshot *snapshot)
{
  return mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING);
}

/* The latest first, two of one day by the hour, and what has no day or no hour before what has one. */
static void
test_newest_first (void)
{
  static const struct {
    const char *held_on;
    const char *held_time;
    guint       position;
  } rows[] = {
    { "2026-10-09", "10:00", 4 },
    { "2026-10-30", "09:00", 3 },
    { "2026-10-30", "14:00", 2 },
    { NULL,         NULL,    0 },
    { "2026-10-30", NULL,    1 },
    { "2025-12-31", "10:00", 5 },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) sessions = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_session (snapshot, 50 + i, "held", rows[i].held_on, rows[i].held_time);
  mtr_test_record (snapshot, MTR_KIND_SESSION, 70, MTR_SESSION_PAIRING_ID, "99", MTR_SESSION_STATE, "held",
                   MTR_FIELD_NONE);
  sessions = mtr_session_list_newest_first (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpuint (sessions->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (sessions, rows[i].position)), ==, 50 + i);
}

/* Planned or unfinished, today or up to three days ago, the nearest. */
static void
test_find_to_write (void)
{
  static const struct {
    const char *state;
    const char *held_on;
    gboolean    found;
  } rows[] = {
    { "planned",     "2026-11-21", TRUE },
    { "planned",     "2026-11-18", TRUE },
    { "unfinished",  "2026-11-19", TRUE },
    { "planned",     "2026-11-17", FALSE },
    { "planned",     "2026-11-22", FALSE },
    { "held",        "2026-11-20", FALSE },
    { "cancelled",   "2026-11-20", FALSE },
    { "rescheduled", "2026-11-20", FALSE },
    { "missed",      "2026-11-20", FALSE },
    { "planned",     NULL,         FALSE },
  };
  g_autoptr (MtrSnapshot) both = mtr_test_snapshot_new ();
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *session = add_session (snapshot, 50, rows[i].state, rows[i].held_on, NULL);

      g_assert_true (mtr_session_find_to_write (snapshot, MTR_TEST_PAIRING, &today) == (rows[i].found ? session : NULL));
    }

  add_session (both, 50, "planned", "2026-11-18", NULL);
  add_session (both, 51, "unfinished", "2026-11-20", NULL);
  g_assert_cmpint (mtr_record_get_id (mtr_session_find_to_write (both, MTR_TEST_PAIRING, &today)), ==, 51);
}

/* The agreed interval after the last one that was held or is planned; the pack's where none is agreed; never in the past. */
static void
test_suggest_next_day (void)
{
  static const struct {
    const char *interval;
    const char *state;
    const char *held_on;
    const char *expected;
  } rows[] = {
    { "21", "held",      "2026-11-19", "2026-12-10" },
    { "14", "held",      "2026-11-19", "2026-12-03" },
    { "0",  "held",      "2026-11-19", "2026-12-17" },   /* the pack says 28 days */
    { "21", "planned",   "2026-11-26", "2026-12-17" },
    { "21", "held",      "2026-10-09", "2026-11-22" },   /* 30 October has gone by: tomorrow */
    { "21", "held",      "2026-10-31", "2026-11-22" },   /* that would be today */
    { "21", "cancelled", "2026-11-19", "2026-11-22" },
    { "21", "held",      "2026-02-28", "2026-11-22" },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autofree char *iso = NULL;
      GDate day;

      add_session (snapshot, 50, rows[i].state, rows[i].held_on, NULL);
      mtr_test_set_in (snapshot, MTR_PAIRING_INTERVAL_DAYS, MTR_TEST_PAIRING, rows[i].interval);
      mtr_session_suggest_next_day (pack, snapshot, get_pairing (snapshot), &today, &day);
      iso = mtr_date_to_iso (&day);
      g_assert_cmpstr (iso, ==, rows[i].expected);
    }
}

static void
test_begin (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrRecord) written = NULL;
  g_autoptr (MtrRecord) planned = NULL;
  GDate today = mtr_test_date ("2026-11-21");

  add_session (snapshot, 50, "held", "2026-11-12", NULL);
  add_session (snapshot, 51, "held", "2026-10-30", "14:30");
  written = mtr_session_begin (pack, snapshot, get_pairing (snapshot), 60, FALSE, &today);
  g_assert_cmpint (mtr_record_get_id (written), ==, 60);
  g_assert_cmpint (mtr_record_get_number (written, MTR_SESSION_PAIRING_ID), ==, MTR_TEST_PAIRING);
  g_assert_cmpstr (mtr_record_get_text (written, MTR_SESSION_STATE), ==, "unfinished");
  g_assert_cmpstr (mtr_record_get_text (written, MTR_SESSION_HELD_ON), ==, "2026-11-21");
  g_assert_false (mtr_record_is_set (written, MTR_SESSION_HELD_TIME));
  g_assert_cmpint (mtr_record_get_number (written, MTR_SESSION_MINUTES), ==, 60);
  g_assert_cmpstr (mtr_record_get_text (written, MTR_SESSION_MODE), ==, "video");
  g_assert_cmpstr (mtr_record_get_text (written, MTR_SESSION_KIND), ==, "mentoring");

  /* What has been agreed comes before what is usual; the hour is that of the last one that had any. */
  mtr_test_set_in (snapshot, MTR_PAIRING_SESSION_MINUTES, MTR_TEST_PAIRING, "90");
  mtr_test_set_in (snapshot, MTR_PAIRING_MODE, MTR_TEST_PAIRING, "in-person");
  planned = mtr_session_begin (pack, snapshot, get_pairing (snapshot), 61, TRUE, &today);
  g_assert_cmpstr (mtr_record_get_text (planned, MTR_SESSION_STATE), ==, "planned");
  g_assert_cmpstr (mtr_record_get_text (planned, MTR_SESSION_HELD_ON), ==, "2026-12-03");
  g_assert_cmpstr (mtr_record_get_text (planned, MTR_SESSION_HELD_TIME), ==, "14:30");
  g_assert_cmpint (mtr_record_get_number (planned, MTR_SESSION_MINUTES), ==, 90);
  g_assert_cmpstr (mtr_record_get_text (planned, MTR_SESSION_MODE), ==, "in-person");
}

static void
add_action (MtrSnapshot *snapshot,
            gint64       id,
            const char  *session_id,
            const char  *text,
            const char  *due_on,
            const char  *done_on)
{
  mtr_test_record (snapshot, MTR_KIND_ACTION, id, MTR_ACTION_PAIRING_ID, "10", MTR_ACTION_SESSION_ID, session_id,
                   MTR_ACTION_TEXT, text, MTR_ACTION_DUE_ON, due_on, MTR_ACTION_DONE_ON, done_on, MTR_FIELD_NONE);
}

/* What is still to do comes by its day; what the next step has become is the action of that session with its words. */
static void
test_actions (void)
{
  static const gint64 expected[] = { 83, 81, 84, 85 };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) actions = NULL;
  MtrRecord *session = add_session (snapshot, 50, "held", "2026-11-12", NULL);

  add_action (snapshot, 81, "50", "Bring the audit", "2026-12-10", NULL);
  add_action (snapshot, 82, "50", "Ask first", "2026-11-01", "2026-11-12");
  add_action (snapshot, 83, NULL, "Bring the audit", "2026-11-30", NULL);
  add_action (snapshot, 84, NULL, "Read it", NULL, NULL);
  add_action (snapshot, 85, NULL, "Sleep on it", NULL, NULL);
  actions = mtr_session_list_open_actions (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpuint (actions->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (actions, i)), ==, expected[i]);

  g_assert_null (mtr_session_find_action (snapshot, session));
  mtr_test_set (session, MTR_SESSION_NEXT_STEP, "Bring the audit");
  g_assert_cmpint (mtr_record_get_id (mtr_session_find_action (snapshot, session)), ==, 81);
  mtr_test_set (session, MTR_SESSION_NEXT_STEP, "Bring the audit, and a pen");
  g_assert_null (mtr_session_find_action (snapshot, session));
}

/* From the day on which the second of the two has signed; without a day, now. */
static void
test_before_agreement (void)
{
  static const struct {
    const char *held_on;
    gboolean    before;
  } rows[] = {
    { "2026-02-09", TRUE },
    { "2026-02-10", FALSE },
    { "2026-02-12", FALSE },
    { NULL,         FALSE },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrRecord) session = mtr_record_new (MTR_KIND_SESSION, 50);

  mtr_test_set (session, MTR_SESSION_PAIRING_ID, "10");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mtr_test_set (session, MTR_SESSION_HELD_ON, rows[i].held_on);
      g_assert_cmpint (mtr_session_is_before_agreement (snapshot, session), ==, rows[i].before);
    }

  /* One signature is none. */
  mtr_test_set_in (snapshot, MTR_AGREEMENT_MENTEE_SIGNED_AT, MTR_TEST_AGREEMENT, NULL);
  mtr_test_set (session, MTR_SESSION_HELD_ON, "2026-11-19");
  g_assert_true (mtr_session_is_before_agreement (snapshot, session));
}

static void
test_state_labels (void)
{
  g_assert_cmpstr (mtr_session_get_state_label ("held"), ==, "Held");
  g_assert_cmpstr (mtr_session_get_state_label ("missed"), ==, "Did not come");
  g_assert_cmpstr (mtr_session_get_state_label ("postponed"), ==, "postponed");
  g_assert_cmpstr (mtr_session_get_state_label (NULL), ==, "");
}

/* Copies that go in, by number; one that was withdrawn, or is left out, is not in the portfolio. */
static void
test_numbers (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *session = add_session (snapshot, 50, "held", "2026-11-12", NULL);
  g_autofree char *none = mtr_evidence_dup_numbers_of_session (snapshot, session);
  g_autofree char *two = NULL;
  g_autofree char *one = NULL;
  g_autofree char *gone = NULL;

  g_assert_null (none);
  mtr_test_set (mtr_test_evidence (snapshot, 109, "document", "2026-11-13", "1"), MTR_EVIDENCE_SESSION_ID, "50");
  mtr_test_set (mtr_test_evidence (snapshot, 107, "document", "2026-11-14", "1"), MTR_EVIDENCE_SESSION_ID, "50");
  mtr_test_evidence (snapshot, 108, "document", "2026-11-14", "1");
  two = mtr_evidence_dup_numbers_of_session (snapshot, session);
  g_assert_cmpstr (two, ==, "E07, E09");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_WITHDRAWN_ON, 109, "2026-11-15");
  one = mtr_evidence_dup_numbers_of_session (snapshot, session);
  g_assert_cmpstr (one, ==, "E07");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_INCLUDED, 107, "0");
  gone = mtr_evidence_dup_numbers_of_session (snapshot, session);
  g_assert_null (gone);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/session/problems", test_problems);
  g_test_add_func ("/core/session/state-when-done", test_state_when_done);
  g_test_add_func ("/core/session/sums", test_sums);
  g_test_add_func ("/core/session/kind", test_kind);
  g_test_add_func ("/core/session/newest-first", test_newest_first);
  g_test_add_func ("/core/session/find-to-write", test_find_to_write);
  g_test_add_func ("/core/session/suggest-next-day", test_suggest_next_day);
  g_test_add_func ("/core/session/begin", test_begin);
  g_test_add_func ("/core/session/actions", test_actions);
  g_test_add_func ("/core/session/before-agreement", test_before_agreement);
  g_test_add_func ("/core/session/state-labels", test_state_labels);
  g_test_add_func ("/core/session/numbers", test_numbers);

  return g_test_run ();
}
