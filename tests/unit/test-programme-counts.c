/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reports count with the rules in core, at the days where it matters:
 * due in 60 days and in 61, the day of twelve months and the one before. Every
 * figure worked out by hand.
 */

#include "mtr-retention.h"
#include "mtr-submission-count.h"
#include "mtr-test-records.h"

#define PAIRING 100
#define TEAM "North"

/* 144 hours before 3 June 2024, every area from that day on; 12 or 18 months, said two months before. */
static MtrPack *
make_pack (void)
{
  static const MtrSubmissions submissions = { 12, 18, 2, TRUE };
  MtrPack *pack = mtr_test_pack_new ();
  const struct {
    const char *code;
    const char *from_on;
    const char *before_on;
    int         minutes;
    gboolean    elements;
  } regimes[] = {
    { "hours", NULL, "2024-06-03", 144 * 60, FALSE },
    { "elements", "2024-06-03", NULL, 0, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (regimes); i++)
    {
      MtrRegime *regime = g_new0 (MtrRegime, 1);

      regime->code = g_strdup (regimes[i].code);
      regime->title = g_strdup (regimes[i].code);
      regime->description = g_strdup ("");
      regime->from_on = g_strdup (regimes[i].from_on);
      regime->before_on = g_strdup (regimes[i].before_on);
      regime->minutes = regimes[i].minutes;
      regime->elements = regimes[i].elements;
      mtr_pack_take_regime (pack, regime);
    }
  mtr_pack_set_submissions (pack, &submissions);

  return pack;
}

static MtrReportScope
make_scope (const char *from,
            const char *to,
            const char *as_at)
{
  MtrReportScope scope;
  GDate today = mtr_test_date (as_at);

  mtr_report_scope_init (&scope, &today);
  if (from != NULL)
    scope.from = mtr_test_date (from);
  if (to != NULL)
    scope.to = mtr_test_date (to);

  return scope;
}

static MtrRecord *
add_person (MtrSnapshot *snapshot,
            gint64       id,
            const char  *team)
{
  g_autofree char *name = g_strdup_printf ("Person %02d", (int) id);

  return mtr_test_record (snapshot, MTR_KIND_PERSON, id, MTR_PERSON_NAME, name, MTR_PERSON_TEAM, team, MTR_FIELD_NONE);
}

static void
add_mentee (MtrSnapshot *snapshot,
            gint64       person_id,
            gint64       pairing_id,
            const char  *left_on)
{
  g_autofree char *person = g_strdup_printf ("%d", (int) person_id);
  g_autofree char *pairing = g_strdup_printf ("%d", (int) pairing_id);

  mtr_test_record (snapshot, MTR_KIND_MEMBER, 1000 * pairing_id + person_id, MTR_MEMBER_PAIRING_ID, pairing,
                   MTR_MEMBER_PERSON_ID, person, MTR_MEMBER_ROLE, "mentee", MTR_MEMBER_LEFT_ON, left_on, MTR_FIELD_NONE);
}

static void
add_submission (MtrSnapshot *snapshot,
                gint64       person_id,
                const char  *number,
                const char  *due_on,
                const char  *handed_in_on,
                const char  *outcome,
                const char  *decided_on)
{
  g_autofree char *person = g_strdup_printf ("%d", (int) person_id);

  mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 10 * person_id + (number[0] - '0'), MTR_SUBMISSION_PERSON_ID, person,
                   MTR_SUBMISSION_PACK, "test", MTR_SUBMISSION_NUMBER, number, MTR_SUBMISSION_DUE_ON, due_on,
                   MTR_SUBMISSION_HANDED_IN_ON, handed_in_on, MTR_SUBMISSION_OUTCOME, outcome,
                   MTR_SUBMISSION_DECIDED_ON, decided_on, MTR_FIELD_NONE);
}

static MtrSnapshot *
make_submissions (void)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_LEAD);
  static const char * const areas[] = { "1", "2", "8" };

  mtr_test_record (snapshot, MTR_KIND_PAIRING, PAIRING, MTR_PAIRING_PACK, "test", MTR_PAIRING_STATE, "active",
                   MTR_FIELD_NONE);
  for (gint64 id = 1; id <= 14; id++)
    {
      add_person (snapshot, id, id == 13 ? "South" : TEAM);
      add_mentee (snapshot, id, PAIRING, id == 6 || id == 7 ? "2026-06-01" : NULL);
    }

  /* Was a mentee until September and has handed in nothing; another was only proposed. */
  for (gint64 id = 15; id <= 16; id++)
    {
      add_person (snapshot, id, TEAM);
      mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, id, "2025-11-20");
      mtr_test_record (snapshot, MTR_KIND_PAIRING, PAIRING + id, MTR_PAIRING_PACK, "test", MTR_PAIRING_STATE, "ended",
                       MTR_PAIRING_STARTED_ON, id == 15 ? "2025-12-01" : NULL, MTR_PAIRING_ENDED_ON, "2026-09-01",
                       MTR_FIELD_NONE);
      add_mentee (snapshot, id, PAIRING + id, NULL);
    }

  /* Due in 60 days, with no learning; in 61 days, with learning in every area; today; yesterday. */
  add_submission (snapshot, 1, "1", "2027-01-20", NULL, NULL, NULL);
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, 1, "2024-01-01");
  add_submission (snapshot, 2, "1", "2027-01-21", NULL, NULL, NULL);
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, 2, "2024-07-01");
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    mtr_test_record (snapshot, MTR_KIND_LEARNING_RECORD, 500 + (gint64) i, MTR_LEARNING_RECORD_PERSON_ID, "2",
                     MTR_LEARNING_RECORD_HELD_ON, "2026-11-21", MTR_LEARNING_RECORD_STANDARDS, areas[i], MTR_FIELD_NONE);
  add_submission (snapshot, 3, "1", "2026-11-21", NULL, NULL, NULL);
  add_submission (snapshot, 4, "1", "2026-11-20", NULL, NULL, NULL);
  /* Handed in; came back after they had left the pairing; satisfactory after they had left. */
  add_submission (snapshot, 5, "1", "2026-12-01", "2026-11-01", NULL, NULL);
  add_submission (snapshot, 6, "1", "2026-11-01", "2026-10-30", "incomplete", "2026-11-10");
  add_submission (snapshot, 7, "1", "2026-11-01", "2026-10-01", "satisfactory", "2026-11-05");
  /* Person 8 has no day. Decided tomorrow. Came back, and due again in 50 days. */
  add_submission (snapshot, 9, "1", "2026-12-02", "2026-11-20", "satisfactory", "2026-11-22");
  add_submission (snapshot, 10, "1", "2026-11-01", "2026-10-31", "incomplete", "2026-11-01");
  add_submission (snapshot, 10, "2", "2027-01-10", NULL, NULL, NULL);
  /* Part-time: 28 February 2027. Left; of another team; satisfactory the second time. */
  mtr_test_set_in (snapshot, MTR_PERSON_REGISTERED_ON, 11, "2025-08-31");
  mtr_test_set_in (snapshot, MTR_PERSON_WORKING_TIME, 11, "part-time");
  mtr_test_set_in (snapshot, MTR_PERSON_LEFT_ON, 12, "2026-01-01");
  add_submission (snapshot, 13, "1", "2026-11-20", NULL, NULL, NULL);
  add_submission (snapshot, 14, "1", "2026-05-01", "2026-04-01", "unsatisfactory", "2026-05-01");
  add_submission (snapshot, 14, "2", "2026-11-03", "2026-11-02", "satisfactory", "2026-11-03");

  return snapshot;
}

static void
test_submissions (void)
{
  static const struct {
    gint64              person_id;
    MtrSubmissionPlace  place;
    const char         *due_on;
    gint64              number;
    gboolean            endangered;
  } expected[] = {
    { 4,  MTR_SUBMISSION_PLACE_OVERDUE, "2026-11-20", 1, TRUE },
    { 15, MTR_SUBMISSION_PLACE_OVERDUE, "2026-11-20", 1, TRUE },
    { 3,  MTR_SUBMISSION_PLACE_DUE,     "2026-11-21", 1, FALSE },
    { 10, MTR_SUBMISSION_PLACE_DUE,     "2027-01-10", 2, TRUE },
    { 1,  MTR_SUBMISSION_PLACE_DUE,     "2027-01-20", 1, TRUE },
    { 2,  MTR_SUBMISSION_PLACE_LATER,   "2027-01-21", 1, FALSE },
    { 11, MTR_SUBMISSION_PLACE_LATER,   "2027-02-28", 1, FALSE },
    { 6,  MTR_SUBMISSION_PLACE_AGAIN,   NULL,         2, TRUE },
    { 5,  MTR_SUBMISSION_PLACE_WAITING, "2026-12-01", 1, FALSE },
    { 9,  MTR_SUBMISSION_PLACE_WAITING, "2026-12-02", 1, FALSE },
    { 14, MTR_SUBMISSION_PLACE_DONE,    "2026-11-03", 2, FALSE },
    { 8,  MTR_SUBMISSION_PLACE_UNKNOWN, NULL,         1, FALSE },
  };
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = make_submissions ();
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GPtrArray) counts = NULL;
  g_auto (MtrReportScope) scope = make_scope ("2026-11-01", "2026-11-30", "2026-11-21");
  const MtrSubmissionCount *count;
  guint n_people = 0;

  scope.team = g_strdup (TEAM);
  g_ptr_array_add (packs, pack);
  counts = mtr_submission_count_list (snapshot, packs, &scope);
  g_assert_cmpuint (counts->len, ==, 1);
  count = g_ptr_array_index (counts, 0);

  /* Persons 5, 9 and 14, who did so again. */
  g_assert_cmpuint (count->n_handed_in, ==, 3);
  g_assert_cmpuint (count->n_handed_in_again, ==, 1);
  /* 7 and 14; nobody; 6 and 10. Of these 6, 7 and 10 for the first time. */
  g_assert_cmpuint (count->n_satisfactory, ==, 2);
  g_assert_cmpuint (count->n_unsatisfactory, ==, 0);
  g_assert_cmpuint (count->n_incomplete, ==, 2);
  g_assert_cmpuint (count->n_first_decided, ==, 3);
  g_assert_cmpuint (count->n_first_satisfactory, ==, 1);
  g_assert_cmpuint (count->n_endangered, ==, 5);

  g_assert_cmpuint (count->people->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MtrSubmissionPerson *person = g_ptr_array_index (count->people, i);

      g_assert_cmpint (mtr_record_get_id (person->person), ==, expected[i].person_id);
      g_assert_cmpint (person->place, ==, expected[i].place);
      g_assert_cmpstr (person->due_on, ==, expected[i].due_on);
      g_assert_cmpint (person->number, ==, expected[i].number);
      g_assert_cmpint (person->endangered, ==, expected[i].endangered);
    }
  for (int place = 0; place < MTR_N_SUBMISSION_PLACES; place++)
    n_people += count->n_places[place];
  g_assert_cmpuint (n_people, ==, G_N_ELEMENTS (expected));
}

/* A period that has not begun, and another scheme. */
static void
test_nothing (void)
{
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = make_submissions ();
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_auto (MtrReportScope) scope = make_scope ("2026-11-22", "2026-12-31", "2026-11-21");
  const MtrSubmissionCount *count;

  g_ptr_array_add (packs, pack);
  counts = mtr_submission_count_list (snapshot, packs, &scope);
  count = g_ptr_array_index (counts, 0);
  g_assert_cmpuint (count->n_handed_in + count->n_satisfactory + count->n_incomplete + count->n_first_decided, ==, 0);
  scope.pack = g_strdup ("other");
  others = mtr_submission_count_list (snapshot, packs, &scope);
  g_assert_cmpuint (others->len, ==, 0);
}

static void
test_retention (void)
{
  static const struct {
    const char *started_on;
    const char *in_post;
    const char *left_on;
    int         expected;   /* 'y', 'n', '?'; ' ' not in the period */
  } rows[] = {
    { "2025-11-21", "1",  NULL,         'y' },
    { "2025-11-22", "1",  NULL,         ' ' },
    { "2024-02-29", "0",  NULL,         'n' },
    { "2024-02-28", NULL, NULL,         '?' },
    { "2024-02-27", NULL, NULL,         ' ' },
    { "2025-01-10", NULL, "2026-01-10", 'y' },
    { "2025-01-10", NULL, "2026-01-09", 'n' },
    { "2025-01-10", "1",  "2026-01-09", 'y' },
    { NULL,         "1",  NULL,         ' ' },
  };
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_LEAD);
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_auto (MtrReportScope) scope = make_scope ("2025-02-28", "2026-12-31", "2026-11-21");
  const MtrRetention *retention;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id = 1 + (gint64) i;

      add_person (snapshot, id, TEAM);
      mtr_test_set_in (snapshot, MTR_PERSON_IN_POST_AFTER_YEAR, id, rows[i].in_post);
      mtr_test_set_in (snapshot, MTR_PERSON_LEFT_ON, id, rows[i].left_on);
      mtr_test_record (snapshot, MTR_KIND_PAIRING, PAIRING + id, MTR_PAIRING_PACK, "test", MTR_PAIRING_STATE, "active",
                       MTR_PAIRING_STARTED_ON, rows[i].started_on, MTR_FIELD_NONE);
      add_mentee (snapshot, id, PAIRING + id, NULL);
    }
  /* The last one had a mentor before: their year was over long ago. */
  mtr_test_record (snapshot, MTR_KIND_PAIRING, PAIRING, MTR_PAIRING_PACK, "test", MTR_PAIRING_STATE, "ended",
                   MTR_PAIRING_STARTED_ON, "2023-01-01", MTR_FIELD_NONE);
  add_mentee (snapshot, 9, PAIRING, "2023-06-01");

  g_ptr_array_add (packs, pack);
  list = mtr_retention_list (snapshot, packs, &scope);
  g_assert_cmpuint (list->len, ==, 1);
  retention = g_ptr_array_index (list, 0);
  g_assert_cmpuint (retention->n_in_post, ==, 3);
  g_assert_cmpuint (retention->n_not_in_post, ==, 2);
  g_assert_cmpuint (retention->unknown->len, ==, 1);
  g_assert_cmpint (mtr_record_get_id (((MtrRetentionPerson *) g_ptr_array_index (retention->unknown, 0))->person), ==, 4);
  g_assert_cmpstr (((MtrRetentionPerson *) g_ptr_array_index (retention->unknown, 0))->reached_on, ==, "2025-02-28");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/programme-counts/submissions", test_submissions);
  g_test_add_func ("/core/programme-counts/nothing", test_nothing);
  g_test_add_func ("/core/programme-counts/retention", test_retention);

  return g_test_run ();
}
