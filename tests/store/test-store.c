/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The everyday of the store: make, write, read, list, undo, search, close. */

#include "store-fixture.h"

#include <string.h>

static void
test_reopen (StoreFixture *fixture,
             gconstpointer data)
{
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_autofree char *before = store_fixture_describe (fixture);
  g_autofree char *after = NULL;
  g_autoptr (MtrSnapshot) snapshot = NULL;
  g_autoptr (MtrHistoryEntry) entry = NULL;
  MtrRecord *record;
  gint64 file_id = mtr_store_get_file_id (fixture->store);

  entry = mtr_store_peek_undo (fixture->store);
  g_assert_cmpstr (entry->label, ==, "add session");
  g_assert_true (entry->this_sitting);
  g_clear_pointer (&entry, mtr_history_entry_free);

  store_fixture_reopen (fixture);
  after = store_fixture_describe (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (mtr_store_get_file_id (fixture->store), ==, file_id);
  g_assert_nonnull (mtr_store_get_pack (fixture->store, "trial"));
  g_assert_null (mtr_store_get_pack (fixture->store, "other"));

  entry = mtr_store_peek_undo (fixture->store);
  g_assert_cmpstr (entry->label, ==, "add session");
  g_assert_false (entry->this_sitting);

  snapshot = mtr_store_load (fixture->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING, fixture->pairing, MTR_READER_OWNER,
                             NULL);
  record = mtr_snapshot_get (snapshot, MTR_KIND_SESSION, session);
  g_assert_cmpstr (mtr_record_get_text (record, MTR_SESSION_NEXT_STEP), ==, "Bring the audit");
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PERSON), ==, 2);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PORTFOLIO), ==, 1);
  record = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING_SUMMARY, fixture->pairing);
  g_assert_cmpstr (mtr_record_get_text (record, MTR_PAIRING_SUMMARY_LAST_HELD_ON), ==, "2026-02-03");
  store_fixture_assert_whole (fixture);
}

static void
test_audiences (StoreFixture *fixture,
                gconstpointer data)
{
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_autoptr (MtrChange) change = mtr_change_new ("note");
  g_autoptr (MtrSnapshot) snapshot = NULL;
  MtrRecord *record;

  mtr_change_set_text (change, MTR_SESSION_PRIVATE_NOTE, session, "I was tired");
  store_fixture_apply (fixture, change);

  snapshot = mtr_store_load (fixture->store, MTR_SCOPE_RECORD, MTR_KIND_SESSION, session, MTR_READER_LEAD, NULL);
  record = mtr_snapshot_get (snapshot, MTR_KIND_SESSION, session);
  g_assert_cmpstr (mtr_record_get_text (record, MTR_SESSION_HELD_ON), ==, "2026-02-03");
  g_assert_false (mtr_record_is_set (record, MTR_SESSION_NEXT_STEP));
  g_assert_false (mtr_record_is_set (record, MTR_SESSION_PRIVATE_NOTE));
}

static void
test_undo_redo (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *empty = store_fixture_describe (fixture);
  g_autofree char *full = NULL;
  g_autofree char *now = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("remove");
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  GError *error = NULL;

  full = store_fixture_describe (fixture);
  mtr_change_delete (change, MTR_KIND_SESSION, session);
  store_fixture_apply (fixture, change);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, empty);

  mtr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_free (now);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, full);
  store_fixture_assert_whole (fixture);

  mtr_store_redo (fixture->store, &error);
  g_assert_no_error (error);
  g_free (now);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, empty);
  g_assert_false (mtr_store_redo (fixture->store, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_BARRIER);
  g_clear_error (&error);
  store_fixture_assert_whole (fixture);
}

static void
test_search (StoreFixture *fixture,
             gconstpointer data)
{
  gint64 first = store_fixture_add_session (fixture, "2026-02-03", "Bring the gęślą audit");
  gint64 second = store_fixture_add_session (fixture, "2026-02-17", "An AUDIT of \"supervision\" notes");
  g_autoptr (MtrChange) change = mtr_change_new ("note");
  g_autoptr (GPtrArray) hits = NULL;
  MtrSearchHit *hit;
  GError *error = NULL;

  mtr_change_set_text (change, MTR_SESSION_PRIVATE_NOTE, first, "audit fatigue");
  store_fixture_apply (fixture, change);

  hits = mtr_store_search (fixture->store, "aud", 10, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 2);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->id, ==, second);
  g_assert_cmpint (hit->kind, ==, MTR_KIND_SESSION);
  g_assert_cmpint (hit->pairing_id, ==, fixture->pairing);
  g_clear_pointer (&hits, g_ptr_array_unref);

  hits = mtr_store_search (fixture->store, "gesla", 10, FALSE, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = mtr_store_search (fixture->store, "audit", 10, TRUE, NULL);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_true (((MtrSearchHit *) g_ptr_array_index (hits, 2))->is_private);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = mtr_store_search (fixture->store, "\"OR NEAR(* -- AND NOT", 10, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
changed_cb (MtrStore *store,
            GArray   *records,
            guint    *n_records)
{
  *n_records = records->len;
}

static void
notify_cb (MtrStore   *store,
           GParamSpec *pspec,
           guint      *n_notifies)
{
  (*n_notifies)++;
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;

  mtr_store_apply_finish (MTR_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_announcements (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (MtrChange) change = mtr_change_new ("rename");
  guint n_records = 0, n_notifies = 0;
  gboolean done = FALSE;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &n_records);
  g_signal_connect (fixture->store, "notify::undo-label", G_CALLBACK (notify_cb), &n_notifies);
  mtr_change_set_text (change, MTR_PERSON_NAME, fixture->mentee, "Ottoline Brae-Moss");
  mtr_store_apply_async (fixture->store, change, NULL, applied_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  /* The person, and the summary that names her. */
  g_assert_cmpuint (n_records, >=, 2);
  g_assert_cmpuint (n_notifies, ==, 1);
}

static void
test_lists (StoreFixture *fixture,
            gconstpointer data)
{
  MtrStoreQuery people = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  MtrStoreQuery sessions = MTR_STORE_QUERY_INIT (MTR_KIND_SESSION);
  MtrStoreQuery pairings = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  g_autoptr (GArray) ids = NULL;
  gint64 march;

  people.order_field = MTR_PERSON_NAME;
  ids = mtr_store_list_ids (fixture->store, &people, NULL);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, fixture->mentor);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, fixture->manager);
  g_clear_pointer (&ids, g_array_unref);

  people.contains = "bráe";
  ids = mtr_store_list_ids (fixture->store, &people, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_clear_pointer (&ids, g_array_unref);
  pairings.contains = "OTTOLINE";
  g_assert_cmpint (mtr_store_count (fixture->store, &pairings, NULL), ==, 1);

  store_fixture_add_session (fixture, "2026-02-03", "February");
  march = store_fixture_add_session (fixture, "2026-03-03", "March");
  store_fixture_add_session (fixture, "2026-04-03", "April");
  sessions.equal_field = MTR_SESSION_PAIRING_ID;
  sessions.equal_number = fixture->pairing;
  sessions.range_field = MTR_SESSION_HELD_ON;
  sessions.range_from = "2026-03-03";
  sessions.range_to = "2026-04-03";
  ids = mtr_store_list_ids (fixture->store, &sessions, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, march);
}

static void
test_closed (StoreFixture *fixture,
             gconstpointer data)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PERSON);
  g_autoptr (GError) error = NULL;

  mtr_store_close (fixture->store);
  g_assert_null (mtr_store_list_ids (fixture->store, &query, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_CLOSED);
}

#define add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/file/reopen", test_reopen);
  add ("/store/read/audiences", test_audiences);
  add ("/store/history/undo-redo", test_undo_redo);
  add ("/store/search/words", test_search);
  add ("/store/thread/announcements", test_announcements);
  add ("/store/read/lists", test_lists);
  add ("/store/thread/closed", test_closed);

  return g_test_run ();
}
