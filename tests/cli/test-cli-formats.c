/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that can be written, in each format, as other people's programs
 * find it: the portfolio and the reports of a programme with many pairs.
 */

#include "cli-run.h"
#include "mtr-reports.h"

#include <gio/gio.h>
#include <string.h>

#define AS_AT "--as-at=2026-11-21"

typedef struct {
  char *folder;    /* (owned) */
  char *file;      /* (owned) */
  char *pairing;   /* (owned): "--pairing=…" */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = make_folder ();
  fixture->file = g_build_filename (fixture->folder, "sample.mentoring", NULL);
  {
    g_auto (Run) made = run_cli ("sample", fixture->file, AS_AT, NULL);

    g_assert_cmpint (made.status, ==, 0);
  }
  {
    g_auto (Run) listed = run_cli ("list", "pairings", fixture->file, "--format=csv", NULL);
    g_auto (GStrv) lines = g_strsplit (listed.out, "\n", -1);
    char *end = strchr (lines[1], ',');

    g_assert_nonnull (end);
    *end = '\0';
    fixture->pairing = g_strconcat ("--pairing=", lines[1], NULL);
  }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->pairing);
}

static char *
write_portfolio (Fixture    *fixture,
                 const char *format)
{
  char *path = g_strdup_printf ("%s/portfolio.%s", fixture->folder, format);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_autofree char *option = g_strconcat ("--format=", format, NULL);
  g_auto (Run) run = run_cli ("export", "portfolio", fixture->file, fixture->pairing, option, output, AS_AT, NULL);

  g_assert_cmpint (run.status, ==, 0);

  return path;
}

static char *
write_report (Fixture         *fixture,
              const MtrReport *report,
              const char      *format)
{
  char *path = g_strdup_printf ("%s/%s.%s", fixture->folder, report->name, format);
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_autofree char *option = g_strconcat ("--format=", format, NULL);
  g_auto (Run) run = run_cli ("report", fixture->file, report->name, option, output, AS_AT,
                              report->filters & MTR_REPORT_PAIRING ? fixture->pairing : NULL, NULL);

  g_assert_cmpint (run.status, ==, 0);

  return path;
}

/* Runs a script on files; says what it found where it found anything wrong. */
static void
run_script (const char *folder,
            const char *name,
            GPtrArray  *paths)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_ptr_array_add (arguments, (gpointer) "/usr/bin/python3");
  g_ptr_array_add (arguments, script);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (paths, i));
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char * const *) arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &found, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_test_message ("%s", found);
  g_assert_true (g_subprocess_get_successful (process));
}

/* One call for all of them: the validator and the browser take longer to start than to read a page. */
static void
test_html (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (paths, write_portfolio (fixture, "html"));
  for (guint i = 0; i < mtr_report_count (); i++)
    g_ptr_array_add (paths, write_report (fixture, mtr_report_nth (i), "html"));
  run_script ("web", "check_pages.py", paths);
}

static void
test_odt (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) portfolio = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) report = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (portfolio, write_portfolio (fixture, "odt"));
  run_script ("export", "check_odt.py", portfolio);
  g_ptr_array_add (report, write_report (fixture, mtr_report_find ("summary"), "odt"));
  run_script ("export", "check_odt.py", report);
}

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  for (guint i = 0; i < mtr_report_count (); i++)
    {
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (paths, write_report (fixture, mtr_report_nth (i), "csv"));
      run_script ("export", "read_csv.py", paths);
    }
}

/* A portfolio has too little of a table in it to be one. */
static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *output = g_strdup_printf ("--output=%s/portfolio.csv", fixture->folder);
  g_auto (Run) csv = run_cli ("export", "portfolio", fixture->file, fixture->pairing, "--format=csv", output, NULL);
  g_auto (Run) nobody = run_cli ("export", "archive", fixture->file, "--audience=everybody", output, NULL);
  g_auto (Run) nowhere = run_cli ("export", "archive", fixture->file, "--audience=mine", NULL);
  g_auto (Run) programme = run_cli ("export", "archive", fixture->file, "--audience=mine", "--output", fixture->file, NULL);

  g_assert_cmpint (csv.status, ==, 2);
  g_assert_nonnull (strstr (csv.err, "xml|pdf|odt|html"));
  g_assert_cmpint (nobody.status, ==, 2);
  g_assert_nonnull (strstr (nobody.err, "mine|pair|assessment|programme"));
  g_assert_cmpint (nowhere.status, ==, 2);
  /* A slip of the hand must not cost the programme itself. */
  g_assert_cmpint (programme.status, ==, 3);
  {
    g_auto (Run) verified = run_cli ("verify", fixture->file, NULL);

    g_assert_cmpint (verified.status, ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/cli/formats/html", test_html);
  ADD ("/cli/formats/odt", test_odt);
  ADD ("/cli/formats/csv", test_csv);
  ADD ("/cli/formats/usage", test_usage);

  return g_test_run ();
}
