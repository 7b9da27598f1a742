/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-report-scope.h"
#include "mtr-submission.h"

G_BEGIN_DECLS

/** So many days before the day on which something is to be handed in it is said to be due; that day itself included. */
#define MTR_SUBMISSION_DUE_DAYS 60

/**
 * MtrSubmissionPlace:
 * @MTR_SUBMISSION_PLACE_OVERDUE: the day has passed, and nothing was handed in
 * @MTR_SUBMISSION_PLACE_DUE: to be handed in within %MTR_SUBMISSION_DUE_DAYS days
 * @MTR_SUBMISSION_PLACE_LATER: to be handed in later than that
 * @MTR_SUBMISSION_PLACE_AGAIN: came back, and nobody has said by when it is to be handed in again
 * @MTR_SUBMISSION_PLACE_WAITING: handed in and not decided
 * @MTR_SUBMISSION_PLACE_DONE: satisfactory
 * @MTR_SUBMISSION_PLACE_UNKNOWN: it is not known by when
 * @MTR_N_SUBMISSION_PLACES: how many there are
 *
 * Where somebody stands on the day of a report; everybody stands in one place.
 */
typedef enum {
  MTR_SUBMISSION_PLACE_OVERDUE,
  MTR_SUBMISSION_PLACE_DUE,
  MTR_SUBMISSION_PLACE_LATER,
  MTR_SUBMISSION_PLACE_AGAIN,
  MTR_SUBMISSION_PLACE_WAITING,
  MTR_SUBMISSION_PLACE_DONE,
  MTR_SUBMISSION_PLACE_UNKNOWN,
  MTR_N_SUBMISSION_PLACES
} MtrSubmissionPlace;

/** MtrSubmissionPerson: somebody who hands in, on the day of a report. */
typedef struct {
  MtrRecord          *person;      /* (unowned) */
  MtrSubmissionPlace  place;
  char               *due_on;      /* (owned) (nullable): ISO date */
  gboolean            extended;    /* whether that day is later than it was first */
  gint64              number;      /* of the submission that is to come or was the last one: 1 for the first */
  gboolean            endangered;  /* whether renewing the registration is in danger */
} MtrSubmissionPerson;

/** MtrSubmissionCount: the submissions of one scheme. */
typedef struct {
  MtrPack   *pack;                  /* (unowned) */

  /* Of the period. */
  guint      n_handed_in;
  guint      n_handed_in_again;     /* of these, not for the first time */
  guint      n_satisfactory;        /* decided in the period, as the next two */
  guint      n_unsatisfactory;
  guint      n_incomplete;
  guint      n_first_decided;
  guint      n_first_satisfactory;  /* of these */

  /* On the day of the report. */
  GPtrArray *people;                /* (owned) (element-type MtrSubmissionPerson): the most urgent first */
  guint      n_places[MTR_N_SUBMISSION_PLACES];
  guint      n_endangered;
} MtrSubmissionCount;

void       mtr_submission_count_free (MtrSubmissionCount   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrSubmissionCount, mtr_submission_count_free)

GPtrArray *mtr_submission_count_list (MtrSnapshot          *snapshot,
                                      GPtrArray            *packs,
                                      const MtrReportScope *scope);

G_END_DECLS
