/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pins, what is ruled out, and weights: the last word holds. */

#include "mtr-match-rule.h"
#include "mtr-test-records.h"

static gint64
count_up (gpointer user_data)
{
  return ++*(gint64 *) user_data;
}

/* Rule 100 is there: it says @rule of mentor 2 and mentee 1. */
static void
test_set (void)
{
  static const struct {
    const char *known;
    const char *rule;
    gint64      mentor;
    gint64      mentee;
    gboolean    replaced;
  } rows[] = {
    { "pin",     "pin",     2, 1, TRUE },
    { "pin",     "pin",     3, 1, TRUE },
    { "pin",     "pin",     2, 4, FALSE },
    { "pin",     "forbid",  2, 1, TRUE },
    { "pin",     "forbid",  3, 1, FALSE },
    { "pin",     "exclude", 1, 2, TRUE },
    { "forbid",  "pin",     2, 1, TRUE },
    { "forbid",  "pin",     3, 1, FALSE },
    { "forbid",  "exclude", 2, 1, FALSE },
    { "exclude", "exclude", 1, 2, TRUE },
    { "exclude", "pin",     2, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_LEAD);
      g_autoptr (MtrChange) change = NULL;
      const MtrOperation *last;

      mtr_test_record (snapshot, MTR_KIND_MATCH_RULE, 100, MTR_MATCH_RULE_RULE, rows[i].known,
                       MTR_MATCH_RULE_FIRST_ID, "2", MTR_MATCH_RULE_SECOND_ID, "1", MTR_FIELD_NONE);
      change = mtr_match_rule_set (snapshot, rows[i].rule, rows[i].mentor, rows[i].mentee, 200);
      g_test_message ("%s, then %s", rows[i].known, rows[i].rule);
      g_assert_cmpuint (mtr_change_count (change), ==, rows[i].replaced ? 2 : 1);
      if (rows[i].replaced)
        {
          g_assert_cmpint (mtr_change_nth (change, 0)->type, ==, MTR_OPERATION_DELETE);
          g_assert_cmpint (mtr_change_nth (change, 0)->id, ==, 100);
        }
      last = mtr_change_nth (change, mtr_change_count (change) - 1);
      g_assert_cmpint (last->type, ==, MTR_OPERATION_INSERT);
      g_assert_cmpint (mtr_record_get_number (last->record, MTR_MATCH_RULE_FIRST_ID), ==, rows[i].mentor);
      g_assert_cmpint (mtr_record_get_number (last->record, MTR_MATCH_RULE_SECOND_ID), ==, rows[i].mentee);
    }
}

static void
test_unset (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_LEAD);
  g_autoptr (MtrChange) pin = NULL;
  g_autoptr (MtrChange) exclude = NULL;

  mtr_test_record (snapshot, MTR_KIND_MATCH_RULE, 100, MTR_MATCH_RULE_RULE, "exclude", MTR_MATCH_RULE_FIRST_ID, "2",
                   MTR_MATCH_RULE_SECOND_ID, "1", MTR_FIELD_NONE);
  g_assert_true (mtr_match_rule_is_set (snapshot, MTR_MATCH_RULE_EXCLUDE, 1, 2));
  g_assert_false (mtr_match_rule_is_set (snapshot, MTR_MATCH_RULE_PIN, 2, 1));
  pin = mtr_match_rule_unset (snapshot, MTR_MATCH_RULE_PIN, 2, 1);
  g_assert_true (mtr_change_is_empty (pin));
  exclude = mtr_match_rule_unset (snapshot, MTR_MATCH_RULE_EXCLUDE, 1, 2);
  g_assert_cmpuint (mtr_change_count (exclude), ==, 1);
}

static void
test_weights (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_LEAD);
  g_autoptr (MtrChange) nothing = NULL;
  g_autoptr (MtrChange) first = NULL;
  g_autoptr (MtrChange) second = NULL;
  MtrMatchWeights weights;
  MtrMatchWeights read;
  gint64 last_id = 500;

  mtr_match_weights_init (&weights, snapshot);
  nothing = mtr_match_weights_make_change (&weights, snapshot, count_up, &last_id);
  g_assert_true (mtr_change_is_empty (nothing));

  weights.of[MTR_MATCH_WAITING] = 0;
  first = mtr_match_weights_make_change (&weights, snapshot, count_up, &last_id);
  g_assert_cmpint (mtr_change_nth (first, 0)->type, ==, MTR_OPERATION_INSERT);
  mtr_test_apply (snapshot, first);
  weights.of[MTR_MATCH_WAITING] = 30;
  second = mtr_match_weights_make_change (&weights, snapshot, count_up, &last_id);
  g_assert_cmpint (mtr_change_nth (second, 0)->type, ==, MTR_OPERATION_UPDATE);
  mtr_test_apply (snapshot, second);
  mtr_match_weights_init (&read, snapshot);
  g_assert_cmpmem (&read, sizeof read, &weights, sizeof weights);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/match-rule/set", test_set);
  g_test_add_func ("/core/match-rule/unset", test_unset);
  g_test_add_func ("/core/match-rule/weights", test_weights);

  return g_test_run ();
}
