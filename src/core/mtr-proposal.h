/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrProposalRole: whom a pairing is proposed for. */
typedef enum {
  MTR_PROPOSAL_MENTEE,
  MTR_PROPOSAL_MENTOR,
  MTR_PROPOSAL_LINE_MANAGER,
  MTR_N_PROPOSAL_ROLES
} MtrProposalRole;

/** MtrProposal: who would work with whom, and from when it is proposed. Nothing in it is owned. */
typedef struct {
  MtrPack     *pack;
  MtrSnapshot *programme;                      /* every person, and the portfolios that are known */
  struct {
    gint64      id;                            /* a person; 0 for a new one or nobody */
    const char *name;                          /* (nullable): of a new person, clean */
  } people[MTR_N_PROPOSAL_ROLES];
  const char  *proposed_on;                    /* (nullable): ISO date */
} MtrProposal;

/**
 * MtrNewIdFunc:
 *
 * Returns: an id that no record has
 */
typedef gint64 (*MtrNewIdFunc) (gpointer user_data);

MtrProposalRole mtr_proposal_find_problem (const MtrProposal *self,
                                           const GDate       *today,
                                           char             **problem);
GPtrArray      *mtr_proposal_make_records (const MtrProposal *self,
                                           MtrNewIdFunc       new_id,
                                           gpointer           new_id_data);
MtrSnapshot    *mtr_proposal_preview      (const MtrProposal *self,
                                           GPtrArray         *records);
MtrChange      *mtr_proposal_make_change  (const MtrProposal *self,
                                           GPtrArray         *records);
void            mtr_proposal_add_to_change (const MtrProposal *self,
                                           GPtrArray         *records,
                                           MtrChange         *change);
MtrRecord      *mtr_proposal_get_pairing  (GPtrArray         *records);

G_END_DECLS
