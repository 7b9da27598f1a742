/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes records from a key file that a person can write: one group a record,
 * named by its table and a symbol; keys are the columns of the table of fields;
 * other records are named by their symbols; dates are written from today.
 */

#include "mtr-sample.h"

#include <gio/gio.h>
#include <string.h>

#include "mtr-data-resources.h"
#include "mtr-date.h"
#include "mtr-messages.h"

#define SOURCE_PATH "/com/example/Mentoring/sample/sample.ini"

G_DEFINE_QUARK (mtr-sample-error-quark, mtr_sample_error)

typedef struct {
  GKeyFile    *file;
  const GDate *today;
  GHashTable  *by_name;   /* (owned): name of a group to its record, which it owns */
  GPtrArray   *records;   /* (owned) (nullable) (element-type MtrRecord): what is handed back */
  GHashTable  *placed;    /* (owned): records that are in the above */
  GError      *error;     /* (owned) (nullable): the first one */
} Building;

/**
 * mtr_sample_dup_source:
 *
 * Returns: (transfer full): the key file of the sample programme that comes with the program
 */
GBytes *
mtr_sample_dup_source (void)
{
  return g_resource_lookup_data (mtr_data_get_resource (), SOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void refuse (Building       *self,
                    MtrSampleError  code,
                    const char     *group,
                    const char     *key,
                    const char     *format,
                    ...) G_GNUC_PRINTF (5, 6);

static void
refuse (Building       *self,
        MtrSampleError  code,
        const char     *group,
        const char     *key,
        const char     *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  if (self->error != NULL)
    return;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (key != NULL)
    /* Translators: where in the file of the sample programme something is wrong: group, key, reason. */
    self->error = g_error_new (MTR_SAMPLE_ERROR, code, _("The sample, [%s] %s: %s"), group, key, reason);
  else
    /* Translators: where in the file of the sample programme something is wrong: group, reason. */
    self->error = g_error_new (MTR_SAMPLE_ERROR, code, _("The sample, [%s]: %s"), group, reason);
}

/* Nobody meets at a weekend: the past goes back to Friday and the future on to Monday, which keeps everything in its
 * order whatever day it is today. */
static void
leave_out_weekend (GDate       *date,
                   const GDate *today)
{
  int order = g_date_compare (date, today);

  if (g_date_get_weekday (date) < G_DATE_SATURDAY || order == 0)
    return;

  if (order < 0)
    g_date_subtract_days (date, g_date_get_weekday (date) - G_DATE_FRIDAY);
  else
    g_date_add_days (date, 1 + G_DATE_SUNDAY - g_date_get_weekday (date));
}

/* "@-21d", "@+5d", "@-3m", "@": days or months from today; months end where the month does. */
static gboolean
read_date (Building   *self,
           const char *text,
           GDate      *date)
{
  gint64 amount;
  char *end;

  *date = *self->today;
  if (text[0] != '@')
    return FALSE;
  if (text[1] == '\0')
    return TRUE;
  if (text[1] != '+' && text[1] != '-')
    return FALSE;

  amount = g_ascii_strtoll (text + 1, &end, 10);
  if (!g_ascii_isdigit (text[2]) || amount < -40000 || amount > 40000)
    return FALSE;
  if (g_str_equal (end, "m"))
    mtr_date_add_months (date, (int) amount);
  else if (!g_str_equal (end, "d"))
    return FALSE;
  else if (amount < 0)
    g_date_subtract_days (date, (guint) -amount);
  else
    g_date_add_days (date, (guint) amount);
  leave_out_weekend (date, self->today);

  return TRUE;
}

static char *
dup_iso (Building   *self,
         const char *text)
{
  GDate date;

  return read_date (self, text, &date) ? mtr_date_to_iso (&date) : NULL;
}

/* "@-21d 16:40" */
static char *
dup_moment (Building   *self,
            const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  g_autofree char *day = dup_iso (self, parts[0] != NULL ? parts[0] : "");

  if (day == NULL || parts[1] == NULL || !mtr_time_is_valid (parts[1]))
    return NULL;

  return g_strdup_printf ("%sT%s:00Z", day, parts[1]);
}

static void
set_reference (Building           *self,
               MtrRecord          *record,
               const MtrFieldInfo *info,
               const char         *group,
               const char         *symbol)
{
  g_autofree char *name = g_strdup_printf ("%s %s", mtr_kind_get_info (info->reference)->table, symbol);
  MtrRecord *target = g_hash_table_lookup (self->by_name, name);

  if (target == NULL)
    refuse (self, MTR_SAMPLE_ERROR_UNKNOWN, group, info->column, _("there is no [%s]."), name);
  else
    mtr_record_set_number (record, info->field, mtr_record_get_id (target));
}

static gboolean
set_number (MtrRecord          *record,
            const MtrFieldInfo *info,
            const char         *text)
{
  gint64 number;

  if (info->type == MTR_TYPE_BOOLEAN)
    {
      if (!g_str_equal (text, "yes") && !g_str_equal (text, "no"))
        return FALSE;
      number = g_str_equal (text, "yes");
    }
  else if (!g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, NULL))
    return FALSE;
  mtr_record_set_number (record, info->field, number);

  return TRUE;
}

static gboolean
set_text (Building           *self,
          MtrRecord          *record,
          const MtrFieldInfo *info,
          const char         *text)
{
  g_autofree char *made = NULL;

  switch (info->type)
    {
    case MTR_TYPE_DATE:
      made = dup_iso (self, text);
      break;

    case MTR_TYPE_MOMENT:
      made = dup_moment (self, text);
      break;

    case MTR_TYPE_TIME:
      made = mtr_time_is_valid (text) ? g_strdup (text) : NULL;
      break;

    case MTR_TYPE_CODE:
      made = strpbrk (text, " \n") == NULL ? g_strdup (text) : NULL;
      break;

    case MTR_TYPE_TEXT:
      made = strchr (text, '\n') == NULL ? g_strdup (text) : NULL;
      break;

    case MTR_TYPE_LONG:
    case MTR_TYPE_CODES:
    case MTR_TYPE_INTEGER:
    case MTR_TYPE_BOOLEAN:
    case MTR_TYPE_REF:
    default:
      made = g_strdup (text);
      break;
    }

  if (made == NULL || *made == '\0' || (gsize) g_utf8_strlen (made, -1) > mtr_field_get_max_length (info->field))
    return FALSE;
  mtr_record_set_text (record, info->field, made);

  return TRUE;
}

static void
read_key (Building   *self,
          MtrRecord  *record,
          const char *group,
          const char *key)
{
  MtrField field = mtr_kind_find_field (mtr_record_get_kind (record), key);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_key_file_get_string (self->file, group, key, &error);
  const MtrFieldInfo *info;

  if (text == NULL)
    {
      refuse (self, MTR_SAMPLE_ERROR_BAD_VALUE, group, key, "%s", error->message);
      return;
    }
  if (field == MTR_FIELD_NONE)
    {
      refuse (self, MTR_SAMPLE_ERROR_UNKNOWN, group, key, _("there is no such field."));
      return;
    }

  info = mtr_field_get_info (field);
  if (info->type == MTR_TYPE_REF)
    set_reference (self, record, info, group, text);
  else if (!(mtr_field_is_number (field) ? set_number (record, info, text) : set_text (self, record, info, text)))
    refuse (self, MTR_SAMPLE_ERROR_BAD_VALUE, group, key, _("“%s” is not what this field can hold."), text);
}

static void
make_record (Building   *self,
             const char *group,
             gint64      id)
{
  g_auto (GStrv) parts = g_strsplit (group, " ", -1);
  MtrKind kind = parts[0] != NULL ? mtr_kind_from_table (parts[0]) : MTR_KIND_NONE;

  if (kind == MTR_KIND_NONE || (mtr_kind_get_info (kind)->flags & MTR_KIND_FLAG_DERIVED) != 0)
    refuse (self, MTR_SAMPLE_ERROR_UNKNOWN, group, NULL, _("there is no such kind of record."));
  else if (g_strv_length (parts) != 2 || *parts[1] == '\0')
    refuse (self, MTR_SAMPLE_ERROR_MALFORMED, group, NULL, _("a group is named by a kind of record and one symbol."));
  else
    g_hash_table_insert (self->by_name, g_strdup (group), mtr_record_new (kind, id));
}

static void
read_group (Building   *self,
            const char *group)
{
  MtrRecord *record = g_hash_table_lookup (self->by_name, group);
  const MtrKindInfo *kind = mtr_kind_get_info (mtr_record_get_kind (record));
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL && self->error == NULL; i++)
    read_key (self, record, group, keys[i]);
  for (int field = kind->first_field; field <= (int) kind->last_field; field++)
    if ((mtr_field_get_info (field)->flags & MTR_FIELD_REQUIRED) != 0 && !mtr_record_is_set (record, field))
      refuse (self, MTR_SAMPLE_ERROR_BAD_VALUE, group, mtr_field_get_info (field)->column, _("a value is needed."));
}

/* A record comes after those that it refers to. @depth is bounded by the number of records unless they go in a circle. */
static void
place (Building   *self,
       GHashTable *by_id,
       MtrRecord  *record,
       guint       depth)
{
  const MtrKindInfo *kind = mtr_kind_get_info (mtr_record_get_kind (record));

  if (g_hash_table_contains (self->placed, record) || self->error != NULL)
    return;
  if (depth > g_hash_table_size (by_id))
    {
      refuse (self, MTR_SAMPLE_ERROR_BAD_VALUE, kind->table, NULL, _("records refer to each other in a circle."));
      return;
    }

  for (int field = kind->first_field; field <= (int) kind->last_field; field++)
    if (mtr_field_get_info (field)->type == MTR_TYPE_REF && mtr_record_is_set (record, field))
      {
        gint64 id = mtr_record_get_number (record, field);

        place (self, by_id, g_hash_table_lookup (by_id, &id), depth + 1);
      }
  g_hash_table_add (self->placed, record);
  g_ptr_array_add (self->records, g_object_ref (record));
}

static void
build (Building *self,
       gint64    first_id)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, &n_groups);
  g_autofree gint64 *ids = g_new (gint64, n_groups);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < n_groups && self->error == NULL; i++)
    make_record (self, groups[i], first_id + (gint64) i);
  for (gsize i = 0; i < n_groups && self->error == NULL; i++)
    read_group (self, groups[i]);
  if (self->error != NULL)
    return;

  for (gsize i = 0; i < n_groups; i++)
    {
      ids[i] = first_id + (gint64) i;
      g_hash_table_insert (by_id, &ids[i], g_hash_table_lookup (self->by_name, groups[i]));
    }
  for (gsize i = 0; i < n_groups; i++)
    place (self, by_id, g_hash_table_lookup (self->by_name, groups[i]), 0);
}

/**
 * mtr_sample_build:
 * @keyfile: a key file, see data/sample/sample.ini
 * @today: the day that "@" stands for
 * @first_id: the id of the first record; those that follow have the ids that follow, in the order of the file
 * @error: (nullable): %MTR_SAMPLE_ERROR, see #MtrSampleError
 *
 * Makes the records of a sample. Dates that would fall on a weekend are moved away from today to the next working day.
 *
 * Returns: (transfer full) (nullable) (element-type MtrRecord): the records, each after those that it refers to
 */
GPtrArray *
mtr_sample_build (GBytes       *keyfile,
                  const GDate  *today,
                  gint64        first_id,
                  GError      **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) file_error = NULL;
  Building self = { .file = file, .today = today, .by_name = by_name, .placed = placed, .records = records };

  if (!g_key_file_load_from_bytes (file, keyfile, G_KEY_FILE_NONE, &file_error))
    {
      g_set_error (error, MTR_SAMPLE_ERROR, MTR_SAMPLE_ERROR_MALFORMED, _("The sample cannot be read: %s"),
                   file_error->message);
      return NULL;
    }

  build (&self, first_id);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }

  return g_steal_pointer (&records);
}
