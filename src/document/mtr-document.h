/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-adjustment.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MtrNodeType:
 * @MTR_NODE_ROOT: the whole document
 * @MTR_NODE_COVER: the title page; its text is the title, its label stands above it
 * @MTR_NODE_SECTION: a heading (its text) and what belongs under it; sections nest
 * @MTR_NODE_GROUP: children that belong together; shows nothing itself
 * @MTR_NODE_PARAGRAPH: running text; line ends begin a new paragraph
 * @MTR_NODE_FIELD: a label and what was entered, side by side
 * @MTR_NODE_LONG_TEXT: a label and, below it, text with paragraphs
 * @MTR_NODE_LIST: a list of %MTR_NODE_ITEM
 * @MTR_NODE_ITEM: an item; its label, where there is one, stands in place of the bullet
 * @MTR_NODE_TABLE: a table of %MTR_NODE_ROW; its text is its caption
 * @MTR_NODE_SHEET: what spreadsheets have instead of the table before it: a table too, with a row for each fact, and every
 *   word in each row that it belongs to
 * @MTR_NODE_ROW: a row of %MTR_NODE_CELL
 * @MTR_NODE_CELL: a cell
 * @MTR_NODE_QUOTE: somebody's words, set apart; its label says whose
 * @MTR_NODE_NOTE: what a reader must know, set apart
 * @MTR_NODE_SIGNATURE: label: as what; text: the name that was typed; its items say role and date
 * @MTR_NODE_CONTENTS: the table of contents; made from the sections
 * @MTR_NODE_LINES: room to write by hand; see mtr_node_set_count()
 * @MTR_NODE_CHART: numbers as a picture, of %MTR_NODE_MARK; see mtr_node_add_chart()
 * @MTR_NODE_MARK: one number of a chart; its label says of what, its text the number in words, its count the number
 * @MTR_NODE_DATA: for files only: its name, value and attributes are written, nothing is shown
 */
typedef enum {
  MTR_NODE_ROOT,
  MTR_NODE_COVER,
  MTR_NODE_SECTION,
  MTR_NODE_GROUP,
  MTR_NODE_PARAGRAPH,
  MTR_NODE_FIELD,
  MTR_NODE_LONG_TEXT,
  MTR_NODE_LIST,
  MTR_NODE_ITEM,
  MTR_NODE_TABLE,
  MTR_NODE_SHEET,
  MTR_NODE_ROW,
  MTR_NODE_CELL,
  MTR_NODE_QUOTE,
  MTR_NODE_NOTE,
  MTR_NODE_SIGNATURE,
  MTR_NODE_CONTENTS,
  MTR_NODE_LINES,
  MTR_NODE_CHART,
  MTR_NODE_MARK,
  MTR_NODE_DATA,
} MtrNodeType;

/**
 * MtrNodeFlags:
 * @MTR_NODE_NEW_PAGE: begins a page
 * @MTR_NODE_LANDSCAPE: a section on pages turned sideways; begins a page and ends with one
 * @MTR_NODE_HEADER: a row or a cell that says what the others are; a header row is repeated where the table breaks
 * @MTR_NODE_PAGE_NUMBER: a cell that shows on which page its target begins, or a field that says so after its text
 * @MTR_NODE_TOGETHER: is not broken over two pages where one page can hold it; a note is not alone on a page either
 * @MTR_NODE_UNLISTED: a section that the contents and the outline leave out
 * @MTR_NODE_CENTRED: a cell whose text stands in the middle of its column
 * @MTR_NODE_NUMBER: a cell whose text stands at the end of its column, as numbers do
 */
typedef enum {
  MTR_NODE_NEW_PAGE    = 1 << 0,
  MTR_NODE_LANDSCAPE   = 1 << 1,
  MTR_NODE_HEADER      = 1 << 2,
  MTR_NODE_PAGE_NUMBER = 1 << 3,
  MTR_NODE_TOGETHER    = 1 << 4,
  MTR_NODE_UNLISTED    = 1 << 5,
  MTR_NODE_CENTRED     = 1 << 6,
  MTR_NODE_NUMBER      = 1 << 7,
} MtrNodeFlags;

/**
 * MtrChart:
 * @MTR_CHART_BARS: a bar for each mark, one below the other, on one scale
 * @MTR_CHART_PROGRESS: one bar in parts, a part for each mark, of a whole
 * @MTR_CHART_STRIP: a year as a strip; a mark lies in the month that its count says, 0 being the first
 */
typedef enum {
  MTR_CHART_BARS,
  MTR_CHART_PROGRESS,
  MTR_CHART_STRIP,
} MtrChart;

typedef struct _MtrNode MtrNode;

/** MtrAttribute: a name and a value of a node in files. */
typedef struct {
  char *name;             /* (owned) */
  char *value;            /* (owned) */
} MtrAttribute;

/**
 * MtrNode: a part of a document, owned by its parent. Read the members; change them with the functions.
 *
 * What is shown and what is written in files are two layers of one tree: label and text are shown; a node with a
 * name becomes an element of that name, with its attributes, its value (or, without one, its text) and the elements
 * of its children. A node without a name is no element, but its children may be.
 */
struct _MtrNode {
  MtrNodeType   type;
  MtrNodeFlags  flags;
  MtrNode      *parent;       /* (unowned) (nullable) */
  GPtrArray    *children;     /* (owned) (element-type MtrNode): maybe empty */

  char         *id;           /* (owned) (nullable): what links go to; unique in the document */
  char         *label;        /* (owned) (nullable); of a strip, its first month as in "2026-09" */
  char         *text;         /* (owned) (nullable) */
  char         *target;       /* (owned) (nullable): id of the node that this one links to */
  char         *spoken;       /* (owned) (nullable): what is read out where the text alone says too little */
  guint         count;        /* lines to write on; weight of a column in a header cell; of a mark, its number;
                                 of a chart, the number at the end of its scale, or the months of its strip */
  MtrChart      chart;        /* of a chart: which */

  char         *name;         /* (owned) (nullable): name of the element in files */
  char         *value;        /* (owned) (nullable): content of the element, where it is not the text */
  GPtrArray    *attributes;   /* (owned) (element-type MtrAttribute): in the order they were set */
};

#define MTR_TYPE_DOCUMENT (mtr_document_get_type ())
G_DECLARE_FINAL_TYPE (MtrDocument, mtr_document, MTR, DOCUMENT, GObject)

MtrDocument *mtr_document_new             (const char   *title,
                                           const char   *language,
                                           const GDate  *as_at);
MtrNode     *mtr_document_get_root        (MtrDocument  *self);
MtrNode     *mtr_document_find            (MtrDocument  *self,
                                           const char   *id);
const char  *mtr_document_get_title       (MtrDocument  *self);
const char  *mtr_document_get_language    (MtrDocument  *self);
const GDate *mtr_document_get_as_at       (MtrDocument  *self);
const char  *mtr_document_get_subject     (MtrDocument  *self);
void         mtr_document_set_subject     (MtrDocument  *self,
                                           const char   *subject);
const char  *mtr_document_get_header      (MtrDocument  *self);
void         mtr_document_set_header      (MtrDocument  *self,
                                           const char   *header);
const char  *mtr_document_get_draft       (MtrDocument  *self);
void         mtr_document_set_draft       (MtrDocument  *self,
                                           const char   *draft);
const MtrAdjustment *
             mtr_document_get_adjustment  (MtrDocument  *self);
void         mtr_document_set_adjustment  (MtrDocument  *self,
                                           const MtrAdjustment *adjustment);

MtrNode     *mtr_node_add                 (MtrNode      *parent,
                                           MtrNodeType   type,
                                           const char   *text);
MtrNode     *mtr_node_add_section         (MtrNode      *parent,
                                           const char   *id,
                                           const char   *heading);
MtrNode     *mtr_node_add_paragraph       (MtrNode      *parent,
                                           const char   *text);
MtrNode     *mtr_node_add_field           (MtrNode      *parent,
                                           const char   *label,
                                           const char   *text);
MtrNode     *mtr_node_add_long_text       (MtrNode      *parent,
                                           const char   *label,
                                           const char   *text);
MtrNode     *mtr_node_add_cell            (MtrNode      *row,
                                           const char   *text,
                                           const char   *target,
                                           const char   *spoken);
MtrNode     *mtr_node_add_header_row      (MtrNode      *table,
                                           const char  **titles,
                                           const guint  *weights);
MtrNode     *mtr_node_add_chart           (MtrNode      *parent,
                                           MtrChart      chart,
                                           const char   *caption,
                                           const char   *alternative,
                                           guint         scale);
MtrNode     *mtr_node_add_mark            (MtrNode      *chart,
                                           const char   *label,
                                           const char   *words,
                                           guint         number);

void         mtr_node_set_flags           (MtrNode      *self,
                                           MtrNodeFlags  flags);
void         mtr_node_set_id              (MtrNode      *self,
                                           const char   *id);
void         mtr_node_set_label           (MtrNode      *self,
                                           const char   *label);
void         mtr_node_set_target          (MtrNode      *self,
                                           const char   *target);
void         mtr_node_set_count           (MtrNode      *self,
                                           guint         count);
void         mtr_node_set_name            (MtrNode      *self,
                                           const char   *name);
void         mtr_node_set_value           (MtrNode      *self,
                                           const char   *value);
void         mtr_node_set_attribute       (MtrNode      *self,
                                           const char   *name,
                                           const char   *value);
const char  *mtr_node_get_attribute       (MtrNode      *self,
                                           const char   *name);
guint        mtr_node_get_level           (MtrNode      *self);
MtrNode     *mtr_node_nth                 (MtrNode      *self,
                                           guint         position);

G_END_DECLS
