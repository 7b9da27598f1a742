/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme's year as a calendar file (RFC 5545), for the calendars that
 * people have already. Nobody is named in it, and nothing of a note is in it,
 * unless that was asked for: a calendar is shared more widely than anybody
 * remembers.
 */

#include "mtr-calendar-writer.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-text.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#define ZONE "Europe/London"

/* The rule since 1996: the last Sunday of March and of October, at one o'clock universal time. */
static const char zone_text[] =
  "BEGIN:VTIMEZONE\r\n"
  "TZID:" ZONE "\r\n"
  "BEGIN:DAYLIGHT\r\n"
  "DTSTART:19960331T010000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0000\r\n"
  "TZOFFSETTO:+0100\r\n"
  "TZNAME:BST\r\n"
  "END:DAYLIGHT\r\n"
  "BEGIN:STANDARD\r\n"
  "DTSTART:19961027T020000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  "TZOFFSETFROM:+0100\r\n"
  "TZOFFSETTO:+0000\r\n"
  "TZNAME:GMT\r\n"
  "END:STANDARD\r\n"
  "END:VTIMEZONE\r\n";

static struct icaltimetype
make_day (const GDate *date)
{
  struct icaltimetype day = { 0 };

  day.year = g_date_get_year (date);
  day.month = g_date_get_month (date);
  day.day = g_date_get_day (date);
  day.is_date = 1;

  return day;
}

static struct icaltimetype
make_time (const GDate *date,
           const char  *time,
           int          minutes)
{
  struct icaltimetype moment = make_day (date);

  moment.is_date = 0;
  (void) sscanf (time, "%d:%d", &moment.hour, &moment.minute);
  icaltime_adjust (&moment, 0, 0, minutes, 0);

  return moment;
}

static void
add_local (icalcomponent *event,
           icalproperty  *property)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  icalcomponent_add_property (event, property);
}

static void
add_dates (icalcomponent *event,
           MtrOccasion   *occasion)
{
  if (occasion->time != NULL && g_date_compare (&occasion->on, &occasion->last) == 0)
    {
      add_local (event, icalproperty_new_dtstart (make_time (&occasion->on, occasion->time, 0)));
      if (occasion->minutes > 0)
        add_local (event, icalproperty_new_dtend (make_time (&occasion->on, occasion->time, occasion->minutes)));
    }
  else
    {
      GDate after = occasion->last;

      g_date_add_days (&after, 1);
      icalcomponent_add_property (event, icalproperty_new_dtstart (make_day (&occasion->on)));
      icalcomponent_add_property (event, icalproperty_new_dtend (make_day (&after)));
      icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
    }
}

static icalcomponent *
write_event (MtrOccasion         *occasion,
             struct icaltimetype  stamp,
             gboolean             with_names)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = mtr_occasion_dup_uid (occasion);
  gboolean plain = !with_names && occasion->names_somebody;
  g_autofree char *summary = NULL;

  if (with_names && occasion->who != NULL)
    /* Translators: a title in a calendar, and who it concerns */
    summary = g_strdup_printf (_("%s: %s"), occasion->title, occasion->who);
  else
    summary = g_strdup (plain ? occasion->group : occasion->title);

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  add_dates (event, occasion);
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (occasion->place != NULL && !plain)
    icalcomponent_add_property (event, icalproperty_new_location (occasion->place));
  if (with_names && occasion->note != NULL)
    icalcomponent_add_property (event, icalproperty_new_description (occasion->note));
  if (occasion->pairing_id != 0)
    icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  icalcomponent_add_property (event, icalproperty_new_status (occasion->cancelled ? ICAL_STATUS_CANCELLED
                                                                                  : ICAL_STATUS_CONFIRMED));

  return event;
}

static gboolean
read_moment (const char          *moment,
             struct icaltimetype *stamp)
{
  gint64 unix_us;

  if (!mtr_moment_to_unix_us (moment, &unix_us))
    return FALSE;

  *stamp = icaltime_from_timet_with_zone ((time_t) (unix_us / G_USEC_PER_SEC), 0, icaltimezone_get_utc_timezone ());

  return TRUE;
}

/**
 * mtr_calendar_write:
 * @occasions: (element-type MtrOccasion): what goes in, in this order
 * @title: what the calendar is called; %NULL for no title, because a title may be confidential
 * @moment: when it is written, "2026-11-21T14:03:00Z"
 * @with_names: whether the names of people and the notes of events go in
 * @error: return location for an error of %MTR_EXPORT_ERROR
 *
 * Writes a calendar file with the times of Great Britain. What is cancelled is in it and says so, because an
 * entry that is only left out stays in the calendars that took in an earlier file (RFC 5545, 3.8.1.11).
 *
 * Returns: (transfer full) (nullable): the file; %NULL with %MTR_EXPORT_ERROR_TEXT where @moment is none
 */
GBytes *
mtr_calendar_write (GPtrArray   *occasions,
                    const char  *title,
                    const char  *moment,
                    gboolean     with_names,
                    GError     **error)
{
  struct icaltimetype stamp;
  icalcomponent *calendar;
  char *text;

  if (!read_moment (moment, &stamp))
    {
      g_set_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT,
                   _("“%s” is no moment. Nothing was written."), moment);
      return NULL;
    }

  calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Mentoring//Mentoring//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  if (title != NULL)
    {
      icalproperty *name = icalproperty_new_x (title);

      icalproperty_set_x_name (name, "X-WR-CALNAME");
      icalcomponent_add_property (calendar, name);
    }
  icalcomponent_add_component (calendar, icalcomponent_new_from_string (zone_text));
  for (guint i = 0; i < occasions->len; i++)
    icalcomponent_add_component (calendar, write_event (g_ptr_array_index (occasions, i), stamp, with_names));

  text = icalcomponent_as_ical_string_r (calendar);
  icalcomponent_free (calendar);

  return g_bytes_new_with_free_func (text, strlen (text), (GDestroyNotify) icalmemory_free_buffer, text);
}
