/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-match.h"
#include "mtr-proposal.h"

G_BEGIN_DECLS

/** MtrMatchPublication: what is to be published, and what it takes. Nothing in it is owned. */
typedef struct {
  MtrMatch     *match;
  GPtrArray    *suggestions;   /* (nullable) (element-type MtrMatchSuggestion): those that were chosen; %NULL for all */
  MtrMatchPool *present;       /* the pool as it is now, from a snapshot that was just read, with portfolios */
  const char   *today;         /* ISO date */
  const char   *now;           /* moment */
  MtrNewIdFunc  new_id;
  gpointer      new_id_data;
} MtrMatchPublication;

GPtrArray *mtr_match_publication_list_problems (const MtrMatchPublication *self);
MtrChange *mtr_match_publication_make_change   (const MtrMatchPublication *self);

MtrChange *mtr_match_ask_again                 (MtrSnapshot               *snapshot,
                                                MtrRecord                 *pairing,
                                                const char                *on);

G_END_DECLS
