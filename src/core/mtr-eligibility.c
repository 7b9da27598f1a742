/* SPDX-License-Identifier: GPL-3.0-or-later */

/* May this mentor mentor here? Three-state answers to the rules of the pack,
 * and a verdict that informs and never blocks (product.md, rules 1 and 2;
 * domain-facts.md, 1.3).
 */

#include "mtr-eligibility.h"

#include "mtr-messages.h"
#include "mtr-pairing.h"
#include "mtr-rules-private.h"

static void
free_row (gpointer data)
{
  MtrEligibilityRow *row = data;

  g_free (row->sentence);
  g_free (row);
}

static void
say (MtrEligibilityRow *row,
     const char        *detail)
{
  g_free (row->sentence);
  if (detail == NULL)
    row->sentence = g_strdup (row->rule->title);
  else
    /* Translators: a rule and how it stands: "Not the line manager · that is Manager C" */
    row->sentence = g_strdup_printf (_("%s · %s"), row->rule->title, detail);
}

static void
check_registered (MtrSnapshot       *snapshot,
                  MtrRecord         *pairing,
                  MtrRecord         *mentor,
                  MtrEligibilityRow *row)
{
  g_autofree char *date = NULL;
  g_autofree char *detail = NULL;

  row->field = MTR_PERSON_REGISTERED;
  if (!mtr_record_is_set (mentor, MTR_PERSON_REGISTERED))
    return;

  row->answer = mtr_record_get_number (mentor, MTR_PERSON_REGISTERED) != 0 ? MTR_ANSWER_YES : MTR_ANSWER_NO;
  if (row->answer == MTR_ANSWER_YES && mtr_record_is_set (mentor, MTR_PERSON_REGISTERED_SEEN_ON))
    {
      date = mtr_rules_dup_short_date (mtr_record_get_text (mentor, MTR_PERSON_REGISTERED_SEEN_ON), NULL);
      detail = g_strdup_printf (_("seen on the register %s"), date);
      say (row, detail);
    }
}

static void
check_months (MtrSnapshot       *snapshot,
              MtrRecord         *pairing,
              MtrRecord         *mentor,
              MtrEligibilityRow *row)
{
  gint64 months = mtr_record_get_number (mentor, MTR_PERSON_SUPERVISORY_MONTHS);
  g_autofree char *detail = NULL;

  row->field = MTR_PERSON_SUPERVISORY_MONTHS;
  if (!mtr_record_is_set (mentor, MTR_PERSON_SUPERVISORY_MONTHS))
    return;

  row->answer = months >= row->rule->amount ? MTR_ANSWER_YES : MTR_ANSWER_NO;
  if (row->answer == MTR_ANSWER_YES)
    detail = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), (int) months);
  else
    detail = g_strdup_printf (ngettext ("%d of %d month", "%d of %d months",
                                        (gulong) row->rule->amount),
                              (int) months, row->rule->amount);
  say (row, detail);
}

static gboolean
is_line_manager_of_a_mentee (MtrSnapshot *snapshot,
                             MtrRecord   *pairing,
                             gint64       mentor_id)
{
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, mtr_record_get_id (pairing), NULL);

  for (guint i = 0; i < mentees->len; i++)
    {
      MtrRecord *mentee = mtr_snapshot_follow (snapshot, g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID);

      if (mentee != NULL && mtr_record_get_number (mentee, MTR_PERSON_LINE_MANAGER_ID) == mentor_id)
        return TRUE;
    }

  return FALSE;
}

static void
check_line_manager (MtrSnapshot       *snapshot,
                    MtrRecord         *pairing,
                    MtrRecord         *mentor,
                    MtrEligibilityRow *row)
{
  gint64 mentor_id = mtr_record_get_id (mentor);
  gint64 manager_id = mtr_pairing_get_line_manager (snapshot, pairing);
  g_autofree char *detail = NULL;

  row->kind = MTR_KIND_PAIRING;
  row->id = mtr_record_get_id (pairing);
  row->field = MTR_PAIRING_LINE_MANAGER_ID;

  if (manager_id == mentor_id || is_line_manager_of_a_mentee (snapshot, pairing, mentor_id))
    {
      row->answer = MTR_ANSWER_NO;
      detail = g_strdup_printf (_("%s is also the line manager"), mtr_rules_get_name (snapshot, mentor_id));
      say (row, detail);
    }
  else if (manager_id != 0)
    {
      row->answer = MTR_ANSWER_YES;
      detail = g_strdup_printf (_("that is %s"), mtr_rules_get_name (snapshot, manager_id));
      say (row, detail);
    }
}

/* One who has not said how long they have been in the field leaves it open, mentor or mentee. */
static void
check_experience (MtrSnapshot       *snapshot,
                  MtrRecord         *pairing,
                  MtrRecord         *mentor,
                  MtrEligibilityRow *row)
{
  g_autoptr (GPtrArray) mentees = mtr_pairing_list_mentees (snapshot, mtr_record_get_id (pairing), NULL);
  gint64 months = mtr_record_get_number (mentor, MTR_PERSON_FIELD_MONTHS);
  gint64 most = -1;
  g_autofree char *detail = NULL;

  row->field = MTR_PERSON_FIELD_MONTHS;
  if (!mtr_record_is_set (mentor, MTR_PERSON_FIELD_MONTHS))
    return;

  for (guint i = 0; i < mentees->len; i++)
    {
      MtrRecord *mentee = mtr_snapshot_follow (snapshot, g_ptr_array_index (mentees, i), MTR_MEMBER_PERSON_ID);

      if (mentee == NULL)
        continue;
      if (!mtr_record_is_set (mentee, MTR_PERSON_FIELD_MONTHS))
        {
          row->person_id = row->id = mtr_record_get_id (mentee);
          return;
        }
      most = MAX (most, mtr_record_get_number (mentee, MTR_PERSON_FIELD_MONTHS));
    }
  if (most < 0)
    return;

  row->answer = months > most ? MTR_ANSWER_YES : MTR_ANSWER_NO;
  /* Translators: months of experience of the mentor, and the most that a mentee has */
  detail = g_strdup_printf (ngettext ("%d month, against %d", "%d months, against %d",
                                      (gulong) months), (int) months, (int) most);
  say (row, detail);
}

/* Each starts from "unknown", about the mentor. */
static void (* const checks[]) (MtrSnapshot *, MtrRecord *, MtrRecord *, MtrEligibilityRow *) = {
  [MTR_RULE_REGISTERED]         = check_registered,
  [MTR_RULE_SUPERVISORY_MONTHS] = check_months,
  [MTR_RULE_NOT_LINE_MANAGER]   = check_line_manager,
  [MTR_RULE_MORE_EXPERIENCE]    = check_experience,
};

/* What a row does to the verdict: a reason helps where a rule is not met, and never where nothing is known. */
static MtrVerdict
judge_row (MtrRecord               *pairing,
           const MtrEligibilityRow *row,
           MtrEligibility          *self)
{
  gboolean dual = row->rule->kind == MTR_RULE_NOT_LINE_MANAGER;
  MtrField reason = dual ? MTR_PAIRING_DUAL_ROLE_REASON : MTR_PAIRING_EXCEPTION_REASON;
  gboolean has_reason = mtr_record_is_set (pairing, reason);

  if (row->answer == MTR_ANSWER_YES)
    return MTR_VERDICT_YES;
  if (row->answer == MTR_ANSWER_UNKNOWN)
    return MTR_VERDICT_UNKNOWN;

  if (dual)
    self->dual_role = TRUE;
  if (!has_reason && self->reason_field == MTR_FIELD_NONE)
    self->reason_field = reason;

  return has_reason || row->rule->warns ? MTR_VERDICT_YES_WITH_REASON : MTR_VERDICT_NO;
}

/**
 * mtr_eligibility_check:
 * @pack: the pack of the pairing; its rules decide, including whether a mentor who is the line manager is minded
 * @snapshot: the pairing and its people
 * @pairing: the pairing
 *
 * Returns: (transfer full): the verdict with one row for each rule
 */
MtrEligibility *
mtr_eligibility_check (MtrPack     *pack,
                       MtrSnapshot *snapshot,
                       MtrRecord   *pairing)
{
  MtrEligibility *self = g_new0 (MtrEligibility, 1);
  MtrRecord *mentor = mtr_snapshot_follow (snapshot, pairing, MTR_PAIRING_MENTOR_ID);
  GPtrArray *rules = mtr_pack_get_rules (pack);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->reason_field = MTR_FIELD_NONE;
  self->verdict = MTR_VERDICT_YES;

  for (guint i = 0; i < rules->len; i++)
    {
      MtrEligibilityRow *row = g_new0 (MtrEligibilityRow, 1);

      row->rule = g_ptr_array_index (rules, i);
      row->answer = MTR_ANSWER_UNKNOWN;
      row->kind = mentor != NULL ? MTR_KIND_PERSON : MTR_KIND_PAIRING;
      row->person_id = mentor != NULL ? mtr_record_get_id (mentor) : 0;
      row->id = mentor != NULL ? row->person_id : mtr_record_get_id (pairing);
      row->field = MTR_PAIRING_MENTOR_ID;
      say (row, NULL);
      if (mentor != NULL)
        checks[row->rule->kind] (snapshot, pairing, mentor, row);
      self->verdict = MAX (self->verdict, judge_row (pairing, row, self));
      g_ptr_array_add (self->rows, row);
    }

  return self;
}

static MtrAnswer
answer_registered (const MtrRule *rule,
                   MtrRecord     *mentor,
                   MtrRecord     *mentee)
{
  if (!mtr_record_is_set (mentor, MTR_PERSON_REGISTERED))
    return MTR_ANSWER_UNKNOWN;

  return mtr_record_get_number (mentor, MTR_PERSON_REGISTERED) != 0 ? MTR_ANSWER_YES : MTR_ANSWER_NO;
}

static MtrAnswer
answer_months (const MtrRule *rule,
               MtrRecord     *mentor,
               MtrRecord     *mentee)
{
  if (!mtr_record_is_set (mentor, MTR_PERSON_SUPERVISORY_MONTHS))
    return MTR_ANSWER_UNKNOWN;

  return mtr_record_get_number (mentor, MTR_PERSON_SUPERVISORY_MONTHS) >= rule->amount ? MTR_ANSWER_YES : MTR_ANSWER_NO;
}

static MtrAnswer
answer_line_manager (const MtrRule *rule,
                     MtrRecord     *mentor,
                     MtrRecord     *mentee)
{
  if (!mtr_record_is_set (mentee, MTR_PERSON_LINE_MANAGER_ID))
    return MTR_ANSWER_UNKNOWN;

  return mtr_record_get_number (mentee, MTR_PERSON_LINE_MANAGER_ID) == mtr_record_get_id (mentor)
           ? MTR_ANSWER_NO : MTR_ANSWER_YES;
}

static MtrAnswer
answer_experience (const MtrRule *rule,
                   MtrRecord     *mentor,
                   MtrRecord     *mentee)
{
  if (!mtr_record_is_set (mentor, MTR_PERSON_FIELD_MONTHS) || !mtr_record_is_set (mentee, MTR_PERSON_FIELD_MONTHS))
    return MTR_ANSWER_UNKNOWN;

  return mtr_record_get_number (mentor, MTR_PERSON_FIELD_MONTHS) > mtr_record_get_number (mentee, MTR_PERSON_FIELD_MONTHS)
           ? MTR_ANSWER_YES : MTR_ANSWER_NO;
}

static MtrAnswer (* const answers[]) (const MtrRule *, MtrRecord *, MtrRecord *) = {
  [MTR_RULE_REGISTERED]         = answer_registered,
  [MTR_RULE_SUPERVISORY_MONTHS] = answer_months,
  [MTR_RULE_NOT_LINE_MANAGER]   = answer_line_manager,
  [MTR_RULE_MORE_EXPERIENCE]    = answer_experience,
};
G_STATIC_ASSERT (G_N_ELEMENTS (answers) == G_N_ELEMENTS (checks));

/**
 * mtr_eligibility_answer:
 * @rule: a rule of a pack
 * @mentor: a person
 * @mentee: another person
 *
 * The same as mtr_eligibility_check() for two who have no pairing yet, and without words: for all pairs of a pool.
 *
 * Returns: how the rule would stand if the one were the mentor of the other
 */
MtrAnswer
mtr_eligibility_answer (const MtrRule *rule,
                        MtrRecord     *mentor,
                        MtrRecord     *mentee)
{
  return answers[rule->kind] (rule, mentor, mentee);
}

/**
 * mtr_eligibility_free:
 * @self: (transfer full): an eligibility
 */
void
mtr_eligibility_free (MtrEligibility *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * mtr_eligibility_is_met:
 * @self: an eligibility
 *
 * Returns: whether every rule is met, or set aside with a reason that is written down
 */
gboolean
mtr_eligibility_is_met (const MtrEligibility *self)
{
  return self->verdict <= MTR_VERDICT_YES_WITH_REASON && self->reason_field == MTR_FIELD_NONE;
}

/**
 * mtr_verdict_get_label:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its words, "Not known yet"
 */
const char *
mtr_verdict_get_label (MtrVerdict verdict)
{
  static const char * const labels[] = {
    [MTR_VERDICT_YES]             = N_("Yes"),
    [MTR_VERDICT_YES_WITH_REASON] = N_("Yes, with a reason"),
    [MTR_VERDICT_UNKNOWN]         = N_("Not known yet"),
    [MTR_VERDICT_NO]              = N_("No"),
  };

  return _(labels[verdict]);
}

/**
 * mtr_answer_get_label:
 * @answer: an answer
 *
 * Returns: (transfer none): its word, which stands beside the sign: "unknown"
 */
const char *
mtr_answer_get_label (MtrAnswer answer)
{
  static const char * const labels[] = {
    [MTR_ANSWER_YES]     = N_("yes"),
    [MTR_ANSWER_UNKNOWN] = N_("unknown"),
    [MTR_ANSWER_NO]      = N_("no"),
  };

  return _(labels[answer]);
}

/**
 * mtr_eligibility_dup_warning:
 * @self: an eligibility
 * @snapshot: the pairing and its people
 * @pairing: the pairing
 *
 * Returns: (transfer full) (nullable): what to say, and which reason to ask for; %NULL where no reason is missing
 */
char *
mtr_eligibility_dup_warning (const MtrEligibility *self,
                             MtrSnapshot          *snapshot,
                             MtrRecord            *pairing)
{
  const char *mentor = mtr_rules_get_name (snapshot, mtr_record_get_number (pairing, MTR_PAIRING_MENTOR_ID));

  if (self->reason_field == MTR_FIELD_NONE)
    return NULL;
  if (self->reason_field == MTR_PAIRING_DUAL_ROLE_REASON)
    return g_strdup_printf (_("%s is also the line manager. Guidance asks for two people where possible. Say why it is "
                              "one here; the reason appears in the programme’s report."), mentor);

  return g_strdup_printf (_("%s does not meet every rule for mentors. Say why it is %s all the same; the reason appears "
                            "in the programme’s report."), mentor, mentor);
}
