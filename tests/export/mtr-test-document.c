/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document with every kind of node in it, for the tests of the writers:
 * letters of several scripts, signs that mean something in a file, texts with
 * paragraphs, and a table whose rows share out the width differently.
 */

#include "mtr-test-document.h"

static MtrDocument *
create_document (const char *title)
{
  GDate as_at;

  g_date_clear (&as_at, 1);
  g_date_set_dmy (&as_at, 21, 11, 2026);

  return mtr_document_new (title, "en-GB", &as_at);
}

static void
add_cover (MtrNode *root)
{
  MtrNode *cover = mtr_node_add (root, MTR_NODE_COVER, "Portfolio of Ada Example");

  mtr_node_set_label (cover, "A scheme & its panel");
  mtr_node_set_flags (mtr_node_add_paragraph (cover, "Draft: 2 things missing"), MTR_NODE_HEADER);
  mtr_node_add_field (cover, "Employer", "Council <of> Somewhere");
  mtr_node_add_field (cover, "As at", "21 November 2026");
}

static void
add_map (MtrNode *root)
{
  MtrNode *section = mtr_node_add_section (root, "map", "Evidence map");
  MtrNode *table, *row, *cell;

  mtr_node_set_flags (section, MTR_NODE_LANDSCAPE);
  table = mtr_node_add (section, MTR_NODE_TABLE, "How many items for each area");
  row = mtr_node_add (table, MTR_NODE_ROW, NULL);
  mtr_node_set_flags (row, MTR_NODE_HEADER);
  cell = mtr_node_add_cell (row, "Area", NULL, NULL);
  mtr_node_set_count (cell, 40);
  cell = mtr_node_add_cell (row, "Feedback", NULL, NULL);
  mtr_node_set_count (cell, 60);
  row = mtr_node_add (table, MTR_NODE_ROW, NULL);
  mtr_node_set_flags (row, MTR_NODE_HEADER);
  mtr_node_set_count (mtr_node_add_cell (row, "", NULL, NULL), 40);
  mtr_node_set_count (mtr_node_add_cell (row, "Own", NULL, NULL), 20);
  mtr_node_set_count (mtr_node_add_cell (row, "Mentor", NULL, NULL), 40);
  row = mtr_node_add (table, MTR_NODE_ROW, NULL);
  cell = mtr_node_add_cell (row, "A1 Values", NULL, NULL);
  mtr_node_set_flags (cell, MTR_NODE_HEADER);
  mtr_node_set_count (cell, 40);
  mtr_node_set_count (mtr_node_add_cell (row, "2", NULL, "A1 Values, feedback: two items"), 20);
  mtr_node_set_count (mtr_node_add_cell (row, "–", NULL, NULL), 40);
}

static void
add_index (MtrNode *parent)
{
  const char *titles[] = { "No.", "Evidence", "Hours", "Page", NULL };
  const guint weights[] = { 10, 50, 20, 20 };
  MtrNode *table = mtr_node_add (parent, MTR_NODE_TABLE, NULL);
  MtrNode *header = mtr_node_add_header_row (table, titles, weights);

  mtr_node_set_flags (mtr_node_nth (header, 2), MTR_NODE_NUMBER);
  mtr_node_set_flags (mtr_node_nth (header, 3), MTR_NODE_PAGE_NUMBER);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("E%02u", i);
      g_autofree char *hours = g_strdup_printf ("%d", (int) i - 2);
      MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

      mtr_node_set_flags (mtr_node_add_cell (row, number, "evidence-1", NULL), MTR_NODE_HEADER);
      mtr_node_add_cell (row, i == 2 ? "=SUM(A1), \"quoted\"\nand a second line" : "A learning note", "evidence-1", NULL);
      mtr_node_set_flags (mtr_node_add_cell (row, hours, NULL, NULL), MTR_NODE_NUMBER);
      mtr_node_set_flags (mtr_node_add_cell (row, NULL, "evidence-1", NULL), MTR_NODE_PAGE_NUMBER);
    }
}

static void
add_charts (MtrNode *root)
{
  MtrNode *section = mtr_node_add_section (root, "charts", "In pictures");
  MtrNode *chart;

  chart = mtr_node_add_chart (section, MTR_CHART_BARS, "Observations by kind",
                              "Three formative and six direct observations; none of the third kind.", 6);
  mtr_node_add_mark (chart, "Formative", "3", 3);
  mtr_node_add_mark (chart, "Direct, with a name that is long enough to need more than one line", "6", 6);
  mtr_node_add_mark (chart, "Other", "0", 0);
  chart = mtr_node_add_chart (section, MTR_CHART_PROGRESS, "States of 14 pairs",
                              "Ten of fourteen pairs are active, three proposed and one paused.", 14);
  mtr_node_add_mark (chart, "Active", "10 of 14", 10);
  mtr_node_add_mark (chart, "Proposed", "3 of 14", 3);
  mtr_node_add_mark (chart, "Paused", "1 of 14", 1);
  chart = mtr_node_add_chart (section, MTR_CHART_STRIP, "The year", "A forum in January and a review in December.", 12);
  mtr_node_add_mark (chart, "Forum", "January", 0);
  mtr_node_add_mark (chart, "Review", "December", 11);
}

static void
add_evidence (MtrNode *root)
{
  MtrNode *section = mtr_node_add_section (root, "evidence", "Evidence");
  MtrNode *item = mtr_node_add_section (section, "evidence-1", "E01 A learning note");
  MtrNode *list, *node;

  mtr_node_add_field (item, "Kind", "Learning note");
  node = mtr_node_add_field (item, "The record", "Direct observation 1 of 2");
  mtr_node_set_target (node, "evidence-1");
  mtr_node_set_flags (node, MTR_NODE_PAGE_NUMBER);
  mtr_node_add_long_text (item, "What happened", "First paragraph with <b>signs</b> & \"marks\".\n\nSecond: cŵn, ŷd, "
                          "السلام عليكم 😀, and  two  spaces.\tA tab.");
  mtr_node_set_label (mtr_node_add (item, MTR_NODE_QUOTE, "She listened before she spoke."), "A supervisee");
  mtr_node_set_label (mtr_node_add (item, MTR_NODE_NOTE, "Names have been changed."), "Before you read");
  list = mtr_node_add (item, MTR_NODE_LIST, NULL);
  mtr_node_add (list, MTR_NODE_ITEM, "A plain point");
  mtr_node_set_target (mtr_node_add (list, MTR_NODE_ITEM, "A point that leads to the map"), "map");
  list = mtr_node_add (item, MTR_NODE_LIST, NULL);
  mtr_node_set_label (mtr_node_add (list, MTR_NODE_ITEM, "Values and ethics"), "A1");
  node = mtr_node_add (item, MTR_NODE_SIGNATURE, "Ada Example");
  mtr_node_set_label (node, "Signed as the candidate");
  mtr_node_add (node, MTR_NODE_ITEM, "on 20 November 2026, in their own file");
  mtr_node_set_count (mtr_node_add (item, MTR_NODE_LINES, NULL), 2);
  mtr_node_add_section (mtr_node_add_section (item, NULL, "A third level"), NULL, "A fourth level");
}

/**
 * mtr_test_document_new:
 *
 * Returns: (transfer full): a document with every kind of node
 */
MtrDocument *
mtr_test_document_new (void)
{
  MtrDocument *document = create_document ("Portfolio of Ada Example");
  MtrNode *root = mtr_document_get_root (document);
  MtrNode *section, *group;

  mtr_document_set_header (document, "Portfolio of Ada Example </style>");
  mtr_document_set_subject (document, "A scheme & its panel");
  mtr_document_set_draft (document, "Draft: 2 things missing");
  add_cover (root);
  section = mtr_node_add_section (root, "contents", "Contents");
  mtr_node_set_flags (section, MTR_NODE_NEW_PAGE | MTR_NODE_UNLISTED);
  mtr_node_add (section, MTR_NODE_CONTENTS, NULL);
  group = mtr_node_add (root, MTR_NODE_GROUP, NULL);
  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  add_index (mtr_node_add_section (group, "index", "Index of evidence"));
  add_evidence (root);
  add_map (root);
  add_charts (root);

  return document;
}

/**
 * mtr_test_document_new_long:
 * @n_sections: how many items it has; each is about a page
 *
 * Returns: (transfer full): a long document of headings, fields, paragraphs and tables
 */
MtrDocument *
mtr_test_document_new_long (guint n_sections)
{
  static const char sentence[] = "We looked at the plan together and wrote down what had changed since the last visit. ";
  MtrDocument *document = create_document ("A long portfolio");
  MtrNode *root = mtr_document_get_root (document);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 36; i++)
    g_string_append_printf (text, "%s%s", sentence, i % 6 == 5 ? "\n" : "");
  mtr_node_add (mtr_node_add_section (root, "contents", "Contents"), MTR_NODE_CONTENTS, NULL);
  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *heading = g_strdup_printf ("E%03u A note", i + 1);
      g_autofree char *id = g_strdup_printf ("note-%u", i + 1);
      MtrNode *section = mtr_node_add_section (root, id, heading);

      mtr_node_set_flags (section, MTR_NODE_NEW_PAGE);
      mtr_node_add_field (section, "Kind", "Learning note");
      mtr_node_add_field (section, "Date", "21 November 2026");
      mtr_node_add_long_text (section, "What happened", text->str);
    }

  return document;
}
