/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which parts of a text are words that a dictionary can judge. Addresses,
 * numbers, codes such as E07, abbreviations with full stops, single letters and
 * words in capitals have no spelling.
 */

#include "mtr-spelling-words.h"

#include <pango/pango.h>

#define TYPOGRAPHIC_APOSTROPHE 0x2019
#define SOFT_HYPHEN 0x00AD
#define NON_BREAKING_HYPHEN 0x2011

typedef struct {
  gunichar     *characters;   /* (owned) */
  glong         length;
  PangoLogAttr *attributes;   /* (owned): one more than there are characters */
} Text;

static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == TYPOGRAPHIC_APOSTROPHE;
}

static gboolean
is_hyphen (gunichar character)
{
  return character == '-' || character == NON_BREAKING_HYPHEN;
}

/* What stands between two spaces is an address where it says so, or where a dot inside it comes with a slash. */
static gboolean
is_address (const Text *text,
            glong       start,
            glong       end)
{
  gboolean has_inner_dot = FALSE;
  gboolean has_slash = FALSE;

  for (glong i = start; i < end; i++)
    {
      gunichar character = text->characters[i];

      if (character == '@' || character == '\\')
        return TRUE;
      if (character == ':' && i + 2 < end && text->characters[i + 1] == '/' && text->characters[i + 2] == '/')
        return TRUE;
      if (character == '.' && i > start && i + 1 < end && g_unichar_isalpha (text->characters[i - 1]) &&
          g_unichar_isalpha (text->characters[i + 1]))
        has_inner_dot = TRUE;
      if (character == '/')
        has_slash = TRUE;
    }

  return has_inner_dot && has_slash;
}

/* The end of the word that starts at @start; Pango ends one at an apostrophe, which belongs to "don't". */
static glong
find_end (const Text *text,
          glong       start)
{
  glong end = start + 1;

  while (end < text->length)
    {
      if (!text->attributes[end].is_word_end)
        end++;
      else if (end + 1 < text->length && text->attributes[end + 1].is_word_start &&
               (is_apostrophe (text->characters[end]) || text->characters[end] == SOFT_HYPHEN))
        end++;
      else
        break;
    }

  return end;
}

static gboolean
touches (const Text *text,
         glong       start,
         glong       end,
         gunichar    character)
{
  return (start > 1 && text->characters[start - 1] == character && g_unichar_isalnum (text->characters[start - 2])) ||
         (end + 1 < text->length && text->characters[end] == character &&
          g_unichar_isalnum (text->characters[end + 1]));
}

static gboolean
has_spelling (const Text *text,
              glong       start,
              glong       end)
{
  glong last = end;
  glong upper = 0;

  /* "GPs" and "GP's" are as much in capitals as "GP". */
  if (end - start > 2 && text->characters[end - 1] == 's')
    last = is_apostrophe (text->characters[end - 2]) ? end - 2 : end - 1;

  for (glong i = start; i < end; i++)
    if (g_unichar_isdigit (text->characters[i]))
      return FALSE;
  for (glong i = start; i < last; i++)
    upper += !g_unichar_islower (text->characters[i]);

  return end - start > 1 && upper < last - start && !touches (text, start, end, '.') && !touches (text, start, end, '_');
}

static void
add_words (const Text *text,
           glong       start,
           glong       end,
           GArray     *words)
{
  guint first = words->len;

  for (glong i = start; i < end; i++)
    {
      MtrSpellingWord word;
      glong word_end;

      if (!text->attributes[i].is_word_start)
        continue;
      word_end = MIN (find_end (text, i), end);
      word.start = word.compound_start = (guint) i;
      word.end = word.compound_end = (guint) word_end;
      if (first < words->len)
        {
          MtrSpellingWord *before = &g_array_index (words, MtrSpellingWord, words->len - 1);

          if (before->end + 1 == word.start && is_hyphen (text->characters[before->end]))
            word.compound_start = before->compound_start;
        }
      if (has_spelling (text, i, word_end))
        g_array_append_val (words, word);
      i = word_end - 1;
    }

  /* Backwards, the end of a compound is told to each word of it. */
  for (guint i = words->len; i > first + 1; i--)
    {
      const MtrSpellingWord *after = &g_array_index (words, MtrSpellingWord, i - 1);
      MtrSpellingWord *word = &g_array_index (words, MtrSpellingWord, i - 2);

      if (after->compound_start == word->compound_start)
        word->compound_end = after->compound_end;
    }
}

/**
 * mtr_spelling_words_find:
 * @text: some text, UTF-8, of whole words
 *
 * Returns: (transfer full) (element-type MtrSpellingWord): the words of it that a dictionary can judge, in their order
 */
GArray *
mtr_spelling_words_find (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (MtrSpellingWord));
  Text parts;

  parts.characters = g_utf8_to_ucs4_fast (text, -1, &parts.length);
  parts.attributes = g_new0 (PangoLogAttr, (gsize) parts.length + 1);
  pango_get_log_attrs (text, -1, -1, pango_language_from_string ("en-gb"), parts.attributes, (int) parts.length + 1);

  for (glong start = 0, end; start < parts.length; start = end + 1)
    {
      for (end = start; end < parts.length && !g_unichar_isspace (parts.characters[end]);)
        end++;
      if (!is_address (&parts, start, end))
        add_words (&parts, start, end, words);
    }

  g_free (parts.characters);
  g_free (parts.attributes);

  return words;
}

/**
 * mtr_spelling_words_plain:
 * @word: a word as it is written
 *
 * Returns: (transfer full): the word as a dictionary knows it: composed, with the apostrophe and the hyphen of a
 *   typewriter, and without soft hyphens
 */
char *
mtr_spelling_words_plain (const char *word)
{
  g_autofree char *composed = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *plain = g_string_new (NULL);

  for (const char *next = composed != NULL ? composed : word; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);

      if (is_apostrophe (character))
        g_string_append_c (plain, '\'');
      else if (is_hyphen (character))
        g_string_append_c (plain, '-');
      else if (character != SOFT_HYPHEN)
        g_string_append_unichar (plain, character);
    }

  return g_string_free (plain, FALSE);
}
