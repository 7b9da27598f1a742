/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has learnt and handed in. Which rules hold depends on the day
 * of registration; the minutes on protection are among the others, never on
 * top of them; and a date that was put off is never asked why (product.md,
 * rule 7; domain-facts.md, 4.1).
 */

#include "mtr-learning.h"

#include <string.h>

#include "mtr-rules-private.h"

/**
 * mtr_learning_get_regime:
 * @pack: a pack
 * @snapshot: the people
 * @person_id: whose learning
 *
 * Returns: (transfer none) (nullable): what is asked of it; %NULL where nothing is, or where the day of registration is
 *   not known and decides
 */
const MtrRegime *
mtr_learning_get_regime (MtrPack     *pack,
                         MtrSnapshot *snapshot,
                         gint64       person_id)
{
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);

  return mtr_pack_find_regime (pack, person != NULL ? mtr_record_get_text (person, MTR_PERSON_REGISTERED_ON) : NULL);
}

/**
 * mtr_learning_list_records:
 * @snapshot: a pairing with the learning records of its mentees
 * @person_id: whose
 *
 * Returns: (transfer container) (element-type MtrRecord): the learning records that have a date; one without is a
 *   thought that has not happened yet
 */
GPtrArray *
mtr_learning_list_records (MtrSnapshot *snapshot,
                           gint64       person_id)
{
  GPtrArray *records = mtr_snapshot_list_where (snapshot, MTR_KIND_LEARNING_RECORD, MTR_LEARNING_RECORD_PERSON_ID,
                                                person_id);

  for (guint i = records->len; i > 0; i--)
    if (!mtr_record_is_set (g_ptr_array_index (records, i - 1), MTR_LEARNING_RECORD_HELD_ON))
      g_ptr_array_remove_index (records, i - 1);

  return records;
}

/**
 * mtr_learning_sum_minutes:
 * @snapshot: a pairing with the learning records of its mentees
 * @person_id: whose
 * @protection: (out) (optional): how many of them were on protection, in minutes
 *
 * Returns: how long somebody has learnt, in minutes, those on protection included
 */
int
mtr_learning_sum_minutes (MtrSnapshot *snapshot,
                          gint64       person_id,
                          int         *protection)
{
  g_autoptr (GPtrArray) records = mtr_learning_list_records (snapshot, person_id);
  gint64 minutes = 0, part = 0;

  for (guint i = 0; i < records->len; i++)
    {
      MtrRecord *record = g_ptr_array_index (records, i);

      minutes += MAX (mtr_record_get_number (record, MTR_LEARNING_RECORD_MINUTES), 0);
      part += MAX (mtr_record_get_number (record, MTR_LEARNING_RECORD_PROTECTION_MINUTES), 0);
    }
  if (protection != NULL)
    *protection = (int) CLAMP (part, 0, G_MAXINT);

  return (int) MIN (minutes, G_MAXINT);
}

/**
 * mtr_learning_count_in_area:
 * @pack: a pack
 * @snapshot: a pairing with the learning records of its mentees
 * @person_id: whose
 * @area: the code of an area
 *
 * Returns: how many learning records are about the area or one of its statements
 */
guint
mtr_learning_count_in_area (MtrPack     *pack,
                            MtrSnapshot *snapshot,
                            gint64       person_id,
                            const char  *area)
{
  g_autoptr (GPtrArray) records = mtr_learning_list_records (snapshot, person_id);
  GPtrArray *standards = mtr_pack_get_standards (pack);
  guint count = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const char *codes = mtr_record_get_text (g_ptr_array_index (records, i), MTR_LEARNING_RECORD_STANDARDS);

      for (guint j = 0; codes != NULL && j < standards->len; j++)
        {
          const MtrStandard *standard = g_ptr_array_index (standards, j);

          if (g_str_equal (standard->area, area) && mtr_rules_has_code (codes, standard->code))
            {
              count++;
              break;
            }
        }
    }

  return count;
}

/**
 * mtr_learning_find_submission:
 * @pack: a pack
 * @snapshot: a pairing with the submissions of its mentees
 * @person_id: whose
 *
 * Returns: (transfer none) (nullable): the last submission in that scheme: the one with the greatest number
 */
MtrRecord *
mtr_learning_find_submission (MtrPack     *pack,
                              MtrSnapshot *snapshot,
                              gint64       person_id)
{
  g_autoptr (GPtrArray) submissions = mtr_snapshot_list_where (snapshot, MTR_KIND_SUBMISSION,
                                                               MTR_SUBMISSION_PERSON_ID, person_id);
  MtrRecord *last = NULL;

  for (guint i = 0; i < submissions->len; i++)
    {
      MtrRecord *submission = g_ptr_array_index (submissions, i);
      const char *scheme = mtr_record_get_text (submission, MTR_SUBMISSION_PACK);

      if (scheme != NULL && !g_str_equal (scheme, mtr_pack_get_id (pack)))
        continue;
      if (last == NULL || mtr_record_get_number (submission, MTR_SUBMISSION_NUMBER) >
                          mtr_record_get_number (last, MTR_SUBMISSION_NUMBER))
        last = submission;
    }

  return last;
}

/**
 * mtr_learning_dup_due_on:
 * @pack: a pack
 * @snapshot: a pairing with the submissions of its mentees
 * @person_id: whose
 *
 * Returns: (transfer full) (nullable): the ISO 8601 date by which to hand in: to which it was extended, else what was
 *   written down, else what follows from registration and working time; %NULL where nothing is handed in, or the day
 *   of registration is not known
 */
char *
mtr_learning_dup_due_on (MtrPack     *pack,
                         MtrSnapshot *snapshot,
                         gint64       person_id)
{
  const MtrSubmissions *limits = mtr_pack_get_submissions (pack);
  MtrRecord *submission = mtr_learning_find_submission (pack, snapshot, person_id);
  MtrRecord *person = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, person_id);
  const char *written = NULL;

  if (limits == NULL)
    return NULL;
  if (submission != NULL)
    {
      written = mtr_record_get_text (submission, MTR_SUBMISSION_EXTENDED_TO);
      if (written == NULL)
        written = mtr_record_get_text (submission, MTR_SUBMISSION_DUE_ON);
    }
  if (written != NULL || person == NULL)
    return g_strdup (written);

  return mtr_submissions_dup_due_on (limits, mtr_record_get_text (person, MTR_PERSON_REGISTERED_ON),
                                     mtr_record_text_is (person, MTR_PERSON_WORKING_TIME, MTR_WORKING_TIME_PART_TIME));
}
