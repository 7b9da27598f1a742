/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diary in a window: what its verbs do to the store, and what undo brings back. */

#include "mtr-field-row.h"
#include "mtr-pairing-view.h"
#include "mtr-test-diary.h"
#include "mtr-test-window.h"

#define MENTEE "Amara"

static MtrApplication *application;

static MtrStore *
get_store (MtrWindow *window)
{
  return mtr_programme_get_store (mtr_window_get_programme (window));
}

static gint64
count (MtrWindow *window,
       MtrKind    kind)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  g_autoptr (GError) error = NULL;
  gint64 n = mtr_store_count (get_store (window), &query, &error);

  g_assert_no_error (error);

  return n;
}

static MtrRecord *
load_session (MtrWindow *window,
              gint64     id)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (get_store (window), MTR_SCOPE_RECORD, MTR_KIND_SESSION, id,
                                                     MTR_READER_OWNER, NULL);
  MtrRecord *session = snapshot != NULL ? mtr_snapshot_get (snapshot, MTR_KIND_SESSION, id) : NULL;

  return session != NULL ? g_object_ref (session) : NULL;
}

static void
act (MtrWindow  *window,
     MtrPage    *page,
     const char *action,
     gint64      id)
{
  g_autofree char *target = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  gtk_widget_activate_action (GTK_WIDGET (page), action, "s", target);
  mtr_test_window_settle (window);
}

/* A removed session goes with all that belongs to it, and undo brings all of it back. */
static void
test_diary_remove_and_undo (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrPage *page = mtr_test_diary_open (window, MENTEE);
  gint64 id = mtr_test_diary_find (window, MENTEE, "held", 0);
  gint64 n_sessions = count (window, MTR_KIND_SESSION);
  gint64 n_answers = count (window, MTR_KIND_SESSION_ANSWER);
  gint64 n_topics = count (window, MTR_KIND_SESSION_TOPIC);
  g_autoptr (MtrRecord) before = load_session (window, id);
  g_autoptr (MtrRecord) gone = NULL;
  g_autoptr (MtrRecord) back = NULL;

  act (window, page, "diary.remove", id);
  gone = load_session (window, id);
  g_assert_null (gone);
  g_assert_cmpint (count (window, MTR_KIND_SESSION), ==, n_sessions - 1);

  mtr_programme_undo (mtr_window_get_programme (window));
  mtr_test_window_settle (window);
  back = load_session (window, id);
  g_assert_nonnull (back);
  for (int field = MTR_SESSION_PAIRING_ID; field <= MTR_SESSION_PRIVATE_NOTE; field++)
    g_assert_true (mtr_record_equal_field (before, back, field));
  g_assert_cmpint (count (window, MTR_KIND_SESSION), ==, n_sessions);
  g_assert_cmpint (count (window, MTR_KIND_SESSION_ANSWER), ==, n_answers);
  g_assert_cmpint (count (window, MTR_KIND_SESSION_TOPIC), ==, n_topics);
  mtr_test_window_close (window);
}

/* Nothing is in the store until something is typed; then it is unfinished, and kept. */
static void
test_diary_quick_entry (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrPage *page = mtr_test_diary_open (window, MENTEE);
  gint64 n_sessions = count (window, MTR_KIND_SESSION);
  GtkWidget *focus;

  g_assert_true (mtr_page_command (page, "write-session"));
  mtr_test_window_settle (window);
  g_assert_cmpint (count (window, MTR_KIND_SESSION), ==, n_sessions);

  /* The cursor stands in the next step, whatever else there is to fill in. */
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Bring the kestrelplan");
  mtr_programme_save_now (mtr_window_get_programme (window));
  mtr_test_window_settle (window);

  {
    g_autoptr (GPtrArray) hits = mtr_store_search (get_store (window), "kestrelplan", 10, FALSE, NULL);

    g_assert_cmpuint (hits->len, ==, 1);
  }
  mtr_test_window_close (window);
}

/* A session that did not happen counts for nothing, and no reason is asked. */
static void
test_diary_did_not_happen (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrPage *page = mtr_test_diary_open (window, MENTEE);
  gint64 id = mtr_test_diary_find (window, MENTEE, "planned", 0);
  g_autofree char *target = g_strdup_printf ("%" G_GINT64_FORMAT " missed", id);
  g_autoptr (MtrRecord) session = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "diary.not-held", "s", target);
  mtr_test_window_settle (window);
  session = load_session (window, id);
  g_assert_nonnull (session);
  g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_STATE), ==, "missed");
  mtr_test_window_close (window);
}

/* An ended pairing is read, and nothing is added to it. */
static void
test_diary_ended (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  gint64 n_sessions = count (window, MTR_KIND_SESSION);

  mtr_test_show_diary_ended (window);
  mtr_test_window_settle (window);
  mtr_page_command (mtr_window_get_page (window), "write-session");
  mtr_test_window_settle (window);
  mtr_programme_save_now (mtr_window_get_programme (window));
  g_assert_cmpint (count (window, MTR_KIND_SESSION), ==, n_sessions);
  mtr_test_window_close (window);
}

/* Who writes from Today means a pairing of their own, although somebody else's session comes sooner. */
static void
test_diary_own_pairing (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  gint64 pairing_id = mtr_programme_find_pairing_to_write (programme);
  g_autoptr (MtrPairingModel) model = mtr_pairing_model_new (programme, pairing_id);

  g_assert_cmpint (pairing_id, !=, 0);
  g_assert_cmpint (mtr_record_get_id (mtr_pairing_model_get_mentor (model)), ==,
                   mtr_programme_get_owner_id (programme));
  g_assert_finalize_object (g_steal_pointer (&model));
  mtr_test_window_close (window);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* What was typed and saved is not filled in again under the cursor from what was loaded before. */
static void
test_diary_cursor_stays (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkTextBuffer *buffer;
  GtkTextIter place;
  guint n_changes = 0;

  mtr_test_show_private_note (window);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (window))));
  for (guint i = 0; i < 5; i++)
    {
      gtk_text_buffer_insert_at_cursor (buffer, "word ", -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &place, 2);
      gtk_text_buffer_place_cursor (buffer, &place);
      g_signal_connect_swapped (buffer, "changed", G_CALLBACK (count_cb), &n_changes);
      mtr_programme_save_now (mtr_window_get_programme (window));
      mtr_test_window_settle (window);
      g_signal_handlers_disconnect_by_data (buffer, &n_changes);
      gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
      g_assert_cmpint (gtk_text_iter_get_offset (&place), ==, 2);
      g_assert_cmpuint (n_changes, ==, 0);
    }
  mtr_test_window_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("MENTORING_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;

  application = mtr_test_application_new ();
  g_test_add_func ("/app/diary/remove-and-undo", test_diary_remove_and_undo);
  g_test_add_func ("/app/diary/quick-entry", test_diary_quick_entry);
  g_test_add_func ("/app/diary/did-not-happen", test_diary_did_not_happen);
  g_test_add_func ("/app/diary/ended", test_diary_ended);
  g_test_add_func ("/app/diary/own-pairing", test_diary_own_pairing);
  g_test_add_func ("/app/diary/cursor-stays", test_diary_cursor_stays);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
