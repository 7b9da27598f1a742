/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking back on a pairing, and its ending: self-assessments and what has
 * moved, a review, a measure, feedback from others, the mentor's own note, and
 * the evaluations that both are asked for.
 */

#include "mtr-entry-row.h"
#include "mtr-evaluation-page.h"
#include "mtr-field-row.h"
#include "mtr-movement-page.h"
#include "mtr-movement-row.h"
#include "mtr-pairing-view.h"
#include "mtr-record-page.h"
#include "mtr-review-page.h"
#include "mtr-self-assessment-page.h"
#include "mtr-test-window.h"

static MtrApplication *application;

static GtkWidget *
find (MtrWindow  *window,
      GType       type,
      const char *text)
{
  GtkWidget *found = mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)), type, text);

  if (found == NULL)
    g_error ("There is no %s “%s”", g_type_name (type), text != NULL ? text : "");

  return found;
}

static gboolean
is_there (MtrWindow  *window,
          GType       type,
          const char *text)
{
  return mtr_test_find_widget (GTK_WIDGET (mtr_window_get_page (window)), type, text) != NULL;
}

static void
press (MtrWindow  *window,
       const char *text)
{
  g_signal_emit_by_name (find (window, GTK_TYPE_BUTTON, text), "clicked");
  mtr_test_window_settle (window);
}

static void
open_row (MtrWindow  *window,
          const char *title)
{
  adw_action_row_activate (ADW_ACTION_ROW (find (window, ADW_TYPE_ACTION_ROW, title)));
  mtr_test_window_settle (window);
}

static void
save (MtrWindow *window)
{
  mtr_programme_save_now (mtr_window_get_programme (window));
  mtr_test_window_settle (window);
}

static void
type (MtrWindow  *window,
      const char *title,
      const char *text)
{
  GtkWidget *row = find (window, MTR_TYPE_FIELD_ROW, title);
  GtkWidget *view = mtr_test_find_widget (row, GTK_TYPE_TEXT_VIEW, NULL);

  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (mtr_test_find_widget (row, GTK_TYPE_ENTRY, NULL)), text);
  save (window);
}

static void
choose (MtrWindow  *window,
        const char *title,
        guint       position)
{
  GtkWidget *row = find (window, MTR_TYPE_FIELD_ROW, title);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (mtr_test_find_widget (row, GTK_TYPE_DROP_DOWN, NULL)), position);
  save (window);
}

static void
show_pairing (MtrWindow *window)
{
  mtr_window_open_pairing (window, mtr_test_find_pairing (window, "Amara"));
  mtr_test_window_settle (window);
}

static MtrSnapshot *
load (MtrWindow *window)
{
  g_autoptr (GError) error = NULL;
  MtrSnapshot *snapshot = mtr_store_load (mtr_programme_get_store (mtr_window_get_programme (window)),
                                          MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, mtr_test_find_pairing (window, "Amara"),
                                          MTR_READER_OWNER, &error);

  g_assert_no_error (error);

  return snapshot;
}

static void
test_self_assessment (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *item;

  show_pairing (window);
  g_assert_false (is_there (window, ADW_TYPE_ACTION_ROW, "What has moved"));
  open_row (window, "Self-assessment: At the start");
  g_assert_true (MTR_IS_SELF_ASSESSMENT_PAGE (mtr_window_get_page (window)));
  choose (window, "Where are you with this?", 4);
  choose (window, "How confident are you?", 2);
  type (window, "Why here, and not lower?", "I have done it twice.");

  show_pairing (window);
  open_row (window, "Self-assessment: At the end");
  choose (window, "Where are you with this?", 7);
  snapshot = load (window);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_SELF_ASSESSMENT), ==, 2);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM), ==, 2);
  item = mtr_snapshot_nth (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM, 0);
  g_assert_cmpint (mtr_record_get_number (item, MTR_SELF_ASSESSMENT_ITEM_LEVEL), ==, 4);
  g_assert_cmpint (mtr_record_get_number (item, MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE), ==, 2);
  g_assert_cmpstr (mtr_record_get_text (item, MTR_SELF_ASSESSMENT_ITEM_WHY), ==, "I have done it twice.");

  /* The figures stand beside the drawing in words. */
  press (window, "See What Has Moved");
  g_assert_true (MTR_IS_MOVEMENT_PAGE (mtr_window_get_page (window)));
  gtk_test_accessible_assert_property (find (window, MTR_TYPE_MOVEMENT_ROW, NULL), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Values and ethics. 4 at the start, 7 at the end: 3 further. Confidence: 2 at the "
                                       "start");
  mtr_test_window_close (window);
}

static void
test_review (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *review;

  show_pairing (window);
  open_row (window, "Three-month check");
  g_assert_true (MTR_IS_REVIEW_PAGE (mtr_window_get_page (window)));
  choose (window, "Do we meet as often as we agreed?", 1);
  choose (window, "What comes next", 2);
  open_row (window, "Somebody else has said something");
  g_assert_true (MTR_IS_RECORD_PAGE (mtr_window_get_page (window)));
  type (window, "Who gave it, by role", "A colleague");
  show_pairing (window);
  gtk_test_accessible_assert_property (find (window, ADW_TYPE_ACTION_ROW, "Three-month check"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Three-month check. We change something. 25 March 2026");
  g_assert_true (is_there (window, ADW_TYPE_ACTION_ROW, "Feedback: A colleague"));

  snapshot = load (window);
  review = mtr_snapshot_nth (snapshot, MTR_KIND_REVIEW, 0);
  g_assert_cmpstr (mtr_record_get_text (review, MTR_REVIEW_HELD_ON), ==, "2026-03-25");
  g_assert_cmpint (mtr_record_get_number (mtr_snapshot_nth (snapshot, MTR_KIND_STAKEHOLDER_FEEDBACK, 0),
                                          MTR_STAKEHOLDER_FEEDBACK_REVIEW_ID), ==, mtr_record_get_id (review));
  mtr_test_window_close (window);
}

static void
test_measure_and_stage (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *stage;

  show_pairing (window);
  open_row (window, "Nothing measured yet");
  type (window, "What is measured", "Hours of supervision that were cancelled");
  type (window, "Before", "6 a month");
  type (window, "Now", "2 a month");
  show_pairing (window);
  g_assert_true (is_there (window, ADW_TYPE_ACTION_ROW, "Hours of supervision that were cancelled"));
  g_assert_true (is_there (window, GTK_TYPE_LABEL, "Before: 6 a month (21 November 2026) · Now: 2 a month"));
  open_row (window, "Hours of supervision");
  press (window, "Remove");
  g_assert_true (MTR_IS_PAIRING_VIEW (mtr_window_get_page (window)));
  g_assert_true (is_there (window, ADW_TYPE_ACTION_ROW, "Nothing measured yet"));

  open_row (window, "Where are they now");
  choose (window, "Stage", 2);
  type (window, "What I noticed", "Asks how, and then why.");
  show_pairing (window);
  snapshot = load (window);
  stage = mtr_snapshot_nth (snapshot, MTR_KIND_DEVELOPMENT_STAGE, 0);
  g_assert_cmpstr (mtr_record_get_text (stage, MTR_DEVELOPMENT_STAGE_STAGE), ==, "process");
  g_assert_cmpstr (mtr_record_get_text (stage, MTR_DEVELOPMENT_STAGE_NOTED_ON), ==, "2026-11-21");
  g_assert_true (is_there (window, ADW_TYPE_ACTION_ROW, "Working with what happens between people"));
  mtr_test_window_close (window);
}

static void
test_ending (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *pairing, *answer = NULL;
  guint n_figures;

  show_pairing (window);
  open_row (window, "End this pairing");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mtr_test_find_widget (find (window, ADW_TYPE_ACTION_ROW, "A peer group"),
                                                                       GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  press (window, "End on 21 November 2026");
  snapshot = load (window);
  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, mtr_test_find_pairing (window, "Amara"));
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_ENDED_NEXT), ==, "group");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION), ==, 2);
  g_clear_object (&snapshot);

  /* Nothing of the pairing can be begun any more, but the evaluations can be answered. */
  g_assert_false (is_there (window, ADW_TYPE_ACTION_ROW, "Self-assessment: At the middle"));
  open_row (window, "Evaluation: Oonagh Petrie");
  g_assert_true (MTR_IS_EVALUATION_PAGE (mtr_window_get_page (window)));
  press (window, "Give My Answers");
  g_assert_true (is_there (window, GTK_TYPE_LABEL, "Nothing is answered yet."));
  type (window, "What difference has it made to the people who use services?", "Plans are read out to them now.");
  choose (window, "How much of a difference", 4);
  snapshot = load (window);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION_ANSWER); i++)
    if (mtr_record_text_is (mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION_ANSWER, i),
                            MTR_EVALUATION_ANSWER_QUESTION, "effect"))
      answer = mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION_ANSWER, i);
  g_assert_nonnull (answer);
  g_assert_false (mtr_record_is_set (answer, MTR_EVALUATION_ANSWER_TEXT));
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION_ANSWER); i++)
    g_assert_false (mtr_record_is_set (mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION_ANSWER, i),
                                       MTR_EVALUATION_ANSWER_NUMBER));
  g_clear_object (&snapshot);

  press (window, "Give My Answers");
  g_assert_true (MTR_IS_PAIRING_VIEW (mtr_window_get_page (window)));
  gtk_test_accessible_assert_property (find (window, ADW_TYPE_ACTION_ROW, "Evaluation: Oonagh Petrie"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Evaluation: Oonagh Petrie. 21 November 2026");
  open_row (window, "Evaluation: Oonagh Petrie");
  g_assert_true (is_there (window, GTK_TYPE_LABEL, "Plans are read out to them now."));
  g_assert_true (is_there (window, GTK_TYPE_LABEL, "4 of 5"));
  g_assert_false (is_there (window, GTK_TYPE_TEXT_VIEW, NULL));
  snapshot = load (window);
  n_figures = 0;
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION_ANSWER); i++)
    n_figures += mtr_record_get_number (mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION_ANSWER, i),
                                        MTR_EVALUATION_ANSWER_NUMBER) == 4;
  g_assert_cmpuint (n_figures, ==, 1);
  g_clear_object (&snapshot);

  /* The other's is written down for them, and is read by both from the beginning. */
  show_pairing (window);
  open_row (window, "Evaluation: Amara Whitlock");
  type (window, "What do you do differently in your work now?", "I ask first.");
  press (window, "These Are the Answers");
  snapshot = load (window);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION); i++)
    g_assert_true (mtr_record_is_set (mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION, i), MTR_EVALUATION_GIVEN_ON));
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

  g_test_add_func ("/widget/looking-back/self-assessment", test_self_assessment);
  g_test_add_func ("/widget/looking-back/review", test_review);
  g_test_add_func ("/widget/looking-back/measure-and-stage", test_measure_and_stage);
  g_test_add_func ("/widget/looking-back/ending", test_ending);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
