/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The agreement of a pairing: what must be in it before anybody signs, and how
 * a new version comes to be. An agreement that was signed is never changed;
 * agreeing anew makes the next version (product.md, rule 9).
 */

#include "mtr-agreement.h"

#include "mtr-messages.h"
#include "mtr-rules-private.h"
#include "mtr-signature.h"

/* What two people agree; everything else in the record is about signing it. */
static const MtrField terms[] = {
  MTR_AGREEMENT_PURPOSE,
  MTR_AGREEMENT_BETWEEN_US,
  MTR_AGREEMENT_LIMITS,
  MTR_AGREEMENT_MANAGER_RECEIVES,
  MTR_AGREEMENT_MENTOR_ROLE,
  MTR_AGREEMENT_MENTEE_ROLE,
  MTR_AGREEMENT_MANAGER_ROLE,
  MTR_AGREEMENT_SCOPE_OUT,
  MTR_AGREEMENT_STARTS_ON,
  MTR_AGREEMENT_ENDS_ON,
  MTR_AGREEMENT_FREQUENCY,
  MTR_AGREEMENT_SESSION_MINUTES,
  MTR_AGREEMENT_MODE,
  MTR_AGREEMENT_PLACE,
  MTR_AGREEMENT_PRACTICALITIES,
  MTR_AGREEMENT_AGENDA,
  MTR_AGREEMENT_CANCELLATION,
  MTR_AGREEMENT_CONTACT_BETWEEN,
  MTR_AGREEMENT_RESPONSE_DAYS,
  MTR_AGREEMENT_RECORDS,
  MTR_AGREEMENT_MENTOR_LEARNING,
  MTR_AGREEMENT_MENTEE_LEARNING,
  MTR_AGREEMENT_SUPPORT_NEEDS,
  MTR_AGREEMENT_EFFECT,
  MTR_AGREEMENT_ENDING,
  MTR_AGREEMENT_REVIEW_ON,
};

/* Confidentiality and what the manager receives are never left open (screens.md, section 3). */
static const MtrField needed[] = {
  MTR_AGREEMENT_BETWEEN_US,
  MTR_AGREEMENT_LIMITS,
  MTR_AGREEMENT_MANAGER_RECEIVES,
};

static MtrRecord *
find_newest (MtrSnapshot *snapshot,
             gint64       pairing_id,
             gboolean     is_signed)
{
  MtrRecord *newest = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_AGREEMENT); i++)
    {
      MtrRecord *agreement = mtr_snapshot_nth (snapshot, MTR_KIND_AGREEMENT, i);

      if (mtr_record_get_number (agreement, MTR_AGREEMENT_PAIRING_ID) != pairing_id)
        continue;
      if (is_signed && !mtr_signature_is_complete (agreement))
        continue;
      if (newest == NULL || mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION) >=
                            mtr_record_get_number (newest, MTR_AGREEMENT_VERSION))
        newest = agreement;
    }

  return newest;
}

/**
 * mtr_agreement_find_current:
 * @snapshot: the pairing and its agreements
 * @pairing_id: the pairing
 *
 * Returns: (transfer none) (nullable): the newest version, signed or not
 */
MtrRecord *
mtr_agreement_find_current (MtrSnapshot *snapshot,
                            gint64       pairing_id)
{
  return find_newest (snapshot, pairing_id, FALSE);
}

/**
 * mtr_agreement_find_signed:
 * @snapshot: the pairing and its agreements
 * @pairing_id: the pairing
 *
 * Returns: (transfer none) (nullable): the newest version that both have signed: the one in force
 */
MtrRecord *
mtr_agreement_find_signed (MtrSnapshot *snapshot,
                           gint64       pairing_id)
{
  return find_newest (snapshot, pairing_id, TRUE);
}

/**
 * mtr_agreement_get_needed:
 * @n_fields: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_fields): the fields that no agreement leaves open, whatever its scheme
 */
const MtrField *
mtr_agreement_get_needed (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (needed);

  return needed;
}

/**
 * mtr_agreement_list_missing:
 * @pack: the pack of the pairing, for its names of the fields
 * @agreement: an agreement
 *
 * Returns: (transfer full) (element-type MtrProblem): what must be written before it can be signed
 */
GPtrArray *
mtr_agreement_list_missing (MtrPack   *pack,
                            MtrRecord *agreement)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!mtr_record_is_set (agreement, needed[i]))
      {
        const MtrWord *word = mtr_pack_find_word (pack, MTR_WORDS_AGREEMENT, mtr_field_get_info (needed[i])->column);

        g_ptr_array_add (missing,
                         /* Translators: %s is the name of a part of the agreement */
                         mtr_problem_new (needed[i], mtr_record_get_id (agreement), FALSE,
                                          _("“%s” is still empty. Write it before signing."),
                                          word != NULL ? word->title : mtr_field_get_label (needed[i])));
      }

  return missing;
}

/**
 * mtr_agreement_sign:
 * @pack: the pack of the pairing, for when it is to be looked at again
 * @agreement: an agreement with nothing missing
 * @slot: %MTR_SLOT_MENTOR or %MTR_SLOT_MENTEE, still empty
 * @name: the name that was typed
 * @how: %MTR_SIGNED_OWN_FILE or %MTR_SIGNED_IN_PERSON
 * @moment: the UTC moment
 *
 * The second signature seals; where no day was chosen for the review, the first one sets that of the pack.
 *
 * Returns: (transfer full): the change, a barrier for undo
 */
MtrChange *
mtr_agreement_sign (MtrPack    *pack,
                    MtrRecord  *agreement,
                    const char *slot,
                    const char *name,
                    const char *how,
                    const char *moment)
{
  MtrChange *change = mtr_change_new (_("sign the agreement"));
  int months = mtr_pack_get_time_frame (pack)->review_months;

  mtr_signature_sign (change, agreement, slot, name, how, moment);
  if (!mtr_record_is_set (agreement, MTR_AGREEMENT_REVIEW_ON) && months > 0)
    {
      g_autofree char *review_on = mtr_rules_shift (moment, months, 0);

      mtr_change_set_text (change, MTR_AGREEMENT_REVIEW_ON, mtr_record_get_id (agreement), review_on);
    }

  return change;
}

/**
 * mtr_agreement_take_back:
 * @agreement: an agreement that only one of the two has signed
 *
 * What somebody has signed is not changed under their name: before its words change, the signature goes.
 *
 * Returns: (transfer full): the change that takes away whatever signature there is
 */
MtrChange *
mtr_agreement_take_back (MtrRecord *agreement)
{
  MtrChange *change = mtr_change_new (_("take back a signature"));
  guint n_signatures;
  const MtrSignature *signatures = mtr_kind_get_signatures (MTR_KIND_AGREEMENT, &n_signatures);
  gint64 id = mtr_record_get_id (agreement);

  for (guint i = 0; i < n_signatures; i++)
    if (mtr_record_is_set (agreement, signatures[i].at_field))
      {
        mtr_change_clear (change, signatures[i].at_field, id);
        mtr_change_clear (change, signatures[i].name_field, id);
        mtr_change_clear (change, signatures[i].how_field, id);
      }

  return change;
}

/**
 * mtr_agreement_agree_anew:
 * @agreement: the version that is in force, unchanged by this
 * @id: the id of the new version
 *
 * Returns: (transfer full): the change that makes version n + 1, with the same words and nobody's signature
 */
MtrChange *
mtr_agreement_agree_anew (MtrRecord *agreement,
                          gint64     id)
{
  MtrChange *change = mtr_change_new (_("agree anew"));
  MtrRecord *next = mtr_record_new (MTR_KIND_AGREEMENT, id);

  mtr_record_set_number (next, MTR_AGREEMENT_PAIRING_ID, mtr_record_get_number (agreement, MTR_AGREEMENT_PAIRING_ID));
  mtr_record_set_number (next, MTR_AGREEMENT_VERSION, mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION) + 1);
  /* The day of the review belongs to the old version: the new one gets its own. */
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      if (terms[i] == MTR_AGREEMENT_REVIEW_ON || !mtr_record_is_set (agreement, terms[i]))
        continue;
      if (mtr_field_is_number (terms[i]))
        mtr_record_set_number (next, terms[i], mtr_record_get_number (agreement, terms[i]));
      else
        mtr_record_set_text (next, terms[i], mtr_record_get_text (agreement, terms[i]));
    }
  mtr_change_insert (change, next);

  return change;
}

/**
 * mtr_agreement_find_earlier:
 * @snapshot: the pairing and its agreements
 * @agreement: one of them
 *
 * Returns: (transfer none) (nullable): the version before it
 */
MtrRecord *
mtr_agreement_find_earlier (MtrSnapshot *snapshot,
                            MtrRecord   *agreement)
{
  gint64 version = mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION);
  MtrRecord *earlier = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_AGREEMENT); i++)
    {
      MtrRecord *other = mtr_snapshot_nth (snapshot, MTR_KIND_AGREEMENT, i);
      gint64 number = mtr_record_get_number (other, MTR_AGREEMENT_VERSION);

      if (mtr_record_get_number (other, MTR_AGREEMENT_PAIRING_ID) ==
          mtr_record_get_number (agreement, MTR_AGREEMENT_PAIRING_ID) && number < version &&
          (earlier == NULL || number > mtr_record_get_number (earlier, MTR_AGREEMENT_VERSION)))
        earlier = other;
    }

  return earlier;
}

/**
 * mtr_agreement_compare:
 * @agreement: a version
 * @earlier: another
 *
 * Returns: (transfer full) (element-type MtrField): the terms that differ
 */
GArray *
mtr_agreement_compare (MtrRecord *agreement,
                       MtrRecord *earlier)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (MtrField));

  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    if (!mtr_record_equal_field (agreement, earlier, terms[i]))
      g_array_append_val (fields, terms[i]);

  return fields;
}

/**
 * mtr_agreement_dup_review_on:
 * @pack: the pack of the pairing
 * @agreement: an agreement that both have signed
 *
 * Returns: (transfer full) (nullable): the ISO date by which it is looked at again: the day they chose, or else so many
 *   months after the last signature as the pack says; %NULL where there is neither
 */
char *
mtr_agreement_dup_review_on (MtrPack   *pack,
                             MtrRecord *agreement)
{
  int months = mtr_pack_get_time_frame (pack)->review_months;

  if (mtr_record_is_set (agreement, MTR_AGREEMENT_REVIEW_ON))
    return g_strdup (mtr_record_get_text (agreement, MTR_AGREEMENT_REVIEW_ON));
  if (months <= 0)
    return NULL;

  return mtr_rules_shift (mtr_rules_later (mtr_record_get_text (agreement, MTR_AGREEMENT_MENTOR_SIGNED_AT),
                                           mtr_record_get_text (agreement, MTR_AGREEMENT_MENTEE_SIGNED_AT)),
                          months, 0);
}
