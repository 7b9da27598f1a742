/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates: what is stored, counted, written and typed. The expected values were
 * worked out with a calendar.
 */

#include "mtr-date-entry.h"
#include "mtr-date.h"

#include <locale.h>

static GDate
day (const char *iso)
{
  GDate date;

  g_assert_true (mtr_date_from_iso (iso, &date));

  return date;
}

static void
assert_date (const GDate *date,
             const char  *iso)
{
  g_autofree char *text = mtr_date_to_iso (date);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_date_iso (void)
{
  static const char *const good[] = { "2026-11-19", "2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29" };
  static const char *const bad[] = {
    "", "2026-02-29", "1900-02-29", "2026-2-3", "2026-13-01", "2026-00-01", "2026-01-00", "2026-11-31", "0000-01-01",
    "2026-11-19 ", " 2026-11-19", "2026/11/19", "2026-11-1x", "+026-11-19", "20261119", "2026-11-19T10:00:00Z",
  };
  GDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (mtr_date_from_iso (good[i], &date));
      assert_date (&date, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (mtr_date_from_iso (bad[i], &date));
      g_assert_false (g_date_valid (&date));
    }
  g_assert_false (mtr_date_from_iso (NULL, &date));
}

static void
test_date_months (void)
{
  static const struct {
    const char *from;
    int         months;
    const char *to;
  } rows[] = {
    { "2026-08-31", 6, "2027-02-28" },
    { "2027-08-31", 6, "2028-02-29" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29" },
    { "2026-01-31", 1, "2026-02-28" },
    { "2026-01-31", 2, "2026-03-31" },
    { "2026-01-31", 3, "2026-04-30" },
    { "2026-12-31", 2, "2027-02-28" },
    { "2026-11-19", 0, "2026-11-19" },
    { "2026-11-19", 1, "2026-12-19" },
    { "2026-11-19", 2, "2027-01-19" },
    { "2026-11-19", 18, "2028-05-19" },
    { "2026-03-31", -1, "2026-02-28" },
    { "2028-03-31", -1, "2028-02-29" },
    { "2026-01-15", -1, "2025-12-15" },
    { "2026-01-15", -12, "2025-01-15" },
    { "2026-01-15", -13, "2024-12-15" },
    { "2028-02-29", -12, "2027-02-28" },
    { "9999-06-30", 12, "9999-12-31" },
    { "0001-06-30", -12, "0001-01-01" },
    { "2026-06-30", G_MAXINT, "9999-12-31" },
    { "2026-06-30", G_MININT, "0001-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date = day (rows[i].from);

      mtr_date_add_months (&date, rows[i].months);
      assert_date (&date, rows[i].to);
    }
}

static void
test_date_between (void)
{
  static const struct {
    const char *from;
    const char *to;
    int         days;
    int         months;
  } rows[] = {
    { "2026-11-19", "2026-11-19", 0, 0 },
    { "2026-11-19", "2026-11-20", 1, 0 },
    { "2026-10-09", "2026-11-21", 43, 1 },
    { "2026-02-28", "2026-03-01", 1, 0 },
    { "2028-02-28", "2028-03-01", 2, 0 },
    { "2026-01-01", "2027-01-01", 365, 12 },
    { "2028-01-01", "2029-01-01", 366, 12 },
    { "2026-08-31", "2027-02-27", 180, 5 },
    { "2026-08-31", "2027-02-28", 181, 6 },
    { "2027-08-31", "2028-02-28", 181, 5 },
    { "2027-08-31", "2028-02-29", 182, 6 },
    { "2024-02-29", "2025-02-27", 364, 11 },
    { "2024-02-29", "2025-02-28", 365, 12 },
    { "2026-11-20", "2026-11-19", -1, 0 },
    { "2027-01-01", "2026-01-01", -365, -12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate from = day (rows[i].from);
      GDate to = day (rows[i].to);

      g_assert_cmpint (mtr_date_days_between (&from, &to), ==, rows[i].days);
      g_assert_cmpint (mtr_date_months_between (&from, &to), ==, rows[i].months);
    }
}

static void
test_date_format (void)
{
  static const struct {
    const char   *iso;
    MtrDateStyle  style;
    const char   *time;
    const char   *text;
  } rows[] = {
    { "2026-11-19", MTR_DATE_STYLE_FULL, NULL, "Thursday 19 November 2026" },
    { "2026-11-19", MTR_DATE_STYLE_FULL, "10:00", "Thursday 19 November 2026, 10:00" },
    { "2026-02-03", MTR_DATE_STYLE_LONG, NULL, "3 February 2026" },
    { "2026-11-26", MTR_DATE_STYLE_WEEKDAY, "10:00", "Thursday 26 November, 10:00" },
    { "2026-03-14", MTR_DATE_STYLE_DAY, NULL, "14 March" },
    { "2026-11-26", MTR_DATE_STYLE_SHORT_WEEKDAY, "10:00", "Thu 26 Nov 10:00" },
    { "2026-10-09", MTR_DATE_STYLE_SHORT_WEEKDAY, "", "Fri 9 Oct" },
    { "2026-11-03", MTR_DATE_STYLE_SHORT, NULL, "3 Nov" },
    { "2026-02-01", MTR_DATE_STYLE_SHORT_YEAR, NULL, "1 Feb 2026" },
    { "2026-02-28", MTR_DATE_STYLE_NUMBERS, NULL, "28/2/2026" },
    { "2026-11-09", MTR_DATE_STYLE_NUMBERS, "09:05", "9/11/2026 09:05" },
    { "2026-11-17", MTR_DATE_STYLE_WEEKDAY_NAME, NULL, "Tuesday" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date = day (rows[i].iso);
      g_autofree char *text = mtr_date_format_with_time (&date, rows[i].time, rows[i].style);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_date_phrases (void)
{
  static const struct {
    const char *date;
    const char *today;
    const char *span;
    const char *since;
    const char *relative;
  } rows[] = {
    { "2026-11-21", "2026-11-21", "0 days", "since today", "today" },
    { "2026-11-20", "2026-11-21", "1 day", "since yesterday", "yesterday" },
    { "2026-11-13", "2026-11-21", "8 days", "for 8 days", "8 days ago" },
    { "2026-11-08", "2026-11-21", "13 days", "for 13 days", "13 days ago" },
    { "2026-11-07", "2026-11-21", "2 weeks", "for 2 weeks", "2 weeks ago" },
    { "2026-10-09", "2026-11-21", "6 weeks", "for 6 weeks", "6 weeks ago" },
    { "2026-08-22", "2026-11-21", "13 weeks", "for 13 weeks", "13 weeks ago" },
    { "2026-08-21", "2026-11-21", "3 months", "for 3 months", "3 months ago" },
    { "2025-09-21", "2026-11-21", "14 months", "for 14 months", "14 months ago" },
    { "2024-11-22", "2026-11-21", "23 months", "for 23 months", "23 months ago" },
    { "2024-11-21", "2026-11-21", "2 years", "for 2 years", "2 years ago" },
  };
  GDate today = day ("2026-11-21");
  GDate later = day ("2026-11-22");
  g_autofree char *tomorrow = mtr_date_format_relative (&later, &today);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date = day (rows[i].date);
      GDate now = day (rows[i].today);
      g_autofree char *span = mtr_date_format_span (&date, &now);
      g_autofree char *since = mtr_date_format_since (&date, &now);
      g_autofree char *relative = mtr_date_format_relative (&date, &now);

      g_assert_cmpstr (span, ==, rows[i].span);
      g_assert_cmpstr (since, ==, rows[i].since);
      g_assert_cmpstr (relative, ==, rows[i].relative);
    }

  g_assert_cmpstr (tomorrow, ==, "tomorrow");
  later = day ("2026-11-26");
  g_free (tomorrow);
  tomorrow = mtr_date_format_relative (&later, &today);
  g_assert_cmpstr (tomorrow, ==, "in 5 days");
  later = day ("2027-05-21");
  g_free (tomorrow);
  tomorrow = mtr_date_format_relative (&later, &today);
  g_assert_cmpstr (tomorrow, ==, "in 6 months");
}

static void
test_date_moments (void)
{
  static const char *const bad[] = {
    "", "2026-11-21", "2026-11-21T15:20:00", "2026-11-21 15:20:00Z", "2026-11-21T24:00:00Z", "2026-11-21T15:60:00Z",
    "2026-11-21T15:20:60Z", "2026-02-30T15:20:00Z", "2026-11-21T15:20:00+", "2026-11-21T15:20:00ZZ",
  };
  GDate date;
  gint64 unix_us;
  g_autofree char *text = mtr_moment_from_unix_us (G_GINT64_CONSTANT (1782054000999999));
  g_autofree char *before_epoch = mtr_moment_from_unix_us (-1);
  g_autofree char *winter = mtr_moment_format ("2026-11-21T15:20:00Z");
  g_autofree char *summer = mtr_moment_format ("2026-06-30T23:30:00Z");
  g_autofree char *time = mtr_moment_format_time ("2026-06-30T23:30:00Z");

  /* 1782054000 s after the epoch, by date(1): 21 June 2026, 15:00:00 UTC. */
  g_assert_cmpstr (text, ==, "2026-06-21T15:00:00Z");
  g_assert_cmpstr (before_epoch, ==, "1969-12-31T23:59:59Z");
  g_assert_true (mtr_moment_to_unix_us ("2026-06-21T15:00:00Z", &unix_us));
  g_assert_cmpint (unix_us, ==, G_GINT64_CONSTANT (1782054000000000));

  /* The tests run in London: summer time is an hour ahead. */
  g_assert_cmpstr (winter, ==, "21 November 2026, 15:20");
  g_assert_cmpstr (summer, ==, "1 July 2026, 00:30");
  g_assert_cmpstr (time, ==, "00:30");
  g_assert_true (mtr_moment_to_date ("2026-06-30T23:30:00Z", &date));
  assert_date (&date, "2026-07-01");

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (mtr_moment_to_unix_us (bad[i], &unix_us));
      g_assert_false (mtr_moment_to_date (bad[i], &date));
      g_assert_null (mtr_moment_format (bad[i]));
      g_assert_null (mtr_moment_format_time (bad[i]));
    }
}

static void
test_date_times (void)
{
  static const struct {
    const char *typed;
    const char *time;
  } rows[] = {
    { "10:00", "10:00" }, { "10.00", "10:00" }, { "9:05", "09:05" }, { "10am", "10:00" }, { "10 am", "10:00" },
    { "2.30pm", "14:30" }, { "2:30 PM", "14:30" }, { "12am", "00:00" }, { "12pm", "12:00" }, { "12.15 a.m.", "00:15" },
    { "9", "09:00" }, { "23:59", "23:59" }, { " 00:00 ", "00:00" },
    { "24:00", NULL }, { "10:60", NULL }, { "13pm", NULL }, { "0am", NULL }, { "", NULL }, { "noon-ish", NULL },
    { "10:0", NULL }, { "24", NULL }, { "10:00 11:00", NULL }, { "-1:00", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *time = NULL;
      g_autofree char *message = NULL;

      g_assert_cmpint (mtr_time_entry_read (rows[i].typed, &time, &message), ==, rows[i].time != NULL);
      g_assert_cmpstr (time, ==, rows[i].time);
      g_assert_cmpint (message == NULL, ==, rows[i].time != NULL);
      g_assert_cmpint (mtr_time_is_valid (rows[i].time), ==, rows[i].time != NULL);
    }
  g_assert_false (mtr_time_is_valid ("9:05"));
  g_assert_false (mtr_time_is_valid ("09:60"));
}

/* 21 November 2026 is a Saturday. */
static void
test_date_entry (void)
{
  static const struct {
    const char *typed;
    const char *past;
    const char *future;   /* NULL: the same */
    const char *time;
  } rows[] = {
    { "today", "2026-11-21", NULL, NULL },
    { "Today 10:00", "2026-11-21", NULL, "10:00" },
    { "yesterday", "2026-11-20", NULL, NULL },
    { "tomorrow at 2.30pm", "2026-11-22", NULL, "14:30" },
    { "thu", "2026-11-19", "2026-11-26", NULL },
    { "THURSDAY", "2026-11-19", "2026-11-26", NULL },
    { "thurs", "2026-11-19", "2026-11-26", NULL },
    { "Thu.", "2026-11-19", "2026-11-26", NULL },
    { "sat", "2026-11-21", "2026-11-28", NULL },
    { "sun", "2026-11-15", "2026-11-22", NULL },
    { "friday 10am", "2026-11-20", "2026-11-27", "10:00" },
    { "19/11", "2026-11-19", NULL, NULL },
    { "19-11", "2026-11-19", NULL, NULL },
    { "19.11", "2026-11-19", NULL, NULL },
    { "31.12 10.30", "2026-12-31", NULL, "10:30" },
    { "19/11/26", "2026-11-19", NULL, NULL },
    { "19/11/2026 10.00", "2026-11-19", NULL, "10:00" },
    { "19.11.2026", "2026-11-19", NULL, NULL },
    { "19/11/98", "1998-11-19", NULL, NULL },
    { "19/11/76", "2076-11-19", NULL, NULL },
    { "19/11/77", "1977-11-19", NULL, NULL },
    { "19 Nov", "2026-11-19", NULL, NULL },
    { "19 Nov 10:00", "2026-11-19", NULL, "10:00" },
    { "19 nov 26", "2026-11-19", NULL, NULL },
    { "19nov", "2026-11-19", NULL, NULL },
    { "19-Nov-2026", "2026-11-19", NULL, NULL },
    { "Nov 19", "2026-11-19", NULL, NULL },
    { "November 19, 2026", "2026-11-19", NULL, NULL },
    { "19th of November", "2026-11-19", NULL, NULL },
    { "1st sept", "2026-09-01", NULL, NULL },
    { "19 November 2026", "2026-11-19", NULL, NULL },
    { "2026-11-19", "2026-11-19", NULL, NULL },
    { "2026-11-19 14:03", "2026-11-19", NULL, "14:03" },
    { "Thursday 19 November 2026, 10:00", "2026-11-19", NULL, "10:00" },
    { "Thu 26 Nov 10:00", "2026-11-26", NULL, "10:00" },
    { "  19   Nov ", "2026-11-19", NULL, NULL },
    { "1/1", "2027-01-01", NULL, NULL },      /* 41 days ahead, 324 behind */
    { "31/5", "2026-05-31", NULL, NULL },     /* 174 days behind, 191 ahead */
    { "29 Feb 2028", "2028-02-29", NULL, NULL },
    { "28 Feb", "2027-02-28", NULL, NULL },   /* 99 days ahead, 266 behind */
    { "1/2/3", NULL, NULL, NULL },
  };
  GDate today = day ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int lean = MTR_DATE_LEAN_PAST; lean <= MTR_DATE_LEAN_FUTURE; lean++)
      {
        g_autofree char *time = NULL;
        g_autofree char *message = NULL;
        const char *expected = lean == MTR_DATE_LEAN_FUTURE && rows[i].future != NULL ? rows[i].future : rows[i].past;
        GDate date;
        gboolean read = mtr_date_entry_read (rows[i].typed, &today, lean, &date, &time, &message);

        g_test_message ("%s: %s", rows[i].typed, message != NULL ? message : "read");
        g_assert_cmpint (read, ==, expected != NULL);
        if (expected == NULL)
          continue;
        assert_date (&date, expected);
        g_assert_cmpstr (time, ==, rows[i].time);
        g_assert_null (message);
      }
}

static void
test_date_entry_nearest_year (void)
{
  static const struct {
    const char *today;
    const char *typed;
    const char *past;
    const char *future;
  } rows[] = {
    { "2026-01-02", "31 Dec", "2025-12-31", "2025-12-31" },
    { "2026-12-30", "2 Jan", "2027-01-02", "2027-01-02" },
    /* 1 July 2027 and 1 July 2028 are 366 days apart, 31 December 2027 is 183 days from both. */
    { "2027-12-31", "1 July", "2027-07-01", "2028-07-01" },
    { "2027-12-01", "29/2", "2028-02-29", "2028-02-29" },
    { "2026-11-21", "29/2", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int lean = MTR_DATE_LEAN_PAST; lean <= MTR_DATE_LEAN_FUTURE; lean++)
      {
        g_autofree char *message = NULL;
        const char *expected = lean == MTR_DATE_LEAN_FUTURE ? rows[i].future : rows[i].past;
        GDate today = day (rows[i].today);
        GDate date;

        g_assert_cmpint (mtr_date_entry_read (rows[i].typed, &today, lean, &date, NULL, &message), ==, expected != NULL);
        if (expected != NULL)
          assert_date (&date, expected);
      }
}

static void
test_date_entry_refused (void)
{
  static const struct {
    const char *typed;
    const char *message;
  } rows[] = {
    { "31 Feb", "'31 Feb' is not a date. Try 28/2/2026." },
    { "31/2/2028", "'31/2/2028' is not a date. Try 29/2/2028." },
    { "  31 Nov ", "'31 Nov' is not a date. Try 30/11/2026." },
    { "29 Feb", "'29 Feb' is not a date. Try 28/2/2026." },
    { "", "'' is not a date. Try 21/11/2026." },
    { "soon", "'soon' is not a date. Try 21/11/2026." },
    { "19/13", "'19/13' is not a date. Try 21/11/2026." },
    { "0/11", "'0/11' is not a date. Try 21/11/2026." },
    { "14:00", "'14:00' is not a date. Try 21/11/2026." },
    { "19", "'19' is not a date. Try 21/11/2026." },
    { "2026", "'2026' is not a date. Try 21/11/2026." },
    { "19/11/20266", "'19/11/20266' is not a date. Try 21/11/2026." },
    { "19/11/0000", "'19/11/0000' is not a date. Try 19/11/2026." },
    { "19 Nov 25:00", "'19 Nov 25:00' is not a date. Try 19/11/2026." },
    { "today 19/11", "'today 19/11' is not a date. Try 19/11/2026." },
    { "19 Nov Dec", "'19 Nov Dec' is not a date. Try 19/11/2026." },
    { "thu fri", "'thu fri' is not a date. Try 21/11/2026." },
    { "10:00 11:00 today", "'10:00 11:00 today' is not a date. Try 21/11/2026." },
    { "Friday 19 November 2026", "19 November 2026 is not a Friday. Try Thursday 19 November 2026." },
    { "1\n2", "'1 2' is not a date. Try 21/11/2026." },
    { "a long story about a date that nobody remembers any more",
      "'a long story about a date that nobody…' is not a date. Try 21/11/2026." },
  };
  GDate today = day ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *message = NULL;
      g_autofree char *time = NULL;
      GDate date;

      g_assert_false (mtr_date_entry_read (rows[i].typed, &today, MTR_DATE_LEAN_PAST, &date, &time, &message));
      g_assert_cmpstr (message, ==, rows[i].message);
      g_assert_null (time);
      g_assert_false (g_date_valid (&date));
    }
}

/* A date alone is asked for: a time is not silently dropped. */
static void
test_date_entry_without_time (void)
{
  GDate today = day ("2026-11-21");
  GDate date;
  g_autofree char *message = NULL;

  g_assert_false (mtr_date_entry_read ("19 Nov 10:00", &today, MTR_DATE_LEAN_PAST, &date, NULL, &message));
  g_assert_cmpstr (message, ==, "'19 Nov 10:00' is not a date. Try 19/11/2026.");
}

/* What the window writes when the field is left must be readable when it is left again. */
/* Calendars whose weeks begin on each of three days. */
static void
test_date_week_column (void)
{
  static const struct {
    const char   *date;
    GDateWeekday  first;
    int           column;
  } rows[] = {
    { "2026-11-01", G_DATE_MONDAY, 6 },
    { "2026-11-01", G_DATE_SUNDAY, 0 },
    { "2026-11-01", G_DATE_SATURDAY, 1 },
    { "2026-11-30", G_DATE_MONDAY, 0 },
    { "2026-11-30", G_DATE_SUNDAY, 1 },
    { "2026-11-30", G_DATE_SATURDAY, 2 },
    { "2027-01-02", G_DATE_MONDAY, 5 },
    { "2027-01-02", G_DATE_SUNDAY, 6 },
    { "2027-01-02", G_DATE_SATURDAY, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date = day (rows[i].date);

      g_assert_cmpint (mtr_date_get_week_column (&date, rows[i].first), ==, rows[i].column);
    }
}

/* As the Unicode data on territories have it. */
static void
test_date_first_weekday (void)
{
  static const struct {
    const char   *locale;
    GDateWeekday  first;
  } rows[] = {
    { "C", G_DATE_MONDAY },
    { "C.UTF-8", G_DATE_MONDAY },
    { "en_GB.UTF-8", G_DATE_MONDAY },
    { "cy_GB.UTF-8", G_DATE_MONDAY },
    { "en_US.UTF-8", G_DATE_SUNDAY },
    { "ar_EG.UTF-8", G_DATE_SATURDAY },
  };
  g_autofree char *before = g_strdup (setlocale (LC_TIME, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (setlocale (LC_TIME, rows[i].locale) == NULL)
        g_test_message ("There is no locale %s here.", rows[i].locale);
      else
        g_assert_cmpint (mtr_date_get_first_weekday (), ==, rows[i].first);
    }
  setlocale (LC_TIME, before);
}

static void
test_date_entry_reads_what_is_written (void)
{
  GDate today = day ("2026-11-21");

  for (int i = -170; i <= 170; i++)
    for (int style = MTR_DATE_STYLE_FULL; style <= MTR_DATE_STYLE_NUMBERS; style++)
      {
        GDate date = today;
        GDate read;
        g_autofree char *text = NULL;
        g_autofree char *time = NULL;
        g_autofree char *message = NULL;

        if (i < 0)
          g_date_subtract_days (&date, -i);
        else
          g_date_add_days (&date, i);
        text = mtr_date_format_with_time (&date, "09:30", style);
        g_assert_true (mtr_date_entry_read (text, &today, MTR_DATE_LEAN_PAST, &read, &time, &message));
        g_assert_cmpint (g_date_compare (&read, &date), ==, 0);
        g_assert_cmpstr (time, ==, "09:30");
      }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/iso", test_date_iso);
  g_test_add_func ("/core/date/months", test_date_months);
  g_test_add_func ("/core/date/between", test_date_between);
  g_test_add_func ("/core/date/week-column", test_date_week_column);
  g_test_add_func ("/core/date/first-weekday", test_date_first_weekday);
  g_test_add_func ("/core/date/format", test_date_format);
  g_test_add_func ("/core/date/phrases", test_date_phrases);
  g_test_add_func ("/core/date/moments", test_date_moments);
  g_test_add_func ("/core/date/times", test_date_times);
  g_test_add_func ("/core/date/entry", test_date_entry);
  g_test_add_func ("/core/date/entry-nearest-year", test_date_entry_nearest_year);
  g_test_add_func ("/core/date/entry-refused", test_date_entry_refused);
  g_test_add_func ("/core/date/entry-without-time", test_date_entry_without_time);
  g_test_add_func ("/core/date/entry-reads-what-is-written", test_date_entry_reads_what_is_written);

  return g_test_run ();
}
