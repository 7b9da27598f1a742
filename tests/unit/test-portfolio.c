/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in a portfolio, what is left out, the report, and the map. */

#include "mtr-evidence-map.h"
#include "mtr-portfolio.h"
#include "mtr-test-records.h"

static void
test_numbers (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  MtrRecord *seventh;

  g_assert_cmpint (mtr_portfolio_next_number (snapshot, MTR_TEST_PORTFOLIO), ==, 1);
  seventh = mtr_test_evidence (snapshot, 107, "document", "2026-05-01", "1");
  mtr_test_evidence (snapshot, 103, "document", "2026-05-01", "1");
  mtr_test_set (seventh, MTR_EVIDENCE_WITHDRAWN_ON, "2026-06-01");
  /* A withdrawn number is not used again. */
  g_assert_cmpint (mtr_portfolio_next_number (snapshot, MTR_TEST_PORTFOLIO), ==, 8);
  number = mtr_evidence_dup_number (seventh);
  name = mtr_evidence_dup_name (seventh);
  g_assert_cmpstr (number, ==, "E07");
  g_assert_cmpstr (name, ==, "E07 A paper");
}

static void
test_left_out (void)
{
  static const struct {
    gint64      id;
    const char *reason;
  } rows[] = {
    { 102, "withdrawn on 1 June 2026" },
    { 103, "not marked for the portfolio" },
    { 104, "not marked for the portfolio" },
    { 105, "its observation does not count: it is not signed by both, or had no consent beforehand" },
    { 106, "its observation was withdrawn" },
    { 107, "its observation is not in this file" },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GPtrArray) items = NULL;

  mtr_test_observation (snapshot, 31, "direct", "2026-05-01", MTR_OBSERVATION_STEP_SIGN);
  mtr_test_observation (snapshot, 32, "direct", "2026-05-01", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_record (snapshot, MTR_KIND_ADDENDUM, 90, MTR_ADDENDUM_OBSERVATION_ID, "32", MTR_ADDENDUM_REASON, "withdrawal",
                   MTR_FIELD_NONE);
  mtr_test_observation (snapshot, 33, "direct", "2026-05-01", MTR_OBSERVATION_STEP_SEALED);
  for (int id = 108; id > 100; id--)
    mtr_test_evidence (snapshot, id, "document", "2026-05-01", "1");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_WITHDRAWN_ON, 102, "2026-06-01");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_INCLUDED, 103, "0");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_INCLUDED, 104, NULL);
  mtr_test_set_in (snapshot, MTR_EVIDENCE_OBSERVATION_ID, 105, "31");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_OBSERVATION_ID, 106, "32");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_OBSERVATION_ID, 107, "39");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_OBSERVATION_ID, 108, "33");

  left_out = mtr_portfolio_list_left_out (snapshot, MTR_TEST_PORTFOLIO);
  g_assert_cmpuint (left_out->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MtrLeftOut *item = g_ptr_array_index (left_out, i);

      g_assert_cmpint (mtr_record_get_id (item->evidence), ==, rows[i].id);
      g_assert_cmpstr (item->reason, ==, rows[i].reason);
    }

  items = mtr_portfolio_list_evidence (snapshot, MTR_TEST_PORTFOLIO);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (items, 0)), ==, 101);
  g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (items, 1)), ==, 108);
}

static void
test_links (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) unexplained = NULL;
  g_autoptr (GPtrArray) of_two = NULL;

  /* Two statements of one area are one item; a withdrawn item's links are nobody's. */
  mtr_test_evidence (snapshot, 101, "document", "2026-05-01", "2 2.1 1");
  mtr_test_evidence (snapshot, 102, "document", "2026-05-01", "2.1 unknown");
  mtr_test_evidence (snapshot, 103, "document", "2026-05-01", "2");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_WITHDRAWN_ON, 103, "2026-06-01");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_RATIONALE, 10102, NULL);
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_RATIONALE, 10300, NULL);

  links = mtr_portfolio_list_links (snapshot, MTR_TEST_PORTFOLIO);
  g_assert_cmpuint (links->len, ==, 5);
  unexplained = mtr_portfolio_list_links_without_rationale (snapshot, MTR_TEST_PORTFOLIO);
  g_assert_cmpuint (unexplained->len, ==, 1);
  g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (unexplained, 0)), ==, 10102);
  of_two = mtr_portfolio_list_evidence_of_area (pack, snapshot, MTR_TEST_PORTFOLIO, "2");
  g_assert_cmpuint (of_two->len, ==, 2);
  g_assert_null (mtr_portfolio_get_area (pack, "unknown"));
  g_assert_null (mtr_portfolio_get_area (pack, NULL));
}

static void
test_report (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) nothing = mtr_report_list_unwritten_areas (pack, snapshot, NULL);
  g_autoptr (MtrChange) change = NULL;
  MtrRecord *report;

  g_assert_cmpuint (nothing->len, ==, 3);
  g_assert_false (mtr_report_is_complete (pack, snapshot, NULL));
  mtr_test_make_ready (snapshot);
  report = mtr_portfolio_find_report (snapshot, MTR_TEST_PORTFOLIO);
  g_assert_true (mtr_report_is_complete (pack, snapshot, report));

  mtr_test_set (report, MTR_REPORT_PASSED_AT, NULL);
  mtr_test_set_in (snapshot, MTR_REPORT_AREA_TEXT, 23, NULL);
  mtr_test_set_in (snapshot, MTR_REPORT_AREA_DRAFT_TEXT, 23, "Shown in May");
  g_assert_false (mtr_report_is_complete (pack, snapshot, report));
  change = mtr_report_pass_on (snapshot, report, "2026-11-18T10:00:00Z");
  mtr_test_apply (snapshot, change);
  g_assert_true (mtr_report_is_complete (pack, snapshot, report));
  g_assert_cmpstr (mtr_record_get_text (mtr_snapshot_get (snapshot, MTR_KIND_REPORT_AREA, 23), MTR_REPORT_AREA_TEXT), ==,
                   "Shown in May");
}

static void
test_stays_with_the_mentee (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *later = mtr_test_record (snapshot, MTR_KIND_PAIRING, 15, MTR_PAIRING_PACK, "test", MTR_FIELD_NONE);
  MtrRecord *other = mtr_test_record (snapshot, MTR_KIND_PAIRING, 16, MTR_PAIRING_PACK, "another", MTR_FIELD_NONE);
  g_autoptr (MtrRecord) made_up = NULL;

  g_assert_cmpint (mtr_record_get_id (mtr_portfolio_find (snapshot, later, MTR_TEST_SUPERVISOR)), ==, MTR_TEST_PORTFOLIO);
  g_assert_null (mtr_portfolio_find (snapshot, other, MTR_TEST_SUPERVISOR));
  made_up = mtr_portfolio_find_or_make_up (snapshot, other, MTR_TEST_SUPERVISOR);
  g_assert_cmpint (mtr_record_get_number (made_up, MTR_PORTFOLIO_PAIRING_ID), ==, 16);
}

static gint64
count_up (gpointer data)
{
  return (*(gint64 *) data)++;
}

static void
test_add_observation (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrChange) change = NULL;
  g_autoptr (GPtrArray) of_two = NULL;
  gint64 next_id = 200;
  MtrRecord *evidence;

  mtr_test_evidence (snapshot, 104, "document", "2026-05-01", "1");
  mtr_test_observation (snapshot, 31, "direct", "2026-07-04", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_record (snapshot, MTR_KIND_OBSERVATION_AREA, 60, MTR_OBSERVATION_AREA_OBSERVATION_ID, "31",
                   MTR_OBSERVATION_AREA_STANDARD, "2", MTR_OBSERVATION_AREA_RATIONALE, "Asks", MTR_FIELD_NONE);
  change = mtr_portfolio_add_observation (pack, snapshot,
                                          mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, MTR_TEST_PORTFOLIO),
                                          mtr_snapshot_get (snapshot, MTR_KIND_OBSERVATION, 31), count_up, &next_id);
  mtr_test_apply (snapshot, change);
  evidence = mtr_snapshot_get (snapshot, MTR_KIND_EVIDENCE, 200);
  g_assert_cmpint (mtr_record_get_number (evidence, MTR_EVIDENCE_NUMBER), ==, 5);
  g_assert_cmpstr (mtr_record_get_text (evidence, MTR_EVIDENCE_TITLE), ==, "Direct observation 1 of 2");
  g_assert_cmpstr (mtr_record_get_text (mtr_snapshot_get (snapshot, MTR_KIND_EVIDENCE_LINK, 201),
                                        MTR_EVIDENCE_LINK_RATIONALE), ==, "Asks");
  of_two = mtr_portfolio_list_evidence_of_area (pack, snapshot, MTR_TEST_PORTFOLIO, "2");
  g_assert_cmpuint (of_two->len, ==, 1);
}

static void
test_forget_reading (void)
{
  static const struct {
    MtrField    field;
    gint64      id;
    const char *value;
    gboolean    forgets;
  } rows[] = {
    { MTR_EVIDENCE_TEXT,            101, "Mrs Jones said",  TRUE },
    { MTR_EVIDENCE_INCLUDED,        101, "0",               TRUE },
    { MTR_EVIDENCE_HAPPENED_ON,     101, "2026-05-02",      FALSE },
    { MTR_EVIDENCE_LINK_RATIONALE,  10101, "Because of it", TRUE },
    { MTR_REPORT_AREA_TEXT,         22,  "Well shown",      TRUE },
    { MTR_REPORT_AREA_DRAFT_TEXT,   22,  "Well shown",      FALSE },
    { MTR_PAIRING_MODE,             10,  "remote",          FALSE },
    { MTR_AGREEMENT_BETWEEN_US,     12,  "All",             FALSE },
    { MTR_OBSERVATION_SETTING,      31,  "The office",      TRUE },
    { MTR_PORTFOLIO_SUBMIT_BY,      20,  "2027-01-01",      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autoptr (MtrChange) change = mtr_change_new ("write");
      MtrRecord *portfolio = mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, MTR_TEST_PORTFOLIO);

      mtr_test_make_ready (snapshot);
      if (mtr_field_is_number (rows[i].field))
        mtr_change_set_number (change, rows[i].field, rows[i].id, g_ascii_strtoll (rows[i].value, NULL, 10));
      else
        mtr_change_set_text (change, rows[i].field, rows[i].id, rows[i].value);
      mtr_portfolio_forget_reading (change, snapshot);
      mtr_test_apply (snapshot, change);
      g_assert_cmpint (!mtr_portfolio_is_checked_for_names (snapshot, portfolio), ==, rows[i].forgets);
    }
}

static void
test_map (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrEvidenceMap) map = NULL;
  GDate today = mtr_test_date ("2026-11-21");
  static const struct {
    guint       row;
    guint       column;
    const char *text;
    const char *own;
    const char *mentor;
    const char *spoken;
  } cells[] = {
    { 0, 0, "1 ✓", "1", "1 sufficient", "Area 1, Values and ethics. Observations: 1, newest 4 July, sufficient." },
    { 0, 1, "–", "–", "–", "Area 1, Values and ethics. Supervisee feedback: nothing yet." },
    { 0, 2, "2 ~", "2, 1 without a reason", "1 partly, 1 not looked at",
      "Area 1, Values and ethics. Papers: 2, newest 1 March, partly." },
    { 1, 1, "1 ?", "1", "1 not looked at",
      "Area 2, Influence. Supervisee feedback: 1, newest 20 September 2025, not looked at." },
    { 2, 2, "✓ met before", "1", "1 not looked at",
      "Area 8, Performance management and improvement. Papers: met before." },
  };

  mtr_test_observation (snapshot, 31, "direct", "2026-07-04", MTR_OBSERVATION_STEP_SEALED);
  mtr_test_evidence (snapshot, 101, "observation", "2026-07-04", "1");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_OBSERVATION_ID, 101, "31");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_MENTOR_VIEW, 10100, "sufficient");
  mtr_test_evidence (snapshot, 102, "document", "2026-03-01", "1");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_MENTOR_VIEW, 10200, "partly");
  mtr_test_evidence (snapshot, 103, "document", "2026-02-01", "1");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_LINK_RATIONALE, 10300, NULL);
  /* 20 September 2025 is 14 whole months before 21 November 2026. */
  mtr_test_evidence (snapshot, 104, "supervisee-feedback", "2025-09-20", "2.1");
  mtr_test_evidence (snapshot, 105, "prior-accreditation", "2020-09-20", "8");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_CERTIFICATE, 105, "Stage 2");
  mtr_test_set_in (snapshot, MTR_EVIDENCE_ACCEPTED_BY, 105, "Lead D");

  map = mtr_evidence_map_new (pack, snapshot, MTR_TEST_PORTFOLIO, &today);
  g_assert_cmpuint (map->columns->len, ==, 3);
  g_assert_cmpuint (map->rows->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const MtrEvidenceRow *row = g_ptr_array_index (map->rows, cells[i].row);
      const MtrEvidenceCell *cell = &row->cells[cells[i].column];
      g_autofree char *text = mtr_evidence_cell_dup_text (cell);
      g_autofree char *own = mtr_evidence_cell_dup_own (cell);
      g_autofree char *mentor = mtr_evidence_cell_dup_mentor (cell);
      g_autofree char *spoken = mtr_evidence_map_dup_spoken (map, cells[i].row, cells[i].column, &today);

      g_assert_cmpstr (text, ==, cells[i].text);
      g_assert_cmpstr (own, ==, cells[i].own);
      g_assert_cmpstr (mentor, ==, cells[i].mentor);
      g_assert_cmpstr (spoken, ==, cells[i].spoken);
    }
}

static void
test_map_flags (void)
{
  static const struct {
    const char *items[3][3];   /* kind, date, areas */
    const char *flags[3];      /* of areas 1, 2 and 8 */
    const char *subtitle;      /* of area 1 */
    guint       n_filled;      /* kinds of evidence that area 1 has */
    guint       n_shown;       /* kinds that the map has: observations and feedback are asked for */
  } rows[] = {
    { { { NULL } }, { "nothing yet", "nothing yet", "nothing yet" }, "nothing yet", 0, 2 },
    { { { "document", "2026-11-01", "1" } },
      { "one source only, no observation", "nothing yet", "nothing yet" },
      "Papers 1 · one source only, no observation", 1, 3 },
    { { { "document", "2026-11-01", "1" }, { "supervisee-feedback", "2026-11-01", "1 2" } },
      { "no observation", "one source only, no observation", "nothing yet" },
      "Supervisee feedback 1, Papers 1 · no observation", 2, 3 },
    { { { "observation", "2026-11-01", "1" }, { "document", "2026-11-01", "1" } },
      { "", "nothing yet", "nothing yet" }, "Observations 1, Papers 1", 2, 3 },
    { { { "observation", "2025-11-22", "1 2" }, { "document", "2025-11-21", "1" } },
      { "oldest 12 months", "one source only", "nothing yet" },
      "Observations 1, Papers 1 · oldest 12 months", 2, 3 },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autoptr (MtrEvidenceMap) map = NULL;
      g_autofree char *subtitle = NULL;
      guint n_shown;

      for (int j = 0; j < 3; j++)
        if (rows[i].items[j][0] != NULL)
          mtr_test_evidence (snapshot, 101 + j, rows[i].items[j][0], rows[i].items[j][1], rows[i].items[j][2]);
      map = mtr_evidence_map_new (pack, snapshot, MTR_TEST_PORTFOLIO, &today);
      for (guint area = 0; area < 3; area++)
        {
          g_autofree char *flags = mtr_evidence_row_dup_flags (g_ptr_array_index (map->rows, area));

          g_assert_cmpstr (flags, ==, rows[i].flags[area]);
        }
      subtitle = mtr_evidence_map_dup_subtitle (map, 0);
      g_assert_cmpstr (subtitle, ==, rows[i].subtitle);
      g_assert_cmpuint (mtr_evidence_map_count_kinds (map, 0, &n_shown), ==, rows[i].n_filled);
      g_assert_cmpuint (n_shown, ==, rows[i].n_shown);
    }
}

static void
test_map_columns_and_statements (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrEvidenceMap) empty = NULL;
  g_autoptr (MtrEvidenceMap) map = NULL;
  g_autoptr (GPtrArray) of_area = NULL;
  g_autoptr (GPtrArray) of_statement = NULL;
  GDate today = mtr_test_date ("2026-11-21");
  const MtrEvidenceRow *two;

  /* Observations and feedback are asked for; papers are shown once there is one. */
  empty = mtr_evidence_map_new (pack, snapshot, MTR_TEST_PORTFOLIO, &today);
  g_assert_true (((MtrEvidenceColumn *) g_ptr_array_index (empty->columns, 0))->shown);
  g_assert_true (((MtrEvidenceColumn *) g_ptr_array_index (empty->columns, 1))->shown);
  g_assert_false (((MtrEvidenceColumn *) g_ptr_array_index (empty->columns, 2))->shown);

  mtr_test_evidence (snapshot, 101, "document", "2026-11-01", "2.1");
  mtr_test_evidence (snapshot, 102, "document", "2026-11-02", "2");
  map = mtr_evidence_map_new (pack, snapshot, MTR_TEST_PORTFOLIO, &today);
  g_assert_true (((MtrEvidenceColumn *) g_ptr_array_index (map->columns, 2))->shown);
  two = g_ptr_array_index (map->rows, 1);
  g_assert_cmpuint (two->cells[2].count, ==, 2);
  g_assert_cmpuint (two->statements->len, ==, 1);
  g_assert_cmpuint (((MtrEvidenceRow *) g_ptr_array_index (two->statements, 0))->cells[2].count, ==, 1);

  of_area = mtr_evidence_map_list_items (pack, snapshot, MTR_TEST_PORTFOLIO, "2", "papers");
  g_assert_cmpuint (of_area->len, ==, 2);
  of_statement = mtr_evidence_map_list_items (pack, snapshot, MTR_TEST_PORTFOLIO, "2.1", NULL);
  g_assert_cmpuint (of_statement->len, ==, 1);
  g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (of_statement, 0)), ==, 101);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/portfolio/numbers", test_numbers);
  g_test_add_func ("/core/portfolio/left-out", test_left_out);
  g_test_add_func ("/core/portfolio/links", test_links);
  g_test_add_func ("/core/portfolio/report", test_report);
  g_test_add_func ("/core/portfolio/stays-with-the-mentee", test_stays_with_the_mentee);
  g_test_add_func ("/core/portfolio/add-observation", test_add_observation);
  g_test_add_func ("/core/portfolio/forget-reading", test_forget_reading);
  g_test_add_func ("/core/evidence-map/cells", test_map);
  g_test_add_func ("/core/evidence-map/flags", test_map_flags);
  g_test_add_func ("/core/evidence-map/columns-and-statements", test_map_columns_and_statements);

  return g_test_run ();
}
