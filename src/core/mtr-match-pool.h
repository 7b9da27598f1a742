/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** Rules for matching, as in %MTR_MATCH_RULE_RULE. */
#define MTR_MATCH_RULE_PIN     "pin"      /* first the mentor, then the mentee: these two, in this round */
#define MTR_MATCH_RULE_FORBID  "forbid"   /* first the mentor, then the mentee: not these two, in this round */
#define MTR_MATCH_RULE_EXCLUDE "exclude"  /* two people who are never brought together, either way round */

/** As in %MTR_PAIRING_STRUCTURE: a pairing of a facilitator with several people. */
#define MTR_PAIRING_GROUP "group"

/** As in %MTR_PAIRING_ENDED_NEXT: the mentee wants to go on with somebody else. */
#define MTR_PAIRING_NEXT_MENTOR "another-mentor"

/** As in %MTR_PAIRING_ENDED_NEXT: the mentee wants to go on in a peer group. */
#define MTR_PAIRING_NEXT_GROUP "group"

/** MTR_MATCH_USUAL_CAPACITY: places of a mentor who has not said how many (domain-facts.md, 12.c). */
#define MTR_MATCH_USUAL_CAPACITY 2

/**
 * MtrMatchCriterion:
 * @MTR_MATCH_ELIGIBILITY: the rules of the pack for mentors are known to be met
 * @MTR_MATCH_REPORTING_LINE: they are not in one line of management
 * @MTR_MATCH_WISH: one of them has named the other in their wishes
 * @MTR_MATCH_SKILLS: the mentor offers what the mentee wants
 * @MTR_MATCH_SERVICE: they work in the same service
 * @MTR_MATCH_LOCALITY: they work in the same place
 * @MTR_MATCH_MODE: they like to meet in the same way
 * @MTR_MATCH_LANGUAGES: they share a language that the mentee has given
 * @MTR_MATCH_AVAILABILITY: they are free at the same times
 * @MTR_MATCH_EXPERIENCE: the mentor has more experience
 * @MTR_MATCH_PERSPECTIVE: they differ, where the mentee wishes for a different perspective
 * @MTR_MATCH_WAITING: the mentee has waited long
 * @MTR_N_MATCH_CRITERIA: how many there are
 *
 * What a pair is scored by. Each gives 0 to 100, or does not count for a mentee who has asked for nothing there.
 */
typedef enum {
  MTR_MATCH_ELIGIBILITY,
  MTR_MATCH_REPORTING_LINE,
  MTR_MATCH_WISH,
  MTR_MATCH_SKILLS,
  MTR_MATCH_SERVICE,
  MTR_MATCH_LOCALITY,
  MTR_MATCH_MODE,
  MTR_MATCH_LANGUAGES,
  MTR_MATCH_AVAILABILITY,
  MTR_MATCH_EXPERIENCE,
  MTR_MATCH_PERSPECTIVE,
  MTR_MATCH_WAITING,
  MTR_N_MATCH_CRITERIA
} MtrMatchCriterion;

/** MtrMatchWeights: how much each criterion counts, from 0, which takes it out, to 100. */
typedef struct {
  int of[MTR_N_MATCH_CRITERIA];
} MtrMatchWeights;

const char *mtr_match_criterion_get_code  (MtrMatchCriterion  criterion);
const char *mtr_match_criterion_get_label (MtrMatchCriterion  criterion);
void        mtr_match_weights_init        (MtrMatchWeights   *weights,
                                           MtrSnapshot       *snapshot);

/* A pool is who could be matched with whom, as a file was at one moment: it never changes. The queue of those who look
 * for a mentor begins with those who have asked for another one, then whoever has waited longest. */
#define MTR_TYPE_MATCH_POOL (mtr_match_pool_get_type ())
G_DECLARE_FINAL_TYPE (MtrMatchPool, mtr_match_pool, MTR, MATCH_POOL, GObject)

MtrMatchPool *mtr_match_pool_new             (MtrPack               *pack,
                                              MtrSnapshot           *snapshot,
                                              const MtrMatchWeights *weights,
                                              const GDate           *today);
MtrPack      *mtr_match_pool_get_pack        (MtrMatchPool *self);
MtrSnapshot  *mtr_match_pool_get_snapshot    (MtrMatchPool *self);
const char   *mtr_match_pool_get_fingerprint (MtrMatchPool *self);
guint         mtr_match_pool_count_mentees   (MtrMatchPool *self);
gint64        mtr_match_pool_get_mentee      (MtrMatchPool *self,
                                              guint         position);
const char   *mtr_match_pool_get_waiting_since (MtrMatchPool *self,
                                              gint64        mentee_id);
gboolean      mtr_match_pool_is_first        (MtrMatchPool *self,
                                              gint64        mentee_id);
guint         mtr_match_pool_count_mentors   (MtrMatchPool *self);
gint64        mtr_match_pool_get_mentor      (MtrMatchPool *self,
                                              guint         position);
guint         mtr_match_pool_get_room        (MtrMatchPool *self,
                                              gint64        mentor_id);
gboolean      mtr_match_pool_has_left        (MtrRecord    *person,
                                              const GDate  *today);

G_END_DECLS
