/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages let every row of a table share out the width as it likes; web pages
 * and text documents want columns and say of a cell how many of them it goes
 * across. A column begins wherever a cell of any row does.
 */

#include "mtr-table-grid-private.h"

/* Edges that are nearer than this, of a width of 1, are one edge. */
#define NEAR 0.0005

struct _MtrTableGrid {
  MtrNode  *table;              /* (unowned) */
  gboolean  with_page_numbers;
  GArray   *edges;              /* (owned) (element-type double): the right edge of each column */
};

/* How many cells are before it; a row also has what is only for files. */
static guint
get_position (MtrNode *cell)
{
  MtrNode *row = cell->parent;
  guint position = 0;

  for (guint i = 0; mtr_node_nth (row, i) != cell; i++)
    position += mtr_node_nth (row, i)->type == MTR_NODE_CELL;

  return position;
}

/* The cell of the first row in the same place says what a cell does not say itself. */
static MtrNode *
get_header (MtrTableGrid *self,
            MtrNode      *cell)
{
  MtrNode *first = mtr_node_nth (self->table, 0);
  guint position = get_position (cell);

  for (guint i = 0; i < first->children->len; i++)
    if (mtr_node_nth (first, i)->type == MTR_NODE_CELL && position-- == 0)
      return mtr_node_nth (first, i);

  return cell;
}

static guint
get_weight (MtrTableGrid *self,
            MtrNode      *cell)
{
  return cell->count > 0 ? cell->count : MAX (1, get_header (self, cell)->count);
}

static gboolean
is_shown (MtrTableGrid *self,
          MtrNode      *cell)
{
  if (cell->type != MTR_NODE_CELL)
    return FALSE;

  return self->with_page_numbers || !((cell->flags | get_header (self, cell)->flags) & MTR_NODE_PAGE_NUMBER);
}

/* The left and the right edge of a cell, of a width of 1. */
static void
find_edges (MtrTableGrid *self,
            MtrNode      *cell,
            double       *left,
            double       *right)
{
  MtrNode *row = cell->parent;
  double before = 0.0;
  double total = 0.0;
  gboolean found = FALSE;

  for (guint i = 0; i < row->children->len; i++)
    {
      MtrNode *other = mtr_node_nth (row, i);

      if (!is_shown (self, other))
        continue;
      found = found || other == cell;
      if (!found)
        before += get_weight (self, other);
      total += get_weight (self, other);
    }

  *left = before / total;
  *right = (before + get_weight (self, cell)) / total;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static gboolean
has_edge (GArray *edges,
          double  edge)
{
  for (guint i = 0; i < edges->len; i++)
    if (ABS (g_array_index (edges, double, i) - edge) < NEAR)
      return TRUE;

  return FALSE;
}

/*< private >
 * mtr_table_grid_new:
 * @table: a table with at least one row; must stay as long as the grid
 * @with_page_numbers: whether the columns that say on which page something is are wanted
 *
 * Returns: (transfer full): its columns
 */
MtrTableGrid *
mtr_table_grid_new (MtrNode  *table,
                    gboolean  with_page_numbers)
{
  MtrTableGrid *self = g_new0 (MtrTableGrid, 1);

  self->table = table;
  self->with_page_numbers = with_page_numbers;
  self->edges = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < table->children->len; i++)
    {
      g_autoptr (GPtrArray) cells = mtr_table_grid_list_cells (self, mtr_node_nth (table, i));

      for (guint j = 0; j < cells->len; j++)
        {
          double left, right;

          find_edges (self, g_ptr_array_index (cells, j), &left, &right);
          if (!has_edge (self->edges, right))
            g_array_append_val (self->edges, right);
        }
    }
  g_array_sort (self->edges, compare_edges);

  return self;
}

/*< private >
 * mtr_table_grid_free:
 * @self: (transfer full): a grid
 */
void
mtr_table_grid_free (MtrTableGrid *self)
{
  g_array_unref (self->edges);
  g_free (self);
}

/*< private >
 * mtr_table_grid_get_n_columns:
 * @self: a grid
 *
 * Returns: how many columns there are
 */
guint
mtr_table_grid_get_n_columns (MtrTableGrid *self)
{
  return self->edges->len;
}

/*< private >
 * mtr_table_grid_get_width:
 * @self: a grid
 * @column: from 0
 *
 * Returns: its share of the width, from 0 to 1
 */
double
mtr_table_grid_get_width (MtrTableGrid *self,
                          guint         column)
{
  double right = g_array_index (self->edges, double, column);

  return column > 0 ? right - g_array_index (self->edges, double, column - 1) : right;
}

/*< private >
 * mtr_table_grid_list_cells:
 * @self: a grid
 * @row: a row of its table
 *
 * Returns: (transfer container) (element-type MtrNode): the cells that are shown
 */
GPtrArray *
mtr_table_grid_list_cells (MtrTableGrid *self,
                           MtrNode      *row)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (guint i = 0; i < row->children->len; i++)
    if (is_shown (self, mtr_node_nth (row, i)))
      g_ptr_array_add (cells, mtr_node_nth (row, i));

  return cells;
}

/*< private >
 * mtr_table_grid_get_span:
 * @self: a grid
 * @cell: a cell of its table that is shown
 *
 * Returns: how many columns it goes across
 */
guint
mtr_table_grid_get_span (MtrTableGrid *self,
                         MtrNode      *cell)
{
  double left, right;
  guint span = 0;

  find_edges (self, cell, &left, &right);
  for (guint i = 0; i < self->edges->len; i++)
    {
      double edge = g_array_index (self->edges, double, i);

      if (edge > left + NEAR && edge < right + NEAR)
        span++;
    }

  return MAX (1, span);
}
