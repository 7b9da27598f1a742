/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts: cleaned, counted, shortened, joined. Expected values by hand. */

#include "mtr-text.h"

#include <string.h>

static void
test_text_clean (void)
{
  static const struct {
    const char *text;
    gssize      length;
    const char *paragraphs;
    const char *one_line;
    guint       n_cleaned;
  } rows[] = {
    { "", -1, "", "", 0 },
    { "plain", -1, "plain", "plain", 0 },
    { "a\tb\nc", -1, "a\tb\nc", "a b c", 0 },
    { "a\r\nb\rc", -1, "a\nb\nc", "a b c", 0 },
    { "a\r\n\r\nb", -1, "a\n\nb", "a b", 0 },
    { "a\x0b" "b\x0c" "c", -1, "a\nb\nc", "a b c", 2 },
    { "a\x01" "b\x02" "c\x1f", -1, "abc", "abc", 3 },
    { "a\0b", 3, "ab", "ab", 1 },
    { "\0", 1, "", "", 1 },
    { "\xef\xbb\xbfhello", -1, "hello", "hello", 0 },
    { "one\xe2\x80\xa8two\xe2\x80\xa9three", -1, "one\ntwo\nthree", "one two three", 0 },
    { "one\xc2\x85two", -1, "one\ntwo", "one two", 0 },
    { "dele\x7fte", -1, "delete", "delete", 1 },
    { "bad\xc2\x93quote", -1, "badquote", "badquote", 1 },
    { "soft\xc2\xadhyphen", -1, "soft\xc2\xadhyphen", "soft\xc2\xadhyphen", 0 },
    { "non\xef\xbf\xbe" "char\xef\xbf\xbf", -1, "nonchar", "nonchar", 2 },
    { "caf\xe9 ol\xe9", -1, "caf\xef\xbf\xbd ol\xef\xbf\xbd", "caf\xef\xbf\xbd ol\xef\xbf\xbd", 2 },
    { "cut \xe2\x82", -1, "cut \xef\xbf\xbd\xef\xbf\xbd", "cut \xef\xbf\xbd\xef\xbf\xbd", 2 },
    { "sur\xed\xa0\x80", -1, "sur\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", "sur\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", 3 },
    { "over\xc0\xaflong", -1, "over\xef\xbf\xbd\xef\xbf\xbdlong", "over\xef\xbf\xbd\xef\xbf\xbdlong", 2 },
    { "gęślą 😀 سلام", -1, "gęślą 😀 سلام", "gęślą 😀 سلام", 0 },
    { "]]> -- & < \"", -1, "]]> -- & < \"", "]]> -- & < \"", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_paragraphs, n_one_line;
      g_autofree char *paragraphs = mtr_text_clean (rows[i].text, rows[i].length, MTR_TEXT_PARAGRAPHS, &n_paragraphs);
      g_autofree char *one_line = mtr_text_clean (rows[i].text, rows[i].length, MTR_TEXT_ONE_LINE, &n_one_line);

      g_assert_cmpstr (paragraphs, ==, rows[i].paragraphs);
      g_assert_cmpstr (one_line, ==, rows[i].one_line);
      g_assert_cmpuint (n_paragraphs, ==, rows[i].n_cleaned);
      g_assert_cmpuint (n_one_line, ==, rows[i].n_cleaned);
      g_assert_true (mtr_text_is_clean (paragraphs));
      if (rows[i].length < 0)
        g_assert_cmpint (mtr_text_is_clean (rows[i].text), ==, strcmp (rows[i].text, paragraphs) == 0);
    }
}

/* Random bytes, always the same ones: the result is always clean, and cleaning it again changes nothing. */
static void
test_text_clean_anything (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);

  for (int i = 0; i < 3000; i++)
    {
      char bytes[200];
      gsize length = g_rand_int_range (random, 0, sizeof bytes);
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;
      guint n_cleaned;

      for (gsize j = 0; j < length; j++)
        {
          /* Half of the bytes are ones that begin or continue a sequence or stand for a control character. */
          static const guchar edges[] = { 0x00, 0x0b, 0x0d, 0x0a, 0x7f, 0x80, 0xbf, 0xc2, 0xe2, 0xed, 0xef, 0xf0, 0xf4 };

          bytes[j] = (char) (g_rand_boolean (random) ? edges[g_rand_int_range (random, 0, G_N_ELEMENTS (edges))]
                                                     : g_rand_int_range (random, 0, 256));
        }
      clean = mtr_text_clean (bytes, (gssize) length, i % 2 ? MTR_TEXT_ONE_LINE : MTR_TEXT_PARAGRAPHS, NULL);
      g_assert_true (mtr_text_is_clean (clean));
      again = mtr_text_clean (clean, -1, i % 2 ? MTR_TEXT_ONE_LINE : MTR_TEXT_PARAGRAPHS, &n_cleaned);
      g_assert_cmpstr (again, ==, clean);
      g_assert_cmpuint (n_cleaned, ==, 0);
      mtr_text_count_words (clean);
      g_free (again);
      again = mtr_text_excerpt (clean, 20);
      g_assert_true (g_utf8_validate (again, -1, NULL));
    }
}

static void
test_text_describe_cleaned (void)
{
  g_autofree char *one = mtr_text_describe_cleaned (1);
  g_autofree char *three = mtr_text_describe_cleaned (3);

  g_assert_null (mtr_text_describe_cleaned (0));
  g_assert_cmpstr (one, ==, "1 character that cannot be printed was taken out.");
  g_assert_cmpstr (three, ==, "3 characters that cannot be printed were taken out.");
}

static void
test_text_words (void)
{
  static const struct {
    const char *text;
    guint       n_words;
  } rows[] = {
    { "", 0 },
    { "   \n\t ", 0 },
    { "one", 1 },
    { "one two  three\nfour", 4 },
    { "don't", 1 },
    { "don\xe2\x80\x99t", 1 },
    { "well-being", 1 },
    { "well\xe2\x80\x91" "being", 1 },
    { "to-do-list", 1 },
    { "a -- b", 2 },
    { "before\xe2\x80\x94" "after", 2 },
    { "'quoted words'", 2 },
    { "the supervisees' views", 3 },
    { "'tis the rock 'n' roll", 5 },
    { "- a list\n- of things", 4 },
    { "and/or", 2 },
    { "3.5 hours at 10:00 on 12/11/2026", 6 },
    { "1,000", 1 },
    { "one.two", 2 },
    { "Mae'r gweithiwr yn d\xc5\xb5r iawn", 5 },              /* Welsh, precomposed circumflex */
    { "dw\xcc\x82r", 1 },                                     /* the same, combining */
    { "i\xe2\x80\x99r t\xc5\xb7", 2 },
    { "العربية لغة جميلة", 3 },
    { "مَرْحَبًا بِكُمْ", 2 },                                          /* with vowel marks */
    { "می\xe2\x80\x8cروم", 1 },                              /* zero-width non-joiner inside */
    { "😀", 0 },
    { "good 😀 work 👍🏽", 2 },
    { "co\xc2\xadordinate", 1 },
    { "E07 (audit)", 2 },
    { "…", 0 },
    { "section 42", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (mtr_text_count_words (rows[i].text), ==, rows[i].n_words);
    }
}

static void
test_text_describe_words (void)
{
  static const struct {
    guint       n_words;
    guint       n_asked;
    const char *text;
  } rows[] = {
    { 0, 0, "0 words" },
    { 1, 0, "1 word" },
    { 142, 0, "142 words" },
    { 142, 250, "142 of about 250 words" },
    { 1, 250, "1 of about 250 words" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mtr_text_describe_words (rows[i].n_words, rows[i].n_asked);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_text_excerpt (void)
{
  static const struct {
    const char *text;
    guint       max;
    const char *excerpt;
  } rows[] = {
    { "", 10, "" },
    { "short", 10, "short" },
    { "exactly 10", 10, "exactly 10" },
    { "exactly 10 more", 10, "exactly 10…" },
    { "exactly elf", 10, "exactly…" },
    { "  two\n\nlines ", 20, "two lines" },
    { "trailing   ", 8, "trailing" },
    { "Unbreakable", 5, "Unbre…" },
    { "gęślą jaźń", 6, "gęślą…" },
    { "cafe\xcc\x81s", 4, "cafe\xcc\x81…" },
    { "any", 0, "…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *excerpt = mtr_text_excerpt (rows[i].text, rows[i].max);

      g_assert_cmpstr (excerpt, ==, rows[i].excerpt);
    }
}

static void
test_text_lists (void)
{
  static const struct {
    const char *items[5];
    const char *list;
  } rows[] = {
    { { NULL }, "" },
    { { "3", NULL }, "3" },
    { { "3", "5", NULL }, "3 and 5" },
    { { "3", "5", "6", NULL }, "3, 5 and 6" },
    { { "a", "b", "c", "d", NULL }, "a, b, c and d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *list = mtr_text_join_list (rows[i].items);

      g_assert_cmpstr (list, ==, rows[i].list);
    }
}

static void
test_text_isolate (void)
{
  static const struct {
    const char *name;
    const char *isolated;
  } rows[] = {
    { "Łucja Ö.", "Łucja Ö." },
    { "ليلى", "\xe2\x81\xa8ليلى\xe2\x81\xa9" },
    /* an override that nobody closes */
    { "Al\xe2\x80\xae" "ex", "\xe2\x81\xa8" "Al\xe2\x80\xae" "ex\xe2\x81\xa9" },
    /* an isolate that nobody closes: U+2067 */
    { "Al\xe2\x81\xa7" "ex", "\xe2\x81\xa8" "Al\xe2\x81\xa7" "ex\xe2\x81\xa9\xe2\x81\xa9" },
    /* one that is closed */
    { "\xe2\x81\xa7" "Al\xe2\x81\xa9" "ex", "\xe2\x81\xa8\xe2\x81\xa7" "Al\xe2\x81\xa9" "ex\xe2\x81\xa9" },
    /* a name that would close what is around it, and then turn the rest */
    { "Al\xe2\x81\xa9\xe2\x80\xae" "ex", "\xe2\x81\xa8" "Al\xe2\x80\xae" "ex\xe2\x81\xa9" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *isolated = mtr_text_isolate (rows[i].name);

      g_assert_cmpstr (isolated, ==, rows[i].isolated);
    }
}

static void
test_text_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } rows[] = {
    { "Zoë", "zoe" },
    { "ZOE\xcc\x88", "zoe" },
    { "O\xe2\x80\x99" "Brien", "o'brien" },
    { "Jo\xc2\xad" "an", "joan" },
    { "Straße", "strasse" },
    { "Anne\xe2\x80\x91Marie", "anne-marie" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = mtr_text_fold (rows[i].text);

      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

static void
test_text_blank (void)
{
  g_assert_true (mtr_text_is_blank (NULL));
  g_assert_true (mtr_text_is_blank (" \t\n\xc2\xa0\xe2\x80\x8b"));
  g_assert_false (mtr_text_is_blank (" . "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/clean", test_text_clean);
  g_test_add_func ("/core/text/clean-anything", test_text_clean_anything);
  g_test_add_func ("/core/text/describe-cleaned", test_text_describe_cleaned);
  g_test_add_func ("/core/text/words", test_text_words);
  g_test_add_func ("/core/text/describe-words", test_text_describe_words);
  g_test_add_func ("/core/text/excerpt", test_text_excerpt);
  g_test_add_func ("/core/text/lists", test_text_lists);
  g_test_add_func ("/core/text/isolate", test_text_isolate);
  g_test_add_func ("/core/text/fold", test_text_fold);
  g_test_add_func ("/core/text/blank", test_text_blank);

  return g_test_run ();
}
