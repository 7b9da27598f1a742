/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms with answers: as text, passed on with and without a name, and drafted from a session or an observation. */

#include "mtr-filled-form.h"
#include "mtr-pack-library.h"

#define TODAY "2026-11-21"
#define OWNER 7
#define PAIRING 10

static gint64
next_id (gpointer user_data)
{
  gint64 *id = user_data;

  return ++*id;
}

static MtrPack *
load_pack (MtrPackLibrary *library,
           const char     *id)
{
  mtr_pack_library_load (library);

  return mtr_pack_library_find (library, id, NULL);
}

static MtrRecord *
make_answer (const char *question,
             const char *text,
             gint64      number)
{
  static gint64 id = 900;
  MtrRecord *answer = mtr_record_new (MTR_KIND_PRIVATE_FORM_ANSWER, ++id);

  mtr_record_set_text (answer, MTR_PRIVATE_FORM_ANSWER_QUESTION, question);
  mtr_record_set_text (answer, MTR_PRIVATE_FORM_ANSWER_TEXT, text);
  if (number >= 0)
    mtr_record_set_number (answer, MTR_PRIVATE_FORM_ANSWER_NUMBER, number);

  return answer;
}

/* The answers come in any order, the questions of the form stay in theirs. */
static void
test_text (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  MtrPack *pack = load_pack (library, "pqs-adults");
  const MtrForm *form = mtr_pack_find_form (pack, "relationship-review");
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *empty = mtr_filled_form_dup_text (form, answers);
  g_autofree char *text = NULL;

  g_assert_cmpstr (empty, ==, "");
  g_ptr_array_add (answers, make_answer ("safe", NULL, 4));
  g_ptr_array_add (answers, make_answer ("gone-from-the-pack", "Lost", -1));
  g_ptr_array_add (answers, make_answer ("role", "Supervisee for two years", -1));
  text = mtr_filled_form_dup_text (form, answers);
  g_assert_cmpstr (text, ==, "What are you to each other?\nSupervisee for two years\n\n"
                             "I can say what I do not know or have got wrong.\n4 of 5");
}

static void
test_share (void)
{
  static const struct {
    int         named;     /* -1: the form does not ask */
    const char *given_by;  /* what was typed */
    const char *passed_by; /* what goes along */
    gint64      person;
  } rows[] = {
    { -1, NULL, NULL, OWNER },
    { 1, "Sam, supervisee", "Sam, supervisee", OWNER },
    { 0, "Sam, supervisee", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id = 100;
      g_autoptr (MtrChange) change = mtr_change_new ("share");
      g_autoptr (MtrRecord) form = mtr_record_new (MTR_KIND_PRIVATE_FORM, 50);
      g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
      MtrRecord *copy;
      const MtrOperation *operation;

      mtr_record_set_text (form, MTR_PRIVATE_FORM_FORM, "relationship-review");
      mtr_record_set_text (form, MTR_PRIVATE_FORM_FILLED_ON, "2026-11-20");
      mtr_record_set_text (form, MTR_PRIVATE_FORM_GIVEN_BY, rows[i].given_by);
      if (rows[i].named >= 0)
        mtr_record_set_number (form, MTR_PRIVATE_FORM_NAMED, rows[i].named);
      g_ptr_array_add (answers, make_answer ("safe", NULL, 4));

      copy = mtr_filled_form_share (change, form, answers, PAIRING, OWNER, TODAY, next_id, &id);
      g_assert_cmpint (mtr_record_get_number (copy, MTR_FORM_RECORD_PAIRING_ID), ==, PAIRING);
      g_assert_cmpstr (mtr_record_get_text (copy, MTR_FORM_RECORD_FILLED_ON), ==, "2026-11-20");
      g_assert_cmpstr (mtr_record_get_text (copy, MTR_FORM_RECORD_GIVEN_BY), ==, rows[i].passed_by);
      g_assert_cmpint (mtr_record_get_number (copy, MTR_FORM_RECORD_PERSON_ID), ==, rows[i].person);

      /* The copy, its answer, and the day on the private one. */
      g_assert_cmpuint (mtr_change_count (change), ==, 3);
      operation = mtr_change_nth (change, 1);
      g_assert_cmpint (operation->kind, ==, MTR_KIND_FORM_ANSWER);
      g_assert_cmpint (mtr_record_get_number (operation->record, MTR_FORM_ANSWER_NUMBER), ==, 4);
      g_assert_cmpint (mtr_record_get_number (operation->record, MTR_FORM_ANSWER_FORM_RECORD_ID), ==,
                       mtr_record_get_id (copy));
      operation = mtr_change_nth (change, 2);
      g_assert_cmpint (operation->id, ==, 50);
      g_assert_cmpstr (mtr_record_get_text (operation->record, MTR_PRIVATE_FORM_PASSED_ON), ==, TODAY);
    }
}

static const char *
find_answer (GPtrArray  *records,
             const char *question)
{
  for (guint i = 1; i < records->len; i++)
    if (mtr_record_text_is (g_ptr_array_index (records, i), MTR_PRIVATE_FORM_ANSWER_QUESTION, question))
      return mtr_record_get_text (g_ptr_array_index (records, i), MTR_PRIVATE_FORM_ANSWER_TEXT);

  return NULL;
}

static void
test_note_of_session (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  MtrPack *pack = load_pack (library, "pqs-adults");
  MtrPack *other = mtr_pack_library_find (library, "nqsw-scotland", NULL);
  MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, 30);
  MtrRecord *answer = mtr_record_new (MTR_KIND_SESSION_ANSWER, 31);
  g_autoptr (GPtrArray) note = NULL;
  g_autoptr (GPtrArray) other_note = NULL;
  gint64 id = 100;

  mtr_record_set_text (session, MTR_SESSION_KIND, "debrief");
  mtr_record_set_text (session, MTR_SESSION_HELD_ON, "2026-11-12");
  mtr_snapshot_add (snapshot, session);
  mtr_record_set_number (answer, MTR_SESSION_ANSWER_SESSION_ID, 30);
  mtr_record_set_text (answer, MTR_SESSION_ANSWER_PROMPT, "learning");
  mtr_record_set_text (answer, MTR_SESSION_ANSWER_TEXT, "To wait for the second answer.");
  mtr_snapshot_add (snapshot, answer);

  note = mtr_filled_form_draft_note (pack, snapshot, session, OWNER, TODAY, next_id, &id);
  g_assert_true (mtr_record_text_is (g_ptr_array_index (note, 0), MTR_PRIVATE_FORM_SOURCE_KIND, "session"));
  g_assert_cmpint (mtr_record_get_number (g_ptr_array_index (note, 0), MTR_PRIVATE_FORM_SOURCE_ID), ==, 30);
  g_assert_cmpstr (find_answer (note, "type"), ==, "Debrief");
  g_assert_cmpstr (find_answer (note, "date"), ==, "12 November 2026");
  g_assert_cmpstr (find_answer (note, "what"), ==, NULL);
  g_assert_cmpstr (find_answer (note, "learnt"), ==, "To wait for the second answer.");

  /* Another regulator asks other questions: what it does not ask is not there. */
  other_note = mtr_filled_form_draft_note (other, snapshot, session, OWNER, TODAY, next_id, &id);
  g_assert_cmpstr (find_answer (other_note, "type"), ==, NULL);
  g_assert_cmpstr (find_answer (other_note, "activity"), ==, "Debrief, 12 November 2026");
}

/* What somebody saw of a colleague is no note of their own; what they thought of being seen is. */
static void
test_note_of_observation (void)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  MtrPack *pack = load_pack (library, "pqs-adults");
  g_autoptr (MtrRecord) observation = mtr_record_new (MTR_KIND_OBSERVATION, 40);
  g_autoptr (GPtrArray) observer = NULL;
  g_autoptr (GPtrArray) observed = NULL;
  gint64 id = 100;

  mtr_record_set_text (observation, MTR_OBSERVATION_TYPE, "direct");
  mtr_record_set_text (observation, MTR_OBSERVATION_HELD_ON, "2026-10-02");
  mtr_record_set_text (observation, MTR_OBSERVATION_REFLECTION, "I talk when I am nervous.");
  mtr_record_set_number (observation, MTR_OBSERVATION_OBSERVED_ID, 8);

  observer = mtr_filled_form_draft_note (pack, snapshot, observation, OWNER, TODAY, next_id, &id);
  g_assert_cmpstr (find_answer (observer, "what"), ==, "I observed a colleague.");
  g_assert_cmpstr (find_answer (observer, "learnt"), ==, NULL);

  observed = mtr_filled_form_draft_note (pack, snapshot, observation, 8, TODAY, next_id, &id);
  g_assert_cmpstr (find_answer (observed, "what"), ==, "I was observed.");
  g_assert_cmpstr (find_answer (observed, "learnt"), ==, "I talk when I am nervous.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/filled-form/text", test_text);
  g_test_add_func ("/core/filled-form/share", test_share);
  g_test_add_func ("/core/filled-form/note-of-session", test_note_of_session);
  g_test_add_func ("/core/filled-form/note-of-observation", test_note_of_observation);

  return g_test_run ();
}
