/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The content of a text document: every look is a named style, headings have
 * levels, header rows repeat, numbers of pages are fields.
 */

#include "mtr-table-grid-private.h"
#include "mtr-messages.h"
#include "mtr-odt-private.h"
#include "mtr-page-words-private.h"

#include <string.h>

#define CONTENTS_LEVELS   2
#define HEADING_LEVELS    4
#define FIELD_LABEL_SHARE 0.31
/* A table with no more letters is not broken over two pages, since its header would stand alone at the foot of one; nor is
 * a row. With more they are, since what is kept together and higher than a page is cut off. */
#define LETTERS_TOGETHER  1200
/* A table of more rows than that may break, however few letters they have. */
#define ROWS_TOGETHER     12

/** Break: what comes before the next paragraph or table. */
typedef enum {
  BREAK_NONE,
  BREAK_PAGE,
  BREAK_FIRST,       /* a page of the cover */
  BREAK_UPRIGHT,
  BREAK_SIDEWAYS,
} Break;

static const struct {
  const char *suffix;
  const char *name;      /* of an attribute */
  const char *value;
} breaks[] = {
  [BREAK_NONE] = { "", NULL, NULL },
  [BREAK_PAGE] = { "_page", "fo:break-before", "page" },
  [BREAK_FIRST] = { "_first", "style:master-page-name", "First_20_page" },
  [BREAK_UPRIGHT] = { "_upright", "style:master-page-name", "Standard" },
  [BREAK_SIDEWAYS] = { "_sideways", "style:master-page-name", "Landscape" },
};

typedef struct {
  MtrMarkup  *body;       /* (owned) */
  MtrMarkup  *styles;     /* (owned): those that the body needs besides the named ones */
  GHashTable *has_style;  /* (owned) (element-type utf8 utf8) */
  GHashTable *targets;    /* (owned) (element-type utf8 utf8): what links may go to */
  GPtrArray  *ids;        /* (owned) (element-type utf8): what begins with the next paragraph */
  Break       next;
  gboolean    landscape;
  const char *font;       /* (unowned) (nullable) */
  double      scale;
  guint       n_tables;
  GPtrArray  *pictures;   /* (owned) (element-type GBytes) */
  GError     *error;      /* (owned) (nullable): the first of a picture */
} Text;

static void write_children (Text *text, MtrNode *node);

/*< private >
 * mtr_odt_write_text:
 * @markup: the inside of a paragraph
 * @text: (nullable): text as it was typed
 *
 * Writes the white space that a text document would fold, too.
 */
void
mtr_odt_write_text (MtrMarkup  *markup,
                    const char *text)
{
  const char *p = text != NULL ? text : "";
  const char *start = p;

  while (*p != '\0')
    {
      gsize n_spaces = strspn (p, " ");
      gboolean folds = n_spaces > 1 || (n_spaces == 1 && p == text);
      g_autofree char *before = NULL;

      if (*p != '\n' && *p != '\t' && !folds)
        {
          p += MAX (1, n_spaces);
          continue;
        }
      before = g_strndup (start, (gsize) (p - start));
      mtr_markup_text (markup, before);
      if (folds)
        {
          g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, n_spaces);

          mtr_markup_start (markup, "text:s");
          mtr_markup_attribute (markup, "text:c", count);
          mtr_markup_end_empty (markup);
        }
      else
        {
          mtr_markup_raw (markup, *p == '\n' ? "<text:line-break/>" : "<text:tab/>");
        }
      p += folds ? n_spaces : 1;
      start = p;
    }
  mtr_markup_text (markup, start);
}

static void
write_length (Text       *text,
              const char *name,
              double      millimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *length = NULL;

  g_ascii_formatd (number, sizeof number, "%.2f", millimetres);
  length = g_strconcat (number, "mm", NULL);
  mtr_markup_attribute (text->body, name, length);
}

/* A named style that also begins a page; the name of the style itself where nothing begins. */
static char *
dup_style (Text       *text,
           const char *style)
{
  Break before = text->next;
  char *name;

  text->next = BREAK_NONE;
  name = g_strconcat (style, breaks[before].suffix, NULL);
  if (before == BREAK_NONE || g_hash_table_contains (text->has_style, name))
    return name;

  g_hash_table_add (text->has_style, g_strdup (name));
  mtr_markup_start (text->styles, "style:style");
  mtr_markup_attributes (text->styles, "style:name", name, "style:family", "paragraph", "style:parent-style-name", style, NULL);
  if (before != BREAK_PAGE)
    mtr_markup_attribute (text->styles, breaks[before].name, breaks[before].value);
  mtr_markup_start (text->styles, "style:paragraph-properties");
  if (before == BREAK_PAGE)
    mtr_markup_attribute (text->styles, breaks[before].name, breaks[before].value);
  mtr_markup_end_empty (text->styles);
  mtr_markup_end (text->styles);

  return name;
}

static void
add_id (Text    *text,
        MtrNode *node)
{
  if (node->id != NULL && node->type != MTR_NODE_DATA)
    g_ptr_array_add (text->ids, node->id);
}

static void
write_ids (Text *text)
{
  for (guint i = 0; i < text->ids->len; i++)
    {
      mtr_markup_start (text->body, "text:bookmark");
      mtr_markup_attribute (text->body, "text:name", g_ptr_array_index (text->ids, i));
      mtr_markup_end_empty (text->body);
    }
  g_ptr_array_set_size (text->ids, 0);
}

static void
start_paragraph (Text       *text,
                 const char *style)
{
  g_autofree char *name = dup_style (text, style);

  mtr_markup_start (text->body, "text:p");
  mtr_markup_attribute (text->body, "text:style-name", name);
  write_ids (text);
}

static gboolean
start_link (Text       *text,
            const char *target)
{
  g_autofree char *address = NULL;

  if (target == NULL || !g_hash_table_contains (text->targets, target))
    return FALSE;

  address = g_strconcat ("#", target, NULL);
  mtr_markup_start (text->body, "text:a");
  mtr_markup_attributes (text->body, "xlink:type", "simple", "xlink:href", address,
                         "text:style-name", "Internet_20_link", "text:visited-style-name", "Internet_20_link", NULL);

  return TRUE;
}

/* The page of a target, as a field that the program which lays out the pages fills in. */
static void
write_page_number (Text       *text,
                   const char *target)
{
  if (target == NULL || !g_hash_table_contains (text->targets, target))
    return;

  mtr_markup_start (text->body, "text:bookmark-ref");
  mtr_markup_attributes (text->body, "text:reference-format", "page", "text:ref-name", target, NULL);
  mtr_markup_text (text->body, "0");
  mtr_markup_end (text->body);
}

static void
write_linked (Text       *text,
              const char *words,
              const char *target)
{
  gboolean is_link = words != NULL && words[0] != '\0' && start_link (text, target);

  mtr_odt_write_text (text->body, words);
  if (is_link)
    mtr_markup_end (text->body);
}

static void
write_paragraph (Text       *text,
                 const char *style,
                 const char *words,
                 const char *target)
{
  start_paragraph (text, style);
  write_linked (text, words, target);
  mtr_markup_end (text->body);
}

/* Each line end in a text begins a paragraph, as on the printed pages. */
static void
write_paragraphs (Text       *text,
                  const char *style,
                  const char *words,
                  const char *target)
{
  g_auto (GStrv) paragraphs = g_strsplit (words != NULL ? words : "", "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_strchomp (paragraphs[i]);
      if (paragraphs[i][0] != '\0')
        write_paragraph (text, style, paragraphs[i], target);
    }
}

static gboolean
has_contents (MtrNode *node)
{
  return node->children->len > 0 && mtr_node_nth (node, 0)->type == MTR_NODE_CONTENTS;
}

static void
write_section (Text    *text,
               MtrNode *node)
{
  gboolean turns = (node->flags & MTR_NODE_LANDSCAPE) && !text->landscape;
  guint level = CLAMP (mtr_node_get_level (node), 1, HEADING_LEVELS);
  g_autofree char *outline = g_strdup_printf ("%u", level);
  g_autofree char *style = g_strdup_printf ("Heading_20_%u", level);
  g_autofree char *name = NULL;

  mtr_markup_set_place (text->body, node->text);
  if (turns)
    {
      text->landscape = TRUE;
      text->next = BREAK_SIDEWAYS;
    }
  else if ((node->flags & MTR_NODE_NEW_PAGE) && text->next == BREAK_NONE)
    {
      text->next = BREAK_PAGE;
    }

  /* The heading of the contents is part of them, and no heading. */
  if (has_contents (node))
    {
      write_paragraph (text, "Contents_20_Heading", node->text, NULL);
    }
  else
    {
      name = dup_style (text, style);
      mtr_markup_start (text->body, "text:h");
      mtr_markup_attributes (text->body, "text:style-name", name, "text:outline-level", outline, NULL);
      write_ids (text);
      mtr_odt_write_text (text->body, node->text);
      mtr_markup_end (text->body);
    }
  write_children (text, node);

  if (turns)
    {
      text->landscape = FALSE;
      text->next = BREAK_UPRIGHT;
    }
}

static void
write_column_style (Text       *text,
                    const char *name,
                    double      share)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *width = NULL;
  g_autofree char *weight = g_strdup_printf ("%u*", (guint) (share * 65535 + 0.5));

  g_ascii_formatd (number, sizeof number, "%.2f", share * (text->landscape ? MTR_ODT_WIDTH_LONG : MTR_ODT_WIDTH));
  width = g_strconcat (number, "mm", NULL);
  mtr_markup_start (text->styles, "style:style");
  mtr_markup_attributes (text->styles, "style:name", name, "style:family", "table-column", NULL);
  mtr_markup_start (text->styles, "style:table-column-properties");
  mtr_markup_attributes (text->styles, "style:column-width", width, "style:rel-column-width", weight, NULL);
  mtr_markup_end_empty (text->styles);
  mtr_markup_end (text->styles);
}

/* How many letters stand in some of the children of a node; a line end counts as the line it begins. */
static gsize
count_letters (MtrNode *node,
               guint    first,
               guint    end)
{
  gsize n_letters = 0;

  for (guint i = first; i < end; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      for (const char *p = child->text != NULL ? child->text : ""; *p != '\0'; p++)
        n_letters += *p == '\n' ? 60 : 1;
      n_letters += count_letters (child, 0, child->children->len);
    }

  return n_letters;
}

/* A note is never alone on the next page: what it follows goes with it, and where that is a sentence, what the
 * sentence is about. */
static gboolean
is_before_note (MtrNode *node)
{
  while (node->parent != NULL)
    {
      guint position = 0;

      while (mtr_node_nth (node->parent, position) != node)
        position++;
      for (position++; position < node->parent->children->len; position++)
        {
          MtrNode *next = mtr_node_nth (node->parent, position);

          if (next->type != MTR_NODE_DATA && next->type != MTR_NODE_SHEET)
            return next->type == MTR_NODE_NOTE ||
                   (node->type == MTR_NODE_TABLE && next->type == MTR_NODE_PARAGRAPH && is_before_note (next));
        }
      node = node->parent;
    }

  return FALSE;
}

static gboolean
is_before (MtrNode     *node,
           MtrNodeType  type)
{
  guint position = 0;

  while (mtr_node_nth (node->parent, position) != node)
    position++;

  return position + 1 < node->parent->children->len && mtr_node_nth (node->parent, position + 1)->type == type;
}

/* Starts a table whose style begins a page where one is to begin. */
static void
start_table (Text         *text,
             const char   *caption,
             const double *shares,
             guint         n_columns,
             gboolean      is_short,
             gboolean      keeps)
{
  g_autofree char *name = g_strdup_printf ("Table%u", ++text->n_tables);
  const double all = text->landscape ? MTR_ODT_WIDTH_LONG : MTR_ODT_WIDTH;
  g_autofree char *width = g_strdup_printf ("%umm", (guint) all);
  Break before = text->next;

  text->next = BREAK_NONE;
  mtr_markup_start (text->styles, "style:style");
  mtr_markup_attributes (text->styles, "style:name", name, "style:family", "table", NULL);
  if (before > BREAK_PAGE)
    mtr_markup_attribute (text->styles, breaks[before].name, breaks[before].value);
  mtr_markup_start (text->styles, "style:table-properties");
  mtr_markup_attributes (text->styles, "style:width", width, "table:align", "margins", "table:border-model", "collapsing",
                         "style:may-break-between-rows", is_short ? "false" : "true", NULL);
  if (before == BREAK_PAGE)
    mtr_markup_attribute (text->styles, breaks[before].name, breaks[before].value);
  /* A long one would move as a whole. */
  if (keeps && is_short)
    mtr_markup_attribute (text->styles, "fo:keep-with-next", "always");
  mtr_markup_end_empty (text->styles);
  mtr_markup_end (text->styles);

  mtr_markup_start (text->body, "table:table");
  mtr_markup_attributes (text->body, "table:name", name, "table:style-name", name, NULL);
  if (caption != NULL)
    {
      mtr_markup_start (text->body, "table:title");
      mtr_markup_text (text->body, caption);
      mtr_markup_end (text->body);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      write_column_style (text, column, shares[i]);
      mtr_markup_start (text->body, "table:table-column");
      mtr_markup_attribute (text->body, "table:style-name", column);
      mtr_markup_end_empty (text->body);
    }
}

/* A table is followed by a paragraph in any case; this one is the space below it. */
static void
end_table (Text     *text,
           gboolean  keeps)
{
  mtr_markup_end (text->body);
  write_paragraph (text, keeps ? "Table_20_end_20_kept" : "Table_20_end", NULL, NULL);
}

static void
start_row (Text     *text,
           gboolean  is_short)
{
  mtr_markup_start (text->body, "table:table-row");
  mtr_markup_attribute (text->body, "table:style-name", is_short ? "Row" : "Row.long");
}

static void
start_cell (Text       *text,
            const char *style,
            guint       span)
{
  mtr_markup_start (text->body, "table:table-cell");
  mtr_markup_attributes (text->body, "table:style-name", style, "office:value-type", "string", NULL);
  if (span > 1)
    {
      g_autofree char *columns = g_strdup_printf ("%u", span);

      mtr_markup_attribute (text->body, "table:number-columns-spanned", columns);
    }
}

static void
end_cell (Text  *text,
          guint  span)
{
  mtr_markup_end (text->body);
  for (; span > 1; span--)
    mtr_markup_raw (text->body, "<table:covered-table-cell/>");
}

/* Fields that follow each other are a table of two columns. */
static guint
write_fields (Text    *text,
              MtrNode *parent,
              guint    first)
{
  static const double shares[] = { FIELD_LABEL_SHARE, 1.0 - FIELD_LABEL_SHARE };
  guint end = first;
  gboolean keeps;

  while (end < parent->children->len && mtr_node_nth (parent, end)->type == MTR_NODE_FIELD)
    end++;
  keeps = is_before_note (mtr_node_nth (parent, end - 1));
  start_table (text, NULL, shares, G_N_ELEMENTS (shares), count_letters (parent, first, end) <= LETTERS_TOGETHER, keeps);
  for (guint i = first; i < end; i++)
    {
      MtrNode *node = mtr_node_nth (parent, i);

      add_id (text, node);
      start_row (text, count_letters (parent, i, i + 1) <= LETTERS_TOGETHER);
      start_cell (text, "Cell", 1);
      write_paragraph (text, "Field_20_label", node->label, NULL);
      end_cell (text, 1);
      start_cell (text, "Cell", 1);
      start_paragraph (text, "Field");
      write_linked (text, node->text, node->target);
      if ((node->flags & MTR_NODE_PAGE_NUMBER) && node->target != NULL &&
          g_hash_table_contains (text->targets, node->target))
        {
          /* Translators: after what a reference goes to, before the number of a page. */
          mtr_odt_write_text (text->body, _(", page "));
          write_page_number (text, node->target);
        }
      mtr_markup_end (text->body);
      end_cell (text, 1);
      mtr_markup_end (text->body);
    }
  end_table (text, keeps);

  return end - 1;
}

static const char *
get_cell_style (MtrNode  *cell,
                gboolean  in_header)
{
  if (cell->flags & (MTR_NODE_NUMBER | MTR_NODE_PAGE_NUMBER))
    return in_header ? "Table_20_Heading_20_number" : "Table_20_number";
  if (cell->flags & MTR_NODE_CENTRED)
    return in_header ? "Table_20_Heading_20_centred" : "Table_20_centred";

  return in_header ? "Table_20_Heading" : "Table_20_Contents";
}

static void
write_row (Text         *text,
           MtrTableGrid *grid,
           MtrNode      *row)
{
  g_autoptr (GPtrArray) cells = mtr_table_grid_list_cells (grid, row);
  gboolean is_header = (row->flags & MTR_NODE_HEADER) != 0;

  add_id (text, row);
  start_row (text, count_letters (row, 0, row->children->len) <= LETTERS_TOGETHER);
  for (guint i = 0; i < cells->len; i++)
    {
      MtrNode *cell = g_ptr_array_index (cells, i);
      guint span = mtr_table_grid_get_span (grid, cell);

      add_id (text, cell);
      start_cell (text, is_header ? "Cell.header" : "Cell", span);
      start_paragraph (text, get_cell_style (cell, is_header));
      if ((cell->flags & MTR_NODE_PAGE_NUMBER) && !is_header)
        write_page_number (text, cell->target);
      else
        write_linked (text, cell->text, cell->target);
      mtr_markup_end (text->body);
      end_cell (text, span);
    }
  mtr_markup_end (text->body);
}

static void
write_table (Text    *text,
             MtrNode *table)
{
  g_autoptr (MtrTableGrid) grid = NULL;
  g_autofree double *shares = NULL;
  guint n_columns;
  guint n_header = 0;

  if (table->children->len == 0)
    return;

  grid = mtr_table_grid_new (table, TRUE);
  n_columns = mtr_table_grid_get_n_columns (grid);
  shares = g_new (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    shares[i] = mtr_table_grid_get_width (grid, i);
  while (n_header < table->children->len && (mtr_node_nth (table, n_header)->flags & MTR_NODE_HEADER))
    n_header++;

  if (table->text != NULL)
    write_paragraph (text, "Label", table->text, NULL);
  start_table (text, table->text, shares, n_columns,
               table->children->len <= ROWS_TOGETHER &&
               count_letters (table, 0, table->children->len) <= LETTERS_TOGETHER, is_before_note (table));
  if (n_header > 0)
    {
      mtr_markup_start (text->body, "table:table-header-rows");
      for (guint i = 0; i < n_header; i++)
        write_row (text, grid, mtr_node_nth (table, i));
      mtr_markup_end (text->body);
    }
  for (guint i = n_header; i < table->children->len; i++)
    write_row (text, grid, mtr_node_nth (table, i));
  end_table (text, is_before_note (table));
}

static void
write_list (Text    *text,
            MtrNode *list)
{
  gboolean is_list = FALSE;

  for (guint i = 0; i < list->children->len; i++)
    {
      MtrNode *item = mtr_node_nth (list, i);

      add_id (text, item);
      if (item->label != NULL)
        {
          if (is_list)
            mtr_markup_end (text->body);
          is_list = FALSE;
          start_paragraph (text, "Keyed");
          mtr_odt_write_text (text->body, item->label);
          mtr_markup_raw (text->body, "<text:tab/>");
          write_linked (text, item->text, item->target);
          mtr_markup_end (text->body);
          continue;
        }
      if (!is_list)
        {
          mtr_markup_start (text->body, "text:list");
          mtr_markup_attribute (text->body, "text:style-name", "Bullets");
        }
      is_list = TRUE;
      mtr_markup_start (text->body, "text:list-item");
      write_paragraph (text, "List_20_1", item->text, item->target);
      mtr_markup_end (text->body);
    }
  if (is_list)
    mtr_markup_end (text->body);
}

/* What is set apart is one run of paragraphs of one style, which a text processor draws one bar along. */
static void
write_set_apart (Text    *text,
                 MtrNode *node)
{
  const char *style = node->type == MTR_NODE_QUOTE ? "Quotations" : "Note";

  if (node->label != NULL)
    {
      start_paragraph (text, style);
      mtr_markup_start (text->body, "text:span");
      mtr_markup_attribute (text->body, "text:style-name", "Strong");
      mtr_odt_write_text (text->body, node->label);
      mtr_markup_end (text->body);
      mtr_markup_end (text->body);
    }
  write_paragraphs (text, style, node->text, node->target);
  write_paragraph (text, "Table_20_end", NULL, NULL);
}

static void
write_signature (Text    *text,
                 MtrNode *node)
{
  /* Those who signed the same thing stand on one page. */
  gboolean keeps = node->parent->type == MTR_NODE_GROUP && is_before (node->parent, MTR_NODE_GROUP);

  write_paragraph (text, "Label", node->label, NULL);
  write_paragraph (text, "Signature", node->text, NULL);
  for (guint i = 0; i < node->children->len; i++)
    if (mtr_node_nth (node, i)->type != MTR_NODE_DATA)
      write_paragraph (text, keeps ? "Field_20_label_20_kept" : "Field_20_label", mtr_node_nth (node, i)->text, NULL);
  write_paragraph (text, keeps ? "Table_20_end_20_kept" : "Table_20_end", NULL, NULL);
}

static void
write_picture (Text    *text,
               MtrNode *chart,
               double   width,
               double   height)
{
  g_autofree char *address = mtr_odt_dup_picture_name (text->pictures->len);
  g_autofree char *name = g_strdup_printf ("Chart%u", text->pictures->len);

  mtr_markup_start (text->body, "draw:frame");
  mtr_markup_attributes (text->body, "draw:style-name", "Picture", "draw:name", name, "text:anchor-type", "as-char", NULL);
  write_length (text, "svg:width", width);
  write_length (text, "svg:height", height);
  mtr_markup_start (text->body, "draw:image");
  mtr_markup_attributes (text->body, "xlink:href", address, "xlink:type", "simple", "xlink:show", "embed",
                         "xlink:actuate", "onLoad", "draw:mime-type", MTR_ODT_PICTURE_TYPE, NULL);
  mtr_markup_end_empty (text->body);
  if (chart->text != NULL)
    {
      mtr_markup_start (text->body, "svg:title");
      mtr_markup_text (text->body, chart->text);
      mtr_markup_end (text->body);
    }
  mtr_markup_start (text->body, "svg:desc");
  mtr_markup_text (text->body, chart->spoken);
  mtr_markup_end (text->body);
  mtr_markup_end (text->body);
}

static void
write_chart (Text    *text,
             MtrNode *chart)
{
  double width = text->landscape ? MTR_ODT_WIDTH_LONG : MTR_ODT_WIDTH;
  double height;
  GBytes *picture;

  if (text->error != NULL)
    return;
  picture = mtr_odt_draw_chart (chart, width, text->scale, text->font, &height, &text->error);
  if (picture == NULL)
    return;

  g_ptr_array_add (text->pictures, picture);
  if (chart->text != NULL)
    write_paragraph (text, "Label", chart->text, NULL);
  start_paragraph (text, "Chart");
  write_picture (text, chart, width, height);
  mtr_markup_end (text->body);
}

static void
write_entries (Text    *text,
               MtrNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);
      guint level = mtr_node_get_level (child);

      if (child->type == MTR_NODE_SECTION && !(child->flags & MTR_NODE_UNLISTED) && level <= CONTENTS_LEVELS &&
          child->id != NULL)
        {
          start_paragraph (text, level == 1 ? "Contents_20_1" : "Contents_20_2");
          write_linked (text, child->text, child->id);
          mtr_markup_raw (text->body, "<text:tab/>");
          /* Outside of the link: LibreOffice tears a field at the end of one apart when it makes a file for Word. */
          write_page_number (text, child->id);
          mtr_markup_end (text->body);
        }
      write_entries (text, child);
    }
}

/* How the program that lays out the pages makes the contents anew, and then the contents as they are. */
static void
write_contents (Text    *text,
                MtrNode *node)
{
  MtrNode *root = node;

  while (root->parent != NULL)
    root = root->parent;

  mtr_markup_start (text->body, "text:table-of-content");
  mtr_markup_attributes (text->body, "text:name", "Contents", "text:protected", "false", NULL);
  mtr_markup_start (text->body, "text:table-of-content-source");
  mtr_markup_attributes (text->body, "text:outline-level", G_STRINGIFY (CONTENTS_LEVELS), "text:use-index-marks", "false",
                         NULL);
  for (guint i = 1; i <= CONTENTS_LEVELS; i++)
    {
      g_autofree char *level = g_strdup_printf ("%u", i);
      g_autofree char *style = g_strdup_printf ("Contents_20_%u", i);

      mtr_markup_start (text->body, "text:table-of-content-entry-template");
      mtr_markup_attributes (text->body, "text:outline-level", level, "text:style-name", style, NULL);
      mtr_markup_raw (text->body, "<text:index-entry-link-start text:style-name=\"Internet_20_link\"/><text:index-entry-text/>"
                      "<text:index-entry-tab-stop style:type=\"right\" style:leader-char=\".\"/>"
                      "<text:index-entry-page-number/><text:index-entry-link-end/>");
      mtr_markup_end (text->body);
    }
  mtr_markup_end (text->body);
  mtr_markup_start (text->body, "text:index-body");
  write_entries (text, root);
  mtr_markup_end (text->body);
  mtr_markup_end (text->body);
}

static void
write_cover (Text    *text,
             MtrNode *cover)
{
  mtr_markup_set_place (text->body, cover->text);
  text->next = BREAK_FIRST;
  if (cover->label != NULL)
    write_paragraph (text, "Subtitle", cover->label, NULL);
  write_paragraph (text, "Title", cover->text, NULL);
  for (guint i = 0; i < cover->children->len; i++)
    {
      MtrNode *node = mtr_node_nth (cover, i);

      if (node->type == MTR_NODE_PARAGRAPH && (node->flags & MTR_NODE_HEADER))
        write_paragraphs (text, "Draft", node->text, NULL);
    }
  write_children (text, cover);
  text->next = BREAK_PAGE;
}

static void
write_node (Text    *text,
            MtrNode *node)
{
  switch (node->type)
    {
    case MTR_NODE_COVER:
      write_cover (text, node);
      break;
    case MTR_NODE_SECTION:
      write_section (text, node);
      break;
    case MTR_NODE_PARAGRAPH:
      if (node->parent->type != MTR_NODE_COVER || !(node->flags & MTR_NODE_HEADER))
        write_paragraphs (text, is_before (node, MTR_NODE_TABLE) || is_before_note (node) ? "Text_20_kept"
                                                                                          : "Text_20_body",
                          node->text, node->target);
      break;
    case MTR_NODE_LONG_TEXT:
      write_paragraph (text, "Label", node->label, NULL);
      write_paragraphs (text, "Text_20_body", node->text, NULL);
      break;
    case MTR_NODE_LIST:
      write_list (text, node);
      break;
    case MTR_NODE_TABLE:
      write_table (text, node);
      break;
    case MTR_NODE_QUOTE:
    case MTR_NODE_NOTE:
      write_set_apart (text, node);
      break;
    case MTR_NODE_SIGNATURE:
      write_signature (text, node);
      break;
    case MTR_NODE_CONTENTS:
      write_contents (text, node);
      break;
    case MTR_NODE_LINES:
      for (guint i = 0; i < node->count; i++)
        write_paragraph (text, "Line", NULL, NULL);
      break;
    case MTR_NODE_CHART:
      write_chart (text, node);
      break;
    case MTR_NODE_GROUP:
      if ((node->flags & MTR_NODE_NEW_PAGE) && text->next == BREAK_NONE)
        text->next = BREAK_PAGE;
      write_children (text, node);
      break;
    case MTR_NODE_ROOT:
    case MTR_NODE_FIELD:
    case MTR_NODE_ITEM:
    case MTR_NODE_SHEET:
    case MTR_NODE_ROW:
    case MTR_NODE_CELL:
    case MTR_NODE_MARK:
    case MTR_NODE_DATA:
      break;
    }
}

static void
write_children (Text    *text,
                MtrNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      if (child->type == MTR_NODE_FIELD)
        {
          i = write_fields (text, node, i);
          continue;
        }
      add_id (text, child);
      write_node (text, child);
    }
}

static void
write_cell_style (MtrMarkup  *markup,
                  const char *name,
                  const char *ground)
{
  mtr_markup_start (markup, "style:style");
  mtr_markup_attributes (markup, "style:name", name, "style:family", "table-cell", NULL);
  mtr_markup_start (markup, "style:table-cell-properties");
  mtr_markup_attributes (markup, "fo:padding", "1.2mm", "fo:border", "none",
                         "fo:border-bottom", "0.6pt solid " MTR_ODT_RULE, NULL);
  mtr_markup_attribute (markup, "fo:background-color", ground);
  mtr_markup_end_empty (markup);
  mtr_markup_end (markup);
}

/*< private >
 * mtr_odt_write_content:
 * @document: a document
 * @pictures: (element-type GBytes): where the pictures that the content shows are added, named as
 *   mtr_odt_dup_picture_name() says
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the part of a text document that is called "content.xml"
 */
GBytes *
mtr_odt_write_content (MtrDocument  *document,
                       GPtrArray    *pictures,
                       GError      **error)
{
  g_autoptr (MtrMarkup) body = mtr_markup_new ();
  g_autoptr (MtrMarkup) styles = mtr_markup_new ();
  g_autoptr (MtrMarkup) content = mtr_markup_new ();
  g_autoptr (GHashTable) has_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) targets = mtr_page_collect_ids (document);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GBytes) written_body = NULL;
  g_autoptr (GBytes) written_styles = NULL;
  Text text = { body, styles, has_style, targets, ids, BREAK_NONE, FALSE, mtr_document_get_adjustment (document)->font,
                mtr_odt_get_scale (document), 0, pictures, NULL };

  mtr_markup_start (styles, "office:automatic-styles");
  write_cell_style (styles, "Cell", NULL);
  write_cell_style (styles, "Cell.header", MTR_ODT_FILL);
  mtr_markup_raw (styles, "<style:style style:name=\"Picture\" style:family=\"graphic\"><style:graphic-properties"
                  " style:vertical-pos=\"top\" style:vertical-rel=\"baseline\"/></style:style>");
  mtr_markup_raw (styles, "<style:style style:name=\"Row\" style:family=\"table-row\">"
                  "<style:table-row-properties fo:keep-together=\"always\"/></style:style>"
                  "<style:style style:name=\"Row.long\" style:family=\"table-row\">"
                  "<style:table-row-properties fo:keep-together=\"auto\"/></style:style>");

  mtr_markup_set_place (body, mtr_document_get_title (document));
  mtr_markup_start (body, "office:body");
  mtr_markup_start (body, "office:text");
  if (mtr_page_find_cover (document) == NULL && !mtr_page_is_one_section (document))
    write_paragraph (&text, "Title", mtr_document_get_title (document), NULL);
  write_children (&text, mtr_document_get_root (document));
  if (ids->len > 0)
    write_paragraph (&text, "Table_20_end", NULL, NULL);
  mtr_markup_end (body);
  mtr_markup_end (body);
  mtr_markup_end (styles);

  if (text.error != NULL)
    {
      g_propagate_error (error, text.error);
      return NULL;
    }
  written_body = mtr_markup_finish (body, error);
  written_styles = written_body != NULL ? mtr_markup_finish (styles, error) : NULL;
  if (written_styles == NULL)
    return NULL;

  mtr_odt_start_document (content, "office:document-content");
  mtr_odt_write_fonts (content, document);
  mtr_markup_raw_bytes (content, written_styles);
  mtr_markup_raw_bytes (content, written_body);
  mtr_markup_end (content);

  return mtr_markup_finish (content, error);
}
