/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match-pool.h"

G_BEGIN_DECLS

/**
 * MtrMatchBar:
 * @MTR_MATCH_BAR_NONE: nothing stands against the two
 * @MTR_MATCH_BAR_SELF: it is the same person
 * @MTR_MATCH_BAR_EXCLUDED: the two are never brought together
 * @MTR_MATCH_BAR_FORBIDDEN: somebody has ruled the two out for this round
 * @MTR_MATCH_BAR_FORMER: the mentee has asked for another mentor than this one
 * @MTR_MATCH_BAR_RULE: a rule of the pack is not met that cannot be set aside
 * @MTR_MATCH_BAR_ROOM: the mentor has no place left
 *
 * What rules a pair out, whatever its score would be.
 */
typedef enum {
  MTR_MATCH_BAR_NONE,
  MTR_MATCH_BAR_SELF,
  MTR_MATCH_BAR_EXCLUDED,
  MTR_MATCH_BAR_FORBIDDEN,
  MTR_MATCH_BAR_FORMER,
  MTR_MATCH_BAR_RULE,
  MTR_MATCH_BAR_ROOM,
} MtrMatchBar;

/** MtrMatchReason: what one criterion says of a pair. */
typedef struct {
  MtrMatchCriterion  criterion;
  int                points;    /* 0 to 100 */
  int                weight;    /* 0 to 100 */
  char              *sentence;  /* (owned): "Offers 2 of 3 skills that are wanted: giving feedback, court work" */
} MtrMatchReason;

/** MtrMatchScore: how well two people go together, in figures and in words. */
typedef struct {
  gint64       mentee_id;
  gint64       mentor_id;
  int          percent;   /* of all points that count for the mentee, rounded down */
  GPtrArray   *reasons;   /* (owned) (element-type MtrMatchReason): those that count, in the order of the criteria */
  GPtrArray   *warnings;  /* (owned) (element-type utf8): sentences: what to weigh before saying yes */
  MtrMatchBar  bar;       /* what rules the two out */
  char        *why_not;   /* (owned) (nullable): the same as a sentence; %NULL where nothing does */
} MtrMatchScore;

MtrMatchScore *mtr_match_score_new  (MtrMatchPool  *pool,
                                     gint64         mentee_id,
                                     gint64         mentor_id);
void           mtr_match_score_free (MtrMatchScore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrMatchScore, mtr_match_score_free)

G_END_DECLS
