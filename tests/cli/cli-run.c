/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calls the command line as a script does. */

#include "cli-run.h"

#include <gio/gio.h>

/**
 * run_clear:
 * @run: what came of a call
 */
void
run_clear (Run *run)
{
  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
}

/**
 * run_cli:
 * @first: the command
 * @...: its arguments, closed by %NULL
 *
 * Returns: what came of it, to be cleared
 */
Run
run_cli (const char *first,
         ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { 0 };
  va_list list;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("MENTORING_CLI"));
  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  process = g_subprocess_newv ((const char * const *) arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run.out, &run.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);

  return run;
}

/**
 * list_lines:
 * @text: CSV
 *
 * Returns: (transfer full): its lines
 */
char **
list_lines (const char *text)
{
  char **lines = g_strsplit (text, "\r\n", -1);
  guint n_lines = g_strv_length (lines);

  /* CSV ends each line, the last one too. */
  g_assert_cmpstr (lines[n_lines - 1], ==, "");
  g_clear_pointer (&lines[n_lines - 1], g_free);

  return lines;
}
