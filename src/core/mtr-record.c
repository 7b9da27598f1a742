/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One record of any kind: its id and the values of the fields in the table of
 * fields. The table says what a field may hold; a record only holds it. A
 * record that has been put in a snapshot or handed to a list is not changed
 * any more: a change is described by an MtrChange and comes back as a new one.
 */

#include "mtr-record.h"

#include "mtr-text.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  char     *text;    /* (owned) (nullable): fields that are not numbers */
  char     *name;    /* (owned) (nullable): the text as it stands in a sentence, once somebody has asked */
  gint64    number;
  gboolean  is_set;
} MtrValue;

struct _MtrRecord {
  GObject   parent_instance;

  MtrKind   kind;
  gint64    id;
  guint     n_values;
  MtrValue *values;  /* (owned): one for each field of the kind */
};

G_DEFINE_FINAL_TYPE (MtrRecord, mtr_record, G_TYPE_OBJECT)

/* Milliseconds from the Unix epoch to 1 January 2020 UTC: ids begin there. */
#define ID_EPOCH_MS G_GINT64_CONSTANT (1577836800000)
#define ID_RANDOM_BITS 21

/**
 * mtr_id_new:
 * @now_us: the time, in microseconds since the Unix epoch
 * @random: a random number
 *
 * Makes an id: 63 bits, ordered by time (milliseconds, until the year 2159), random in the low 21 bits, so that
 * ids made in two files hardly ever meet.
 *
 * Returns: a positive id
 */
gint64
mtr_id_new (gint64  now_us,
            guint32 random)
{
  gint64 ms = MAX (now_us / 1000 - ID_EPOCH_MS, 1);

  return (ms << ID_RANDOM_BITS) | (random & ((1u << ID_RANDOM_BITS) - 1));
}

static MtrValue *
find_value (MtrRecord *self,
            MtrField   field)
{
  const MtrKindInfo *info = mtr_kind_get_info (self->kind);

  if ((int) field < (int) info->first_field || (int) field > (int) info->last_field)
    g_error ("Field %s is not one of a %s",
             field >= 0 && field < MTR_N_FIELDS ? mtr_field_get_info (field)->column : "(none)", info->table);

  return &self->values[field - info->first_field];
}

static void
mtr_record_finalize (GObject *object)
{
  MtrRecord *self = MTR_RECORD (object);

  for (guint i = 0; i < self->n_values; i++)
    {
      g_free (self->values[i].text);
      g_free (self->values[i].name);
    }
  g_free (self->values);

  G_OBJECT_CLASS (mtr_record_parent_class)->finalize (object);
}

static void
mtr_record_class_init (MtrRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_record_finalize;
}

static void
mtr_record_init (MtrRecord *self)
{
}

/**
 * mtr_record_new:
 * @kind: what kind of record
 * @id: its id, positive
 *
 * Returns: (transfer full): a record with every field empty
 */
MtrRecord *
mtr_record_new (MtrKind kind,
                gint64  id)
{
  const MtrKindInfo *info = mtr_kind_get_info (kind);
  MtrRecord *self = g_object_new (MTR_TYPE_RECORD, NULL);

  self->kind = kind;
  self->id = id;
  self->n_values = info->last_field - info->first_field + 1;
  self->values = g_new0 (MtrValue, self->n_values);

  return self;
}

/**
 * mtr_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): another record with the same id and the same values
 */
MtrRecord *
mtr_record_copy (MtrRecord *self)
{
  MtrRecord *copy = mtr_record_new (self->kind, self->id);

  for (guint i = 0; i < self->n_values; i++)
    {
      copy->values[i] = self->values[i];
      copy->values[i].text = g_strdup (self->values[i].text);
      copy->values[i].name = NULL;
    }

  return copy;
}

/**
 * mtr_record_get_kind:
 * @self: a record
 *
 * Returns: what kind of record it is
 */
MtrKind
mtr_record_get_kind (MtrRecord *self)
{
  return self->kind;
}

/**
 * mtr_record_get_id:
 * @self: a record
 *
 * Returns: its id
 */
gint64
mtr_record_get_id (MtrRecord *self)
{
  return self->id;
}

/**
 * mtr_record_is_set:
 * @self: a record
 * @field: a field of its kind
 *
 * Returns: whether the field has a value; an empty text is no value
 */
gboolean
mtr_record_is_set (MtrRecord *self,
                   MtrField   field)
{
  return find_value (self, field)->is_set;
}

/**
 * mtr_record_get_text:
 * @self: a record
 * @field: a field of its kind that is not a number
 *
 * Returns: (transfer none) (nullable): the value, valid while the record is unchanged
 */
const char *
mtr_record_get_text (MtrRecord *self,
                     MtrField   field)
{
  g_return_val_if_fail (!mtr_field_is_number (field), NULL);

  return find_value (self, field)->text;
}

/**
 * mtr_record_get_name:
 * @self: a record; used by one thread only
 * @field: a field of its kind that holds a name
 *
 * Returns: (transfer none) (nullable): the value as it is put into a sentence, a label or a title (see
 *   mtr_text_isolate()), valid while the record is unchanged
 */
const char *
mtr_record_get_name (MtrRecord *self,
                     MtrField   field)
{
  MtrValue *value = find_value (self, field);

  if (value->name == NULL && value->text != NULL)
    value->name = mtr_text_isolate (value->text);

  return value->name;
}

/**
 * mtr_record_text_is:
 * @self: a record
 * @field: a field of its kind that is not a number
 * @text: (nullable): a text
 *
 * Returns: whether the value is exactly @text
 */
gboolean
mtr_record_text_is (MtrRecord  *self,
                    MtrField    field,
                    const char *text)
{
  return g_strcmp0 (mtr_record_get_text (self, field), text) == 0;
}

/**
 * mtr_record_get_number:
 * @self: a record
 * @field: a field of its kind that is a number, a reference or a boolean
 *
 * Returns: the value, 0 where there is none (see mtr_record_is_set())
 */
gint64
mtr_record_get_number (MtrRecord *self,
                       MtrField   field)
{
  g_return_val_if_fail (mtr_field_is_number (field), 0);

  return find_value (self, field)->number;
}

/**
 * mtr_record_get_date:
 * @self: a record
 * @field: a field of its kind that is a date or a moment
 * @date: (out): the date; for a moment its UTC date
 *
 * Returns: whether there is a valid date
 */
gboolean
mtr_record_get_date (MtrRecord *self,
                     MtrField   field,
                     GDate     *date)
{
  const char *text = mtr_record_get_text (self, field);
  int year, month, day;

  g_date_clear (date, 1);
  if (text == NULL || strlen (text) < 10 || sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_set_dmy (date, day, month, year);

  return TRUE;
}

/**
 * mtr_record_set_text:
 * @self: a record
 * @field: a field of its kind that is not a number
 * @text: (nullable): the value; %NULL or "" empties the field
 */
void
mtr_record_set_text (MtrRecord  *self,
                     MtrField    field,
                     const char *text)
{
  MtrValue *value = find_value (self, field);
  char *copy;

  g_return_if_fail (!mtr_field_is_number (field));

  copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  g_free (value->text);
  g_clear_pointer (&value->name, g_free);
  value->text = copy;
  value->is_set = copy != NULL;
}

/**
 * mtr_record_set_number:
 * @self: a record
 * @field: a field of its kind that is a number, a reference or a boolean
 * @number: the value; for a reference 0 empties the field
 */
void
mtr_record_set_number (MtrRecord *self,
                       MtrField   field,
                       gint64     number)
{
  MtrValue *value = find_value (self, field);

  g_return_if_fail (mtr_field_is_number (field));

  value->number = number;
  value->is_set = number != 0 || mtr_field_get_info (field)->type != MTR_TYPE_REF;
}

/**
 * mtr_record_clear:
 * @self: a record
 * @field: a field of its kind, which is emptied
 */
void
mtr_record_clear (MtrRecord *self,
                  MtrField   field)
{
  MtrValue *value = find_value (self, field);

  g_clear_pointer (&value->text, g_free);
  g_clear_pointer (&value->name, g_free);
  value->number = 0;
  value->is_set = FALSE;
}

/**
 * mtr_record_equal_field:
 * @self: a record
 * @other: another of the same kind
 * @field: a field of their kind
 *
 * Returns: whether the field has the same value, or none, in both
 */
gboolean
mtr_record_equal_field (MtrRecord *self,
                        MtrRecord *other,
                        MtrField   field)
{
  const MtrValue *one = find_value (self, field);
  const MtrValue *two = find_value (other, field);

  return one->is_set == two->is_set && one->number == two->number && g_strcmp0 (one->text, two->text) == 0;
}
