/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reasons for Today that come from running a programme: learning to be
 * handed in, the check, the mentor's induction, a group without a facilitator,
 * an evaluation that is missing. What is asked for is the pack's.
 */

#include "mtr-attention-private.h"

#include "mtr-evaluation.h"
#include "mtr-group.h"
#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-review.h"
#include "mtr-rules-private.h"
#include "mtr-submission.h"

/* ---- Finding the reasons -------------------------------------------------- */

static const char *
get_beginning (MtrAttentionBuild *build)
{
  const char *begin = mtr_rules_earlier (mtr_record_get_text (build->pairing, MTR_PAIRING_PROPOSED_ON),
                                         mtr_pairing_get_begin (build->pairing));

  /* Without any date it holds now, and always did. */
  return begin != NULL ? begin : "1970-01-01";
}

static void
find_facilitator (MtrAttentionBuild *build)
{
  const char *begin = get_beginning (build);

  if (mtr_group_lacks_facilitator (build->pairing))
    mtr_attention_add (build, MTR_ATTENTION_FACILITATOR, HARM_MENTOR, begin, 0, 0, begin);
}

static void
find_induction (MtrAttentionBuild *build)
{
  MtrRecord *mentor = mtr_snapshot_get (build->snapshot, MTR_KIND_PERSON, build->mentor);
  const char *last;
  g_autofree char *due_on = NULL;

  if (mentor == NULL || build->frame->refresher_months <= 0)
    return;
  last = mtr_rules_later (mtr_record_get_text (mentor, MTR_PERSON_INDUCTION_ON),
                          mtr_record_get_text (mentor, MTR_PERSON_REFRESHER_ON));
  due_on = mtr_rules_shift (last, build->frame->refresher_months, 0);
  mtr_attention_add (build, MTR_ATTENTION_INDUCTION, HARM_REVIEW, due_on != NULL ? due_on : get_beginning (build),
                     build->mentor, build->mentor, last);
}

static void
find_check (MtrAttentionBuild *build)
{
  MtrRecord *check = mtr_review_find_check (build->pack, build->snapshot, build->pairing_id);
  g_autofree char *due_on = mtr_review_dup_check_due_on (build->pack, build->snapshot, build->pairing);

  mtr_attention_add (build, MTR_ATTENTION_CHECK, HARM_REVIEW, due_on, check != NULL ? mtr_record_get_id (check) : 0,
                     build->mentor, due_on);
}

/* The last one that came back. */
static MtrRecord *
find_returned (MtrSnapshot *snapshot,
               gint64       person_id)
{
  MtrRecord *returned = NULL;

  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_SUBMISSION); i++)
    {
      MtrRecord *submission = mtr_snapshot_nth (snapshot, MTR_KIND_SUBMISSION, i);

      if (mtr_record_get_number (submission, MTR_SUBMISSION_PERSON_ID) == person_id &&
          (mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_UNSATISFACTORY) ||
           mtr_record_text_is (submission, MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_INCOMPLETE)) &&
          (returned == NULL || mtr_record_get_number (submission, MTR_SUBMISSION_NUMBER) >
                               mtr_record_get_number (returned, MTR_SUBMISSION_NUMBER)))
        returned = submission;
    }

  return returned;
}

/*
 * mtr_attention_find_hand_in:
 * @build: the reasons being found
 * @person_id: a mentee
 *
 * Finds whether learning is to be handed in, for the first time or again. What is handed in and not decided yet asks
 * nothing of anybody.
 */
void
mtr_attention_find_hand_in (MtrAttentionBuild *build,
                            gint64             person_id)
{
  MtrRecord *current = mtr_learning_find_submission (build->pack, build->snapshot, person_id);
  MtrRecord *returned = find_returned (build->snapshot, person_id);
  g_autofree char *due_on = mtr_learning_dup_due_on (build->pack, build->snapshot, person_id);
  g_autofree char *remind_on = mtr_submission_dup_remind_on (build->pack, build->snapshot, person_id);
  gint64 id = current != NULL ? mtr_record_get_id (current) : 0;

  if (mtr_pack_get_submissions (build->pack) == NULL)
    return;
  if (current != NULL && current != returned &&
      (mtr_record_is_set (current, MTR_SUBMISSION_HANDED_IN_ON) || mtr_record_is_set (current, MTR_SUBMISSION_OUTCOME)))
    return;

  if (returned != NULL)
    {
      const char *decided_on = mtr_record_get_text (returned, MTR_SUBMISSION_DECIDED_ON);

      mtr_attention_add (build, MTR_ATTENTION_HAND_IN_AGAIN, HARM_SUBMISSION,
                         decided_on != NULL ? decided_on : get_beginning (build), id, person_id, decided_on);
      return;
    }
  mtr_attention_add (build, MTR_ATTENTION_HAND_IN, HARM_SUBMISSION, remind_on, id, person_id, due_on);
}

/*
 * mtr_attention_find_evaluations:
 * @build: the reasons being found, of a pairing that has ended
 *
 * Finds who was asked for an evaluation a while ago and has not given it. Nobody is nagged who was never asked, so that
 * pairings brought in from a spreadsheet stay quiet.
 */
void
mtr_attention_find_evaluations (MtrAttentionBuild *build)
{
  g_autoptr (GPtrArray) respondents = mtr_evaluation_list_respondents (build->snapshot, build->pairing);

  if (build->frame->evaluation_days <= 0)
    return;
  for (guint i = 0; i < respondents->len; i++)
    {
      const MtrRespondent *respondent = g_ptr_array_index (respondents, i);
      const char *asked_on = respondent->evaluation != NULL
                             ? mtr_record_get_text (respondent->evaluation, MTR_EVALUATION_ASKED_ON) : NULL;
      g_autofree char *from_on = mtr_rules_shift (asked_on, 0, build->frame->evaluation_days);

      if (!respondent->given && from_on != NULL)
        mtr_attention_add (build, MTR_ATTENTION_EVALUATION, HARM_EVALUATION, from_on,
                           mtr_record_get_id (respondent->evaluation), respondent->person_id,
                           mtr_record_get_text (build->pairing, MTR_PAIRING_ENDED_ON));
    }
}

/*
 * mtr_attention_find_programme:
 * @build: the reasons being found, of a pairing that is neither paused nor ended
 */
void
mtr_attention_find_programme (MtrAttentionBuild *build)
{
  find_facilitator (build);
  find_induction (build);
  find_check (build);
}

/* ---- Saying them ----------------------------------------------------------- */

static void
tell_hand_in (MtrAttentionTelling *telling,
              MtrAttentionText    *text)
{
  GDate due_on;
  gboolean is_late = mtr_record_get_date (telling->attention, MTR_ATTENTION_SINCE_ON, &due_on) &&
                     g_date_compare (&due_on, telling->today) < 0;

  text->title = g_strdup_printf (is_late ? _("The learning was to be handed in by %s")
                                         : _("The learning is to be handed in by %s"), telling->since);
  text->subtitle = g_strdup (telling->turn);
  text->verb = g_strdup (_("Open"));
}

static void
tell_hand_in_again (MtrAttentionTelling *telling,
                    MtrAttentionText    *text)
{
  text->title = g_strdup (_("The learning is to be handed in again"));
  text->subtitle = mtr_record_is_set (telling->attention, MTR_ATTENTION_SINCE_ON)
                   /* Translators: a person, and a date */
                   ? g_strdup_printf (_("%s · came back on %s"), telling->turn, telling->since)
                   : g_strdup (telling->turn);
  text->verb = g_strdup (_("Open"));
}

static void
tell_check (MtrAttentionTelling *telling,
            MtrAttentionText    *text)
{
  text->title = g_strdup (_("Time to ask how it is going"));
  /* Translators: a person, and a date */
  text->subtitle = g_strdup_printf (_("%s · due since %s"), telling->who, telling->since);
  text->verb = g_strdup (_("Open"));
}

static void
tell_induction (MtrAttentionTelling *telling,
                MtrAttentionText    *text)
{
  gboolean is_stale = mtr_record_is_set (telling->attention, MTR_ATTENTION_SINCE_ON);

  text->title = g_strdup_printf (is_stale ? _("%s is due a refresher as a mentor")
                                          : _("%s has had no induction as a mentor"), telling->turn);
  /* Translators: a person, and a date */
  text->subtitle = is_stale ? g_strdup_printf (_("%s · last on %s"), telling->who, telling->since)
                            : g_strdup (telling->who);
  text->verb = g_strdup (_("Open"));
}

static void
tell_facilitator (MtrAttentionTelling *telling,
                  MtrAttentionText    *text)
{
  MtrRecord *pairing = mtr_snapshot_follow (telling->snapshot, telling->attention, MTR_ATTENTION_PAIRING_ID);
  const char *title = pairing != NULL ? mtr_record_get_text (pairing, MTR_PAIRING_TITLE) : NULL;

  /* Translators: %s is the name of a group */
  text->title = title != NULL ? g_strdup_printf (_("“%s” has no facilitator"), title)
                              : g_strdup (_("The group has no facilitator"));
  text->subtitle = g_strdup (telling->who);
  text->verb = g_strdup (_("Find one"));
}

static void
tell_evaluation (MtrAttentionTelling *telling,
                 MtrAttentionText    *text)
{
  text->title = telling->yours ? g_strdup (_("Your evaluation is missing"))
                               : g_strdup_printf (_("Evaluation by %s"), telling->turn);
  /* Translators: a person, and a date */
  text->subtitle = g_strdup_printf (_("%s · ended %s"), telling->who, telling->since);
  text->verb = g_strdup (_("Write"));
}

static const struct {
  const char *reason;
  void      (*tell) (MtrAttentionTelling *, MtrAttentionText *);
} tellers[] = {
  { MTR_ATTENTION_HAND_IN,       tell_hand_in },
  { MTR_ATTENTION_HAND_IN_AGAIN, tell_hand_in_again },
  { MTR_ATTENTION_CHECK,         tell_check },
  { MTR_ATTENTION_INDUCTION,     tell_induction },
  { MTR_ATTENTION_FACILITATOR,   tell_facilitator },
  { MTR_ATTENTION_EVALUATION,    tell_evaluation },
};

/*
 * mtr_attention_tell_programme:
 * @telling: the reason being said
 * @text: gets its words, where it is one of these
 */
void
mtr_attention_tell_programme (MtrAttentionTelling *telling,
                              MtrAttentionText    *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tellers); i++)
    if (mtr_record_text_is (telling->attention, MTR_ATTENTION_REASON, tellers[i].reason))
      tellers[i].tell (telling, text);
}
