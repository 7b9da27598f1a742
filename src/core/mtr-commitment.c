/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mentee commits to: the pack has the words, the agreement has a tick
 * and a note for each. Agreeing anew begins with every one unticked, because
 * they are read again.
 */

#include "mtr-commitment.h"

static MtrRecord *
find_record (MtrSnapshot *snapshot,
             MtrRecord   *agreement,
             const char  *code)
{
  for (guint i = 0; agreement != NULL && i < mtr_snapshot_count (snapshot, MTR_KIND_COMMITMENT); i++)
    {
      MtrRecord *record = mtr_snapshot_nth (snapshot, MTR_KIND_COMMITMENT, i);

      if (mtr_record_get_number (record, MTR_COMMITMENT_AGREEMENT_ID) == mtr_record_get_id (agreement) &&
          mtr_record_text_is (record, MTR_COMMITMENT_COMMITMENT, code))
        return record;
    }

  return NULL;
}

static gboolean
is_ticked (MtrRecord *record)
{
  return record != NULL && mtr_record_get_number (record, MTR_COMMITMENT_TICKED) == 1;
}

static const char *
get_note (MtrRecord *record)
{
  return record != NULL ? mtr_record_get_text (record, MTR_COMMITMENT_NOTE) : NULL;
}

/**
 * mtr_commitment_list:
 * @pack: the pack of the pairing
 * @snapshot: the pairing, its agreements and their commitments
 * @agreement: an agreement
 * @earlier: (nullable): the version to compare with
 *
 * Returns: (transfer full) (element-type MtrCommitmentRow): a row for each commitment of the pack, in its order
 */
GPtrArray *
mtr_commitment_list (MtrPack     *pack,
                     MtrSnapshot *snapshot,
                     MtrRecord   *agreement,
                     MtrRecord   *earlier)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *words = mtr_pack_get_words (pack, MTR_WORDS_COMMITMENTS);

  for (guint i = 0; i < words->len; i++)
    {
      MtrCommitmentRow *row = g_new0 (MtrCommitmentRow, 1);
      MtrRecord *before;

      row->word = g_ptr_array_index (words, i);
      row->record = find_record (snapshot, agreement, row->word->code);
      row->ticked = is_ticked (row->record);
      row->note = get_note (row->record);
      before = find_record (snapshot, earlier, row->word->code);
      row->changed = earlier != NULL &&
                     (is_ticked (before) != row->ticked || g_strcmp0 (get_note (before), row->note) != 0);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/**
 * mtr_commitment_is_answered:
 * @commitment: (nullable): a commitment of an agreement
 *
 * Returns: whether it has been read: it is ticked, or a note says what was agreed instead
 */
gboolean
mtr_commitment_is_answered (MtrRecord *commitment)
{
  return is_ticked (commitment) || get_note (commitment) != NULL;
}

/**
 * mtr_commitment_count_ticked:
 * @rows: (element-type MtrCommitmentRow): what mtr_commitment_list() said
 *
 * Returns: how many are ticked
 */
guint
mtr_commitment_count_ticked (GPtrArray *rows)
{
  guint n_ticked = 0;

  for (guint i = 0; i < rows->len; i++)
    n_ticked += ((MtrCommitmentRow *) g_ptr_array_index (rows, i))->ticked ? 1 : 0;

  return n_ticked;
}

/**
 * mtr_commitment_tick:
 * @change: gets what has to be written
 * @agreement: an agreement that is not sealed
 * @row: a row of it
 * @ticked: whether the commitment is made
 * @id: the id of a new record, where the row has none yet
 */
void
mtr_commitment_tick (MtrChange        *change,
                     MtrRecord        *agreement,
                     MtrCommitmentRow *row,
                     gboolean          ticked,
                     gint64            id)
{
  MtrRecord *record;

  if (row->record != NULL)
    {
      mtr_change_set_number (change, MTR_COMMITMENT_TICKED, mtr_record_get_id (row->record), ticked ? 1 : 0);
      return;
    }

  record = mtr_record_new (MTR_KIND_COMMITMENT, id);
  mtr_record_set_number (record, MTR_COMMITMENT_AGREEMENT_ID, mtr_record_get_id (agreement));
  mtr_record_set_text (record, MTR_COMMITMENT_COMMITMENT, row->word->code);
  mtr_record_set_number (record, MTR_COMMITMENT_TICKED, ticked ? 1 : 0);
  mtr_change_insert (change, record);
}
