/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words are marked as misspelt, and that nobody who types waits for it:
 * texts without a window.
 */

#include "mtr-spelling-marks.h"
#include "mtr-spelling-words.h"
#include "mtr-test-programme.h"

#include <string.h>

#define LONG_TEXT_WORDS 20000

typedef struct {
  MtrTestProgramme  file;
  GtkTextBuffer    *buffer;  /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mtr_test_programme_set_up (&fixture->file, data);
  fixture->buffer = gtk_text_buffer_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->buffer);
  mtr_test_programme_tear_down (&fixture->file, data);
}

static MtrSpelling *
get_spelling (Fixture *fixture)
{
  MtrSpelling *spelling = mtr_spelling_get (fixture->file.programme);

  MTR_TEST_WAIT_FOR (mtr_spelling_get_state (spelling) == MTR_SPELLING_READY);

  return spelling;
}

/* The marked words, as "teh recieve". */
static char *
dup_marked (GtkTextBuffer    *buffer,
            MtrSpellingMarks *marks)
{
  GString *marked = g_string_new (NULL);
  GtkTextIter from, start, end;

  gtk_text_buffer_get_start_iter (buffer, &from);
  while (mtr_spelling_marks_find_next (marks, &from, &start, &end))
    {
      g_autofree char *word = gtk_text_iter_get_text (&start, &end);

      g_string_append_printf (marked, "%s%s", marked->len > 0 ? " " : "", word);
      from = end;
    }

  return g_string_free (marked, FALSE);
}

static void
judge (MtrSpellingMarks *marks)
{
  while (!mtr_spelling_marks_is_done (marks))
    g_assert_cmpuint (mtr_spelling_marks_check_slice (marks), <=, MTR_SPELLING_SLICE_WORDS);
}

static void
assert_marked (GtkTextBuffer    *buffer,
               MtrSpellingMarks *marks,
               const char       *expected)
{
  g_autofree char *marked = NULL;

  judge (marks);
  marked = dup_marked (buffer, marks);
  g_assert_cmpstr (marked, ==, expected);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "" },
    { "One word.", "One|word" },
    { "don't, isn’t 'quoted' “quoted”", "don't|isn’t|quoted|quoted" },
    { "the mentors' list", "the|mentors|list" },
    { "well-being", "well(well-being)|being(well-being)" },
    { "face-to-face - yes", "face(face-to-face)|to(face-to-face)|face(face-to-face)|yes" },
    { "E07 3rd 2026 3.5 B2b 14:03", "" },
    { "PQS NQSWs NQSW's NQSW’s AMHPs", "" },
    { "Mrs B and I", "Mrs|and" },
    { "https://example.org/some/path and more", "and|more" },
    { "see example.org/path, please", "see|please" },
    { "write to ann@example.org now", "write|to|now" },
    { "report.pdf e.g. i.e. a.m. done", "done" },
    { "snake_case and/or", "and|or" },
    { "naïve café", "naïve|café" },
    { "nai\xcc\x88ve", "nai\xcc\x88ve" },
    { "soft\xc2\xadhyphen", "soft\xc2\xadhyphen" },
    { "two\nlines\n\nthree", "two|lines|three" },
    { "C:\\Users\\x here", "here" },
    { "\xf0\x9f\x99\x82 good", "good" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) words = mtr_spelling_words_find (cases[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < words->len; j++)
        {
          const MtrSpellingWord *word = &g_array_index (words, MtrSpellingWord, j);
          g_autofree char *part = g_utf8_substring (cases[i].text, word->start, word->end);
          g_autofree char *compound = g_utf8_substring (cases[i].text, word->compound_start, word->compound_end);

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", part);
          if (!g_str_equal (part, compound))
            g_string_append_printf (found, "(%s)", compound);
        }
      g_assert_cmpstr (found->str, ==, cases[i].words);
    }
}

static void
test_dictionary (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct {
    const char *word;
    gboolean    right;
  } cases[] = {
    { "colour", TRUE }, { "color", FALSE }, { "Colour", TRUE }, { "Color", FALSE },
    { "organise", TRUE }, { "practise", TRUE }, { "recieve", FALSE }, { "don't", TRUE },
    { "don’t", TRUE }, { "dont", FALSE }, { "nai\xcc\x88ve", TRUE }, { "co-ordinate", TRUE },
    { "mentee", TRUE }, { "Mentees", TRUE }, { "mentee’s", TRUE }, { "wellbeing", TRUE },
    { "", TRUE },
  };
  MtrSpelling *spelling = get_spelling (fixture);
  g_auto (GStrv) suggestions = mtr_spelling_suggest (spelling, "recieve", 5);
  g_auto (GStrv) few = mtr_spelling_suggest (spelling, "supervisoin", 2);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A word with a capital may be a name until the store has said that it is none. */
      mtr_spelling_is_right (spelling, cases[i].word);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      MTR_TEST_WAIT_FOR (mtr_spelling_is_right (spelling, cases[i].word) == cases[i].right);
    }
  g_assert_true (g_strv_contains ((const char * const *) suggestions, "receive"));
  g_assert_cmpuint (g_strv_length (few), ==, 2);
  g_assert_cmpstr (mtr_spelling_get_language (spelling), ==, "en_GB");
  g_assert_true (g_strv_contains (mtr_spelling_get_languages (spelling), "en_GB"));
  g_assert_cmpstr (mtr_spelling_get_language_title ("xx_XX"), ==, "xx_XX");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  MtrSpelling *spelling = get_spelling (fixture);
  g_autoptr (MtrSpellingMarks) marks = mtr_spelling_marks_new (fixture->buffer, spelling);
  MtrChange *change = mtr_change_new ("add");
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_programme_new_id (fixture->file.programme));

  mtr_record_set_text (person, MTR_PERSON_NAME, "Wojciech Zażółć-Brzęczyk");
  mtr_change_insert (change, person);
  mtr_programme_act (fixture->file.programme, change, NULL);
  g_assert_true (mtr_programme_settle (fixture->file.programme));

  gtk_text_buffer_set_text (fixture->buffer, "Wojciech’s talk with Brzęczyk and Qwertzuiop, not wojciech", -1);
  judge (marks);
  MTR_TEST_WAIT_FOR (!mtr_spelling_is_right (spelling, "Qwertzuiop"));
  assert_marked (fixture->buffer, marks, "Qwertzuiop wojciech");
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MtrSpellingMarks) marks = mtr_spelling_marks_new (fixture->buffer, get_spelling (fixture));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_set_text (fixture->buffer, "We recieve teh well-beeing colour, re-registration; E07 and https://teh.org", -1);
  assert_marked (fixture->buffer, marks, "recieve teh beeing");

  /* Joined, parted, mended and undone. */
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 3);
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &end, 10);
  gtk_text_buffer_begin_user_action (fixture->buffer);
  gtk_text_buffer_delete (fixture->buffer, &start, &end);
  gtk_text_buffer_insert (fixture->buffer, &start, "receive", -1);
  gtk_text_buffer_end_user_action (fixture->buffer);
  assert_marked (fixture->buffer, marks, "teh beeing");
  gtk_text_buffer_undo (fixture->buffer);
  assert_marked (fixture->buffer, marks, "recieve teh beeing");
  gtk_text_buffer_redo (fixture->buffer);
  assert_marked (fixture->buffer, marks, "teh beeing");
  gtk_text_buffer_undo (fixture->buffer);
  g_assert_false (gtk_text_buffer_get_can_undo (fixture->buffer));
  text = dup_text (fixture->buffer);
  g_assert_cmpstr (text, ==, "We recieve teh well-beeing colour, re-registration; E07 and https://teh.org");

  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 11);
  gtk_text_buffer_backspace (fixture->buffer, &start, FALSE, TRUE);
  assert_marked (fixture->buffer, marks, "recieveteh beeing");
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 10);
  gtk_text_buffer_insert (fixture->buffer, &start, "\n", -1);
  assert_marked (fixture->buffer, marks, "recieve teh beeing");
  gtk_text_buffer_set_text (fixture->buffer, "", -1);
  assert_marked (fixture->buffer, marks, "");
}

static void
type (Fixture    *fixture,
      const char *text)
{
  for (const char *next = text; *next != '\0'; next = g_utf8_next_char (next))
    gtk_text_buffer_insert_at_cursor (fixture->buffer, next, (int) (g_utf8_next_char (next) - next));
}

static void
test_writing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (MtrSpellingMarks) marks = mtr_spelling_marks_new (fixture->buffer, get_spelling (fixture));
  GtkTextIter start;

  mtr_spelling_marks_set_writing (marks, TRUE);
  type (fixture, "I recieve");
  assert_marked (fixture->buffer, marks, "");
  type (fixture, " teh");
  assert_marked (fixture->buffer, marks, "recieve");
  type (fixture, ",");
  assert_marked (fixture->buffer, marks, "recieve teh");

  /* In the middle of "isn't" there is a word that is none. */
  type (fixture, " isn");
  assert_marked (fixture->buffer, marks, "recieve teh");
  type (fixture, "'");
  assert_marked (fixture->buffer, marks, "recieve teh");
  type (fixture, "t");
  assert_marked (fixture->buffer, marks, "recieve teh");

  /* A cursor that only passes changes nothing; a letter does, until it is left. */
  gtk_text_buffer_get_iter_at_offset (fixture->buffer, &start, 4);
  gtk_text_buffer_place_cursor (fixture->buffer, &start);
  assert_marked (fixture->buffer, marks, "recieve teh");
  type (fixture, "x");
  assert_marked (fixture->buffer, marks, "teh");
  gtk_text_buffer_get_end_iter (fixture->buffer, &start);
  gtk_text_buffer_place_cursor (fixture->buffer, &start);
  assert_marked (fixture->buffer, marks, "rexcieve teh");

  type (fixture, " wrnog");
  assert_marked (fixture->buffer, marks, "rexcieve teh");
  mtr_spelling_marks_set_writing (marks, FALSE);
  assert_marked (fixture->buffer, marks, "rexcieve teh wrnog");
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  /* In one paragraph, and in paragraphs of ten words. */
  const char *separators[] = { " ", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
      g_autoptr (MtrSpellingMarks) marks = mtr_spelling_marks_new (buffer, get_spelling (fixture));
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_words = 0, n_slices = 0, n_marked = 0;
      GtkTextIter from, start, end;

      for (guint word = 0; word < LONG_TEXT_WORDS; word++)
        g_string_append_printf (text, "%s%s", word % 50 == 7 ? "recieve" : "is",
                                word % 10 == 9 ? separators[i] : " ");
      gtk_text_buffer_set_text (buffer, text->str, -1);
      while (!mtr_spelling_marks_is_done (marks))
        {
          guint judged = mtr_spelling_marks_check_slice (marks);

          g_assert_cmpuint (judged, <=, MTR_SPELLING_SLICE_WORDS);
          n_words += judged;
          n_slices++;
        }
      g_assert_cmpuint (n_words, ==, LONG_TEXT_WORDS);
      g_assert_cmpuint (n_slices, ==, LONG_TEXT_WORDS / MTR_SPELLING_SLICE_WORDS);
      gtk_text_buffer_get_start_iter (buffer, &from);
      for (; mtr_spelling_marks_find_next (marks, &from, &start, &end); from = end)
        n_marked++;
      g_assert_cmpuint (n_marked, ==, LONG_TEXT_WORDS / 50);

      /* A letter at its end has one word judged, not all of them. */
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert (buffer, &end, "teh", -1);
      g_assert_cmpuint (mtr_spelling_marks_check_slice (marks), ==, 1);
      g_assert_true (mtr_spelling_marks_is_done (marks));
    }
}

/* Without one space there is no word to end at; it comes to an end all the same. */
static void
test_no_spaces (Fixture       *fixture,
                gconstpointer  data)
{
  const char *parts[] = { "a", "ab-", "'", "x.y", "." };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
      g_autoptr (MtrSpellingMarks) marks = mtr_spelling_marks_new (buffer, get_spelling (fixture));
      g_autoptr (GString) text = g_string_new (NULL);
      guint n_slices = 0;

      while (text->len < 20000)
        g_string_append (text, parts[i]);
      gtk_text_buffer_set_text (buffer, text->str, -1);
      for (; !mtr_spelling_marks_is_done (marks); n_slices++)
        g_assert_cmpuint (mtr_spelling_marks_check_slice (marks), <=, MTR_SPELLING_SLICE_WORDS);
      g_assert_cmpuint (n_slices, <, 500);
    }
}

static void
test_kept_words (Fixture       *fixture,
                 gconstpointer  data)
{
  MtrSpellingMarks *marks = mtr_spelling_marks_new (fixture->buffer, get_spelling (fixture));
  g_autofree char *label = NULL;

  gtk_text_buffer_set_text (fixture->buffer, "Our fambly and your Fambly’s wrnog blorb", -1);
  judge (marks);
  MTR_TEST_WAIT_FOR (!mtr_spelling_is_right (mtr_spelling_get (fixture->file.programme), "Fambly"));
  assert_marked (fixture->buffer, marks, "fambly Fambly’s wrnog blorb");

  mtr_spelling_add (mtr_spelling_get (fixture->file.programme), "fambly");
  MTR_TEST_WAIT_FOR (mtr_spelling_is_right (mtr_spelling_get (fixture->file.programme), "Fambly’s"));
  assert_marked (fixture->buffer, marks, "wrnog blorb");
  mtr_spelling_ignore (mtr_spelling_get (fixture->file.programme), "blorb");
  assert_marked (fixture->buffer, marks, "wrnog");

  g_object_get (fixture->file.programme, "undo-label", &label, NULL);
  g_assert_nonnull (strstr (label, "fambly"));
  mtr_programme_undo (fixture->file.programme);
  MTR_TEST_WAIT_FOR (!mtr_spelling_is_right (mtr_spelling_get (fixture->file.programme), "fambly"));
  assert_marked (fixture->buffer, marks, "fambly Fambly’s wrnog");
  mtr_programme_redo (fixture->file.programme);
  MTR_TEST_WAIT_FOR (mtr_spelling_is_right (mtr_spelling_get (fixture->file.programme), "fambly"));

  /* What the file keeps is there again; what was ignored is not. */
  g_object_unref (marks);
  mtr_test_programme_close (&fixture->file);
  mtr_test_programme_open (&fixture->file);
  marks = mtr_spelling_marks_new (fixture->buffer, get_spelling (fixture));
  MTR_TEST_WAIT_FOR (mtr_spelling_is_right (mtr_spelling_get (fixture->file.programme), "fambly"));
  assert_marked (fixture->buffer, marks, "wrnog blorb");
  g_object_unref (marks);
}

static void
test_preferences (Fixture       *fixture,
                  gconstpointer  data)
{
  MtrSpelling *spelling = get_spelling (fixture);
  GSettings *settings = mtr_spelling_get_settings (spelling);
  g_autoptr (MtrSpellingMarks) marks = mtr_spelling_marks_new (fixture->buffer, spelling);

  gtk_text_buffer_set_text (fixture->buffer, "I recieve colour", -1);
  assert_marked (fixture->buffer, marks, "recieve");
  g_settings_set_boolean (settings, "mark-spelling", FALSE);
  g_assert_cmpint (mtr_spelling_get_state (spelling), ==, MTR_SPELLING_OFF);
  assert_marked (fixture->buffer, marks, "");
  g_settings_set_boolean (settings, "mark-spelling", TRUE);
  assert_marked (fixture->buffer, marks, "recieve");

  g_settings_set_string (settings, "spelling-language", "tlh");
  g_assert_cmpint (mtr_spelling_get_state (spelling), ==, MTR_SPELLING_OPENING);
  MTR_TEST_WAIT_FOR (mtr_spelling_get_state (spelling) == MTR_SPELLING_MISSING);
  assert_marked (fixture->buffer, marks, "");
  g_assert_true (g_strv_contains (mtr_spelling_get_languages (spelling), "en_GB"));
  g_settings_reset (settings, "spelling-language");
  MTR_TEST_WAIT_FOR (mtr_spelling_get_state (spelling) == MTR_SPELLING_READY);
  assert_marked (fixture->buffer, marks, "recieve");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/app/spelling/dictionary", test_dictionary },
    { "/app/spelling/names", test_names },
    { "/app/spelling/marks", test_marks },
    { "/app/spelling/writing", test_writing },
    { "/app/spelling/long-text", test_long_text },
    { "/app/spelling/no-spaces", test_no_spaces },
    { "/app/spelling/kept-words", test_kept_words },
    { "/app/spelling/preferences", test_preferences },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/spelling/words", test_words);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
