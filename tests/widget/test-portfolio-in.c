/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A portfolio is brought in by the window: what would come in is shown, it
 * comes in with one change, and one undo takes it back.
 */

#include "mtr-test-import.h"
#include "mtr-test-portfolio-in.h"

static MtrApplication *application;

/* Waits until the page shows the words: a dry run takes a moment. */
static void
wait_for_words (MtrWindow  *window,
                const char *words)
{
  for (int i = 0; i < 50 && mtr_test_find (window, GTK_TYPE_LABEL, words) == NULL; i++)
    mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, words));
}

/* Her people, her pairing and what she has written; and back with one undo. */
static void
test_bring_in (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 1200);
  guint n_people = mtr_test_count (window, MTR_KIND_PERSON);
  GtkWidget *row;

  mtr_test_show_portfolio_in_preview (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "10 items of evidence"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "3 observations"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "2 things that were left out"));
  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Amara Whitlock with Oonagh Petrie");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New. Amara Whitlock with Oonagh Petrie. It is going on.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Whose portfolio it becomes");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people);

  mtr_test_press (window, "Bring It In");
  mtr_test_wait_for_page (window, "MtrPairingView");
  g_assert_cmpstr (mtr_programme_get_status (mtr_window_get_programme (window)), ==,
                   "The portfolio of Amara Whitlock is brought in. Ctrl+Z takes it back");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people + 6);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PORTFOLIO), ==, 1);
  mtr_page_go_to (mtr_window_get_page (window), MTR_KIND_PORTFOLIO, 0, MTR_FIELD_NONE);
  wait_for_words (window, "Brought in from “Thornmere practice supervisors, this year’s group”, as it was on 21 November 2026.");

  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PORTFOLIO), ==, 0);
  mtr_test_window_close (window);
}

/* A date that cannot well be right is said before anything is brought in. */
static void
test_odd_date (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);

  mtr_test_bring_in (window, "<started-on>2025-12-19<", "<started-on>2026-03-02<");
  wait_for_words (window,
                  "Practice supervisors in adult social care (PQS), from “Thornmere practice supervisors, this year’s group”, "
                  "as it was on 21 November 2026. Line 108, Initial formative observation, “Date”: 4 February 2026 is "
                  "before the pairing began (2 March 2026). What is sealed cannot be put right here; ask");
  mtr_test_window_close (window);
}

/* Where it is already, the button leads to it. */
static void
test_same (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);
  guint n_people;

  mtr_test_show_portfolio_in_preview (window);
  mtr_test_press (window, "Bring It In");
  mtr_test_wait_for_page (window, "MtrPairingView");
  n_people = mtr_test_count (window, MTR_KIND_PERSON);
  mtr_test_show_portfolio_in_preview (window);
  wait_for_words (window, "The same");
  mtr_test_press (window, "Show It");
  mtr_test_wait_for_page (window, "MtrPairingView");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PORTFOLIO), ==, 1);
  mtr_test_window_close (window);
}

/* Somebody of her name is here: that is whom it is for, unless it is said that it is not. */
static void
test_owner (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 1200);
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrChange *change = mtr_change_new ("add a person");
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_store_new_id (mtr_programme_get_store (programme)));
  GtkDropDown *owner;
  guint n_people;

  mtr_record_set_text (person, MTR_PERSON_NAME, "Amara Whitlock");
  mtr_change_insert (change, person);
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
  n_people = mtr_test_count (window, MTR_KIND_PERSON);

  mtr_test_show_portfolio_in_preview (window);
  owner = GTK_DROP_DOWN (mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_cmpuint (gtk_drop_down_get_selected (owner), >, 0);
  wait_for_words (window, "Whose portfolio it is. Somebody of this name is here already");

  gtk_drop_down_set_selected (owner, 0);
  wait_for_words (window, "Whose portfolio it is. Comes in as somebody new.");
  mtr_test_press (window, "Bring It In");
  mtr_test_wait_for_page (window, "MtrPairingView");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people + 6);
  mtr_test_window_close (window);
}

/* What is no portfolio is said on the first page, with the line; one that is refused says why at its top. */
static void
test_refused (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);

  mtr_test_show_portfolio_in_unread (window);
  mtr_test_wait_for_page (window, "MtrPortfolioInPage");
  wait_for_words (window, "Line 2: A portfolio may not have a document type declaration");

  mtr_test_show_portfolio_in_refused (window);
  wait_for_words (window, "Its scheme, “Practice supervisors in adult social care (PQS)” (another-scheme, version ");
  mtr_test_press (window, "Bring It In");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "It is refused, so nothing is brought in."));
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PORTFOLIO), ==, 0);
  mtr_test_window_close (window);
}

/* Something changed meanwhile: it is checked against what is there now. */
static void
test_stale (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 1200);
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrChange *change = mtr_change_new ("add a person");
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_store_new_id (mtr_programme_get_store (programme)));

  mtr_test_show_portfolio_in_preview (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Whose portfolio it is. Comes in as somebody new."));
  mtr_record_set_text (person, MTR_PERSON_NAME, "Amara Whitlock");
  mtr_change_insert (change, person);
  mtr_programme_act (programme, change, NULL);
  wait_for_words (window, "Whose portfolio it is. Somebody of this name is here already");
  mtr_test_window_close (window);
}

/* A file that can only be read has no such action. */
static void
test_read_only (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_READ_ONLY, 1000, 900);

  g_assert_false (g_action_group_has_action (G_ACTION_GROUP (window), "bring-in-portfolio"));
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
  g_test_add_func ("/widget/portfolio-in/bring-in", test_bring_in);
  g_test_add_func ("/widget/portfolio-in/odd-date", test_odd_date);
  g_test_add_func ("/widget/portfolio-in/same", test_same);
  g_test_add_func ("/widget/portfolio-in/owner", test_owner);
  g_test_add_func ("/widget/portfolio-in/refused", test_refused);
  g_test_add_func ("/widget/portfolio-in/stale", test_stale);
  g_test_add_func ("/widget/portfolio-in/read-only", test_read_only);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
