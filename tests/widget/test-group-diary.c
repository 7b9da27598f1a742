/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A peer group of six with a facilitator: made by hand, members who join late
 * and leave early, its diary, who was there, the presenter and the question, and
 * what each takes away.
 */

#include "mtr-date.h"
#include "mtr-entry-row.h"
#include "mtr-evidence-actions.h"
#include "mtr-field-row.h"
#include "mtr-form-page.h"
#include "mtr-group.h"
#include "mtr-new-member-page.h"
#include "mtr-occasion.h"
#include "mtr-pairing-view.h"
#include "mtr-record-page.h"
#include "mtr-session-page.h"
#include "mtr-test-window.h"
#include "mtr-today-model.h"

static MtrApplication *application;

/* ---- A group that meets three times ----------------------------------------------------------- */

typedef struct {
  gint64 group;
  gint64 facilitator;  /* somebody who is no member; the mentor only where the owner is a member */
  gint64 people[6];
  gint64 members[6];
  gint64 sessions[3];
} Group;

static const char * const session_days[] = { "2026-09-03", "2026-10-01", "2026-11-05" };

/* The first five from August; the sixth from October; the first one leaves in October. The facilitator is the owner, or,
 * where the owner is to be a member, somebody else. */
static Group
make_group (MtrWindow *window,
            gint64     owner_as_member)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  MtrChange *change = mtr_change_new ("make a group");
  MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, mtr_programme_new_id (programme));
  MtrRecord *facilitator = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (programme));
  Group made = { 0, };

  mtr_record_set_text (facilitator, MTR_PERSON_NAME, "Facilitator F");
  made.group = mtr_record_get_id (pairing);
  made.facilitator = mtr_record_get_id (facilitator);
  mtr_record_set_text (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (mtr_programme_get_pack (programme, NULL)));
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, "active");
  mtr_record_set_text (pairing, MTR_PAIRING_STRUCTURE, MTR_STRUCTURE_GROUP);
  mtr_record_set_text (pairing, MTR_PAIRING_TITLE, "Thursday group");
  mtr_record_set_text (pairing, MTR_PAIRING_STARTED_ON, "2026-08-20");
  mtr_record_set_number (pairing, MTR_PAIRING_MENTOR_ID, owner_as_member != 0 ? mtr_record_get_id (facilitator)
                                                                               : mtr_programme_get_owner_id (programme));
  mtr_change_insert (change, facilitator);
  mtr_change_insert (change, pairing);
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Member %c", 'A' + i);
      gint64 person_id = i == 5 && owner_as_member != 0 ? owner_as_member : mtr_programme_new_id (programme);

      if (person_id != owner_as_member)
        {
          MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, person_id);

          mtr_record_set_text (person, MTR_PERSON_NAME, name);
          mtr_change_insert (change, person);
        }
      made.people[i] = person_id;
      made.members[i] = mtr_programme_new_id (programme);
      mtr_group_add_member (change, pairing, made.members[i], person_id, i == 5 ? "2026-09-20" : "2026-08-20");
    }
  mtr_change_set_text (change, MTR_MEMBER_LEFT_ON, made.members[0], "2026-10-15");
  for (gsize i = 0; i < G_N_ELEMENTS (session_days); i++)
    {
      MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, mtr_programme_new_id (programme));

      made.sessions[i] = mtr_record_get_id (session);
      mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, made.group);
      mtr_record_set_text (session, MTR_SESSION_STATE, "held");
      mtr_record_set_text (session, MTR_SESSION_HELD_ON, session_days[i]);
      mtr_record_set_number (session, MTR_SESSION_MINUTES, 90);
      mtr_change_insert (change, session);
    }
  mtr_programme_act (programme, change, NULL);
  mtr_test_window_settle (window);

  return made;
}

static MtrSnapshot *
load (MtrWindow *window,
      gint64     id)
{
  g_autoptr (GError) error = NULL;
  MtrSnapshot *snapshot = mtr_store_load (mtr_test_get_store (window),
                                          MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, id, MTR_READER_OWNER, &error);

  g_assert_no_error (error);

  return snapshot;
}

static void
test_members (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  Group made = make_group (window, 0);
  g_autoptr (MtrSnapshot) snapshot = NULL;

  mtr_window_open_pairing (window, made.group);
  mtr_test_window_settle (window);
  gtk_test_accessible_assert_property (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Member A"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Member A. From 20 August 2026 to 15 October 2026 · there at 2 of 2 meetings. left");
  gtk_test_accessible_assert_property (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Member B"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Member B. Since 20 August 2026 · there at 3 of 3 meetings");
  gtk_test_accessible_assert_property (mtr_test_get (window, ADW_TYPE_ACTION_ROW, "Member F"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Member F. Since 20 September 2026 · there at 2 of 2 meetings");

  mtr_test_open_row (window, "Thursday group");
  mtr_test_write (window, "Ground rules", "What is said here stays here.");
  mtr_window_open_pairing (window, made.group);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "What is said here stays here."));

  /* Nobody leaves before they came. */
  mtr_test_open_row (window, "Member B");
  mtr_test_write (window, "Left on", "1/8/2026");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Nobody leaves a group before"));
  mtr_test_write (window, "Left on", "12/11/2026");
  mtr_window_open_pairing (window, made.group);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Somebody else joins");
  mtr_test_press (window, "Add");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Choose first who joins."));

  snapshot = load (window, made.group);
  g_assert_cmpstr (mtr_record_get_text (mtr_snapshot_get (snapshot, MTR_KIND_MEMBER, made.members[1]),
                                        MTR_MEMBER_LEFT_ON), ==, "2026-11-12");
  mtr_test_window_close (window);
}

static void
test_session (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 1000);
  Group made = make_group (window, mtr_programme_get_owner_id (mtr_window_get_programme (window)));
  gint64 owner_id = mtr_programme_get_owner_id (mtr_window_get_programme (window));
  MtrChange *change = mtr_change_new ("who was there");
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *attendee = mtr_record_new (MTR_KIND_SESSION_ATTENDEE,
                                        mtr_programme_new_id (mtr_window_get_programme (window)));
  gint64 attendee_id = mtr_record_get_id (attendee);

  mtr_record_set_number (attendee, MTR_SESSION_ATTENDEE_SESSION_ID, made.sessions[2]);
  mtr_record_set_number (attendee, MTR_SESSION_ATTENDEE_PERSON_ID, owner_id);
  mtr_change_insert (change, attendee);
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);

  mtr_window_go_to (window, made.group, MTR_KIND_SESSION, made.sessions[2], MTR_SESSION_QUESTION);
  mtr_test_window_settle (window);
  g_assert_true (MTR_IS_SESSION_PAGE (mtr_window_get_page (window)));
  /* Member A had left by then. */
  g_assert_null (mtr_test_find (window, GTK_TYPE_CHECK_BUTTON, "Member A"));
  mtr_test_write (window, "The question brought", "How do I say no kindly?");
  mtr_test_write (window, "What I take away", "I can wait before I answer.");
  snapshot = load (window, made.group);
  g_assert_cmpstr (mtr_record_get_text (mtr_snapshot_get (snapshot, MTR_KIND_SESSION, made.sessions[2]),
                                        MTR_SESSION_QUESTION), ==, "How do I say no kindly?");
  g_assert_false (mtr_record_is_set (mtr_snapshot_get (snapshot, MTR_KIND_SESSION_ATTENDEE, attendee_id),
                                     MTR_SESSION_ATTENDEE_LEARNT));
  g_clear_object (&snapshot);
  mtr_test_press (window, "Share with the Group");
  snapshot = load (window, made.group);
  g_assert_cmpstr (mtr_record_get_text (mtr_snapshot_get (snapshot, MTR_KIND_SESSION_ATTENDEE, attendee_id),
                                        MTR_SESSION_ATTENDEE_LEARNT), ==, "I can wait before I answer.");
  g_clear_object (&snapshot);

  mtr_test_open_row (window, "Peer group");
  g_assert_true (MTR_IS_FORM_PAGE (mtr_window_get_page (window)));
  mtr_test_write (window, "Which ideas came?", "Say what you can do, first.");
  snapshot = load (window, made.group);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_FORM_RECORD), ==, 1);
  g_assert_cmpint (mtr_record_get_number (mtr_snapshot_nth (snapshot, MTR_KIND_FORM_RECORD, 0),
                                          MTR_FORM_RECORD_SESSION_ID), ==, made.sessions[2]);
  mtr_test_window_close (window);
}

/* A member sees only the sessions from joining to leaving. */
static void
test_may_see (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  gint64 owner_id = mtr_programme_get_owner_id (mtr_window_get_programme (window));
  Group made = make_group (window, owner_id);
  g_autoptr (MtrSnapshot) snapshot = load (window, made.group);
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, made.group);
  gint64 leaver = mtr_record_get_number (mtr_snapshot_get (snapshot, MTR_KIND_MEMBER, made.members[0]),
                                         MTR_MEMBER_PERSON_ID);
  gint64 facilitator = mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID);
  const gboolean late[] = { FALSE, TRUE, TRUE };
  const gboolean early[] = { TRUE, TRUE, FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (session_days); i++)
    {
      MtrRecord *session = mtr_snapshot_get (snapshot, MTR_KIND_SESSION, made.sessions[i]);

      g_assert_cmpint (mtr_group_may_see (snapshot, pairing, session, owner_id), ==, late[i]);
      g_assert_cmpint (mtr_group_may_see (snapshot, pairing, session, leaver), ==, early[i]);
      g_assert_true (mtr_group_may_see (snapshot, pairing, session, facilitator));
    }

  mtr_window_go_to (window, made.group, MTR_KIND_SESSION, 0, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "3 Sep"));
  mtr_test_window_close (window);
}

static guint
count_hits (MtrWindow  *window,
            const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mtr_store_search (mtr_test_get_store (window), words, 0,
                                                 TRUE, &error);

  g_assert_no_error (error);

  return hits->len;
}

static void
write_summaries (MtrWindow   *window,
                 const Group *made)
{
  static const char * const words[] = { "Hydrangea", "Larkspur", "Marigold" };
  MtrChange *change = mtr_change_new ("write it down");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    mtr_change_set_text (change, MTR_SESSION_QUESTION, made->sessions[i], words[i]);
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
}

/* The meetings of the group in the planner, from September to November. */
static void
check_planner (MtrWindow *window,
               guint      n_meetings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) year = mtr_store_load (mtr_test_get_store (window),
                                                 MTR_SCOPE_YEAR, MTR_KIND_PROGRAMME, 0, MTR_READER_LEAD, &error);
  g_autoptr (GHashTable) packs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) occasions = NULL;
  guint n = 0;
  GDate from, to;

  g_assert_no_error (error);
  g_assert_true (mtr_date_from_iso ("2026-09-01", &from));
  g_assert_true (mtr_date_from_iso ("2026-11-30", &to));
  occasions = mtr_occasion_list (year, packs, &from, &to);
  for (guint i = 0; i < occasions->len; i++)
    {
      const MtrOccasion *occasion = g_ptr_array_index (occasions, i);

      n += occasion->kind == MTR_KIND_SESSION && strstr (occasion->who, "Thursday group") != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, n_meetings);
}

static MtrRecord *
find_portfolio (MtrWindow *window,
                gint64     group_id,
                gint64     person_id)
{
  g_autoptr (MtrSnapshot) snapshot = load (window, group_id);
  MtrRecord *portfolio = mtr_snapshot_find_where (snapshot, MTR_KIND_PORTFOLIO, MTR_PORTFOLIO_PERSON_ID, person_id);

  return portfolio != NULL ? g_object_ref (portfolio) : NULL;
}

static void
test_late_member (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  gint64 owner_id = mtr_programme_get_owner_id (mtr_window_get_programme (window));
  Group made = make_group (window, owner_id);
  g_autoptr (MtrRecord) portfolio = NULL;

  write_summaries (window, &made);
  g_assert_cmpuint (count_hits (window, "hydrangea"), ==, 0);
  g_assert_cmpuint (count_hits (window, "larkspur"), ==, 1);
  g_assert_cmpuint (count_hits (window, "marigold"), ==, 1);
  check_planner (window, 2);

  mtr_window_go_to (window, made.group, MTR_KIND_SESSION, made.sessions[0], MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  g_assert_false (MTR_IS_SESSION_PAGE (mtr_window_get_page (window)));
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Support: within the group, within the limits you agreed"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "Hydrangea"));
  mtr_evidence_actions_add_copy (mtr_pairing_view_get_model (MTR_PAIRING_VIEW (mtr_window_get_page (window))),
                                 made.sessions[2], "critical-reflection", (const char * const []) { "1", NULL }, "Saying no",
                                 "I waited.");
  mtr_test_window_settle (window);
  mtr_window_go_to (window, made.group, MTR_KIND_SESSION, made.sessions[2], MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  g_assert_true (MTR_IS_SESSION_PAGE (mtr_window_get_page (window)));

  /* What is promoted goes into one’s own portfolio, though others joined before. */
  portfolio = find_portfolio (window, made.group, owner_id);
  g_assert_nonnull (portfolio);
  g_assert_null (find_portfolio (window, made.group, made.people[0]));
  mtr_test_window_close (window);
}

/* A peer group of six with a facilitator: diary, attendance, joining late and leaving early, planner and portfolio of
 * each member, in the window of the facilitator. */
static void
test_six_and_a_facilitator (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1200, 900);
  Group made = make_group (window, 0);
  GtkWidget *chooser;

  write_summaries (window, &made);
  g_assert_cmpuint (count_hits (window, "hydrangea"), ==, 1);
  g_assert_cmpuint (count_hits (window, "marigold"), ==, 1);
  check_planner (window, 3);

  mtr_window_open_pairing (window, made.group);
  mtr_test_window_settle (window);
  g_assert_cmpstr (mtr_page_get_title (mtr_window_get_page (window)), ==, "Thursday group with Oonagh Petrie");
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Member %c", 'A' + i);

      g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, name));
    }

  /* Five are still there; each has a portfolio of their own. */
  mtr_window_go_to (window, made.group, MTR_KIND_PORTFOLIO, 0, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  mtr_page_command (mtr_window_get_page (window), "show-4");
  mtr_test_window_settle (window);
  chooser = mtr_test_get (window, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_true (gtk_widget_get_mapped (chooser));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)), ==, 0);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (MtrRecord) portfolio = NULL;

      gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), i);
      mtr_test_window_settle (window);
      mtr_evidence_actions_add_copy (mtr_pairing_view_get_model (MTR_PAIRING_VIEW (mtr_window_get_page (window))), 0,
                                     "document", (const char * const []) { "1", NULL }, "A paper", NULL);
      mtr_test_window_settle (window);
      portfolio = find_portfolio (window, made.group, made.people[i + 1]);
      g_assert_nonnull (portfolio);
      g_assert_cmpint (mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID), ==, made.group);
    }
  mtr_test_window_close (window);
}

/* Where the owner of the file is neither member nor facilitator, nobody is called “you”. */
static void
test_of_others (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  Group made = make_group (window, 0);
  MtrChange *change = mtr_change_new ("somebody else facilitates");

  mtr_change_set_number (change, MTR_PAIRING_MENTOR_ID, made.group, made.facilitator);
  mtr_programme_act (mtr_window_get_programme (window), change, NULL);
  mtr_test_window_settle (window);
  mtr_window_open_pairing (window, made.group);
  mtr_test_window_settle (window);
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Support: within the group, within the limits they agreed"));
  g_assert_null (mtr_test_find (window, GTK_TYPE_LABEL, "Support: between you two"));
  mtr_test_window_close (window);
}

static guint
count_reasons (GPtrArray *reasons,
               gint64     group)
{
  guint n = 0;

  for (guint i = 0; i < reasons->len; i++)
    n += mtr_record_get_number (((const MtrTodayReason *) g_ptr_array_index (reasons, i))->attention,
                                MTR_ATTENTION_PAIRING_ID) == group ? 1 : 0;

  return n;
}

/* What the group needs is on Today until the owner of the file leaves it, and not after that. */
static void
test_left_behind (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrProgramme *programme = mtr_window_get_programme (window);
  Group made = make_group (window, mtr_programme_get_owner_id (programme));
  static const char *const days[] = { NULL, "2026-11-21", "2026-11-20" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MtrTodayModel) model = mtr_today_model_new (programme);
      guint n;

      if (days[i] != NULL)
        {
          MtrChange *change = mtr_change_new ("leave");

          mtr_change_set_text (change, MTR_MEMBER_LEFT_ON, made.members[5], days[i]);
          mtr_programme_act (programme, change, NULL);
        }
      mtr_today_model_load (model);
      mtr_test_window_settle (window);
      g_assert_true (mtr_today_model_is_loaded (model));
      n = count_reasons (mtr_today_model_get_yours (model), made.group) +
          count_reasons (mtr_today_model_get_others (model), made.group);
      g_assert_cmpint (n > 0, ==, i < 2);
    }
  mtr_test_window_close (window);
}

static void
test_new_group (void)
{
  MtrWindow *window = mtr_test_window_new (application, MTR_TEST_FILE_SAMPLE, 1000, 900);
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  g_autoptr (GPtrArray) pairings = NULL;
  MtrRecord *found = NULL;

  mtr_window_push (window, mtr_new_group_page_new (mtr_window_get_programme (window)));
  mtr_test_window_settle (window);
  mtr_test_press (window, "Make the Group");
  g_assert_nonnull (mtr_test_find (window, GTK_TYPE_LABEL, "Give the group a name."));
  mtr_entry_row_set_text (MTR_ENTRY_ROW (mtr_test_get (window, MTR_TYPE_ENTRY_ROW, "Name of the group")), "Monday group");
  mtr_test_press (window, "Make the Group");
  g_assert_true (MTR_IS_PAIRING_VIEW (mtr_window_get_page (window)));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "Monday group"));
  g_assert_nonnull (mtr_test_find (window, ADW_TYPE_ACTION_ROW, "No members yet"));
  pairings = mtr_store_list_records (mtr_test_get_store (window), &query,
                                     MTR_READER_OWNER, NULL);
  for (guint i = 0; i < pairings->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (pairings, i), MTR_PAIRING_TITLE, "Monday group"))
      found = g_ptr_array_index (pairings, i);
  g_assert_nonnull (found);
  g_assert_true (mtr_group_is_group (found));
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

  g_test_add_func ("/widget/group-diary/members", test_members);
  g_test_add_func ("/widget/group-diary/session", test_session);
  g_test_add_func ("/widget/group-diary/may-see", test_may_see);
  g_test_add_func ("/widget/group-diary/late-member", test_late_member);
  g_test_add_func ("/widget/group-diary/six-and-a-facilitator", test_six_and_a_facilitator);
  g_test_add_func ("/widget/group-diary/of-others", test_of_others);
  g_test_add_func ("/widget/group-diary/left-behind", test_left_behind);
  g_test_add_func ("/widget/group-diary/new-group", test_new_group);

  status = g_test_run ();
  g_object_unref (application);

  return status;
}
