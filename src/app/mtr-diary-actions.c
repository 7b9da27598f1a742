/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to a session as a whole: it is removed, it did not happen;
 * and an action is ticked off. Each is one change that one undo takes back, by
 * name.
 */

#include "mtr-diary-actions.h"

#include "mtr-date.h"
#include "mtr-filled-form-page.h"
#include "mtr-session-words.h"
#include "mtr-session.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>

/* How much of an action the state line repeats, in characters. */
#define EXCERPT 60

/* Why a session did not happen. No reason is asked for. */
static const char *const not_held[] = {
  MTR_SESSION_STATE_RESCHEDULED,
  MTR_SESSION_STATE_CANCELLED,
  MTR_SESSION_STATE_MISSED,
};

static char *
dup_name (MtrPairingModel *model,
          MtrRecord       *session)
{
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (model), &today);

  return mtr_session_words_dup_name (session, &today);
}

/* The first letter of a sentence. */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, g_utf8_next_char (words), NULL);
}

/**
 * mtr_diary_actions_remove:
 * @model: the pairing
 * @session: (transfer none): a session
 *
 * Removes it with all that belongs to it; what was agreed in it stays on the list of things to do, and a
 * copy of it stays in the portfolio.
 */
void
mtr_diary_actions_remove (MtrPairingModel *model,
                          MtrRecord       *session)
{
  g_autofree char *name = dup_name (model, session);
  g_autofree char *big_name = capitalise (name);
  /* Translators: an action in the menu of undo; %s is as in "session of 14 March". */
  g_autofree char *label = g_strdup_printf (_("remove %s"), name);
  /* Translators: %s is as in "Session of 14 March". */
  g_autofree char *done = g_strdup_printf (_("%s removed. Ctrl+Z brings it back"), big_name);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (model);
  g_autoptr (GPtrArray) actions = mtr_snapshot_list_where (snapshot, MTR_KIND_ACTION, MTR_ACTION_SESSION_ID,
                                                           mtr_record_get_id (session));
  g_autoptr (GPtrArray) copies = mtr_snapshot_list_where (snapshot, MTR_KIND_EVIDENCE, MTR_EVIDENCE_SESSION_ID,
                                                          mtr_record_get_id (session));
  MtrChange *change = mtr_change_new (label);

  for (guint i = 0; i < actions->len; i++)
    mtr_change_clear (change, MTR_ACTION_SESSION_ID, mtr_record_get_id (g_ptr_array_index (actions, i)));
  for (guint i = 0; i < copies->len; i++)
    mtr_change_clear (change, MTR_EVIDENCE_SESSION_ID, mtr_record_get_id (g_ptr_array_index (copies, i)));
  mtr_change_delete (change, MTR_KIND_SESSION, mtr_record_get_id (session));
  mtr_programme_act (mtr_pairing_model_get_programme (model), change, done);
}

/**
 * mtr_diary_actions_set_state:
 * @model: the pairing
 * @session: (transfer none): a session
 * @state: its new state
 */
void
mtr_diary_actions_set_state (MtrPairingModel *model,
                             MtrRecord       *session,
                             const char      *state)
{
  g_autofree char *name = dup_name (model, session);
  g_autofree char *big_name = capitalise (name);
  g_autofree char *words = g_utf8_strdown (mtr_session_get_state_label (state), -1);
  /* Translators: an action in the menu of undo; as in "session of 14 March: cancelled". */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), name, words);
  /* Translators: as in "Session of 14 March: cancelled. Ctrl+Z takes it back" */
  g_autofree char *done = g_strdup_printf (_("%1$s: %2$s. Ctrl+Z takes it back"), big_name, words);
  MtrChange *change = mtr_change_new (label);

  mtr_change_set_text (change, MTR_SESSION_STATE, mtr_record_get_id (session), state);
  mtr_programme_act (mtr_pairing_model_get_programme (model), change, done);
}

/**
 * mtr_diary_actions_tick:
 * @model: the pairing
 * @action: (transfer none): what has been done, or has not been done after all
 */
void
mtr_diary_actions_tick (MtrPairingModel *model,
                        MtrRecord       *action)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  const char *text = mtr_record_get_text (action, MTR_ACTION_TEXT);
  g_autofree char *excerpt = mtr_text_excerpt (text != NULL ? text : "", EXCERPT);
  gboolean was_done = mtr_record_is_set (action, MTR_ACTION_DONE_ON);
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  g_autofree char *today_text = NULL;
  MtrChange *change;
  GDate today;

  mtr_programme_get_today (programme, &today);
  today_text = mtr_date_to_iso (&today);
  /* Translators: actions in the menu of undo; %s is what somebody was to do. */
  label = g_strdup_printf (was_done ? _("take back the tick at “%s”") : _("tick “%s”"), excerpt);
  /* Translators: %s is what somebody was to do. */
  done = was_done ? NULL : g_strdup_printf (_("Done: %s. Ctrl+Z brings it back"), excerpt);
  change = mtr_change_new (label);
  mtr_change_set_text (change, MTR_ACTION_DONE_ON, mtr_record_get_id (action), was_done ? NULL : today_text);
  mtr_programme_act (programme, change, done);
}

static gboolean
may_not_have_been (MtrRecord *session)
{
  return mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED) ||
         mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED);
}

/**
 * mtr_diary_actions_make_not_held:
 * @model: the pairing
 * @session: (transfer none): a session
 * @action: the name of the action, whose target is the new state, behind the id of the session and a space
 *
 * Returns: (transfer full) (nullable): the three ways in which it did not happen; %NULL for a session that has been
 */
GMenu *
mtr_diary_actions_make_not_held (MtrPairingModel *model,
                                 MtrRecord       *session,
                                 const char      *action)
{
  GMenu *menu;

  if (!may_not_have_been (session) || !mtr_pairing_model_can_write (model))
    return NULL;

  menu = g_menu_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (not_held); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (mtr_session_get_state_label (not_held[i]), NULL);
      g_autofree char *target = g_strdup_printf ("%" G_GINT64_FORMAT " %s", mtr_record_get_id (session), not_held[i]);

      g_menu_item_set_action_and_target (item, action, "s", target);
      g_menu_append_item (menu, item);
    }

  return menu;
}

/**
 * mtr_diary_actions_make_menu:
 * @model: the pairing
 * @session: (transfer none): a session
 *
 * Returns: (transfer full): the menu of its row
 */
GMenu *
mtr_diary_actions_make_menu (MtrPairingModel *model,
                             MtrRecord       *session)
{
  const struct {
    const char *title;
    const char *action;
    gboolean    shown;
  } items[] = {
    { _("_Open"), "diary.open", TRUE },
    { _("_Write It Down"), "diary.write", mtr_pairing_model_can_write (model) && may_not_have_been (session) },
    { _("Make _Evidence of It…"), "diary.promote", mtr_pairing_model_can_write (model) },
    { _("Draft a _Learning Note"), "diary.note", mtr_filled_form_page_can_draft (model) },
    { _("_Remove"), "diary.remove", mtr_pairing_model_can_write (model) },
  };
  GMenu *menu = g_menu_new ();
  g_autofree char *target = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (session));
  g_autoptr (GMenu) not_held_menu = mtr_diary_actions_make_not_held (model, session, "diary.not-held");

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].title, NULL);

      if (!items[i].shown)
        continue;
      g_menu_item_set_action_and_target (item, items[i].action, "s", target);
      g_menu_append_item (menu, item);
    }
  if (not_held_menu != NULL)
    g_menu_append_section (menu, _("Did not happen"), G_MENU_MODEL (not_held_menu));

  return menu;
}
