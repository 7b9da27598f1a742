/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Matching in words: how well two people go together, what there is to weigh,
 * since when somebody waits, and the sentence on top of the page. A figure
 * would look more certain than it is.
 */

#include "mtr-match-words.h"

#include "mtr-date.h"

#include <glib/gi18n-lib.h>

/* From so many of a hundred on. */
static const struct {
  int         least;
  const char *words;
} fits[] = {
  { 80, N_("Very good fit") },
  { 60, N_("Good fit") },
  { 40, N_("Fair fit") },
  { 0, N_("Weak fit") },
};

static const struct {
  int         least;
  const char *words;
} shares[] = {
  { 100, N_("counts in full") },
  { 60, N_("counts mostly") },
  { 1, N_("counts in part") },
  { 0, N_("counts for nothing") },
};

/**
 * mtr_match_words_get_name:
 * @snapshot: the people
 * @person_id: one of them
 *
 * Returns: (transfer none): their name; "somebody" where there is none
 */
const char *
mtr_match_words_get_name (MtrSnapshot *snapshot,
                          gint64       person_id)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  const char *name = person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : NULL;

  return name != NULL ? name : _("somebody");
}

/**
 * mtr_match_words_dup_pair:
 * @snapshot: the people
 * @mentee_id: one of them
 * @mentor_id: another
 *
 * Returns: (transfer full): "Mentee with Mentor"
 */
char *
mtr_match_words_dup_pair (MtrSnapshot *snapshot,
                          gint64       mentee_id,
                          gint64       mentor_id)
{
  return g_strdup_printf (_("%s with %s"), mtr_match_words_get_name (snapshot, mentee_id),
                          mtr_match_words_get_name (snapshot, mentor_id));
}

/**
 * mtr_match_words_get_fit:
 * @score: of two people
 *
 * Returns: (transfer none): how well they go together, translated
 */
const char *
mtr_match_words_get_fit (const MtrMatchScore *score)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    if (score->percent >= fits[i].least)
      return _(fits[i].words);

  g_return_val_if_reached ("");
}

/**
 * mtr_match_words_get_share:
 * @points: of a criterion, 0 to 100
 *
 * Returns: (transfer none): how much of it counts for the two, translated
 */
const char *
mtr_match_words_get_share (int points)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    if (points >= shares[i].least)
      return _(shares[i].words);

  g_return_val_if_reached ("");
}

/**
 * mtr_match_words_dup_warnings:
 * @score: of two people
 *
 * Returns: (transfer full) (nullable): how much there is to weigh; %NULL where nothing is
 */
char *
mtr_match_words_dup_warnings (const MtrMatchScore *score)
{
  guint n = score->warnings->len;

  return n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to weigh", "%u things to weigh", n), n) : NULL;
}

/**
 * mtr_match_words_dup_waiting:
 * @pool: a pool
 * @mentee_id: one of it who looks for a mentor
 *
 * Returns: (transfer full) (nullable): since when they wait, and whether they have asked for another mentor; %NULL where
 *   neither is known
 */
char *
mtr_match_words_dup_waiting (MtrMatchPool *pool,
                             gint64        mentee_id)
{
  const char *since = mtr_match_pool_get_waiting_since (pool, mentee_id);
  gboolean is_first = mtr_match_pool_is_first (pool, mentee_id);
  g_autofree char *day = NULL;
  GDate date;

  if (since != NULL && mtr_date_from_iso (since, &date))
    day = mtr_date_format (&date, MTR_DATE_STYLE_SHORT_YEAR);
  if (day != NULL && is_first)
    return g_strdup_printf (_("asked for another mentor, waiting since %s"), day);
  if (day != NULL)
    return g_strdup_printf (_("waiting since %s"), day);

  return is_first ? g_strdup (_("asked for another mentor")) : NULL;
}

/**
 * mtr_match_words_dup_room:
 * @room: places
 *
 * Returns: (transfer full): "2 places"
 */
char *
mtr_match_words_dup_room (guint room)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", room), room);
}

/**
 * mtr_match_words_dup_pool:
 * @pool: a pool
 *
 * Returns: (transfer full): "12 people look for a mentor; 9 mentors have room for 14."
 */
char *
mtr_match_words_dup_pool (MtrMatchPool *pool)
{
  guint n_mentees = mtr_match_pool_count_mentees (pool);
  guint n_mentors = 0;
  guint room = 0;
  g_autofree char *mentees = NULL;
  g_autofree char *mentors = NULL;

  for (guint i = 0; i < mtr_match_pool_count_mentors (pool); i++)
    {
      guint room_of_one = mtr_match_pool_get_room (pool, mtr_match_pool_get_mentor (pool, i));

      n_mentors += room_of_one > 0;
      room += room_of_one;
    }

  mentees = n_mentees > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person looks for a mentor",
                                                          "%u people look for a mentor", n_mentees), n_mentees)
                          : g_strdup (_("Nobody looks for a mentor"));
  mentors = n_mentors > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u mentor has room for %2$u",
                                                          "%1$u mentors have room for %2$u", n_mentors), n_mentors, room)
                          : g_strdup (_("no mentor has room"));

  /* Translators: "12 people look for a mentor", "9 mentors have room for 14" */
  return g_strdup_printf (_("%1$s; %2$s."), mentees, mentors);
}
