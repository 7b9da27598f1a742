/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How somebody sees themselves at the start, in the middle and at the end of
 * a pairing, item by item on one scale, and what has moved between.
 */

#include "mtr-self-assessment.h"

#include "mtr-messages.h"

static const struct {
  const char *moment;
  const char *label;
} moments[] = {
  { MTR_MOMENT_START,  N_("At the start") },
  { MTR_MOMENT_MIDDLE, N_("In the middle") },
  { MTR_MOMENT_END,    N_("At the end") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (moments) == MTR_N_MOMENTS);

/**
 * mtr_self_assessment_get_moment:
 * @position: from 0 to 2
 *
 * Returns: (transfer none): the moment at that place of the order
 */
const char *
mtr_self_assessment_get_moment (guint position)
{
  g_return_val_if_fail (position < MTR_N_MOMENTS, NULL);

  return moments[position].moment;
}

/**
 * mtr_self_assessment_get_moment_label:
 * @moment: (nullable): a moment
 *
 * Returns: (transfer none): its words; the code itself where it is not one of ours
 */
const char *
mtr_self_assessment_get_moment_label (const char *moment)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    if (g_strcmp0 (moment, moments[i].moment) == 0)
      return _(moments[i].label);

  return moment != NULL ? moment : "";
}

/**
 * mtr_self_assessment_find:
 * @snapshot: the pairing and its self-assessments
 * @pairing_id: the pairing
 * @person_id: the person
 * @moment: one of the moments
 *
 * Returns: (transfer none) (nullable): the self-assessment of that moment; the newest where there is more than one
 */
MtrRecord *
mtr_self_assessment_find (MtrSnapshot *snapshot,
                          gint64       pairing_id,
                          gint64       person_id,
                          const char  *moment)
{
  MtrRecord *found = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SELF_ASSESSMENT); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (snapshot, MTR_KIND_SELF_ASSESSMENT, i);

      if (mtr_record_get_number (record, MTR_SELF_ASSESSMENT_PAIRING_ID) == pairing_id &&
          mtr_record_get_number (record, MTR_SELF_ASSESSMENT_PERSON_ID) == person_id &&
          mtr_record_text_is (record, MTR_SELF_ASSESSMENT_MOMENT, moment))
        found = record;
    }

  return found;
}

static MtrRecord *
find_item (MtrSnapshot *snapshot,
           MtrRecord   *assessment,
           const char  *code)
{
  for (guint i = 0; assessment != NULL && i < mtr_snapshot_count (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM); i++)
    {
      MtrRecord *item = mtr_snapshot_nth (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM, i);

      if (mtr_record_get_number (item, MTR_SELF_ASSESSMENT_ITEM_SELF_ASSESSMENT_ID) == mtr_record_get_id (assessment) &&
          mtr_record_text_is (item, MTR_SELF_ASSESSMENT_ITEM_ITEM, code))
        return item;
    }

  return NULL;
}

static void
work_out_movement (MtrMovement *movement)
{
  int first = -1, last = -1;

  for (int i = 0; i < MTR_N_MOMENTS; i++)
    if (movement->has_level[i])
      {
        first = first < 0 ? i : first;
        last = i;
      }
  movement->has_moved = last > first;
  movement->movement = movement->has_moved ? movement->levels[last] - movement->levels[first] : 0;
}

/**
 * mtr_self_assessment_list_movements:
 * @pack: the pack of the pairing
 * @snapshot: the pairing and its self-assessments
 * @pairing_id: the pairing
 * @person_id: the person
 *
 * Returns: (transfer full) (element-type MtrMovement): a row for each item of the pack, in its order; empty where the
 *   pack has no self-assessment
 */
GPtrArray *
mtr_self_assessment_list_movements (MtrPack     *pack,
                                    MtrSnapshot *snapshot,
                                    gint64       pairing_id,
                                    gint64       person_id)
{
  GPtrArray *movements = g_ptr_array_new_with_free_func (g_free);
  const MtrSelfAssessment *asked = mtr_pack_get_self_assessment (pack);
  MtrRecord *assessments[MTR_N_MOMENTS];

  if (asked == NULL)
    return movements;

  for (guint i = 0; i < MTR_N_MOMENTS; i++)
    assessments[i] = mtr_self_assessment_find (snapshot, pairing_id, person_id, moments[i].moment);
  for (guint i = 0; i < asked->items->len; i++)
    {
      MtrMovement *movement = g_new0 (MtrMovement, 1);

      movement->word = g_ptr_array_index (asked->items, i);
      for (int j = 0; j < MTR_N_MOMENTS; j++)
        {
          MtrRecord *item = find_item (snapshot, assessments[j], movement->word->code);

          if (item == NULL)
            continue;
          movement->has_level[j] = mtr_record_is_set (item, MTR_SELF_ASSESSMENT_ITEM_LEVEL);
          movement->levels[j] = (int) mtr_record_get_number (item, MTR_SELF_ASSESSMENT_ITEM_LEVEL);
          movement->has_confidence[j] = mtr_record_is_set (item, MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE);
          movement->confidences[j] = (int) mtr_record_get_number (item, MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE);
        }
      work_out_movement (movement);
      g_ptr_array_add (movements, movement);
    }

  return movements;
}
