/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match-score.h"

G_BEGIN_DECLS

/* A round of matching, from the store to the store:
 *
 *   a snapshot of MTR_SCOPE_MATCHING → mtr_match_weights_init() → mtr_match_pool_new() → mtr_match_new(): the review;
 *   mtr_match_pool_list_mentors(): the others for one mentee, side by side, the ruled out ones with why;
 *   mtr_match_rule_set() and mtr_match_rule_unset(): pin, rule out, never; then load and match again;
 *   a new snapshot and a new pool → mtr_match_publication_list_problems() → mtr_match_publication_make_change().
 */

/** MtrMatchSuggestion: two people who might work together. */
typedef struct {
  MtrMatchScore *score;   /* (owned): who, how well, and what to weigh */
  gboolean       pinned;  /* somebody has said that it is to be these two */
} MtrMatchSuggestion;

/**
 * MtrMatchLack:
 * @MTR_MATCH_LACK_MENTORS: nobody could be a mentor
 * @MTR_MATCH_LACK_PIN: they are pinned to somebody with whom it cannot be
 * @MTR_MATCH_LACK_POSSIBLE: every mentor is ruled out for them
 * @MTR_MATCH_LACK_ROOM: those who are possible have no place left once everybody has been matched
 *
 * Why somebody has no suggestion.
 */
typedef enum {
  MTR_MATCH_LACK_MENTORS,
  MTR_MATCH_LACK_PIN,
  MTR_MATCH_LACK_POSSIBLE,
  MTR_MATCH_LACK_ROOM,
} MtrMatchLack;

/** MtrMatchUnmatched: somebody without a suggestion. */
typedef struct {
  gint64        mentee_id;
  MtrMatchLack  lack;
  char         *sentence;  /* (owned): why */
} MtrMatchUnmatched;

/** MtrMatchSpare: a mentor who has places left. */
typedef struct {
  gint64 mentor_id;
  guint  room;
} MtrMatchSpare;

/** MtrMatch: the best way to match a pool. */
typedef struct {
  MtrMatchPool *pool;         /* (owned) */
  GPtrArray    *suggestions;  /* (owned) (element-type MtrMatchSuggestion): in the order of the queue */
  GPtrArray    *unmatched;    /* (owned) (element-type MtrMatchUnmatched): in the order of the queue */
  GPtrArray    *spare;        /* (owned) (element-type MtrMatchSpare): by id */
} MtrMatch;

MtrMatch  *mtr_match_new               (MtrMatchPool *pool);
void       mtr_match_free              (MtrMatch     *self);
GPtrArray *mtr_match_pool_list_mentors (MtrMatchPool *pool,
                                        gint64        mentee_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrMatch, mtr_match_free)

G_END_DECLS
