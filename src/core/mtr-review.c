/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check some months after a pairing began: how does it go, and shall it
 * go on? Whether it is asked for, and when, is the pack's.
 */

#include "mtr-review.h"

#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"

static gboolean
is_check (MtrPack   *pack,
          MtrRecord *review)
{
  const char *kind = mtr_record_get_text (review, MTR_REVIEW_KIND);
  const MtrForm *form = mtr_pack_find_form_for (pack, MTR_FORM_CHECK, NULL);

  return g_strcmp0 (kind, MTR_REVIEW_CHECK) == 0 || (form != NULL && g_strcmp0 (kind, form->code) == 0);
}

/**
 * mtr_review_find_check:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and its reviews
 * @pairing_id: the pairing
 *
 * Returns: (transfer none) (nullable): the first check, held or not
 */
MtrRecord *
mtr_review_find_check (MtrPack     *pack,
                       MtrSnapshot *snapshot,
                       gint64       pairing_id)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_REVIEW); i++)
    {
      MtrRecord *review = mtr_snapshot_nth (snapshot, MTR_KIND_REVIEW, i);

      if (mtr_record_get_number (review, MTR_REVIEW_PAIRING_ID) == pairing_id && is_check (pack, review))
        return review;
    }

  return NULL;
}

/**
 * mtr_review_dup_check_due_on:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and its reviews
 * @pairing: the pairing
 *
 * Returns: (transfer full) (nullable): the ISO date on which the check is due: the one that was written down, or so many
 *   months after the pairing began as the pack says; %NULL where none is asked for or it has been held
 */
char *
mtr_review_dup_check_due_on (MtrPack     *pack,
                             MtrSnapshot *snapshot,
                             MtrRecord   *pairing)
{
  MtrRecord *check = mtr_review_find_check (pack, snapshot, mtr_record_get_id (pairing));
  int months = mtr_pack_get_time_frame (pack)->check_months;

  if (check != NULL && mtr_record_is_set (check, MTR_REVIEW_HELD_ON))
    return NULL;
  if (check != NULL && mtr_record_is_set (check, MTR_REVIEW_DUE_ON))
    return g_strdup (mtr_record_get_text (check, MTR_REVIEW_DUE_ON));
  if (months <= 0)
    return NULL;

  return mtr_rules_shift (mtr_record_get_text (pairing, MTR_PAIRING_STARTED_ON), months, 0);
}

/**
 * mtr_review_get_outcome_label:
 * @outcome: (nullable): what a review ended with
 *
 * Returns: (transfer none): its words; the code itself where it is not one of ours
 */
const char *
mtr_review_get_outcome_label (const char *outcome)
{
  static const struct {
    const char *outcome;
    const char *label;
  } labels[] = {
    { MTR_REVIEW_CARRY_ON, N_("We carry on as we are") },
    { MTR_REVIEW_CHANGE,   N_("We change something") },
    { MTR_REVIEW_END,      N_("We end here, with nobody to blame") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (outcome, labels[i].outcome) == 0)
      return _(labels[i].label);

  return outcome != NULL ? outcome : "";
}
