/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables and fields as boxes. A table is as designed where its words fit. Where
 * a word would be broken in the middle, its columns are fitted to the words, and
 * where the page is too narrow for that, as for large letters, each row is set
 * as a list of what its columns say. Nothing ever runs off the page.
 */

#include "mtr-table-private.h"

#include "mtr-column-grid-private.h"

#define FIELD_LABEL_SHARE   0.31
#define LARGEST_LABEL_SHARE 0.5
#define FIELDS_TOGETHER     12
#define FIELD_PADDING       3.2
#define CELL_PADDING        4.0
#define RECORD_GAP          12.0

static gboolean
is_any_word_broken (MtrWalk *walk,
                    guint    first_box)
{
  GPtrArray *boxes = walk->flow->boxes;

  for (guint i = first_box; i < boxes->len; i++)
    {
      MtrBox *box = g_ptr_array_index (boxes, i);

      for (guint j = 0; j < box->cells->len; j++)
        if (mtr_box_cell_breaks_word (g_ptr_array_index (box->cells, j)))
          return TRUE;
    }

  return FALSE;
}

/** Mark: a place in the flow that can be gone back to. */
typedef struct {
  guint      first_box;
  gboolean   new_page;
  GPtrArray *ids;        /* (owned) (element-type utf8) */
} Mark;

static void
set_mark (Mark    *mark,
          MtrWalk *walk)
{
  mark->first_box = walk->flow->boxes->len;
  mark->new_page = walk->new_page;
  mark->ids = g_ptr_array_copy (walk->ids, (GCopyFunc) (void (*) (void)) g_strdup, NULL);
  g_ptr_array_set_free_func (mark->ids, g_free);
}

static void
go_back (Mark    *mark,
         MtrWalk *walk)
{
  g_ptr_array_set_size (walk->flow->boxes, (int) mark->first_box);
  walk->new_page = mark->new_page;
  g_ptr_array_set_size (walk->ids, 0);
  for (guint i = 0; i < mark->ids->len; i++)
    g_ptr_array_add (walk->ids, g_strdup (g_ptr_array_index (mark->ids, i)));
}

static void
keep_together (MtrWalk *walk,
               guint    first_box)
{
  for (guint i = first_box; i + 1 < walk->flow->boxes->len; i++)
    ((MtrBox *) g_ptr_array_index (walk->flow->boxes, i))->together = TRUE;
}

/** Pair: a label and what it says, side by side, or one above the other where there is no room. */
typedef struct {
  const char *label;    /* (unowned) (nullable) */
  MtrNode    *node;     /* (unowned): has the text */
  double      share;    /* of the label, of the width */
  gboolean    stacked;
} Pair;

static void
add_pair (MtrWalk *walk,
          Pair    *pair)
{
  MtrNode *node = pair->node;
  MtrTagPath path = walk->path;
  double label_width = pair->stacked ? 0.0 : walk->width * pair->share;
  MtrBox *box;
  MtrBoxCell *cell;

  mtr_tag_path_add (&walk->path, "TR", node);
  box = mtr_walk_add_box (walk);
  if (pair->label != NULL)
    {
      cell = mtr_box_add_cell (box, walk->flow->styles, MTR_STYLE_FIELD_LABEL, pair->label, walk->x,
                               pair->stacked ? walk->width : label_width - MTR_CELL_PADDING);
      cell->tag = "TH";
      cell->detail = "Row";
      if (pair->stacked)
        {
          box->padding = FIELD_PADDING / 2;
          box->whole = TRUE;
          box->with_next = TRUE;
          mtr_box_measure (box);
          box = mtr_walk_add_box (walk);
        }
    }
  cell = mtr_box_add_cell (box, walk->flow->styles, MTR_STYLE_FIELD, node->text, walk->x + label_width,
                           walk->width - label_width);
  cell->tag = "TD";
  cell->target = node->target;
  cell->spoken = node->spoken;
  if (node->flags & MTR_NODE_PAGE_NUMBER)
    {
      cell->page_number = TRUE;
      cell->before_number = node->text;
    }
  box->padding = pair->stacked ? FIELD_PADDING / 2 : FIELD_PADDING;
  box->look = MTR_LOOK_RULE_BELOW;
  box->whole = TRUE;
  mtr_box_measure (box);
  walk->path = path;
}

/*< private >
 * mtr_table_add_fields:
 * @walk: a walk
 * @parent: a node
 * @first: its first child that is a field
 *
 * Adds the fields that follow each other as a table of two columns.
 *
 * Returns: the position of the last of them
 */
guint
mtr_table_add_fields (MtrWalk *walk,
                      MtrNode *parent,
                      guint    first)
{
  MtrTagPath path = walk->path;
  gboolean stacked = FALSE;
  guint i = first;
  Mark mark;

  set_mark (&mark, walk);
  mtr_tag_path_add (&walk->path, "Table", mtr_node_nth (parent, first));
  do
    {
      if (i > first)
        {
          go_back (&mark, walk);
          stacked = TRUE;
        }
      for (i = first; i < parent->children->len && mtr_node_nth (parent, i)->type == MTR_NODE_FIELD; i++)
        {
          MtrNode *node = mtr_node_nth (parent, i);
          Pair pair = { node->label, node, FIELD_LABEL_SHARE, stacked };

          if (node->id != NULL)
            g_ptr_array_add (walk->ids, g_strdup (node->id));
          add_pair (walk, &pair);
        }
    }
  while (!stacked && is_any_word_broken (walk, mark.first_box));

  if (i - first <= FIELDS_TOGETHER)
    keep_together (walk, mark.first_box);
  mtr_walk_set_space_after (walk, 10.0);
  g_ptr_array_unref (mark.ids);
  walk->path = path;

  return i - 1;
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
add_cell (MtrWalk *walk,
          MtrBox  *box,
          MtrNode *row,
          guint    position,
          double   x,
          double   width)
{
  MtrNode *node = mtr_node_nth (row, position);
  gboolean is_header = (row->flags & MTR_NODE_HEADER) != 0;
  gboolean shows_page = (node->flags & MTR_NODE_PAGE_NUMBER) && !is_header;
  MtrBoxCell *cell = mtr_box_add_cell (box, walk->flow->styles, is_header ? MTR_STYLE_TABLE_HEADER : MTR_STYLE_TABLE,
                                       shows_page ? "0" : node->text, x + MTR_CELL_PADDING,
                                       width - 2 * MTR_CELL_PADDING);

  cell->tag = is_header || (node->flags & MTR_NODE_HEADER) ? "TH" : "TD";
  cell->detail = is_header ? "Column" : "Row";
  cell->target = node->target;
  cell->spoken = node->spoken;
  cell->page_number = shows_page;
  /* Points in a cell hang: the lines after the first begin under its words. */
  if (node->text != NULL && g_str_has_prefix (node->text, "•"))
    pango_layout_set_indent (cell->layout, (int) (-MTR_BULLET_INDENT * PANGO_SCALE));
  if (node->flags & MTR_NODE_CENTRED)
    pango_layout_set_alignment (cell->layout, PANGO_ALIGN_CENTER);
  else if ((node->flags & MTR_NODE_PAGE_NUMBER) || is_number (row, position))
    pango_layout_set_alignment (cell->layout, PANGO_ALIGN_RIGHT);
  mtr_box_cell_set_text (cell, pango_layout_get_text (cell->layout));
  if (node->id != NULL)
    g_ptr_array_add (box->ids, g_strdup (node->id));
}

static void
add_row (MtrWalk       *walk,
         MtrNode       *row,
         MtrColumnGrid  *grid,
         MtrBox       **header)
{
  MtrTagPath path = walk->path;
  gboolean is_header = (row->flags & MTR_NODE_HEADER) != 0;
  MtrBox *box;

  mtr_tag_path_add (&walk->path, "TR", row);
  box = mtr_walk_add_box (walk);
  for (guint i = 0; i < row->children->len; i++)
    {
      guint first, end;
      double x;

      if (mtr_node_nth (row, i)->type != MTR_NODE_CELL)
        continue;
      mtr_column_grid_locate (grid, row, i, &first, &end);
      x = g_array_index (grid->places, double, first);
      add_cell (walk, box, row, i, walk->x + x, g_array_index (grid->places, double, end) - x);
    }
  box->padding = CELL_PADDING;
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
add_rows (MtrWalk      *walk,
          MtrNode      *table,
          MtrColumnGrid *grid)
{
  MtrBox *header = NULL;

  for (guint i = 0; i < table->children->len; i++)
    {
      MtrNode *row = mtr_node_nth (table, i);

      if (row->id != NULL)
        g_ptr_array_add (walk->ids, g_strdup (row->id));
      add_row (walk, row, grid, &header);
    }
}

/* What the rows of headers say over a cell, from the top: "Observation: Own". */
static char *
dup_header (MtrNode      *table,
            MtrColumnGrid *grid,
            MtrNode      *row,
            guint         position)
{
  GString *text = g_string_new (NULL);
  guint first, end;

  mtr_column_grid_locate (grid, row, position, &first, &end);
  for (guint i = 0; i < table->children->len; i++)
    {
      MtrNode *header = mtr_node_nth (table, i);
      MtrNode *cell = header->flags & MTR_NODE_HEADER ? mtr_column_grid_find (grid, header, first) : NULL;

      if (cell == NULL || cell->text == NULL || cell->text[0] == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, ": ");
      g_string_append (text, cell->text);
    }

  return g_string_free (text, FALSE);
}

/* The first cell of a row is the heading of what the others say. */
static void
add_record (MtrWalk      *walk,
            MtrNode      *table,
            MtrColumnGrid *grid,
            MtrNode      *row,
            double        share,
            gboolean      stacked)
{
  MtrTagPath path = walk->path;
  guint first_box = walk->flow->boxes->len;
  guint n_cells = 0;

  for (guint i = 0; i < row->children->len; i++)
    {
      MtrNode *node = mtr_node_nth (row, i);
      g_autofree char *label = NULL;
      Pair pair = { NULL, node, share, stacked };

      if (node->type != MTR_NODE_CELL)
        continue;
      if (node->id != NULL)
        g_ptr_array_add (walk->ids, g_strdup (node->id));
      if (n_cells++ == 0)
        {
          MtrBox *box;
          MtrBoxCell *cell;

          mtr_tag_path_add (&walk->path, "TR", row);
          box = mtr_walk_add_text (walk, MTR_STYLE_TABLE_HEADER, "TH", node->text, MTR_CELL_PADDING);
          cell = g_ptr_array_index (box->cells, 0);
          cell->detail = "Column";
          cell->target = node->target;
          cell->spoken = node->spoken;
          box->before = RECORD_GAP;
          box->padding = CELL_PADDING;
          box->look = MTR_LOOK_FILL;
          box->whole = TRUE;
          box->with_next = row->children->len > 1;
          mtr_box_measure (box);
          walk->path = path;
          continue;
        }
      label = dup_header (table, grid, row, i);
      pair.label = label[0] != '\0' ? label : NULL;
      if (node->text != NULL || (node->flags & MTR_NODE_PAGE_NUMBER))
        add_pair (walk, &pair);
    }
  if (n_cells <= FIELDS_TOGETHER)
    keep_together (walk, first_box);
}

/* How much of the width the labels of records need, at most half of it. */
static double
measure_labels (MtrWalk      *walk,
                MtrNode      *table,
                MtrColumnGrid *grid)
{
  double widest = 0.0;
  MtrNode *row = NULL;

  for (guint i = 0; i < table->children->len && row == NULL; i++)
    if (!(mtr_node_nth (table, i)->flags & MTR_NODE_HEADER))
      row = mtr_node_nth (table, i);

  for (guint i = 1; row != NULL && i < row->children->len; i++)
    {
      g_autofree char *label = dup_header (table, grid, row, i);
      g_autoptr (PangoLayout) layout = mtr_style_sheet_new_layout (walk->flow->styles, MTR_STYLE_FIELD_LABEL, label, -1.0);
      int width;

      pango_layout_get_size (layout, &width, NULL);
      widest = MAX (widest, (double) width / PANGO_SCALE);
    }

  return CLAMP ((widest + 3 * MTR_CELL_PADDING) / walk->width, FIELD_LABEL_SHARE, LARGEST_LABEL_SHARE);
}

static void
add_records (MtrWalk       *walk,
             MtrNode       *table,
             MtrColumnGrid *grid,
             gboolean       stacked)
{
  double share = measure_labels (walk, table, grid);

  for (guint i = 0; i < table->children->len; i++)
    {
      MtrNode *row = mtr_node_nth (table, i);

      if (row->id != NULL)
        g_ptr_array_add (walk->ids, g_strdup (row->id));
      if (!(row->flags & MTR_NODE_HEADER))
        add_record (walk, table, grid, row, share, stacked);
    }
}

static double
measure_height (MtrWalk *walk,
                guint    first_box)
{
  double height = 0.0;

  for (guint i = first_box; i < walk->flow->boxes->len; i++)
    {
      MtrBox *box = g_ptr_array_index (walk->flow->boxes, i);

      height += box->before + box->height + box->after;
    }

  return height;
}

/*< private >
 * mtr_table_add:
 * @walk: a walk
 * @table: a table
 */
void
mtr_table_add (MtrWalk *walk,
               MtrNode *table)
{
  g_autoptr (MtrColumnGrid) grid = mtr_column_grid_new (table, walk->width);
  MtrTagPath path = walk->path;
  Mark mark;

  if (table->text != NULL)
    mtr_walk_add_text (walk, MTR_STYLE_LABEL, "P", table->text, 0.0)->with_next = TRUE;

  set_mark (&mark, walk);
  mtr_tag_path_add (&walk->path, "Table", table);
  add_rows (walk, table, grid);
  if (is_any_word_broken (walk, mark.first_box))
    {
      gboolean fits = mtr_column_grid_fit (grid, table, walk->flow->styles, walk->width);
      double height;

      go_back (&mark, walk);
      add_records (walk, table, grid, FALSE);
      height = measure_height (walk, mark.first_box);
      if (fits)
        {
          go_back (&mark, walk);
          add_rows (walk, table, grid);
        }
      /* Columns in which a word fits and no more make a long table of a short one. */
      if (fits && (is_any_word_broken (walk, mark.first_box) || measure_height (walk, mark.first_box) > height))
        {
          go_back (&mark, walk);
          add_records (walk, table, grid, FALSE);
        }
      if (is_any_word_broken (walk, mark.first_box))
        {
          go_back (&mark, walk);
          add_records (walk, table, grid, TRUE);
        }
    }
  if (walk->flow->boxes->len > mark.first_box)
    mtr_walk_set_space_after (walk, 12.0);
  g_ptr_array_unref (mark.ids);
  walk->path = path;
}
