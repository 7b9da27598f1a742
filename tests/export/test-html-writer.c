/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Web pages: what is in the document is on the page, as what it is, and other
 * people's programs find nothing wrong with it.
 */

#include "mtr-html-writer.h"
#include "mtr-test-document.h"
#include "mtr-tool.h"

#include <string.h>

static char *
write_page (MtrDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mtr_html_write (document, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_has (const char *page,
            const char *part)
{
  if (strstr (page, part) == NULL)
    g_test_message ("not there: %s", part);
  g_assert_nonnull (strstr (page, part));
}

static void
test_html_elements (void)
{
  static const char * const parts[] = {
    "<!DOCTYPE html>\n<html lang=\"en-GB\">",
    "<title>Portfolio of Ada Example</title>",
    "<h1>Portfolio of Ada Example</h1>",
    "<p class=\"draft\">Draft: 2 things missing</p>",
    "<dt>Employer</dt><dd>Council &lt;of&gt; Somewhere</dd>",
    "<nav id=\"contents\" aria-label=\"Contents\"><h2>Contents</h2><ul><li><a href=\"#index\">Index of evidence</a></li>",
    "<li><a href=\"#evidence\">Evidence</a><ul><li><a href=\"#evidence-1\">E01 A learning note</a></li></ul></li>",
    /* Where there are no pages there is no column of their numbers. */
    "<th scope=\"col\">No.</th><th scope=\"col\">Evidence</th><th scope=\"col\" class=\"number\">Hours</th></tr>",
    "<th scope=\"row\"><a href=\"#evidence-1\">E01</a></th>",
    "<td class=\"number\">-1</td>",
    "<h3>E01 A learning note</h3>",
    "<p>First paragraph with &lt;b&gt;signs&lt;/b&gt; &amp; &quot;marks&quot;.</p><p>Second: cŵn, ŷd, السلام عليكم 😀,",
    "<figcaption>A supervisee</figcaption><blockquote><p>She listened before she spoke.</p></blockquote>",
    "<li><a href=\"#map\">A point that leads to the map</a></li>",
    "<span class=\"key\">A1</span> <span>Values and ethics</span>",
    "<h5>A fourth level</h5>",
    "<section id=\"map\" class=\"sideways\">",
    "<caption>How many items for each area</caption>",
    "<th scope=\"colgroup\" colspan=\"2\">Feedback</th>",
    "<td></td><th scope=\"col\">Own</th><th scope=\"col\">Mentor</th>",
    "<td><span aria-hidden=\"true\">2</span><span class=\"spoken\">A1 Values, feedback: two items</span></td>",
    "<div role=\"img\" aria-label=\"Three formative and six direct observations; none of the third kind.\">",
    /* 3 of 6 is half of the 1000 units; December is the last twelfth of them, 83 units from 11 × 1000 / 12 = 916. */
    "<rect class=\"bar\" x=\"0\" y=\"0\" width=\"500\" height=\"20\"/>",
    "<rect class=\"bar\" x=\"916\" y=\"0\" width=\"83\" height=\"20\"/>",
  };
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autofree char *page = write_page (document);
  g_autofree char *again = write_page (document);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (page, parts[i]);
  g_assert_cmpstr (page, ==, again);
  /* The running header says "</style>", and must not end the style sheet. */
  g_assert_null (strstr (strstr (page, "</style>") + 1, "</style>"));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "http://"));
  g_assert_null (strstr (page, "https://"));
}

static void
test_html_one_section (void)
{
  GDate as_at;
  g_autoptr (MtrDocument) document = NULL;
  g_autofree char *page = NULL;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("A form", "cy", &as_at);
  mtr_node_add_paragraph (mtr_node_add_section (mtr_document_get_root (document), "form", "A form"), "Text.");
  page = write_page (document);

  assert_has (page, "<html lang=\"cy\">");
  assert_has (page, "<section id=\"form\"><h1>A form</h1><p>Text.</p></section>");
  g_assert_null (strstr (strstr (page, "<h1>") + 1, "<h1>"));
}

/* In points and in times the height of a line, 1.2 of the size where a font says nothing else. */
static void
test_html_adjusted (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_new ();
  g_autofree char *page = NULL;
  g_autofree char *tint = g_strdup_printf ("--paper: #%06x; }", mtr_tint_get_colour (MTR_TINT_CREAM));

  adjustment->font = g_strdup ("A\"} <b>");
  adjustment->size = 16;
  adjustment->spacing = 1.5;
  adjustment->tint = MTR_TINT_CREAM;
  mtr_document_set_adjustment (document, adjustment);
  page = write_page (document);

  assert_has (page, ":root { --font: \"A\\000022\\00007d \\00003cb\\00003e\", sans-serif; }");
  assert_has (page, "html { font-size: 16pt; }");
  assert_has (page, "--line: 1.80; --print-line: 1.80; }");
  assert_has (page, tint);
}

static void
test_html_refused (void)
{
  static const char * const texts[] = { "a\x01z", "a\xff", "a\xef\xbf\xbe" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MtrDocument) document = mtr_test_document_new ();
      g_autoptr (GError) error = NULL;

      mtr_node_add_paragraph (mtr_document_find (document, "charts"), texts[i]);
      g_assert_null (mtr_html_write (document, &error));
      g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT);
      g_assert_nonnull (strstr (error->message, "In pictures"));
    }
}

/* The validator, the checker of accessibility, a narrow window and a printer. */
static void
test_html_checked (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autoptr (GBytes) bytes = mtr_html_write (document, NULL);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = mtr_tool_save (folder, "everything.html", bytes);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "web", "check_pages.py", NULL);
  const char *arguments[] = { "/usr/bin/python3", script, path, NULL };
  g_autofree char *found = NULL;
  int status;

  found = mtr_tool_run (arguments, &status);
  if (status != 0)
    g_test_message ("%s", found);
  g_assert_cmpint (status, ==, 0);
  mtr_tool_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/html-writer/elements", test_html_elements);
  g_test_add_func ("/export/html-writer/one-section", test_html_one_section);
  g_test_add_func ("/export/html-writer/adjusted", test_html_adjusted);
  g_test_add_func ("/export/html-writer/refused", test_html_refused);
  g_test_add_func ("/export/html-writer/checked", test_html_checked);

  return g_test_run ();
}
