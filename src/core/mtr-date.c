/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, times and moments: from and to the forms that are stored, counted in
 * days and months, and written for a person. Nothing here knows what day it
 * is; who asks says so. What a person types is read in mtr-date-entry.c.
 */

#include "mtr-date.h"

#include "mtr-config.h"
#include "mtr-messages.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define ISO_DATE_LENGTH 10
#define ISO_TIME_LENGTH 5
#define MOMENT_LENGTH 20
#define LAST_YEAR 9999

static gboolean
read_digits (const char *text,
             int         n_digits,
             int        *number)
{
  *number = 0;
  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (text[i]);
    }

  return TRUE;
}

/* Reads the first ten characters of a text. */
static gboolean
read_iso_date (const char *text,
               int        *year,
               int        *month,
               int        *day)
{
  return read_digits (text, 4, year) && text[4] == '-' && read_digits (text + 5, 2, month) && text[7] == '-' &&
         read_digits (text + 8, 2, day) && *month >= 1 && *month <= 12 && g_date_valid_dmy (*day, *month, *year);
}

static gboolean
read_time (const char *text,
           int        *hour,
           int        *minute)
{
  return read_digits (text, 2, hour) && text[2] == ':' && read_digits (text + 3, 2, minute) && *hour <= 23 &&
         *minute <= 59;
}

/**
 * mtr_date_from_iso:
 * @iso: (nullable): a text
 * @date: (out): the date; cleared where there is none
 *
 * Reads a stored date, strictly: "2026-11-19" and nothing else.
 *
 * Returns: whether @iso is a date of the years 1 to 9999
 */
gboolean
mtr_date_from_iso (const char *iso,
                   GDate      *date)
{
  int year, month, day;

  g_date_clear (date, 1);
  if (iso == NULL || strlen (iso) != ISO_DATE_LENGTH || !read_iso_date (iso, &year, &month, &day))
    return FALSE;

  g_date_set_dmy (date, day, month, year);

  return TRUE;
}

/**
 * mtr_date_to_iso:
 * @date: a valid date of the years 1 to 9999
 *
 * Returns: (transfer full): the date as it is stored, "2026-11-19"
 */
char *
mtr_date_to_iso (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/**
 * mtr_date_add_months:
 * @date: (inout): a valid date
 * @months: how many calendar months later; earlier where negative
 *
 * Moves a date by months. A day that the month does not have becomes its last day: six months after 31 August is
 * 28 or 29 February. Count from the first date each time, not from the last result, or the day creeps towards the
 * beginning of the month. A result outside the years 1 to 9999 becomes the first or the last day of those years.
 */
void
mtr_date_add_months (GDate *date,
                     int    months)
{
  gint64 total;
  int year, month, day;

  g_return_if_fail (g_date_valid (date));

  total = (gint64) g_date_get_year (date) * 12 + g_date_get_month (date) - 1 + months;
  day = g_date_get_day (date);
  if (total < 12)
    {
      g_date_set_dmy (date, 1, G_DATE_JANUARY, 1);
      return;
    }
  if (total >= (LAST_YEAR + 1) * 12)
    {
      g_date_set_dmy (date, 31, G_DATE_DECEMBER, LAST_YEAR);
      return;
    }

  year = (int) (total / 12);
  month = (int) (total % 12) + 1;
  g_date_set_dmy (date, MIN (day, g_date_get_days_in_month (month, year)), month, year);
}

/**
 * mtr_date_days_between:
 * @from: a valid date
 * @to: a valid date
 *
 * Returns: how many days @to is after @from; negative where it is before
 */
int
mtr_date_days_between (const GDate *from,
                       const GDate *to)
{
  g_return_val_if_fail (g_date_valid (from) && g_date_valid (to), 0);

  return g_date_days_between (from, to);
}

/**
 * mtr_date_months_between:
 * @from: a valid date
 * @to: a valid date
 *
 * Counts whole months with the rule of mtr_date_add_months(): from 31 August to 28 February are six, except in a leap
 * year, when the sixth is complete on the 29th.
 *
 * Returns: how many whole months @to is after @from; negative where it is before
 */
int
mtr_date_months_between (const GDate *from,
                         const GDate *to)
{
  GDate reached;
  int months;

  g_return_val_if_fail (g_date_valid (from) && g_date_valid (to), 0);

  if (g_date_compare (from, to) > 0)
    return -mtr_date_months_between (to, from);

  months = (g_date_get_year (to) - g_date_get_year (from)) * 12 + (int) g_date_get_month (to) -
           (int) g_date_get_month (from);
  reached = *from;
  mtr_date_add_months (&reached, months);

  return g_date_compare (&reached, to) > 0 ? months - 1 : months;
}

/* Not the locale’s, for a document may be in another language. Each whole, then short. */
static const char *const month_names[][2] = {
  { NC_("month", "January"), NC_("short month", "Jan") },
  { NC_("month", "February"), NC_("short month", "Feb") },
  { NC_("month", "March"), NC_("short month", "Mar") },
  { NC_("month", "April"), NC_("short month", "Apr") },
  { NC_("month", "May"), NC_("short month", "May") },
  { NC_("month", "June"), NC_("short month", "Jun") },
  { NC_("month", "July"), NC_("short month", "Jul") },
  { NC_("month", "August"), NC_("short month", "Aug") },
  { NC_("month", "September"), NC_("short month", "Sep") },
  { NC_("month", "October"), NC_("short month", "Oct") },
  { NC_("month", "November"), NC_("short month", "Nov") },
  { NC_("month", "December"), NC_("short month", "Dec") },
};

static const char *const weekday_names[][2] = {
  { NC_("weekday", "Monday"), NC_("short weekday", "Mon") },
  { NC_("weekday", "Tuesday"), NC_("short weekday", "Tue") },
  { NC_("weekday", "Wednesday"), NC_("short weekday", "Wed") },
  { NC_("weekday", "Thursday"), NC_("short weekday", "Thu") },
  { NC_("weekday", "Friday"), NC_("short weekday", "Fri") },
  { NC_("weekday", "Saturday"), NC_("short weekday", "Sat") },
  { NC_("weekday", "Sunday"), NC_("short weekday", "Sun") },
};

/**
 * mtr_date_get_month_name:
 * @month: a month
 * @is_short: whether the short name is wanted
 *
 * Returns: (transfer none): "November" or "Nov", in the language that messages have
 */
const char *
mtr_date_get_month_name (GDateMonth month,
                         gboolean   is_short)
{
  g_return_val_if_fail (g_date_valid_month (month), NULL);

  return mtr_language_translate_word (is_short ? "short month" : "month", month_names[month - 1][is_short ? 1 : 0]);
}

/**
 * mtr_date_get_weekday_name:
 * @weekday: a day of the week
 * @is_short: whether the short name is wanted
 *
 * Returns: (transfer none): "Thursday" or "Thu", in the language that messages have
 */
const char *
mtr_date_get_weekday_name (GDateWeekday weekday,
                           gboolean     is_short)
{
  g_return_val_if_fail (g_date_valid_weekday (weekday), NULL);

  return mtr_language_translate_word (is_short ? "short weekday" : "weekday",
                                      weekday_names[weekday - 1][is_short ? 1 : 0]);
}

/**
 * mtr_date_get_first_weekday:
 *
 * Returns: the day a week begins on where the locale is; a Monday, as ISO 8601 has it, where it is of no country
 */
GDateWeekday
mtr_date_get_first_weekday (void)
{
#ifdef MTR_HAS_FIRST_WEEKDAY
  const char *name = setlocale (LC_TIME, NULL);
  gboolean is_of_country = name != NULL && !g_str_equal (name, "C") && !g_str_equal (name, "POSIX") &&
                           !g_str_has_prefix (name, "C.");
  union {
    const char   *text;
    unsigned int  number;
  } origin = { nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int nth = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];

  /* A day of 1997 as a number in decimal, 19971130, and which day of the week that begins with it. */
  if (is_of_country && g_date_valid_dmy (origin.number % 100, origin.number / 100 % 100, origin.number / 10000))
    {
      GDate date;

      g_date_set_dmy (&date, origin.number % 100, origin.number / 100 % 100, origin.number / 10000);
      g_date_add_days (&date, nth - 1);
      return g_date_get_weekday (&date);
    }
#endif

  return G_DATE_MONDAY;
}

/**
 * mtr_date_get_week_column:
 * @date: a date
 * @first: the day that weeks begin on
 *
 * Returns: how many days after the beginning of its week the date is: 0 to 6
 */
int
mtr_date_get_week_column (const GDate  *date,
                          GDateWeekday  first)
{
  g_return_val_if_fail (g_date_valid (date) && g_date_valid_weekday (first), 0);

  return ((int) g_date_get_weekday (date) - (int) first + 7) % 7;
}

/* The conversions of names are done here, the rest by GLib. */
static char *
format_date_time (GDateTime  *date_time,
                  const char *format)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  GDateMonth month = (GDateMonth) g_date_time_get_month (date_time);
  GDateWeekday weekday = (GDateWeekday) g_date_time_get_day_of_week (date_time);

  for (const char *p = format; *p != '\0'; p++)
    {
      if (*p != '%' || p[1] == '\0')
        {
          g_string_append_c (rest, *p);
          continue;
        }

      p++;
      if (*p == 'A' || *p == 'a')
        g_string_append (rest, mtr_date_get_weekday_name (weekday, *p == 'a'));
      else if (*p == 'B' || *p == 'b')
        g_string_append (rest, mtr_date_get_month_name (month, *p == 'b'));
      else
        g_string_append_printf (rest, "%%%c", *p);
    }

  return g_date_time_format (date_time, rest->str);
}

static const char *
get_style_format (MtrDateStyle style)
{
  switch (style)
    {
    case MTR_DATE_STYLE_FULL:
      /* Translators: a date as for g_date_time_format(): "Thursday 19 November 2026" */
      /* xgettext:no-c-format */
      return C_("date", "%A %-d %B %Y");
    case MTR_DATE_STYLE_LONG:
      /* Translators: a date as for g_date_time_format(): "19 November 2026" */
      /* xgettext:no-c-format */
      return C_("date", "%-d %B %Y");
    case MTR_DATE_STYLE_WEEKDAY:
      /* Translators: a date as for g_date_time_format(): "Thursday 19 November" */
      /* xgettext:no-c-format */
      return C_("date", "%A %-d %B");
    case MTR_DATE_STYLE_DAY:
      /* Translators: a date as for g_date_time_format(): "19 November" */
      /* xgettext:no-c-format */
      return C_("date", "%-d %B");
    case MTR_DATE_STYLE_SHORT_WEEKDAY:
      /* Translators: a date as for g_date_time_format(): "Thu 19 Nov" */
      /* xgettext:no-c-format */
      return C_("date", "%a %-d %b");
    case MTR_DATE_STYLE_SHORT:
      /* Translators: a date as for g_date_time_format(): "19 Nov" */
      /* xgettext:no-c-format */
      return C_("date", "%-d %b");
    case MTR_DATE_STYLE_SHORT_YEAR:
      /* Translators: a date as for g_date_time_format(): "19 Nov 2026" */
      /* xgettext:no-c-format */
      return C_("date", "%-d %b %Y");
    case MTR_DATE_STYLE_NUMBERS:
      /* Translators: a date as for g_date_time_format(), in the order in which a person types it: "19/11/2026" */
      /* xgettext:no-c-format */
      return C_("date", "%-d/%-m/%Y");
    case MTR_DATE_STYLE_WEEKDAY_NAME:
      return "%A";
    case MTR_DATE_STYLE_MONTH:
      return "%b";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * mtr_date_format_as:
 * @date: a valid date
 * @format: as for g_date_time_format()
 *
 * Returns: (transfer full): the date, with the names of the language that messages have
 */
char *
mtr_date_format_as (const GDate *date,
                    const char  *format)
{
  g_autoptr (GDateTime) date_time = NULL;

  g_return_val_if_fail (g_date_valid (date), NULL);

  date_time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
  g_return_val_if_fail (date_time != NULL, NULL);

  return format_date_time (date_time, format);
}

/**
 * mtr_date_format:
 * @date: a valid date
 * @style: how it is written
 *
 * Returns: (transfer full): the date for a person
 */
char *
mtr_date_format (const GDate  *date,
                 MtrDateStyle  style)
{
  return mtr_date_format_as (date, get_style_format (style));
}

/**
 * mtr_date_format_with_time:
 * @date: a valid date
 * @time: (nullable): a time as it is stored, "10:00"; %NULL or empty where it is not known
 * @style: how the date is written
 *
 * Returns: (transfer full): the date and the time for a person, "Thursday 19 November 2026, 10:00"; in the short
 *   styles "Thu 19 Nov 10:00"
 */
char *
mtr_date_format_with_time (const GDate  *date,
                           const char   *time,
                           MtrDateStyle  style)
{
  g_autofree char *text = mtr_date_format (date, style);

  if (time == NULL || *time == '\0')
    return g_steal_pointer (&text);

  if (style == MTR_DATE_STYLE_SHORT || style == MTR_DATE_STYLE_SHORT_WEEKDAY || style == MTR_DATE_STYLE_SHORT_YEAR ||
      style == MTR_DATE_STYLE_NUMBERS)
    /* Translators: a short date and a time: "Thu 19 Nov 10:00" */
    return g_strdup_printf (C_("short date and time", "%1$s %2$s"), text, time);

  /* Translators: a date and a time: "Thursday 19 November 2026, 10:00" */
  return g_strdup_printf (C_("date and time", "%1$s, %2$s"), text, time);
}

typedef enum {
  UNIT_DAYS,
  UNIT_WEEKS,
  UNIT_MONTHS,
  UNIT_YEARS,
} Unit;

/* The largest unit that still says something: a fortnight is counted in weeks, three months in months and two
 * years in years. */
static Unit
choose_unit (const GDate *from,
             const GDate *to,
             int         *count)
{
  int days = mtr_date_days_between (from, to);
  int months = mtr_date_months_between (from, to);

  if (days < 14)
    {
      *count = days;
      return UNIT_DAYS;
    }
  if (months < 3)
    {
      *count = days / 7;
      return UNIT_WEEKS;
    }
  if (months < 24)
    {
      *count = months;
      return UNIT_MONTHS;
    }

  *count = months / 12;
  return UNIT_YEARS;
}

/**
 * mtr_date_format_span:
 * @from: a valid date
 * @to: a valid date, not before @from
 *
 * Returns: (transfer full): how long it is, by itself: "8 days", "6 weeks", "14 months", "2 years"
 */
char *
mtr_date_format_span (const GDate *from,
                      const GDate *to)
{
  int count;

  switch (choose_unit (from, to, &count))
    {
    case UNIT_DAYS:
      return g_strdup_printf (ngettext ("%d day", "%d days", count), count);
    case UNIT_WEEKS:
      return g_strdup_printf (ngettext ("%d week", "%d weeks", count), count);
    case UNIT_MONTHS:
      return g_strdup_printf (ngettext ("%d month", "%d months", count), count);
    case UNIT_YEARS:
      return g_strdup_printf (ngettext ("%d year", "%d years", count), count);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * mtr_date_format_since:
 * @from: a valid date
 * @today: the present date, not before @from
 *
 * Returns: (transfer full): how long something has gone on: "since today", "since yesterday", "for 8 days", "for 6 weeks",
 *   "for 14 months"
 */
char *
mtr_date_format_since (const GDate *from,
                       const GDate *today)
{
  int count;

  switch (choose_unit (from, today, &count))
    {
    case UNIT_DAYS:
      if (count <= 0)
        return g_strdup (_("since today"));
      if (count == 1)
        return g_strdup (_("since yesterday"));
      return g_strdup_printf (ngettext ("for %d day", "for %d days", count), count);
    case UNIT_WEEKS:
      return g_strdup_printf (ngettext ("for %d week", "for %d weeks", count), count);
    case UNIT_MONTHS:
      return g_strdup_printf (ngettext ("for %d month", "for %d months", count), count);
    case UNIT_YEARS:
      return g_strdup_printf (ngettext ("for %d year", "for %d years", count), count);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * mtr_date_format_relative:
 * @date: a valid date
 * @today: the present date
 *
 * Returns: (transfer full): where the date lies: "today", "yesterday", "tomorrow", "8 days ago", "14 months ago", "in 5 days"
 */
char *
mtr_date_format_relative (const GDate *date,
                          const GDate *today)
{
  gboolean past = g_date_compare (date, today) <= 0;
  int count;
  Unit unit = past ? choose_unit (date, today, &count) : choose_unit (today, date, &count);

  switch (unit)
    {
    case UNIT_DAYS:
      if (count == 0)
        return g_strdup (_("today"));
      if (count == 1)
        return g_strdup (past ? _("yesterday") : _("tomorrow"));
      if (past)
        return g_strdup_printf (ngettext ("%d day ago", "%d days ago", count), count);
      return g_strdup_printf (ngettext ("in %d day", "in %d days", count), count);
    case UNIT_WEEKS:
      if (past)
        return g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", count), count);
      return g_strdup_printf (ngettext ("in %d week", "in %d weeks", count), count);
    case UNIT_MONTHS:
      if (past)
        return g_strdup_printf (ngettext ("%d month ago", "%d months ago", count), count);
      return g_strdup_printf (ngettext ("in %d month", "in %d months", count), count);
    case UNIT_YEARS:
      if (past)
        return g_strdup_printf (ngettext ("%d year ago", "%d years ago", count), count);
      return g_strdup_printf (ngettext ("in %d year", "in %d years", count), count);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * mtr_time_is_valid:
 * @time: (nullable): a text
 *
 * Returns: whether it is a time as it is stored: "00:00" to "23:59"
 */
gboolean
mtr_time_is_valid (const char *time)
{
  int hour, minute;

  return time != NULL && strlen (time) == ISO_TIME_LENGTH && read_time (time, &hour, &minute);
}

/**
 * mtr_moment_from_unix_us:
 * @unix_us: microseconds since the Unix epoch, of the years 1 to 9999
 *
 * Returns: (transfer full): the moment as it is stored, "2026-11-21T15:20:00Z"; parts of a second are dropped
 */
char *
mtr_moment_from_unix_us (gint64 unix_us)
{
  gint64 seconds = unix_us / G_USEC_PER_SEC - (unix_us % G_USEC_PER_SEC < 0 ? 1 : 0);
  g_autoptr (GDateTime) date_time = g_date_time_new_from_unix_utc (seconds);

  g_return_val_if_fail (date_time != NULL, NULL);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year (date_time),
                          g_date_time_get_month (date_time), g_date_time_get_day_of_month (date_time),
                          g_date_time_get_hour (date_time), g_date_time_get_minute (date_time),
                          g_date_time_get_second (date_time));
}

static GDateTime *
read_moment (const char *moment)
{
  int year, month, day, hour, minute, second;

  if (moment == NULL || strlen (moment) != MOMENT_LENGTH || !read_iso_date (moment, &year, &month, &day) ||
      moment[10] != 'T' || !read_time (moment + 11, &hour, &minute) || moment[16] != ':' ||
      !read_digits (moment + 17, 2, &second) || second > 59 || moment[19] != 'Z')
    return NULL;

  return g_date_time_new_utc (year, month, day, hour, minute, second);
}

static GDateTime *
read_moment_as_local (const char *moment)
{
  g_autoptr (GDateTime) date_time = read_moment (moment);

  return date_time != NULL ? g_date_time_to_local (date_time) : NULL;
}

/**
 * mtr_moment_to_unix_us:
 * @moment: (nullable): a text
 * @unix_us: (out): microseconds since the Unix epoch; 0 where there is none
 *
 * Returns: whether @moment is a stored moment
 */
gboolean
mtr_moment_to_unix_us (const char *moment,
                       gint64     *unix_us)
{
  g_autoptr (GDateTime) date_time = read_moment (moment);

  *unix_us = date_time != NULL ? g_date_time_to_unix (date_time) * G_USEC_PER_SEC : 0;

  return date_time != NULL;
}

/**
 * mtr_moment_to_date:
 * @moment: (nullable): a text
 * @date: (out): the day it was in the local time zone; cleared where there is none
 *
 * Returns: whether @moment is a stored moment
 */
gboolean
mtr_moment_to_date (const char *moment,
                    GDate      *date)
{
  g_autoptr (GDateTime) date_time = read_moment_as_local (moment);

  g_date_clear (date, 1);
  if (date_time == NULL)
    return FALSE;

  g_date_set_dmy (date, g_date_time_get_day_of_month (date_time), g_date_time_get_month (date_time),
                  g_date_time_get_year (date_time));

  return TRUE;
}

/**
 * mtr_moment_format:
 * @moment: a moment as it is stored
 *
 * Returns: (transfer full) (nullable): the moment for a person, in the local time zone: "21 November 2026, 15:20"; %NULL
 *   where @moment is no moment
 */
char *
mtr_moment_format (const char *moment)
{
  g_autoptr (GDateTime) date_time = read_moment_as_local (moment);

  if (date_time == NULL)
    return NULL;

  /* Translators: a moment as for g_date_time_format(): "21 November 2026, 15:20" */
  /* xgettext:no-c-format */
  return format_date_time (date_time, C_("date", "%-d %B %Y, %H:%M"));
}

/**
 * mtr_moment_format_time:
 * @moment: a moment as it is stored
 *
 * Returns: (transfer full) (nullable): its time of day in the local time zone, "15:20"; %NULL where @moment is no moment
 */
char *
mtr_moment_format_time (const char *moment)
{
  g_autoptr (GDateTime) date_time = read_moment_as_local (moment);

  return date_time != NULL ? g_date_time_format (date_time, "%H:%M") : NULL;
}
