/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of a spreadsheet in the window: columns, the list of what would
 * become of each row, and one change that one undo takes back.
 */

#include "mtr-test-import.h"

#include "mtr-list-page.h"
#include "mtr-person-page.h"

static MtrApplication *application;

static MtrRecord *
find_person (MtrWindow  *window,
             const char *name)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  query.contains = name;
  found = mtr_store_list_records (mtr_test_get_store (window), &query, MTR_READER_OWNER,
                                  &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, <=, 1);

  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

static guint
count_people (MtrWindow *window)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);

  return (guint) mtr_store_count (mtr_test_get_store (window), &query, NULL);
}

static void
tick (MtrWindow  *window,
      const char *words)
{
  GtkWidget *label = mtr_test_find (window, GTK_TYPE_LABEL, words);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON)), TRUE);
}

static GtkWidget *
find_list (MtrWindow *window)
{
  return mtr_test_find (window, GTK_TYPE_LIST_VIEW, NULL);
}

static guint
count_shown (MtrWindow *window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_list (window)))));
}

/* Two refused: nothing goes in until they are left out; then everything else does, and one undo takes it back. */
static void
test_import (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  guint n_people = count_people (window);
  g_autoptr (MtrRecord) before = find_person (window, "Oonagh Petrie");
  g_autoptr (MtrRecord) changed = NULL;
  g_autoptr (MtrRecord) added = NULL;
  g_autoptr (MtrRecord) manager = find_person (window, "Farida Penhallow");
  g_autoptr (MtrRecord) undone = NULL;

  mtr_test_show_import_rows (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "2 new, 1 changed, 1 the same, 2 refused"));
  g_assert_cmpuint (count_shown (window), ==, 6);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Team: “Hillside Hospital Team” → “Riverside Team”"));

  /* By result: all rows, new, changed, the same, refused. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL)), 4);
  mtr_test_window_settle (window);
  g_assert_cmpuint (count_shown (window), ==, 2);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Line 6: Lorne Tamsin"));

  mtr_test_press (window, "Import 3 Rows");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL,
                                   "Nothing is imported while a row is refused. Mend the file, or leave"));
  g_assert_cmpuint (count_people (window), ==, n_people);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (mtr_test_find (window, GTK_TYPE_CHECK_BUTTON,
                                                                "Leave the refused rows out")), TRUE);
  mtr_test_press (window, "Import 3 Rows");
  mtr_test_wait_for_page (window, "MtrListPage");
  g_assert_cmpstr (mtr_programme_get_status (mtr_window_get_programme (window)), ==,
                   "3 rows about people are taken in. Ctrl+Z takes them back");
  g_assert_cmpuint (count_people (window), ==, n_people + 2);
  added = find_person (window, "Newby Quill");
  g_assert_cmpstr (mtr_record_get_text (added, MTR_PERSON_TEAM), ==, "Harbour Team");
  g_assert_cmpint (mtr_record_get_number (added, MTR_PERSON_CAPACITY), ==, 2);
  g_assert_cmpint (mtr_record_get_number (added, MTR_PERSON_LINE_MANAGER_ID), ==, mtr_record_get_id (manager));
  /* What is about who somebody is stays out unless it is ticked. */
  g_assert_false (mtr_record_is_set (added, MTR_PERSON_CHARACTERISTICS));
  changed = find_person (window, "Oonagh Petrie");
  g_assert_cmpstr (mtr_record_get_text (changed, MTR_PERSON_TEAM), ==, "Riverside Team");

  mtr_test_undo (window);
  g_assert_cmpuint (count_people (window), ==, n_people);
  undone = find_person (window, "Oonagh Petrie");
  g_assert_true (mtr_record_equal_field (before, undone, MTR_PERSON_TEAM));
  mtr_test_window_close (window);
}

/* Ticked, it comes in; and what is chosen for a column is remembered. */
static void
test_columns (void)
{
  static const char rows[] = "Who,Characteristics,Division\r\nNewby Quill,something,Adults\r\n";
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  g_autoptr (MtrRecord) added = NULL;
  GtkWidget *drop_down;
  GListModel *titles;

  mtr_test_import_rows (window, rows);
  mtr_test_wait_for_page (window, "MtrImportColumnsPage");
  mtr_test_press (window, "Check the Rows");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "No column has the name. Choose which one it is."));

  /* "Who" is not known: it is said to be the name, which then leads the list of choices. */
  drop_down = mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL);
  titles = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 0);
  for (guint i = 0; i < g_list_model_get_n_items (titles); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (titles), i), "Name"))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mtr_test_find (window, GTK_TYPE_CHECK_BUTTON,
                                                                "Take it in all the same")), TRUE);
  mtr_test_check_rows (window);
  mtr_test_press (window, "Import 1 Row");
  mtr_test_wait_for_page (window, "MtrListPage");
  added = find_person (window, "Newby Quill");
  g_assert_cmpstr (mtr_record_get_text (added, MTR_PERSON_CHARACTERISTICS), ==, "something");
  g_assert_cmpstr (mtr_record_get_text (added, MTR_PERSON_SERVICE), ==, "Adults");

  mtr_test_import_rows (window, rows);
  mtr_test_wait_for_page (window, "MtrImportColumnsPage");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL))), !=, 0);
  mtr_test_window_close (window);
}

/* What cannot be read is said, with where, and nothing has happened. */
static void
test_unreadable (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);

  mtr_test_show_import_unread (window);
  mtr_test_wait_for_page (window, "MtrImportPage");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "The row that begins in line 2 has a quotation mark"));
  mtr_test_window_close (window);
}

/* Something changed meanwhile: the rows are checked against what is there now. */
static void
test_stale (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  g_autoptr (MtrRecord) person = find_person (window, "Oonagh Petrie");
  MtrChange *change = mtr_change_new ("move");

  mtr_test_show_import_rows (window);
  mtr_change_set_text (change, MTR_PERSON_TEAM, mtr_record_get_id (person), "Riverside Team");
  mtr_programme_act (programme, change, NULL);
  for (int i = 0; i < 20 && mtr_test_find (window, GTK_TYPE_LABEL,
                                           "2 new, 0 changed, 2 the same, 2 refused") == NULL; i++)
    mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "2 new, 0 changed, 2 the same, 2 refused"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_BUTTON, "Import 2 Rows"));
  mtr_test_window_close (window);
}

/* The choices of the list of people. Of the twelve in the sample three have a mentor, and one of the others, whose
 * pairing ended, asked for another; one more waits, one offers to mentor, and one has left. */
static void
test_filters (void)
{
  static const struct {
    guint       filter;
    const char *words;
  } rows[] = {
    { 0, "12 people" }, { 1, "2 people" }, { 2, "1 person" }, { 3, "1 person" },
    { 4, "8 people" }, { 5, "1 person" },
  };
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  g_autoptr (MtrRecord) looking = find_person (window, "Lorna Eastwick");
  g_autoptr (MtrRecord) mentor = find_person (window, "Delroy Ashcombe");
  g_autoptr (MtrRecord) gone = find_person (window, "Beatrix Oyelaran");
  MtrChange *change = mtr_change_new ("take part");

  mtr_change_set_text (change, MTR_PERSON_WAITING_SINCE_ON, mtr_record_get_id (looking), "2026-11-02");
  mtr_change_set_number (change, MTR_PERSON_WILLING_TO_MENTOR, mtr_record_get_id (mentor), 1);
  mtr_change_set_text (change, MTR_PERSON_LEFT_ON, mtr_record_get_id (gone), "2026-10-31");
  mtr_programme_act (programme, change, NULL);
  mtr_window_show_place (window, "people");
  mtr_test_window_settle (window);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mtr_list_page_set_filter (MTR_LIST_PAGE (mtr_window_get_page (window)), rows[i].filter);
      for (int j = 0; j < 20 && mtr_test_find (window, GTK_TYPE_LABEL, rows[i].words) == NULL; j++)
        mtr_test_window_settle (window);
      g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, rows[i].words));
    }
  mtr_test_window_close (window);
}

/* The parts of a profile: what is ticked and chosen is saved. */
static void
test_profile (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 1200);
  g_autoptr (MtrRecord) person = find_person (window, "Oonagh Petrie");
  g_autoptr (MtrRecord) saved = NULL;

  mtr_window_push (window, mtr_person_page_new (mtr_window_get_programme (window), mtr_record_get_id (person)));
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Meeting and learning");
  g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, "Meeting and learning");
  /* Not chosen, in person, by video … */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL)), 2);
  tick (window, "Tuesday afternoon");
  tick (window, "Friday morning");
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "2 of 6 filled in"));
  saved = find_person (window, "Oonagh Petrie");
  g_assert_cmpstr (mtr_record_get_text (saved, MTR_PERSON_MODE), ==, "video");
  g_assert_cmpstr (mtr_record_get_text (saved, MTR_PERSON_AVAILABILITY), ==, "tuesday-afternoon friday-morning");

  /* Whoever sends somebody to a field sends them to its part. */
  mtr_page_go_to (mtr_window_get_page (window), MTR_KIND_PERSON, mtr_record_get_id (person), MTR_PERSON_FIELD_MONTHS);
  mtr_test_window_settle (window);
  g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, "Registration and experience");
  mtr_test_window_close (window);
}

/* What already exists comes in from a spreadsheet: pairings first, then their past sessions; each is one undo. */
static void
test_pairings_and_sessions (void)
{
  static const char pairings[] =
    "Mentee,Mentor,Status,Start date\r\n"
    "Newby Quill,Oonagh Petrie,active,2026-01-12\r\n";
  static const char sessions[] =
    "Mentee,Mentor,Date,Minutes,Status\r\n"
    "Newby Quill,Oonagh Petrie,2026-02-02,60,held\r\n"
    "Newby Quill,Oonagh Petrie,2026-02-23,45,held\r\n";
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  guint n_pairings = mtr_test_count (window, MTR_KIND_PAIRING);
  guint n_sessions = mtr_test_count (window, MTR_KIND_SESSION);

  mtr_test_import_rows (window, "Name\r\nNewby Quill\r\n");
  mtr_test_wait_for_page (window, "MtrImportColumnsPage");
  mtr_test_check_rows (window);
  mtr_test_press (window, "Import 1 Row");
  mtr_test_wait_for_page (window, "MtrListPage");

  mtr_test_import_subject (window, "pairings", pairings);
  mtr_test_wait_for_page (window, "MtrImportColumnsPage");
  mtr_test_check_rows (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "1 new"));
  mtr_test_press (window, "Import 1 Row");
  mtr_test_wait_for_page (window, "MtrListPage");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, n_pairings + 1);

  mtr_test_import_subject (window, "sessions", sessions);
  mtr_test_wait_for_page (window, "MtrImportColumnsPage");
  mtr_test_check_rows (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "2 new"));
  mtr_test_press (window, "Import 2 Rows");
  mtr_test_wait_for_page (window, "MtrListPage");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_SESSION), ==, n_sessions + 2);

  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_SESSION), ==, n_sessions);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, n_pairings + 1);
  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, n_pairings);
  mtr_test_window_close (window);
}

/* Stopped while the rows are checked: nothing has changed. */
static void
test_stop (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  guint n_people = count_people (window);
  g_autoptr (GString) rows = g_string_new ("Name,Team\r\n");
  GtkWidget *stop;
  gint64 until;

  for (int i = 0; i < 60000; i++)
    g_string_append_printf (rows, "Person %d,Team %d\r\n", i, i % 50);
  mtr_test_import_rows (window, rows->str);
  mtr_test_wait_for_page (window, "MtrImportColumnsPage");
  g_signal_emit_by_name (mtr_test_find (window, GTK_TYPE_BUTTON, "Check the Rows"), "clicked");
  until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  while ((stop = mtr_test_find (window, GTK_TYPE_BUTTON, "Stop")) == NULL && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (stop);
  g_signal_emit_by_name (stop, "clicked");
  until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  while (mtr_test_find (window, GTK_TYPE_BUTTON, "Stop") != NULL && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Stop"));
  g_assert_cmpuint (count_people (window), ==, n_people);
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
  g_test_add_func ("/widget/import/rows", test_import);
  g_test_add_func ("/widget/import/columns", test_columns);
  g_test_add_func ("/widget/import/unreadable", test_unreadable);
  g_test_add_func ("/widget/import/stale", test_stale);
  g_test_add_func ("/widget/import/pairings-and-sessions", test_pairings_and_sessions);
  g_test_add_func ("/widget/import/stop", test_stop);
  g_test_add_func ("/widget/people/filters", test_filters);
  g_test_add_func ("/widget/person/profile", test_profile);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
