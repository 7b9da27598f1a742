/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of matching, on people made for it: suggestions, what is said about
 * two people, publishing once and twice, weights and peer groups, each with its
 * undo.
 */

#include "mtr-match-rule.h"
#include "mtr-match-weights-page.h"
#include "mtr-pairing.h"
#include "mtr-test-matching.h"

static MtrApplication *application;

static guint
count_records (MtrWindow  *window,
               MtrKind     kind,
               MtrField    field,
               const char *text)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (kind);
  g_autoptr (GPtrArray) records = mtr_store_list_records (mtr_test_get_store (window), &query,
                                                          MTR_READER_LEAD, NULL);
  guint n = 0;

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    n += field == MTR_FIELD_NONE || mtr_record_text_is (g_ptr_array_index (records, i), field, text);

  return n;
}

static void
answer (MtrWindow  *window,
        const char *label)
{
  GtkWidget *dialog = mtr_test_find_other_window (window);

  g_assert_nonnull (dialog);
  g_signal_emit_by_name (mtr_test_find_widget (dialog, GTK_TYPE_BUTTON, label), "clicked");
  mtr_test_window_settle (window);
}

static const char *
get_subtitle (MtrWindow  *window,
              const char *title)
{
  GtkWidget *row = mtr_test_find (window, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* Nobody is there: the page says so, and what to do. */
static void
test_empty (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);

  mtr_test_show_matching (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Nobody looks for a mentor; no mentor has room."));
  g_assert_null (mtr_test_find (window, GTK_TYPE_BUTTON, "Suggest Pairs"));
  mtr_test_press (window, "Open People");
  g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, "People");
  mtr_test_window_close (window);
}

/* Four with room for five, six who look for one: five are suggested, and one is told why not. */
static void
test_suggest (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);

  mtr_test_show_matching_queue (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "6 people look for a mentor; 4 mentors have room for 5."));
  g_assert_cmpstr (get_subtitle (window, "Tamsin Greyling"), ==, "waiting since 3 Aug 2026");
  mtr_test_press (window, "Suggest Pairs");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Tamsin Greyling with"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Jem Okonjo-Hartley with Cassia"));
  g_assert_cmpstr (mtr_programme_get_status (mtr_window_get_programme (window)), ==,
                   "5 pairs are suggested, 1 person is without one");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Without a suggestion"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "Places that are left"));

  /* Why these two, in words, and what is nobody's business here is nowhere. */
  mtr_test_open_row (window, "Jem Okonjo-Hartley with Cassia");
  g_assert_cmpstr (get_subtitle (window, "Offers 1 of 1 skill that is wanted: transitions"), ==, "Skills");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Suggested for each other in this round."));
  g_assert_null (mtr_test_find_widget (GTK_WIDGET (window), GTK_TYPE_LABEL, "Zanzibarian"));
  mtr_test_open_row (window, "Choose another mentor");
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Ottilie Brandreth"));
  mtr_test_window_close (window);
}

/* A pin holds and a pair that is ruled out goes, both with an undo, and both are in the list of what is in force. */
static void
test_rules (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);

  mtr_test_show_matching_full (window);
  mtr_test_open_row (window, "Jem Okonjo-Hartley with Cassia");
  mtr_test_open_row (window, "Not these two in this round");
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RULE, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_FORBID), ==, 1);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "These two are ruled out for this round"));
  g_assert_true (mtr_window_pop (window));
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Jem Okonjo-Hartley with Cassia"));
  mtr_test_open_row (window, "Pinned and ruled out");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Not in this round"));
  mtr_test_open_row (window, "Jem Okonjo-Hartley with Cassia");
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RULE, MTR_FIELD_NONE, NULL), ==, 0);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Nothing is said about anybody."));
  mtr_test_undo (window);
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RULE, MTR_FIELD_NONE, NULL), ==, 1);
  mtr_test_undo (window);
  g_assert_true (mtr_window_pop (window));
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Jem Okonjo-Hartley with Cassia"));

  /* Another one is pinned from their own page. */
  mtr_test_open_row (window, "Jem Okonjo-Hartley with Cassia");
  mtr_test_open_row (window, "Choose another mentor");
  mtr_test_open_row (window, "Peregrine Stott");
  mtr_test_open_row (window, "These two");
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RULE, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_PIN), ==, 1);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "These two are pinned"));
  mtr_window_pop (window);
  mtr_window_pop (window);
  mtr_window_pop (window);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Jem Okonjo-Hartley with Peregrine"));

  /* The last word holds: never takes the pin's place. */
  mtr_test_open_row (window, "Jem Okonjo-Hartley with Peregrine");
  mtr_test_open_row (window, "Never these two");
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RULE, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_PIN), ==, 0);
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RULE, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_EXCLUDE), ==, 1);
  /* A pin that cannot be is refused with the reason. */
  mtr_test_open_row (window, "These two");
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RULE, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_PIN), ==, 0);
  g_assert_cmpstr (mtr_programme_get_status (mtr_window_get_programme (window)), ==,
                   "Jem Okonjo-Hartley and Peregrine Stott are not to be brought together.");
  mtr_test_window_close (window);
}

/* Nothing before the answer; then everything at once; a second time is refused; one undo takes all of it back. */
static void
test_publish (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);
  g_autofree char *refusal = NULL;

  mtr_test_show_matching_publish (window);
  answer (window, "Not Yet");
  g_assert_cmpuint (count_records (window, MTR_KIND_PAIRING, MTR_FIELD_NONE, NULL), ==, 0);
  mtr_test_press (window, "Publish…");
  answer (window, "Publish");
  g_assert_cmpuint (count_records (window, MTR_KIND_PAIRING, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED), ==, 5);
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_RUN, MTR_FIELD_NONE, NULL), ==, 1);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "5 pairings are proposed"));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "1 person looks for a mentor; no mentor has room."));

  mtr_test_undo (window);
  g_assert_cmpuint (count_records (window, MTR_KIND_PAIRING, MTR_FIELD_NONE, NULL), ==, 0);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Jem Okonjo-Hartley with Cassia"));

  /* What was published while the question stood there is not published again. */
  mtr_test_press (window, "Publish…");
  mtr_programme_redo (mtr_window_get_programme (window));
  mtr_test_window_settle (window);
  answer (window, "Publish");
  g_assert_cmpuint (count_records (window, MTR_KIND_PAIRING, MTR_FIELD_NONE, NULL), ==, 5);
  g_assert_nonnull (mtr_test_find_other_window (window));
  refusal = g_strdup (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (mtr_test_find_other_window (window))));
  g_assert_nonnull (strstr (refusal, "has a pairing with"));
  g_assert_nonnull (strstr (refusal, "it may have been published before."));
  answer (window, "Close");
  mtr_test_open_row (window, "5 pairings are proposed");
  g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, "Pairings");
  mtr_test_window_close (window);
}

/* Somebody leaves while the question stands there. */
static void
test_left (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 900);
  MtrChange *change = mtr_change_new ("leave");

  mtr_test_show_matching_publish (window);
  mtr_change_set_text (change, MTR_PERSON_LEFT_ON, mtr_test_matching_find_person (window, "Jem"), "2026-11-20");
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  answer (window, "Publish");
  g_assert_cmpuint (count_records (window, MTR_KIND_PAIRING, MTR_FIELD_NONE, NULL), ==, 0);
  g_assert_nonnull (mtr_test_find_other_window (window));
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (mtr_test_find_other_window (window))), ==,
                   "Jem Okonjo-Hartley has left.");
  answer (window, "Close");
  mtr_test_window_close (window);
}

static GtkWidget *
find_drop_down (MtrWindow  *window,
                const char *row)
{
  return mtr_test_find_widget (mtr_test_find (window, ADW_TYPE_ACTION_ROW, row), GTK_TYPE_DROP_DOWN, NULL);
}

/* A word is a weight, and one undo. */
static void
test_weights (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 1400);
  GtkDropDown *skills;

  mtr_test_show_matching_weights (window);
  skills = GTK_DROP_DOWN (find_drop_down (window, "Skills"));
  g_assert_cmpuint (gtk_drop_down_get_selected (skills), ==, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (skills), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "That the mentor offers what is wanted");
  gtk_drop_down_set_selected (skills, 0);
  mtr_test_window_settle (window);
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_WEIGHT, MTR_MATCH_WEIGHT_CRITERION, "skills"), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (skills), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop_down (window, "Waiting")), 3);
  mtr_test_window_settle (window);
  mtr_test_undo (window);
  mtr_test_undo (window);
  g_assert_cmpuint (gtk_drop_down_get_selected (skills), ==, 2);
  g_assert_cmpuint (count_records (window, MTR_KIND_MATCH_WEIGHT, MTR_FIELD_NONE, NULL), ==, 0);
  mtr_test_window_close (window);
}

/* Six people are one group or two, and are proposed with one undo. */
static void
test_peer_groups (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_EMPTY, 1000, 1400);
  GtkWidget *size;

  mtr_test_show_peer_groups (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Group 1, facilitated by"));
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Group 2"));
  size = mtr_test_find (window, GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (size), 3);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Group 2, facilitated by"));
  gtk_switch_set_active (GTK_SWITCH (mtr_test_find (window, GTK_TYPE_SWITCH, NULL)),
                         FALSE);
  mtr_test_window_settle (window);
  g_assert_nonnull (strstr (get_subtitle (window, "Group 2"), "To weigh: Nobody facilitates this group yet."));

  /* Five are one group of five; three who stay out leave one of three, and four leave none. */
  for (guint i = 0; i < 4; i++)
    {
      static const char * const names[] = { "Tamsin", "Rohan", "Ursula", "Jem" };

      mtr_test_open_row (window, names[i]);
    }
  g_assert_null (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Group 1"));
  mtr_test_press (window, "Propose the Groups");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "A peer group has at least 3 members."));
  mtr_test_open_row (window, "Jem");
  mtr_test_press (window, "Propose the Groups");
  g_assert_cmpuint (count_records (window, MTR_KIND_PAIRING, MTR_PAIRING_STRUCTURE, "group"), ==, 1);
  g_assert_cmpuint (count_records (window, MTR_KIND_MEMBER, MTR_FIELD_NONE, NULL), ==, 3);
  mtr_test_undo (window);
  g_assert_cmpuint (count_records (window, MTR_KIND_PAIRING, MTR_FIELD_NONE, NULL), ==, 0);
  mtr_test_window_close (window);
}

/* Who ended a pairing to go on with another mentor is first in the queue, since that day. */
static void
test_asked_again (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);

  mtr_test_show_matching (window);
  g_assert_true (g_str_has_prefix (get_subtitle (window, "Joss Merriweather"), "asked for another mentor, waiting since "));
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

  g_test_add_func ("/app/matching/empty", test_empty);
  g_test_add_func ("/app/matching/suggest", test_suggest);
  g_test_add_func ("/app/matching/rules", test_rules);
  g_test_add_func ("/app/matching/publish", test_publish);
  g_test_add_func ("/app/matching/left", test_left);
  g_test_add_func ("/app/matching/weights", test_weights);
  g_test_add_func ("/app/matching/peer-groups", test_peer_groups);
  g_test_add_func ("/app/matching/asked-again", test_asked_again);

  status = g_test_run ();
  g_clear_object (&application);

  return status;
}
