/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The codes of the program's own choices, with the words that spreadsheets have
 * for them; and the words of a pack. A word that is not known is refused, with
 * those that are.
 */

#include "mtr-import-private.h"

#include "mtr-pairing.h"
#include "mtr-session.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  MtrField    field;
  const char *code;
  const char *synonyms;  /* apart by "|" */
} codes[] = {
  { MTR_PERSON_CONTRACT, "permanent", "perm|substantive" },
  { MTR_PERSON_CONTRACT, "temporary", "temp|fixed term|fixed-term contract" },
  { MTR_PERSON_CONTRACT, "agency", "locum|agency worker" },
  { MTR_PERSON_CONTRACT, "other", "" },
  { MTR_PERSON_WORKING_TIME, "full-time", "full|ft" },
  { MTR_PERSON_WORKING_TIME, "part-time", "part|pt" },
  { MTR_PERSON_ROLE_WANTED, "mentor", "mentors" },
  { MTR_PERSON_ROLE_WANTED, "mentee", "mentees" },
  { MTR_PERSON_ROLE_WANTED, "both", "mentor and mentee|mentee and mentor" },
  { MTR_PERSON_MODE, "in-person", "face to face|f2f|in the office" },
  { MTR_PERSON_MODE, "video", "online|virtual|remote|teams|by video" },
  { MTR_PERSON_MODE, "telephone", "phone|by telephone|by phone" },
  { MTR_PERSON_MODE, "any", "either|no preference|all|flexible" },
  { MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED, "suggested|matched" },
  { MTR_PAIRING_STATE, MTR_PAIRING_INDUCTION, "starting|introduced" },
  { MTR_PAIRING_STATE, MTR_PAIRING_ACTIVE, "current|ongoing|running|open|in progress" },
  { MTR_PAIRING_STATE, MTR_PAIRING_PAUSED, "on hold|suspended" },
  { MTR_PAIRING_STATE, MTR_PAIRING_ENDED, "closed|finished|completed|complete|over" },
  { MTR_PAIRING_MODE, "in-person", "face to face|f2f" },
  { MTR_PAIRING_MODE, "video", "online|virtual|remote|teams|by video" },
  { MTR_PAIRING_MODE, "phone", "telephone|by telephone|by phone" },
  { MTR_PAIRING_STRUCTURE, "one-to-one", "1:1|one to one|individual" },
  { MTR_PAIRING_STRUCTURE, "group", "peer group" },
  { MTR_PAIRING_FREQUENCY, "weekly", "every week" },
  { MTR_PAIRING_FREQUENCY, "fortnightly", "every two weeks|every 2 weeks" },
  { MTR_PAIRING_FREQUENCY, "monthly", "every month|every four weeks|every 4 weeks" },
  { MTR_PAIRING_FREQUENCY, "own", "other" },
  { MTR_PAIRING_ENDED_NEXT, "another-mentor", "new mentor|re-match" },
  { MTR_PAIRING_ENDED_NEXT, "group", "peer group" },
  { MTR_PAIRING_ENDED_NEXT, "nothing", "none" },
  { MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED, "booked|scheduled" },
  { MTR_SESSION_STATE, MTR_SESSION_STATE_HELD, "done|completed|took place|attended|yes" },
  { MTR_SESSION_STATE, MTR_SESSION_STATE_RESCHEDULED, "moved|cancelled, new date" },
  { MTR_SESSION_STATE, MTR_SESSION_STATE_CANCELLED, "canceled" },
  { MTR_SESSION_STATE, MTR_SESSION_STATE_MISSED, "did not come|did not attend|dna|no show" },
  { MTR_SESSION_MODE, "in-person", "face to face|f2f" },
  { MTR_SESSION_MODE, "video", "online|virtual|remote|teams|by video" },
  { MTR_SESSION_MODE, "phone", "telephone|by telephone|by phone" },
};

static const char * const days[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};
static const struct {
  const char *part;
  const char *synonym;
} parts[] = {
  { "morning", "am" }, { "afternoon", "pm" }, { "evening", "eve" },
};

static gboolean
is_one_of (const char *key,
           const char *code,
           const char *synonyms)
{
  g_auto (GStrv) words = g_strsplit (synonyms, "|", -1);
  g_autofree char *code_key = mtr_import_dup_key (code);

  if (g_str_equal (key, code_key))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = mtr_import_dup_key (words[i]);

      if (g_str_equal (key, word))
        return TRUE;
    }

  return FALSE;
}

static char *
describe_unknown (const char *cell,
                  GPtrArray  *known)
{
  g_autofree char *quoted = mtr_import_dup_typed (cell);
  g_autofree char *list = NULL;

  g_ptr_array_add (known, NULL);
  list = g_strjoinv (", ", (char **) known->pdata);

  /* Translators: what was typed, and the words that can be written instead, apart by commas */
  return g_strdup_printf (_("“%1$s” is not known here. Write one of these: %2$s."), quoted, list);
}

/* "Monday morning", "Mon AM", "monday-morning"; a day by itself is the whole of it. Appends to @found. */
static gboolean
read_half_day (const char *typed,
               GPtrArray  *found)
{
  g_autofree char *key = mtr_import_dup_key (typed);

  for (gsize day = 0; day < G_N_ELEMENTS (days); day++)
    {
      gsize length = g_str_has_prefix (key, days[day]) ? strlen (days[day]) : 3;

      if (strncmp (key, days[day], length) != 0)
        continue;
      for (gsize part = 0; part < G_N_ELEMENTS (parts); part++)
        if (g_str_equal (key + length, parts[part].part) || g_str_equal (key + length, parts[part].synonym) ||
            (key[length] == '\0' && part < 2))
          g_ptr_array_add (found, g_strdup_printf ("%s-%s", days[day], parts[part].part));
      return found->len > 0;
    }

  return FALSE;
}

static gboolean
read_availability (const char  *cell,
                   char       **value,
                   char       **reason)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) typed = g_strsplit_set (cell, ",;\n", -1);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      /* With a hyphen in each, as an export has them, spaces stand between them. */
      g_auto (GStrv) words = g_strsplit (g_strstrip (typed[i]), strchr (typed[i], '-') != NULL ? " " : "\n", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

          if (mtr_text_is_blank (words[j]))
            continue;
          if (!read_half_day (words[j], found))
            {
              g_autofree char *quoted = mtr_import_dup_typed (words[j]);

              /* Translators: what was typed */
              *reason = g_strdup_printf (_("“%s” is not known here. Write half days, as in “Monday morning; Thursday "
                                           "afternoon”."), quoted);
              return FALSE;
            }
          for (guint k = 0; k < found->len; k++)
            if (!g_ptr_array_find_with_equal_func (all, g_ptr_array_index (found, k), g_str_equal, NULL))
              g_ptr_array_add (all, g_strdup (g_ptr_array_index (found, k)));
        }
    }

  g_ptr_array_add (all, NULL);
  *value = g_strjoinv (" ", (char **) all->pdata);

  return TRUE;
}

/*
 * mtr_import_read_word:
 * @pack: a pack
 * @list: one of its lists
 * @cell: what was typed: a code or a title of the list
 * @code: (out) (transfer full): the code
 * @reason: (out) (transfer full): which words are known, where this one is not
 *
 * Returns: whether it is in the list
 */
gboolean
mtr_import_read_word (MtrPack      *pack,
                      MtrWordList   list,
                      const char   *cell,
                      char        **code,
                      char        **reason)
{
  GPtrArray *words = mtr_pack_get_words (pack, list);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *key = mtr_import_dup_key (cell);

  for (guint i = 0; i < words->len; i++)
    {
      const MtrWord *word = g_ptr_array_index (words, i);
      g_autofree char *title = mtr_import_dup_key (word->title);

      if (is_one_of (key, word->code, "") || g_str_equal (key, title))
        {
          *code = g_strdup (word->code);
          return TRUE;
        }
      g_ptr_array_add (known, word->title);
    }
  *reason = describe_unknown (cell, known);

  return FALSE;
}

/*
 * mtr_import_read_code:
 * @field: a field whose type is a code, or codes
 * @pack: (nullable): where its words are looked for, for the fields that have them from a pack
 * @cell: what was typed
 * @value: (out) (transfer full): the value to store
 * @reason: (out) (transfer full): which words are known, where this one is not
 *
 * Returns: whether it can be taken
 */
gboolean
mtr_import_read_code (MtrField      field,
                      MtrPack      *pack,
                      const char   *cell,
                      char        **value,
                      char        **reason)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *key = mtr_import_dup_key (cell);

  if (field == MTR_PERSON_AVAILABILITY)
    return read_availability (cell, value, reason);
  if (field == MTR_SESSION_KIND)
    return mtr_import_read_word (pack, MTR_WORDS_SESSION_KINDS, cell, value, reason);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].field == field)
      {
        if (is_one_of (key, codes[i].code, codes[i].synonyms))
          {
            *value = g_strdup (codes[i].code);
            return TRUE;
          }
        g_ptr_array_add (known, (gpointer) codes[i].code);
      }
  *reason = describe_unknown (cell, known);

  return FALSE;
}
