/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** The kind of review that a pairing has some months after it began, where the pack has no form for it. */
#define MTR_REVIEW_CHECK "three-month-check"

/** What a review ended with, as MTR_REVIEW_OUTCOME keeps it. */
#define MTR_REVIEW_CARRY_ON "carry-on"
#define MTR_REVIEW_CHANGE   "change"
#define MTR_REVIEW_END      "end"

MtrRecord  *mtr_review_find_check       (MtrPack     *pack,
                                         MtrSnapshot *snapshot,
                                         gint64       pairing_id);
char       *mtr_review_dup_check_due_on (MtrPack     *pack,
                                         MtrSnapshot *snapshot,
                                         MtrRecord   *pairing);
const char *mtr_review_get_outcome_label (const char *outcome);

G_END_DECLS
