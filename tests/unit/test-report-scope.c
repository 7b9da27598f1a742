/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The period of a report: which days belong to it, and how it is said. The
 * expected days were worked out with a calendar.
 */

#include "mtr-date.h"
#include "mtr-figures.h"
#include "mtr-report-scope.h"

static void
assert_date (const GDate *date,
             const char  *iso)
{
  g_autofree char *text = g_date_valid (date) ? mtr_date_to_iso (date) : NULL;

  g_assert_cmpstr (text, ==, iso);
}

static void
set_date (GDate      *date,
          const char *iso)
{
  if (iso != NULL)
    g_assert_true (mtr_date_from_iso (iso, date));
}

static void
test_periods (void)
{
  static const struct {
    const char      *as_at;
    MtrReportPeriod  period;
    const char      *year_starts_on;
    const char      *year_ends_on;
    const char      *from;
    const char      *to;
    gboolean         looks_ahead;
  } rows[] = {
    { "2026-11-21", MTR_REPORT_PERIOD_PROGRAMME, "2026-09-01", "2027-07-31", "2026-09-01", "2027-07-31" },
    /* Its first and its last day belong to it. */
    { "2026-09-01", MTR_REPORT_PERIOD_PROGRAMME, "2026-09-01", "2027-07-31", "2026-09-01", "2027-07-31" },
    { "2027-07-31", MTR_REPORT_PERIOD_PROGRAMME, "2026-09-01", "2027-07-31", "2026-09-01", "2027-07-31" },
    /* Without an end it is twelve months. */
    { "2026-11-21", MTR_REPORT_PERIOD_PROGRAMME, "2026-04-01", NULL, "2026-04-01", "2027-03-31" },
    { "2024-02-29", MTR_REPORT_PERIOD_PROGRAMME, "2024-02-29", NULL, "2024-02-29", "2025-02-27" },
    /* On a day outside it, or where it is not known, the last twelve months. */
    { "2026-08-31", MTR_REPORT_PERIOD_PROGRAMME, "2026-09-01", "2027-07-31", "2025-09-01", "2026-08-31" },
    { "2027-08-01", MTR_REPORT_PERIOD_PROGRAMME, "2026-09-01", "2027-07-31", "2026-08-02", "2027-08-01" },
    { "2026-11-21", MTR_REPORT_PERIOD_PROGRAMME, NULL, NULL, "2025-11-22", "2026-11-21" },
    { "2026-11-21", MTR_REPORT_PERIOD_YEAR, "2026-09-01", "2027-07-31", "2025-11-22", "2026-11-21" },
    { "2024-02-29", MTR_REPORT_PERIOD_YEAR, NULL, NULL, "2023-03-01", "2024-02-29" },
    { "2026-11-21", MTR_REPORT_PERIOD_QUARTER, NULL, NULL, "2026-08-22", "2026-11-21" },
    { "2026-05-31", MTR_REPORT_PERIOD_QUARTER, NULL, NULL, "2026-03-01", "2026-05-31" },
    { "2026-11-21", MTR_REPORT_PERIOD_ALL, "2026-09-01", "2027-07-31", NULL, "2026-11-21" },
    /* Whoever looks ahead sees the calendar year where the programme has none. */
    { "2026-11-21", MTR_REPORT_PERIOD_PROGRAMME, "2026-09-01", "2027-07-31", "2026-09-01", "2027-07-31", TRUE },
    { "2026-11-21", MTR_REPORT_PERIOD_PROGRAMME, NULL, NULL, "2026-01-01", "2026-12-31", TRUE },
    { "2026-11-21", MTR_REPORT_PERIOD_YEAR, NULL, NULL, "2025-11-22", "2026-11-21", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (MtrReportScope) scope = { 0 };
      GDate as_at;

      set_date (&as_at, rows[i].as_at);
      mtr_report_scope_init (&scope, &as_at);
      mtr_report_scope_set_period (&scope, rows[i].period, rows[i].year_starts_on, rows[i].year_ends_on,
                                   rows[i].looks_ahead);
      assert_date (&scope.from, rows[i].from);
      assert_date (&scope.to, rows[i].to);
      g_assert_true (mtr_report_scope_is_valid (&scope));
    }
}

/* Nothing is counted that happened after the day of the report, nor anything before the period begins. */
static void
test_until (void)
{
  static const struct {
    const char *from;
    const char *to;
    gboolean    valid;
    gboolean    begun;
    const char *until;
    const char *words;
  } rows[] = {
    { NULL, NULL, TRUE, TRUE, "2026-11-21", "Up to 21 Nov 2026" },
    { NULL, "2026-03-31", TRUE, TRUE, "2026-03-31", "Up to 31 Mar 2026" },
    { "2026-04-01", NULL, TRUE, TRUE, "2026-11-21", "From 1 Apr 2026" },
    { "2026-04-01", "2027-03-31", TRUE, TRUE, "2026-11-21", "1 Apr 2026 to 31 Mar 2027" },
    { "2025-04-01", "2026-03-31", TRUE, TRUE, "2026-03-31", "1 Apr 2025 to 31 Mar 2026" },
    { "2026-11-21", "2026-11-21", TRUE, TRUE, "2026-11-21", "21 Nov 2026 to 21 Nov 2026" },
    { "2026-11-22", "2027-03-31", TRUE, FALSE, "2026-11-21", "22 Nov 2026 to 31 Mar 2027" },
    { "2026-11-21", "2026-11-20", FALSE, FALSE, "2026-11-20", "21 Nov 2026 to 20 Nov 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (MtrReportScope) scope = { 0 };
      g_auto (MtrReportScope) copy = { 0 };
      g_autofree char *words = NULL;
      GDate as_at, until;

      set_date (&as_at, "2026-11-21");
      mtr_report_scope_init (&scope, &as_at);
      set_date (&scope.from, rows[i].from);
      set_date (&scope.to, rows[i].to);
      scope.team = g_strdup ("Riverside");
      mtr_report_scope_copy (&copy, &scope);
      g_assert_cmpint (mtr_report_scope_is_valid (&copy), ==, rows[i].valid);
      g_assert_cmpint (mtr_report_scope_get_until (&copy, &until), ==, rows[i].begun);
      assert_date (&until, rows[i].until);
      words = mtr_report_scope_dup_period (&copy);
      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpstr (copy.team, ==, "Riverside");
    }
}

static void
test_figures (void)
{
  g_autoptr (MtrFigures) figures = mtr_figures_new ();

  g_assert_false (mtr_figures_has (figures, MTR_FIGURE_PAIRS));
  mtr_figures_begin (figures, MTR_FIGURE_PAIRS);
  g_assert_true (mtr_figures_has (figures, MTR_FIGURE_PAIRS));
  g_assert_cmpuint (mtr_figures_count (figures, MTR_FIGURE_PAIRS), ==, 0);
  g_assert_cmpint (mtr_figures_sum (figures, MTR_FIGURE_PAIRS, 2), ==, 0);
  for (int i = 1; i <= 3; i++)
    {
      mtr_figures_add_row (figures, MTR_FIGURE_PAIRS, 3);
      mtr_figures_set_text (figures, MTR_FIGURE_PAIRS, 0, i == 2 ? NULL : "scheme");
      mtr_figures_set_number (figures, MTR_FIGURE_PAIRS, 2, i * 10);
    }
  g_assert_cmpuint (mtr_figures_count (figures, MTR_FIGURE_PAIRS), ==, 3);
  g_assert_cmpstr (mtr_figures_get_text (figures, MTR_FIGURE_PAIRS, 0, 0), ==, "scheme");
  g_assert_null (mtr_figures_get_text (figures, MTR_FIGURE_PAIRS, 1, 0));
  g_assert_cmpint (mtr_figures_get_number (figures, MTR_FIGURE_PAIRS, 2, 2), ==, 30);
  g_assert_cmpint (mtr_figures_sum (figures, MTR_FIGURE_PAIRS, 2), ==, 60);
  g_assert_null (mtr_figures_get_pack (figures, "scheme"));
  g_assert_null (mtr_figures_get_pack (figures, NULL));
  g_assert_null (mtr_figures_get_snapshot (figures));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/report-scope/periods", test_periods);
  g_test_add_func ("/core/report-scope/until", test_until);
  g_test_add_func ("/core/figures/table", test_figures);

  return g_test_run ();
}
