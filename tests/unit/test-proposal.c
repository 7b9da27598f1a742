/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pairing that is proposed: what is refused, and what goes into the file. */

#include "mtr-pairing.h"
#include "mtr-proposal.h"
#include "mtr-test-records.h"

static gint64
count_up (gpointer user_data)
{
  return ++*(gint64 *) user_data;
}

static void
test_problem (void)
{
  static const struct {
    gint64          mentee;
    const char     *mentee_name;
    gint64          mentor;
    const char     *mentor_name;
    gint64          manager;
    const char     *proposed_on;
    MtrProposalRole about;
    const char     *problem;
  } rows[] = {
    { 0, NULL, MTR_TEST_MENTOR, NULL, 0, NULL, MTR_PROPOSAL_MENTEE, "Say first who is to be mentored." },
    { 0, " \t", MTR_TEST_MENTOR, NULL, 0, NULL, MTR_PROPOSAL_MENTEE, "Say first who is to be mentored." },
    { MTR_TEST_SUPERVISOR, NULL, MTR_TEST_SUPERVISOR, NULL, 0, NULL, MTR_PROPOSAL_MENTOR,
      "Supervisor A cannot be their own mentor. Choose somebody else, or leave it open." },
    { 0, "New Person", 0, "new person", 0, NULL, MTR_PROPOSAL_MENTOR,
      "new person cannot be their own mentor. Choose somebody else, or leave it open." },
    { MTR_TEST_SUPERVISOR, NULL, 0, NULL, MTR_TEST_SUPERVISOR, NULL, MTR_PROPOSAL_LINE_MANAGER,
      "Supervisor A cannot be their own line manager. Choose somebody else, or leave it open." },
    { MTR_TEST_SUPERVISOR, NULL, MTR_TEST_MENTOR, NULL, 0, "2026-11-22", MTR_N_PROPOSAL_ROLES,
      "This day has not come yet. Give the day on which the pairing was proposed." },
    { MTR_TEST_SUPERVISOR, NULL, MTR_TEST_MENTOR, NULL, MTR_TEST_MENTOR, "2026-11-21", MTR_PROPOSAL_MENTEE, NULL },
    { 0, "New Person", 0, NULL, 0, NULL, MTR_PROPOSAL_MENTEE, NULL },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MtrProposal proposal = { .pack = pack, .programme = snapshot, .proposed_on = rows[i].proposed_on };
      g_autofree char *problem = NULL;

      proposal.people[MTR_PROPOSAL_MENTEE].id = rows[i].mentee;
      proposal.people[MTR_PROPOSAL_MENTEE].name = rows[i].mentee_name;
      proposal.people[MTR_PROPOSAL_MENTOR].id = rows[i].mentor;
      proposal.people[MTR_PROPOSAL_MENTOR].name = rows[i].mentor_name;
      proposal.people[MTR_PROPOSAL_LINE_MANAGER].id = rows[i].manager;
      g_assert_cmpint (mtr_proposal_find_problem (&proposal, &today, &problem), ==, rows[i].about);
      g_assert_cmpstr (problem, ==, rows[i].problem);
    }
}

static MtrPack *
make_pack_with_portfolios (void)
{
  MtrPack *pack = mtr_test_pack_new ();
  MtrWord *view = g_new0 (MtrWord, 1);

  view->code = g_strdup ("portfolio");
  view->title = g_strdup ("Portfolio");
  mtr_pack_take_list_word (pack, MTR_WORDS_VIEWS, view);

  return pack;
}

static void
test_new_people (void)
{
  g_autoptr (MtrPack) pack = make_pack_with_portfolios ();
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  g_autoptr (MtrSnapshot) preview = NULL;
  g_autoptr (GPtrArray) records = NULL;
  MtrProposal proposal = { .pack = pack, .programme = snapshot, .proposed_on = "2026-11-20" };
  MtrRecord *pairing;
  gint64 last_id = 100;

  proposal.people[MTR_PROPOSAL_MENTEE].name = "Supervisor H";
  proposal.people[MTR_PROPOSAL_MENTOR].name = "Mentor J";
  proposal.people[MTR_PROPOSAL_LINE_MANAGER].name = "MENTOR J";
  records = mtr_proposal_make_records (&proposal, count_up, &last_id);
  pairing = mtr_proposal_get_pairing (records);
  preview = mtr_proposal_preview (&proposal, records);

  /* One person in two roles is one record. */
  g_assert_cmpuint (mtr_snapshot_count (preview, MTR_KIND_PERSON), ==, 2);
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID), ==,
                   mtr_record_get_number (pairing, MTR_PAIRING_LINE_MANAGER_ID));
  g_assert_true (mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED));
  g_assert_true (mtr_record_text_is (pairing, MTR_PAIRING_PROPOSED_ON, "2026-11-20"));
  g_assert_cmpuint (mtr_snapshot_count (preview, MTR_KIND_MEMBER), ==, 1);
  g_assert_cmpint (mtr_pairing_get_mentee (preview, mtr_record_get_id (pairing)), ==, 101);
  g_assert_cmpuint (mtr_snapshot_count (preview, MTR_KIND_PORTFOLIO), ==, 1);
}

static void
test_portfolio_moves_on (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (MtrChange) change = NULL;
  MtrProposal proposal = { .pack = pack, .programme = snapshot };
  gint64 last_id = 100;

  proposal.people[MTR_PROPOSAL_MENTEE].id = MTR_TEST_SUPERVISOR;
  proposal.people[MTR_PROPOSAL_MENTOR].id = MTR_TEST_LEAD;
  records = mtr_proposal_make_records (&proposal, count_up, &last_id);
  change = mtr_proposal_make_change (&proposal, records);
  g_assert_cmpuint (mtr_change_count (change), ==, 3);

  mtr_test_apply (snapshot, change);
  g_assert_cmpuint (mtr_snapshot_count (snapshot, MTR_KIND_PORTFOLIO), ==, 1);
  g_assert_cmpint (mtr_record_get_number (mtr_snapshot_get (snapshot, MTR_KIND_PORTFOLIO, MTR_TEST_PORTFOLIO),
                                          MTR_PORTFOLIO_PAIRING_ID), ==,
                   mtr_record_get_id (mtr_proposal_get_pairing (records)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/proposal/problem", test_problem);
  g_test_add_func ("/core/proposal/new-people", test_new_people);
  g_test_add_func ("/core/proposal/portfolio-moves-on", test_portfolio_moves_on);

  return g_test_run ();
}
