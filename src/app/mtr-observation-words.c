/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the observation pages say: the choices of the fields that hold a code
 * of the program, the one line of each step, and the sentence of the empty
 * page. Nothing here has a widget.
 */

#include "mtr-observation-words.h"

#include "mtr-date.h"
#include "mtr-signature.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  MtrField    field;
  const char *code;
  const char *title;
} choices[] = {
  { MTR_OBSERVATION_MODE, "in-person", N_("In person") },
  { MTR_OBSERVATION_MODE, "remote", N_("By video or sound") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "in-person", N_("In person") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "video", N_("By video") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "phone", N_("By telephone") },
  { MTR_OBSERVATION_FEEDBACK_HOW, "writing", N_("In writing") },
  { MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN, N_("Said yes") },
  { MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_REFUSED, N_("Said no") },
  { MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_PENDING, N_("Not asked yet") },
};

/* What a step that is still to come will need. */
static const char * const needs[] = {
  [MTR_OBSERVATION_STEP_PLAN]       = N_("needs a day and an observer"),
  [MTR_OBSERVATION_STEP_CONSENT]    = N_("needs the plan"),
  [MTR_OBSERVATION_STEP_OBSERVE]    = N_("needs consent"),
  [MTR_OBSERVATION_STEP_FEEDBACK]   = N_("needs the observation"),
  [MTR_OBSERVATION_STEP_REFLECTION] = N_("needs the feedback"),
  [MTR_OBSERVATION_STEP_SIGN]       = N_("needs feedback and reflection"),
};

static void
free_word (gpointer data)
{
  MtrWord *word = data;

  g_free (word->code);
  g_free (word->title);
  g_free (word);
}

/**
 * mtr_observation_words_list_choices:
 * @field: a field of an observation that holds a code of the program
 *
 * Returns: (transfer full) (element-type MtrWord): what can be chosen, translated
 */
GPtrArray *
mtr_observation_words_list_choices (MtrField field)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (free_word);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].field == field)
      {
        MtrWord *word = g_new0 (MtrWord, 1);

        word->code = g_strdup (choices[i].code);
        word->title = g_strdup (_(choices[i].title));
        g_ptr_array_add (words, word);
      }

  return words;
}

/**
 * mtr_observation_words_find_choice:
 * @field: a field of an observation that holds a code of the program
 * @code: (nullable): its value
 *
 * Returns: (transfer none) (nullable): what a person reads for it
 */
const char *
mtr_observation_words_find_choice (MtrField    field,
                                   const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].field == field && g_strcmp0 (choices[i].code, code) == 0)
      return _(choices[i].title);

  return NULL;
}

/**
 * mtr_observation_words_dup_areas:
 * @codes: (nullable): codes of areas, with a space between them
 *
 * Returns: (transfer full) (nullable): "area 3", "areas 3, 5 and 6"; %NULL for none
 */
char *
mtr_observation_words_dup_areas (const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes != NULL ? codes : "", " ", -1);
  g_autofree char *joined = mtr_text_join_list ((const char * const *) list);

  if (*joined == '\0')
    return NULL;

  /* Translators: %s is a list of the codes of areas: "3, 5 and 6". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "area %s", "areas %s", g_strv_length (list)), joined);
}

/**
 * mtr_observation_words_dup_standard:
 * @pack: the pack
 * @code: the code of an area or of a statement
 *
 * Returns: (transfer full): how it is spoken: "Area 6, Relationship-based practice supervision", "Statement 6.2, …"
 */
char *
mtr_observation_words_dup_standard (MtrPack    *pack,
                                    const char *code)
{
  const MtrStandard *standard = mtr_pack_find_standard (pack, code);

  if (standard == NULL)
    return g_strdup (code);

  /* Translators: the first %s is a code, the second a name: "Area 6, Relationship-based practice supervision". */
  return g_strdup_printf (g_str_equal (standard->area, standard->code) ? _("Area %s, %s") : _("Statement %s, %s"),
                          standard->code, standard->title);
}

/**
 * mtr_observation_words_dup_day:
 * @iso: (nullable): a date, or a moment
 * @today: the present date
 *
 * Returns: (transfer full): "9 Nov", with the year where it is another one; "" for no date
 */
char *
mtr_observation_words_dup_day (const char  *iso,
                               const GDate *today)
{
  GDate date;

  if (iso == NULL || !(strchr (iso, 'T') != NULL ? mtr_moment_to_date (iso, &date) : mtr_date_from_iso (iso, &date)))
    return g_strdup ("");

  return mtr_date_format (&date, g_date_get_year (&date) == g_date_get_year (today) ? MTR_DATE_STYLE_SHORT
                                                                                    : MTR_DATE_STYLE_SHORT_YEAR);
}

static const char *
get_name (MtrSnapshot *snapshot,
          MtrRecord   *observation,
          MtrField     field,
          const char  *otherwise)
{
  MtrRecord *person = mtr_snapshot_follow (snapshot, observation, field);

  return person != NULL ? mtr_record_get_name (person, MTR_PERSON_NAME) : otherwise;
}

static void
append (GString    *line,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static void
describe_plan (GString     *line,
               MtrRecord   *observation,
               const GDate *today)
{
  g_autofree char *day = mtr_observation_words_dup_day (mtr_record_get_text (observation, MTR_OBSERVATION_PLAN_AGREED_ON),
                                                        today);
  /* Translators: a plan; %s is a day, as in "26 Oct". */
  g_autofree char *agreed = g_strdup_printf (_("agreed %s"), day);
  g_autofree char *areas = mtr_observation_words_dup_areas (mtr_record_get_text (observation,
                                                                                 MTR_OBSERVATION_PLANNED_AREAS));
  const char *focus = mtr_record_get_text (observation, MTR_OBSERVATION_FOCUS_OBSERVED_ONE);

  append (line, agreed);
  append (line, areas);
  if (focus != NULL)
    {
      g_autofree char *excerpt = mtr_text_excerpt (focus, 50);
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), excerpt);

      append (line, quoted);
    }
}

static void
describe_consent (GString     *line,
                  MtrRecord   *observation,
                  const GDate *today)
{
  g_autofree char *day = mtr_observation_words_dup_day (mtr_record_get_text (observation, MTR_OBSERVATION_CONSENT_ON),
                                                        today);
  /* Translators: consent; %s is a day, as in "2 Nov". */
  g_autofree char *given = g_strdup_printf (_("given %s"), day);

  append (line, given);
  append (line, mtr_record_get_text (observation, MTR_OBSERVATION_CONSENT_FROM));
  append (line, mtr_record_get_text (observation, MTR_OBSERVATION_CONSENT_HOW));
  append (line, _("may stop at any time"));
}

static void
describe_observing (GString     *line,
                    MtrSnapshot *snapshot,
                    MtrRecord   *observation,
                    const GDate *today)
{
  const char *from = mtr_record_get_text (observation, MTR_OBSERVATION_STARTED_TIME);
  const char *to = mtr_record_get_text (observation, MTR_OBSERVATION_ENDED_TIME);
  g_autofree char *day = mtr_observation_words_dup_day (mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON), today);
  g_autoptr (GPtrArray) notes = mtr_snapshot_list_where (snapshot, MTR_KIND_OBSERVATION_NOTE,
                                                         MTR_OBSERVATION_NOTE_OBSERVATION_ID,
                                                         mtr_record_get_id (observation));

  append (line, day);
  if (from != NULL && to != NULL)
    {
      /* Translators: two times of a day: "10:02 to 11:01". */
      g_autofree char *times = g_strdup_printf (_("%s to %s"), from, to);

      append (line, times);
    }
  if (mtr_record_text_is (observation, MTR_OBSERVATION_MODE, MTR_OBSERVATION_MODE_REMOTE))
    append (line, _("by video or sound"));
  if (notes->len > 0)
    {
      g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", notes->len),
                                                notes->len);

      append (line, count);
    }
}

static void
describe_signatures (GString     *line,
                     MtrSnapshot *snapshot,
                     MtrRecord   *observation)
{
  static const struct {
    const char *slot;
    MtrField    person;
  } slots[] = {
    { MTR_SLOT_OBSERVER, MTR_OBSERVATION_OBSERVER_ID },
    { MTR_SLOT_OBSERVED, MTR_OBSERVATION_OBSERVED_ID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    if (mtr_signature_is_given (observation, slots[i].slot))
      {
        /* Translators: %s is a person. */
        g_autofree char *signature = g_strdup_printf (_("signed by %s"), get_name (snapshot, observation,
                                                                                   slots[i].person, _("somebody")));

        append (line, signature);
      }
}

static char *
dup_done_line (MtrSnapshot        *snapshot,
               MtrRecord          *observation,
               MtrObservationStep  step,
               const GDate        *today)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  switch (step)
    {
    case MTR_OBSERVATION_STEP_PLAN:
      describe_plan (line, observation, today);
      break;

    case MTR_OBSERVATION_STEP_CONSENT:
      describe_consent (line, observation, today);
      break;

    case MTR_OBSERVATION_STEP_OBSERVE:
      describe_observing (line, snapshot, observation, today);
      break;

    case MTR_OBSERVATION_STEP_FEEDBACK:
      day = mtr_observation_words_dup_day (mtr_record_get_text (observation, MTR_OBSERVATION_FEEDBACK_PASSED_AT), today);
      /* Translators: feedback; %s is a day, as in "9 Nov". */
      text = g_strdup_printf (_("passed on %s"), day);
      append (line, text);
      break;

    case MTR_OBSERVATION_STEP_REFLECTION:
      day = mtr_observation_words_dup_day (mtr_record_get_text (observation, MTR_OBSERVATION_REFLECTION_SHARED_AT),
                                           today);
      /* Translators: a reflection; %s is a day, as in "12 Nov". */
      text = g_strdup_printf (_("shared %s"), day);
      append (line, text);
      if (mtr_record_is_set (observation, MTR_OBSERVATION_DISAGREEMENT))
        append (line, _("sees something differently"));
      break;

    case MTR_OBSERVATION_STEP_SIGN:
    case MTR_OBSERVATION_STEP_SEALED:
    case MTR_OBSERVATION_STEP_REFUSED:
    case MTR_OBSERVATION_STEP_WITHDRAWN:
    case MTR_OBSERVATION_STEP_ERASED:
    default:
      describe_signatures (line, snapshot, observation);
      break;
    }

  return g_strdup (line->str);
}

static char *
dup_turn_line (MtrSnapshot        *snapshot,
               MtrRecord          *observation,
               MtrObservationStep  step,
               gint64              owner_id,
               const GDate        *today)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *since = NULL;
  gint64 turn = mtr_observation_get_turn (snapshot, observation, owner_id, &since);
  MtrRecord *person = turn != 0 ? mtr_snapshot_get (snapshot, MTR_KIND_PERSON, turn) : NULL;

  if (step == MTR_OBSERVATION_STEP_OBSERVE && mtr_record_is_set (observation, MTR_OBSERVATION_STARTED_TIME))
    append (line, _("Observing, paused"));
  else if (turn != 0 && turn == owner_id)
    append (line, _("your turn"));
  else if (person != NULL && since != NULL)
    {
      g_autofree char *day = mtr_observation_words_dup_day (since, today);
      /* Translators: the first %s is a person, the second a day, as in "9 Nov". */
      g_autofree char *text = g_strdup_printf (_("%s’s turn since %s"), mtr_record_get_name (person, MTR_PERSON_NAME),
                                               day);

      append (line, text);
    }
  else if (person != NULL)
    {
      /* Translators: %s is a person. */
      g_autofree char *text = g_strdup_printf (_("%s’s turn"), mtr_record_get_name (person, MTR_PERSON_NAME));

      append (line, text);
    }
  if (step == MTR_OBSERVATION_STEP_SIGN)
    describe_signatures (line, snapshot, observation);

  return g_strdup (line->str);
}

static char *
dup_need_line (MtrSnapshot        *snapshot,
               MtrRecord          *observation,
               MtrObservationStep  step,
               MtrObservationStep  current)
{
  if (current > MTR_OBSERVATION_STEP_SIGN)
    return g_strdup (_("does not take place"));
  if (step == MTR_OBSERVATION_STEP_REFLECTION && current == MTR_OBSERVATION_STEP_FEEDBACK)
    /* Translators: a step; %s is a person. */
    return g_strdup_printf (_("needs %s"), get_name (snapshot, observation, MTR_OBSERVATION_OBSERVED_ID,
                                                     _("the person observed")));

  return g_strdup (_(needs[step]));
}

/**
 * mtr_observation_words_dup_line:
 * @snapshot: the pairing, with people and notes
 * @observation: the observation as it is now, or as it is being written
 * @step: one of the six steps
 * @owner_id: whose file this is
 * @today: the present date
 *
 * Returns: (transfer full): the line beside the name of the step: what was done, whose turn it is, or what it needs
 */
char *
mtr_observation_words_dup_line (MtrSnapshot        *snapshot,
                                MtrRecord          *observation,
                                MtrObservationStep  step,
                                gint64              owner_id,
                                const GDate        *today)
{
  MtrObservationStep current = mtr_observation_get_step (snapshot, observation);

  if (current == MTR_OBSERVATION_STEP_REFUSED && step >= MTR_OBSERVATION_STEP_CONSENT)
    return step == MTR_OBSERVATION_STEP_CONSENT ? g_strdup (_("said no; it does not take place"))
                                                : dup_need_line (snapshot, observation, step, current);
  if (step < current)
    return dup_done_line (snapshot, observation, step, today);
  if (step == current)
    return dup_turn_line (snapshot, observation, step, owner_id, today);

  return dup_need_line (snapshot, observation, step, current);
}

/* A small number as a word, which is how a sentence begins. */
static char *
dup_number (guint    number,
            gboolean capital)
{
  static const char * const words[] = {
    NULL, NC_("number", "one"), NC_("number", "two"), NC_("number", "three"), NC_("number", "four"),
    NC_("number", "five"), NC_("number", "six"), NC_("number", "seven"), NC_("number", "eight"), NC_("number", "nine"),
  };
  static const char * const capitals[] = {
    NULL, NC_("number", "One"), NC_("number", "Two"), NC_("number", "Three"), NC_("number", "Four"),
    NC_("number", "Five"), NC_("number", "Six"), NC_("number", "Seven"), NC_("number", "Eight"), NC_("number", "Nine"),
  };

  if (number == 0 || number >= G_N_ELEMENTS (words))
    return g_strdup_printf ("%u", number);

  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "number", capital ? capitals[number] : words[number]));
}

/**
 * mtr_observation_words_dup_asked:
 * @pack: the pack
 *
 * Returns: (transfer full): how many observations are asked for, and in which order: "Three observations are asked for:
 *   one to begin with, which is for learning only, then two."
 */
char *
mtr_observation_words_dup_asked (MtrPack *pack)
{
  GPtrArray *types = mtr_pack_get_observation_types (pack);
  g_autoptr (GString) order = g_string_new (NULL);
  guint total = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < types->len; i++)
    {
      const MtrObservationType *type = g_ptr_array_index (types, i);
      g_autofree char *asked = dup_number (type->asked, FALSE);
      g_autofree char *part = NULL;

      if (type->asked == 0)
        continue;
      if (type->first && !type->judged)
        /* Translators: observations; %s is a number: "one to begin with, which is for learning only". */
        part = g_strdup_printf (_("%s to begin with, which is for learning only"), asked);
      else if (type->first)
        /* Translators: observations; %s is a number: "one to begin with". */
        part = g_strdup_printf (_("%s to begin with"), asked);
      else if (total > 0)
        /* Translators: observations; %s is a number: "then two". */
        part = g_strdup_printf (_("then %s"), asked);
      else
        part = g_strdup (asked);
      g_string_append_printf (order, "%s%s", order->len > 0 ? _(", ") : "", part);
      total += type->asked;
    }
  if (total == 0)
    return g_strdup (_("No observation is asked for. You may make one all the same."));

  number = dup_number (total, TRUE);

  /* Translators: the first %s is a number as a word, the second how they follow each other. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s observation is asked for: %s.",
                                       "%s observations are asked for: %s.", total), number, order->str);
}
