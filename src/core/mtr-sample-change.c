/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made-up records on their way into a file. A sealed record takes in nothing
 * that belongs to it, so all of them are put in unsigned first, and what is
 * signed is signed in a second change.
 */

#include "mtr-sample-change.h"

#include <glib/gi18n-lib.h>

/* The fields by which a record of a sealed kind is signed and sealed. */
static GArray *
list_sealing_fields (MtrKind kind)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (MtrField));
  MtrField sealed_field = mtr_kind_get_sealed_field (kind);
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (kind, &n_signatures);

  if (sealed_field != MTR_FIELD_NONE)
    g_array_append_val (fields, sealed_field);
  for (guint i = 0; i < n_signatures; i++)
    {
      g_array_append_val (fields, signatures[i].at_field);
      g_array_append_val (fields, signatures[i].name_field);
      g_array_append_val (fields, signatures[i].how_field);
    }

  return fields;
}

/**
 * mtr_sample_dup_insertion:
 * @records: (element-type MtrRecord): records, each after what it refers to
 *
 * Returns: (transfer full): the change that puts them in a file, unsigned
 */
MtrChange *
mtr_sample_dup_insertion (GPtrArray *records)
{
  MtrChange *change = mtr_change_new (_("make the sample"));

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = mtr_record_copy (g_ptr_array_index (records, i));
      g_autoptr (GArray) fields = list_sealing_fields (mtr_record_get_kind (record));

      for (guint j = 0; j < fields->len; j++)
        mtr_record_clear (record, g_array_index (fields, MtrField, j));
      mtr_change_insert (change, record);
    }

  return change;
}

/**
 * mtr_sample_dup_sealing:
 * @records: (element-type MtrRecord): the same records
 *
 * Returns: (transfer full): the change that signs and seals what is signed and sealed; a barrier, so that undo in a
 *   sample does not go back to before there was one
 */
MtrChange *
mtr_sample_dup_sealing (GPtrArray *records)
{
  MtrChange *change = mtr_change_new (_("sign the sample"));

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GArray) fields = list_sealing_fields (mtr_record_get_kind (record));

      for (guint j = 0; j < fields->len; j++)
        {
          MtrField field = g_array_index (fields, MtrField, j);

          if (mtr_record_is_set (record, field))
            mtr_change_set_text (change, field, mtr_record_get_id (record), mtr_record_get_text (record, field));
        }
    }
  mtr_change_set_barrier (change);

  return change;
}
