/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view “Pairing” in a window: what it shows in each state, what its verbs
 * do to the store, and what they refuse.
 */

#include "mtr-agreement-page.h"
#include "mtr-agreement.h"
#include "mtr-asked-group.h"
#include "mtr-eligibility-page.h"
#include "mtr-entry-row.h"
#include "mtr-field-row.h"
#include "mtr-meeting-page.h"
#include "mtr-overview-page.h"
#include "mtr-pairing-move-page.h"
#include "mtr-pairing-view.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-requirement-way.h"
#include "mtr-role-page.h"
#include "mtr-signature.h"
#include "mtr-test-pairing.h"
#include "mtr-tick-row.h"

static MtrApplication *application;

static MtrWindow *
open_pairing (const char *mentee)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);

  mtr_test_open_pairing (window, mentee);

  return window;
}

static void
assert_pairing (MtrWindow  *window,
                const char *mentee,
                MtrField    field,
                const char *text)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_load_pairing (window, mentee);
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, mtr_test_find_pairing (window, mentee));

  g_assert_cmpstr (mtr_record_get_text (pairing, field), ==, text);
}

static void
test_active (void)
{
  MtrWindow *window = open_pairing ("Amara");

  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                   "Active since 19 December 2025. Next meeting Thursday 26 November"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Plan another"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Delroy Ashcombe"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "3 rules, and all are met"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Version 2, signed by both on 3 July 2026"));
  gtk_test_accessible_assert_property (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Oonagh Petrie"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Oonagh Petrie. Mentor. Supports and assesses. Does not manage, does not take "
                                       "over cases");
  mtr_test_window_close (window);
}

static void
test_life (void)
{
  MtrWindow *window = open_pairing ("Sorrel");

  mtr_test_press (window, "Start with a first meeting");
  assert_pairing (window, "Sorrel", MTR_PAIRING_STATE, "induction");
  assert_pairing (window, "Sorrel", MTR_PAIRING_STARTED_ON, "2026-11-21");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Write the agreement"));
  mtr_test_undo (window);
  assert_pairing (window, "Sorrel", MTR_PAIRING_STATE, "proposed");

  mtr_test_open_row (window, "End this pairing");
  g_assert_true (MTR_IS_PAIRING_MOVE_PAGE (mtr_window_get_page (window)));
  mtr_entry_row_set_text (MTR_ENTRY_ROW (mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "Last day")), "31 Feb");
  mtr_test_press (window, "End");
  assert_pairing (window, "Sorrel", MTR_PAIRING_STATE, "proposed");
  mtr_entry_row_set_text (MTR_ENTRY_ROW (mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "Last day")), "yesterday");
  mtr_test_write (window, "Why?", "We had nothing to say to each other, kindly.");
  mtr_test_press (window, "End on 20 November 2026");
  g_assert_true (MTR_IS_PAIRING_VIEW (mtr_window_get_page (window)));
  assert_pairing (window, "Sorrel", MTR_PAIRING_STATE, "ended");
  assert_pairing (window, "Sorrel", MTR_PAIRING_ENDED_ON, "2026-11-20");
  assert_pairing (window, "Sorrel", MTR_PAIRING_ENDED_NEXT, "another-mentor");
  assert_pairing (window, "Sorrel", MTR_PAIRING_END_REASON, "We had nothing to say to each other, kindly.");
  /* Nothing can be added. */
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Add"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "End this"));
  mtr_test_window_close (window);
}

static void
test_pause (void)
{
  MtrWindow *window = open_pairing ("Amara");

  mtr_test_open_row (window, "Pause");
  mtr_test_press (window, "Pause from 21 November 2026");
  assert_pairing (window, "Amara", MTR_PAIRING_STATE, "paused");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Paused since 21 November 2026."));
  mtr_test_press (window, "Carry on");
  assert_pairing (window, "Amara", MTR_PAIRING_STATE, "active");
  assert_pairing (window, "Amara", MTR_PAIRING_PAUSED_ON, NULL);
  mtr_test_window_close (window);
}

static void
test_present (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  gint64 old = mtr_test_find_pairing (window, "Joss");
  gint64 present = mtr_test_find_pairing (window, "Kiran");
  g_autoptr (MtrSnapshot) snapshot = mtr_test_load_pairing (window, "Joss");
  MtrChange *change = mtr_change_new ("go on");
  MtrPage *page;

  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PORTFOLIO), >, 0);
  mtr_change_set_number (change, MTR_PORTFOLIO_PAIRING_ID,
                         mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_PORTFOLIO, 0)), present);
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_window_open_pairing (window, old);
  mtr_test_window_settle (window);
  mtr_test_press (window, "Go to the present pairing");
  page = mtr_window_get_page (window);
  g_assert_cmpint (mtr_pairing_model_get_id (mtr_pairing_view_get_model (MTR_PAIRING_VIEW (page))), ==, present);
  mtr_test_window_close (window);
}

static void
test_dual_role (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  GtkWidget *row;

  mtr_test_show_pairing_dual_role (window);
  mtr_test_window_settle (window);
  row = mtr_test_get (window, MTR_TYPE_FIELD_ROW, "Why the mentor");
  mtr_test_press (window, "Keep Oonagh Petrie");
  /* An empty reason moves the cursor to the box. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Write the reason here first."));
  mtr_test_write (window, "Why the mentor", "The other mentor is on leave until May.");
  mtr_test_press (window, "Keep Oonagh Petrie");
  assert_pairing (window, "Amara", MTR_PAIRING_DUAL_ROLE_REASON, "The other mentor is on leave until May.");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Not every rule is met"));
  mtr_test_open_row (window, "Not every rule is met");
  g_assert_true (MTR_IS_ELIGIBILITY_PAGE (mtr_window_get_page (window)));
  mtr_test_window_close (window);
}

static void
test_people (void)
{
  MtrWindow *window = open_pairing ("Sorrel");
  GtkDropDown *drop_down;

  mtr_test_open_row (window, "Others who may observe");
  g_assert_true (MTR_IS_ROLE_PAGE (mtr_window_get_page (window)));
  mtr_test_press (window, "Add");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Choose first who may observe."));
  drop_down = GTK_DROP_DOWN (mtr_test_get (window, GTK_TYPE_DROP_DOWN, NULL));
  gtk_drop_down_set_selected (drop_down, 1);
  mtr_entry_row_set_text (MTR_ENTRY_ROW (mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "Name of the new person")), "Peer F");
  mtr_test_press (window, "Add");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Peer F"));
  mtr_test_open_row (window, "Peer F");
  mtr_test_press (window, "Remove");
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Peer F"));
  mtr_test_undo (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Peer F"));
  mtr_test_window_close (window);

  /* The mentor of a pairing that has begun is not changed. */
  window = open_pairing ("Amara");
  mtr_test_open_row (window, "Oonagh Petrie");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                   "This pairing has begun, so another mentor is a new pairing."));
  g_assert_null (mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL));
  mtr_test_press (window, "End this pairing");
  g_assert_true (MTR_IS_PAIRING_MOVE_PAGE (mtr_window_get_page (window)));
  mtr_test_window_close (window);
}

/* Every commitment of the pack is ticked by itself. */
static guint
tick_all (GtkWidget *root)
{
  guint n_ticked = 0;

  if (MTR_IS_TICK_ROW (root))
    {
      adw_action_row_activate (ADW_ACTION_ROW (root));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_ticked += tick_all (child);

  return n_ticked;
}

static void
tick_commitments (MtrWindow *window)
{
  g_assert_cmpuint (tick_all (GTK_WIDGET (mtr_window_get_page (window))), ==, 5);
  mtr_test_window_settle (window);
}

/* They are there, and nobody can change them any more. */
static void
assert_sealed_commitments (MtrWindow   *window,
                           MtrSnapshot *snapshot,
                           MtrRecord   *agreement)
{
  g_autoptr (GPtrArray) commitments = mtr_snapshot_list_where (snapshot, MTR_KIND_COMMITMENT, MTR_COMMITMENT_AGREEMENT_ID,
                                                               mtr_record_get_id (agreement));
  g_autoptr (MtrChange) change = mtr_change_new ("untick");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (commitments->len, ==, 5);
  for (guint i = 0; i < commitments->len; i++)
    g_assert_cmpint (mtr_record_get_number (g_ptr_array_index (commitments, i), MTR_COMMITMENT_TICKED), ==, 1);
  mtr_change_clear (change, MTR_COMMITMENT_TICKED, mtr_record_get_id (g_ptr_array_index (commitments, 0)));
  g_assert_false (mtr_store_apply (mtr_test_get_store (window), change, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_SEALED);
}

static void
test_agreement (void)
{
  MtrWindow *window = open_pairing ("Sorrel");
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *agreement;

  mtr_test_open_row (window, "Version 1, not signed yet");
  g_assert_true (MTR_IS_AGREEMENT_PAGE (mtr_window_get_page (window)));
  mtr_test_open_row (window, "Sorrel Adjei");
  /* What is missing is said, and the cursor is there. */
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "“What does not stay between us, and why” is still empty."));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         mtr_test_get (window, MTR_TYPE_FIELD_ROW, "What does not stay")));
  mtr_test_write (window, "What does not stay", "Danger to anybody.");
  mtr_test_open_row (window, "Sorrel Adjei");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (mtr_test_get (window, MTR_TYPE_TICK_ROW,
                                                                              "I bring the agenda"))),
                   ==, "Read this together and tick it, or write in a note what you agreed instead.");
  tick_commitments (window);
  mtr_test_open_row (window, "Sorrel Adjei");
  mtr_test_answer (window, "Sorrel Adjei", "accept");
  g_assert_null (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "What does not stay"));
  mtr_test_press (window, "Take the Signature Back");
  g_assert_nonnull (mtr_test_find (window, MTR_TYPE_FIELD_ROW, "What does not stay"));
  mtr_test_open_row (window, "Sorrel Adjei");
  mtr_test_answer (window, "Sorrel Adjei", "accept");
  mtr_test_open_row (window, "Gethin Marwood");
  mtr_test_answer (window, "Gethin Marwood", "accept");

  snapshot = mtr_test_load_pairing (window, "Sorrel");
  agreement = mtr_agreement_find_signed (snapshot, mtr_test_find_pairing (window, "Sorrel"));
  g_assert_nonnull (agreement);
  g_assert_true (mtr_record_is_set (agreement, MTR_AGREEMENT_SEALED_AT));
  g_assert_cmpstr (mtr_record_get_text (agreement, MTR_AGREEMENT_LIMITS), ==, "Danger to anybody.");
  /* The owner of the sample is neither of the two. */
  g_assert_cmpstr (mtr_record_get_text (agreement, MTR_AGREEMENT_MENTEE_SIGNED_HOW), ==, MTR_SIGNED_IN_PERSON);
  assert_sealed_commitments (window, snapshot, agreement);

  mtr_test_press (window, "Agree anew");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "The same words as in version 1 so far."));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         mtr_test_get (window, MTR_TYPE_FIELD_ROW, "What stays between us")));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Version 2, not signed yet"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Changed. Version 1 said:"));
  mtr_test_write (window, "What does not stay", "Danger to anybody, and breaking the law.");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Changed. Version 1 said:"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                   "Different from version 1: “What does not stay between us, and why”."));
  /* The commitments are read again. */
  mtr_test_open_row (window, "Sorrel Adjei");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         mtr_test_get (window, MTR_TYPE_TICK_ROW, "I bring the agenda")));
  mtr_test_open_row (window, "Version 1, signed by both");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "What does not stay"));
  mtr_test_window_close (window);
}

/* A first agreement is put in the file with the first thing typed in it, and can be signed at once. */
static void
test_first_agreement (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  g_autoptr (MtrSnapshot) before = mtr_test_load_pairing (window, "Sorrel");
  g_autoptr (MtrSnapshot) after = NULL;
  gint64 id = mtr_test_find_pairing (window, "Sorrel");
  MtrChange *change = mtr_change_new ("remove");

  mtr_change_delete (change, MTR_KIND_AGREEMENT, mtr_record_get_id (mtr_agreement_find_current (before, id)));
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_window_open_pairing (window, id);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "No agreement yet");
  /* Ticked before anything is written: the agreement is put in the file with it. */
  tick_commitments (window);
  mtr_test_write (window, "What stays between us", "What we say.");
  mtr_test_write (window, "What does not stay", "Danger to anybody.");
  mtr_test_write (window, "What the line manager receives", "Dates.");
  mtr_test_open_row (window, "Gethin Marwood");
  mtr_test_answer (window, "Gethin Marwood", "accept");
  mtr_test_open_row (window, "Sorrel Adjei");
  mtr_test_answer (window, "Sorrel Adjei", "accept");
  after = mtr_test_load_pairing (window, "Sorrel");
  g_assert_nonnull (mtr_agreement_find_signed (after, id));
  assert_sealed_commitments (window, after, mtr_agreement_find_signed (after, id));
  mtr_test_window_close (window);
}

/* Ctrl+Z in a box that nobody has touched leaves what stands in it. */
static void
test_undo_in_a_box (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = g_object_new (MTR_TYPE_ENTRY_ROW, NULL);
  GtkWidget *text;

  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (row))
    g_main_context_iteration (NULL, TRUE);
  text = mtr_test_find_widget (row, GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (text);
  mtr_entry_row_set_text (MTR_ENTRY_ROW (row), "Hillside");
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (mtr_entry_row_get_text (MTR_ENTRY_ROW (row)), ==, "Hillside");

  gtk_editable_insert_text (GTK_EDITABLE (text), " Team", -1, &(int) { 8 });
  mtr_entry_row_set_text (MTR_ENTRY_ROW (row), "Hillside Team");
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (mtr_entry_row_get_text (MTR_ENTRY_ROW (row)), ==, "Hillside");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_go_to (void)
{
  static const struct {
    MtrKind  kind;
    MtrField field;
    GType  (*type) (void);
  } rows[] = {
    { MTR_KIND_PAIRING, MTR_FIELD_NONE, mtr_pairing_view_get_type },
    { MTR_KIND_PAIRING, MTR_PAIRING_MENTOR_ID, mtr_role_page_get_type },
    { MTR_KIND_PAIRING, MTR_PAIRING_TALK_TO_ID, mtr_role_page_get_type },
    { MTR_KIND_PAIRING, MTR_PAIRING_EXCEPTION_REASON, mtr_eligibility_page_get_type },
    { MTR_KIND_PAIRING, MTR_PAIRING_SESSION_MINUTES, mtr_meeting_page_get_type },
    { MTR_KIND_PAIRING, MTR_PAIRING_ENDED_ON, mtr_pairing_move_page_get_type },
    { MTR_KIND_AGREEMENT, MTR_AGREEMENT_LIMITS, mtr_agreement_page_get_type },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 700, 700);
      gint64 id = mtr_test_find_pairing (window, "Sorrel");

      mtr_window_go_to (window, id, rows[i].kind, rows[i].kind == MTR_KIND_PAIRING ? id : 0, rows[i].field);
      mtr_test_window_settle (window);
      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (mtr_window_get_page (window), rows[i].type ()));
      if (rows[i].field == MTR_AGREEMENT_LIMITS)
        g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                               mtr_test_get (window, MTR_TYPE_FIELD_ROW, "What does not stay")));
      mtr_test_window_close (window);
    }
}

/* What the two have answered in the tool about their relationship is offered in the agreement, and taken over as text. */
static void
test_take_over (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  gint64 id = mtr_test_find_pairing (window, "Sorrel");
  MtrRecord *form = mtr_record_new (MTR_KIND_FORM_RECORD, mtr_programme_new_id (programme));
  MtrRecord *answer = mtr_record_new (MTR_KIND_FORM_ANSWER, mtr_programme_new_id (programme));
  MtrChange *change = mtr_change_new ("fill in");
  g_autoptr (MtrSnapshot) snapshot = NULL;
  const char *text;

  mtr_record_set_number (form, MTR_FORM_RECORD_PAIRING_ID, id);
  mtr_record_set_text (form, MTR_FORM_RECORD_FORM, "supervision-relationship");
  mtr_record_set_text (form, MTR_FORM_RECORD_FILLED_ON, "2026-11-02");
  mtr_record_set_number (answer, MTR_FORM_ANSWER_FORM_RECORD_ID, mtr_record_get_id (form));
  mtr_record_set_text (answer, MTR_FORM_ANSWER_QUESTION, "before");
  mtr_record_set_text (answer, MTR_FORM_ANSWER_TEXT, "Being asked before being told.");
  mtr_change_insert (change, form);
  mtr_change_insert (change, answer);
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);

  mtr_window_go_to (window, id, MTR_KIND_AGREEMENT, 0, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Our working relationship");
  mtr_programme_save_now (programme);
  mtr_test_window_settle (window);
  snapshot = mtr_store_load (mtr_programme_get_store (programme), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, id, MTR_READER_OWNER,
                             NULL);
  text = mtr_record_get_text (mtr_agreement_find_current (snapshot, id), MTR_AGREEMENT_PRACTICALITIES);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "Being asked before being told."));
  mtr_test_window_close (window);
}

/* Whoever is to have another mentor is matched again from the pairing that has ended. */
static void
test_match_again (void)
{
  MtrWindow *window = open_pairing ("Sorrel");
  MtrProgramme *programme = mtr_window_get_programme (window);
  gint64 id = mtr_test_find_pairing (window, "Sorrel");
  MtrChange *change = mtr_change_new ("end");

  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Match again"));
  mtr_change_set_text (change, MTR_PAIRING_STATE, id, "ended");
  mtr_change_set_text (change, MTR_PAIRING_ENDED_ON, id, "2026-11-20");
  mtr_change_set_text (change, MTR_PAIRING_ENDED_NEXT, id, "another-mentor");
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Match again");
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (mtr_window_get_page (window)), ==, "MtrMatchingPage");
  mtr_test_window_close (window);
}

/* ---- What is still asked for ----------------------------------------------------------- */

static gint64
add_pairing (MtrWindow  *window,
             const char *pack)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, mtr_programme_new_id (programme));
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (programme));
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, mtr_programme_new_id (programme));
  MtrChange *change = mtr_change_new ("begin");
  gint64 id = mtr_record_get_id (pairing);
  g_autoptr (GPtrArray) packs = mtr_pack_library_get_packs (mtr_programme_get_library (programme));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (mtr_pack_get_id (g_ptr_array_index (packs, i)), pack))
      mtr_store_add_pack (mtr_programme_get_store (programme), g_ptr_array_index (packs, i), &error);
  g_assert_no_error (error);
  mtr_record_set_text (person, MTR_PERSON_NAME, "Mentee N");
  mtr_record_set_text (person, MTR_PERSON_REGISTERED_ON, "2024-07-01");
  mtr_record_set_text (pairing, MTR_PAIRING_PACK, pack);
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, "active");
  mtr_record_set_text (pairing, MTR_PAIRING_STARTED_ON, "2026-01-05");
  mtr_record_set_number (pairing, MTR_PAIRING_MENTOR_ID, mtr_programme_get_owner_id (programme));
  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, id);
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, mtr_record_get_id (person));
  mtr_record_set_text (member, MTR_MEMBER_ROLE, "mentee");
  mtr_change_insert (change, person);
  mtr_change_insert (change, pairing);
  mtr_change_insert (change, member);
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);

  return id;
}

static GPtrArray *
list_results (MtrWindow *window,
              gint64     pairing_id)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrPairingModel *model = mtr_pairing_view_get_model (MTR_PAIRING_VIEW (mtr_window_get_page (window)));
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (model);
  g_autoptr (MtrRecord) portfolio =
    mtr_portfolio_find_or_make_up (snapshot, mtr_pairing_model_get_pairing (model),
                                   mtr_pairing_get_mentee (snapshot, pairing_id));
  GDate today;

  mtr_programme_get_today (programme, &today);

  return mtr_requirement_check (mtr_pairing_model_get_pack (model), snapshot, portfolio,
                                mtr_programme_get_owner_id (programme), &today);
}

/* Whatever a scheme asks for has a verb that leads somewhere else than the page of the pairing. */
static void
test_asked (void)
{
  static const char * const packs[] = { "support-worker", "nqsw-scotland", "asye-adults", "pqs-adults" };

  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
      gint64 id = add_pairing (window, packs[i]);
      gboolean has_portfolio = g_str_equal (packs[i], "asye-adults") || g_str_equal (packs[i], "pqs-adults");
      guint n_results;

      mtr_window_open_pairing (window, id);
      mtr_test_window_settle (window);
      g_assert_true ((mtr_test_find (window, MTR_TYPE_ASKED_GROUP, NULL) == NULL) == has_portfolio);
      {
        g_autoptr (GPtrArray) results = list_results (window, id);

        n_results = results->len;
        g_assert_cmpuint (mtr_requirement_count_unmet (results), >, 4);
      }
      for (guint j = 0; j < n_results; j++)
        {
          g_autoptr (GPtrArray) results = list_results (window, id);
          const MtrRequirementResult *result = g_ptr_array_index (results, j);
          MtrPage *view = mtr_window_get_page (window);
          MtrPage *first = mtr_pairing_view_get_shown (MTR_PAIRING_VIEW (view));

          if (result->met)
            continue;
          g_assert_cmpstr (mtr_requirement_way_get_verb (result), !=, "");
          mtr_requirement_way_go (result, window, id);
          mtr_test_window_settle (window);
          if (mtr_window_get_page (window) == view && mtr_pairing_view_get_shown (MTR_PAIRING_VIEW (view)) == first)
            g_error ("%s: “%s” leads nowhere", packs[i], result->title);
          mtr_window_open_pairing (window, id);
          mtr_page_command (mtr_window_get_page (window), "show-1");
          mtr_test_window_settle (window);
        }
      mtr_test_window_close (window);
    }
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

  g_test_add_func ("/widget/overview/active", test_active);
  g_test_add_func ("/widget/overview/life", test_life);
  g_test_add_func ("/widget/overview/pause", test_pause);
  g_test_add_func ("/widget/overview/present", test_present);
  g_test_add_func ("/widget/overview/dual-role", test_dual_role);
  g_test_add_func ("/widget/overview/people", test_people);
  g_test_add_func ("/widget/overview/agreement", test_agreement);
  g_test_add_func ("/widget/overview/first-agreement", test_first_agreement);
  g_test_add_func ("/widget/overview/go-to", test_go_to);
  g_test_add_func ("/widget/overview/take-over", test_take_over);
  g_test_add_func ("/widget/overview/match-again", test_match_again);
  g_test_add_func ("/widget/overview/asked", test_asked);
  g_test_add_func ("/widget/overview/undo-in-a-box", test_undo_in_a_box);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
