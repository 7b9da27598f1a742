/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of matching share: the people of a pool, in a form that two
 * million pairs can be scored from. Private to matching.
 */

#pragma once

#include "mtr-match-pool.h"
#include "mtr-match-score.h"

G_BEGIN_DECLS

/** MtrMatchTokens: words and codes somebody gave, as sorted positions in the pool's list of them. */
typedef struct {
  guint *ids;  /* (owned) (nullable) */
  guint  n;
} MtrMatchTokens;

/** What is one word of a person; 0 where it is not known. */
typedef enum {
  MTR_MATCH_WORD_SERVICE,
  MTR_MATCH_WORD_TEAM,
  MTR_MATCH_WORD_LOCALITY,
  MTR_MATCH_WORD_PROFESSION,
  MTR_MATCH_N_WORDS
} MtrMatchWord;

typedef struct {
  gint64        with_id;
  MtrMatchBar   bar;
  const char   *since;   /* (unowned) (nullable): ISO date on which the two ended */
} MtrMatchBarred;

/** MtrMatchPerson: one who looks for a mentor, or one who could be one. A person may be both, in two of these. */
typedef struct {
  gint64          id;
  MtrRecord      *record;            /* (unowned) */
  char           *folded_name;       /* (owned) */
  char           *folded_wishes;     /* (owned) (nullable) */
  guint           words[MTR_MATCH_N_WORDS];
  MtrMatchTokens  skills_wanted;
  MtrMatchTokens  skills_offered;
  MtrMatchTokens  languages;
  MtrMatchTokens  availability;
  guint           modes;             /* a bit for each way to meet; 0: not known */
  int             experience_months; /* -1: not known */
  gboolean        other_view;

  /* Of those who look for a mentor. */
  const char     *waiting_since;     /* (unowned) (nullable): ISO date */
  int             waiting_days;
  gboolean        first;             /* asked for another mentor */
  gint64          open_pairing_id;   /* a pairing that has no mentor yet; 0: none */
  gint64          pinned_to;         /* 0: nobody */
  gboolean        names_somebody;    /* a mentor of the pool, or is named by one */
  GArray         *barred;            /* (owned) (element-type MtrMatchBarred) */
  GHashTable     *managers;          /* (owned): ids of everybody above them; the value says how many steps */

  /* Of those who could be a mentor. */
  int             capacity;
  int             load;
  guint           room;
} MtrMatchPerson;

struct _MtrMatchPool {
  GObject          parent_instance;

  MtrPack         *pack;             /* (owned) */
  MtrSnapshot     *snapshot;         /* (owned) */
  MtrMatchWeights  weights;
  GDate            today;
  GPtrArray       *mentees;          /* (owned) (element-type MtrMatchPerson): the queue */
  GPtrArray       *mentors;          /* (owned) (element-type MtrMatchPerson): by id */
  GHashTable      *mentee_positions; /* (owned): by id, from 1 */
  GHashTable      *mentor_positions; /* (owned): by id, from 1 */
  GHashTable      *tokens;           /* (owned): folded text to position, from 1 */
  GPtrArray       *token_texts;      /* (owned): as somebody wrote it; the first is for nothing */
  int              longest_wait;     /* days */
  char            *fingerprint;      /* (owned) */
};

/** MTR_MATCH_NOT_ASKED: points of a criterion that does not count for this mentee. */
#define MTR_MATCH_NOT_ASKED (-1)

/** The highest score of a pair: all points of every criterion that counts. */
#define MTR_MATCH_FULL_SCORE 10000

MtrMatchPerson *mtr_match_pool_find_mentee (MtrMatchPool         *self,
                                            gint64                id);
MtrMatchPerson *mtr_match_pool_find_mentor (MtrMatchPool         *self,
                                            gint64                id);
MtrMatchBar     mtr_match_score_find_bar   (MtrMatchPool         *pool,
                                            const MtrMatchPerson *mentee,
                                            const MtrMatchPerson *mentor,
                                            const MtrRule       **rule);
int             mtr_match_score_pair       (MtrMatchPool         *pool,
                                            const MtrMatchPerson *mentee,
                                            const MtrMatchPerson *mentor);
gboolean        mtr_match_score_is_named   (const MtrMatchPerson *mentee,
                                            const MtrMatchPerson *mentor);

G_END_DECLS
