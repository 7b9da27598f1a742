/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of observations in a window: what they show, what their verbs do
 * to the store, and what they refuse.
 */

#include "mtr-field-row.h"
#include "mtr-observation-page.h"
#include "mtr-observation.h"
#include "mtr-observe-note-row.h"
#include "mtr-observe-window.h"
#include "mtr-signature.h"
#include "mtr-test-observation.h"
#include "mtr-test-window.h"

#include <adwaita.h>

static MtrApplication *application;

static MtrWindow *
open_sample (void)
{
  return mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1100, 900);
}

static MtrWindow *
open_step (MtrObservationStep  step,
           gint64             *id)
{
  MtrWindow *window = open_sample ();

  *id = mtr_test_observation_reach (window, step);
  mtr_test_observation_open (window, "Kiran", *id);

  return window;
}

static const char *
get_status (MtrWindow *window)
{
  return mtr_programme_get_status (mtr_window_get_programme (window));
}

static gboolean
is_set (MtrWindow *window,
        gint64     id,
        MtrField   field)
{
  g_autoptr (MtrRecord) observation = mtr_test_observation_load (window, id);

  return mtr_record_is_set (observation, field);
}

/* ---- The list ------------------------------------------------------------- */

static void
test_list (void)
{
  MtrWindow *window = open_sample ();
  gint64 id = mtr_test_observation_find (window, "Kiran", MTR_OBSERVATION_STEP_SIGN);

  mtr_test_observation_open (window, "Kiran", id);
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Initial formative observation"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Direct observation 1 of 2"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Direct observation 2 of 2"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                   "Initial formative observation: 1 of 1. Direct observation: 1 of 2."));
  mtr_test_open_row (window, "Direct observation 2 of 2");
  g_assert_true (MTR_IS_OBSERVATION_PAGE (mtr_window_get_page (window)));
  mtr_test_window_close (window);
}

static void
test_empty (void)
{
  MtrWindow *window = open_sample ();
  guint n_before, n_after;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_OBSERVATION);
  MtrStore *store = mtr_test_get_store (window);

  mtr_window_open_pairing (window, mtr_test_find_pairing (window, "Sorrel"));
  mtr_page_command (mtr_window_get_page (window), "plan-observation");
  mtr_test_window_settle (window);
  g_assert_true (MTR_IS_OBSERVATION_PAGE (mtr_window_get_page (window)));
  /* Nothing is in the store before something is typed, and the pages below it say how many are asked for. */
  n_before = (guint) mtr_store_count (store, &query, NULL);
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                   "Three observations are asked for: one to begin with, which is for learning only, then two."));
  mtr_test_press (window, "Plan the first");
  n_after = (guint) mtr_store_count (store, &query, NULL);
  g_assert_cmpuint (n_before, ==, n_after);
  g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, "Initial formative observation · Sorrel Adjei");
  mtr_test_window_close (window);
}

/* ---- The steps ------------------------------------------------------------ */

static void
test_plan (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_PLAN, &id);

  mtr_test_press (window, "The plan is agreed");
  g_assert_true (is_set (window, id, MTR_OBSERVATION_PLAN_AGREED_ON));
  /* The next step has opened below. */
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_CHECK_BUTTON, "Said yes"));
  mtr_test_undo (window);
  g_assert_false (is_set (window, id, MTR_OBSERVATION_PLAN_AGREED_ON));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "The plan is agreed"));
  mtr_test_window_close (window);
}

static void
test_consent (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_CONSENT, &id);
  g_autoptr (MtrRecord) observation = NULL;

  mtr_test_press (window, "Go on");
  g_assert_cmpstr (get_status (window), ==, "Choose what the answer was.");
  g_signal_emit_by_name (mtr_test_get (window, GTK_TYPE_CHECK_BUTTON, "Said no"), "activate");
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Then it does not take place. No reason is needed"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Plan another"));
  observation = mtr_test_observation_load (window, id);
  g_assert_true (mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_REFUSED));
  g_assert_false (mtr_record_is_set (observation, MTR_OBSERVATION_CONSENT_WISHES));

  g_signal_emit_by_name (mtr_test_get (window, GTK_TYPE_CHECK_BUTTON, "Said yes"), "activate");
  mtr_test_window_settle (window);
  /* Asked today, and it was on 26 October: what is dated wrongly is refused where it stands. */
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Consent is dated after the observation (26 October"));
  mtr_test_window_close (window);
}

static void
test_observe (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_OBSERVE, &id);
  GtkWidget *observe;
  GtkWidget *row;
  GtkWidget *text;
  g_autoptr (MtrRecord) observation = NULL;

  mtr_test_press (window, "Observe");
  observe = mtr_test_find_other_window (window);
  g_assert_true (MTR_IS_OBSERVE_WINDOW (observe));
  g_assert_true (is_set (window, id, MTR_OBSERVATION_STARTED_TIME));

  text = gtk_root_get_focus (GTK_ROOT (observe));
  g_assert_true (GTK_IS_TEXT_VIEW (text));
  row = gtk_widget_get_ancestor (text, MTR_TYPE_OBSERVE_NOTE_ROW);
  g_assert_true (mtr_observe_note_row_is_blank (MTR_OBSERVE_NOTE_ROW (row)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Long pause, waits.", -1);
  gtk_widget_activate_action (observe, "observe.tag-area", "i", 6);
  mtr_test_window_settle (window);
  g_assert_true (mtr_test_find_widget (observe, GTK_TYPE_BUTTON, "6") != NULL);
  gtk_test_accessible_assert_property (mtr_test_find_widget (row, GTK_TYPE_BUTTON, "6"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Area 6, Relationship-based practice supervision");
  gtk_widget_activate_action (observe, "observe.tag-area", "i", 6);
  g_assert_null (mtr_test_find_widget (row, GTK_TYPE_BUTTON, "6"));

  g_signal_emit_by_name (row, "next");
  mtr_test_window_settle (window);
  g_assert_true (mtr_observe_note_row_is_stored (MTR_OBSERVE_NOTE_ROW (row)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (observe)) != text);

  gtk_widget_activate_action (observe, "observe.finish", NULL);
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find_other_window (window));
  observation = mtr_test_observation_load (window, id);
  g_assert_true (mtr_record_is_set (observation, MTR_OBSERVATION_OBSERVED_AT));
  g_assert_true (mtr_record_is_set (observation, MTR_OBSERVATION_ENDED_TIME));
  g_assert_true (g_str_has_prefix (get_status (window), "Finished at "));
  g_assert_true (g_str_has_suffix (get_status (window), " 5 notes. Ctrl+Z carries on"));
  /* The feedback has opened, with the notes beside it. */
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "My 5 notes"));
  mtr_test_undo (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Carry On Observing"));
  mtr_test_window_close (window);
}

static void
test_paper (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_OBSERVE, &id);

  mtr_test_press (window, "I wrote on paper");
  g_assert_true (is_set (window, id, MTR_OBSERVATION_OBSERVED_AT));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Pass to Kiran"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_PREFERENCES_ROW, "From"));
  mtr_test_window_close (window);
}

static void
test_feedback (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_FEEDBACK, &id);
  GtkWidget *row;

  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_PREFERENCES_ROW, "Judgement"));
  /* It has not been given on any day: the button says so, and the cursor goes there. */
  mtr_test_press (window, "Pass to Kiran");
  g_assert_false (is_set (window, id, MTR_OBSERVATION_FEEDBACK_PASSED_AT));
  g_assert_cmpstr (get_status (window), ==, "Write when the feedback was given.");
  row = mtr_test_get (window, ADW_TYPE_PREFERENCES_ROW, "Feedback given on");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row));

  /* What is typed in the last moment is passed on too. */
  gtk_editable_set_text (GTK_EDITABLE (mtr_test_find_widget (row, GTK_TYPE_ENTRY, NULL)), "today");
  mtr_test_press (window, "Pass to Kiran");
  g_assert_true (is_set (window, id, MTR_OBSERVATION_FEEDBACK_PASSED_AT));
  g_assert_true (is_set (window, id, MTR_OBSERVATION_STRENGTHS));
  g_assert_false (is_set (window, id, MTR_OBSERVATION_DRAFT_STRENGTHS));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Share with Oonagh"));
  mtr_test_window_close (window);
}

static void
test_formative_has_no_judgement (void)
{
  MtrWindow *window = open_sample ();
  gint64 id = mtr_test_observation_reach (window, MTR_OBSERVATION_STEP_FEEDBACK);
  g_autoptr (MtrChange) change = mtr_change_new ("make it formative");
  g_autoptr (GError) error = NULL;

  mtr_change_set_text (change, MTR_OBSERVATION_TYPE, id, "formative");
  mtr_change_clear (change, MTR_OBSERVATION_DRAFT_JUDGEMENT, id);
  mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);
  mtr_test_observation_open (window, "Kiran", id);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Pass to Kiran"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_PREFERENCES_ROW, "Judgement"));
  mtr_test_window_close (window);
}

/* A choice is one of the pack's words, kept as a draft until it is passed on. */
static void
test_judgement (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_FEEDBACK, &id);
  MtrPack *pack = mtr_programme_get_pack (mtr_window_get_programme (window), "pqs-adults");
  GPtrArray *judgements = mtr_pack_get_words (pack, MTR_WORDS_JUDGEMENTS);
  GtkWidget *row = mtr_test_find_field (window, MTR_OBSERVATION_DRAFT_JUDGEMENT, 0);
  GtkDropDown *drop_down;
  g_autoptr (MtrRecord) draft = NULL;

  g_assert_nonnull (row);
  drop_down = GTK_DROP_DOWN (mtr_test_find_widget (row, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, judgements->len);
  g_assert_cmpuint (judgements->len, >, 2);
  gtk_drop_down_set_selected (drop_down, 2);
  mtr_test_save (window);
  draft = mtr_test_observation_load (window, id);
  g_assert_cmpstr (mtr_record_get_text (draft, MTR_OBSERVATION_DRAFT_JUDGEMENT), ==,
                   ((MtrWord *) g_ptr_array_index (judgements, 2))->code);
  g_assert_false (mtr_record_is_set (draft, MTR_OBSERVATION_JUDGEMENT));
  mtr_test_window_close (window);
}

/* A file that somebody else has open: its observations are read, and nothing is offered that cannot be done. */
static void
test_read_only (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1100, 900);

  mtr_test_observation_open (window, "Kiran", mtr_test_observation_find (window, "Kiran", MTR_OBSERVATION_STEP_SIGN));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Sign"));
  g_assert_null (mtr_test_find (window, MTR_TYPE_FIELD_ROW, NULL));
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Direct observation 2 of 2"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Plan a further one"));
  mtr_test_window_close (window);
}

static void
test_reflection (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_REFLECTION, &id);

  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_PREFERENCES_ROW, "I see this differently"));
  mtr_test_press (window, "Share with Oonagh");
  g_assert_true (is_set (window, id, MTR_OBSERVATION_REFLECTION));
  g_assert_false (is_set (window, id, MTR_OBSERVATION_DRAFT_REFLECTION));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Oonagh Petrie"));
  mtr_test_window_close (window);
}

static void
assert_text (MtrWindow  *window,
             gint64      id,
             MtrField    field,
             const char *text)
{
  g_autoptr (MtrRecord) observation = mtr_test_observation_load (window, id);

  g_assert_cmpstr (mtr_record_get_text (observation, field), ==, text);
}

/* Seeing it differently is the observed person's own until it is shared, and stands beside the feedback then. */
static void
test_disagreement (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_REFLECTION, &id);

  mtr_test_write_field (window, MTR_OBSERVATION_DRAFT_DISAGREEMENT, "I counted four silences, not two.");
  mtr_test_press (window, "Share with Oonagh");
  assert_text (window, id, MTR_OBSERVATION_DISAGREEMENT, "I counted four silences, not two.");
  assert_text (window, id, MTR_OBSERVATION_DRAFT_DISAGREEMENT, NULL);
  mtr_test_window_close (window);
}

/* Only from afar is there something that could not be seen or heard. */
static void
test_remote_limitations (void)
{
  static const struct {
    const char *mode;
    gboolean    asked;
  } rows[] = {
    { "in-person", FALSE },
    { "remote", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrWindow *window = open_sample ();
      gint64 id = mtr_test_observation_reach (window, MTR_OBSERVATION_STEP_PLAN);
      MtrProgramme *programme = mtr_window_get_programme (window);
      g_autoptr (MtrChange) change = mtr_change_new ("choose how");
      g_autoptr (GError) error = NULL;

      mtr_change_set_text (change, MTR_OBSERVATION_MODE, id, rows[i].mode);
      mtr_store_apply (mtr_programme_get_store (programme), change, &error);
      g_assert_no_error (error);
      mtr_test_observation_open (window, "Kiran", id);
      g_assert_true ((mtr_test_find_field (window, MTR_OBSERVATION_LIMITATIONS, 0) != NULL) == rows[i].asked);
      g_assert_true ((mtr_test_find (window, GTK_TYPE_LABEL, "By video or sound") != NULL) == rows[i].asked);
      if (rows[i].asked)
        {
          mtr_test_write_field (window, MTR_OBSERVATION_LIMITATIONS, "The far end of the table was not in the picture.");
          mtr_window_pop (window);
          mtr_test_window_settle (window);
          assert_text (window, id, MTR_OBSERVATION_LIMITATIONS, "The far end of the table was not in the picture.");
        }
      mtr_test_window_close (window);
    }
}

/* Preparing and debriefing each name a colleague, who need not be the same. */
static void
test_colleague (void)
{
  static const MtrField fields[] = { MTR_OBSERVATION_PREPARED_WITH_ID, MTR_OBSERVATION_DEBRIEFED_WITH_ID };
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_PLAN, &id);
  g_autoptr (MtrRecord) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = mtr_test_find_field (window, fields[i], 0);
      GtkWidget *people = row != NULL ? mtr_test_find_widget (row, GTK_TYPE_DROP_DOWN, NULL) : NULL;

      g_assert_nonnull (people);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (people), 1 + i);
    }
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  after = mtr_test_observation_load (window, id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_assert_cmpint (mtr_record_get_number (after, fields[i]), !=, 0);
      g_assert_cmpint (mtr_record_get_number (after, fields[i]), !=, mtr_record_get_number (after, MTR_OBSERVATION_OBSERVER_ID));
    }
  g_assert_cmpint (mtr_record_get_number (after, fields[0]), !=, mtr_record_get_number (after, fields[1]));
  mtr_test_window_close (window);
}

static void
test_sign (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_SIGN, &id);
  g_autoptr (MtrRecord) observation = NULL;

  mtr_test_open_row (window, "Oonagh Petrie");
  mtr_test_answer (window, NULL, "cancel");
  g_assert_false (is_set (window, id, MTR_OBSERVATION_OBSERVER_SIGNED_AT));

  /* Without a name it is asked for again. */
  mtr_test_open_row (window, "Oonagh Petrie");
  mtr_test_answer (window, "", "accept");
  mtr_test_answer (window, "O. Petrie", "accept");
  g_assert_true (is_set (window, id, MTR_OBSERVATION_OBSERVER_SIGNED_AT));
  g_assert_false (is_set (window, id, MTR_OBSERVATION_SEALED_AT));

  mtr_test_open_row (window, "Kiran Thackeray");
  mtr_test_answer (window, "Kiran Thackeray", "accept");
  observation = mtr_test_observation_load (window, id);
  g_assert_true (mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT));
  g_assert_true (mtr_record_text_is (observation, MTR_OBSERVATION_OBSERVER_SIGNED_HOW, MTR_SIGNED_OWN_FILE));
  g_assert_true (mtr_record_text_is (observation, MTR_OBSERVATION_OBSERVED_SIGNED_HOW, MTR_SIGNED_IN_PERSON));
  g_assert_true (mtr_record_text_is (observation, MTR_OBSERVATION_OBSERVER_SIGNED_NAME, "O. Petrie"));

  /* Plain text: nothing to type in is left. */
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Sealed "));
  g_assert_null (mtr_test_find (window, GTK_TYPE_TEXT_VIEW, NULL));
  g_assert_null (mtr_test_find (window, GTK_TYPE_ENTRY, NULL));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Add an addendum"));
  mtr_test_window_close (window);
}

static void
test_withdraw (void)
{
  MtrWindow *window = open_sample ();
  gint64 id = mtr_test_observation_find (window, "Kiran", MTR_OBSERVATION_STEP_SEALED);

  mtr_test_observation_open (window, "Kiran", id);
  mtr_test_press (window, "Withdraw this observation");
  mtr_test_answer (window, NULL, "accept");
  /* The seal stays; an addendum takes it out of the count. */
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Sealed "));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Withdrawn by an addendum"));
  g_assert_false (is_set (window, id, MTR_OBSERVATION_WITHDRAWN_ON));
  g_assert_cmpint (mtr_test_observation_find (window, "Kiran", MTR_OBSERVATION_STEP_WITHDRAWN), ==, id);
  mtr_test_window_close (window);
}

static void
test_erase_notes (void)
{
  gint64 id;
  MtrWindow *window = open_step (MTR_OBSERVATION_STEP_FEEDBACK, &id);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_OBSERVATION_NOTE);
  g_autoptr (GPtrArray) notes = NULL;

  mtr_test_press (window, "Consent was withdrawn");
  mtr_test_answer (window, NULL, "accept");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Consent was withdrawn on 21 Nov."));
  mtr_test_press (window, "Erase the notes");
  mtr_test_answer (window, NULL, "accept");
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Erase the notes"));
  notes = mtr_store_list_records (mtr_test_get_store (window), &query, MTR_READER_OWNER,
                                  NULL);
  for (guint i = 0; i < notes->len; i++)
    if (mtr_record_get_number (g_ptr_array_index (notes, i), MTR_OBSERVATION_NOTE_OBSERVATION_ID) == id)
      g_assert_false (mtr_record_is_set (g_ptr_array_index (notes, i), MTR_OBSERVATION_NOTE_TEXT));
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
  g_test_add_func ("/widget/observations/list", test_list);
  g_test_add_func ("/widget/observations/empty", test_empty);
  g_test_add_func ("/widget/observations/plan", test_plan);
  g_test_add_func ("/widget/observations/consent", test_consent);
  g_test_add_func ("/widget/observations/observe", test_observe);
  g_test_add_func ("/widget/observations/paper", test_paper);
  g_test_add_func ("/widget/observations/feedback", test_feedback);
  g_test_add_func ("/widget/observations/formative-has-no-judgement", test_formative_has_no_judgement);
  g_test_add_func ("/widget/observations/reflection", test_reflection);
  g_test_add_func ("/widget/observations/colleague", test_colleague);
  g_test_add_func ("/widget/observations/disagreement", test_disagreement);
  g_test_add_func ("/widget/observations/remote-limitations", test_remote_limitations);
  g_test_add_func ("/widget/observations/judgement", test_judgement);
  g_test_add_func ("/widget/observations/read-only", test_read_only);
  g_test_add_func ("/widget/observations/sign", test_sign);
  g_test_add_func ("/widget/observations/withdraw", test_withdraw);
  g_test_add_func ("/widget/observations/erase-notes", test_erase_notes);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
