/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calls the command line as a script does, with a folder for what it writes,
 * and looks into the files behind its back.
 */

#include "cli-run.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

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

/**
 * make_folder:
 *
 * Returns: (transfer full): the path of a new folder
 */
char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("mentoring-cli-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

/**
 * remove_folder:
 * @path: of a folder, which goes with everything in it
 */
void
remove_folder (const char *path)
{
  g_autoptr (GDir) opened = g_dir_open (path, 0, NULL);
  const char *name;

  while (opened != NULL && (name = g_dir_read_name (opened)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK) && g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/**
 * execute:
 * @path: of a programme, or of another database
 * @sql: what is done to it, by another program
 */
void
execute (const char *path,
         const char *sql)
{
  sqlite3 *connection;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_exec (connection, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (connection), ==, SQLITE_OK);
}

/**
 * bind_text:
 * @statement: a statement
 * @name: of a parameter that it may have
 * @text: (nullable): what the parameter is
 */
void
bind_text (sqlite3_stmt *statement,
           const char   *name,
           const char   *text)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  if (index > 0)
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}
