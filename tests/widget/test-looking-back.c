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

static void
show_pairing (MtrWindow *window)
{
  mtr_test_open_pairing (window, "Amara");
}

static void
test_self_assessment (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *item;

  show_pairing (window);
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "What has moved"));
  mtr_test_open_row (window, "Self-assessment: At the start");
  g_assert_true (MTR_IS_SELF_ASSESSMENT_PAGE (mtr_window_get_page (window)));
  mtr_test_choose (window, "Where are you with this?", 4);
  mtr_test_choose (window, "How confident are you?", 2);
  mtr_test_write (window, "Why here, and not lower?", "I have done it twice.");

  show_pairing (window);
  mtr_test_open_row (window, "Self-assessment: At the end");
  mtr_test_choose (window, "Where are you with this?", 7);
  snapshot = mtr_test_load_pairing (window, "Amara");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_SELF_ASSESSMENT), ==, 2);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM), ==, 2);
  item = mtr_snapshot_nth (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM, 0);
  g_assert_cmpint (mtr_record_get_number (item, MTR_SELF_ASSESSMENT_ITEM_LEVEL), ==, 4);
  g_assert_cmpint (mtr_record_get_number (item, MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE), ==, 2);
  g_assert_cmpstr (mtr_record_get_text (item, MTR_SELF_ASSESSMENT_ITEM_WHY), ==, "I have done it twice.");

  /* The figures stand beside the drawing in words. */
  mtr_test_press (window, "See What Has Moved");
  g_assert_true (MTR_IS_MOVEMENT_PAGE (mtr_window_get_page (window)));
  gtk_test_accessible_assert_property (mtr_test_get (window, MTR_TYPE_MOVEMENT_ROW, NULL), GTK_ACCESSIBLE_PROPERTY_LABEL,
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
  mtr_test_open_row (window, "Three-month check");
  g_assert_true (MTR_IS_REVIEW_PAGE (mtr_window_get_page (window)));
  mtr_test_choose (window, "Do we meet as often as we agreed?", 1);
  mtr_test_choose (window, "What comes next", 2);
  mtr_test_open_row (window, "Somebody else has said something");
  g_assert_true (MTR_IS_RECORD_PAGE (mtr_window_get_page (window)));
  mtr_test_write (window, "Who gave it, by role", "A colleague");
  show_pairing (window);
  gtk_test_accessible_assert_property (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Three-month check"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Three-month check. We change something. 25 March 2026");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Feedback: A colleague"));

  snapshot = mtr_test_load_pairing (window, "Amara");
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
  mtr_test_open_row (window, "Nothing measured yet");
  mtr_test_write (window, "What is measured", "Hours of supervision that were cancelled");
  mtr_test_write (window, "Before", "6 a month");
  mtr_test_write (window, "Now", "2 a month");
  show_pairing (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Hours of supervision that were cancelled"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Before: 6 a month (21 November 2026) · Now: 2 a month"));
  mtr_test_open_row (window, "Hours of supervision");
  mtr_test_press (window, "Remove");
  g_assert_true (MTR_IS_PAIRING_VIEW (mtr_window_get_page (window)));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Nothing measured yet"));

  mtr_test_open_row (window, "Where are they now");
  mtr_test_choose (window, "Stage", 2);
  mtr_test_write (window, "What I noticed", "Asks how, and then why.");
  show_pairing (window);
  snapshot = mtr_test_load_pairing (window, "Amara");
  stage = mtr_snapshot_nth (snapshot, MTR_KIND_DEVELOPMENT_STAGE, 0);
  g_assert_cmpstr (mtr_record_get_text (stage, MTR_DEVELOPMENT_STAGE_STAGE), ==, "process");
  g_assert_cmpstr (mtr_record_get_text (stage, MTR_DEVELOPMENT_STAGE_NOTED_ON), ==, "2026-11-21");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Working with what happens between people"));
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
  mtr_test_open_row (window, "End this pairing");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mtr_test_find_widget (mtr_test_get (window, ADW_TYPE_ACTION_ROW,
                                                                                     "A peer group"),
                                                                       GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  mtr_test_press (window, "End on 21 November 2026");
  snapshot = mtr_test_load_pairing (window, "Amara");
  pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, mtr_test_find_pairing (window, "Amara"));
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_ENDED_NEXT), ==, "group");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION), ==, 2);
  g_clear_object (&snapshot);

  /* Nothing of the pairing can be begun any more, but the evaluations can be answered. */
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Self-assessment: At the middle"));
  mtr_test_open_row (window, "Evaluation: Oonagh Petrie");
  g_assert_true (MTR_IS_EVALUATION_PAGE (mtr_window_get_page (window)));
  mtr_test_press (window, "Give My Answers");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Nothing is answered yet."));
  mtr_test_write (window, "What difference has it made to the people who use services?",
                  "Plans are read out to them now.");
  mtr_test_choose (window, "How much of a difference", 4);
  snapshot = mtr_test_load_pairing (window, "Amara");
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

  mtr_test_press (window, "Give My Answers");
  g_assert_true (MTR_IS_PAIRING_VIEW (mtr_window_get_page (window)));
  gtk_test_accessible_assert_property (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Evaluation: Oonagh Petrie"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Evaluation: Oonagh Petrie. 21 November 2026");
  mtr_test_open_row (window, "Evaluation: Oonagh Petrie");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Plans are read out to them now."));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "4 of 5"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_TEXT_VIEW, NULL));
  snapshot = mtr_test_load_pairing (window, "Amara");
  n_figures = 0;
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVALUATION_ANSWER); i++)
    n_figures += mtr_record_get_number (mtr_snapshot_nth (snapshot, MTR_KIND_EVALUATION_ANSWER, i),
                                        MTR_EVALUATION_ANSWER_NUMBER) == 4;
  g_assert_cmpuint (n_figures, ==, 1);
  g_clear_object (&snapshot);

  /* The other's is written down for them, and is read by both from the beginning. */
  show_pairing (window);
  mtr_test_open_row (window, "Evaluation: Amara Whitlock");
  mtr_test_write (window, "What do you do differently in your work now?", "I ask first.");
  mtr_test_press (window, "These Are the Answers");
  snapshot = mtr_test_load_pairing (window, "Amara");
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
