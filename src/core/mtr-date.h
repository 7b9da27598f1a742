/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrDateStyle:
 * @MTR_DATE_STYLE_FULL: "Thursday 19 November 2026"
 * @MTR_DATE_STYLE_LONG: "19 November 2026"
 * @MTR_DATE_STYLE_WEEKDAY: "Thursday 19 November"
 * @MTR_DATE_STYLE_DAY: "19 November"
 * @MTR_DATE_STYLE_SHORT_WEEKDAY: "Thu 19 Nov"
 * @MTR_DATE_STYLE_SHORT: "19 Nov"
 * @MTR_DATE_STYLE_SHORT_YEAR: "19 Nov 2026"
 * @MTR_DATE_STYLE_NUMBERS: "19/11/2026"
 * @MTR_DATE_STYLE_WEEKDAY_NAME: "Thursday"
 * @MTR_DATE_STYLE_MONTH: "Nov"
 *
 * How a date is written for a person, in the order and the words of the language that messages have.
 */
typedef enum {
  MTR_DATE_STYLE_FULL,
  MTR_DATE_STYLE_LONG,
  MTR_DATE_STYLE_WEEKDAY,
  MTR_DATE_STYLE_DAY,
  MTR_DATE_STYLE_SHORT_WEEKDAY,
  MTR_DATE_STYLE_SHORT,
  MTR_DATE_STYLE_SHORT_YEAR,
  MTR_DATE_STYLE_NUMBERS,
  MTR_DATE_STYLE_WEEKDAY_NAME,
  MTR_DATE_STYLE_MONTH,
} MtrDateStyle;

gboolean  mtr_date_from_iso         (const char   *iso,
                                     GDate        *date);
char     *mtr_date_to_iso           (const GDate  *date);

void      mtr_date_add_months       (GDate        *date,
                                     int           months);
int       mtr_date_days_between     (const GDate  *from,
                                     const GDate  *to);
int       mtr_date_months_between   (const GDate  *from,
                                     const GDate  *to);

char     *mtr_date_format           (const GDate  *date,
                                     MtrDateStyle  style);
char     *mtr_date_format_with_time (const GDate  *date,
                                     const char   *time,
                                     MtrDateStyle  style);
char     *mtr_date_format_span      (const GDate  *from,
                                     const GDate  *to);
char     *mtr_date_format_since     (const GDate  *from,
                                     const GDate  *today);
char     *mtr_date_format_relative  (const GDate  *date,
                                     const GDate  *today);

char     *mtr_date_format_as        (const GDate  *date,
                                     const char   *format);
const char *mtr_date_get_month_name (GDateMonth    month,
                                     gboolean      is_short);
const char *mtr_date_get_weekday_name (GDateWeekday weekday,
                                       gboolean     is_short);
GDateWeekday mtr_date_get_first_weekday (void);
int       mtr_date_get_week_column  (const GDate  *date,
                                     GDateWeekday  first);

gboolean  mtr_time_is_valid         (const char   *time);

char     *mtr_moment_from_unix_us   (gint64        unix_us);
gboolean  mtr_moment_to_unix_us     (const char   *moment,
                                     gint64       *unix_us);
gboolean  mtr_moment_to_date        (const char   *moment,
                                     GDate        *date);
char     *mtr_moment_format         (const char   *moment);
char     *mtr_moment_format_time    (const char   *moment);

G_END_DECLS
