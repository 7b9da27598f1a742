/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Peer groups small enough to be worked out by hand. */

#include "mtr-match-pool.h"
#include "mtr-pairing.h"
#include "mtr-peer-group.h"
#include "mtr-test-records.h"

#define TODAY "2026-11-21"

static gint64
count_up (gpointer user_data)
{
  return ++*(gint64 *) user_data;
}

/* Persons 1, 2, … in the teams given by a letter each; "-" for one that is not known. */
static MtrSnapshot *
make_people (const char *teams)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (MTR_READER_LEAD);

  for (guint i = 0; teams[i] != '\0'; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i + 1);
      char team[] = { teams[i], '\0' };
      MtrRecord *person = mtr_test_record (snapshot, MTR_KIND_PERSON, i + 1, MTR_PERSON_NAME, name, MTR_FIELD_NONE);

      if (teams[i] != '-')
        mtr_record_set_text (person, MTR_PERSON_TEAM, team);
    }

  return snapshot;
}

static char *
describe (GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const MtrPeerGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":", i > 0 ? " | " : "", group->facilitator_id);
      for (guint j = 0; j < group->members->len; j++)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (group->members, gint64, j));
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
build (MtrSnapshot *snapshot,
       guint        n_people,
       guint        n_facilitators,
       guint        size)
{
  static const gint64 ids[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
  MtrPeerGroupPlan plan = {
    .snapshot = snapshot, .people = ids, .n_people = n_people, .facilitators = ids + n_people,
    .n_facilitators = n_facilitators, .size = size,
  };
  g_autofree char *problem = mtr_peer_group_plan_dup_problem (&plan);

  g_assert_cmpstr (problem, ==, NULL);

  return mtr_peer_group_build (&plan);
}

static void
test_teams (void)
{
  static const struct {
    const char *teams;
    guint       n_people;
    guint       n_facilitators;
    guint       size;
    const char *groups;
  } rows[] = {
    /* One group takes all; somebody from elsewhere facilitates rather than somebody of team a. */
    { "aabbccad", 6, 2, 6, "8: 1 2 3 4 5 6" },
    /* a: 1 2 3 4, b: 5 6: dealt out in turn, two of a and one of b to each. */
    { "aaaabb", 6, 0, 3, "0: 1 3 5 | 0: 2 4 6" },
    /* Seven in groups of at most four: 1 2, then 3 4, then 5, then who is of no known team: each to the next group. */
    { "aabbc--", 7, 0, 4, "0: 1 3 5 7 | 0: 2 4 6" },
    /* Eight in groups of at most three: three, three and two. */
    { "aaabbbcc", 8, 0, 3, "0: 1 4 7 | 0: 2 5 8 | 0: 3 6" },
    /* One facilitator takes both groups. */
    { "aabbccd", 6, 1, 3, "7: 1 3 5 | 7: 2 4 6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = make_people (rows[i].teams);
      g_autoptr (GPtrArray) groups = build (snapshot, rows[i].n_people, rows[i].n_facilitators, rows[i].size);
      g_autofree char *text = describe (groups);

      g_test_message ("%s", rows[i].teams);
      g_assert_cmpstr (text, ==, rows[i].groups);
    }
}

/* Without a rule: 1 3 5 and 2 4 6. 1 and 3 must not meet, so one of them goes; the teams stay mixed. */
static void
test_kept_apart (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_people ("aabbcc");
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *text = NULL;

  mtr_test_record (snapshot, MTR_KIND_MATCH_RULE, 100, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_EXCLUDE,
                   MTR_MATCH_RULE_FIRST_ID, "3", MTR_MATCH_RULE_SECOND_ID, "1", MTR_FIELD_NONE);
  groups = build (snapshot, 6, 0, 3);
  text = describe (groups);
  g_assert_cmpstr (text, ==, "0: 2 3 5 | 0: 1 4 6");
  for (guint i = 0; i < groups->len; i++)
    {
      const MtrPeerGroup *group = g_ptr_array_index (groups, i);

      g_assert_cmpuint (group->warnings->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (group->warnings, 0), ==, "Nobody facilitates this group yet.");
    }
}

/* All three in one group: what cannot be helped is said. */
static void
test_warnings (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_people ("abcd");
  g_autoptr (GPtrArray) groups = NULL;
  const MtrPeerGroup *group;

  mtr_test_set_in (snapshot, MTR_PERSON_LINE_MANAGER_ID, 2, "1");
  mtr_test_set_in (snapshot, MTR_PERSON_LINE_MANAGER_ID, 3, "4");
  mtr_test_record (snapshot, MTR_KIND_MATCH_RULE, 100, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_EXCLUDE,
                   MTR_MATCH_RULE_FIRST_ID, "2", MTR_MATCH_RULE_SECOND_ID, "3", MTR_FIELD_NONE);
  groups = build (snapshot, 3, 1, 3);
  g_assert_cmpuint (groups->len, ==, 1);
  group = g_ptr_array_index (groups, 0);
  g_assert_cmpint (group->facilitator_id, ==, 4);
  g_assert_cmpuint (group->warnings->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (group->warnings, 0), ==, "Person 1 is the line manager of Person 2.");
  g_assert_cmpstr (g_ptr_array_index (group->warnings, 1), ==, "Person 2 and Person 3 are not to be brought together.");
  g_assert_cmpstr (g_ptr_array_index (group->warnings, 2), ==, "Person 4 is the line manager of Person 3.");
}

static void
test_problem (void)
{
  static const gint64 ids[] = { 1, 2, 3 };
  static const struct {
    guint       n_people;
    guint       size;
    const char *problem;
  } rows[] = {
    { 3, 2, "A peer group has 3 to 12 members. Choose another size." },
    { 3, 13, "A peer group has 3 to 12 members. Choose another size." },
    { 2, 6, "A peer group has at least 3 members. Choose more people." },
    { 3, 3, NULL },
  };
  g_autoptr (MtrSnapshot) snapshot = make_people ("abc");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrPeerGroupPlan plan = { .snapshot = snapshot, .people = ids, .n_people = rows[i].n_people, .size = rows[i].size };
      g_autofree char *problem = mtr_peer_group_plan_dup_problem (&plan);

      g_assert_cmpstr (problem, ==, rows[i].problem);
    }
}

static void
test_propose (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = make_people ("aabbccd");
  g_autoptr (GPtrArray) groups = build (snapshot, 6, 1, 6);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (MtrChange) change = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *spread = mtr_peer_group_dup_spread (g_ptr_array_index (groups, 0), snapshot);
  GDate today = mtr_test_date (TODAY);
  gint64 last_id = 500;
  MtrRecord *pairing;

  g_assert_cmpstr (spread, ==, "6 people from 3 teams");
  none = mtr_peer_group_list_problems (groups, pack, snapshot, &today);
  g_assert_cmpuint (none->len, ==, 0);
  change = mtr_peer_group_propose (groups, pack, snapshot, TODAY, count_up, &last_id);
  mtr_test_apply (snapshot, change);

  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PAIRING), ==, 1);
  pairing = mtr_snapshot_nth (snapshot, MTR_KIND_PAIRING, 0);
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_TITLE), ==, "Peer group 1");
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_STRUCTURE), ==, MTR_PAIRING_GROUP);
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_STATE), ==, MTR_PAIRING_PROPOSED);
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID), ==, 7);
  members = mtr_pairing_list_mentees (snapshot, mtr_record_get_id (pairing), TODAY);
  g_assert_cmpuint (members->len, ==, 6);

  again = mtr_peer_group_list_problems (groups, pack, snapshot, &today);
  g_assert_cmpuint (again->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (again, 0), ==, "Person 1 is in a peer group already.");
  mtr_test_set_in (snapshot, MTR_PERSON_LEFT_ON, 7, "2026-11-20");
  left = mtr_peer_group_list_problems (groups, pack, snapshot, &today);
  g_assert_cmpstr (g_ptr_array_index (left, 0), ==, "Person 7 has left.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/peer-group/teams", test_teams);
  g_test_add_func ("/core/peer-group/kept-apart", test_kept_apart);
  g_test_add_func ("/core/peer-group/warnings", test_warnings);
  g_test_add_func ("/core/peer-group/problem", test_problem);
  g_test_add_func ("/core/peer-group/propose", test_propose);

  return g_test_run ();
}
