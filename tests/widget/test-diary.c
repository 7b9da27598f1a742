/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diary in a window: what its verbs do to the store, and what undo brings back. */

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-own-pairings.h"
#include "mtr-pairing-view.h"
#include "mtr-private-note-page.h"
#include "mtr-promote-page.h"
#include "mtr-quick-entry.h"
#include "mtr-session.h"
#include "mtr-test-diary.h"
#include "mtr-test-window.h"

#include <string.h>

#define MENTEE "Amara"

static MtrApplication *application;

static MtrRecord *
load_session (MtrWindow *window,
              gint64     id)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_test_get_store (window), MTR_SCOPE_RECORD, MTR_KIND_SESSION, id,
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
  gint64 n_sessions = mtr_test_count (window, MTR_KIND_SESSION);
  gint64 n_answers = mtr_test_count (window, MTR_KIND_SESSION_ANSWER);
  gint64 n_topics = mtr_test_count (window, MTR_KIND_SESSION_TOPIC);
  g_autoptr (MtrRecord) before = load_session (window, id);
  g_autoptr (MtrRecord) gone = NULL;
  g_autoptr (MtrRecord) back = NULL;

  act (window, page, "diary.remove", id);
  gone = load_session (window, id);
  g_assert_null (gone);
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION), ==, n_sessions - 1);

  mtr_test_undo (window);
  back = load_session (window, id);
  g_assert_nonnull (back);
  for (int field = MTR_SESSION_PAIRING_ID; field <= MTR_SESSION_PRIVATE_NOTE; field++)
    g_assert_true (mtr_record_equal_field (before, back, field));
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION), ==, n_sessions);
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION_ANSWER), ==, n_answers);
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION_TOPIC), ==, n_topics);
  mtr_test_window_close (window);
}

static guint
count_rows (GtkWidget *list)
{
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows += ADW_IS_ACTION_ROW (row);

  return n_rows;
}

/* However long a diary is, so many rows are drawn; the older ones come a step at a time, and the focus with them. */
static void
test_diary_older (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  gint64 pairing_id = mtr_test_find_pairing (window, MENTEE);
  g_autoptr (MtrChange) change = mtr_change_new ("many");
  g_autoptr (GError) error = NULL;
  GtkWidget *list, *button, *row, *focus;
  MtrPage *page;
  GDate day;

  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 2020);
  for (guint i = 0; i < 200; i++)
    {
      MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, mtr_store_new_id (mtr_test_get_store (window)));
      g_autofree char *held_on = mtr_date_to_iso (&day);

      mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, pairing_id);
      mtr_record_set_text (session, MTR_SESSION_HELD_ON, held_on);
      mtr_record_set_text (session, MTR_SESSION_STATE, MTR_SESSION_STATE_HELD);
      mtr_change_insert (change, session);
      g_date_add_days (&day, 7);
    }
  mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);

  page = mtr_test_diary_open (window, MENTEE);
  row = mtr_test_find_widget (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Fri 30 Oct");
  g_assert_nonnull (row);
  list = gtk_widget_get_parent (row);
  g_assert_cmpuint (count_rows (list), ==, 30);

  button = mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Show 50 of");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  mtr_test_window_settle (window);
  g_assert_cmpuint (count_rows (list), ==, 80);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus != NULL && gtk_widget_get_parent (focus) == list);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)), ==, 30);
  mtr_test_window_close (window);
}

/* Who reads it is a button, and what it opens is seen and closes again. */
static void
test_diary_who_reads (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 400, 900);
  MtrPage *page = mtr_test_diary_open (window, MENTEE);
  GtkWidget *bin = mtr_test_find_widget (GTK_WIDGET (page), MTR_TYPE_AUDIENCE_BUTTON, NULL);
  GtkWidget *button = bin != NULL ? mtr_test_find_widget (bin, GTK_TYPE_BUTTON, NULL) : NULL;
  GtkWidget *popover, *focus;

  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  mtr_test_window_settle (window);
  popover = gtk_widget_get_last_child (bin);
  g_assert_true (GTK_IS_POPOVER (popover));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus == gtk_popover_get_child (GTK_POPOVER (popover)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "You and Amara Whitlock\n"
                                       "Now: the people of this pairing, within the limits that were agreed.\n"
                                       "Later: still only they.\n"
                                       "It is never in the portfolio, never in a report, and the line manager never sees it.");
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_cmpint (gtk_widget_get_height (popover), >, 100);
  gtk_popover_popdown (GTK_POPOVER (popover));
  mtr_test_window_settle (window);
  g_assert_false (gtk_widget_get_mapped (popover));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == button);
  mtr_test_window_close (window);
}

/* Nothing is in the store until something is typed; then it is unfinished, and kept. */
static void
test_diary_quick_entry (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrPage *page = mtr_test_diary_open (window, MENTEE);
  gint64 n_sessions = mtr_test_count (window, MTR_KIND_SESSION);
  GtkWidget *focus;

  g_assert_true (mtr_page_command (page, "write-session"));
  mtr_test_window_settle (window);
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION), ==, n_sessions);

  /* The cursor stands in the next step, whatever else there is to fill in. */
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Bring the kestrelplan");
  mtr_test_save (window);

  {
    g_autoptr (GPtrArray) hits = mtr_store_search (mtr_test_get_store (window), "kestrelplan", 10, FALSE, NULL);

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
  gint64 n_sessions = mtr_test_count (window, MTR_KIND_SESSION);

  mtr_test_show_diary_ended (window);
  mtr_test_window_settle (window);
  mtr_page_command (mtr_window_get_page (window), "write-session");
  mtr_test_window_settle (window);
  mtr_programme_save_now (mtr_window_get_programme (window));
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION), ==, n_sessions);
  mtr_test_window_close (window);
}

/* Who writes from Today means a pairing of their own, although somebody else's session comes sooner. */
static void
test_diary_own_pairing (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  gint64 pairing_id = mtr_own_pairings_find_to_write (programme);
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
      mtr_test_save (window);
      g_signal_handlers_disconnect_by_data (buffer, &n_changes);
      gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
      g_assert_cmpint (gtk_text_iter_get_offset (&place), ==, 2);
      g_assert_cmpuint (n_changes, ==, 0);
    }
  mtr_test_window_close (window);
}

/* The height in pixels of the first line that is said about a field, or −1 where none says anything. */
static int
measure_problem (GtkWidget *root)
{
  int height = -1;

  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, "field-problem"))
    return *gtk_label_get_text (GTK_LABEL (root)) != '\0' && gtk_widget_get_mapped (root) ? gtk_widget_get_height (root) : -1;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && height < 0;
       child = gtk_widget_get_next_sibling (child))
    height = measure_problem (child);

  return height;
}

/* A day that there is not: it is said where it was typed, in letters that can be seen. */
static void
test_diary_no_such_day (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkWidget *entry;

  mtr_test_show_session (window);
  g_assert_cmpint (measure_problem (GTK_WIDGET (window)), ==, -1);
  entry = mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Friday 30 October 2026, 10:00");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "31 November");
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  mtr_test_window_settle (window);
  g_assert_cmpint (measure_problem (GTK_WIDGET (window)), >=, 10);
  mtr_test_window_close (window);
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *key)
{
  const char *own = g_object_get_data (G_OBJECT (root), "key");

  if (ADW_IS_ACTION_ROW (root) && g_strcmp0 (own, key) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const char *
get_subtitle (MtrWindow *window,
              gint64     id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  GtkWidget *row = find_row (GTK_WIDGET (window), key);

  g_assert_nonnull (row);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* The reply stands apart from the feedback, and is kept with the session. */
static void
test_diary_reply (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  gint64 id = mtr_test_diary_find (window, MENTEE, "held", 0);
  g_autoptr (MtrRecord) before = load_session (window, id);
  g_autoptr (MtrRecord) after = NULL;
  GtkWidget *box, *row;

  mtr_test_diary_open (window, MENTEE);
  mtr_window_go_to (window, mtr_test_find_pairing (window, MENTEE), MTR_KIND_SESSION, id, MTR_SESSION_FEEDBACK_REPLY);
  mtr_test_window_settle (window);
  box = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_TEXT_VIEW (box));
  row = gtk_widget_get_ancestor (box, MTR_TYPE_FIELD_ROW);
  g_assert_cmpint (mtr_field_row_get_field (MTR_FIELD_ROW (row)), ==, MTR_SESSION_FEEDBACK_REPLY);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (box)), "I had not heard it that way.", -1);
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  after = load_session (window, id);
  g_assert_cmpstr (mtr_record_get_text (after, MTR_SESSION_FEEDBACK_REPLY), ==, "I had not heard it that way.");
  g_assert_cmpstr (mtr_record_get_text (after, MTR_SESSION_FEEDBACK_SEEN), ==,
                   mtr_record_get_text (before, MTR_SESSION_FEEDBACK_SEEN));
  mtr_test_window_close (window);
}

/* A session that became evidence says as what; its copy stays when the session goes, and undo brings the mark back. */
static void
test_diary_star (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  gint64 id = mtr_test_diary_find (window, MENTEE, "held", 0);
  gint64 n_evidence = mtr_test_count (window, MTR_KIND_EVIDENCE);
  GtkWidget *page;

  mtr_test_show_promote (window);
  mtr_test_window_settle (window);
  page = GTK_WIDGET (mtr_window_get_page (window));
  g_assert_true (MTR_IS_PROMOTE_PAGE (page));
  gtk_editable_set_text (GTK_EDITABLE (mtr_test_find_widget (page, GTK_TYPE_ENTRY, NULL)), "What I do with silence");
  mtr_test_press (window, "Add as E13");
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_EVIDENCE), ==, n_evidence + 1);
  mtr_test_diary_open (window, MENTEE);
  g_assert_true (g_str_has_suffix (get_subtitle (window, id), " · in the portfolio as E13"));

  act (window, mtr_test_diary_open (window, MENTEE), "diary.remove", id);
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_EVIDENCE), ==, n_evidence + 1);
  mtr_test_undo (window);
  g_assert_true (g_str_has_suffix (get_subtitle (window, id), " · in the portfolio as E13"));

  /* Without the copy there is nothing to say. */
  mtr_test_undo (window);
  g_assert_null (strstr (get_subtitle (window, id), "in the portfolio"));
  mtr_test_window_close (window);
}

/* A private note that nobody looks at closes by itself, with what was typed. */
static void
test_diary_private_note_closes (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkWindow *other = GTK_WINDOW (gtk_window_new ());
  gint64 id = mtr_test_diary_find (window, MENTEE, "held", 0);
  g_autoptr (MtrRecord) session = NULL;
  guint seconds;
  MtrPage *page;

  mtr_test_show_private_note (window);
  mtr_test_window_settle (window);
  page = mtr_window_get_page (window);
  g_assert_true (MTR_IS_PRIVATE_NOTE_PAGE (page));
  g_object_get (page, "away-seconds", &seconds, NULL);
  g_assert_cmpuint (seconds, ==, 60);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (mtr_test_find_widget (GTK_WIDGET (page),
                                                                                          GTK_TYPE_TEXT_VIEW, NULL))),
                            "The kestrel again.", -1);
  g_object_set (page, "away-seconds", 1, NULL);
  gtk_window_present (other);
  for (int i = 0; i < 40 && mtr_window_get_page (window) == page; i++)
    mtr_test_window_settle (window);
  g_assert_false (MTR_IS_PRIVATE_NOTE_PAGE (mtr_window_get_page (window)));
  mtr_programme_save_now (mtr_window_get_programme (window));
  session = load_session (window, id);
  g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_PRIVATE_NOTE), ==, "The kestrel again.");
  gtk_window_destroy (other);
  mtr_test_window_close (window);
}

static GtkWidget *
find_drop_down (GtkWidget  *root,
                const char *selected)
{
  if (GTK_IS_DROP_DOWN (root) && GTK_IS_STRING_OBJECT (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (root))) &&
      g_str_equal (gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (root))), selected))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_drop_down (child, selected);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Before the agreement it is asked once whether it was a first meeting; either answer is taken. */
static void
test_diary_not_agreed (void)
{
  static const struct {
    const char *answer;
    const char *kind;
  } rows[] = {
    { "First meeting", "first-meeting" },
    { "Keep", "mentoring" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
      g_autoptr (MtrRecord) session = NULL;
      GtkWidget *card;

      g_assert_true (mtr_page_command (mtr_test_diary_open (window, "Sorrel"), "write-session"));
      mtr_test_window_settle (window);
      card = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_QUICK_ENTRY, NULL);
      g_assert_nonnull (card);
      gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), "Read the agreement");
      gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop_down (card, "First meeting")), 0);
      mtr_test_press (window, "Done");
      g_assert_nonnull (mtr_test_find_widget (card, GTK_TYPE_LABEL, "Not agreed yet: call it a first meeting?"));
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_root_get_focus (GTK_ROOT (window)))), ==, "First meeting");
      mtr_test_press (window, rows[i].answer);
      g_assert_null (mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_QUICK_ENTRY, NULL));
      session = load_session (window, mtr_test_diary_find (window, "Sorrel", "held", 0));
      g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_KIND), ==, rows[i].kind);
      g_assert_cmpstr (mtr_record_get_text (session, MTR_SESSION_NEXT_STEP), ==, "Read the agreement");
      mtr_test_window_close (window);
    }
}

static GtkWidget *
find_chip (GtkWidget  *root,
           const char *name)
{
  GtkWidget *label = mtr_test_find_widget (root, GTK_TYPE_LABEL, name);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON);
}

/* In a group everybody is ticked; who is not, was not there. */
static void
test_diary_group (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  g_autoptr (MtrPairingModel) kiran = mtr_pairing_model_new (mtr_window_get_programme (window),
                                                             mtr_test_find_pairing (window, "Kiran"));
  MtrChange *change = mtr_change_new ("join");
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, mtr_store_new_id (mtr_test_get_store (window)));
  gint64 n_attendees = mtr_test_count (window, MTR_KIND_SESSION_ATTENDEE);
  GtkWidget *card;
  GtkWidget *chip;

  mtr_test_window_settle (window);
  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, mtr_test_find_pairing (window, MENTEE));
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, mtr_record_get_id (mtr_pairing_model_get_mentee (kiran)));
  mtr_record_set_text (member, MTR_MEMBER_ROLE, "mentee");
  mtr_record_set_text (member, MTR_MEMBER_JOINED_ON, "2026-11-01");
  mtr_change_insert (change, member);
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);

  mtr_page_command (mtr_test_diary_open (window, MENTEE), "write-session");
  mtr_test_window_settle (window);
  card = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_QUICK_ENTRY, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_chip (card, "Amara"))));
  chip = find_chip (card, "Kiran");
  g_assert_nonnull (chip);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (chip)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (chip), FALSE);
  mtr_test_window_settle (window);
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window))), "Bring the kestrelplan");
  mtr_test_save (window);
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION_ATTENDEE), ==, n_attendees + 1);

  mtr_test_press (window, "Mark all");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (chip)));
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION_ATTENDEE), ==, n_attendees + 2);
  mtr_test_window_close (window);
}

/* A file that somebody else has open is read. */
static void
test_diary_read_only (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1100, 900);
  MtrPage *page = mtr_test_diary_open (window, MENTEE);
  gint64 n_sessions = mtr_test_count (window, MTR_KIND_SESSION);

  g_assert_true (mtr_programme_is_read_only (mtr_window_get_programme (window)));
  g_assert_null (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Write a session"));
  g_assert_null (mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL));
  mtr_page_command (page, "write-session");
  act (window, page, "diary.remove", mtr_test_diary_find (window, MENTEE, "held", 0));
  g_assert_cmpint (mtr_test_count (window, MTR_KIND_SESSION), ==, n_sessions);
  mtr_test_show_session (window);
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, NULL));
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
  g_test_add_func ("/app/diary/older", test_diary_older);
  g_test_add_func ("/app/diary/who-reads", test_diary_who_reads);
  g_test_add_func ("/app/diary/quick-entry", test_diary_quick_entry);
  g_test_add_func ("/app/diary/did-not-happen", test_diary_did_not_happen);
  g_test_add_func ("/app/diary/ended", test_diary_ended);
  g_test_add_func ("/app/diary/own-pairing", test_diary_own_pairing);
  g_test_add_func ("/app/diary/cursor-stays", test_diary_cursor_stays);
  g_test_add_func ("/app/diary/no-such-day", test_diary_no_such_day);
  g_test_add_func ("/app/diary/reply", test_diary_reply);
  g_test_add_func ("/app/diary/star", test_diary_star);
  g_test_add_func ("/app/diary/private-note-closes", test_diary_private_note_closes);
  g_test_add_func ("/app/diary/not-agreed", test_diary_not_agreed);
  g_test_add_func ("/app/diary/group", test_diary_group);
  g_test_add_func ("/app/diary/read-only", test_diary_read_only);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
