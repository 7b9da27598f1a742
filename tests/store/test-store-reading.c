/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A portfolio that somebody has read for names, and whose words change
 * afterwards: it has not been read any more, until undo brings both back.
 */

#include "mtr-portfolio.h"
#include "store-fixture.h"

static gboolean
is_read (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (fixture->store, MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                                     fixture->pairing, MTR_READER_OWNER, &error);
  MtrRecord *portfolio;

  g_assert_no_error (error);
  portfolio = mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, fixture->portfolio);
  g_assert_nonnull (portfolio);

  return mtr_portfolio_is_checked_for_names (snapshot, portfolio);
}

static gint64
insert (StoreFixture *fixture,
        MtrKind       kind,
        gint64        parent,
        MtrField      field,
        const char   *text)
{
  g_autoptr (MtrChange) change = mtr_change_new ("insert");
  MtrRecord *record = mtr_record_new (kind, mtr_store_new_id (fixture->store));
  gint64 id = mtr_record_get_id (record);

  mtr_record_set_number (record, mtr_kind_get_info (kind)->parent_field, parent);
  mtr_record_set_text (record, field, text);
  if (kind == MTR_KIND_EVIDENCE)
    mtr_record_set_number (record, MTR_EVIDENCE_NUMBER, 1);
  mtr_change_insert (change, record);
  store_fixture_apply (fixture, change);

  return id;
}

static void
read_for_names (StoreFixture *fixture)
{
  g_autoptr (MtrChange) change = mtr_change_new ("read");

  mtr_change_set_text (change, MTR_PORTFOLIO_ATTESTED_ON, fixture->portfolio, "2026-11-20");
  mtr_change_set_number (change, MTR_PORTFOLIO_ATTESTED_BY_ID, fixture->portfolio, fixture->mentee);
  store_fixture_apply (fixture, change);
  g_assert_true (is_read (fixture));
}

static void
edit (StoreFixture *fixture,
      MtrField      field,
      gint64        id,
      const char   *text)
{
  g_autoptr (MtrChange) change = mtr_change_new ("edit");

  mtr_change_set_text (change, field, id, text);
  store_fixture_apply (fixture, change);
}

static void
test_edited (StoreFixture *fixture,
             gconstpointer data)
{
  gint64 evidence = insert (fixture, MTR_KIND_EVIDENCE, fixture->portfolio, MTR_EVIDENCE_KIND, "audit");
  gint64 link = insert (fixture, MTR_KIND_EVIDENCE_LINK, evidence, MTR_EVIDENCE_LINK_STANDARD, "1");
  g_autoptr (GError) error = NULL;

  edit (fixture, MTR_EVIDENCE_LINK_RATIONALE, link, "It shows how feedback is used.");
  read_for_names (fixture);

  edit (fixture, MTR_EVIDENCE_LINK_RATIONALE, link, "It shows how Mrs Hollingbourne was helped.");
  g_assert_false (is_read (fixture));
  mtr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_true (is_read (fixture));
  mtr_store_redo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_false (is_read (fixture));

  /* Read again, it has been read again. */
  read_for_names (fixture);
  store_fixture_assert_whole (fixture);
}

static void
test_added (StoreFixture *fixture,
            gconstpointer data)
{
  gint64 evidence = insert (fixture, MTR_KIND_EVIDENCE, fixture->portfolio, MTR_EVIDENCE_KIND, "audit");
  gint64 link;

  read_for_names (fixture);
  link = insert (fixture, MTR_KIND_EVIDENCE_LINK, evidence, MTR_EVIDENCE_LINK_STANDARD, "1");
  /* A link without a reason has no words in it. */
  g_assert_true (is_read (fixture));
  edit (fixture, MTR_EVIDENCE_LINK_RATIONALE, link, "New words.");
  g_assert_false (is_read (fixture));
}

static void
test_elsewhere (StoreFixture *fixture,
                gconstpointer data)
{
  gint64 session;

  read_for_names (fixture);
  session = store_fixture_add_session (fixture, "2026-11-21", "Bring the audit");
  edit (fixture, MTR_SESSION_PRIVATE_NOTE, session, "Nothing that the panel reads.");
  edit (fixture, MTR_PERSON_TEAM, fixture->mentee, "Another team");
  g_assert_true (is_read (fixture));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/reading/edited", StoreFixture, NULL, store_fixture_set_up, test_edited, store_fixture_tear_down);
  g_test_add ("/store/reading/added", StoreFixture, NULL, store_fixture_set_up, test_added, store_fixture_tear_down);
  g_test_add ("/store/reading/elsewhere", StoreFixture, NULL, store_fixture_set_up, test_elsewhere,
              store_fixture_tear_down);

  return g_test_run ();
}
