/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The assignment against every possible one: small tables worked out by hand,
 * and many random ones tried out in full.
 */

#include "mtr-assignment.h"

#define NO MTR_ASSIGNMENT_FORBIDDEN
#define MOST 7

static void
test_by_hand (void)
{
  static const struct {
    const char *name;
    guint       n_rows;
    guint       n_columns;
    gint32      scores[12];
    guint       capacities[4];
    int         columns[4];
  } rows[] = {
    { "the best for all is not the best for the first",
      2, 2, { 9, 8,
              8, 1 }, { 1, 1 }, { 1, 0 } },
    { "room for two",
      3, 2, { 9, 1,
              8, 7,
              7, 1 }, { 2, 1 }, { 0, 1, 0 } },
    { "more pairs before higher scores",
      2, 2, { 100, -50,
              100,  NO }, { 1, 1 }, { 1, 0 } },
    { "a low score is better than nobody",
      2, 2, { -5, NO,
              NO, -1000000 }, { 1, 1 }, { 0, 1 } },
    { "nobody may",
      2, 2, { NO, NO,
              3, NO }, { 1, 1 }, { -1, 0 } },
    { "no room at all",
      2, 1, { 5,
              6 }, { 0 }, { -1, -1 } },
    { "more rows than room",
      3, 1, { 5,
              9,
              7 }, { 2 }, { -1, 0, 0 } },
    { "more room than rows",
      1, 3, { 4, 6, 5 }, { 3, 3, 3 }, { 1 } },
    { "equal: the earlier column and the earlier row",
      3, 2, { 1, 1,
              1, 1,
              1, 1 }, { 1, 1 }, { 0, 1, -1 } },
    { "a row makes way along two others",
      3, 3, { 5, NO, NO,
              5, 4, NO,
              NO, 5, 1 }, { 1, 1, 1 }, { 0, 1, 2 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree int *columns = mtr_assignment_solve (rows[i].n_rows, rows[i].n_columns, rows[i].scores,
                                                      rows[i].capacities);

      g_test_message ("%s", rows[i].name);
      for (guint row = 0; row < rows[i].n_rows; row++)
        g_assert_cmpint (columns[row], ==, rows[i].columns[row]);
    }
}

static void
test_empty (void)
{
  const guint capacity = 1;
  g_autofree int *nothing = mtr_assignment_solve (0, 0, NULL, NULL);
  g_autofree int *no_rows = mtr_assignment_solve (0, 1, NULL, &capacity);
  g_autofree int *no_columns = mtr_assignment_solve (1, 0, NULL, NULL);

  g_assert_nonnull (nothing);
  g_assert_nonnull (no_rows);
  g_assert_cmpint (no_columns[0], ==, MTR_ASSIGNMENT_NOBODY);
}

typedef struct {
  guint  n_rows;
  guint  n_columns;
  gint32 scores[MOST * MOST];
  guint  capacities[MOST];
} Table;

typedef struct {
  int    n_pairs;
  gint64 total;
} Worth;

static void
try_all (Table *table,
         guint  row,
         Worth  so_far,
         Worth *best)
{
  if (row == table->n_rows)
    {
      if (so_far.n_pairs > best->n_pairs || (so_far.n_pairs == best->n_pairs && so_far.total > best->total))
        *best = so_far;
      return;
    }

  try_all (table, row + 1, so_far, best);
  for (guint column = 0; column < table->n_columns; column++)
    {
      gint32 score = table->scores[row * table->n_columns + column];

      if (score == NO || table->capacities[column] == 0)
        continue;

      table->capacities[column]--;
      try_all (table, row + 1, (Worth) { so_far.n_pairs + 1, so_far.total + score }, best);
      table->capacities[column]++;
    }
}

static Worth
weigh (const Table *table,
       const int   *columns)
{
  guint used[MOST] = { 0 };
  Worth worth = { 0, 0 };

  for (guint row = 0; row < table->n_rows; row++)
    if (columns[row] != MTR_ASSIGNMENT_NOBODY)
      {
        gint32 score = table->scores[row * table->n_columns + (guint) columns[row]];

        g_assert_cmpint (score, !=, NO);
        g_assert_cmpuint (++used[columns[row]], <=, table->capacities[columns[row]]);
        worth.n_pairs++;
        worth.total += score;
      }

  return worth;
}

static void
test_every_way (void)
{
  static const int ranges[] = { 2, 10, 2000000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);

  for (int i = 0; i < 1500; i++)
    {
      Table table = { 0 };
      Worth best = { -1, 0 };
      Worth found;
      int range = ranges[i % 3];
      int forbidden_percent = g_rand_int_range (random, 0, 80);
      g_autofree int *columns = NULL;
      g_autofree int *again = NULL;

      table.n_rows = (guint) g_rand_int_range (random, 1, MOST + 1);
      table.n_columns = (guint) g_rand_int_range (random, 1, MOST + 1);
      for (guint at = 0; at < table.n_rows * table.n_columns; at++)
        table.scores[at] = g_rand_int_range (random, 0, 100) < forbidden_percent
                             ? NO : g_rand_int_range (random, 0, range) - range / 2;
      for (guint column = 0; column < table.n_columns; column++)
        table.capacities[column] = (guint) g_rand_int_range (random, 0, 4);

      columns = mtr_assignment_solve (table.n_rows, table.n_columns, table.scores, table.capacities);
      again = mtr_assignment_solve (table.n_rows, table.n_columns, table.scores, table.capacities);
      g_assert_cmpmem (columns, table.n_rows * sizeof *columns, again, table.n_rows * sizeof *again);

      try_all (&table, 0, (Worth) { 0, 0 }, &best);
      found = weigh (&table, columns);
      g_assert_cmpint (found.n_pairs, ==, best.n_pairs);
      g_assert_cmpint (found.total, ==, best.total);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/assignment/by-hand", test_by_hand);
  g_test_add_func ("/core/assignment/empty", test_empty);
  g_test_add_func ("/core/assignment/every-way", test_every_way);

  return g_test_run ();
}
