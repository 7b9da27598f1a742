/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Our plan and next steps" as it is printed: one page, with all that belongs
 * to the plan and nothing that only one of the two may read.
 */

#include "mtr-pack-library.h"
#include "mtr-pages.h"
#include "mtr-plan-builder.h"

#include <string.h>

#define PAIRING 10
#define PRIVATE_WORD "Zwetschge"

static GDate
get_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 21, 11, 2026);

  return today;
}

static MtrRecord *
add (MtrSnapshot *snapshot,
     MtrKind      kind,
     gint64       id,
     MtrField     parent,
     gint64       parent_id,
     MtrField     text_field,
     const char  *text)
{
  MtrRecord *record = mtr_record_new (kind, id);

  if (parent != MTR_FIELD_NONE)
    mtr_record_set_number (record, parent, parent_id);
  mtr_record_set_text (record, text_field, text);
  mtr_snapshot_add (snapshot, record);

  return record;
}

/* Supervisor A (1) and Mentor B (2), with two goals, their steps, and the same number of loose steps. */
static MtrSnapshot *
make_snapshot (MtrAudience readers,
               guint       n_steps)
{
  MtrSnapshot *snapshot = mtr_snapshot_new (readers);
  MtrRecord *pairing = mtr_record_new (MTR_KIND_PAIRING, PAIRING);
  gint64 id = 100;

  add (snapshot, MTR_KIND_PERSON, 1, MTR_FIELD_NONE, 0, MTR_PERSON_NAME, "Supervisor A");
  add (snapshot, MTR_KIND_PERSON, 2, MTR_FIELD_NONE, 0, MTR_PERSON_NAME, "Mentor B");
  mtr_record_set_text (pairing, MTR_PAIRING_STATE, "active");
  mtr_record_set_number (pairing, MTR_PAIRING_MENTOR_ID, 2);
  mtr_snapshot_add (snapshot, pairing);
  mtr_record_set_number (add (snapshot, MTR_KIND_MEMBER, 11, MTR_MEMBER_PAIRING_ID, PAIRING, MTR_MEMBER_ROLE, "mentee"),
                         MTR_MEMBER_PERSON_ID, 1);
  for (gint64 goal = 20; goal < 22; goal++)
    {
      g_autofree char *statement = g_strdup_printf ("Goal %" G_GINT64_FORMAT, goal);

      mtr_record_set_text (add (snapshot, MTR_KIND_GOAL, goal, MTR_GOAL_PAIRING_ID, PAIRING, MTR_GOAL_STATEMENT, statement),
                           MTR_GOAL_STATE, "open");
    }
  for (guint i = 0; i < n_steps; i++, id += 4)
    {
      g_autofree char *milestone = g_strdup_printf ("Milestone number %u", i);
      g_autofree char *activity = g_strdup_printf ("Activity number %u", i);
      g_autofree char *action = g_strdup_printf ("Action number %u", i);
      g_autofree char *done = g_strdup_printf ("Finished action %u", i);
      MtrRecord *record;

      record = add (snapshot, MTR_KIND_MILESTONE, id, MTR_MILESTONE_GOAL_ID, 20 + i % 2, MTR_MILESTONE_TEXT, milestone);
      mtr_record_set_text (record, MTR_MILESTONE_DUE_ON, "2026-12-05");
      record = add (snapshot, MTR_KIND_ACTIVITY, id + 1, MTR_ACTIVITY_PAIRING_ID, PAIRING, MTR_ACTIVITY_TEXT, activity);
      mtr_record_set_number (record, MTR_ACTIVITY_GOAL_ID, 20 + i % 2);
      mtr_record_set_text (record, MTR_ACTIVITY_DONE_ON, "2026-11-02");
      record = add (snapshot, MTR_KIND_ACTION, id + 2, MTR_ACTION_PAIRING_ID, PAIRING, MTR_ACTION_TEXT, action);
      mtr_record_set_number (record, MTR_ACTION_OWNER_ID, 1);
      mtr_record_set_text (record, MTR_ACTION_DUE_ON, "2026-11-19");
      record = add (snapshot, MTR_KIND_ACTION, id + 3, MTR_ACTION_PAIRING_ID, PAIRING, MTR_ACTION_TEXT, done);
      mtr_record_set_text (record, MTR_ACTION_DONE_ON, "2026-11-02");
    }

  return snapshot;
}

static MtrDocument *
build (MtrSnapshot  *snapshot,
       gint64        pairing_id,
       GError      **error)
{
  g_autoptr (MtrPackLibrary) library = mtr_pack_library_new ();
  GDate today = get_today ();
  MtrPack *pack;

  mtr_pack_library_load (library);
  pack = mtr_pack_library_find (library, "support-worker", NULL);
  g_assert_nonnull (pack);

  return mtr_plan_build (pack, snapshot, pairing_id, &today, error);
}

static char *
dup_text (MtrDocument *document,
          guint       *n_pages)
{
  g_autoptr (MtrPages) pages = mtr_pages_new (document, MTR_PAPER_A4);

  *n_pages = mtr_pages_get_n_pages (pages);

  return mtr_pages_dup_text (pages, 0);
}

static void
assert_said (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

/* All that belongs to a plan of a usual size. */
static void
test_all (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_snapshot (MTR_READER_PAIR, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = build (snapshot, PAIRING, &error);
  g_autofree char *text = NULL;
  static const char *const said[] = {
    "Our plan and next steps", "Supervisor A", "Mentor B", "Goal 20", "Goal 21", "Milestone number 0",
    "Milestone number 1", "Activity number 0", "Activity number 1", "Action number 0", "Action number 1",
    "by 5 December", "done on 2 November", "by 19 November (late)",
  };
  guint n_pages;

  g_assert_no_error (error);
  text = dup_text (document, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    assert_said (text, said[i]);
  /* An action that is done is no next step. */
  g_assert_null (strstr (text, "Finished action"));
}

/* More of it: what is done is counted and no longer listed. */
static void
test_full (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_snapshot (MTR_READER_PAIR, 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = build (snapshot, PAIRING, &error);
  g_autofree char *text = NULL;
  guint n_pages;

  g_assert_no_error (error);
  text = dup_text (document, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  assert_said (text, "Milestone number 7");
  assert_said (text, "Action number 7");
  assert_said (text, "4 steps are done.");
}

static void
test_empty (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_snapshot (MTR_READER_PAIR, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = build (snapshot, PAIRING, &error);
  g_autofree char *text = NULL;
  guint n_pages;

  g_assert_no_error (error);
  text = dup_text (document, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  assert_said (text, "Goal 20");
  assert_said (text, "Nothing else is open.");
}

/* A word in every text that only the owner of the file may read: none of them is ever printed. */
static void
test_private (void)
{
  g_autoptr (MtrSnapshot) snapshot = make_snapshot (MTR_READER_PAIR, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  for (int kind = 0; kind < MTR_N_KINDS; kind++)
    for (guint i = 0; i < mtr_snapshot_count (snapshot, (MtrKind) kind); i++)
      {
        const MtrKindInfo *info = mtr_kind_get_info ((MtrKind) kind);

        for (int field = info->first_field; field <= (int) info->last_field; field++)
          if (mtr_field_is_text (field) && mtr_field_get_info (field)->audience == MTR_AUDIENCE_MINE)
            mtr_record_set_text (mtr_snapshot_nth (snapshot, (MtrKind) kind, i), field, PRIVATE_WORD);
      }
  document = build (snapshot, PAIRING, &error);
  g_assert_no_error (error);
  text = dup_text (document, &n_pages);
  g_assert_null (strstr (text, PRIVATE_WORD));
}

/* A group met on 3 September and agreed one thing, on 5 November another, and meets again on 3 December. Somebody who left
 * on 15 October prints the first alone; the facilitator, and who still belongs to it, print all of it. */
static void
test_left (void)
{
  static const struct {
    gint64   owner_id;
    gboolean sees_all;
  } rows[] = { { 1, TRUE }, { 2, TRUE }, { 3, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = make_snapshot (MTR_READER_PAIR, 0);
      g_autoptr (MtrDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      MtrRecord *record = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, PAIRING);
      guint n_pages;

      mtr_record_set_text (record, MTR_PAIRING_STRUCTURE, "group");
      record = add (snapshot, MTR_KIND_PROGRAMME, 1, MTR_FIELD_NONE, 0, MTR_PROGRAMME_TITLE, "A programme");
      mtr_record_set_number (record, MTR_PROGRAMME_OWNER_ID, rows[i].owner_id);
      add (snapshot, MTR_KIND_PERSON, 3, MTR_FIELD_NONE, 0, MTR_PERSON_NAME, "Member C");
      record = add (snapshot, MTR_KIND_MEMBER, 12, MTR_MEMBER_PAIRING_ID, PAIRING, MTR_MEMBER_ROLE, "mentee");
      mtr_record_set_number (record, MTR_MEMBER_PERSON_ID, 3);
      mtr_record_set_text (record, MTR_MEMBER_LEFT_ON, "2026-10-15");
      add (snapshot, MTR_KIND_SESSION, 50, MTR_SESSION_PAIRING_ID, PAIRING, MTR_SESSION_HELD_ON, "2026-09-03");
      add (snapshot, MTR_KIND_SESSION, 51, MTR_SESSION_PAIRING_ID, PAIRING, MTR_SESSION_HELD_ON, "2026-11-05");
      record = add (snapshot, MTR_KIND_SESSION, 52, MTR_SESSION_PAIRING_ID, PAIRING, MTR_SESSION_HELD_ON, "2026-12-03");
      mtr_record_set_text (record, MTR_SESSION_STATE, "planned");
      for (gint64 session = 50; session < 52; session++)
        mtr_record_set_number (add (snapshot, MTR_KIND_ACTION, session + 10, MTR_ACTION_PAIRING_ID, PAIRING,
                                    MTR_ACTION_TEXT, session == 50 ? "Agreed early" : "Agreed late"),
                               MTR_ACTION_SESSION_ID, session);
      document = build (snapshot, PAIRING, &error);
      g_assert_no_error (error);
      text = dup_text (document, &n_pages);
      assert_said (text, "Agreed early");
      g_assert_cmpint (strstr (text, "Agreed late") != NULL, ==, rows[i].sees_all);
      g_assert_cmpint (strstr (text, "3 December") != NULL, ==, rows[i].sees_all);
    }
}

static void
test_refused (void)
{
  static const MtrAudience readers[] = { MTR_READER_OWNER, MTR_READER_PANEL, MTR_READER_LEAD };

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = make_snapshot (readers[i], 1);
      g_autoptr (GError) error = NULL;

      g_assert_null (build (snapshot, PAIRING, &error));
      g_assert_error (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_AUDIENCE);
    }

  {
    g_autoptr (MtrSnapshot) snapshot = make_snapshot (MTR_READER_PAIR, 1);
    g_autoptr (GError) error = NULL;

    g_assert_null (build (snapshot, PAIRING + 1, &error));
    g_assert_error (error, MTR_DOCUMENT_ERROR, MTR_DOCUMENT_ERROR_NOT_FOUND);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/plan/all", test_all);
  g_test_add_func ("/document/plan/full", test_full);
  g_test_add_func ("/document/plan/empty", test_empty);
  g_test_add_func ("/document/plan/private", test_private);
  g_test_add_func ("/document/plan/left", test_left);
  g_test_add_func ("/document/plan/refused", test_refused);

  return g_test_run ();
}
