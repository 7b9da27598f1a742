/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work that takes a while, at a terminal and without one: the terminal is told
 * that something is being done, and it is gone before anything else is said;
 * in a pipe there is nothing of it.
 */

#include "cli-run.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <pty.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define AS_AT "--as-at=2026-11-21"
#define ERASED "\r\033[K"

typedef struct {
  char *folder;  /* (owned) */
  char *path;    /* (owned): a file that a test makes */
  char *pipe;    /* (owned): a spreadsheet that somebody is still writing */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sample.mentoring", NULL);
  fixture->pipe = g_build_filename (fixture->folder, "people.csv", NULL);
  g_assert_cmpint (mkfifo (fixture->pipe, 0600), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->pipe);
}

/* Starts it with a terminal for its standard error. Returns: (transfer full): the process; @terminal: the other end */
static GSubprocess *
start (const char * const *arguments,
       int                *terminal)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) line = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;
  int far_end;

  g_assert_cmpint (openpty (terminal, &far_end, NULL, NULL, NULL), ==, 0);
  g_assert_cmpint (fcntl (*terminal, F_SETFD, FD_CLOEXEC), ==, 0);
  g_strv_builder_add (builder, g_getenv ("MENTORING_CLI"));
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_strv_builder_add (builder, arguments[i]);
  line = g_strv_builder_end (builder);
  g_subprocess_launcher_take_stderr_fd (launcher, far_end);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) line, &error);
  g_assert_no_error (error);

  return process;
}

/* Reads from the terminal until the text is there; %NULL: until the process has ended. */
static void
read_until (int         terminal,
            GString    *text,
            const char *wanted)
{
  char buffer[512];
  gssize n_read;

  while (wanted == NULL || strstr (text->str, wanted) == NULL)
    {
      n_read = read (terminal, buffer, sizeof buffer);
      if (n_read <= 0)
        {
          g_assert_null (wanted);
          return;
        }
      g_string_append_len (text, buffer, n_read);
    }
}

static int
finish (GSubprocess *process,
        GString     *out)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (process);
  char buffer[512];
  gsize n_read;

  do
    {
      g_assert_true (g_input_stream_read_all (stream, buffer, sizeof buffer, &n_read, NULL, NULL));
      g_string_append_len (out, buffer, (gssize) n_read);
    }
  while (n_read > 0);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));

  return g_subprocess_get_exit_status (process);
}

/* How much of it is done, where that is known, and nothing of it is left in the end. */
static void
test_fraction (Fixture       *fixture,
               gconstpointer  data)
{
  const char *arguments[] = { "sample", fixture->path, "--pairings=1000", "--sessions=20000", AS_AT, NULL };
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GSubprocess) process = NULL;
  int terminal;

  process = start (arguments, &terminal);
  read_until (terminal, shown, NULL);
  g_test_message ("%s", shown->str);
  g_assert_cmpint (finish (process, out), ==, 0);
  g_assert_cmpstr (out->str, ==, "");
  g_assert_true (g_str_has_prefix (shown->str, "\rWorking, 0 s\033[K") ||
                 g_str_has_prefix (shown->str, "\rMaking the file "));
  g_assert_nonnull (strstr (shown->str, "\rMaking the file "));
  g_assert_nonnull (strstr (shown->str, " %\033[K"));
  g_assert_true (g_str_has_suffix (shown->str, "\033[K" ERASED));
  close (terminal);
}

/* For how long, where nobody knows how much there is; it is gone before the answer. */
static void
test_seconds (Fixture       *fixture,
              gconstpointer  data)
{
  static const char rows[] = "Name\nNobody Real\n";
  const char *arguments[] = { "import", "people", fixture->path, fixture->pipe, "--dry-run", AS_AT, NULL };
  g_auto (Run) made = run_cli ("sample", fixture->path, AS_AT, NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GSubprocess) process = NULL;
  int terminal, spreadsheet;

  g_assert_cmpint (made.status, ==, 0);
  process = start (arguments, &terminal);
  read_until (terminal, shown, "\rWorking, 0 s\033[K");
  read_until (terminal, shown, "\rWorking, 1 s\033[K");
  spreadsheet = open (fixture->pipe, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (write (spreadsheet, rows, strlen (rows)), ==, (gssize) strlen (rows));
  close (spreadsheet);
  read_until (terminal, shown, NULL);
  g_test_message ("%s", shown->str);
  g_assert_cmpint (finish (process, out), ==, 0);
  g_assert_nonnull (strstr (shown->str, "\033[K" ERASED "1 row, "));
  g_assert_null (strstr (strstr (shown->str, "1 row, "), "Working"));
  g_assert_nonnull (strstr (out->str, "Nobody Real"));
  g_assert_null (strstr (out->str, "Working"));
  close (terminal);
}

/* What is over at once says nothing of itself. */
static void
test_short (Fixture       *fixture,
            gconstpointer  data)
{
  const char *arguments[] = { "new", "/dev/null/nowhere.mentoring", "--pack=none-of-that-name", NULL };
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GSubprocess) process = NULL;
  int terminal;

  process = start (arguments, &terminal);
  read_until (terminal, shown, NULL);
  g_assert_cmpint (finish (process, out), ==, 2);
  g_assert_null (strstr (shown->str, "Working"));
  g_assert_true (g_str_has_prefix (shown->str, "mentoring-cli: "));
  close (terminal);
}

static void
test_pipe (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (Run) run = run_cli ("sample", fixture->path, "--pairings=1000", "--sessions=20000", AS_AT, NULL);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_cmpstr (run.err, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/cli/progress/fraction", test_fraction);
  ADD ("/cli/progress/seconds", test_seconds);
  ADD ("/cli/progress/short", test_short);
  ADD ("/cli/progress/pipe", test_pipe);

  return g_test_run ();
}
