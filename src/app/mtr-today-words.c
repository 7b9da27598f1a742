/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of Today about sessions and observations with a date. Pure
 * functions, so that they can be tested.
 */

#include "mtr-today-words.h"

#include "mtr-date.h"
#include "mtr-session.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *mode;
  const char *words;
} modes[] = {
  { "in-person", N_("in person") },
  { "video", N_("video") },
  { "phone", N_("by telephone") },
  { "remote", N_("remote") },
};

static gboolean
is_session (const MtrTodayEvent *event)
{
  return mtr_record_get_kind (event->record) == MTR_KIND_SESSION;
}

static const char *
get_mode_words (const MtrTodayEvent *event)
{
  const char *mode = mtr_record_get_text (event->record, is_session (event) ? MTR_SESSION_MODE : MTR_OBSERVATION_MODE);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_strcmp0 (modes[i].mode, mode) == 0)
      return _(modes[i].words);

  return NULL;
}

static const char *
get_time (const MtrTodayEvent *event)
{
  return mtr_record_get_text (event->record, is_session (event) ? MTR_SESSION_HELD_TIME
                                                                : MTR_OBSERVATION_STARTED_TIME);
}

/* The other person, as the owner of the file sees it. */
static char *
dup_who (const MtrTodayEvent *event,
         gboolean             as_mentor)
{
  const char *mentees = event->summary != NULL
                          ? mtr_record_get_name (event->summary, MTR_PAIRING_SUMMARY_MENTEES) : NULL;
  const char *mentor = event->summary != NULL
                         ? mtr_record_get_name (event->summary, MTR_PAIRING_SUMMARY_MENTOR) : NULL;

  if (!as_mentor && mentor != NULL)
    return g_strdup (mentor);

  return g_strdup (mentees != NULL ? mentees : _("nobody yet"));
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", separator, part);
}

/**
 * mtr_today_dup_event_title:
 * @event: a session or an observation
 * @as_mentor: whether the owner of the file is the mentor there
 * @today: the present date
 *
 * Returns: (transfer full): "Thursday’s session with Supervisor A, 10:00, video"
 */
char *
mtr_today_dup_event_title (const MtrTodayEvent *event,
                           gboolean             as_mentor,
                           const GDate         *today)
{
  g_autofree char *who = dup_who (event, as_mentor);
  g_autofree char *weekday = mtr_date_format (&event->date, MTR_DATE_STYLE_WEEKDAY_NAME);
  int days = mtr_date_days_between (today, &event->date);
  GString *title = g_string_new (NULL);

  if (is_session (event))
    {
      if (days == 0)
        /* Translators: %s is a name. */
        g_string_append_printf (title, _("Today’s session with %s"), who);
      else
        /* Translators: %1$s is a weekday, %2$s a name. */
        g_string_append_printf (title, _("%1$s’s session with %2$s"), weekday, who);
    }
  else if (days == 0)
    {
      /* Translators: %s is a name. */
      g_string_append_printf (title, _("Today’s observation with %s"), who);
    }
  else
    {
      /* Translators: %1$s is a weekday, %2$s a name. */
      g_string_append_printf (title, _("%1$s’s observation with %2$s"), weekday, who);
    }
  append_part (title, ", ", get_time (event));
  append_part (title, ", ", get_mode_words (event));

  return g_string_free (title, FALSE);
}

/**
 * mtr_today_dup_event_line:
 * @event: a session or an observation
 * @as_mentor: whether the owner of the file is the mentor there
 *
 * Returns: (transfer full): "Session · Supervisor A · video"
 */
char *
mtr_today_dup_event_line (const MtrTodayEvent *event,
                          gboolean             as_mentor)
{
  g_autofree char *who = dup_who (event, as_mentor);
  GString *line = g_string_new (mtr_kind_get_label (mtr_record_get_kind (event->record)));

  append_part (line, " · ", who);
  append_part (line, " · ", get_mode_words (event));

  return g_string_free (line, FALSE);
}

/**
 * mtr_today_dup_event_date:
 * @event: a session or an observation
 *
 * Returns: (transfer full): "Thu 26 Nov 10:00"
 */
char *
mtr_today_dup_event_date (const MtrTodayEvent *event)
{
  g_autofree char *day = mtr_date_format (&event->date, MTR_DATE_STYLE_SHORT_WEEKDAY);
  GString *text = g_string_new (day);

  append_part (text, " ", get_time (event));

  return g_string_free (text, FALSE);
}

/**
 * mtr_today_is_past:
 * @event: a session or an observation
 * @today: the present date
 *
 * Returns: whether it was to be today or earlier, so that it can be written down
 */
gboolean
mtr_today_is_past (const MtrTodayEvent *event,
                   const GDate         *today)
{
  return g_date_compare (&event->date, today) <= 0;
}

/**
 * mtr_today_get_event_detail:
 * @event: a session or an observation
 * @today: the present date
 *
 * Returns: (transfer none): how it stands, a sentence
 */
const char *
mtr_today_get_event_detail (const MtrTodayEvent *event,
                            const GDate         *today)
{
  if (!is_session (event))
    return mtr_today_is_past (event, today) ? _("Not written down yet.") : _("Look at the plan and the consent once more.");
  if (mtr_record_text_is (event->record, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED))
    return _("Begun, and not finished yet. What you wrote is kept.");
  if (g_date_compare (&event->date, today) < 0)
    return _("Not written down yet. It takes a minute.");
  if (mtr_today_is_past (event, today))
    return _("Afterwards it takes a minute to write down.");

  return _("A minute now: what did you agree last time?");
}

/**
 * mtr_today_get_event_verb:
 * @event: a session or an observation
 * @today: the present date
 *
 * Returns: (transfer none): what its button says
 */
const char *
mtr_today_get_event_verb (const MtrTodayEvent *event,
                          const GDate         *today)
{
  if (!mtr_today_is_past (event, today))
    return _("Prepare");
  if (!is_session (event))
    return _("Open");

  return _("Write it down");
}
