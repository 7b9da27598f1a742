/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK does where there is no display, so that much of it can be tested
 * and used there: lists, and pages of a print written into a file.
 */

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

static int
compare_strings (gconstpointer one,
                 gconstpointer two,
                 gpointer      data)
{
  return strcmp (gtk_string_object_get_string ((GtkStringObject *) one),
                 gtk_string_object_get_string ((GtkStringObject *) two));
}

static gboolean
is_short (gpointer item,
          gpointer data)
{
  return strlen (gtk_string_object_get_string (item)) <= 5;
}

static void
test_toolkit_lists (void)
{
  static const char *const names[] = { "pair", "mentor", "area", "date", "observation", NULL };
  static const char *const expected[] = { "area", "date", "pair" };
  GtkStringList *strings = gtk_string_list_new (names);
  GtkFilterListModel *filtered = gtk_filter_list_model_new (G_LIST_MODEL (strings),
                                                            GTK_FILTER (gtk_custom_filter_new (is_short, NULL, NULL)));
  g_autoptr (GtkSortListModel) sorted =
    gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (gtk_custom_sorter_new (compare_strings, NULL, NULL)));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sorted)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (sorted), i);

      g_assert_cmpstr (gtk_string_object_get_string (item), ==, expected[i]);
    }
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           data)
{
  int *n_drawn = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_rectangle (cr, 10, 10, 20, 20);
  cairo_fill (cr);
  (*n_drawn)++;
}

static void
test_toolkit_print (void)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mentoring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pages.pdf", NULL);
  g_autofree char *contents = NULL;
  int n_drawn = 0;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_n_pages (operation, 2);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &n_drawn);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_cmpint (n_drawn, ==, 2);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_unsetenv ("DISPLAY");
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_false (gtk_init_check ());

  g_test_add_func ("/platform/toolkit/lists", test_toolkit_lists);
  g_test_add_func ("/platform/toolkit/print", test_toolkit_print);

  return g_test_run ();
}
