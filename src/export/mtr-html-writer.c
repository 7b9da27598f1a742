/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as one web page that needs nothing but itself: no script, nothing
 * loaded from anywhere, the style sheet and the charts inside. What a thing is
 * is said by its element, so that a screen reader, a narrow telephone and a
 * printer each make the best of it. The same document always gives the same
 * bytes.
 */

#include "mtr-html-writer.h"

#include "mtr-export-resources.h"
#include "mtr-markup-private.h"
#include "mtr-messages.h"
#include "mtr-page-words-private.h"
#include "mtr-table-grid-private.h"

#include <gio/gio.h>
#include <string.h>

#define STYLE_PATH      "/com/example/Mentoring/export/document.css"
#define CONTENTS_LEVELS 2
#define N_TONES         4
/* A table with more columns than this is scrolled by itself where the page is narrow. */
#define FEW_COLUMNS     3
/* Charts are drawn on a ground of so many units, which stretches to the width there is. */
#define CHART_WIDTH     1000
/* The height of a line, as the font asks for it and as the style sheet has it, in times the size. */
#define FONT_LINE       1.2
#define SCREEN_LINE     1.55
#define PRINT_LINE      1.4

typedef struct {
  MtrMarkup  *markup;       /* (owned) */
  GHashTable *ids;          /* (owned) (element-type utf8 utf8): what links may go to */
  GHashTable *files;        /* (unowned) (nullable) (element-type utf8 utf8): targets that are files */
  guint       level_shift;  /* how much deeper a heading is than its section */
  const char *heading;      /* (unowned) (nullable): of the section we are in */
} Page;

static void write_children (Page *page, MtrNode *node);

static void
write_void (Page       *page,
            const char *element,
            const char *name,
            const char *value,
            const char *other_name,
            const char *other_value)
{
  mtr_markup_start (page->markup, element);
  mtr_markup_attribute (page->markup, name, value);
  if (other_name != NULL)
    mtr_markup_attribute (page->markup, other_name, other_value);
  mtr_markup_end_empty (page->markup);
}

/* Text that leads to another part of the page, where that part is in it. */
static void
write_linked (Page       *page,
              const char *text,
              const char *target)
{
  g_autofree char *address = NULL;
  const char *path = target != NULL && page->files != NULL ? g_hash_table_lookup (page->files, target) : NULL;

  if (target == NULL || text == NULL || (path == NULL && !g_hash_table_contains (page->ids, target)))
    {
      mtr_markup_text (page->markup, text);
      return;
    }

  address = path != NULL ? g_uri_escape_string (path, "/", FALSE) : g_strconcat ("#", target, NULL);
  mtr_markup_start (page->markup, "a");
  mtr_markup_attribute (page->markup, "href", address);
  mtr_markup_text (page->markup, text);
  mtr_markup_end (page->markup);
}

/* Each line end in a text begins a paragraph, as on the printed pages. */
static void
write_paragraphs (Page       *page,
                  const char *text,
                  const char *css_class,
                  const char *id,
                  const char *target)
{
  g_auto (GStrv) paragraphs = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_strchomp (paragraphs[i]);
      if (paragraphs[i][0] == '\0')
        continue;
      mtr_markup_start (page->markup, "p");
      mtr_markup_attribute (page->markup, "class", css_class);
      mtr_markup_attribute (page->markup, "id", id);
      write_linked (page, paragraphs[i], target);
      mtr_markup_end (page->markup);
      id = NULL;
    }
}

static void
write_heading (Page       *page,
               const char *text,
               guint       level)
{
  char element[] = "h1";

  element[1] = (char) ('0' + CLAMP (level, 1, 6));
  mtr_markup_element (page->markup, element, NULL, text);
}

static gboolean
has_contents (MtrNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    if (mtr_node_nth (node, i)->type == MTR_NODE_CONTENTS)
      return TRUE;

  return FALSE;
}

static void
write_section (Page    *page,
               MtrNode *node)
{
  const char *outer = page->heading;
  gboolean is_contents = has_contents (node) && mtr_node_get_level (node) == 1;

  page->heading = node->text;
  mtr_markup_set_place (page->markup, node->text);
  mtr_markup_start (page->markup, is_contents ? "nav" : "section");
  mtr_markup_attribute (page->markup, "id", node->id);
  if (is_contents)
    mtr_markup_attribute (page->markup, "aria-label", node->text);
  else if (node->flags & MTR_NODE_LANDSCAPE)
    mtr_markup_attribute (page->markup, "class", "sideways");
  else if (node->flags & MTR_NODE_NEW_PAGE)
    mtr_markup_attribute (page->markup, "class", "page");
  write_heading (page, node->text, mtr_node_get_level (node) + page->level_shift);
  write_children (page, node);
  mtr_markup_end (page->markup);
  page->heading = outer;
}

/* Fields that follow each other are one list of terms. */
static guint
write_fields (Page    *page,
              MtrNode *parent,
              guint    first)
{
  guint i = first;

  mtr_markup_start (page->markup, "dl");
  mtr_markup_attribute (page->markup, "class", "fields");
  for (; i < parent->children->len && mtr_node_nth (parent, i)->type == MTR_NODE_FIELD; i++)
    {
      MtrNode *node = mtr_node_nth (parent, i);

      mtr_markup_start (page->markup, "div");
      mtr_markup_attribute (page->markup, "id", node->id);
      mtr_markup_element (page->markup, "dt", NULL, node->label);
      mtr_markup_start (page->markup, "dd");
      write_linked (page, node->text, node->target);
      mtr_markup_end (page->markup);
      mtr_markup_end (page->markup);
    }
  mtr_markup_end (page->markup);

  return i - 1;
}

static void
write_long_text (Page    *page,
                 MtrNode *node)
{
  mtr_markup_start (page->markup, "dl");
  mtr_markup_attributes (page->markup, "class", "long", NULL);
  mtr_markup_attribute (page->markup, "id", node->id);
  mtr_markup_element (page->markup, "dt", NULL, node->label);
  mtr_markup_start (page->markup, "dd");
  write_paragraphs (page, node->text, NULL, NULL, NULL);
  mtr_markup_end (page->markup);
  mtr_markup_end (page->markup);
}

static void
write_list (Page    *page,
            MtrNode *list)
{
  gboolean has_labels = FALSE;

  for (guint i = 0; i < list->children->len; i++)
    has_labels = has_labels || mtr_node_nth (list, i)->label != NULL;
  if (list->children->len == 0)
    return;

  mtr_markup_start (page->markup, "ul");
  mtr_markup_attribute (page->markup, "id", list->id);
  if (has_labels)
    mtr_markup_attribute (page->markup, "class", "keys");
  for (guint i = 0; i < list->children->len; i++)
    {
      MtrNode *item = mtr_node_nth (list, i);

      mtr_markup_start (page->markup, "li");
      mtr_markup_attribute (page->markup, "id", item->id);
      if (has_labels)
        {
          mtr_markup_element (page->markup, "span", "key", item->label);
          mtr_markup_text (page->markup, " ");
          mtr_markup_start (page->markup, "span");
        }
      write_linked (page, item->text, item->target);
      if (has_labels)
        mtr_markup_end (page->markup);
      mtr_markup_end (page->markup);
    }
  mtr_markup_end (page->markup);
}

static const char *
get_alignment (MtrNode *cell)
{
  if (cell->flags & MTR_NODE_NUMBER)
    return "number";

  return cell->flags & MTR_NODE_CENTRED ? "centred" : NULL;
}

static void
write_cell (Page         *page,
            MtrTableGrid *grid,
            MtrNode      *cell,
            gboolean      in_header)
{
  gboolean is_empty = cell->text == NULL || cell->text[0] == '\0';
  /* A heading that says nothing would be read out as one that does. */
  gboolean heads = (in_header || (cell->flags & MTR_NODE_HEADER)) && !is_empty;
  guint span = mtr_table_grid_get_span (grid, cell);

  mtr_markup_start (page->markup, heads ? "th" : "td");
  if (heads)
    mtr_markup_attribute (page->markup, "scope", !in_header ? "row" : span > 1 ? "colgroup" : "col");
  if (span > 1)
    {
      g_autofree char *columns = g_strdup_printf ("%u", span);

      mtr_markup_attribute (page->markup, "colspan", columns);
    }
  mtr_markup_attribute (page->markup, "class", get_alignment (cell));
  mtr_markup_attribute (page->markup, "id", cell->id);
  if (cell->spoken != NULL)
    {
      mtr_markup_start (page->markup, "span");
      mtr_markup_attribute (page->markup, "aria-hidden", "true");
      mtr_markup_text (page->markup, cell->text);
      mtr_markup_end (page->markup);
      mtr_markup_element (page->markup, "span", "spoken", cell->spoken);
    }
  else
    {
      write_linked (page, cell->text, cell->target);
    }
  mtr_markup_end (page->markup);
}

static void
write_row (Page         *page,
           MtrTableGrid *grid,
           MtrNode      *row,
           gboolean      in_head)
{
  g_autoptr (GPtrArray) cells = mtr_table_grid_list_cells (grid, row);
  gboolean is_header = (row->flags & MTR_NODE_HEADER) != 0;

  mtr_markup_start (page->markup, "tr");
  mtr_markup_attribute (page->markup, "id", row->id);
  if (is_header && !in_head)
    mtr_markup_attribute (page->markup, "class", "heads");
  for (guint i = 0; i < cells->len; i++)
    write_cell (page, grid, g_ptr_array_index (cells, i), is_header);
  mtr_markup_end (page->markup);
}

static void
write_columns (Page         *page,
               MtrTableGrid *grid)
{
  mtr_markup_start (page->markup, "colgroup");
  for (guint i = 0; i < mtr_table_grid_get_n_columns (grid); i++)
    {
      g_autofree char *style = g_strdup_printf ("width: %u%%", (guint) (mtr_table_grid_get_width (grid, i) * 100 + 0.5));

      write_void (page, "col", "style", style, NULL, NULL);
    }
  mtr_markup_end (page->markup);
}

static void
write_table (Page    *page,
             MtrNode *table)
{
  g_autoptr (MtrTableGrid) grid = NULL;
  const char *name = table->text != NULL ? table->text : page->heading;
  gboolean is_wide;
  guint n_header = 0;

  if (table->children->len == 0)
    return;

  grid = mtr_table_grid_new (table, FALSE);
  is_wide = mtr_table_grid_get_n_columns (grid) > FEW_COLUMNS;
  while (n_header < table->children->len && (mtr_node_nth (table, n_header)->flags & MTR_NODE_HEADER))
    n_header++;

  if (is_wide)
    {
      /* Who scrolls it without a mouse has to be able to go there, and to hear where that is. */
      mtr_markup_start (page->markup, "div");
      mtr_markup_attributes (page->markup, "class", "scroll wide", "tabindex", "0", NULL);
      if (name != NULL)
        mtr_markup_attributes (page->markup, "role", "group", "aria-label", name, NULL);
    }
  mtr_markup_start (page->markup, "table");
  mtr_markup_attribute (page->markup, "id", table->id);
  if (table->text != NULL)
    mtr_markup_element (page->markup, "caption", NULL, table->text);
  write_columns (page, grid);
  if (n_header > 0)
    {
      mtr_markup_start (page->markup, "thead");
      for (guint i = 0; i < n_header; i++)
        write_row (page, grid, mtr_node_nth (table, i), TRUE);
      mtr_markup_end (page->markup);
    }
  if (n_header < table->children->len)
    {
      mtr_markup_start (page->markup, "tbody");
      for (guint i = n_header; i < table->children->len; i++)
        write_row (page, grid, mtr_node_nth (table, i), FALSE);
      mtr_markup_end (page->markup);
    }
  mtr_markup_end (page->markup);
  if (is_wide)
    mtr_markup_end (page->markup);
}

static void
write_rectangle (Page       *page,
                 const char *css_class,
                 guint       from,
                 guint       width)
{
  g_autofree char *x = g_strdup_printf ("%u", from);
  g_autofree char *length = g_strdup_printf ("%u", width);

  mtr_markup_start (page->markup, "rect");
  mtr_markup_attributes (page->markup, "class", css_class, "x", x, "y", "0", "width", length, "height", "20", NULL);
  mtr_markup_end_empty (page->markup);
}

static void
start_drawing (Page       *page,
               const char *css_class)
{
  mtr_markup_start (page->markup, "svg");
  mtr_markup_attribute (page->markup, "class", css_class);
  mtr_markup_attributes (page->markup, "viewBox", "0 0 " G_STRINGIFY (CHART_WIDTH) " 20",
                         "preserveAspectRatio", "none", NULL);
}

/* A row for each mark: its name, a bar or the month it lies in, and its number in words. */
static void
write_marks (Page    *page,
             MtrNode *chart)
{
  guint scale = MAX (1, chart->count);

  for (guint i = 0; i < chart->children->len; i++)
    {
      MtrNode *mark = mtr_node_nth (chart, i);
      guint number = MIN (mark->count, scale);

      mtr_markup_start (page->markup, "div");
      mtr_markup_attribute (page->markup, "class", "mark");
      mtr_markup_element (page->markup, "span", "name", mark->label);
      start_drawing (page, NULL);
      write_rectangle (page, "ground", 0, CHART_WIDTH);
      if (chart->chart == MTR_CHART_STRIP)
        write_rectangle (page, "bar", MIN (number, scale - 1) * CHART_WIDTH / scale, CHART_WIDTH / scale);
      else
        write_rectangle (page, "bar", 0, (guint) ((guint64) number * CHART_WIDTH / scale));
      mtr_markup_end (page->markup);
      mtr_markup_element (page->markup, "span", "words", mark->text);
      mtr_markup_end (page->markup);
    }
}

/* One bar in parts, and below it which part is which, in the same order. */
static void
write_parts (Page    *page,
             MtrNode *chart)
{
  guint64 scale = MAX (1, chart->count);
  guint64 before = 0;

  start_drawing (page, "whole");
  write_rectangle (page, "ground", 0, CHART_WIDTH);
  for (guint i = 0; i < chart->children->len; i++)
    {
      guint64 number = MIN (mtr_node_nth (chart, i)->count, scale - MIN (before, scale));
      g_autofree char *tone = g_strdup_printf ("tone%u", i % N_TONES);
      guint from = (guint) (before * CHART_WIDTH / scale);
      guint to = (guint) ((before + number) * CHART_WIDTH / scale);

      /* A thin gap tells two parts apart without their colours. */
      if (to > from)
        write_rectangle (page, tone, from, to - from > 4 && i + 1 < chart->children->len ? to - from - 3 : to - from);
      before += number;
    }
  mtr_markup_end (page->markup);

  mtr_markup_start (page->markup, "div");
  mtr_markup_attribute (page->markup, "class", "parts");
  for (guint i = 0; i < chart->children->len; i++)
    {
      MtrNode *mark = mtr_node_nth (chart, i);
      g_autofree char *tone = g_strdup_printf ("tone%u", i % N_TONES);

      mtr_markup_start (page->markup, "span");
      start_drawing (page, NULL);
      write_rectangle (page, tone, 0, CHART_WIDTH);
      mtr_markup_end (page->markup);
      mtr_markup_text (page->markup, mark->label);
      if (mark->text != NULL)
        {
          mtr_markup_text (page->markup, ": ");
          mtr_markup_text (page->markup, mark->text);
        }
      mtr_markup_end (page->markup);
    }
  mtr_markup_end (page->markup);
}

static void
write_chart (Page    *page,
             MtrNode *chart)
{
  mtr_markup_start (page->markup, "figure");
  mtr_markup_attribute (page->markup, "class", "chart");
  mtr_markup_attribute (page->markup, "id", chart->id);
  if (chart->text != NULL)
    mtr_markup_element (page->markup, "figcaption", NULL, chart->text);
  mtr_markup_start (page->markup, "div");
  mtr_markup_attributes (page->markup, "role", "img", "aria-label", chart->spoken != NULL ? chart->spoken : "", NULL);
  if (chart->chart == MTR_CHART_PROGRESS)
    write_parts (page, chart);
  else
    write_marks (page, chart);
  mtr_markup_end (page->markup);
  mtr_markup_end (page->markup);
}

static void
write_quote (Page    *page,
             MtrNode *node)
{
  mtr_markup_start (page->markup, "figure");
  mtr_markup_attribute (page->markup, "id", node->id);
  if (node->label != NULL)
    mtr_markup_element (page->markup, "figcaption", NULL, node->label);
  mtr_markup_start (page->markup, "blockquote");
  write_paragraphs (page, node->text, NULL, NULL, NULL);
  mtr_markup_end (page->markup);
  mtr_markup_end (page->markup);
}

static void
write_note (Page    *page,
            MtrNode *node)
{
  mtr_markup_start (page->markup, "div");
  mtr_markup_attributes (page->markup, "class", "note", "role", "note", NULL);
  mtr_markup_attribute (page->markup, "id", node->id);
  if (node->label != NULL)
    mtr_markup_element (page->markup, "p", "label", node->label);
  write_paragraphs (page, node->text, NULL, NULL, node->target);
  mtr_markup_end (page->markup);
}

static void
write_signature (Page    *page,
                 MtrNode *node)
{
  mtr_markup_start (page->markup, "div");
  mtr_markup_attribute (page->markup, "class", "signature");
  mtr_markup_attribute (page->markup, "id", node->id);
  mtr_markup_element (page->markup, "p", "label", node->label);
  mtr_markup_element (page->markup, "p", "name", node->text);
  for (guint i = 0; i < node->children->len; i++)
    if (mtr_node_nth (node, i)->type != MTR_NODE_DATA)
      mtr_markup_element (page->markup, "p", NULL, mtr_node_nth (node, i)->text);
  mtr_markup_end (page->markup);
}

static void
write_lines (Page    *page,
             MtrNode *node)
{
  mtr_markup_start (page->markup, "div");
  mtr_markup_attribute (page->markup, "class", "lines");
  for (guint i = 0; i < node->count; i++)
    mtr_markup_element (page->markup, "div", NULL, NULL);
  mtr_markup_end (page->markup);
}

static gboolean
is_listed (MtrNode *node,
           guint    level)
{
  return node->type == MTR_NODE_SECTION && node->id != NULL && !(node->flags & MTR_NODE_UNLISTED) &&
         mtr_node_get_level (node) == level;
}

static void
collect_listed (MtrNode   *node,
                guint      level,
                GPtrArray *sections)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      if (is_listed (child, level))
        g_ptr_array_add (sections, child);
      else if (child->type != MTR_NODE_SECTION)
        collect_listed (child, level, sections);
    }
}

static void
write_contents (Page    *page,
                MtrNode *node,
                guint    level)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();

  collect_listed (node, level, sections);
  if (sections->len == 0)
    return;

  mtr_markup_start (page->markup, "ul");
  for (guint i = 0; i < sections->len; i++)
    {
      MtrNode *section = g_ptr_array_index (sections, i);

      mtr_markup_start (page->markup, "li");
      write_linked (page, section->text, section->id);
      if (level < CONTENTS_LEVELS)
        write_contents (page, section, level + 1);
      mtr_markup_end (page->markup);
    }
  mtr_markup_end (page->markup);
}

static MtrNode *
get_root (MtrNode *node)
{
  while (node->parent != NULL)
    node = node->parent;

  return node;
}

static void
write_group (Page    *page,
             MtrNode *node)
{
  gboolean is_element = node->id != NULL || (node->flags & (MTR_NODE_TOGETHER | MTR_NODE_NEW_PAGE));

  if (is_element)
    {
      mtr_markup_start (page->markup, "div");
      mtr_markup_attribute (page->markup, "id", node->id);
      if (node->flags & (MTR_NODE_TOGETHER | MTR_NODE_NEW_PAGE))
        mtr_markup_attribute (page->markup, "class", node->flags & MTR_NODE_NEW_PAGE ? "page" : "together");
    }
  write_children (page, node);
  if (is_element)
    mtr_markup_end (page->markup);
}

static void
write_node (Page    *page,
            MtrNode *node)
{
  switch (node->type)
    {
    case MTR_NODE_SECTION:
      write_section (page, node);
      break;
    case MTR_NODE_PARAGRAPH:
      write_paragraphs (page, node->text, NULL, node->id, node->target);
      break;
    case MTR_NODE_LONG_TEXT:
      write_long_text (page, node);
      break;
    case MTR_NODE_LIST:
      write_list (page, node);
      break;
    case MTR_NODE_TABLE:
      write_table (page, node);
      break;
    case MTR_NODE_QUOTE:
      write_quote (page, node);
      break;
    case MTR_NODE_NOTE:
      write_note (page, node);
      break;
    case MTR_NODE_SIGNATURE:
      write_signature (page, node);
      break;
    case MTR_NODE_CONTENTS:
      write_contents (page, get_root (node), 1);
      break;
    case MTR_NODE_LINES:
      write_lines (page, node);
      break;
    case MTR_NODE_CHART:
      write_chart (page, node);
      break;
    case MTR_NODE_GROUP:
      write_group (page, node);
      break;
    case MTR_NODE_ROOT:
    case MTR_NODE_COVER:
    case MTR_NODE_FIELD:
    case MTR_NODE_ITEM:
    case MTR_NODE_ROW:
    case MTR_NODE_SHEET:
    case MTR_NODE_CELL:
    case MTR_NODE_MARK:
    case MTR_NODE_DATA:
      break;
    }
}

static void
write_children (Page    *page,
                MtrNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      if (mtr_node_nth (node, i)->type == MTR_NODE_FIELD)
        i = write_fields (page, node, i);
      else
        write_node (page, mtr_node_nth (node, i));
    }
}

static void
write_cover (Page    *page,
             MtrNode *cover)
{
  mtr_markup_set_place (page->markup, cover->text);
  mtr_markup_start (page->markup, "header");
  if (cover->label != NULL)
    mtr_markup_element (page->markup, "p", "over", cover->label);
  write_heading (page, cover->text, 1);
  for (guint i = 0; i < cover->children->len; i++)
    {
      MtrNode *node = mtr_node_nth (cover, i);

      if (node->type == MTR_NODE_FIELD)
        i = write_fields (page, cover, i);
      else if (node->type == MTR_NODE_PARAGRAPH && (node->flags & MTR_NODE_HEADER))
        write_paragraphs (page, node->text, "draft", NULL, NULL);
      else
        write_node (page, node);
    }
  mtr_markup_end (page->markup);
}

/* The beginning of a document without a cover; a single section says itself what it is, and the foot says the day. */
static void
write_plain_header (Page        *page,
                    MtrDocument *document)
{
  g_autofree char *as_at = mtr_page_dup_as_at (document);
  const char *draft = mtr_document_get_draft (document);

  if (page->level_shift == 0 && draft == NULL)
    return;

  mtr_markup_start (page->markup, "header");
  mtr_markup_attribute (page->markup, "class", "plain");
  if (page->level_shift > 0)
    {
      write_heading (page, mtr_document_get_title (document), 1);
      mtr_markup_element (page->markup, "p", NULL, as_at);
    }
  if (draft != NULL)
    write_paragraphs (page, draft, "draft", NULL, NULL);
  mtr_markup_end (page->markup);
}

/* A text as a string of CSS: everything but letters, digits and spaces of ASCII as a number, so that none of it can end
 * the string or the style sheet. */
static void
append_css_string (GString    *css,
                   const char *text)
{
  g_string_append_c (css, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalnum (*p) || *p == ' ')
        g_string_append_c (css, *p);
      else
        g_string_append_printf (css, "\\%06x", g_utf8_get_char (p));
    }
  g_string_append_c (css, '"');
}

static void
append_margin (GString    *css,
               const char *box,
               const char *text)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;

  g_string_append_printf (css, "  @%s { font-size: 8.5pt; color: #54565b; content: ", box);
  append_css_string (css, text);
  g_string_append (css, "; }\n");
}

/* What stands at the edges of every printed page but the cover. */
static char *
dup_margins (MtrDocument *document)
{
  g_autoptr (GString) css = g_string_new ("@page {\n");
  g_autofree char *as_at = mtr_page_dup_as_at (document);
  g_auto (MtrPageWords) words = { 0 };
  const char *page = "counter(page)";
  const char *pages = "counter(pages)";

  mtr_page_words_init (&words);
  append_margin (css, "top-left", mtr_document_get_header (document));
  append_margin (css, "top-right", as_at);
  append_margin (css, "bottom-left", mtr_document_get_draft (document));
  g_string_append (css, "  @bottom-right { font-size: 8.5pt; color: #54565b; content: ");
  append_css_string (css, words.before);
  g_string_append_printf (css, " %s ", words.count_first ? pages : page);
  append_css_string (css, words.between);
  g_string_append_printf (css, " %s ", words.count_first ? page : pages);
  append_css_string (css, words.after);
  g_string_append (css, "; }\n}\n");

  return g_strdup (css->str);
}

/* How its reader reads best; nothing where that is the design as it is. */
static char *
dup_adjustment (MtrDocument *document)
{
  const MtrAdjustment *adjustment = mtr_document_get_adjustment (document);
  g_autoptr (GString) css = g_string_new (NULL);
  char line[G_ASCII_DTOSTR_BUF_SIZE];

  if (adjustment->font != NULL)
    {
      g_string_append (css, ":root { --font: ");
      append_css_string (css, adjustment->font);
      g_string_append (css, ", sans-serif; }\n");
    }
  if (adjustment->size > 0)
    g_string_append_printf (css, "html { font-size: %upt; }\n@media print { html { font-size: %upt; } }\n",
                            adjustment->size, adjustment->size);
  if (adjustment->spacing > MTR_ADJUSTMENT_MIN_SPACING)
    {
      g_ascii_formatd (line, sizeof line, "%.2f", MAX (FONT_LINE * adjustment->spacing, SCREEN_LINE));
      g_string_append_printf (css, ":root { --line: %s; ", line);
      g_ascii_formatd (line, sizeof line, "%.2f", MAX (FONT_LINE * adjustment->spacing, PRINT_LINE));
      g_string_append_printf (css, "--print-line: %s; }\n", line);
    }
  if (adjustment->tint != MTR_TINT_NONE)
    g_string_append_printf (css, ":root { --paper: #%06x; }\nhtml { background: #%06x; }\n",
                            mtr_tint_get_colour (adjustment->tint), mtr_tint_get_colour (adjustment->tint));

  return g_strdup (css->str);
}

static void
write_head (Page        *page,
            MtrDocument *document,
            GBytes      *style)
{
  MtrMarkup *markup = page->markup;
  g_autofree char *margins = dup_margins (document);
  g_autofree char *adjustment = dup_adjustment (document);
  gsize size;
  const char *css = g_bytes_get_data (style, &size);
  g_autofree char *rules = g_strndup (css, size);

  mtr_markup_start (markup, "head");
  write_void (page, "meta", "charset", "utf-8", NULL, NULL);
  mtr_markup_element (markup, "title", NULL, mtr_document_get_title (document));
  write_void (page, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
  /* Even a browser that was told otherwise loads and runs nothing. */
  write_void (page, "meta", "http-equiv", "Content-Security-Policy",
              "content", "default-src 'none'; style-src 'unsafe-inline'");
  if (mtr_document_get_subject (document) != NULL)
    write_void (page, "meta", "name", "description", "content", mtr_document_get_subject (document));
  mtr_markup_start (markup, "style");
  mtr_markup_raw (markup, "\n");
  mtr_markup_raw (markup, rules);
  mtr_markup_raw (markup, adjustment);
  mtr_markup_raw (markup, margins);
  if (mtr_page_find_cover (document) != NULL)
    mtr_markup_raw (markup, "@page :first { @top-left { content: none; } @top-right { content: none; } }\n");
  mtr_markup_end (markup);
  mtr_markup_end (markup);
}

/* The parts of a page that a reader jumps between: what it is, what is in it, and the thing itself. */
static void
write_body (Page        *page,
            MtrDocument *document)
{
  MtrMarkup *markup = page->markup;
  MtrNode *root = mtr_document_get_root (document);
  MtrNode *cover = mtr_page_find_cover (document);
  g_autofree char *as_at = mtr_page_dup_as_at (document);

  mtr_markup_start (markup, "body");
  mtr_markup_start (markup, "a");
  mtr_markup_attributes (markup, "class", "skip", "href", "#page-content", NULL);
  /* Translators: a link at the beginning of a page, for who reads without a mouse. */
  mtr_markup_text (markup, _("Skip to the content"));
  mtr_markup_end (markup);

  if (cover != NULL)
    write_cover (page, cover);
  else
    write_plain_header (page, document);
  for (guint i = 0; i < root->children->len; i++)
    if (has_contents (mtr_node_nth (root, i)))
      write_node (page, mtr_node_nth (root, i));

  mtr_markup_start (markup, "main");
  mtr_markup_attributes (markup, "id", "page-content", "tabindex", "-1", NULL);
  for (guint i = 0; i < root->children->len; i++)
    {
      if (has_contents (mtr_node_nth (root, i)))
        continue;
      if (mtr_node_nth (root, i)->type == MTR_NODE_FIELD)
        i = write_fields (page, root, i);
      else
        write_node (page, mtr_node_nth (root, i));
    }
  mtr_markup_end (markup);

  mtr_markup_start (markup, "footer");
  mtr_markup_start (markup, "p");
  mtr_markup_text (markup, mtr_document_get_title (document));
  mtr_markup_text (markup, " · ");
  mtr_markup_text (markup, as_at);
  mtr_markup_end (markup);
  mtr_markup_end (markup);
  mtr_markup_end (markup);
}

/**
 * mtr_html_write:
 * @document: a document
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): a web page in UTF-8; %NULL with an error of %MTR_EXPORT_ERROR
 */
GBytes *
mtr_html_write (MtrDocument  *document,
                GError      **error)
{
  return mtr_html_write_index (document, NULL, error);
}

/**
 * mtr_html_write_index:
 * @document: a document
 * @files: (nullable) (element-type utf8 utf8): for targets that are no part of @document the path of a file beside the page
 * @error: where an error goes
 *
 * As mtr_html_write(), for a page that leads to other files.
 *
 * Returns: (transfer full) (nullable): a web page in UTF-8; %NULL with an error of %MTR_EXPORT_ERROR
 */
GBytes *
mtr_html_write_index (MtrDocument  *document,
                      GHashTable   *files,
                      GError      **error)
{
  g_autoptr (GBytes) style = NULL;
  g_autoptr (MtrMarkup) markup = NULL;
  g_autoptr (GHashTable) ids = NULL;
  Page page = { 0 };
  const char *before;

  g_return_val_if_fail (MTR_IS_DOCUMENT (document), NULL);

  style = g_resource_lookup_data (mtr_export_get_resource (), STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (style == NULL)
    return NULL;

  markup = mtr_markup_new ();
  ids = mtr_page_collect_ids (document);
  page.markup = markup;
  page.ids = ids;
  page.files = files;
  page.level_shift = mtr_page_is_one_section (document) ? 0 : 1;
  page.heading = mtr_document_get_title (document);
  mtr_markup_set_place (markup, page.heading);

  mtr_markup_raw (markup, "<!DOCTYPE html>\n");
  mtr_markup_start (markup, "html");
  mtr_markup_attribute (markup, "lang", mtr_document_get_language (document));
  before = mtr_language_switch (mtr_language_find (mtr_document_get_language (document)));
  write_head (&page, document, style);
  write_body (&page, document);
  mtr_language_switch (before);
  mtr_markup_end (markup);
  mtr_markup_raw (markup, "\n");

  return mtr_markup_finish (markup, error);
}
