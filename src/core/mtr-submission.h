/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-learning.h"

G_BEGIN_DECLS

/**
 * MtrSubmissionState:
 * @MTR_SUBMISSION_NONE: nothing is to be handed in, or it is not known when
 * @MTR_SUBMISSION_COMING: there is time
 * @MTR_SUBMISSION_SOON: the day comes near
 * @MTR_SUBMISSION_OVERDUE: the day has passed, and nothing was handed in
 * @MTR_SUBMISSION_HANDED_IN: handed in, not decided
 * @MTR_SUBMISSION_AGAIN: decided, and to be handed in again
 * @MTR_SUBMISSION_DONE: satisfactory
 *
 * How it stands with somebody's submission.
 */
typedef enum {
  MTR_SUBMISSION_NONE,
  MTR_SUBMISSION_COMING,
  MTR_SUBMISSION_SOON,
  MTR_SUBMISSION_OVERDUE,
  MTR_SUBMISSION_HANDED_IN,
  MTR_SUBMISSION_AGAIN,
  MTR_SUBMISSION_DONE,
} MtrSubmissionState;

char              *mtr_submission_dup_remind_on      (MtrPack            *pack,
                                                      MtrSnapshot        *snapshot,
                                                      gint64              person_id);
MtrSubmissionState mtr_submission_get_state          (MtrPack            *pack,
                                                      MtrSnapshot        *snapshot,
                                                      gint64              person_id,
                                                      const GDate        *today);
const char        *mtr_submission_get_state_label    (MtrSubmissionState  state);
gboolean           mtr_submission_endangers_registration (MtrPack        *pack,
                                                      MtrSnapshot        *snapshot,
                                                      gint64              person_id,
                                                      const GDate        *today);
MtrRecord         *mtr_submission_begin              (MtrPack            *pack,
                                                      MtrSnapshot        *snapshot,
                                                      gint64              person_id,
                                                      gint64              id);
GPtrArray         *mtr_submission_list_problems      (MtrRecord          *record,
                                                      const GDate        *today);
void               mtr_submission_count_first_time   (GPtrArray          *submissions,
                                                      guint              *n_satisfactory,
                                                      guint              *n_decided);

G_END_DECLS
