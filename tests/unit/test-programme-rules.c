/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a year of a programme adds to the rules: agreeing anew line by line,
 * commitments, self-assessment, groups, the check, evaluation, and the reasons
 * for Today that follow from them.
 */

#include "mtr-agreement.h"
#include "mtr-attention.h"
#include "mtr-commitment.h"
#include "mtr-difference.h"
#include "mtr-evaluation.h"
#include "mtr-group.h"
#include "mtr-review.h"
#include "mtr-self-assessment.h"
#include "mtr-test-records.h"

#include <string.h>

static void
take_word (MtrPack     *pack,
           MtrWordList  list,
           const char  *code)
{
  MtrWord *word = g_new0 (MtrWord, 1);

  word->code = g_strdup (code);
  word->title = g_strdup (code);
  mtr_pack_take_list_word (pack, list, word);
}

static MtrSelfAssessment *
make_self_assessment (void)
{
  static const char *const items[] = { "asking", "listening", "waiting", "writing" };
  MtrSelfAssessment *self_assessment = mtr_self_assessment_new ();

  self_assessment->lowest = 1;
  self_assessment->highest = 10;
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      MtrWord *word = g_new0 (MtrWord, 1);

      word->code = g_strdup (items[i]);
      word->title = g_strdup (items[i]);
      g_ptr_array_add (self_assessment->items, word);
    }

  return self_assessment;
}

static void
take_form (MtrPack    *pack,
           const char *code,
           MtrFormUse  use,
           const char *filled_by)
{
  MtrForm *form = mtr_form_new ();

  form->code = g_strdup (code);
  form->title = g_strdup (code);
  form->introduction = g_strdup ("");
  form->use = use;
  form->filled_by = g_strdup (filled_by);
  mtr_pack_take_form (pack, form);
}

static MtrPack *
make_pack (void)
{
  static const MtrSubmissions submissions = { 12, 18, 2, TRUE };
  MtrPack *pack = mtr_test_pack_new ();
  MtrTimeFrame frame = *mtr_pack_get_time_frame (pack);

  frame.check_months = 3;
  frame.evaluation_days = 14;
  frame.refresher_months = 24;
  mtr_pack_set_time_frame (pack, &frame);
  mtr_pack_set_submissions (pack, &submissions);
  mtr_pack_take_self_assessment (pack, make_self_assessment ());
  take_form (pack, "three-months", MTR_FORM_CHECK, "pair");
  take_form (pack, "end-mentor", MTR_FORM_EVALUATION, "mentor");
  take_form (pack, "end-mentee", MTR_FORM_EVALUATION, "mentee");
  take_word (pack, MTR_WORDS_COMMITMENTS, "agenda");
  take_word (pack, MTR_WORDS_COMMITMENTS, "time");
  take_word (pack, MTR_WORDS_COMMITMENTS, "honesty");

  return pack;
}

/* ---- Lines ------------------------------------------------------------------ */

static void
test_lines (void)
{
  static const struct {
    const char *before, *after;
    const char *expected;  /* "=" stayed, "-" was removed, "+" was added */
  } rows[] = {
    /* A text that is empty has no line. */
    { NULL, "", "" },
    { "We meet.", "We meet.", "=We meet.|" },
    { NULL, "We meet.", "+We meet.|" },
    { "a\nb\nc", "a\nc", "=a|-b|=c|" },
    { "a\nc", "a\nb\nc", "=a|+b|=c|" },
    { "a\nb\nc", "a\nB\nc", "=a|-b|+B|=c|" },
    { "a\nb\nc\nd", "b\nd\na", "-a|=b|-c|=d|+a|" },
    { "same\nsame", "same", "=same|-same|" },
    { "a\nb", "c\nd", "-a|-b|+c|+d|" },
    { "one\n\ntwo", "one\n\nthree", "=one|=|-two|+three|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) lines = mtr_difference_list_lines (rows[i].before, rows[i].after);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < lines->len; j++)
        {
          const MtrLine *line = g_ptr_array_index (lines, j);

          g_string_append_printf (text, "%c%s|", "=-+"[line->state], line->text);
        }
      g_assert_cmpstr (text->str, ==, rows[i].expected);
    }
}

/* Two long texts with nothing in common are not compared for ever. */
static void
test_many_lines (void)
{
  g_autoptr (GString) before = g_string_new ("x");
  g_autoptr (GString) after = g_string_new ("y");
  g_autoptr (GPtrArray) lines = NULL;

  for (int i = 0; i < 3000; i++)
    {
      g_string_append_printf (before, "\nold %d", i);
      g_string_append_printf (after, "\nnew %d", i);
    }
  lines = mtr_difference_list_lines (before->str, after->str);
  g_assert_cmpuint (lines->len, ==, 6002);
}

static void
test_agree_anew (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *first = mtr_snapshot_get (snapshot, MTR_KIND_AGREEMENT, MTR_TEST_AGREEMENT);
  g_autoptr (MtrChange) change = NULL;
  g_autoptr (GArray) fields = NULL;
  MtrRecord *second;

  mtr_test_set (first, MTR_AGREEMENT_FREQUENCY, "fortnightly");
  mtr_test_set (first, MTR_AGREEMENT_SESSION_MINUTES, "60");
  mtr_test_set (first, MTR_AGREEMENT_ENDING, "Either of us may end it.");
  change = mtr_agreement_agree_anew (first, 13);
  mtr_test_apply (snapshot, change);
  second = mtr_snapshot_get (snapshot, MTR_KIND_AGREEMENT, 13);
  g_assert_cmpstr (mtr_record_get_text (second, MTR_AGREEMENT_FREQUENCY), ==, "fortnightly");
  g_assert_cmpint (mtr_record_get_number (second, MTR_AGREEMENT_SESSION_MINUTES), ==, 60);
  g_assert_cmpstr (mtr_record_get_text (second, MTR_AGREEMENT_ENDING), ==, "Either of us may end it.");

  mtr_test_set (second, MTR_AGREEMENT_SESSION_MINUTES, "90");
  mtr_test_set (second, MTR_AGREEMENT_ENDING, NULL);
  fields = mtr_agreement_compare (second, first);
  g_assert_cmpuint (fields->len, ==, 2);
  g_assert_cmpint (g_array_index (fields, MtrField, 0), ==, MTR_AGREEMENT_SESSION_MINUTES);
  g_assert_cmpint (g_array_index (fields, MtrField, 1), ==, MTR_AGREEMENT_ENDING);
}

static void
test_commitments (void)
{
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *first = mtr_snapshot_get (snapshot, MTR_KIND_AGREEMENT, MTR_TEST_AGREEMENT);
  MtrRecord *second = mtr_test_record (snapshot, MTR_KIND_AGREEMENT, 13, MTR_AGREEMENT_PAIRING_ID, "10",
                                       MTR_AGREEMENT_VERSION, "2", MTR_FIELD_NONE);
  g_autoptr (GPtrArray) before = mtr_commitment_list (pack, snapshot, first, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MtrChange) change = mtr_change_new ("tick");

  g_assert_cmpuint (before->len, ==, 3);
  g_assert_cmpuint (mtr_commitment_count_ticked (before), ==, 0);
  mtr_commitment_tick (change, first, g_ptr_array_index (before, 0), TRUE, 50);
  mtr_commitment_tick (change, first, g_ptr_array_index (before, 1), TRUE, 51);
  mtr_commitment_tick (change, second, g_ptr_array_index (before, 1), TRUE, 52);
  mtr_test_apply (snapshot, change);
  mtr_test_set_in (snapshot, MTR_COMMITMENT_NOTE, 52, "Mornings only.");

  after = mtr_commitment_list (pack, snapshot, second, first);
  g_assert_cmpuint (mtr_commitment_count_ticked (after), ==, 1);
  for (guint i = 0; i < after->len; i++)
    {
      const MtrCommitmentRow *row = g_ptr_array_index (after, i);

      /* The first lost its tick, the second has a note now, the third never had anything. */
      g_assert_cmpint (row->ticked, ==, i == 1);
      g_assert_cmpint (row->changed, ==, i < 2);
      g_assert_cmpstr (row->note, ==, i == 1 ? "Mornings only." : NULL);
    }
  g_clear_object (&change);
  change = mtr_change_new ("untick");
  mtr_commitment_tick (change, second, g_ptr_array_index (after, 1), FALSE, 0);
  mtr_test_apply (snapshot, change);
  g_assert_cmpint (mtr_record_get_number (mtr_snapshot_get (snapshot, MTR_KIND_COMMITMENT, 52), MTR_COMMITMENT_TICKED),
                   ==, 0);
}

/* ---- Self-assessment -------------------------------------------------------- */

static void
test_movement (void)
{
  static const struct {
    const char *item;
    const char *levels[3];  /* start, middle, end */
    gboolean    has_moved;
    int         movement;
  } rows[] = {
    { "asking",    { "3", "5", "7" },    TRUE,  4 },
    { "listening", { "6", NULL, "4" },   TRUE,  -2 },
    { "waiting",   { NULL, "5", "5" },   TRUE,  0 },
    { "writing",   { "8", NULL, NULL },  FALSE, 0 },
  };
  static const char *const moments[] = { "start", "middle", "end" };
  static const char *const ids[] = { "200", "201", "202" };
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrPack) plain = mtr_test_pack_new ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) movements = NULL;
  g_autoptr (GPtrArray) none = mtr_self_assessment_list_movements (plain, snapshot, MTR_TEST_PAIRING, MTR_TEST_SUPERVISOR);

  g_assert_cmpuint (none->len, ==, 0);
  for (int i = 0; i < 3; i++)
    {
      mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT, 200 + i, MTR_SELF_ASSESSMENT_PAIRING_ID, "10",
                       MTR_SELF_ASSESSMENT_PERSON_ID, "1", MTR_SELF_ASSESSMENT_MOMENT, moments[i], MTR_FIELD_NONE);
      for (gsize j = 0; j < G_N_ELEMENTS (rows); j++)
        if (rows[j].levels[i] != NULL)
          mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM, 210 + 10 * i + (gint64) j,
                           MTR_SELF_ASSESSMENT_ITEM_SELF_ASSESSMENT_ID, ids[i], MTR_SELF_ASSESSMENT_ITEM_ITEM,
                           rows[j].item, MTR_SELF_ASSESSMENT_ITEM_LEVEL, rows[j].levels[i],
                           MTR_SELF_ASSESSMENT_ITEM_CONFIDENCE, j == 0 ? "9" : NULL, MTR_FIELD_NONE);
    }
  /* Another member of a group sees themselves otherwise. */
  mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT, 250, MTR_SELF_ASSESSMENT_PAIRING_ID, "10",
                   MTR_SELF_ASSESSMENT_PERSON_ID, "4", MTR_SELF_ASSESSMENT_MOMENT, "end", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SELF_ASSESSMENT_ITEM, 251, MTR_SELF_ASSESSMENT_ITEM_SELF_ASSESSMENT_ID, "250",
                   MTR_SELF_ASSESSMENT_ITEM_ITEM, "writing", MTR_SELF_ASSESSMENT_ITEM_LEVEL, "1", MTR_FIELD_NONE);

  movements = mtr_self_assessment_list_movements (pack, snapshot, MTR_TEST_PAIRING, MTR_TEST_SUPERVISOR);
  g_assert_cmpuint (movements->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < movements->len; i++)
    {
      const MtrMovement *movement = g_ptr_array_index (movements, i);

      g_assert_cmpstr (movement->word->code, ==, rows[i].item);
      g_assert_cmpint (movement->has_moved, ==, rows[i].has_moved);
      g_assert_cmpint (movement->movement, ==, rows[i].movement);
      for (int j = 0; j < 3; j++)
        {
          g_assert_cmpint (movement->has_level[j], ==, rows[i].levels[j] != NULL);
          g_assert_cmpint (movement->has_confidence[j], ==, i == 0);
        }
    }
}

/* ---- Groups ------------------------------------------------------------------- */

/* Six meetings of ninety minutes on the first of each month from March, the last one cancelled. */
static void
test_attendance (void)
{
  static const struct {
    const char *person, *joined_on, *left_on;
    guint       n_held, n_attended;
    gint64      minutes;
  } rows[] = {
    /* There from the beginning to the end, and away in April. */
    { "31", "2026-02-01", NULL,         5, 4, 360 },
    /* Joined late, on the day of the May meeting: May, June, July; twenty minutes of the first. */
    { "32", "2026-05-01", NULL,         3, 3, 200 },
    /* Left early, the day before the June meeting: March, April, May. */
    { "33", NULL,         "2026-05-31", 3, 3, 270 },
    /* Between two meetings. */
    { "34", "2026-04-02", "2026-04-30", 0, 0, 0 },
  };
  static const char *const days[] = {
    "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01",
  };
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autoptr (GPtrArray) attendance = NULL;

  mtr_test_record (snapshot, MTR_KIND_PAIRING, 300, MTR_PAIRING_STRUCTURE, "group", MTR_PAIRING_STATE, "active",
                   MTR_FIELD_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    mtr_test_record (snapshot, MTR_KIND_MEMBER, 310 + (gint64) i, MTR_MEMBER_PAIRING_ID, "300", MTR_MEMBER_PERSON_ID,
                     rows[i].person, MTR_MEMBER_ROLE, "mentee", MTR_MEMBER_JOINED_ON, rows[i].joined_on,
                     MTR_MEMBER_LEFT_ON, rows[i].left_on, MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_MEMBER, 319, MTR_MEMBER_PAIRING_ID, "300", MTR_MEMBER_PERSON_ID, "3",
                   MTR_MEMBER_ROLE, "observer", MTR_FIELD_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    mtr_test_record (snapshot, MTR_KIND_SESSION, 320 + (gint64) i, MTR_SESSION_PAIRING_ID, "300", MTR_SESSION_STATE,
                     i < 5 ? "held" : "cancelled", MTR_SESSION_HELD_ON, days[i], MTR_SESSION_MINUTES, "90",
                     MTR_FIELD_NONE);
  /* April and May say who was there; of the others nobody was said to be missing. */
  mtr_test_record (snapshot, MTR_KIND_SESSION_ATTENDEE, 330, MTR_SESSION_ATTENDEE_SESSION_ID, "321",
                   MTR_SESSION_ATTENDEE_PERSON_ID, "33", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SESSION_ATTENDEE, 331, MTR_SESSION_ATTENDEE_SESSION_ID, "322",
                   MTR_SESSION_ATTENDEE_PERSON_ID, "31", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SESSION_ATTENDEE, 332, MTR_SESSION_ATTENDEE_SESSION_ID, "322",
                   MTR_SESSION_ATTENDEE_PERSON_ID, "32", MTR_SESSION_ATTENDEE_MINUTES, "20", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SESSION_ATTENDEE, 333, MTR_SESSION_ATTENDEE_SESSION_ID, "322",
                   MTR_SESSION_ATTENDEE_PERSON_ID, "33", MTR_SESSION_ATTENDEE_MINUTES, "200", MTR_FIELD_NONE);

  attendance = mtr_group_list_attendance (snapshot, 300);
  g_assert_cmpuint (attendance->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < attendance->len; i++)
    {
      const MtrGroupAttendance *row = g_ptr_array_index (attendance, i);

      g_assert_cmpint (row->person_id, ==, 31 + i);
      g_assert_cmpuint (row->n_held, ==, rows[i].n_held);
      g_assert_cmpuint (row->n_attended, ==, rows[i].n_attended);
      g_assert_cmpint (row->minutes, ==, rows[i].minutes);
    }
}

static void
test_facilitator (void)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_new (MTR_READER_OWNER);
  MtrRecord *pairing = mtr_test_record (snapshot, MTR_KIND_PAIRING, 300, MTR_PAIRING_STATE, "active", MTR_FIELD_NONE);

  g_assert_false (mtr_group_lacks_facilitator (pairing));
  mtr_test_set (pairing, MTR_PAIRING_STRUCTURE, "group");
  g_assert_true (mtr_group_lacks_facilitator (pairing));
  mtr_test_set (pairing, MTR_PAIRING_MENTOR_ID, "2");
  g_assert_false (mtr_group_lacks_facilitator (pairing));
  g_assert_true (mtr_group_is_group (pairing));
}

/* ---- The check and the evaluation ---------------------------------------------- */

static void
test_check (void)
{
  static const struct {
    const char *kind, *due_on, *held_on;
    const char *expected;
  } rows[] = {
    /* Began on 3 February 2026. */
    { NULL, NULL, NULL, "2026-05-03" },
    { "three-month-check", NULL, NULL, "2026-05-03" },
    { "three-months", "2026-05-20", NULL, "2026-05-20" },
    { "three-months", "2026-05-20", "2026-05-19", NULL },
    /* Another review is not the check. */
    { "yearly", "2027-02-03", "2027-02-03", "2026-05-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrPack) pack = make_pack ();
      g_autoptr (MtrPack) plain = mtr_test_pack_new ();
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING);
      g_autofree char *due_on = NULL;
      g_autofree char *never = mtr_review_dup_check_due_on (plain, snapshot, pairing);

      g_assert_null (never);
      if (rows[i].kind != NULL)
        mtr_test_record (snapshot, MTR_KIND_REVIEW, 60, MTR_REVIEW_PAIRING_ID, "10", MTR_REVIEW_KIND, rows[i].kind,
                         MTR_REVIEW_DUE_ON, rows[i].due_on, MTR_REVIEW_HELD_ON, rows[i].held_on, MTR_FIELD_NONE);
      due_on = mtr_review_dup_check_due_on (pack, snapshot, pairing);
      g_assert_cmpstr (due_on, ==, rows[i].expected);
    }
}

static void
test_respondents (void)
{
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, MTR_TEST_PAIRING);
  g_autoptr (GPtrArray) asked = NULL;
  g_autoptr (MtrRecord) evaluation = NULL;
  g_autoptr (GPtrArray) answered = NULL;

  mtr_test_set (pairing, MTR_PAIRING_STATE, "ended");
  mtr_test_set (pairing, MTR_PAIRING_ENDED_ON, "2026-10-04");
  asked = mtr_evaluation_list_respondents (snapshot, pairing);
  g_assert_cmpuint (asked->len, ==, 2);
  g_assert_cmpint (((MtrRespondent *) g_ptr_array_index (asked, 0))->person_id, ==, MTR_TEST_MENTOR);
  g_assert_cmpint (((MtrRespondent *) g_ptr_array_index (asked, 1))->person_id, ==, MTR_TEST_SUPERVISOR);

  evaluation = mtr_evaluation_new (pack, pairing, g_ptr_array_index (asked, 1), 60, "2026-10-04");
  g_assert_cmpstr (mtr_record_get_text (evaluation, MTR_EVALUATION_FORM), ==, "end-mentee");
  g_assert_cmpstr (mtr_record_get_text (evaluation, MTR_EVALUATION_ROLE), ==, "mentee");
  mtr_test_set (evaluation, MTR_EVALUATION_GIVEN_ON, "2026-10-06");
  mtr_snapshot_add (snapshot, evaluation);
  answered = mtr_evaluation_list_respondents (snapshot, pairing);
  g_assert_false (((MtrRespondent *) g_ptr_array_index (answered, 0))->given);
  g_assert_true (((MtrRespondent *) g_ptr_array_index (answered, 1))->given);
}

/* ---- Reasons for Today ------------------------------------------------------------ */

static char *
dup_reasons (MtrPack     *pack,
             MtrSnapshot *snapshot)
{
  static const char *const codes[] = { "hand-in", "hand-in-again", "check", "induction", "facilitator", "evaluation", "mentor" };
  g_autoptr (GPtrArray) reasons = mtr_attention_build (pack, snapshot, MTR_TEST_PAIRING);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      MtrRecord *reason = g_ptr_array_index (reasons, i);

      for (gsize j = 0; j < G_N_ELEMENTS (codes); j++)
        if (mtr_record_text_is (reason, MTR_ATTENTION_REASON, codes[j]))
          g_string_append_printf (lines, "%s from %s subject %d turn %d\n", codes[j],
                                  mtr_record_get_text (reason, MTR_ATTENTION_FROM_ON),
                                  (int) mtr_record_get_number (reason, MTR_ATTENTION_SUBJECT_ID),
                                  (int) mtr_record_get_number (reason, MTR_ATTENTION_TURN_ID));
    }

  return g_string_free (lines, FALSE);
}

static void
add_submission (MtrSnapshot *snapshot)
{
  mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 90, MTR_SUBMISSION_PERSON_ID, "1", MTR_SUBMISSION_NUMBER, "1",
                   MTR_SUBMISSION_DUE_ON, "2026-11-21", MTR_FIELD_NONE);
}

static void
add_returned (MtrSnapshot *snapshot)
{
  mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 90, MTR_SUBMISSION_PERSON_ID, "1", MTR_SUBMISSION_NUMBER, "1",
                   MTR_SUBMISSION_HANDED_IN_ON, "2026-11-20", MTR_SUBMISSION_OUTCOME, "incomplete",
                   MTR_SUBMISSION_DECIDED_ON, "2026-12-01", MTR_FIELD_NONE);
  mtr_test_record (snapshot, MTR_KIND_SUBMISSION, 91, MTR_SUBMISSION_PERSON_ID, "1", MTR_SUBMISSION_NUMBER, "2",
                   MTR_FIELD_NONE);
}

static void
add_handed_in (MtrSnapshot *snapshot)
{
  add_returned (snapshot);
  mtr_test_set_in (snapshot, MTR_SUBMISSION_HANDED_IN_ON, 91, "2026-12-20");
}

static void
add_evaluation (MtrSnapshot *snapshot)
{
  mtr_test_record (snapshot, MTR_KIND_EVALUATION, 60, MTR_EVALUATION_PAIRING_ID, "10", MTR_EVALUATION_RESPONDENT_ID, "1",
                   MTR_EVALUATION_ROLE, "mentee", MTR_EVALUATION_ASKED_ON, "2026-10-04", MTR_FIELD_NONE);
}

/* The pairing was proposed on 20 January and began on 3 February 2026. */
#define INDUCTION "induction from 2026-01-20 subject 2 turn 2\n"
#define CHECK     "check from 2026-05-03 subject 0 turn 2\n"

static void
test_reasons (void)
{
  static const struct {
    MtrField    field;
    gint64      id;
    const char *value;
    void      (*add) (MtrSnapshot *);
    const char *expected;
  } rows[] = {
    { MTR_FIELD_NONE, 0, NULL, NULL, INDUCTION CHECK },
    { MTR_PERSON_INDUCTION_ON, MTR_TEST_MENTOR, "2025-06-30", NULL, "induction from 2027-06-30 subject 2 turn 2\n" CHECK },
    { MTR_PERSON_REFRESHER_ON, MTR_TEST_MENTOR, "2024-02-29", NULL, "induction from 2026-02-28 subject 2 turn 2\n" CHECK },
    { MTR_PERSON_REGISTERED_ON, MTR_TEST_SUPERVISOR, "2025-11-21", NULL,
      INDUCTION CHECK "hand-in from 2026-09-21 subject 0 turn 1\n" },
    { MTR_FIELD_NONE, 0, NULL, add_submission, INDUCTION CHECK "hand-in from 2026-09-21 subject 90 turn 1\n" },
    { MTR_FIELD_NONE, 0, NULL, add_returned, INDUCTION CHECK "hand-in-again from 2026-12-01 subject 91 turn 1\n" },
    { MTR_FIELD_NONE, 0, NULL, add_handed_in, INDUCTION CHECK },
    /* A group without a facilitator has that reason, and not the one of a pairing without a mentor. */
    { MTR_PAIRING_MENTOR_ID, MTR_TEST_PAIRING, NULL, NULL, "mentor from 2026-01-20 subject 0 turn 0\n"
      "check from 2026-05-03 subject 0 turn 0\n" },
    /* Paused raises none; ended only what was asked for. */
    { MTR_PAIRING_STATE, MTR_TEST_PAIRING, "paused", add_submission, "" },
    { MTR_PAIRING_STATE, MTR_TEST_PAIRING, "ended", add_submission, "" },
    { MTR_PAIRING_STATE, MTR_TEST_PAIRING, "ended", add_evaluation, "evaluation from 2026-10-18 subject 60 turn 1\n" },
    { MTR_FIELD_NONE, 0, NULL, add_evaluation, INDUCTION CHECK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrPack) pack = make_pack ();
      g_autoptr (MtrPack) plain = mtr_test_pack_new ();
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      g_autofree char *reasons = NULL;
      g_autofree char *none = NULL;

      if (rows[i].field != MTR_FIELD_NONE)
        mtr_test_set_in (snapshot, rows[i].field, rows[i].id, rows[i].value);
      if (rows[i].add != NULL)
        rows[i].add (snapshot);
      reasons = dup_reasons (pack, snapshot);
      g_assert_cmpstr (reasons, ==, rows[i].expected);
      /* A pack that asks for none of this gets none of it. */
      none = dup_reasons (plain, snapshot);
      g_assert_true (*none == '\0' || g_str_has_prefix (none, "mentor "));
    }
}

static void
test_group_reason (void)
{
  g_autoptr (MtrPack) pack = make_pack ();
  g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
  g_autofree char *reasons = NULL;

  mtr_test_set_in (snapshot, MTR_PAIRING_STRUCTURE, MTR_TEST_PAIRING, "group");
  mtr_test_set_in (snapshot, MTR_PAIRING_MENTOR_ID, MTR_TEST_PAIRING, NULL);
  reasons = dup_reasons (pack, snapshot);
  g_assert_cmpstr (reasons, ==, "facilitator from 2026-01-20 subject 0 turn 0\ncheck from 2026-05-03 subject 0 turn 0\n");
}

static void
test_words (void)
{
  static const struct {
    const char *reason, *turn, *since;
    gint64      owner;
    const char *title, *subtitle, *verb;
  } rows[] = {
    { "hand-in", "1", "2027-01-21", MTR_TEST_SUPERVISOR, "The learning is to be handed in by 21 Jan 2027",
      "Supervisor A", "Open" },
    { "hand-in", "1", "2026-11-20", MTR_TEST_MENTOR, "The learning was to be handed in by 20 Nov", "Supervisor A",
      "Remind…" },
    { "hand-in-again", "1", "2026-11-01", MTR_TEST_SUPERVISOR, "The learning is to be handed in again",
      "Supervisor A · came back on 1 Nov", "Open" },
    { "check", "2", "2026-05-03", MTR_TEST_MENTOR, "Time to ask how it is going",
      "Supervisor A · due since 3 May", "Open" },
    { "induction", "2", NULL, MTR_TEST_LEAD, "Mentor B has had no induction as a mentor", "Supervisor A", "Remind…" },
    { "induction", "2", "2024-09-01", MTR_TEST_MENTOR, "Mentor B is due a refresher as a mentor",
      "Supervisor A · last on 1 Sep 2024", "Open" },
    { "facilitator", NULL, NULL, MTR_TEST_LEAD, "“Thursday group” has no facilitator", "Supervisor A", "Find one" },
    { "evaluation", "1", "2026-10-04", MTR_TEST_SUPERVISOR, "Your evaluation is missing",
      "Supervisor A · ended 4 Oct", "Write" },
    { "evaluation", "1", "2026-10-04", MTR_TEST_MENTOR, "Evaluation by Supervisor A", "Supervisor A · ended 4 Oct",
      "Remind…" },
  };
  GDate today = mtr_test_date ("2026-11-21");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MtrPack) pack = make_pack ();
      g_autoptr (MtrSnapshot) snapshot = mtr_test_snapshot_new ();
      MtrRecord *attention = mtr_test_record (snapshot, MTR_KIND_ATTENTION, 70, MTR_ATTENTION_PAIRING_ID, "10",
                                              MTR_ATTENTION_REASON, rows[i].reason, MTR_ATTENTION_TURN_ID, rows[i].turn,
                                              MTR_ATTENTION_SINCE_ON, rows[i].since, MTR_FIELD_NONE);
      g_autoptr (MtrAttentionText) text = NULL;

      mtr_test_set_in (snapshot, MTR_PAIRING_TITLE, MTR_TEST_PAIRING, "Thursday group");
      text = mtr_attention_describe (pack, snapshot, attention, rows[i].owner, &today);
      g_assert_cmpstr (text->title, ==, rows[i].title);
      g_assert_cmpstr (text->subtitle, ==, rows[i].subtitle);
      g_assert_cmpstr (text->verb, ==, rows[i].verb);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/difference/lines", test_lines);
  g_test_add_func ("/core/difference/many-lines", test_many_lines);
  g_test_add_func ("/core/agreement/agree-anew", test_agree_anew);
  g_test_add_func ("/core/agreement/commitments", test_commitments);
  g_test_add_func ("/core/self-assessment/movement", test_movement);
  g_test_add_func ("/core/group/attendance", test_attendance);
  g_test_add_func ("/core/group/facilitator", test_facilitator);
  g_test_add_func ("/core/review/check", test_check);
  g_test_add_func ("/core/evaluation/respondents", test_respondents);
  g_test_add_func ("/core/attention/programme", test_reasons);
  g_test_add_func ("/core/attention/group", test_group_reason);
  g_test_add_func ("/core/attention/programme-words", test_words);

  return g_test_run ();
}
