/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a document for a spreadsheet: UTF-8, as in RFC 4180, with the
 * lines that say of what and of when they are. What somebody typed is never
 * taken for a formula; a number that the program counted stays one.
 */

#include "mtr-csv-writer.h"

#include "mtr-csv-cell.h"
#include "mtr-messages.h"
#include "mtr-page-words-private.h"
#include "mtr-table-grid-private.h"

typedef struct {
  GString    *csv;        /* (owned) */
  const char *title;      /* (nullable): of the document, where it stands at the top */
  gboolean    has_rows;   /* something stands above, so a new part begins after an empty row */
} Sheet;

static void
append_text (Sheet      *sheet,
             const char *text,
             gboolean    is_number)
{
  g_autofree char *cell = NULL;

  if (text == NULL)
    return;

  cell = is_number && mtr_csv_cell_is_number (text) ? g_strdup (text) : mtr_csv_cell_protect (text);
  mtr_csv_cell_append (sheet->csv, cell);
}

static void
end_row (Sheet *sheet)
{
  g_string_append (sheet->csv, "\r\n");
  sheet->has_rows = TRUE;
}

static void
begin_part (Sheet *sheet)
{
  if (sheet->has_rows)
    end_row (sheet);
}

static void
append_heading (Sheet      *sheet,
                const char *text)
{
  if (text == NULL)
    return;

  append_text (sheet, text, FALSE);
  end_row (sheet);
}

/* A cell that goes across columns leaves those after its first empty, so that what is one below the other stays so. */
static void
append_table (Sheet   *sheet,
              MtrNode *table)
{
  g_autoptr (MtrTableGrid) grid = NULL;

  if (table->children->len == 0)
    return;

  grid = mtr_table_grid_new (table, FALSE);
  for (guint i = 0; i < table->children->len; i++)
    {
      g_autoptr (GPtrArray) cells = mtr_table_grid_list_cells (grid, mtr_node_nth (table, i));

      for (guint j = 0; j < cells->len; j++)
        {
          MtrNode *cell = g_ptr_array_index (cells, j);

          if (j > 0)
            g_string_append_c (sheet->csv, ',');
          append_text (sheet, cell->text, (cell->flags & MTR_NODE_NUMBER) != 0);
          for (guint k = mtr_table_grid_get_span (grid, cell); k > 1; k--)
            g_string_append_c (sheet->csv, ',');
        }
      end_row (sheet);
    }
}

static guint
append_fields (Sheet   *sheet,
               MtrNode *parent,
               guint    first)
{
  guint i = first;

  begin_part (sheet);
  for (; i < parent->children->len && mtr_node_nth (parent, i)->type == MTR_NODE_FIELD; i++)
    {
      MtrNode *field = mtr_node_nth (parent, i);

      append_text (sheet, field->label, FALSE);
      g_string_append_c (sheet->csv, ',');
      append_text (sheet, field->text, (field->flags & MTR_NODE_NUMBER) != 0);
      end_row (sheet);
    }

  return i - 1;
}

static gboolean
has_sheet (MtrNode *parent,
           guint    table)
{
  return table + 1 < parent->children->len && mtr_node_nth (parent, table + 1)->type == MTR_NODE_SHEET;
}

static gboolean
is_line (MtrNode *node)
{
  return node->type == MTR_NODE_PARAGRAPH || node->type == MTR_NODE_NOTE;
}

/* Without these nobody could tell of which period the tables are, why there is none, and what they leave out. */
static guint
append_lines (Sheet      *sheet,
              MtrNode    *parent,
              guint       first,
              const char *heading)
{
  guint i = first;

  begin_part (sheet);
  if (first == 0)
    append_heading (sheet, heading);
  for (; i < parent->children->len && is_line (mtr_node_nth (parent, i)); i++)
    {
      MtrNode *line = mtr_node_nth (parent, i);

      if (i > first && line->label != NULL)
        begin_part (sheet);
      append_heading (sheet, line->label);
      append_heading (sheet, line->text);
    }

  return i - 1;
}

static void
append_node (Sheet      *sheet,
             MtrNode    *node,
             const char *heading)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *child = mtr_node_nth (node, i);

      if (child->type == MTR_NODE_FIELD)
        {
          i = append_fields (sheet, node, i);
        }
      else if (is_line (child))
        {
          i = append_lines (sheet, node, i, g_strcmp0 (heading, sheet->title) != 0 ? heading : NULL);
        }
      else if (child->type == MTR_NODE_TABLE && has_sheet (node, i))
        {
          continue;
        }
      else if (child->type == MTR_NODE_TABLE || child->type == MTR_NODE_SHEET)
        {
          begin_part (sheet);
          append_heading (sheet, child->text != NULL ? child->text : heading);
          append_table (sheet, child);
        }
      else
        {
          append_node (sheet, child, child->type == MTR_NODE_SECTION ? child->text : heading);
        }
    }
}

static GBytes *
finish (Sheet   *sheet,
        GError **error)
{
  if (!g_utf8_validate (sheet->csv->str, (gssize) sheet->csv->len, NULL))
    {
      g_string_free (sheet->csv, TRUE);
      g_set_error_literal (error, MTR_EXPORT_ERROR, MTR_EXPORT_ERROR_TEXT,
                           _("A text has characters that cannot be saved, so no file was written. Nothing was lost."));
      return NULL;
    }

  return g_string_free_to_bytes (sheet->csv);
}

/**
 * mtr_csv_write:
 * @document: a document
 * @table_id: (nullable): id of one of its tables; %NULL for all of them
 * @error: where an error goes
 *
 * Writes one table alone, header and rows, as another program wants it; or, as a person wants it, the title, the day whose
 * state it is, and then all fields, tables, paragraphs and notes one below the other, each under what it is called and after
 * an empty row.
 *
 * Returns: (transfer full) (nullable): a spreadsheet; %NULL with an error of %MTR_EXPORT_ERROR
 */
GBytes *
mtr_csv_write (MtrDocument  *document,
               const char   *table_id,
               GError      **error)
{
  Sheet sheet = { g_string_new (NULL), NULL, FALSE };
  MtrNode *table = NULL;
  const char *before;

  g_return_val_if_fail (MTR_IS_DOCUMENT (document), NULL);

  before = mtr_language_switch (mtr_language_find (mtr_document_get_language (document)));

  if (table_id != NULL)
    {
      table = mtr_document_find (document, table_id);
      if (table != NULL && table->type == MTR_NODE_TABLE)
        append_table (&sheet, table);
    }
  else
    {
      g_autofree char *as_at = mtr_page_dup_as_at (document);

      sheet.title = mtr_document_get_title (document);
      append_heading (&sheet, sheet.title);
      append_heading (&sheet, as_at);
      append_node (&sheet, mtr_document_get_root (document), NULL);
    }

  mtr_language_switch (before);

  return finish (&sheet, error);
}
