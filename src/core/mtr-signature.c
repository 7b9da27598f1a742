/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way to sign: agreements and observations have two slots each, and
 * the second signature seals.
 */

#include "mtr-signature.h"

/**
 * mtr_signature_find:
 * @kind: a kind of record that is signed
 * @slot: one of its slots, as in %MTR_SLOT_OBSERVER
 *
 * Returns: (transfer none) (nullable): where that signature is kept
 */
const MtrSignature *
mtr_signature_find (MtrKind     kind,
                    const char *slot)
{
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (kind, &n_signatures);

  for (guint i = 0; i < n_signatures; i++)
    if (g_str_equal (signatures[i].slot, slot))
      return &signatures[i];

  return NULL;
}

/**
 * mtr_signature_is_given:
 * @record: a record that is signed
 * @slot: one of its slots
 *
 * Returns: whether that signature is there
 */
gboolean
mtr_signature_is_given (MtrRecord  *record,
                        const char *slot)
{
  const MtrSignature *signature = mtr_signature_find (mtr_record_get_kind (record), slot);

  g_return_val_if_fail (signature != NULL, FALSE);

  return mtr_record_is_set (record, signature->at_field);
}

/**
 * mtr_signature_is_complete:
 * @record: a record that is signed
 *
 * Returns: whether everybody has signed
 */
gboolean
mtr_signature_is_complete (MtrRecord *record)
{
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (mtr_record_get_kind (record), &n_signatures);

  for (guint i = 0; i < n_signatures; i++)
    if (!mtr_record_is_set (record, signatures[i].at_field))
      return FALSE;

  return n_signatures > 0;
}

/**
 * mtr_signature_sign:
 * @change: the change that signs; becomes a barrier for undo
 * @record: the record as it is stored now
 * @slot: who signs, one of its slots that is still empty
 * @name: the name that was typed
 * @how: %MTR_SIGNED_OWN_FILE or %MTR_SIGNED_IN_PERSON
 * @moment: the UTC moment of signing
 *
 * The last signature that was missing also seals the record (architecture.md, Sealing).
 */
void
mtr_signature_sign (MtrChange  *change,
                    MtrRecord  *record,
                    const char *slot,
                    const char *name,
                    const char *how,
                    const char *moment)
{
  MtrKind kind = mtr_record_get_kind (record);
  gint64 id = mtr_record_get_id (record);
  const MtrSignature *signature = mtr_signature_find (kind, slot);
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (kind, &n_signatures);
  gboolean is_last = TRUE;

  g_return_if_fail (signature != NULL);
  g_return_if_fail (!mtr_record_is_set (record, signature->at_field));

  mtr_change_set_text (change, signature->at_field, id, moment);
  mtr_change_set_text (change, signature->name_field, id, name);
  mtr_change_set_text (change, signature->how_field, id, how);
  mtr_change_set_barrier (change);

  for (guint i = 0; i < n_signatures; i++)
    if (&signatures[i] != signature && !mtr_record_is_set (record, signatures[i].at_field))
      is_last = FALSE;
  if (is_last)
    mtr_change_set_text (change, mtr_kind_get_sealed_field (kind), id, moment);
}
