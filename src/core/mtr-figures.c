/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures about a programme, as a store has counted them, and the packs that
 * give them their words. Small tables of numbers and texts, so that whoever
 * writes a report neither counts nor knows where they are kept.
 */

#include "mtr-figures.h"

#include <string.h>

typedef struct {
  gint64  number;
  char   *text;  /* (owned) (nullable) */
} Cell;

typedef struct {
  GArray *cells;      /* (owned) (nullable) (element-type Cell): NULL where it was not asked for */
  guint   n_columns;
} Table;

struct _MtrFigures {
  GObject      parent_instance;

  Table        tables[MTR_N_FIGURES];
  GHashTable  *packs;     /* (owned) (element-type utf8 MtrPack) */
  MtrSnapshot *snapshot;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MtrFigures, mtr_figures, G_TYPE_OBJECT)

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
}

static void
mtr_figures_finalize (GObject *object)
{
  MtrFigures *self = MTR_FIGURES (object);

  for (int i = 0; i < MTR_N_FIGURES; i++)
    g_clear_pointer (&self->tables[i].cells, g_array_unref);
  g_hash_table_unref (self->packs);
  g_clear_object (&self->snapshot);

  G_OBJECT_CLASS (mtr_figures_parent_class)->finalize (object);
}

static void
mtr_figures_class_init (MtrFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_figures_finalize;
}

static void
mtr_figures_init (MtrFigures *self)
{
  self->packs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/**
 * mtr_figures_new:
 *
 * Returns: (transfer full): figures without a table
 */
MtrFigures *
mtr_figures_new (void)
{
  return g_object_new (MTR_TYPE_FIGURES, NULL);
}

/**
 * mtr_figures_begin:
 * @self: figures that have not been handed out yet
 * @figure: a figure, which from now on is there without a row
 */
void
mtr_figures_begin (MtrFigures *self,
                   MtrFigure   figure)
{
  Table *table = &self->tables[figure];

  g_clear_pointer (&table->cells, g_array_unref);
  table->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (table->cells, cell_clear);
  table->n_columns = 0;
}

/**
 * mtr_figures_add_row:
 * @self: figures that have not been handed out yet
 * @figure: a figure that has begun
 * @n_columns: how many columns it has, the same for every row
 *
 * Adds a row of nothing; the setters fill the last row.
 */
void
mtr_figures_add_row (MtrFigures *self,
                     MtrFigure   figure,
                     guint       n_columns)
{
  Table *table = &self->tables[figure];

  g_return_if_fail (table->cells != NULL && n_columns > 0);
  g_return_if_fail (table->cells->len == 0 || table->n_columns == n_columns);

  table->n_columns = n_columns;
  g_array_set_size (table->cells, table->cells->len + n_columns);
}

static Cell *
get_last (MtrFigures *self,
          MtrFigure   figure,
          guint       column)
{
  Table *table = &self->tables[figure];

  g_assert (table->cells != NULL && table->cells->len > 0 && column < table->n_columns);

  return &g_array_index (table->cells, Cell, table->cells->len - table->n_columns + column);
}

/**
 * mtr_figures_set_number:
 * @self: figures that have not been handed out yet
 * @figure: a figure with a row
 * @column: a column
 * @number: what its last row says there
 */
void
mtr_figures_set_number (MtrFigures *self,
                        MtrFigure   figure,
                        guint       column,
                        gint64      number)
{
  get_last (self, figure, column)->number = number;
}

/**
 * mtr_figures_set_text:
 * @self: figures that have not been handed out yet
 * @figure: a figure with a row
 * @column: a column
 * @text: (nullable): what its last row says there
 */
void
mtr_figures_set_text (MtrFigures *self,
                      MtrFigure   figure,
                      guint       column,
                      const char *text)
{
  Cell *cell = get_last (self, figure, column);

  g_free (cell->text);
  cell->text = g_strdup (text);
}

/**
 * mtr_figures_add_pack:
 * @self: figures that have not been handed out yet
 * @pack: a pack whose words they need
 */
void
mtr_figures_add_pack (MtrFigures *self,
                      MtrPack    *pack)
{
  g_hash_table_replace (self->packs, (char *) mtr_pack_get_id (pack), g_object_ref (pack));
}

/**
 * mtr_figures_set_snapshot:
 * @self: figures that have not been handed out yet
 * @snapshot: (nullable): the records of a report about one pairing, or about a year
 */
void
mtr_figures_set_snapshot (MtrFigures  *self,
                          MtrSnapshot *snapshot)
{
  g_set_object (&self->snapshot, snapshot);
}

/**
 * mtr_figures_has:
 * @self: figures
 * @figure: a figure
 *
 * Returns: whether it was asked for
 */
gboolean
mtr_figures_has (MtrFigures *self,
                 MtrFigure   figure)
{
  return self->tables[figure].cells != NULL;
}

/**
 * mtr_figures_count:
 * @self: figures
 * @figure: a figure that was asked for
 *
 * Returns: how many rows it has
 */
guint
mtr_figures_count (MtrFigures *self,
                   MtrFigure   figure)
{
  const Table *table = &self->tables[figure];

  g_return_val_if_fail (table->cells != NULL, 0);

  return table->cells->len > 0 ? table->cells->len / table->n_columns : 0;
}

static const Cell *
get_cell (MtrFigures *self,
          MtrFigure   figure,
          guint       row,
          guint       column)
{
  const Table *table = &self->tables[figure];

  g_assert (row < mtr_figures_count (self, figure) && column < table->n_columns);

  return &g_array_index (table->cells, Cell, row * table->n_columns + column);
}

/**
 * mtr_figures_get_number:
 * @self: figures
 * @figure: a figure that was asked for
 * @row: a row
 * @column: a column
 *
 * Returns: the number there; 0 where there is none
 */
gint64
mtr_figures_get_number (MtrFigures *self,
                        MtrFigure   figure,
                        guint       row,
                        guint       column)
{
  return get_cell (self, figure, row, column)->number;
}

/**
 * mtr_figures_get_text:
 * @self: figures
 * @figure: a figure that was asked for
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the text there
 */
const char *
mtr_figures_get_text (MtrFigures *self,
                      MtrFigure   figure,
                      guint       row,
                      guint       column)
{
  return get_cell (self, figure, row, column)->text;
}

/**
 * mtr_figures_sum:
 * @self: figures
 * @figure: a figure that was asked for
 * @column: a column
 *
 * Returns: the numbers of the column, added up over all rows
 */
gint64
mtr_figures_sum (MtrFigures *self,
                 MtrFigure   figure,
                 guint       column)
{
  guint n_rows = mtr_figures_count (self, figure);
  gint64 sum = 0;

  for (guint row = 0; row < n_rows; row++)
    sum += mtr_figures_get_number (self, figure, row, column);

  return sum;
}

/**
 * mtr_figures_get_pack:
 * @self: figures
 * @id: (nullable): the code of a pack
 *
 * Returns: (transfer none) (nullable): the pack, as the programme has it
 */
MtrPack *
mtr_figures_get_pack (MtrFigures *self,
                      const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->packs, id) : NULL;
}

static int
compare_packs (gconstpointer first,
               gconstpointer second)
{
  return strcmp (mtr_pack_get_id (*(MtrPack * const *) first), mtr_pack_get_id (*(MtrPack * const *) second));
}

/**
 * mtr_figures_list_packs:
 * @self: figures
 *
 * Returns: (transfer container) (element-type MtrPack): the packs of the programme, by their codes
 */
GPtrArray *
mtr_figures_list_packs (MtrFigures *self)
{
  GPtrArray *packs = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer pack;

  g_hash_table_iter_init (&iter, self->packs);
  while (g_hash_table_iter_next (&iter, NULL, &pack))
    g_ptr_array_add (packs, pack);
  g_ptr_array_sort (packs, compare_packs);

  return packs;
}

/**
 * mtr_figures_get_only_pack:
 * @self: figures
 *
 * Returns: (transfer none) (nullable): the pack of a programme that has no other; %NULL where it has several
 */
MtrPack *
mtr_figures_get_only_pack (MtrFigures *self)
{
  GHashTableIter iter;
  gpointer pack = NULL;

  if (g_hash_table_size (self->packs) != 1)
    return NULL;
  g_hash_table_iter_init (&iter, self->packs);
  g_hash_table_iter_next (&iter, NULL, &pack);

  return pack;
}

/**
 * mtr_figures_get_snapshot:
 * @self: figures
 *
 * Returns: (transfer none) (nullable): the records that were asked for with them, with what whoever runs the programme may read
 */
MtrSnapshot *
mtr_figures_get_snapshot (MtrFigures *self)
{
  return self->snapshot;
}
