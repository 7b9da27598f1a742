/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The best way to give every row a column, where a column has room for so many
 * rows and some pairs must not be: shortest augmenting paths with a price on
 * each side, whole numbers only. It knows nothing of people.
 *
 * The side with fewer places seeks, one place after the other; the other side
 * takes. A seeker pays for the way to the nearest taker with room, through
 * takers who are full and would pass on what they hold; or it stays alone, at
 * a price that no sum of scores outweighs. Prices keep every way at no less
 * than nothing, so that the shortest is found by settling the nearest taker
 * each time.
 */

#include "mtr-assignment.h"

/* More than any way can be long, and half of it still is. */
#define FAR (G_GINT64_CONSTANT (1) << 60)

typedef struct {
  guint   n_seekers;
  guint   n_takers;
  gint64 *costs;         /* (owned): a row of takers for each seeker, none below 0, all even */
  guint  *supplies;      /* (owned): places that each seeker wants */
  guint  *rooms;         /* (owned): places that each taker has */
  guint  *offsets;       /* (owned): where the places of each taker begin in "held" */
  guint  *held;          /* (owned): the seekers that a taker holds, in its first "n_held" places */
  guint  *n_held;        /* (owned) */
  gint64  alone;         /* the price of staying alone */

  gint64 *seeker_prices; /* (owned) */
  gint64 *taker_prices;  /* (owned): never above 0, and 0 where there is room */

  /* Of one search. Costs and prices are even, so the last bit of a length is free: it is set for takers that are
   * full, and of two that are equally near the one with room comes first. Without that, equal scores cost a search
   * through all that have them. */
  gint64 *prices;        /* (owned): of the takers, less the last bit; out of reach for those that are settled */
  gint64 *lengths;       /* (owned): of the shortest way known to each taker; FAR once it is settled */
  guint  *from;          /* (owned): the seeker through which that way comes */
  guint  *settled;       /* (owned): takers, nearest first */
  gint64 *settled_at;    /* (owned): the length of the way to each of them */
  guint   n_settled;
  guint  *reached;       /* (owned): seekers */
  guint   n_reached;
  gint64 *reached_at;    /* (owned): by seeker */
  guint  *passes_on;     /* (owned): by seeker, the taker that would let go of it; n_takers for nobody */
  guint  *mark;          /* (owned): by seeker, the search that has reached it last */
  guint   search;
} Solver;

static void
solver_clear (Solver *self)
{
  g_free (self->costs);
  g_free (self->supplies);
  g_free (self->rooms);
  g_free (self->offsets);
  g_free (self->held);
  g_free (self->n_held);
  g_free (self->seeker_prices);
  g_free (self->taker_prices);
  g_free (self->prices);
  g_free (self->lengths);
  g_free (self->from);
  g_free (self->settled);
  g_free (self->settled_at);
  g_free (self->reached);
  g_free (self->reached_at);
  g_free (self->passes_on);
  g_free (self->mark);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Solver, solver_clear)

static void
find_range (gsize         n_scores,
            const gint32 *scores,
            gint64       *lowest,
            gint64       *highest)
{
  *lowest = G_MAXINT32;
  *highest = G_MININT32;
  for (gsize i = 0; i < n_scores; i++)
    if (scores[i] != MTR_ASSIGNMENT_FORBIDDEN)
      {
        *lowest = MIN (*lowest, scores[i]);
        *highest = MAX (*highest, scores[i]);
      }
}

static void
solver_init (Solver       *self,
             guint         n_rows,
             guint         n_columns,
             const gint32 *scores,
             const guint  *capacities,
             gboolean      columns_seek,
             gint64        lowest,
             gint64        highest)
{
  guint64 n_places = 0;
  guint64 n_wanted = 0;
  gint64 forbidden;

  self->n_seekers = columns_seek ? n_columns : n_rows;
  self->n_takers = columns_seek ? n_rows : n_columns;
  self->supplies = g_new (guint, self->n_seekers);
  self->rooms = g_new (guint, self->n_takers);
  self->offsets = g_new (guint, self->n_takers);
  self->n_held = g_new0 (guint, self->n_takers);
  for (guint i = 0; i < self->n_seekers; i++)
    {
      self->supplies[i] = columns_seek ? MIN (capacities[i], n_rows) : 1;
      n_wanted += self->supplies[i];
    }
  for (guint j = 0; j < self->n_takers; j++)
    {
      self->rooms[j] = columns_seek ? 1 : MIN (capacities[j], n_rows);
      self->offsets[j] = (guint) n_places;
      n_places += self->rooms[j];
    }
  self->held = g_new (guint, n_places);

  /* So much that one more pair is always worth it, whatever all the others then score. */
  self->alone = 2 * ((gint64) n_wanted + 1) * (highest - lowest + 1);
  forbidden = 2 * self->alone;
  self->costs = g_new (gint64, (gsize) self->n_seekers * self->n_takers);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        gint32 score = scores[(gsize) row * n_columns + column];
        gsize at = columns_seek ? (gsize) column * n_rows + row : (gsize) row * n_columns + column;

        self->costs[at] = score == MTR_ASSIGNMENT_FORBIDDEN ? forbidden : 2 * (highest - score);
      }

  self->seeker_prices = g_new0 (gint64, self->n_seekers);
  self->taker_prices = g_new0 (gint64, self->n_takers);
  self->prices = g_new (gint64, self->n_takers);
  self->lengths = g_new (gint64, self->n_takers);
  self->from = g_new (guint, self->n_takers);
  self->settled = g_new (guint, self->n_takers);
  self->settled_at = g_new (gint64, self->n_takers);
  self->reached = g_new (guint, self->n_seekers);
  self->reached_at = g_new (gint64, self->n_seekers);
  self->passes_on = g_new (guint, self->n_seekers);
  self->mark = g_new0 (guint, self->n_seekers);
}

/* The inner loop: shortens the ways to all takers by those through one seeker. Everything depends on its speed. */
static guint
look_around (Solver *self,
             guint   seeker,
             gint64  length)
{
  const gint64 *costs = self->costs + (gsize) seeker * self->n_takers;
  const gint64 *prices = self->prices;
  gint64 *lengths = self->lengths;
  guint *from = self->from;
  guint n_takers = self->n_takers;
  gint64 base = length - self->seeker_prices[seeker];
  gint64 nearest_at = FAR;
  guint nearest = n_takers;

  for (guint j = 0; j < n_takers; j++)
    {
      gint64 through = base + costs[j] - prices[j];
      gint64 known = lengths[j];

      if (through < known)
        {
          lengths[j] = known = through;
          from[j] = seeker;
        }
      if (known < nearest_at)
        {
          nearest_at = known;
          nearest = j;
        }
    }

  return nearest;
}

static void
reach (Solver *self,
       guint   seeker,
       guint   passes_on,
       gint64  length)
{
  self->mark[seeker] = self->search;
  self->passes_on[seeker] = passes_on;
  self->reached_at[seeker] = length;
  self->reached[self->n_reached++] = seeker;
}

static void
replace_held (Solver *self,
              guint   taker,
              guint   seeker,
              guint   by)
{
  guint *held = self->held + self->offsets[taker];
  guint at = 0;

  while (held[at] != seeker)
    at++;
  held[at] = by;
}

/* Gives what was found along the way: each taker on it lets go of one seeker for another. */
static void
hand_on (Solver *self,
         guint   start,
         guint   seeker)
{
  while (seeker != start)
    {
      guint taker = self->passes_on[seeker];

      replace_held (self, taker, seeker, self->from[taker]);
      seeker = self->from[taker];
    }
}

static void
adjust_prices (Solver *self,
               gint64  length)
{
  for (guint i = 0; i < self->n_reached; i++)
    self->seeker_prices[self->reached[i]] += length - self->reached_at[self->reached[i]];
  for (guint i = 0; i < self->n_settled; i++)
    self->taker_prices[self->settled[i]] -= length - self->settled_at[i];
}

/* Finds a place for one more of what a seeker wants. Returns FALSE where that is better left alone. */
static gboolean
seek (Solver *self,
      guint   start)
{
  gint64 alone_at = FAR;
  guint alone = start;
  guint next = 0;
  guint nearest = self->n_takers;

  self->search++;
  self->n_settled = 0;
  self->n_reached = 0;
  for (guint j = 0; j < self->n_takers; j++)
    {
      self->prices[j] = self->taker_prices[j] - (self->n_held[j] < self->rooms[j] ? 0 : 1);
      self->lengths[j] = FAR;
    }
  reach (self, start, self->n_takers, 0);

  for (;;)
    {
      gint64 length;

      for (; next < self->n_reached; next++)
        {
          guint seeker = self->reached[next];
          gint64 at = self->reached_at[seeker];
          gint64 alone_through = at + self->alone - self->seeker_prices[seeker];

          if (alone_through < alone_at)
            {
              alone_at = alone_through;
              alone = seeker;
            }
          nearest = look_around (self, seeker, at);
        }

      if (nearest == self->n_takers || alone_at <= self->lengths[nearest])
        {
          adjust_prices (self, alone_at);
          hand_on (self, start, alone);
          return alone != start;
        }

      if (self->n_held[nearest] < self->rooms[nearest])
        {
          guint seeker = self->from[nearest];

          adjust_prices (self, self->lengths[nearest]);
          self->held[self->offsets[nearest] + self->n_held[nearest]++] = seeker;
          hand_on (self, start, seeker);
          return TRUE;
        }

      length = self->lengths[nearest] - 1;
      self->settled[self->n_settled] = nearest;
      self->settled_at[self->n_settled++] = length;
      for (guint i = 0; i < self->n_held[nearest]; i++)
        {
          guint seeker = self->held[self->offsets[nearest] + i];

          if (self->mark[seeker] != self->search)
            reach (self, seeker, nearest, length);
        }
      self->lengths[nearest] = FAR;
      self->prices[nearest] = -2 * FAR;
      if (next == self->n_reached)
        {
          /* It only gives back what was reached before: look for the next nearest. */
          nearest = self->n_takers;
          for (guint j = 0; j < self->n_takers; j++)
            if (self->lengths[j] < (nearest == self->n_takers ? FAR : self->lengths[nearest]))
              nearest = j;
        }
    }
}

/**
 * mtr_assignment_solve:
 * @n_rows: how many rows there are
 * @n_columns: how many columns there are
 * @scores: (array): @n_rows rows of @n_columns scores, higher is better, below zero allowed;
 *   %MTR_ASSIGNMENT_FORBIDDEN for a pair that must not be
 * @capacities: (array): to how many rows each column may be given; 0 is allowed
 *
 * Gives as many rows as possible a column, and among all ways to do that one with the highest sum of scores: a low
 * score never leaves somebody out who could have been given something (domain-facts.md, 1.3: everybody on the
 * programme has a mentor). The same numbers give the same answer, always.
 *
 * Takes time in proportion to the places of the scarcer side, and their square, at worst; memory for eight bytes a
 * score.
 *
 * Returns: (transfer full) (array length=n_rows): the column of each row, or %MTR_ASSIGNMENT_NOBODY
 */
int *
mtr_assignment_solve (guint         n_rows,
                      guint         n_columns,
                      const gint32 *scores,
                      const guint  *capacities)
{
  int *columns = g_new (int, MAX (n_rows, 1));
  g_auto (Solver) solver = { 0 };
  guint64 n_places = 0;
  gboolean columns_seek;
  gint64 lowest;
  gint64 highest;

  for (guint row = 0; row < n_rows; row++)
    columns[row] = MTR_ASSIGNMENT_NOBODY;
  for (guint column = 0; column < n_columns; column++)
    n_places += MIN (capacities[column], n_rows);
  find_range ((gsize) n_rows * n_columns, scores, &lowest, &highest);
  if (n_places == 0 || lowest > highest)
    return columns;

  columns_seek = n_places < n_rows;
  solver_init (&solver, n_rows, n_columns, scores, capacities, columns_seek, lowest, highest);
  for (guint seeker = 0; seeker < solver.n_seekers; seeker++)
    for (guint place = 0; place < solver.supplies[seeker]; place++)
      if (!seek (&solver, seeker))
        break;

  for (guint taker = 0; taker < solver.n_takers; taker++)
    for (guint i = 0; i < solver.n_held[taker]; i++)
      {
        guint seeker = solver.held[solver.offsets[taker] + i];

        columns[columns_seek ? taker : seeker] = (int) (columns_seek ? seeker : taker);
      }

  return columns;
}
