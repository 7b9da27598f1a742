/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a manager sees of a pairing: the very row that leaves, as a list of
 * labelled values. The page "What will my manager see?" and the progress
 * statement draw it from here, so that neither can show more than the other. It
 * holds everything of a pairing that reports count: states, dates, hours and
 * outcomes; no topic, no words of a session, no evidence. Whatever it is made
 * from, all but what whoever runs the programme may read is left behind first.
 */

#include "mtr-manager-row.h"

#include "mtr-agreement.h"
#include "mtr-attention.h"
#include "mtr-builder-private.h"
#include "mtr-date.h"
#include "mtr-evaluation.h"
#include "mtr-messages.h"
#include "mtr-observation-series.h"
#include "mtr-pairing.h"
#include "mtr-portfolio.h"
#include "mtr-protected-time.h"
#include "mtr-schedule.h"
#include "mtr-session.h"
#include "mtr-submission.h"

/**
 * mtr_manager_fact_free:
 * @fact: (transfer full): a fact
 */
void
mtr_manager_fact_free (MtrManagerFact *fact)
{
  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
add_fact (GPtrArray  *facts,
          const char *label,
          const char *value)
{
  MtrManagerFact *fact;

  if (value == NULL || value[0] == '\0')
    return;

  fact = g_new0 (MtrManagerFact, 1);
  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  g_ptr_array_add (facts, fact);
}

static void
add_date (GPtrArray  *facts,
          const char *label,
          const char *iso)
{
  g_autofree char *text = NULL;
  GDate date;

  if (iso == NULL || !mtr_date_from_iso (iso, &date))
    return;

  text = mtr_date_format (&date, MTR_DATE_STYLE_LONG);
  add_fact (facts, label, text);
}

static void
add_agreement (GPtrArray   *facts,
               MtrSnapshot *snapshot,
               gint64       pairing_id)
{
  MtrRecord *agreement = mtr_agreement_find_signed (snapshot, pairing_id);
  g_autofree char *date = mtr_builder_dup_date (agreement, MTR_AGREEMENT_SEALED_AT);
  g_autofree char *text = NULL;

  if (date != NULL)
    /* Translators: the number of a version, a date. */
    text = g_strdup_printf (_("Version %d, signed by both on %s"),
                            (int) mtr_record_get_number (agreement, MTR_AGREEMENT_VERSION), date);
  add_fact (facts, mtr_kind_get_label (MTR_KIND_AGREEMENT), text != NULL ? text : _("Not signed by both"));
  if (agreement != NULL)
    add_date (facts, mtr_field_get_label (MTR_AGREEMENT_REVIEW_ON),
              mtr_record_get_text (agreement, MTR_AGREEMENT_REVIEW_ON));
}

static void
add_sessions (GPtrArray   *facts,
              MtrSnapshot *snapshot,
              gint64       pairing_id,
              const GDate *today)
{
  guint n_held = mtr_session_count_held (snapshot, pairing_id);
  gint64 minutes = mtr_session_sum_minutes (snapshot, pairing_id);
  g_autofree char *text = NULL;

  /* Translators: number of sessions held; hours and minutes of all of them together. */
  text = g_strdup_printf (ngettext ("%u session, %d h %d min", "%u sessions, %d h %d min", n_held), n_held,
                          (int) (minutes / 60), (int) (minutes % 60));
  add_fact (facts, _("Held so far"), text);
  add_date (facts, mtr_field_get_label (MTR_PAIRING_SUMMARY_LAST_HELD_ON),
            mtr_session_get_last_held_on (snapshot, pairing_id));
  add_date (facts, mtr_field_get_label (MTR_PAIRING_SUMMARY_NEXT_PLANNED_ON),
            mtr_session_get_next_planned_on (snapshot, pairing_id, today));
}

static void
add_outcomes (GPtrArray   *facts,
              MtrSnapshot *snapshot,
              gint64       portfolio_id)
{
  static const struct {
    MtrKind  kind;
    MtrField portfolio_id;
    MtrField outcome;
    MtrField made_on;
  } outcomes[] = {
    { MTR_KIND_RECOMMENDATION, MTR_RECOMMENDATION_PORTFOLIO_ID, MTR_RECOMMENDATION_OUTCOME, MTR_RECOMMENDATION_MADE_ON },
    { MTR_KIND_DECISION, MTR_DECISION_PORTFOLIO_ID, MTR_DECISION_OUTCOME, MTR_DECISION_MADE_ON },
    { MTR_KIND_MODERATION, MTR_MODERATION_PORTFOLIO_ID, MTR_MODERATION_OUTCOME, MTR_MODERATION_MADE_ON },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      MtrRecord *record = mtr_snapshot_find_where (snapshot, outcomes[i].kind, outcomes[i].portfolio_id, portfolio_id);
      const char *code = record != NULL ? mtr_record_get_text (record, outcomes[i].outcome) : NULL;
      g_autofree char *date = mtr_builder_dup_date (record, outcomes[i].made_on);
      g_autofree char *text = NULL;

      if (code == NULL)
        continue;
      text = date != NULL ? g_strdup_printf ("%s, %s", mtr_builder_get_code (outcomes[i].outcome, code), date)
                          : g_strdup (mtr_builder_get_code (outcomes[i].outcome, code));
      add_fact (facts, mtr_kind_get_label (outcomes[i].kind), text);
    }
}

static void
add_portfolio (GPtrArray   *facts,
               MtrPack     *pack,
               MtrSnapshot *snapshot,
               MtrRecord   *pairing,
               gint64       mentee_id)
{
  g_autofree char *observations = mtr_observation_series_dup_counts (pack, snapshot, mentee_id);
  MtrRecord *portfolio = mtr_portfolio_find (snapshot, pairing, mentee_id);
  const char *word = mtr_pack_get_word (pack, "observations");
  GPtrArray *areas = mtr_pack_get_areas (pack);
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;
  guint n_covered = 0;

  if (mtr_pack_get_observation_types (pack)->len > 0)
    add_fact (facts, word != NULL ? word : _("Observations"), observations);
  if (portfolio == NULL)
    return;

  items = mtr_portfolio_list_evidence (snapshot, mtr_record_get_id (portfolio));
  for (guint i = 0; i < areas->len; i++)
    {
      const MtrStandard *area = g_ptr_array_index (areas, i);
      g_autoptr (GPtrArray) found = mtr_portfolio_list_evidence_of_area (pack, snapshot, mtr_record_get_id (portfolio),
                                                                         area->code);

      if (found->len > 0)
        n_covered++;
    }
  /* Translators: number of items of evidence; number of areas that have one, of how many. */
  text = g_strdup_printf (ngettext ("%u item, in %u of %u areas", "%u items, in %u of %u areas", items->len), items->len,
                          n_covered, areas->len);
  add_fact (facts, mtr_kind_get_label (MTR_KIND_EVIDENCE), text);
  add_date (facts, mtr_field_get_label (MTR_PORTFOLIO_SUBMIT_BY),
            mtr_record_get_text (portfolio, MTR_PORTFOLIO_SUBMIT_BY));
  add_outcomes (facts, snapshot, mtr_record_get_id (portfolio));
}

/* How often they meant to meet, and for how long in a month. */
static void
add_schedule (GPtrArray   *facts,
              MtrSnapshot *snapshot,
              MtrRecord   *pairing,
              const GDate *today)
{
  const char *frequency = mtr_record_get_text (pairing, MTR_PAIRING_FREQUENCY);
  gint64 days = mtr_record_get_number (pairing, MTR_PAIRING_INTERVAL_DAYS);
  g_autofree char *interval = g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) days), (int) days);
  g_autofree char *protected_time = NULL;
  MtrProtectedTime time;

  if (frequency != NULL && (days <= 0 || !g_str_equal (frequency, MTR_FREQUENCY_OWN)))
    add_fact (facts, _("How often they meet"), mtr_schedule_get_label (frequency));
  else if (days > 0)
    add_fact (facts, _("How often they meet"), interval);
  mtr_protected_time_init (&time, snapshot, pairing, today);
  protected_time = mtr_protected_time_dup_sentence (&time);
  add_fact (facts, _("Protected time"), protected_time);
}

static void
add_learning (GPtrArray   *facts,
              MtrSnapshot *snapshot,
              gint64       mentee_id)
{
  g_autoptr (GPtrArray) records = mtr_learning_list_records (snapshot, mentee_id);
  int protection = 0;
  int minutes = mtr_learning_sum_minutes (snapshot, mentee_id, &protection);
  g_autofree char *all = mtr_protected_time_dup_hours (minutes);
  g_autofree char *part = mtr_protected_time_dup_hours (protection);
  /* Translators: number of learning records; hours and minutes of all of them together. */
  g_autofree char *line = g_strdup_printf (ngettext ("%u record, %s", "%u records, %s", records->len), records->len, all);
  /* Translators: the first is as in "12 records, 30 h", the second hours and minutes that are among these. */
  g_autofree char *both = g_strdup_printf (_("%s, of these %s on protection"), line, part);

  if (records->len > 0)
    add_fact (facts, mtr_kind_get_label (MTR_KIND_LEARNING_RECORD), protection > 0 ? both : line);
}

static void
add_submission (GPtrArray   *facts,
                MtrPack     *pack,
                MtrSnapshot *snapshot,
                gint64       mentee_id,
                const GDate *today)
{
  MtrSubmissionState state = mtr_submission_get_state (pack, snapshot, mentee_id, today);
  MtrRecord *submission = mtr_learning_find_submission (pack, snapshot, mentee_id);
  g_autofree char *due_on = mtr_learning_dup_due_on (pack, snapshot, mentee_id);

  if (state == MTR_SUBMISSION_NONE)
    return;
  add_fact (facts, mtr_kind_get_label (MTR_KIND_SUBMISSION), mtr_submission_get_state_label (state));
  add_date (facts, mtr_field_get_label (MTR_SUBMISSION_DUE_ON), due_on);
  if (submission != NULL)
    {
      add_date (facts, mtr_field_get_label (MTR_SUBMISSION_HANDED_IN_ON),
                mtr_record_get_text (submission, MTR_SUBMISSION_HANDED_IN_ON));
      if (mtr_record_is_set (submission, MTR_SUBMISSION_OUTCOME))
        add_fact (facts, mtr_field_get_label (MTR_SUBMISSION_OUTCOME),
                  mtr_builder_get_code (MTR_SUBMISSION_OUTCOME, mtr_record_get_text (submission, MTR_SUBMISSION_OUTCOME)));
    }
  if (mtr_submission_endangers_registration (pack, snapshot, mentee_id, today))
    add_fact (facts, _("Registration"), _("Renewing it is in danger"));
}

/* Whether they looked back; never what they said. */
static void
add_evaluations (GPtrArray   *facts,
                 MtrBuilder  *builder,
                 MtrRecord   *pairing)
{
  g_autoptr (GPtrArray) respondents = mtr_evaluation_list_respondents (builder->snapshot, pairing);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < respondents->len; i++)
    {
      const MtrRespondent *respondent = g_ptr_array_index (respondents, i);
      g_autofree char *day = mtr_builder_dup_date (respondent->evaluation, MTR_EVALUATION_GIVEN_ON);
      const char *role = mtr_builder_get_role (builder, respondent->role);

      if (respondent->evaluation == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, _("; "));
      if (day != NULL)
        /* Translators: a role, and the day on which somebody of that role answered. */
        g_string_append_printf (text, _("%s: given on %s"), role, day);
      else
        /* Translators: %s is the role of somebody who was asked and has not answered. */
        g_string_append_printf (text, _("%s: asked"), role);
    }
  add_fact (facts, mtr_kind_get_label (MTR_KIND_EVALUATION), text->str);
}

static void
add_in_post (GPtrArray *facts,
             MtrRecord *mentee)
{
  if (mentee != NULL && mtr_record_is_set (mentee, MTR_PERSON_IN_POST_AFTER_YEAR))
    add_fact (facts, mtr_field_get_label (MTR_PERSON_IN_POST_AFTER_YEAR),
              mtr_record_get_number (mentee, MTR_PERSON_IN_POST_AFTER_YEAR) != 0 ? _("Yes") : _("No"));
}

/* Whom of several mentees a reason is about; nobody where it is about all of them, or about somebody else. */
static MtrRecord *
find_subject (MtrSnapshot *snapshot,
              GPtrArray   *members,
              MtrRecord   *attention)
{
  gint64 subject_id = mtr_record_get_number (attention, MTR_ATTENTION_SUBJECT_ID);

  for (guint i = 0; members->len > 1 && i < members->len; i++)
    if (mtr_record_get_number (g_ptr_array_index (members, i), MTR_MEMBER_PERSON_ID) == subject_id)
      return mtr_snapshot_get (snapshot, MTR_KIND_PERSON, subject_id);

  return NULL;
}

static void
add_attention (GPtrArray   *facts,
               MtrPack     *pack,
               MtrSnapshot *snapshot,
               gint64       pairing_id,
               GPtrArray   *members,
               const GDate *today)
{
  g_autoptr (GPtrArray) reasons = mtr_snapshot_list_where (snapshot, MTR_KIND_ATTENTION, MTR_ATTENTION_PAIRING_ID,
                                                           pairing_id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    if (mtr_attention_is_current (g_ptr_array_index (reasons, i), today))
      {
        g_autoptr (MtrAttentionText) reason = mtr_attention_describe (pack, snapshot, g_ptr_array_index (reasons, i), 0,
                                                                      today);

        MtrRecord *subject = find_subject (snapshot, members, g_ptr_array_index (reasons, i));

        g_string_append (text, text->len > 0 ? _("; ") : "");
        if (subject != NULL)
          g_string_append_printf (text, _("%s: %s"), mtr_record_get_name (subject, MTR_PERSON_NAME), reason->title);
        else
          g_string_append (text, reason->title);
      }
  add_fact (facts, mtr_kind_get_label (MTR_KIND_ATTENTION), text->str);
}

/* What belongs to one mentee; where there are several, each fact says whose it is. */
static void
add_mentee (GPtrArray   *facts,
            MtrPack     *pack,
            MtrSnapshot *snapshot,
            MtrRecord   *pairing,
            gint64       mentee_id,
            gboolean     names,
            const GDate *today)
{
  MtrRecord *mentee = mtr_snapshot_get (snapshot, MTR_KIND_PERSON, mentee_id);
  guint first = facts->len;

  add_portfolio (facts, pack, snapshot, pairing, mentee_id);
  add_learning (facts, snapshot, mentee_id);
  add_submission (facts, pack, snapshot, mentee_id, today);
  add_in_post (facts, mentee);
  for (guint i = first; names && mentee != NULL && i < facts->len; i++)
    {
      MtrManagerFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *label = fact->label;

      /* Translators: the name of one of several mentees, and the label of a fact about them. */
      fact->label = g_strdup_printf (_("%s: %s"), mtr_record_get_name (mentee, MTR_PERSON_NAME), label);
    }
}

/**
 * mtr_manager_row_build:
 * @pack: the pack of the pairing
 * @source: the pairing; for any reader, for only what whoever runs the programme may read is looked at
 * @pairing_id: the pairing
 * @today: the day it is: what was planned for a day before it is not what comes next
 *
 * Returns: (transfer full) (element-type MtrManagerFact): what a manager sees of the pairing, and nothing else; empty where there is
 *   no such pairing
 */
GPtrArray *
mtr_manager_row_build (MtrPack     *pack,
                       MtrSnapshot *source,
                       gint64       pairing_id,
                       const GDate *today)
{
  static const MtrField dates[] = {
    MTR_PAIRING_STARTED_ON, MTR_PAIRING_PLANNED_END_ON, MTR_PAIRING_PAUSED_ON, MTR_PAIRING_ENDED_ON,
  };
  static const MtrField reasons[] = { MTR_PAIRING_DUAL_ROLE_REASON, MTR_PAIRING_EXCEPTION_REASON };
  g_autoptr (MtrSnapshot) snapshot = mtr_snapshot_copy_for (source, MTR_READER_LEAD);
  MtrBuilder builder = { pack, snapshot, { 0 }, NULL };
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) mtr_manager_fact_free);
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, pairing_id);
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *mentees = NULL;

  if (pairing == NULL)
    return facts;

  mentees = mtr_pairing_dup_mentees (snapshot, pairing_id);
  members = mtr_pairing_list_mentees (snapshot, pairing_id, mtr_record_get_text (pairing, MTR_PAIRING_ENDED_ON));
  add_fact (facts, mtr_builder_get_role (&builder, MTR_ROLE_MENTEE), mentees);
  add_fact (facts, mtr_builder_get_role (&builder, MTR_ROLE_MENTOR),
            mtr_builder_get_name (&builder, pairing, MTR_PAIRING_MENTOR_ID));
  add_fact (facts, mtr_builder_get_role (&builder, MTR_ROLE_LINE_MANAGER),
            mtr_builder_get_name (&builder, pairing, MTR_PAIRING_LINE_MANAGER_ID));
  if (mtr_record_is_set (pairing, MTR_PAIRING_STATE))
    add_fact (facts, mtr_field_get_label (MTR_PAIRING_STATE),
              mtr_pairing_get_state_label (mtr_record_get_text (pairing, MTR_PAIRING_STATE)));
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    add_date (facts, mtr_field_get_label (dates[i]), mtr_record_get_text (pairing, dates[i]));
  if (mtr_record_is_set (pairing, MTR_PAIRING_ENDED_NEXT))
    add_fact (facts, mtr_field_get_label (MTR_PAIRING_ENDED_NEXT),
              mtr_builder_get_code (MTR_PAIRING_ENDED_NEXT, mtr_record_get_text (pairing, MTR_PAIRING_ENDED_NEXT)));
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    add_fact (facts, mtr_field_get_label (reasons[i]), mtr_record_get_text (pairing, reasons[i]));
  add_agreement (facts, snapshot, pairing_id);
  add_schedule (facts, snapshot, pairing, today);
  add_sessions (facts, snapshot, pairing_id, today);
  for (guint i = 0; i < members->len; i++)
    add_mentee (facts, pack, snapshot, pairing, mtr_record_get_number (g_ptr_array_index (members, i), MTR_MEMBER_PERSON_ID),
                members->len > 1, today);
  add_evaluations (facts, &builder, pairing);
  add_attention (facts, pack, snapshot, pairing_id, members, today);

  return facts;
}
