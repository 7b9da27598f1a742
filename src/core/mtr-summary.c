/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row about a pairing: what lists of pairings show, sort and filter by.
 * Free of today's date, so that the store computes it only when something of
 * the pairing changes.
 */

#include "mtr-summary.h"

#include "mtr-group.h"
#include "mtr-observation-series.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-requirement.h"
#include "mtr-rules-private.h"
#include "mtr-session.h"

static void
sum_up_mentee (MtrPack     *pack,
               MtrSnapshot *snapshot,
               MtrRecord   *pairing,
               gint64       person_id,
               gint64      *done,
               gint64      *asked,
               gint64      *unmet)
{
  GPtrArray *types = mtr_pack_get_observation_types (pack);
  g_autoptr (MtrRecord) portfolio = mtr_portfolio_find_or_make_up (snapshot, pairing, person_id);
  g_autoptr (GPtrArray) results = mtr_requirement_check (pack, snapshot, portfolio, 0, NULL);

  for (guint i = 0; i < types->len; i++)
    {
      const MtrObservationType *type = g_ptr_array_index (types, i);

      /* A third direct observation does not stand in for the formative one (product.md, rule 3). */
      *done += MIN (mtr_observation_series_count (pack, snapshot, person_id, type->code), type->asked);
      *asked += type->asked;
    }
  *unmet += mtr_requirement_count_unmet (results);
}

static char *
dup_name (MtrSnapshot *snapshot,
          MtrRecord   *record,
          MtrField     reference)
{
  MtrRecord *person = mtr_snapshot_follow (snapshot, record, reference);
  const char *name = person != NULL ? mtr_record_get_text (person, MTR_PERSON_NAME) : NULL;

  return g_strdup (name != NULL ? name : mtr_rules_get_name (snapshot, 0));
}

/**
 * mtr_summary_build:
 * @pack: the pack of the pairing
 * @snapshot: the pairing with all that belongs to it, and the portfolios and observations of its mentees
 * @pairing_id: the pairing
 *
 * Returns: (transfer full) (nullable): a record of %MTR_KIND_PAIRING_SUMMARY with the id of the pairing; %NULL where the
 *   pairing is not in @snapshot
 */
MtrRecord *
mtr_summary_build (MtrPack     *pack,
                   MtrSnapshot *snapshot,
                   gint64       pairing_id)
{
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  MtrRecord *summary;
  g_autoptr (GPtrArray) mentees = NULL;
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *names = NULL;
  const char *attention_from = NULL;
  gint64 done = 0, asked = 0, unmet = 0;

  if (pairing == NULL)
    return NULL;

  summary = mtr_record_new (MTR_KIND_PAIRING_SUMMARY, pairing_id);
  mentees = mtr_pairing_list_mentees (snapshot, pairing_id, NULL);
  /* The list sorts by it: a name is as it was typed. */
  if (mtr_group_is_group (pairing) && mtr_record_is_set (pairing, MTR_PAIRING_TITLE))
    names = g_strdup (mtr_record_get_text (pairing, MTR_PAIRING_TITLE));
  else
    names = mentees->len == 1 ? dup_name (snapshot, g_ptr_array_index (mentees, 0), MTR_MEMBER_PERSON_ID)
                              : mtr_pairing_dup_mentees (snapshot, pairing_id);
  mtr_record_set_number (summary, MTR_PAIRING_SUMMARY_PAIRING_ID, pairing_id);
  mtr_record_set_text (summary, MTR_PAIRING_SUMMARY_MENTEES, names);
  if (mtr_record_is_set (pairing, MTR_PAIRING_MENTOR_ID))
    {
      g_autofree char *mentor = dup_name (snapshot, pairing, MTR_PAIRING_MENTOR_ID);

      mtr_record_set_text (summary, MTR_PAIRING_SUMMARY_MENTOR, mentor);
    }
  mtr_record_set_text (summary, MTR_PAIRING_SUMMARY_PACK, mtr_record_get_text (pairing, MTR_PAIRING_PACK));
  mtr_record_set_text (summary, MTR_PAIRING_SUMMARY_STATE, mtr_record_get_text (pairing, MTR_PAIRING_STATE));
  mtr_record_set_text (summary, MTR_PAIRING_SUMMARY_LAST_HELD_ON, mtr_session_get_last_held_on (snapshot, pairing_id));
  mtr_record_set_text (summary, MTR_PAIRING_SUMMARY_NEXT_PLANNED_ON,
                       mtr_session_get_next_planned_on (snapshot, pairing_id, NULL));

  for (guint i = 0; i < mentees->len; i++)
    sum_up_mentee (pack, snapshot, pairing, mtr_record_get_number (g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID),
                   &done, &asked, &unmet);
  mtr_record_set_number (summary, MTR_PAIRING_SUMMARY_OBSERVATIONS_DONE, done);
  mtr_record_set_number (summary, MTR_PAIRING_SUMMARY_OBSERVATIONS_ASKED, asked);
  mtr_record_set_number (summary, MTR_PAIRING_SUMMARY_UNMET, unmet);

  reasons = mtr_attention_build (pack, snapshot, pairing_id);
  for (guint i = 0; i < reasons->len; i++)
    attention_from = mtr_rules_earlier (attention_from,
                                        mtr_record_get_text (g_ptr_array_index (reasons, i), MTR_ATTENTION_FROM_ON));
  mtr_record_set_text (summary, MTR_PAIRING_SUMMARY_ATTENTION_FROM, attention_from);

  return summary;
}
