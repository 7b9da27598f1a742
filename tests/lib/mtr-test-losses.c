/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every required thing that can be taken away from the sample's ready pairing,
 * one by one, and in which words it is then missed. The rules and the command
 * line are both tried with it.
 */

#include "mtr-test-losses.h"

#include <string.h>

/* Oonagh Petrie, whose file it is, is Amara Okoye's mentor. */
const MtrTestLoss mtr_test_losses[] = {
  { "mentor", MTR_KIND_PAIRING, MTR_FIELD_NONE, NULL, MTR_PAIRING_MENTOR_ID, MTR_REQUIREMENT_MENTOR, 2, "has no mentor" },
  { "eligibility", MTR_KIND_PERSON, MTR_PERSON_NAME, "Oonagh Petrie", MTR_PERSON_SUPERVISORY_MONTHS,
    MTR_REQUIREMENT_ELIGIBILITY, 1, "Not known yet: " },
  { "agreement", MTR_KIND_AGREEMENT, MTR_FIELD_NONE, NULL, MTR_FIELD_NONE, MTR_REQUIREMENT_AGREEMENT, 1,
    "There is no agreement yet" },
  { "agreement-signature", MTR_KIND_AGREEMENT, MTR_FIELD_NONE, NULL, MTR_AGREEMENT_MENTEE_SIGNED_AT,
    MTR_REQUIREMENT_AGREEMENT, 1, "The agreement waits for Amara" },
  /* Without an observation its record is no evidence either, but no area depends on it. */
  { "formative", MTR_KIND_OBSERVATION, MTR_OBSERVATION_TYPE, "formative", MTR_FIELD_NONE, MTR_REQUIREMENT_OBSERVATIONS, 1,
    "Initial formative observation is not planned" },
  { "direct", MTR_KIND_OBSERVATION, MTR_OBSERVATION_STARTED_TIME, "13:31", MTR_FIELD_NONE, MTR_REQUIREMENT_OBSERVATIONS, 1,
    "Direct observation 2 is not planned" },
  { "direct-unsigned", MTR_KIND_OBSERVATION, MTR_OBSERVATION_STARTED_TIME, "09:30", MTR_OBSERVATION_SEALED_AT,
    MTR_REQUIREMENT_OBSERVATIONS, 1, "is not signed" },
  { "consent", MTR_KIND_OBSERVATION, MTR_OBSERVATION_STARTED_TIME, "09:30", MTR_OBSERVATION_CONSENT_ON,
    MTR_REQUIREMENT_OBSERVATIONS, 1, "has no consent yet" },
  { "supervisee-feedback", MTR_KIND_EVIDENCE, MTR_EVIDENCE_KIND, "supervisee-feedback", MTR_FIELD_NONE,
    MTR_REQUIREMENT_EVIDENCE_OF_KIND, 1, "0 of 1" },
  { "critical-reflection", MTR_KIND_EVIDENCE, MTR_EVIDENCE_KIND, "critical-reflection", MTR_EVIDENCE_INCLUDED,
    MTR_REQUIREMENT_EVIDENCE_OF_KIND, 1, "0 of 1" },
  { "area-1", MTR_KIND_EVIDENCE_LINK, MTR_EVIDENCE_LINK_STANDARD, "1", MTR_FIELD_NONE,
    MTR_REQUIREMENT_EVIDENCE_IN_AREAS, 1, "Area 1 has no evidence" },
  { "area-2", MTR_KIND_EVIDENCE_LINK, MTR_EVIDENCE_LINK_STANDARD, "2", MTR_FIELD_NONE,
    MTR_REQUIREMENT_EVIDENCE_IN_AREAS, 1, "Area 2 has no evidence" },
  { "area-8", MTR_KIND_EVIDENCE_LINK, MTR_EVIDENCE_LINK_STANDARD, "8", MTR_FIELD_NONE,
    MTR_REQUIREMENT_EVIDENCE_IN_AREAS, 1, "Area 8 has no evidence" },
  { "rationale", MTR_KIND_EVIDENCE_LINK, MTR_EVIDENCE_LINK_STANDARD, "6.4", MTR_EVIDENCE_LINK_RATIONALE,
    MTR_REQUIREMENT_RATIONALES, 1, "no reason yet" },
  { "report", MTR_KIND_REPORT, MTR_FIELD_NONE, NULL, MTR_FIELD_NONE, MTR_REQUIREMENT_REPORT, 2, "Mentor’s report" },
  { "report-kept-back", MTR_KIND_REPORT, MTR_FIELD_NONE, NULL, MTR_REPORT_PASSED_AT, MTR_REQUIREMENT_REPORT, 2,
    "Mentor’s report" },
  { "report-without-area", MTR_KIND_REPORT_AREA, MTR_REPORT_AREA_STANDARD, "5", MTR_FIELD_NONE, MTR_REQUIREMENT_REPORT, 1,
    "The mentor’s report says nothing about area 5" },
  { "comment", MTR_KIND_REPORT, MTR_FIELD_NONE, NULL, MTR_REPORT_CANDIDATE_COMMENT, MTR_REQUIREMENT_REPORT_COMMENT, 1,
    "The mentor’s report has no comment" },
  { "names", MTR_KIND_PORTFOLIO, MTR_FIELD_NONE, NULL, MTR_PORTFOLIO_ATTESTED_ON, MTR_REQUIREMENT_CHECKED_FOR_NAMES, 1,
    "Nobody has read it for names yet" },
  { NULL }
};

static gboolean
is_taken (const MtrTestLoss *loss,
          MtrRecord         *record)
{
  if (loss == NULL || mtr_record_get_kind (record) != loss->kind)
    return FALSE;
  if (loss->field == MTR_FIELD_NONE)
    return TRUE;
  if (mtr_field_is_number (loss->field))
    return mtr_record_get_number (record, loss->field) == g_ascii_strtoll (loss->value, NULL, 10);

  return mtr_record_text_is (record, loss->field, loss->value);
}

/* What belongs to a record that is gone goes with it; what only names it does so no more. Returns whether it stays. */
static gboolean
let_go (MtrRecord *record,
        MtrRecord *gone)
{
  const MtrKindInfo *info = mtr_kind_get_info (mtr_record_get_kind (record));

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      const MtrFieldInfo *field_info = mtr_field_get_info (field);

      if (field_info->type != MTR_TYPE_REF || field_info->reference != mtr_record_get_kind (gone) ||
          mtr_record_get_number (record, field) != mtr_record_get_id (gone))
        continue;
      if (field == (int) info->parent_field)
        return FALSE;
      mtr_record_clear (record, field);
    }

  return TRUE;
}

/**
 * mtr_test_loss_apply:
 * @loss: (nullable): what is taken away
 * @records: (element-type MtrRecord): the sample
 *
 * Returns: (transfer full) (element-type MtrRecord): copies of what is left, which a store takes: nothing in it names a record that
 *   is gone
 */
GPtrArray *
mtr_test_loss_apply (const MtrTestLoss *loss,
                     GPtrArray         *records)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = mtr_record_copy (g_ptr_array_index (records, i));
      gboolean taken = is_taken (loss, record);

      if (taken && loss->emptied != MTR_FIELD_NONE)
        {
          MtrField sealed = mtr_kind_get_sealed_field (loss->kind);

          mtr_record_clear (record, loss->emptied);
          /* Nobody could have sealed it without. */
          if (sealed != MTR_FIELD_NONE)
            mtr_record_clear (record, sealed);
        }
      g_ptr_array_add (taken && loss->emptied == MTR_FIELD_NONE ? gone : left, record);
    }
  for (guint i = 0; i < gone->len; i++)
    for (guint j = left->len; j > 0; j--)
      {
        MtrRecord *record = g_ptr_array_index (left, j - 1);

        if (let_go (record, g_ptr_array_index (gone, i)))
          continue;
        g_ptr_array_add (gone, g_object_ref (record));
        g_ptr_array_remove_index (left, j - 1);
      }

  return left;
}
