/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days and minutes that an event may have, and the learning that follows from being there. */

#include "mtr-event.h"

static void
test_problems (void)
{
  static const struct {
    const char *on;
    const char *last;
    gint64      minutes;
    gint64      protection;
    guint       n_problems;
    MtrField    field;
  } cases[] = {
    { "2026-10-30", "2026-10-31", 90, 90, 0, MTR_FIELD_NONE },
    { "2026-10-30", "2026-10-30", 90, 0, 0, MTR_FIELD_NONE },
    { "2026-10-30", "2026-10-29", 90, 0, 1, MTR_EVENT_ENDS_ON },
    { "2026-10-30", "2026-10-31", 90, 91, 1, MTR_EVENT_PROTECTION_MINUTES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrRecord) event = mtr_record_new (MTR_KIND_EVENT, 1);
      g_autoptr (GPtrArray) problems = NULL;

      mtr_record_set_text (event, MTR_EVENT_HELD_ON, cases[i].on);
      mtr_record_set_text (event, MTR_EVENT_ENDS_ON, cases[i].last);
      mtr_record_set_number (event, MTR_EVENT_MINUTES, cases[i].minutes);
      mtr_record_set_number (event, MTR_EVENT_PROTECTION_MINUTES, cases[i].protection);
      problems = mtr_event_list_problems (event);
      g_assert_cmpuint (problems->len, ==, cases[i].n_problems);
      if (problems->len > 0)
        g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->field, ==, cases[i].field);
    }
}

/* What somebody has written stays when the event goes, without the event; an empty record goes along. */
static void
test_remove (void)
{
  g_autoptr (MtrRecord) event = mtr_record_new (MTR_KIND_EVENT, 1);
  g_autoptr (GPtrArray) attendance = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) learning = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MtrChange) change = mtr_change_new ("remove");

  g_ptr_array_add (attendance, mtr_record_new (MTR_KIND_ATTENDANCE, 2));
  g_ptr_array_add (learning, mtr_record_new (MTR_KIND_LEARNING_RECORD, 3));
  g_ptr_array_add (learning, mtr_record_new (MTR_KIND_LEARNING_RECORD, 4));
  mtr_record_set_text (g_ptr_array_index (learning, 1), MTR_LEARNING_RECORD_LEARNT, "To wait");
  mtr_event_remove (change, event, attendance, learning);
  g_assert_cmpuint (mtr_change_count (change), ==, 4);
  for (guint i = 0; i < mtr_change_count (change); i++)
    {
      const MtrOperation *operation = mtr_change_nth (change, i);

      g_assert_cmpint (operation->type, ==, operation->id == 4 ? MTR_OPERATION_UPDATE : MTR_OPERATION_DELETE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/event/problems", test_problems);
  g_test_add_func ("/core/event/remove", test_remove);

  return g_test_run ();
}
