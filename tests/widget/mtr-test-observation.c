/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes an observation of the sample back to any of its steps, for tests and
 * pictures of that step: the second direct one of Kiran, which is not signed.
 */

#include "mtr-test-observation.h"

#define MENTEE "Kiran"

/**
 * mtr_test_observation_find:
 * @window: a window with the sample
 * @mentee: the beginning of the name of a mentee
 * @step: the step it is at
 *
 * Returns: the id of the last such observation
 */
gint64
mtr_test_observation_find (MtrWindow          *window,
                           const char         *mentee,
                           MtrObservationStep  step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_test_get_store (window), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                                                     mtr_test_find_pairing (window, mentee), MTR_READER_OWNER, &error);
  gint64 found = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < mtr_snapshot_count (snapshot, MTR_KIND_OBSERVATION); i++)
    {
      MtrRecord *observation = mtr_snapshot_nth (snapshot, MTR_KIND_OBSERVATION, i);

      if (mtr_observation_get_step (snapshot, observation) == step)
        found = mtr_record_get_id (observation);
    }
  g_assert_cmpint (found, !=, 0);

  return found;
}

static void
take_back (MtrChange *change,
           MtrRecord *record,
           MtrField   field)
{
  gint64 id = mtr_record_get_id (record);

  mtr_change_set_text (change, mtr_field_get_draft (field), id, mtr_record_get_text (record, field));
  mtr_change_clear (change, field, id);
}

/**
 * mtr_test_observation_reach:
 * @window: a window with the sample
 * @step: one of the six steps
 *
 * Returns: the id of an observation that is at that step now
 */
gint64
mtr_test_observation_reach (MtrWindow          *window,
                            MtrObservationStep  step)
{
  static const struct {
    MtrObservationStep step;
    MtrField           field;
  } done[] = {
    { MTR_OBSERVATION_STEP_PLAN, MTR_OBSERVATION_PLAN_AGREED_ON },
    { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_STATE },
    { MTR_OBSERVATION_STEP_CONSENT, MTR_OBSERVATION_CONSENT_ON },
    { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_OBSERVED_AT },
    { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_STARTED_TIME },
    { MTR_OBSERVATION_STEP_OBSERVE, MTR_OBSERVATION_ENDED_TIME },
    { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_FEEDBACK_PASSED_AT },
    { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_FEEDBACK_GIVEN_ON },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_REFLECTION_SHARED_AT },
  };
  static const struct {
    MtrObservationStep step;
    MtrField           field;
  } drafts[] = {
    { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_ACCOUNT },
    { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_STRENGTHS },
    { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_TO_DEVELOP },
    { MTR_OBSERVATION_STEP_FEEDBACK, MTR_OBSERVATION_JUDGEMENT },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_REFLECTION },
    { MTR_OBSERVATION_STEP_REFLECTION, MTR_OBSERVATION_DISAGREEMENT },
  };
  gint64 id = mtr_test_observation_find (window, MENTEE, MTR_OBSERVATION_STEP_SIGN);
  g_autoptr (MtrRecord) observation = mtr_test_observation_load (window, id);
  g_autoptr (MtrChange) change = mtr_change_new ("take back");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (done); i++)
    if (done[i].step >= step)
      mtr_change_clear (change, done[i].field, id);
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    if (drafts[i].step >= step && mtr_record_is_set (observation, drafts[i].field))
      take_back (change, observation, drafts[i].field);
  if (!mtr_change_is_empty (change))
    mtr_store_apply (mtr_test_get_store (window), change, &error);
  g_assert_no_error (error);

  return id;
}

/**
 * mtr_test_observation_open:
 * @window: a window with the sample
 * @mentee: the beginning of the name of a mentee
 * @observation_id: an observation of their pairing
 *
 * Shows its page.
 */
void
mtr_test_observation_open (MtrWindow  *window,
                           const char *mentee,
                           gint64      observation_id)
{
  mtr_window_go_to (window, mtr_test_find_pairing (window, mentee), MTR_KIND_OBSERVATION, observation_id, MTR_FIELD_NONE);
  mtr_test_window_settle (window);
}

/**
 * mtr_test_observation_load:
 * @window: a window with a programme
 * @observation_id: an observation
 *
 * Returns: (transfer full): the observation as it is on the disk
 */
MtrRecord *
mtr_test_observation_load (MtrWindow *window,
                           gint64     observation_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (mtr_test_get_store (window), MTR_SCOPE_RECORD, MTR_KIND_OBSERVATION,
                                                     observation_id, MTR_READER_OWNER, &error);

  g_assert_no_error (error);

  return g_object_ref (mtr_snapshot_get (snapshot, MTR_KIND_OBSERVATION, observation_id));
}
