/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dates of a rhythm, worked out by hand with a paper calendar. */

#include "mtr-date.h"
#include "mtr-schedule.h"
#include "mtr-test-records.h"

static char *
join (GArray *dates)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *iso = mtr_date_to_iso (&g_array_index (dates, GDate, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", iso);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_propose (void)
{
  static const struct {
    const char *frequency;
    int         interval;
    const char *day;
    const char *last;
    const char *today;
    const char *expected;
  } rows[] = {
    /* 19 November 2026 is a Thursday. */
    { "weekly", 0, NULL, "2026-11-19", "2026-11-21", "2026-11-26 2026-12-03 2026-12-10" },
    { "fortnightly", 0, NULL, "2026-11-19", "2026-11-21", "2026-12-03 2026-12-17 2026-12-31" },
    { "own", 21, NULL, "2026-11-19", "2026-11-21", "2026-12-10 2026-12-31 2027-01-21" },
    /* Nobody said how often: four weeks. */
    { "own", 0, NULL, "2026-11-19", "2026-11-21", "2026-12-17 2027-01-14 2027-02-11" },
    { NULL, 10, NULL, "2026-11-19", "2026-11-21", "2026-11-29 2026-12-09 2026-12-19" },
    /* Month ends: always from the 31st, never from the date before. */
    { "monthly", 0, NULL, "2026-08-31", "2026-09-01", "2026-09-30 2026-10-31 2026-11-30" },
    { "monthly", 0, NULL, "2026-12-31", "2027-01-05", "2027-01-31 2027-02-28 2027-03-31" },
    { "monthly", 0, NULL, "2027-12-31", "2028-01-31", "2028-02-29 2028-03-31 2028-04-30" },
    /* The leap day itself. */
    { "monthly", 0, NULL, "2028-02-29", "2028-02-29", "2028-03-29 2028-04-29 2028-05-29" },
    { "own", 365, NULL, "2028-02-29", "2028-03-01", "2029-02-28 2030-02-28 2031-02-28" },
    { "weekly", 0, NULL, "2028-02-22", "2028-02-22", "2028-02-29 2028-03-07 2028-03-14" },
    /* The rhythm goes on although nobody met for a while, and a date is never today. */
    { "fortnightly", 0, NULL, "2026-09-03", "2026-11-21", "2026-11-26 2026-12-10 2026-12-24" },
    { "weekly", 0, NULL, "2026-11-14", "2026-11-21", "2026-11-28 2026-12-05 2026-12-12" },
    { "monthly", 0, NULL, "2016-01-31", "2026-11-29", "2026-11-30 2026-12-31 2027-01-31" },
    /* A session that is planned already lies ahead: after that one. */
    { "weekly", 0, NULL, "2026-12-03", "2026-11-21", "2026-12-10 2026-12-17 2026-12-24" },
    /* The usual day: the nearest one. 17 Dec 2026 is a Thursday; Tuesday is two days before it, Monday three. */
    { "fortnightly", 0, "tuesday", "2026-12-03", "2026-12-04", "2026-12-15 2026-12-29 2027-01-12" },
    { "fortnightly", 0, "sunday", "2026-12-03", "2026-12-04", "2026-12-20 2027-01-03 2027-01-17" },
    /* 31 Dec is a Thursday, 31 Jan 2027 a Sunday, 28 Feb a Sunday. */
    { "monthly", 0, "thursday", "2026-11-30", "2026-12-05", "2026-12-31 2027-01-28 2027-02-25" },
    /* Three days later and last week's day would be today. */
    { "weekly", 0, "saturday", "2026-11-11", "2026-11-21", "2026-11-28 2026-12-05 2026-12-12" },
    /* Every day. */
    { "own", 1, NULL, "2026-11-19", "2026-11-21", "2026-11-22 2026-11-23 2026-11-24" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate last = mtr_test_date (rows[i].last);
      GDate today = mtr_test_date (rows[i].today);
      g_autoptr (GArray) dates = NULL;
      g_autofree char *text = NULL;
      MtrSchedule schedule;

      mtr_schedule_init (&schedule, rows[i].frequency, rows[i].interval, rows[i].day);
      dates = mtr_schedule_propose (&schedule, &last, &today, 3);
      text = join (dates);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* The pairing of the test meets every 21 days; nothing is proposed beyond the calendar. */
static void
test_pairing (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING);
  GDate today = mtr_test_date ("2026-02-20");
  GDate end = mtr_test_date ("9998-12-20");
  g_autoptr (GArray) from_start = mtr_schedule_propose_for_pairing (pack, snapshot, pairing, &today, 2);
  g_autofree char *start_text = join (from_start);
  g_autoptr (GArray) from_planned = NULL;
  g_autofree char *planned_text = NULL;
  g_autoptr (GArray) beyond = NULL;
  MtrSchedule schedule;

  /* 3 February and 21 days are the 24th. */
  g_assert_cmpstr (start_text, ==, "2026-02-24 2026-03-17");

  mtr_test_record (snapshot, MTR_KIND_SESSION, 50, MTR_SESSION_PAIRING_ID, "10", MTR_SESSION_STATE, "planned",
                   MTR_SESSION_HELD_ON, "2026-03-05", MTR_FIELD_NONE);
  mtr_test_set (pairing, MTR_PAIRING_FREQUENCY, MTR_FREQUENCY_WEEKLY);
  from_planned = mtr_schedule_propose_for_pairing (pack, snapshot, pairing, &today, 2);
  planned_text = join (from_planned);
  g_assert_cmpstr (planned_text, ==, "2026-03-12 2026-03-19");

  mtr_schedule_init (&schedule, MTR_FREQUENCY_WEEKLY, 0, NULL);
  beyond = mtr_schedule_propose (&schedule, &end, &end, 5);
  g_assert_cmpuint (beyond->len, ==, 1);
}

static void
test_codes (void)
{
  g_assert_cmpint (mtr_schedule_get_weekday ("thursday"), ==, G_DATE_THURSDAY);
  g_assert_cmpint (mtr_schedule_get_weekday (NULL), ==, G_DATE_BAD_WEEKDAY);
  g_assert_cmpstr (mtr_schedule_get_day_code (G_DATE_SUNDAY), ==, "sunday");
  g_assert_null (mtr_schedule_get_day_code (G_DATE_BAD_WEEKDAY));
  g_assert_cmpstr (mtr_schedule_get_label ("fortnightly"), ==, "Every fortnight");
  g_assert_cmpstr (mtr_schedule_get_label (NULL), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/schedule/propose", test_propose);
  g_test_add_func ("/core/schedule/pairing", test_pairing);
  g_test_add_func ("/core/schedule/codes", test_codes);

  return g_test_run ();
}
