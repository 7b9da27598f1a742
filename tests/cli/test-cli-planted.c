/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A different word in every text of every kind of record, and what a script
 * gets of it: each list, spreadsheet and calendar carries exactly the words
 * that it is for, and what is only the owner's is in none of them.
 */

#include "cli-run.h"
#include "mtr-pack-library.h"
#include "mtr-reports.h"
#include "mtr-store.h"

#include <gio/gio.h>
#include <string.h>

#define AS_AT "--as-at=2026-11-21"

typedef struct {
  char  *folder;               /* (owned) */
  char  *path;                 /* (owned) */
  gint64 ids[MTR_N_KINDS];
} Fixture;

/* What the lists need so that each record is in them. */
static const struct {
  MtrField    field;
  const char *value;   /* NULL: empty */
} values[] = {
  { MTR_PAIRING_PACK, "pqs-adults" },
  { MTR_PAIRING_STATE, "active" },
  { MTR_PAIRING_STRUCTURE, "one-to-one" },
  { MTR_PAIRING_PAUSED_ON, NULL },
  { MTR_PAIRING_ENDED_ON, NULL },
  { MTR_PERSON_LEFT_ON, NULL },
  { MTR_MEMBER_ROLE, "mentee" },
  { MTR_MEMBER_LEFT_ON, NULL },
  { MTR_SESSION_STATE, "held" },
  { MTR_SESSION_KIND, "mentoring" },
  { MTR_OBSERVATION_TYPE, "direct" },
  { MTR_PORTFOLIO_PACK, "pqs-adults" },
  { MTR_EVIDENCE_KIND, "document" },
  { MTR_EVENT_CANCELLED_ON, NULL },
};

/* A word that is in no scheme, and not the beginning of another. */
static char *
dup_word (MtrField field)
{
  return g_strdup_printf ("zq%c%c%cqz", 'a' + field / 676 % 26, 'a' + field / 26 % 26, 'a' + field % 26);
}

static char *
dup_value (MtrField    field,
           const char *sha256)
{
  if (mtr_field_is_text (field))
    return dup_word (field);
  if (field == MTR_ATTACHMENT_SHA256)
    return g_strdup (sha256);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].field == field)
      return g_strdup (values[i].value);

  switch (mtr_field_get_info (field)->type)
    {
    case MTR_TYPE_DATE:
      return g_strdup ("2026-03-02");
    case MTR_TYPE_TIME:
      return g_strdup ("10:05");
    case MTR_TYPE_MOMENT:
      return g_strdup ("2026-03-02T10:05:00Z");
    default:
      return g_strdup ("1");
    }
}

static void
plant (Fixture    *fixture,
       MtrChange  *change,
       MtrKind     kind,
       const char *sha256)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  MtrRecord *record = mtr_record_new (kind, fixture->ids[kind]);

  for (int field = info->first_field; field <= (int) info->last_field; field++)
    {
      const MtrFieldInfo *field_info = mtr_field_get_info (field);
      g_autofree char *value = dup_value (field, sha256);

      /* What is sealed or erased is the business of other tests. */
      if (field == (int) mtr_kind_get_sealed_field (kind) || field == (int) mtr_kind_get_erased_field (kind))
        continue;
      if (field_info->type == MTR_TYPE_REF)
        mtr_record_set_number (record, field, fixture->ids[field_info->reference]);
      else if (mtr_field_is_number (field))
        mtr_record_set_number (record, field, 1);
      else if (value != NULL)
        mtr_record_set_text (record, field, value);
    }
  mtr_change_insert (change, record);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("plant");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("paper", 5);
  g_autofree char *sha256 = mtr_change_attach (change, bytes);
  g_autofree char *title = dup_word (MTR_PROGRAMME_TITLE);
  g_autoptr (GPtrArray) programmes = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  GError *error = NULL;

  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "planted.mentoring", NULL);
  mtr_pack_library_load (library);
  store = mtr_store_create (fixture->path, mtr_pack_library_find (library, "pqs-adults", NULL), title,
                            mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  programmes = mtr_store_list_records (store, &query, MTR_READER_OWNER, &error);
  g_assert_no_error (error);

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    fixture->ids[kind] = kind == MTR_KIND_PROGRAMME ? mtr_record_get_id (g_ptr_array_index (programmes, 0)) : 1000 + kind;
  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    if (kind != MTR_KIND_PROGRAMME &&
        !(mtr_kind_get_info (kind)->flags & (MTR_KIND_FLAG_DERIVED | MTR_KIND_FLAG_APPEND_ONLY)))
      plant (fixture, change, kind, sha256);
  mtr_change_set_number (change, MTR_PROGRAMME_OWNER_ID, fixture->ids[MTR_KIND_PROGRAMME], fixture->ids[MTR_KIND_PERSON]);
  mtr_store_apply (store, change, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* @fields ends with MTR_FIELD_NONE: whose words are there; those of all others are not. */
static void
assert_words (const char     *what,
              const char     *text,
              const MtrField *fields)
{
  for (int i = 0; i < MTR_N_FIELDS; i++)
    {
      g_autofree char *word = dup_word (i);
      gboolean expected = FALSE;

      if (!mtr_field_is_text (i))
        continue;
      for (gsize j = 0; fields[j] != MTR_FIELD_NONE; j++)
        expected = expected || (int) fields[j] == i;
      if ((strstr (text, word) != NULL) != expected)
        g_error ("%s: the word of %s.%s is %s", what, mtr_kind_get_info (mtr_field_get_info (i)->kind)->table,
                 mtr_field_get_info (i)->column, expected ? "missing" : "there");
    }
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const formats[] = { "table", "csv", "json" };
  static const struct {
    const char *kind;
    MtrField    fields[8];
  } rows[] = {
    { "people", { MTR_PERSON_NAME, MTR_PERSON_ROLE_TITLE, MTR_PERSON_EMPLOYER, MTR_PERSON_TEAM, MTR_FIELD_NONE } },
    { "pairings", { MTR_PERSON_NAME, MTR_FIELD_NONE } },
    { "sessions", { MTR_SESSION_NEXT_STEP, MTR_FIELD_NONE } },
    { "observations", { MTR_PERSON_NAME, MTR_FIELD_NONE } },
    { "evidence", { MTR_EVIDENCE_TITLE, MTR_FIELD_NONE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autofree char *format = g_strconcat ("--format=", formats[j], NULL);
        g_autofree char *what = g_strdup_printf ("list %s %s", rows[i].kind, formats[j]);
        g_auto (Run) run = run_cli ("list", rows[i].kind, fixture->path, format, NULL);

        g_assert_cmpint (run.status, ==, 0);
        g_assert_cmpstr (run.err, ==, "");
        assert_words (what, run.out, rows[i].fields);
      }
}

/* A spreadsheet of people says who they are and what they wish for; not what they say about who they are, and no note. */
static void
test_spreadsheets (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct {
    const char *kind;
    MtrField    fields[24];
  } rows[] = {
    { "people",
      { MTR_PERSON_NAME, MTR_PERSON_ROLE_TITLE, MTR_PERSON_EMPLOYER, MTR_PERSON_TEAM, MTR_PERSON_EMAIL,
        MTR_PERSON_REGISTRATION_NUMBER, MTR_PERSON_EMPLOYEE_REFERENCE, MTR_PERSON_SERVICE, MTR_PERSON_LOCALITY,
        MTR_PERSON_GRADE, MTR_PERSON_PROFESSION, MTR_PERSON_TARGET_PROFESSION, MTR_PERSON_BIOGRAPHY,
        MTR_PERSON_SKILLS_OFFERED, MTR_PERSON_SKILLS_WANTED, MTR_PERSON_WISHES, MTR_PERSON_LANGUAGES, MTR_PERSON_PHONE,
        MTR_PERSON_LEARNING_PREFERENCES, MTR_PERSON_SUPPORT_NEEDS, MTR_FIELD_NONE } },
    { "pairings",
      { MTR_PERSON_NAME, MTR_PAIRING_TITLE, MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON, MTR_FIELD_NONE } },
    { "sessions", { MTR_PERSON_NAME, MTR_SESSION_NEXT_STEP, MTR_FIELD_NONE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "rows.csv", NULL);
      g_autofree char *output = g_strconcat ("--output=", path, NULL);
      g_autofree char *what = g_strconcat ("export ", rows[i].kind, NULL);
      g_autofree char *text = NULL;
      g_auto (Run) run = run_cli ("export", rows[i].kind, fixture->path, output, NULL);

      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      assert_words (what, text, rows[i].fields);
    }
}

/* A calendar is read over many shoulders: names and notes are in it only where that was asked for. */
static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    const char *option;
    MtrField    fields[6];
  } rows[] = {
    { NULL, { MTR_EVENT_TITLE, MTR_EVENT_PLACE, MTR_FIELD_NONE } },
    { "--names", { MTR_EVENT_TITLE, MTR_EVENT_PLACE, MTR_EVENT_NOTE, MTR_PERSON_NAME, MTR_FIELD_NONE } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "year.ics", NULL);
      g_autofree char *output = g_strconcat ("--output=", path, NULL);
      g_autofree char *text = NULL;
      g_auto (Run) run = run_cli ("calendar", fixture->path, output, AS_AT, rows[i].option, NULL);

      g_assert_cmpint (run.status, ==, 0);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, "BEGIN:VEVENT"));
      assert_words (rows[i].option != NULL ? "calendar --names" : "calendar", text, rows[i].fields);
    }
}

/* What is missing is said with the words of the scheme and the names of the pairing; a check of the file says no word of it. */
static void
test_check_and_verify (Fixture       *fixture,
                       gconstpointer  data)
{
  static const MtrField names[] = { MTR_PERSON_NAME, MTR_FIELD_NONE };
  static const MtrField none[] = { MTR_FIELD_NONE };
  g_auto (Run) check = run_cli ("check", fixture->path, AS_AT, NULL);
  g_auto (Run) verify = run_cli ("verify", fixture->path, NULL);
  g_autofree char *said = g_strconcat (verify.out, verify.err, NULL);

  g_assert_cmpint (check.status, ==, 1);
  assert_words ("check", check.out, names);
  g_assert_cmpint (verify.status, ==, 0);
  assert_words ("verify", said, none);
}

/* Each word can be found; what is only the owner's only where the owner asks for it. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    MtrField field;
    gboolean is_private;
  } rows[] = {
    { MTR_PERSON_NAME, FALSE }, { MTR_PERSON_EMAIL, FALSE }, { MTR_SESSION_NEXT_STEP, FALSE },
    { MTR_OBSERVATION_ACCOUNT, FALSE }, { MTR_EVIDENCE_LINK_RATIONALE, FALSE },
    { MTR_PERSON_PRIVATE_NOTE, TRUE }, { MTR_PERSON_CHARACTERISTICS, TRUE }, { MTR_SESSION_PRIVATE_NOTE, TRUE },
    { MTR_OBSERVATION_DRAFT_REFLECTION, TRUE }, { MTR_PAIRING_END_REASON, TRUE }, { MTR_PRIVATE_NAME_NAME, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *word = dup_word (rows[i].field);
      g_auto (Run) shared = run_cli ("search", fixture->path, word, NULL);
      g_auto (Run) all = run_cli ("search", fixture->path, word, "--private", NULL);

      g_assert_cmpint (shared.status, ==, rows[i].is_private ? 1 : 0);
      g_assert_true ((strstr (shared.out, word) == NULL) == rows[i].is_private);
      g_assert_cmpint (all.status, ==, 0);
      g_assert_nonnull (strstr (all.out, word));
    }
}

/* ---- Reports ---------------------------------------------------------------------------- */

/* Which words of the programme each report is for; those of all others are in none. A new report needs a row. */
static const struct {
  const char *report;
  MtrField    fields[8];
} reports[] = {
  { "summary",
    { MTR_PROGRAMME_TITLE, MTR_PERSON_NAME, MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON, MTR_FIELD_NONE } },
  { "attention", { MTR_PROGRAMME_TITLE, MTR_PERSON_NAME, MTR_FIELD_NONE } },
  { "capacity", { MTR_PROGRAMME_TITLE, MTR_PERSON_NAME, MTR_PERSON_TEAM, MTR_FIELD_NONE } },
  { "submissions", { MTR_PROGRAMME_TITLE, MTR_FIELD_NONE } },
  { "areas", { MTR_PROGRAMME_TITLE, MTR_FIELD_NONE } },
  { "evaluation", { MTR_PROGRAMME_TITLE, MTR_FIELD_NONE } },
  { "retention", { MTR_PROGRAMME_TITLE, MTR_FIELD_NONE } },
  { "planner", { MTR_PROGRAMME_TITLE, MTR_EVENT_TITLE, MTR_EVENT_PLACE, MTR_PERSON_NAME, MTR_FIELD_NONE } },
  { "progress",
    { MTR_PROGRAMME_TITLE, MTR_PERSON_NAME, MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON, MTR_FIELD_NONE } },
};

/* What a reader of a file can find in it: its text, and what is said about it. */
static const struct {
  const char *format;
  const char *arguments[6];  /* "@": the path */
} extractions[] = {
  { "pdf", { "pdftotext", "@", "-", NULL } },
  { "pdf", { "pdfinfo", "@", NULL } },
  { "odt", { "unzip", "-p", "@", NULL } },
  { "html", { "cat", "@", NULL } },
  { "csv", { "cat", "@", NULL } },
};

static char *
extract (const char *format,
         const char *path)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (extractions); i++)
    {
      const char *arguments[G_N_ELEMENTS (extractions[i].arguments)];
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (GBytes) output = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_equal (extractions[i].format, format))
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (arguments); j++)
        arguments[j] = g_strcmp0 (extractions[i].arguments[j], "@") == 0 ? path : extractions[i].arguments[j];
      process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
      g_assert_no_error (error);
      g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_get_successful (process));
      g_string_append_len (text, g_bytes_get_data (output, NULL), (gssize) g_bytes_get_size (output));
    }
  if (text->len == 0)
    g_error ("nothing is known about reading a report as %s", format);

  return g_string_free (text, FALSE);
}

/* As the command itself says: "--format=pdf|odt". */
static char **
list_formats (Fixture *fixture)
{
  g_auto (Run) run = run_cli ("report", fixture->path, "summary", NULL);
  const char *formats = strstr (run.err, "--format=");
  g_autofree char *names = NULL;

  g_assert_nonnull (formats);
  formats += strlen ("--format=");
  names = g_strndup (formats, strcspn (formats, " "));

  return g_strsplit (names, "|", -1);
}

static const MtrField *
find_expected (const char *report)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (reports[i].report, report))
      return reports[i].fields;

  g_error ("which words the report “%s” is for is not written down", report);
}

static void
test_reports (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (GStrv) formats = list_formats (fixture);
  g_autofree char *pairing = g_strdup_printf ("--pairing=%" G_GINT64_FORMAT, fixture->ids[MTR_KIND_PAIRING]);

  for (guint i = 0; i < mtr_report_count (); i++)
    {
      const MtrReport *report = mtr_report_nth (i);

      for (gsize j = 0; formats[j] != NULL; j++)
        {
          g_autofree char *path = g_strdup_printf ("%s/report.%s", fixture->folder, formats[j]);
          g_autofree char *output = g_strconcat ("--output=", path, NULL);
          g_autofree char *format = g_strconcat ("--format=", formats[j], NULL);
          g_autofree char *what = g_strdup_printf ("report %s %s", report->name, formats[j]);
          const MtrField *expected = find_expected (report->name);
          g_autofree char *text = NULL;
          g_auto (Run) run = run_cli ("report", fixture->path, report->name, format, output, AS_AT,
                                      report->filters & MTR_REPORT_PAIRING ? pairing : NULL, NULL);

          g_assert_cmpstr (run.err, ==, "");
          g_assert_cmpint (run.status, ==, 0);
          for (gsize k = 0; expected[k] != MTR_FIELD_NONE; k++)
            g_assert_cmpint (mtr_field_get_info (expected[k])->audience, ==, MTR_AUDIENCE_PROGRAMME);
          text = extract (formats[j], path);
          assert_words (what, text, expected);
        }
    }
}

static char *
read_archive (Fixture    *fixture,
              const char *audience)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.zip", fixture->folder, audience);
  g_autofree char *option = g_strconcat ("--audience=", audience, NULL);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "cli", "read_archive.py", NULL);
  const char *arguments[] = { "/usr/bin/python3", script, path, NULL };
  g_auto (Run) run = run_cli ("export", "archive", fixture->path, option, output, AS_AT, NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_cmpint (run.status, ==, 0);
  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return text;
}

static gboolean
is_planted (MtrField field)
{
  MtrKind kind = mtr_field_get_info (field)->kind;

  return mtr_field_is_text (field) && (kind != MTR_KIND_PROGRAMME || field == MTR_PROGRAMME_TITLE) &&
         !(mtr_kind_get_info (kind)->flags & (MTR_KIND_FLAG_DERIVED | MTR_KIND_FLAG_APPEND_ONLY));
}

/* Every word that the audience may have and no other, whatever file of the archive it is in. The observation that was planted
 * is not signed, so that the panel has neither it nor the item of evidence that is its record. */
static void
test_archive (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char  *name;
    MtrAudience  audiences;
    MtrAudience  certain;   /* whose words are there in any case */
    gboolean     answers;   /* what single people answered in an evaluation */
  } audiences[] = {
    { "mine", MTR_READER_OWNER, MTR_READER_OWNER, TRUE },
    { "pair", MTR_READER_PAIR | MTR_READER_PANEL, MTR_READER_PAIR | MTR_READER_PANEL, FALSE },
    { "assessment", MTR_READER_PANEL, MTR_READER_LEAD, FALSE },
    { "programme", MTR_READER_LEAD, MTR_READER_LEAD, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autofree char *text = read_archive (fixture, audiences[i].name);
      gboolean has_files = (audiences[i].audiences & MTR_AUDIENCE_PAIR) != 0;

      for (int field = 0; field < MTR_N_FIELDS; field++)
        {
          const MtrFieldInfo *info = mtr_field_get_info (field);
          g_autofree char *word = dup_word (field);
          gboolean may = info->kind != MTR_KIND_EVALUATION_ANSWER || audiences[i].answers;
          gboolean allowed = may && (info->audience & audiences[i].audiences);
          gboolean certain = may && is_planted (field) && (info->audience & audiences[i].certain);

          if (mtr_field_is_text (field) && strstr (text, word) != NULL ? !allowed : certain)
            g_error ("%s: the word of %s.%s is %s", audiences[i].name, mtr_kind_get_info (info->kind)->table, info->column,
                     allowed ? "missing" : "there");
        }
      g_assert_true ((strstr (text, "path: attachments/") != NULL) == has_files);
      g_assert_true ((strstr (text, "path: documents/") != NULL));
    }
}

/* Once the item is no longer the record of that observation, and no longer withdrawn, it is passed on, and its file with it. */
static void
test_archive_passed (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *account = dup_word (MTR_OBSERVATION_ACCOUNT);
  g_autofree char *evidence = dup_word (MTR_EVIDENCE_TEXT);
  g_autofree char *attachment = dup_word (MTR_ATTACHMENT_NAME);
  g_autofree char *before = read_archive (fixture, "assessment");
  g_autofree char *path = NULL;
  g_autofree char *after = NULL;
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("pass on");
  GError *error = NULL;

  g_assert_null (strstr (before, account));
  g_assert_null (strstr (before, evidence));

  mtr_pack_library_load (library);
  store = mtr_store_open (fixture->path, mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  mtr_change_clear (change, MTR_EVIDENCE_OBSERVATION_ID, fixture->ids[MTR_KIND_EVIDENCE]);
  mtr_change_clear (change, MTR_EVIDENCE_WITHDRAWN_ON, fixture->ids[MTR_KIND_EVIDENCE]);
  mtr_store_apply (store, change, &error);
  g_assert_no_error (error);
  mtr_store_close (store);

  after = read_archive (fixture, "assessment");
  path = g_strdup_printf ("path: attachments/E01-%s", attachment);
  g_assert_null (strstr (after, account));
  g_assert_nonnull (strstr (after, evidence));
  g_assert_nonnull (strstr (after, path));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/cli/planted/list", test_list);
  ADD ("/cli/planted/spreadsheets", test_spreadsheets);
  ADD ("/cli/planted/calendar", test_calendar);
  ADD ("/cli/planted/check-and-verify", test_check_and_verify);
  ADD ("/cli/planted/search", test_search);
  ADD ("/cli/planted/reports", test_reports);
  ADD ("/cli/planted/archive", test_archive);
  ADD ("/cli/planted/archive-passed", test_archive_passed);

  return g_test_run ();
}
