/* SPDX-License-Identifier: GPL-3.0-or-later */

/* assignment ROWS COLUMNS HIGHEST RUNS PATH: makes a table of scores from 0 to
 * HIGHEST, writes it to PATH as whole numbers of 32 bits for another solver, and
 * prints the total of the best assignment and the shortest of so many runs in
 * milliseconds.
 */

#include "mtr-assignment.h"

#include <stdio.h>
#include <stdlib.h>

#define SEED 20261121

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = NULL;
  g_autofree gint32 *scores = NULL;
  g_autofree guint *capacities = NULL;
  gint64 shortest_us = G_MAXINT64;
  gint64 total = 0;
  guint n_rows;
  guint n_columns;

  if (argc != 6)
    {
      fprintf (stderr, "usage: assignment ROWS COLUMNS HIGHEST RUNS PATH\n");
      return 2;
    }

  n_rows = (guint) atoi (argv[1]);
  n_columns = (guint) atoi (argv[2]);
  random = g_rand_new_with_seed (SEED);
  scores = g_new (gint32, (gsize) n_rows * n_columns);
  capacities = g_new (guint, n_columns);
  for (gsize i = 0; i < (gsize) n_rows * n_columns; i++)
    scores[i] = g_rand_int_range (random, 0, atoi (argv[3]) + 1);
  for (guint column = 0; column < n_columns; column++)
    capacities[column] = 1;

  if (!g_file_set_contents (argv[5], (const char *) scores, (gssize) ((gsize) n_rows * n_columns * sizeof *scores),
                            &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 3;
    }

  for (int run = 0; run < atoi (argv[4]); run++)
    {
      gint64 began_us = g_get_monotonic_time ();
      g_autofree int *columns = mtr_assignment_solve (n_rows, n_columns, scores, capacities);

      shortest_us = MIN (shortest_us, g_get_monotonic_time () - began_us);
      total = 0;
      for (guint row = 0; row < n_rows; row++)
        if (columns[row] != MTR_ASSIGNMENT_NOBODY)
          total += scores[(gsize) row * n_columns + (guint) columns[row]];
    }
  printf ("%" G_GINT64_FORMAT " %.3f\n", total, (double) shortest_us / 1000);

  return 0;
}
