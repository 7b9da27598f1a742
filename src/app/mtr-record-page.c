/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one record: it takes over what changes in the store, keeps what is
 * typed, can remove the record, and goes when the record is gone. As it is, it
 * shows a record of a pairing that is no more than its fields: a measure,
 * feedback from somebody else, a note of the mentor's. Pages of records with
 * more to them are made from it.
 */

#include "mtr-record-page.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"
#include "mtr-field-row.h"
#include "mtr-page-parts.h"
#include "mtr-text.h"
#include "mtr-word.h"

#include <glib/gi18n-lib.h>

/* How much of a record the state line repeats, in characters. */
#define EXCERPT 60

/* A field as it is shown. */
typedef struct {
  MtrField   field;
  GtkWidget *row;     /* (nullable): where it is written; else it is read */
  GPtrArray *words;   /* (owned) (nullable) (element-type MtrWord) */
  GPtrArray *people;  /* (owned) (nullable) (element-type MtrRecord) */
} Shown;

typedef struct {
  MtrRecordController  *controller;     /* (owned) (nullable): once the page is of a record */
  gboolean              is_stored;      /* it has been seen in the store */
  gboolean              can_write;
  char                 *other;          /* (owned) (nullable) */
  char                 *manager;        /* (owned) (nullable) */
  char                 *remove_label;   /* (owned) (nullable): what undo calls it */
  char                 *removed;        /* (owned) (nullable): what is said then */
  GPtrArray            *shown;          /* (owned) (element-type Shown) */
  GtkWidget            *go_to_row;      /* (nullable): where the page begins, having been opened for a field */
  GtkBox               *content;
  MtrAudience           audience;       /* of the group of a plain record */
  GtkWidget            *group;          /* (nullable): of a plain record */
  MtrRowList           *facts;          /* (owned) (nullable): where a plain record is read */
} MtrRecordPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (MtrRecordPage, mtr_record_page, MTR_TYPE_PAGE)

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
  MtrRecord *record = mtr_record_page_get_record (self);
  MtrKind kind = mtr_record_get_kind (record);
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_programme_get_store (mtr_page_get_programme (MTR_PAGE (self))),
                                                     MTR_SCOPE_RECORD, kind, mtr_record_get_id (record),
                                                     MTR_READER_OWNER, NULL);

  record = snapshot != NULL ? mtr_snapshot_get (snapshot, kind, mtr_record_get_id (record)) : NULL;

  return record != NULL ? g_object_ref (record) : NULL;
}

/* Whether the record is there, or may still come to be. */
static gboolean
take_over (MtrRecordPage *self)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  g_autoptr (MtrRecord) stored = load_record (self);

  if (stored != NULL)
    mtr_record_controller_refresh (priv->controller, stored);
  else if (priv->is_stored)
    return FALSE;
  priv->is_stored = stored != NULL;

  return TRUE;
}

static void
show_reading (MtrRecordPage *self)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  MtrRecord *record = mtr_record_page_get_record (self);

  mtr_row_list_begin (priv->facts);
  for (guint i = 0; i < priv->shown->len; i++)
    {
      Shown *shown = g_ptr_array_index (priv->shown, i);
      g_autofree char *value = mtr_record_page_dup_value (record, shown->field, shown->words, shown->people);

      mtr_page_parts_add_reading (priv->facts, mtr_field_get_label (shown->field), value);
    }
  mtr_row_list_end (priv->facts);
}

static void
mtr_record_page_refresh (MtrPage *page)
{
  MtrRecordPage *self = MTR_RECORD_PAGE (page);
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  if (priv->controller == NULL)
    return;

  if (!take_over (self))
    {
      /* Removed, here or by undo: there is nothing to change any more. */
      priv->is_stored = FALSE;
      mtr_page_pop (page);
      return;
    }
  if (priv->facts != NULL)
    show_reading (self);
  mtr_record_page_show (self);
}

static GtkWidget *
find_row (MtrRecordPage *self,
          MtrField       field)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  for (guint i = 0; i < priv->shown->len; i++)
    {
      const Shown *shown = g_ptr_array_index (priv->shown, i);

      if (shown->row != NULL && (field == MTR_FIELD_NONE || shown->field == field))
        return shown->row;
    }

  return NULL;
}

static gboolean
mtr_record_page_go_to (MtrPage  *page,
                       MtrKind   kind,
                       gint64    id,
                       MtrField  field)
{
  MtrRecordPage *self = MTR_RECORD_PAGE (page);
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  MtrRecord *record = priv->controller != NULL ? mtr_record_page_get_record (self) : NULL;

  /* A new one has no id that anybody knows. */
  if (record == NULL || kind != mtr_record_get_kind (record) || (id != 0 && id != mtr_record_get_id (record)))
    return FALSE;

  if (field != MTR_FIELD_NONE && find_row (self, field) != NULL)
    priv->go_to_row = find_row (self, field);
  if (priv->go_to_row != NULL)
    gtk_widget_grab_focus (priv->go_to_row);

  return TRUE;
}

static void
mtr_record_page_focus_first (MtrPage *page)
{
  MtrRecordPage *self = MTR_RECORD_PAGE (page);
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  GtkWidget *row = priv->go_to_row != NULL ? priv->go_to_row : find_row (self, MTR_FIELD_NONE);

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    mtr_page_keep_focus (page);
}

static void
mtr_record_page_leave (MtrPage *page)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (MTR_RECORD_PAGE (page));

  if (priv->controller != NULL)
    mtr_record_controller_flush (priv->controller);
}

static char *
dup_with_name (const char *words,
               const char *name)
{
  GString *text = g_string_new (words);

  g_string_replace (text, "%s", name, 1);

  return g_string_free (text, FALSE);
}

static void
mtr_record_page_real_remove (MtrRecordPage *self,
                             MtrRecord     *stored)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  const Shown *first = g_ptr_array_index (priv->shown, 0);
  g_autofree char *value = mtr_record_page_dup_value (stored, first->field, first->words, first->people);
  g_autofree char *excerpt = mtr_text_excerpt (value != NULL ? value : mtr_kind_get_label (mtr_record_get_kind (stored)),
                                               EXCERPT);
  g_autofree char *label = dup_with_name (priv->remove_label, excerpt);
  g_autofree char *done = dup_with_name (priv->removed, excerpt);
  MtrChange *change = mtr_change_new (label);

  mtr_change_delete (change, mtr_record_get_kind (stored), mtr_record_get_id (stored));
  mtr_programme_act (mtr_page_get_programme (MTR_PAGE (self)), change, done);
}

static void
remove_cb (MtrRecordPage *self)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  mtr_record_controller_flush (priv->controller);
  if (take_over (self) && priv->is_stored)
    MTR_RECORD_PAGE_GET_CLASS (self)->remove (self, mtr_record_page_get_record (self));
  else
    mtr_page_pop (MTR_PAGE (self));
}

static void
mtr_record_page_dispose (GObject *object)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (MTR_RECORD_PAGE (object));

  /* The rules may ask the page, which is going. */
  if (priv->controller != NULL)
    mtr_record_controller_set_check (priv->controller, NULL, NULL);
  g_clear_object (&priv->controller);
  g_clear_object (&priv->facts);

  G_OBJECT_CLASS (mtr_record_page_parent_class)->dispose (object);
}

static void
mtr_record_page_finalize (GObject *object)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (MTR_RECORD_PAGE (object));

  g_ptr_array_unref (priv->shown);
  g_free (priv->other);
  g_free (priv->manager);
  g_free (priv->remove_label);
  g_free (priv->removed);

  G_OBJECT_CLASS (mtr_record_page_parent_class)->finalize (object);
}

static void
mtr_record_page_class_init (MtrRecordPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mtr_record_page_finalize;
  page_class->refresh = mtr_record_page_refresh;
  page_class->go_to = mtr_record_page_go_to;
  page_class->focus_first = mtr_record_page_focus_first;
  page_class->leave = mtr_record_page_leave;
  klass->remove = mtr_record_page_real_remove;
}

static void
mtr_record_page_init (MtrRecordPage *self)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  priv->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);
  priv->content = mtr_page_add_content (MTR_PAGE (self), 720);
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
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);

  mtr_page_set_title (MTR_PAGE (self), heading);
  mtr_record_page_begin (self, programme, record, mtr_pairing_model_get_pair_names (model),
                         mtr_pairing_model_get_manager_name (model));
  priv->can_write = can_write && !mtr_programme_is_read_only (programme);
  priv->audience = audience;
  priv->group = mtr_record_page_add_group (self, heading, audience);
  if (!priv->can_write)
    priv->facts = mtr_row_list_new (ADW_PREFERENCES_GROUP (priv->group));

  return MTR_PAGE (self);
}

/**
 * mtr_record_page_begin:
 * @self: a page that is not of a record yet
 * @programme: the programme
 * @record: the record as it is stored, or a new one, which is stored with the first thing that is written
 * @other: (nullable): who reads it besides the owner of the file, as in mtr_group_new()
 * @manager: (nullable): the line manager, as in mtr_group_new()
 *
 * Makes it the page of a record that can be written as far as the file can. It has no rows yet.
 */
void
mtr_record_page_begin (MtrRecordPage *self,
                       MtrProgramme  *programme,
                       MtrRecord     *record,
                       const char    *other,
                       const char    *manager)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  priv->can_write = TRUE;
  priv->other = g_strdup (other);
  priv->manager = g_strdup (manager);
  priv->controller = mtr_record_controller_new_unborn (programme, record, NULL, NULL);
  take_over (self);
  g_signal_connect_object (priv->controller, "value-changed", G_CALLBACK (mtr_record_page_show), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_record_page_add_group:
 * @self: a page of a record
 * @title: (nullable): what it is about, translated
 * @audience: who reads it
 *
 * Returns: (transfer none): a group at the end of the page
 */
GtkWidget *
mtr_record_page_add_group (MtrRecordPage *self,
                           const char    *title,
                           MtrAudience    audience)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  GtkWidget *group = mtr_group_new (title, audience, priv->other, priv->manager);

  gtk_box_append (priv->content, group);

  return group;
}

/**
 * mtr_record_page_add_row:
 * @self: a page of a record
 * @group: a group of the page
 * @field: a field of the record
 * @row: (transfer floating): the row in which it is written
 * @audience: who reads it
 *
 * The page begins with the first row that is added, or with the one it is opened for.
 */
void
mtr_record_page_add_row (MtrRecordPage *self,
                         GtkWidget     *group,
                         MtrField       field,
                         GtkWidget     *row,
                         MtrAudience    audience)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  Shown *shown = g_new0 (Shown, 1);

  shown->field = field;
  shown->row = row;
  g_ptr_array_add (priv->shown, shown);
  if (MTR_IS_FIELD_ROW (row))
    {
      g_autofree char *readers = mtr_audience_describe_readers (audience, priv->other, priv->manager);

      mtr_field_row_set_readers (MTR_FIELD_ROW (row), readers);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/**
 * mtr_record_page_add_line:
 * @self: a page of a plain record
 * @text: a sentence about the record, translated
 */
void
mtr_record_page_add_line (MtrRecordPage *self,
                          const char    *text)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  GtkLabel *label = mtr_page_parts_add_line (priv->content, text);

  gtk_box_reorder_child_after (priv->content, GTK_WIDGET (label), gtk_widget_get_prev_sibling (priv->group));
}

static void
add_written (MtrRecordPage *self,
             MtrField       field,
             GtkWidget     *row,
             const char    *prompt)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  if (prompt != NULL)
    mtr_field_row_set_prompt (MTR_FIELD_ROW (row), prompt);
  mtr_record_page_add_row (self, priv->group, field, row, priv->audience);
}

static void
add_read (MtrRecordPage *self,
          MtrField       field,
          GPtrArray     *words,
          GPtrArray     *people)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  Shown *shown = g_new0 (Shown, 1);

  shown->field = field;
  shown->words = words != NULL ? g_ptr_array_ref (words) : NULL;
  shown->people = people != NULL ? g_ptr_array_ref (people) : NULL;
  g_ptr_array_add (priv->shown, shown);
  show_reading (self);
}

/**
 * mtr_record_page_add_field:
 * @self: a page of a plain record
 * @field: a field of the record
 * @prompt: (nullable): what to write, translated
 */
void
mtr_record_page_add_field (MtrRecordPage *self,
                           MtrField       field,
                           const char    *prompt)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  if (priv->can_write)
    add_written (self, field, mtr_field_row_new (priv->controller, field), prompt);
  else
    add_read (self, field, NULL, NULL);
}

/**
 * mtr_record_page_add_choice:
 * @self: a page of a plain record
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
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  if (priv->can_write)
    add_written (self, field, mtr_field_row_new_choice (priv->controller, field, words), prompt);
  else
    add_read (self, field, words, NULL);
}

/**
 * mtr_record_page_add_person:
 * @self: a page of a plain record
 * @field: a field of the record that refers to a person
 * @people: (element-type MtrRecord): who can be chosen
 */
void
mtr_record_page_add_person (MtrRecordPage *self,
                            MtrField       field,
                            GPtrArray     *people)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);

  if (priv->can_write)
    add_written (self, field, mtr_field_row_new_person (priv->controller, field, people), NULL);
  else
    add_read (self, field, NULL, people);
}

/**
 * mtr_record_page_add_remove:
 * @self: a page with its fields
 * @label: (nullable): what undo calls it, as in "remove a measure"; %NULL where the class says so itself
 * @done: (nullable): what is said when it has been done
 *
 * Adds a button that removes the record, where it can be written. "%s" in the sentences stands for what is written in the
 * first field.
 *
 * Returns: (transfer none) (nullable): the button
 */
GtkWidget *
mtr_record_page_add_remove (MtrRecordPage *self,
                            const char    *label,
                            const char    *done)
{
  MtrRecordPagePrivate *priv = mtr_record_page_get_instance_private (self);
  GtkWidget *button;

  if (!priv->can_write)
    return NULL;

  priv->remove_label = g_strdup (label);
  priv->removed = g_strdup (done);
  button = mtr_page_parts_add_button (priv->content, _("Remove"), FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/**
 * mtr_record_page_show:
 * @self: a page of a record, with all its parts
 *
 * Shows what the page says about the record besides its rows.
 */
void
mtr_record_page_show (MtrRecordPage *self)
{
  if (MTR_RECORD_PAGE_GET_CLASS (self)->show != NULL)
    MTR_RECORD_PAGE_GET_CLASS (self)->show (self, mtr_record_page_get_record (self));
}

/**
 * mtr_record_page_refuse:
 * @self: a page of a record, with its rows
 * @reason: what is missing in the first row, translated
 */
void
mtr_record_page_refuse (MtrRecordPage *self,
                        const char    *reason)
{
  mtr_field_row_refuse (MTR_FIELD_ROW (find_row (self, MTR_FIELD_NONE)), reason);
}

/**
 * mtr_record_page_get_content:
 * @self: a page
 *
 * Returns: (transfer none): the box of its groups, for what comes above or below the fields
 */
GtkBox *
mtr_record_page_get_content (MtrRecordPage *self)
{
  return ((MtrRecordPagePrivate *) mtr_record_page_get_instance_private (self))->content;
}

/**
 * mtr_record_page_get_controller:
 * @self: a page of a record
 *
 * Returns: (transfer none): the controller of the record
 */
MtrRecordController *
mtr_record_page_get_controller (MtrRecordPage *self)
{
  return ((MtrRecordPagePrivate *) mtr_record_page_get_instance_private (self))->controller;
}

/**
 * mtr_record_page_get_record:
 * @self: a page of a record
 *
 * Returns: (transfer none): the draft, as in mtr_record_controller_get_record()
 */
MtrRecord *
mtr_record_page_get_record (MtrRecordPage *self)
{
  return mtr_record_controller_get_record (mtr_record_page_get_controller (self));
}
