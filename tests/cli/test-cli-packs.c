/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every scheme of the command line, from a new file to what is missing in its
 * first pairing: those that come with the program, and one that somebody has
 * written, in their data folder, with no rebuild.
 */

#include "cli-run.h"
#include "mtr-pack-library.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define AS_AT "--as-at=2026-11-21"

static char *folder;  /* (owned): a folder that holds the data folder and the files of a test */

/* Somebody has been in the field for half a year, somebody else for five. */
static const char people[] =
  "name,registered,months as supervisor,field months,registration date,role wanted,line manager\n"
  "Person A,no,0,6,2024-09-01,mentee,Person C\n"
  "Person B,yes,30,60,2015-09-01,mentor,\n"
  "Person C,yes,40,100,2010-09-01,,\n";

typedef struct {
  const char *id;
  const char *missing[4];  /* among what is missing, in the words of the pack */
  const char *absent;      /* (nullable): what is not asked for there */
  gboolean    has_portfolio;
} Scheme;

static const Scheme schemes[] = {
  { "pqs-adults", { "Initial formative observation is not planned", "Area 8 has no evidence", NULL },
    "No goals yet", TRUE },
  { "nqsw-scotland", { "No learning yet: Self-awareness and reflexivity", "The review of learning has not been held",
                       "Nothing has been handed in yet", NULL }, "hours", FALSE },
  { "support-worker", { "No goals yet", "It is not agreed how often you meet", "Person B has not looked back yet", NULL },
    "observation", FALSE },
  { "asye-adults", { "Direct observation 3 is not planned", "Direct observation: 0 of 2 by the Assessor",
                     "Not held yet: Review at six months", NULL }, "formative", TRUE },
  { "walkers", { "Three walks: 0 of 3 by the Guide", "No goals yet", "Area kind has no evidence", NULL }, "report", TRUE },
};

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
test_journey (gconstpointer data)
{
  const Scheme *scheme = data;
  g_autofree char *file_name = g_strconcat (scheme->id, ".mentoring", NULL);
  g_autofree char *path = in_folder (file_name);
  g_autofree char *csv = in_folder ("people.csv");
  g_autofree char *xml = in_folder ("portfolio.xml");
  g_autofree char *pack = g_strconcat ("--pack=", scheme->id, NULL);
  g_autofree char *output = g_strconcat ("--output=", xml, NULL);
  g_auto (Run) made = run_cli ("new", path, pack, "--title=A year", NULL);
  g_auto (Run) taken_in = run_cli ("import", "people", path, csv, AS_AT, NULL);
  g_auto (Run) matched = run_cli ("match", path, "--publish", AS_AT, NULL);
  g_auto (Run) pairings = run_cli ("list", "pairings", path, "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (pairings.out);
  g_auto (Run) checked = run_cli ("check", path, AS_AT, "--format=csv", NULL);
  g_auto (Run) exported = { 0 };
  g_auto (Run) verified = run_cli ("verify", path, NULL);
  g_autofree char *id = NULL;
  g_autofree char *pairing = NULL;

  g_assert_cmpstr (made.err, ==, "");
  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (taken_in.status, ==, 0);
  g_assert_cmpint (matched.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_nonnull (strstr (lines[1], "Person A,Person B"));
  g_assert_cmpint (checked.status, ==, 1);
  for (guint i = 0; scheme->missing[i] != NULL; i++)
    if (strstr (checked.out, scheme->missing[i]) == NULL)
      g_error ("“%s” is not in\n%s", scheme->missing[i], checked.out);
  g_assert_null (strstr (checked.out, scheme->absent));
  g_assert_cmpint (verified.status, ==, 0);

  id = g_strndup (lines[1], strcspn (lines[1], ","));
  pairing = g_strconcat ("--pairing=", id, NULL);
  exported = run_cli ("export", "portfolio", path, pairing, "--format=xml", output, AS_AT, NULL);
  g_assert_cmpint (exported.status, ==, scheme->has_portfolio ? 0 : 2);
  if (!scheme->has_portfolio)
    g_assert_nonnull (strstr (exported.err, "has no portfolios"));
}

/* The own one is at the end, and one of two with the same id is refused with its file. */
static void
test_listed (void)
{
  g_auto (Run) run = run_cli ("packs", "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (run.out);

  g_assert_cmpuint (g_strv_length (lines), ==, 1 + G_N_ELEMENTS (schemes));
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_assert_true (g_str_has_prefix (lines[i + 1], schemes[i].id));
      g_assert_cmpint (lines[i + 1][strlen (schemes[i].id)], ==, ',');
    }
  g_assert_nonnull (strstr (run.err, "zz-copy.xml"));
  g_assert_nonnull (strstr (run.err, "already the id of the pack in walkers.xml"));
}

/* The file says all that is needed where the pack is not installed any more. */
static void
test_pack_goes_with_the_file (void)
{
  g_autofree char *path = in_folder ("walkers.mentoring");
  g_autofree char *pack = g_build_filename (folder, "data", "mentoring", "packs", "walkers.xml", NULL);
  g_autofree char *copy = g_build_filename (folder, "data", "mentoring", "packs", "zz-copy.xml", NULL);
  g_auto (Run) run = { 0 };

  g_assert_cmpint (g_unlink (pack), ==, 0);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  run = run_cli ("check", path, AS_AT, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.out, "Three walks: 0 of 3 by the Guide"));
}

static void
copy_pack (const char *source,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, "data", "mentoring", "packs", name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = NULL;
  g_autofree char *packs = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *source = NULL;
  int result;

  folder = make_folder ();
  data = in_folder ("data");
  packs = g_build_filename (data, "mentoring", "packs", NULL);
  csv = in_folder ("people.csv");
  /* Before GLib looks for it; the command line that is run inherits it. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (g_mkdir_with_parents (packs, 0700), ==, 0);
  g_assert_true (g_file_set_contents (csv, people, -1, NULL));
  source = g_test_build_filename (G_TEST_DIST, "data", "packs", "walkers.xml", NULL);
  copy_pack (source, "walkers.xml");
  copy_pack (source, "zz-copy.xml");

  g_test_add_func ("/cli/packs/listed", test_listed);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/packs/journey/", schemes[i].id, NULL);

      g_test_add_data_func (path, &schemes[i], test_journey);
    }
  g_test_add_func ("/cli/packs/journey/goes-with-the-file", test_pack_goes_with_the_file);

  result = g_test_run ();
  remove_folder (folder);
  g_free (folder);

  return result;
}
