/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pack is read as it was written, and a broken one is refused at its line. */

#include <string.h>

#include "mtr-pack-reader.h"

static char *
load_good (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "packs", "good.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static MtrPack *
read_text (const char  *text,
           gssize       length,
           GError     **error)
{
  g_autoptr (GBytes) source = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return mtr_pack_read (source, "own.xml", error);
}

/* Every list and every flag of the file beside the tests. */
static void
test_everything (void)
{
  g_autofree char *text = load_good ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPack) pack = read_text (text, -1, &error);
  g_autofree char *second = NULL;
  g_autofree char *fourth = NULL;
  const MtrStandard *standard;
  const MtrPackRole *role;
  const MtrRule *rule;
  const MtrRequirement *requirement;
  const MtrObservationType *type;
  const MtrEvidenceKind *kind;
  const MtrWord *word;

  g_assert_no_error (error);
  g_assert_cmpstr (mtr_pack_get_id (pack), ==, "small");
  g_assert_cmpstr (mtr_pack_get_version (pack), ==, "1.2");
  g_assert_cmpstr (mtr_pack_get_effective_on (pack), ==, "2026-01-31");
  g_assert_cmpstr (mtr_pack_get_title (pack), ==, "A small scheme");
  g_assert_cmpstr (mtr_pack_get_description (pack), ==, "As little as a pack can have.");
  g_assert_null (mtr_pack_get_note (pack));
  g_assert_cmpstr (mtr_pack_get_word (pack, "mentors"), ==, "Guides");
  g_assert_cmpstr (mtr_pack_get_word (pack, "portfolio"), ==, "portfolio");

  g_assert_cmpuint (mtr_pack_get_standards (pack)->len, ==, 3);
  g_assert_cmpuint (mtr_pack_get_areas (pack)->len, ==, 1);
  standard = mtr_pack_find_standard (pack, "a.1");
  g_assert_cmpstr (standard->title, ==, "Is kind on Mondays.");
  g_assert_cmpstr (standard->area, ==, "a");
  g_assert_true (standard->provisional);
  g_assert_false (standard->retired);
  g_assert_true (mtr_pack_find_standard (pack, "b")->retired);

  role = mtr_pack_find_role (pack, "mentor");
  g_assert_cmpstr (role->summary, ==, "Guides");
  g_assert_cmpstr (role->does[0], ==, "Guides.");
  g_assert_null (role->does[1]);
  g_assert_cmpstr (role->does_not[0], ==, "Does not push.");

  rule = g_ptr_array_index (mtr_pack_get_rules (pack), 0);
  g_assert_cmpint (rule->kind, ==, MTR_RULE_NOT_LINE_MANAGER);
  g_assert_true (rule->warns);
  rule = g_ptr_array_index (mtr_pack_get_rules (pack), 1);
  g_assert_cmpint (rule->kind, ==, MTR_RULE_SUPERVISORY_MONTHS);
  g_assert_cmpint (rule->amount, ==, 6);
  g_assert_false (rule->warns);

  requirement = g_ptr_array_index (mtr_pack_get_requirements (pack), 0);
  g_assert_cmpint (requirement->kind, ==, MTR_REQUIREMENT_OBSERVATIONS);
  g_assert_cmpstr (requirement->id, ==, "visits");
  g_assert_cmpstr (requirement->code, ==, "visit");
  g_assert_cmpint (requirement->amount, ==, 3);
  g_assert_cmpint (requirement->due_months, ==, 4);
  requirement = g_ptr_array_index (mtr_pack_get_requirements (pack), 1);
  g_assert_cmpint (requirement->kind, ==, MTR_REQUIREMENT_EVIDENCE_OF_KIND);
  g_assert_cmpint (requirement->due_months, ==, 0);

  g_assert_cmpint (mtr_pack_get_time_frame (pack)->interval_days, ==, 14);
  g_assert_cmpint (mtr_pack_get_time_frame (pack)->session_minutes, ==, -1);

  type = mtr_pack_find_observation_type (pack, "visit");
  g_assert_cmpuint (type->asked, ==, 3);
  g_assert_true (type->judged);
  g_assert_false (type->first);
  second = mtr_observation_type_dup_name (type, 2);
  g_assert_cmpstr (second, ==, "Of 3 visits: 2");
  fourth = mtr_observation_type_dup_name (type, 4);
  g_assert_cmpstr (fourth, ==, "Visit");

  kind = mtr_pack_find_evidence_kind (pack, "note");
  g_assert_cmpstr (kind->column, ==, "papers");
  g_assert_true (kind->has_form);
  g_assert_false (kind->meets_area);

  g_assert_true (mtr_pack_find_word (pack, MTR_WORDS_SESSION_KINDS, "talk")->flag);
  g_assert_false (mtr_pack_find_word (pack, MTR_WORDS_SESSION_KINDS, "walk")->flag);
  g_assert_true (mtr_pack_find_word (pack, MTR_WORDS_WELLBEING, "poorly")->flag);
  word = mtr_pack_find_word (pack, MTR_WORDS_THEMES, "tone");
  g_assert_cmpstr (word->description, ==, "How was it said?");
  g_assert_cmpint (word->words, ==, 40);
  g_assert_cmpstr (mtr_pack_find_word (pack, MTR_WORDS_VIEWS, "diary")->title, ==, "Notebook");
  g_assert_cmpuint (mtr_pack_get_words (pack, MTR_WORDS_TOPICS)->len, ==, 0);
  g_assert_null (mtr_pack_find_word (pack, MTR_WORDS_TOPICS, "tone"));
  g_assert_null (mtr_pack_find_word (pack, MTR_WORDS_THEMES, NULL));
  g_assert_cmpint (memcmp (g_bytes_get_data (mtr_pack_get_source (pack), NULL), "<?xml", strlen ("<?xml")), ==, 0);
}

/* One thing in the good pack is replaced; the line is counted by hand in that file. */
typedef struct {
  const char   *path;
  const char   *old;
  const char   *new;
  MtrPackError  code;
  int           line;
  const char   *reason;  /* part of the sentence */
} Broken;

static const Broken broken[] = {
  { "wrong-root", "<pack xmlns=\"urn:example:mentoring:pack:1\" id", "<pack xmlns=\"urn:example:other\" id",
    MTR_PACK_ERROR_INVALID, 3, "schema" },
  { "document-type", "<!-- SPDX-License-Identifier: CC0-1.0 -->", "<!DOCTYPE pack>",
    MTR_PACK_ERROR_FORBIDDEN, 2, "document type" },
  { "external-entity", "<!-- SPDX-License-Identifier: CC0-1.0 -->",
    "<!DOCTYPE pack [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", MTR_PACK_ERROR_FORBIDDEN, 2, "document type" },
  { "undeclared-entity", "As little", "&little;", MTR_PACK_ERROR_MALFORMED, 5, "well-formed" },
  { "unclosed", "</vocabulary>", "", MTR_PACK_ERROR_MALFORMED, 0, "well-formed" },
  { "not-utf-8", "Being kind", "Being \xff kind", MTR_PACK_ERROR_MALFORMED, 16, "well-formed" },
  { "control-character", "Being kind", "Being \x01 kind", MTR_PACK_ERROR_MALFORMED, 16, "well-formed" },
  { "title-missing", "  <title>A small scheme</title>\n", "", MTR_PACK_ERROR_INVALID, 4, "schema" },
  { "title-blank", "<title>Being kind</title>", "<title> </title>", MTR_PACK_ERROR_INVALID, 16, "schema" },
  { "element-unknown", "<does>Guides.</does>", "<dose>Guides.</dose>", MTR_PACK_ERROR_INVALID, 34, "schema" },
  { "markup-in-text", "Does not push.", "Does <b>not</b> push.", MTR_PACK_ERROR_INVALID, 35, "schema" },
  { "bad-id", "id=\"small\"", "id=\"../small\"", MTR_PACK_ERROR_INVALID, 3, "schema" },
  { "bad-version", "version=\"1.2\"", "version=\"new\"", MTR_PACK_ERROR_INVALID, 3, "schema" },
  { "bad-date", "effective-on=\"2026-01-31\"", "effective-on=\"2026-02-30\"", MTR_PACK_ERROR_INVALID, 3, "schema" },
  { "bad-amount", "amount=\"3\"", "amount=\"-3\"", MTR_PACK_ERROR_INVALID, 47, "schema" },
  { "huge-amount", "amount=\"3\"", "amount=\"99999999999999999999\"", MTR_PACK_ERROR_INVALID, 47, "schema" },
  { "unknown-list", "<list of=\"wellbeing\">", "<list of=\"weather\">", MTR_PACK_ERROR_INVALID, 74, "schema" },
  { "word-missing", "<word key=\"mentees\">", "<word key=\"others\">", MTR_PACK_ERROR_INCONSISTENT, 6, "“mentees”" },
  { "word-twice", "<word key=\"mentees\">", "<word key=\"mentee\">", MTR_PACK_ERROR_INCONSISTENT, 8, "line 7" },
  { "standard-twice", "code=\"b\"", "code=\"a.1\"", MTR_PACK_ERROR_INCONSISTENT, 22, "line 17" },
  { "all-retired", "<area code=\"a\">", "<area code=\"a\" retired=\"yes\">", MTR_PACK_ERROR_INCONSISTENT, 14, "retired" },
  { "role-missing", "code=\"mentor\"", "code=\"muse\"", MTR_PACK_ERROR_INCONSISTENT, 26, "“mentor”" },
  { "rule-unknown", "kind=\"not-line-manager\"", "kind=\"likes-dogs\"", MTR_PACK_ERROR_INCONSISTENT, 39,
    "It knows: registered, supervisory-months, not-line-manager, more-experience." },
  { "rule-without-amount", " amount=\"6\"", "", MTR_PACK_ERROR_INCONSISTENT, 42, "needs an amount" },
  { "rule-with-amount", "warns=\"yes\"", "amount=\"1\"", MTR_PACK_ERROR_INCONSISTENT, 39, "takes no amount" },
  { "requirement-unknown", "kind=\"observations\"", "kind=\"wishes\"", MTR_PACK_ERROR_INCONSISTENT, 47, "“wishes”" },
  { "requirement-twice", "id=\"notes\"", "id=\"visits\"", MTR_PACK_ERROR_INCONSISTENT, 50, "line 47" },
  { "requirement-of-nothing", " code=\"visit\" amount", " amount", MTR_PACK_ERROR_INCONSISTENT, 47, "needs a code" },
  { "requirement-without-type", "code=\"visit\" amount", "code=\"dance\" amount", MTR_PACK_ERROR_INCONSISTENT, 47,
    "no type of observation “dance”" },
  { "requirement-without-kind", "code=\"note\" amount", "code=\"song\" amount", MTR_PACK_ERROR_INCONSISTENT, 50,
    "no kind of evidence “song”" },
  { "requirement-with-code", "kind=\"evidence-of-kind\" code=\"note\" amount=\"2\"", "kind=\"report\" code=\"note\"",
    MTR_PACK_ERROR_INCONSISTENT, 50, "takes no code" },
  { "requirement-of-none", "amount=\"2\"", "amount=\"0\"", MTR_PACK_ERROR_INCONSISTENT, 50, "1 or more" },
  { "numbered-with-string", "%2$d visits", "%s visits", MTR_PACK_ERROR_INCONSISTENT, 58, "%1$d" },
  { "numbered-once", "Of %2$d visits: %1$d", "Visit %1$d", MTR_PACK_ERROR_INCONSISTENT, 58, "%2$d" },
  { "column-unknown", "column=\"papers\"", "column=\"boxes\"", MTR_PACK_ERROR_INCONSISTENT, 62, "no column “boxes”" },
  { "item-twice", "<item code=\"walk\">", "<item code=\"talk\">", MTR_PACK_ERROR_INCONSISTENT, 70, "line 67" },
  { "list-twice", "<list of=\"wellbeing\">", "<list of=\"session-kinds\">", MTR_PACK_ERROR_INCONSISTENT, 74, "line 66" },
  { "flag-elsewhere", "<item code=\"tone\"", "<item worry=\"yes\" code=\"tone\"", MTR_PACK_ERROR_INCONSISTENT, 80,
    "“wellbeing” only" },
  { "field-unknown", "code=\"rationale\"", "code=\"rational\"", MTR_PACK_ERROR_INCONSISTENT, 96, "no field" },
  { "view-unknown", "<item code=\"diary\">", "<item code=\"telly\">", MTR_PACK_ERROR_INCONSISTENT, 101, "view" },
  { "judgements-missing", "<list of=\"judgements\">", "<list of=\"topics\">", MTR_PACK_ERROR_INCONSISTENT, 3,
    "“judgements”" },
  { "themes-missing", "<list of=\"themes\">", "<list of=\"topics\">", MTR_PACK_ERROR_INCONSISTENT, 3, "“themes”" },
};

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (new, parts);
}

static void
check_refused (const char   *text,
               gssize        length,
               MtrPackError  code,
               int           line,
               const char   *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPack) pack = read_text (text, length, &error);

  g_assert_null (pack);
  g_assert_error (error, MTR_PACK_ERROR, (int) code);
  g_test_message ("%s", error->message);
  if (line > 0)
    {
      g_autofree char *place = g_strdup_printf ("own.xml, line %d: ", line);

      g_assert_true (g_str_has_prefix (error->message, place));
    }
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_broken (gconstpointer data)
{
  const Broken *row = data;
  g_autofree char *text = load_good ();
  g_autofree char *changed = replace (text, row->old, row->new);

  check_refused (changed, -1, row->code, row->line, row->reason);
}

static void
test_not_xml (void)
{
  /* What "gzip" makes of an empty file. */
  static const char gzip[] = { '\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
  static const char * const texts[] = { "Dear colleague,", "<html><p>404</html>", " ", "{\"pack\": 1}" };

  check_refused ("", 0, MTR_PACK_ERROR_MALFORMED, 1, "empty");
  check_refused (gzip, sizeof gzip, MTR_PACK_ERROR_MALFORMED, 1, "well-formed");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (texts[i], -1, MTR_PACK_ERROR_MALFORMED, 1, "well-formed");
}

static void
test_too_large (void)
{
  g_autofree char *text = load_good ();
  g_autofree char *spaces = g_strnfill (MTR_PACK_MAX_SIZE, ' ');
  g_autofree char *padded = g_strconcat (text, spaces, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPack) pack = NULL;
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *many = NULL;

  check_refused (padded, MTR_PACK_MAX_SIZE + 1, MTR_PACK_ERROR_TOO_LARGE, 0, "4 MB");
  /* To the byte as long as is allowed. */
  pack = read_text (padded, MTR_PACK_MAX_SIZE, &error);
  g_assert_no_error (error);

  for (int i = 0; i < 20000; i++)
    g_string_append (items, "<does>x</does>");
  many = replace (text, "<does>Guides.</does>", items->str);
  check_refused (many, -1, MTR_PACK_ERROR_TOO_LARGE, 34, "elements");
}

/* Entities inside entities must be refused before anybody expands them. */
static void
test_entities_in_entities (void)
{
  g_autofree char *text = load_good ();
  g_autoptr (GString) type = g_string_new ("<!DOCTYPE pack [<!ENTITY a0 \"ha\">");
  g_autofree char *bomb = NULL;
  g_autofree char *used = NULL;

  for (int i = 1; i < 30; i++)
    g_string_append_printf (type, "<!ENTITY a%d \"&a%d;&a%d;\">", i, i - 1, i - 1);
  g_string_append (type, "]>");
  bomb = replace (text, "<!-- SPDX-License-Identifier: CC0-1.0 -->", type->str);
  used = replace (bomb, "Being kind", "&a29;");
  check_refused (used, -1, MTR_PACK_ERROR_FORBIDDEN, 2, "document type");
}

static void
test_deep (void)
{
  g_autofree char *text = load_good ();
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *changed = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (deep, "<does>");
  changed = replace (text, "<does>Guides.</does>", deep->str);
  check_refused (changed, -1, MTR_PACK_ERROR_MALFORMED, 34, "well-formed");
}

/* Cut off after any byte, the good pack is refused and never read in part. */
static void
test_truncated (void)
{
  g_autofree char *text = load_good ();
  gsize whole = strlen (text);

  while (text[whole - 1] == '\n')
    whole--;
  for (gsize length = 0; length < whole; length += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MtrPack) pack = read_text (text, (gssize) length, &error);

      g_assert_null (pack);
      g_assert_error (error, MTR_PACK_ERROR, MTR_PACK_ERROR_MALFORMED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/reader/everything", test_everything);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/pack/reader/refused/", broken[i].path, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/pack/reader/not-xml", test_not_xml);
  g_test_add_func ("/pack/reader/too-large", test_too_large);
  g_test_add_func ("/pack/reader/entities-in-entities", test_entities_in_entities);
  g_test_add_func ("/pack/reader/deep", test_deep);
  g_test_add_func ("/pack/reader/truncated", test_truncated);

  return g_test_run ();
}
