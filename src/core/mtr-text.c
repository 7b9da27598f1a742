/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to a text whatever it is about: cleaning it when it comes in,
 * so that everything stored can also be written as XML and printed; counting
 * its words; shortening, joining and comparing.
 */

#include "mtr-text.h"

#include "mtr-messages.h"

#include <string.h>

#define ELLIPSIS "…"
#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_DIRECTIONAL_ISOLATE "\xe2\x81\xa9"

typedef enum {
  FATE_KEEP,
  FATE_LINE_BREAK,        /* a line break of another kind */
  FATE_UNPRINTED_BREAK,   /* a control character that stood for a line break */
  FATE_DROP_SILENTLY,
  FATE_DROP,
} Fate;

/* XML 1.0 (production Char) refuses the control characters below U+0020 but for tab, line feed and carriage return,
 * the surrogates, U+FFFE and U+FFFF. The other noncharacters and the control characters from U+007F are allowed
 * there, but no font has them: they only ever come from a broken conversion. */
static Fate
decide_fate (gunichar c)
{
  if (c == '\t' || c == '\n')
    return FATE_KEEP;
  if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
    return FATE_LINE_BREAK;
  if (c == 0x0b || c == 0x0c)
    return FATE_UNPRINTED_BREAK;
  if (c == 0xfeff)
    return FATE_DROP_SILENTLY;
  if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
    return FATE_DROP;

  return FATE_KEEP;
}

/**
 * mtr_text_clean:
 * @text: a text as it was typed, pasted or read from a file; need not be UTF-8
 * @length: its length in bytes, or -1 where it ends at the first NUL
 * @shape: whether it may have line breaks
 * @n_cleaned: (out) (optional): how many characters were taken out or could not be read
 *
 * Makes a text that can be stored, shown, printed and written as XML 1.0. Control characters go; U+000B and U+000C,
 * which word processors use for a break inside a paragraph and between pages, become line breaks; every kind of line
 * break becomes a line feed; bytes that are not UTF-8 become U+FFFD; a byte order mark goes without being counted,
 * since nobody wrote it. The soft hyphen and the characters that steer the direction of writing stay: they carry
 * meaning. In one line, a run of line breaks becomes one space.
 *
 * Returns: (transfer full): the clean text, valid UTF-8
 */
char *
mtr_text_clean (const char   *text,
                gssize        length,
                MtrTextShape  shape,
                guint        *n_cleaned)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  GString *clean = g_string_sized_new (end - text);
  gboolean in_break = FALSE;
  guint count = 0;

  for (const char *p = text; p < end;)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);
      Fate fate;

      /* A NUL inside a text is reported as incomplete by some versions of the library. */
      if (*p == '\0')
        c = 0;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append (clean, "\xef\xbf\xbd");
          in_break = FALSE;
          count++;
          p++;
          continue;
        }

      fate = decide_fate (c);
      if (c == '\r' && p + 1 < end && p[1] == '\n')
        fate = FATE_DROP_SILENTLY;
      if (fate == FATE_DROP || fate == FATE_UNPRINTED_BREAK)
        count++;

      if (fate == FATE_LINE_BREAK || fate == FATE_UNPRINTED_BREAK)
        c = '\n';
      if (fate != FATE_DROP && fate != FATE_DROP_SILENTLY)
        {
          if (shape == MTR_TEXT_PARAGRAPHS || (c != '\n' && c != '\t'))
            g_string_append_unichar (clean, c);
          else if (c == '\t' || !in_break)
            g_string_append_c (clean, ' ');
          in_break = c == '\n';
        }
      p += *p == '\0' ? 1 : g_utf8_next_char (p) - p;
    }

  if (n_cleaned != NULL)
    *n_cleaned = count;

  return g_string_free (clean, FALSE);
}

/**
 * mtr_text_is_clean:
 * @text: a text
 *
 * Returns: whether mtr_text_clean() would leave @text as it is, line breaks allowed
 */
gboolean
mtr_text_is_clean (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (decide_fate (g_utf8_get_char (p)) != FATE_KEEP)
      return FALSE;

  return TRUE;
}

/**
 * mtr_text_describe_cleaned:
 * @n_cleaned: what mtr_text_clean() counted
 *
 * Returns: (transfer full) (nullable): a sentence about it for a person; %NULL where there is nothing to say
 */
char *
mtr_text_describe_cleaned (guint n_cleaned)
{
  if (n_cleaned == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u character that cannot be printed was taken out.",
                                    "%u characters that cannot be printed were taken out.", n_cleaned),
                          n_cleaned);
}

/* Inside a word, but not seen: soft hyphen, zero-width joiners and spaces, marks of direction. */
static gboolean
is_ignorable (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064) || (c >= 0xfe00 && c <= 0xfe0f);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_joiner (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc || c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_joiner_of_digits (gunichar c)
{
  return c == '.' || c == ',' || c == ':' || c == '/';
}

/**
 * mtr_text_count_words:
 * @text: valid UTF-8
 *
 * Counts words as a person would: runs of letters and digits, held together by an apostrophe or a hyphen between two
 * letters ("don't" and "well-being" are one each), and figures with their points ("3.5", "10:00", "12/11/2026").
 * Signs, dashes and emoji are no words.
 *
 * Returns: how many words
 */
guint
mtr_text_count_words (const char *text)
{
  gboolean in_word = FALSE;
  gunichar previous = 0;
  guint count = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_ignorable (c))
        continue;

      if (g_unichar_isalnum (c) || (in_word && g_unichar_ismark (c)))
        {
          if (!in_word)
            count++;
          in_word = TRUE;
        }
      else if (in_word && is_word_character (previous))
        {
          gunichar next = g_utf8_get_char (g_utf8_next_char (p));

          in_word = (is_joiner (c) && g_unichar_isalnum (next)) ||
                    (is_joiner_of_digits (c) && g_unichar_isdigit (previous) && g_unichar_isdigit (next));
        }
      else
        in_word = FALSE;
      previous = c;
    }

  return count;
}

/**
 * mtr_text_describe_words:
 * @n_words: how many words were written
 * @n_asked: about how many are asked for; 0 where there is no figure
 *
 * Returns: (transfer full): "142 words" or "142 of about 250 words"
 */
char *
mtr_text_describe_words (guint n_words,
                         guint n_asked)
{
  if (n_asked == 0)
    return g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  /* Translators: how many words have been written, and about how many are asked for; the plural goes by the second */
  return g_strdup_printf (ngettext ("%1$u of about %2$u word", "%1$u of about %2$u words", n_asked),
                          n_words, n_asked);
}

/**
 * mtr_text_excerpt:
 * @text: valid UTF-8
 * @max_characters: how many characters at most, the ellipsis not counted
 *
 * Shortens a text to one line: white space becomes single spaces, and what is too long ends after a whole word with
 * an ellipsis. A word that is too long by itself is cut between two letters.
 *
 * Returns: (transfer full): the beginning of the text
 */
char *
mtr_text_excerpt (const char *text,
                  guint       max_characters)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean space = FALSE;
  guint count = 0;
  gsize boundary = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = line->len > 0;
          continue;
        }

      if (space)
        boundary = line->len;
      if (count + (space ? 1 : 0) >= max_characters && (space || !(g_unichar_ismark (c) || is_ignorable (c))))
        {
          if (boundary > 0)
            g_string_truncate (line, boundary);
          g_string_append (line, ELLIPSIS);
          return g_string_free (g_steal_pointer (&line), FALSE);
        }
      if (space)
        {
          g_string_append_c (line, ' ');
          count++;
          space = FALSE;
        }
      g_string_append_unichar (line, c);
      count++;
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * mtr_text_join_list:
 * @items: (array zero-terminated=1): texts
 *
 * Returns: (transfer full): the texts as a list in a sentence: "3", "3 and 5", "3, 5 and 6"; "" where there are none
 */
char *
mtr_text_join_list (const char * const *items)
{
  g_autofree char *list = g_strdup (items[0] != NULL ? items[0] : "");

  for (guint i = 1; items[0] != NULL && items[i] != NULL; i++)
    {
      char *longer;

      if (items[i + 1] != NULL)
        /* Translators: the list so far and the next of several items: "3, 5" */
        longer = g_strdup_printf (C_("list", "%1$s, %2$s"), list, items[i]);
      else
        /* Translators: the list so far and its last item: "3, 5 and 6" */
        longer = g_strdup_printf (C_("list", "%1$s and %2$s"), list, items[i]);
      g_free (list);
      list = longer;
    }

  return g_steal_pointer (&list);
}

static gboolean
is_written_leftwards (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The controls of direction: Unicode Standard Annex 9, section 2. The invisible marks turn nothing around them. */
typedef enum {
  DIRECTION_OTHER,
  DIRECTION_EMBEDS,     /* embeddings, overrides, and what closes them */
  DIRECTION_ISOLATES,
  DIRECTION_CLOSES,     /* what closes an isolate */
} Direction;

static Direction
get_direction (gunichar c)
{
  if (c >= 0x202A && c <= 0x202E)
    return DIRECTION_EMBEDS;
  if (c >= 0x2066 && c <= 0x2068)
    return DIRECTION_ISOLATES;

  return c == 0x2069 ? DIRECTION_CLOSES : DIRECTION_OTHER;
}

static gboolean
turns_what_is_around (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (get_direction (g_utf8_get_char (p)) != DIRECTION_OTHER || is_written_leftwards (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * mtr_text_isolate:
 * @name: valid UTF-8, as typed by a person
 *
 * Prepares a name for the middle of a sentence: one that is written from right to left, or that has controls of
 * direction in it, is enclosed in isolates, so that it does not turn the words and figures around it. What the name
 * itself leaves open is closed, and what it closes without having opened it is left out (Unicode Standard Annex 9).
 *
 * Returns: (transfer full): the name
 */
char *
mtr_text_isolate (const char *name)
{
  GString *isolated;
  guint open = 1;

  if (!turns_what_is_around (name))
    return g_strdup (name);

  isolated = g_string_new (FIRST_STRONG_ISOLATE);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      Direction direction = get_direction (g_utf8_get_char (p));

      if (direction == DIRECTION_CLOSES && open == 1)
        continue;
      open += direction == DIRECTION_ISOLATES;
      open -= direction == DIRECTION_CLOSES;
      g_string_append_len (isolated, p, g_utf8_next_char (p) - p);
    }
  for (; open > 0; open--)
    g_string_append (isolated, POP_DIRECTIONAL_ISOLATE);

  return g_string_free (isolated, FALSE);
}

/**
 * mtr_text_fold:
 * @text: valid UTF-8
 *
 * Prepares a text for comparing as a person compares: without capitals, accents and invisible characters, curly
 * apostrophes and long hyphens as their plain forms.
 *
 * Returns: (transfer full): the folded text, not for showing
 */
char *
mtr_text_fold (const char *text)
{
  g_autofree char *without_case = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (without_case, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || is_ignorable (c))
        continue;
      if (c == 0x2019 || c == 0x02bc)
        c = '\'';
      else if (c == 0x2010 || c == 0x2011)
        c = '-';
      g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * mtr_text_is_blank:
 * @text: (nullable): valid UTF-8
 *
 * Returns: whether there is nothing in it but white space
 */
gboolean
mtr_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !is_ignorable (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}
