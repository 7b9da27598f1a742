/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-proposal.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** A peer group has so many members, besides its facilitator. */
#define MTR_PEER_GROUP_LEAST 3
#define MTR_PEER_GROUP_MOST  12

/** MtrPeerGroupPlan: who is to be put into groups. Nothing in it is owned. */
typedef struct {
  MtrSnapshot  *snapshot;        /* every person, pairing and member, and the rules for matching */
  const gint64 *people;          /* in the order that decides where all else is equal */
  guint         n_people;
  const gint64 *facilitators;    /* in such an order too */
  guint         n_facilitators;
  guint         size;            /* members of a group, at most */
} MtrPeerGroupPlan;

/** MtrPeerGroup: a group as it might be. */
typedef struct {
  gint64     facilitator_id;  /* 0: nobody */
  GArray    *members;         /* (owned) (element-type gint64): in the order of the plan */
  GPtrArray *warnings;        /* (owned) (element-type utf8): sentences: what to weigh before saying yes */
} MtrPeerGroup;

char      *mtr_peer_group_plan_dup_problem (const MtrPeerGroupPlan *plan);
GPtrArray *mtr_peer_group_build            (const MtrPeerGroupPlan *plan);
char      *mtr_peer_group_dup_spread       (MtrPeerGroup           *self,
                                            MtrSnapshot            *snapshot);
GPtrArray *mtr_peer_group_list_problems    (GPtrArray              *groups,
                                            MtrPack                *pack,
                                            MtrSnapshot            *snapshot,
                                            const GDate            *today);
MtrChange *mtr_peer_group_propose          (GPtrArray              *groups,
                                            MtrPack                *pack,
                                            MtrSnapshot            *snapshot,
                                            const char             *today,
                                            MtrNewIdFunc            new_id,
                                            gpointer                new_id_data);

G_END_DECLS
