/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evidence of a portfolio: the index with the page of each item, and the
 * items themselves in the order of their numbers. A number that is missing is
 * explained where it would be.
 */

#include "mtr-evidence-section-private.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-observation-builder-private.h"
#include "mtr-observation-series.h"
#include "mtr-portfolio.h"

#include <string.h>

static char *
dup_node_id (MtrRecord *evidence)
{
  g_autofree char *number = mtr_evidence_dup_number (evidence);

  return g_ascii_strdown (number, -1);
}

static const char *
get_kind_title (MtrBuilder *builder,
                MtrRecord  *evidence)
{
  const char *code = mtr_record_get_text (evidence, MTR_EVIDENCE_KIND);
  const MtrEvidenceKind *kind = mtr_pack_find_evidence_kind (builder->pack, code);

  return kind != NULL ? kind->title : code;
}

static GPtrArray *
list_links (MtrBuilder *builder,
            MtrRecord  *evidence)
{
  return mtr_snapshot_list_where (builder->snapshot, MTR_KIND_EVIDENCE_LINK, MTR_EVIDENCE_LINK_EVIDENCE_ID,
                                  mtr_record_get_id (evidence));
}

/* The codes of the areas that an item is linked to, each once, in the order of the pack. */
static char *
dup_area_codes (MtrBuilder *builder,
                MtrRecord  *evidence)
{
  g_autoptr (GPtrArray) links = list_links (builder, evidence);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GPtrArray *areas = mtr_pack_get_areas (builder->pack);

  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);

      for (guint j = 0; j < links->len; j++)
        if (g_strcmp0 (mtr_portfolio_get_area (builder->pack, mtr_record_get_text (g_ptr_array_index (links, j),
                                                                                   MTR_EVIDENCE_LINK_STANDARD)),
                       area->code) == 0)
          {
            g_ptr_array_add (codes, area->code);
            break;
          }
    }
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (", ", (char **) codes->pdata);
}

static char *
dup_short_date (MtrRecord *evidence)
{
  GDate date;

  if (!mtr_record_get_date (evidence, MTR_EVIDENCE_HAPPENED_ON, &date))
    return NULL;

  return mtr_date_format (&date, MTR_DATE_STYLE_SHORT_YEAR);
}

/*< private >
 * mtr_evidence_add_index:
 * @builder: what the index is made from
 * @parent: the section that it goes in
 * @portfolio_id: the portfolio
 */
void
mtr_evidence_add_index (MtrBuilder *builder,
                        MtrNode    *parent,
                        gint64      portfolio_id)
{
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence (builder->snapshot, portfolio_id);
  /* Translators: columns of the index of evidence. */
  const char *titles[] = { _("No."), _("Evidence"), _("Kind"), _("Date"), _("Areas"), _("Page"), NULL };
  const guint weights[] = { 11, 54, 33, 25, 18, 12 };
  MtrNode *header;
  MtrNode *table;

  if (items->len == 0)
    return;

  table = mtr_node_add (parent, MTR_NODE_TABLE, NULL);
  header = mtr_node_add_header_row (table, titles, weights);
  mtr_node_set_flags (mtr_node_nth (header, 5), MTR_NODE_PAGE_NUMBER);
  for (guint i = 0; i < items->len; i++)
    {
      MtrRecord *evidence = g_ptr_array_index (items, i);
      g_autofree char *number = mtr_evidence_dup_number (evidence);
      g_autofree char *id = dup_node_id (evidence);
      g_autofree char *date = dup_short_date (evidence);
      g_autofree char *areas = dup_area_codes (builder, evidence);
      MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

      mtr_node_set_flags (mtr_node_add_cell (row, number, id, NULL), MTR_NODE_HEADER);
      mtr_node_add_cell (row, mtr_record_get_text (evidence, MTR_EVIDENCE_TITLE), id, NULL);
      mtr_node_add_cell (row, get_kind_title (builder, evidence), NULL, NULL);
      mtr_node_add_cell (row, date, NULL, NULL);
      mtr_node_add_cell (row, areas[0] != '\0' ? areas : "–", NULL, NULL);
      mtr_node_set_flags (mtr_node_add_cell (row, NULL, id, NULL), MTR_NODE_PAGE_NUMBER);
    }
}

static void
add_files (MtrBuilder *builder,
           MtrNode    *section,
           MtrRecord  *evidence)
{
  g_autoptr (GPtrArray) files = mtr_snapshot_list_where (builder->snapshot, MTR_KIND_ATTACHMENT,
                                                         MTR_ATTACHMENT_EVIDENCE_ID, mtr_record_get_id (evidence));

  for (guint i = 0; i < files->len; i++)
    {
      MtrRecord *file = g_ptr_array_index (files, i);
      MtrNode *group = mtr_node_add (section, MTR_NODE_GROUP, NULL);

      mtr_node_set_flags (group, MTR_NODE_TOGETHER);
      mtr_builder_name_record (builder, group, file);
      mtr_builder_add_text (group, file, MTR_ATTACHMENT_NAME, NULL);
      mtr_builder_add_text (group, file, MTR_ATTACHMENT_MEDIA_TYPE, NULL);
      if (mtr_record_is_set (file, MTR_ATTACHMENT_SIZE))
        {
          g_autofree char *size = g_format_size ((guint64) mtr_record_get_number (file, MTR_ATTACHMENT_SIZE));

          mtr_node_add_field (group, _("Size"), size);
        }
      mtr_node_add_field (group, mtr_field_get_label (MTR_ATTACHMENT_SHA256),
                          mtr_record_get_text (file, MTR_ATTACHMENT_SHA256));
    }
  if (files->len > 0)
    mtr_node_add_paragraph (section, _("The file is handed in beside this portfolio; its SHA-256 shows that it is the same one."));
}

static void
add_view (MtrNode   *row,
          MtrRecord *link)
{
  const char *note = mtr_record_get_text (link, MTR_EVIDENCE_LINK_MENTOR_NOTE);
  const char *view = mtr_record_get_text (link, MTR_EVIDENCE_LINK_MENTOR_VIEW);
  const char *label = view != NULL ? mtr_builder_get_code (MTR_EVIDENCE_LINK_MENTOR_VIEW, view) : _("Not looked at");
  g_autofree char *text = note != NULL ? g_strdup_printf ("%s\n%s", label, note) : g_strdup (label);
  MtrNode *cell = mtr_node_add_cell (row, text, NULL, NULL);

  if (note != NULL)
    {
      mtr_builder_name_text (cell, MTR_EVIDENCE_LINK_MENTOR_NOTE);
      mtr_node_set_value (cell, note);
    }
}

static void
add_links (MtrBuilder *builder,
           MtrNode    *section,
           MtrRecord  *evidence)
{
  g_autoptr (GPtrArray) links = list_links (builder, evidence);
  const char *titles[] = {
    _("Standard"),
    mtr_builder_get_label (builder, MTR_WORDS_EVIDENCE, MTR_EVIDENCE_LINK_RATIONALE),
    mtr_builder_get_label (builder, MTR_WORDS_EVIDENCE, MTR_EVIDENCE_LINK_MENTOR_VIEW),
    NULL
  };
  const guint weights[] = { 5, 7, 4 };
  MtrNode *table;

  if (links->len == 0)
    {
      mtr_node_add_paragraph (section, _("Not linked to any standard yet."));
      return;
    }

  table = mtr_node_add (section, MTR_NODE_TABLE, NULL);
  mtr_node_add_header_row (table, titles, weights);
  for (guint i = 0; i < links->len; i++)
    {
      MtrRecord *link = g_ptr_array_index (links, i);
      g_autofree char *name = mtr_builder_dup_standard (builder, mtr_record_get_text (link, MTR_EVIDENCE_LINK_STANDARD));
      const char *rationale = mtr_record_get_text (link, MTR_EVIDENCE_LINK_RATIONALE);
      MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);
      MtrNode *cell;

      mtr_builder_name_record (builder, row, link);
      mtr_node_set_flags (mtr_node_add_cell (row, name, NULL, NULL), MTR_NODE_HEADER);
      cell = mtr_node_add_cell (row, rationale != NULL ? rationale : _("No reason yet"), NULL, NULL);
      if (rationale != NULL)
        mtr_builder_name_text (cell, MTR_EVIDENCE_LINK_RATIONALE);
      add_view (row, link);
    }
}

static void
add_item (MtrBuilder *builder,
          MtrNode    *parent,
          MtrRecord  *evidence)
{
  static const MtrField facts[] = {
    MTR_EVIDENCE_GIVEN_BY, MTR_EVIDENCE_CERTIFICATE, MTR_EVIDENCE_ACCEPTED_BY, MTR_EVIDENCE_KEPT_AT,
  };
  MtrRecord *observation = mtr_snapshot_follow (builder->snapshot, evidence, MTR_EVIDENCE_OBSERVATION_ID);
  const char *title = mtr_record_get_text (evidence, MTR_EVIDENCE_TITLE);
  g_autofree char *name = mtr_evidence_dup_name (evidence);
  g_autofree char *id = dup_node_id (evidence);
  MtrNode *section = mtr_node_add_section (parent, id, name);
  MtrNode *node;

  mtr_builder_name_record (builder, section, evidence);
  if (title != NULL)
    {
      node = mtr_node_add (section, MTR_NODE_DATA, title);
      mtr_builder_name_text (node, MTR_EVIDENCE_TITLE);
    }
  mtr_node_add_field (section, mtr_builder_get_label (builder, MTR_WORDS_EVIDENCE, MTR_EVIDENCE_KIND),
                      get_kind_title (builder, evidence));
  mtr_builder_add_date (section, evidence, MTR_EVIDENCE_HAPPENED_ON,
                        mtr_builder_get_label (builder, MTR_WORDS_EVIDENCE, MTR_EVIDENCE_HAPPENED_ON));
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    mtr_builder_add_text (section, evidence, facts[i], mtr_builder_get_label (builder, MTR_WORDS_EVIDENCE, facts[i]));
  if (observation != NULL)
    {
      g_autofree char *record = mtr_observation_dup_title (builder->pack, builder->snapshot, observation);
      g_autofree char *target = mtr_observation_dup_node_id (observation);

      node = mtr_node_add_field (section, _("The record"), record);
      mtr_node_set_target (node, target);
      mtr_node_set_flags (node, MTR_NODE_PAGE_NUMBER);
    }
  mtr_builder_add_date (section, evidence, MTR_EVIDENCE_CHECKED_ON, NULL);
  mtr_builder_add_text (section, evidence, MTR_EVIDENCE_TEXT,
                        mtr_builder_get_label (builder, MTR_WORDS_EVIDENCE, MTR_EVIDENCE_TEXT));
  add_files (builder, section, evidence);
  add_links (builder, section, evidence);
}

/* What is said in the place of a number that is not there. */
static void
add_gap (MtrNode    *parent,
         MtrLeftOut *left_out)
{
  g_autofree char *number = mtr_evidence_dup_number (left_out->evidence);
  /* Translators: the number of an item of evidence that is not in the portfolio, and why: "E05 withdrawn on 3 May". */
  g_autofree char *text = g_strdup_printf (_("%s %s"), number, left_out->reason);

  mtr_node_add (parent, MTR_NODE_NOTE, text);
}

/*< private >
 * mtr_evidence_add_section:
 * @builder: what the section is made from
 * @parent: the root of a document
 * @portfolio_id: the portfolio
 *
 * Adds nothing where there is no evidence.
 */
void
mtr_evidence_add_section (MtrBuilder *builder,
                          MtrNode    *parent,
                          gint64      portfolio_id)
{
  g_autoptr (GPtrArray) items = mtr_portfolio_list_evidence (builder->snapshot, portfolio_id);
  g_autoptr (GPtrArray) left_out = mtr_portfolio_list_left_out (builder->snapshot, portfolio_id);
  MtrNode *section;
  guint gap = 0;

  if (items->len == 0)
    return;

  section = mtr_node_add_section (parent, "evidence", _("Evidence"));
  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE);
  for (guint i = 0; i <= items->len; i++)
    {
      gint64 number = i < items->len ? mtr_record_get_number (g_ptr_array_index (items, i), MTR_EVIDENCE_NUMBER)
                                     : G_MAXINT64;

      for (; gap < left_out->len; gap++)
        {
          MtrLeftOut *item = g_ptr_array_index (left_out, gap);

          if (mtr_record_get_number (item->evidence, MTR_EVIDENCE_NUMBER) > number)
            break;
          add_gap (section, item);
        }
      if (i < items->len)
        add_item (builder, section, g_ptr_array_index (items, i));
    }
}
