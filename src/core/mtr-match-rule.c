/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a programme lead says about matching: these two, not these two, never
 * these two, and how much each criterion counts. Each is one change.
 */

#include "mtr-match-rule.h"

#include "mtr-messages.h"

static const struct {
  const char *rule;
  const char *set;
  const char *unset;
} labels[] = {
  { MTR_MATCH_RULE_PIN,     N_("pin two people"), N_("take out a pin") },
  { MTR_MATCH_RULE_FORBID,  N_("rule two people out"), N_("let two people be suggested again") },
  { MTR_MATCH_RULE_EXCLUDE, N_("never bring two people together"), N_("let two people be brought together") },
};

static gboolean
is_about (MtrRecord  *record,
          const char *rule,
          gint64      mentor_id,
          gint64      mentee_id)
{
  gint64 first = mtr_record_get_number (record, MTR_MATCH_RULE_FIRST_ID);
  gint64 second = mtr_record_get_number (record, MTR_MATCH_RULE_SECOND_ID);

  if (!mtr_record_text_is (record, MTR_MATCH_RULE_RULE, rule))
    return FALSE;

  return (first == mentor_id && second == mentee_id) ||
         (g_str_equal (rule, MTR_MATCH_RULE_EXCLUDE) && first == mentee_id && second == mentor_id);
}

/**
 * mtr_match_rule_is_set:
 * @snapshot: the rules for matching
 * @rule: %MTR_MATCH_RULE_PIN, %MTR_MATCH_RULE_FORBID or %MTR_MATCH_RULE_EXCLUDE
 * @mentor_id: a person
 * @mentee_id: another; who is which does not matter for %MTR_MATCH_RULE_EXCLUDE
 *
 * Returns: whether that has been said of the two
 */
gboolean
mtr_match_rule_is_set (MtrSnapshot *snapshot,
                       const char  *rule,
                       gint64       mentor_id,
                       gint64       mentee_id)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RULE); i++)
    if (is_about (mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_RULE, i), rule, mentor_id, mentee_id))
      return TRUE;

  return FALSE;
}

static MtrChange *
begin_change (const char *rule,
              gboolean    set)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].rule, rule))
      return mtr_change_new (set ? _(labels[i].set) : _(labels[i].unset));

  g_return_val_if_reached (NULL);
}

/* What a new rule takes the place of: a mentee has one pin, and two are not pinned and ruled out at once. */
static gboolean
is_replaced (MtrRecord  *record,
             const char *rule,
             gint64      mentor_id,
             gint64      mentee_id)
{
  if (is_about (record, rule, mentor_id, mentee_id))
    return TRUE;
  if (g_str_equal (rule, MTR_MATCH_RULE_PIN))
    return is_about (record, MTR_MATCH_RULE_FORBID, mentor_id, mentee_id) ||
           (mtr_record_text_is (record, MTR_MATCH_RULE_RULE, MTR_MATCH_RULE_PIN) &&
            mtr_record_get_number (record, MTR_MATCH_RULE_SECOND_ID) == mentee_id);

  return is_about (record, MTR_MATCH_RULE_PIN, mentor_id, mentee_id) ||
         (g_str_equal (rule, MTR_MATCH_RULE_EXCLUDE) && is_about (record, MTR_MATCH_RULE_PIN, mentee_id, mentor_id));
}

/**
 * mtr_match_rule_set:
 * @snapshot: the rules for matching
 * @rule: %MTR_MATCH_RULE_PIN, %MTR_MATCH_RULE_FORBID or %MTR_MATCH_RULE_EXCLUDE
 * @mentor_id: a person
 * @mentee_id: another
 * @new_id: the id of the new rule
 *
 * A mentee is pinned to one mentor at most, and two are not pinned and ruled out at once: the last word holds. Whether a
 * pin can be is said by mtr_match_score_new().
 *
 * Returns: (transfer full): the change, one undo
 */
MtrChange *
mtr_match_rule_set (MtrSnapshot *snapshot,
                    const char  *rule,
                    gint64       mentor_id,
                    gint64       mentee_id,
                    gint64       new_id)
{
  MtrChange *change = begin_change (rule, TRUE);
  MtrRecord *record = mtr_record_new (MTR_KIND_MATCH_RULE, new_id);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RULE); i++)
    {
      MtrRecord *known = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_RULE, i);

      if (is_replaced (known, rule, mentor_id, mentee_id))
        mtr_change_delete (change, MTR_KIND_MATCH_RULE, mtr_record_get_id (known));
    }
  mtr_record_set_text (record, MTR_MATCH_RULE_RULE, rule);
  mtr_record_set_number (record, MTR_MATCH_RULE_FIRST_ID, mentor_id);
  mtr_record_set_number (record, MTR_MATCH_RULE_SECOND_ID, mentee_id);
  mtr_change_insert (change, record);

  return change;
}

/**
 * mtr_match_rule_unset:
 * @snapshot: the rules for matching
 * @rule: %MTR_MATCH_RULE_PIN, %MTR_MATCH_RULE_FORBID or %MTR_MATCH_RULE_EXCLUDE
 * @mentor_id: a person
 * @mentee_id: another
 *
 * Returns: (transfer full): the change, one undo; empty where nothing of the kind has been said
 */
MtrChange *
mtr_match_rule_unset (MtrSnapshot *snapshot,
                      const char  *rule,
                      gint64       mentor_id,
                      gint64       mentee_id)
{
  MtrChange *change = begin_change (rule, FALSE);

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_MATCH_RULE); i++)
    {
      MtrRecord *known = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_RULE, i);

      if (is_about (known, rule, mentor_id, mentee_id))
        mtr_change_delete (change, MTR_KIND_MATCH_RULE, mtr_record_get_id (known));
    }

  return change;
}

static MtrRecord *
find_weight (MtrSnapshot *snapshot,
             const char  *code)
{
  for (guint i = mtr_snapshot_count (snapshot, MTR_KIND_MATCH_WEIGHT); i > 0; i--)
    {
      MtrRecord *record = mtr_snapshot_nth (snapshot, MTR_KIND_MATCH_WEIGHT, i - 1);

      if (mtr_record_text_is (record, MTR_MATCH_WEIGHT_CRITERION, code))
        return record;
    }

  return NULL;
}

/**
 * mtr_match_weights_make_change:
 * @weights: how much each criterion is to count
 * @snapshot: the weights that are written down
 * @new_id: gives ids
 * @new_id_data: for @new_id
 *
 * Returns: (transfer full): the change that writes down what is different, one undo; empty where nothing is
 */
MtrChange *
mtr_match_weights_make_change (const MtrMatchWeights *weights,
                               MtrSnapshot           *snapshot,
                               MtrNewIdFunc           new_id,
                               gpointer               new_id_data)
{
  MtrChange *change = mtr_change_new (_("weigh the criteria for matching"));
  MtrMatchWeights present;

  mtr_match_weights_init (&present, snapshot);
  for (int i = 0; i < MTR_N_MATCH_CRITERIA; i++)
    {
      const char *code = mtr_match_criterion_get_code ((MtrMatchCriterion) i);
      MtrRecord *known = find_weight (snapshot, code);
      MtrRecord *record;

      if (weights->of[i] == present.of[i])
        continue;
      if (known != NULL)
        {
          mtr_change_set_number (change, MTR_MATCH_WEIGHT_WEIGHT, mtr_record_get_id (known), weights->of[i]);
          continue;
        }
      record = mtr_record_new (MTR_KIND_MATCH_WEIGHT, new_id (new_id_data));
      mtr_record_set_text (record, MTR_MATCH_WEIGHT_CRITERION, code);
      mtr_record_set_number (record, MTR_MATCH_WEIGHT_WEIGHT, weights->of[i]);
      mtr_change_insert (change, record);
    }

  return change;
}
