/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Learning by either set of rules: how it stands, records, what is handed in and what is refused; expected figures are
 * added up by hand from what mtr-test-learning.c writes. */

#include "mtr-field-row.h"
#include "mtr-learning.h"
#include "mtr-test-learning.h"

static MtrApplication *application;

static MtrRecord *
find_record (GPtrArray  *records,
             const char *title)
{
  for (guint i = 0; i < records->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (records, i), MTR_LEARNING_RECORD_TITLE, title))
      return g_ptr_array_index (records, i);

  return NULL;
}

/* Nothing is said of hours, and what was only attended is not written yet. */
static void
test_elements (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);

  mtr_test_show_learning (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Core learning elements: 5 of 8 have something written; last shared with the supervisor 2 November"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Nothing written yet"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Due on 2 February 2027"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Review of learning"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Capacity, consent")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Capacity, consent and what a signature is worth. 12 November 2026 · core learning element 6 · what was learnt is still to be written");
  mtr_test_open_row (window, "Capacity, consent");
  g_assert_null (mtr_test_find_field (window, MTR_LEARNING_RECORD_MINUTES, 0));
  g_assert_null (mtr_test_find_field (window, MTR_LEARNING_RECORD_PROTECTION_MINUTES, 0));
  mtr_test_window_close (window);
}

/* The hours on protection are among the others; the day was extended and comes near, and not everything is there. */
static void
test_hours (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);

  mtr_test_show_learning_hours (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "64 of 144 hours, 12 of 30 on protection"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Nothing written yet"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Review of learning"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Due on 15 January 2027"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "The day comes near and not everything is there"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Submission 1"));
  mtr_test_open_row (window, "Shadowing");
  g_assert_nonnull (mtr_test_find_field (window, MTR_LEARNING_RECORD_MINUTES, 0));
  g_assert_nonnull (mtr_test_find_field (window, MTR_LEARNING_RECORD_PROTECTION_MINUTES, 0));

  /* More on protection than there is altogether, 4800 minutes of 3000, is refused where it is typed, and not kept. */
  {
    GtkWidget *text = mtr_test_find_widget (mtr_test_find_field (window, MTR_LEARNING_RECORD_PROTECTION_MINUTES, 0),
                                            GTK_TYPE_TEXT,
                                            NULL);
    int position = 3;

    gtk_editable_insert_text (GTK_EDITABLE (text), "0", -1, &position);
    mtr_test_save (window);
  }
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                   "This is part of the whole time and cannot be longer than it."));
  {
    g_autoptr (GPtrArray) records = mtr_test_list_records (window, MTR_KIND_LEARNING_RECORD);

    g_assert_cmpint (mtr_record_get_number (find_record (records, "Shadowing the duty desk for a fortnight"),
                                            MTR_LEARNING_RECORD_PROTECTION_MINUTES), ==, 480);
  }
  mtr_test_window_close (window);
}

/* A new one is kept from the title on; shared and taken back; removed and brought back. */
static void
test_record (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);

  mtr_test_show_learning_empty (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "The day of registration is not written down"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_STATUS_PAGE, NULL));
  mtr_test_press (window, "Add Learning");
  mtr_test_press (window, "Shared With the Supervisor Today");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Write something first"));
  mtr_test_write_field (window, MTR_LEARNING_RECORD_TITLE, "A walk with the reablement team");
  mtr_test_press (window, "Shared With the Supervisor Today");
  {
    g_autoptr (GPtrArray) records = mtr_test_list_records (window, MTR_KIND_LEARNING_RECORD);

    g_assert_cmpuint (records->len, ==, 1);
    g_assert_true (mtr_record_text_is (g_ptr_array_index (records, 0), MTR_LEARNING_RECORD_HELD_ON, "2026-11-21"));
    g_assert_true (mtr_record_text_is (g_ptr_array_index (records, 0), MTR_LEARNING_RECORD_SHARED_ON, "2026-11-21"));
  }
  mtr_test_press (window, "Remove");
  {
    g_autoptr (GPtrArray) records = mtr_test_list_records (window, MTR_KIND_LEARNING_RECORD);

    g_assert_cmpuint (records->len, ==, 0);
  }
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Add Learning"));
  mtr_test_undo (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "A walk with the reablement team"));
  mtr_test_window_close (window);
}

/* A draft is only the mentor's; nothing written is refused; passed on it can be read, and the draft is empty. */
static void
test_feedback (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
  g_autoptr (GPtrArray) records = NULL;
  MtrRecord *record;

  mtr_test_show_learning_record (window);
  mtr_test_window_settle (window);
  mtr_test_press (window, "Pass to NQSW E");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Write something first. One sentence is enough."));
  mtr_test_write_field (window, MTR_LEARNING_RECORD_DRAFT_MENTOR_FEEDBACK, "Say what you did with it.");
  mtr_test_press (window, "Pass to NQSW E");
  records = mtr_test_list_records (window, MTR_KIND_LEARNING_RECORD);
  record = find_record (records, "Shadowing the duty desk for a fortnight");
  g_assert_cmpstr (mtr_record_get_text (record, MTR_LEARNING_RECORD_MENTOR_FEEDBACK), ==, "Say what you did with it.");
  g_assert_false (mtr_record_is_set (record, MTR_LEARNING_RECORD_DRAFT_MENTOR_FEEDBACK));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Mentor’s feedback"));
  mtr_test_window_close (window);
}

/* Extended, never drawn nearer; an outcome without a day of handing in is refused; what came back goes in again. */
static void
test_submission (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
  g_autoptr (GPtrArray) submissions = NULL;

  mtr_test_show_submission (window);
  mtr_test_window_settle (window);
  mtr_test_write_field (window, MTR_SUBMISSION_EXTENDED_TO, "20 November 2025");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "This is not later than the day it was due."));
  mtr_test_write_field (window, MTR_SUBMISSION_EXTENDED_TO, "1 March 2027");
  mtr_test_write_field (window, MTR_SUBMISSION_DECIDED_ON, "20 November 2026");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Write first on which day it was handed in."));
  mtr_test_write_field (window, MTR_SUBMISSION_DECIDED_ON, "");
  mtr_test_write_field (window, MTR_SUBMISSION_HANDED_IN_ON, "16 November 2026");
  /* The choices are: nothing, satisfactory, unsatisfactory, returned for more. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (mtr_test_find_widget (mtr_test_find_field (window, MTR_SUBMISSION_OUTCOME,
                                                                                        0),
                                                                   GTK_TYPE_DROP_DOWN, NULL)), 3);
  mtr_test_save (window);
  mtr_test_write_field (window, MTR_SUBMISSION_DECIDED_ON, "20 November 2026");
  mtr_test_press (window, "Hand In Again");
  submissions = mtr_test_list_records (window, MTR_KIND_SUBMISSION);
  g_assert_cmpuint (submissions->len, ==, 2);
  g_assert_true (mtr_record_text_is (g_ptr_array_index (submissions, 0), MTR_SUBMISSION_OUTCOME,
                                     MTR_OUTCOME_INCOMPLETE));
  g_assert_true (mtr_record_text_is (g_ptr_array_index (submissions, 0), MTR_SUBMISSION_EXTENDED_TO, "2027-03-01"));
  g_assert_cmpint (mtr_record_get_number (g_ptr_array_index (submissions, 1), MTR_SUBMISSION_NUMBER), ==, 2);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Submission 2"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "It came back, which is ordinary."));
  mtr_test_window_close (window);
}

/* Whoever has no mentor is reached from their own page, and begins what is handed in with its day written down. */
static void
test_alone (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
  g_autoptr (GPtrArray) submissions = NULL;
  gint64 person;

  person = mtr_test_add_learning (window, MTR_TEST_LEARNING_ALONE);
  mtr_window_go_to (window, 0, MTR_KIND_PERSON, person, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Learning");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Core learning elements: 5 of 8"));
  {
    g_autoptr (GPtrArray) records = mtr_test_list_records (window, MTR_KIND_LEARNING_RECORD);

    mtr_window_show_place (window, "today");
    mtr_window_go_to (window, 0, MTR_KIND_LEARNING_RECORD, mtr_record_get_id (g_ptr_array_index (records, 0)),
                      MTR_LEARNING_RECORD_KNOWLEDGE);
    mtr_test_window_settle (window);
    g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                           mtr_test_find_field (window, MTR_LEARNING_RECORD_KNOWLEDGE, 0)));
  }
  mtr_window_show_place (window, "today");
  mtr_window_go_to (window, 0, MTR_KIND_PERSON, person, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Learning");
  mtr_test_open_row (window, "Due on 2 February 2027");
  mtr_test_write_field (window, MTR_SUBMISSION_EXTENDED_TO, "2 April 2027");
  submissions = mtr_test_list_records (window, MTR_KIND_SUBMISSION);
  g_assert_cmpuint (submissions->len, ==, 1);
  g_assert_true (mtr_record_text_is (g_ptr_array_index (submissions, 0), MTR_SUBMISSION_DUE_ON, "2027-02-02"));
  g_assert_true (mtr_record_text_is (g_ptr_array_index (submissions, 0), MTR_SUBMISSION_EXTENDED_TO, "2027-04-02"));
  mtr_test_window_close (window);
}

/* Whoever learns sees on Today how it stands, in their own words, and is led there; nobody else sees it. */
static void
test_today (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);

  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "Your learning"));
  mtr_test_show_learning_today (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Your learning"));
  mtr_test_open_row (window,
                     "Core learning elements: 5 of 8 have something written; last shared with your supervisor 2 November");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Add Learning"));
  mtr_test_window_close (window);
}

/* The reason on Today leads to the field of the day of handing in. */
static void
test_attention (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);

  mtr_test_show_learning_hand_in (window);
  mtr_test_open_row (window, "The learning is to be handed in by 20 Dec");
  g_assert_nonnull (mtr_test_find_field (window, MTR_SUBMISSION_HANDED_IN_ON, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         mtr_test_find_field (window, MTR_SUBMISSION_HANDED_IN_ON, 0)));
  mtr_test_window_close (window);
}

/* The review is held once it has a day. */
static void
test_review (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
  g_autoptr (GPtrArray) reviews = NULL;

  mtr_test_show_learning_review (window);
  mtr_test_window_settle (window);
  mtr_test_write_field (window, MTR_REVIEW_HELD_ON, "19 November 2026");
  reviews = mtr_test_list_records (window, MTR_KIND_REVIEW);
  g_assert_cmpuint (reviews->len, ==, 1);
  g_assert_true (mtr_record_text_is (g_ptr_array_index (reviews, 0), MTR_REVIEW_KIND, "learning-review"));
  g_assert_true (mtr_record_text_is (g_ptr_array_index (reviews, 0), MTR_REVIEW_HELD_ON, "2026-11-19"));
  mtr_test_window_close (window);
}

/* Whoever has no mentor fills the review in with their supervisor, in their own file. */
static void
test_review_alone (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  gint64 person = mtr_test_add_learning (window, MTR_TEST_LEARNING_ALONE);
  MtrChange *change = mtr_change_new ("whose file it is");
  GtkWidget *view;

  mtr_change_set_number (change, MTR_PROGRAMME_OWNER_ID, mtr_programme_get_id (programme), person);
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
  mtr_window_go_to (window, 0, MTR_KIND_PERSON, person, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Learning");
  mtr_test_open_row (window, "Review of learning");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Only you read this, in your own file."));
  view = mtr_test_find (window, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Something in each of the eight.", -1);
  mtr_programme_save_now (programme);
  mtr_test_window_settle (window);
  {
    g_autoptr (GPtrArray) forms = mtr_test_list_records (window, MTR_KIND_PRIVATE_FORM);
    g_autoptr (GPtrArray) answers = mtr_test_list_records (window, MTR_KIND_PRIVATE_FORM_ANSWER);

    g_assert_cmpuint (forms->len, ==, 1);
    g_assert_cmpstr (mtr_record_get_text (g_ptr_array_index (forms, 0), MTR_PRIVATE_FORM_FORM), ==, "learning-review");
    g_assert_cmpuint (answers->len, ==, 1);
  }
  mtr_page_pop (mtr_window_get_page (window));
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Review of learning");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_TEXT_VIEW, NULL));
  mtr_test_window_close (window);
}

/* While somebody else has the file open everything is read and nothing is offered that cannot be done. */
static void
test_read_only (void)
{
  MtrWindow *writing = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1100, 900);
  MtrWindow *window = mtr_window_new (GTK_APPLICATION (application));
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GtkWidget *text_view;
  MtrPage *view;

  mtr_test_add_learning (writing, MTR_TEST_LEARNING_HOURS);
  store = mtr_store_open (mtr_store_get_path (mtr_programme_get_store (mtr_window_get_programme (writing))),
                          mtr_pack_library_look_up, mtr_application_get_library (application), &error);
  g_assert_no_error (error);
  mtr_application_show_store (application, store, window);
  gtk_window_present (GTK_WINDOW (window));
  mtr_test_window_settle (window);
  g_assert_true (mtr_programme_is_read_only (mtr_window_get_programme (window)));

  mtr_test_open_learning (window);
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Add Learning"));
  records = mtr_test_list_records (window, MTR_KIND_LEARNING_RECORD);
  g_assert_cmpuint (records->len, >, 0);
  view = mtr_window_get_page (window);
  mtr_page_go_to (view, MTR_KIND_LEARNING_RECORD, mtr_record_get_id (g_ptr_array_index (records, 0)), MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  g_assert_true (mtr_window_get_page (window) != view);
  text_view = mtr_test_find (window, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_true (text_view == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (text_view)));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Remove"));
  mtr_test_window_close (window);
  mtr_test_window_close (writing);
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

  g_test_add_func ("/widget/learning/elements", test_elements);
  g_test_add_func ("/widget/learning/hours", test_hours);
  g_test_add_func ("/widget/learning/record", test_record);
  g_test_add_func ("/widget/learning/feedback", test_feedback);
  g_test_add_func ("/widget/learning/submission", test_submission);
  g_test_add_func ("/widget/learning/alone", test_alone);
  g_test_add_func ("/widget/learning/review-alone", test_review_alone);
  g_test_add_func ("/widget/learning/read-only", test_read_only);
  g_test_add_func ("/widget/learning/today", test_today);
  g_test_add_func ("/widget/learning/attention", test_attention);
  g_test_add_func ("/widget/learning/review", test_review);

  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
