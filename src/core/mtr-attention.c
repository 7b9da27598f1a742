/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs attention in a pairing, each reason with the day from which it
 * holds, and its words. Nothing here knows what day it is while the reasons
 * are found: the store keeps them, and Today only compares dates.
 */

#include "mtr-attention-private.h"

#include "mtr-agreement.h"
#include "mtr-date.h"
#include "mtr-group.h"
#include "mtr-messages.h"
#include "mtr-observation-series.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-requirement.h"
#include "mtr-rules-private.h"
#include "mtr-schedule.h"
#include "mtr-session.h"
#include "mtr-signature.h"

#include <string.h>

/* A portfolio is spoken of four weeks before it is handed in, so that there is time to do something about it. */
#define SUBMISSION_NOTICE_DAYS 28

/* The same reason keeps its id from one computation to the next, so that a row in a list stays the same row. */
static gint64
make_id (gint64      pairing_id,
         const char *reason,
         gint64      subject_id,
         gint64      turn_id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, pairing_id,
                                          reason, subject_id, turn_id);
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *byte = key; *byte != '\0'; byte++)
    hash = (hash ^ (guchar) *byte) * G_GUINT64_CONSTANT (1099511628211);

  return MAX (1, (gint64) (hash & G_MAXINT64));
}

/*
 * mtr_attention_add:
 * @build: the reasons being found
 * @reason: its code
 * @harm: its place in the order
 * @from_on: (nullable): the ISO date from which it holds; %NULL where it does not
 * @subject_id: the record it is about; 0 for none
 * @turn_id: whose turn it is; 0 for nobody in particular
 * @since_on: (nullable): the ISO date for its words
 *
 * Returns: (transfer none) (nullable): the reason
 */
MtrRecord *
mtr_attention_add (MtrAttentionBuild *build,
                   const char        *reason,
                   int                harm,
                   const char        *from_on,
                   gint64             subject_id,
                   gint64             turn_id,
                   const char        *since_on)
{
  MtrRecord *record;

  if (from_on == NULL)
    return NULL;

  record = mtr_record_new (MTR_KIND_ATTENTION, make_id (build->pairing_id, reason, subject_id, turn_id));
  mtr_record_set_number (record, MTR_ATTENTION_PAIRING_ID, build->pairing_id);
  mtr_record_set_text (record, MTR_ATTENTION_REASON, reason);
  mtr_record_set_number (record, MTR_ATTENTION_HARM, harm);
  mtr_record_set_text (record, MTR_ATTENTION_FROM_ON, from_on);
  mtr_record_set_text (record, MTR_ATTENTION_SINCE_ON, since_on);
  if (subject_id != 0)
    mtr_record_set_number (record, MTR_ATTENTION_SUBJECT_ID, subject_id);
  if (turn_id != 0)
    mtr_record_set_number (record, MTR_ATTENTION_TURN_ID, turn_id);
  g_ptr_array_add (build->reasons, record);

  return record;
}

/* ---- Finding the reasons -------------------------------------------------- */

static void
find_mentor (MtrAttentionBuild *build)
{
  GPtrArray *requirements = mtr_pack_get_requirements (build->pack);
  const char *begin = mtr_rules_earlier (mtr_record_get_text (build->pairing, MTR_PAIRING_PROPOSED_ON),
                                         mtr_pairing_get_begin (build->pairing));

  if (build->mentor != 0 || mtr_group_is_group (build->pairing))
    return;

  for (guint i = 0; i < requirements->len; i++)
    if (((MtrRequirement *) g_ptr_array_index (requirements, i))->kind == MTR_REQUIREMENT_MENTOR)
      {
        /* Without any date it holds now, and always did. */
        mtr_attention_add (build, MTR_ATTENTION_MENTOR, HARM_MENTOR, begin != NULL ? begin : "1970-01-01", 0, 0, begin);
        break;
      }
}

static void
find_agreement (MtrAttentionBuild *build)
{
  MtrRecord *in_force = mtr_agreement_find_signed (build->snapshot, build->pairing_id);
  MtrRecord *current = mtr_agreement_find_current (build->snapshot, build->pairing_id);
  const char *since = mtr_record_get_text (build->pairing, MTR_PAIRING_PROPOSED_ON);
  g_autofree char *day = NULL;
  gint64 current_id = current != NULL ? mtr_record_get_id (current) : 0;

  if (in_force != NULL)
    {
      g_autofree char *review_on = mtr_agreement_dup_review_on (build->pack, in_force);
      g_autofree char *overdue = mtr_rules_shift (review_on, 0, 1);

      /* Also while a newer version is being written: the review is done when both have signed that one. */
      mtr_attention_add (build, MTR_ATTENTION_REVIEW, HARM_REVIEW, overdue, mtr_record_get_id (in_force), 0, review_on);
      return;
    }

  if (build->frame->agreement_days < 0)
    return;
  if (since == NULL)
    since = mtr_pairing_get_begin (build->pairing);
  day = mtr_rules_shift (since, 0, build->frame->agreement_days);
  if (current != NULL && mtr_signature_is_given (current, MTR_SLOT_MENTOR))
    {
      g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (build->snapshot, build->pairing_id, NULL);

      for (guint i = 0; i < mentees->len; i++)
        mtr_attention_add (build, MTR_ATTENTION_AGREEMENT, HARM_AGREEMENT, day, current_id,
                           mtr_record_get_number (g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID), since);
      return;
    }
  mtr_attention_add (build, MTR_ATTENTION_AGREEMENT, HARM_AGREEMENT, day, current_id,
                     current != NULL && mtr_signature_is_given (current, MTR_SLOT_MENTEE) ? build->mentor : 0, since);
}

static void
find_sessions (MtrAttentionBuild *build)
{
  g_autoptr (GPtrArray) sessions = mtr_snapshot_list_where (build->snapshot, MTR_KIND_SESSION, MTR_SESSION_PAIRING_ID,
                                                            build->pairing_id);
  const char *last_held = mtr_session_get_last_held_on (build->snapshot, build->pairing_id);
  const char *base = last_held != NULL ? last_held : mtr_record_get_text (build->pairing, MTR_PAIRING_STARTED_ON);
  gint64 interval = mtr_record_get_number (build->pairing, MTR_PAIRING_INTERVAL_DAYS);
  gboolean is_planned = FALSE;
  MtrSchedule schedule;

  for (guint i = 0; i < sessions->len; i++)
    {
      MtrRecord *session = g_ptr_array_index (sessions, i);
      const char *held_on = mtr_record_get_text (session, MTR_SESSION_HELD_ON);
      g_autofree char *after = mtr_rules_shift (held_on, 0, 1);

      if (after == NULL || (!mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_PLANNED) &&
                            !mtr_record_text_is (session, MTR_SESSION_STATE, MTR_SESSION_STATE_UNFINISHED)))
        continue;
      mtr_attention_add (build, MTR_ATTENTION_UNWRITTEN, HARM_UNWRITTEN, after, mtr_record_get_id (session), build->mentor,
                         held_on);
      is_planned = is_planned || base == NULL || strcmp (held_on, base) >= 0;
    }

  mtr_schedule_init_for_pairing (&schedule, build->pack, build->pairing);
  if (interval <= 0)
    interval = build->frame->interval_days;
  if (mtr_record_is_set (build->pairing, MTR_PAIRING_FREQUENCY))
    interval = schedule.days;
  /* A session that is planned ends the silence when its day comes; should that day pass, it is "not written down". */
  if (is_planned || base == NULL || interval <= 0 || build->frame->silence_percent <= 0 ||
      mtr_record_text_is (build->pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED))
    return;

  {
    int days = (int) ((interval * build->frame->silence_percent + 99) / 100);
    g_autofree char *from = mtr_rules_shift (base, 0, days);
    MtrRecord *reason = mtr_attention_add (build, MTR_ATTENTION_SILENCE, HARM_SILENCE, from, 0, build->mentor, base);

    if (reason != NULL)
      {
        mtr_record_set_number (reason, MTR_ATTENTION_COUNT_ONE, interval);
        mtr_record_set_number (reason, MTR_ATTENTION_COUNT_TWO, last_held != NULL);
      }
  }
}

static void
find_signatures (MtrAttentionBuild *build,
                 MtrRecord         *observation)
{
  g_autofree char *shared = mtr_rules_dup_day (mtr_record_get_text (observation, MTR_OBSERVATION_REFLECTION_SHARED_AT));
  g_autofree char *late = NULL;
  gint64 id = mtr_record_get_id (observation);

  if (build->frame->signature_days < 0)
    return;
  late = mtr_rules_shift (mtr_record_get_text (observation, MTR_OBSERVATION_FEEDBACK_GIVEN_ON), 0,
                          build->frame->signature_days);

  if (!mtr_signature_is_given (observation, MTR_SLOT_OBSERVER))
    mtr_attention_add (build, MTR_ATTENTION_SIGNATURE, HARM_SIGNATURE, mtr_rules_later (late, shared), id,
                       mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVER_ID), shared);
  if (!mtr_signature_is_given (observation, MTR_SLOT_OBSERVED))
    mtr_attention_add (build, MTR_ATTENTION_SIGNATURE, HARM_SIGNATURE, mtr_rules_later (late, shared), id,
                       mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID), shared);
}

static void
find_observations (MtrAttentionBuild *build)
{
  g_autoptr (GPtrArray) observations = mtr_snapshot_list_where (build->snapshot, MTR_KIND_OBSERVATION,
                                                                MTR_OBSERVATION_PAIRING_ID, build->pairing_id);

  for (guint i = 0; i < observations->len; i++)
    {
      MtrRecord *observation = g_ptr_array_index (observations, i);
      gint64 id = mtr_record_get_id (observation);
      MtrObservationStep step = mtr_observation_get_step (build->snapshot, observation);
      const char *held_on = mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON);
      g_autofree char *after = mtr_rules_shift (held_on, 0, 1);
      g_autofree char *since = NULL;
      g_autofree char *late = NULL;
      gint64 turn = mtr_observation_get_turn (build->snapshot, observation, 0, &since);

      if (step <= MTR_OBSERVATION_STEP_OBSERVE)
        mtr_attention_add (build, MTR_ATTENTION_OBSERVATION, HARM_OBSERVATION, after, id,
                           mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVER_ID), held_on);
      else if (step == MTR_OBSERVATION_STEP_FEEDBACK)
        mtr_attention_add (build, MTR_ATTENTION_FEEDBACK, HARM_FEEDBACK, after, id, turn, since);
      else if (step == MTR_OBSERVATION_STEP_REFLECTION && build->frame->reflection_days >= 0)
        {
          late = mtr_rules_shift (since, 0, build->frame->reflection_days);
          mtr_attention_add (build, MTR_ATTENTION_REFLECTION, HARM_FEEDBACK, late, id, turn, since);
        }
      else if (step == MTR_OBSERVATION_STEP_SIGN)
        find_signatures (build, observation);
    }
}

/* These kinds have a reason of their own above. */
static gboolean
speaks_for_itself (MtrAttentionBuild          *build,
                   const MtrRequirementResult *result)
{
  MtrRecord *observation;

  switch (result->requirement->kind)
    {
    case MTR_REQUIREMENT_MENTOR:
    case MTR_REQUIREMENT_AGREEMENT:
      return TRUE;

    case MTR_REQUIREMENT_OBSERVATIONS:
      observation = mtr_snapshot_get (build->snapshot, MTR_KIND_OBSERVATION, result->id);
      return observation != NULL && (mtr_record_is_set (observation, MTR_OBSERVATION_HELD_ON) ||
             mtr_observation_get_step (build->snapshot, observation) > MTR_OBSERVATION_STEP_PLAN);

    case MTR_REQUIREMENT_ELIGIBILITY:
    case MTR_REQUIREMENT_EVIDENCE_IN_AREAS:
    case MTR_REQUIREMENT_EVIDENCE_OF_KIND:
    case MTR_REQUIREMENT_RATIONALES:
    case MTR_REQUIREMENT_REPORT:
    case MTR_REQUIREMENT_REPORT_COMMENT:
    case MTR_REQUIREMENT_CHECKED_FOR_NAMES:
    default:
      return FALSE;
    }
}

static gboolean
is_handed_in (MtrSnapshot *snapshot,
              gint64       portfolio_id)
{
  return mtr_snapshot_find_where (snapshot, MTR_KIND_DECISION, MTR_DECISION_PORTFOLIO_ID, portfolio_id) != NULL ||
         mtr_snapshot_find_where (snapshot, MTR_KIND_RECOMMENDATION, MTR_RECOMMENDATION_PORTFOLIO_ID,
                                  portfolio_id) != NULL;
}

static void
find_requirements (MtrAttentionBuild *build,
                   gint64             person_id)
{
  g_autoptr (MtrRecord) portfolio = mtr_portfolio_find_or_make_up (build->snapshot, build->pairing, person_id);
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *notice = NULL;
  const char *last_id = NULL;

  /* A portfolio that is worked on elsewhere now asks for nothing here. */
  if (mtr_record_get_number (portfolio, MTR_PORTFOLIO_PAIRING_ID) != build->pairing_id ||
      is_handed_in (build->snapshot, mtr_record_get_id (portfolio)))
    return;

  notice = mtr_rules_shift (mtr_record_get_text (portfolio, MTR_PORTFOLIO_SUBMIT_BY), 0, -SUBMISSION_NOTICE_DAYS);
  mtr_attention_add (build, MTR_ATTENTION_SUBMISSION, HARM_SUBMISSION, notice, mtr_record_get_id (portfolio), person_id,
                     mtr_record_get_text (portfolio, MTR_PORTFOLIO_SUBMIT_BY));

  results = mtr_requirement_check (build->pack, build->snapshot, portfolio, 0, NULL);
  for (guint i = 0; i < results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (results, i);
      g_autofree char *reason = NULL;
      gboolean is_observation = result->requirement->kind == MTR_REQUIREMENT_OBSERVATIONS;

      if (result->met || result->due_on == NULL || result->turn == MTR_TURN_LATER ||
          g_strcmp0 (last_id, result->requirement->id) == 0 || speaks_for_itself (build, result))
        continue;

      /* One reason for each requirement, however many things are missing for it. */
      last_id = result->requirement->id;
      reason = g_strconcat (MTR_ATTENTION_DUE, result->requirement->id, NULL);
      mtr_attention_add (build, reason, is_observation ? HARM_OBSERVATION : HARM_SUBMISSION, result->due_on, person_id,
                         result->person_id, result->due_on);
    }
}

/**
 * mtr_attention_build:
 * @pack: the pack of the pairing
 * @snapshot: the pairing with all that belongs to it, and the portfolios and observations of its mentees
 * @pairing_id: the pairing
 *
 * Paused pairings raise nothing, and ended ones only what was asked for at the end (screens.md, section 2).
 *
 * Returns: (transfer full) (element-type MtrRecord): records of %MTR_KIND_ATTENTION; the same reason about the same
 *   thing has the same id each time
 */
GPtrArray *
mtr_attention_build (MtrPack     *pack,
                     MtrSnapshot *snapshot,
                     gint64       pairing_id)
{
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  g_autoptr (GPtrArray) mentees = NULL;
  MtrAttentionBuild build = {
    .pack = pack,
    .snapshot = snapshot,
    .pairing = pairing,
    .pairing_id = pairing_id,
    .frame = mtr_pack_get_time_frame (pack),
    .reasons = g_ptr_array_new_with_free_func (g_object_unref),
  };

  if (pairing != NULL && mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_ENDED))
    mtr_attention_find_evaluations (&build);
  if (pairing == NULL || !mtr_pairing_is_running (pairing))
    return build.reasons;

  build.mentor = mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID);
  find_mentor (&build);
  find_agreement (&build);
  find_sessions (&build);
  find_observations (&build);
  mtr_attention_find_programme (&build);

  /* The pathway asks for nothing before the pairing has begun. */
  if (mtr_record_text_is (pairing, MTR_PAIRING_STATE, MTR_PAIRING_PROPOSED))
    return build.reasons;
  mentees = mtr_pairing_list_mentees (snapshot, pairing_id, NULL);
  for (guint i = 0; i < mentees->len; i++)
    {
      gint64 person_id = mtr_record_get_number (g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID);

      find_requirements (&build, person_id);
      mtr_attention_find_hand_in (&build, person_id);
    }

  return build.reasons;
}

/* ---- Saying them ----------------------------------------------------------- */

static char *
dup_since_span (MtrAttentionTelling *telling)
{
  GDate since;

  if (!mtr_record_get_date (telling->attention, MTR_ATTENTION_SINCE_ON, &since) ||
      g_date_compare (&since, telling->today) > 0)
    since = *telling->today;

  return mtr_date_format_span (&since, telling->today);
}

static char *
dup_observation_name (MtrAttentionTelling *telling)
{
  return telling->subject != NULL
         ? mtr_observation_dup_short_title (telling->pack, telling->snapshot, telling->subject)
         : g_strdup (_("An observation"));
}

static void
tell_signature (MtrAttentionTelling *telling,
                MtrAttentionText    *text)
{
  g_autofree char *name = dup_observation_name (telling);
  const char *held_on = telling->subject != NULL
                        ? mtr_record_get_text (telling->subject, MTR_OBSERVATION_HELD_ON) : NULL;
  g_autofree char *held = mtr_rules_dup_short_date (held_on, telling->today);

  text->title = telling->yours ? g_strdup_printf (_("%s waits for your signature"), name)
                               : g_strdup_printf (_("%s waits for %s’s signature"), name, telling->turn);
  /* Translators: a person, the date of an observation, the date of a reflection */
  text->subtitle = g_strdup_printf (_("%s · observed %s, reflection written %s"), telling->who, held, telling->since);
  text->verb = g_strdup (_("Read and sign"));
}

static void
tell_feedback (MtrAttentionTelling *telling,
               MtrAttentionText    *text)
{
  g_autofree char *name = dup_observation_name (telling);

  text->title = telling->yours ? g_strdup_printf (_("%s waits for your feedback"), name)
                               : g_strdup_printf (_("Feedback on: %s"), name);
  text->subtitle = g_strdup_printf (_("%s · observed %s"), telling->yours ? telling->who : telling->turn, telling->since);
  text->verb = g_strdup (_("Write"));
}

static void
tell_reflection (MtrAttentionTelling *telling,
                 MtrAttentionText    *text)
{
  g_autofree char *name = dup_observation_name (telling);
  g_autofree char *span = dup_since_span (telling);

  text->title = telling->yours ? g_strdup_printf (_("%s waits for your reflection"), name)
                               : g_strdup_printf (_("Reflection on: %s"), name);
  /* Translators: a person, and how long: "Supervisor H, for 8 days" */
  text->subtitle = telling->yours ? g_strdup_printf (_("feedback passed on %s"), telling->since)
                                  : g_strdup_printf (_("%s, for %s"), telling->turn, span);
  text->verb = g_strdup (_("Write"));
}

static void
tell_submission (MtrAttentionTelling *telling,
                 MtrAttentionText    *text)
{
  GDate submit_by;
  gboolean is_late = mtr_record_get_date (telling->attention, MTR_ATTENTION_SINCE_ON, &submit_by) &&
                     g_date_compare (&submit_by, telling->today) < 0;

  text->title = g_strdup_printf (is_late ? _("The portfolio was to be handed in by %s")
                                         : _("The portfolio is to be handed in by %s"), telling->since);
  text->subtitle = g_strdup (telling->turn);
  text->verb = g_strdup (_("Open"));
}

static void
tell_observation (MtrAttentionTelling *telling,
                  MtrAttentionText    *text)
{
  g_autofree char *name = dup_observation_name (telling);

  text->title = g_strdup_printf (_("%s is not written down"), name);
  text->subtitle = g_strdup_printf (_("%s · planned for %s"), telling->who, telling->since);
  text->verb = g_strdup (_("Open"));
}

static void
tell_due (MtrAttentionTelling *telling,
          MtrAttentionText    *text)
{
  const char *id = mtr_record_get_text (telling->attention, MTR_ATTENTION_REASON) + strlen (MTR_ATTENTION_DUE);
  gint64 person = mtr_record_get_number (telling->attention, MTR_ATTENTION_SUBJECT_ID);
  MtrRecord *pairing = mtr_snapshot_follow (telling->snapshot, telling->attention, MTR_ATTENTION_PAIRING_ID);
  g_autoptr (MtrRecord) portfolio = NULL;
  g_autoptr (GPtrArray) results = NULL;
  gboolean plans = FALSE;

  if (pairing != NULL)
    {
      portfolio = mtr_portfolio_find_or_make_up (telling->snapshot, pairing, person);
      results = mtr_requirement_check (telling->pack, telling->snapshot, portfolio, 0, NULL);
    }
  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const MtrRequirementResult *result = g_ptr_array_index (results, i);

      if (!g_str_equal (result->requirement->id, id) || result->met || text->title != NULL)
        continue;
      text->title = g_strdup (result->title);
      plans = result->requirement->kind == MTR_REQUIREMENT_OBSERVATIONS;
    }
  if (text->title == NULL)
    text->title = g_strdup (_("Something that the pathway asks for is missing"));

  text->subtitle = g_strdup_printf (_("%s · due since %s"), mtr_rules_get_name (telling->snapshot, person),
                                    telling->since);
  text->verb = g_strdup (plans ? _("Plan one") : _("Open"));
}

static void
tell_mentor (MtrAttentionTelling *telling,
             MtrAttentionText    *text)
{
  text->title = g_strdup_printf (_("%s has no mentor"), telling->who);
  text->subtitle = mtr_record_is_set (telling->attention, MTR_ATTENTION_SINCE_ON)
                   ? g_strdup_printf (_("proposed %s"), telling->since) : g_strdup ("");
  text->verb = g_strdup (_("Find one"));
}

static void
tell_agreement (MtrAttentionTelling *telling,
                MtrAttentionText    *text)
{
  guint days = (guint) mtr_rules_days_between (mtr_record_get_text (telling->attention, MTR_ATTENTION_SINCE_ON),
                                               telling->today);
  MtrRecord *pairing = mtr_snapshot_follow (telling->snapshot, telling->attention, MTR_ATTENTION_PAIRING_ID);

  /* One of several is named: the pairing alone does not say whose turn it is. */
  if (pairing != NULL && mtr_group_is_group (pairing) && mtr_record_is_set (telling->attention, MTR_ATTENTION_TURN_ID))
    text->title = telling->yours ? g_strdup (_("The agreement waits for your signature"))
                                 : g_strdup_printf (_("The agreement waits for %s’s signature"), telling->turn);
  else
    text->title = g_strdup_printf (ngettext ("Agreement not signed after %u day",
                                             "Agreement not signed after %u days", days), days);
  text->subtitle = g_strdup_printf (_("%s · proposed %s"), telling->who, telling->since);
  text->verb = g_strdup (_("Open"));
}

static void
tell_unwritten (MtrAttentionTelling *telling,
                MtrAttentionText    *text)
{
  text->title = g_strdup_printf (_("The session of %s is not written down"), telling->since);
  text->subtitle = g_strdup (telling->who);
  text->verb = g_strdup (_("Write it down"));
}

static char *
dup_interval (gint64 days)
{
  if (days == 7)
    return g_strdup (_("every week"));
  /* What a schedule by the month counts as. */
  if (days == 30)
    return g_strdup (_("every month"));
  if (days % 7 == 0)
    return g_strdup_printf (ngettext ("every %d week", "every %d weeks", (gulong) (days / 7)),
                            (int) (days / 7));

  return g_strdup_printf (ngettext ("every %d day", "every %d days", (gulong) days), (int) days);
}

static void
tell_silence (MtrAttentionTelling *telling,
              MtrAttentionText    *text)
{
  g_autofree char *span = dup_since_span (telling);
  g_autofree char *interval = dup_interval (mtr_record_get_number (telling->attention, MTR_ATTENTION_COUNT_ONE));

  /* Translators: %s is a length of time, "6 weeks" */
  text->title = g_strdup_printf (_("No session for %s"), span);
  if (mtr_record_get_number (telling->attention, MTR_ATTENTION_COUNT_TWO) != 0)
    /* Translators: a person, a date, and "every 3 weeks" */
    text->subtitle = g_strdup_printf (_("%s · last on %s, agreed %s"), telling->who, telling->since, interval);
  else
    /* Translators: a person, a date, and "every 3 weeks" */
    text->subtitle = g_strdup_printf (_("%s · none since it began on %s, agreed %s"), telling->who, telling->since,
                                      interval);
  text->verb = g_strdup (_("Plan one"));
}

static void
tell_review (MtrAttentionTelling *telling,
             MtrAttentionText    *text)
{
  text->title = g_strdup (_("The agreement is to be looked at again"));
  text->subtitle = g_strdup_printf (_("%s · agreed for %s"), telling->who, telling->since);
  text->verb = g_strdup (_("Open"));
}

static const struct {
  const char *reason;
  MtrKind     subject;
  void      (*tell) (MtrAttentionTelling *, MtrAttentionText *);
} tellers[] = {
  { MTR_ATTENTION_SIGNATURE,   MTR_KIND_OBSERVATION, tell_signature },
  { MTR_ATTENTION_FEEDBACK,    MTR_KIND_OBSERVATION, tell_feedback },
  { MTR_ATTENTION_REFLECTION,  MTR_KIND_OBSERVATION, tell_reflection },
  { MTR_ATTENTION_SUBMISSION,  MTR_KIND_PORTFOLIO,   tell_submission },
  { MTR_ATTENTION_OBSERVATION, MTR_KIND_OBSERVATION, tell_observation },
  { MTR_ATTENTION_DUE,         MTR_KIND_NONE,        tell_due },
  { MTR_ATTENTION_MENTOR,      MTR_KIND_NONE,        tell_mentor },
  { MTR_ATTENTION_AGREEMENT,   MTR_KIND_AGREEMENT,   tell_agreement },
  { MTR_ATTENTION_UNWRITTEN,   MTR_KIND_SESSION,     tell_unwritten },
  { MTR_ATTENTION_SILENCE,     MTR_KIND_NONE,        tell_silence },
  { MTR_ATTENTION_REVIEW,      MTR_KIND_AGREEMENT,   tell_review },
};

/**
 * mtr_attention_text_free:
 * @text: (transfer full): a reason in words
 */
void
mtr_attention_text_free (MtrAttentionText *text)
{
  g_free (text->title);
  g_free (text->subtitle);
  g_free (text->verb);
  g_free (text);
}

/**
 * mtr_attention_describe:
 * @pack: the pack of the pairing
 * @snapshot: the pairing with all that belongs to it
 * @attention: a record of %MTR_KIND_ATTENTION
 * @owner_id: whose file this is; 0 for nobody in particular
 * @today: the present date
 *
 * The title is the reason, the subtitle the pairing and the figures; where it is somebody else's turn the verb is
 * "Remind…" (screens.md, section 2).
 *
 * Returns: (transfer full): the reason in words
 */
MtrAttentionText *
mtr_attention_describe (MtrPack     *pack,
                        MtrSnapshot *snapshot,
                        MtrRecord   *attention,
                        gint64       owner_id,
                        const GDate *today)
{
  const char *reason = mtr_record_get_text (attention, MTR_ATTENTION_REASON);
  gint64 turn = mtr_record_get_number (attention, MTR_ATTENTION_TURN_ID);
  g_autofree char *who = mtr_pairing_dup_who (snapshot, mtr_record_get_number (attention, MTR_ATTENTION_PAIRING_ID));
  MtrAttentionText *text = g_new0 (MtrAttentionText, 1);
  g_autofree char *since = mtr_rules_dup_short_date (mtr_record_get_text (attention, MTR_ATTENTION_SINCE_ON), today);
  MtrAttentionTelling telling = {
    .pack = pack,
    .snapshot = snapshot,
    .attention = attention,
    .who = who,
    .turn = mtr_rules_get_name (snapshot, turn),
    .yours = turn == 0 || turn == owner_id,
    .since = since,
    .today = today,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tellers); i++)
    if (reason != NULL && (g_str_equal (reason, tellers[i].reason) ||
                           (tellers[i].tell == tell_due && g_str_has_prefix (reason, MTR_ATTENTION_DUE))))
      {
        if (tellers[i].subject != MTR_KIND_NONE)
          telling.subject = mtr_snapshot_get (snapshot, tellers[i].subject,
                                              mtr_record_get_number (attention, MTR_ATTENTION_SUBJECT_ID));
        tellers[i].tell (&telling, text);
        break;
      }

  if (text->title == NULL)
    mtr_attention_tell_programme (&telling, text);

  text->yours = telling.yours;
  if (!telling.yours)
    {
      g_free (text->verb);
      text->verb = g_strdup (_("Remind…"));
    }
  /* A reason written by a newer version is still a reason. */
  if (text->title == NULL)
    text->title = g_strdup (reason != NULL ? reason : "");
  if (text->subtitle == NULL)
    text->subtitle = g_strdup (who);
  if (text->verb == NULL)
    text->verb = g_strdup (_("Open"));

  return text;
}

/**
 * mtr_attention_is_current:
 * @attention: a record of %MTR_KIND_ATTENTION
 * @today: the present date
 *
 * Returns: whether the reason holds today
 */
gboolean
mtr_attention_is_current (MtrRecord   *attention,
                          const GDate *today)
{
  g_autofree char *now = mtr_date_to_iso (today);
  const char *from = mtr_record_get_text (attention, MTR_ATTENTION_FROM_ON);
  const char *until = mtr_record_get_text (attention, MTR_ATTENTION_UNTIL_ON);

  return from != NULL && strcmp (from, now) <= 0 && (until == NULL || strcmp (now, until) < 0);
}

/**
 * mtr_attention_get_turn:
 * @attention: a record of %MTR_KIND_ATTENTION
 * @owner_id: whose file this is; 0 for nobody in particular
 *
 * Returns: (transfer none): %MTR_SET_ASIDE_YOURS where the owner or nobody in particular has to do something, or else
 *   %MTR_SET_ASIDE_THEIRS; what a "not now" is written with
 */
const char *
mtr_attention_get_turn (MtrRecord *attention,
                        gint64     owner_id)
{
  gint64 turn = mtr_record_get_number (attention, MTR_ATTENTION_TURN_ID);

  return turn == 0 || turn == owner_id ? MTR_SET_ASIDE_YOURS : MTR_SET_ASIDE_THEIRS;
}

/**
 * mtr_attention_says_the_same:
 * @attention: a record of %MTR_KIND_ATTENTION
 * @other: another one, or a record of %MTR_KIND_SET_ASIDE
 *
 * The induction of a mentor is one thing, however many pairings they have.
 *
 * Returns: whether both give the same reason about the same thing
 */
gboolean
mtr_attention_says_the_same (MtrRecord *attention,
                             MtrRecord *other)
{
  gboolean is_attention = mtr_record_get_kind (other) == MTR_KIND_ATTENTION;

  return mtr_record_text_is (attention, MTR_ATTENTION_REASON,
                             mtr_record_get_text (other, is_attention ? MTR_ATTENTION_REASON : MTR_SET_ASIDE_REASON)) &&
         mtr_record_get_number (attention, MTR_ATTENTION_SUBJECT_ID) ==
           mtr_record_get_number (other, is_attention ? MTR_ATTENTION_SUBJECT_ID : MTR_SET_ASIDE_SUBJECT_ID) &&
         (mtr_record_text_is (attention, MTR_ATTENTION_REASON, MTR_ATTENTION_INDUCTION) ||
          mtr_record_get_number (attention, MTR_ATTENTION_PAIRING_ID) ==
            mtr_record_get_number (other, is_attention ? MTR_ATTENTION_PAIRING_ID : MTR_SET_ASIDE_PAIRING_ID));
}

/**
 * mtr_attention_concerns:
 * @attention: a record of %MTR_KIND_ATTENTION
 * @membership: the last membership of the owner of the file in its pairing
 * @today: the present date
 *
 * Returns: whether it is for them: who has left a group has only what they are asked themselves
 */
gboolean
mtr_attention_concerns (MtrRecord   *attention,
                        MtrRecord   *membership,
                        const GDate *today)
{
  g_autofree char *now = mtr_date_to_iso (today);

  return mtr_record_get_number (attention, MTR_ATTENTION_TURN_ID) ==
           mtr_record_get_number (membership, MTR_MEMBER_PERSON_ID) || mtr_group_is_within (membership, now);
}

/**
 * mtr_attention_find_set_aside:
 * @attention: a record of %MTR_KIND_ATTENTION
 * @set_asides: (element-type MtrRecord): records of %MTR_KIND_SET_ASIDE
 * @owner_id: whose file this is; 0 for nobody in particular
 * @today: the present date
 *
 * What one person and another have to do about the same thing are two halves of it: "not now" to the owner's own half
 * does not hide what is waited for, nor the other way round.
 *
 * Returns: (transfer none) (nullable): by what the owner has said "not now" to this reason about this thing, until a day
 *   that has not come yet
 */
MtrRecord *
mtr_attention_find_set_aside (MtrRecord   *attention,
                              GPtrArray   *set_asides,
                              gint64       owner_id,
                              const GDate *today)
{
  g_autofree char *now = mtr_date_to_iso (today);
  const char *turn = mtr_attention_get_turn (attention, owner_id);

  for (guint i = 0; i < set_asides->len; i++)
    {
      MtrRecord *set_aside = g_ptr_array_index (set_asides, i);
      const char *until = mtr_record_get_text (set_aside, MTR_SET_ASIDE_UNTIL_ON);

      if (mtr_attention_says_the_same (attention, set_aside) &&
          (!mtr_record_is_set (set_aside, MTR_SET_ASIDE_TURN) ||
           mtr_record_text_is (set_aside, MTR_SET_ASIDE_TURN, turn)) &&
          until != NULL && strcmp (now, until) < 0)
        return set_aside;
    }

  return NULL;
}

/**
 * mtr_attention_get_set_aside_until:
 * @attention: a record of %MTR_KIND_ATTENTION
 * @set_asides: (element-type MtrRecord): records of %MTR_KIND_SET_ASIDE
 * @owner_id: whose file this is; 0 for nobody in particular
 * @today: the present date
 *
 * Returns: (transfer none) (nullable): the ISO date of what mtr_attention_find_set_aside() finds
 */
const char *
mtr_attention_get_set_aside_until (MtrRecord   *attention,
                                   GPtrArray   *set_asides,
                                   gint64       owner_id,
                                   const GDate *today)
{
  MtrRecord *set_aside = mtr_attention_find_set_aside (attention, set_asides, owner_id, today);

  return set_aside != NULL ? mtr_record_get_text (set_aside, MTR_SET_ASIDE_UNTIL_ON) : NULL;
}

/**
 * mtr_attention_is_set_aside:
 * @attention: a record of %MTR_KIND_ATTENTION
 * @set_asides: (element-type MtrRecord): records of %MTR_KIND_SET_ASIDE
 * @owner_id: whose file this is; 0 for nobody in particular
 * @today: the present date
 *
 * Returns: whether mtr_attention_get_set_aside_until() names a day
 */
gboolean
mtr_attention_is_set_aside (MtrRecord   *attention,
                            GPtrArray   *set_asides,
                            gint64       owner_id,
                            const GDate *today)
{
  return mtr_attention_get_set_aside_until (attention, set_asides, owner_id, today) != NULL;
}
