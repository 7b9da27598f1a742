/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which people a list shows: those who look for a mentor, who may mentor, who
 * have no mentor, who have left. Whether somebody looks for one or may mentor
 * is what matching says, so that the list and the matching never differ.
 */

#include "mtr-people-filter.h"

#include "mtr-match-pool.h"
#include "mtr-pairing.h"

static void
add_id (GHashTable *ids,
        gint64      id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* Who looks for a mentor, or may be one. */
static void
pick_from_pool (GHashTable  *ids,
                guint        filter,
                MtrSnapshot *snapshot,
                MtrPack     *pack,
                const GDate *today)
{
  MtrMatchWeights weights;
  g_autoptr (MtrMatchPool) pool = NULL;

  mtr_match_weights_init (&weights, snapshot);
  pool = mtr_match_pool_new (pack, snapshot, &weights, today);
  if (filter == MTR_PEOPLE_LOOKING)
    for (guint i = 0; i < mtr_match_pool_count_mentees (pool); i++)
      add_id (ids, mtr_match_pool_get_mentee (pool, i));
  else
    for (guint i = 0; i < mtr_match_pool_count_mentors (pool); i++)
      {
        gint64 id = mtr_match_pool_get_mentor (pool, i);

        if (filter == MTR_PEOPLE_MENTORS || mtr_match_pool_get_room (pool, id) > 0)
          add_id (ids, id);
      }
}

static void
pick_by_leaving (GHashTable  *ids,
                 gboolean     left,
                 MtrSnapshot *snapshot,
                 const GDate *today)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_PERSON); i++)
    {
      MtrRecord *person = mtr_snapshot_nth (snapshot, MTR_KIND_PERSON, i);

      if (mtr_match_pool_has_left (person, today) == left)
        add_id (ids, mtr_record_get_id (person));
    }
}

static void
drop_mentored (GHashTable  *ids,
               MtrSnapshot *snapshot)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MEMBER); i++)
    {
      MtrRecord *member = mtr_snapshot_nth (snapshot, MTR_KIND_MEMBER, i);
      MtrRecord *pairing = mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PAIRING_ID);
      gint64 id = mtr_record_get_number (member, MTR_MEMBER_PERSON_ID);

      if (pairing != NULL && mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) &&
          !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED) &&
          mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID) && !mtr_record_is_set (member, MTR_MEMBER_LEFT_ON))
        g_hash_table_remove (ids, &id);
    }
}

/**
 * mtr_people_filter_pick:
 * @filter: a #MtrPeopleFilter, not %MTR_PEOPLE_ALL
 * @snapshot: of %MTR_SCOPE_MATCHING
 * @pack: the pack of the programme
 * @today: the present date
 *
 * Changes nothing and asks for nothing, so it may be called in any thread.
 *
 * Returns: (transfer full) (element-type gint64): the people that are shown
 */
GHashTable *
mtr_people_filter_pick (guint        filter,
                        MtrSnapshot *snapshot,
                        MtrPack     *pack,
                        const GDate *today)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (filter == MTR_PEOPLE_LOOKING || filter == MTR_PEOPLE_MENTORS || filter == MTR_PEOPLE_MENTORS_WITH_ROOM)
    {
      pick_from_pool (ids, filter, snapshot, pack, today);
    }
  else
    {
      pick_by_leaving (ids, filter == MTR_PEOPLE_LEFT, snapshot, today);
      if (filter == MTR_PEOPLE_WITHOUT_MENTOR)
        drop_mentored (ids, snapshot);
    }

  return ids;
}
