/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings a window with an empty programme to somebody's learning, by either of
 * the two sets of rules that a scheme has.
 */

#include "mtr-test-learning.h"

#define PACK "nqsw-scotland"

typedef struct {
  MtrField    field;
  const char *value;
} Value;

static MtrRecord *
add (MtrWindow   *window,
     MtrChange   *change,
     MtrKind      kind,
     const Value *values)
{
  MtrRecord *record = mtr_record_new (kind, mtr_programme_new_id (mtr_window_get_programme (window)));

  for (gsize i = 0; values[i].field != MTR_FIELD_NONE; i++)
    if (values[i].value == NULL)
      continue;
    else if (mtr_field_is_number (values[i].field))
      mtr_record_set_number (record, values[i].field, g_ascii_strtoll (values[i].value, NULL, 10));
    else
      mtr_record_set_text (record, values[i].field, values[i].value);
  mtr_change_insert (change, record);

  return record;
}

static gint64
add_person (MtrWindow  *window,
            MtrChange  *change,
            const char *name,
            const char *registered_on,
            const char *working_time)
{
  const Value values[] = {
    { MTR_PERSON_NAME, name }, { MTR_PERSON_REGISTERED_ON, registered_on },
    { MTR_PERSON_WORKING_TIME, working_time }, { MTR_FIELD_NONE, NULL },
  };

  return mtr_record_get_id (add (window, change, MTR_KIND_PERSON, values));
}

static void
add_pairing (MtrWindow *window,
             MtrChange *change,
             gint64     mentor_id,
             gint64     mentee_id)
{
  g_autofree char *mentor = g_strdup_printf ("%" G_GINT64_FORMAT, mentor_id);
  g_autofree char *mentee = g_strdup_printf ("%" G_GINT64_FORMAT, mentee_id);
  const Value pairing[] = {
    { MTR_PAIRING_PACK, PACK }, { MTR_PAIRING_STATE, "active" }, { MTR_PAIRING_MENTOR_ID, mentor },
    { MTR_PAIRING_STARTED_ON, "2026-09-01" }, { MTR_FIELD_NONE, NULL },
  };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT,
                                         mtr_record_get_id (add (window, change, MTR_KIND_PAIRING, pairing)));
  const Value member[] = {
    { MTR_MEMBER_PAIRING_ID, id }, { MTR_MEMBER_PERSON_ID, mentee }, { MTR_MEMBER_ROLE, "mentee" },
    { MTR_FIELD_NONE, NULL },
  };

  add (window, change, MTR_KIND_MEMBER, member);
}

/* Five elements have something written and one was only attended; sixty-four hours, of which twelve are on protection. */
static void
add_records (MtrWindow *window,
             MtrChange *change,
             gint64     person_id)
{
  static const struct {
    const char *title, *kind, *held_on, *minutes, *protection, *standards, *learnt, *shared_on;
  } rows[] = {
    { "Capacity, consent and what a signature is worth", "workshop", "2026-11-12", "240", "240", "6", NULL, NULL },
    { "Shadowing the duty desk for a fortnight", "shadowing", "2026-10-05", "3000", "480", "1 2",
      "That a question at the door decides the rest of the day.", "2026-11-02" },
    { "Two chapters on trauma and memory", "reading", "2026-08-21", "360", NULL, "3",
      "Why an account that changes may be true.", "2026-10-12" },
    { "Supervision: who decides, and on what grounds", "supervision", "2026-07-03", "240", NULL, "4 5",
      "To write down what I left out.", NULL },
  };
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, person_id);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Value values[] = {
        { MTR_LEARNING_RECORD_PERSON_ID, person }, { MTR_LEARNING_RECORD_TITLE, rows[i].title },
        { MTR_LEARNING_RECORD_KIND, rows[i].kind }, { MTR_LEARNING_RECORD_HELD_ON, rows[i].held_on },
        { MTR_LEARNING_RECORD_MINUTES, rows[i].minutes }, { MTR_LEARNING_RECORD_PROTECTION_MINUTES, rows[i].protection },
        { MTR_LEARNING_RECORD_STANDARDS, rows[i].standards }, { MTR_LEARNING_RECORD_LEARNT, rows[i].learnt },
        { MTR_LEARNING_RECORD_SHARED_ON, rows[i].shared_on }, { MTR_FIELD_NONE, NULL },
      };

      add (window, change, MTR_KIND_LEARNING_RECORD, values);
    }
}

static void
add_submission (MtrWindow *window,
                MtrChange *change,
                gint64     person_id)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, person_id);
  const Value values[] = {
    { MTR_SUBMISSION_PERSON_ID, person }, { MTR_SUBMISSION_PACK, PACK }, { MTR_SUBMISSION_NUMBER, "1" },
    { MTR_SUBMISSION_DUE_ON, "2025-11-20" }, { MTR_SUBMISSION_EXTENDED_TO, "2027-01-15" },
    { MTR_SUBMISSION_DRAFT_SHARED_ON, "2026-11-10" }, { MTR_FIELD_NONE, NULL },
  };

  add (window, change, MTR_KIND_SUBMISSION, values);
}

/**
 * mtr_test_add_learning:
 * @window: a window with an empty programme
 * @what: who learns
 *
 * Returns: the person who learns
 */
gint64
mtr_test_add_learning (MtrWindow       *window,
                       MtrTestLearning  what)
{
  MtrProgramme *programme = mtr_window_get_programme (window);
  g_autoptr (MtrChange) change = mtr_change_new ("add learning");
  gint64 owner = mtr_programme_get_owner_id (programme);
  gint64 person;
  MtrPack *pack = mtr_pack_library_find (mtr_programme_get_library (programme), PACK, NULL);
  GError *error = NULL;

  mtr_store_add_pack (mtr_programme_get_store (programme), pack, &error);
  g_assert_no_error (error);
  mtr_change_set_text (change, MTR_PROGRAMME_PACK, mtr_programme_get_id (programme), PACK);
  if (what == MTR_TEST_LEARNING_OWNER)
    {
      person = owner;
      mtr_change_set_text (change, MTR_PERSON_REGISTERED_ON, owner, "2026-02-02");
      add_pairing (window, change, add_person (window, change, "Mentor C", NULL, NULL), person);
    }
  else
    {
      person = add_person (window, change, "NQSW E",
                           what == MTR_TEST_LEARNING_EMPTY ? NULL
                           : what == MTR_TEST_LEARNING_HOURS ? "2024-05-20" : "2026-02-02",
                           what == MTR_TEST_LEARNING_HOURS ? "part-time" : NULL);
      if (what != MTR_TEST_LEARNING_ALONE)
        add_pairing (window, change, owner, person);
    }
  if (what != MTR_TEST_LEARNING_EMPTY)
    add_records (window, change, person);
  if (what == MTR_TEST_LEARNING_HOURS)
    add_submission (window, change, person);
  mtr_store_apply (mtr_programme_get_store (programme), change, &error);
  g_assert_no_error (error);
  mtr_test_window_settle (window);

  return person;
}

/**
 * mtr_test_open_learning:
 * @window: a window with a pairing in which somebody learns
 */
void
mtr_test_open_learning (MtrWindow *window)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  g_autoptr (GPtrArray) pairings = mtr_store_list_records (mtr_test_get_store (window),
                                                           &query, MTR_READER_LEAD, NULL);

  g_assert_cmpuint (pairings->len, ==, 1);
  mtr_window_go_to (window, mtr_record_get_id (g_ptr_array_index (pairings, 0)), MTR_KIND_LEARNING_RECORD, 0,
                    MTR_FIELD_NONE);
  mtr_test_window_settle (window);
}

static void
show (MtrWindow       *window,
      MtrTestLearning  what)
{
  mtr_test_add_learning (window, what);
  mtr_test_open_learning (window);
}

/* What was written to the store beside the window is seen when Today is come back to. */
static void
show_today (MtrWindow *window)
{
  mtr_window_show_place (window, "pairings");
  mtr_window_show_place (window, "today");
  mtr_test_window_settle (window);
}

/**
 * mtr_test_show_learning:
 * @window: a window with an empty programme
 *
 * Shows what somebody learns by elements.
 */
void
mtr_test_show_learning (MtrWindow *window)
{
  show (window, MTR_TEST_LEARNING_ELEMENTS);
}

/**
 * mtr_test_show_learning_hours:
 * @window: a window with an empty programme
 *
 * Shows what somebody learns by hours.
 */
void
mtr_test_show_learning_hours (MtrWindow *window)
{
  show (window, MTR_TEST_LEARNING_HOURS);
}

/**
 * mtr_test_show_learning_empty:
 * @window: a window with an empty programme
 *
 * Shows a pairing in which nothing is learnt yet.
 */
void
mtr_test_show_learning_empty (MtrWindow *window)
{
  show (window, MTR_TEST_LEARNING_EMPTY);
}

/**
 * mtr_test_show_learning_record:
 * @window: a window with an empty programme
 *
 * Shows one learning record.
 */
void
mtr_test_show_learning_record (MtrWindow *window)
{
  show (window, MTR_TEST_LEARNING_HOURS);
  mtr_test_open_row (window, "Shadowing");
}

/**
 * mtr_test_show_learning_review:
 * @window: a window with an empty programme
 *
 * Shows the review of learning.
 */
void
mtr_test_show_learning_review (MtrWindow *window)
{
  show (window, MTR_TEST_LEARNING_ELEMENTS);
  mtr_test_open_row (window, "Review of learning");
}

/**
 * mtr_test_show_learning_alone:
 * @window: a window with an empty programme
 *
 * Shows the learning of somebody who has no mentor.
 */
void
mtr_test_show_learning_alone (MtrWindow *window)
{
  gint64 person = mtr_test_add_learning (window, MTR_TEST_LEARNING_ALONE);

  mtr_window_go_to (window, 0, MTR_KIND_PERSON, person, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
  mtr_test_open_row (window, "Learning");
}

/**
 * mtr_test_show_learning_today:
 * @window: a window with an empty programme
 *
 * Shows Today to somebody who learns.
 */
void
mtr_test_show_learning_today (MtrWindow *window)
{
  mtr_test_add_learning (window, MTR_TEST_LEARNING_OWNER);
  show_today (window);
}

/**
 * mtr_test_show_learning_hand_in:
 * @window: a window with an empty programme
 *
 * Shows Today to somebody who is to hand in within a month.
 */
void
mtr_test_show_learning_hand_in (MtrWindow *window)
{
  g_autoptr (MtrChange) change = mtr_change_new ("register earlier");
  GError *error = NULL;

  mtr_change_set_text (change, MTR_PERSON_REGISTERED_ON, mtr_test_add_learning (window, MTR_TEST_LEARNING_OWNER),
                       "2025-12-20");
  mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);
  show_today (window);
}

/**
 * mtr_test_show_submission:
 * @window: a window with an empty programme
 *
 * Shows a submission.
 */
void
mtr_test_show_submission (MtrWindow *window)
{
  show (window, MTR_TEST_LEARNING_HOURS);
  mtr_test_open_row (window, "Submission 1");
}
