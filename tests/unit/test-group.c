/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of peer groups: who joins and who leaves, what each member sees, what a
 * group is called, and what of its plan is shown to whom.
 */

#include "mtr-commitment.h"
#include "mtr-group.h"
#include "mtr-occasion.h"
#include "mtr-pairing.h"
#include "mtr-plan.h"
#include "mtr-portfolio.h"
#include "mtr-test-records.h"

#include <string.h>

#define N_MEMBERS 6

enum {
  FACILITATOR = 30,
  FIRST_PERSON = 31,      /* to 36: Member 1 to Member 6 */
  GROUP = 300,
  FIRST_MEMBER = 311,     /* to 316 */
  FIRST_SESSION = 321,    /* to 324 */
};

/* Member 1 leaves early, Member 5 joins late, Member 6 leaves and comes back. */
static const struct {
  const char *joined_on;
  const char *left_on;
} members[N_MEMBERS] = {
  { "2026-02-05", "2026-04-02" },
  { "2026-02-05", NULL },
  { "2026-02-05", NULL },
  { NULL, NULL },
  { "2026-04-02", NULL },
  { "2026-02-05", "2026-03-01" },
};

static const char * const meetings[] = { "2026-02-05", "2026-03-05", "2026-04-02", "2026-05-07" };

/* Which of the four meetings each sees: the first and the last day count. */
static const gboolean sees[N_MEMBERS][G_N_ELEMENTS (meetings)] = {
  { TRUE, TRUE, TRUE, FALSE },
  { TRUE, TRUE, TRUE, TRUE },
  { TRUE, TRUE, TRUE, TRUE },
  { TRUE, TRUE, TRUE, TRUE },
  { FALSE, FALSE, TRUE, TRUE },
  { TRUE, FALSE, FALSE, TRUE },
};

static MtrSnapshot *
make_group (void)
{
  MtrSnapshot *snapshot = mtr_test_snapshot_new ();

  mtr_test_record (snapshot, MTR_KIND_PERSON, FACILITATOR, MTR_PERSON_NAME, "Facilitator G", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PAIRING, GROUP, MTR_PAIRING_PACK, "test", MTR_PAIRING_STATE, "active",
                   MTR_PAIRING_STRUCTURE, MTR_STRUCTURE_GROUP, MTR_PAIRING_TITLE, "Thursday group",
                   MTR_PAIRING_MENTOR_ID, "30", MTR_PAIRING_STARTED_ON, "2026-02-05", MTR_FIELD_NONE);
  for (int i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Member %d", i + 1);
      g_autofree char *person = g_strdup_printf ("%d", FIRST_PERSON + i);

      mtr_test_record (snapshot, MTR_KIND_PERSON, FIRST_PERSON + i, MTR_PERSON_NAME, name, MTR_FIELD_NONE);
      mtr_test_record (snapshot, MTR_KIND_MEMBER, FIRST_MEMBER + i, MTR_MEMBER_PAIRING_ID, "300",
                       MTR_MEMBER_PERSON_ID, person, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE, MTR_FIELD_NONE);
      mtr_test_set_in (snapshot, MTR_MEMBER_JOINED_ON, FIRST_MEMBER + i, members[i].joined_on);
      mtr_test_set_in (snapshot, MTR_MEMBER_LEFT_ON, FIRST_MEMBER + i, members[i].left_on);
    }
  mtr_test_record (snapshot, MTR_KIND_MEMBER, FIRST_MEMBER + N_MEMBERS, MTR_MEMBER_PAIRING_ID, "300",
                   MTR_MEMBER_PERSON_ID, "36", MTR_MEMBER_ROLE, MTR_ROLE_MENTEE, MTR_MEMBER_JOINED_ON, "2026-05-01",
                   MTR_FIELD_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++)
    mtr_test_record (snapshot, MTR_KIND_SESSION, FIRST_SESSION + (gint64) i, MTR_SESSION_PAIRING_ID, "300",
                     MTR_SESSION_STATE, "held", MTR_SESSION_HELD_ON, meetings[i], MTR_SESSION_MINUTES, "90",
                     MTR_FIELD_NONE);

  return snapshot;
}

static void
test_names (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_group ();
  g_autofree char *title = mtr_pairing_dup_title (snapshot, GROUP);
  g_autofree char *who = mtr_pairing_dup_who (snapshot, GROUP);
  g_autofree char *names = mtr_pairing_dup_mentees (snapshot, GROUP);
  g_autofree char *one = mtr_pairing_dup_who (snapshot, MTR_TEST_PAIRING);
  g_autofree char *nameless = NULL;

  g_assert_cmpstr (title, ==, "Thursday group with Facilitator G");
  g_assert_cmpstr (who, ==, "Thursday group");
  g_assert_cmpstr (names, ==, "Member 2, Member 3, Member 4, Member 5 and Member 6");
  g_assert_cmpstr (one, ==, "Supervisor A");

  mtr_test_set_in (snapshot, MTR_PAIRING_TITLE, GROUP, NULL);
  nameless = mtr_pairing_dup_who (snapshot, GROUP);
  g_assert_cmpstr (nameless, ==, names);
}

static void
test_may_see (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_group ();
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, GROUP);
  MtrRecord *undated = mtr_test_record (snapshot, MTR_KIND_SESSION, 390, MTR_SESSION_PAIRING_ID, "300", MTR_FIELD_NONE);
  MtrRecord *ours = mtr_test_record (snapshot, MTR_KIND_SESSION, 391, MTR_SESSION_PAIRING_ID, "10",
                                     MTR_SESSION_HELD_ON, "2025-01-01", MTR_FIELD_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      MtrRecord *session = mtr_snapshot_get (snapshot, MTR_KIND_SESSION, FIRST_SESSION + (gint64) i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_id (session));
      MtrRecord *action = mtr_test_record (snapshot, MTR_KIND_ACTION, 400 + (gint64) i, MTR_ACTION_PAIRING_ID, "300",
                                           MTR_ACTION_SESSION_ID, id, MTR_ACTION_TEXT, "Bring it", MTR_FIELD_NONE);

      for (int j = 0; j < N_MEMBERS; j++)
        {
          g_assert_cmpint (mtr_group_may_see (snapshot, pairing, session, FIRST_PERSON + j), ==, sees[j][i]);
          g_assert_cmpint (mtr_group_may_see_record (snapshot, action, FIRST_PERSON + j), ==, sees[j][i]);
        }
      g_assert_true (mtr_group_may_see_record (snapshot, session, FACILITATOR));
      /* Whoever is no member: what they see is not for the group to decide. */
      g_assert_true (mtr_group_may_see_record (snapshot, session, MTR_TEST_LEAD));
    }
  g_assert_true (mtr_group_may_see_record (snapshot, undated, FIRST_PERSON));
  g_assert_true (mtr_group_may_see_record (snapshot, pairing, FIRST_PERSON));
  /* One to one there is nobody to hide a session from. */
  g_assert_true (mtr_group_may_see_record (snapshot, ours, MTR_TEST_SUPERVISOR));
}

static void
test_check_member (void)
{
  static const struct {
    gint64      person_id;
    const char *message;  /* %NULL: may join */
  } rows[] = {
    { FACILITATOR, "Facilitator G facilitates this group. Choose somebody else." },
    { FIRST_PERSON + 1, "Member 2 belongs to this group already." },
    { FIRST_PERSON + 5, "Member 6 belongs to this group already." },
    { FIRST_PERSON, NULL },  /* who has left may come back */
    { MTR_TEST_SUPERVISOR, NULL },
    { 0, NULL },
  };
  g_autoptr (MtrSnapshot) snapshot = make_group ();
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, GROUP);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrProblem *problem = mtr_group_check_member (snapshot, pairing, rows[i].person_id);

      g_assert_cmpstr (problem != NULL ? problem->message : NULL, ==, rows[i].message);
      g_clear_pointer (&problem, mtr_problem_free);
    }
}

static void
test_add_member (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_group ();
  g_autoptr (MtrChange) change = mtr_change_new ("join");
  g_autoptr (GPtrArray) before = mtr_pairing_list_mentees (snapshot, GROUP, "2026-06-01");
  g_autoptr (GPtrArray) eve = NULL;
  g_autoptr (GPtrArray) after = NULL;
  MtrRecord *member;

  mtr_group_add_member (change, mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, GROUP), 500, MTR_TEST_SUPERVISOR,
                        "2026-06-01");
  mtr_test_apply (snapshot, change);
  member = mtr_snapshot_get (snapshot, MTR_KIND_MEMBER, 500);
  g_assert_cmpint (mtr_record_get_number (member, MTR_MEMBER_PAIRING_ID), ==, GROUP);
  g_assert_cmpint (mtr_record_get_number (member, MTR_MEMBER_PERSON_ID), ==, MTR_TEST_SUPERVISOR);
  g_assert_cmpstr (mtr_record_get_text (member, MTR_MEMBER_ROLE), ==, "mentee");
  g_assert_cmpstr (mtr_record_get_text (member, MTR_MEMBER_JOINED_ON), ==, "2026-06-01");
  g_assert_false (mtr_record_is_set (member, MTR_MEMBER_LEFT_ON));
  eve = mtr_pairing_list_mentees (snapshot, GROUP, "2026-05-31");
  after = mtr_pairing_list_mentees (snapshot, GROUP, "2026-06-01");
  g_assert_cmpuint (before->len, ==, 5);
  g_assert_cmpuint (eve->len, ==, 5);
  g_assert_cmpuint (after->len, ==, 6);
}

static void
test_member_days (void)
{
  static const struct {
    const char *joined_on;
    const char *left_on;
    guint       n_problems;
  } rows[] = {
    { "2026-02-05", NULL, 0 },
    { NULL, "2026-02-05", 0 },
    { "2026-02-05", "2026-02-05", 0 },
    { "2026-02-05", "2026-02-06", 0 },
    { "2026-02-05", "2026-02-04", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrRecord) member = mtr_record_new (MTR_KIND_MEMBER, 1);
      g_autoptr (GPtrArray) problems = NULL;

      mtr_test_set (member, MTR_MEMBER_JOINED_ON, rows[i].joined_on);
      mtr_test_set (member, MTR_MEMBER_LEFT_ON, rows[i].left_on);
      problems = mtr_group_list_member_problems (member);
      g_assert_cmpuint (problems->len, ==, rows[i].n_problems);
      if (problems->len > 0)
        g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->field, ==, MTR_MEMBER_LEFT_ON);
    }
}

/* The meetings in the planner of whoever the file belongs to. */
static guint
count_meetings (MtrSnapshot *snapshot,
                const char  *owner)
{
  g_autoptr (GHashTable) packs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) occasions = NULL;
  GDate from = mtr_test_date ("2026-01-01"), to = mtr_test_date ("2026-12-31");
  guint n = 0;

  mtr_test_set_in (snapshot, MTR_PROGRAMME_OWNER_ID, 600, owner);
  occasions = mtr_occasion_list (snapshot, packs, &from, &to);
  for (guint i = 0; i < occasions->len; i++)
    {
      const MtrOccasion *occasion = g_ptr_array_index (occasions, i);

      n += occasion->kind == MTR_KIND_SESSION && occasion->pairing_id == GROUP ? 1 : 0;
    }

  return n;
}

/* A peer group of six with a facilitator: diary, attendance, joining late and leaving early, planner and portfolio of
 * each member. */
static void
test_six_and_a_facilitator (void)
{
  /* Held while they belonged to it, and of these where they were: Member 2 missed the second, Member 3 left it after an
   * hour. Somebody who came back has a second row. */
  static const struct {
    gint64 person_id;
    guint  n_held;
    guint  n_attended;
    gint64 minutes;
  } attended[] = {
    { FIRST_PERSON, 3, 3, 270 },
    { FIRST_PERSON + 1, 4, 3, 270 },
    { FIRST_PERSON + 2, 4, 4, 330 },
    { FIRST_PERSON + 3, 4, 4, 360 },
    { FIRST_PERSON + 4, 2, 2, 180 },
    { FIRST_PERSON + 5, 1, 1, 90 },
    { FIRST_PERSON + 5, 1, 1, 90 },
  };
  g_autoptr (MtrSnapshot) snapshot = make_group ();
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, GROUP);
  g_autoptr (GPtrArray) attendance = NULL;

  mtr_test_record (snapshot, MTR_KIND_PROGRAMME, 600, MTR_FIELD_NONE);
  for (int i = 0; i < 4; i++)
    {
      static const char * const there[] = { "31", "33", "34", "36" };
      MtrRecord *attendee = mtr_test_record (snapshot, MTR_KIND_SESSION_ATTENDEE, 700 + i,
                                             MTR_SESSION_ATTENDEE_SESSION_ID, "322",
                                             MTR_SESSION_ATTENDEE_PERSON_ID, there[i], MTR_FIELD_NONE);

      if (i == 1)
        mtr_test_set (attendee, MTR_SESSION_ATTENDEE_MINUTES, "60");
    }
  attendance = mtr_group_list_attendance (snapshot, GROUP);
  g_assert_cmpuint (attendance->len, ==, G_N_ELEMENTS (attended));
  for (guint i = 0; i < attendance->len; i++)
    {
      const MtrGroupAttendance *row = g_ptr_array_index (attendance, i);

      g_assert_cmpint (row->person_id, ==, attended[i].person_id);
      g_assert_cmpuint (row->n_held, ==, attended[i].n_held);
      g_assert_cmpuint (row->n_attended, ==, attended[i].n_attended);
      g_assert_cmpint (row->minutes, ==, attended[i].minutes);
    }

  for (int i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *person = g_strdup_printf ("%d", FIRST_PERSON + i);
      guint n_seen = 0;
      MtrRecord *portfolio;

      for (gsize j = 0; j < G_N_ELEMENTS (meetings); j++)
        n_seen += sees[i][j] ? 1 : 0;
      g_assert_cmpuint (count_meetings (snapshot, person), ==, n_seen);

      mtr_test_record (snapshot, MTR_KIND_PORTFOLIO, 800 + i, MTR_PORTFOLIO_PERSON_ID, person, MTR_PORTFOLIO_PAIRING_ID,
                       "300", MTR_PORTFOLIO_PACK, "test", MTR_FIELD_NONE);
      portfolio = mtr_portfolio_find (snapshot, pairing, FIRST_PERSON + i);
      g_assert_nonnull (portfolio);
      g_assert_cmpint (mtr_record_get_id (portfolio), ==, 800 + i);
    }
  g_assert_cmpuint (count_meetings (snapshot, "30"), ==, G_N_ELEMENTS (meetings));
  g_assert_cmpuint (count_meetings (snapshot, "4"), ==, G_N_ELEMENTS (meetings));
  g_assert_cmpuint (count_meetings (snapshot, NULL), ==, G_N_ELEMENTS (meetings));
}

/* By day; on one day milestones before activities before what is to do; what has no day last; then as they were made. */
static void
test_plan_order (void)
{
  static const gint64 open[] = { 905, 903, 901, 904, 907, 902, 906 };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) done = NULL;

  mtr_test_record (snapshot, MTR_KIND_GOAL, 900, MTR_GOAL_PAIRING_ID, "10", MTR_GOAL_STATE, "open", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_GOAL, 899, MTR_GOAL_PAIRING_ID, "10", MTR_GOAL_STATE, "dropped", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTION, 901, MTR_ACTION_PAIRING_ID, "10", MTR_ACTION_DUE_ON, "2026-06-02",
                   MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTION, 902, MTR_ACTION_PAIRING_ID, "10", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MILESTONE, 903, MTR_MILESTONE_GOAL_ID, "900", MTR_MILESTONE_DUE_ON, "2026-06-02",
                   MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTION, 904, MTR_ACTION_PAIRING_ID, "10", MTR_ACTION_DUE_ON, "2026-06-02",
                   MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTIVITY, 905, MTR_ACTIVITY_PAIRING_ID, "10", MTR_ACTIVITY_DUE_ON, "2026-06-01",
                   MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTION, 906, MTR_ACTION_PAIRING_ID, "10", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTIVITY, 907, MTR_ACTIVITY_PAIRING_ID, "10", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MILESTONE, 908, MTR_MILESTONE_GOAL_ID, "899", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTION, 909, MTR_ACTION_PAIRING_ID, "10", MTR_ACTION_DUE_ON, "2026-01-01",
                   MTR_ACTION_DONE_ON, "2026-01-02", MTR_FIELD_NONE);

  steps = mtr_plan_list_steps (snapshot, MTR_TEST_PAIRING, 0, FALSE);
  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (open));
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpint (mtr_record_get_id (((MtrPlanStep *) g_ptr_array_index (steps, i))->record), ==, open[i]);
  done = mtr_plan_list_steps (snapshot, MTR_TEST_PAIRING, 0, TRUE);
  g_assert_cmpuint (done->len, ==, 1);
  g_assert_cmpint (mtr_record_get_id (((MtrPlanStep *) g_ptr_array_index (done, 0))->record), ==, 909);
}

/* What was to be done after a meeting is for those who belonged to the group then. */
static void
test_plan_of_member (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_group ();
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) all = NULL;

  mtr_test_record (snapshot, MTR_KIND_ACTION, 901, MTR_ACTION_PAIRING_ID, "300", MTR_ACTION_SESSION_ID, "321",
                   MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTION, 902, MTR_ACTION_PAIRING_ID, "300", MTR_ACTION_SESSION_ID, "324",
                   MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_ACTION, 903, MTR_ACTION_PAIRING_ID, "300", MTR_FIELD_NONE);
  early = mtr_plan_list_steps (snapshot, GROUP, FIRST_PERSON, FALSE);
  late = mtr_plan_list_steps (snapshot, GROUP, FIRST_PERSON + 4, FALSE);
  all = mtr_plan_list_steps (snapshot, GROUP, FACILITATOR, FALSE);
  g_assert_cmpuint (early->len, ==, 2);
  g_assert_cmpint (mtr_record_get_id (((MtrPlanStep *) g_ptr_array_index (early, 0))->record), ==, 901);
  g_assert_cmpuint (late->len, ==, 2);
  g_assert_cmpint (mtr_record_get_id (((MtrPlanStep *) g_ptr_array_index (late, 0))->record), ==, 902);
  g_assert_cmpuint (all->len, ==, 3);
}

/* A commitment has been read when it is ticked, or a note says what was agreed instead. */
static void
test_commitment (void)
{
  static const struct {
    const char *ticked;
    const char *note;
    gboolean    answered;
  } rows[] = {
    { NULL, NULL, FALSE },
    { "0", NULL, FALSE },
    { "1", NULL, TRUE },
    { "0", "Every other month instead", TRUE },
    { NULL, "Not this one", TRUE },
    { "1", "And by e-mail", TRUE },
  };

  g_assert_false (mtr_commitment_is_answered (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrRecord) commitment = mtr_record_new (MTR_KIND_COMMITMENT, 1);

      mtr_test_set (commitment, MTR_COMMITMENT_TICKED, rows[i].ticked);
      mtr_test_set (commitment, MTR_COMMITMENT_NOTE, rows[i].note);
      g_assert_cmpint (mtr_commitment_is_answered (commitment), ==, rows[i].answered);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/group/names", test_names);
  g_test_add_func ("/core/group/may-see", test_may_see);
  g_test_add_func ("/core/group/check-member", test_check_member);
  g_test_add_func ("/core/group/add-member", test_add_member);
  g_test_add_func ("/core/group/member-days", test_member_days);
  g_test_add_func ("/core/group/six-and-a-facilitator", test_six_and_a_facilitator);
  g_test_add_func ("/core/plan/order", test_plan_order);
  g_test_add_func ("/core/plan/of-member", test_plan_of_member);
  g_test_add_func ("/core/commitment/answered", test_commitment);

  return g_test_run ();
}
