/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** Answers of the person who is asked for consent. */
#define MTR_CONSENT_PENDING "pending"
#define MTR_CONSENT_GIVEN   "given"
#define MTR_CONSENT_REFUSED "refused"

/** What an addendum is for. */
#define MTR_ADDENDUM_CORRECTION "correction"
#define MTR_ADDENDUM_WITHDRAWAL "withdrawal"

#define MTR_OBSERVATION_MODE_REMOTE "remote"

/**
 * MtrObservationStep: the step that an observation is at: the first of the six that is not done, or how it came to an
 * end.
 */
typedef enum {
  MTR_OBSERVATION_STEP_PLAN,
  MTR_OBSERVATION_STEP_CONSENT,
  MTR_OBSERVATION_STEP_OBSERVE,
  MTR_OBSERVATION_STEP_FEEDBACK,
  MTR_OBSERVATION_STEP_REFLECTION,
  MTR_OBSERVATION_STEP_SIGN,
  MTR_OBSERVATION_STEP_SEALED,
  MTR_OBSERVATION_STEP_REFUSED,    /* consent was not given: it does not take place */
  MTR_OBSERVATION_STEP_WITHDRAWN,  /* taken back, or its consent was */
  MTR_OBSERVATION_STEP_ERASED,
} MtrObservationStep;

MtrObservationStep mtr_observation_get_step        (MtrSnapshot *snapshot,
                                                    MtrRecord   *observation);
const char        *mtr_observation_get_step_label  (MtrObservationStep step);
gint64             mtr_observation_get_turn        (MtrSnapshot *snapshot,
                                                    MtrRecord   *observation,
                                                    gint64       owner_id,
                                                    char       **since);
gboolean           mtr_observation_counts          (MtrSnapshot *snapshot,
                                                    MtrRecord   *observation);
gboolean           mtr_observation_is_live         (MtrSnapshot *snapshot,
                                                    MtrRecord   *observation);
MtrRecord         *mtr_observation_find_withdrawal (MtrSnapshot *snapshot,
                                                    MtrRecord   *observation);
gboolean           mtr_observation_is_withdrawn    (MtrSnapshot *snapshot,
                                                    MtrRecord   *observation);

GPtrArray         *mtr_observation_list_problems   (MtrPack     *pack,
                                                    MtrSnapshot *snapshot,
                                                    MtrRecord   *observation,
                                                    const GDate *today);
GPtrArray         *mtr_observation_list_missing    (MtrPack     *pack,
                                                    MtrSnapshot *snapshot,
                                                    MtrRecord   *observation,
                                                    MtrObservationStep step,
                                                    const GDate *today);

/* The actions. Each returns (transfer full) the change; the store does it. Moments are UTC, dates ISO. */
MtrChange         *mtr_observation_refuse_consent  (MtrRecord   *observation,
                                                    const char  *on);
MtrChange         *mtr_observation_pass_feedback_on (MtrSnapshot *snapshot,
                                                    MtrRecord   *observation,
                                                    const char  *moment);
MtrChange         *mtr_observation_share_reflection (MtrRecord  *observation,
                                                    const char  *moment);
MtrChange         *mtr_observation_sign            (MtrRecord   *observation,
                                                    const char  *slot,
                                                    const char  *name,
                                                    const char  *how,
                                                    const char  *moment);
MtrChange         *mtr_observation_withdraw        (MtrRecord   *observation,
                                                    gboolean     of_consent,
                                                    const char  *on,
                                                    gint64       addendum_id,
                                                    gint64       author_id);
MtrChange         *mtr_observation_add_addendum    (MtrRecord   *observation,
                                                    gint64       addendum_id,
                                                    const char  *reason,
                                                    const char  *on,
                                                    gint64       author_id,
                                                    const char  *text);

G_END_DECLS
