/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of a pairing says about it: its state and the next meeting, how
 * often the two meet, how far the agreement is, and who is what. Pure functions,
 * so that they can be tested.
 */

#include "mtr-pairing-words.h"

#include "mtr-agreement.h"
#include "mtr-date.h"
#include "mtr-pairing.h"
#include "mtr-schedule.h"
#include "mtr-session.h"
#include "mtr-signature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *mode;
  const char *title;
  const char *in_sentence;
} modes[] = {
  { "in-person", N_("In person"), N_("in person") },
  { "video", N_("By video"), N_("by video") },
  { "phone", N_("By telephone"), N_("by telephone") },
};

static void
free_word (gpointer data)
{
  MtrWord *word = data;

  g_free (word->code);
  g_free (word->title);
  g_free (word);
}

static void
take_word (GPtrArray  *words,
           const char *code,
           char       *title)
{
  MtrWord *word = g_new0 (MtrWord, 1);

  word->code = g_strdup (code);
  word->title = title;
  g_ptr_array_add (words, word);
}

/**
 * mtr_pairing_words_list_modes:
 *
 * Returns: (transfer full) (element-type MtrWord): how two people can meet
 */
GPtrArray *
mtr_pairing_words_list_modes (void)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (free_word);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    take_word (words, modes[i].mode, g_strdup (_(modes[i].title)));

  return words;
}

/**
 * mtr_pairing_words_list_frequencies:
 *
 * Returns: (transfer full) (element-type MtrWord): how often two people can meet
 */
GPtrArray *
mtr_pairing_words_list_frequencies (void)
{
  static const char *const frequencies[] = {
    MTR_FREQUENCY_WEEKLY, MTR_FREQUENCY_FORTNIGHTLY, MTR_FREQUENCY_MONTHLY, MTR_FREQUENCY_OWN,
  };
  GPtrArray *words = g_ptr_array_new_with_free_func (free_word);

  for (gsize i = 0; i < G_N_ELEMENTS (frequencies); i++)
    take_word (words, frequencies[i], g_strdup (mtr_schedule_get_label (frequencies[i])));

  return words;
}

static char *
dup_weekday (GDateWeekday weekday)
{
  GDate date;

  /* 1 January 2024 is a Monday. */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) weekday, G_DATE_JANUARY, 2024);

  return mtr_date_format (&date, MTR_DATE_STYLE_WEEKDAY_NAME);
}

/**
 * mtr_pairing_words_list_days:
 *
 * Returns: (transfer full) (element-type MtrWord): the days of the week, from Monday
 */
GPtrArray *
mtr_pairing_words_list_days (void)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (free_word);

  for (int day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    take_word (words, mtr_schedule_get_day_code ((GDateWeekday) day), dup_weekday ((GDateWeekday) day));

  return words;
}

/**
 * mtr_pairing_words_get_mode:
 * @mode: (nullable): how two people meet
 *
 * Returns: (transfer none) (nullable): in words, to go on a sentence with: "by video"
 */
const char *
mtr_pairing_words_get_mode (const char *mode)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_strcmp0 (modes[i].mode, mode) == 0)
      return _(modes[i].in_sentence);

  return NULL;
}

static MtrRecord *
find_next (MtrSnapshot *snapshot,
           gint64       pairing_id,
           const GDate *today)
{
  g_autoptr (GPtrArray) sessions = mtr_snapshot_list_where (snapshot, MTR_KIND_SESSION, MTR_SESSION_PAIRING_ID, pairing_id);
  g_autofree char *from = mtr_date_to_iso (today);
  MtrRecord *next = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      MtrRecord *session = g_ptr_array_index (sessions, i);
      const char *held_on = mtr_record_get_text (session, MTR_SESSION_HELD_ON);

      if (mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED) && held_on != NULL &&
          strcmp (held_on, from) >= 0 &&
          (next == NULL || strcmp (held_on, mtr_record_get_text (next, MTR_SESSION_HELD_ON)) < 0))
        next = session;
    }

  return next;
}

/**
 * mtr_pairing_words_dup_next:
 * @snapshot: the pairing and its sessions
 * @pairing_id: the pairing
 * @today: the present date
 *
 * Returns: (transfer full) (nullable): "Thursday 26 November, 10:00, by video"; %NULL where nothing is planned
 */
char *
mtr_pairing_words_dup_next (MtrSnapshot *snapshot,
                            gint64       pairing_id,
                            const GDate *today)
{
  MtrRecord *next = find_next (snapshot, pairing_id, today);
  const char *mode;
  g_autofree char *day = NULL;
  GDate date;

  if (next == NULL || !mtr_record_get_date (next, MTR_SESSION_HELD_ON, &date))
    return NULL;

  day = mtr_date_format_with_time (&date, mtr_record_get_text (next, MTR_SESSION_HELD_TIME), MTR_DATE_STYLE_WEEKDAY);
  mode = mtr_pairing_words_get_mode (mtr_record_get_text (next, MTR_SESSION_MODE));

  /* Translators: a day with its time, and how two people meet: "Thursday 26 November, 10:00, by video" */
  return mode != NULL ? g_strdup_printf (_("%s, %s"), day, mode) : g_steal_pointer (&day);
}

/**
 * mtr_pairing_words_dup_state:
 * @snapshot: the pairing and what belongs to it
 * @pairing: the pairing
 * @today: the present date
 *
 * Returns: (transfer full): where the pairing is: "Active since 3 February 2026. Next meeting Thursday 26 November, 10:00."
 */
char *
mtr_pairing_words_dup_state (MtrSnapshot *snapshot,
                             MtrRecord   *pairing,
                             const GDate *today)
{
  gint64 id = mtr_record_get_id (pairing);
  g_autofree char *state = mtr_pairing_dup_state (pairing);
  g_autofree char *next = mtr_pairing_is_running (pairing) ? mtr_pairing_words_dup_next (snapshot, id, today) : NULL;

  if (mtr_pairing_is_running (pairing) && !mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
    {
      g_autofree char *mentees = mtr_pairing_dup_who (snapshot, id);

      /* Translators: the state of a pairing, a sentence, and who is mentored: "Proposed. Supervisor A has no mentor." */
      return g_strdup_printf (_("%s %s has no mentor."), state, mentees);
    }

  /* Translators: the state of a pairing, a sentence, and a day. */
  return next != NULL ? g_strdup_printf (_("%s Next meeting %s."), state, next) : g_steal_pointer (&state);
}

static char *
dup_interval (gint64 days)
{
  if (days == 7)
    return g_strdup (_("Every week"));
  if (days % 7 == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every %d week", "Every %d weeks", (gulong) (days / 7)),
                            (int) (days / 7));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every %d day", "Every %d days", (gulong) days), (int) days);
}

static char *
dup_often (MtrPack   *pack,
           MtrRecord *pairing)
{
  const char *frequency = mtr_record_get_text (pairing, MTR_PAIRING_FREQUENCY);
  gint64 days = mtr_record_is_set (pairing, MTR_PAIRING_INTERVAL_DAYS)
                ? mtr_record_get_number (pairing, MTR_PAIRING_INTERVAL_DAYS) : mtr_pack_get_time_frame (pack)->interval_days;

  if (frequency != NULL && !g_str_equal (frequency, MTR_FREQUENCY_OWN))
    return g_strdup (mtr_schedule_get_label (frequency));

  return days > 0 ? dup_interval (days) : NULL;
}

static char *
dup_usual_time (MtrRecord *pairing)
{
  GDateWeekday weekday = mtr_schedule_get_weekday (mtr_record_get_text (pairing, MTR_PAIRING_MEETING_DAY));
  const char *time = mtr_record_get_text (pairing, MTR_PAIRING_MEETING_TIME);
  g_autofree char *day = NULL;

  if (!g_date_valid_weekday (weekday))
    /* Translators: a time, in a sentence about how two people meet. */
    return time != NULL ? g_strdup_printf (_("at %s"), time) : NULL;

  day = dup_weekday (weekday);
  if (time == NULL)
    /* Translators: a day of the week, in a sentence about how two people meet. */
    return g_strdup_printf (_("on %s"), day);

  /* Translators: a day of the week and a time, in a sentence about how two people meet. */
  return g_strdup_printf (_("on %s at %s"), day, time);
}

/**
 * mtr_pairing_words_dup_meeting:
 * @pack: the pack of the pairing, for what is usual
 * @pairing: the pairing
 *
 * Returns: (transfer full): "Every fortnight, on Thursday at 10:00, 60 minutes, by video"
 */
char *
mtr_pairing_words_dup_meeting (MtrPack   *pack,
                               MtrRecord *pairing)
{
  const MtrTimeFrame *frame = mtr_pack_get_time_frame (pack);
  gint64 minutes = mtr_record_is_set (pairing, MTR_PAIRING_SESSION_MINUTES)
                   ? mtr_record_get_number (pairing, MTR_PAIRING_SESSION_MINUTES) : frame->session_minutes;
  const char *mode = mtr_pairing_words_get_mode (mtr_record_get_text (pairing, MTR_PAIRING_MODE));
  g_autofree char *often = dup_often (pack, pairing);
  g_autofree char *time = dup_usual_time (pairing);
  g_autofree char *length = minutes > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes",
                                                                        (gulong) minutes), (int) minutes) : NULL;
  const char *parts[5] = { NULL };
  gsize n_parts = 0;

  if (often != NULL)
    parts[n_parts++] = often;
  if (time != NULL)
    parts[n_parts++] = time;
  if (length != NULL)
    parts[n_parts++] = length;
  if (mode != NULL)
    parts[n_parts++] = mode;
  if (n_parts == 0)
    return g_strdup (_("Nothing agreed yet"));

  /* Translators: between how often, how long and how two people meet. */
  return g_strjoinv (_(", "), (char **) parts);
}

/**
 * mtr_pairing_words_dup_version:
 * @agreement: an agreement
 *
 * Returns: (transfer full): "Version 2, signed by both on 10 February 2026"; "Version 3, not signed yet"
 */
char *
mtr_pairing_words_dup_version (MtrRecord *agreement)
{
  int version = (int) mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION);
  g_autofree char *day = NULL;
  GDate date;

  if (!mtr_signature_is_complete (agreement))
    {
      if (mtr_record_is_set (agreement, MTR_AGREEMENT_MENTOR_SIGNED_AT) ||
          mtr_record_is_set (agreement, MTR_AGREEMENT_MENTEE_SIGNED_AT))
        return g_strdup_printf (_("Version %d, signed by one of you"), version);
      return g_strdup_printf (_("Version %d, not signed yet"), version);
    }

  if (mtr_moment_to_date (mtr_record_get_text (agreement, MTR_AGREEMENT_SEALED_AT), &date))
    day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);

  /* Translators: the number of a version, and a day. */
  return g_strdup_printf (_("Version %d, signed by both on %s"), version, day != NULL ? day : "");
}

/**
 * mtr_pairing_words_say_agreement:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and its agreements
 * @pairing: the pairing
 * @title: (out) (transfer full): the row about the agreement
 * @subtitle: (out) (transfer full): what is under it
 */
void
mtr_pairing_words_say_agreement (MtrPack      *pack,
                                 MtrSnapshot  *snapshot,
                                 MtrRecord    *pairing,
                                 char        **title,
                                 char        **subtitle)
{
  gint64 id = mtr_record_get_id (pairing);
  MtrRecord *current = mtr_agreement_find_current (snapshot, id);
  MtrRecord *in_force = mtr_agreement_find_signed (snapshot, id);

  *subtitle = NULL;
  if (current == NULL)
    {
      *title = g_strdup (_("No agreement yet"));
      *subtitle = g_strdup (_("Before the first real session, agree how you will work. Most pairs need twenty minutes."));
      return;
    }

  *title = mtr_pairing_words_dup_version (current);
  if (in_force == current)
    {
      g_autofree char *review_on = mtr_agreement_dup_review_on (pack, current);
      g_autofree char *day = NULL;
      GDate date;

      if (review_on == NULL || !mtr_date_from_iso (review_on, &date))
        return;
      day = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
      /* Translators: %s is a day. */
      *subtitle = g_strdup_printf (_("Review by %s"), day);
    }
  else if (in_force != NULL)
    {
      *subtitle = g_strdup_printf (_("Until both have signed it, version %d is in force"),
                                   (int) mtr_record_get_number (in_force, MTR_AGREEMENT_VERSION));
    }
  else
    {
      GPtrArray *missing = mtr_agreement_list_missing (pack, current);

      *subtitle = g_strdup (missing->len > 0 ? _("Not all of it is written") : _("All is written; both of you sign it"));
      g_ptr_array_unref (missing);
    }
}

/**
 * mtr_pairing_words_dup_role:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and its people
 * @pairing: the pairing
 * @person_id: a person
 * @role: the role in whose row the person is shown
 *
 * Returns: (transfer full): "Mentor, also line manager. Supports and assesses. …"
 */
char *
mtr_pairing_words_dup_role (MtrPack     *pack,
                            MtrSnapshot *snapshot,
                            MtrRecord   *pairing,
                            gint64       person_id,
                            const char  *role)
{
  const MtrPackRole *shown = mtr_pack_find_role (pack, role);
  g_autoptr (GPtrArray) roles = mtr_pairing_list_roles (snapshot, pairing, person_id, NULL);
  g_autoptr (GString) text = g_string_new (shown != NULL ? shown->title : role);

  for (guint i = 0; i < roles->len; i++)
    {
      const char *code = g_ptr_array_index (roles, i);
      const MtrPackRole *other = mtr_pack_find_role (pack, code);
      g_autofree char *word = NULL;

      if (g_str_equal (code, role))
        continue;
      word = g_utf8_strdown (other != NULL ? other->title : code, -1);
      g_string_append (text, ", ");
      /* Translators: another role of the same person, as in "also line manager". */
      g_string_append_printf (text, _("also %s"), word);
    }
  if (shown != NULL && shown->summary != NULL)
    g_string_append_printf (text, ". %s", shown->summary);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
