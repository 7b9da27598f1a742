/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line as somebody's script sees it: exit status, standard output
 * that is only data, and words on standard error.
 */

#include "cli-run.h"
#include "mtr-pack-library.h"
#include "mtr-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#define AS_AT "--as-at=2026-11-21"

typedef struct {
  char *folder;   /* (owned) */
  char *sample;   /* (owned): path of the sample programme */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_auto (Run) run = { 0 };

  fixture->folder = make_folder ();
  fixture->sample = g_build_filename (fixture->folder, "sample.mentoring", NULL);
  run = run_cli ("sample", fixture->sample, AS_AT, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->sample);
}

static char *
in_folder (Fixture    *fixture,
           const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* The id of the pairing that stands at a place in the list: pairings are listed oldest first. */
static char *
get_pairing (Fixture *fixture,
             guint    position)
{
  g_auto (Run) run = run_cli ("list", "pairings", fixture->sample, "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (run.out);

  g_assert_cmpuint (g_strv_length (lines), >, position + 1);

  return g_strndup (lines[position + 1], strcspn (lines[position + 1], ","));
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  const struct {
    const char *arguments[4];
    const char *says;
  } cases[] = {
    { { NULL }, "--help" },
    { { "dance", NULL }, "dance" },
    { { "list", "people", NULL }, "mentoring-cli list" },
    { { "list", "horses", fixture->sample, NULL }, "horses" },
    { { "list", "people", fixture->sample, "--format=gold" }, "gold" },
    { { "check", fixture->sample, "--as-at=2026-02-31", NULL }, "2026-02-31" },
    { { "check", fixture->sample, "--pairing=7", NULL }, "7" },
    { { "check", fixture->sample, "--colour=red", NULL }, "mentoring-cli check" },
    { { "check", fixture->sample, "--as-at=0001-01-01", NULL }, "0001-01-01" },
    { { "sample", "anything.mentoring", "--as-at=9999-12-31", NULL }, "9999-12-31" },
    { { "match", fixture->sample, "--pack=gold", NULL }, "gold" },
    { { "new", "anything.mentoring", "--pack=pqs-adults", "--title=" }, "Title" },
    { { "new", "anything.mentoring", "--pack=pqs-adults", "--title=\xff" }, "not text" },
    { { "new", "anything.mentoring", NULL }, "--pack" },
    { { "new", "anything.mentoring", "--pack=gold", NULL }, "gold" },
    { { "export", "portfolio", fixture->sample, NULL }, "--pairing" },
    { { "export", "diary", fixture->sample, NULL }, "portfolio" },
    { { "export", "people", fixture->sample, "--output=" }, "--output" },
    { { "sample", "anything.mentoring", "--sessions=-5", NULL }, "--sessions" },
    { { "sample", "anything.mentoring", "--pairings=0", "--sessions=5" }, "for each pairing" },
    { { "sample", "anything.mentoring", "--pairings=2", "--sessions=2001" }, "1000 sessions" },
    { { "sample", "anything.mentoring", "--seed=red", NULL }, "red" },
    { { "sample", "anything.mentoring", "--pairings=-1", NULL }, "--pairings" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = run_cli (cases[i].arguments[0], cases[i].arguments[1], cases[i].arguments[2],
                                  cases[i].arguments[3], NULL);

      g_test_message ("case %" G_GSIZE_FORMAT ": %s", i, run.err);
      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_nonnull (strstr (run.err, cases[i].says));
    }
  g_assert_false (g_file_test ("anything.mentoring", G_FILE_TEST_EXISTS));
}

/* The id in the first cell of the row of @output that has @name in it. */
static char *
find_id (const char *output,
         const char *name)
{
  g_auto (GStrv) lines = g_strsplit (output, "\r\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (strstr (*line, name) != NULL)
      return g_strndup (*line, strcspn (*line, ","));

  g_assert_not_reached ();
}

/* Each of a group has to be ready, and is asked for by name: three people, and 20 things that are missing for each. */
static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const names[] = { "Ann One", "Bob Two", "Cat Three" };
  g_autofree char *path = in_folder (fixture, "group.mentoring");
  g_autofree char *csv = in_folder (fixture, "group.csv");
  g_autofree char *xml = in_folder (fixture, "group.xml");
  g_autofree char *output = g_strconcat ("--output=", xml, NULL);
  g_auto (Run) made = run_cli ("new", path, "--pack=pqs-adults", NULL);
  g_autofree char *pairing = NULL;
  guint n_rows = 0;

  g_assert_cmpint (made.status, ==, 0);
  g_assert_true (g_file_set_contents (csv, "Name\nFay Lead\nAnn One\nBob Two\nCat Three\n", -1, NULL));
  {
    g_auto (Run) people = run_cli ("import", "people", path, csv, AS_AT, NULL);

    g_assert_cmpint (people.status, ==, 0);
  }
  g_assert_true (g_file_set_contents (csv, "Mentees,Mentor,State,Began on,\"One to one, or a group\",Name of the group\n"
                                      "Ann One; Bob Two; Cat Three,Fay Lead,active,2026-11-02,group,Thursday\n", -1, NULL));
  {
    g_auto (Run) group = run_cli ("import", "pairings", path, csv, AS_AT, NULL);
    g_auto (Run) list = run_cli ("list", "pairings", path, "--format=csv", NULL);

    g_assert_cmpint (group.status, ==, 0);
    pairing = find_id (list.out, "Fay Lead");
  }
  {
    g_auto (Run) check = run_cli ("check", path, AS_AT, "--format=csv", NULL);
    g_auto (GStrv) lines = g_strsplit (check.out, "\r\n", -1);

    g_assert_cmpint (check.status, ==, 1);
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      for (char **line = lines; *line != NULL; line++)
        n_rows += strstr (*line, names[i]) != NULL && g_str_has_prefix (*line, pairing);
    g_assert_cmpuint (n_rows, ==, 60);
  }

  {
    g_autofree char *which = g_strconcat ("--pairing=", pairing, NULL);
    g_auto (Run) people = run_cli ("list", "people", path, "--format=csv", NULL);
    g_auto (Run) nobody = run_cli ("export", "portfolio", path, which, "--format=xml", output, NULL);

    g_assert_cmpint (nobody.status, ==, 2);
    g_assert_nonnull (strstr (nobody.err, "--person=ID"));
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *id = find_id (people.out, names[i]);
        g_autofree char *person = g_strconcat ("--person=", id, NULL);
        g_auto (Run) one = run_cli ("export", "portfolio", path, which, person, "--format=xml", output, NULL);
        g_autofree char *owner = g_strdup_printf ("<person-id>%s<", id);
        g_autofree char *text = NULL;

        g_assert_cmpint (one.status, ==, 0);
        g_assert_true (g_file_get_contents (xml, &text, NULL, NULL));
        g_assert_true (g_str_has_prefix (strstr (text, "<person-id>"), owner));
      }
    {
      g_autofree char *csv_output = g_strconcat ("--output=", csv, NULL);
      g_auto (Run) progress = run_cli ("report", path, "progress", which, "--as-at=2027-06-30", "--format=csv", csv_output, NULL);
      g_autofree char *text = NULL;

      g_assert_cmpint (progress.status, ==, 0);
      g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *due = g_strconcat (names[i], ": Initial formative observation is not planned", NULL);

          g_assert_nonnull (strstr (text, due));
        }
    }
    {
      g_autofree char *zip = in_folder (fixture, "group.zip");
      g_autofree char *where = g_strconcat ("--output=", zip, NULL);
      g_auto (Run) archive = run_cli ("export", "archive", path, "--audience=assessment", which, where, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_cmpint (archive.status, ==, 0);
      g_assert_true (g_file_get_contents (zip, &bytes, &size, NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_auto (GStrv) parts = g_strsplit (names[i], " ", 2);
          g_autofree char *entry = g_strdup_printf ("documents/Portfolio-of-%s-%s.xml", parts[0], parts[1]);

          g_assert_nonnull (memmem (bytes, size, entry, strlen (entry)));
        }
    }
    {
      g_autofree char *mentor = find_id (people.out, "Fay Lead");
      g_autofree char *person = g_strconcat ("--person=", mentor, NULL);
      g_auto (Run) wrong = run_cli ("export", "portfolio", path, which, person, "--format=xml", output, NULL);

      g_assert_cmpint (wrong.status, ==, 2);
      g_assert_nonnull (strstr (wrong.err, "nobody who is mentored"));
    }
  }
}

static void
test_help (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (Run) help = run_cli ("--help", NULL);
  g_auto (Run) version = run_cli ("--version", NULL);
  g_auto (GStrv) lines = g_strsplit (help.out, "\n", -1);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "mentoring-cli.1", NULL);
  g_autofree char *manual = NULL;
  guint n_commands = 0;

  g_assert_cmpint (help.status, ==, 0);
  g_assert_cmpstr (help.err, ==, "");
  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));
  *strstr (manual, ".Sh DESCRIPTION") = '\0';
  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "  mentoring-cli "))
      {
        g_auto (GStrv) words = g_strsplit (lines[i] + 2, " ", 3);
        g_autofree char *line = g_strdup_printf ("mentoring-cli %s ", words[1]);
        g_autofree char *synopsis = g_strdup_printf ("\n.Cm %s", words[1]);
        g_auto (Run) one = run_cli (words[1], "--help", NULL);

        n_commands++;
        g_assert_cmpint (one.status, ==, 0);
        g_assert_nonnull (strstr (one.out, line));
        if (strstr (manual, synopsis) == NULL)
          g_error ("the synopsis of the manual lacks “%s”", words[1]);
      }
  g_assert_cmpuint (n_commands, >=, 12);
  g_assert_cmpint (version.status, ==, 0);
  g_assert_true (g_str_has_prefix (version.out, "mentoring-cli "));
}

/* A file that cannot be used: status 3, nothing on standard output, and not a byte of it changed. */
static void
test_unusable (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *missing = in_folder (fixture, "missing.mentoring");
  g_autofree char *foreign = in_folder (fixture, "foreign.mentoring");
  g_autofree char *cut = in_folder (fixture, "cut.mentoring");
  g_autofree char *database = in_folder (fixture, "database.mentoring");
  g_autofree char *content = NULL;
  gsize length;
  g_autofree char *loop = in_folder (fixture, "loop.mentoring");
  g_autofree char *less = in_folder (fixture, "less.mentoring");
  const char *paths[] = { missing, foreign, cut, database, fixture->folder, loop, less, "" };
  const char *says[] = { "no such file", "not a mentoring programme", "its end is missing", "not a mentoring programme", "",
                         "a link that leads back to itself", "damaged", "path of the file is empty" };

  g_file_set_contents (foreign, "Dear diary, this is not a programme.\n", -1, NULL);
  g_assert_true (g_file_get_contents (fixture->sample, &content, &length, NULL));
  g_file_set_contents (cut, content, (gssize) (length / 2 / 4096 * 4096), NULL);
  execute (database, "CREATE TABLE recipe (id INTEGER PRIMARY KEY)");

  g_assert_cmpint (symlink (loop, loop), ==, 0);
  g_file_set_contents (less, content, (gssize) length, NULL);
  execute (less, "PRAGMA foreign_keys = OFF; DROP TABLE evidence_link");
  {
    g_auto (Run) search = run_cli ("search", less, "Kiran", NULL);

    g_assert_cmpint (search.status, ==, 3);
    g_assert_cmpstr (search.out, ==, "");
  }

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize n_before = 0, n_after = 0;
      g_auto (Run) run = { 0 };

      g_file_get_contents (paths[i], &before, &n_before, NULL);
      run = run_cli ("list", "people", paths[i], NULL);
      g_test_message ("%s", run.err);
      g_assert_cmpint (run.status, ==, 3);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_nonnull (strstr (run.err, says[i]));
      g_file_get_contents (paths[i], &after, &n_after, NULL);
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

/* What a file was before, and that it is the same now. */
static void
assert_unchanged (const char *path,
                  const char *before,
                  gsize       n_before)
{
  g_autofree char *after = NULL;
  gsize n_after = 0;

  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Somebody else writes in it at this moment: that is said, and it is the same afterwards. */
static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  gsize n_before;
  sqlite3 *connection;

  g_assert_true (g_file_get_contents (fixture->sample, &before, &n_before, NULL));
  g_assert_cmpint (sqlite3_open (fixture->sample, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  {
    g_auto (Run) run = run_cli ("list", "people", fixture->sample, NULL);

    g_assert_cmpint (run.status, ==, 3);
    g_assert_cmpstr (run.out, ==, "");
    g_assert_nonnull (strstr (run.err, "another program is using it"));
  }
  g_assert_cmpint (sqlite3_exec (connection, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);
  assert_unchanged (fixture->sample, before, n_before);
}

/* A file of a newer version is read, which is said, and never written. */
static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *people = in_folder (fixture, "people.csv");
  g_autofree char *before = NULL;
  gsize n_before;

  g_file_set_contents (people, "name\nNobody Real\n", -1, NULL);
  execute (fixture->sample, "PRAGMA user_version = 99");
  g_assert_true (g_file_get_contents (fixture->sample, &before, &n_before, NULL));
  {
    g_auto (Run) list = run_cli ("list", "people", fixture->sample, NULL);
    g_auto (Run) take_in = run_cli ("import", "people", fixture->sample, people, NULL);

    g_assert_cmpint (list.status, ==, 0);
    g_assert_nonnull (strstr (list.err, "a newer version"));
    g_assert_nonnull (strstr (list.out, "Oonagh Petrie"));
    g_assert_cmpint (take_in.status, ==, 3);
    g_assert_nonnull (strstr (take_in.err, "it can only be read"));
  }
  assert_unchanged (fixture->sample, before, n_before);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = in_folder (fixture, "new.mentoring");
  g_auto (Run) packs = run_cli ("packs", "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (packs.out);
  g_autofree char *id = g_strndup (lines[1], strcspn (lines[1], ","));
  g_autofree char *pack = g_strdup_printf ("--pack=%s", id);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "folder.mentoring", NULL);
  g_auto (Run) made = run_cli ("new", path, pack, "--title=Hilltop", NULL);
  g_auto (Run) lost = run_cli ("new", nowhere, pack, "--title=Hilltop", NULL);
  g_auto (Run) again = { 0 };
  g_auto (Run) people = { 0 };

  g_assert_cmpint (lost.status, ==, 3);
  g_assert_nonnull (strstr (lost.err, "its folder does not exist, so nothing was written. Make the folder first"));
  g_assert_cmpstr (lines[0], ==, "id,version,effective_on,title");
  g_assert_cmpint (made.status, ==, 0);
  people = run_cli ("list", "people", path, "--format=csv", NULL);
  g_assert_cmpstr (people.out, ==, "id,name,role_title,employer,team,registered,supervisory_months,line_manager\r\n");
  /* Never over a file that is there. */
  again = run_cli ("new", path, pack, NULL);
  g_assert_cmpint (again.status, ==, 3);
  g_assert_nonnull (strstr (again.err, "already"));
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const kinds[] = { "people", "pairings", "sessions", "observations", "evidence" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (Run) csv = run_cli ("list", kinds[i], fixture->sample, "--format=csv", NULL);
      g_auto (Run) json = run_cli ("list", kinds[i], fixture->sample, "--format=json", NULL);
      g_auto (Run) table = run_cli ("list", kinds[i], fixture->sample, NULL);
      g_auto (GStrv) csv_lines = list_lines (csv.out);
      g_auto (GStrv) table_lines = g_strsplit (table.out, "\n", -1);
      g_autoptr (JsonNode) root = json_from_string (json.out, NULL);
      JsonArray *array;

      g_assert_cmpint (csv.status, ==, 0);
      g_assert_cmpstr (csv.err, ==, "");
      g_assert_true (g_str_has_prefix (csv.out, "id,"));
      g_assert_nonnull (root);
      array = json_node_get_array (root);
      g_assert_cmpuint (json_array_get_length (array), >, 0);
      g_assert_cmpuint (json_array_get_length (array), ==, g_strv_length (csv_lines) - 1);
      g_assert_cmpuint (json_array_get_length (array), ==, g_strv_length (table_lines) - 2);
      for (guint j = 0; j < json_array_get_length (array); j++)
        g_assert_true (g_str_has_prefix (csv_lines[j + 1],
                                         json_object_get_string_member (json_array_get_object_element (array, j),
                                                                        "id")));
    }
}

/* The same day and the same numbers give the same content. */
static void
test_sample_is_deterministic (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char * const kinds[] = { "people", "pairings", "sessions", "observations", "evidence" };
  g_autofree char *one = in_folder (fixture, "one.mentoring");
  g_autofree char *two = in_folder (fixture, "two.mentoring");
  g_autofree char *other = in_folder (fixture, "other.mentoring");
  g_auto (Run) made_one = run_cli ("sample", one, "--pairings=30", "--sessions=100", "--seed=7", AS_AT, NULL);
  g_auto (Run) made_two = run_cli ("sample", two, "--pairings=30", "--sessions=100", "--seed=7", AS_AT, NULL);
  g_auto (Run) made_other = run_cli ("sample", other, "--pairings=30", "--sessions=100", "--seed=8", AS_AT, NULL);
  g_auto (Run) sample_sessions = run_cli ("list", "sessions", fixture->sample, "--format=csv", NULL);
  g_auto (GStrv) sample_lines = list_lines (sample_sessions.out);

  g_assert_cmpint (made_one.status, ==, 0);
  g_assert_cmpint (made_two.status, ==, 0);
  g_assert_cmpint (made_other.status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (Run) list_one = run_cli ("list", kinds[i], one, "--format=csv", NULL);
      g_auto (Run) list_two = run_cli ("list", kinds[i], two, "--format=csv", NULL);

      g_assert_cmpstr (list_one.out, ==, list_two.out);
      if (g_str_equal (kinds[i], "people"))
        {
          g_auto (Run) list_other = run_cli ("list", kinds[i], other, "--format=csv", NULL);

          g_assert_cmpstr (list_one.out, !=, list_other.out);
        }
      if (g_str_equal (kinds[i], "sessions"))
        {
          g_auto (GStrv) lines = list_lines (list_one.out);

          /* A hundred more than in the sample itself. */
          g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (sample_lines) + 100);
        }
    }
}

static guint
count_rows (const char *kind,
            const char *path)
{
  g_auto (Run) run = run_cli ("list", kind, path, "--format=csv", NULL);
  g_auto (GStrv) lines = list_lines (run.out);

  g_assert_cmpint (run.status, ==, 0);

  return g_strv_length (lines) - 1;
}

/* Each number alone means something: what was not said follows from it. */
static void
test_sample_size (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct {
    const char *options[3];
    guint       n_pairings;
    guint       n_sessions;
  } rows[] = {
    { { "--seed=0", NULL }, 10, 200 },
    { { "--seed=3", NULL }, 10, 200 },
    { { "--sessions=5", NULL }, 1, 5 },
    { { "--sessions=41", NULL }, 3, 41 },
    { { "--sessions=0", NULL }, 0, 0 },
    { { "--pairings=0", NULL }, 0, 0 },
    { { "--pairings=3", NULL }, 3, 60 },
    { { "--pairings=3", "--sessions=2", NULL }, 3, 2 },
    { { "--pairings=1", "--sessions=1000", NULL }, 1, 1000 },
  };
  guint n_pairings = count_rows ("pairings", fixture->sample);
  guint n_sessions = count_rows ("sessions", fixture->sample);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = in_folder (fixture, "sized.mentoring");
      g_auto (Run) run = run_cli ("sample", path, AS_AT, rows[i].options[0], rows[i].options[1], NULL);

      g_test_message ("%s: %s", rows[i].options[0], run.err);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpuint (count_rows ("pairings", path), ==, n_pairings + rows[i].n_pairings);
      g_assert_cmpuint (count_rows ("sessions", path), ==, n_sessions + rows[i].n_sessions);
      g_remove (path);
    }
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *ready = get_pairing (fixture, 0);
  g_autofree char *not_ready = get_pairing (fixture, 1);
  g_autofree char *ready_option = g_strdup_printf ("--pairing=%s", ready);
  g_autofree char *not_ready_option = g_strdup_printf ("--pairing=%s", not_ready);
  g_auto (Run) yes = run_cli ("check", fixture->sample, ready_option, AS_AT, NULL);
  g_auto (Run) no = run_cli ("check", fixture->sample, not_ready_option, AS_AT, "--format=csv", NULL);
  g_auto (Run) all = run_cli ("check", fixture->sample, AS_AT, NULL);
  g_auto (GStrv) lines = list_lines (no.out);

  g_assert_cmpint (yes.status, ==, 0);
  g_assert_cmpstr (yes.out, ==, "");
  g_assert_cmpint (no.status, ==, 1);
  /* The sample says so: three things are missing. */
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 3);
  g_assert_nonnull (strstr (no.out, "Area 8 has no evidence"));
  g_assert_cmpint (all.status, ==, 1);
}

/* Take one thing away from the ready pairing, and it is named. */
static void
test_check_names_what_is_missing (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (MtrSnapshot) snapshot = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("take away");
  g_autoptr (GError) error = NULL;
  g_autofree char *ready = get_pairing (fixture, 0);
  g_autofree char *option = g_strdup_printf ("--pairing=%s", ready);
  g_auto (Run) run = { 0 };

  mtr_pack_library_load (library);
  store = mtr_store_open (fixture->sample, mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  snapshot = mtr_store_load (store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, g_ascii_strtoll (ready, NULL, 10),
                             MTR_READER_OWNER, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_EVIDENCE_LINK); i++)
    {
      MtrRecord *link = mtr_snapshot_nth (snapshot, MTR_KIND_EVIDENCE_LINK, i);

      if (g_str_has_prefix (mtr_record_get_text (link, MTR_EVIDENCE_LINK_STANDARD), "5"))
        mtr_change_delete (change, MTR_KIND_EVIDENCE_LINK, mtr_record_get_id (link));
    }
  g_assert_false (mtr_change_is_empty (change));
  g_assert_true (mtr_store_apply (store, change, &error));
  g_assert_no_error (error);
  mtr_store_close (store);

  run = run_cli ("check", fixture->sample, option, AS_AT, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.out, "Area 5 has no evidence"));
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const formats[] = { "xml", "pdf" };
  static const char * const begins[] = { "<?xml", "%PDF-" };
  g_autofree char *ready = get_pairing (fixture, 0);
  g_autofree char *pairing = g_strdup_printf ("--pairing=%s", ready);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *one = in_folder (fixture, "one.out");
      g_autofree char *two = in_folder (fixture, "two.out");
      g_autofree char *format = g_strdup_printf ("--format=%s", formats[i]);
      g_autofree char *output_one = g_strdup_printf ("--output=%s", one);
      g_autofree char *output_two = g_strdup_printf ("--output=%s", two);
      g_auto (Run) first = run_cli ("export", "portfolio", fixture->sample, pairing, format, output_one, AS_AT, NULL);
      g_auto (Run) second = run_cli ("export", "portfolio", fixture->sample, pairing, format, output_two, AS_AT, NULL);
      g_autofree char *bytes_one = NULL;
      g_autofree char *bytes_two = NULL;
      gsize n_one, n_two;

      g_assert_cmpint (first.status, ==, 0);
      g_assert_cmpstr (first.out, ==, "");
      g_assert_cmpint (second.status, ==, 0);
      g_assert_true (g_file_get_contents (one, &bytes_one, &n_one, NULL));
      g_assert_true (g_file_get_contents (two, &bytes_two, &n_two, NULL));
      g_assert_true (g_str_has_prefix (bytes_one, begins[i]));
      g_assert_cmpmem (bytes_one, n_one, bytes_two, n_two);
    }
}

/* Before anything leaves: what every page of a draft says, what is left out by name, and what may identify somebody. */
static void
test_export_says_what_leaves (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *ready = get_pairing (fixture, 0);
  g_autofree char *draft = get_pairing (fixture, 1);
  g_autofree char *path = in_folder (fixture, "portfolio.xml");
  g_autofree char *output = g_strconcat ("--output=", path, NULL);
  g_autofree char *of_ready = g_strconcat ("--pairing=", ready, NULL);
  g_autofree char *of_draft = g_strconcat ("--pairing=", draft, NULL);
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("write");
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_EVIDENCE);

  {
    g_auto (Run) run = run_cli ("export", "portfolio", fixture->sample, of_ready, "--format=xml", output, AS_AT, NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_null (strstr (run.err, "Draft"));
    g_assert_nonnull (strstr (run.err, "Left out: E05 "));
    g_assert_null (strstr (run.err, "May identify somebody"));
  }
  {
    g_auto (Run) run = run_cli ("export", "portfolio", fixture->sample, of_draft, "--format=xml", output, AS_AT, NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.err, "Draft: 3 things missing"));
    g_assert_nonnull (strstr (run.err, "Left out: Direct observation 2"));
  }
  {
    g_autofree char *zip = in_folder (fixture, "all.zip");
    g_autofree char *where = g_strconcat ("--output=", zip, NULL);
    g_auto (Run) run = run_cli ("export", "archive", fixture->sample, "--audience=mine", where, AS_AT, NULL);

    /* Of several it is said whose it is. */
    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.err, "Portfolio of Amara Whitlock: Left out: E05 "));
    g_assert_nonnull (strstr (run.err, "Portfolio of Kiran Thackeray: Every page says “Draft: 3 things missing”."));
  }

  mtr_pack_library_load (library);
  store = mtr_store_open (fixture->sample, mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  items = mtr_store_list_records (store, &query, MTR_READER_OWNER, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    if (mtr_record_get_number (g_ptr_array_index (items, i), MTR_EVIDENCE_NUMBER) == 1)
      mtr_change_set_text (change, MTR_EVIDENCE_TITLE, mtr_record_get_id (g_ptr_array_index (items, i)),
                           "Write to somebody@example.org about it");
  g_assert_true (mtr_store_apply (store, change, &error));
  g_assert_no_error (error);
  mtr_store_close (store);
  {
    g_auto (Run) run = run_cli ("export", "portfolio", fixture->sample, of_ready, "--format=xml", output, AS_AT, NULL);

    /* It warns, and never edits. */
    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.err, "May identify somebody: E01 "));
    g_assert_nonnull (strstr (run.err, "somebody@example.org"));
    g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
    g_assert_nonnull (strstr (written, "somebody@example.org"));
  }
}

static void
test_export_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *ready = get_pairing (fixture, 0);
  g_autofree char *pairing = g_strdup_printf ("--pairing=%s", ready);
  g_autofree char *output = g_strdup_printf ("--output=%s/no/such/folder/portfolio.xml", fixture->folder);
  g_auto (Run) run = run_cli ("export", "portfolio", fixture->sample, pairing, "--format=xml", output, AS_AT, NULL);

  g_assert_cmpint (run.status, ==, 3);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, "portfolio.xml"));

  /* One slip in a name does not cost the programme. */
  {
    g_autofree char *itself = g_strdup_printf ("--output=%s", fixture->sample);
    g_auto (Run) over = run_cli ("export", "portfolio", fixture->sample, pairing, "--format=xml", itself, AS_AT, NULL);
    g_auto (Run) after = run_cli ("verify", fixture->sample, NULL);

    g_assert_cmpint (over.status, ==, 3);
    g_assert_nonnull (strstr (over.err, "a programme"));
    g_assert_cmpint (after.status, ==, 0);
  }
}

/* Whoever reads best with other letters gets them in whatever has pages; what is not a size is refused, and nothing written. */
static void
test_adjusted (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct {
    const char *option;
    const char *says;
  } refused[] = {
    { "--size=99", "from 9 to 28" },
    { "--spacing=3", "from 1 to 2" },
    { "--tint=puce", "cream" },
    { "--font=<b>", "font" },
  };
  g_autofree char *ready = get_pairing (fixture, 0);
  g_autofree char *pairing = g_strdup_printf ("--pairing=%s", ready);
  g_autofree char *path = in_folder (fixture, "adjusted.pdf");
  g_autofree char *output = g_strdup_printf ("--output=%s", path);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (Run) portfolio = run_cli ("export", "portfolio", fixture->sample, pairing, "--format=pdf", output,
                                        refused[i].option, NULL);
      g_auto (Run) report = run_cli ("report", fixture->sample, "summary", "--format=pdf", output, refused[i].option, NULL);

      g_assert_cmpint (portfolio.status, ==, 2);
      g_assert_nonnull (strstr (portfolio.err, refused[i].says));
      g_assert_cmpint (report.status, ==, 2);
      g_assert_nonnull (strstr (report.err, refused[i].says));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }

  {
    g_auto (Run) run = run_cli ("report", fixture->sample, "summary", "--format=pdf", output, AS_AT, "--size=20",
                                "--spacing=1.5", "--tint=cream", "--font=DejaVu Sans", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_cmpstr (run.err, ==, "");
    g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  }
  {
    g_auto (Run) run = run_cli ("report", fixture->sample, "summary", "--format=pdf", output, AS_AT,
                                "--font=A font that nobody has", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.err, "A font that nobody has"));
  }
}

/* Nothing to check is not ready, and what did not get out is not done. */
static void
test_not_done (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = in_folder (fixture, "empty.mentoring");
  g_auto (Run) made = run_cli ("new", path, "--pack=pqs-adults", NULL);
  g_auto (Run) empty = run_cli ("check", path, NULL);
  g_autofree char *command = NULL;
  g_autofree char *script = NULL;
  const char *shell[] = { "/bin/sh", "-c", NULL, NULL };
  g_autofree char *err = NULL;
  int status = 0;

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (empty.status, ==, 1);
  g_assert_nonnull (strstr (empty.err, "no pairing"));

  command = g_shell_quote (g_getenv ("MENTORING_CLI"));
  script = g_strdup_printf ("exec %s list people '%s' >/dev/full", command, fixture->sample);
  shell[2] = script;
  g_assert_true (g_spawn_sync (NULL, (char **) shell, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &err,
                               &status, NULL));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 3);
  g_assert_nonnull (strstr (err, "disk may be full"));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("write");
  g_autoptr (GError) error = NULL;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_SESSION);
  g_autoptr (GPtrArray) sessions = NULL;
  gint64 id;

  mtr_pack_library_load (library);
  store = mtr_store_open (fixture->sample, mtr_pack_library_look_up, library, &error);
  g_assert_no_error (error);
  sessions = mtr_store_list_records (store, &query, MTR_READER_OWNER, &error);
  id = mtr_record_get_id (g_ptr_array_index (sessions, 0));
  mtr_change_set_text (change, MTR_SESSION_NEXT_STEP, id, "Bring the quokkaplan");
  mtr_change_set_text (change, MTR_SESSION_PRIVATE_NOTE, id, "A wombatworry of my own");
  g_assert_true (mtr_store_apply (store, change, &error));
  mtr_store_close (store);

  {
    g_auto (Run) shared = run_cli ("search", fixture->sample, "quokkaplan", "--format=csv", NULL);
    g_auto (Run) hidden = run_cli ("search", fixture->sample, "wombatworry", "--format=csv", NULL);
    g_auto (Run) own = run_cli ("search", fixture->sample, "wombatworry", "--private", "--format=csv", NULL);

    g_assert_cmpint (shared.status, ==, 0);
    g_assert_nonnull (strstr (shared.out, "quokkaplan"));
    g_assert_cmpint (hidden.status, ==, 1);
    g_assert_nonnull (strstr (hidden.err, "Nothing was found"));
    g_assert_null (strstr (hidden.out, "wombatworry"));
    g_assert_cmpint (own.status, ==, 0);
    g_assert_nonnull (strstr (own.out, ",yes,"));
  }
}

static void
test_verify (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (Run) well = run_cli ("verify", fixture->sample, NULL);
  g_auto (Run) broken = { 0 };

  g_assert_cmpint (well.status, ==, 0);
  g_assert_cmpstr (well.out, ==, "");

  /* Somebody with another program takes a held session back by a day: what is derived from it no longer agrees. */
  execute (fixture->sample, "UPDATE pairing_summary SET last_held_on = '2001-01-01'");
  broken = run_cli ("verify", fixture->sample, NULL);
  g_assert_cmpint (broken.status, ==, 1);
  g_assert_cmpstr (broken.out, !=, "");
}

static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const names[] = { "Oonagh", "Petrie", "Amara", "Kiran", "Sorrel", "Gethin", "Joss" };
  g_autofree char *path = g_build_filename (fixture->folder, "year.ics", NULL);
  g_autofree char *named = g_build_filename (fixture->folder, "named.ics", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *with_names = NULL;
  g_auto (Run) nowhere = run_cli ("calendar", fixture->sample, NULL);

  g_assert_cmpint (nowhere.status, ==, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *output = g_strconcat ("--output=", path, NULL);
      g_auto (Run) run = run_cli ("calendar", fixture->sample, output, "--as-at=2026-11-21", NULL);

      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (g_file_get_contents (path, i == 0 ? &first : &second, NULL, NULL));
    }
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "BEGIN:VEVENT"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (strstr (first, names[i]));

  {
    g_autofree char *output = g_strconcat ("--output=", named, NULL);
    g_auto (Run) run = run_cli ("calendar", fixture->sample, output, "--names", NULL);

    g_assert_cmpint (run.status, ==, 0);
    g_assert_true (g_file_get_contents (named, &with_names, NULL, NULL));
    g_assert_nonnull (strstr (with_names, "Oonagh"));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/cli/usage", test_usage);
  ADD ("/cli/group", test_group);
  ADD ("/cli/help", test_help);
  ADD ("/cli/unusable", test_unusable);
  ADD ("/cli/locked", test_locked);
  ADD ("/cli/newer", test_newer);
  ADD ("/cli/new", test_new);
  ADD ("/cli/list", test_list);
  ADD ("/cli/sample-is-deterministic", test_sample_is_deterministic);
  ADD ("/cli/sample-size", test_sample_size);
  ADD ("/cli/check", test_check);
  ADD ("/cli/check-names-what-is-missing", test_check_names_what_is_missing);
  ADD ("/cli/export", test_export);
  ADD ("/cli/export-says-what-leaves", test_export_says_what_leaves);
  ADD ("/cli/export-refused", test_export_refused);
  ADD ("/cli/adjusted", test_adjusted);
  ADD ("/cli/not-done", test_not_done);
  ADD ("/cli/calendar", test_calendar);
  ADD ("/cli/search", test_search);
  ADD ("/cli/verify", test_verify);

  return g_test_run ();
}
