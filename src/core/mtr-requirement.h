/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrTurn: who can do something about it, and the group of the readiness that it is shown in. */
typedef enum {
  MTR_TURN_YOURS,
  MTR_TURN_OTHERS,  /* waiting for somebody */
  MTR_TURN_LATER,   /* not due yet by the time frame of the pack, or not possible yet */
} MtrTurn;

/** MtrRequirementResult: one thing that is met, or one that is missing. */
typedef struct {
  const MtrRequirement *requirement; /* (unowned): of the pack */
  gboolean              met;
  char                 *title;       /* (owned): "Area 8 has no evidence" */
  char                 *reason;      /* (owned) (nullable): "Performance management and improvement" */
  MtrTurn               turn;        /* where it is not met */
  gint64                person_id;   /* whose turn; 0 for nobody in particular */
  char                 *since_on;    /* (owned) (nullable): ISO date, since when it is their turn */
  char                 *due_on;      /* (owned) (nullable): ISO date from which the pack asks for it */
  MtrKind               kind;        /* the record, its id and the field to go to; the id is 0 where it is yet to be made */
  gint64                id;
  MtrField              field;
  char                 *area;        /* (owned) (nullable): the code of the area it is about */
} MtrRequirementResult;

void       mtr_requirement_result_free  (MtrRequirementResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrRequirementResult, mtr_requirement_result_free)

GPtrArray *mtr_requirement_check        (MtrPack     *pack,
                                         MtrSnapshot *snapshot,
                                         MtrRecord   *portfolio,
                                         gint64       owner_id,
                                         const GDate *today);
guint      mtr_requirement_count_unmet  (GPtrArray   *results);
GPtrArray *mtr_requirement_list_turn    (GPtrArray   *results,
                                         MtrTurn      turn);
char      *mtr_requirement_dup_headline (GPtrArray   *results,
                                         MtrSnapshot *snapshot);

G_END_DECLS
