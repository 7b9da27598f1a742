/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pairings: who may mentor, who is who, how one state follows another; and the
 * agreement.
 */

#include "mtr-agreement.h"
#include "mtr-eligibility.h"
#include "mtr-pairing-people.h"
#include "mtr-pairing.h"
#include "mtr-signature.h"
#include "mtr-test-records.h"

static MtrRecord *
get_pairing (MtrSnapshot *snapshot)
{
  return mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING);
}

static void
test_eligibility (void)
{
  static const struct {
    struct {
      MtrField    field;
      gint64      id;
      const char *value;
    } sets[3];
    MtrVerdict  verdict;
    gboolean    met;
    MtrField    reason_field;
    const char *answers;  /* registered, months, line manager: y, ?, n */
  } rows[] = {
    { { { MTR_PERSON_TEAM, 2, "A team" } }, MTR_VERDICT_YES, TRUE, MTR_FIELD_NONE, "yyy" },
    /* Exactly two years are two years; a month less is not. */
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, "24" } }, MTR_VERDICT_YES, TRUE, MTR_FIELD_NONE, "yyy" },
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, "23" } }, MTR_VERDICT_NO, FALSE, MTR_PAIRING_EXCEPTION_REASON, "yny" },
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, "23" }, { MTR_PAIRING_EXCEPTION_REASON, 10, "Nobody else" } },
      MTR_VERDICT_YES_WITH_REASON, TRUE, MTR_FIELD_NONE, "yny" },
    /* Nought months are known; no figure is not. */
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, "0" } }, MTR_VERDICT_NO, FALSE, MTR_PAIRING_EXCEPTION_REASON, "yny" },
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, NULL } }, MTR_VERDICT_UNKNOWN, FALSE, MTR_FIELD_NONE, "y?y" },
    /* A reason does not make known what is not known. */
    { { { MTR_PERSON_SUPERVISORY_MONTHS, 2, NULL }, { MTR_PAIRING_EXCEPTION_REASON, 10, "Nobody else" } },
      MTR_VERDICT_UNKNOWN, FALSE, MTR_FIELD_NONE, "y?y" },
    { { { MTR_PERSON_REGISTERED, 2, NULL } }, MTR_VERDICT_UNKNOWN, FALSE, MTR_FIELD_NONE, "?yy" },
    { { { MTR_PERSON_REGISTERED, 2, "0" } }, MTR_VERDICT_NO, FALSE, MTR_PAIRING_EXCEPTION_REASON, "nyy" },
    { { { MTR_PERSON_REGISTERED, 2, "0" }, { MTR_PERSON_SUPERVISORY_MONTHS, 2, NULL } },
      MTR_VERDICT_NO, FALSE, MTR_PAIRING_EXCEPTION_REASON, "n?y" },
    /* The line manager: warned about, never blocked, never passed in silence. */
    { { { MTR_PAIRING_LINE_MANAGER_ID, 10, "2" } },
      MTR_VERDICT_YES_WITH_REASON, FALSE, MTR_PAIRING_DUAL_ROLE_REASON, "yyn" },
    { { { MTR_PAIRING_LINE_MANAGER_ID, 10, "2" }, { MTR_PAIRING_DUAL_ROLE_REASON, 10, "A small team" } },
      MTR_VERDICT_YES_WITH_REASON, TRUE, MTR_FIELD_NONE, "yyn" },
    { { { MTR_PERSON_LINE_MANAGER_ID, 1, "2" } },
      MTR_VERDICT_YES_WITH_REASON, FALSE, MTR_PAIRING_DUAL_ROLE_REASON, "yyn" },
    { { { MTR_PAIRING_LINE_MANAGER_ID, 10, NULL }, { MTR_PERSON_LINE_MANAGER_ID, 1, NULL } },
      MTR_VERDICT_UNKNOWN, FALSE, MTR_FIELD_NONE, "yy?" },
    { { { MTR_PAIRING_LINE_MANAGER_ID, 10, NULL } }, MTR_VERDICT_YES, TRUE, MTR_FIELD_NONE, "yyy" },
    { { { MTR_PAIRING_MENTOR_ID, 10, NULL } }, MTR_VERDICT_UNKNOWN, FALSE, MTR_FIELD_NONE, "???" },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autoptr (MtrEligibility) eligibility = NULL;
      g_autofree char *warning = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (rows[i].sets); j++)
        if (rows[i].sets[j].id != 0)
          mtr_test_set_in (snapshot, rows[i].sets[j].field, rows[i].sets[j].id, rows[i].sets[j].value);
      eligibility = mtr_eligibility_check (pack, snapshot, get_pairing (snapshot));
      g_assert_cmpint (eligibility->verdict, ==, rows[i].verdict);
      g_assert_cmpint (mtr_eligibility_is_met (eligibility), ==, rows[i].met);
      g_assert_cmpint (eligibility->reason_field, ==, rows[i].reason_field);
      g_assert_cmpint (eligibility->dual_role, ==, rows[i].answers[2] == 'n');
      for (guint r = 0; r < 3; r++)
        g_assert_cmpint ("y?n"[((MtrEligibilityRow *) g_ptr_array_index (eligibility->rows, r))->answer], ==,
                         rows[i].answers[r]);
      warning = mtr_eligibility_dup_warning (eligibility, snapshot, get_pairing (snapshot));
      g_assert_cmpint (warning != NULL, ==, rows[i].reason_field != MTR_FIELD_NONE);
    }
}

static void
test_eligibility_words (void)
{
  static const char * const sentences[] = {
    "Registered social worker · seen on the register 1 Feb 2026",
    "Two years in a supervisory role · 23 of 24 months",
    "Not the line manager · that is Manager C",
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (MtrEligibility) eligibility = NULL;
  g_autoptr (MtrEligibility) dual = NULL;
  g_autofree char *warning = NULL;
  const MtrEligibilityRow *months;

  mtr_test_set_in (snapshot, MTR_PERSON_SUPERVISORY_MONTHS, 2, "23");
  eligibility = mtr_eligibility_check (pack, snapshot, get_pairing (snapshot));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((MtrEligibilityRow *) g_ptr_array_index (eligibility->rows, i))->sentence, ==, sentences[i]);
  months = g_ptr_array_index (eligibility->rows, 1);
  g_assert_cmpint (months->kind, ==, MTR_KIND_PERSON);
  g_assert_cmpint (months->id, ==, MTR_TEST_MENTOR);
  g_assert_cmpint (months->field, ==, MTR_PERSON_SUPERVISORY_MONTHS);

  mtr_test_set_in (snapshot, MTR_PERSON_SUPERVISORY_MONTHS, 2, "24");
  mtr_test_set_in (snapshot, MTR_PAIRING_LINE_MANAGER_ID, 10, "2");
  dual = mtr_eligibility_check (pack, snapshot, get_pairing (snapshot));
  warning = mtr_eligibility_dup_warning (dual, snapshot, get_pairing (snapshot));
  g_assert_cmpstr (warning, ==,
                   "Mentor B is also the line manager. Guidance asks for two people where possible. Say why it is one "
                   "here; the reason appears in the programme’s report.");
}

static void
test_moves (void)
{
  static const char * const states[] = { "proposed", "induction", "active", "paused", "ended" };
  /* From each state of the list above, which of them may follow. */
  static const char * const allowed[] = { "01001", "00101", "00011", "00101", "00000" };

  for (gsize from = 0; from < G_N_ELEMENTS (states); from++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autoptr (GPtrArray) moves = NULL;
      guint expected = 0;

      mtr_test_set_in (snapshot, MTR_PAIRING_STATE, MTR_TEST_PAIRING, states[from]);
      for (gsize to = 0; to < G_N_ELEMENTS (states); to++)
        {
          g_assert_cmpint (mtr_pairing_can_move (get_pairing (snapshot), states[to]), ==, allowed[from][to] == '1');
          expected += allowed[from][to] == '1';
        }
      moves = mtr_pairing_list_moves (get_pairing (snapshot));
      g_assert_cmpuint (moves->len, ==, expected);
    }
}

static void
test_move_problems (void)
{
  static const struct {
    const char *from;
    const char *to;
    const char *on;
    MtrField    field;
    gint64      id;
    const char *value;
    MtrField    problem;
    const char *message;
  } rows[] = {
    { "proposed", "induction", "2026-02-03", MTR_PERSON_TEAM, 2, NULL, MTR_FIELD_NONE, NULL },
    { "proposed", "induction", "2026-02-03", MTR_PAIRING_MENTOR_ID, 10, NULL, MTR_PAIRING_MENTOR_ID,
      "Supervisor A has no mentor. Choose one first." },
    { "proposed", "active", "2026-02-03", MTR_PERSON_TEAM, 2, NULL, MTR_PAIRING_STATE,
      "“Proposed” is not followed by “Active”. Choose another step." },
    { "induction", "active", "2026-02-10", MTR_PERSON_TEAM, 2, NULL, MTR_FIELD_NONE, NULL },
    { "induction", "active", "2026-02-10", MTR_AGREEMENT_MENTEE_SIGNED_AT, 12, NULL, MTR_AGREEMENT_BETWEEN_US,
      "The sessions begin when both have signed an agreement." },
    { "active", "ended", "2026-02-03", MTR_PERSON_TEAM, 2, NULL, MTR_FIELD_NONE, NULL },
    { "active", "ended", "2026-02-02", MTR_PERSON_TEAM, 2, NULL, MTR_PAIRING_ENDED_ON,
      "This is before the pairing began (3 February 2026). Choose a later day." },
    { "ended", "active", "2026-02-03", MTR_PERSON_TEAM, 2, NULL, MTR_PAIRING_STATE, NULL },
  };
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autoptr (GPtrArray) problems = NULL;

      mtr_test_set_in (snapshot, MTR_PAIRING_STATE, MTR_TEST_PAIRING, rows[i].from);
      mtr_test_set_in (snapshot, rows[i].field, rows[i].id, rows[i].value);
      problems = mtr_pairing_list_problems (pack, snapshot, get_pairing (snapshot), rows[i].to, rows[i].on);
      if (rows[i].problem == MTR_FIELD_NONE)
        {
          g_assert_cmpuint (problems->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpint (((MtrProblem *) g_ptr_array_index (problems, 0))->field, ==, rows[i].problem);
      if (rows[i].message != NULL)
        g_assert_cmpstr (((MtrProblem *) g_ptr_array_index (problems, 0))->message, ==, rows[i].message);
    }
}

static void
test_move_changes (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *pairing = get_pairing (snapshot);
  static const struct {
    const char *to;
    const char *on;
    const char *sentence;
  } rows[] = {
    { "induction", "2026-02-05", "Induction since 5 February 2026." },
    { "active",    "2026-02-12", "Active since 5 February 2026." },
    { "paused",    "2026-05-01", "Paused since 1 May 2026. Nothing is asked of you meanwhile." },
    { "active",    "2026-06-01", "Active since 5 February 2026." },
    { "ended",     "2026-10-04", "Ended 4 October 2026. You can read everything; nothing can be added." },
  };

  mtr_test_set (pairing, MTR_PAIRING_STATE, "proposed");
  mtr_test_set (pairing, MTR_PAIRING_STARTED_ON, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrChange) change = mtr_pairing_move (pairing, rows[i].to, rows[i].on);
      g_autofree char *sentence = NULL;

      g_assert_false (mtr_change_get_barrier (change));
      mtr_test_apply (snapshot, change);
      sentence = mtr_pairing_dup_state (pairing);
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
  g_assert_null (mtr_record_get_text (pairing, MTR_PAIRING_PAUSED_ON));
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_ENDED_ON), ==, "2026-10-04");
}

static void
test_members (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autofree char *one = mtr_pairing_dup_title (snapshot, MTR_TEST_PAIRING);
  g_autofree char *three = NULL;
  g_autofree char *alone = NULL;
  g_autoptr (GPtrArray) roles = NULL;
  static const struct {
    const char *on;
    guint       mentees;
  } rows[] = {
    { "2026-02-03", 1 },
    { "2026-02-28", 1 },
    { "2026-03-01", 3 },
    { "2026-06-30", 3 },
    { "2026-07-01", 2 },
  };

  g_assert_cmpstr (one, ==, "Supervisor A with Mentor B");

  mtr_test_record (snapshot, MTR_KIND_PERSON, 5, MTR_PERSON_NAME, "NQSW E", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_PERSON, 6, MTR_PERSON_NAME, "Peer F", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 13, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "5",
                   MTR_MEMBER_ROLE, "mentee", MTR_MEMBER_JOINED_ON, "2026-03-01", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 14, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "6",
                   MTR_MEMBER_ROLE, "mentee", MTR_MEMBER_JOINED_ON, "2026-03-01", MTR_FIELD_NONE);
  three = mtr_pairing_dup_title (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpstr (three, ==, "Supervisor A, NQSW E and Peer F with Mentor B");
  mtr_test_set_in (snapshot, MTR_MEMBER_LEFT_ON, 14, "2026-06-30");
  /* An observer is no mentee. */
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 15, MTR_MEMBER_PAIRING_ID, "10", MTR_MEMBER_PERSON_ID, "4",
                   MTR_MEMBER_ROLE, "observer", MTR_FIELD_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, MTR_TEST_PAIRING, rows[i].on);

      g_assert_cmpuint (mentees->len, ==, rows[i].mentees);
    }

  /* One person in two roles is in both. */
  mtr_test_set_in (snapshot, MTR_PAIRING_LINE_MANAGER_ID, MTR_TEST_PAIRING, "2");
  roles = mtr_pairing_list_roles (snapshot, get_pairing (snapshot), MTR_TEST_MENTOR, NULL);
  g_assert_cmpuint (roles->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (roles, 0), ==, "mentor");
  g_assert_cmpstr (g_ptr_array_index (roles, 1), ==, "line-manager");

  mtr_test_set_in (snapshot, MTR_PAIRING_MENTOR_ID, MTR_TEST_PAIRING, NULL);
  alone = mtr_pairing_dup_title (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpstr (alone, ==, "Supervisor A and NQSW E");
}

static void
test_choose_people (void)
{
  static const struct {
    const char *role;
    gint64      person;
    const char *state;
    const char *problem;
  } rows[] = {
    { "mentor", MTR_TEST_LEAD, "proposed", NULL },
    { "mentor", 0, "proposed", NULL },
    { "mentor", MTR_TEST_MANAGER, "proposed", NULL },
    { "mentor", MTR_TEST_SUPERVISOR, "proposed", "Supervisor A is the one who is mentored here. Choose somebody else." },
    { "mentor", MTR_TEST_MENTOR, "active", NULL },
    { "mentor", MTR_TEST_LEAD, "active", "This pairing has begun. Another mentor is a new pairing: end this one first; "
                                         "the portfolio goes along." },
    { "mentor", 0, "induction", "This pairing has begun. Another mentor is a new pairing: end this one first; the "
                                "portfolio goes along." },
    { "line-manager", MTR_TEST_MENTOR, "active", NULL },
    { "line-manager", MTR_TEST_SUPERVISOR, "active",
      "Supervisor A cannot be their own line manager. Choose somebody else." },
    { "talk-to", MTR_TEST_MENTOR, "active", "Mentor B is the mentor. Choose somebody the mentor can talk to." },
    { "talk-to", MTR_TEST_MANAGER, "active", NULL },
    { "observer", MTR_TEST_LEAD, "active", "Lead D may observe already." },
    { "observer", MTR_TEST_MANAGER, "active", NULL },
    { "observer", MTR_TEST_SUPERVISOR, "active", "Supervisor A is the one who is observed. Choose somebody else." },
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *pairing = get_pairing (snapshot);
  g_autoptr (MtrChange) add = mtr_change_new ("add");
  g_autoptr (MtrChange) change = mtr_change_new ("change");
  g_autoptr (MtrChange) removal = NULL;
  g_autoptr (GPtrArray) observers = NULL;
  g_autoptr (GPtrArray) left = NULL;

  mtr_pairing_add_observer (add, pairing, 30, MTR_TEST_LEAD, "2026-05-01");
  mtr_test_apply (snapshot, add);
  observers = mtr_pairing_list_observers (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpuint (observers->len, ==, 1);
  g_assert_cmpint (mtr_record_get_number (g_ptr_array_index (observers, 0), MTR_MEMBER_PERSON_ID), ==, MTR_TEST_LEAD);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrProblem) problem = NULL;

      mtr_test_set (pairing, MTR_PAIRING_STATE, rows[i].state);
      problem = mtr_pairing_check_person (snapshot, pairing, rows[i].role, rows[i].person);
      g_assert_cmpstr (problem != NULL ? problem->message : NULL, ==, rows[i].problem);
    }

  /* Who observed stays written down. */
  removal = mtr_pairing_remove_observer (g_ptr_array_index (observers, 0), "2026-06-01");
  mtr_test_apply (snapshot, removal);
  left = mtr_pairing_list_observers (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_nonnull (mtr_snapshot_get (snapshot, MTR_KIND_MEMBER, 30));

  /* A reason was for somebody; for somebody else there is none yet. */
  mtr_test_set (pairing, MTR_PAIRING_DUAL_ROLE_REASON, "A small team");
  mtr_test_set (pairing, MTR_PAIRING_EXCEPTION_REASON, "Nobody else");
  mtr_pairing_choose_person (change, pairing, "talk-to", MTR_TEST_LEAD);
  mtr_pairing_choose_person (change, pairing, "line-manager", MTR_TEST_LEAD);
  mtr_test_apply (snapshot, change);
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_LINE_MANAGER_ID), ==, MTR_TEST_LEAD);
  g_assert_cmpint (mtr_record_get_number (pairing, MTR_PAIRING_TALK_TO_ID), ==, MTR_TEST_LEAD);
  g_assert_false (mtr_record_is_set (pairing, MTR_PAIRING_DUAL_ROLE_REASON));
  g_assert_cmpstr (mtr_record_get_text (pairing, MTR_PAIRING_EXCEPTION_REASON), ==, "Nobody else");
}

static void
test_agreement_taken_back (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *first = mtr_agreement_find_signed (snapshot, MTR_TEST_PAIRING);
  g_autoptr (MtrChange) anew = mtr_agreement_agree_anew (first, 17);
  g_autoptr (MtrChange) sign = NULL;
  g_autoptr (MtrChange) back = NULL;
  MtrRecord *second;

  g_assert_null (mtr_agreement_find_earlier (snapshot, first));
  mtr_test_apply (snapshot, anew);
  second = mtr_agreement_find_current (snapshot, MTR_TEST_PAIRING);
  g_assert_true (mtr_agreement_find_earlier (snapshot, second) == first);

  sign = mtr_agreement_sign (pack, second, "mentee", "Supervisor A", "in-person", "2026-05-01T10:00:00Z");
  mtr_test_apply (snapshot, sign);
  g_assert_true (mtr_signature_is_given (second, "mentee"));
  back = mtr_agreement_take_back (second);
  mtr_test_apply (snapshot, back);
  g_assert_false (mtr_signature_is_given (second, "mentee"));
  g_assert_false (mtr_record_is_set (second, MTR_AGREEMENT_MENTEE_SIGNED_NAME));
  g_assert_false (mtr_record_is_set (second, MTR_AGREEMENT_MENTEE_SIGNED_HOW));
}

static void
test_agreement (void)
{
  g_autoptr (MtrPack) pack = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *first = mtr_agreement_find_signed (snapshot, MTR_TEST_PAIRING);
  MtrRecord *second;
  g_autoptr (MtrChange) anew = mtr_agreement_agree_anew (first, 17);
  g_autoptr (MtrChange) mentor = NULL;
  g_autoptr (MtrChange) mentee = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *review_on = mtr_agreement_dup_review_on (pack, first);

  /* Signed on 10 February, reviewed after six months. */
  g_assert_cmpstr (review_on, ==, "2026-08-10");
  mtr_test_apply (snapshot, anew);
  second = mtr_agreement_find_current (snapshot, MTR_TEST_PAIRING);
  g_assert_cmpint (mtr_record_get_id (second), ==, 17);
  g_assert_cmpint (mtr_record_get_number (second, MTR_AGREEMENT_VERSION), ==, 2);
  g_assert_cmpstr (mtr_record_get_text (second, MTR_AGREEMENT_LIMITS), ==, "Safeguarding");
  g_assert_false (mtr_record_is_set (second, MTR_AGREEMENT_MENTOR_SIGNED_AT));
  g_assert_false (mtr_record_is_set (second, MTR_AGREEMENT_SEALED_AT));
  /* The old one is in force until both have signed the new one. */
  g_assert_true (mtr_agreement_find_signed (snapshot, MTR_TEST_PAIRING) == first);

  mtr_test_set (second, MTR_AGREEMENT_LIMITS, NULL);
  missing = mtr_agreement_list_missing (pack, second);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpint (((MtrProblem *) g_ptr_array_index (missing, 0))->field, ==, MTR_AGREEMENT_LIMITS);
  mtr_test_set (second, MTR_AGREEMENT_LIMITS, "Safeguarding and fitness");
  mtr_test_set (second, MTR_AGREEMENT_MENTOR_ROLE, "Asks");
  changed = mtr_agreement_compare (second, first);
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_cmpint (g_array_index (changed, MtrField, 0), ==, MTR_AGREEMENT_LIMITS);
  g_assert_cmpint (g_array_index (changed, MtrField, 1), ==, MTR_AGREEMENT_MENTOR_ROLE);

  mentor = mtr_agreement_sign (pack, second, MTR_SLOT_MENTOR, "Mentor B", MTR_SIGNED_OWN_FILE, "2026-08-31T10:00:00Z");
  mtr_test_apply (snapshot, mentor);
  g_assert_false (mtr_record_is_set (second, MTR_AGREEMENT_SEALED_AT));
  /* 31 August and six months is the last day of February. */
  g_assert_cmpstr (mtr_record_get_text (second, MTR_AGREEMENT_REVIEW_ON), ==, "2027-02-28");
  mentee = mtr_agreement_sign (pack, second, MTR_SLOT_MENTEE, "Supervisor A", MTR_SIGNED_IN_PERSON,
                               "2026-09-01T10:00:00Z");
  g_assert_true (mtr_change_get_barrier (mentee));
  mtr_test_apply (snapshot, mentee);
  g_assert_cmpstr (mtr_record_get_text (second, MTR_AGREEMENT_SEALED_AT), ==, "2026-09-01T10:00:00Z");
  g_assert_true (mtr_agreement_find_signed (snapshot, MTR_TEST_PAIRING) == second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/eligibility/verdicts", test_eligibility);
  g_test_add_func ("/core/eligibility/words", test_eligibility_words);
  g_test_add_func ("/core/pairing/moves", test_moves);
  g_test_add_func ("/core/pairing/move-problems", test_move_problems);
  g_test_add_func ("/core/pairing/move-changes", test_move_changes);
  g_test_add_func ("/core/pairing/members", test_members);
  g_test_add_func ("/core/pairing/choose-people", test_choose_people);
  g_test_add_func ("/core/agreement/versions-and-signatures", test_agreement);
  g_test_add_func ("/core/agreement/taken-back", test_agreement_taken_back);

  return g_test_run ();
}
