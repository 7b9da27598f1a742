/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spreadsheets as a script takes them in and writes them: dry run, all or
 * nothing, one undo, and exports that change nothing when they come back.
 */

#include "cli-run.h"
#include "mtr-pack-library.h"
#include "mtr-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#define AS_AT "--as-at=2026-11-21"

typedef struct {
  char *folder;  /* (owned) */
  char *file;    /* (owned): the sample, with twelve people, four pairings and twenty-six sessions */
  char *csv;     /* (owned): path of a spreadsheet that a test writes */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_auto (Run) run = { 0 };

  fixture->folder = make_folder ();
  fixture->file = g_build_filename (fixture->folder, "sample.mentoring", NULL);
  fixture->csv = g_build_filename (fixture->folder, "list.csv", NULL);
  run = run_cli ("sample", fixture->file, AS_AT, NULL);
  g_assert_cmpint (run.status, ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->csv);
}

static void
write_csv (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->csv, text, -1, &error);
  g_assert_no_error (error);
}

static char *
list (Fixture    *fixture,
      const char *what)
{
  g_auto (Run) run = run_cli ("list", what, fixture->file, "--format=csv", NULL);

  g_assert_cmpint (run.status, ==, 0);

  return g_steal_pointer (&run.out);
}

static void
assert_whole (Fixture *fixture)
{
  g_auto (Run) run = run_cli ("verify", fixture->file, NULL);

  g_assert_cmpstr (run.out, ==, "");
  g_assert_cmpint (run.status, ==, 0);
}

static MtrStore *
open_store (Fixture        *fixture,
            MtrPackLibrary *library)
{
  g_autoptr (GError) error = NULL;
  MtrStore *store = mtr_store_open (fixture->file, mtr_pack_library_look_up, library, &error);

  g_assert_no_error (error);

  return store;
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *too_long = g_strnfill (300, 'x');
  const struct {
    const char *arguments[5];
    int         status;
    const char *says;
  } cases[] = {
    { { "import", "horses", fixture->file, fixture->csv }, 2, "horses" },
    { { "import", "people", fixture->file }, 2, "mentoring-cli import" },
    { { "import", "people", fixture->file, fixture->csv, "--format=gold" }, 2, "gold" },
    { { "import", "people", "no-such.mentoring", fixture->csv }, 3, "no such file" },
    { { "import", "people", fixture->file, fixture->csv }, 3, "cannot be read" },
    { { "import", "people", fixture->file, fixture->file }, 3, "was changed" },
    { { "import", "people", fixture->file, "" }, 3, "path of the file is empty" },
    { { "new", "", "--pack=pqs-adults" }, 3, "path of the file is empty" },
    { { "sample", "" }, 3, "path of the file is empty" },
    { { "sample", too_long }, 3, "name is too long" },
    { { "export", "people", fixture->file }, 2, "--output=PATH" },
    { { "export", "people", fixture->file, "--format=pdf", "--output=x" }, 2, "--output=PATH" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = run_cli (cases[i].arguments[0], cases[i].arguments[1], cases[i].arguments[2],
                                  cases[i].arguments[3], cases[i].arguments[4], NULL);

      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, run.err);
      g_assert_cmpint (run.status, ==, cases[i].status);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_nonnull (strstr (run.err, cases[i].says));
    }
}

/* A column that is there twice is known, and was skipped for that; a name that is not there has to be given one. */
static void
test_headers (Fixture       *fixture,
              gconstpointer  data)
{
  write_csv (fixture, "Name,Team,NAME,Shoe size\r\nWanda Larkrise,North,Somebody,4\r\n");
  {
    g_auto (Run) run = run_cli ("import", "people", fixture->file, fixture->csv, "--dry-run", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.err, "“NAME”, because another column is taken for the same"));
    g_assert_nonnull (strstr (run.err, "“Shoe size”, which is not known"));
  }
  write_csv (fixture, "Shoe size\r\n4\r\n");
  {
    g_auto (Run) run = run_cli ("import", "people", fixture->file, fixture->csv, NULL);

    g_assert_cmpint (run.status, ==, 3);
    g_assert_cmpstr (run.out, ==, "");
    g_assert_nonnull (strstr (run.err, "No column has the name."));
    g_assert_nonnull (strstr (run.err, "Nothing was changed."));
    g_assert_nonnull (strstr (run.err, "“mentoring-cli export people”"));
  }
}

static void
test_dry_run (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = list (fixture, "people");
  g_autofree char *after = NULL;

  write_csv (fixture, "Name;Team;Shoe size\r\nWanda Larkrise;North;4\r\nOonagh Petrie;;\r\n");
  {
    g_auto (Run) run = run_cli ("import", "people", fixture->file, fixture->csv, "--dry-run", "--format=csv", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_cmpstr (run.out, ==, "line,state,name,details\r\n2,new,Wanda Larkrise,\r\n3,same,Oonagh Petrie,\r\n");
    g_assert_nonnull (strstr (run.err, "2 rows, UTF-8, cells apart by semicolon"));
    g_assert_nonnull (strstr (run.err, "Shoe size"));
    g_assert_nonnull (strstr (run.err, "1 new, 0 changed, 1 the same, 0 refused"));
  }
  after = list (fixture, "people");
  g_assert_cmpstr (after, ==, before);
}

static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *before = list (fixture, "people");
  g_autofree char *refused = NULL;
  g_autofree char *after = NULL;

  write_csv (fixture, "Name,Line manager\nWanda Larkrise,Oonagh Petrie\nYusuf Inglethorpe,Yusuf Inglethorpe\n");
  {
    g_auto (Run) run = run_cli ("import", "people", fixture->file, fixture->csv, NULL);

    g_assert_cmpint (run.status, ==, 1);
    g_assert_nonnull (strstr (run.out, "refused"));
    g_assert_nonnull (strstr (run.out, "Nobody is their own line manager"));
    g_assert_nonnull (strstr (run.err, "nothing was taken in"));
  }
  refused = list (fixture, "people");
  g_assert_cmpstr (refused, ==, before);
  {
    g_auto (Run) run = run_cli ("import", "people", fixture->file, fixture->csv, "--leave-out-refused",
                                "--add-line-managers", NULL);

    g_assert_cmpint (run.status, ==, 1);
  }
  after = list (fixture, "people");
  g_assert_nonnull (strstr (after, "Wanda Larkrise"));
  g_assert_null (strstr (after, "Yusuf Inglethorpe"));
  assert_whole (fixture);
}

static void
test_one_undo (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = list (fixture, "people");
  g_autofree char *after = NULL;
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (MtrHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new ("Name,Line manager\n");

  for (int i = 0; i < 500; i++)
    g_string_append_printf (text, "Person %d,Person %d\n", i, i + 1);
  g_string_append (text, "Person 500,\nOonagh Petrie,Person 0\n");
  write_csv (fixture, text->str);
  g_string_free (text, TRUE);
  {
    g_auto (Run) run = run_cli ("import", "people", fixture->file, fixture->csv, NULL);

    g_assert_cmpint (run.status, ==, 0);
  }
  assert_whole (fixture);

  mtr_pack_library_load (library);
  store = open_store (fixture, library);
  entry = mtr_store_peek_undo (store);
  g_assert_cmpstr (entry->label, ==, "import of 502 people");
  mtr_store_undo (store, &error);
  g_assert_no_error (error);
  mtr_store_close (store);
  after = list (fixture, "people");
  g_assert_cmpstr (after, ==, before);
}

/* What comes out and comes back is the same, and nothing is written for it. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct {
    const char *what;
    const char *numbers;
  } rows[] = {
    { "people", "0 new, 0 changed, 12 the same, 0 refused" },
    { "pairings", "0 new, 0 changed, 4 the same, 0 refused" },
    { "sessions", "0 new, 0 changed, 26 the same, 0 refused" },
  };
  g_autofree char *output = g_strconcat ("--output=", fixture->csv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) out = run_cli ("export", rows[i].what, fixture->file, output, NULL);
      g_auto (Run) in = run_cli ("import", rows[i].what, fixture->file, fixture->csv, AS_AT, NULL);

      g_assert_cmpstr (out.err, ==, "");
      g_assert_cmpint (out.status, ==, 0);
      g_test_message ("%s%s", in.out, in.err);
      g_assert_cmpint (in.status, ==, 0);
      g_assert_nonnull (strstr (in.err, rows[i].numbers));
    }
}

static void
test_identity (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *output = g_strconcat ("--output=", fixture->csv, NULL);

  write_csv (fixture, "first name,last name,characteristics,identity to match\nWanda,Larkrise,canary,canary\n");
  {
    g_auto (Run) without = run_cli ("import", "people", fixture->file, fixture->csv, NULL);
    g_auto (Run) with = run_cli ("import", "people", fixture->file, fixture->csv, "--include-identity", NULL);
    g_autofree char *people = list (fixture, "people");
    g_autofree char *exported = NULL;
    g_auto (Run) run = { 0 };

    g_assert_nonnull (strstr (without.err, "--include-identity"));
    g_assert_nonnull (strstr (with.out, "changed"));
    g_assert_null (strstr (with.out, "canary"));
    g_assert_null (strstr (people, "canary"));
    run = run_cli ("export", "people", fixture->file, output, NULL);
    g_assert_cmpint (run.status, ==, 0);
    g_assert_true (g_file_get_contents (fixture->csv, &exported, NULL, NULL));
    g_assert_nonnull (strstr (exported, "Wanda Larkrise"));
    g_assert_null (strstr (exported, "canary"));
  }
}

/* A year that was kept in a spreadsheet: the people, then who works with whom, then what was done. */
static void
test_year (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct {
    const char *what;
    const char *text;
    const char *numbers;
  } steps[] = {
    { "people", "Name,Registered\nWanda Larkrise,yes\nYusuf Inglethorpe,yes\n", "2 new" },
    { "pairings", "Mentee,Mentor,Began,Ended\nWanda Larkrise,Yusuf Inglethorpe,5/1/2026,\n"
      "Wanda Larkrise,Oonagh Petrie,6/1/2025,19/12/2025\n", "2 new" },
    /* Another scheme than that of the programme. */
    { "pairings", "Mentee,Mentor,Scheme,Began\nYusuf Inglethorpe,Oonagh Petrie,support-worker,5/1/2026\n", "1 new" },
    { "sessions", "Mentee,Date,Minutes,Kind\nWanda Larkrise,12/1/2026,60,First meeting\nWanda Larkrise,9/2/2026,45,\n"
      "Wanda Larkrise,3/3/2025,30,\nWanda Larkrise,7/12/2026,60,\n", "4 new" },
  };
  g_autofree char *sessions = NULL;
  g_autofree char *pairings = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_auto (Run) run = { 0 };

      write_csv (fixture, steps[i].text);
      run = run_cli ("import", steps[i].what, fixture->file, fixture->csv, AS_AT, NULL);
      g_test_message ("%s%s", run.out, run.err);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_nonnull (strstr (run.err, steps[i].numbers));
    }
  sessions = list (fixture, "sessions");
  pairings = list (fixture, "pairings");
  g_assert_nonnull (strstr (sessions, ",held,first-meeting,2026-01-12,,60,"));
  g_assert_nonnull (strstr (sessions, ",planned,mentoring,2026-12-07,,60,"));
  g_assert_nonnull (strstr (pairings, "Wanda Larkrise,Yusuf Inglethorpe,pqs-adults,active,2026-02-09,2026-12-07,"));
  g_assert_nonnull (strstr (pairings, "Wanda Larkrise,Oonagh Petrie,pqs-adults,ended,2025-03-03,"));
  g_assert_nonnull (strstr (pairings, "Yusuf Inglethorpe,Oonagh Petrie,support-worker,active,"));
  assert_whole (fixture);
}

/* More than fits into memory, so that much is written before the room ends: the file is whole at once, not only when it is
 * opened again. */
static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (fixture->file, "-journal", NULL);
  g_autofree char *about = g_strnfill (1000, 'a');
  g_autoptr (GString) rows = g_string_new ("Name,About me\n");
  g_autofree char *program = g_shell_quote (g_getenv ("MENTORING_CLI"));
  g_autofree char *before = list (fixture, "people");
  g_autofree char *after = NULL;
  g_autofree char *script = NULL;
  g_autofree char *err = NULL;
  GStatBuf status_before;
  int status = 0;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (rows, "Person %d,%s%d\n", i, about, i);
  write_csv (fixture, rows->str);
  g_assert_cmpint (g_stat (fixture->file, &status_before), ==, 0);
  script = g_strdup_printf ("trap '' XFSZ; ulimit -f %d; exec %s import people '%s' '%s' " AS_AT,
                            (int) status_before.st_size / 512 + 1000, program, fixture->file, fixture->csv);
  g_assert_true (g_spawn_sync (NULL, (char *[]) { (char *) "/bin/sh", (char *) "-c", script, NULL }, NULL,
                               G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &err, &status, NULL));
  g_test_message ("%s", err);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 3);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  after = list (fixture, "people");
  g_assert_cmpstr (before, ==, after);
  assert_whole (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/cli/import/usage", test_usage);
  ADD ("/cli/import/headers", test_headers);
  ADD ("/cli/import/dry-run", test_dry_run);
  ADD ("/cli/import/all-or-nothing", test_all_or_nothing);
  ADD ("/cli/import/one-undo", test_one_undo);
  ADD ("/cli/import/round-trip", test_round_trip);
  ADD ("/cli/import/identity", test_identity);
  ADD ("/cli/import/year", test_year);
  ADD ("/cli/import/no-room", test_no_room);

  return g_test_run ();
}
