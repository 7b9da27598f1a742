/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo, by name, across sittings, and where they stop. */

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

/* What the actions below have made so far. */
typedef struct {
  StoreFixture *fixture;  /* (unowned) */
  gint64        session;
  gint64        second_session;
  gint64        observation;
  gint64        evidence;
  gint64        link;
  gint64        report;
  gint64        person;
  gint64        attachment;
  gint64        last;     /* whatever was inserted last */
} Story;

static MtrRecord *
insert (Story     *story,
        MtrChange *change,
        MtrKind    kind)
{
  MtrRecord *record = mtr_record_new (kind, mtr_store_new_id (story->fixture->store));

  mtr_change_insert (change, record);
  story->last = mtr_record_get_id (record);

  return record;
}

static void
insert_child (Story      *story,
              MtrChange  *change,
              MtrKind     kind,
              gint64      parent,
              MtrField    field,
              const char *text)
{
  MtrRecord *record = insert (story, change, kind);

  mtr_record_set_number (record, mtr_kind_get_info (kind)->parent_field, parent);
  if (field != MTR_FIELD_NONE)
    mtr_record_set_text (record, field, text);
}

static void
add_session (Story      *story,
             MtrChange  *change,
             const char *held_on)
{
  insert_child (story, change, MTR_KIND_SESSION, story->fixture->pairing, MTR_SESSION_STATE, "held");
  mtr_change_set_text (change, MTR_SESSION_HELD_ON, story->last, held_on);
  mtr_change_set_number (change, MTR_SESSION_MINUTES, story->last, 55);
}

static void
do_action (Story     *story,
           MtrChange *change,
           int        number)
{
  StoreFixture *fixture = story->fixture;
  MtrRecord *record;

  switch (number)
    {
    case 0: /* a person, as short as can be */
      record = insert (story, change, MTR_KIND_PERSON);
      mtr_record_set_text (record, MTR_PERSON_NAME, "Quentin Salter");
      story->person = story->last;
      break;
    case 1: mtr_change_set_text (change, MTR_PERSON_NAME, story->person, "Quentin Salter-Voss"); break;
    case 2: mtr_change_set_text (change, MTR_PERSON_EMAIL, story->person, "quentin@example.org"); break;
    case 3: mtr_change_set_text (change, MTR_PERSON_PRIVATE_NOTE, story->person, "Prefers mornings."); break;
    case 4: mtr_change_clear (change, MTR_PERSON_EMAIL, story->person); break;
    case 5: mtr_change_set_number (change, MTR_PERSON_REGISTERED, fixture->mentor, 1); break;
    case 6: mtr_change_set_number (change, MTR_PERSON_SUPERVISORY_MONTHS, fixture->mentor, 30); break;
    case 7: mtr_change_set_number (change, MTR_PERSON_LINE_MANAGER_ID, fixture->mentee, fixture->manager); break;
    case 8: mtr_change_set_number (change, MTR_PAIRING_LINE_MANAGER_ID, fixture->pairing, fixture->manager); break;
    case 9: mtr_change_set_number (change, MTR_PAIRING_TALK_TO_ID, fixture->pairing, story->person); break;
    case 10: mtr_change_set_number (change, MTR_PAIRING_INTERVAL_DAYS, fixture->pairing, 21); break;
    case 11: /* a pause says what and why in two tables */
      mtr_change_set_text (change, MTR_PAIRING_STATE, fixture->pairing, "paused");
      mtr_change_set_text (change, MTR_PAIRING_PAUSED_ON, fixture->pairing, "2026-02-01");
      mtr_change_set_text (change, MTR_PAIRING_PAUSE_REASON, fixture->pairing, "Sick leave.");
      break;
    case 12:
      mtr_change_set_text (change, MTR_PAIRING_STATE, fixture->pairing, "active");
      mtr_change_clear (change, MTR_PAIRING_PAUSED_ON, fixture->pairing);
      break;
    case 13:
      insert_child (story, change, MTR_KIND_AGREEMENT, fixture->pairing, MTR_AGREEMENT_LIMITS, "Harm to anybody.");
      mtr_change_set_number (change, MTR_AGREEMENT_VERSION, story->last, 1);
      break;
    case 14: mtr_change_set_text (change, MTR_AGREEMENT_REVIEW_ON, story->last, "2026-08-01"); break;
    case 15:
      add_session (story, change, "2026-02-03");
      story->session = story->last;
      break;
    case 16: mtr_change_set_text (change, MTR_SESSION_NEXT_STEP, story->session, "Bring the audit"); break;
    case 17: insert_child (story, change, MTR_KIND_SESSION_TOPIC, story->session, MTR_SESSION_TOPIC_TOPIC, "power"); break;
    case 18: insert_child (story, change, MTR_KIND_SESSION_TOPIC, story->session, MTR_SESSION_TOPIC_TOPIC, "time"); break;
    case 19: mtr_change_delete (change, MTR_KIND_SESSION_TOPIC, story->last); break;
    case 20:
      record = insert (story, change, MTR_KIND_SESSION_ATTENDEE);
      mtr_record_set_number (record, MTR_SESSION_ATTENDEE_SESSION_ID, story->session);
      mtr_record_set_number (record, MTR_SESSION_ATTENDEE_PERSON_ID, fixture->mentee);
      break;
    case 21:
      insert_child (story, change, MTR_KIND_SESSION_ANSWER, story->session, MTR_SESSION_ANSWER_PROMPT, "went-well");
      mtr_change_set_text (change, MTR_SESSION_ANSWER_TEXT, story->last, "She said what she thought.\nThen we waited.");
      break;
    case 22: mtr_change_set_text (change, MTR_SESSION_ANSWER_TEXT, story->last, "She said it.\n\nThen „we“ waited — żółw."); break;
    case 23: mtr_change_set_text (change, MTR_SESSION_PRIVATE_NOTE, story->session, "I talked too much."); break;
    case 24: mtr_change_clear (change, MTR_SESSION_PRIVATE_NOTE, story->session); break;
    case 25:
      insert_child (story, change, MTR_KIND_ACTION, fixture->pairing, MTR_ACTION_TEXT, "Ask the team about the audit");
      mtr_change_set_number (change, MTR_ACTION_SESSION_ID, story->last, story->session);
      mtr_change_set_number (change, MTR_ACTION_OWNER_ID, story->last, fixture->mentee);
      break;
    case 26: mtr_change_set_text (change, MTR_ACTION_DONE_ON, story->last, "2026-02-10"); break;
    case 27: /* the action stays, and forgets the session it was agreed in */
      mtr_change_delete (change, MTR_KIND_SESSION, story->session);
      break;
    case 28:
      add_session (story, change, "2026-02-17");
      story->second_session = story->last;
      break;
    case 29: mtr_change_set_text (change, MTR_SESSION_AREAS, story->second_session, "1 2 8"); break;
    case 30: mtr_change_set_text (change, MTR_SESSION_HELD_TIME, story->second_session, "14:30"); break;
    case 31:
      insert_child (story, change, MTR_KIND_OBSERVATION, fixture->pairing, MTR_OBSERVATION_TYPE, "direct");
      mtr_change_set_number (change, MTR_OBSERVATION_OBSERVED_ID, story->last, fixture->mentee);
      story->observation = story->last;
      break;
    case 32: mtr_change_set_text (change, MTR_OBSERVATION_AIMS, story->observation, "To see a supervision session."); break;
    case 33: mtr_change_set_text (change, MTR_OBSERVATION_DRAFT_ACCOUNT, story->observation, "She listened."); break;
    case 34: /* passing on moves a text from one audience to another */
      mtr_change_clear (change, MTR_OBSERVATION_DRAFT_ACCOUNT, story->observation);
      mtr_change_set_text (change, MTR_OBSERVATION_ACCOUNT, story->observation, "She listened.");
      break;
    case 35:
      insert_child (story, change, MTR_KIND_OBSERVATION_NOTE, story->observation, MTR_OBSERVATION_NOTE_TEXT, "Silence.");
      break;
    case 36: insert_child (story, change, MTR_KIND_OBSERVATION_THEME, story->observation, MTR_OBSERVATION_THEME_THEME, "power"); break;
    case 37: insert_child (story, change, MTR_KIND_OBSERVATION_AREA, story->observation, MTR_OBSERVATION_AREA_STANDARD, "1"); break;
    case 38:
      insert_child (story, change, MTR_KIND_EVIDENCE, fixture->portfolio, MTR_EVIDENCE_KIND, "audit");
      mtr_change_set_number (change, MTR_EVIDENCE_NUMBER, story->last, 1);
      mtr_change_set_text (change, MTR_EVIDENCE_TITLE, story->last, "Audit of twelve files");
      story->evidence = story->last;
      break;
    case 39: mtr_change_set_number (change, MTR_EVIDENCE_INCLUDED, story->evidence, 0); break;
    case 40:
      insert_child (story, change, MTR_KIND_EVIDENCE_LINK, story->evidence, MTR_EVIDENCE_LINK_STANDARD, "1");
      story->link = story->last;
      break;
    case 41: mtr_change_set_text (change, MTR_EVIDENCE_LINK_RATIONALE, story->link, "It shows the value at stake."); break;
    case 42:
      {
        g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.4 nothing", 16);
        g_autofree char *sha256 = mtr_change_attach (change, bytes);

        insert_child (story, change, MTR_KIND_ATTACHMENT, story->evidence, MTR_ATTACHMENT_NAME, "audit.pdf");
        mtr_change_set_text (change, MTR_ATTACHMENT_SHA256, story->last, sha256);
        story->attachment = story->last;
      }
      break;
    case 43: mtr_change_delete (change, MTR_KIND_ATTACHMENT, story->attachment); break;
    case 44:
      insert_child (story, change, MTR_KIND_REPORT, fixture->portfolio, MTR_REPORT_DRAFT_OVERALL, "Ready, I think.");
      story->report = story->last;
      break;
    case 45: insert_child (story, change, MTR_KIND_REPORT_AREA, story->report, MTR_REPORT_AREA_STANDARD, "1"); break;
    case 46: mtr_change_delete (change, MTR_KIND_REPORT, story->report); break;
    case 47: insert_child (story, change, MTR_KIND_DECISION, fixture->portfolio, MTR_DECISION_OUTCOME, "pass"); break;
    case 48: mtr_change_set_text (change, MTR_PROGRAMME_TITLE,
                                  story->fixture->programme, "Mentoring in the spring"); break;
    case 49: /* all of it goes at once */
      mtr_change_delete (change, MTR_KIND_PORTFOLIO, fixture->portfolio);
      mtr_change_delete (change, MTR_KIND_PAIRING, fixture->pairing);
      break;
    default:
      g_assert_not_reached ();
    }
}

#define N_ACTIONS 50

static void
step (StoreFixture *fixture,
      gboolean      redo)
{
  GError *error = NULL;

  if (redo)
    mtr_store_redo (fixture->store, &error);
  else
    mtr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_fifty_actions (StoreFixture *fixture,
                    gconstpointer data)
{
  Story story = { fixture };
  char *moments[N_ACTIONS + 1];

  /* What the fixture did is the first entry; the story begins after it. */
  moments[0] = store_fixture_describe (fixture);
  for (int i = 0; i < N_ACTIONS; i++)
    {
      g_autofree char *label = g_strdup_printf ("action %d", i);
      g_autoptr (MtrChange) change = mtr_change_new (label);

      do_action (&story, change, i);
      store_fixture_apply (fixture, change);
      moments[i + 1] = store_fixture_describe (fixture);
      g_assert_cmpstr (moments[i], !=, moments[i + 1]);
    }
  store_fixture_assert_whole (fixture);

  for (int round = 0; round < 2; round++)
    {
      for (int i = N_ACTIONS; i > 0; i--)
        {
          g_autofree char *label = g_strdup_printf ("action %d", i - 1);
          g_autofree char *now = NULL;
          g_autoptr (MtrHistoryEntry) entry = NULL;

          if (i % 10 == 5)
            store_fixture_reopen (fixture);
          entry = mtr_store_peek_undo (fixture->store);
          g_assert_cmpstr (entry->label, ==, label);
          step (fixture, FALSE);
          now = store_fixture_describe (fixture);
          g_assert_cmpstr (now, ==, moments[i - 1]);
        }
      store_fixture_assert_whole (fixture);
      store_fixture_reopen (fixture);
      for (int i = 0; i < N_ACTIONS; i++)
        {
          g_autofree char *now = NULL;

          if (i % 10 == 7)
            store_fixture_reopen (fixture);
          step (fixture, TRUE);
          now = store_fixture_describe (fixture);
          g_assert_cmpstr (now, ==, moments[i + 1]);
        }
      store_fixture_assert_whole (fixture);
    }

  for (int i = 0; i <= N_ACTIONS; i++)
    g_free (moments[i]);
}

static void
write_note (StoreFixture *fixture,
            gint64        session,
            const char   *text,
            const char   *merge_key)
{
  g_autoptr (MtrChange) change = mtr_change_new ("write the note");

  mtr_change_set_merge_key (change, merge_key);
  mtr_change_set_text (change, MTR_SESSION_PRIVATE_NOTE, session, text);
  store_fixture_apply (fixture, change);
}

static void
test_merging (StoreFixture *fixture,
              gconstpointer data)
{
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_autofree char *before = store_fixture_describe (fixture);
  g_autofree char *first = NULL;
  g_autofree char *now = NULL;
  g_autoptr (MtrHistoryEntry) entry = NULL;

  write_note (fixture, session, "I", "stay-1");
  write_note (fixture, session, "I was", "stay-1");
  write_note (fixture, session, "I was tired", "stay-1");
  first = store_fixture_describe (fixture);
  write_note (fixture, session, "I was tired and cross", "stay-2");
  store_fixture_assert_whole (fixture);

  step (fixture, FALSE);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, first);
  step (fixture, FALSE);
  g_clear_pointer (&now, g_free);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, before);
  step (fixture, TRUE);
  g_clear_pointer (&now, g_free);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, first);

  /* What was written and taken away again in one stay was never done. */
  write_note (fixture, session, "Oh", "stay-3");
  write_note (fixture, session, "I was tired", "stay-3");
  entry = mtr_store_peek_undo (fixture->store);
  g_assert_cmpstr (entry->label, ==, "write the note");
  step (fixture, FALSE);
  g_clear_pointer (&now, g_free);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, before);
  store_fixture_assert_whole (fixture);
}

static void
test_new_branch (StoreFixture *fixture,
                 gconstpointer data)
{
  gint64 session = store_fixture_add_session (fixture, "2026-02-03", "Bring the audit");
  g_autoptr (GError) error = NULL;

  g_autoptr (MtrHistoryEntry) entry = NULL;

  write_note (fixture, session, "one", NULL);
  step (fixture, FALSE);
  entry = mtr_store_peek_redo (fixture->store);
  g_assert_cmpstr (entry->label, ==, "write the note");
  write_note (fixture, session, "two", NULL);
  g_assert_null (mtr_store_peek_redo (fixture->store));
  g_assert_false (mtr_store_redo (fixture->store, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_BARRIER);
  step (fixture, FALSE);
  step (fixture, FALSE);
  store_fixture_assert_whole (fixture);
}

static void
test_barrier (StoreFixture *fixture,
              gconstpointer data)
{
  gint64 observation = store_fixture_add_observation (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *sealed = NULL;
  g_autofree char *now = NULL;

  store_fixture_seal (fixture, observation);
  sealed = store_fixture_describe (fixture);
  store_fixture_add_session (fixture, "2026-03-20", "After the signature");
  step (fixture, FALSE);
  now = store_fixture_describe (fixture);
  g_assert_cmpstr (now, ==, sealed);
  g_assert_false (mtr_store_undo (fixture->store, &error));
  g_assert_error (error, MTR_STORE_ERROR, MTR_STORE_ERROR_BARRIER);
  store_fixture_reopen (fixture);
  g_assert_null (mtr_store_peek_undo (fixture->store));
  step (fixture, TRUE);
}

/* Nothing is written where nothing changes. */
static void
test_nothing (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (MtrChange) change = mtr_change_new ("nothing");
  g_autoptr (MtrHistoryEntry) entry = NULL;

  mtr_change_set_text (change, MTR_PERSON_NAME, fixture->mentor, "Marlow Trent");
  store_fixture_apply (fixture, change);
  entry = mtr_store_peek_undo (fixture->store);
  g_assert_cmpstr (entry->label, ==, "begin");
}

/* Every way of changing the history behind the store's back is found. */
static void
test_chain (StoreFixture *fixture,
            gconstpointer data)
{
  static const char *const forgeries[] = {
    "UPDATE history SET label = 'something else' WHERE id = 2",
    "UPDATE history SET at = '2020-01-01T00:00:00Z' WHERE id = 2",
    "UPDATE history SET author_id = 5 WHERE id = 2",
    "UPDATE history SET barrier = 1 - barrier WHERE id = 2",
    "UPDATE history SET changeset = (SELECT changeset FROM history WHERE id = 1) WHERE id = 2",
    "UPDATE history SET chain = (SELECT chain FROM history WHERE id = 1) WHERE id = 2",
    "DELETE FROM history WHERE id = 2",
    "DELETE FROM history WHERE id = 1",
    "UPDATE history SET id = 9 WHERE id = 2",
    "UPDATE file SET salt = x'00'",
  };

  store_fixture_add_session (fixture, "2026-02-03", "one");
  store_fixture_add_session (fixture, "2026-02-04", "two");
  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *copy = g_build_filename (fixture->folder, "forged.mentoring", NULL);
      g_autoptr (MtrStore) forged = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      sqlite3 *raw;

      g_assert_true (mtr_store_save_copy (fixture->store, copy, NULL));
      g_assert_cmpint (sqlite3_open (copy, &raw), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (raw, forgeries[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (raw), ==, SQLITE_OK);
      forged = mtr_store_open (copy, store_fixture_lookup, NULL, NULL);
      problems = mtr_store_verify (forged, NULL);
      if (problems->len == 0)
        g_test_message ("not found: %s", forgeries[i]);
      g_assert_cmpuint (problems->len, >, 0);
    }
}

#define add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/history/fifty-actions", test_fifty_actions);
  add ("/store/history/merging", test_merging);
  add ("/store/history/new-branch", test_new_branch);
  add ("/store/history/barrier", test_barrier);
  add ("/store/history/nothing", test_nothing);
  add ("/store/history/chain", test_chain);

  return g_test_run ();
}
