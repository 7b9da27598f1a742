/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form of the pack to fill in: each type of question, what is kept of it,
 * undo of an answer, and the same form when it can only be read.
 */

#include "mtr-audience-button.h"
#include "mtr-field-row.h"
#include "mtr-form-page.h"
#include "mtr-pairing-model.h"
#include "mtr-test-window.h"
#include "mtr-tick-row.h"

static MtrApplication *application;

static MtrQuestion *
add_question (MtrForm         *form,
              const char      *code,
              const char      *title,
              MtrQuestionType  type)
{
  MtrQuestion *question = mtr_question_new ();

  question->code = g_strdup (code);
  question->title = g_strdup (title);
  question->type = type;
  g_ptr_array_add (form->questions, question);

  return question;
}

static MtrForm *
make_form (void)
{
  MtrForm *form = mtr_form_new ();
  MtrQuestion *question;

  form->code = g_strdup ("everything");
  form->title = g_strdup ("Everything & more");
  form->introduction = g_strdup ("One of each.");
  add_question (form, "long", "Tell it", MTR_QUESTION_LONG);
  add_question (form, "short", "In a word", MTR_QUESTION_SHORT);
  question = add_question (form, "scale", "How much", MTR_QUESTION_SCALE);
  question->lowest = 0;
  question->highest = 4;
  question->low = g_strdup ("None");
  question->high = g_strdup ("All");
  question = add_question (form, "choice", "Which", MTR_QUESTION_CHOICE);
  question->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);
  for (int i = 0; i < 2; i++)
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      word->code = g_strdup (i == 0 ? "left" : "right");
      word->title = g_strdup (i == 0 ? "To the left" : "To the right");
      g_ptr_array_add (question->choices, word);
    }
  add_question (form, "tick", "Done", MTR_QUESTION_TICK);

  return form;
}

static MtrRecord *
make_review (MtrWindow *window,
             gint64     pairing_id)
{
  MtrRecord *review = mtr_record_new (MTR_KIND_REVIEW, mtr_programme_new_id (mtr_window_get_programme (window)));

  mtr_record_set_number (review, MTR_REVIEW_PAIRING_ID, pairing_id);
  mtr_record_set_text (review, MTR_REVIEW_KIND, "everything");

  return review;
}

static void
show_form (MtrWindow     *window,
           const MtrForm *form,
           MtrRecord     *record,
           gboolean       can_write)
{
  MtrFormSetup setup = { mtr_window_get_programme (window), form, NULL, record, MTR_AUDIENCE_PAIR, "Amara", NULL,
                         can_write };

  mtr_window_push (window, mtr_form_page_new (&setup));
  mtr_test_window_settle (window);
}

static GPtrArray *
list_answers (MtrWindow *window)
{
  return mtr_form_page_list_answers (MTR_FORM_PAGE (mtr_window_get_page (window)));
}

static MtrRecord *
find_answer (GPtrArray  *answers,
             const char *question)
{
  for (guint i = 0; i < answers->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (answers, i), MTR_REVIEW_ANSWER_QUESTION, question))
      return g_ptr_array_index (answers, i);

  return NULL;
}

static void
test_answers (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 900, 900);
  gint64 pairing_id = mtr_test_find_pairing (window, "Amara");
  g_autoptr (MtrRecord) review = make_review (window, pairing_id);
  MtrForm *form = make_form ();
  g_autoptr (GPtrArray) answers = NULL;

  show_form (window, form, review, TRUE);
  answers = list_answers (window);
  g_assert_cmpuint (answers->len, ==, 0);
  g_clear_pointer (&answers, g_ptr_array_unref);

  mtr_test_write (window, "Tell it", "We meet every week, and it helps.");
  mtr_test_write (window, "In a word", "often");
  mtr_test_choose (window, "How much", 1);
  mtr_test_choose (window, "Which", 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mtr_test_find_widget (mtr_test_get (window, MTR_TYPE_TICK_ROW, "Done"),
                                                                       GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  mtr_test_save (window);

  answers = list_answers (window);
  g_assert_cmpuint (answers->len, ==, 5);
  g_assert_cmpstr (mtr_record_get_text (find_answer (answers, "long"), MTR_REVIEW_ANSWER_TEXT), ==,
                   "We meet every week, and it helps.");
  g_assert_cmpstr (mtr_record_get_text (find_answer (answers, "short"), MTR_REVIEW_ANSWER_TEXT), ==, "often");
  /* The lowest figure of the scale is nought, which is an answer. */
  g_assert_true (mtr_record_is_set (find_answer (answers, "scale"), MTR_REVIEW_ANSWER_NUMBER));
  g_assert_cmpint (mtr_record_get_number (find_answer (answers, "scale"), MTR_REVIEW_ANSWER_NUMBER), ==, 0);
  g_assert_cmpstr (mtr_record_get_text (find_answer (answers, "choice"), MTR_REVIEW_ANSWER_CHOICE), ==, "right");
  g_assert_cmpint (mtr_record_get_number (find_answer (answers, "tick"), MTR_REVIEW_ANSWER_NUMBER), ==, 1);
  g_clear_pointer (&answers, g_ptr_array_unref);

  /* The last answer is taken back, and can be given again. */
  mtr_test_undo (window);
  answers = list_answers (window);
  g_assert_cmpuint (answers->len, ==, 4);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (
    mtr_test_find_widget (mtr_test_get (window, MTR_TYPE_TICK_ROW, "Done"), GTK_TYPE_CHECK_BUTTON, NULL))));
  g_clear_pointer (&answers, g_ptr_array_unref);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mtr_test_find_widget (mtr_test_get (window, MTR_TYPE_TICK_ROW, "Done"),
                                                                       GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  mtr_test_save (window);
  answers = list_answers (window);
  g_assert_cmpuint (answers->len, ==, 5);

  /* The same again, only to be read. */
  show_form (window, form, review, FALSE);
  g_assert_null (mtr_test_find (window, GTK_TYPE_TEXT_VIEW, NULL));
  mtr_test_get (window, GTK_TYPE_LABEL, "We meet every week");
  mtr_test_get (window, GTK_TYPE_LABEL, "0 · None");
  mtr_test_get (window, GTK_TYPE_LABEL, "To the right");

  mtr_test_window_close (window);
  mtr_form_free (form);
}

/* Taking everything back takes the record away too, and the page with it. */
static void
test_undo (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 900, 900);
  gint64 pairing_id = mtr_test_find_pairing (window, "Amara");
  g_autoptr (MtrRecord) review = make_review (window, pairing_id);
  MtrForm *form = make_form ();

  mtr_window_open_pairing (window, pairing_id);
  mtr_test_window_settle (window);
  show_form (window, form, review, TRUE);
  mtr_test_write (window, "In a word", "often");
  mtr_test_undo (window);
  g_assert_true (MTR_IS_FORM_PAGE (mtr_window_get_page (window)));
  mtr_test_undo (window);
  g_assert_false (MTR_IS_FORM_PAGE (mtr_window_get_page (window)));

  mtr_test_window_close (window);
  mtr_form_free (form);
}

/* What a group says of itself has the whole width, however narrow the window and whoever reads it. */
static void
test_description_width (void)
{
  const char *text = "Dates and lengths also count in the figures of the programme, and nothing of what is written here.";
  GtkWidget *window = gtk_window_new ();
  GtkWidget *group = mtr_group_new ("The session", MTR_AUDIENCE_PAIR, "Amara Whitlock", NULL);
  GtkWidget *label;

  g_object_add_weak_pointer (G_OBJECT (group), (gpointer *) &group);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 400);
  gtk_window_set_child (GTK_WINDOW (window), group);
  gtk_widget_show (window);
  while (gtk_widget_get_width (group) == 0)
    g_main_context_iteration (NULL, TRUE);

  label = mtr_test_find_widget (group, GTK_TYPE_LABEL, text);
  g_assert_nonnull (label);
  g_assert_cmpint (gtk_widget_get_width (label), ==, gtk_widget_get_width (group));

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (group);
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

  g_test_add_func ("/widget/form-page/answers", test_answers);
  g_test_add_func ("/widget/form-page/undo", test_undo);
  g_test_add_func ("/widget/form-page/description-width", test_description_width);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
