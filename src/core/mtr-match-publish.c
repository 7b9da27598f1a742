/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From suggestions to pairings that are proposed: all in one change, and only
 * while what they were made from still holds. And the way back into the queue,
 * which is nobody's fault.
 */

#include "mtr-match-publish.h"

#include "mtr-match-private.h"
#include "mtr-messages.h"
#include "mtr-pairing-people.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"

/* As in MTR_SUGGESTION_STATE. */
#define SUGGESTION_KEPT "kept"

static GPtrArray *
get_suggestions (const MtrMatchPublication *self)
{
  return self->suggestions != NULL ? self->suggestions : self->match->suggestions;
}

static MtrRecord *
find_running_pairing (const MtrMatchPublication *self,
                      gint64                     mentee_id)
{
  MtrSnapshot *snapshot = mtr_match_pool_get_snapshot (self->present);
  g_autoptr (GPtrArray) members = mtr_snapshot_list_where (snapshot, MTR_KIND_MEMBER, MTR_MEMBER_PERSON_ID, mentee_id);

  for (guint i = 0; i < members->len; i++)
    {
      MtrRecord *member = g_ptr_array_index (members, i);
      MtrRecord *pairing = mtr_snapshot_follow (snapshot, member, MTR_MEMBER_PAIRING_ID);

      if (pairing != NULL && mtr_record_text_is (member, MTR_MEMBER_ROLE, MTR_ROLE_MENTEE) &&
          mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID) &&
          !mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED) &&
          !mtr_record_text_is (pairing, MTR_PAIRING_STRUCTURE, MTR_PAIRING_GROUP) &&
          mtr_record_text_is (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (mtr_match_pool_get_pack (self->present))))
        return pairing;
    }

  return NULL;
}

/* Why somebody cannot be published any more, whichever side they are on; NULL where they are still here. */
static char *
dup_absence (const MtrMatchPublication *self,
             gint64                     person_id)
{
  MtrRecord *person = mtr_snapshot_get (mtr_match_pool_get_snapshot (self->present), MTR_KIND_PERSON, person_id);
  const char *name = mtr_rules_get_name (mtr_match_pool_get_snapshot (self->match->pool), person_id);

  if (person == NULL)
    return g_strdup_printf (_("%s is not in the programme any more."), name);
  if (mtr_match_pool_has_left (person, &self->present->today))
    return g_strdup_printf (_("%s has left."), name);

  return NULL;
}

static char *
dup_mentee_problem (const MtrMatchPublication *self,
                    gint64                     mentee_id)
{
  MtrSnapshot *snapshot = mtr_match_pool_get_snapshot (self->present);
  const char *name = mtr_rules_get_name (snapshot, mentee_id);
  char *absence = dup_absence (self, mentee_id);
  MtrRecord *pairing;

  if (absence != NULL || mtr_match_pool_find_mentee (self->present, mentee_id) != NULL)
    return absence;

  pairing = find_running_pairing (self, mentee_id);
  if (pairing != NULL)
    return g_strdup_printf (_("%s has a pairing with %s already; it may have been published before."), name,
                            mtr_rules_get_name (snapshot, mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID)));

  return g_strdup_printf (_("%s does not look for a mentor any more."), name);
}

static char *
dup_problem (const MtrMatchPublication *self,
             const MtrMatchScore       *suggested,
             GHashTable                *used)
{
  const char *mentor_name = mtr_rules_get_name (mtr_match_pool_get_snapshot (self->present), suggested->mentor_id);
  char *problem = dup_mentee_problem (self, suggested->mentee_id);
  g_autoptr (MtrMatchScore) score = NULL;
  guint n_used;

  if (problem == NULL)
    problem = dup_absence (self, suggested->mentor_id);
  if (problem != NULL)
    return problem;
  if (mtr_match_pool_find_mentor (self->present, suggested->mentor_id) == NULL)
    return g_strdup_printf (_("%s does not offer to mentor any more."), mentor_name);

  score = mtr_match_score_new (self->present, suggested->mentee_id, suggested->mentor_id);
  if (score->why_not != NULL)
    return g_steal_pointer (&score->why_not);

  n_used = GPOINTER_TO_UINT (g_hash_table_lookup (used, &suggested->mentor_id)) + 1;
  g_hash_table_insert (used, (gpointer) &suggested->mentor_id, GUINT_TO_POINTER (n_used));
  if (n_used > mtr_match_pool_get_room (self->present, suggested->mentor_id))
    return g_strdup_printf (_("%s has not enough places left for all who were suggested."), mentor_name);

  return NULL;
}

static char *
dup_nobody (const MtrMatchPublication *self)
{
  MtrSnapshot *snapshot = mtr_match_pool_get_snapshot (self->present);
  const char *pack_id = mtr_pack_get_id (mtr_match_pool_get_pack (self->present));
  const char *made_on = NULL;
  g_autofree char *date = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RUN); i++)
    {
      MtrRecord *run = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_RUN, i);

      if (mtr_record_text_is (run, MTR_MATCH_RUN_PACK, pack_id))
        made_on = mtr_rules_later (made_on, mtr_record_get_text (run, MTR_MATCH_RUN_MADE_ON));
    }
  if (made_on == NULL)
    return g_strdup (_("There is nobody to publish: no two people are suggested."));

  date = mtr_rules_dup_long_date (made_on);

  /* Translators: %s is a date, "21 November 2026" */
  return g_strdup_printf (_("Nobody is left to publish: the last matching was published on %s."), date);
}

/**
 * mtr_match_publication_list_problems:
 * @self: a publication
 *
 * It is refused where somebody has been paired since (or it was published before), has left, or has no room any more;
 * and where anything else that matching goes by has changed, for then other suggestions might be better.
 *
 * Returns: (transfer full) (element-type utf8): sentences; empty where it may be published
 */
GPtrArray *
mtr_match_publication_list_problems (const MtrMatchPublication *self)
{
  GPtrArray *suggestions = get_suggestions (self);
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) used = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (suggestions->len == 0)
    g_ptr_array_add (problems, dup_nobody (self));

  for (guint i = 0; i < suggestions->len; i++)
    {
      const MtrMatchScore *suggested = ((const MtrMatchSuggestion *) g_ptr_array_index (suggestions, i))->score;
      char *problem;

      if (!g_hash_table_add (seen, (gpointer) &suggested->mentee_id))
        problem = g_strdup_printf (_("%s was chosen twice."),
                                   mtr_rules_get_name (mtr_match_pool_get_snapshot (self->present), suggested->mentee_id));
      else
        problem = dup_problem (self, suggested, used);
      if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }

  if (problems->len == 0 && g_strcmp0 (mtr_match_pool_get_fingerprint (self->match->pool),
                                       mtr_match_pool_get_fingerprint (self->present)) != 0)
    g_ptr_array_add (problems, g_strdup (_("The pool has changed since these were suggested. Nothing was published; match "
                                           "again, then publish what comes of it.")));

  return problems;
}

static char *
dup_criteria (const MtrMatchScore *score)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < score->reasons->len; i++)
    {
      const MtrMatchReason *reason = g_ptr_array_index (score->reasons, i);

      g_string_append_printf (codes, "%s%s-%d", i > 0 ? " " : "", mtr_match_criterion_get_code (reason->criterion),
                              reason->points);
    }

  return g_string_free (codes, FALSE);
}

static void
add_to_round (const MtrMatchPublication *self,
              MtrChange                 *change,
              gint64                     round_id,
              const MtrMatchScore       *score)
{
  MtrRecord *suggestion = mtr_record_new (MTR_KIND_SUGGESTION, self->new_id (self->new_id_data));
  g_autofree char *criteria = dup_criteria (score);

  mtr_record_set_number (suggestion, MTR_SUGGESTION_MATCH_RUN_ID, round_id);
  mtr_record_set_number (suggestion, MTR_SUGGESTION_MENTEE_ID, score->mentee_id);
  mtr_record_set_number (suggestion, MTR_SUGGESTION_MENTOR_ID, score->mentor_id);
  mtr_record_set_text (suggestion, MTR_SUGGESTION_STATE, SUGGESTION_KEPT);
  mtr_record_set_number (suggestion, MTR_SUGGESTION_SCORE, score->percent);
  if (*criteria != '\0')
    mtr_record_set_text (suggestion, MTR_SUGGESTION_CRITERIA, criteria);
  mtr_change_insert (change, suggestion);
}

static void
propose (const MtrMatchPublication *self,
         MtrChange                 *change,
         const MtrMatchScore       *score)
{
  MtrSnapshot *snapshot = mtr_match_pool_get_snapshot (self->present);
  const MtrMatchPerson *mentee = mtr_match_pool_find_mentee (self->present, score->mentee_id);
  gint64 manager_id = mtr_record_get_number (mentee->record, MTR_PERSON_LINE_MANAGER_ID);
  MtrProposal proposal = {
    .pack = mtr_match_pool_get_pack (self->present),
    .programme = snapshot,
    .proposed_on = self->today,
  };
  g_autoptr (GPtrArray) records = NULL;

  if (mentee->open_pairing_id != 0)
    {
      mtr_pairing_choose_person (change, mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, mentee->open_pairing_id),
                                 MTR_ROLE_MENTOR, score->mentor_id);
      return;
    }

  proposal.people[MTR_PROPOSAL_MENTEE].id = score->mentee_id;
  proposal.people[MTR_PROPOSAL_MENTOR].id = score->mentor_id;
  proposal.people[MTR_PROPOSAL_LINE_MANAGER].id = manager_id != score->mentee_id ? manager_id : 0;
  records = mtr_proposal_make_records (&proposal, self->new_id, self->new_id_data);
  mtr_proposal_add_to_change (&proposal, records, change);
}

static void
leave_queue (MtrChange *change,
             MtrRecord *person)
{
  gint64 id = mtr_record_get_id (person);

  if (mtr_record_is_set (person, MTR_PERSON_FIRST_IN_QUEUE))
    mtr_change_clear (change, MTR_PERSON_FIRST_IN_QUEUE, id);
  if (mtr_record_is_set (person, MTR_PERSON_WAITING_SINCE_ON))
    mtr_change_clear (change, MTR_PERSON_WAITING_SINCE_ON, id);
}

/* Pins and what was ruled out are for one round; who is never to be brought together stays so. */
static void
end_round_for (MtrChange   *change,
               MtrSnapshot *snapshot,
               GHashTable  *published)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RULE); i++)
    {
      MtrRecord *rule = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_RULE, i);
      gint64 mentee_id = mtr_record_get_number (rule, MTR_MATCH_RULE_SECOND_ID);

      if (!mtr_record_text_is (rule, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_EXCLUDE) &&
          g_hash_table_contains (published, &mentee_id))
        mtr_change_delete (change, MTR_KIND_MATCH_RULE, mtr_record_get_id (rule));
    }
}

/**
 * mtr_match_publication_make_change:
 * @self: a publication without problems
 *
 * Every suggestion becomes a pairing that is proposed; a pairing that was there without a mentor gets one. Those who are
 * matched leave the queue, and the round is written down with its scores.
 *
 * Returns: (transfer full): the change, one undo
 */
MtrChange *
mtr_match_publication_make_change (const MtrMatchPublication *self)
{
  GPtrArray *suggestions = get_suggestions (self);
  MtrSnapshot *snapshot = mtr_match_pool_get_snapshot (self->present);
  MtrChange *change = mtr_change_new (_("publish the matching"));
  MtrRecord *run = mtr_record_new (MTR_KIND_MATCH_RUN, self->new_id (self->new_id_data));
  gint64 round_id = mtr_record_get_id (run);
  g_autoptr (GHashTable) published = g_hash_table_new (g_int64_hash, g_int64_equal);

  mtr_record_set_text (run, MTR_MATCH_RUN_MADE_ON, self->today);
  mtr_record_set_text (run, MTR_MATCH_RUN_PACK, mtr_pack_get_id (mtr_match_pool_get_pack (self->present)));
  mtr_record_set_text (run, MTR_MATCH_RUN_PUBLISHED_AT, self->now);
  mtr_change_insert (change, run);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const MtrMatchScore *score = ((const MtrMatchSuggestion *) g_ptr_array_index (suggestions, i))->score;

      propose (self, change, score);
      leave_queue (change, mtr_snapshot_get (snapshot, MTR_KIND_PERSON, score->mentee_id));
      add_to_round (self, change, round_id, score);
      g_hash_table_add (published, (gpointer) &score->mentee_id);
    }
  end_round_for (change, snapshot, published);

  return change;
}

/**
 * mtr_match_ask_again:
 * @snapshot: the pairing, its members and its people
 * @pairing: a pairing that has not ended
 * @on: the ISO date of its last day
 *
 * Somebody wants to go on with another mentor. The pairing ends as any pairing does, without a reason and with all that
 * was written in it; its mentees go to the front of the queue (product.md, rule 8).
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_match_ask_again (MtrSnapshot *snapshot,
                     MtrRecord   *pairing,
                     const char  *on)
{
  gint64 id = mtr_record_get_id (pairing);
  g_autoptr (GPtrArray) members = mtr_pairing_list_mentees (snapshot, id, NULL);
  MtrChange *change = mtr_pairing_move (pairing, MTR_PAIRING_ENDED, on);

  mtr_change_set_text (change, MTR_PAIRING_ENDED_NEXT, id, MTR_PAIRING_NEXT_MENTOR);
  for (guint i = 0; i < members->len; i++)
    {
      gint64 person_id = mtr_record_get_number (g_ptr_array_index (members, i), MTR_MEMBER_PERSON_ID);

      mtr_change_set_number (change, MTR_PERSON_FIRST_IN_QUEUE, person_id, 1);
      mtr_change_set_text (change, MTR_PERSON_WAITING_SINCE_ON, person_id, on);
    }

  return change;
}
