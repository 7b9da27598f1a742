/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window with the sample to the pages of the diary. */

#include "mtr-test-diary.h"

#include "mtr-diary-page.h"
#include "mtr-session.h"

#define MENTEE "Amara"

/**
 * mtr_test_diary_open:
 * @window: a window with the sample
 * @mentee: the beginning of the name of a mentee
 *
 * Returns: (transfer none): the diary of their pairing, in front
 */
MtrPage *
mtr_test_diary_open (MtrWindow  *window,
                     const char *mentee)
{
  GtkWidget *diary;

  mtr_test_open_pairing (window, mentee);
  mtr_page_command (mtr_window_get_page (window), "show-2");
  mtr_test_window_settle (window);
  diary = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_DIARY_PAGE, NULL);
  g_assert_nonnull (diary);

  return MTR_PAGE (diary);
}

/**
 * mtr_test_diary_find:
 * @window: a window with the sample
 * @mentee: the beginning of the name of a mentee
 * @state: a state
 * @position: 0 for the latest session in that state, 1 for the one before it
 *
 * Returns: the id of the session
 */
gint64
mtr_test_diary_find (MtrWindow  *window,
                     const char *mentee,
                     const char *state,
                     guint       position)
{
  g_autoptr (GError) error = NULL;
  gint64 pairing_id = mtr_test_find_pairing (window, mentee);
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_test_get_store (window), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                                     pairing_id,
                                                     MTR_READER_OWNER, &error);
  g_autoptr (GPtrArray) sessions = NULL;

  g_assert_no_error (error);
  sessions = mtr_session_list_newest_first (snapshot, pairing_id);
  for (guint i = 0; i < sessions->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (sessions, i), MTR_SESSION_STATE, state) && position-- == 0)
      return mtr_record_get_id (g_ptr_array_index (sessions, i));
  g_assert_not_reached ();
}

static void
go_to (MtrWindow *window,
       MtrField   field)
{
  mtr_test_diary_open (window, MENTEE);
  mtr_window_go_to (window, mtr_test_find_pairing (window, MENTEE), MTR_KIND_SESSION,
                    mtr_test_diary_find (window, MENTEE, MTR_SESSION_STATE_HELD, 0), field);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_diary:
 * @window: a window with the sample
 */
void
mtr_test_show_diary (MtrWindow *window)
{
  mtr_test_diary_open (window, MENTEE);
}

/**
 * mtr_test_show_diary_empty:
 * @window: a window with the sample, whose first diary is emptied
 */
void
mtr_test_show_diary_empty (MtrWindow *window)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_SESSION);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("empty");
  g_autoptr (MtrSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  gint64 pairing_id = mtr_test_find_pairing (window, MENTEE);

  snapshot = mtr_store_load (mtr_test_get_store (window), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, pairing_id,
                             MTR_READER_OWNER,
                             &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_ACTION); i++)
    mtr_change_delete (change, MTR_KIND_ACTION, mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_ACTION, i)));
  sessions = mtr_store_list_records (mtr_test_get_store (window), &query, MTR_READER_LEAD, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    if (mtr_record_get_number (g_ptr_array_index (sessions, i), MTR_SESSION_PAIRING_ID) == pairing_id)
      mtr_change_delete (change, MTR_KIND_SESSION, mtr_record_get_id (g_ptr_array_index (sessions, i)));
  mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);
  mtr_test_diary_open (window, MENTEE);
}

/**
 * mtr_test_show_diary_ended:
 * @window: a window with the sample, whose first pairing ends
 */
void
mtr_test_show_diary_ended (MtrWindow *window)
{
  g_autoptr (MtrChange) change = mtr_change_new ("end");
  g_autoptr (GError) error = NULL;

  mtr_change_set_text (change, MTR_PAIRING_STATE, mtr_test_find_pairing (window, MENTEE), "ended");
  mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);
  go_to (window, MTR_FIELD_NONE);
}

/**
 * mtr_test_show_quick_entry:
 * @window: a window with the sample
 */
void
mtr_test_show_quick_entry (MtrWindow *window)
{
  mtr_page_command (mtr_test_diary_open (window, MENTEE), "write-session");
}

/**
 * mtr_test_show_plan_session:
 * @window: a window with the sample
 */
void
mtr_test_show_plan_session (MtrWindow *window)
{
  mtr_page_command (mtr_test_diary_open (window, MENTEE), "plan-session");
}

/**
 * mtr_test_show_session:
 * @window: a window with the sample
 */
void
mtr_test_show_session (MtrWindow *window)
{
  go_to (window, MTR_FIELD_NONE);
}

/**
 * mtr_test_show_misspelt:
 * @window: a window with the sample
 *
 * Writes a private note with mistakes, and goes to the first of them.
 */
void
mtr_test_show_misspelt (MtrWindow *window)
{
  GtkWidget *text;

  go_to (window, MTR_SESSION_PRIVATE_NOTE);
  text = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_TEXT_VIEW (text));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)),
                            "Amara’s mentee did not recieve the feedback on E07; PQS area 3, well-beeing and colour. "
                            "We seperately agreed teh next step with Qwertzu. See https://example.org/teh", -1);
  mtr_test_window_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-misspelt-word", NULL);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_deeper:
 * @window: a window with the sample
 */
void
mtr_test_show_deeper (MtrWindow *window)
{
  go_to (window, MTR_SESSION_KNOWLEDGE);
}

/**
 * mtr_test_show_worry:
 * @window: a window with the sample
 */
void
mtr_test_show_worry (MtrWindow *window)
{
  g_autoptr (MtrChange) change = mtr_change_new ("worry");
  g_autoptr (GError) error = NULL;

  mtr_change_set_text (change, MTR_SESSION_WELLBEING, mtr_test_diary_find (window, MENTEE, MTR_SESSION_STATE_HELD, 0),
                       "not-coping");
  mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);
  go_to (window, MTR_SESSION_WELLBEING_TEXT);
}

/**
 * mtr_test_show_private_note:
 * @window: a window with the sample
 */
void
mtr_test_show_private_note (MtrWindow *window)
{
  go_to (window, MTR_SESSION_PRIVATE_NOTE);
}

/**
 * mtr_test_show_promote:
 * @window: a window with the sample
 */
void
mtr_test_show_promote (MtrWindow *window)
{
  go_to (window, MTR_FIELD_NONE);
  mtr_page_command (mtr_window_get_page (window), "add-evidence");
}
