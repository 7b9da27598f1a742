/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The packs that come with the program say what they must, and the program
 * itself does not know any of them by name. */

#include <gio/gio.h>
#include <string.h>

#include "mtr-pack-library.h"

static MtrPackLibrary *
load_library (void)
{
  MtrPackLibrary *library = mtr_pack_library_new ();
  g_autoptr (GPtrArray) problems = NULL;

  mtr_pack_library_load (library);
  problems = mtr_pack_library_get_problems (library);
  g_assert_cmpuint (problems->len, ==, 0);

  return library;
}

/* Typed from the published list of names, which is certain; nothing else about the standards is. */
static void
test_eight_areas (void)
{
  static const char * const names[] = {
    "Values and ethics",
    "Influencing and governing practice excellence within the organisation and community",
    "Developing confident and capable social workers",
    "Assuring good social work practice and development",
    "Promoting and supporting critical analysis and decision-making",
    "Relationship-based practice supervision",
    "Effective use of power and authority as a practice supervisor",
    "Performance management and improvement",
  };
  static const int statements[] = { 0, 0, 3, 3, 4, 4, 5, 0 };
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, "pqs-adults", NULL);
  GPtrArray *areas = mtr_pack_get_areas (pack);

  g_assert_cmpuint (areas->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autofree char *code = g_strdup_printf ("%u", i + 1);

      g_assert_cmpstr (area->code, ==, code);
      g_assert_cmpstr (area->title, ==, names[i]);
      g_assert_false (area->provisional);
      g_assert_nonnull (area->description);
      for (int n = 1; n <= statements[i] + 1; n++)
        {
          g_autofree char *statement_code = g_strdup_printf ("%u.%d", i + 1, n);
          const MtrStandard *statement = mtr_pack_find_standard (pack, statement_code);

          g_assert_true ((statement != NULL) == (n <= statements[i]));
          if (statement != NULL)
            g_assert_true (statement->provisional);
        }
    }
}

static void
test_pathway (void)
{
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, "pqs-adults", NULL);
  const MtrObservationType *formative = mtr_pack_find_observation_type (pack, "formative");
  const MtrObservationType *direct = mtr_pack_find_observation_type (pack, "direct");
  GPtrArray *rules = mtr_pack_get_rules (pack);
  gboolean months = FALSE;
  gboolean line_manager = FALSE;

  g_assert_cmpuint (formative->asked, ==, 1);
  g_assert_true (formative->first);
  g_assert_false (formative->judged);
  g_assert_cmpuint (direct->asked, ==, 2);
  g_assert_false (direct->first);
  g_assert_true (direct->judged);
  for (guint i = 0; i < rules->len; i++)
    {
      const MtrRule *rule = g_ptr_array_index (rules, i);

      months |= rule->kind == MTR_RULE_SUPERVISORY_MONTHS && rule->amount == 24 && !rule->warns;
      line_manager |= rule->kind == MTR_RULE_NOT_LINE_MANAGER && rule->warns;
    }
  g_assert_true (months);
  g_assert_true (line_manager);
  g_assert_true (mtr_pack_find_evidence_kind (pack, "prior-accreditation")->meets_area);
  g_assert_true (mtr_pack_find_word (pack, MTR_WORDS_SESSION_KINDS, "first-meeting")->flag);
  g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_PROMPTS)->len, ==, 4);
  g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_WELLBEING)->len, ==, 4);
  g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_CHECKLIST)->len, ==, 10);
  g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_TOPICS)->len, <=, 10);
}

/* What every page can rely on, whichever pack it is. */
static void
test_every_pack_is_whole (void)
{
  static const char * const words[] = {
    "mentee", "mentees", "mentor", "mentors", "line-manager", "line-managers", "observer", "observers",
    "observed-person", "observed-with", "supervisee", "supervisees", "programme-lead", "panel", "portfolio",
  };
  static const char * const roles[] = { "mentee", "mentor", "line-manager", "talk-to" };
  static const MtrWordList lists[] = {
    MTR_WORDS_SESSION_KINDS, MTR_WORDS_TOPICS, MTR_WORDS_PROMPTS, MTR_WORDS_WELLBEING, MTR_WORDS_CHECKLIST,
    MTR_WORDS_AGREEMENT, MTR_WORDS_SCOPE_OUT, MTR_WORDS_WORRY, MTR_WORDS_VIEWS,
  };
  g_autoptr (MtrPackLibrary) library = load_library ();
  g_autoptr (GPtrArray) packs = mtr_pack_library_get_packs (library);

  g_assert_cmpuint (packs->len, >, 0);
  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);

      for (guint n = 0; n < G_N_ELEMENTS (words); n++)
        g_assert_cmpstr (mtr_pack_get_word (pack, words[n]), !=, words[n]);
      for (guint n = 0; n < G_N_ELEMENTS (roles); n++)
        {
          const MtrPackRole *role = mtr_pack_find_role (pack, roles[n]);

          g_assert_nonnull (role);
          g_assert_cmpuint (g_strv_length (role->does), >, 0);
          g_assert_cmpuint (g_strv_length (role->does_not), >, 0);
        }
      for (guint n = 0; n < G_N_ELEMENTS (lists); n++)
        g_assert_cmpuint (mtr_pack_get_words (pack, lists[n])->len, >, 0);
    }
}

/* What each pack must have, typed from the programme's brief. Lists are counted, in the order of the enumeration. */
typedef struct {
  const char *id;
  guint       areas;
  guint       rules;
  guint       requirements;
  guint       observation_types;
  guint       regimes;
  guint       tools;         /* with social identity, identity, strengths, feedback, relationship, important */
  guint       topics;
  const char *views;         /* with commas between */
  gboolean    asks_mentor;
  gboolean    submits;
} Shipped;

static const Shipped shipped[] = {
  { "pqs-adults",     8, 3, 12, 2, 0, 10, 10, "pairing,diary,observations,portfolio", TRUE,  FALSE },
  { "nqsw-scotland",  8, 2,  8, 0, 2,  7, 10, "pairing,diary,learning",               FALSE, TRUE },
  { "support-worker", 0, 2,  8, 0, 0,  9,  9, "pairing,diary",                        TRUE,  FALSE },
  { "asye-adults",    9, 1, 17, 1, 0,  9, 10, "pairing,diary,observations,portfolio", TRUE,  FALSE },
};

static char *
dup_codes (MtrPack     *pack,
           MtrWordList  list)
{
  GPtrArray *words = mtr_pack_get_words (pack, list);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < words->len; i++)
    g_strv_builder_add (codes, ((MtrWord *) g_ptr_array_index (words, i))->code);
  strings = g_strv_builder_end (codes);

  return g_strjoinv (",", strings);
}

static void
test_shape (gconstpointer data)
{
  const Shipped *row = data;
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, row->id, NULL);
  GPtrArray *forms = mtr_pack_get_forms (pack);
  g_autofree char *views = dup_codes (pack, MTR_WORDS_VIEWS);
  guint tools = 0;

  for (guint i = 0; i < forms->len; i++)
    tools += ((MtrForm *) g_ptr_array_index (forms, i))->use == MTR_FORM_TOOL;
  g_assert_cmpuint (mtr_pack_get_areas (pack)->len, ==, row->areas);
  g_assert_cmpuint (mtr_pack_get_rules (pack)->len, ==, row->rules);
  g_assert_cmpuint (mtr_pack_get_requirements (pack)->len, ==, row->requirements);
  g_assert_cmpuint (mtr_pack_get_observation_types (pack)->len, ==, row->observation_types);
  g_assert_cmpuint (mtr_pack_get_regimes (pack)->len, ==, row->regimes);
  g_assert_cmpuint (tools, ==, row->tools);
  g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_TOPICS)->len, ==, row->topics);
  g_assert_cmpstr (views, ==, row->views);
  g_assert_true (mtr_pack_asks_for (pack, MTR_REQUIREMENT_MENTOR) == row->asks_mentor);
  g_assert_true ((mtr_pack_get_submissions (pack) != NULL) == row->submits);
}

/* Tools, guides that print, stages, commitments, evaluations: in every one of them. */
static void
test_every_pack_has_a_year (void)
{
  static const char * const tools[] = {
    "social-identity", "identity", "strengths", "giving-feedback", "supervision-relationship", "important",
  };
  static const char * const guides[] = { "mentee", "mentor", "line-manager" };
  static const MtrWordList lists[] = {
    MTR_WORDS_MENTOR_QUESTIONS, MTR_WORDS_GOAL_AREAS, MTR_WORDS_MEASURES, MTR_WORDS_EVENT_KINDS,
    MTR_WORDS_LEARNING_KINDS, MTR_WORDS_READING,
  };
  g_autoptr (MtrPackLibrary) library = load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      MtrPack *pack = mtr_pack_library_find (library, shipped[i].id, NULL);
      const MtrForm *mentee = mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, "mentee");
      const MtrForm *mentor = mtr_pack_find_form_for (pack, MTR_FORM_EVALUATION, "mentor");

      for (guint n = 0; n < G_N_ELEMENTS (tools); n++)
        g_assert_nonnull (mtr_pack_find_form (pack, tools[n]));
      /* What somebody is goes to nobody, whatever they tick. */
      for (guint n = 0; n < 2; n++)
        {
          const MtrForm *form = mtr_pack_find_form (pack, tools[n]);

          g_assert_cmpint (form->audience, ==, MTR_FORM_AUDIENCE_MINE);
          g_assert_null (form->evidence_kind);
          g_assert_null (form->agreement_field);
        }
      g_assert_nonnull (mtr_pack_find_form (pack, "supervision-relationship")->agreement_field);
      g_assert_true (mtr_form_find_question (mentee, "effect")->effect);
      g_assert_true (mtr_form_find_question (mentor, "effect")->effect);
      g_assert_nonnull (mtr_pack_find_form (pack, "three-month-check"));
      g_assert_nonnull (mtr_pack_find_form_for (pack, MTR_FORM_GROUP, NULL));
      g_assert_nonnull (mtr_pack_find_form_for (pack, MTR_FORM_MEMBER, NULL));
      g_assert_nonnull (mtr_pack_find_form_for (pack, MTR_FORM_CPD, NULL));
      g_assert_nonnull (mtr_pack_find_form_for (pack, MTR_FORM_CHECKLIST, NULL));
      g_assert_cmpuint (mtr_pack_get_stages (pack)->len, ==, 4);
      g_assert_nonnull (mtr_pack_get_self_assessment (pack));
      g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_COMMITMENTS)->len, ==, 5);
      for (guint n = 0; n < G_N_ELEMENTS (guides); n++)
        g_assert_cmpuint (mtr_pack_find_role (pack, guides[n])->guide->len, >=, 2);
      for (guint n = 0; n < G_N_ELEMENTS (lists); n++)
        g_assert_cmpuint (mtr_pack_get_words (pack, lists[n])->len, >=, 3);
      g_assert_true (mtr_pack_find_word (pack, MTR_WORDS_EVENT_KINDS, "workshop")->flag);
    }
}

/* The ten topics of the peer discussion of a new worker, in the order they were given. */
static void
test_topics_of_new_workers (void)
{
  static const char * const topics[] = {
    "First impressions", "Day-to-day practice", "Areas of anxiety", "Challenges and what went well",
    "Knowing the local area", "Thoughts and feelings in the role", "Workload and time", "Policy and procedure",
    "Local resources", "Partnership work",
  };
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, "nqsw-scotland", NULL);
  GPtrArray *words = mtr_pack_get_words (pack, MTR_WORDS_TOPICS);

  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (topics));
  for (guint i = 0; i < words->len; i++)
    g_assert_cmpstr (((MtrWord *) g_ptr_array_index (words, i))->title, ==, topics[i]);
}

/* 144 hours are 24 days of 6, and the 30 on protection are among them; from 3 June 2024 there are none. */
static void
test_regimes_of_new_workers (void)
{
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, "nqsw-scotland", NULL);
  const MtrRegime *before = mtr_pack_find_regime (pack, "2024-06-02");
  const MtrRegime *after = mtr_pack_find_regime (pack, "2024-06-03");
  const MtrSubmissions *limits = mtr_pack_get_submissions (pack);
  g_autofree char *outcomes = dup_codes (pack, MTR_WORDS_OUTCOMES);

  g_assert_cmpint (before->minutes, ==, 24 * 6 * 60);
  g_assert_cmpint (before->part_minutes, ==, 5 * 6 * 60);
  g_assert_false (before->elements);
  g_assert_null (before->review_form);
  g_assert_cmpint (after->minutes, ==, 0);
  g_assert_cmpint (after->part_minutes, ==, 0);
  g_assert_true (after->elements);
  g_assert_nonnull (mtr_pack_find_form (pack, after->review_form));
  g_assert_cmpint (limits->full_time_months, ==, 12);
  g_assert_cmpint (limits->part_time_months, ==, 18);
  g_assert_true (limits->registration);
  g_assert_cmpstr (outcomes, ==, "satisfactory,unsatisfactory,incomplete");
  g_assert_nonnull (mtr_pack_find_role (pack, "peer"));
}

static gboolean
has_rule (MtrPack     *pack,
          MtrRuleKind  kind)
{
  GPtrArray *rules = mtr_pack_get_rules (pack);

  for (guint i = 0; i < rules->len; i++)
    if (((MtrRule *) g_ptr_array_index (rules, i))->kind == kind)
      return TRUE;

  return FALSE;
}

static void
test_support_workers (void)
{
  static const char * const goal_areas[] = {
    "Professional development", "Performance", "Confidence and resilience", "Communication and teamwork",
  };
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, "support-worker", NULL);
  GPtrArray *words = mtr_pack_get_words (pack, MTR_WORDS_GOAL_AREAS);

  g_assert_true (has_rule (pack, MTR_RULE_MORE_EXPERIENCE));
  g_assert_false (has_rule (pack, MTR_RULE_REGISTERED));
  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (goal_areas));
  for (guint i = 0; i < words->len; i++)
    g_assert_cmpstr (((MtrWord *) g_ptr_array_index (words, i))->title, ==, goal_areas[i]);
}

/* Kind, code, amount and due months of what the assessed year asks for in figures. */
static void
test_assessed_year (void)
{
  static const struct {
    MtrRequirementKind  kind;
    const char         *code;
    int                 amount;
    int                 due_months;
  } table[] = {
    { MTR_REQUIREMENT_OBSERVATIONS,           "direct",                3, 11 },
    { MTR_REQUIREMENT_OBSERVATIONS_BY_MENTOR, "direct",                2, 11 },
    { MTR_REQUIREMENT_REVIEWS,                "three-month-check",     0, 3 },
    { MTR_REQUIREMENT_REVIEWS,                "six-month-review",      0, 6 },
    { MTR_REQUIREMENT_REVIEWS,                "final-review",          0, 12 },
    { MTR_REQUIREMENT_EVIDENCE_OF_KIND,       "people-feedback",       3, 11 },
    { MTR_REQUIREMENT_EVIDENCE_OF_KIND,       "professional-feedback", 3, 11 },
    { MTR_REQUIREMENT_EVIDENCE_OF_KIND,       "document",              3, 11 },
    { MTR_REQUIREMENT_EVIDENCE_OF_KIND,       "critical-reflection",   1, 11 },
  };
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, "asye-adults", NULL);
  GPtrArray *requirements = mtr_pack_get_requirements (pack);

  for (guint n = 0; n < G_N_ELEMENTS (table); n++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < requirements->len; i++)
        {
          const MtrRequirement *requirement = g_ptr_array_index (requirements, i);

          found |= requirement->kind == table[n].kind && g_strcmp0 (requirement->code, table[n].code) == 0 &&
                   requirement->amount == table[n].amount && requirement->due_months == table[n].due_months;
        }
      g_assert_true (found);
    }
  g_assert_cmpuint (mtr_pack_find_observation_type (pack, "direct")->asked, ==, 3);
}

/* Mentoring decides nothing about a case: every scheme says where that belongs. */
static void
test_cases_go_elsewhere (void)
{
  g_autoptr (MtrPackLibrary) library = load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      MtrPack *pack = mtr_pack_library_find (library, shipped[i].id, NULL);
      GPtrArray *scope = mtr_pack_get_words (pack, MTR_WORDS_SCOPE_OUT);
      const MtrWord *first = g_ptr_array_index (scope, 0);
      const MtrWord *second = g_ptr_array_index (scope, 1);

      g_assert_nonnull (strstr (first->title, "case"));
      g_assert_true (g_str_has_prefix (second->title, "No standing in"));
      g_assert_nonnull (strstr (mtr_pack_find_word (pack, MTR_WORDS_PROMPTS, "challenges")->description,
                                "“raise with my "));
    }
}

static void
test_no_claim_of_obligation (void)
{
  static const char * const words[] = { "mandatory", "compulsory", "licence", "licensed", "accredited", "must be completed" };
  g_autoptr (MtrPackLibrary) library = load_library ();
  MtrPack *pack = mtr_pack_library_find (library, "pqs-adults", NULL);
  GBytes *source = mtr_pack_get_source (pack);
  g_autofree char *text = g_strndup (g_bytes_get_data (source, NULL), g_bytes_get_size (source));
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (lower, words[i]));
}

static void
check_no_scheme_is_named (GFile  *folder,
                          GRegex *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, "standard::name,standard::type", 0, NULL,
                                                                    &error);

  g_assert_no_error (error);
  for (;;)
    {
      GFileInfo *info;
      GFile *child;
      g_autofree char *text = NULL;
      gsize length;

      g_file_enumerator_iterate (children, &info, &child, NULL, &error);
      g_assert_no_error (error);
      if (info == NULL)
        break;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          check_no_scheme_is_named (child, names);
          continue;
        }
      g_file_load_contents (child, NULL, &text, &length, NULL, &error);
      g_assert_no_error (error);
      if (g_regex_match (names, text, 0, NULL))
        g_error ("%s names a scheme; packs are data", g_file_peek_path (child));
    }
}

static void
test_no_scheme_in_the_program (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GRegex) names = g_regex_new ("\\b(pqs|nqsw|asye|prtl|sssc|peps)", G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);

  check_no_scheme_is_named (folder, names);
}

int
main (int   argc,
      char *argv[])
{
  /* Packs of whoever runs the tests are none of ours. */
  g_setenv ("XDG_DATA_HOME", "/nowhere", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/shipped/eight-areas", test_eight_areas);
  g_test_add_func ("/pack/shipped/pathway", test_pathway);
  g_test_add_func ("/pack/shipped/whole", test_every_pack_is_whole);
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autofree char *path = g_strconcat ("/pack/shipped/shape/", shipped[i].id, NULL);

      g_test_add_data_func (path, &shipped[i], test_shape);
    }
  g_test_add_func ("/pack/shipped/year", test_every_pack_has_a_year);
  g_test_add_func ("/pack/shipped/topics-of-new-workers", test_topics_of_new_workers);
  g_test_add_func ("/pack/shipped/regimes-of-new-workers", test_regimes_of_new_workers);
  g_test_add_func ("/pack/shipped/support-workers", test_support_workers);
  g_test_add_func ("/pack/shipped/assessed-year", test_assessed_year);
  g_test_add_func ("/pack/shipped/cases-go-elsewhere", test_cases_go_elsewhere);
  g_test_add_func ("/pack/shipped/no-claim-of-obligation", test_no_claim_of_obligation);
  g_test_add_func ("/pack/shipped/no-scheme-in-the-program", test_no_scheme_in_the_program);

  return g_test_run ();
}
