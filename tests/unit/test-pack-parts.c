/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that a pack may leave out are read as they were written, and a
 * broken one is refused at its line. */

#include <string.h>

#include "mtr-pack-reader.h"

static char *
load_full (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "packs", "full.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static MtrPack *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) source = g_bytes_new (text, strlen (text));

  return mtr_pack_read (source, "own.xml", error);
}

static MtrPack *
read_full (void)
{
  g_autofree char *text = load_full ();
  g_autoptr (GError) error = NULL;
  MtrPack *pack = read_text (text, &error);

  g_assert_no_error (error);

  return pack;
}

static void
test_guide (void)
{
  g_autoptr (MtrPack) pack = read_full ();
  const MtrPackRole *mentor = mtr_pack_find_role (pack, "mentor");
  const MtrGuideSection *section = g_ptr_array_index (mentor->guide, 0);

  g_assert_cmpuint (mtr_pack_find_role (pack, "mentee")->guide->len, ==, 0);
  g_assert_cmpuint (mentor->guide->len, ==, 1);
  g_assert_cmpstr (section->title, ==, "Before you begin");
  g_assert_cmpuint (g_strv_length (section->paragraphs), ==, 2);
  g_assert_cmpstr (section->paragraphs[1], ==, "Then read.");
}

static void
test_forms (void)
{
  g_autoptr (MtrPack) pack = read_full ();
  const MtrForm *form = mtr_pack_find_form (pack, "strengths");
  const MtrForm *review = mtr_pack_find_form_for (pack, MTR_FORM_LEARNING_REVIEW, NULL);
  const MtrQuestion *question;

  g_assert_cmpuint (mtr_pack_get_forms (pack)->len, ==, 2);
  g_assert_cmpint (form->use, ==, MTR_FORM_TOOL);
  g_assert_cmpint (form->audience, ==, MTR_FORM_AUDIENCE_EVIDENCE);
  g_assert_cmpstr (form->title, ==, "Strengths");
  g_assert_cmpstr (form->introduction, ==, "What you are good at.");
  g_assert_cmpstr (form->filled_by, ==, "mentee");
  g_assert_cmpstr (form->evidence_kind, ==, "note");
  g_assert_cmpstr (form->agreement_field, ==, "mentee_role");
  g_assert_true (form->named_by_choice);
  g_assert_true (form->prints_blank);
  g_assert_cmpuint (form->questions->len, ==, 3);

  question = mtr_form_find_question (form, "most");
  g_assert_cmpint (question->type, ==, MTR_QUESTION_LONG);
  g_assert_cmpint (question->words, ==, 60);
  g_assert_cmpstr (question->description, ==, "One thing.");
  g_assert_false (question->effect);
  g_assert_null (question->choices);
  g_assert_null (mtr_question_find_choice (question, "always"));
  question = mtr_form_find_question (form, "sure");
  g_assert_cmpint (question->type, ==, MTR_QUESTION_SCALE);
  g_assert_true (question->effect);
  g_assert_cmpint (question->lowest, ==, 0);
  g_assert_cmpint (question->highest, ==, 5);
  g_assert_cmpstr (question->high, ==, "Very");
  question = mtr_form_find_question (form, "often");
  g_assert_cmpint (question->type, ==, MTR_QUESTION_CHOICE);
  g_assert_cmpuint (question->choices->len, ==, 2);
  g_assert_cmpstr (mtr_question_find_choice (question, "never")->description, ==, "Not once.");
  g_assert_null (mtr_question_find_choice (question, "often"));
  g_assert_null (mtr_form_find_question (form, "least"));

  g_assert_cmpstr (review->code, ==, "review");
  g_assert_false (review->named_by_choice);
  g_assert_false (review->prints_blank);
  g_assert_null (review->evidence_kind);
  g_assert_null (mtr_pack_find_form_for (pack, MTR_FORM_TOOL, "mentor"));
  g_assert_true (mtr_pack_find_form_for (pack, MTR_FORM_TOOL, "mentee") == form);
  g_assert_null (mtr_pack_find_form (pack, NULL));
}

static void
test_learning (void)
{
  g_autoptr (MtrPack) pack = read_full ();
  const MtrRegime *hours = mtr_pack_find_regime (pack, "2024-06-02");
  const MtrRegime *areas = mtr_pack_find_regime (pack, "2024-06-03");

  g_assert_cmpstr (hours->code, ==, "hours");
  g_assert_cmpint (hours->minutes, ==, 6000);
  g_assert_cmpint (hours->part_minutes, ==, 1200);
  g_assert_false (hours->elements);
  g_assert_null (hours->review_form);
  g_assert_cmpstr (areas->code, ==, "areas");
  g_assert_cmpint (areas->minutes, ==, 0);
  g_assert_true (areas->elements);
  g_assert_cmpstr (areas->review_form, ==, "review");
  /* Nobody guesses which of the two holds. */
  g_assert_null (mtr_pack_find_regime (pack, NULL));
}

/* The dates are worked out by hand. */
static void
test_due (void)
{
  static const struct {
    const char *registered_on;
    gboolean    part_time;
    const char *due_on;
  } table[] = {
    { "2023-01-15", FALSE, "2024-01-15" },
    { "2023-01-15", TRUE,  "2024-07-15" },
    { "2024-02-29", FALSE, "2025-02-28" },
    { "2024-02-29", TRUE,  "2025-08-29" },
    { "2022-08-31", TRUE,  "2024-02-29" },
    { "2023-08-31", TRUE,  "2025-02-28" },
    { "2023-12-31", FALSE, "2024-12-31" },
    { "2023-12-31", TRUE,  "2025-06-30" },
    { "yesterday",  FALSE, NULL },
    { NULL,         FALSE, NULL },
  };
  g_autoptr (MtrPack) pack = read_full ();
  const MtrSubmissions *submissions = mtr_pack_get_submissions (pack);

  g_assert_cmpint (submissions->remind_months, ==, 2);
  g_assert_true (submissions->registration);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *due_on = mtr_submissions_dup_due_on (submissions, table[i].registered_on, table[i].part_time);

      g_assert_cmpstr (due_on, ==, table[i].due_on);
    }
}

static void
test_self_assessment_and_stages (void)
{
  g_autoptr (MtrPack) pack = read_full ();
  const MtrSelfAssessment *self_assessment = mtr_pack_get_self_assessment (pack);
  const MtrWord *item;
  const MtrStage *stage = mtr_pack_find_stage (pack, "first");

  g_assert_cmpint (self_assessment->lowest, ==, 1);
  g_assert_cmpint (self_assessment->highest, ==, 10);
  g_assert_cmpstr (self_assessment->low, ==, "Not at all");
  g_assert_cmpstr (self_assessment->level_question, ==, "Where are you?");
  g_assert_cmpstr (self_assessment->confidence_question, ==, "How sure are you?");
  g_assert_cmpstr (self_assessment->why_question, ==, "Why here?");
  g_assert_cmpstr (self_assessment->help_question, ==, "What would help?");
  /* The area that is retired is not assessed. */
  g_assert_cmpuint (self_assessment->items->len, ==, 1);
  item = g_ptr_array_index (self_assessment->items, 0);
  g_assert_cmpstr (item->code, ==, "a");
  g_assert_cmpstr (item->description, ==, "Every day.");

  g_assert_cmpuint (mtr_pack_get_stages (pack)->len, ==, 1);
  g_assert_cmpstr (stage->description, ==, "New.");
  g_assert_cmpuint (g_strv_length (stage->helps), ==, 2);
  g_assert_cmpstr (stage->helps[1], ==, "Tea.");
}

static void
test_shape (void)
{
  g_autoptr (MtrPack) pack = read_full ();

  g_assert_true (mtr_pack_find_word (pack, MTR_WORDS_EVENT_KINDS, "workshop")->flag);
  g_assert_false (mtr_pack_find_word (pack, MTR_WORDS_EVENT_KINDS, "forum")->flag);
  g_assert_true (mtr_pack_has_view (pack, "learning"));
  g_assert_false (mtr_pack_has_view (pack, "portfolio"));
  g_assert_false (mtr_pack_asks_for (pack, MTR_REQUIREMENT_MENTOR));
}

/* A pack that was written before there were such parts. */
static void
test_nothing_of_it (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "packs", "good.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPack) pack = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  pack = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mtr_pack_get_forms (pack)->len, ==, 0);
  g_assert_cmpuint (mtr_pack_get_stages (pack)->len, ==, 0);
  g_assert_cmpuint (mtr_pack_get_regimes (pack)->len, ==, 0);
  g_assert_null (mtr_pack_get_submissions (pack));
  g_assert_null (mtr_pack_get_self_assessment (pack));
  g_assert_null (mtr_pack_find_regime (pack, "2026-01-01"));
  g_assert_null (mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, NULL));

  /* What no agreement may leave open can be written all the same. */
  g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_AGREEMENT)->len, ==, 3);
  g_assert_cmpstr (mtr_pack_find_word (pack, MTR_WORDS_AGREEMENT, "between_us")->title, ==, "What stays between us");
  g_assert_nonnull (mtr_pack_find_word (pack, MTR_WORDS_AGREEMENT, "limits"));
  g_assert_nonnull (mtr_pack_find_word (pack, MTR_WORDS_AGREEMENT, "manager_receives"));
}

/* One thing in the full pack is replaced; the line is counted by hand in that file. */
typedef struct {
  const char   *path;
  const char   *old;
  const char   *new;
  MtrPackError  code;
  int           line;
  const char   *reason;  /* part of the sentence */
} Broken;

static const Broken broken[] = {
  { "no-time-limit", "full-time-months=\"12\"", "full-time-months=\"0\"", MTR_PACK_ERROR_INCONSISTENT, 40, "one month" },
  { "no-outcomes", "<list of=\"outcomes\">\n    <item code=\"satisfactory\"><title>Fine</title></item>",
    "<list of=\"outcomes\">", MTR_PACK_ERROR_INCONSISTENT, 40, "“outcomes”" },
  { "outcome-unknown", "code=\"satisfactory\"", "code=\"splendid\"", MTR_PACK_ERROR_INCONSISTENT, 109,
    "satisfactory, unsatisfactory, incomplete" },
  { "part-beyond-total", "part=\"20\"", "part=\"101\"", MTR_PACK_ERROR_INCONSISTENT, 46, "inside the total" },
  { "no-hours-at-all", "total=\"100\"", "total=\"0\"", MTR_PACK_ERROR_INCONSISTENT, 46, "1 or more" },
  { "regimes-overlap", "registered-from date=\"2024-06-03\"", "registered-from date=\"2024-06-02\"",
    MTR_PACK_ERROR_INCONSISTENT, 48, "same day" },
  { "regime-twice", "<regime code=\"areas\">", "<regime code=\"hours\">", MTR_PACK_ERROR_INCONSISTENT, 48, "line 42" },
  { "regime-never", "<registered-before", "<registered-from date=\"2025-01-01\"/><registered-before",
    MTR_PACK_ERROR_INCONSISTENT, 42, "ends before it begins" },
  { "regime-not-a-date", "registered-from date=\"2024-06-03\"", "registered-from date=\"June\"",
    MTR_PACK_ERROR_INVALID, 51, "schema" },
  { "review-unknown", "review form=\"review\"", "review form=\"revue\"", MTR_PACK_ERROR_INCONSISTENT, 53, "“revue”" },
  { "review-of-another-use", "review form=\"review\"", "review form=\"strengths\"", MTR_PACK_ERROR_INCONSISTENT, 53,
    "“strengths”" },
  { "scale-upside-down", "lowest=\"1\" highest=\"10\"", "lowest=\"10\" highest=\"1\"", MTR_PACK_ERROR_INCONSISTENT, 57,
    "lower to a higher" },
  { "scale-without-end", "highest=\"5\"", "highest=\"100000\"", MTR_PACK_ERROR_INCONSISTENT, 84, "at most 20" },
  { "stage-helps-nobody", "      <helps>Time.</helps>\n      <helps>Tea.</helps>\n", "", MTR_PACK_ERROR_INVALID, 63,
    "schema" },
  { "use-unknown", "use=\"tool\"", "use=\"toy\"", MTR_PACK_ERROR_INVALID, 71, "schema" },
  { "audience-unknown", "audience=\"evidence\"", "audience=\"all\"", MTR_PACK_ERROR_INVALID, 71, "schema" },
  { "private-evidence", "audience=\"evidence\"", "audience=\"mine\"", MTR_PACK_ERROR_INCONSISTENT, 71, "always private" },
  { "evidence-of-no-kind", "      <becomes-evidence kind=\"note\"/>\n", "", MTR_PACK_ERROR_INCONSISTENT, 71,
    "what kind of evidence" },
  { "evidence-unknown", "becomes-evidence kind=\"note\"", "becomes-evidence kind=\"song\"",
    MTR_PACK_ERROR_INCONSISTENT, 74, "“song”" },
  { "agreement-unknown", "field=\"mentee_role\"", "field=\"mood\"", MTR_PACK_ERROR_INCONSISTENT, 75, "“mood”" },
  { "form-twice", "<form code=\"review\"", "<form code=\"strengths\"", MTR_PACK_ERROR_INCONSISTENT, 92, "line 71" },
  { "question-twice", "<question code=\"sure\"", "<question code=\"most\"", MTR_PACK_ERROR_INCONSISTENT, 82, "line 78" },
  { "question-unknown", "type=\"tick\"", "type=\"song\"", MTR_PACK_ERROR_INVALID, 95, "schema" },
  { "scale-missing", "type=\"tick\"", "type=\"scale\"", MTR_PACK_ERROR_INCONSISTENT, 95, "has a scale" },
  { "scale-for-nothing", "type=\"scale\"", "type=\"short\"", MTR_PACK_ERROR_INCONSISTENT, 82, "has a scale" },
  { "choices-for-nothing", "type=\"choice\"", "type=\"tick\"", MTR_PACK_ERROR_INCONSISTENT, 86, "has choices" },
  { "one-choice", "        <choice code=\"always\"><title>Always</title></choice>\n", "", MTR_PACK_ERROR_INCONSISTENT,
    86, "two choices" },
  { "choice-twice", "<choice code=\"never\">", "<choice code=\"always\">", MTR_PACK_ERROR_INCONSISTENT, 89, "line 88" },
  { "no-questions", "      <question code=\"done\" type=\"tick\"><title>Done</title></question>\n", "",
    MTR_PACK_ERROR_INVALID, 92, "schema" },
  { "requirement-unknown", "<requirements/>",
    "<requirements><requirement id=\"x\" kind=\"dances\"><title>X</title></requirement></requirements>",
    MTR_PACK_ERROR_INCONSISTENT, 34, "“dances” is not a kind that this program knows" },
  { "review-without-form", "<requirements/>",
    "<requirements><requirement id=\"x\" kind=\"reviews\" code=\"strengths\"><title>X</title></requirement></requirements>",
    MTR_PACK_ERROR_INCONSISTENT, 34, "no form “strengths” for a review" },
  { "evaluations-without-form", "<requirements/>",
    "<requirements><requirement id=\"x\" kind=\"evaluations\"><title>X</title></requirement></requirements>",
    MTR_PACK_ERROR_INCONSISTENT, 34, "needs the part “forms”" },
  { "learning-field-unknown", "<list of=\"commitments\">\n    <item code=\"come\">",
    "<list of=\"learning\">\n    <item code=\"come\">", MTR_PACK_ERROR_INCONSISTENT, 112, "no field “come”" },
  { "flag-elsewhere", "<item code=\"come\">", "<item code=\"come\" makes-learning=\"yes\">",
    MTR_PACK_ERROR_INCONSISTENT, 112, "“event-kinds” only" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *row = data;
  g_autofree char *text = load_full ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPack) pack = NULL;
  g_autofree char *place = g_strdup_printf ("own.xml, line %d: ", row->line);

  g_assert_cmpuint (g_string_replace (changed, row->old, row->new, 1), ==, 1);
  pack = read_text (changed->str, &error);
  g_assert_null (pack);
  g_assert_error (error, MTR_PACK_ERROR, (int) row->code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, place));
  g_assert_nonnull (strstr (error->message, row->reason));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/parts/guide", test_guide);
  g_test_add_func ("/pack/parts/forms", test_forms);
  g_test_add_func ("/pack/parts/learning", test_learning);
  g_test_add_func ("/pack/parts/due", test_due);
  g_test_add_func ("/pack/parts/self-assessment-and-stages", test_self_assessment_and_stages);
  g_test_add_func ("/pack/parts/shape", test_shape);
  g_test_add_func ("/pack/parts/nothing-of-it", test_nothing_of_it);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/pack/parts/refused/", broken[i].path, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }

  return g_test_run ();
}
