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
    "\nDocument\n", "Sect\n", "H1 (block)\n", "H2 (block)\n", "P (block)\n", "Table (block)\n", "TR\n", "TH:\n", "TD\n",
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

/* Sections of a heading and one line each. A spacing a hair larger than designed leaves the lines as they are, and says
 * that somebody asked for space. */
static MtrPages *
lay_out_sections (guint  n_sections,
                  double spacing)
{
  g_autoptr (MtrAdjustment) adjustment = mtr_adjustment_new ();
  g_autoptr (MtrDocument) document = NULL;
  GDate as_at;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("Sections", "en-GB", &as_at);
  adjustment->spacing = spacing;
  mtr_document_set_adjustment (document, adjustment);
  for (guint i = 0; i < n_sections; i++)
    mtr_node_add_paragraph (mtr_node_add_section (mtr_document_get_root (document), NULL, "A heading"), "One line.");

  return mtr_pages_new (document, MTR_PAPER_A4);
}

/* What is left over for a last page comes onto the one before it, but for whoever asked for space; whatever else is on a
 * page of its own stays there. */
static void
test_pages_left_over (void)
{
  guint n_sections = 1;

  for (guint n_pages = 1; n_pages == 1; n_sections++)
    {
      g_autoptr (MtrPages) loose = lay_out_sections (n_sections, 1.01);

      n_pages = mtr_pages_get_n_pages (loose);
    }
  for (guint n = n_sections - 1; n <= n_sections + 8; n += 9)
    {
      g_autoptr (MtrPages) close = lay_out_sections (n, 1.0);
      g_autofree char *text = mtr_pages_dup_text (close, 0);
      g_auto (GStrv) headings = g_strsplit (text, "A heading", -1);

      g_assert_cmpuint (mtr_pages_get_n_pages (close), ==, n < n_sections ? 1 : 2);
      if (n < n_sections)
        g_assert_cmpuint (g_strv_length (headings) - 1, ==, n);
    }
}

/* So many lines, and then others that are kept together; where those begin. */
static guint
find_group (guint n_before,
            guint n_together)
{
  GDate as_at;
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (MtrPages) pages = NULL;
  MtrNode *group;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("Lines", "en-GB", &as_at);
  for (guint i = 0; i < n_before; i++)
    mtr_node_add_paragraph (mtr_document_get_root (document), "One line.");
  group = mtr_node_add (mtr_document_get_root (document), MTR_NODE_GROUP, NULL);
  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  for (guint i = 0; i < n_together; i++)
    mtr_node_add_paragraph (group, i == 0 ? "The first." : "One line.");
  pages = mtr_pages_new (document, MTR_PAPER_A4);
  for (guint i = 0; i < mtr_pages_get_n_pages (pages); i++)
    {
      g_autofree char *text = mtr_pages_dup_text (pages, i);

      if (strstr (text, "The first.") != NULL)
        return i + 1;
    }
  g_assert_not_reached ();
}

/* What is kept together goes on the next page, but not where it would leave a page with nearly nothing on it. */
static void
test_pages_gap (void)
{
  guint a_page = 1;

  while (find_group (a_page, 1) == 1)
    a_page++;
  g_assert_cmpuint (a_page, >, 20);
  g_assert_cmpuint (find_group (a_page / 2, a_page * 9 / 10), ==, 2);
  g_assert_cmpuint (find_group (a_page / 5, a_page * 9 / 10), ==, 1);
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

/* Charts of every kind, and a table with headers of columns and of rows. */
static MtrDocument *
create_report (void)
{
  static const struct {
    const char *label;
    const char *words;
    guint       number;
  } bars[] = {
    { "Practice supervisors", "18 pairs", 18 },
    { "Newly qualified social workers in their first assessed year", "25 pairs", 25 },
    { "Learning the craft, with no scheme", "4 pairs", 4 },
    { "Closed for new pairs", "none", 0 },
  }, parts[] = {
    { "Completed", "12 of 40 (30 %)", 12 },
    { "Under way", "21 of 40 (53 %)", 21 },
    { "Stopped early", "3 of 40 (8 %)", 3 },
  }, dates[] = {
    { "First meeting", "14 September 2026", 0 },
    { "First observation", "9 November 2026", 2 },
    { "Review half way", "30 November 2026", 2 },
    { "Second observation", "11 March 2027", 6 },
    { "Portfolio handed in", "16 July 2027", 10 },
  };
  const char *titles[] = { "Scheme", "Pairs", "First time", NULL };
  const guint weights[] = { 3, 1, 1 };
  GDate as_at;
  MtrDocument *document;
  MtrNode *root, *section, *chart, *table, *row;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);
  document = mtr_document_new ("Programme summary", "en-GB", &as_at);
  root = mtr_document_get_root (document);
  section = mtr_node_add_section (root, "pairs", "Pairs");

  chart = mtr_node_add_chart (section, MTR_CHART_BARS, "Pairs by scheme", "A bar for each of 4 schemes; the longest is 25.",
                              25);
  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    mtr_node_add_mark (chart, bars[i].label, bars[i].words, bars[i].number);
  table = mtr_node_add (section, MTR_NODE_TABLE, "Pairs by scheme, in numbers");
  mtr_node_add_header_row (table, titles, weights);
  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", bars[i].number);

      row = mtr_node_add (table, MTR_NODE_ROW, NULL);
      mtr_node_set_flags (mtr_node_add_cell (row, bars[i].label, NULL, NULL), MTR_NODE_HEADER);
      mtr_node_set_flags (mtr_node_add_cell (row, number, NULL, NULL), MTR_NODE_NUMBER);
      mtr_node_set_flags (mtr_node_add_cell (row, "–", NULL, NULL), MTR_NODE_NUMBER);
    }

  chart = mtr_node_add_chart (section, MTR_CHART_PROGRESS, "How pairs ended", "Of 40 pairs 12 are completed — and “3” not.",
                              40);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    mtr_node_add_mark (chart, parts[i].label, parts[i].words, parts[i].number);

  chart = mtr_node_add_chart (section, MTR_CHART_STRIP, "The year ahead", "Five dates from September to July.", 12);
  mtr_node_set_label (chart, "2026-09");
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    mtr_node_add_mark (chart, dates[i].label, dates[i].words, dates[i].number);

  return document;
}

/* Where "first" stands, "next" stands somewhere after it. */
static const char *
assert_after (const char *place,
              const char *next)
{
  const char *found = strstr (place, next);

  if (found == NULL)
    g_test_message ("missing or out of order: %s", next);
  g_assert_nonnull (found);

  return found + strlen (next);
}

/* Alternatives are written in UTF-16, two octets a letter. */
static void
assert_alternative (const char *objects,
                    const char *words)
{
  g_autoptr (GString) wanted = g_string_new ("/Alt <feff");

  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_printf (wanted, "%04x", g_utf8_get_char (c));
  g_string_append_c (wanted, '>');
  g_assert_nonnull (strstr (objects, wanted->str));
}

/* Every figure says in words what it shows; headers say whether they head a column or a row, and texts are in order. */
static void
test_pdf_charts (void)
{
  g_autoptr (MtrDocument) document = create_report ();
  g_autofree char *folder = mtr_tool_make_folder ();
  g_autofree char *path = save_pdf (folder, document, MTR_PAPER_A4);
  g_autofree char *check = mtr_tool_run_well ("qpdf", "--check", path, NULL);
  g_autofree char *structure = mtr_tool_run_well ("pdfinfo", "-struct-text", path, NULL);
  g_autofree char *objects = mtr_tool_run_well ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);
  g_autofree char *plain = mtr_tool_run_well ("pdftotext", "-layout", path, "-", NULL);
  const char *place;

  g_assert_null (strstr (check, "WARNING"));
  g_test_message ("%s", structure);
  place = assert_after (structure, "Caption");
  place = assert_after (place, "\"Pairs by scheme\"");
  place = assert_after (place, "Figure");
  place = assert_after (place, "Table");
  place = assert_after (place, "TR");
  place = assert_after (place, "TH");
  place = assert_after (place, "/Scope /Column");
  place = assert_after (place, "\"Scheme\"");
  place = assert_after (place, "\"First time\"");
  place = assert_after (place, "/Scope /Row");
  place = assert_after (place, "\"Practice supervisors\"");
  place = assert_after (place, "TD");
  place = assert_after (place, "\"18\"");
  place = assert_after (place, "TD");
  place = assert_after (place, "\"–\"");
  place = assert_after (place, "\"How pairs ended\"");
  place = assert_after (place, "Figure");
  place = assert_after (place, "\"The year ahead\"");
  assert_after (place, "Figure");

  assert_alternative (objects, "A bar for each of 4 schemes; the longest is 25.");
  assert_alternative (objects, "Of 40 pairs 12 are completed — and “3” not.");
  assert_alternative (objects, "Five dates from September to July.");

  /* Beside each shape stands its number, and over the strip the months. */
  assert_after (plain, "Closed for new pairs");
  assert_after (plain, "none");
  assert_after (plain, "12 of 40 (30 %)");
  place = assert_after (plain, "Sep");
  assert_after (place, "Aug");
  mtr_tool_remove (folder);
}

/* What a preview reads out of a chart is its alternative, once, and no loose numbers. */
static void
test_pages_charts (void)
{
  g_autoptr (MtrDocument) document = create_report ();
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);
  g_autofree char *text = mtr_pages_dup_text (pages, 0);

  g_assert_true (g_str_has_prefix (text, "Pairs\nPairs by scheme\nA bar for each of 4 schemes; the longest is 25.\n"
                                   "Pairs by scheme, in numbers\nScheme Pairs First time\nPractice supervisors 18 –\n"));
  g_assert_nonnull (strstr (text, "How pairs ended\nOf 40 pairs 12 are completed — and “3” not.\nThe year ahead\n"));
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
  g_test_add_func ("/print/pdf/charts", test_pdf_charts);
  g_test_add_func ("/print/pages/charts", test_pages_charts);
  g_test_add_func ("/print/pages/breaks", test_pages_breaks);
  g_test_add_func ("/print/pages/lines", test_pages_lines);
  g_test_add_func ("/print/pages/text", test_pages_text);
  g_test_add_func ("/print/pages/left-over", test_pages_left_over);
  g_test_add_func ("/print/pages/gap", test_pages_gap);
  g_test_add_func ("/print/pages/landscape", test_pages_landscape);

  return g_test_run ();
}
