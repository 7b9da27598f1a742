/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library in a window: guides that print, and what mentors ask themselves more than once. */

#include "mtr-field-row.h"
#include "mtr-library-page.h"
#include "mtr-preview.h"
#include "mtr-session-page.h"
#include "mtr-reading-page.h"
#include "mtr-test-tools.h"

static MtrApplication *application;

static void
assert_preview (MtrWindow *window)
{
  MtrPreview *preview;

  mtr_test_window_settle (window);
  preview = MTR_PREVIEW (mtr_test_find_other_window (window));
  g_assert_nonnull (preview);
  g_assert_cmpuint (mtr_preview_get_n_pages (preview), >, 0);
  gtk_window_close (GTK_WINDOW (preview));
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find_other_window (window));
}

/* The guide says what the role does, does not, and how; and it is printed from where it is read. */
static void
test_guide (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);

  mtr_test_show_role (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Observing"));
  mtr_test_show_guide_preview (window);
  assert_preview (window);
  mtr_test_window_close (window);
}

static void
test_reading (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);

  mtr_test_show_stage (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Being told what already works."));
  mtr_test_show_further_reading (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Further reading"));
  mtr_test_window_close (window);
}

/* An answer of another day stays as it was, and the page shows what has moved. */
static void
test_checklist_over_time (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkWidget *row;
  guint before;

  mtr_test_show_checklist (window);
  mtr_test_window_settle (window);
  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Not yet (12 Mar 2026) → Yes (4 Sep 2026)");

  before = mtr_test_count (window, MTR_KIND_CHECKLIST_ANSWER);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "4 September 2026"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "12 March 2026"));
  mtr_test_write (window, "What I will do", "Still so.");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_CHECKLIST_ANSWER), ==, before + 1);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Answered on 21 November 2026."));

  /* Opened again on the same day it goes on where it was. */
  mtr_test_open_in_library (window, "The mentor’s checklist");
  mtr_test_open_row (window, NULL);
  mtr_test_write (window, "What I will do", "Still so, and better.");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_CHECKLIST_ANSWER), ==, before + 1);
  mtr_test_window_close (window);
}

static void
test_own_questions (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
  g_autoptr (GPtrArray) answers = NULL;

  mtr_test_show_own_questions (window);
  mtr_test_open_row (window, "Did I say which hat");
  mtr_test_write (window, "Answer", "Not on Tuesday.");
  answers = mtr_test_list_records (window, MTR_KIND_REFLECTION);
  g_assert_cmpuint (answers->len, ==, 1);
  g_assert_true (mtr_record_text_is (g_ptr_array_index (answers, 0), MTR_REFLECTION_TEXT, "Not on Tuesday."));
  g_assert_true (mtr_record_text_is (g_ptr_array_index (answers, 0), MTR_REFLECTION_QUESTION, "two-hats"));
  g_assert_true (mtr_record_text_is (g_ptr_array_index (answers, 0), MTR_REFLECTION_ANSWERED_ON, "2026-11-21"));

  /* Found again from a search. */
  mtr_window_show_place (window, "library");
  mtr_window_go_to (window, 0, MTR_KIND_REFLECTION, mtr_record_get_id (g_ptr_array_index (answers, 0)), MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Answered on 21 November 2026."));
  mtr_test_window_close (window);
}

/* What is always private has no button by which it could leave, and is kept apart. */
static void
test_private_tool (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  g_autoptr (GPtrArray) forms = NULL;

  mtr_test_fill_in (window, "Who I am at work");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Always private"));
  mtr_test_write (window, "What brought me to this work", "A Tuesday in Hull.");
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Share"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Add to the Portfolio"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Copy the Text"));

  forms = mtr_test_list_records (window, MTR_KIND_PRIVATE_FORM);
  g_assert_cmpuint (forms->len, ==, 1);
  g_assert_false (mtr_record_is_set (g_ptr_array_index (forms, 0), MTR_PRIVATE_FORM_PAIRING_ID));
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_FORM_RECORD), ==, 0);

  /* It is there again by its day, and from a search. */
  mtr_test_open_in_library (window, "Who I am at work");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "21 November 2026"));
  mtr_window_go_to (window, 0, MTR_KIND_PRIVATE_FORM, mtr_record_get_id (g_ptr_array_index (forms, 0)), MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "What brought me to this work"));
  mtr_test_window_close (window);
}

/* Private until it is shared; shared, it is a copy of its own, and undo takes it back. */
static void
test_share (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  guint before = mtr_test_count (window, MTR_KIND_FORM_RECORD);

  mtr_test_fill_in (window, "Important to me, important for me");
  mtr_test_press (window, "Share with");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_FORM_RECORD), ==, before);
  mtr_test_write (window, "What is important to me?", "A quiet morning.");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PRIVATE_FORM), ==, 1);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_FORM_RECORD), ==, before);
  mtr_test_press (window, "Share with");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_FORM_RECORD), ==, before + 1);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_FORM_ANSWER), ==, 1);
  g_assert_null (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "What is important to me?"));

  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_FORM_RECORD), ==, before);
  g_assert_nonnull (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "What is important to me?"));
  mtr_test_window_close (window);
}

/* Whoever gives it says whether a name goes with it; without one, none does. */
static void
test_without_a_name (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  g_autoptr (GPtrArray) forms = NULL;

  mtr_test_show_named_tool (window);
  mtr_test_press (window, "Share with");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Say first whether a name goes with it."));
  mtr_test_choose (window, "Given with a name", 2);
  mtr_test_write (window, "What should stay as it is?", "I am heard.");
  mtr_test_press (window, "Share with");
  forms = mtr_test_list_records (window, MTR_KIND_FORM_RECORD);
  g_assert_cmpuint (forms->len, ==, 1);
  g_assert_false (mtr_record_is_set (g_ptr_array_index (forms, 0), MTR_FORM_RECORD_PERSON_ID));
  g_assert_false (mtr_record_is_set (g_ptr_array_index (forms, 0), MTR_FORM_RECORD_GIVEN_BY));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Add to the Portfolio"));
  mtr_test_show_blank_form (window);
  assert_preview (window);
  mtr_test_window_close (window);
}

static void
test_evidence (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  guint before = mtr_test_count (window, MTR_KIND_EVIDENCE);
  g_autoptr (GPtrArray) items = NULL;

  mtr_test_fill_in (window, "My strengths");
  mtr_test_write (window, "When did it show", "On Monday.");
  mtr_test_press (window, "Add to the Portfolio");
  items = mtr_test_list_records (window, MTR_KIND_EVIDENCE);
  g_assert_cmpuint (items->len, ==, before + 1);
  mtr_test_window_close (window);
}

static void
test_note (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);

  mtr_test_show_note (window);
  mtr_test_write (window, "What did you learn?", "To wait.");
  mtr_test_press (window, "Copy the Text");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PRIVATE_FORM), ==, 1);
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Share"));
  mtr_test_press (window, "Remove This Form");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PRIVATE_FORM), ==, 0);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Fill In"));
  mtr_test_window_close (window);
}

/* Drafted from a session: a note of one's own that begins with what was written there. */
static void
test_drafted_note (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_SESSION);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (MtrPairingModel) model = NULL;
  MtrRecord *session;

  query.range_field = MTR_SESSION_HELD_ON;
  query.range_to = "2026-11-20";
  query.order_field = MTR_SESSION_HELD_ON;
  query.descending = TRUE;
  query.limit = 1;
  sessions = mtr_store_list_records (mtr_test_get_store (window), &query,
                                     MTR_READER_OWNER, NULL);
  session = g_ptr_array_index (sessions, 0);
  model = mtr_pairing_model_new (mtr_window_get_programme (window),
                                 mtr_record_get_number (session, MTR_SESSION_PAIRING_ID));
  mtr_window_push (window, mtr_session_page_new (model, mtr_record_get_id (session), MTR_SESSION_WRITE));
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Draft a learning note");
  g_assert_nonnull (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "What did you learn?"));

  notes = mtr_test_list_records (window, MTR_KIND_PRIVATE_FORM);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (mtr_record_text_is (g_ptr_array_index (notes, 0), MTR_PRIVATE_FORM_SOURCE_KIND, "session"));
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PRIVATE_FORM_ANSWER), >, 0);
  mtr_test_window_close (window);
}

/* A word that was added to the list of the file is taken off again. */
static void
test_own_words (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrRecord *word = mtr_record_new (MTR_KIND_SPELLING_WORD, mtr_programme_new_id (programme));
  MtrChange *change = mtr_change_new ("add a word");

  mtr_record_set_text (word, MTR_SPELLING_WORD_WORD, "Eastmoor");
  mtr_change_insert (change, word);
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
  mtr_window_push (window, mtr_library_page_new (programme));
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Words of your own");
  mtr_test_open_row (window, "Eastmoor");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_SPELLING_WORD), ==, 0);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "No words yet"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Eastmoor"));
  mtr_test_window_close (window);
}

/* A file with pairings of two schemes shows the library of either. */
static void
test_two_schemes (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrPack *other = mtr_pack_library_find (mtr_programme_get_library (programme), "support-worker", NULL);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *drop_down;
  guint position = 0;

  g_assert_nonnull (other);
  mtr_store_add_pack (mtr_programme_get_store (programme), other, &error);
  g_assert_no_error (error);
  mtr_window_push (window, mtr_library_page_new (programme));
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "6 Relationship-based practice supervision"));

  packs = mtr_programme_list_packs (programme);
  while (position < packs->len && !g_str_equal (mtr_pack_get_id (g_ptr_array_index (packs, position)), "support-worker"))
    position++;
  drop_down = mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "6 Relationship-based practice supervision"));
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_find (window, ADW_TYPE_ACTION_ROW, mtr_pack_get_title (other))));
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, mtr_pack_get_description (other)));
  mtr_test_window_close (window);
}

/* Presses a key where the focus is; @next gets the focus if the page itself does not answer, which is what is returned. */
static gboolean
press_key_towards (MtrWindow *window,
                   guint      key,
                   GtkWidget *next)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (mtr_window_get_page (window)));
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "reading") == 0)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stopped);
    }
  if (!stopped && next != NULL)
    gtk_widget_grab_focus (next);
  mtr_test_window_settle (window);

  return stopped;
}

static gboolean
press_key (MtrWindow *window,
           guint      key)
{
  return press_key_towards (window, key, NULL);
}

/* A text of several windows' height, and words after it that cannot have the focus, are read to the end by arrows. */
static void
test_reading_keys (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 800, 500);
  MtrPage *page = mtr_reading_page_new ("Long", "A long text");
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *scroller, *label;
  GtkAdjustment *adjustment;
  double before;
  guint n_pressed = 0;

  for (int i = 0; i < 400; i++)
    g_string_append (text, "One sentence and another one stand here. ");
  mtr_reading_page_add_text (MTR_READING_PAGE (page), text->str);
  for (int i = 0; i < 40; i++)
    mtr_reading_page_add_section (MTR_READING_PAGE (page), "What follows", (const char *[]) { NULL });
  mtr_window_push (window, page);
  mtr_test_window_settle (window);
  label = mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_LABEL, "One sentence");
  scroller = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_true (gtk_widget_is_focus (mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_LABEL, "A long text")));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 3 * gtk_adjustment_get_page_size (adjustment));

  g_assert_true (press_key (window, GDK_KEY_Page_Down));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 100);
  g_assert_true (press_key (window, GDK_KEY_Page_Up));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 1);

  /* The focus goes on to the text, which is shown from where it begins. */
  g_assert_false (press_key_towards (window, GDK_KEY_Tab, label));
  g_assert_true (gtk_widget_is_focus (label));
  before = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (before, <, 200);
  g_assert_true (press_key (window, GDK_KEY_Down));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, before);
  while (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) <
           gtk_adjustment_get_upper (adjustment) - 1 && n_pressed++ < 400)
    press_key (window, GDK_KEY_Down);
  g_assert_cmpuint (n_pressed, <, 400);
  g_assert_true (gtk_widget_is_focus (label));
  mtr_test_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  application = mtr_test_application_new ();

  g_test_add_func ("/widget/library/guide", test_guide);
  g_test_add_func ("/widget/library/reading", test_reading);
  g_test_add_func ("/widget/library/checklist-over-time", test_checklist_over_time);
  g_test_add_func ("/widget/library/own-questions", test_own_questions);
  g_test_add_func ("/widget/library/two-schemes", test_two_schemes);
  g_test_add_func ("/widget/library/own-words", test_own_words);
  g_test_add_func ("/widget/tools/private", test_private_tool);
  g_test_add_func ("/widget/tools/share", test_share);
  g_test_add_func ("/widget/tools/without-a-name", test_without_a_name);
  g_test_add_func ("/widget/tools/evidence", test_evidence);
  g_test_add_func ("/widget/tools/note", test_note);
  g_test_add_func ("/widget/tools/drafted-note", test_drafted_note);
  g_test_add_func ("/widget/tools/reading-keys", test_reading_keys);

  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
