/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that matches: what it prints, what it publishes, and that it
 * publishes only once.
 */

#include "cli-run.h"
#include "mtr-pack-library.h"
#include "mtr-store.h"

#include <gio/gio.h>
#include <string.h>

#define AS_AT "--as-at=2026-11-21"

/* Worked out by hand: 20·66 + 20·100 + 20·100 + 5·50 + 10·100 = 6570 of 75·100. */
#define SCORE 87
#define CRITERIA \
  "Rules for mentors 66: Not every rule for mentors is known to be met; " \
  "Line of management 100: Not in the same line of management; " \
  "Skills 100: Offers 1 of 1 skill that is wanted: Giving feedback; " \
  "Experience 50: 30 months of experience; " \
  "Waiting 100: Waiting since 1 October"
#define UNMATCHED "The 1 mentor who is possible has no place left after the others were matched."

typedef struct {
  char   *folder;   /* (owned) */
  char   *file;     /* (owned) */
  gint64  mentee;   /* Ashby Coldwell */
  gint64  mentor;   /* Briar Halloran, who has one place */
  gint64  other;    /* Corin Tellwright, who has waited for no known time */
} Fixture;

static gint64
add_person (MtrStore   *store,
            MtrChange  *change,
            const char *name,
            ...)
{
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_store_new_id (store));
  gint64 id = mtr_record_get_id (person);
  va_list arguments;

  mtr_record_set_text (person, MTR_PERSON_NAME, name);
  va_start (arguments, name);
  for (int field = va_arg (arguments, int); field != MTR_FIELD_NONE; field = va_arg (arguments, int))
    {
      const char *value = va_arg (arguments, const char *);

      if (mtr_field_is_number (field))
        mtr_record_set_number (person, field, g_ascii_strtoll (value, NULL, 10));
      else
        mtr_record_set_text (person, field, value);
    }
  va_end (arguments);
  mtr_change_insert (change, person);

  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrChange) change = mtr_change_new ("people");
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Run) run = { 0 };

  fixture->folder = make_folder ();
  fixture->file = g_build_filename (fixture->folder, "year.mentoring", NULL);
  run = run_cli ("new", fixture->file, "--pack=pqs-adults", NULL);
  g_assert_cmpint (run.status, ==, 0);

  mtr_pack_library_load (library);
  store = mtr_store_open (fixture->file, mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  fixture->mentee = add_person (store, change, "Ashby Coldwell", MTR_PERSON_ROLE_WANTED, "mentee",
                                MTR_PERSON_WAITING_SINCE_ON, "2026-10-01", MTR_PERSON_SKILLS_WANTED, "Giving feedback",
                                MTR_FIELD_NONE);
  fixture->mentor = add_person (store, change, "Briar Halloran", MTR_PERSON_WILLING_TO_MENTOR, "1",
                                MTR_PERSON_CAPACITY, "1", MTR_PERSON_REGISTERED, "1",
                                MTR_PERSON_SUPERVISORY_MONTHS, "30", MTR_PERSON_SKILLS_OFFERED, "giving feedback",
                                MTR_FIELD_NONE);
  fixture->other = add_person (store, change, "Corin Tellwright", MTR_PERSON_ROLE_WANTED, "mentee", MTR_FIELD_NONE);
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
  g_free (fixture->file);
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  g_auto (Run) run = run_cli ("match", fixture->file, AS_AT, "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (run.out);
  /* Semicolons separate cells in some countries, so a cell that has one is quoted. */
  g_autofree char *pair = g_strdup_printf ("%" G_GINT64_FORMAT ",Ashby Coldwell,%" G_GINT64_FORMAT
                                           ",Briar Halloran,%d,no,\"%s\",", fixture->mentee, fixture->mentor, SCORE, CRITERIA);
  g_autofree char *unmatched = g_strdup_printf ("%" G_GINT64_FORMAT ",Corin Tellwright,,,,,,,%s", fixture->other,
                                                UNMATCHED);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "mentee_id,mentee,mentor_id,mentor,score,pinned,criteria,warnings,unmatched");
  g_assert_true (g_str_has_prefix (lines[1], pair));
  g_assert_nonnull (strstr (lines[1], "Not known yet: "));
  g_assert_cmpstr (lines[2], ==, unmatched);
}

/* Read by something that shares no code with what wrote it: a score is a number, and one that there is not is null. */
static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  static const char script[] =
    "import json, sys\n"
    "rows = json.loads(sys.argv[1])\n"
    "assert [type(row['score']) for row in rows] == [int, type(None)], rows\n"
    "assert all(type(row[key]) is str for row in rows for key in row if key != 'score'), rows\n"
    "print(len(rows), rows[0]['score'], rows[0]['criteria'], rows[1]['unmatched'], sep='\\n')\n";
  g_auto (Run) run = run_cli ("match", fixture->file, AS_AT, "--format=json", NULL);
  const char *command[] = { "python3", "-c", script, run.out, NULL };
  g_autofree char *expected = g_strdup_printf ("2\n%d\n%s\n%s\n", SCORE, CRITERIA, UNMATCHED);
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &read, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (read, ==, expected);
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (Run) run = run_cli ("match", fixture->file, AS_AT, NULL);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "mentee_id"));
  g_assert_nonnull (strstr (run.out, "Briar Halloran"));
  g_assert_nonnull (strstr (run.out, "Rules for mentors 66, Line of management 100, Skills 100, Experience 50, Waiting 100 "));
}

/* Looking changes nothing; publishing does, once. */
static void
test_publish (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Run) looked = run_cli ("match", fixture->file, AS_AT, NULL);
  g_auto (Run) before = run_cli ("list", "pairings", fixture->file, "--format=csv", NULL);
  g_auto (Run) published = run_cli ("match", fixture->file, AS_AT, "--publish", "--format=csv", NULL);
  g_auto (Run) after = run_cli ("list", "pairings", fixture->file, "--format=csv", NULL);
  g_auto (Run) again = run_cli ("match", fixture->file, AS_AT, "--publish", "--format=csv", NULL);
  g_auto (Run) verified = run_cli ("verify", fixture->file, NULL);
  g_auto (GStrv) nothing = list_lines (before.out);
  g_auto (GStrv) pairings = list_lines (after.out);
  g_auto (GStrv) rest = list_lines (again.out);

  g_assert_cmpint (looked.status, ==, 0);
  g_assert_cmpuint (g_strv_length (nothing), ==, 1);
  g_assert_cmpint (published.status, ==, 0);
  g_assert_cmpstr (published.err, ==, "Published: 1 pairing is proposed.\n");
  g_assert_cmpuint (g_strv_length (pairings), ==, 2);
  g_assert_nonnull (strstr (pairings[1], ",Ashby Coldwell,Briar Halloran,pqs-adults,proposed,"));

  g_assert_cmpint (again.status, ==, 1);
  g_assert_nonnull (strstr (again.err, "nothing was published. Nobody is left to publish: the last matching was published on 21 "
                            "November 2026."));
  g_assert_cmpuint (g_strv_length (rest), ==, 2);
  g_assert_nonnull (strstr (rest[1], "No mentor is possible: 1 has no place left."));
  g_assert_cmpint (verified.status, ==, 0);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Run) format = run_cli ("match", fixture->file, "--format=xml", NULL);
  g_auto (Run) pack = run_cli ("match", fixture->file, "--pack=no-such", NULL);
  g_auto (Run) missing = run_cli ("match", "/nowhere/at-all.mentoring", NULL);
  g_auto (Run) usage = run_cli ("match", NULL);

  g_assert_cmpint (format.status, ==, 2);
  g_assert_cmpint (pack.status, ==, 2);
  g_assert_nonnull (strstr (pack.err, "there is no scheme “no-such” in it"));
  g_assert_cmpint (missing.status, ==, 3);
  g_assert_cmpint (usage.status, ==, 2);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli/match/csv", test_csv);
  ADD ("/cli/match/json", test_json);
  ADD ("/cli/match/table", test_table);
  ADD ("/cli/match/publish", test_publish);
  ADD ("/cli/match/refused", test_refused);

  return g_test_run ();
}
