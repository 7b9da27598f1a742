/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of files and pages share: other people's programs that read
 * what we wrote, and a folder to write it to. A program that is missing is a
 * failure and not a reason to pass.
 */

#include "mtr-tool.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * mtr_tool_run:
 * @arguments: (array zero-terminated=1): a program and its arguments
 * @status: (out): its exit status
 *
 * Returns: (transfer full): what it wrote, errors after the output
 */
char *
mtr_tool_run (const char **arguments,
              int         *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int wait_status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &wait_status, &error);
  g_assert_no_error (error);
  *status = g_spawn_check_wait_status (wait_status, NULL) ? 0 : 1;

  return g_strconcat (output, errors, NULL);
}

/**
 * mtr_tool_run_well:
 * @first: a program
 * @...: its arguments, %NULL at the end
 *
 * Runs a program that has to succeed.
 *
 * Returns: (transfer full): what it wrote
 */
char *
mtr_tool_run_well (const char *first,
                   ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *output = NULL;
  const char *argument;
  va_list list;
  int status;

  g_ptr_array_add (arguments, (gpointer) first);
  va_start (list, first);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  output = mtr_tool_run ((const char **) arguments->pdata, &status);
  if (status != 0)
    g_test_message ("%s: %s", first, output);
  g_assert_cmpint (status, ==, 0);

  return g_steal_pointer (&output);
}

/**
 * mtr_tool_make_folder:
 *
 * Returns: (transfer full): a new folder for the files of one test
 */
char *
mtr_tool_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("mentoring-test-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

/**
 * mtr_tool_save:
 * @folder: a folder
 * @name: name of a file
 * @bytes: what is in it
 *
 * Returns: (transfer full): its path
 */
char *
mtr_tool_save (const char *folder,
               const char *name,
               GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_assert_nonnull (bytes);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return path;
}

/**
 * mtr_tool_remove:
 * @folder: a folder of mtr_tool_make_folder(), with files and no folders in it
 */
void
mtr_tool_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/**
 * mtr_tool_read_pages:
 * @pdf: path of a PDF
 *
 * Returns: (transfer full) (array zero-terminated=1): the text of each page, as pdftotext lays it out
 */
char **
mtr_tool_read_pages (const char *pdf)
{
  g_autofree char *text = mtr_tool_run_well ("pdftotext", "-layout", pdf, "-", NULL);
  gsize length = strlen (text);

  /* There is a form feed after the last page too. */
  if (length > 0 && text[length - 1] == '\f')
    text[length - 1] = '\0';

  return g_strsplit (text, "\f", -1);
}

/**
 * mtr_tool_squeeze:
 * @text: a text
 *
 * Returns: (transfer full): it with one space wherever there was any white space, so that line ends do not matter
 */
char *
mtr_tool_squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t\f\r", -1);
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (squeezed, "%s%s", squeezed->len > 0 ? " " : "", words[i]);

  return g_strdup (squeezed->str);
}
