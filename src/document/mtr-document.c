/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A neutral document: what is to be said, in what order and of what kind, but
 * not how it looks. The layout, the PDF, the preview and the writers of files
 * all walk the same tree, so that none of them can say something else.
 */

#include "mtr-document.h"

struct _MtrDocument {
  GObject  parent_instance;

  MtrNode *root;      /* (owned) */
  char    *title;     /* (owned) */
  char    *language;  /* (owned) */
  GDate    as_at;
  char    *subject;   /* (owned) (nullable) */
  char    *header;    /* (owned) (nullable) */
  char    *draft;     /* (owned) (nullable) */
  GPtrArray *adjustments; /* (owned) (element-type MtrAdjustment): all that were set, for a thread that still reads one */
  MtrAdjustment *adjustment; /* (unowned): the last of them */
};

G_DEFINE_FINAL_TYPE (MtrDocument, mtr_document, G_TYPE_OBJECT)

static void
free_attribute (gpointer data)
{
  MtrAttribute *attribute = data;

  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

static void
free_node (gpointer data)
{
  MtrNode *node = data;

  g_ptr_array_unref (node->children);
  g_ptr_array_unref (node->attributes);
  g_free (node->id);
  g_free (node->label);
  g_free (node->text);
  g_free (node->target);
  g_free (node->spoken);
  g_free (node->name);
  g_free (node->value);
  g_free (node);
}

static MtrNode *
create_node (MtrNodeType  type,
             MtrNode     *parent,
             const char  *text)
{
  MtrNode *node = g_new0 (MtrNode, 1);

  node->type = type;
  node->parent = parent;
  node->text = g_strdup (text);
  node->children = g_ptr_array_new_with_free_func (free_node);
  node->attributes = g_ptr_array_new_with_free_func (free_attribute);

  return node;
}

static void
mtr_document_finalize (GObject *object)
{
  MtrDocument *self = MTR_DOCUMENT (object);

  free_node (self->root);
  g_free (self->title);
  g_free (self->language);
  g_free (self->subject);
  g_free (self->header);
  g_free (self->draft);
  g_ptr_array_unref (self->adjustments);

  G_OBJECT_CLASS (mtr_document_parent_class)->finalize (object);
}

static void
mtr_document_class_init (MtrDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_document_finalize;
}

static void
mtr_document_init (MtrDocument *self)
{
  self->root = create_node (MTR_NODE_ROOT, NULL, NULL);
  self->adjustments = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_adjustment_free);
  mtr_document_set_adjustment (self, NULL);
}

/**
 * mtr_document_new:
 * @title: the title, for the window, the file and the running header
 * @language: a BCP 47 tag, as in "en-GB"
 * @as_at: the day whose state the document shows; the only date that depends on when it was made
 *
 * Returns: (transfer full): a document with nothing in it
 */
MtrDocument *
mtr_document_new (const char  *title,
                  const char  *language,
                  const GDate *as_at)
{
  MtrDocument *self;

  g_return_val_if_fail (title != NULL && language != NULL, NULL);
  g_return_val_if_fail (as_at != NULL && g_date_valid (as_at), NULL);

  self = g_object_new (MTR_TYPE_DOCUMENT, NULL);
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->as_at = *as_at;

  return self;
}

/**
 * mtr_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): the node that all others are under
 */
MtrNode *
mtr_document_get_root (MtrDocument *self)
{
  return self->root;
}

static MtrNode *
find_node (MtrNode    *node,
           const char *id)
{
  if (g_strcmp0 (node->id, id) == 0)
    return node;

  for (guint i = 0; i < node->children->len; i++)
    {
      MtrNode *found = find_node (mtr_node_nth (node, i), id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * mtr_document_find:
 * @self: a document
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the node with that id
 */
MtrNode *
mtr_document_find (MtrDocument *self,
                   const char  *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return find_node (self->root, id);
}

/**
 * mtr_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): its title
 */
const char *
mtr_document_get_title (MtrDocument *self)
{
  return self->title;
}

/**
 * mtr_document_get_language:
 * @self: a document
 *
 * Returns: (transfer none): a BCP 47 tag
 */
const char *
mtr_document_get_language (MtrDocument *self)
{
  return self->language;
}

/**
 * mtr_document_get_as_at:
 * @self: a document
 *
 * Returns: (transfer none): the day whose state it shows
 */
const GDate *
mtr_document_get_as_at (MtrDocument *self)
{
  return &self->as_at;
}

/**
 * mtr_document_get_subject:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what it is about, for the properties of a file
 */
const char *
mtr_document_get_subject (MtrDocument *self)
{
  return self->subject;
}

/**
 * mtr_document_set_subject:
 * @self: a document
 * @subject: (nullable): what it is about, for the properties of a file
 */
void
mtr_document_set_subject (MtrDocument *self,
                          const char  *subject)
{
  g_free (self->subject);
  self->subject = g_strdup (subject);
}

/**
 * mtr_document_get_header:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what stands at the top of every page but the cover
 */
const char *
mtr_document_get_header (MtrDocument *self)
{
  return self->header;
}

/**
 * mtr_document_set_header:
 * @self: a document
 * @header: (nullable): what stands at the top of every page but the cover
 */
void
mtr_document_set_header (MtrDocument *self,
                         const char  *header)
{
  g_free (self->header);
  self->header = g_strdup (header);
}

/**
 * mtr_document_get_draft:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what every page says while the document is not ready
 */
const char *
mtr_document_get_draft (MtrDocument *self)
{
  return self->draft;
}

/**
 * mtr_document_set_draft:
 * @self: a document
 * @draft: (nullable): what every page says while the document is not ready, as in
 *   "Draft: 3 things missing"
 */
void
mtr_document_set_draft (MtrDocument *self,
                        const char  *draft)
{
  g_free (self->draft);
  self->draft = g_strdup (draft);
}

/**
 * mtr_document_get_adjustment:
 * @self: a document
 *
 * Returns: (transfer none): how its reader reads best; every writer whose format has letters honours it
 */
const MtrAdjustment *
mtr_document_get_adjustment (MtrDocument *self)
{
  return g_atomic_pointer_get (&self->adjustment);
}

/**
 * mtr_document_set_adjustment:
 * @self: a document
 * @adjustment: (nullable): how its reader reads best; %NULL for the design as it is
 *
 * May be called while another thread draws or writes the document, which then is as it was set before or as it is now.
 */
void
mtr_document_set_adjustment (MtrDocument         *self,
                             const MtrAdjustment *adjustment)
{
  MtrAdjustment *copy = adjustment != NULL ? mtr_adjustment_copy (adjustment) : mtr_adjustment_new ();

  g_ptr_array_add (self->adjustments, copy);
  g_atomic_pointer_set (&self->adjustment, copy);
}

/**
 * mtr_node_add:
 * @parent: a node of a document
 * @type: the type of the new node
 * @text: (nullable): its text
 *
 * Returns: (transfer none): the new last child of @parent
 */
MtrNode *
mtr_node_add (MtrNode     *parent,
              MtrNodeType  type,
              const char  *text)
{
  MtrNode *node;

  g_return_val_if_fail (parent != NULL && type != MTR_NODE_ROOT, NULL);

  node = create_node (type, parent, text);
  g_ptr_array_add (parent->children, node);

  return node;
}

/**
 * mtr_node_add_section:
 * @parent: the root, or a section or group
 * @id: (nullable): what links go to, unique in the document: letters, digits and hyphens
 * @heading: the heading
 *
 * Returns: (transfer none): the new section
 */
MtrNode *
mtr_node_add_section (MtrNode    *parent,
                      const char *id,
                      const char *heading)
{
  MtrNode *node = mtr_node_add (parent, MTR_NODE_SECTION, heading);

  node->id = g_strdup (id);

  return node;
}

/**
 * mtr_node_add_paragraph:
 * @parent: a node that has content
 * @text: running text
 *
 * Returns: (transfer none): the new paragraph
 */
MtrNode *
mtr_node_add_paragraph (MtrNode    *parent,
                        const char *text)
{
  return mtr_node_add (parent, MTR_NODE_PARAGRAPH, text);
}

/**
 * mtr_node_add_field:
 * @parent: a node that has content
 * @label: what the field is called
 * @text: what was entered, as a person reads it
 *
 * Returns: (transfer none): the new field
 */
MtrNode *
mtr_node_add_field (MtrNode    *parent,
                    const char *label,
                    const char *text)
{
  MtrNode *node = mtr_node_add (parent, MTR_NODE_FIELD, text);

  node->label = g_strdup (label);

  return node;
}

/**
 * mtr_node_add_long_text:
 * @parent: a node that has content
 * @label: what the text is called
 * @text: text with paragraphs
 *
 * Returns: (transfer none): the new long text
 */
MtrNode *
mtr_node_add_long_text (MtrNode    *parent,
                        const char *label,
                        const char *text)
{
  MtrNode *node = mtr_node_add (parent, MTR_NODE_LONG_TEXT, text);

  node->label = g_strdup (label);

  return node;
}

/**
 * mtr_node_add_cell:
 * @row: a row
 * @text: (nullable): what stands in it
 * @target: (nullable): id of the node that it links to
 * @spoken: (nullable): what is read out where @text alone says too little
 *
 * Returns: (transfer none): the new cell
 */
MtrNode *
mtr_node_add_cell (MtrNode    *row,
                   const char *text,
                   const char *target,
                   const char *spoken)
{
  MtrNode *node = mtr_node_add (row, MTR_NODE_CELL, text);

  node->target = g_strdup (target);
  node->spoken = g_strdup (spoken);

  return node;
}

/**
 * mtr_node_add_header_row:
 * @table: a table without rows yet
 * @titles: (array zero-terminated=1): what the columns are called
 * @weights: (array): as many numbers: how the width is shared out
 *
 * Returns: (transfer none): the header row
 */
MtrNode *
mtr_node_add_header_row (MtrNode      *table,
                         const char  **titles,
                         const guint  *weights)
{
  MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);

  row->flags = MTR_NODE_HEADER;
  for (guint i = 0; titles[i] != NULL; i++)
    {
      MtrNode *cell = mtr_node_add_cell (row, titles[i], NULL, NULL);

      cell->flags = MTR_NODE_HEADER;
      cell->count = weights[i];
    }

  return row;
}

/**
 * mtr_node_add_chart:
 * @parent: where it belongs
 * @chart: which kind
 * @caption: (nullable): what it shows, in one line that stands above it; %NULL where the heading above it says so
 * @alternative: what somebody who sees the chart would say of it
 * @scale: the number at the end of the scale, at least 1: the largest of bars, the whole of parts, the months of a strip
 *
 * Adds a chart without marks. Its numbers belong in a table beside it: who cannot see it must find all of them there.
 *
 * Returns: (transfer none): the chart
 */
MtrNode *
mtr_node_add_chart (MtrNode    *parent,
                    MtrChart    chart,
                    const char *caption,
                    const char *alternative,
                    guint       scale)
{
  MtrNode *node;

  g_return_val_if_fail (alternative != NULL && scale > 0, NULL);

  node = mtr_node_add (parent, MTR_NODE_CHART, caption);
  node->chart = chart;
  node->count = scale;
  node->spoken = g_strdup (alternative);

  return node;
}

/**
 * mtr_node_add_mark:
 * @chart: a chart
 * @label: what the number is of
 * @words: (nullable): the number as it is written beside the mark
 * @number: the number; in a strip, the month, from 0
 *
 * Returns: (transfer none): the mark
 */
MtrNode *
mtr_node_add_mark (MtrNode    *chart,
                   const char *label,
                   const char *words,
                   guint       number)
{
  MtrNode *node;

  g_return_val_if_fail (chart->type == MTR_NODE_CHART, NULL);

  node = mtr_node_add (chart, MTR_NODE_MARK, words);
  node->label = g_strdup (label);
  node->count = number;

  return node;
}

/**
 * mtr_node_set_flags:
 * @self: a node
 * @flags: flags to be added to those it has
 */
void
mtr_node_set_flags (MtrNode      *self,
                    MtrNodeFlags  flags)
{
  self->flags |= flags;
}

/**
 * mtr_node_set_id:
 * @self: a node
 * @id: (nullable): what links go to, unique in the document
 */
void
mtr_node_set_id (MtrNode    *self,
                 const char *id)
{
  g_free (self->id);
  self->id = g_strdup (id);
}

/**
 * mtr_node_set_label:
 * @self: a node
 * @label: (nullable): its label
 */
void
mtr_node_set_label (MtrNode    *self,
                    const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
}

/**
 * mtr_node_set_target:
 * @self: a node
 * @target: (nullable): id of the node that it links to
 */
void
mtr_node_set_target (MtrNode    *self,
                     const char *target)
{
  g_free (self->target);
  self->target = g_strdup (target);
}

/**
 * mtr_node_set_count:
 * @self: a node
 * @count: lines to write on, or the weight of a column
 */
void
mtr_node_set_count (MtrNode *self,
                    guint    count)
{
  self->count = count;
}

/**
 * mtr_node_set_name:
 * @self: a node
 * @name: (nullable): name of its element in files; a constant of the program, never typed text
 */
void
mtr_node_set_name (MtrNode    *self,
                   const char *name)
{
  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * mtr_node_set_value:
 * @self: a node with a name
 * @value: (nullable): content of its element, where that is not the shown text
 */
void
mtr_node_set_value (MtrNode    *self,
                    const char *value)
{
  g_free (self->value);
  self->value = g_strdup (value);
}

/**
 * mtr_node_set_attribute:
 * @self: a node with a name
 * @name: name of an attribute; a constant of the program, never typed text
 * @value: its value
 */
void
mtr_node_set_attribute (MtrNode    *self,
                        const char *name,
                        const char *value)
{
  MtrAttribute *attribute;

  g_return_if_fail (name != NULL && value != NULL);
  g_return_if_fail (mtr_node_get_attribute (self, name) == NULL);

  attribute = g_new0 (MtrAttribute, 1);
  attribute->name = g_strdup (name);
  attribute->value = g_strdup (value);
  g_ptr_array_add (self->attributes, attribute);
}

/**
 * mtr_node_get_attribute:
 * @self: a node
 * @name: name of an attribute
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
mtr_node_get_attribute (MtrNode    *self,
                        const char *name)
{
  for (guint i = 0; i < self->attributes->len; i++)
    {
      MtrAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (g_str_equal (attribute->name, name))
        return attribute->value;
    }

  return NULL;
}

/**
 * mtr_node_get_level:
 * @self: a node
 *
 * Returns: how many sections it is in, itself included where it is one
 */
guint
mtr_node_get_level (MtrNode *self)
{
  guint level = 0;

  for (MtrNode *node = self; node != NULL; node = node->parent)
    if (node->type == MTR_NODE_SECTION)
      level++;

  return level;
}

/**
 * mtr_node_nth:
 * @self: a node
 * @position: from 0
 *
 * Returns: (transfer none): its child at @position
 */
MtrNode *
mtr_node_nth (MtrNode *self,
              guint    position)
{
  g_return_val_if_fail (position < self->children->len, NULL);

  return g_ptr_array_index (self->children, position);
}
