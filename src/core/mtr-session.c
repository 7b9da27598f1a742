/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of the diary: when a session is held and when it is only planned,
 * which days it may have, what kind it is likely to be, and what counts
 * (product.md, rules 5 and 9).
 */

#include "mtr-session.h"

#include "mtr-agreement.h"
#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"
#include "mtr-schedule.h"

#include <string.h>

/* A session that was planned so many days ago, and not written down yet, is the one somebody begins to write. */
#define WRITE_DAYS 3
/* Where neither the pairing nor its pack says how long, how often and how. */
#define USUAL_MINUTES 60
#define USUAL_INTERVAL_DAYS 28
#define USUAL_MODE "video"

static const struct {
  const char *state;
  const char *label;
} state_labels[] = {
  { MTR_SESSION_STATE_PLANNED,     N_("Planned") },
  { MTR_SESSION_STATE_UNFINISHED,  N_("Unfinished") },
  { MTR_SESSION_STATE_HELD,        N_("Held") },
  { MTR_SESSION_STATE_RESCHEDULED, N_("Cancelled, new date") },
  { MTR_SESSION_STATE_CANCELLED,   N_("Cancelled") },
  { MTR_SESSION_STATE_MISSED,      N_("Did not come") },
};

/**
 * mtr_session_get_state_label:
 * @state: (nullable): a state
 *
 * Returns: (transfer none): its words, "Held"; the code itself where it is not one of ours
 */
const char *
mtr_session_get_state_label (const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_labels); i++)
    if (g_strcmp0 (state, state_labels[i].state) == 0)
      return _(state_labels[i].label);

  return state != NULL ? state : "";
}

static gboolean
is_held (MtrRecord *session)
{
  return mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_HELD);
}

static gboolean
is_to_come (MtrRecord   *session,
            const GDate *today)
{
  GDate date;

  return today != NULL && mtr_record_get_date (session, MTR_SESSION_HELD_ON, &date) && g_date_compare (&date, today) > 0;
}

/* Whether both had signed an agreement on that day; a session without a day is judged by now. */
static gboolean
had_agreed (MtrSnapshot *snapshot,
            gint64       pairing_id,
            const char  *on)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_AGREEMENT); i++)
    {
      MtrRecord *agreement = mtr_snapshot_nth (snapshot, MTR_KIND_AGREEMENT, i);
      const char *mentor = mtr_record_get_text (agreement, MTR_AGREEMENT_MENTOR_SIGNED_AT);
      const char *mentee = mtr_record_get_text (agreement, MTR_AGREEMENT_MENTEE_SIGNED_AT);

      if (mtr_record_get_number (agreement, MTR_AGREEMENT_PAIRING_ID) != pairing_id || mentor == NULL || mentee == NULL)
        continue;
      if (on == NULL || strncmp (mtr_rules_later (mentor, mentee), on, 10) <= 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * mtr_session_is_before_agreement:
 * @snapshot: the pairing and its agreements
 * @session: a session
 *
 * Returns: whether its day is before both had signed an agreement
 */
gboolean
mtr_session_is_before_agreement (MtrSnapshot *snapshot,
                                 MtrRecord   *session)
{
  return !had_agreed (snapshot, mtr_record_get_number (session, MTR_SESSION_PAIRING_ID),
                      mtr_record_get_text (session, MTR_SESSION_HELD_ON));
}

/**
 * mtr_session_list_problems:
 * @pack: the pack of the pairing
 * @snapshot: the pairing, its agreements and its sessions
 * @session: the session; may be a draft that differs from the one in @snapshot
 * @today: the present date
 *
 * Returns: (transfer full) (element-type MtrProblem): refusals, and warnings about what may stay
 */
GPtrArray *
mtr_session_list_problems (MtrPack     *pack,
                           MtrSnapshot *snapshot,
                           MtrRecord   *session,
                           const GDate *today)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  MtrRecord *pairing = mtr_snapshot_follow (snapshot, session, MTR_SESSION_PAIRING_ID);
  const char *held_on = mtr_record_get_text (session, MTR_SESSION_HELD_ON);
  const char *begin = pairing != NULL ? mtr_pairing_get_begin (pairing) : NULL;
  const char *end = pairing != NULL ? mtr_record_get_text (pairing, MTR_PAIRING_ENDED_ON) : NULL;
  const MtrWord *kind = mtr_pack_find_word (pack, MTR_WORDS_SESSION_KINDS, mtr_record_get_text (session, MTR_SESSION_KIND));
  gint64 id = mtr_record_get_id (session);

  if (held_on != NULL && begin != NULL && strcmp (held_on, begin) < 0)
    {
      g_autofree char *date = mtr_rules_dup_long_date (begin);

      g_ptr_array_add (problems,
                       mtr_problem_new (MTR_SESSION_HELD_ON, id, FALSE,
                                        _("This is before the pairing began (%s). Change the date, or the pairing’s start."),
                                        date));
    }
  if (held_on != NULL && end != NULL && strcmp (held_on, end) > 0)
    {
      g_autofree char *date = mtr_rules_dup_long_date (end);

      g_ptr_array_add (problems,
                       mtr_problem_new (MTR_SESSION_HELD_ON, id, FALSE,
                                        _("This is after the pairing ended (%s). Change the date."), date));
    }

  if (is_held (session))
    {
      if (held_on == NULL)
        g_ptr_array_add (problems, mtr_problem_new (MTR_SESSION_HELD_ON, id, FALSE, _("Write when it was.")));
      if (mtr_record_get_number (session, MTR_SESSION_MINUTES) < 1)
        g_ptr_array_add (problems, mtr_problem_new (MTR_SESSION_MINUTES, id, FALSE,
                                                    _("Write how long it was: at least one minute.")));
      if (is_to_come (session, today))
        {
          GDate date;
          g_autofree char *day = NULL;

          mtr_record_get_date (session, MTR_SESSION_HELD_ON, &date);
          day = mtr_date_format (&date, MTR_DATE_STYLE_WEEKDAY);
          g_ptr_array_add (problems,
                           /* Translators: %s is a day, "Thursday 26 November" */
                           mtr_problem_new (MTR_SESSION_HELD_ON, id, TRUE,
                                            _("%s has not come yet, so this is kept as planned."), day));
        }
      else if (mtr_session_is_before_agreement (snapshot, session) && (kind == NULL || !kind->flag))
        g_ptr_array_add (problems, mtr_problem_new (MTR_SESSION_KIND, id, TRUE,
                                                    _("Not agreed yet: call it a first meeting?")));
    }

  return problems;
}

/**
 * mtr_session_get_state_when_done:
 * @session: a session that is being written
 * @today: the present date
 *
 * A future session is planned, not held (product.md, rule 5); one without a day or a length is not finished yet.
 *
 * Returns: (transfer none): the state it gets when its writer is done with it
 */
const char *
mtr_session_get_state_when_done (MtrRecord   *session,
                                 const GDate *today)
{
  if (is_to_come (session, today))
    return MTR_SESSION_STATE_PLANNED;
  if (!mtr_record_is_set (session, MTR_SESSION_HELD_ON) || mtr_record_get_number (session, MTR_SESSION_MINUTES) < 1)
    return MTR_SESSION_STATE_UNFINISHED;

  return MTR_SESSION_STATE_HELD;
}

/**
 * mtr_session_suggest_kind:
 * @pack: the pack of the pairing
 * @snapshot: the pairing, its agreements and its sessions
 * @pairing_id: the pairing
 * @held_on: (nullable): the ISO date of the session
 *
 * Before the agreement a first meeting is likely, from then on the usual kind, which the pack lists first; in a group,
 * that of a peer group.
 *
 * Returns: (transfer none) (nullable): the code of a session kind of the pack
 */
const char *
mtr_session_suggest_kind (MtrPack     *pack,
                          MtrSnapshot *snapshot,
                          gint64       pairing_id,
                          const char  *held_on)
{
  GPtrArray *kinds = mtr_pack_get_words (pack, MTR_WORDS_SESSION_KINDS);
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, pairing_id, held_on);
  const char *first_allowed = NULL;

  for (guint i = 0; i < kinds->len && first_allowed == NULL; i++)
    if (((MtrWord *) g_ptr_array_index (kinds, i))->flag)
      first_allowed = ((MtrWord *) g_ptr_array_index (kinds, i))->code;

  if (first_allowed != NULL && !had_agreed (snapshot, pairing_id, held_on))
    return first_allowed;
  if (mentees->len > 1 && mtr_pack_find_word (pack, MTR_WORDS_SESSION_KINDS, "peer-group") != NULL)
    return "peer-group";

  return kinds->len > 0 ? ((MtrWord *) g_ptr_array_index (kinds, 0))->code : NULL;
}

/* The latest first, and what has no day yet before all others. */
static int
compare_newest_first (gconstpointer one,
                      gconstpointer other)
{
  static const MtrField fields[] = { MTR_SESSION_HELD_ON, MTR_SESSION_HELD_TIME };
  MtrRecord *a = *(MtrRecord **) one;
  MtrRecord *b = *(MtrRecord **) other;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value_a = mtr_record_get_text (a, fields[i]);
      const char *value_b = mtr_record_get_text (b, fields[i]);
      int order = g_strcmp0 (value_b, value_a);

      if (order != 0)
        return value_a == NULL ? -1 : value_b == NULL ? 1 : order;
    }

  return mtr_record_get_id (a) < mtr_record_get_id (b) ? 1 : -1;
}

/**
 * mtr_session_list_newest_first:
 * @snapshot: the pairing and its sessions
 * @pairing_id: the pairing
 *
 * Returns: (transfer container) (element-type MtrRecord): its sessions, planned ones and the others, the latest first
 */
GPtrArray *
mtr_session_list_newest_first (MtrSnapshot *snapshot,
                               gint64       pairing_id)
{
  GPtrArray *sessions = mtr_snapshot_list_where (snapshot, MTR_KIND_SESSION, MTR_SESSION_PAIRING_ID, pairing_id);

  g_ptr_array_sort (sessions, compare_newest_first);

  return sessions;
}

/**
 * mtr_session_find_to_write:
 * @snapshot: the pairing and its sessions
 * @pairing_id: the pairing
 * @today: the present date
 *
 * Returns: (transfer none) (nullable): the session that somebody who begins to write most likely means: the planned or
 *   unfinished one nearest to today, not ahead and not more than three days ago
 */
MtrRecord *
mtr_session_find_to_write (MtrSnapshot *snapshot,
                           gint64       pairing_id,
                           const GDate *today)
{
  g_autoptr (GPtrArray) sessions = mtr_session_list_newest_first (snapshot, pairing_id);

  for (guint i = 0; i < sessions->len; i++)
    {
      MtrRecord *session = g_ptr_array_index (sessions, i);
      GDate day;

      if (!mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED) &&
          !mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED))
        continue;
      if (mtr_record_get_date (session, MTR_SESSION_HELD_ON, &day) && g_date_compare (&day, today) <= 0 &&
          g_date_days_between (&day, today) <= WRITE_DAYS)
        return session;
    }

  return NULL;
}

/**
 * mtr_session_suggest_minutes:
 * @pack: the pack of the pairing
 * @pairing: a pairing
 *
 * Returns: the agreed length of a session, in minutes; the usual one of the pack where nothing has been agreed
 */
gint64
mtr_session_suggest_minutes (MtrPack   *pack,
                             MtrRecord *pairing)
{
  const MtrTimeFrame *usual = mtr_pack_get_time_frame (pack);

  if (mtr_record_get_number (pairing, MTR_PAIRING_SESSION_MINUTES) > 0)
    return mtr_record_get_number (pairing, MTR_PAIRING_SESSION_MINUTES);

  return usual->session_minutes > 0 ? usual->session_minutes : USUAL_MINUTES;
}

/**
 * mtr_session_suggest_next_day:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and its sessions
 * @pairing: the pairing
 * @today: the present date
 * @day: (out caller-allocates): the agreed interval after the last session, held or planned; tomorrow at the earliest.
 *   Where the pair has a rhythm or a usual day, the next day of it.
 */
void
mtr_session_suggest_next_day (MtrPack     *pack,
                              MtrSnapshot *snapshot,
                              MtrRecord   *pairing,
                              const GDate *today,
                              GDate       *day)
{
  gint64 pairing_id = mtr_record_get_id (pairing);
  const char *last = mtr_session_get_last_held_on (snapshot, pairing_id);
  gint64 interval = mtr_record_get_number (pairing, MTR_PAIRING_INTERVAL_DAYS);

  if (interval < 1)
    interval = mtr_pack_get_time_frame (pack)->interval_days;
  if (interval < 1)
    interval = USUAL_INTERVAL_DAYS;
  if (mtr_record_is_set (pairing, MTR_PAIRING_FREQUENCY) || mtr_record_is_set (pairing, MTR_PAIRING_MEETING_DAY))
    {
      g_autoptr (GArray) dates = mtr_schedule_propose_for_pairing (pack, snapshot, pairing, today, 1);

      if (dates->len > 0)
        {
          *day = g_array_index (dates, GDate, 0);
          return;
        }
    }

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i);

      if (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID) == pairing_id &&
          mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED))
        last = mtr_rules_later (last, mtr_record_get_text (session, MTR_SESSION_HELD_ON));
    }

  *day = *today;
  if (last != NULL && mtr_date_from_iso (last, day))
    g_date_add_days (day, (guint) interval);
  if (g_date_compare (day, today) <= 0)
    {
      *day = *today;
      g_date_add_days (day, 1);
    }
}

/**
 * mtr_session_begin:
 * @pack: the pack of the pairing
 * @snapshot: the pairing, its agreements and its sessions
 * @pairing: the pairing
 * @id: the id of the new session
 * @plan: whether it is to come; otherwise it is today's, and unfinished
 * @today: the present date
 *
 * Returns: (transfer full): a new session with its first values: the agreed length and way to meet, the likely kind, and
 *   for one to come the suggested day at the hour of the last one
 */
MtrRecord *
mtr_session_begin (MtrPack     *pack,
                   MtrSnapshot *snapshot,
                   MtrRecord   *pairing,
                   gint64       id,
                   gboolean     plan,
                   const GDate *today)
{
  MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, id);
  gint64 pairing_id = mtr_record_get_id (pairing);
  g_autoptr (GPtrArray) sessions = mtr_session_list_newest_first (snapshot, pairing_id);
  const char *mode = mtr_record_get_text (pairing, MTR_PAIRING_MODE);
  g_autofree char *held_on = NULL;
  GDate day = *today;

  if (plan)
    mtr_session_suggest_next_day (pack, snapshot, pairing, today, &day);
  for (guint i = 0; plan && i < sessions->len && !mtr_record_is_set (session, MTR_SESSION_HELD_TIME); i++)
    mtr_record_set_text (session, MTR_SESSION_HELD_TIME,
                         mtr_record_get_text (g_ptr_array_index (sessions, i), MTR_SESSION_HELD_TIME));

  held_on = mtr_date_to_iso (&day);
  mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, pairing_id);
  mtr_record_set_text (session, MTR_SESSION_STATE, plan ? MTR_SESSION_STATE_PLANNED : MTR_SESSION_STATE_UNFINISHED);
  mtr_record_set_text (session, MTR_SESSION_HELD_ON, held_on);
  mtr_record_set_number (session, MTR_SESSION_MINUTES, mtr_session_suggest_minutes (pack, pairing));
  mtr_record_set_text (session, MTR_SESSION_MODE, mode != NULL ? mode : USUAL_MODE);
  mtr_record_set_text (session, MTR_SESSION_KIND, mtr_session_suggest_kind (pack, snapshot, pairing_id, held_on));

  return session;
}

/**
 * mtr_session_find_action:
 * @snapshot: the pairing and its actions
 * @session: a session
 *
 * Returns: (transfer none) (nullable): the action that its next step has become: one of this session with the same words
 */
MtrRecord *
mtr_session_find_action (MtrSnapshot *snapshot,
                         MtrRecord   *session)
{
  g_autoptr (GPtrArray) actions = mtr_snapshot_list_where (snapshot, MTR_KIND_ACTION, MTR_ACTION_SESSION_ID,
                                                           mtr_record_get_id (session));
  const char *next_step = mtr_record_get_text (session, MTR_SESSION_NEXT_STEP);

  for (guint i = 0; next_step != NULL && i < actions->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (actions, i), MTR_ACTION_TEXT, next_step))
      return g_ptr_array_index (actions, i);

  return NULL;
}

static int
compare_due (gconstpointer one,
             gconstpointer other)
{
  MtrRecord *a = *(MtrRecord **) one;
  MtrRecord *b = *(MtrRecord **) other;
  const char *due_a = mtr_record_get_text (a, MTR_ACTION_DUE_ON);
  const char *due_b = mtr_record_get_text (b, MTR_ACTION_DUE_ON);
  int order = g_strcmp0 (due_a, due_b);

  if (order != 0)
    return due_a == NULL ? 1 : due_b == NULL ? -1 : order;

  return mtr_record_get_id (a) < mtr_record_get_id (b) ? -1 : 1;
}

/**
 * mtr_session_list_open_actions:
 * @snapshot: the pairing and its actions
 * @pairing_id: the pairing
 *
 * Returns: (transfer container) (element-type MtrRecord): what is still to do, the earliest date first, what has no date
 *   last
 */
GPtrArray *
mtr_session_list_open_actions (MtrSnapshot *snapshot,
                               gint64       pairing_id)
{
  GPtrArray *actions = mtr_snapshot_list_where (snapshot, MTR_KIND_ACTION, MTR_ACTION_PAIRING_ID, pairing_id);

  for (guint i = actions->len; i > 0; i--)
    if (mtr_record_is_set (g_ptr_array_index (actions, i - 1), MTR_ACTION_DONE_ON))
      g_ptr_array_remove_index (actions, i - 1);
  g_ptr_array_sort (actions, compare_due);

  return actions;
}

/**
 * mtr_session_sum_minutes:
 * @snapshot: the pairing and its sessions
 * @pairing_id: the pairing
 *
 * Returns: the minutes of its held sessions; nothing else counts (product.md, rule 5)
 */
gint64
mtr_session_sum_minutes (MtrSnapshot *snapshot,
                         gint64       pairing_id)
{
  gint64 minutes = 0;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i);

      if (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID) == pairing_id && is_held (session))
        minutes += mtr_record_get_number (session, MTR_SESSION_MINUTES);
    }

  return minutes;
}

/**
 * mtr_session_count_held:
 * @snapshot: the pairing and its sessions
 * @pairing_id: the pairing
 *
 * Returns: how many sessions were held
 */
guint
mtr_session_count_held (MtrSnapshot *snapshot,
                        gint64       pairing_id)
{
  guint count = 0;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i);

      if (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID) == pairing_id && is_held (session))
        count++;
    }

  return count;
}

/**
 * mtr_session_get_last_held_on:
 * @snapshot: the pairing and its sessions
 * @pairing_id: the pairing
 *
 * Returns: (transfer none) (nullable): the ISO date of the last held session
 */
const char *
mtr_session_get_last_held_on (MtrSnapshot *snapshot,
                              gint64       pairing_id)
{
  const char *last = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i);

      if (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID) == pairing_id && is_held (session))
        last = mtr_rules_later (last, mtr_record_get_text (session, MTR_SESSION_HELD_ON));
    }

  return last;
}

/**
 * mtr_session_get_next_planned_on:
 * @snapshot: the pairing and its sessions
 * @pairing_id: the pairing
 * @from: (nullable): the first day that counts; %NULL also finds a day that is over and whose session nobody has written down, as
 *   is right for what is stored, which knows no today
 *
 * Returns: (transfer none) (nullable): the ISO date of the first planned session after the last held one
 */
const char *
mtr_session_get_next_planned_on (MtrSnapshot *snapshot,
                                 gint64       pairing_id,
                                 const GDate *from)
{
  const char *last = mtr_session_get_last_held_on (snapshot, pairing_id);
  g_autofree char *from_text = from != NULL ? mtr_date_to_iso (from) : NULL;
  const char *next = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SESSION); i++)
    {
      MtrRecord *session = mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i);
      const char *held_on = mtr_record_get_text (session, MTR_SESSION_HELD_ON);

      if (mtr_record_get_number (session, MTR_SESSION_PAIRING_ID) == pairing_id && held_on != NULL &&
          mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED) &&
          (last == NULL || strcmp (held_on, last) >= 0) && (from == NULL || strcmp (held_on, from_text) >= 0))
        next = mtr_rules_earlier (next, held_on);
    }

  return next;
}
