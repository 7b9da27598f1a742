/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One record of a pairing that is no more than its fields: a measure, feedback
 * from somebody else, a note of the mentor's. Its fields are written in rows,
 * or read where nothing can be written, and it can be removed.
 */

#include "mtr-record-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-word.h"

#include <glib/gi18n-lib.h>

/* A field as it is shown, for reading. */
typedef struct {
  MtrField   field;
  GPtrArray *words;   /* (owned) (nullable) (element-type MtrWord) */
  GPtrArray *people;  /* (owned) (nullable) (element-type MtrRecord) */
} Shown;

struct _MtrRecordPage {
  MtrPage               parent_instance;

  MtrRecordController  *controller;     /* (owned) */
  gboolean              is_stored;      /* it has been seen in the store */
  gboolean              can_write;
  char                 *readers;        /* (owned) */
  char                 *remove_label;   /* (owned) (nullable): what undo calls it */
  char                 *removed;        /* (owned) (nullable): what is said then */
  GPtrArray            *shown;          /* (owned) (element-type Shown) */
  GtkBox               *content;
  GtkWidget            *group;
  GtkWidget            *first_row;      /* (nullable) */
  MtrRowList           *facts;          /* (owned) */
};

G_DEFINE_FINAL_TYPE (MtrRecordPage, mtr_record_page, MTR_TYPE_PAGE)

static void
shown_free (Shown *shown)
{
  g_clear_pointer (&shown->words, g_ptr_array_unref);
  g_clear_pointer (&shown->people, g_ptr_array_unref);
  g_free (shown);
}

/**
 * mtr_record_page_dup_value:
 * @record: a record
 * @field: one of its fields
 * @words: (nullable) (element-type MtrWord): what its codes mean
 * @people: (nullable) (element-type MtrRecord): whom it may refer to
 *
 * Returns: (transfer full) (nullable): what is in the field, in words to read; %NULL where nothing is
 */
char *
mtr_record_page_dup_value (MtrRecord *record,
                      MtrField   field,
                      GPtrArray *words,
                      GPtrArray *people)
{
  MtrFieldType type = mtr_field_get_info (field)->type;
  GDate date;

  if (!mtr_record_is_set (record, field))
    return NULL;
  for (guint i = 0; words != NULL && i < words->len; i++)
    if (mtr_record_text_is (record, field, ((MtrWord *) g_ptr_array_index (words, i))->code))
      return g_strdup (((MtrWord *) g_ptr_array_index (words, i))->title);
  for (guint i = 0; people != NULL && i < people->len; i++)
    if (mtr_record_get_id (g_ptr_array_index (people, i)) == mtr_record_get_number (record, field))
      return g_strdup (mtr_record_get_name (g_ptr_array_index (people, i), MTR_PERSON_NAME));
  if (type == MTR_TYPE_DATE && mtr_record_get_date (record, field, &date))
    return mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  if (type == MTR_TYPE_BOOLEAN)
    return g_strdup (mtr_record_get_number (record, field) != 0 ? _("Yes") : _("No"));
  if (mtr_field_is_number (field))
    return g_strdup_printf ("%" G_GINT64_FORMAT, mtr_record_get_number (record, field));

  return g_strdup (mtr_record_get_text (record, field));
}

static MtrRecord *
load_record (MtrRecordPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  g_autoptr (MtrSnapshot) snapshot = NULL;

  snapshot = mtr_store_load (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))), MTR_SCOPE_RECORD,
                             mtr_record_get_kind (record), mtr_record_get_id (record), MTR_READER_OWNER, NULL);
  record = snapshot != NULL ? mtr_snapshot_get (snapshot, mtr_record_get_kind (record), mtr_record_get_id (record))
                            : NULL;

  return record != NULL ? g_object_ref (record) : NULL;
}

static void
show_reading (MtrRecordPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);

  mtr_row_list_begin (self->facts);
  for (guint i = 0; i < self->shown->len; i++)
    {
      Shown *shown = g_ptr_array_index (self->shown, i);
      g_autofree char *value = mtr_record_page_dup_value (record, shown->field, shown->words, shown->people);

      mtr_page_parts_add_reading (self->facts, mtr_field_get_label (shown->field), value);
    }
  mtr_row_list_end (self->facts);
}

static void
mtr_record_page_refresh (MtrPage *page)
{
  MtrRecordPage *self = MTR_RECORD_PAGE (page);
  g_autoptr (MtrRecord) record = load_record (self);

  if (record == NULL && self->is_stored)
    {
      /* Removed, here or by undo: there is nothing to change any more. */
      self->is_stored = FALSE;
      mtr_page_pop (page);
      return;
    }
  if (record != NULL)
    {
      self->is_stored = TRUE;
      mtr_record_controller_refresh (self->controller, record);
    }
  if (!self->can_write)
    show_reading (self);
}

static gboolean
mtr_record_page_go_to (MtrPage  *page,
                       MtrKind   kind,
                       gint64    id,
                       MtrField  field)
{
  MtrRecord *record = mtr_record_controller_get_record (MTR_RECORD_PAGE (page)->controller);

  return kind == mtr_record_get_kind (record) && id == mtr_record_get_id (record);
}

static void
mtr_record_page_focus_first (MtrPage *page)
{
  MtrRecordPage *self = MTR_RECORD_PAGE (page);

  if (self->first_row != NULL)
    gtk_widget_grab_focus (self->first_row);
  else
    mtr_page_keep_focus (page);
}

static void
mtr_record_page_leave (MtrPage *page)
{
  mtr_record_controller_flush (MTR_RECORD_PAGE (page)->controller);
}

static void
remove_cb (MtrRecordPage *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);
  MtrChange *change;

  mtr_record_controller_flush (self->controller);
  if (!self->is_stored)
    {
      mtr_page_pop (MTR_PAGE (self));
      return;
    }

  change = mtr_change_new (self->remove_label);
  mtr_change_delete (change, mtr_record_get_kind (record), mtr_record_get_id (record));
  mtr_programme_act (mtr_page_get_programme (MTR_PAGE (self)), change, self->removed);
}

static void
mtr_record_page_dispose (GObject *object)
{
  MtrRecordPage *self = MTR_RECORD_PAGE (object);

  g_clear_object (&self->controller);
  g_clear_object (&self->facts);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->readers, g_free);
  g_clear_pointer (&self->remove_label, g_free);
  g_clear_pointer (&self->removed, g_free);

  G_OBJECT_CLASS (mtr_record_page_parent_class)->dispose (object);
}

static void
mtr_record_page_class_init (MtrRecordPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_record_page_dispose;
  page_class->refresh = mtr_record_page_refresh;
  page_class->go_to = mtr_record_page_go_to;
  page_class->focus_first = mtr_record_page_focus_first;
  page_class->leave = mtr_record_page_leave;
}

static void
mtr_record_page_init (MtrRecordPage *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);
  self->content = mtr_page_add_content (MTR_PAGE (self), 720);
}

/**
 * mtr_record_page_new:
 * @model: the pairing
 * @record: the record as it is stored, or a new one, which is stored with the first thing that is written
 * @heading: what it is, translated
 * @audience: who reads it
 * @can_write: whether it can be written, or only read
 *
 * Returns: (transfer floating): a page without fields
 */
MtrPage *
mtr_record_page_new (MtrPairingModel *model,
                     MtrRecord       *record,
                     const char      *heading,
                     MtrAudience      audience,
                     gboolean         can_write)
{
  MtrRecordPage *self = g_object_new (MTR_TYPE_RECORD_PAGE, NULL);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  const char *other = mtr_pairing_model_get_pair_names (model);
  const char *manager = mtr_pairing_model_get_manager_name (model);
  g_autoptr (MtrRecord) stored = NULL;

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), heading);
  self->can_write = can_write && !mtr_programme_is_read_only (programme);
  self->controller = mtr_record_controller_new_unborn (programme, record, NULL, NULL);
  stored = load_record (self);
  if (stored != NULL)
    {
      self->is_stored = TRUE;
      mtr_record_controller_refresh (self->controller, stored);
    }
  self->readers = mtr_audience_describe_readers (audience, other, manager);
  self->group = mtr_group_new (heading, audience, other, manager);
  self->facts = mtr_row_list_new (ADW_PREFERENCES_GROUP (self->group));
  gtk_box_append (self->content, self->group);

  return MTR_PAGE (self);
}

/**
 * mtr_record_page_add_line:
 * @self: a page
 * @text: a sentence about the record, translated
 */
void
mtr_record_page_add_line (MtrRecordPage *self,
                          const char    *text)
{
  GtkLabel *label = mtr_page_parts_add_line (self->content, text);

  gtk_box_reorder_child_after (self->content, GTK_WIDGET (label), gtk_widget_get_prev_sibling (self->group));
}

static void
add_row (MtrRecordPage *self,
         MtrField       field,
         GtkWidget     *row,
         const char    *prompt,
         GPtrArray     *words,
         GPtrArray     *people)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->field = field;
  shown->words = words != NULL ? g_ptr_array_ref (words) : NULL;
  shown->people = people != NULL ? g_ptr_array_ref (people) : NULL;
  g_ptr_array_add (self->shown, shown);
  if (row == NULL)
    {
      show_reading (self);
      return;
    }

  if (prompt != NULL)
    mtr_field_row_set_prompt (MTR_FIELD_ROW (row), prompt);
  mtr_field_row_set_readers (MTR_FIELD_ROW (row), self->readers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  if (self->first_row == NULL)
    self->first_row = row;
}

/**
 * mtr_record_page_add_field:
 * @self: a page
 * @field: a field of the record
 * @prompt: (nullable): what to write, translated
 */
void
mtr_record_page_add_field (MtrRecordPage *self,
                           MtrField       field,
                           const char    *prompt)
{
  add_row (self, field, self->can_write ? mtr_field_row_new (self->controller, field) : NULL, prompt, NULL, NULL);
}

/**
 * mtr_record_page_add_choice:
 * @self: a page
 * @field: a field of the record that holds a code
 * @words: (element-type MtrWord): what can be chosen
 * @prompt: (nullable): what to choose, translated
 */
void
mtr_record_page_add_choice (MtrRecordPage *self,
                            MtrField       field,
                            GPtrArray     *words,
                            const char    *prompt)
{
  add_row (self, field, self->can_write ? mtr_field_row_new_choice (self->controller, field, words) : NULL, prompt, words,
           NULL);
}

/**
 * mtr_record_page_add_person:
 * @self: a page
 * @field: a field of the record that refers to a person
 * @people: (element-type MtrRecord): who can be chosen
 */
void
mtr_record_page_add_person (MtrRecordPage *self,
                            MtrField       field,
                            GPtrArray     *people)
{
  add_row (self, field, self->can_write ? mtr_field_row_new_person (self->controller, field, people) : NULL, NULL, NULL,
           people);
}

/**
 * mtr_record_page_add_remove:
 * @self: a page with its fields
 * @label: what undo calls it, as in "remove a measure"
 * @done: what is said when it has been done
 *
 * Adds a button that removes the record, where it can be written.
 */
void
mtr_record_page_add_remove (MtrRecordPage *self,
                            const char    *label,
                            const char    *done)
{
  GtkWidget *button;

  if (!self->can_write)
    return;

  self->remove_label = g_strdup (label);
  self->removed = g_strdup (done);
  button = mtr_page_parts_add_button (self->content, _("Remove"), FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_record_page_get_content:
 * @self: a page
 *
 * Returns: (transfer none): the box of its groups, for what comes below the fields
 */
GtkBox *
mtr_record_page_get_content (MtrRecordPage *self)
{
  return self->content;
}

/**
 * mtr_record_page_get_controller:
 * @self: a page
 *
 * Returns: (transfer none): the controller of the record
 */
MtrRecordController *
mtr_record_page_get_controller (MtrRecordPage *self)
{
  return self->controller;
}
