/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing without a display: a print operation exports to a file the very
 * pages that the preview shows, and a page turned sideways stays sideways.
 */

#include "mtr-pages.h"
#include "mtr-print-operation.h"

#include <glib/gstdio.h>
#include <string.h>

static MtrDocument *
make_document (void)
{
  GDate today;
  MtrDocument *document;
  MtrNode *section;

  g_date_set_dmy (&today, 21, G_DATE_NOVEMBER, 2026);
  document = mtr_document_new ("Three pages", "en-GB", &today);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);

      section = mtr_node_add_section (mtr_document_get_root (document), id, "A section");
      mtr_node_set_flags (section, i == 2 ? MTR_NODE_LANDSCAPE : MTR_NODE_NEW_PAGE);
      mtr_node_add_paragraph (section, "Words on paper.");
    }

  return document;
}

/* How often a box of this size stands in a PDF, in whole points. */
static guint
count_boxes (const char *pdf,
             gsize       length,
             const char *box)
{
  guint n_found = 0;

  for (gsize i = 0; i + strlen (box) <= length; i++)
    if (memcmp (pdf + i, box, strlen (box)) == 0)
      n_found++;

  return n_found;
}

static void
test_export (void)
{
  g_autoptr (MtrDocument) document = make_document ();
  g_autofree char *folder = g_dir_make_tmp ("mentoring-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
  g_autofree char *pdf = NULL;
  gsize length;
  GtkPrintOperationResult result;

  operation = mtr_print_operation_new (document, "Three pages");
  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);

  g_assert_cmpuint (mtr_pages_get_n_pages (pages), ==, 3);
  g_assert_true (g_file_get_contents (path, &pdf, &length, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
  g_assert_cmpuint (count_boxes (pdf, length, "/Type /Page %"), ==, 3);
  g_assert_cmpuint (count_boxes (pdf, length, "/MediaBox [ 0 0 595"), ==, 2);
  g_assert_cmpuint (count_boxes (pdf, length, "/MediaBox [ 0 0 841"), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

/* What comes out of the printer is set for whoever sits here: a text of one page is one of several in large letters. */
static void
test_adjusted (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.example.Mentoring");
  g_autofree char *folder = g_dir_make_tmp ("mentoring-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  g_autofree char *words = g_strnfill (3000, 'o');
  guint n_pages[2];

  for (gsize i = 5; i < strlen (words); i += 6)
    words[i] = ' ';
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MtrDocument) document = make_document ();
      g_autoptr (GtkPrintOperation) operation = NULL;
      g_autofree char *pdf = NULL;
      gsize length;

      mtr_node_add_paragraph (mtr_document_find (document, "s1"), words);
      g_settings_set_string (settings, "adjustment", i == 0 ? "" : "size=28;spacing=2");
      operation = mtr_print_operation_new (document, "Pages");
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                       GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_true (g_file_get_contents (path, &pdf, &length, NULL));
      n_pages[i] = count_boxes (pdf, length, "/Type /Page %");
      g_unlink (path);
    }
  g_assert_cmpuint (n_pages[0], ==, 3);
  g_assert_cmpuint (n_pages[1], >=, 6);
  g_settings_reset (settings, "adjustment");
  g_rmdir (folder);
}

/* Locale, then the settings; both papers. */
static void
test_paper (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.example.Mentoring");

  g_settings_set_string (settings, "paper", "letter");
  g_assert_cmpint (mtr_print_get_paper (), ==, MTR_PAPER_LETTER);
  g_settings_set_string (settings, "paper", "a4");
  g_assert_cmpint (mtr_print_get_paper (), ==, MTR_PAPER_A4);
  g_settings_reset (settings, "paper");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("mentoring-config-XXXXXX", NULL);
  int result;

  /* What somebody has chosen on this machine is nothing to the test. */
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/app/print/export", test_export);
  g_test_add_func ("/app/print/adjusted", test_adjusted);
  g_test_add_func ("/app/print/paper", test_paper);
  result = g_test_run ();
  g_rmdir (folder);

  return result;
}
