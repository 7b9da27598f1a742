/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents on pages and in PDF files, as other programs read them: the numbers
 * in the contents and the index, links, structure, breaks between pages, scripts
 * and long words.
 */

#include "mtr-pdf.h"
#include "mtr-tool.h"

#include <stdlib.h>
#include <string.h>

#define DRAFT "Draft: 3 things missing"

static MtrDocument *
create_document (guint n_items,
                 guint n_paragraphs)
{
  const char *titles[] = { "Number", "Item", "Page", NULL };
  const guint weights[] = { 1, 5, 1 };
  GDate as_at;
  MtrDocument *document;
  MtrNode *root, *section, *table, *header;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("Portfolio of Supervisor A", "en-GB", &as_at);
  mtr_document_set_header (document, "Portfolio of Supervisor A");
  mtr_document_set_subject (document, "Practice supervisors");
  root = mtr_document_get_root (document);

  section = mtr_node_add (root, MTR_NODE_COVER, "Portfolio of Supervisor A");
  mtr_node_add_field (section, "Employer", "A council");

  section = mtr_node_add_section (root, "contents", "Contents");
  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE | MTR_NODE_UNLISTED);
  mtr_node_add (section, MTR_NODE_CONTENTS, NULL);
  table = mtr_node_add (section, MTR_NODE_TABLE, NULL);
  header = mtr_node_add_header_row (table, titles, weights);
  mtr_node_set_flags (mtr_node_nth (header, 2), MTR_NODE_PAGE_NUMBER);
  for (guint i = 1; i <= n_items; i++)
    {
      g_autofree char *number = g_strdup_printf ("E%02u", i);
      g_autofree char *id = g_strdup_printf ("e%02u", i);
      MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

      mtr_node_add_cell (row, number, id, NULL);
      mtr_node_add_cell (row, "An office with five ﬁles", NULL, NULL);
      mtr_node_set_flags (mtr_node_add_cell (row, NULL, id, NULL), MTR_NODE_PAGE_NUMBER);
    }

  section = mtr_node_add_section (root, "evidence", "Evidence");
  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE);
  for (guint i = 1; i <= n_items; i++)
    {
      g_autofree char *title = g_strdup_printf ("Heading of E%02u", i);
      g_autofree char *id = g_strdup_printf ("e%02u", i);
      g_autoptr (GString) text = g_string_new (NULL);
      MtrNode *item = mtr_node_add_section (section, id, title);

      for (guint j = 0; j < n_paragraphs * (i % 5 + 1); j++)
        g_string_append_printf (text, "Paragraph %u of item %u begins with an open question, and the supervisee chooses "
                                "the order. She describes a visit that worried her, and we look at what she knew and at "
                                "what she had assumed, one after the other.\n", j + 1, i);
      mtr_node_add_field (item, "Kind", "Feedback from supervisees");
      mtr_node_add_long_text (item, "The evidence", text->str);
      mtr_node_add (item, MTR_NODE_NOTE, "A statement, not a cryptographic signature.");
    }

  section = mtr_node_add_section (root, "map", "Evidence map");
  mtr_node_set_flags (section, MTR_NODE_LANDSCAPE);
  mtr_node_add_paragraph (section, "This page lies on its side.");
  mtr_node_add_cell (mtr_node_add (mtr_node_add (section, MTR_NODE_TABLE, NULL), MTR_NODE_ROW, NULL),
                     "Sufficient\nIt carries the area.", NULL, NULL);

  return document;
}

static char *
save_pdf (const char  *folder,
          MtrDocument *document,
          MtrPaper     paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrPages) pages = mtr_pages_new (document, paper);
  g_autoptr (GBytes) bytes = mtr_pdf_write (pages, &error);

  g_assert_no_error (error);

  return mtr_tool_save (folder, "document.pdf", bytes);
}

static void
test_pdf_sound (void)
{
  static const struct {
    MtrPaper    paper;
    const char *size;
  } papers[] = {
    { MTR_PAPER_A4, "595.276 x 841.89" },
    { MTR_PAPER_LETTER, "612 x 792" },
  };
  g_autoptr (MtrDocument) document = create_document (30, 2);
  g_autofree char *folder = mtr_tool_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = save_pdf (folder, document, papers[i].paper);
      g_autofree char *check = mtr_tool_run_well ("qpdf", "--check", path, NULL);
      g_autofree char *info = mtr_tool_run_well ("pdfinfo", path, NULL);
      g_autofree char *fonts = mtr_tool_run_well ("pdffonts", path, NULL);
      g_autofree char *objects = mtr_tool_run_well ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);

      g_assert_nonnull (strstr (check, "No syntax or stream encoding errors"));
      g_assert_null (strstr (check, "WARNING"));
      g_assert_nonnull (strstr (info, "Title:           Portfolio of Supervisor A"));
      g_assert_nonnull (strstr (info, "Subject:         Practice supervisors"));
      g_assert_nonnull (strstr (info, "Tagged:          yes"));
      g_assert_nonnull (strstr (info, papers[i].size));
      g_assert_null (strstr (info, "Author:"));
      /* Columns of pdffonts: every font is embedded, and has a table of what its letters are. */
      g_assert_null (strstr (fonts, " no  no "));
      g_assert_null (strstr (fonts, "Type 3"));
      g_assert_nonnull (strstr (objects, "/Lang (en-GB)"));
      g_assert_nonnull (strstr (objects, "/DisplayDocTitle true"));
    }
  mtr_tool_remove (folder);
}

static guint
find_page (char       **pages,
           const char  *text)
{
  for (guint i = 0; pages[i] != NULL; i++)
    if (strstr (pages[i], text) != NULL)
      return i + 1;

  return 0;
}

/* The number at the end of the line that begins with "start". */
static guint
read_number (const char *page,
             const char *start)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      const char *last = strrchr (line, ' ');

      if (g_str_has_prefix (line, start) && last != NULL)
        return (guint) strtoul (last, NULL, 10);
    }

  return 0;
}

static void
test_pdf_page_numbers (void)
{
  const guint n_items = 60;
  g_autoptr (MtrDocument) document = create_document (n_items, 3);
  g_autoptr (MtrPages) laid_out = mtr_pages_new (document, MTR_PAPER_A4);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_auto (GStrv) pages = mtr_tool_read_pages (path);
  g_autofree char *front = NULL;
  guint n_front = find_page (pages, "Heading of E01\n");
  g_autoptr (GString) before = g_string_new (NULL);

  /* The contents and the index come first, and each has a line for every item. */
  n_front = mtr_pages_find_page_of (laid_out, "evidence") - 1;
  for (guint i = 0; i < n_front; i++)
    g_string_append (before, pages[i]);
  front = g_strdup (before->str);

  g_assert_cmpuint (g_strv_length (pages), ==, mtr_pages_get_n_pages (laid_out));
  for (guint i = 1; i <= n_items; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Heading of E%02u", i);
      g_autofree char *number = g_strdup_printf ("E%02u ", i);
      g_autofree char *id = g_strdup_printf ("e%02u", i);
      guint page = n_front + find_page (pages + n_front, heading);

      g_assert_cmpuint (page, >, n_front);
      g_assert_cmpuint (read_number (front, heading), ==, page);
      g_assert_cmpuint (read_number (front, number), ==, page);
      g_assert_cmpuint (mtr_pages_find_page_of (laid_out, id), ==, page);
    }
  g_assert_cmpuint (mtr_pages_find_page_of (laid_out, "nothing"), ==, 0);
  mtr_tool_remove (folder);
}

static void
test_pdf_links (void)
{
  g_autoptr (MtrDocument) document = create_document (40, 2);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *destinations = mtr_tool_run_well ("pdfinfo", "-dests", path, NULL);
  g_autofree char *plain = mtr_tool_run_well ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);
  g_auto (GStrv) links = g_strsplit (plain, "/Dest (", -1);
  guint n_links = 0;

  /* A link to nowhere is no error for cairo: each one has to be among the places that poppler finds. */
  for (guint i = 1; links[i] != NULL; i++)
    {
      g_autofree char *target = g_strndup (links[i], strcspn (links[i], ")"));
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", target);

      g_assert_nonnull (strstr (destinations, quoted));
      n_links++;
    }
  /* 40 in the index, twice, 42 in the contents, twice, and the outline. */
  g_assert_cmpuint (n_links, >=, 164);
  g_assert_nonnull (strstr (plain, "/Outlines"));
  mtr_tool_remove (folder);
}

static void
test_pdf_structure (void)
{
  g_autoptr (MtrDocument) document = create_document (12, 2);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *structure = mtr_tool_run_well ("pdfinfo", "-struct-text", path, NULL);
  static const char *elements[] = {
    "\nDocument\n", "Sect\n", "H1 (block)\n", "H2 (block)\n", "P (block)\n", "Table (block)\n", "TR\n", "TH\n", "TD\n",
    "TOC\n", "TOCI\n", "Note", "NonStruct\n", "Link (inline)\n",
  };
  g_autofree char *text = g_strconcat ("\n", structure, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    g_assert_nonnull (strstr (text, elements[i]));
  mtr_tool_remove (folder);
}

/* Who takes the text out of the structure reads words: the last one of a line is not joined to the first of the next. */
static void
test_pdf_words (void)
{
  g_autoptr (MtrDocument) document = create_document (2, 2);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *structure = mtr_tool_run_well ("pdfinfo", "-struct-text", path, NULL);
  g_autofree char *plain = mtr_tool_run_well ("pdftotext", "-layout", path, "-", NULL);

  g_assert_nonnull (strstr (structure, "\"Paragraph 1 of item 1 begins with an open question, and the supervisee chooses the "
                            "order. She describes a visit that worried her, and we look at what she knew and at what she "
                            "had assumed, one after the other.\""));
  /* It is a line of several, and what is read as lines is as before. */
  g_assert_null (strstr (plain, "had assumed, one after the other."));
  g_assert_nonnull (strstr (plain, "had assumed, one\nafter the other."));
  /* A line end inside a cell. */
  g_assert_nonnull (strstr (structure, "\"Sufficient It carries the area.\""));
  mtr_tool_remove (folder);
}

static void
test_pdf_running (void)
{
  g_autoptr (MtrDocument) document = create_document (20, 3);
  g_autofree char *folder = mtr_tool_make_folder ();

  for (guint draft = 0; draft < 2; draft++)
    {
      g_autofree char *path = NULL;
      g_auto (GStrv) pages = NULL;

      mtr_document_set_draft (document, draft ? DRAFT : NULL);
      path = save_pdf (folder, document, MTR_PAPER_A4);
      pages = mtr_tool_read_pages (path);
      for (guint i = 0; pages[i] != NULL; i++)
        {
          g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, g_strv_length (pages));

          g_assert_nonnull (strstr (pages[i], number));
          g_assert_cmpint (strstr (pages[i], DRAFT) != NULL, ==, draft);
          if (i > 0)
            {
              g_assert_nonnull (strstr (pages[i], "As at 21 November 2026"));
              g_assert_nonnull (strstr (pages[i], "Portfolio of Supervisor A"));
            }
        }
    }
  mtr_tool_remove (folder);
}

/* Tables repeat their header row, and headings are never last on a page. */
static void
test_pages_breaks (void)
{
  g_autoptr (MtrDocument) document = create_document (80, 3);
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
  guint n_headers = 0;

  for (guint i = 0; i < mtr_pages_get_n_pages (pages); i++)
    {
      g_autofree char *text = g_strchomp (mtr_pages_dup_text (pages, i));
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      guint last = g_strv_length (lines) - 1;

      g_assert_cmpuint (last, <, 100);
      if (strstr (text, "Number Item Page") != NULL)
        n_headers++;
      /* A line of the contents ends in a number; a heading does not. */
      if (i + 1 >= mtr_pages_find_page_of (pages, "evidence"))
        g_assert_false (g_str_has_prefix (lines[last], "Heading of E"));
      g_assert_false (g_str_has_prefix (lines[last], "The evidence"));
      g_assert_false (g_str_has_prefix (lines[last], "Number Item Page"));
    }
  /* 80 rows of 20 points on pages of 690: at least three pages, each with the header. */
  g_assert_cmpuint (n_headers, >=, 3);
}

/* Every paragraph has three lines or more: a page neither ends with the first nor begins with the last of them alone. */
static void
test_pages_lines (void)
{
  g_autoptr (MtrDocument) document = create_document (60, 5);
  g_autoptr (MtrPages) laid_out = mtr_pages_new (document, MTR_PAPER_A4);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_auto (GStrv) pages = mtr_tool_read_pages (path);
  guint n_broken = 0;

  for (guint i = mtr_pages_find_page_of (laid_out, "evidence"); i < mtr_pages_find_page_of (laid_out, "map") - 1; i++)
    {
      g_auto (GStrv) lines = g_strsplit (pages[i], "\n", -1);
      g_autoptr (GPtrArray) written = g_ptr_array_new ();
      const char *first, *last;

      for (guint j = 0; lines[j] != NULL; j++)
        if (g_strstrip (lines[j])[0] != '\0')
          g_ptr_array_add (written, lines[j]);
      /* The first is the running header, the last is the number of the page. */
      g_assert_cmpuint (written->len, >, 3);
      first = g_ptr_array_index (written, 1);
      last = g_ptr_array_index (written, written->len - 2);
      g_assert_false (g_str_has_prefix (last, "Paragraph "));
      g_assert_false (g_str_has_suffix (first, "one after the other."));
      if (!g_str_has_prefix (first, "Paragraph ") && !g_str_has_prefix (first, "Heading "))
        n_broken++;
    }
  /* Some paragraph is broken, or nothing was tried. */
  g_assert_cmpuint (n_broken, >, 0);
  mtr_tool_remove (folder);
}

/* What a preview reads out: the words of a page in order, and more where a figure alone says too little. */
static void
test_pages_text (void)
{
  g_autoptr (MtrDocument) document = create_document (2, 1);
  MtrNode *section = mtr_node_add_section (mtr_document_get_root (document), "last", "Figures");
  MtrNode *row = mtr_node_add (mtr_node_add (section, MTR_NODE_TABLE, NULL), MTR_NODE_ROW, NULL);
  g_autoptr (MtrPages) pages = NULL;
  g_autofree char *text = NULL;

  mtr_node_add_cell (row, "Area 3", NULL, NULL);
  mtr_node_add_cell (row, "2", NULL, "Area 3, observations: 2");
  pages = mtr_pages_new (document, MTR_PAPER_A4);
  text = mtr_pages_dup_text (pages, mtr_pages_find_page_of (pages, "last") - 1);
  g_assert_cmpstr (text, ==, "Figures\nArea 3 Area 3, observations: 2\n");
}

static void
test_pages_landscape (void)
{
  g_autoptr (MtrDocument) document = create_document (2, 1);
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
  guint map = mtr_pages_find_page_of (pages, "map");
  double width, height;

  g_assert_cmpuint (map, ==, mtr_pages_get_n_pages (pages));
  mtr_pages_get_size (pages, map - 1, &width, &height);
  g_assert_cmpfloat (width, >, height);
  mtr_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat (width, <, height);
}

static void
test_pdf_scripts (void)
{
  GDate as_at;
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = NULL;
  g_autofree char *check = NULL;
  g_autofree char *text = NULL;
  MtrNode *section;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 29, 2, 2024);
  document = mtr_document_new ("Scripts", "en-GB", &as_at);
  section = mtr_node_add_section (mtr_document_get_root (document), "it's-a\\quote", "An office, first and affirming");
  mtr_node_add_paragraph (section, "السلام عليكم");
  mtr_node_add_paragraph (section, "שלום לכולם");
  mtr_node_add_paragraph (section, "gęślą jaźń, Łódź, Ελληνικά, Привет");
  mtr_node_add_paragraph (section, "😀");
  /* A letter and its accent apart. */
  mtr_node_add_paragraph (section, "e\xcc\x81te\xcc\x81");
  for (guint i = 0; i < 3000; i++)
    g_string_append_c (word, (char) ('a' + (int) (i % 26)));
  mtr_node_add_field (section, word->str, word->str);
  mtr_node_add_long_text (section, "A word of three thousand letters", word->str);
  mtr_node_add_paragraph (section, "");
  mtr_node_add_long_text (section, "", "");

  path = save_pdf (folder, document, MTR_PAPER_A4);
  check = mtr_tool_run_well ("qpdf", "--check", path, NULL);
  text = mtr_tool_run_well ("pdftotext", path, "-", NULL);
  g_assert_null (strstr (check, "WARNING"));
  /* Letters as they are typed: no ligature in their place. */
  g_assert_nonnull (strstr (text, "An office, first and affirming"));
  g_assert_nonnull (strstr (text, "gęślą jaźń, Łódź, Ελληνικά, Привет"));
  g_assert_nonnull (strstr (text, "שלום"));
  g_assert_nonnull (strstr (text, "😀"));
  mtr_tool_remove (folder);
}

static void
test_pdf_large (void)
{
  g_autoptr (MtrDocument) document = create_document (150, 7);
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *check = mtr_tool_run_well ("qpdf", "--check", path, NULL);

  g_assert_cmpuint (mtr_pages_get_n_pages (pages), >, 200);
  g_assert_null (strstr (check, "WARNING"));
  mtr_tool_remove (folder);
}

static void
test_pdf_same_bytes (void)
{
  GBytes *bytes[2] = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MtrDocument) document = create_document (25, 2);
      g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);

      bytes[i] = mtr_pdf_write (pages, NULL);
      g_assert_nonnull (bytes[i]);
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_bytes_unref (bytes[0]);
  g_bytes_unref (bytes[1]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print/pdf/sound", test_pdf_sound);
  g_test_add_func ("/print/pdf/page-numbers", test_pdf_page_numbers);
  g_test_add_func ("/print/pdf/links", test_pdf_links);
  g_test_add_func ("/print/pdf/words", test_pdf_words);
  g_test_add_func ("/print/pdf/structure", test_pdf_structure);
  g_test_add_func ("/print/pdf/running", test_pdf_running);
  g_test_add_func ("/print/pdf/scripts", test_pdf_scripts);
  g_test_add_func ("/print/pdf/large", test_pdf_large);
  g_test_add_func ("/print/pdf/same-bytes", test_pdf_same_bytes);
  g_test_add_func ("/print/pages/breaks", test_pages_breaks);
  g_test_add_func ("/print/pages/lines", test_pages_lines);
  g_test_add_func ("/print/pages/text", test_pages_text);
  g_test_add_func ("/print/pages/landscape", test_pages_landscape);

  return g_test_run ();
}
