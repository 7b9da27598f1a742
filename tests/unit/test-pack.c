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
  g_test_add_func ("/pack/shipped/no-claim-of-obligation", test_no_claim_of_obligation);
  g_test_add_func ("/pack/shipped/no-scheme-in-the-program", test_no_scheme_in_the_program);

  return g_test_run ();
}
