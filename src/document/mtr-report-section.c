/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What others say about the portfolio as a whole: the mentor's report with its
 * comments, and then three records that are kept apart: the recommendation, the
 * decision and the moderation, which does not change the decision.
 */

#include "mtr-report-section-private.h"

#include "mtr-messages.h"
#include "mtr-portfolio.h"

static void
add_part (MtrNode    *section,
          const char *heading,
          MtrRecord  *record,
          MtrField    field)
{
  MtrNode *part;

  if (!mtr_record_is_set (record, field))
    return;

  part = mtr_node_add_section (section, NULL, heading);
  mtr_node_set_flags (part, MTR_NODE_UNLISTED);
  mtr_builder_name_text (mtr_node_add_paragraph (part, mtr_record_get_text (record, field)), field);
}

static void
add_report_areas (MtrBuilder *builder,
                  MtrNode    *section,
                  MtrRecord  *report)
{
  g_autoptr (GPtrArray) written = mtr_snapshot_list_where (builder->snapshot, MTR_KIND_REPORT_AREA,
                                                           MTR_REPORT_AREA_REPORT_ID, mtr_record_get_id (report));
  GPtrArray *areas = mtr_pack_get_standards (builder->pack);

  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);

      for (guint j = 0; j < written->len; j++)
        {
          MtrRecord *record = g_ptr_array_index (written, j);
          g_autofree char *name = NULL;
          MtrNode *group;

          if (!mtr_record_text_is (record, MTR_REPORT_AREA_STANDARD, area->code)
              || !mtr_record_is_set (record, MTR_REPORT_AREA_TEXT))
            continue;
          name = mtr_builder_dup_standard (builder, area->code);
          group = mtr_node_add (section, MTR_NODE_GROUP, NULL);
          mtr_builder_name_record (builder, group, record);
          add_part (group, name, record, MTR_REPORT_AREA_TEXT);
        }
    }
}

/*< private >
 * mtr_report_add_section:
 * @builder: what the section is made from
 * @parent: the root of a document
 * @portfolio_id: the portfolio
 *
 * Adds nothing until the report has been passed on: before that it is its author's.
 */
void
mtr_report_add_section (MtrBuilder *builder,
                        MtrNode    *parent,
                        gint64      portfolio_id)
{
  static const MtrField texts[] = { MTR_REPORT_OVERALL, MTR_REPORT_CANDIDATE_COMMENT, MTR_REPORT_MANAGER_COMMENT };
  MtrRecord *report = mtr_portfolio_find_report (builder->snapshot, portfolio_id);
  const char *title = mtr_pack_get_word (builder->pack, "report");
  MtrNode *section;

  if (report == NULL || !mtr_record_is_set (report, MTR_REPORT_PASSED_AT))
    return;

  section = mtr_node_add_section (parent, "report", title != NULL ? title : mtr_kind_get_label (MTR_KIND_REPORT));
  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE);
  mtr_builder_name_record (builder, section, report);
  mtr_builder_add_person (builder, section, report, MTR_REPORT_AUTHOR_ID, NULL);
  mtr_builder_add_date (section, report, MTR_REPORT_PASSED_AT, NULL);
  add_report_areas (builder, section, report);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_part (section, mtr_builder_get_label (builder, MTR_WORDS_REPORT, texts[i]), report, texts[i]);
}

static const struct {
  MtrKind     kind;
  MtrField    portfolio_id;
  MtrField    outcome;
  MtrField    author;
  MtrField    made_on;
  MtrField    text;
  const char *node_id;
  const char *note;    /* untranslated: what it cannot do */
} outcomes[] = {
  { MTR_KIND_RECOMMENDATION, MTR_RECOMMENDATION_PORTFOLIO_ID, MTR_RECOMMENDATION_OUTCOME, MTR_RECOMMENDATION_AUTHOR,
    MTR_RECOMMENDATION_MADE_ON, MTR_RECOMMENDATION_TEXT, "recommendation",
    N_("The mentor recommends. The organisation decides.") },
  { MTR_KIND_DECISION, MTR_DECISION_PORTFOLIO_ID, MTR_DECISION_OUTCOME, MTR_DECISION_AUTHOR, MTR_DECISION_MADE_ON,
    MTR_DECISION_TEXT, "decision",
    N_("A person decides. That everything asked for is here does not decide it.") },
  { MTR_KIND_MODERATION, MTR_MODERATION_PORTFOLIO_ID, MTR_MODERATION_OUTCOME, MTR_MODERATION_AUTHOR,
    MTR_MODERATION_MADE_ON, MTR_MODERATION_TEXT, "moderation",
    N_("Moderation can ask questions. It does not change the decision.") },
};

/*< private >
 * mtr_outcomes_add_section:
 * @builder: what the sections are made from
 * @parent: the root of a document
 * @portfolio_id: the portfolio
 *
 * Adds a section for each of recommendation, decision and moderation that there is (product.md, rule 4).
 */
void
mtr_outcomes_add_section (MtrBuilder *builder,
                          MtrNode    *parent,
                          gint64      portfolio_id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (GPtrArray) records = mtr_snapshot_list_where (builder->snapshot, outcomes[i].kind,
                                                               outcomes[i].portfolio_id, portfolio_id);
      MtrNode *section;

      if (records->len == 0)
        continue;

      section = mtr_node_add_section (parent, outcomes[i].node_id, mtr_kind_get_label (outcomes[i].kind));
      for (guint j = 0; j < records->len; j++)
        {
          MtrRecord *record = g_ptr_array_index (records, j);
          MtrNode *group = mtr_node_add (section, MTR_NODE_GROUP, NULL);

          mtr_builder_name_record (builder, group, record);
          mtr_builder_add_code (group, record, outcomes[i].outcome, NULL);
          mtr_builder_add_text (group, record, outcomes[i].author, NULL);
          mtr_builder_add_date (group, record, outcomes[i].made_on, NULL);
          mtr_builder_add_text (group, record, outcomes[i].text, NULL);
        }
      mtr_node_add (section, MTR_NODE_NOTE, _(outcomes[i].note));
    }
}
