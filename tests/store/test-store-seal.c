/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is signed stays as it was signed, whoever asks and however. */

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
  StoreFixture  store;
  gint64        sealed;    /* an observation */
  gint64        open;      /* another, not signed */
  gint64        addendum;  /* of the sealed one */
  sqlite3      *raw;       /* (owned) (nullable): a connection that obeys nobody */
} SealFixture;

static gint64
add_addendum (StoreFixture *fixture,
              gint64        observation,
              const char   *text)
{
  g_autoptr (MtrChange) change = mtr_change_new ("add addendum");
  MtrRecord *addendum = mtr_record_new (MTR_KIND_ADDENDUM, mtr_store_new_id (fixture->store));

  mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, observation);
  mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, "correction");
  mtr_record_set_text (addendum, MTR_ADDENDUM_ADDED_ON, "2026-03-09");
  mtr_record_set_text (addendum, MTR_ADDENDUM_TEXT, text);
  mtr_change_insert (change, addendum);
  store_fixture_apply (fixture, change);

  return mtr_record_get_id (addendum);
}

static void
set_up (SealFixture  *fixture,
        gconstpointer data)
{
  store_fixture_set_up (&fixture->store, data);
  fixture->sealed = store_fixture_add_observation (&fixture->store);
  fixture->open = store_fixture_add_observation (&fixture->store);
  store_fixture_seal (&fixture->store, fixture->sealed);
  fixture->addendum = add_addendum (&fixture->store, fixture->sealed, "It was the third of March.");
}

static void
tear_down (SealFixture  *fixture,
           gconstpointer data)
{
  if (fixture->raw != NULL)
    g_assert_cmpint (sqlite3_close (fixture->raw), ==, SQLITE_OK);
  store_fixture_tear_down (&fixture->store, data);
}

static void
open_raw (SealFixture *fixture)
{
  g_clear_object (&fixture->store.store);
  g_assert_cmpint (sqlite3_open (fixture->store.path, &fixture->raw), ==, SQLITE_OK);
}

static void
close_raw (SealFixture *fixture)
{
  g_assert_cmpint (sqlite3_close (fixture->raw), ==, SQLITE_OK);
  fixture->raw = NULL;
}

static int
add_row_cb (void  *user_data,
            int    n_columns,
            char **values,
            char **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (user_data, "%s|", values[i] != NULL ? values[i] : "-");
  g_string_append_c (user_data, '\n');

  return 0;
}

/* Every row that the signatures stand for, as SQL sees it. */
static char *
dump_sealed (SealFixture *fixture)
{
  static const char *const queries[] = {
    "SELECT * FROM observation WHERE id = %1$s",
    "SELECT * FROM observation_assessment WHERE id = %1$s",
    "SELECT * FROM observation_note WHERE observation_id = %1$s ORDER BY id",
    "SELECT * FROM observation_theme WHERE observation_id = %1$s ORDER BY id",
    "SELECT * FROM observation_area WHERE observation_id = %1$s ORDER BY id",
    "SELECT * FROM addendum WHERE observation_id = %1$s ORDER BY id",
    "SELECT a.* FROM addendum_assessment a JOIN addendum b ON b.id = a.id WHERE b.observation_id = %1$s ORDER BY a.id",
  };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->sealed);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (GStrv) parts = g_strsplit (queries[i], "%1$s", -1);
      g_autofree char *sql = g_strjoinv (id, parts);
      gsize before = text->len;

      g_assert_cmpint (sqlite3_exec (fixture->raw, sql, add_row_cb, text, NULL), ==, SQLITE_OK);
      g_assert_cmpuint (text->len, >, before);
      g_string_append (text, "--\n");
    }

  return g_string_free (text, FALSE);
}

/* $S the sealed observation, $O the open one, $A the addendum; $C the sealed child and $D the open child of the table
 * that the statement is about. */
static char *
fill_in (SealFixture *fixture,
         const char  *statement,
         const char  *table)
{
  g_autofree char *sealed = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->sealed);
  g_autofree char *open = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->open);
  g_autofree char *addendum = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->addendum);
  g_autofree char *child = g_strdup_printf ("(SELECT id FROM %s WHERE observation_id = %s)", table, sealed);
  g_autofree char *open_child = g_strdup_printf ("(SELECT id FROM %s WHERE observation_id = %s)", table, open);
  GString *sql = g_string_new (statement);

  g_string_replace (sql, "$S", sealed, 0);
  g_string_replace (sql, "$O", open, 0);
  g_string_replace (sql, "$A", addendum, 0);
  g_string_replace (sql, "$C", child, 0);
  g_string_replace (sql, "$D", open_child, 0);
  g_string_replace (sql, "$T", table, 0);

  return g_string_free (sql, FALSE);
}

static void
assert_refused (SealFixture *fixture,
                const char  *statement,
                const char  *table)
{
  static const char *const settings[] = {
    "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = OFF",
    "PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF",
    "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA ignore_check_constraints = ON",
  };
  g_autofree char *sql = fill_in (fixture, statement, table);
  g_autofree char *before = dump_sealed (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *after = NULL;
      int code;

      g_assert_cmpint (sqlite3_exec (fixture->raw, settings[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (fixture->raw, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
      code = sqlite3_exec (fixture->raw, sql, NULL, NULL, NULL);
      after = dump_sealed (fixture);
      if (code == SQLITE_OK)
        g_test_message ("not refused: %s", sql);
      g_assert_cmpint (code, ==, SQLITE_CONSTRAINT);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (sqlite3_exec (fixture->raw, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
    }
}

static void
test_sql (SealFixture  *fixture,
          gconstpointer data)
{
  static const char *const statements[] = {
    /* the record itself */
    "UPDATE observation SET held_on = '2026-04-01' WHERE id = $S",
    "UPDATE observation SET held_on = '2026-04-01'",
    "UPDATE OR REPLACE observation SET held_on = '2026-04-01' WHERE id = $S",
    "UPDATE OR IGNORE observation SET type = 'formative' WHERE id = $S",
    "UPDATE observation SET sealed_at = NULL WHERE id = $S",
    "UPDATE observation SET sealed_at = '2026-03-07T10:00:00Z' WHERE id = $S",
    "UPDATE observation SET observer_signed_at = NULL WHERE id = $S",
    "UPDATE observation SET erased_at = '2026-03-07T10:00:00Z', held_on = NULL WHERE id = $S",
    "UPDATE observation SET erased_at = '2026-03-07T10:00:00Z', withdrawn_on = '2026-03-07' WHERE id = $S",
    "UPDATE observation SET pairing_id = pairing_id + 1 WHERE id = $S",
    "UPDATE observation SET id = 7 WHERE id = $S",
    "UPDATE observation SET id = id + 1 WHERE id = $S",
    "UPDATE observation SET _rowid_ = 7 WHERE id = $S",
    "UPDATE OR REPLACE observation SET id = $S WHERE id = $O",
    "UPDATE observation SET held_on = '2026-04-01' FROM (SELECT 1) WHERE observation.id = $S",
    "DELETE FROM observation WHERE id = $S",
    "DELETE FROM observation",
    "INSERT OR REPLACE INTO observation (id, pairing_id, type) SELECT id, pairing_id, type FROM observation WHERE id = $S",
    "REPLACE INTO observation SELECT * FROM observation WHERE id = $S",
    "REPLACE INTO observation (rowid, pairing_id, type) SELECT id, pairing_id, type FROM observation WHERE id = $S",
    "INSERT INTO observation SELECT * FROM observation WHERE id = $S ON CONFLICT (id) DO UPDATE SET held_on = NULL",
    "WITH s AS (SELECT $S AS id) DELETE FROM observation WHERE id IN (SELECT id FROM s)",
    /* what other audiences read of it */
    "UPDATE observation_assessment SET account = 'otherwise' WHERE id = $S",
    "UPDATE observation_assessment SET account = NULL WHERE id = $S",
    "UPDATE observation_assessment SET id = $O + 5 WHERE id = $S",
    "UPDATE OR REPLACE observation_assessment SET id = $S WHERE id = $O",
    "DELETE FROM observation_assessment WHERE id = $S",
    "INSERT OR REPLACE INTO observation_assessment (id, account) VALUES ($S, 'otherwise')",
    "INSERT INTO observation_assessment (id, account) VALUES ($S, 'x') ON CONFLICT (id) DO UPDATE SET account = 'x'",
    "UPDATE observation_mine SET draft_reflection = 'otherwise' WHERE id = $S",
    "INSERT OR REPLACE INTO observation_mine (id, draft_reflection) VALUES ($S, 'otherwise')",
    /* what was added to it */
    "UPDATE addendum SET reason = 'withdrawal' WHERE id = $A",
    "UPDATE addendum SET observation_id = $O WHERE id = $A",
    "UPDATE addendum SET id = 7 WHERE id = $A",
    "DELETE FROM addendum WHERE id = $A",
    "REPLACE INTO addendum SELECT * FROM addendum WHERE id = $A",
    "UPDATE addendum_assessment SET text = 'otherwise' WHERE id = $A",
    "DELETE FROM addendum_assessment WHERE id = $A",
    "REPLACE INTO addendum_assessment (id, text) VALUES ($A, 'otherwise')",
    "UPDATE OR REPLACE addendum_assessment SET id = id + 1 WHERE id = $A",
  };
  static const char *const child_statements[] = {
    "UPDATE $T SET observation_id = $O WHERE id = $C",
    "UPDATE $T SET observation_id = $S WHERE id = $D",
    "UPDATE $T SET id = 7 WHERE id = $C",
    "UPDATE OR REPLACE $T SET id = $C WHERE id = $D",
    "DELETE FROM $T WHERE id = $C",
    "DELETE FROM $T",
    "REPLACE INTO $T SELECT * FROM $T WHERE id = $C",
  };
  static const char *const tables[] = { "observation_note", "observation_theme", "observation_area" };
  static const char *const more[][2] = {
    { "observation_note", "UPDATE $T SET text = 'otherwise' WHERE id = $C" },
    { "observation_note", "UPDATE $T SET text = NULL, written_time = NULL WHERE id = $C" },
    { "observation_note", "INSERT INTO $T (observation_id, text) VALUES ($S, 'one more')" },
    { "observation_note", "REPLACE INTO $T (id, observation_id, text) VALUES ($C, $O, 'moved')" },
    { "observation_theme", "UPDATE $T SET text = NULL WHERE id = $C" },
    { "observation_theme", "INSERT INTO $T (observation_id, theme) VALUES ($S, 'more')" },
    { "observation_theme", "REPLACE INTO $T (id, observation_id, theme) VALUES ($C, $O, 'moved')" },
    { "observation_theme", "UPDATE observation_theme_mine SET draft_text = 'otherwise' WHERE id = $C" },
    { "observation_theme", "REPLACE INTO observation_theme_mine (id, draft_text) VALUES ($C, 'otherwise')" },
    { "observation_area", "UPDATE $T SET rationale = 'otherwise' WHERE id = $C" },
    { "observation_area", "UPDATE $T SET standard = '2' WHERE id = $C" },
    { "observation_area", "INSERT INTO $T (observation_id, standard) VALUES ($S, '3')" },
    { "observation_area", "INSERT INTO observation_area_mine (id, draft_rationale) VALUES ($C, 'late')" },
  };

  open_raw (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    assert_refused (fixture, statements[i], "observation_note");
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (child_statements); j++)
      assert_refused (fixture, child_statements[j], tables[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    assert_refused (fixture, more[i][1], more[i][0]);

  /* The one that is not signed can still be written. */
  {
    g_autofree char *sql = fill_in (fixture, "UPDATE observation SET held_on = '2026-04-01' WHERE id = $O; "
                                    "UPDATE observation_note SET text = 'otherwise' WHERE id = $D; "
                                    "DELETE FROM observation_note WHERE id = $D", "observation_note");

    g_assert_cmpint (sqlite3_exec (fixture->raw, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  }
}

/* What stands above a sealed record cannot be taken away from over it while references are kept. */
static void
test_parents (SealFixture  *fixture,
              gconstpointer data)
{
  static const char *const statements[] = {
    "DELETE FROM pairing",
    ("REPLACE INTO pairing (id, pack, state) SELECT id + 1, pack, state FROM pairing; DELETE FROM pairing WHERE id = "
     "(SELECT pairing_id FROM observation WHERE id = $S)"),
    "UPDATE pairing SET id = id + 1",
    "DELETE FROM person",
  };

  open_raw (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *sql = fill_in (fixture, statements[i], "observation_note");
      g_autofree char *before = dump_sealed (fixture);
      g_autofree char *after = NULL;

      g_assert_cmpint (sqlite3_exec (fixture->raw, "PRAGMA foreign_keys = ON; BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (fixture->raw, sql, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
      after = dump_sealed (fixture);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (sqlite3_exec (fixture->raw, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
    }
}

/* The store itself refuses with its own code, whatever the operation. */
static void
test_operations (SealFixture  *fixture,
                 gconstpointer data)
{
  static const MtrField fields[] = {
    MTR_OBSERVATION_HELD_ON, MTR_OBSERVATION_SEALED_AT, MTR_OBSERVATION_ACCOUNT, MTR_OBSERVATION_DRAFT_ACCOUNT,
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (fixture->store.store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                                     fixture->store.pairing, MTR_READER_OWNER, NULL);
  g_autoptr (GPtrArray) notes = mtr_snapshot_list_where (snapshot, MTR_KIND_OBSERVATION_NOTE,
                                                         MTR_OBSERVATION_NOTE_OBSERVATION_ID, fixture->sealed);
  gint64 note = mtr_record_get_id (g_ptr_array_index (notes, 0));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (MtrChange) change = mtr_change_new ("write over it");

      mtr_change_set_text (change, fields[i], fixture->sealed,
                           mtr_field_get_info (fields[i])->type == MTR_TYPE_DATE     ? "2026-05-05"
                           : mtr_field_get_info (fields[i])->type == MTR_TYPE_MOMENT ? "2026-05-05T10:00:00Z"
                                                                                     : "otherwise");
      store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_SEALED);
    }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("write a note");

    mtr_change_set_text (change, MTR_OBSERVATION_NOTE_TEXT, note, "otherwise");
    store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_SEALED);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("add a note");
    MtrRecord *record = mtr_record_new (MTR_KIND_OBSERVATION_NOTE, mtr_store_new_id (fixture->store.store));

    mtr_record_set_number (record, MTR_OBSERVATION_NOTE_OBSERVATION_ID, fixture->sealed);
    mtr_change_insert (change, record);
    store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_SEALED);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("remove");

    mtr_change_delete (change, MTR_KIND_OBSERVATION, fixture->sealed);
    store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_SEALED);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("remove the pairing");

    mtr_change_delete (change, MTR_KIND_PAIRING, fixture->store.pairing);
    store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_SEALED);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("rewrite the addendum");

    mtr_change_set_text (change, MTR_ADDENDUM_TEXT, fixture->addendum, "otherwise");
    store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_SEALED);
  }
  {
    g_autoptr (MtrChange) change = mtr_change_new ("remove the addendum");

    mtr_change_delete (change, MTR_KIND_ADDENDUM, fixture->addendum);
    store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_SEALED);
  }
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (mtr_store_undo (fixture->store.store, &error));
    g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_BARRIER);
    g_assert_null (mtr_store_peek_undo (fixture->store.store));
  }
}

static void
test_one_signature (SealFixture  *fixture,
                    gconstpointer data)
{
  g_autoptr (MtrChange) change = mtr_change_new ("seal too early");
  g_autoptr (MtrChange) early = mtr_change_new ("add an addendum too early");
  MtrRecord *addendum = mtr_record_new (MTR_KIND_ADDENDUM, mtr_store_new_id (fixture->store.store));

  mtr_change_set_text (change, MTR_OBSERVATION_OBSERVER_SIGNED_AT, fixture->open, "2026-03-05T10:00:00Z");
  mtr_change_set_text (change, MTR_OBSERVATION_SEALED_AT, fixture->open, "2026-03-06T10:00:00Z");
  store_fixture_refuse (&fixture->store, change, MTR_STORE_ERROR_INVALID);

  mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, fixture->open);
  mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, "correction");
  mtr_record_set_text (addendum, MTR_ADDENDUM_ADDED_ON, "2026-03-09");
  mtr_change_insert (early, addendum);
  store_fixture_refuse (&fixture->store, early, MTR_STORE_ERROR_INVALID);
}

/* A record that was signed elsewhere arrives in one change, sealed, with all that belongs to it. */
static void
test_arrives_sealed (SealFixture  *fixture,
                     gconstpointer data)
{
  g_autoptr (MtrChange) change = mtr_change_new ("take in");
  g_autoptr (MtrChange) late = mtr_change_new ("late");
  MtrRecord *observation = mtr_record_new (MTR_KIND_OBSERVATION, mtr_store_new_id (fixture->store.store));
  MtrRecord *theme = mtr_record_new (MTR_KIND_OBSERVATION_THEME, mtr_store_new_id (fixture->store.store));
  gint64 id = mtr_record_get_id (observation);

  mtr_record_set_number (observation, MTR_OBSERVATION_PAIRING_ID, fixture->store.pairing);
  mtr_record_set_text (observation, MTR_OBSERVATION_TYPE, "direct");
  mtr_record_set_text (observation, MTR_OBSERVATION_OBSERVER_SIGNED_AT, "2026-03-05T10:00:00Z");
  mtr_record_set_text (observation, MTR_OBSERVATION_OBSERVED_SIGNED_AT, "2026-03-05T11:00:00Z");
  mtr_record_set_text (observation, MTR_OBSERVATION_SEALED_AT, "2026-03-05T11:00:00Z");
  mtr_record_set_text (observation, MTR_OBSERVATION_ACCOUNT, "As it was.");
  mtr_change_insert (change, observation);
  mtr_record_set_number (theme, MTR_OBSERVATION_THEME_OBSERVATION_ID, id);
  mtr_record_set_text (theme, MTR_OBSERVATION_THEME_THEME, "power");
  mtr_change_insert (change, theme);
  store_fixture_apply (&fixture->store, change);

  mtr_change_set_text (late, MTR_OBSERVATION_ACCOUNT, id, "As it was not.");
  store_fixture_refuse (&fixture->store, late, MTR_STORE_ERROR_SEALED);
  store_fixture_assert_whole (&fixture->store);
}

/* A seal that is gone, or a sealed record without a signature, is found. */
static void
test_verify (SealFixture  *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  store_fixture_assert_whole (&fixture->store);
  open_raw (fixture);
  g_assert_cmpint (sqlite3_exec (fixture->raw, "DROP TRIGGER observation_note_seal_update; "
                                 "UPDATE observation_note SET text = 'otherwise'", NULL, NULL, NULL), ==, SQLITE_OK);
  close_raw (fixture);
  store_fixture_reopen (&fixture->store);
  problems = mtr_store_verify (fixture->store.store, NULL);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "observation_note_seal_update"));
}

/* An observation that both signed elsewhere, with a theme, something added after signing, and a paper that did not come. */
static gint64
carry (SealFixture *fixture,
       gboolean     carried)
{
  StoreFixture *store = &fixture->store;
  g_autoptr (MtrChange) change = mtr_change_new ("bring in");
  MtrRecord *observation = mtr_record_new (MTR_KIND_OBSERVATION, mtr_store_new_id (store->store));
  MtrRecord *theme = mtr_record_new (MTR_KIND_OBSERVATION_THEME, mtr_store_new_id (store->store));
  MtrRecord *addendum = mtr_record_new (MTR_KIND_ADDENDUM, mtr_store_new_id (store->store));
  gint64 id = mtr_record_get_id (observation);

  mtr_record_set_number (observation, MTR_OBSERVATION_PAIRING_ID, store->pairing);
  mtr_record_set_text (observation, MTR_OBSERVATION_TYPE, "direct");
  mtr_record_set_text (observation, MTR_OBSERVATION_ACCOUNT, "She asked twice.");
  mtr_record_set_text (observation, MTR_OBSERVATION_OBSERVER_SIGNED_AT, "2025-03-05T10:00:00Z");
  mtr_record_set_text (observation, MTR_OBSERVATION_OBSERVED_SIGNED_AT, "2025-03-06T10:00:00Z");
  mtr_record_set_text (observation, MTR_OBSERVATION_SEALED_AT, "2025-03-06T10:00:00Z");
  mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, id);
  mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, "correction");
  mtr_record_set_text (addendum, MTR_ADDENDUM_ADDED_ON, "2025-04-01");
  mtr_record_set_text (addendum, MTR_ADDENDUM_TEXT, "Three times, in fact.");
  mtr_record_set_number (theme, MTR_OBSERVATION_THEME_OBSERVATION_ID, id);
  mtr_record_set_text (theme, MTR_OBSERVATION_THEME_THEME, "power");
  mtr_record_set_text (theme, MTR_OBSERVATION_THEME_TEXT, "Who sits where.");
  mtr_change_insert (change, addendum);
  mtr_change_insert (change, theme);
  mtr_change_insert (change, observation);
  if (carried)
    mtr_change_set_carried (change);
  store_fixture_apply (store, change);

  return id;
}

/* What was signed elsewhere comes in sealed, and goes out whole with one undo; the seals of this file hold all the while. */
static void
test_carried (SealFixture  *fixture,
              gconstpointer data)
{
  StoreFixture *store = &fixture->store;
  g_autofree char *before = store_fixture_describe (store);
  g_autofree char *with = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = carry (fixture, TRUE);

  with = store_fixture_describe (store);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MtrChange) late = mtr_change_new ("change what is signed");
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      store_fixture_assert_whole (store);
      mtr_change_set_text (late, MTR_OBSERVATION_ACCOUNT, id, "She did not ask.");
      store_fixture_refuse (store, late, MTR_STORE_ERROR_SEALED);
      mtr_store_undo (store->store, &error);
      g_assert_no_error (error);
      undone = store_fixture_describe (store);
      g_assert_cmpstr (undone, ==, before);
      store_fixture_assert_whole (store);
      mtr_store_redo (store->store, &error);
      g_assert_no_error (error);
      redone = store_fixture_describe (store);
      g_assert_cmpstr (redone, ==, with);
      store_fixture_reopen (store);
    }
  store_fixture_assert_whole (store);

  /* What is added here to what was carried is signed here, and stays. */
  add_addendum (store, id, "Seen again.");
  g_assert_null (mtr_store_peek_undo (store->store));
}

/* Without being marked as carried, or where it adds to what this file has sealed, it is a signature as any other. */
static void
test_not_carried (SealFixture  *fixture,
                  gconstpointer data)
{
  StoreFixture *store = &fixture->store;
  g_autoptr (MtrChange) change = mtr_change_new ("smuggle");
  MtrRecord *addendum = mtr_record_new (MTR_KIND_ADDENDUM, mtr_store_new_id (store->store));

  carry (fixture, FALSE);
  g_assert_null (mtr_store_peek_undo (store->store));

  store_fixture_add_session (store, "2026-05-01", "Later");
  mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, fixture->sealed);
  mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, "correction");
  mtr_record_set_text (addendum, MTR_ADDENDUM_ADDED_ON, "2026-04-01");
  mtr_change_insert (change, addendum);
  mtr_change_set_carried (change);
  store_fixture_apply (store, change);
  g_assert_null (mtr_store_peek_undo (store->store));
  store_fixture_assert_whole (store);
}

/* A file that is kept elsewhere is named without its content, and nothing is missing. */
static void
test_kept_apart (SealFixture  *fixture,
                 gconstpointer data)
{
  StoreFixture *store = &fixture->store;
  g_autoptr (MtrChange) change = mtr_change_new ("name a file");
  g_autoptr (GBytes) content = NULL;
  MtrRecord *evidence = mtr_record_new (MTR_KIND_EVIDENCE, mtr_store_new_id (store->store));
  MtrRecord *attachment = mtr_record_new (MTR_KIND_ATTACHMENT, mtr_store_new_id (store->store));
  g_autofree char *sha256 = g_strnfill (64, 'a');

  mtr_record_set_number (evidence, MTR_EVIDENCE_PORTFOLIO_ID, store->portfolio);
  mtr_record_set_number (evidence, MTR_EVIDENCE_NUMBER, 1);
  mtr_record_set_text (evidence, MTR_EVIDENCE_KIND, "document");
  mtr_change_insert (change, evidence);
  mtr_record_set_number (attachment, MTR_ATTACHMENT_EVIDENCE_ID, mtr_record_get_id (evidence));
  mtr_record_set_text (attachment, MTR_ATTACHMENT_NAME, "audit.txt");
  mtr_record_set_text (attachment, MTR_ATTACHMENT_SHA256, sha256);
  mtr_record_set_number (attachment, MTR_ATTACHMENT_KEPT_APART, 1);
  mtr_change_insert (change, attachment);
  store_fixture_apply (store, change);
  store_fixture_assert_whole (store);
  content = mtr_store_load_attachment (store->store, sha256, NULL);
  g_assert_null (content);
}

#define add(path, function) g_test_add (path, SealFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/seal/sql", test_sql);
  add ("/store/seal/parents", test_parents);
  add ("/store/seal/operations", test_operations);
  add ("/store/seal/one-signature", test_one_signature);
  add ("/store/seal/arrives-sealed", test_arrives_sealed);
  add ("/store/seal/verify", test_verify);
  add ("/store/seal/carried", test_carried);
  add ("/store/seal/not-carried", test_not_carried);
  add ("/store/seal/kept-apart", test_kept_apart);

  return g_test_run ();
}
