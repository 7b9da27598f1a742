/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages around the pairings: Today, the lists, the forms, the library and
 * search, on the sample and on a programme that was just started.
 */

#include "mtr-entry-row.h"
#include "mtr-field-row.h"
#include "mtr-new-pairing-page.h"
#include "mtr-own-pairings.h"
#include "mtr-person-page.h"
#include "mtr-record-page.h"
#include "mtr-reminder.h"
#include "mtr-search-page.h"
#include "mtr-test-window.h"
#include "mtr-today-model.h"
#include "mtr-today-page.h"

static MtrApplication *application;

static void
show_all (MtrWindow *window)
{
  GtkWidget *button = mtr_test_find (window, GTK_TYPE_BUTTON, "Show all");

  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
  mtr_test_window_settle (window);
}

/* Every place opens, full and empty, and goes again without a warning. */
static void
test_places (void)
{
  static const char * const places[] = { "today", "pairings", "people", "matching", "planner", "library" };
  static const MtrTestFile files[] = { MTR_TEST_FILE_EMPTY, MTR_TEST_FILE_SAMPLE };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      MtrWindow *window = mtr_test_window_new (application, files[i], 1000, 700);

      for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
        {
          mtr_window_show_place (window, places[j]);
          mtr_test_window_settle (window);
          gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help", NULL);
          mtr_test_window_settle (window);
          g_assert_true (mtr_window_pop (window));
        }
      mtr_test_window_close (window);
    }
}

static guint
count_rows (MtrWindow  *window,
            const char *title)
{
  GtkWidget *row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, title);
  guint n_rows = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows += g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title);

  return n_rows;
}

/* The reason that waits for the owner is set aside until a day, is counted, and comes back by undo. */
static void
test_set_aside (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  GtkWidget *row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Direct observation 2 waits for your signature");
  GtkWidget *button;
  const char *key;
  guint n_theirs;

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Direct observation 2 waits for your signature. Kiran Thackeray · observed "
                                       "26 Oct, reflection written 9 Nov. Read and sign");
  key = g_object_get_data (G_OBJECT (row), "key");
  n_theirs = count_rows (window, "Direct observation 2 waits for Kiran");
  g_assert_cmpuint (n_theirs, ==, 1);

  /* The menu is in sight, and is not one more stop of the keyboard. */
  button = mtr_test_find_widget (row, GTK_TYPE_BUTTON, NULL);
  while (button != NULL && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), "view-more-symbolic") != 0)
    button = gtk_widget_get_next_sibling (button);
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_focusable (button));
  g_signal_emit_by_name (button, "clicked");
  mtr_test_window_settle (window);
  g_assert_true (gtk_widget_get_mapped (g_object_get_data (G_OBJECT (row), "menu-popover")));
  gtk_popover_popdown (g_object_get_data (G_OBJECT (row), "menu-popover"));
  mtr_test_window_settle (window);

  g_assert_true (gtk_widget_activate_action (row, "today.set-aside", "s", key));
  mtr_test_window_settle (window);
  mtr_test_press (window, "Set Aside");

  g_assert_true (MTR_IS_TODAY_PAGE (mtr_window_get_page (window)));
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_SET_ASIDE), ==, 1);
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Direct observation 2 waits for your signature"));
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, "1 set aside"));
  /* Only the owner's half: what the other one has to do is waited for as before. */
  g_assert_cmpuint (count_rows (window, "Direct observation 2 waits for Kiran"), ==, n_theirs);

  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_SET_ASIDE), ==, 0);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Direct observation 2 waits for your signature"));
  mtr_test_window_close (window);
}

static guint
count_inductions (GPtrArray *reasons)
{
  guint n = 0;

  for (guint i = 0; i < reasons->len; i++)
    n += mtr_record_text_is (((const MtrTodayReason *) g_ptr_array_index (reasons, i))->attention, MTR_ATTENTION_REASON,
                             "induction");

  return n;
}

/* A mentor of several without an induction: one row, and "not now" is said once. */
static void
test_induction (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrChange *change = mtr_change_new ("no induction");
  MtrRecord *set_aside = mtr_record_new (MTR_KIND_SET_ASIDE, mtr_programme_new_id (programme));
  g_autoptr (MtrTodayModel) model = mtr_today_model_new (programme);
  g_autoptr (GPtrArray) all = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_ATTENTION);
  guint n = 0;

  mtr_change_clear (change, MTR_PERSON_INDUCTION_ON, mtr_programme_get_owner_id (programme));
  mtr_change_clear (change, MTR_PERSON_REFRESHER_ON, mtr_programme_get_owner_id (programme));
  mtr_programme_act (programme, change, NULL);
  mtr_today_model_load (model);
  mtr_test_window_settle (window);
  all = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_OWNER, NULL);
  for (guint i = 0; i < all->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (all, i), MTR_ATTENTION_REASON, "induction"))
      {
        n++;
        mtr_record_set_number (set_aside, MTR_SET_ASIDE_PAIRING_ID,
                               mtr_record_get_number (g_ptr_array_index (all, i), MTR_ATTENTION_PAIRING_ID));
      }
  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (count_inductions (mtr_today_model_get_yours (model)), ==, 1);

  mtr_record_set_text (set_aside, MTR_SET_ASIDE_REASON, "induction");
  mtr_record_set_number (set_aside, MTR_SET_ASIDE_SUBJECT_ID, mtr_programme_get_owner_id (programme));
  mtr_record_set_text (set_aside, MTR_SET_ASIDE_UNTIL_ON, "2026-12-24");
  change = mtr_change_new ("not now");
  mtr_change_insert (change, set_aside);
  mtr_programme_act (programme, change, NULL);
  mtr_today_model_load (model);
  mtr_test_window_settle (window);
  g_assert_cmpuint (count_inductions (mtr_today_model_get_yours (model)), ==, 0);
  g_assert_cmpuint (count_inductions (mtr_today_model_get_set_aside (model)), ==, 1);
  mtr_test_window_close (window);
}

/* "Did not happen" is noted from the card, and taken back. */
static void
test_not_held (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  GtkWidget *page = GTK_WIDGET (mtr_window_get_page (window));

  g_assert_nonnull (mtr_test_find_widget (page, GTK_TYPE_LABEL, "Friday’s session with Kiran Thackeray, 14:00"));
  g_assert_true (gtk_widget_activate_action (page, "today.not-held", "s", "cancelled"));
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find_widget (page, GTK_TYPE_LABEL, "Friday’s session with Kiran Thackeray, 14:00"));
  mtr_test_undo (window);
  g_assert_nonnull (mtr_test_find_widget (page, GTK_TYPE_LABEL, "Friday’s session with Kiran Thackeray, 14:00"));
  mtr_test_window_close (window);
}

/* The button says what is missing; filled in, it makes everything at once, and one undo takes it back. */
static void
test_new_pairing (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);
  GtkWidget *name;

  mtr_window_push (window, mtr_new_pairing_page_new (mtr_window_get_programme (window)));
  mtr_test_window_settle (window);
  mtr_test_press (window, "Propose the Pairing");
  g_assert_true (MTR_IS_NEW_PAIRING_PAGE (mtr_window_get_page (window)));
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "Say first who is to be mentored."));
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, 0);

  name = mtr_test_find_widget (GTK_WIDGET (window), MTR_TYPE_ENTRY_ROW, "Name of the new person (Supervisor)");
  mtr_entry_row_set_text (MTR_ENTRY_ROW (name), "Supervisor A");
  mtr_test_press (window, "Propose the Pairing");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, 1);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, 2);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PORTFOLIO), ==, 1);

  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, 0);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, 1);
  mtr_test_window_close (window);
}

/* Somebody who is used stays, and it is said why; somebody new goes and comes back. */
static void
test_remove_person (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (GPtrArray) found = NULL;
  guint n_people = mtr_test_count (window, MTR_KIND_PERSON);
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (programme));
  gint64 id = mtr_record_get_id (person);
  MtrChange *change = mtr_change_new ("add");

  query.contains = "Kiran";
  found = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_LEAD, NULL);
  mtr_window_push (window, mtr_person_page_new (programme, mtr_record_get_id (g_ptr_array_index (found, 0))));
  mtr_test_window_settle (window);
  mtr_test_press (window, "Remove This Person");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people);
  g_assert_cmpstr (mtr_programme_get_status (programme), ==,
                   "This person is in 1 pairing and stays while it is there. Nothing was changed.");
  mtr_window_pop (window);

  mtr_record_set_text (person, MTR_PERSON_NAME, "Peer F");
  mtr_change_insert (change, person);
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);
  mtr_window_push (window, mtr_person_page_new (programme, id));
  mtr_test_window_settle (window);
  mtr_test_press (window, "Remove This Person");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people);
  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PERSON), ==, n_people + 1);
  mtr_test_window_close (window);
}

/* A name with an override of direction turns nothing around it, wherever it stands. */
#define TURNED "Al\xe2\x80\xae" "ex Abiola"
#define ISOLATED "\xe2\x81\xa8" TURNED "\xe2\x81\xa9"

static void
test_turned_name (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (GPtrArray) found = NULL;
  MtrChange *change = mtr_change_new ("rename");
  MtrPage *search;
  gint64 id;

  query.contains = "Kiran";
  found = mtr_store_list_records (mtr_programme_get_store (programme), &query, MTR_READER_LEAD, NULL);
  id = mtr_record_get_id (g_ptr_array_index (found, 0));
  mtr_change_set_text (change, MTR_PERSON_NAME, id, TURNED);
  mtr_change_set_text (change, MTR_PROGRAMME_TITLE, mtr_programme_get_id (programme), TURNED);
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, ISOLATED);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mtr_test_find (window, ADW_TYPE_ACTION_ROW,
                                                                      "Direct observation 2 waits")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Direct observation 2 waits for your signature. " ISOLATED " · observed "
                                       "26 Oct, reflection written 9 Nov. Read and sign");
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                          "Friday’s session with " ISOLATED ", 14:00"));

  mtr_window_show_place (window, "pairings");
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, ISOLATED " with Oonagh Petrie"));
  mtr_window_show_place (window, "people");
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, ISOLATED));

  search = mtr_search_page_new (programme);
  mtr_window_push (window, search);
  mtr_search_page_search (MTR_SEARCH_PAGE (search), "Abiola");
  mtr_test_window_settle (window);
  /* The whole of what was found is isolated. */
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (search), ADW_TYPE_ACTION_ROW, "\xe2\x81\xa8" TURNED));
  mtr_window_pop (window);

  mtr_test_open_pairing (window, TURNED);
  g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, ISOLATED " with Oonagh Petrie");
  mtr_test_window_close (window);
}

static gint64
insert_pairing (MtrProgramme *programme,
                const char   *state,
                const char   *role)
{
  gint64 owner_id = mtr_programme_get_owner_id (programme);
  MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, mtr_programme_new_id (programme));
  MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, mtr_programme_new_id (programme));
  gint64 id = mtr_record_get_id (pairing);
  MtrChange *change = mtr_change_new ("propose");

  mtr_record_set_text (pairing, MTR_PAIRING_PACK, "pqs-adults");
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, state);
  mtr_record_set_text (pairing, MTR_PAIRING_PROPOSED_ON, "2026-01-05");
  mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, id);
  mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, owner_id);
  mtr_record_set_text (member, MTR_MEMBER_ROLE, role);
  mtr_change_insert (change, pairing);
  mtr_change_insert (change, member);
  mtr_programme_act (programme, change, NULL);
  g_assert_true (mtr_programme_settle (programme));

  return id;
}

/* Nobody writes about a pairing that has ended, whatever they were in it. */
static void
test_pairing_to_write (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 700);
  MtrProgramme *programme = mtr_window_get_programme (window);
  gint64 running_id;

  g_assert_cmpint (mtr_own_pairings_find_to_write (programme), ==, 0);
  insert_pairing (programme, "ended", "mentee");
  g_assert_cmpint (mtr_own_pairings_find_to_write (programme), ==, 0);
  running_id = insert_pairing (programme, "active", "mentee");
  g_assert_cmpint (mtr_own_pairings_find_to_write (programme), ==, running_id);
  mtr_test_window_close (window);
}

/* After an ending the next pairing is the same mentee's. */
static void
test_next_pairing (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  gint64 pairing_id = mtr_test_find_pairing (window, "Joss");
  GtkWidget *drop_down;

  mtr_window_open_pairing (window, pairing_id);
  mtr_test_window_settle (window);
  mtr_test_press (window, "Propose the next pairing");
  drop_down = mtr_test_find (window, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down))), ==,
                   "Joss Merriweather");
  mtr_test_press (window, "Propose the Pairing");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_PAIRING), ==, 5);
  mtr_test_window_close (window);
}

/* What is still to do is added without a session, changed, removed, and comes back by undo. */
static void
test_actions (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  gint64 pairing_id = mtr_test_find_pairing (window, "Amara");
  guint n_actions = mtr_test_count (window, MTR_KIND_ACTION);
  GtkWidget *row;

  mtr_window_open_pairing (window, pairing_id);
  mtr_test_window_settle (window);
  g_assert_true (mtr_page_command (mtr_window_get_page (window), "show-2"));
  mtr_test_window_settle (window);
  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Add something to do");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  mtr_test_window_settle (window);
  g_assert_true (MTR_IS_RECORD_PAGE (mtr_window_get_page (window)));
  /* Nothing is kept before something is typed. */
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_ACTION), ==, n_actions);
  mtr_test_write_field (window, MTR_ACTION_TEXT, "Zebra crossing rota");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_ACTION), ==, n_actions + 1);
  g_assert_true (mtr_window_pop (window));
  mtr_test_window_settle (window);
  show_all (window);
  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Zebra crossing rota");
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (g_object_get_data (G_OBJECT (row), "change")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Change: Zebra crossing rota");

  g_signal_emit_by_name (g_object_get_data (G_OBJECT (row), "change"), "clicked");
  mtr_test_window_settle (window);
  mtr_test_press (window, "Remove");
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_ACTION), ==, n_actions);
  /* The form of what is gone goes too. */
  g_assert_false (MTR_IS_RECORD_PAGE (mtr_window_get_page (window)));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Zebra crossing rota"));
  mtr_test_undo (window);
  g_assert_cmpuint (mtr_test_count (window, MTR_KIND_ACTION), ==, n_actions + 1);
  row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Zebra crossing rota");
  g_assert_nonnull (row);
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"), TRUE);
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Zebra crossing rota"));
  mtr_test_undo (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Zebra crossing rota"));
  mtr_test_window_close (window);
}

/* Found by the beginning of a word; private text says that it is private; the last words count. */
static void
test_search (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrPage *page = mtr_search_page_new (mtr_window_get_programme (window));

  mtr_window_push (window, page);
  mtr_search_page_search (MTR_SEARCH_PAGE (page), "Falconb");
  mtr_search_page_search (MTR_SEARCH_PAGE (page), "silences");
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find_widget (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Falconbridge"));
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_LABEL, "🔒 only you"));

  mtr_search_page_search (MTR_SEARCH_PAGE (page), "xylophone");
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_LABEL, "Nothing found"));
  g_assert_null (mtr_test_find_widget (GTK_WIDGET (page), GTK_TYPE_LABEL, "0 places"));

  /* A person that was found opens, and going back comes back to what was found. */
  mtr_search_page_search (MTR_SEARCH_PAGE (page), "Kiran Thackeray");
  mtr_test_window_settle (window);
  adw_action_row_activate (ADW_ACTION_ROW (mtr_test_find_widget (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Kiran")));
  mtr_test_window_settle (window);
  g_assert_true (MTR_IS_PERSON_PAGE (mtr_window_get_page (window)));
  g_assert_true (mtr_window_pop (window));
  g_assert_true (mtr_window_get_page (window) == page);
  mtr_test_window_close (window);
}

/* Menus are made when they are opened, and then they are there. */
static void
test_menu (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 700);
  GtkWidget *button = mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_MENU_BUTTON, NULL);

  for (int i = 0; i < 2; i++)
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      mtr_test_window_settle (window);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)))));
      gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
      mtr_test_window_settle (window);
    }
  mtr_test_window_close (window);
}

/* The reminder says nothing: no name, no topic, nothing of a reason. */
static void
test_reminder (void)
{
  g_autofree char *uri = mtr_reminder_dup_uri ("mentor.b@council.example", "Group & year");
  g_autofree char *nobody = mtr_reminder_dup_uri (NULL, "Group");

  g_assert_cmpstr (uri, ==,
                   "mailto:mentor.b@council.example?subject=Mentoring%3A%20a%20small%20reminder&body=Hello%2C%0A%0A"
                   "something%20in%20our%20mentoring%20%28Group%20%26%20year%29%20is%20waiting%20for%20you.%20Could%20you"
                   "%20have%20a%20look%20when%20you%20have%20a%20moment%3F%0A%0AThank%20you");
  g_assert_true (g_str_has_prefix (nobody, "mailto:?subject="));
}

/* A page that is gone is gone. */
static void
test_finalize (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 700);
  MtrPage *page = mtr_person_page_new (mtr_window_get_programme (window),
                                       mtr_programme_get_owner_id (mtr_window_get_programme (window)));
  gpointer weak = page;

  g_object_add_weak_pointer (G_OBJECT (page), &weak);
  mtr_window_push (window, page);
  mtr_test_window_settle (window);
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  g_assert_null (weak);
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

  g_test_add_func ("/app/desk/places", test_places);
  g_test_add_func ("/app/desk/set-aside", test_set_aside);
  g_test_add_func ("/app/desk/induction", test_induction);
  g_test_add_func ("/app/desk/not-held", test_not_held);
  g_test_add_func ("/app/desk/new-pairing", test_new_pairing);
  g_test_add_func ("/app/desk/remove-person", test_remove_person);
  g_test_add_func ("/app/desk/turned-name", test_turned_name);
  g_test_add_func ("/app/desk/pairing-to-write", test_pairing_to_write);
  g_test_add_func ("/app/desk/next-pairing", test_next_pairing);
  g_test_add_func ("/app/desk/actions", test_actions);
  g_test_add_func ("/app/desk/search", test_search);
  g_test_add_func ("/app/desk/menu", test_menu);
  g_test_add_func ("/app/desk/reminder", test_reminder);
  g_test_add_func ("/app/desk/finalize", test_finalize);
  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
