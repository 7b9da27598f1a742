/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Peer groups: people are dealt out team by team, so that each team is spread
 * over the groups as evenly as can be, and then exchanged where two who are
 * not to be brought together, or one and their manager, have met. Each group
 * gets the facilitator who is furthest from its members.
 */

#include "mtr-peer-group.h"

#include "mtr-assignment.h"
#include "mtr-match-private.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"
#include "mtr-text.h"

#include <string.h>

/* What two people in one group cost. Each is so much more than the next that no number of those makes up for it. */
#define COST_EXCLUDED G_GINT64_CONSTANT (1000000000000)
#define COST_MANAGER  G_GINT64_CONSTANT (100000000)
#define COST_TEAM     G_GINT64_CONSTANT (10000)
#define COST_SERVICE  G_GINT64_CONSTANT (1)

/* What speaks for a facilitator, and what against one. */
#define FACILITATOR_SCORE    10000
#define FACILITATOR_MANAGES  1000
#define FACILITATOR_TEAM     1

typedef struct {
  gint64     id;
  MtrRecord *record;     /* (unowned) (nullable) */
  char      *team;       /* (owned): folded; "" where it is not known */
  char      *service;    /* (owned): folded */
  guint      n_in_team;
  guint      place;      /* in the plan */
  guint      group;
} Seat;

typedef struct {
  const MtrPeerGroupPlan *plan;
  GHashTable             *excluded;  /* (unowned): "id id", the smaller first */
  Seat                   *seats;     /* (unowned): of everybody in the plan, in the order in which they are dealt out */
  guint                   n_groups;
  gint64                 *costs;     /* (unowned): of each two seats */
  gint64                 *sums;      /* (unowned): of each seat with all who sit in each group */
} Builder;

static char *
dup_folded (MtrRecord *record,
            MtrField   field)
{
  return record != NULL && mtr_record_is_set (record, field) ? mtr_text_fold (mtr_record_get_text (record, field))
                                                             : g_strdup ("");
}

static char *
dup_pair (gint64 one,
          gint64 other)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (one, other), MAX (one, other));
}

static GHashTable *
read_excluded (MtrSnapshot *snapshot)
{
  GHashTable *excluded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RULE); i++)
    {
      MtrRecord *rule = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_RULE, i);

      if (mtr_record_text_is (rule, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_EXCLUDE))
        g_hash_table_add (excluded, dup_pair (mtr_record_get_number (rule, MTR_MATCH_RULE_FIRST_ID),
                                              mtr_record_get_number (rule, MTR_MATCH_RULE_SECOND_ID)));
    }

  return excluded;
}

static gboolean
is_excluded (GHashTable *excluded,
             gint64      one,
             gint64      other)
{
  g_autofree char *pair = NULL;

  if (g_hash_table_size (excluded) == 0)
    return FALSE;
  pair = dup_pair (one, other);

  return g_hash_table_contains (excluded, pair);
}

static gboolean
manages (MtrSnapshot *snapshot,
         gint64       manager_id,
         gint64       person_id)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);

  return manager_id != 0 && person != NULL && mtr_record_get_number (person, MTR_PERSON_LINE_MANAGER_ID) == manager_id;
}

static gboolean
is_same_word (const char *one,
              const char *other)
{
  return *one != '\0' && g_str_equal (one, other);
}

static gint64
cost_pair (Builder    *builder,
           const Seat *one,
           const Seat *other)
{
  MtrSnapshot *snapshot = builder->plan->snapshot;
  gint64 cost = 0;

  if (is_excluded (builder->excluded, one->id, other->id))
    cost += COST_EXCLUDED;
  if (manages (snapshot, one->id, other->id) || manages (snapshot, other->id, one->id))
    cost += COST_MANAGER;
  if (is_same_word (one->team, other->team))
    cost += COST_TEAM;
  if (is_same_word (one->service, other->service))
    cost += COST_SERVICE;

  return cost;
}

static int
compare_seats (gconstpointer one,
               gconstpointer other)
{
  const Seat *a = one;
  const Seat *b = other;
  int order;

  if (a->n_in_team != b->n_in_team)
    return a->n_in_team > b->n_in_team ? -1 : 1;
  order = strcmp (a->team, b->team);
  if (order == 0)
    order = strcmp (a->service, b->service);

  return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

static void
deal (Builder *builder)
{
  guint n_people = builder->plan->n_people;

  for (guint i = 0; i < n_people; i++)
    {
      Seat *seat = &builder->seats[i];

      seat->id = builder->plan->people[i];
      seat->record = mtr_snapshot_get (builder->plan->snapshot, MTR_KIND_PERSON, seat->id);
      seat->team = dup_folded (seat->record, MTR_PERSON_TEAM);
      seat->service = dup_folded (seat->record, MTR_PERSON_SERVICE);
      seat->place = i;
    }
  for (guint i = 0; i < n_people; i++)
    for (guint j = 0; j < n_people; j++)
      if (is_same_word (builder->seats[i].team, builder->seats[j].team))
        builder->seats[i].n_in_team++;

  /* Team after team, one to each group in turn: no group gets two more of a team than another. */
  qsort (builder->seats, n_people, sizeof (Seat), compare_seats);
  for (guint i = 0; i < n_people; i++)
    builder->seats[i].group = i % builder->n_groups;
}

static void
sum_up (Builder *builder)
{
  guint n_people = builder->plan->n_people;

  for (guint i = 0; i < n_people; i++)
    for (guint j = i + 1; j < n_people; j++)
      {
        gint64 cost = cost_pair (builder, &builder->seats[i], &builder->seats[j]);

        builder->costs[(gsize) i * n_people + j] = builder->costs[(gsize) j * n_people + i] = cost;
        builder->sums[(gsize) i * builder->n_groups + builder->seats[j].group] += cost;
        builder->sums[(gsize) j * builder->n_groups + builder->seats[i].group] += cost;
      }
}

static gint64
gain_by_exchange (Builder *builder,
                  guint    one,
                  guint    other)
{
  const gint64 *of_one = builder->sums + (gsize) one * builder->n_groups;
  const gint64 *of_other = builder->sums + (gsize) other * builder->n_groups;
  guint here = builder->seats[one].group;
  guint there = builder->seats[other].group;

  /* Where each goes, the other is no longer. */
  return of_one[here] + of_other[there] - of_one[there] - of_other[here] +
         2 * builder->costs[(gsize) one * builder->plan->n_people + other];
}

static void
move_to (Builder *builder,
         guint    who,
         guint    group)
{
  guint n_people = builder->plan->n_people;

  for (guint i = 0; i < n_people; i++)
    {
      gint64 cost = builder->costs[(gsize) i * n_people + who];

      builder->sums[(gsize) i * builder->n_groups + builder->seats[who].group] -= cost;
      builder->sums[(gsize) i * builder->n_groups + group] += cost;
    }
  builder->seats[who].group = group;
}

/* Exchanges the two of whom it does most good, until none does any. Each round makes all of it cheaper, so it ends. */
static void
exchange (Builder *builder)
{
  guint n_people = builder->plan->n_people;

  for (;;)
    {
      guint best_one = 0;
      guint best_other = 0;
      gint64 best_gain = 0;
      guint group;

      for (guint i = 0; i < n_people; i++)
        for (guint j = i + 1; j < n_people; j++)
          {
            gint64 gain = builder->seats[i].group != builder->seats[j].group ? gain_by_exchange (builder, i, j) : 0;

            if (gain > best_gain)
              {
                best_gain = gain;
                best_one = i;
                best_other = j;
              }
          }
      if (best_gain == 0)
        return;

      group = builder->seats[best_one].group;
      move_to (builder, best_one, builder->seats[best_other].group);
      move_to (builder, best_other, group);
    }
}

static int
compare_places (gconstpointer one,
                gconstpointer other)
{
  const Seat *a = one;
  const Seat *b = other;

  return (a->place > b->place) - (a->place < b->place);
}

static void
free_group (gpointer data)
{
  MtrPeerGroup *group = data;

  g_array_unref (group->members);
  g_ptr_array_unref (group->warnings);
  g_free (group);
}

static gint32
score_facilitator (Builder      *builder,
                   MtrPeerGroup *group,
                   gint64        facilitator_id)
{
  MtrSnapshot *snapshot = builder->plan->snapshot;
  g_autofree char *team = dup_folded (mtr_snapshot_get (snapshot, MTR_KIND_PERSON, facilitator_id), MTR_PERSON_TEAM);
  gint32 score = FACILITATOR_SCORE;

  for (guint i = 0; i < group->members->len; i++)
    {
      gint64 id = g_array_index (group->members, gint64, i);
      g_autofree char *other = dup_folded (mtr_snapshot_get (snapshot, MTR_KIND_PERSON, id), MTR_PERSON_TEAM);

      if (id == facilitator_id || is_excluded (builder->excluded, id, facilitator_id))
        return MTR_ASSIGNMENT_FORBIDDEN;
      if (manages (snapshot, facilitator_id, id))
        score -= FACILITATOR_MANAGES;
      if (is_same_word (team, other))
        score -= FACILITATOR_TEAM;
    }

  return score;
}

static void
choose_facilitators (Builder   *builder,
                     GPtrArray *groups)
{
  const MtrPeerGroupPlan *plan = builder->plan;
  g_autofree gint32 *scores = g_new (gint32, MAX (groups->len * plan->n_facilitators, 1));
  g_autofree guint *capacities = g_new (guint, MAX (plan->n_facilitators, 1));
  g_autofree int *chosen = NULL;

  for (guint i = 0; i < groups->len; i++)
    for (guint j = 0; j < plan->n_facilitators; j++)
      scores[i * plan->n_facilitators + j] = score_facilitator (builder, g_ptr_array_index (groups, i),
                                                                plan->facilitators[j]);
  for (guint j = 0; j < plan->n_facilitators; j++)
    capacities[j] = (groups->len + plan->n_facilitators - 1) / plan->n_facilitators;

  chosen = mtr_assignment_solve (groups->len, plan->n_facilitators, scores, capacities);
  for (guint i = 0; i < groups->len; i++)
    if (chosen[i] != MTR_ASSIGNMENT_NOBODY)
      ((MtrPeerGroup *) g_ptr_array_index (groups, i))->facilitator_id = plan->facilitators[chosen[i]];
}

static void
warn_of_manager (MtrSnapshot  *snapshot,
                 MtrPeerGroup *group,
                 gint64        manager_id,
                 gint64        person_id)
{
  if (manages (snapshot, manager_id, person_id))
    g_ptr_array_add (group->warnings, g_strdup_printf (_("%s is the line manager of %s."),
                                                       mtr_rules_get_name (snapshot, manager_id),
                                                       mtr_rules_get_name (snapshot, person_id)));
}

static void
add_warnings (Builder      *builder,
              MtrPeerGroup *group)
{
  MtrSnapshot *snapshot = builder->plan->snapshot;

  if (group->facilitator_id == 0)
    g_ptr_array_add (group->warnings, g_strdup (_("Nobody facilitates this group yet.")));
  for (guint i = 0; i < group->members->len; i++)
    {
      gint64 one = g_array_index (group->members, gint64, i);

      warn_of_manager (snapshot, group, group->facilitator_id, one);
      for (guint j = i + 1; j < group->members->len; j++)
        {
          gint64 other = g_array_index (group->members, gint64, j);

          warn_of_manager (snapshot, group, one, other);
          warn_of_manager (snapshot, group, other, one);
          if (is_excluded (builder->excluded, one, other))
            g_ptr_array_add (group->warnings, g_strdup_printf (_("%s and %s are not to be brought together."),
                                                               mtr_rules_get_name (snapshot, one),
                                                               mtr_rules_get_name (snapshot, other)));
        }
    }
}

/**
 * mtr_peer_group_plan_dup_problem:
 * @plan: who is to be put into groups
 *
 * Returns: (transfer full) (nullable): why that cannot be, a sentence; %NULL where it can
 */
char *
mtr_peer_group_plan_dup_problem (const MtrPeerGroupPlan *plan)
{
  if (plan->size < MTR_PEER_GROUP_LEAST || plan->size > MTR_PEER_GROUP_MOST)
    return g_strdup_printf (_("A peer group has %d to %d members. Choose another size."), MTR_PEER_GROUP_LEAST,
                            MTR_PEER_GROUP_MOST);
  if (plan->n_people < MTR_PEER_GROUP_LEAST)
    return g_strdup_printf (_("A peer group has at least %d members. Choose more people."), MTR_PEER_GROUP_LEAST);

  return NULL;
}

/**
 * mtr_peer_group_build:
 * @plan: who is to be put into groups; one that mtr_peer_group_plan_dup_problem() has nothing against
 *
 * Makes as few groups as the size allows, none with two members more than another, and teams mixed as far as can be; two
 * who are never to be brought together are put apart first of all, then people and their managers, and the services are
 * mixed where the teams leave a choice. The same plan gives the same groups, always.
 *
 * Returns: (transfer full) (element-type MtrPeerGroup): the groups
 */
GPtrArray *
mtr_peer_group_build (const MtrPeerGroupPlan *plan)
{
  Builder builder = { .plan = plan, .n_groups = (plan->n_people + plan->size - 1) / plan->size };
  g_autoptr (GHashTable) excluded = read_excluded (plan->snapshot);
  g_autofree Seat *seats = g_new0 (Seat, plan->n_people);
  g_autofree gint64 *costs = g_new0 (gint64, (gsize) plan->n_people * plan->n_people);
  g_autofree gint64 *sums = g_new0 (gint64, (gsize) plan->n_people * builder.n_groups);
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);

  builder.excluded = excluded;
  builder.seats = seats;
  builder.costs = costs;
  builder.sums = sums;
  deal (&builder);
  sum_up (&builder);
  exchange (&builder);

  qsort (seats, plan->n_people, sizeof (Seat), compare_places);
  for (guint i = 0; i < builder.n_groups; i++)
    {
      MtrPeerGroup *group = g_new0 (MtrPeerGroup, 1);

      group->members = g_array_new (FALSE, FALSE, sizeof (gint64));
      group->warnings = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (groups, group);
    }
  for (guint i = 0; i < plan->n_people; i++)
    {
      MtrPeerGroup *group = g_ptr_array_index (groups, seats[i].group);

      g_array_append_val (group->members, seats[i].id);
      g_free (seats[i].team);
      g_free (seats[i].service);
    }
  choose_facilitators (&builder, groups);
  for (guint i = 0; i < groups->len; i++)
    add_warnings (&builder, g_ptr_array_index (groups, i));

  return groups;
}

/**
 * mtr_peer_group_dup_spread:
 * @self: a group
 * @snapshot: its people
 *
 * Returns: (transfer full): how mixed it is, "6 people from 4 teams"; a team that is not known counts as none
 */
char *
mtr_peer_group_dup_spread (MtrPeerGroup *self,
                           MtrSnapshot  *snapshot)
{
  g_autoptr (GHashTable) teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", self->members->len),
                                             self->members->len);
  guint n_teams;

  for (guint i = 0; i < self->members->len; i++)
    {
      MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, g_array_index (self->members, gint64, i));
      char *team = dup_folded (person, MTR_PERSON_TEAM);

      if (*team != '\0')
        g_hash_table_add (teams, team);
      else
        g_free (team);
    }
  n_teams = g_hash_table_size (teams);

  /* Translators: the first is "6 people" */
  return g_strdup_printf (ngettext ("%s from %u team", "%s from %u teams", n_teams), people, n_teams);
}

static gboolean
is_running_group (MtrRecord *pairing,
                  MtrPack   *pack)
{
  return pairing != NULL && mtr_record_text_is (pairing, MTR_PAIRING_STRUCTURE, MTR_PAIRING_GROUP) &&
         mtr_record_text_is (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack)) &&
         !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED);
}

static char *
dup_member_problem (MtrPack     *pack,
                    MtrSnapshot *snapshot,
                    gint64       person_id,
                    const GDate *today)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  const char *name = mtr_rules_get_name (snapshot, person_id);
  g_autoptr (GPtrArray) members = NULL;

  if (person == NULL)
    return g_strdup (_("Somebody who was chosen is not in the programme any more. Choose again."));
  if (mtr_match_pool_has_left (person, today))
    return g_strdup_printf (_("%s has left."), name);

  members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PERSON_ID, person_id);
  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);
      MtrRecord *pairing = mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PAIRING_ID);

      if (mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) &&
          !mtr_record_is_set (member, MTR_MEMBER_LEFT_ON) && is_running_group (pairing, pack))
        return g_strdup_printf (_("%s is in a peer group already."), name);
    }

  return NULL;
}

/**
 * mtr_peer_group_list_problems:
 * @groups: (element-type MtrPeerGroup): groups
 * @pack: the pack they are for
 * @snapshot: every person, pairing and member, just read
 * @today: the present date
 *
 * Returns: (transfer full) (element-type utf8): why they cannot be proposed: somebody has left, or is in a group already;
 *   empty where they can
 */
GPtrArray *
mtr_peer_group_list_problems (GPtrArray   *groups,
                              MtrPack     *pack,
                              MtrSnapshot *snapshot,
                              const GDate *today)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < groups->len; i++)
    {
      MtrPeerGroup *group = g_ptr_array_index (groups, i);
      MtrRecord *facilitator = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, group->facilitator_id);

      if (facilitator != NULL && mtr_match_pool_has_left (facilitator, today))
        g_ptr_array_add (problems, g_strdup_printf (_("%s has left."),
                                                    mtr_rules_get_name (snapshot, group->facilitator_id)));
      for (guint j = 0; j < group->members->len; j++)
        {
          char *problem = dup_member_problem (pack, snapshot, g_array_index (group->members, gint64, j), today);

          if (problem != NULL)
            g_ptr_array_add (problems, problem);
        }
    }

  return problems;
}

/**
 * mtr_peer_group_propose:
 * @groups: (element-type MtrPeerGroup): groups without problems
 * @pack: the pack they are for
 * @snapshot: every pairing
 * @today: the ISO date on which they are proposed
 * @new_id: gives ids
 * @new_id_data: for @new_id
 *
 * Portfolios stay with the pairings they are in: a group has none.
 *
 * Returns: (transfer full): the change that proposes them, one undo
 */
MtrChange *
mtr_peer_group_propose (GPtrArray    *groups,
                        MtrPack      *pack,
                        MtrSnapshot  *snapshot,
                        const char   *today,
                        MtrNewIdFunc  new_id,
                        gpointer      new_id_data)
{
  MtrChange *change = mtr_change_new (_("propose peer groups"));
  guint n_before = 0;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PAIRING); i++)
    if (mtr_record_text_is (mtr_snapshot_nth (snapshot, MTR_KIND_PAIRING, i), MTR_PAIRING_STRUCTURE, MTR_PAIRING_GROUP))
      n_before++;

  for (guint i = 0; i < groups->len; i++)
    {
      MtrPeerGroup *group = g_ptr_array_index (groups, i);
      MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, new_id (new_id_data));
      /* Translators: what a group is called until somebody gives it a name, "Peer group 2" */
      g_autofree char *title = g_strdup_printf (_("Peer group %u"), n_before + i + 1);

      mtr_record_set_text (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack));
      mtr_record_set_text (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED);
      mtr_record_set_text (pairing, MTR_PAIRING_STRUCTURE, MTR_PAIRING_GROUP);
      mtr_record_set_text (pairing, MTR_PAIRING_TITLE, title);
      mtr_record_set_text (pairing, MTR_PAIRING_PROPOSED_ON, today);
      if (group->facilitator_id != 0)
        mtr_record_set_number (pairing, MTR_PAIRING_MENTOR_ID, group->facilitator_id);
      mtr_change_insert (change, pairing);

      for (guint j = 0; j < group->members->len; j++)
        {
          MtrRecord *member = mtr_record_new (MTR_KIND_MEMBER, new_id (new_id_data));

          mtr_record_set_number (member, MTR_MEMBER_PAIRING_ID, mtr_record_get_id (pairing));
          mtr_record_set_number (member, MTR_MEMBER_PERSON_ID, g_array_index (group->members, gint64, j));
          mtr_record_set_text (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE);
          mtr_record_set_text (member, MTR_MEMBER_JOINED_ON, today);
          mtr_change_insert (change, member);
        }
    }

  return change;
}
