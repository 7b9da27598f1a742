/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a session is said: in a row, aloud, in the name of an action that can be
 * undone. Small functions without a widget.
 */

#include "mtr-session-words.h"

#include "mtr-date.h"
#include "mtr-portfolio.h"
#include "mtr-session.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of the next step a row shows, in characters. */
#define EXCERPT 90

static const MtrSessionMode modes[] = {
  { "video", N_("Video") },
  { "in-person", N_("In person") },
  { "phone", N_("Telephone") },
};

/* What a session is made of when it is copied, in this order; its questions come first. */
static const MtrField texts[] = {
  MTR_SESSION_KNOWLEDGE,
  MTR_SESSION_FEEDBACK_SEEN,
  MTR_SESSION_FEEDBACK_EFFECT,
  MTR_SESSION_FEEDBACK_NEXT,
  MTR_SESSION_FEEDBACK_REPLY,
  MTR_SESSION_NEXT_STEP,
};

/**
 * mtr_session_words_get_modes:
 * @n_modes: (out): how many
 *
 * Returns: (transfer none): the ways to meet, the usual one first
 */
const MtrSessionMode *
mtr_session_words_get_modes (gsize *n_modes)
{
  *n_modes = G_N_ELEMENTS (modes);

  return modes;
}

/**
 * mtr_session_words_get_mode:
 * @code: (nullable): the code of a way to meet
 *
 * Returns: (transfer none) (nullable): its words; %NULL where it is not one of ours
 */
const char *
mtr_session_words_get_mode (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_strcmp0 (modes[i].code, code) == 0)
      return _(modes[i].label);

  return NULL;
}

/**
 * mtr_session_words_dup_when:
 * @session: a session
 *
 * Returns: (transfer full): its day and time in full, "Thursday 19 November 2026, 10:00"; "" where it has none
 */
char *
mtr_session_words_dup_when (MtrRecord *session)
{
  GDate day;

  if (!mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day))
    return g_strdup ("");

  return mtr_date_format_with_time (&day, mtr_record_get_text (session, MTR_SESSION_HELD_TIME), MTR_DATE_STYLE_FULL);
}

static gboolean
is_this_year (const GDate *day,
              const GDate *today)
{
  return g_date_get_year (day) == g_date_get_year (today);
}

/**
 * mtr_session_words_dup_name:
 * @session: a session
 * @today: the present date
 *
 * Returns: (transfer full): what it is called in a sentence, "session of 14 March", with the year where it is another
 */
char *
mtr_session_words_dup_name (MtrRecord   *session,
                            const GDate *today)
{
  g_autofree char *day_text = NULL;
  GDate day;

  if (!mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day))
    return g_strdup (_("session without a date"));

  day_text = mtr_date_format (&day, is_this_year (&day, today) ? MTR_DATE_STYLE_DAY : MTR_DATE_STYLE_LONG);

  /* Translators: %s is a day, "14 March". In the middle of a sentence. */
  return g_strdup_printf (_("session of %s"), day_text);
}

static const char *
get_kind (MtrPack   *pack,
          MtrRecord *session)
{
  const MtrWord *kind = mtr_pack_find_word (pack, MTR_WORDS_SESSION_KINDS,
                                            mtr_record_get_text (session, MTR_SESSION_KIND));

  return kind != NULL ? kind->title : NULL;
}

/**
 * mtr_session_words_dup_title:
 * @pack: the pack of the pairing
 * @session: a session
 * @today: the present date
 *
 * Returns: (transfer full): the first line of its row: "Fri 30 Oct · Mentoring"
 */
char *
mtr_session_words_dup_title (MtrPack     *pack,
                             MtrRecord   *session,
                             const GDate *today)
{
  const char *kind = get_kind (pack, session);
  g_autofree char *day_text = NULL;
  GDate day;

  if (!mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day))
    day_text = g_strdup (_("No date yet"));
  else if (!is_this_year (&day, today))
    day_text = mtr_date_format (&day, MTR_DATE_STYLE_SHORT_YEAR);
  else
    day_text = mtr_date_format_with_time (&day, g_date_compare (&day, today) >= 0
                                                  ? mtr_record_get_text (session, MTR_SESSION_HELD_TIME) : NULL,
                                          MTR_DATE_STYLE_SHORT_WEEKDAY);

  return kind != NULL ? g_strdup_printf ("%s · %s", day_text, kind) : g_steal_pointer (&day_text);
}

static gboolean
is_held (MtrRecord *session)
{
  return mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_HELD);
}

/* "Held, 55 minutes, video" */
static char *
dup_state (MtrRecord *session)
{
  const char *mode = mtr_session_words_get_mode (mtr_record_get_text (session, MTR_SESSION_MODE));
  gint64 minutes = mtr_record_get_number (session, MTR_SESSION_MINUTES);
  GString *words = g_string_new (mtr_session_get_state_label (mtr_record_get_text (session, MTR_SESSION_STATE)));

  if (is_held (session) && minutes > 0)
    {
      g_string_append (words, ", ");
      g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", (gulong) minutes),
                              (int) minutes);
    }
  if (mode != NULL && (is_held (session) ||
                       mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED)))
    {
      g_autofree char *small = g_utf8_strdown (mode, -1);

      g_string_append_printf (words, ", %s", small);
    }

  return g_string_free (words, FALSE);
}

/**
 * mtr_session_words_dup_subtitle:
 * @snapshot: the pairing
 * @session: a session
 *
 * Returns: (transfer full): the second line of its row: "Held, 55 minutes, video · Bring the audit · in the portfolio as E07"
 */
char *
mtr_session_words_dup_subtitle (MtrSnapshot *snapshot,
                                MtrRecord   *session)
{
  g_autofree char *state = dup_state (session);
  g_autofree char *numbers = mtr_evidence_dup_numbers_of_session (snapshot, session);
  GString *words = g_string_new (state);

  if (mtr_record_is_set (session, MTR_SESSION_NEXT_STEP))
    {
      g_autofree char *next_step = mtr_text_excerpt (mtr_record_get_text (session, MTR_SESSION_NEXT_STEP), EXCERPT);

      g_string_append_printf (words, " · %s", next_step);
    }
  if (mtr_record_is_set (session, MTR_SESSION_PRIVATE_NOTE))
    g_string_append_printf (words, " · %s", _("has a private note"));
  if (numbers != NULL)
    {
      g_string_append (words, " · ");
      /* Translators: %s is the number of an item of evidence, or several. */
      g_string_append_printf (words, _("in the portfolio as %s"), numbers);
    }

  return g_string_free (words, FALSE);
}

/**
 * mtr_session_words_dup_spoken:
 * @pack: the pack of the pairing
 * @snapshot: the pairing
 * @session: a session
 * @today: the present date
 *
 * Returns: (transfer full): its row as it is said aloud: "Friday 30 October, held, 55 minutes. Next step: bring the audit."
 */
char *
mtr_session_words_dup_spoken (MtrPack     *pack,
                              MtrSnapshot *snapshot,
                              MtrRecord   *session,
                              const GDate *today)
{
  g_autofree char *state = dup_state (session);
  g_autofree char *small_state = g_utf8_strdown (state, -1);
  g_autofree char *numbers = mtr_evidence_dup_numbers_of_session (snapshot, session);
  g_autofree char *day_text = NULL;
  const char *kind = get_kind (pack, session);
  GString *words;
  GDate day;

  if (!mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day))
    day_text = g_strdup (_("No date yet"));
  else
    day_text = mtr_date_format_with_time (&day, g_date_compare (&day, today) >= 0
                                                  ? mtr_record_get_text (session, MTR_SESSION_HELD_TIME) : NULL,
                                          is_this_year (&day, today) ? MTR_DATE_STYLE_WEEKDAY : MTR_DATE_STYLE_FULL);

  /* Translators: a row said aloud; the first %s is a day, the second a state: "Friday 30 October, held, 55 minutes." */
  words = g_string_new (NULL);
  g_string_append_printf (words, _("%s, %s."), day_text, small_state);
  if (kind != NULL)
    g_string_append_printf (words, " %s.", kind);
  if (mtr_record_is_set (session, MTR_SESSION_NEXT_STEP))
    {
      g_string_append_c (words, ' ');
      /* Translators: a row said aloud; %s is what somebody will do. */
      g_string_append_printf (words, _("Next step: %s."), mtr_record_get_text (session, MTR_SESSION_NEXT_STEP));
    }
  if (mtr_record_is_set (session, MTR_SESSION_PRIVATE_NOTE))
    g_string_append_printf (words, " %s", _("Has a private note."));
  if (numbers != NULL)
    {
      g_string_append_c (words, ' ');
      /* Translators: a row said aloud; %s is the number of an item of evidence, or several. */
      g_string_append_printf (words, _("In the portfolio as %s."), numbers);
    }

  return g_string_free (words, FALSE);
}

/**
 * mtr_session_words_dup_action:
 * @snapshot: the people
 * @owner_id: who does it; 0 for nobody yet
 * @due_on: (nullable): the ISO date by which
 * @today: the present date
 *
 * Returns: (transfer full): who does it and by when, "Supervisor A · by 26 Nov"; "" where neither is known
 */
char *
mtr_session_words_dup_action (MtrSnapshot *snapshot,
                              gint64       owner_id,
                              const char  *due_on,
                              const GDate *today)
{
  MtrRecord *owner = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, owner_id);
  GString *words = g_string_new (owner != NULL ? mtr_record_get_name (owner, MTR_PERSON_NAME) : NULL);
  GDate due;

  if (due_on != NULL && mtr_date_from_iso (due_on, &due))
    {
      g_autofree char *day = mtr_date_format (&due, is_this_year (&due, today) ? MTR_DATE_STYLE_SHORT
                                                                              : MTR_DATE_STYLE_SHORT_YEAR);

      g_string_append (words, words->len > 0 ? " · " : "");
      /* Translators: %s is a day, "26 Nov". */
      g_string_append_printf (words, _("by %s"), day);
    }

  return g_string_free (words, FALSE);
}

/**
 * mtr_session_words_dup_text:
 * @pack: the pack of the pairing
 * @snapshot: the answers of the session
 * @session: a session
 *
 * What can be searched, and what becomes evidence when it is copied. The private note is never part of it, nor is how
 * anybody feels.
 *
 * Returns: (transfer full): all that the two have written about it, with paragraphs
 */
char *
mtr_session_words_dup_text (MtrPack     *pack,
                            MtrSnapshot *snapshot,
                            MtrRecord   *session)
{
  GPtrArray *prompts = mtr_pack_get_words (pack, MTR_WORDS_PROMPTS);
  g_autoptr (GPtrArray) answers = mtr_snapshot_list_where (snapshot, MTR_KIND_SESSION_ANSWER,
                                                           MTR_SESSION_ANSWER_SESSION_ID, mtr_record_get_id (session));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < prompts->len; i++)
    for (guint j = 0; j < answers->len; j++)
      if (mtr_record_text_is (g_ptr_array_index (answers, j), MTR_SESSION_ANSWER_PROMPT,
                              ((MtrWord *) g_ptr_array_index (prompts, i))->code) &&
          mtr_record_is_set (g_ptr_array_index (answers, j), MTR_SESSION_ANSWER_TEXT))
        g_string_append_printf (text, "%s%s\n%s", text->len > 0 ? "\n\n" : "",
                                ((MtrWord *) g_ptr_array_index (prompts, i))->title,
                                mtr_record_get_text (g_ptr_array_index (answers, j), MTR_SESSION_ANSWER_TEXT));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (mtr_record_is_set (session, texts[i]))
      g_string_append_printf (text, "%s%s\n%s", text->len > 0 ? "\n\n" : "", mtr_field_get_label (texts[i]),
                              mtr_record_get_text (session, texts[i]));

  return g_string_free (text, FALSE);
}
