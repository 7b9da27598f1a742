/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pack says about learning. Which regime holds depends on the date of
 * registration alone, so that a change of rules never rewrites what was asked
 * of somebody who registered before it.
 */

#include "mtr-regime.h"

#include <string.h>

#include "mtr-date.h"

/**
 * mtr_regime_free:
 * @regime: (transfer full): a regime made with g_new0()
 */
void
mtr_regime_free (MtrRegime *regime)
{
  g_free (regime->code);
  g_free (regime->title);
  g_free (regime->description);
  g_free (regime->from_on);
  g_free (regime->before_on);
  g_free (regime->review_form);
  g_free (regime);
}

/**
 * mtr_regime_holds_on:
 * @regime: a regime
 * @registered_on: an ISO 8601 date
 *
 * Returns: whether the regime holds for a registration on that day
 */
gboolean
mtr_regime_holds_on (const MtrRegime *regime,
                     const char      *registered_on)
{
  return (regime->from_on == NULL || strcmp (regime->from_on, registered_on) <= 0) &&
         (regime->before_on == NULL || strcmp (registered_on, regime->before_on) < 0);
}

/**
 * mtr_submissions_dup_due_on:
 * @submissions: the time limits
 * @registered_on: (nullable): an ISO 8601 date
 * @part_time: whether the person works part-time
 *
 * Months, not days, are counted, and end at the end of a shorter month (product.md, rule 7).
 *
 * Returns: (transfer full) (nullable): the ISO 8601 date by which to hand in; %NULL where @registered_on is no date
 */
char *
mtr_submissions_dup_due_on (const MtrSubmissions *submissions,
                            const char           *registered_on,
                            gboolean              part_time)
{
  GDate date;

  if (registered_on == NULL || !mtr_date_from_iso (registered_on, &date))
    return NULL;
  mtr_date_add_months (&date, part_time ? submissions->part_time_months : submissions->full_time_months);

  return mtr_date_to_iso (&date);
}

/**
 * mtr_self_assessment_new:
 *
 * Returns: (transfer full): a self-assessment without items
 */
MtrSelfAssessment *
mtr_self_assessment_new (void)
{
  MtrSelfAssessment *self_assessment = g_new0 (MtrSelfAssessment, 1);

  self_assessment->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_word_free);

  return self_assessment;
}

/**
 * mtr_self_assessment_free:
 * @self_assessment: (transfer full): a self-assessment
 */
void
mtr_self_assessment_free (MtrSelfAssessment *self_assessment)
{
  g_free (self_assessment->low);
  g_free (self_assessment->high);
  g_free (self_assessment->level_question);
  g_free (self_assessment->confidence_question);
  g_free (self_assessment->why_question);
  g_free (self_assessment->help_question);
  g_ptr_array_unref (self_assessment->items);
  g_free (self_assessment);
}

/**
 * mtr_stage_free:
 * @stage: (transfer full): a stage made with g_new0()
 */
void
mtr_stage_free (MtrStage *stage)
{
  g_free (stage->code);
  g_free (stage->title);
  g_free (stage->description);
  g_strfreev (stage->helps);
  g_free (stage);
}
