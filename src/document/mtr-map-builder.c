/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evidence map on one page turned sideways: for each area and each kind of
 * evidence the candidate's own view and the mentor's side by side, and in words
 * what a reader would ask about. It informs; it passes nobody.
 */

#include "mtr-map-builder.h"

#include "mtr-evidence-map.h"
#include "mtr-map-builder-private.h"
#include "mtr-messages.h"

/* How the width of the page is shared out. */
#define WEIGHT_AREA   146
#define WEIGHT_OWN    34
#define WEIGHT_MENTOR 62
#define WEIGHT_FLAGS  92

static MtrNode *
add_cell (MtrNode      *row,
          const char   *text,
          guint         weight,
          MtrNodeFlags  flags,
          const char   *spoken)
{
  MtrNode *cell = mtr_node_add_cell (row, text, NULL, spoken);

  mtr_node_set_count (cell, weight);
  mtr_node_set_flags (cell, flags);

  return cell;
}

static MtrNode *
add_header_row (MtrNode *table)
{
  MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

  mtr_node_set_flags (row, MTR_NODE_HEADER);

  return row;
}

static void
add_headers (MtrBuilder     *builder,
             MtrNode        *table,
             MtrEvidenceMap *map)
{
  MtrNode *kinds = add_header_row (table);
  MtrNode *views = add_header_row (table);

  add_cell (kinds, _("Area"), WEIGHT_AREA, MTR_NODE_HEADER, NULL);
  add_cell (views, "", WEIGHT_AREA, MTR_NODE_HEADER, NULL);
  for (guint i = 0; i < map->columns->len; i++)
    {
      MtrEvidenceColumn *column = g_ptr_array_index (map->columns, i);

      if (!column->shown)
        continue;
      add_cell (kinds, column->word->title, WEIGHT_OWN + WEIGHT_MENTOR, MTR_NODE_HEADER, NULL);
      /* Translators: a narrow column: how many items the candidate has. */
      add_cell (views, _("Own"), WEIGHT_OWN, MTR_NODE_HEADER, NULL);
      add_cell (views, mtr_builder_get_role (builder, "mentor"), WEIGHT_MENTOR, MTR_NODE_HEADER, NULL);
    }
  add_cell (kinds, _("To ask about"), WEIGHT_FLAGS, MTR_NODE_HEADER, NULL);
  add_cell (views, "", WEIGHT_FLAGS, MTR_NODE_HEADER, NULL);
}

/* The flags of an area, and how many of its links have no reason yet. */
static char *
dup_questions (MtrEvidenceMap *map,
               MtrEvidenceRow *area)
{
  g_autofree char *flags = mtr_evidence_row_dup_flags (area);
  g_autofree char *reasons = NULL;
  guint without_reason = 0;

  for (guint i = 0; i < map->columns->len; i++)
    without_reason += area->cells[i].without_reason;
  if (without_reason == 0)
    return g_steal_pointer (&flags);

  /* Translators: how many items of evidence have no reason yet for being linked to an area. */
  reasons = g_strdup_printf (ngettext ("%u without a reason", "%u without a reason", without_reason), without_reason);

  return flags[0] != '\0' ? g_strdup_printf ("%s, %s", flags, reasons) : g_steal_pointer (&reasons);
}

static void
add_area (MtrBuilder     *builder,
          MtrNode        *table,
          MtrEvidenceMap *map,
          guint           position)
{
  MtrEvidenceRow *area = g_ptr_array_index (map->rows, position);
  g_autofree char *name = g_strdup_printf ("%s %s", area->standard->code, area->standard->title);
  g_autofree char *questions = dup_questions (map, area);
  MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

  add_cell (row, name, WEIGHT_AREA, MTR_NODE_HEADER, NULL);
  for (guint i = 0; i < map->columns->len; i++)
    {
      MtrEvidenceColumn *column = g_ptr_array_index (map->columns, i);
      g_autofree char *own = NULL;
      g_autofree char *view = NULL;
      g_autofree char *spoken = NULL;

      if (!column->shown)
        continue;
      own = area->cells[i].count > 0 ? g_strdup_printf ("%u", area->cells[i].count) : g_strdup ("–");
      view = mtr_evidence_cell_dup_mentor (&area->cells[i]);
      spoken = mtr_evidence_map_dup_spoken (map, position, i, &builder->as_at);
      add_cell (row, own, WEIGHT_OWN, 0, spoken);
      add_cell (row, view, WEIGHT_MENTOR, 0, NULL);
    }
  add_cell (row, questions, WEIGHT_FLAGS, 0, NULL);
}

/*< private >
 * mtr_map_add_section:
 * @builder: what the map is made from
 * @parent: the root of a document
 * @portfolio: the portfolio
 */
void
mtr_map_add_section (MtrBuilder *builder,
                     MtrNode    *parent,
                     MtrRecord  *portfolio)
{
  g_autoptr (MtrEvidenceMap) map = mtr_evidence_map_new (builder->pack, builder->snapshot, mtr_record_get_id (portfolio),
                                                         &builder->as_at);
  MtrNode *section, *table;

  if (map->rows->len == 0)
    return;

  section = mtr_node_add_section (parent, "map", _("Evidence map"));
  mtr_node_set_flags (section, MTR_NODE_LANDSCAPE);
  mtr_node_add_paragraph (section, _("How many items there are for each area, and what the mentor thinks of them. The map "
                                     "shows what there is; whether it is good enough, a person decides."));
  table = mtr_node_add (section, MTR_NODE_TABLE, NULL);
  add_headers (builder, table, map);
  for (guint i = 0; i < map->rows->len; i++)
    add_area (builder, table, map, i);
}

/**
 * mtr_map_build:
 * @pack: the pack of the portfolio
 * @snapshot: the pairing and the portfolios of its mentees, loaded for %MTR_READER_PANEL and no more
 * @portfolio_id: the portfolio
 * @as_at: today
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the evidence map alone, on one page; %NULL with an error of %MTR_DOCUMENT_ERROR
 */
MtrDocument *
mtr_map_build (MtrPack      *pack,
               MtrSnapshot  *snapshot,
               gint64        portfolio_id,
               const GDate  *as_at,
               GError      **error)
{
  MtrBuilder builder = { pack, snapshot, *as_at, NULL };
  g_autofree char *title = NULL;
  MtrDocument *document;
  MtrRecord *portfolio;
  const char *name;

  if (!mtr_builder_check_audience (snapshot, error))
    return NULL;
  portfolio = mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, portfolio_id);
  if (!mtr_builder_is_found (portfolio, MTR_KIND_PORTFOLIO, error))
    return NULL;

  name = mtr_builder_get_name (&builder, portfolio, MTR_PORTFOLIO_PERSON_ID);
  /* Translators: a name. */
  title = name != NULL ? g_strdup_printf (_("Evidence map of %s"), name) : g_strdup (_("Evidence map"));
  document = mtr_document_new (title, mtr_language_get_tag (), as_at);
  mtr_document_set_header (document, title);
  mtr_document_set_subject (document, mtr_pack_get_title (pack));
  mtr_map_add_section (&builder, mtr_document_get_root (document), portfolio);

  return document;
}
