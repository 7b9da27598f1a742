/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of kinds and fields agree with themselves. */

#include "mtr-change.h"
#include "mtr-snapshot.h"

static void
test_kind_ranges (void)
{
  for (int i = 0; i < MTR_N_KINDS; i++)
    {
      const MtrKindInfo *info = mtr_kind_get_info (i);

      g_assert_cmpint (info->first_field, !=, MTR_FIELD_NONE);
      for (int field = info->first_field; field <= (int) info->last_field; field++)
        g_assert_cmpint (mtr_field_get_info (field)->kind, ==, i);
      if (info->parent_field != MTR_FIELD_NONE)
        g_assert_cmpint (mtr_field_get_info (info->parent_field)->kind, ==, i);
    }
}

static void
test_kind_drafts_are_private (void)
{
  for (int i = 0; i < MTR_N_FIELDS; i++)
    {
      MtrField draft = mtr_field_get_draft (i);

      if (draft == MTR_FIELD_NONE)
        continue;
      g_assert_cmpint (mtr_field_get_info (draft)->audience, ==, MTR_AUDIENCE_MINE);
      g_assert_cmpint (mtr_field_get_info (draft)->type, ==, mtr_field_get_info (i)->type);
      g_assert_cmpint (mtr_field_get_passed_on (draft), ==, i);
    }
}

static void
test_record_values (void)
{
  g_autoptr (MtrRecord) record = mtr_record_new (MTR_KIND_PERSON, 7);
  g_autoptr (MtrRecord) copy = NULL;
  GDate date;

  g_assert_false (mtr_record_is_set (record, MTR_PERSON_SUPERVISORY_MONTHS));
  mtr_record_set_number (record, MTR_PERSON_SUPERVISORY_MONTHS, 0);
  g_assert_true (mtr_record_is_set (record, MTR_PERSON_SUPERVISORY_MONTHS));
  mtr_record_set_number (record, MTR_PERSON_LINE_MANAGER_ID, 0);
  g_assert_false (mtr_record_is_set (record, MTR_PERSON_LINE_MANAGER_ID));
  mtr_record_set_text (record, MTR_PERSON_NAME, "");
  g_assert_false (mtr_record_is_set (record, MTR_PERSON_NAME));
  mtr_record_set_text (record, MTR_PERSON_REGISTERED_SEEN_ON, "2026-02-31");
  g_assert_false (mtr_record_get_date (record, MTR_PERSON_REGISTERED_SEEN_ON, &date));
  mtr_record_set_text (record, MTR_PERSON_REGISTERED_SEEN_ON, "2024-02-29");
  g_assert_true (mtr_record_get_date (record, MTR_PERSON_REGISTERED_SEEN_ON, &date));
  g_assert_cmpint (g_date_get_day (&date), ==, 29);

  copy = mtr_record_copy (record);
  for (int i = MTR_PERSON_NAME; i <= MTR_PERSON_PRIVATE_NOTE; i++)
    g_assert_true (mtr_record_equal_field (record, copy, i));
  mtr_record_clear (copy, MTR_PERSON_SUPERVISORY_MONTHS);
  g_assert_false (mtr_record_equal_field (record, copy, MTR_PERSON_SUPERVISORY_MONTHS));
}

static void
test_change_one_operation_a_record (void)
{
  g_autoptr (MtrChange) change = mtr_change_new ("write");
  const MtrOperation *operation;

  mtr_change_set_text (change, MTR_SESSION_NEXT_STEP, 5, "Bring the audit");
  mtr_change_set_number (change, MTR_SESSION_MINUTES, 5, 55);
  mtr_change_set_text (change, MTR_SESSION_NEXT_STEP, 5, "Bring the whole audit");
  g_assert_cmpuint (mtr_change_count (change), ==, 1);
  operation = mtr_change_nth (change, 0);
  g_assert_cmpuint (operation->fields->len, ==, 2);
  g_assert_cmpstr (mtr_record_get_text (operation->record, MTR_SESSION_NEXT_STEP), ==, "Bring the whole audit");
}

static void
test_snapshot_order (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);

  for (int i = 0; i < 5; i++)
    {
      g_autoptr (MtrRecord) record = mtr_record_new (MTR_KIND_SESSION, (i * 3) % 5 + 1);

      mtr_record_set_number (record, MTR_SESSION_PAIRING_ID, i % 2 + 100);
      mtr_snapshot_add (snapshot, record);
    }
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (mtr_record_get_id (mtr_snapshot_nth (snapshot, MTR_KIND_SESSION, i)), ==, i + 1);
  /* Ids 1, 4, 2, 5, 3 were added; those at even places have 100: 1, 2 and 3. */
  g_assert_cmpint (mtr_record_get_id (mtr_snapshot_find_where (snapshot, MTR_KIND_SESSION, MTR_SESSION_PAIRING_ID, 100)),
                   ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/kind/ranges", test_kind_ranges);
  g_test_add_func ("/core/kind/drafts-are-private", test_kind_drafts_are_private);
  g_test_add_func ("/core/record/values", test_record_values);
  g_test_add_func ("/core/change/one-operation-a-record", test_change_one_operation_a_record);
  g_test_add_func ("/core/snapshot/order", test_snapshot_order);

  return g_test_run ();
}
