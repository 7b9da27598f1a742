/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One action of a person, described before it is done: what is inserted, set,
 * deleted or erased, and the name it has in the menu of undo. The store does
 * it in one transaction, or not at all.
 */

#include "mtr-change.h"

struct _MtrChange {
  GObject     parent_instance;

  char       *label;        /* (owned) */
  char       *merge_key;    /* (owned) (nullable) */
  gboolean    barrier;
  gboolean    carried;
  GPtrArray  *operations;   /* (owned) (element-type MtrOperation) */
  GHashTable *attachments;  /* (owned) (element-type utf8 GBytes): SHA-256 → bytes */
};

G_DEFINE_FINAL_TYPE (MtrChange, mtr_change, G_TYPE_OBJECT)

static void
free_operation (gpointer data)
{
  MtrOperation *operation = data;

  g_clear_object (&operation->record);
  g_clear_pointer (&operation->fields, g_array_unref);
  g_free (operation);
}

static void
mtr_change_finalize (GObject *object)
{
  MtrChange *self = MTR_CHANGE (object);

  g_free (self->label);
  g_free (self->merge_key);
  g_ptr_array_unref (self->operations);
  g_hash_table_unref (self->attachments);

  G_OBJECT_CLASS (mtr_change_parent_class)->finalize (object);
}

static void
mtr_change_class_init (MtrChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_change_finalize;
}

static void
mtr_change_init (MtrChange *self)
{
  self->operations = g_ptr_array_new_with_free_func (free_operation);
  self->attachments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static MtrOperation *
add_operation (MtrChange        *self,
               MtrOperationType  type,
               MtrKind           kind,
               gint64            id)
{
  MtrOperation *operation = g_new0 (MtrOperation, 1);

  operation->type = type;
  operation->kind = kind;
  operation->id = id;
  g_ptr_array_add (self->operations, operation);

  return operation;
}

/* All that is set on one record in one change is one operation. */
static MtrOperation *
find_update (MtrChange *self,
             MtrField   field,
             gint64     id)
{
  MtrKind kind = mtr_field_get_info (field)->kind;
  MtrOperation *operation = NULL;

  for (guint i = self->operations->len; i > 0 && operation == NULL; i--)
    {
      MtrOperation *candidate = g_ptr_array_index (self->operations, i - 1);

      if (candidate->kind == kind && candidate->id == id)
        {
          g_return_val_if_fail (candidate->type == MTR_OPERATION_UPDATE || candidate->type == MTR_OPERATION_INSERT,
                                NULL);
          operation = candidate;
        }
    }

  if (operation == NULL)
    {
      operation = add_operation (self, MTR_OPERATION_UPDATE, kind, id);
      operation->record = mtr_record_new (kind, id);
      operation->fields = g_array_new (FALSE, FALSE, sizeof (MtrField));
    }

  if (operation->type == MTR_OPERATION_UPDATE)
    {
      for (guint i = 0; i < operation->fields->len; i++)
        if (g_array_index (operation->fields, MtrField, i) == field)
          return operation;
      g_array_append_val (operation->fields, field);
    }

  return operation;
}

/**
 * mtr_change_new:
 * @label: what the person did, translated, as the menu of undo says it: "remove session of 14 March"
 *
 * Returns: (transfer full): a change that does nothing yet
 */
MtrChange *
mtr_change_new (const char *label)
{
  MtrChange *self = g_object_new (MTR_TYPE_CHANGE, NULL);

  self->label = g_strdup (label);

  return self;
}

/**
 * mtr_change_get_label:
 * @self: a change
 *
 * Returns: (transfer none): what the person did
 */
const char *
mtr_change_get_label (MtrChange *self)
{
  return self->label;
}

/**
 * mtr_change_set_merge_key:
 * @self: a change
 * @merge_key: (nullable): the name of one stay of the cursor in one field
 *
 * Successive changes with the same key become one entry of the history, so that undo takes back what was written
 * in one go and not the last half second of it.
 */
void
mtr_change_set_merge_key (MtrChange  *self,
                          const char *merge_key)
{
  char *copy = g_strdup (merge_key);

  g_free (self->merge_key);
  self->merge_key = copy;
}

/**
 * mtr_change_get_merge_key:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): see mtr_change_set_merge_key()
 */
const char *
mtr_change_get_merge_key (MtrChange *self)
{
  return self->merge_key;
}

/**
 * mtr_change_set_barrier:
 * @self: a change that cannot be undone, and that undo does not go back past: a signature, an erasure
 */
void
mtr_change_set_barrier (MtrChange *self)
{
  self->barrier = TRUE;
}

/**
 * mtr_change_get_barrier:
 * @self: a change
 *
 * Returns: whether undo stops here
 */
gboolean
mtr_change_get_barrier (MtrChange *self)
{
  return self->barrier;
}

/**
 * mtr_change_set_carried:
 * @self: a change that brings in records that were signed elsewhere, with their signatures
 *
 * Such records are sealed as soon as they are here, and what was added to them after signing comes with them. Nobody signs
 * anything, so that the change can be undone and redone whole. It only inserts.
 */
void
mtr_change_set_carried (MtrChange *self)
{
  self->carried = TRUE;
}

/**
 * mtr_change_get_carried:
 * @self: a change
 *
 * Returns: whether it brings in records that were signed elsewhere
 */
gboolean
mtr_change_get_carried (MtrChange *self)
{
  return self->carried;
}

/**
 * mtr_change_insert:
 * @self: a change
 * @record: (transfer full): a new record
 */
void
mtr_change_insert (MtrChange *self,
                   MtrRecord *record)
{
  MtrOperation *operation = add_operation (self, MTR_OPERATION_INSERT, mtr_record_get_kind (record),
                                           mtr_record_get_id (record));

  operation->record = record;
}

/**
 * mtr_change_update:
 * @self: a change that has nothing about this record yet
 * @record: (transfer full): a record with new values
 * @fields: (array length=n_fields): the fields that get them
 * @n_fields: how many; at least one
 *
 * Sets several fields of a record that is there. It takes the same time however much the change has in it already.
 */
void
mtr_change_update (MtrChange      *self,
                   MtrRecord      *record,
                   const MtrField *fields,
                   guint           n_fields)
{
  MtrOperation *operation = add_operation (self, MTR_OPERATION_UPDATE, mtr_record_get_kind (record),
                                           mtr_record_get_id (record));

  operation->record = record;
  operation->fields = g_array_new (FALSE, FALSE, sizeof (MtrField));
  g_array_append_vals (operation->fields, fields, n_fields);
}

/**
 * mtr_change_set_text:
 * @self: a change
 * @field: a field that is not a number; its kind is the kind of the record
 * @id: the id of the record
 * @text: (nullable): the new value; %NULL or "" empties the field
 */
void
mtr_change_set_text (MtrChange  *self,
                     MtrField    field,
                     gint64      id,
                     const char *text)
{
  MtrOperation *operation = find_update (self, field, id);

  mtr_record_set_text (operation->record, field, text);
}

/**
 * mtr_change_set_number:
 * @self: a change
 * @field: a field that is a number, a reference or a boolean
 * @id: the id of the record
 * @number: the new value
 */
void
mtr_change_set_number (MtrChange *self,
                       MtrField   field,
                       gint64     id,
                       gint64     number)
{
  MtrOperation *operation = find_update (self, field, id);

  mtr_record_set_number (operation->record, field, number);
}

/**
 * mtr_change_clear:
 * @self: a change
 * @field: the field that is emptied
 * @id: the id of the record
 */
void
mtr_change_clear (MtrChange *self,
                  MtrField   field,
                  gint64     id)
{
  MtrOperation *operation = find_update (self, field, id);

  mtr_record_clear (operation->record, field);
}

/**
 * mtr_change_delete:
 * @self: a change
 * @kind: a kind of record
 * @id: the record that goes, with all that belongs to it
 */
void
mtr_change_delete (MtrChange *self,
                   MtrKind    kind,
                   gint64     id)
{
  add_operation (self, MTR_OPERATION_DELETE, kind, id);
}

/**
 * mtr_change_erase:
 * @self: a change
 * @kind: a kind of record
 * @id: the record whose texts go for good
 *
 * Erasing is a barrier.
 */
void
mtr_change_erase (MtrChange *self,
                  MtrKind    kind,
                  gint64     id)
{
  add_operation (self, MTR_OPERATION_ERASE, kind, id);
  self->barrier = TRUE;
}

/**
 * mtr_change_pass_on:
 * @self: a change
 * @record: the record, as it is stored now
 * @field: a field that has a draft, see mtr_field_get_draft()
 *
 * The draft becomes the field itself, and so gets other readers; the draft is emptied. Nothing happens where the draft
 * is empty.
 */
void
mtr_change_pass_on (MtrChange *self,
                    MtrRecord *record,
                    MtrField   field)
{
  MtrField draft = mtr_field_get_draft (field);

  g_return_if_fail (draft != MTR_FIELD_NONE);

  if (!mtr_record_is_set (record, draft))
    return;

  if (mtr_field_get_info (draft)->type == MTR_TYPE_INTEGER)
    mtr_change_set_number (self, field, mtr_record_get_id (record), mtr_record_get_number (record, draft));
  else
    mtr_change_set_text (self, field, mtr_record_get_id (record), mtr_record_get_text (record, draft));
  mtr_change_clear (self, draft, mtr_record_get_id (record));
}

/**
 * mtr_change_attach:
 * @self: a change
 * @bytes: the content of a file
 *
 * Keeps the bytes in the programme file together with the change; the same content is kept once.
 *
 * Returns: (transfer full): the SHA-256 of the content, for an attachment record
 */
char *
mtr_change_attach (MtrChange *self,
                   GBytes    *bytes)
{
  char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_hash_table_insert (self->attachments, g_strdup (sha256), g_bytes_ref (bytes));

  return sha256;
}

/**
 * mtr_change_is_empty:
 * @self: a change
 *
 * Returns: whether there is nothing to do
 */
gboolean
mtr_change_is_empty (MtrChange *self)
{
  return self->operations->len == 0;
}

/**
 * mtr_change_count:
 * @self: a change
 *
 * Returns: how many operations there are
 */
guint
mtr_change_count (MtrChange *self)
{
  return self->operations->len;
}

/**
 * mtr_change_nth:
 * @self: a change
 * @position: from 0 to mtr_change_count() - 1, in the order in which they are done
 *
 * Returns: (transfer none): the operation
 */
const MtrOperation *
mtr_change_nth (MtrChange *self,
                guint      position)
{
  return g_ptr_array_index (self->operations, position);
}

/**
 * mtr_change_get_attachments:
 * @self: a change
 *
 * Returns: (transfer none) (element-type utf8 GBytes): what is attached, by SHA-256
 */
GHashTable *
mtr_change_get_attachments (MtrChange *self)
{
  return self->attachments;
}
