/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the tree of a document to one long column of boxes: which style a node
 * has, what stays together, and which element of a tagged PDF each text is.
 */

#include "mtr-flow-private.h"

#include "mtr-ahead-private.h"
#include "mtr-chart-layout-private.h"
#include "mtr-table-private.h"

#define CONTENTS_LEVELS 2
#define NOTE_COMPANY    60.0  /* points, times the size of letters */
#define WRITING_LINE    24.0

static void add_children (MtrWalk *walk, MtrNode *node);

/* Each line end in a text begins a paragraph; empty lines are the space between them. */
static MtrBox *
add_paragraphs (MtrWalk      *walk,
                MtrTextStyle  style,
                const char   *text,
                double        indent)
{
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);
  MtrBox *box = NULL;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_strchomp (paragraphs[i]);
      if (paragraphs[i][0] != '\0')
        box = mtr_walk_add_text (walk, style, "P", paragraphs[i], indent);
    }

  return box;
}

static void
add_section (MtrWalk *walk,
             MtrNode *node)
{
  static const struct {
    MtrTextStyle  style;
    const char   *tag;
  } headings[] = {
    { MTR_STYLE_HEADING_1, "H1" },
    { MTR_STYLE_HEADING_2, "H2" },
    { MTR_STYLE_HEADING_3, "H3" },
    { MTR_STYLE_HEADING_4, "H4" },
  };
  MtrTagPath path = walk->path;
  gboolean turns = (node->flags & MTR_NODE_LANDSCAPE) && !walk->landscape;
  guint level = mtr_node_get_level (node);
  const char *id = node->id;
  MtrBox *box;

  if (id == NULL)
    {
      id = g_strdup_printf ("section-%u", walk->flow->names->len + 1);
      g_ptr_array_add (walk->flow->names, (char *) id);
      g_ptr_array_add (walk->ids, g_strdup (id));
    }

  if (turns)
    {
      walk->landscape = TRUE;
      walk->width = walk->flow->landscape_width;
      walk->new_page = TRUE;
    }
  if (node->flags & MTR_NODE_NEW_PAGE)
    walk->new_page = TRUE;

  if (walk->path.n_tags < MTR_MAX_TAGS - 6)
    mtr_tag_path_add (&walk->path, "Sect", node);
  level = CLAMP (level, 1, G_N_ELEMENTS (headings));
  box = mtr_walk_add_text (walk, headings[level - 1].style, headings[level - 1].tag, node->text, 0.0);
  box->with_next = TRUE;
  box->whole = TRUE;

  if (!(node->flags & MTR_NODE_UNLISTED))
    {
      MtrOutlineEntry entry = { id, node->text, level };

      g_array_append_val (walk->flow->outline, entry);
    }

  add_children (walk, node);

  walk->path = path;
  if (turns)
    {
      walk->landscape = FALSE;
      walk->width = walk->flow->width;
      walk->new_page = TRUE;
    }
}

static void
add_cover (MtrWalk *walk,
           MtrNode *node)
{
  MtrBox *box;

  walk->cover = TRUE;
  if (node->label != NULL)
    {
      box = mtr_walk_add_text (walk, MTR_STYLE_COVER_LABEL, "P", node->label, 0.0);
      box->before = 120.0;
      box->keep_before = TRUE;
    }
  box = mtr_walk_add_text (walk, MTR_STYLE_COVER_TITLE, "H1", node->text, 0.0);
  if (node->label == NULL)
    {
      box->before = 120.0;
      box->keep_before = TRUE;
    }
  box->look = MTR_LOOK_RULE_STRONG;
  box->padding = 6.0;
  box->after = 26.0;
  mtr_box_measure (box);
  add_children (walk, node);
  walk->cover = FALSE;
  walk->new_page = TRUE;
}

static void
add_long_text (MtrWalk *walk,
               MtrNode *node)
{
  MtrTagPath path = walk->path;
  MtrBox *box;

  mtr_tag_path_add (&walk->path, "Div", node);
  box = mtr_walk_add_text (walk, MTR_STYLE_LABEL, "P", node->label, 0.0);
  box->with_next = add_paragraphs (walk, MTR_STYLE_BODY, node->text, 0.0) != NULL;
  walk->path = path;
}

static void
add_list (MtrWalk *walk,
          MtrNode *list)
{
  MtrTagPath path = walk->path;
  double indent = MTR_LIST_INDENT * walk->flow->styles->scale;

  for (guint i = 0; i < list->children->len; i++)
    if (mtr_node_nth (list, i)->label != NULL)
      indent = 42.0 * walk->flow->styles->scale;

  mtr_tag_path_add (&walk->path, "L", list);
  for (guint i = 0; i < list->children->len; i++)
    {
      MtrNode *item = mtr_node_nth (list, i);
      MtrTagPath list_path = walk->path;
      MtrBoxCell *cell;
      MtrBox *box;

      if (item->id != NULL)
        g_ptr_array_add (walk->ids, g_strdup (item->id));
      mtr_tag_path_add (&walk->path, "LI", item);
      box = mtr_walk_add_box (walk);
      cell = mtr_box_add_cell (box, walk->flow->styles, MTR_STYLE_BODY,
                               item->label != NULL ? item->label : "•", walk->x, indent - 4.0);
      cell->tag = "Lbl";
      cell = mtr_box_add_cell (box, walk->flow->styles, MTR_STYLE_BODY, item->text, walk->x + indent,
                               walk->width - indent);
      cell->tag = "LBody";
      cell->target = item->target;
      box->after = i + 1 < list->children->len ? 2.0 : 8.0;
      mtr_box_measure (box);
      walk->path = list_path;
    }
  walk->path = path;
}

/* The caption and the figure are side by side in the structure: what is in a figure is read as its alternative alone. */
static void
add_chart (MtrWalk *walk,
           MtrNode *chart)
{
  MtrTagPath path = walk->path;
  const char *spoken = chart->spoken;
  g_autoptr (GPtrArray) boxes = mtr_chart_lay_out (walk->flow->styles, chart, walk->x, walk->width);

  mtr_tag_path_add (&walk->path, "Div", chart);
  if (chart->text != NULL)
    mtr_walk_add_text (walk, MTR_STYLE_LABEL, "Caption", chart->text, 0.0)->with_next = boxes->len > 0;
  mtr_tag_path_add_with (&walk->path, "Figure", chart, chart->spoken);
  for (guint i = 0; i < boxes->len; i++)
    {
      MtrBox *box = g_ptr_array_index (boxes, i);

      mtr_walk_place_box (walk, box);
      for (guint j = 0; j < box->cells->len; j++)
        {
          MtrBoxCell *cell = g_ptr_array_index (box->cells, j);

          cell->tag = "Span";
          cell->spoken = spoken;
          spoken = "";
        }
    }
  if (boxes->len > 0)
    mtr_walk_set_space_after (walk, 12.0);
  walk->path = path;
}

static void
add_set_apart (MtrWalk *walk,
               MtrNode *node)
{
  gboolean is_quote = node->type == MTR_NODE_QUOTE;
  double company = NOTE_COMPANY * walk->flow->styles->scale;
  guint first = walk->flow->boxes->len;
  MtrTagPath path = walk->path;

  mtr_tag_path_add (&walk->path, is_quote ? "BlockQuote" : "Note", node);
  /* Words end before the ground that they stand on does. */
  walk->width -= MTR_NOTE_INDENT;
  if (node->label != NULL)
    {
      MtrBox *box = mtr_walk_add_text (walk, MTR_STYLE_LABEL, "P", node->label, MTR_NOTE_INDENT);

      box->with_next = TRUE;
    }
  add_paragraphs (walk, is_quote ? MTR_STYLE_BODY : MTR_STYLE_NOTE, node->text, MTR_NOTE_INDENT);
  walk->width += MTR_NOTE_INDENT;
  for (guint i = first; i < walk->flow->boxes->len; i++)
    {
      MtrBox *box = g_ptr_array_index (walk->flow->boxes, i);

      /* No gap inside, so that the bar at the edge is one line. */
      box->look = MTR_LOOK_BAR | (is_quote ? 0 : MTR_LOOK_FILL);
      box->before = i == first ? 6.0 : 0.0;
      box->padding = 4.0;
      box->after = i + 1 == walk->flow->boxes->len ? 10.0 : 0.0;
      box->whole = !is_quote;
      mtr_box_measure (box);
    }
  /* What explains a page is never alone on the next: the end of what it follows goes with it. */
  for (guint i = first; i > 0 && company > 0.0 && (node->flags & MTR_NODE_TOGETHER); i--)
    {
      MtrBox *box = g_ptr_array_index (walk->flow->boxes, i - 1);

      box->with_next = TRUE;
      company -= box->height;
    }
  walk->path = path;
}

static void
add_signature (MtrWalk *walk,
               MtrNode *node)
{
  MtrTagPath path = walk->path;
  guint first = walk->flow->boxes->len;
  MtrBox *box;

  mtr_tag_path_add (&walk->path, "Div", node);
  mtr_walk_add_text (walk, MTR_STYLE_LABEL, "P", node->label, 0.0);
  box = mtr_walk_add_text (walk, MTR_STYLE_SIGNATURE, "P", node->text, 0.0);
  box->look = MTR_LOOK_RULE_STRONG;
  box->padding = 3.0;
  mtr_box_measure (box);
  for (guint i = 0; i < node->children->len; i++)
    if (mtr_node_nth (node, i)->type != MTR_NODE_DATA)
      mtr_walk_add_text (walk, MTR_STYLE_FIELD_LABEL, "P", mtr_node_nth (node, i)->text, 0.0);
  for (guint i = first; i + 1 < walk->flow->boxes->len; i++)
    ((MtrBox *) g_ptr_array_index (walk->flow->boxes, i))->with_next = TRUE;
  mtr_walk_set_space_after (walk, 12.0);
  walk->path = path;
}

static void
collect_entries (MtrNode   *node,
                 GPtrArray *sections)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      if (child->type == MTR_NODE_SECTION && !(child->flags & MTR_NODE_UNLISTED)
          && mtr_node_get_level (child) <= CONTENTS_LEVELS && child->id != NULL)
        g_ptr_array_add (sections, child);
      collect_entries (child, sections);
    }
}

static void
add_contents (MtrWalk *walk,
              MtrNode *node)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  MtrTagPath path = walk->path;
  MtrNode *root = node;
  double number_width = 36.0 * walk->flow->styles->scale;

  while (root->parent != NULL)
    root = root->parent;
  collect_entries (root, sections);

  mtr_tag_path_add (&walk->path, "TOC", node);
  for (guint i = 0; i < sections->len; i++)
    {
      MtrNode *section = g_ptr_array_index (sections, i);
      guint level = mtr_node_get_level (section);
      MtrTextStyle style = level == 1 ? MTR_STYLE_CONTENTS_1 : MTR_STYLE_CONTENTS_2;
      double indent = (level - 1) * MTR_LIST_INDENT;
      MtrTagPath contents_path = walk->path;
      MtrBoxCell *cell;
      MtrBox *box;

      mtr_tag_path_add (&walk->path, "TOCI", section);
      box = mtr_walk_add_box (walk);
      cell = mtr_box_add_cell (box, walk->flow->styles, style, section->text, walk->x + indent,
                               walk->width - indent - number_width - 4.0);
      cell->tag = "P";
      cell->target = section->id;
      cell = mtr_box_add_cell (box, walk->flow->styles, style, "0",
                               walk->x + walk->width - number_width, number_width);
      cell->tag = "P";
      cell->target = section->id;
      cell->page_number = TRUE;
      pango_layout_set_alignment (cell->layout, PANGO_ALIGN_RIGHT);
      box->before = mtr_style_sheet_get (walk->flow->styles, style)->before;
      box->after = mtr_style_sheet_get (walk->flow->styles, style)->after;
      box->whole = TRUE;
      mtr_box_measure (box);
      walk->path = contents_path;
    }
  if (sections->len > 0)
    mtr_walk_set_space_after (walk, 12.0);
  walk->path = path;
}

static void
add_lines (MtrWalk *walk,
           MtrNode *node)
{
  for (guint i = 0; i < node->count; i++)
    {
      MtrBox *box = mtr_walk_add_box (walk);

      box->least_height = WRITING_LINE * MAX (1.0, walk->flow->styles->scale);
      box->look = MTR_LOOK_WRITING;
      box->with_next = i == 0 && node->count > 1;
      mtr_box_measure (box);
    }
  if (node->count > 0)
    mtr_walk_set_space_after (walk, 10.0);
}

/* A group that is kept together: its boxes hold on to each other, and none of them is broken. */
static void
add_group (MtrWalk *walk,
           MtrNode *node)
{
  guint first = walk->flow->boxes->len;

  add_children (walk, node);
  if (node->flags & MTR_NODE_TOGETHER)
    for (guint i = first; i < walk->flow->boxes->len; i++)
      {
        MtrBox *box = g_ptr_array_index (walk->flow->boxes, i);

        box->whole = TRUE;
        box->grouped = i + 1 < walk->flow->boxes->len;
      }
}

static void
add_node (MtrWalk *walk,
          MtrNode *node)
{
  MtrBox *box;

  switch (node->type)
    {
    case MTR_NODE_COVER:
      add_cover (walk, node);
      break;
    case MTR_NODE_SECTION:
      add_section (walk, node);
      break;
    case MTR_NODE_PARAGRAPH:
      box = add_paragraphs (walk, walk->cover && (node->flags & MTR_NODE_HEADER) ? MTR_STYLE_COVER_DRAFT
                                                                                  : MTR_STYLE_BODY, node->text, 0.0);
      if (node->target != NULL && box != NULL)
        ((MtrBoxCell *) g_ptr_array_index (box->cells, 0))->target = node->target;
      break;
    case MTR_NODE_LONG_TEXT:
      add_long_text (walk, node);
      break;
    case MTR_NODE_LIST:
      add_list (walk, node);
      break;
    case MTR_NODE_TABLE:
      mtr_table_add (walk, node);
      break;
    case MTR_NODE_QUOTE:
    case MTR_NODE_NOTE:
      add_set_apart (walk, node);
      break;
    case MTR_NODE_SIGNATURE:
      add_signature (walk, node);
      break;
    case MTR_NODE_CONTENTS:
      add_contents (walk, node);
      break;
    case MTR_NODE_LINES:
      add_lines (walk, node);
      break;
    case MTR_NODE_CHART:
      add_chart (walk, node);
      break;
    case MTR_NODE_ROOT:
    case MTR_NODE_GROUP:
      add_group (walk, node);
      break;
    case MTR_NODE_FIELD:
    case MTR_NODE_ITEM:
    case MTR_NODE_ROW:
    case MTR_NODE_SHEET:
    case MTR_NODE_CELL:
    case MTR_NODE_MARK:
    case MTR_NODE_DATA:
      break;
    }
}

static void
add_children (MtrWalk *walk,
              MtrNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      if (child->type == MTR_NODE_FIELD)
        {
          i = mtr_table_add_fields (walk, node, i);
          continue;
        }
      if (child->id != NULL && child->type != MTR_NODE_DATA)
        g_ptr_array_add (walk->ids, g_strdup (child->id));
      add_node (walk, child);
    }
}

/*< private >
 * mtr_flow_new:
 * @document: a document
 * @width: of the text on an upright page, in points
 * @landscape_width: of the text on a page turned sideways, in points
 *
 * Returns: (transfer full): its boxes, measured; the texts in them belong to @document
 */
MtrFlow *
mtr_flow_new (MtrDocument *document,
              double       width,
              double       landscape_width)
{
  MtrFlow *flow = g_new0 (MtrFlow, 1);
  MtrAhead *ahead = mtr_ahead_new (document, width);
  MtrWalk walk = { 0 };

  flow->styles = mtr_style_sheet_new (mtr_document_get_language (document), mtr_document_get_adjustment (document));
  flow->styles->ahead = ahead;
  flow->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_box_free);
  flow->outline = g_array_new (FALSE, FALSE, sizeof (MtrOutlineEntry));
  flow->names = g_ptr_array_new_with_free_func (g_free);
  flow->width = width;
  flow->landscape_width = landscape_width;

  walk.flow = flow;
  walk.width = width;
  walk.ids = g_ptr_array_new_with_free_func (g_free);
  mtr_tag_path_add (&walk.path, "Document", document);
  add_children (&walk, mtr_document_get_root (document));
  g_ptr_array_unref (walk.ids);
  flow->styles->ahead = NULL;
  g_clear_pointer (&ahead, mtr_ahead_free);

  return flow;
}

/*< private >
 * mtr_flow_free:
 * @flow: (transfer full): a flow
 */
void
mtr_flow_free (MtrFlow *flow)
{
  g_ptr_array_unref (flow->boxes);
  g_array_unref (flow->outline);
  g_ptr_array_unref (flow->names);
  mtr_style_sheet_free (flow->styles);
  g_free (flow);
}
