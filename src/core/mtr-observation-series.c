/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All the observations of one person: which of them the pathway asks for, how
 * they are numbered and named, and how many count. They are found by the
 * person and not by the pairing, because what was signed with an earlier
 * mentor stays (product.md, rule 8).
 */

#include "mtr-observation-series.h"

#include "mtr-messages.h"
#include "mtr-rules-private.h"

#include <string.h>

static int
compare_by_day (gconstpointer one,
                gconstpointer two)
{
  MtrRecord *a = *(MtrRecord * const *) one, *b = *(MtrRecord * const *) two;
  const char *on_a = mtr_record_get_text (a, MTR_OBSERVATION_HELD_ON);
  const char *on_b = mtr_record_get_text (b, MTR_OBSERVATION_HELD_ON);
  int order = 0;

  /* One without a day is still to come. */
  if (on_a != NULL && on_b != NULL)
    order = strcmp (on_a, on_b);
  else if (on_a != NULL || on_b != NULL)
    order = on_a != NULL ? -1 : 1;
  if (order == 0)
    order = mtr_record_get_id (a) < mtr_record_get_id (b) ? -1 : 1;

  return order;
}

static GPtrArray *
list_live (MtrPack     *pack,
           MtrSnapshot *snapshot,
           gint64       person_id,
           const char  *type_code)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION); i++)
    {
      MtrRecord *observation = mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, i);
      MtrRecord *pairing = mtr_snapshot_follow (snapshot, observation, MTR_OBSERVATION_PAIRING_ID);

      /* Somebody may be in two schemes at once; each counts its own. */
      if (pairing != NULL && !mtr_record_text_is (pairing, MTR_PAIRING_PACK, mtr_pack_get_id (pack)))
        continue;
      if (mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID) == person_id &&
          mtr_record_text_is (observation, MTR_OBSERVATION_TYPE, type_code) &&
          mtr_observation_is_live (snapshot, observation))
        g_ptr_array_add (found, observation);
    }
  g_ptr_array_sort (found, compare_by_day);

  return found;
}

/**
 * mtr_observation_series_list:
 * @pack: the pack
 * @snapshot: a pairing with its observations
 * @person_id: whose observations
 *
 * Refused, withdrawn and erased ones have no place: another one takes it.
 *
 * Returns: (transfer full) (element-type MtrObservationPlace): those that the pathway asks for in the order of the pack,
 *   then further ones
 */
GPtrArray *
mtr_observation_series_list (MtrPack     *pack,
                             MtrSnapshot *snapshot,
                             gint64       person_id)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *types = mtr_pack_get_observation_types (pack);

  for (int further = 0; further <= 1; further++)
    for (guint t = 0; t < types->len; t++)
      {
        const MtrObservationType *type = g_ptr_array_index (types, t);
        g_autoptr (GPtrArray) live = list_live (pack, snapshot, person_id, type->code);
        guint from = further ? type->asked : 0;
        guint to = further ? live->len : type->asked;

        for (guint i = from; i < to; i++)
          {
            MtrObservationPlace *place = g_new0 (MtrObservationPlace, 1);

            place->type = type;
            place->ordinal = i + 1;
            place->asked = !further;
            place->observation = i < live->len ? g_ptr_array_index (live, i) : NULL;
            g_ptr_array_add (places, place);
          }
      }

  return places;
}

/**
 * mtr_observation_series_count:
 * @pack: the pack
 * @snapshot: a pairing with its observations
 * @person_id: whose observations
 * @type_code: the type
 *
 * Returns: how many of that type count, see mtr_observation_counts()
 */
guint
mtr_observation_series_count (MtrPack     *pack,
                              MtrSnapshot *snapshot,
                              gint64       person_id,
                              const char  *type_code)
{
  g_autoptr (GPtrArray) live = list_live (pack, snapshot, person_id, type_code);
  guint count = 0;

  for (guint i = 0; i < live->len; i++)
    if (mtr_observation_counts (snapshot, g_ptr_array_index (live, i)))
      count++;

  return count;
}

/**
 * mtr_observation_series_dup_counts:
 * @pack: the pack
 * @snapshot: a pairing with its observations
 * @person_id: whose observations
 *
 * Returns: (transfer full): "Initial formative observation: 1 of 1. Direct observation: 1 of 2. Unsigned ones do not
 *   count."
 */
char *
mtr_observation_series_dup_counts (MtrPack     *pack,
                                   MtrSnapshot *snapshot,
                                   gint64       person_id)
{
  GPtrArray *types = mtr_pack_get_observation_types (pack);
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < types->len; i++)
    {
      const MtrObservationType *type = g_ptr_array_index (types, i);

      if (type->asked == 0)
        continue;
      /* Translators: a type of observation, how many are done, how many are asked for */
      g_string_append_printf (counts, _("%s: %u of %u. "), type->title,
                              mtr_observation_series_count (pack, snapshot, person_id, type->code), type->asked);
    }
  g_string_append (counts, _("Unsigned ones do not count."));

  return g_strdup (counts->str);
}

/**
 * mtr_observation_place_dup_title:
 * @place: a place in the series
 *
 * Returns: (transfer full): its name, numbered as the pack does: "Direct observation 2 of 2"
 */
char *
mtr_observation_place_dup_title (const MtrObservationPlace *place)
{
  if (!place->asked)
    /* Translators: a type of observation that was made beyond those that are asked for */
    return g_strdup_printf (_("%s, a further one"), place->type->title);

  return mtr_observation_type_dup_name (place->type, place->ordinal);
}

/**
 * mtr_observation_place_dup_short_title:
 * @place: a place in the series
 *
 * Returns: (transfer full): its name for the middle of a sentence: "Direct observation 2"
 */
char *
mtr_observation_place_dup_short_title (const MtrObservationPlace *place)
{
  if (!place->asked || place->type->asked < 2)
    return g_strdup (place->type->title);

  /* Translators: a type of observation and its number: "Direct observation 2" */
  return g_strdup_printf (_("%s %u"), place->type->title, place->ordinal);
}

static char *
dup_title_of (MtrPack     *pack,
              MtrSnapshot *snapshot,
              MtrRecord   *observation,
              char      *(*dup_title) (const MtrObservationPlace *))
{
  g_autoptr (GPtrArray) places = NULL;
  const char *code = mtr_record_get_text (observation, MTR_OBSERVATION_TYPE);
  const MtrObservationType *type = mtr_pack_find_observation_type (pack, code);

  places = mtr_observation_series_list (pack, snapshot,
                                        mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID));
  for (guint i = 0; i < places->len; i++)
    {
      const MtrObservationPlace *place = g_ptr_array_index (places, i);

      if (place->observation != NULL && mtr_record_get_id (place->observation) == mtr_record_get_id (observation))
        return dup_title (place);
    }

  return g_strdup (type != NULL ? type->title : _("Observation"));
}

/**
 * mtr_observation_dup_title:
 * @pack: the pack of its pairing
 * @snapshot: the pairing, with its observations
 * @observation: an observation
 *
 * Returns: (transfer full): its name: "Direct observation 2 of 2"; only the type for one that has no place
 */
char *
mtr_observation_dup_title (MtrPack     *pack,
                           MtrSnapshot *snapshot,
                           MtrRecord   *observation)
{
  return dup_title_of (pack, snapshot, observation, mtr_observation_place_dup_title);
}

/**
 * mtr_observation_dup_short_title:
 * @pack: the pack of its pairing
 * @snapshot: the pairing, with its observations
 * @observation: an observation
 *
 * Returns: (transfer full): its name for the middle of a sentence: "Direct observation 2"
 */
char *
mtr_observation_dup_short_title (MtrPack     *pack,
                                 MtrSnapshot *snapshot,
                                 MtrRecord   *observation)
{
  return dup_title_of (pack, snapshot, observation, mtr_observation_place_dup_short_title);
}

/**
 * mtr_observation_dup_subtitle:
 * @snapshot: the pairing, with its observations and people
 * @observation: (nullable): an observation; %NULL: one that is not planned
 * @owner_id: whose file this is
 * @today: (nullable): the present date, for the year that need not be said
 *
 * Returns: (transfer full): the step and the person: "Reflection: Supervisor A's turn since 9 November", "Your turn:
 *   feedback", "signed 4 July 2026"
 */
char *
mtr_observation_dup_subtitle (MtrSnapshot *snapshot,
                              MtrRecord   *observation,
                              gint64       owner_id,
                              const GDate *today)
{
  MtrObservationStep step;
  gint64 turn;
  g_autofree char *since = NULL;
  g_autofree char *date = NULL;
  const char *label;

  if (observation == NULL)
    return g_strdup (_("Not planned"));

  step = mtr_observation_get_step (snapshot, observation);
  turn = mtr_observation_get_turn (snapshot, observation, owner_id, &since);
  label = mtr_observation_get_step_label (step);

  if (step == MTR_OBSERVATION_STEP_SEALED)
    {
      date = mtr_rules_dup_long_date (mtr_record_get_text (observation, MTR_OBSERVATION_SEALED_AT));
      if (!mtr_observation_counts (snapshot, observation))
        return g_strdup_printf (_("signed %s; it does not count"), date);
      return g_strdup_printf (_("signed %s"), date);
    }
  if (step > MTR_OBSERVATION_STEP_SEALED)
    return g_strdup (label);

  if (turn != 0 && turn == owner_id)
    {
      g_autofree char *lower = g_utf8_strdown (label, -1);

      /* Translators: %s is a step of an observation, in small letters: "feedback" */
      return g_strdup_printf (_("Your turn: %s"), lower);
    }
  if (turn == 0)
    return g_strdup (label);
  if (since == NULL)
    /* Translators: a step of an observation, and a person: "Plan: Mentor B's turn" */
    return g_strdup_printf (_("%s: %s’s turn"), label, mtr_rules_get_name (snapshot, turn));

  date = mtr_rules_dup_short_date (since, today);

  /* Translators: a step of an observation, a person and a date: "Reflection: Supervisor A's turn since 9 Nov" */
  return g_strdup_printf (_("%s: %s’s turn since %s"), label, mtr_rules_get_name (snapshot, turn), date);
}

/**
 * mtr_observation_get_word:
 * @snapshot: the pairing, with its observations
 * @observation: (nullable): an observation; %NULL: one that is not planned
 * @owner_id: whose file this is
 *
 * Returns: (transfer none): one word for the end of its row: "signed", "yours", "waiting", "not planned"
 */
const char *
mtr_observation_get_word (MtrSnapshot *snapshot,
                          MtrRecord   *observation,
                          gint64       owner_id)
{
  if (observation == NULL)
    return _("not planned");

  switch (mtr_observation_get_step (snapshot, observation))
    {
    case MTR_OBSERVATION_STEP_SEALED:
      return _("signed");

    case MTR_OBSERVATION_STEP_REFUSED:
      return _("not agreed to");

    case MTR_OBSERVATION_STEP_WITHDRAWN:
      return _("withdrawn");

    case MTR_OBSERVATION_STEP_ERASED:
      return _("erased");

    case MTR_OBSERVATION_STEP_PLAN:
    case MTR_OBSERVATION_STEP_CONSENT:
    case MTR_OBSERVATION_STEP_OBSERVE:
    case MTR_OBSERVATION_STEP_FEEDBACK:
    case MTR_OBSERVATION_STEP_REFLECTION:
    case MTR_OBSERVATION_STEP_SIGN:
    default:
      break;
    }

  return owner_id != 0 && mtr_observation_get_turn (snapshot, observation, owner_id, NULL) == owner_id
         ? _("yours") : _("waiting");
}
