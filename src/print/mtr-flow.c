/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the tree of a document to one long column of boxes: which style a node
 * has, what stays together, and which element of a tagged PDF each text is.
 */

#include "mtr-flow-private.h"

#include "mtr-chart-layout-private.h"

#include <string.h>

#define FIELD_LABEL_SHARE 0.31
#define CONTENTS_LEVELS   2
#define WRITING_LINE      24.0
#define FIELDS_TOGETHER   12
#define BULLET_INDENT     6

/** Walk: where in the document we are. */
typedef struct {
  MtrFlow    *flow;
  MtrTagPath  path;
  double      x;           /* left edge, from the margin */
  double      width;
  gboolean    landscape;
  gboolean    cover;
  gboolean    new_page;    /* the next box begins a page */
  GPtrArray  *ids;         /* (owned) (element-type utf8): what begins with the next box */
} Walk;

static void add_children (Walk *walk, MtrNode *node);

static void
place_box (Walk   *walk,
           MtrBox *box)
{
  box->path = walk->path;
  box->landscape = walk->landscape;
  box->cover = walk->cover;
  box->new_page = walk->new_page;
  walk->new_page = FALSE;
  g_ptr_array_extend_and_steal (box->ids, g_steal_pointer (&walk->ids));
  walk->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (walk->flow->boxes, box);
}

static MtrBox *
add_box (Walk *walk)
{
  MtrBox *box = mtr_box_new ();

  place_box (walk, box);

  return box;
}

static void
set_space_after (Walk   *walk,
                 double  after)
{
  GPtrArray *boxes = walk->flow->boxes;

  if (boxes->len > 0)
    ((MtrBox *) g_ptr_array_index (boxes, boxes->len - 1))->after = after;
}

static MtrBox *
add_text (Walk         *walk,
          MtrTextStyle  style,
          const char   *tag,
          const char   *text,
          double        indent)
{
  const MtrStyleInfo *info = mtr_style_sheet_get (walk->flow->styles, style);
  MtrBox *box = add_box (walk);
  MtrBoxCell *cell = mtr_box_add_cell (box, walk->flow->styles, style, text, walk->x + indent,
                                       walk->width - indent);

  cell->tag = tag;
  box->before = info->before;
  box->after = info->after;
  mtr_box_measure (box);

  return box;
}

/* Each line end in a text begins a paragraph; empty lines are the space between them. */
static MtrBox *
add_paragraphs (Walk         *walk,
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
        box = add_text (walk, style, "P", paragraphs[i], indent);
    }

  return box;
}

static void
add_section (Walk    *walk,
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
  box = add_text (walk, headings[level - 1].style, headings[level - 1].tag, node->text, 0.0);
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
add_cover (Walk    *walk,
           MtrNode *node)
{
  MtrBox *box;

  walk->cover = TRUE;
  if (node->label != NULL)
    {
      box = add_text (walk, MTR_STYLE_COVER_LABEL, "P", node->label, 0.0);
      box->before = 120.0;
      box->keep_before = TRUE;
    }
  box = add_text (walk, MTR_STYLE_COVER_TITLE, "H1", node->text, 0.0);
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
add_field_row (Walk    *walk,
               MtrNode *node)
{
  MtrTagPath path = walk->path;
  double label_width = walk->width * FIELD_LABEL_SHARE;
  MtrBox *box;
  MtrBoxCell *cell;

  mtr_tag_path_add (&walk->path, "TR", node);
  box = add_box (walk);
  cell = mtr_box_add_cell (box, walk->flow->styles, MTR_STYLE_FIELD_LABEL, node->label, walk->x,
                           label_width - MTR_CELL_PADDING);
  cell->tag = "TH";
  cell->detail = "Row";
  cell = mtr_box_add_cell (box, walk->flow->styles, MTR_STYLE_FIELD, node->text, walk->x + label_width,
                           walk->width - label_width);
  cell->tag = "TD";
  cell->target = node->target;
  if (node->flags & MTR_NODE_PAGE_NUMBER)
    {
      cell->page_number = TRUE;
      cell->before_number = node->text;
    }
  box->padding = 3.2;
  box->look = MTR_LOOK_RULE_BELOW;
  box->whole = TRUE;
  mtr_box_measure (box);
  walk->path = path;
}

/* Fields that follow each other are a table of two columns. */
static guint
add_fields (Walk    *walk,
            MtrNode *parent,
            guint    first)
{
  MtrTagPath path = walk->path;
  guint first_box = walk->flow->boxes->len;
  guint i = first;

  mtr_tag_path_add (&walk->path, "Table", mtr_node_nth (parent, first));
  for (; i < parent->children->len && mtr_node_nth (parent, i)->type == MTR_NODE_FIELD; i++)
    {
      MtrNode *node = mtr_node_nth (parent, i);

      if (node->id != NULL)
        g_ptr_array_add (walk->ids, g_strdup (node->id));
      add_field_row (walk, node);
    }
  if (i - first <= FIELDS_TOGETHER)
    for (guint j = first_box; j + 1 < walk->flow->boxes->len; j++)
      ((MtrBox *) g_ptr_array_index (walk->flow->boxes, j))->with_next = TRUE;
  set_space_after (walk, 10.0);
  walk->path = path;

  return i - 1;
}

static void
add_long_text (Walk    *walk,
               MtrNode *node)
{
  MtrTagPath path = walk->path;
  MtrBox *box;

  mtr_tag_path_add (&walk->path, "Div", node);
  box = add_text (walk, MTR_STYLE_LABEL, "P", node->label, 0.0);
  box->with_next = add_paragraphs (walk, MTR_STYLE_BODY, node->text, 0.0) != NULL;
  walk->path = path;
}

static void
add_list (Walk    *walk,
          MtrNode *list)
{
  MtrTagPath path = walk->path;
  double indent = MTR_LIST_INDENT;

  for (guint i = 0; i < list->children->len; i++)
    if (mtr_node_nth (list, i)->label != NULL)
      indent = 42.0;

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
      box = add_box (walk);
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

/* A cell may say its own share of the width; else it has that of the cell in the first row. */
static guint
get_weight (MtrNode *cell,
            GArray  *weights,
            guint    position)
{
  if (cell->count > 0)
    return cell->count;

  return position < weights->len ? g_array_index (weights, guint, position) : 1;
}

/* Numbers stand at the end of their column, and so does what is above them. */
static gboolean
is_number (MtrNode *row,
           guint    position)
{
  MtrNode *cell = mtr_node_nth (row, position);
  MtrNode *table = row->parent;

  if (cell->flags & MTR_NODE_NUMBER)
    return TRUE;
  for (guint i = 0; (row->flags & MTR_NODE_HEADER) && i < table->children->len; i++)
    {
      MtrNode *other = mtr_node_nth (table, i);

      if (!(other->flags & MTR_NODE_HEADER))
        return other->children->len == row->children->len && (mtr_node_nth (other, position)->flags & MTR_NODE_NUMBER);
    }

  return FALSE;
}

static void
add_row (Walk    *walk,
         MtrNode *row,
         GArray  *weights,
         MtrBox **header)
{
  MtrTagPath path = walk->path;
  gboolean is_header = (row->flags & MTR_NODE_HEADER) != 0;
  double total = 0.0;
  double x = walk->x;
  guint n_cells = 0;
  MtrBox *box;

  for (guint i = 0; i < row->children->len; i++)
    if (mtr_node_nth (row, i)->type == MTR_NODE_CELL)
      total += get_weight (mtr_node_nth (row, i), weights, n_cells++);

  mtr_tag_path_add (&walk->path, "TR", row);
  box = add_box (walk);
  n_cells = 0;
  for (guint i = 0; i < row->children->len; i++)
    {
      MtrNode *node = mtr_node_nth (row, i);
      double width;
      gboolean heads = is_header || (node->flags & MTR_NODE_HEADER);
      MtrBoxCell *cell;

      if (node->type != MTR_NODE_CELL)
        continue;
      width = walk->width * get_weight (node, weights, n_cells++) / total;
      cell = mtr_box_add_cell (box, walk->flow->styles, is_header ? MTR_STYLE_TABLE_HEADER : MTR_STYLE_TABLE,
                               (node->flags & MTR_NODE_PAGE_NUMBER) && !is_header ? "0" : node->text, x + MTR_CELL_PADDING,
                               width - 2 * MTR_CELL_PADDING);
      cell->tag = heads ? "TH" : "TD";
      cell->detail = is_header ? "Column" : "Row";
      cell->target = node->target;
      cell->spoken = node->spoken;
      cell->page_number = (node->flags & MTR_NODE_PAGE_NUMBER) && !is_header;
      /* Points in a cell hang: the lines after the first begin under its words. */
      if (node->text != NULL && g_str_has_prefix (node->text, "•"))
        pango_layout_set_indent (cell->layout, -BULLET_INDENT * PANGO_SCALE);
      if (node->flags & MTR_NODE_CENTRED)
        pango_layout_set_alignment (cell->layout, PANGO_ALIGN_CENTER);
      else if ((node->flags & MTR_NODE_PAGE_NUMBER) || is_number (row, i))
        pango_layout_set_alignment (cell->layout, PANGO_ALIGN_RIGHT);
      mtr_box_cell_set_text (cell, pango_layout_get_text (cell->layout));
      if (node->id != NULL)
        g_ptr_array_add (box->ids, g_strdup (node->id));
      x += width;
    }
  box->padding = 4.0;
  box->look = is_header ? MTR_LOOK_FILL | MTR_LOOK_RULE_BELOW : MTR_LOOK_RULE_BELOW;
  box->whole = TRUE;
  box->with_next = is_header;
  box->header = *header;
  mtr_box_measure (box);
  if (is_header)
    *header = box;
  walk->path = path;
}

static void
add_table (Walk    *walk,
           MtrNode *table)
{
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint));
  MtrTagPath path = walk->path;
  MtrBox *header = NULL;

  if (table->text != NULL)
    {
      MtrBox *box = add_text (walk, MTR_STYLE_LABEL, "P", table->text, 0.0);

      box->with_next = TRUE;
    }

  if (table->children->len > 0)
    for (guint i = 0; i < mtr_node_nth (table, 0)->children->len; i++)
      {
        guint weight = MAX (1, mtr_node_nth (mtr_node_nth (table, 0), i)->count);

        g_array_append_val (weights, weight);
      }

  mtr_tag_path_add (&walk->path, "Table", table);
  for (guint i = 0; i < table->children->len; i++)
    {
      MtrNode *row = mtr_node_nth (table, i);

      if (row->id != NULL)
        g_ptr_array_add (walk->ids, g_strdup (row->id));
      add_row (walk, row, weights, &header);
    }
  if (table->children->len > 0)
    set_space_after (walk, 12.0);
  walk->path = path;
}

/* The caption and the figure are side by side in the structure: what is in a figure is read as its alternative alone. */
static void
add_chart (Walk    *walk,
           MtrNode *chart)
{
  MtrTagPath path = walk->path;
  const char *spoken = chart->spoken;
  g_autoptr (GPtrArray) boxes = mtr_chart_lay_out (walk->flow->styles, chart, walk->x, walk->width);

  mtr_tag_path_add (&walk->path, "Div", chart);
  if (chart->text != NULL)
    add_text (walk, MTR_STYLE_LABEL, "Caption", chart->text, 0.0)->with_next = boxes->len > 0;
  mtr_tag_path_add_with (&walk->path, "Figure", chart, chart->spoken);
  for (guint i = 0; i < boxes->len; i++)
    {
      MtrBox *box = g_ptr_array_index (boxes, i);

      place_box (walk, box);
      for (guint j = 0; j < box->cells->len; j++)
        {
          MtrBoxCell *cell = g_ptr_array_index (box->cells, j);

          cell->tag = "Span";
          cell->spoken = spoken;
          spoken = "";
        }
    }
  if (boxes->len > 0)
    set_space_after (walk, 12.0);
  walk->path = path;
}

static void
add_set_apart (Walk    *walk,
               MtrNode *node)
{
  gboolean is_quote = node->type == MTR_NODE_QUOTE;
  guint first = walk->flow->boxes->len;
  MtrTagPath path = walk->path;

  mtr_tag_path_add (&walk->path, is_quote ? "BlockQuote" : "Note", node);
  if (node->label != NULL)
    {
      MtrBox *box = add_text (walk, MTR_STYLE_LABEL, "P", node->label, MTR_NOTE_INDENT);

      box->with_next = TRUE;
    }
  add_paragraphs (walk, is_quote ? MTR_STYLE_BODY : MTR_STYLE_NOTE, node->text, MTR_NOTE_INDENT);
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
  walk->path = path;
}

static void
add_signature (Walk    *walk,
               MtrNode *node)
{
  MtrTagPath path = walk->path;
  guint first = walk->flow->boxes->len;
  MtrBox *box;

  mtr_tag_path_add (&walk->path, "Div", node);
  add_text (walk, MTR_STYLE_LABEL, "P", node->label, 0.0);
  box = add_text (walk, MTR_STYLE_SIGNATURE, "P", node->text, 0.0);
  box->look = MTR_LOOK_RULE_STRONG;
  box->padding = 3.0;
  mtr_box_measure (box);
  for (guint i = 0; i < node->children->len; i++)
    if (mtr_node_nth (node, i)->type != MTR_NODE_DATA)
      add_text (walk, MTR_STYLE_FIELD_LABEL, "P", mtr_node_nth (node, i)->text, 0.0);
  for (guint i = first; i + 1 < walk->flow->boxes->len; i++)
    ((MtrBox *) g_ptr_array_index (walk->flow->boxes, i))->with_next = TRUE;
  set_space_after (walk, 12.0);
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
add_contents (Walk    *walk,
              MtrNode *node)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  MtrTagPath path = walk->path;
  MtrNode *root = node;

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
      box = add_box (walk);
      cell = mtr_box_add_cell (box, walk->flow->styles, style, section->text, walk->x + indent,
                               walk->width - indent - 40.0);
      cell->tag = "P";
      cell->target = section->id;
      cell = mtr_box_add_cell (box, walk->flow->styles, style, "0", walk->x + walk->width - 36.0, 36.0);
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
    set_space_after (walk, 12.0);
  walk->path = path;
}

static void
add_lines (Walk    *walk,
           MtrNode *node)
{
  for (guint i = 0; i < node->count; i++)
    {
      MtrBox *box = add_box (walk);

      box->least_height = WRITING_LINE;
      box->look = MTR_LOOK_WRITING;
      box->with_next = i == 0 && node->count > 1;
      mtr_box_measure (box);
    }
  if (node->count > 0)
    set_space_after (walk, 10.0);
}

/* A group that is kept together: its boxes hold on to each other, and none of them is broken. */
static void
add_group (Walk    *walk,
           MtrNode *node)
{
  guint first = walk->flow->boxes->len;

  add_children (walk, node);
  if (node->flags & MTR_NODE_TOGETHER)
    for (guint i = first; i < walk->flow->boxes->len; i++)
      {
        MtrBox *box = g_ptr_array_index (walk->flow->boxes, i);

        box->whole = TRUE;
        box->with_next = i + 1 < walk->flow->boxes->len;
      }
}

static void
add_node (Walk    *walk,
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
      add_table (walk, node);
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
    case MTR_NODE_CELL:
    case MTR_NODE_MARK:
    case MTR_NODE_DATA:
      break;
    }
}

static void
add_children (Walk    *walk,
              MtrNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      if (child->type == MTR_NODE_FIELD)
        {
          i = add_fields (walk, node, i);
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
  Walk walk = { 0 };

  flow->styles = mtr_style_sheet_new (mtr_document_get_language (document));
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
