/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Learning added up, days to hand in, and what became of it: every figure and
 * every date worked out by hand.
 */

#include "mtr-learning.h"
#include "mtr-submission.h"
#include "mtr-test-records.h"

static void
take_regime (MtrPack    *pack,
             const char *code,
             const char *from_on,
             const char *before_on,
             int         minutes,
             int         part_minutes,
             gboolean    elements)
{
  MtrRegime *regime = g_new0 (MtrRegime, 1);

  regime->code = g_strdup (code);
  regime->title = g_strdup (code);
  regime->description = g_strdup ("");
  regime->from_on = g_strdup (from_on);
  regime->before_on = g_strdup (before_on);
  regime->minutes = minutes;
  regime->part_minutes = part_minutes;
  regime->elements = elements;
  mtr_pack_take_regime (pack, regime);
}

/* 144 hours with 30 of them on protection, before 3 June 2024; the elements from that day on; 12 or 18 months. */
static MtrPack *
make_pack (void)
{
  static const MtrSubmissions submissions = { 12, 18, 2, TRUE };
  MtrPack *pack = mtr_test_pack_new ();

  take_regime (pack, "hours", NULL, "2024-06-03", 144 * 60, 30 * 60, FALSE);
  take_regime (pack, "elements", "2024-06-03", NULL, 0, 0, TRUE);
  mtr_pack_set_submissions (pack, &submissions);

  return pack;
}

static void
test_due (void)
{
  static const struct {
    const char *registered_on;
    const char *working_time;
    const char *due_on;
    const char *remind_on;
  } rows[] = {
    { "2025-11-21", "full-time", "2026-11-21", "2026-09-21" },
    { "2025-11-21", "part-time", "2027-05-21", "2027-03-21" },
    /* Nobody said how much they work. */
    { "2025-11-21", NULL,        "2026-11-21", "2026-09-21" },
    /* The leap day, and month ends. */
    { "2024-02-29", "full-time", "2025-02-28", "2024-12-28" },
    { "2024-02-29", "part-time", "2025-08-29", "2025-06-29" },
    { "2026-08-31", "part-time", "2028-02-29", "2027-12-29" },
    { "2025-08-31", "part-time", "2027-02-28", "2026-12-28" },
    { "2025-12-31", "full-time", "2026-12-31", "2026-10-31" },
    { "2025-04-30", "full-time", "2026-04-30", "2026-02-28" },
    { NULL,         "full-time", NULL,         NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrPack) pack = make_pack ();
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autofree char *due_on = NULL;
      g_autofree char *remind_on = NULL;

      mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, rows[i].registered_on);
      mtr_test_set_in (snapshot, MTR_PERSON_WORKING_TIME, MTR_TEST_SUPERVISOR, rows[i].working_time);
      due_on = mtr_learning_dup_due_on (pack, snapshot, MTR_TEST_SUPERVISOR);
      remind_on = mtr_submission_dup_remind_on (pack, snapshot, MTR_TEST_SUPERVISOR);
      g_assert_cmpstr (due_on, ==, rows[i].due_on);
      g_assert_cmpstr (remind_on, ==, rows[i].remind_on);
    }
}

/* Registered on 21 November 2025 and working full-time: 21 November 2026, said from 21 September on. */
static void
test_state (void)
{
  static const struct {
    const char        *today;
    const char        *extended_to, *handed_in_on, *outcome;
    MtrSubmissionState state;
    gboolean           in_danger;
  } rows[] = {
    { "2026-09-20", NULL, NULL, NULL, MTR_SUBMISSION_COMING, FALSE },
    /* Nothing has been written of any element yet. */
    { "2026-09-21", NULL, NULL, NULL, MTR_SUBMISSION_SOON, TRUE },
    { "2026-11-21", NULL, NULL, NULL, MTR_SUBMISSION_SOON, TRUE },
    { "2026-11-22", NULL, NULL, NULL, MTR_SUBMISSION_OVERDUE, TRUE },
    /* Extended without anybody saying why. */
    { "2026-11-22", "2027-02-21", NULL, NULL, MTR_SUBMISSION_COMING, FALSE },
    { "2026-12-21", "2027-02-21", NULL, NULL, MTR_SUBMISSION_SOON, TRUE },
    { "2027-02-22", "2027-02-21", NULL, NULL, MTR_SUBMISSION_OVERDUE, TRUE },
    { "2026-11-30", NULL, "2026-11-10", NULL, MTR_SUBMISSION_HANDED_IN, FALSE },
    { "2026-11-30", NULL, "2026-11-10", "satisfactory", MTR_SUBMISSION_DONE, FALSE },
    { "2026-11-30", NULL, "2026-11-10", "unsatisfactory", MTR_SUBMISSION_AGAIN, TRUE },
    { "2026-11-30", NULL, "2026-11-10", "incomplete", MTR_SUBMISSION_AGAIN, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrPack) pack = make_pack ();
      g_autoptr (MtrPack) plain = mtr_test_pack_new ();
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      GDate today = mtr_test_date (rows[i].today);

      mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2025-11-21");
      if (rows[i].extended_to != NULL || rows[i].handed_in_on != NULL)
        mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 90, MTR_SUBMISSION_PERSON_ID, "1", MTR_SUBMISSION_NUMBER, "1",
                         MTR_SUBMISSION_DUE_ON, "2026-11-21", MTR_SUBMISSION_EXTENDED_TO, rows[i].extended_to,
                         MTR_SUBMISSION_HANDED_IN_ON, rows[i].handed_in_on, MTR_SUBMISSION_OUTCOME, rows[i].outcome,
                         MTR_FIELD_NONE);
      g_assert_cmpint (mtr_submission_get_state (pack, snapshot, MTR_TEST_SUPERVISOR, &today), ==, rows[i].state);
      g_assert_cmpint (mtr_submission_endangers_registration (pack, snapshot, MTR_TEST_SUPERVISOR, &today), ==,
                       rows[i].in_danger);
      /* A scheme that hands nothing in. */
      g_assert_cmpint (mtr_submission_get_state (plain, snapshot, MTR_TEST_SUPERVISOR, &today), ==, MTR_SUBMISSION_NONE);
      g_assert_false (mtr_submission_endangers_registration (plain, snapshot, MTR_TEST_SUPERVISOR, &today));
    }
}

/* First, back, again, and no further. */
static void
test_begin (void)
{
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  GDate today = mtr_test_date ("2026-12-01");
  g_autoptr (MtrRecord) first = NULL;
  g_autoptr (MtrRecord) second = NULL;

  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2025-11-21");
  first = mtr_submission_begin (pack, snapshot, MTR_TEST_SUPERVISOR, 90);
  g_assert_cmpint (mtr_record_get_number (first, MTR_SUBMISSION_NUMBER), ==, 1);
  g_assert_cmpstr (mtr_record_get_text (first, MTR_SUBMISSION_DUE_ON), ==, "2026-11-21");
  g_assert_cmpstr (mtr_record_get_text (first, MTR_SUBMISSION_PACK), ==, "test");
  mtr_snapshot_add (snapshot, first);

  g_assert_null (mtr_submission_begin (pack, snapshot, MTR_TEST_SUPERVISOR, 91));
  mtr_test_set (first, MTR_SUBMISSION_HANDED_IN_ON, "2026-11-20");
  g_assert_null (mtr_submission_begin (pack, snapshot, MTR_TEST_SUPERVISOR, 91));
  mtr_test_set (first, MTR_SUBMISSION_OUTCOME, "incomplete");
  second = mtr_submission_begin (pack, snapshot, MTR_TEST_SUPERVISOR, 91);
  g_assert_cmpint (mtr_record_get_number (second, MTR_SUBMISSION_NUMBER), ==, 2);
  g_assert_false (mtr_record_is_set (second, MTR_SUBMISSION_DUE_ON));
  mtr_snapshot_add (snapshot, second);
  g_assert_cmpint (mtr_submission_get_state (pack, snapshot, MTR_TEST_SUPERVISOR, &today), ==, MTR_SUBMISSION_AGAIN);
  mtr_test_set (second, MTR_SUBMISSION_DUE_ON, "2027-01-15");
  g_assert_cmpint (mtr_submission_get_state (pack, snapshot, MTR_TEST_SUPERVISOR, &today), ==, MTR_SUBMISSION_AGAIN);
  mtr_test_set (second, MTR_SUBMISSION_OUTCOME, "satisfactory");
  g_assert_null (mtr_submission_begin (pack, snapshot, MTR_TEST_SUPERVISOR, 92));
}

/* Of six, four are first ones, three of these are decided, one of those is satisfactory. */
static void
test_first_time (void)
{
  static const struct {
    const char *number;
    const char *outcome;
  } rows[] = {
    { "1", "satisfactory" }, { "1", "incomplete" }, { "2", "satisfactory" }, { "1", "unsatisfactory" }, { "1", NULL },
    { "3", "satisfactory" },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  g_autoptr (GPtrArray) submissions = g_ptr_array_new ();
  guint n_satisfactory, n_decided;

  mtr_submission_count_first_time (submissions, &n_satisfactory, &n_decided);
  g_assert_cmpuint (n_satisfactory, ==, 0);
  g_assert_cmpuint (n_decided, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (submissions, mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 90 + (gint64) i, MTR_SUBMISSION_NUMBER,
                                                   rows[i].number, MTR_SUBMISSION_OUTCOME, rows[i].outcome,
                                                   MTR_FIELD_NONE));
  mtr_submission_count_first_time (submissions, &n_satisfactory, &n_decided);
  g_assert_cmpuint (n_satisfactory, ==, 1);
  g_assert_cmpuint (n_decided, ==, 3);
}

/* ---- Learning -------------------------------------------------------------- */

static void
test_sum (void)
{
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  GDate today = mtr_test_date ("2026-11-21");
  static const struct {
    const char *held_on, *minutes, *protection, *standards, *learnt, *shared_on;
  } rows[] = {
    { "2026-01-10", "5000", "1700", "1 2.1", "To wait.", "2026-02-01" },
    { "2026-03-10", "3640", "100",  "8",     NULL,       "2026-11-02" },
    /* More protection than time: only the time counts. */
    { "2026-11-21", "60",   "90",   NULL,    NULL,       NULL },
    /* Not yet, and without a day. */
    { "2026-11-22", "600",  "600",  "8",     "Later.",   NULL },
    { NULL,         "600",  "600",  "8",     "Never.",   NULL },
  };
  g_autoptr (MtrLearning) hours = NULL;
  g_autoptr (MtrLearning) elements = NULL;
  g_autoptr (MtrLearning) unknown = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    mtr_test_record (snapshot, MTR_KIND_LEARNING_RECORD, 90 + (gint64) i, MTR_LEARNING_RECORD_PERSON_ID, "1",
                     MTR_LEARNING_RECORD_HELD_ON, rows[i].held_on, MTR_LEARNING_RECORD_MINUTES, rows[i].minutes,
                     MTR_LEARNING_RECORD_PROTECTION_MINUTES, rows[i].protection, MTR_LEARNING_RECORD_STANDARDS,
                     rows[i].standards, MTR_LEARNING_RECORD_LEARNT, rows[i].learnt, MTR_LEARNING_RECORD_SHARED_ON,
                     rows[i].shared_on, MTR_FIELD_NONE);
  /* Somebody else's. */
  mtr_test_record (snapshot, MTR_KIND_LEARNING_RECORD, 99, MTR_LEARNING_RECORD_PERSON_ID, "2",
                   MTR_LEARNING_RECORD_HELD_ON, "2026-01-10", MTR_LEARNING_RECORD_MINUTES, "999", MTR_FIELD_NONE);

  unknown = mtr_learning_sum (pack, snapshot, MTR_TEST_SUPERVISOR, &today);
  g_assert_null (unknown->regime);
  g_assert_false (mtr_learning_is_complete (unknown));

  /* 5000 + 3640 + 60 = 8700 of 8640; 1700 + 100 + 60 = 1860 of 1800. */
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2024-06-02");
  hours = mtr_learning_sum (pack, snapshot, MTR_TEST_SUPERVISOR, &today);
  g_assert_cmpstr (hours->regime->code, ==, "hours");
  g_assert_cmpint (hours->minutes, ==, 8700);
  g_assert_cmpint (hours->protection_minutes, ==, 1860);
  g_assert_cmpstr (hours->shared_on, ==, "2026-11-02");
  g_assert_true (mtr_learning_is_complete (hours));
  mtr_test_set_in (snapshot, MTR_LEARNING_RECORD_PROTECTION_MINUTES, 90, "1639");
  g_clear_pointer (&hours, mtr_learning_free);
  hours = mtr_learning_sum (pack, snapshot, MTR_TEST_SUPERVISOR, &today);
  g_assert_cmpint (hours->protection_minutes, ==, 1799);
  g_assert_false (mtr_learning_is_complete (hours));

  /* Of areas 1, 2 and 8 the first record names 1 and a statement of 2; of 8 nothing has been written down as learnt. */
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2024-06-03");
  elements = mtr_learning_sum (pack, snapshot, MTR_TEST_SUPERVISOR, &today);
  g_assert_cmpstr (elements->regime->code, ==, "elements");
  g_assert_cmpuint (elements->n_elements, ==, 3);
  g_assert_cmpuint (elements->elements_missing->len, ==, 1);
  g_assert_cmpstr (((MtrStandard *) g_ptr_array_index (elements->elements_missing, 0))->code, ==, "8");
  g_assert_false (mtr_learning_is_complete (elements));
  mtr_test_set_in (snapshot, MTR_LEARNING_RECORD_LEARNT, 91, "To count what matters.");
  g_clear_pointer (&elements, mtr_learning_free);
  elements = mtr_learning_sum (pack, snapshot, MTR_TEST_SUPERVISOR, &today);
  g_assert_true (mtr_learning_is_complete (elements));
}

static void
test_problems (void)
{
  static const struct {
    const char *held_on, *minutes, *protection;
    guint       n_problems;
    MtrField    field;
    gboolean    warning;
  } rows[] = {
    { "2026-11-21", "60", "60", 0, MTR_FIELD_NONE, FALSE },
    { "2026-11-21", NULL, NULL, 0, MTR_FIELD_NONE, FALSE },
    { "2026-11-22", "60", NULL, 1, MTR_LEARNING_RECORD_HELD_ON, TRUE },
    { "2026-11-21", "0",  NULL, 1, MTR_LEARNING_RECORD_MINUTES, FALSE },
    { "2026-11-21", "60", "61", 1, MTR_LEARNING_RECORD_PROTECTION_MINUTES, FALSE },
    { "2026-11-21", "60", "-1", 1, MTR_LEARNING_RECORD_PROTECTION_MINUTES, FALSE },
    { "2026-11-21", NULL, "30", 1, MTR_LEARNING_RECORD_PROTECTION_MINUTES, FALSE },
  };
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
      MtrRecord *record = mtr_test_record (snapshot, MTR_KIND_LEARNING_RECORD, 90, MTR_LEARNING_RECORD_HELD_ON,
                                           rows[i].held_on, MTR_LEARNING_RECORD_MINUTES, rows[i].minutes,
                                           MTR_LEARNING_RECORD_PROTECTION_MINUTES, rows[i].protection, MTR_FIELD_NONE);
      g_autoptr (GPtrArray) problems = mtr_learning_list_problems (record, &today);

      g_assert_cmpuint (problems->len, ==, rows[i].n_problems);
      if (problems->len > 0)
        {
          g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->field, ==, rows[i].field);
          g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->warning, ==, rows[i].warning);
        }
    }
}

/* Handed in and then decided, on days that have come; extended, never drawn nearer. */
static void
test_refused (void)
{
  static const struct {
    const char *extended_to, *handed_in_on, *outcome, *decided_on;
    guint       n_problems;
    MtrField    field;
  } rows[] = {
    { NULL,         NULL,         NULL,           NULL,         0, MTR_FIELD_NONE },
    { "2027-01-31", "2026-11-21", "satisfactory", "2026-11-21", 0, MTR_FIELD_NONE },
    { "2026-12-31", NULL,         NULL,           NULL,         1, MTR_SUBMISSION_EXTENDED_TO },
    { NULL,         "2026-11-22", NULL,           NULL,         1, MTR_SUBMISSION_HANDED_IN_ON },
    { NULL,         NULL,         "incomplete",   NULL,         2, MTR_SUBMISSION_OUTCOME },
    { NULL,         NULL,         NULL,           "2026-11-20", 1, MTR_SUBMISSION_DECIDED_ON },
    { NULL,         "2026-11-20", "incomplete",   "2026-11-19", 1, MTR_SUBMISSION_DECIDED_ON },
    { NULL,         "2026-11-20", "incomplete",   "2026-11-22", 1, MTR_SUBMISSION_DECIDED_ON },
  };
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
      MtrRecord *record = mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 70, MTR_SUBMISSION_DUE_ON, "2026-12-31",
                                           MTR_SUBMISSION_EXTENDED_TO, rows[i].extended_to,
                                           MTR_SUBMISSION_HANDED_IN_ON, rows[i].handed_in_on, MTR_SUBMISSION_OUTCOME,
                                           rows[i].outcome, MTR_SUBMISSION_DECIDED_ON, rows[i].decided_on,
                                           MTR_FIELD_NONE);
      g_autoptr (GPtrArray) problems = mtr_submission_list_problems (record, &today);

      g_assert_cmpuint (problems->len, ==, rows[i].n_problems);
      if (problems->len > 0)
        g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->field, ==, rows[i].field);
    }
}

/* What was passed on before stays in front of what is passed on now; nothing written is nothing passed on. */
static void
test_feedback (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  MtrRecord *empty = mtr_test_record (snapshot, MTR_KIND_LEARNING_RECORD, 80, MTR_LEARNING_RECORD_MENTOR_FEEDBACK,
                                      "Said before.", MTR_FIELD_NONE);
  MtrRecord *submission = mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 81, MTR_SUBMISSION_MENTOR_FEEDBACK,
                                           "Said before.", MTR_SUBMISSION_DRAFT_MENTOR_FEEDBACK, "Said now.",
                                           MTR_FIELD_NONE);
  g_autoptr (MtrChange) change = NULL;

  g_assert_null (mtr_learning_pass_feedback_on (empty, "2026-11-21"));
  change = mtr_learning_pass_feedback_on (submission, "2026-11-21");
  g_assert_nonnull (change);
  mtr_test_apply (snapshot, change);
  g_assert_cmpstr (mtr_record_get_text (submission, MTR_SUBMISSION_MENTOR_FEEDBACK), ==, "Said before.\n\nSaid now.");
  g_assert_false (mtr_record_is_set (submission, MTR_SUBMISSION_DRAFT_MENTOR_FEEDBACK));
  g_assert_cmpstr (mtr_record_get_text (submission, MTR_SUBMISSION_FEEDBACK_GIVEN_ON), ==, "2026-11-21");
}

static void
test_from_event (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  MtrRecord *event = mtr_test_record (snapshot, MTR_KIND_EVENT, 60, MTR_EVENT_KIND, "workshop", MTR_EVENT_TITLE,
                                      "Capacity and consent", MTR_EVENT_HELD_ON, "2026-10-07", MTR_EVENT_MINUTES, "180",
                                      MTR_EVENT_PROTECTION_MINUTES, "60", MTR_EVENT_STANDARDS, "1 8", MTR_FIELD_NONE);
  g_autoptr (MtrRecord) record = mtr_learning_new_from_event (event, MTR_TEST_SUPERVISOR, 61);

  g_assert_cmpint (mtr_record_get_id (record), ==, 61);
  g_assert_cmpint (mtr_record_get_number (record, MTR_LEARNING_RECORD_PERSON_ID), ==, MTR_TEST_SUPERVISOR);
  g_assert_cmpint (mtr_record_get_number (record, MTR_LEARNING_RECORD_EVENT_ID), ==, 60);
  g_assert_cmpstr (mtr_record_get_text (record, MTR_LEARNING_RECORD_TITLE), ==, "Capacity and consent");
  g_assert_cmpstr (mtr_record_get_text (record, MTR_LEARNING_RECORD_HELD_ON), ==, "2026-10-07");
  g_assert_cmpint (mtr_record_get_number (record, MTR_LEARNING_RECORD_MINUTES), ==, 180);
  g_assert_cmpint (mtr_record_get_number (record, MTR_LEARNING_RECORD_PROTECTION_MINUTES), ==, 60);
  g_assert_cmpstr (mtr_record_get_text (record, MTR_LEARNING_RECORD_STANDARDS), ==, "1 8");
  g_assert_false (mtr_record_is_set (record, MTR_LEARNING_RECORD_LEARNT));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/submission/due", test_due);
  g_test_add_func ("/core/submission/state", test_state);
  g_test_add_func ("/core/submission/begin", test_begin);
  g_test_add_func ("/core/submission/first-time", test_first_time);
  g_test_add_func ("/core/submission/refused", test_refused);
  g_test_add_func ("/core/learning/feedback", test_feedback);
  g_test_add_func ("/core/learning/sum", test_sum);
  g_test_add_func ("/core/learning/problems", test_problems);
  g_test_add_func ("/core/learning/from-event", test_from_event);

  return g_test_run ();
}
