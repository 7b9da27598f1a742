/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text documents: the package is as the specification wants it, LibreOffice
 * opens it and makes of it what other programs read, and nothing is lost or
 * added on the way.
 */

#include "mtr-odt-writer.h"
#include "mtr-test-document.h"
#include "mtr-tool.h"

#include <string.h>

static GBytes *
write_text (MtrDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mtr_odt_write (document, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
read_part (MtrDocument *document,
           const char  *part)
{
  g_autoptr (GBytes) bytes = write_text (document);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = mtr_tool_save (folder, "text.odt", bytes);
  char *text = mtr_tool_run_well ("/usr/bin/python3", "-c", "import sys, zipfile; "
                                  "sys.stdout.buffer.write (zipfile.ZipFile (sys.argv[1]).read (sys.argv[2]))",
                                  path, part, NULL);

  mtr_tool_remove (folder);

  return text;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("not there: %s", part);
  g_assert_nonnull (strstr (text, part));
}

static void
test_odt_content (void)
{
  static const char * const parts[] = {
    "<text:p text:style-name=\"Subtitle_first\">A scheme &amp; its panel</text:p>",
    "<text:p text:style-name=\"Draft\">Draft: 2 things missing</text:p>",
    "<text:h text:style-name=\"Heading_20_1_sideways\" text:outline-level=\"1\"><text:bookmark text:name=\"map\"/>Evidence map",
    "<text:h text:style-name=\"Heading_20_1_upright\" text:outline-level=\"1\"><text:bookmark text:name=\"charts\"/>",
    "cŵn, ŷd, السلام عليكم 😀, and<text:s text:c=\"2\"/>two<text:s text:c=\"2\"/>spaces.<text:tab/>A tab.",
    "=SUM(A1), &quot;quoted&quot;<text:line-break/>and a second line",
    ("<table:table-cell table:style-name=\"Cell.header\" office:value-type=\"string\" table:number-columns-spanned=\"2\">"
     "<text:p text:style-name=\"Table_20_Heading\">Feedback</text:p></table:table-cell><table:covered-table-cell/>"),
    "<svg:desc>Ten of fourteen pairs are active, three proposed and one paused.</svg:desc>",
    "<text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"evidence-1\">",
  };
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autofree char *content = read_part (document, "content.xml");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_has (content, parts[i]);
}

static void
test_odt_styles (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_new ();
  g_autofree char *plain = read_part (document, "styles.xml");
  g_autofree char *adjusted = NULL;
  g_autofree char *tint = g_strdup_printf ("fo:background-color=\"#%06x\"", mtr_tint_get_colour (MTR_TINT_BLUE));

  assert_has (plain, "fo:language=\"en\" fo:country=\"GB\"");
  assert_has (plain, "fo:page-width=\"297.00mm\" fo:page-height=\"210.00mm\" style:print-orientation=\"landscape\"");
  assert_has (plain, "As at 21 November 2026</text:p></style:header>");
  assert_has (plain, "Page <text:page-number>1</text:page-number><text:s text:c=\"1\"/>of <text:page-count>1</text:page-count>");
  assert_has (plain, "svg:font-family=\"'Arial'\"");
  assert_has (plain, "style:display-name=\"Text body\"><style:paragraph-properties fo:margin-top=\"0.00pt\" "
              "fo:margin-bottom=\"7.00pt\" fo:margin-left=\"0.00mm\" fo:line-height=\"118.00%\"");

  /* Twice as large, half as far apart again. */
  adjustment->font = g_strdup ("Atkinson Hyperlegible");
  adjustment->size = 21;
  adjustment->spacing = 1.5;
  adjustment->tint = MTR_TINT_BLUE;
  mtr_document_set_adjustment (document, adjustment);
  adjusted = read_part (document, "styles.xml");
  assert_has (adjusted, "svg:font-family=\"'Atkinson Hyperlegible'\"");
  assert_has (adjusted, "fo:line-height=\"150.00%\"");
  assert_has (adjusted, "fo:color=\"#1a1a1c\" fo:font-size=\"21.00pt\"");
  assert_has (adjusted, "fo:font-size=\"40.00pt\"");
  assert_has (adjusted, tint);
}

/* The properties say what it is and of which day, and nothing else. */
static void
test_odt_properties (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autofree char *meta = read_part (document, "meta.xml");

  assert_has (meta, "<office:meta><meta:generator>Mentoring</meta:generator><dc:title>Portfolio of Ada Example</dc:title>"
              "<dc:subject>A scheme &amp; its panel</dc:subject><dc:language>en-GB</dc:language>"
              "<meta:creation-date>2026-11-21T00:00:00</meta:creation-date><dc:date>2026-11-21T00:00:00</dc:date>"
              "</office:meta>");
}

static void
test_odt_same_bytes (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autoptr (MtrDocument) other = mtr_test_document_new ();
  g_autoptr (GBytes) first = write_text (document);
  g_autoptr (GBytes) again = write_text (document);
  g_autoptr (GBytes) same = write_text (other);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_true (g_bytes_equal (first, same));
}

static void
test_odt_refused (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autoptr (GError) error = NULL;

  mtr_node_add_paragraph (mtr_document_find (document, "charts"), "a\x01z");
  g_assert_null (mtr_odt_write (document, &error));
  g_assert_error (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT);
}

static void
collect_texts (MtrNode   *node,
               GPtrArray *texts)
{
  if (node->text != NULL && node->type != MTR_NODE_DATA)
    g_ptr_array_add (texts, node->text);
  if (node->label != NULL)
    g_ptr_array_add (texts, node->label);
  for (guint i = 0; i < node->children->len; i++)
    collect_texts (mtr_node_nth (node, i), texts);
}

/* All words of the document are in what LibreOffice makes of it; right-to-left words come out in the order they are read in
 * or in the other, so those of other scripts are left to the other tests. */
static void
test_odt_libreoffice (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  g_autoptr (GBytes) bytes = write_text (document);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = mtr_tool_save (folder, "everything.odt", bytes);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "export", "check_odt.py", NULL);
  const char *arguments[] = { "/usr/bin/python3", script, path, NULL };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *found = NULL;
  int status;

  found = mtr_tool_run (arguments, &status);
  if (status != 0)
    g_test_message ("%s", found);
  g_assert_cmpint (status, ==, 0);

  collect_texts (mtr_document_get_root (document), texts);
  g_assert_cmpuint (texts->len, >, 50);
  for (guint i = 0; i < texts->len; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (g_ptr_array_index (texts, i), " \n\t", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (g_str_is_ascii (words[j]) && words[j][0] != '\0')
          assert_has (found, words[j]);
    }
  assert_has (found, "Page 2 of 5");
  mtr_tool_remove (folder);
}

/* A note stays on the page of the table and the sentence before it, and a sentence on that of the table after it. */
static void
test_odt_notes (void)
{
  GDate as_at;
  g_autoptr (MtrDocument) document = NULL;
  g_autofree char *content = NULL;
  g_autofree char *styles = NULL;
  MtrNode *root, *row;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("Notes", "en-GB", &as_at);
  root = mtr_document_get_root (document);
  mtr_node_add_paragraph (root, "By itself.");
  mtr_node_add_paragraph (root, "Before a table.");
  row = mtr_node_add (mtr_node_add (root, MTR_NODE_TABLE, NULL), MTR_NODE_ROW, NULL);
  mtr_node_add_cell (row, "A cell", NULL, NULL);
  mtr_node_add_paragraph (root, "Before a note.");
  mtr_node_add (root, MTR_NODE_NOTE, "A note.");
  content = read_part (document, "content.xml");
  styles = read_part (document, "styles.xml");
  assert_has (content, "<text:p text:style-name=\"Text_20_body\">By itself.");
  assert_has (content, "<text:p text:style-name=\"Text_20_kept\">Before a table.");
  assert_has (content, "style:may-break-between-rows=\"false\" fo:keep-with-next=\"always\"");
  assert_has (content, "text:style-name=\"Table_20_end_20_kept\"");
  assert_has (content, "<text:p text:style-name=\"Text_20_kept\">Before a note.");
  assert_has (styles, "style:name=\"Text_20_kept\"");
}

/* What is kept together and higher than a page would be cut off at its foot. */
static void
test_odt_long_rows (void)
{
  g_autoptr (MtrDocument) document = mtr_test_document_new ();
  MtrNode *section = mtr_document_find (document, "charts");
  MtrNode *table = mtr_node_add (section, MTR_NODE_TABLE, "A long one");
  const char *titles[] = { "One", "Two", NULL };
  const guint weights[] = { 30, 70 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "export", "check_odt.py", NULL);
  g_autofree char *found = NULL;
  MtrNode *row;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "many words ");
  g_string_append (text, "lastword");
  mtr_node_add_header_row (table, titles, weights);
  row = mtr_node_add (table, MTR_NODE_ROW, NULL);
  mtr_node_set_flags (mtr_node_add_cell (row, "A", NULL, NULL), MTR_NODE_HEADER);
  mtr_node_add_cell (row, text->str, NULL, NULL);
  g_string_append (text, "infield");
  mtr_node_add_field (section, "A field", text->str);
  bytes = write_text (document);
  path = mtr_tool_save (folder, "long.odt", bytes);
  found = mtr_tool_run_well ("/usr/bin/python3", script, path, NULL);
  assert_has (found, "lastword");
  assert_has (found, "lastwordinfield");
  mtr_tool_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/odt-writer/content", test_odt_content);
  g_test_add_func ("/export/odt-writer/styles", test_odt_styles);
  g_test_add_func ("/export/odt-writer/notes", test_odt_notes);
  g_test_add_func ("/export/odt-writer/properties", test_odt_properties);
  g_test_add_func ("/export/odt-writer/same-bytes", test_odt_same_bytes);
  g_test_add_func ("/export/odt-writer/refused", test_odt_refused);
  g_test_add_func ("/export/odt-writer/libreoffice", test_odt_libreoffice);
  g_test_add_func ("/export/odt-writer/long-rows", test_odt_long_rows);

  return g_test_run ();
}
