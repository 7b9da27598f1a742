/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a table: as wide as the design has them, or, where words would
 * be broken in the middle, as wide as their words need.
 */

#include "mtr-column-grid-private.h"

#include "mtr-box-private.h"

#include <math.h>

#define MILLIONTHS 1000000
/* Shares that are the same in sum may differ by a rounding. */
#define NEAR       20

/* A cell may say its own share of the width; else it has that of the cell in the first row. */
static guint
get_weight (MtrColumnGrid *self,
            MtrNode      *cell,
            guint         position)
{
  if (cell->count > 0)
    return cell->count;

  return position < self->weights->len ? g_array_index (self->weights, guint, position) : 1;
}

/* The share of the row before a cell; with the number of cells, all of it. */
static guint
get_edge (MtrColumnGrid *self,
          MtrNode      *row,
          guint         position)
{
  guint64 before = 0;
  guint64 total = 0;
  guint n_cells = 0;

  for (guint i = 0; i < row->children->len; i++)
    {
      guint weight;

      if (mtr_node_nth (row, i)->type != MTR_NODE_CELL)
        continue;
      weight = get_weight (self, mtr_node_nth (row, i), n_cells++);
      total += weight;
      if (i < position)
        before += weight;
    }

  return total > 0 ? (guint) (before * MILLIONTHS / total) : 0;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/*< private >
 * mtr_column_grid_new:
 * @table: a table
 * @width: of all of it, in points
 *
 * Returns: (transfer full): its columns, as wide as their weights say
 */
MtrColumnGrid *
mtr_column_grid_new (MtrNode *table,
                    double   width)
{
  MtrColumnGrid *self = g_new0 (MtrColumnGrid, 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  self->weights = g_array_new (FALSE, FALSE, sizeof (guint));
  self->edges = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_array_new (FALSE, FALSE, sizeof (double));
  if (table->children->len > 0)
    for (guint i = 0; i < mtr_node_nth (table, 0)->children->len; i++)
      {
        guint weight = MAX (1, mtr_node_nth (mtr_node_nth (table, 0), i)->count);

        g_array_append_val (self->weights, weight);
      }

  for (guint i = 0; i < table->children->len; i++)
    {
      MtrNode *row = mtr_node_nth (table, i);

      for (guint j = 0; j <= row->children->len; j++)
        {
          guint edge = get_edge (self, row, j);

          g_array_append_val (all, edge);
        }
      /* Rows of one form have the same edges: most are known from the row before. */
      if (i % 64 == 63 || i + 1 == table->children->len)
        {
          g_array_sort (all, compare_edges);
          for (guint j = 1; j < all->len;)
            if (g_array_index (all, guint, j) <= g_array_index (all, guint, j - 1) + NEAR)
              g_array_remove_index (all, j);
            else
              j++;
        }
    }
  for (guint i = 0; i < all->len; i++)
    {
      guint edge = g_array_index (all, guint, i);
      double place = width * edge / MILLIONTHS;

      g_array_append_val (self->edges, edge);
      g_array_append_val (self->places, place);
    }

  return self;
}

/*< private >
 * mtr_column_grid_free:
 * @self: (transfer full): columns
 */
void
mtr_column_grid_free (MtrColumnGrid *self)
{
  g_array_unref (self->weights);
  g_array_unref (self->edges);
  g_array_unref (self->places);
  g_free (self);
}

static guint
find_edge (MtrColumnGrid *self,
           guint         edge)
{
  guint i = 0;

  while (i + 1 < self->edges->len && g_array_index (self->edges, guint, i) + NEAR < edge)
    i++;

  return i;
}

/*< private >
 * mtr_column_grid_locate:
 * @self: columns
 * @row: a row of the table they were made from
 * @position: one of its cells
 * @first: (out): the column that the cell begins with
 * @end: (out): the column after its last
 */
void
mtr_column_grid_locate (MtrColumnGrid *self,
                       MtrNode      *row,
                       guint         position,
                       guint        *first,
                       guint        *end)
{
  *first = find_edge (self, get_edge (self, row, position));
  *end = find_edge (self, get_edge (self, row, position + 1));
}

/*< private >
 * mtr_column_grid_find:
 * @self: columns
 * @row: a row of the table they were made from
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the cell of the row that lies over the column
 */
MtrNode *
mtr_column_grid_find (MtrColumnGrid *self,
                     MtrNode      *row,
                     guint         column)
{
  for (guint i = 0; i < row->children->len; i++)
    {
      guint first, end;

      if (mtr_node_nth (row, i)->type != MTR_NODE_CELL)
        continue;
      mtr_column_grid_locate (self, row, i, &first, &end);
      if (column >= first && column < end)
        return mtr_node_nth (row, i);
    }

  return NULL;
}

/** Fitting: how wide words are, each measured once. */
typedef struct {
  const MtrStyleSheet *styles;    /* (unowned) */
  GHashTable          *widths;    /* (owned) (element-type utf8 gdouble): by style and word */
} Fitting;

static double
measure_word (Fitting      *fitting,
              MtrTextStyle  style,
              const char   *word)
{
  g_autofree char *key = g_strdup_printf ("%d %s", style, word);
  double *width = g_hash_table_lookup (fitting->widths, key);

  if (width == NULL)
    {
      g_autoptr (PangoLayout) layout = mtr_style_sheet_new_layout (fitting->styles, style, word, -1.0);
      int units;

      pango_layout_get_size (layout, &units, NULL);
      width = g_new (double, 1);
      *width = ceil ((double) units / PANGO_SCALE) + 1.0;
      g_hash_table_insert (fitting->widths, g_steal_pointer (&key), width);
    }

  return *width;
}

static double
measure_words (Fitting      *fitting,
               MtrTextStyle  style,
               const char   *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \n\t", -1);
  double widest = 0.0;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) <= MTR_LONGEST_WORD)
      widest = MAX (widest, measure_word (fitting, style, words[i]));

  return widest;
}

/* Widens the columns that a cell lies over until it has room. */
static void
demand (GArray *needs,
        guint   first,
        guint   end,
        double  width)
{
  double has = 0.0;

  for (guint i = first; i < end; i++)
    has += g_array_index (needs, double, i);
  for (guint i = first; i < end && width > has; i++)
    g_array_index (needs, double, i) += (width - has) / (end - first);
}

static void
demand_for_row (MtrColumnGrid *self,
                Fitting      *fitting,
                MtrNode      *row,
                GArray       *needs,
                gboolean      spans)
{
  MtrTextStyle style = row->flags & MTR_NODE_HEADER ? MTR_STYLE_TABLE_HEADER : MTR_STYLE_TABLE;

  for (guint i = 0; i < row->children->len; i++)
    {
      guint first, end;

      if (mtr_node_nth (row, i)->type != MTR_NODE_CELL)
        continue;
      mtr_column_grid_locate (self, row, i, &first, &end);
      if ((end - first > 1) == spans)
        demand (needs, first, end,
                measure_words (fitting, style, mtr_node_nth (row, i)->text) + 2 * MTR_CELL_PADDING + MTR_BULLET_INDENT);
    }
}

/*< private >
 * mtr_column_grid_fit:
 * @self: columns
 * @table: the table they were made from
 * @styles: how texts look
 * @width: of all of it, in points
 *
 * Makes every column at least as wide as its longest word, at the cost of those that have room to spare.
 *
 * Returns: whether there is room for that; where not, nothing is changed
 */
gboolean
mtr_column_grid_fit (MtrColumnGrid        *self,
                    MtrNode             *table,
                    const MtrStyleSheet *styles,
                    double               width)
{
  Fitting fitting = { styles, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  guint n_columns = self->edges->len > 0 ? self->edges->len - 1 : 0;
  g_autoptr (GArray) needs = g_array_sized_new (FALSE, TRUE, sizeof (double), n_columns);
  double least = 0.0;
  double spare = 0.0;
  double missing = 0.0;
  double place = 0.0;

  g_array_set_size (needs, n_columns);
  for (guint spans = 0; spans < 2; spans++)
    for (guint i = 0; i < table->children->len; i++)
      demand_for_row (self, &fitting, mtr_node_nth (table, i), needs, spans == 1);
  g_hash_table_unref (fitting.widths);

  for (guint i = 0; i < n_columns; i++)
    {
      double designed = g_array_index (self->places, double, i + 1) - g_array_index (self->places, double, i);
      double need = g_array_index (needs, double, i);

      least += need;
      missing += MAX (0.0, need - designed);
      spare += MAX (0.0, designed - need);
    }
  if (least > width)
    return FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      double end = g_array_index (self->places, double, i + 1);
      double start = i == 0 ? 0.0 : g_array_index (self->edges, guint, i) * width / MILLIONTHS;
      double need = g_array_index (needs, double, i);
      double designed = end - start;

      place += need > designed ? need : designed - (designed - need) * (spare > 0.0 ? missing / spare : 0.0);
      g_array_index (self->places, double, i + 1) = place;
    }

  return TRUE;
}
