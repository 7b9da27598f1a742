/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the checks of the requirement engine share. */

#pragma once

#include "mtr-requirement.h"

G_BEGIN_DECLS

/** MtrRequirementCheck: what all the checks look at. */
typedef struct {
  MtrPack     *pack;
  MtrSnapshot *snapshot;
  MtrRecord   *portfolio;
  MtrRecord   *pairing;       /* (nullable) */
  gint64       portfolio_id;
  gint64       mentee;
  gint64       mentor;
  gint64       owner;
  const GDate *date;          /* (nullable): the present date */
  const char  *today;         /* (nullable): the same as ISO text */
  GPtrArray   *results;
  gboolean     asked_for_registration;  /* it is not known, and that has been said once */
} MtrRequirementCheck;

typedef void (*MtrRequirementFunc) (MtrRequirementCheck  *check,
                                    const MtrRequirement *requirement);

MtrRequirementResult *mtr_requirement_add        (MtrRequirementCheck  *check,
                                                  const MtrRequirement *requirement,
                                                  gboolean              met,
                                                  MtrKind               kind,
                                                  gint64                id,
                                                  MtrField              field);
void                  mtr_requirement_take_title (MtrRequirementResult *result,
                                                  char                 *title,
                                                  char                 *reason);
void                  mtr_requirement_give_turn  (MtrRequirementCheck  *check,
                                                  MtrRequirementResult *result,
                                                  gint64                person_id,
                                                  gboolean              under_way);
gint64                mtr_requirement_get_either (MtrRequirementCheck  *check);

/* What a pairing does, in mtr-requirement-pairing.c. */
void mtr_requirement_check_observations_by_mentor (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_reviews                (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_goals                  (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_plan                   (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_schedule               (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_self_assessments       (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_evaluations            (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);

/* What somebody learns, in mtr-requirement-learning.c. */
void mtr_requirement_check_learning_records       (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_learning_hours         (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_protection_hours       (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_learning_in_areas      (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_learning_review        (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);
void mtr_requirement_check_submission             (MtrRequirementCheck  *check,
                                                   const MtrRequirement *requirement);

G_END_DECLS
