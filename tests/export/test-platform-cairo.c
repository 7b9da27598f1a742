/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known about cairo's PDF files: our way works everywhere, and the trap
 * is still there in the version in which it was found.
 */

#include "mtr-tool.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The version whose traps were proved. */
#define CAIRO_PROVED CAIRO_VERSION_ENCODE (1, 16, 0)

static char *
draw_link (const char *folder,
           gboolean    with_structure)
{
  char *path = g_build_filename (folder, "link.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 300, 300);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_layout_set_text (layout, "A link", -1);
  if (with_structure)
    {
      cairo_tag_begin (cr, "Document", NULL);
      cairo_tag_begin (cr, "P", NULL);
    }
  cairo_tag_begin (cr, CAIRO_TAG_LINK, "page=1 pos=[0 0]");
  cairo_move_to (cr, 20, 20);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
  if (with_structure)
    {
      cairo_tag_end (cr, "P");
      cairo_tag_end (cr, "Document");
    }
  cairo_show_page (cr);
  g_object_unref (layout);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return path;
}

/* A page with links and no structure is a damaged file, and cairo says that all is well. */
static void
test_cairo_links (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = draw_link (folder, TRUE);
  g_autofree char *check = mtr_tool_run_well ("qpdf", "--check", path, NULL);

  g_assert_null (strstr (check, "WARNING"));
  if (cairo_version () == CAIRO_PROVED)
    {
      const char *arguments[] = { "qpdf", "--check", NULL, NULL };
      g_autofree char *damaged = draw_link (folder, FALSE);
      g_autofree char *output = NULL;
      int status;

      arguments[2] = damaged;
      output = mtr_tool_run (arguments, &status);
      g_assert_true (status != 0 || strstr (output, "WARNING") != NULL);
    }
  mtr_tool_remove (folder);
}

/* The catalogue says neither in which language the file is nor that its title is to be shown. */
static void
test_cairo_catalogue (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = draw_link (folder, TRUE);
  g_autofree char *plain = mtr_tool_run_well ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);

  g_assert_nonnull (strstr (plain, "/StructTreeRoot"));
  if (cairo_version () == CAIRO_PROVED)
    {
      g_assert_null (strstr (plain, "/Lang"));
      g_assert_null (strstr (plain, "/DisplayDocTitle"));
    }
  mtr_tool_remove (folder);
}

/* A wrong element is found only when the page is shown. */
static void
test_cairo_late_error (void)
{
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = g_build_filename (folder, "wrong.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 300, 300);
  cairo_t *cr = cairo_create (surface);

  cairo_tag_begin (cr, "NoSuchElement", NULL);
  cairo_rectangle (cr, 10, 10, 50, 50);
  cairo_fill (cr);
  cairo_tag_end (cr, "NoSuchElement");
  if (cairo_version () == CAIRO_PROVED)
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_show_page (cr);
  cairo_surface_finish (surface);
  g_assert_true (cairo_status (cr) == CAIRO_STATUS_TAG_ERROR || cairo_surface_status (surface) == CAIRO_STATUS_TAG_ERROR);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  mtr_tool_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/platform/cairo/links", test_cairo_links);
  g_test_add_func ("/platform/cairo/catalogue", test_cairo_catalogue);
  g_test_add_func ("/platform/cairo/late-error", test_cairo_late_error);

  return g_test_run ();
}
