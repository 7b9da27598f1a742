/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rhythm of the sessions: every week, every fortnight, every month or as
 * many days as the pair chose, and the dates that follow from it. Dates are
 * only ever proposed; people choose them.
 */

#include "mtr-schedule.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"
#include "mtr-session.h"

/* Where neither the pairing nor its pack says how often. */
#define USUAL_INTERVAL_DAYS 28

static const struct {
  const char *frequency;
  int         months;
  int         days;       /* 0: the pairing's own */
  const char *label;
} frequencies[] = {
  { MTR_FREQUENCY_WEEKLY,      0, 7,  N_("Every week") },
  { MTR_FREQUENCY_FORTNIGHTLY, 0, 14, N_("Every fortnight") },
  { MTR_FREQUENCY_MONTHLY,     1, 30, N_("Every month") },
  { MTR_FREQUENCY_OWN,         0, 0,  N_("As we choose") },
};

static const char *const day_codes[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

/**
 * mtr_schedule_get_label:
 * @frequency: (nullable): one of the frequencies
 *
 * Returns: (transfer none): its words, "Every fortnight"; the code itself where it is not one of ours
 */
const char *
mtr_schedule_get_label (const char *frequency)
{
  for (gsize i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (g_strcmp0 (frequency, frequencies[i].frequency) == 0)
      return _(frequencies[i].label);

  return frequency != NULL ? frequency : "";
}

/**
 * mtr_schedule_get_day_code:
 * @weekday: a day of the week
 *
 * Returns: (transfer none) (nullable): how a record keeps it, "thursday"; %NULL for no day
 */
const char *
mtr_schedule_get_day_code (GDateWeekday weekday)
{
  return g_date_valid_weekday (weekday) ? day_codes[weekday - G_DATE_MONDAY] : NULL;
}

/**
 * mtr_schedule_get_weekday:
 * @meeting_day: (nullable): a day as a record keeps it
 *
 * Returns: the day of the week, or %G_DATE_BAD_WEEKDAY
 */
GDateWeekday
mtr_schedule_get_weekday (const char *meeting_day)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_codes); i++)
    if (g_strcmp0 (meeting_day, day_codes[i]) == 0)
      return (GDateWeekday) (G_DATE_MONDAY + i);

  return G_DATE_BAD_WEEKDAY;
}

/**
 * mtr_schedule_init:
 * @schedule: (out caller-allocates): the schedule
 * @frequency: (nullable): one of the frequencies; anything else is the pair's own
 * @interval_days: days between sessions where it is their own; 0 where nobody said
 * @meeting_day: (nullable): the usual day, "thursday"
 */
void
mtr_schedule_init (MtrSchedule *schedule,
                   const char  *frequency,
                   int          interval_days,
                   const char  *meeting_day)
{
  schedule->months = 0;
  schedule->days = interval_days > 0 ? interval_days : USUAL_INTERVAL_DAYS;
  schedule->weekday = mtr_schedule_get_weekday (meeting_day);
  for (gsize i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (g_strcmp0 (frequency, frequencies[i].frequency) == 0 && frequencies[i].days > 0)
      {
        schedule->months = frequencies[i].months;
        schedule->days = frequencies[i].days;
      }
}

/**
 * mtr_schedule_init_for_pairing:
 * @schedule: (out caller-allocates): the schedule
 * @pack: the pack of the pairing, for the usual interval
 * @pairing: the pairing
 */
void
mtr_schedule_init_for_pairing (MtrSchedule *schedule,
                               MtrPack     *pack,
                               MtrRecord   *pairing)
{
  int interval = (int) mtr_record_get_number (pairing, MTR_PAIRING_INTERVAL_DAYS);

  if (interval <= 0)
    interval = mtr_pack_get_time_frame (pack)->interval_days;
  mtr_schedule_init (schedule, mtr_record_get_text (pairing, MTR_PAIRING_FREQUENCY), interval,
                     mtr_record_get_text (pairing, MTR_PAIRING_MEETING_DAY));
}

/* To the nearest such day, at most three days before or after; seven days have no tie. */
static void
move_to_weekday (GDate        *date,
                 GDateWeekday  weekday)
{
  int days;

  if (!g_date_valid_weekday (weekday))
    return;
  days = ((int) weekday - (int) g_date_get_weekday (date) + 7) % 7;
  if (days <= 3)
    g_date_add_days (date, (guint) days);
  else
    g_date_subtract_days (date, (guint) (7 - days));
}

/**
 * mtr_schedule_propose:
 * @schedule: a schedule
 * @last: the day of the last session, held or planned
 * @today: the present date
 * @n_dates: how many dates
 *
 * Each date is counted from @last and not from the one before it, so that after the 31st of one month and the 30th of the
 * next it is the 31st again (product.md, rule 7). Where there is a usual day, each moves to the nearest one.
 *
 * Returns: (transfer full) (element-type GDate): the next dates of the rhythm, each after @last and after @today; fewer
 *   where they would leave the calendar
 */
GArray *
mtr_schedule_propose (const MtrSchedule *schedule,
                      const GDate       *last,
                      const GDate       *today,
                      guint              n_dates)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (GDate));
  const GDate *after = g_date_compare (last, today) > 0 ? last : today;
  int gap = mtr_date_days_between (last, after);
  /* As many steps as certainly end before the first date; a month has at most 31 days, and the day may move by three. */
  int step = MAX (0, (gap - 3) / (schedule->months > 0 ? 31 * schedule->months : MAX (schedule->days, 1)) - 1);

  while (dates->len < n_dates)
    {
      GDate date = *last;

      step++;
      if (schedule->months > 0)
        mtr_date_add_months (&date, step * schedule->months);
      else
        g_date_add_days (&date, (guint) step * (guint) MAX (schedule->days, 1));
      if (g_date_get_year (&date) >= 9999)
        break;
      move_to_weekday (&date, schedule->weekday);
      if (g_date_compare (&date, after) > 0 &&
          (dates->len == 0 || g_date_compare (&date, &g_array_index (dates, GDate, dates->len - 1)) > 0))
        g_array_append_val (dates, date);
    }

  return dates;
}

/**
 * mtr_schedule_propose_for_pairing:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and its sessions
 * @pairing: the pairing
 * @today: the present date
 * @n_dates: how many dates
 *
 * Counted from the last session that was held or is planned, or else from the day the pairing began, or from today.
 *
 * Returns: (transfer full) (element-type GDate): the next dates
 */
GArray *
mtr_schedule_propose_for_pairing (MtrPack     *pack,
                                  MtrSnapshot *snapshot,
                                  MtrRecord   *pairing,
                                  const GDate *today,
                                  guint        n_dates)
{
  gint64 pairing_id = mtr_record_get_id (pairing);
  const char *base = mtr_session_get_last_held_on (snapshot, pairing_id);
  MtrSchedule schedule;
  GDate last;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i);

      if (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID) == pairing_id &&
          mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED))
        base = mtr_rules_later (base, mtr_record_get_text (session, MTR_SESSION_HELD_ON));
    }
  if (base == NULL)
    base = mtr_record_get_text (pairing, MTR_PAIRING_STARTED_ON);
  if (!mtr_date_from_iso (base, &last))
    last = *today;
  mtr_schedule_init_for_pairing (&schedule, pack, pairing);

  return mtr_schedule_propose (&schedule, &last, today, n_dates);
}
