/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a change may be, attachments, erasing, and what a request can be told
 * on the way.
 */

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

static void
test_invalid_texts (StoreFixture *fixture,
                    gconstpointer data)
{
  static const struct {
    MtrField    field;
    const char *text;
    const char *label;  /* what the message must name */
  } cases[] = {
    { MTR_SESSION_NEXT_STEP, "bell \a", "Next step" },
    { MTR_SESSION_NEXT_STEP, "page \f break", "Next step" },
    { MTR_SESSION_NEXT_STEP, "not text: \xff\xfe", "Next step" },
    { MTR_SESSION_NEXT_STEP, "cut: \xc3", "Next step" },
    { MTR_SESSION_NEXT_STEP, "surrogate: \xed\xa0\x80", "Next step" },
    { MTR_SESSION_NEXT_STEP, "no character: \xef\xbf\xbf", "Next step" },
    { MTR_SESSION_HELD_ON, "2026-02-29", "When" },
    { MTR_SESSION_HELD_ON, "2026-2-9", "When" },
    { MTR_SESSION_HELD_ON, "03/02/2026", "When" },
    { MTR_SESSION_HELD_ON, "2026-02-03 ", "When" },
    { MTR_SESSION_HELD_ON, "0000-01-01", "When" },
    { MTR_SESSION_HELD_TIME, "24:00", "Time" },
    { MTR_SESSION_HELD_TIME, "9:30", "Time" },
    { MTR_SESSION_HELD_TIME, "09:60", "Time" },
    { MTR_SESSION_STATE, "", "State" },
  };
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MtrChange) change = mtr_change_new ("write");
      g_autoptr (GError) error = NULL;

      mtr_change_set_text (change, cases[i].field, session, cases[i].text);
      g_assert_false (mtr_store_apply (fixture->store, change, &error));
      g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].label));
      store_fixture_refuse (fixture, change, MTR_STORE_ERROR_INVALID);
    }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("write");

    mtr_change_set_text (change, MTR_SESSION_PRIVATE_NOTE, session, "tab\tand\nnew line\r\nand żółw 🐢");
    mtr_change_set_text (change, MTR_SESSION_HELD_ON, session, "2024-02-29");
    mtr_change_set_text (change, MTR_SESSION_HELD_TIME, session, "23:59");
    store_fixture_apply (fixture, change);
  }
}

static void
test_lengths (StoreFixture *fixture,
              gconstpointer data)
{
  static const MtrField fields[] = { MTR_SESSION_NEXT_STEP, MTR_SESSION_PRIVATE_NOTE, MTR_SESSION_KIND, MTR_SESSION_AREAS };
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MtrChange) fits = mtr_change_new ("write");
      g_autoptr (MtrChange) too_long = mtr_change_new ("write");

      /* Characters are counted, not bytes. */
      for (gsize j = 0; j < mtr_field_get_max_length (fields[i]); j++)
        g_string_append (text, "ż");
      mtr_change_set_text (fits, fields[i], session, text->str);
      store_fixture_apply (fixture, fits);
      g_string_append (text, "ż");
      mtr_change_set_text (too_long, fields[i], session, text->str);
      store_fixture_refuse (fixture, too_long, MTR_STORE_ERROR_INVALID);
    }
  store_fixture_assert_whole (fixture);
}

static void
test_whole_or_not (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (MtrChange) change = mtr_change_new ("two things");
  MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, mtr_store_new_id (fixture->store));

  mtr_record_set_text (person, MTR_PERSON_NAME, "Quentin Salter");
  mtr_change_insert (change, person);
  mtr_change_set_number (change, MTR_PAIRING_LINE_MANAGER_ID, fixture->pairing, 12345);
  store_fixture_refuse (fixture, change, MTR_STORE_ERROR_INVALID);
  store_fixture_assert_whole (fixture);
}

static void
test_references (StoreFixture *fixture,
                 gconstpointer data)
{
  {
    g_autoptr (MtrChange) change = mtr_change_new ("name nobody");
    g_autoptr (GError) error = NULL;

    mtr_change_set_number (change, MTR_PAIRING_TALK_TO_ID, fixture->pairing, 12345);
    g_assert_false (mtr_store_apply (fixture->store, change, &error));
    g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "Somebody the mentor can talk to"));
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("remove the mentor");
    g_autoptr (GError) error = NULL;

    mtr_change_delete (change, MTR_KIND_PERSON, fixture->mentor);
    g_assert_false (mtr_store_apply (fixture->store, change, &error));
    g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "Mentor"));
    store_fixture_refuse (fixture, change, MTR_STORE_ERROR_INVALID);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("write to nothing");

    mtr_change_set_text (change, MTR_SESSION_NEXT_STEP, 12345, "Hello");
    store_fixture_refuse (fixture, change, MTR_STORE_ERROR_INVALID);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("add twice");
    MtrRecord *person = mtr_record_new (MTR_KIND_PERSON, fixture->mentor);

    mtr_record_set_text (person, MTR_PERSON_NAME, "Somebody else");
    mtr_change_insert (change, person);
    store_fixture_refuse (fixture, change, MTR_STORE_ERROR_INVALID);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("write what is worked out");

    mtr_change_set_text (change, MTR_PAIRING_SUMMARY_MENTOR, fixture->pairing, "Somebody else");
    store_fixture_refuse (fixture, change, MTR_STORE_ERROR_INVALID);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("add in any order");
    MtrRecord *session = mtr_record_new (MTR_KIND_SESSION, mtr_store_new_id (fixture->store));
    MtrRecord *topic = mtr_record_new (MTR_KIND_SESSION_TOPIC, mtr_store_new_id (fixture->store));

    mtr_record_set_number (topic, MTR_SESSION_TOPIC_SESSION_ID, mtr_record_get_id (session));
    mtr_record_set_text (topic, MTR_SESSION_TOPIC_TOPIC, "power");
    mtr_change_insert (change, topic);
    mtr_record_set_number (session, MTR_SESSION_PAIRING_ID, fixture->pairing);
    mtr_record_set_text (session, MTR_SESSION_STATE, "held");
    mtr_change_insert (change, session);
    store_fixture_apply (fixture, change);
  }
  store_fixture_assert_whole (fixture);
}

static gint64
add_evidence (StoreFixture *fixture)
{
  g_autoptr (MtrChange) change = mtr_change_new ("add evidence");
  MtrRecord *evidence = mtr_record_new (MTR_KIND_EVIDENCE, mtr_store_new_id (fixture->store));

  mtr_record_set_number (evidence, MTR_EVIDENCE_PORTFOLIO_ID, fixture->portfolio);
  mtr_record_set_number (evidence, MTR_EVIDENCE_NUMBER, 1);
  mtr_record_set_text (evidence, MTR_EVIDENCE_KIND, "document");
  mtr_record_set_text (evidence, MTR_EVIDENCE_TITLE, "Zygomatic audit");
  mtr_change_insert (change, evidence);
  store_fixture_apply (fixture, change);

  return mtr_record_get_id (evidence);
}

static gint64
attach (StoreFixture *fixture,
        gint64        evidence,
        GBytes       *bytes,
        char        **sha256)
{
  g_autoptr (MtrChange) change = mtr_change_new ("attach");
  MtrRecord *attachment = mtr_record_new (MTR_KIND_ATTACHMENT, mtr_store_new_id (fixture->store));

  *sha256 = mtr_change_attach (change, bytes);
  mtr_record_set_number (attachment, MTR_ATTACHMENT_EVIDENCE_ID, evidence);
  mtr_record_set_text (attachment, MTR_ATTACHMENT_NAME, "paper.pdf");
  mtr_record_set_text (attachment, MTR_ATTACHMENT_SHA256, *sha256);
  mtr_change_insert (change, attachment);
  store_fixture_apply (fixture, change);

  return mtr_record_get_id (attachment);
}

static gboolean
has_content (StoreFixture *fixture,
             const char   *sha256,
             GBytes       *bytes)
{
  g_autoptr (GBytes) stored = mtr_store_load_attachment (fixture->store, sha256, NULL);

  return stored != NULL && g_bytes_equal (stored, bytes);
}

static void
test_attachments (StoreFixture *fixture,
                  gconstpointer data)
{
  gint64 evidence = add_evidence (fixture);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2 a paper", 11);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autofree char *sha256 = NULL;
  g_autofree char *again = NULL;
  g_autofree char *empty_sha256 = NULL;
  gint64 first = attach (fixture, evidence, bytes, &sha256);
  gint64 second = attach (fixture, evidence, bytes, &again);
  g_autoptr (MtrChange) remove_first = mtr_change_new ("remove");
  g_autoptr (MtrChange) remove_second = mtr_change_new ("remove");
  GError *error = NULL;

  g_assert_cmpstr (sha256, ==, again);
  attach (fixture, evidence, empty, &empty_sha256);
  g_assert_true (has_content (fixture, empty_sha256, empty));
  mtr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_true (has_content (fixture, empty_sha256, empty));

  /* Gone from the records, but not from what can be undone. What was undone before is out of reach now. */
  mtr_change_delete (remove_first, MTR_KIND_ATTACHMENT, first);
  store_fixture_apply (fixture, remove_first);
  g_assert_false (has_content (fixture, empty_sha256, empty));
  mtr_change_delete (remove_second, MTR_KIND_ATTACHMENT, second);
  store_fixture_apply (fixture, remove_second);
  g_assert_true (has_content (fixture, sha256, bytes));
  store_fixture_reopen (fixture);
  mtr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_true (has_content (fixture, sha256, bytes));
  store_fixture_assert_whole (fixture);
  mtr_store_redo (fixture->store, &error);
  g_assert_no_error (error);

  /* Behind a barrier nothing is undone, so nothing refers to the paper any more. */
  {
    gint64 observation = store_fixture_add_observation (fixture);

    store_fixture_seal (fixture, observation);
  }
  g_assert_false (has_content (fixture, sha256, bytes));
  store_fixture_assert_whole (fixture);
}

static void
test_large_attachments (StoreFixture *fixture,
                        gconstpointer data)
{
  gint64 evidence = add_evidence (fixture);
  char *large = g_malloc0 (MTR_STORE_MAX_ATTACHMENT + 1);
  g_autoptr (GBytes) too_large = g_bytes_new_take (large, MTR_STORE_MAX_ATTACHMENT + 1);
  g_autoptr (GBytes) fits = g_bytes_new_from_bytes (too_large, 0, MTR_STORE_MAX_ATTACHMENT);
  g_autoptr (MtrChange) change = mtr_change_new ("attach");
  g_autoptr (MtrChange) missing = mtr_change_new ("attach nothing");
  MtrRecord *attachment = mtr_record_new (MTR_KIND_ATTACHMENT, mtr_store_new_id (fixture->store));
  g_autofree char *sha256 = NULL;

  g_free (mtr_change_attach (change, too_large));
  mtr_change_set_text (change, MTR_EVIDENCE_TITLE, evidence, "With a large paper");
  store_fixture_refuse (fixture, change, MTR_STORE_ERROR_TOO_LARGE);

  attach (fixture, evidence, fits, &sha256);
  g_assert_true (has_content (fixture, sha256, fits));
  store_fixture_assert_whole (fixture);

  mtr_record_set_number (attachment, MTR_ATTACHMENT_EVIDENCE_ID, evidence);
  mtr_record_set_text (attachment, MTR_ATTACHMENT_NAME, "paper.pdf");
  mtr_record_set_text (attachment, MTR_ATTACHMENT_SHA256, "0000");
  mtr_change_insert (missing, attachment);
  store_fixture_refuse (fixture, missing, MTR_STORE_ERROR_INVALID);
}

static gboolean
file_holds (StoreFixture *fixture,
            const char   *word)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));

  return memmem (content, length, word, strlen (word)) != NULL;
}

/* A word that is nowhere else, in each place of a sealed observation, and in each place that remembers. */
static void
test_erase_sealed (StoreFixture *fixture,
                   gconstpointer data)
{
  static const char *const words[] = {
    "listened before", "hurried the ending", "question about the caseload", "chairs the same", "decides the agenda",
    "value at stake", "xylographic", "hurrie", "caseloa",
  };
  gint64 observation = store_fixture_add_observation (fixture);
  g_autoptr (MtrChange) write = mtr_change_new ("write xylographic words");
  g_autoptr (MtrChange) erase = mtr_change_new ("erase the observation");
  g_autoptr (MtrChange) addendum_change = mtr_change_new ("add");
  g_autoptr (GError) error = NULL;

  mtr_change_set_text (write, MTR_OBSERVATION_AIMS, observation, "Something xylographic");
  store_fixture_apply (fixture, write);
  mtr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  mtr_store_redo (fixture->store, &error);
  g_assert_no_error (error);
  store_fixture_seal (fixture, observation);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (file_holds (fixture, words[i]));

  mtr_change_erase (erase, MTR_KIND_OBSERVATION, observation);
  store_fixture_apply (fixture, erase);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (file_holds (fixture, words[i]))
        g_test_message ("still there: %s", words[i]);
      g_assert_false (file_holds (fixture, words[i]));
    }

  /* What stays: that it was, when, whose, that it was signed, and that it was erased. */
  {
    g_autoptr (MtrSnapshot) snapshot = mtr_store_load (fixture->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                                       fixture->pairing, MTR_READER_OWNER, NULL);
    MtrRecord *record = mtr_snapshot_get (snapshot, MTR_KIND_OBSERVATION, observation);

    g_assert_cmpstr (mtr_record_get_text (record, MTR_OBSERVATION_HELD_ON), ==, "2026-03-02");
    g_assert_true (mtr_record_is_set (record, MTR_OBSERVATION_SEALED_AT));
    g_assert_true (mtr_record_is_set (record, MTR_OBSERVATION_ERASED_AT));
    g_assert_false (mtr_record_is_set (record, MTR_OBSERVATION_OBSERVER_SIGNED_NAME));
    g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION_NOTE), ==, 1);
    g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION_THEME), ==, 1);
  }
  g_assert_false (mtr_store_undo (fixture->store, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_BARRIER);
  store_fixture_assert_whole (fixture);
  store_fixture_reopen (fixture);
  store_fixture_assert_whole (fixture);

  /* Once is enough. */
  {
    g_autoptr (MtrChange) again = mtr_change_new ("erase it again");
    g_autofree char *erased = store_fixture_describe (fixture);
    g_autofree char *now = NULL;

    mtr_change_erase (again, MTR_KIND_OBSERVATION, observation);
    store_fixture_apply (fixture, again);
    now = store_fixture_describe (fixture);
    g_assert_cmpstr (erased, ==, now);
  }

  /* Nothing more is written about it. */
  {
    MtrRecord *addendum = mtr_record_new (MTR_KIND_ADDENDUM, mtr_store_new_id (fixture->store));

    mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, observation);
    mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, "correction");
    mtr_record_set_text (addendum, MTR_ADDENDUM_ADDED_ON, "2026-03-09");
    mtr_change_insert (addendum_change, addendum);
    g_clear_error (&error);
    g_assert_false (mtr_store_apply (fixture->store, addendum_change, &error));
    g_assert_nonnull (error);
  }
}

/* Working notes go by themselves, from under a seal too. */
static void
test_erase_notes (StoreFixture *fixture,
                  gconstpointer data)
{
  gint64 observation = store_fixture_add_observation (fixture);
  g_autoptr (MtrChange) erase = mtr_change_new ("erase the notes");
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_OBSERVATION_NOTE);
  g_autoptr (GArray) notes = NULL;

  store_fixture_seal (fixture, observation);
  notes = mtr_store_list_ids (fixture->store, &query, NULL);
  mtr_change_erase (erase, MTR_KIND_OBSERVATION_NOTE, g_array_index (notes, gint64, 0));
  store_fixture_apply (fixture, erase);
  g_assert_false (file_holds (fixture, "question about the caseload"));
  store_fixture_assert_whole (fixture);
}

static void
test_erase_others (StoreFixture *fixture,
                   gconstpointer data)
{
  gint64 evidence = add_evidence (fixture);
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "quixotic step");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a paper about nobody at all", 27);
  g_autofree char *sha256 = NULL;
  g_autoptr (MtrChange) erase = mtr_change_new ("erase");
  g_autoptr (MtrSnapshot) snapshot = NULL;

  attach (fixture, evidence, bytes, &sha256);
  mtr_change_erase (erase, MTR_KIND_EVIDENCE, evidence);
  mtr_change_erase (erase, MTR_KIND_SESSION, session);
  mtr_change_erase (erase, MTR_KIND_PERSON, fixture->manager);
  store_fixture_apply (fixture, erase);
  g_assert_false (file_holds (fixture, "Zygomatic"));
  g_assert_false (file_holds (fixture, "zygomatic"));
  g_assert_false (file_holds (fixture, "quixotic"));
  g_assert_false (file_holds (fixture, "nobody at all"));
  g_assert_false (file_holds (fixture, "Piers"));
  g_assert_false (file_holds (fixture, "piers"));
  /* Those who were not erased are there, although the entry that made them all is gone. */
  g_assert_true (file_holds (fixture, "Ottoline"));
  snapshot = mtr_store_load (fixture->store, MTR_SCOPE_RECORD, MTR_KIND_PERSON, fixture->manager, MTR_READER_OWNER, NULL);
  g_assert_cmpstr (mtr_record_get_text (mtr_snapshot_get (snapshot, MTR_KIND_PERSON, fixture->manager), MTR_PERSON_NAME),
                   ==, "Erased");
  store_fixture_assert_whole (fixture);
}

static void
test_new_ids (StoreFixture *fixture,
              gconstpointer data)
{
  gint64 last = 0, seeded[100];

  for (int i = 0; i < 1000; i++)
    {
      gint64 id = mtr_store_new_id (fixture->store);

      g_assert_cmpint (id, >, last);
      last = id;
    }
  mtr_store_set_seed (fixture->store, G_GINT64_CONSTANT (1767225600000000), 7);
  for (gsize i = 0; i < G_N_ELEMENTS (seeded); i++)
    seeded[i] = mtr_store_new_id (fixture->store);
  mtr_store_set_seed (fixture->store, G_GINT64_CONSTANT (1767225600000000), 7);
  for (gsize i = 0; i < G_N_ELEMENTS (seeded); i++)
    g_assert_cmpint (mtr_store_new_id (fixture->store), ==, seeded[i]);
}

typedef struct {
  int     n_answers;
  GError *error;    /* (owned) (nullable): of the last answer */
} Answers;

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answers *answers = user_data;
  g_autoptr (GArray) ids = NULL;

  g_clear_error (&answers->error);
  ids = mtr_store_list_ids_finish (MTR_STORE (source), result, &answers->error);
  answers->n_answers++;
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  StoreFixture *fixture = user_data;
  g_autoptr (GPtrArray) records = mtr_store_get_records_finish (MTR_STORE (source), result, NULL);

  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (records, 0)), ==, fixture->manager);
  g_assert_cmpint (mtr_record_get_id (g_ptr_array_index (records, 1)), ==, fixture->mentor);
  fixture->manager = 0;
}

static void
test_cancel (StoreFixture *fixture,
             gconstpointer data)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  gint64 ids[] = { fixture->manager, 12345, fixture->mentor };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answers answers = { 0 };

  g_cancellable_cancel (cancellable);
  mtr_store_list_ids_async (fixture->store, &query, cancellable, listed_cb, &answers);
  while (answers.n_answers < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answers.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  mtr_store_list_ids_async (fixture->store, &query, NULL, listed_cb, &answers);
  while (answers.n_answers < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answers.error);

  mtr_store_get_records_async (fixture->store, MTR_KIND_PERSON, ids, G_N_ELEMENTS (ids), MTR_READER_OWNER, NULL, got_cb,
                               fixture);
  while (fixture->manager != 0)
    g_main_context_iteration (NULL, TRUE);

  /* A store that is closed answers too. */
  mtr_store_close (fixture->store);
  mtr_store_list_ids_async (fixture->store, &query, NULL, listed_cb, &answers);
  while (answers.n_answers < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answers.error, MTR_STORE_ERROR, MTR_STORE_ERROR_CLOSED);
  g_clear_error (&answers.error);
}

typedef struct {
  GString *order;
  char     name;
} Turn;

static void
turn_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Turn *turn = user_data;

  if (turn->name == 'w')
    g_assert_true (mtr_store_apply_finish (MTR_STORE (source), result, NULL));
  else
    g_array_unref (mtr_store_list_ids_finish (MTR_STORE (source), result, NULL));
  g_string_append_c (turn->order, turn->name);
}

/* Whoever writes does not wait for those who read, but for the one that has begun. */
static void
test_writes_first (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GString) order = g_string_new (NULL);
  Turn turns[] = { { order, 'a' }, { order, 'b' }, { order, 'c' }, { order, 'w' } };
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (MtrChange) change = mtr_change_new ("write");
  sqlite3 *raw;

  /* Nothing can be read, so the thread stays with what it took up first. */
  g_assert_cmpint (sqlite3_open (fixture->path, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  for (int i = 0; i < 3; i++)
    mtr_store_list_ids_async (fixture->store, &query, NULL, turn_cb, &turns[i]);
  mtr_change_set_text (change, MTR_PERSON_TEAM, fixture->mentor, "North");
  mtr_store_apply_async (fixture->store, change, NULL, turn_cb, &turns[3]);
  g_assert_cmpint (sqlite3_exec (raw, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);

  while (order->len < 4)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_equal (order->str, "awbc") || g_str_equal (order->str, "wabc"));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  StoreFixture *fixture = user_data;
  GError *error = NULL;

  fixture->store = mtr_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
refused_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Answers *answers = user_data;

  g_assert_null (mtr_store_open_finish (result, &answers->error));
  answers->n_answers++;
}

static void
test_open_async (StoreFixture *fixture,
                 gconstpointer data)
{
  Answers answers = { 0 };

  g_clear_object (&fixture->store);
  mtr_store_open_async (fixture->path, store_fixture_lookup, NULL, NULL, opened_cb, fixture);
  while (fixture->store == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (mtr_store_get_path (fixture->store), ==, fixture->path);

  mtr_store_open_async ("/dev/null", NULL, NULL, NULL, refused_cb, &answers);
  while (answers.n_answers == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answers.error, MTR_STORE_ERROR, MTR_STORE_ERROR_NOT_OURS);
  g_clear_error (&answers.error);
}

#define add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/change/invalid-texts", test_invalid_texts);
  add ("/store/change/lengths", test_lengths);
  add ("/store/change/whole-or-not", test_whole_or_not);
  add ("/store/change/references", test_references);
  add ("/store/attachment/kept", test_attachments);
  add ("/store/attachment/large", test_large_attachments);
  add ("/store/erase/sealed", test_erase_sealed);
  add ("/store/erase/notes", test_erase_notes);
  add ("/store/erase/others", test_erase_others);
  add ("/store/thread/new-ids", test_new_ids);
  add ("/store/thread/cancel", test_cancel);
  add ("/store/thread/open-async", test_open_async);
  add ("/store/thread/writes-first", test_writes_first);

  return g_test_run ();
}
