/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing as a person does it: the dialogue opens, "Print to File" is chosen, and what comes out is a PDF with the
 * pages of the preview. What was chosen is offered the next time.
 */

#include "mtr-pages.h"
#include "mtr-print-operation.h"

#include <glib/gstdio.h>
#include <string.h>

/* How long the dialogue may take to find its printers, and to write. */
#define PATIENCE_US (20 * G_USEC_PER_SEC)

static MtrDocument *
make_document (void)
{
  GDate today;
  MtrDocument *document;

  g_date_set_dmy (&today, 21, G_DATE_NOVEMBER, 2026);
  document = mtr_document_new ("Three pages", "en-GB", &today);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);
      MtrNode *section = mtr_node_add_section (mtr_document_get_root (document), id, "A section");

      mtr_node_set_flags (section, i == 2 ? MTR_NODE_LANDSCAPE : MTR_NODE_NEW_PAGE);
      mtr_node_add_paragraph (section, "Words on paper.");
    }

  return document;
}

static guint
count_in (const char *pdf,
          gsize       length,
          const char *words)
{
  guint n_found = 0;

  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (pdf + i, words, strlen (words)) == 0)
      n_found++;

  return n_found;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* The dialogue of GTK, once it is there. */
static GtkWidget *
wait_for_dialog (gboolean with_printer)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  guint ticks = g_timeout_add (50, wake_cb, NULL);
  GtkWidget *found = NULL;

  while (found == NULL && g_get_monotonic_time () < until)
    {
      GListModel *windows = gtk_window_get_toplevels ();

      g_main_context_iteration (NULL, TRUE);
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
          GtkWidget *button;

          if (!g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
            continue;
          /* It can be pressed when a printer has been chosen. */
          button = gtk_dialog_get_widget_for_response (GTK_DIALOG (window), GTK_RESPONSE_OK);
          if (button != NULL && (!with_printer || gtk_widget_get_sensitive (button)) && gtk_widget_get_mapped (window))
            found = window;
        }
    }
  g_source_remove (ticks);

  return found;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  *(int *) user_data = (int) result;
}

static int
print (GtkWidget  *window,
       const char *path)
{
  g_autoptr (MtrDocument) document = make_document ();
  g_autoptr (GtkPrintOperation) operation = mtr_print_operation_new (document, "Three pages");
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  GtkWidget *dialog;
  int result = -1;

  if (path != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

      gtk_print_settings_set_printer (settings, "Print to File");
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
    }
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  mtr_print_operation_ask (operation, window);
  dialog = wait_for_dialog (path != NULL);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == GTK_WINDOW (window));
  gtk_dialog_response (GTK_DIALOG (dialog), path != NULL ? GTK_RESPONSE_OK : GTK_RESPONSE_CANCEL);
  while (result < 0 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  /* What was handed to the printer may be on its way yet. */
  while (!gtk_print_operation_is_finished (operation) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);

  return result;
}

static void
test_to_file (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *folder = g_dir_make_tmp ("mentoring-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *kept_path = g_build_filename (g_get_user_config_dir (), "mentoring", "print.ini", NULL);
  g_autofree char *pdf = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpint (print (window, path), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &pdf, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
  g_assert_cmpuint (count_in (pdf, length, "/Type /Page %"), ==, 3);
  g_assert_cmpuint (count_in (pdf, length, "/MediaBox [ 0 0 595"), ==, 2);
  g_assert_cmpuint (count_in (pdf, length, "/MediaBox [ 0 0 841"), ==, 1);
  g_assert_true (g_file_get_contents (kept_path, &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (kept, "printer=Print to File"));

  g_unlink (path);
  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing is printed, nothing is kept, and nothing is said. */
static void
test_cancel (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *kept_path = g_build_filename (g_get_user_config_dir (), "mentoring", "print.ini", NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_unlink (kept_path);
  g_assert_cmpint (print (window, NULL), ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_false (g_file_test (kept_path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("mentoring-config-XXXXXX", NULL);
  g_autofree char *kept_folder = g_build_filename (folder, "mentoring", NULL);
  int result;

  /* What somebody has chosen on this machine is nothing to the test. */
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/app/print-dialog/to-file", test_to_file);
  g_test_add_func ("/app/print-dialog/cancel", test_cancel);
  result = g_test_run ();
  g_rmdir (kept_folder);
  g_rmdir (folder);

  return result;
}
