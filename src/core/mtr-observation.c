/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One observation: at which step it is, whose turn it is, whether it counts,
 * what is wrong or missing, and the actions that carry it on. Nothing of this
 * is stored: it follows from the fields (product.md, rule 3).
 */

#include "mtr-observation.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-rules-private.h"
#include "mtr-signature.h"

#include <string.h>

/* The words of the steps, and the field that moves an observation past the step. */
static const struct {
  const char *label;
  MtrField    done;
} steps[] = {
  [MTR_OBSERVATION_STEP_PLAN]       = { N_("Plan"),       MTR_OBSERVATION_PLAN_AGREED_ON },
  [MTR_OBSERVATION_STEP_CONSENT]    = { N_("Consent"),    MTR_OBSERVATION_CONSENT_ON },
  [MTR_OBSERVATION_STEP_OBSERVE]    = { N_("Observe"),    MTR_OBSERVATION_OBSERVED_AT },
  [MTR_OBSERVATION_STEP_FEEDBACK]   = { N_("Feedback"),   MTR_OBSERVATION_FEEDBACK_PASSED_AT },
  [MTR_OBSERVATION_STEP_REFLECTION] = { N_("Reflection"), MTR_OBSERVATION_REFLECTION_SHARED_AT },
  [MTR_OBSERVATION_STEP_SIGN]       = { N_("Sign"),       MTR_OBSERVATION_SEALED_AT },
  [MTR_OBSERVATION_STEP_SEALED]     = { N_("Signed"),     MTR_FIELD_NONE },
  [MTR_OBSERVATION_STEP_REFUSED]    = { N_("Not agreed to"), MTR_FIELD_NONE },
  [MTR_OBSERVATION_STEP_WITHDRAWN]  = { N_("Withdrawn"),  MTR_FIELD_NONE },
  [MTR_OBSERVATION_STEP_ERASED]     = { N_("Erased"),     MTR_FIELD_NONE },
};

/**
 * mtr_observation_get_step_label:
 * @step: a step
 *
 * Returns: (transfer none): its word, "Feedback"
 */
const char *
mtr_observation_get_step_label (MtrObservationStep step)
{
  return _(steps[step].label);
}

/**
 * mtr_observation_find_withdrawal:
 * @snapshot: the observation and its addenda
 * @observation: an observation
 *
 * Returns: (transfer none) (nullable): the addendum that took it back after it was sealed
 */
MtrRecord *
mtr_observation_find_withdrawal (MtrSnapshot *snapshot,
                                 MtrRecord   *observation)
{
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_ADDENDUM); i++)
    {
      MtrRecord *addendum = mtr_snapshot_nth (snapshot, MTR_KIND_ADDENDUM, i);

      if (mtr_record_get_number (addendum, MTR_ADDENDUM_OBSERVATION_ID) == mtr_record_get_id (observation) &&
          mtr_record_text_is (addendum, MTR_ADDENDUM_REASON, MTR_ADDENDUM_WITHDRAWAL))
        return addendum;
    }

  return NULL;
}

/**
 * mtr_observation_is_withdrawn:
 * @snapshot: the observation and its addenda
 * @observation: an observation
 *
 * Returns: whether it was taken back: by a date while it was open, or by an addendum of withdrawal after it was sealed
 */
gboolean
mtr_observation_is_withdrawn (MtrSnapshot *snapshot,
                              MtrRecord   *observation)
{
  return mtr_record_is_set (observation, MTR_OBSERVATION_WITHDRAWN_ON) ||
         mtr_record_is_set (observation, MTR_OBSERVATION_CONSENT_WITHDRAWN_ON) ||
         mtr_observation_find_withdrawal (snapshot, observation) != NULL;
}

/**
 * mtr_observation_get_step:
 * @snapshot: the observation and its addenda
 * @observation: an observation
 *
 * Returns: the step it is at
 */
MtrObservationStep
mtr_observation_get_step (MtrSnapshot *snapshot,
                          MtrRecord   *observation)
{
  if (mtr_record_is_set (observation, MTR_OBSERVATION_ERASED_AT))
    return MTR_OBSERVATION_STEP_ERASED;
  if (mtr_observation_is_withdrawn (snapshot, observation))
    return MTR_OBSERVATION_STEP_WITHDRAWN;
  if (mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT))
    return MTR_OBSERVATION_STEP_SEALED;
  if (mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_REFUSED))
    return MTR_OBSERVATION_STEP_REFUSED;

  for (int step = MTR_OBSERVATION_STEP_PLAN; step < MTR_OBSERVATION_STEP_SIGN; step++)
    {
      if (!mtr_record_is_set (observation, steps[step].done))
        return step;
      if (step == MTR_OBSERVATION_STEP_CONSENT &&
          !mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN))
        return step;
    }

  return MTR_OBSERVATION_STEP_SIGN;
}

/**
 * mtr_observation_get_turn:
 * @snapshot: the observation and its addenda
 * @observation: an observation
 * @owner_id: who asks: where both have to sign, it is first of all their own turn; 0 for nobody in particular
 * @since: (out) (optional) (nullable) (transfer full): the ISO date since when; %NULL for a plan that is being made
 *
 * The observer plans, observes and gives feedback; the person observed asks for consent and reflects; both sign
 * (domain-facts.md, 2.2).
 *
 * Returns: the person whose turn it is; 0 where nothing more is to be done, or the person has not been chosen
 */
gint64
mtr_observation_get_turn (MtrSnapshot *snapshot,
                          MtrRecord   *observation,
                          gint64       owner_id,
                          char       **since)
{
  gint64 observer = mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVER_ID);
  gint64 observed = mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID);
  gboolean observer_signed = mtr_signature_is_given (observation, MTR_SLOT_OBSERVER);
  gboolean observed_signed = mtr_signature_is_given (observation, MTR_SLOT_OBSERVED);
  MtrObservationStep step = mtr_observation_get_step (snapshot, observation);

  if (since != NULL)
    {
      *since = NULL;
      if (step > MTR_OBSERVATION_STEP_PLAN && step <= MTR_OBSERVATION_STEP_SIGN)
        *since = mtr_rules_dup_day (mtr_record_get_text (observation, steps[step - 1].done));
      /* The feedback is late from the day of the observation, which may have been written down afterwards. */
      if (step == MTR_OBSERVATION_STEP_FEEDBACK && mtr_record_is_set (observation, MTR_OBSERVATION_HELD_ON))
        {
          g_free (*since);
          *since = g_strdup (mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON));
        }
    }

  switch (step)
    {
    case MTR_OBSERVATION_STEP_PLAN:
    case MTR_OBSERVATION_STEP_OBSERVE:
    case MTR_OBSERVATION_STEP_FEEDBACK:
      return observer;

    case MTR_OBSERVATION_STEP_CONSENT:
    case MTR_OBSERVATION_STEP_REFLECTION:
      return observed;

    case MTR_OBSERVATION_STEP_SIGN:
      if (owner_id != 0 && owner_id == observed && !observed_signed)
        return observed;
      return observer_signed ? observed : observer;

    case MTR_OBSERVATION_STEP_SEALED:
    case MTR_OBSERVATION_STEP_REFUSED:
    case MTR_OBSERVATION_STEP_WITHDRAWN:
    case MTR_OBSERVATION_STEP_ERASED:
    default:
      return 0;
    }
}

static gboolean
has_consent_beforehand (MtrRecord *observation)
{
  const char *consent_on = mtr_record_get_text (observation, MTR_OBSERVATION_CONSENT_ON);
  const char *held_on = mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON);

  return mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN) && consent_on != NULL &&
         held_on != NULL && strcmp (consent_on, held_on) <= 0;
}

static gboolean
has_two_people (MtrRecord *observation)
{
  gint64 observer = mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVER_ID);
  gint64 observed = mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID);

  return observer != 0 && observed != 0 && observer != observed;
}

/**
 * mtr_observation_counts:
 * @snapshot: the observation and its addenda
 * @observation: an observation
 *
 * Drafts, withdrawn and unsigned observations count for nothing; nor does one without consent on or before its day, or
 * one where somebody observed themselves (product.md, rule 3).
 *
 * Returns: whether it counts as one of its type
 */
gboolean
mtr_observation_counts (MtrSnapshot *snapshot,
                        MtrRecord   *observation)
{
  return mtr_observation_get_step (snapshot, observation) == MTR_OBSERVATION_STEP_SEALED &&
         mtr_signature_is_complete (observation) && has_consent_beforehand (observation) && has_two_people (observation);
}

/**
 * mtr_observation_is_live:
 * @snapshot: the observation and its addenda
 * @observation: an observation
 *
 * Returns: whether it counts, or still may come to count
 */
gboolean
mtr_observation_is_live (MtrSnapshot *snapshot,
                         MtrRecord   *observation)
{
  return mtr_observation_get_step (snapshot, observation) < MTR_OBSERVATION_STEP_SEALED ||
         mtr_observation_counts (snapshot, observation);
}

/* ---- What is wrong, what is missing -------------------------------------- */

static void
take_problem (GPtrArray  *problems,
              MtrField    field,
              gint64      id,
              gboolean    warning,
              const char *message)
{
  g_ptr_array_add (problems, mtr_problem_new (field, id, warning, "%s", message));
}

static void
find_consent_problems (MtrRecord   *observation,
                       const GDate *today,
                       GPtrArray   *problems)
{
  gint64 id = mtr_record_get_id (observation);
  const char *consent_on = mtr_record_get_text (observation, MTR_OBSERVATION_CONSENT_ON);
  const char *held_on = mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON);

  if (mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN) && consent_on != NULL &&
      held_on != NULL && strcmp (consent_on, held_on) > 0)
    {
      g_autofree char *date = mtr_rules_dup_date (held_on, today);

      g_ptr_array_add (problems,
                       mtr_problem_new (MTR_OBSERVATION_CONSENT_ON, id, FALSE,
                                        _("Consent is dated after the observation (%s). An observation without consent "
                                          "beforehand does not count. Correct the date, or withdraw this one."), date));
    }

  if (mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_REFUSED) &&
      mtr_record_is_set (observation, MTR_OBSERVATION_OBSERVED_AT))
    take_problem (problems, MTR_OBSERVATION_CONSENT_STATE, id, FALSE,
                  _("Consent was not given, so this observation does not take place."));

  if (mtr_record_is_set (observation, MTR_OBSERVATION_SHADOWER_ID) &&
      mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN) &&
      mtr_record_get_number (observation, MTR_OBSERVATION_SHADOWER_CONSENTED) == 0)
    take_problem (problems, MTR_OBSERVATION_SHADOWER_CONSENTED, id, FALSE,
                  _("Somebody comes along to learn. The consent must cover them too: ask, or leave them out."));
}

static void
find_date_problems (MtrRecord   *observation,
                    const GDate *today,
                    GPtrArray   *problems)
{
  gint64 id = mtr_record_get_id (observation);
  const char *held_on = mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON);
  const char *given_on = mtr_record_get_text (observation, MTR_OBSERVATION_FEEDBACK_GIVEN_ON);
  const char *started = mtr_record_get_text (observation, MTR_OBSERVATION_STARTED_TIME);
  const char *ended = mtr_record_get_text (observation, MTR_OBSERVATION_ENDED_TIME);
  g_autofree char *now = today != NULL ? mtr_date_to_iso (today) : NULL;

  if (now != NULL && held_on != NULL && strcmp (held_on, now) > 0 &&
      mtr_record_is_set (observation, MTR_OBSERVATION_OBSERVED_AT))
    {
      g_autofree char *date = mtr_rules_dup_date (held_on, today);

      g_ptr_array_add (problems, mtr_problem_new (MTR_OBSERVATION_HELD_ON, id, FALSE,
                                                  _("%s has not come yet. Correct the date."), date));
    }

  if (given_on != NULL && held_on != NULL && strcmp (given_on, held_on) < 0)
    {
      g_autofree char *date = mtr_rules_dup_date (held_on, today);

      g_ptr_array_add (problems, mtr_problem_new (MTR_OBSERVATION_FEEDBACK_GIVEN_ON, id, FALSE,
                                                  _("This is before the observation (%s). Correct the date."), date));
    }
  else if (now != NULL && given_on != NULL && strcmp (given_on, now) > 0)
    {
      g_autofree char *date = mtr_rules_dup_date (given_on, today);

      g_ptr_array_add (problems, mtr_problem_new (MTR_OBSERVATION_FEEDBACK_GIVEN_ON, id, FALSE,
                                                  _("%s has not come yet. Correct the date."), date));
    }

  if (started != NULL && ended != NULL && strcmp (ended, started) < 0)
    take_problem (problems, MTR_OBSERVATION_ENDED_TIME, id, FALSE,
                  _("The end is before the beginning. Correct one of the times."));
}

static void
find_type_problems (MtrPack     *pack,
                    MtrSnapshot *snapshot,
                    MtrRecord   *observation,
                    GPtrArray   *problems)
{
  gint64 id = mtr_record_get_id (observation);
  const char *code = mtr_record_get_text (observation, MTR_OBSERVATION_TYPE);
  const char *held_on = mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON);
  const MtrObservationType *type = code != NULL ? mtr_pack_find_observation_type (pack, code) : NULL;

  if (type == NULL)
    return;

  if (!type->judged && (mtr_record_is_set (observation, MTR_OBSERVATION_JUDGEMENT) ||
                        mtr_record_is_set (observation, MTR_OBSERVATION_DRAFT_JUDGEMENT)))
    take_problem (problems, MTR_OBSERVATION_JUDGEMENT, id, FALSE,
                  _("This observation is for learning only and has no judgement. Leave it empty."));

  if (!type->first || held_on == NULL)
    return;
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION); i++)
    {
      MtrRecord *other = mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, i);
      const char *other_held_on = mtr_record_get_text (other, MTR_OBSERVATION_HELD_ON);
      const char *other_code = mtr_record_get_text (other, MTR_OBSERVATION_TYPE);
      const MtrObservationType *other_type = mtr_pack_find_observation_type (pack, other_code);

      if (other == observation || other_type == NULL || other_type->first || other_held_on == NULL ||
          mtr_record_get_number (other, MTR_OBSERVATION_OBSERVED_ID) !=
            mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID) ||
          !mtr_observation_is_live (snapshot, other) || strcmp (other_held_on, held_on) >= 0)
        continue;

      take_problem (problems, MTR_OBSERVATION_HELD_ON, id, TRUE,
                    _("Another observation came before this one, which ought to be the first. It still counts."));
      break;
    }
}

/**
 * mtr_observation_list_problems:
 * @pack: the pack of its pairing
 * @snapshot: the pairing, with its observations
 * @observation: the observation; may be a draft that differs from the one in @snapshot
 * @today: (nullable): the present date; %NULL: dates that have not come yet are not looked at
 *
 * What is wrong with what has been written so far, whatever step it is at (product.md, rule 3).
 *
 * Returns: (transfer full) (element-type MtrProblem): refusals and warnings; empty when all is well
 */
GPtrArray *
mtr_observation_list_problems (MtrPack     *pack,
                               MtrSnapshot *snapshot,
                               MtrRecord   *observation,
                               const GDate *today)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_problem_free);
  gint64 observer = mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVER_ID);

  if (observer != 0 && observer == mtr_record_get_number (observation, MTR_OBSERVATION_OBSERVED_ID))
    take_problem (problems, MTR_OBSERVATION_OBSERVER_ID, mtr_record_get_id (observation), FALSE,
                  _("The observer cannot be the person observed."));
  find_consent_problems (observation, today, problems);
  find_date_problems (observation, today, problems);
  find_type_problems (pack, snapshot, observation, problems);

  return problems;
}

/* What a step needs: the field, or, while it is with its author, its draft. */
static const struct {
  MtrObservationStep step;
  MtrField           field;
  gboolean           only_remote;
  const char        *message;
} needed[] = {
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_TYPE, FALSE, N_("Choose which observation this is.") },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_OBSERVED_ID, FALSE, N_("Choose who is observed.") },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_OBSERVER_ID, FALSE, N_("Choose who observes.") },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_HELD_ON, FALSE, N_("Agree a day.") },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_REMOTE_PRIVATE, TRUE, N_("Make sure that it is private at both ends.") },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_REMOTE_SEEN, TRUE, N_("Agree who can see and hear.") },
  { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_REMOTE_NOT_RECORDED, TRUE, N_("Make sure that it is not recorded.") },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_FROM, FALSE, N_("Write who was asked, by role.") },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_STATE, FALSE, N_("Write what the answer was.") },
  { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_ON, FALSE, N_("Write when consent was given.") },
  { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_HELD_ON, FALSE, N_("Write on which day it was.") },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_STRENGTHS, FALSE, N_("Write about strengths.") },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_TO_DEVELOP, FALSE, N_("Write what to develop.") },
  { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_FEEDBACK_GIVEN_ON, FALSE, N_("Write when the feedback was given.") },
  { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_REFLECTION, FALSE, N_("Write the reflection.") },
  { MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_OBSERVED_AT, FALSE, N_("The observation has not taken place yet.") },
  { MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_FEEDBACK_PASSED_AT, FALSE, N_("The feedback has not been passed on yet.") },
  { MTR_OBSERVATION_STEP_SIGN, MTR_OBSERVATION_REFLECTION_SHARED_AT, FALSE,
    N_("The reflection has not been shared yet.") },
};

static gboolean
is_written (MtrRecord *record,
            MtrField   field,
            gboolean   or_draft)
{
  MtrField draft = mtr_field_get_draft (field);

  if (mtr_field_get_info (field)->type == MTR_TYPE_BOOLEAN)
    return mtr_record_get_number (record, field) != 0;

  return mtr_record_is_set (record, field) || (or_draft && draft != MTR_FIELD_NONE && mtr_record_is_set (record, draft));
}

static void
find_missing_rationales (MtrPack     *pack,
                         MtrSnapshot *snapshot,
                         MtrRecord   *observation,
                         gboolean     or_draft,
                         GPtrArray   *missing)
{
  g_autoptr (GPtrArray) areas = mtr_snapshot_list_where (snapshot, MTR_KIND_OBSERVATION_AREA,
                                                         MTR_OBSERVATION_AREA_OBSERVATION_ID,
                                                         mtr_record_get_id (observation));

  for (guint i = 0; i < areas->len; i++)
    {
      MtrRecord *area = g_ptr_array_index (areas, i);
      const char *code = mtr_record_get_text (area, MTR_OBSERVATION_AREA_STANDARD);

      if (!is_written (area, MTR_OBSERVATION_AREA_RATIONALE, or_draft))
        g_ptr_array_add (missing,
                         /* Translators: %s is the code of an area, "6" */
                         mtr_problem_new (MTR_OBSERVATION_AREA_RATIONALE, mtr_record_get_id (area), FALSE,
                                          _("Write why this shows area %s."), code != NULL ? code : "–"));
    }
}

/**
 * mtr_observation_list_missing:
 * @pack: the pack of its pairing
 * @snapshot: the pairing, with its observations; of a reader of assessments
 * @observation: the observation
 * @step: the step that is to be finished; for %MTR_OBSERVATION_STEP_SIGN everything before it too
 * @today: (nullable): the present date
 *
 * What must be written before the step can be finished, and what is wrong; before signing, drafts are not enough.
 *
 * Returns: (transfer full) (element-type MtrProblem): each with the field to go to; warnings do not hold anybody up
 */
GPtrArray *
mtr_observation_list_missing (MtrPack            *pack,
                              MtrSnapshot        *snapshot,
                              MtrRecord          *observation,
                              MtrObservationStep  step,
                              const GDate        *today)
{
  GPtrArray *missing = mtr_observation_list_problems (pack, snapshot, observation, today);
  gint64 id = mtr_record_get_id (observation);
  gboolean signing = step == MTR_OBSERVATION_STEP_SIGN;
  gboolean is_remote = mtr_record_text_is (observation, MTR_OBSERVATION_MODE, MTR_OBSERVATION_MODE_REMOTE);

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (needed[i].step != step && !(signing && needed[i].step < step))
        continue;
      if (needed[i].only_remote && !is_remote)
        continue;
      if (!is_written (observation, needed[i].field, !signing))
        take_problem (missing, needed[i].field, id, FALSE, _(needed[i].message));
    }

  /* Nobody observes before the answer is there (product.md, rule 3). */
  if (step >= MTR_OBSERVATION_STEP_CONSENT && step <= MTR_OBSERVATION_STEP_SIGN &&
      mtr_record_is_set (observation, MTR_OBSERVATION_CONSENT_STATE) &&
      !mtr_record_text_is (observation, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN))
    take_problem (missing, MTR_OBSERVATION_CONSENT_STATE, id, FALSE,
                  _("Consent has not been given. An observation without consent beforehand does not count."));
  if (step == MTR_OBSERVATION_STEP_OBSERVE)
    {
      const char *held_on = mtr_record_get_text (observation, MTR_OBSERVATION_HELD_ON);
      g_autofree char *now = today != NULL ? mtr_date_to_iso (today) : NULL;

      if (!mtr_record_is_set (observation, MTR_OBSERVATION_CONSENT_STATE))
        take_problem (missing, MTR_OBSERVATION_CONSENT_STATE, id, FALSE,
                      _("Consent has not been given. An observation without consent beforehand does not count."));
      if (now != NULL && held_on != NULL && strcmp (held_on, now) > 0 &&
          !mtr_record_is_set (observation, MTR_OBSERVATION_OBSERVED_AT))
        {
          g_autofree char *date = mtr_rules_dup_date (held_on, today);

          g_ptr_array_add (missing, mtr_problem_new (MTR_OBSERVATION_HELD_ON, id, FALSE,
                                                     _("It is planned for %s. Change the day if it is today."), date));
        }
    }

  if (step == MTR_OBSERVATION_STEP_FEEDBACK || signing)
    find_missing_rationales (pack, snapshot, observation, !signing, missing);

  if (signing)
    {
      const char *code = mtr_record_get_text (observation, MTR_OBSERVATION_TYPE);
      const MtrObservationType *type = code != NULL ? mtr_pack_find_observation_type (pack, code) : NULL;

      if (type != NULL && type->judged && !mtr_record_is_set (observation, MTR_OBSERVATION_JUDGEMENT))
        take_problem (missing, MTR_OBSERVATION_JUDGEMENT, id, TRUE,
                      _("There is no judgement yet. It cannot be added after signing."));
    }

  return missing;
}

/* ---- The actions ---------------------------------------------------------- */

/**
 * mtr_observation_refuse_consent:
 * @observation: an observation that has not taken place
 * @on: the ISO date of the answer
 *
 * A no ends it; no reason is needed and none is stored, not even one that was noted before (screens.md, section 5).
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_observation_refuse_consent (MtrRecord  *observation,
                                const char *on)
{
  MtrChange *change = mtr_change_new (_("note that consent was not given"));
  gint64 id = mtr_record_get_id (observation);

  mtr_change_set_text (change, MTR_OBSERVATION_CONSENT_STATE, id, MTR_CONSENT_REFUSED);
  mtr_change_set_text (change, MTR_OBSERVATION_CONSENT_ON, id, on);
  mtr_change_clear (change, MTR_OBSERVATION_CONSENT_WISHES, id);

  return change;
}

static void
pass_children_on (MtrChange   *change,
                  MtrSnapshot *snapshot,
                  MtrKind      kind,
                  MtrField     parent,
                  MtrField     field,
                  gint64       observation_id)
{
  g_autoptr (GPtrArray) children = mtr_snapshot_list_where (snapshot, kind, parent, observation_id);

  for (guint i = 0; i < children->len; i++)
    mtr_change_pass_on (change, g_ptr_array_index (children, i), field);
}

/**
 * mtr_observation_pass_feedback_on:
 * @snapshot: the observation, its themes and areas, as stored
 * @observation: an observation with nothing missing for %MTR_OBSERVATION_STEP_FEEDBACK
 * @moment: the UTC moment
 *
 * Until now the feedback was its author's alone; from now on the pair reads it, and the panel once it is signed.
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_observation_pass_feedback_on (MtrSnapshot *snapshot,
                                  MtrRecord   *observation,
                                  const char  *moment)
{
  static const MtrField fields[] = { MTR_OBSERVATION_ACCOUNT, MTR_OBSERVATION_STRENGTHS, MTR_OBSERVATION_TO_DEVELOP,
                                     MTR_OBSERVATION_JUDGEMENT };
  MtrChange *change = mtr_change_new (_("pass the feedback on"));
  gint64 id = mtr_record_get_id (observation);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    mtr_change_pass_on (change, observation, fields[i]);
  mtr_change_set_text (change, MTR_OBSERVATION_FEEDBACK_PASSED_AT, id, moment);
  pass_children_on (change, snapshot, MTR_KIND_OBSERVATION_THEME, MTR_OBSERVATION_THEME_OBSERVATION_ID,
                    MTR_OBSERVATION_THEME_TEXT, id);
  pass_children_on (change, snapshot, MTR_KIND_OBSERVATION_AREA, MTR_OBSERVATION_AREA_OBSERVATION_ID,
                    MTR_OBSERVATION_AREA_RATIONALE, id);

  return change;
}

/**
 * mtr_observation_share_reflection:
 * @observation: an observation with a reflection
 * @moment: the UTC moment
 *
 * Makes the reflection, and where there is one the disagreement, part of the record.
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_observation_share_reflection (MtrRecord  *observation,
                                  const char *moment)
{
  MtrChange *change = mtr_change_new (_("share the reflection"));

  mtr_change_pass_on (change, observation, MTR_OBSERVATION_REFLECTION);
  mtr_change_pass_on (change, observation, MTR_OBSERVATION_DISAGREEMENT);
  mtr_change_set_text (change, MTR_OBSERVATION_REFLECTION_SHARED_AT, mtr_record_get_id (observation), moment);

  return change;
}

/**
 * mtr_observation_sign:
 * @observation: an observation with nothing missing for %MTR_OBSERVATION_STEP_SIGN
 * @slot: %MTR_SLOT_OBSERVER or %MTR_SLOT_OBSERVED, still empty
 * @name: the name that was typed
 * @how: %MTR_SIGNED_OWN_FILE or %MTR_SIGNED_IN_PERSON
 * @moment: the UTC moment
 *
 * Returns: (transfer full): the change, a barrier for undo; the second signature seals
 */
MtrChange *
mtr_observation_sign (MtrRecord  *observation,
                      const char *slot,
                      const char *name,
                      const char *how,
                      const char *moment)
{
  MtrChange *change = mtr_change_new (_("sign the observation"));

  mtr_signature_sign (change, observation, slot, name, how, moment);

  return change;
}

static void
insert_addendum (MtrChange  *change,
                 MtrRecord  *observation,
                 gint64      addendum_id,
                 const char *reason,
                 const char *on,
                 gint64      author_id,
                 const char *text)
{
  MtrRecord *addendum = mtr_record_new (MTR_KIND_ADDENDUM, addendum_id);

  mtr_record_set_number (addendum, MTR_ADDENDUM_OBSERVATION_ID, mtr_record_get_id (observation));
  mtr_record_set_text (addendum, MTR_ADDENDUM_REASON, reason);
  mtr_record_set_text (addendum, MTR_ADDENDUM_ADDED_ON, on);
  if (author_id != 0)
    mtr_record_set_number (addendum, MTR_ADDENDUM_AUTHOR_ID, author_id);
  mtr_record_set_text (addendum, MTR_ADDENDUM_TEXT, text);
  mtr_change_insert (change, addendum);
}

/**
 * mtr_observation_withdraw:
 * @observation: an observation
 * @of_consent: whether the person asked took their consent back; else it is withdrawn by the pair
 * @on: the ISO date
 * @addendum_id: the id of an addendum, used only where the observation is sealed
 * @author_id: whose file this is; 0 where that is not known
 *
 * Consent may be taken back at any time. A sealed record stays as it is: an addendum takes it out of the count and out of
 * exports (screens.md, section 5).
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_observation_withdraw (MtrRecord  *observation,
                          gboolean    of_consent,
                          const char *on,
                          gint64      addendum_id,
                          gint64      author_id)
{
  MtrChange *change = mtr_change_new (of_consent ? _("note that consent was withdrawn") : _("withdraw the observation"));

  if (mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT))
    insert_addendum (change, observation, addendum_id, MTR_ADDENDUM_WITHDRAWAL, on, author_id,
                     of_consent ? _("Consent was withdrawn.") : _("This observation was withdrawn."));
  else
    mtr_change_set_text (change, of_consent ? MTR_OBSERVATION_CONSENT_WITHDRAWN_ON : MTR_OBSERVATION_WITHDRAWN_ON,
                         mtr_record_get_id (observation), on);

  return change;
}

/**
 * mtr_observation_add_addendum:
 * @observation: a sealed observation
 * @addendum_id: the id of the addendum
 * @reason: %MTR_ADDENDUM_CORRECTION or %MTR_ADDENDUM_WITHDRAWAL
 * @on: the ISO date
 * @author_id: who writes it; 0 where that is not known
 * @text: what is put right
 *
 * Returns: (transfer full): the change
 */
MtrChange *
mtr_observation_add_addendum (MtrRecord  *observation,
                              gint64      addendum_id,
                              const char *reason,
                              const char *on,
                              gint64      author_id,
                              const char *text)
{
  MtrChange *change = mtr_change_new (_("add an addendum"));

  g_return_val_if_fail (mtr_record_is_set (observation, MTR_OBSERVATION_SEALED_AT), change);

  insert_addendum (change, observation, addendum_id, reason, on, author_id, text);

  return change;
}
