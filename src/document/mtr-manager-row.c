/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a manager sees of a pairing: the very row that leaves, as a list of
 * labelled values. The page "What will my manager see?" and reports draw it from
 * here, so that neither can show more than the other. States, dates, counts and
 * outcomes; no topic, no words of a session, no evidence.
 */

#include "mtr-manager-row.h"

#include "mtr-agreement.h"
#include "mtr-builder-private.h"
#include "mtr-date.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-session.h"
#include "mtr-observation-series.h"

#include <glib/gi18n-lib.h>

/**
 * mtr_manager_fact_free:
 * @fact: (transfer full): a fact
 */
void
mtr_manager_fact_free (MtrManagerFact *fact)
{
  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
add_fact (GPtrArray  *facts,
          const char *label,
          const char *value)
{
  MtrManagerFact *fact;

  if (value == NULL || value[0] == '\0')
    return;

  fact = g_new0 (MtrManagerFact, 1);
  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  g_ptr_array_add (facts, fact);
}

static void
add_date (GPtrArray  *facts,
          const char *label,
          const char *iso)
{
  g_autofree char *text = NULL;
  GDate date;

  if (iso == NULL || !mtr_date_from_iso (iso, &date))
    return;

  text = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  add_fact (facts, label, text);
}

static void
add_agreement (GPtrArray   *facts,
               MtrSnapshot *snapshot,
               gint64       pairing_id)
{
  MtrRecord *agreement = mtr_agreement_find_signed (snapshot, pairing_id);
  g_autofree char *date = mtr_builder_dup_date (agreement, MTR_AGREEMENT_SEALED_AT);
  g_autofree char *text = NULL;

  if (date != NULL)
    /* Translators: the number of a version, a date. */
    text = g_strdup_printf (_("Version %d, signed by both on %s"),
                            (int) mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION), date);
  add_fact (facts, mtr_kind_get_label (MTR_KIND_AGREEMENT), text != NULL ? text : _("Not signed by both"));
  if (agreement != NULL)
    add_date (facts, mtr_field_get_label (MTR_AGREEMENT_REVIEW_ON),
              mtr_record_get_text (agreement, MTR_AGREEMENT_REVIEW_ON));
}

static void
add_sessions (GPtrArray   *facts,
              MtrSnapshot *snapshot,
              gint64       pairing_id,
              const GDate *today)
{
  guint n_held = mtr_session_count_held (snapshot, pairing_id);
  gint64 minutes = mtr_session_sum_minutes (snapshot, pairing_id);
  g_autofree char *text = NULL;

  /* Translators: number of sessions held; hours and minutes of all of them together. */
  text = g_strdup_printf (ngettext ("%u session, %d h %d min", "%u sessions, %d h %d min", n_held), n_held,
                          (int) (minutes / 60), (int) (minutes % 60));
  add_fact (facts, _("Held so far"), text);
  add_date (facts, mtr_field_get_label (MTR_PAIRING_SUMMARY_LAST_HELD_ON),
            mtr_session_get_last_held_on (snapshot, pairing_id));
  add_date (facts, mtr_field_get_label (MTR_PAIRING_SUMMARY_NEXT_PLANNED_ON),
            mtr_session_get_next_planned_on (snapshot, pairing_id, today));
}

static void
add_outcomes (GPtrArray   *facts,
              MtrSnapshot *snapshot,
              gint64       portfolio_id)
{
  static const struct {
    MtrKind  kind;
    MtrField portfolio_id;
    MtrField outcome;
    MtrField made_on;
  } outcomes[] = {
    { MTR_KIND_RECOMMENDATION, MTR_RECOMMENDATION_PORTFOLIO_ID, MTR_RECOMMENDATION_OUTCOME, MTR_RECOMMENDATION_MADE_ON },
    { MTR_KIND_DECISION, MTR_DECISION_PORTFOLIO_ID, MTR_DECISION_OUTCOME, MTR_DECISION_MADE_ON },
    { MTR_KIND_MODERATION, MTR_MODERATION_PORTFOLIO_ID, MTR_MODERATION_OUTCOME, MTR_MODERATION_MADE_ON },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      MtrRecord *record = mtr_snapshot_find_where (snapshot, outcomes[i].kind, outcomes[i].portfolio_id, portfolio_id);
      const char *code = record != NULL ? mtr_record_get_text (record, outcomes[i].outcome) : NULL;
      g_autofree char *date = mtr_builder_dup_date (record, outcomes[i].made_on);
      g_autofree char *text = NULL;

      if (code == NULL)
        continue;
      text = date != NULL ? g_strdup_printf ("%s, %s", mtr_builder_get_code (outcomes[i].outcome, code), date)
                          : g_strdup (mtr_builder_get_code (outcomes[i].outcome, code));
      add_fact (facts, mtr_kind_get_label (outcomes[i].kind), text);
    }
}

static void
add_portfolio (GPtrArray   *facts,
               MtrPack     *pack,
               MtrSnapshot *snapshot,
               MtrRecord   *pairing,
               gint64       mentee_id)
{
  g_autofree char *observations = mtr_observation_series_dup_counts (pack, snapshot, mentee_id);
  MtrRecord *portfolio = mtr_portfolio_find (snapshot, pairing, mentee_id);
  const char *word = mtr_pack_get_word (pack, "observations");
  GPtrArray *areas = mtr_pack_get_areas (pack);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;
  guint n_covered = 0;

  add_fact (facts, word != NULL ? word : _("Observations"), observations);
  if (portfolio == NULL)
    return;

  items = mtr_portfolio_list_evidence (snapshot, mtr_record_get_id (portfolio));
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autoptr (GPtrArray) found = mtr_portfolio_list_evidence_of_area (pack, snapshot, mtr_record_get_id (portfolio),
                                                                         area->code);

      if (found->len > 0)
        n_covered++;
    }
  /* Translators: number of items of evidence; number of areas that have one, of how many. */
  text = g_strdup_printf (ngettext ("%u item, in %u of %u areas", "%u items, in %u of %u areas", items->len), items->len,
                          n_covered, areas->len);
  add_fact (facts, mtr_kind_get_label (MTR_KIND_EVIDENCE), text);
  add_date (facts, mtr_field_get_label (MTR_PORTFOLIO_SUBMIT_BY),
            mtr_record_get_text (portfolio, MTR_PORTFOLIO_SUBMIT_BY));
  add_outcomes (facts, snapshot, mtr_record_get_id (portfolio));
}

/**
 * mtr_manager_row_build:
 * @pack: the pack of the pairing
 * @snapshot: the pairing; for any reader, for only what whoever runs the programme may read is looked at
 * @pairing_id: the pairing
 * @today: the day it is: what was planned for a day before it is not what comes next
 *
 * Returns: (transfer full) (element-type MtrManagerFact): what a manager sees of the pairing, and nothing else; empty where there is
 *   no such pairing
 */
GPtrArray *
mtr_manager_row_build (MtrPack     *pack,
                       MtrSnapshot *snapshot,
                       gint64       pairing_id,
                       const GDate *today)
{
  static const MtrField dates[] = {
    MTR_PAIRING_STARTED_ON, MTR_PAIRING_PLANNED_END_ON, MTR_PAIRING_PAUSED_ON, MTR_PAIRING_ENDED_ON,
  };
  static const MtrField reasons[] = { MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON };
  MtrBuilder builder = { pack, snapshot, { 0 }, NULL };
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_manager_fact_free);
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  g_autofree char *mentees = NULL;
  gint64 mentee_id;

  if (pairing == NULL)
    return facts;

  mentees = mtr_pairing_dup_mentees (snapshot, pairing_id);
  mentee_id = mtr_pairing_get_mentee (snapshot, pairing_id);
  add_fact (facts, mtr_builder_get_role (&builder, MTR_ROLE_MENTEE), mentees);
  add_fact (facts, mtr_builder_get_role (&builder, MTR_ROLE_MENTOR),
            mtr_builder_get_name (&builder, pairing, MTR_PAIRING_MENTOR_ID));
  add_fact (facts, mtr_builder_get_role (&builder, MTR_ROLE_LINE_MANAGER),
            mtr_builder_get_name (&builder, pairing, MTR_PAIRING_LINE_MANAGER_ID));
  if (mtr_record_is_set (pairing, MTR_PAIRING_STATE))
    add_fact (facts, mtr_field_get_label (MTR_PAIRING_STATE),
              mtr_pairing_get_state_label (mtr_record_get_text (pairing, MTR_PAIRING_STATE)));
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    add_date (facts, mtr_field_get_label (dates[i]), mtr_record_get_text (pairing, dates[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    add_fact (facts, mtr_field_get_label (reasons[i]), mtr_record_get_text (pairing, reasons[i]));
  add_agreement (facts, snapshot, pairing_id);
  add_sessions (facts, snapshot, pairing_id, today);
  if (mentee_id != 0)
    add_portfolio (facts, pack, snapshot, pairing, mentee_id);

  return facts;
}
