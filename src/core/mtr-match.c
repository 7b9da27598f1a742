/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole pool at once: who would work with whom so that as many as possible
 * have a mentor and all together score highest, and why the others have none.
 */

#include "mtr-match.h"

#include "mtr-assignment.h"
#include "mtr-match-private.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"
#include "mtr-text.h"

static void
free_suggestion (gpointer data)
{
  MtrMatchSuggestion *suggestion = data;

  mtr_match_score_free (suggestion->score);
  g_free (suggestion);
}

static void
free_unmatched (gpointer data)
{
  MtrMatchUnmatched *unmatched = data;

  g_free (unmatched->sentence);
  g_free (unmatched);
}

static void
free_score (gpointer data)
{
  mtr_match_score_free (data);
}

/* Pins come first, in the order of the queue, as long as there is room for them. */
static void
place_pinned (MtrMatchPool *pool,
              guint        *rooms,
              int          *places)
{
  for (guint i = 0; i < pool->mentees->len; i++)
    {
      const MtrMatchPerson *mentee = g_ptr_array_index (pool->mentees, i);
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (pool->mentor_positions, &mentee->pinned_to));

      if (mentee->pinned_to == 0 || position == 0 || rooms[position - 1] == 0 ||
          mtr_match_score_find_bar (pool, mentee, g_ptr_array_index (pool->mentors, position - 1), NULL) !=
          MTR_MATCH_BAR_NONE)
        continue;

      rooms[position - 1]--;
      places[i] = (int) position - 1;
    }
}

static gint32 *
score_all (MtrMatchPool *pool)
{
  guint n_mentors = pool->mentors->len;
  gint32 *scores = g_new (gint32, MAX ((gsize) pool->mentees->len * n_mentors, 1));
  /* Whoever has asked for another mentor is served before anybody else, however the others would score. */
  gint32 before_all = (gint32) CLAMP ((gint64) (pool->mentees->len + 1) * (MTR_MATCH_FULL_SCORE + 1), 0, G_MAXINT32 / 2);

  for (guint i = 0; i < pool->mentees->len; i++)
    {
      const MtrMatchPerson *mentee = g_ptr_array_index (pool->mentees, i);

      for (guint j = 0; j < n_mentors; j++)
        {
          const MtrMatchPerson *mentor = g_ptr_array_index (pool->mentors, j);
          gint32 *score = &scores[(gsize) i * n_mentors + j];

          *score = MTR_ASSIGNMENT_FORBIDDEN;
          if (mentee->pinned_to == 0 && mtr_match_score_find_bar (pool, mentee, mentor, NULL) == MTR_MATCH_BAR_NONE)
            *score = mtr_match_score_pair (pool, mentee, mentor) + (mentee->first ? before_all : 0);
        }
    }

  return scores;
}

static char *
dup_bar_part (MtrMatchBar  bar,
              const char  *rule,
              guint        n)
{
  switch (bar)
    {
    case MTR_MATCH_BAR_EXCLUDED:
      return g_strdup_printf (ngettext ("%u is not to be brought together with them",
                                        "%u are not to be brought together with them", n), n);
    case MTR_MATCH_BAR_FORBIDDEN:
      return g_strdup_printf (ngettext ("%u was ruled out for this round",
                                        "%u were ruled out for this round", n), n);
    case MTR_MATCH_BAR_FORMER:
      return g_strdup_printf (ngettext ("%u was their mentor before",
                                        "%u were their mentors before", n), n);
    case MTR_MATCH_BAR_RULE:
      /* Translators: %s is a rule for mentors, "Registered social worker" */
      return g_strdup_printf (ngettext ("%u does not meet “%s”", "%u do not meet “%s”", n), n,
                              rule);
    case MTR_MATCH_BAR_ROOM:
      return g_strdup_printf (ngettext ("%u has no place left", "%u have no place left", n), n);
    case MTR_MATCH_BAR_NONE:
    case MTR_MATCH_BAR_SELF:
    default:
      return NULL;
    }
}

/* What rules the mentors out, counted: "3 do not meet “Registered social worker” and 1 has no place left". */
static char *
dup_bars (MtrMatchPool         *pool,
          const MtrMatchPerson *mentee,
          guint                *n_possible)
{
  GPtrArray *rules = mtr_pack_get_rules (pool->pack);
  guint of_bar[MTR_MATCH_BAR_ROOM + 1] = { 0 };
  g_autofree guint *of_rule = g_new0 (guint, MAX (rules->len, 1));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pool->mentors->len; i++)
    {
      const MtrRule *rule;
      MtrMatchBar bar = mtr_match_score_find_bar (pool, mentee, g_ptr_array_index (pool->mentors, i), &rule);
      guint at;

      of_bar[bar]++;
      if (rule != NULL && g_ptr_array_find (rules, rule, &at))
        of_rule[at]++;
    }

  for (int bar = MTR_MATCH_BAR_EXCLUDED; bar <= MTR_MATCH_BAR_ROOM; bar++)
    if (bar == MTR_MATCH_BAR_RULE)
      {
        for (guint i = 0; i < rules->len; i++)
          if (of_rule[i] > 0)
            g_ptr_array_add (parts, dup_bar_part (bar, ((const MtrRule *) g_ptr_array_index (rules, i))->title, of_rule[i]));
      }
    else if (of_bar[bar] > 0)
      {
        g_ptr_array_add (parts, dup_bar_part ((MtrMatchBar) bar, "", of_bar[bar]));
      }
  g_ptr_array_add (parts, NULL);
  *n_possible = of_bar[MTR_MATCH_BAR_NONE];

  return mtr_text_join_list ((const char * const *) parts->pdata);
}

static void
explain_pin (MtrMatchPool         *pool,
             const MtrMatchPerson *mentee,
             MtrMatchUnmatched    *unmatched)
{
  g_autoptr (MtrMatchScore) score = mtr_match_score_new (pool, mentee->id, mentee->pinned_to);
  const char *name = mtr_rules_get_name (pool->snapshot, mentee->pinned_to);

  unmatched->lack = MTR_MATCH_LACK_PIN;
  if (score == NULL)
    unmatched->sentence = g_strdup_printf (_("Pinned to %s, who does not offer to mentor. Take the pin out, or ask them."),
                                           name);
  else if (score->why_not != NULL)
    /* Translators: a person, and a sentence: "Mentor B has no place left." */
    unmatched->sentence = g_strdup_printf (_("Pinned to %s, but that cannot be. %s"), name, score->why_not);
  else
    unmatched->sentence = g_strdup_printf (_("Pinned to %s, whose places have gone to others who are pinned too."), name);
}

static void
explain_lack (MtrMatchPool         *pool,
              const MtrMatchPerson *mentee,
              MtrMatchUnmatched    *unmatched)
{
  guint n_possible;
  g_autofree char *bars = dup_bars (pool, mentee, &n_possible);

  if (pool->mentors->len == 0 || (pool->mentors->len == 1 && mtr_match_pool_find_mentor (pool, mentee->id) != NULL))
    {
      unmatched->lack = MTR_MATCH_LACK_MENTORS;
      unmatched->sentence = g_strdup (_("Nobody else offers to mentor. Say in “People” who is willing to."));
    }
  else if (n_possible == 0)
    {
      unmatched->lack = MTR_MATCH_LACK_POSSIBLE;
      /* Translators: what rules the mentors out: "3 do not meet “Registered social worker” and 1 has no place left" */
      unmatched->sentence = g_strdup_printf (_("No mentor is possible: %s."), bars);
    }
  else
    {
      unmatched->lack = MTR_MATCH_LACK_ROOM;
      unmatched->sentence =
        g_strdup_printf (ngettext ("The %u mentor who is possible has no place left after the others were matched.",
                                   "The %u mentors who are possible have no place left after the others were matched.",
                                   n_possible), n_possible);
    }
}

/**
 * mtr_match_new:
 * @pool: who could be matched with whom
 *
 * Matches as many as possible, and among all ways to do so takes the one with the highest sum of scores; those who have
 * asked for another mentor are served first. Who is pinned goes to that mentor or to nobody, and whoever is ruled out is
 * never suggested. The same pool gives the same suggestions, always.
 *
 * A pool never changes, so this may run in any thread; a thousand people with a thousand take about half a second.
 *
 * Returns: (transfer full): suggestions, and who has none and why
 */
MtrMatch *
mtr_match_new (MtrMatchPool *pool)
{
  MtrMatch *self = g_new0 (MtrMatch, 1);
  guint n_mentees = pool->mentees->len;
  guint n_mentors = pool->mentors->len;
  g_autofree guint *rooms = g_new0 (guint, MAX (n_mentors, 1));
  g_autofree int *pinned = g_new (int, MAX (n_mentees, 1));
  g_autofree gint32 *scores = score_all (pool);
  g_autofree int *places = NULL;

  self->pool = g_object_ref (pool);
  self->suggestions = g_ptr_array_new_with_free_func (free_suggestion);
  self->unmatched = g_ptr_array_new_with_free_func (free_unmatched);
  self->spare = g_ptr_array_new_with_free_func (g_free);

  for (guint j = 0; j < n_mentors; j++)
    rooms[j] = ((const MtrMatchPerson *) g_ptr_array_index (pool->mentors, j))->room;
  for (guint i = 0; i < n_mentees; i++)
    pinned[i] = MTR_ASSIGNMENT_NOBODY;
  place_pinned (pool, rooms, pinned);
  places = mtr_assignment_solve (n_mentees, n_mentors, scores, rooms);

  for (guint i = 0; i < n_mentees; i++)
    {
      const MtrMatchPerson *mentee = g_ptr_array_index (pool->mentees, i);
      gboolean is_pinned = pinned[i] != MTR_ASSIGNMENT_NOBODY;
      int place = is_pinned ? pinned[i] : places[i];

      if (place != MTR_ASSIGNMENT_NOBODY)
        {
          MtrMatchSuggestion *suggestion = g_new0 (MtrMatchSuggestion, 1);
          const MtrMatchPerson *mentor = g_ptr_array_index (pool->mentors, (guint) place);

          suggestion->score = mtr_match_score_new (pool, mentee->id, mentor->id);
          suggestion->pinned = is_pinned;
          g_ptr_array_add (self->suggestions, suggestion);
          if (!is_pinned)
            rooms[place]--;
        }
      else
        {
          MtrMatchUnmatched *unmatched = g_new0 (MtrMatchUnmatched, 1);

          unmatched->mentee_id = mentee->id;
          if (mentee->pinned_to != 0)
            explain_pin (pool, mentee, unmatched);
          else
            explain_lack (pool, mentee, unmatched);
          g_ptr_array_add (self->unmatched, unmatched);
        }
    }
  for (guint j = 0; j < n_mentors; j++)
    if (rooms[j] > 0)
      {
        MtrMatchSpare *spare = g_new0 (MtrMatchSpare, 1);

        spare->mentor_id = ((const MtrMatchPerson *) g_ptr_array_index (pool->mentors, j))->id;
        spare->room = rooms[j];
        g_ptr_array_add (self->spare, spare);
      }

  return self;
}

/**
 * mtr_match_free:
 * @self: (transfer full): a match
 */
void
mtr_match_free (MtrMatch *self)
{
  g_object_unref (self->pool);
  g_ptr_array_unref (self->suggestions);
  g_ptr_array_unref (self->unmatched);
  g_ptr_array_unref (self->spare);
  g_free (self);
}

typedef struct {
  MtrMatchScore *score;
  int            exact;
} Ranked;

static int
compare_ranks (gconstpointer one,
               gconstpointer other)
{
  const Ranked *a = one;
  const Ranked *b = other;

  if ((a->score->bar == MTR_MATCH_BAR_NONE) != (b->score->bar == MTR_MATCH_BAR_NONE))
    return a->score->bar == MTR_MATCH_BAR_NONE ? -1 : 1;
  if (a->exact != b->exact)
    return a->exact > b->exact ? -1 : 1;

  return (a->score->mentor_id > b->score->mentor_id) - (a->score->mentor_id < b->score->mentor_id);
}

/**
 * mtr_match_pool_list_mentors:
 * @pool: a pool
 * @mentee_id: one of it who looks for a mentor
 *
 * For looking at the others side by side, before somebody is pinned or ruled out.
 *
 * Returns: (transfer full) (element-type MtrMatchScore): every mentor but themselves: the possible ones first, best
 *   first; then those who are ruled out, with why; empty where they are not in the pool
 */
GPtrArray *
mtr_match_pool_list_mentors (MtrMatchPool *pool,
                             gint64        mentee_id)
{
  const MtrMatchPerson *mentee = mtr_match_pool_find_mentee (pool, mentee_id);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Ranked));
  GPtrArray *scores = g_ptr_array_new_with_free_func (free_score);

  for (guint i = 0; mentee != NULL && i < pool->mentors->len; i++)
    {
      const MtrMatchPerson *mentor = g_ptr_array_index (pool->mentors, i);
      Ranked ranked;

      if (mentor->id == mentee_id)
        continue;
      ranked.score = mtr_match_score_new (pool, mentee_id, mentor->id);
      ranked.exact = mtr_match_score_pair (pool, mentee, mentor);
      g_array_append_val (ranks, ranked);
    }
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len; i++)
    g_ptr_array_add (scores, g_array_index (ranks, Ranked, i).score);

  return scores;
}
