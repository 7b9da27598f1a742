/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Submissions and outcomes: what was handed in and what became of it, who has
 * to hand in by when, what was recommended, decided and moderated, and which
 * pairs came to an end. Reasons are not in it: those of a decision are for
 * whoever assesses, and why somebody went is nobody else's.
 */

#include "mtr-report-builder-private.h"

#include "mtr-builder-private.h"
#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-submission-count.h"

static const char *
get_place_label (MtrSubmissionPlace place)
{
  static const char * const labels[MTR_N_SUBMISSION_PLACES] = {
    [MTR_SUBMISSION_PLACE_OVERDUE] = N_("Overdue"),
    /* Translators: 60 days, as in the headline figure "Due within 60 days". */
    [MTR_SUBMISSION_PLACE_DUE] = N_("Due within 60 days"),
    [MTR_SUBMISSION_PLACE_LATER] = N_("Due later"),
    [MTR_SUBMISSION_PLACE_AGAIN] = N_("Came back, no day set"),
    [MTR_SUBMISSION_PLACE_WAITING] = N_("Waiting for a decision"),
    [MTR_SUBMISSION_PLACE_DONE] = N_("Satisfactory"),
    [MTR_SUBMISSION_PLACE_UNKNOWN] = N_("Day not known"),
  };

  return _(labels[place]);
}

/* ---- What a director asks first ------------------------------------------------ */

/* All schemes together. */
static void
add_up (GPtrArray          *counts,
        MtrSubmissionCount *sum,
        guint              *n_people)
{
  *n_people = 0;
  for (guint i = 0; i < counts->len; i++)
    {
      const MtrSubmissionCount *count = g_ptr_array_index (counts, i);

      sum->n_handed_in += count->n_handed_in;
      sum->n_handed_in_again += count->n_handed_in_again;
      sum->n_satisfactory += count->n_satisfactory;
      sum->n_unsatisfactory += count->n_unsatisfactory;
      sum->n_incomplete += count->n_incomplete;
      sum->n_endangered += count->n_endangered;
      for (int place = 0; place < MTR_N_SUBMISSION_PLACES; place++)
        sum->n_places[place] += count->n_places[place];
      *n_people += count->people->len;
    }
}

static void
add_headline (MtrNode    *table,
              const char *what,
              gint64      number,
              const char *of)
{
  g_autofree char *text = mtr_report_dup_number (number);

  mtr_report_add_row (table, "hnt", what, text, of, NULL);
}

static void
add_submission_headlines (MtrNode   *table,
                          GPtrArray *counts)
{
  static const MtrSubmissionPlace places[] = {
    MTR_SUBMISSION_PLACE_DUE, MTR_SUBMISSION_PLACE_OVERDUE, MTR_SUBMISSION_PLACE_WAITING,
  };
  MtrSubmissionCount sum = { 0 };
  g_autofree char *of_people = NULL;
  g_autofree char *again = NULL;
  guint n_people;

  add_up (counts, &sum, &n_people);
  of_people = g_strdup_printf (ngettext ("of %'u person who hands in", "of %'u people who hand in",
                                         n_people), n_people);
  again = g_strdup_printf (ngettext ("of these %'u again, after it came back",
                                     "of these %'u again, after they came back", sum.n_handed_in_again),
                           sum.n_handed_in_again);
  add_headline (table, _("Handed in"), sum.n_handed_in, again);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    add_headline (table, get_place_label (places[i]), sum.n_places[places[i]], of_people);
  add_headline (table, _("Registration in danger"), sum.n_endangered, of_people);
}

/* Portfolios have a day only where somebody has set one. */
static gboolean
find_portfolio_place (MtrReportBuilder   *self,
                      guint               row,
                      MtrSubmissionPlace *place)
{
  const char *day = mtr_figures_get_text (self->figures, MTR_FIGURE_OPEN_PORTFOLIOS, row, 2);
  GDate submit_by;

  if (day == NULL || !mtr_date_from_iso (day, &submit_by))
    return FALSE;
  *place = g_date_compare (&submit_by, &self->scope->as_at) < 0 ? MTR_SUBMISSION_PLACE_OVERDUE
           : mtr_date_days_between (&self->scope->as_at, &submit_by) <= MTR_SUBMISSION_DUE_DAYS
             ? MTR_SUBMISSION_PLACE_DUE : MTR_SUBMISSION_PLACE_LATER;

  return TRUE;
}

static void
add_portfolio_headlines (MtrReportBuilder *self,
                         MtrNode          *table)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_OPEN_PORTFOLIOS);
  g_autofree char *of = g_strdup_printf (ngettext ("of %'u portfolio that is being worked on",
                                                   "of %'u portfolios that are being worked on", n_rows), n_rows);
  guint n_places[MTR_N_SUBMISSION_PLACES] = { 0 };

  for (guint row = 0; row < n_rows; row++)
    {
      MtrSubmissionPlace place;

      if (find_portfolio_place (self, row, &place))
        n_places[place]++;
    }
  add_headline (table, _("Portfolios due within 60 days"), n_places[MTR_SUBMISSION_PLACE_DUE], of);
  add_headline (table, _("Portfolios overdue"), n_places[MTR_SUBMISSION_PLACE_OVERDUE], of);
}

static void
add_headlines (MtrReportBuilder *self,
               GPtrArray        *counts)
{
  static const guint weights[] = { 36, 16, 48 };
  const char *titles[] = { _("Figure"), _("How many"), _("Of what"), NULL };
  MtrNode *table = mtr_report_add_table (self->section, NULL, "hnt", titles, weights);
  gint64 n_decided = mtr_figures_sum (self->figures, MTR_FIGURE_FIRST_SUBMISSIONS, 1);
  gint64 n_satisfactory = mtr_figures_sum (self->figures, MTR_FIGURE_FIRST_SUBMISSIONS, 2);
  g_autofree char *rate = mtr_report_dup_percent (n_satisfactory, n_decided);
  g_autofree char *of = g_strdup_printf (ngettext ("%'u of %'u first submission decided",
                                                   "%'u of %'u first submissions decided", (gulong) n_decided),
                                         (guint) n_satisfactory, (guint) n_decided);

  mtr_report_add_row (table, "hnt", _("Satisfactory the first time"), rate,
                      n_decided > 0 ? of : _("no first submission was decided in the period"), NULL);
  if (counts->len > 0)
    add_submission_headlines (table, counts);
  if (mtr_figures_count (self->figures, MTR_FIGURE_OPEN_PORTFOLIOS) > 0)
    add_portfolio_headlines (self, table);
}

/* ---- What became of it --------------------------------------------------------- */

static void
add_outcome_chart (MtrNode   *section,
                   GPtrArray *counts)
{
  MtrSubmissionCount sum = { 0 };
  g_autofree char *alternative = NULL;
  guint n_people;
  MtrNode *chart;

  add_up (counts, &sum, &n_people);
  const struct {
    const char *code;
    guint       number;
  } bars[] = {
    { MTR_OUTCOME_SATISFACTORY, sum.n_satisfactory },
    { MTR_OUTCOME_UNSATISFACTORY, sum.n_unsatisfactory },
    { MTR_OUTCOME_INCOMPLETE, sum.n_incomplete },
  };
  /* Translators: three numbers. */
  alternative = g_strdup_printf (_("Satisfactory: %u, unsatisfactory: %u, incomplete: %u."), sum.n_satisfactory,
                                 sum.n_unsatisfactory, sum.n_incomplete);
  chart = mtr_node_add_chart (section, MTR_CHART_BARS, _("Decided in the period"), alternative,
                              MAX (MAX (sum.n_satisfactory, sum.n_unsatisfactory), MAX (sum.n_incomplete, 1)));
  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_autofree char *words = mtr_report_dup_number (bars[i].number);

      mtr_node_add_mark (chart, mtr_builder_get_code (MTR_SUBMISSION_OUTCOME, bars[i].code), words, bars[i].number);
    }
}

static void
add_outcomes (MtrReportBuilder *self,
              GPtrArray        *counts)
{
  static const guint weights[] = { 26, 11, 15, 16, 13, 19 };
  MtrNode *section = mtr_report_begin_section (self, _("What became of submissions"));
  const char *titles[] = {
    _("Scheme"), _("Decided"), mtr_builder_get_code (MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_SATISFACTORY),
    mtr_builder_get_code (MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_UNSATISFACTORY),
    mtr_builder_get_code (MTR_SUBMISSION_OUTCOME, MTR_OUTCOME_INCOMPLETE), _("First time"), NULL,
  };
  MtrNode *table;

  add_outcome_chart (section, counts);
  table = mtr_report_add_table (section, NULL, "hnnnnn", titles, weights);
  for (guint i = 0; i < counts->len; i++)
    {
      const MtrSubmissionCount *count = g_ptr_array_index (counts, i);
      g_autofree char *decided = mtr_report_dup_number (count->n_satisfactory + count->n_unsatisfactory +
                                                        count->n_incomplete);
      g_autofree char *satisfactory = mtr_report_dup_number (count->n_satisfactory);
      g_autofree char *unsatisfactory = mtr_report_dup_number (count->n_unsatisfactory);
      g_autofree char *incomplete = mtr_report_dup_number (count->n_incomplete);
      g_autofree char *rate = mtr_report_dup_rate (count->n_first_satisfactory, count->n_first_decided);

      mtr_report_add_row (table, "hnnnnn", mtr_pack_get_title (count->pack), decided, satisfactory, unsatisfactory,
                          incomplete, rate, NULL);
    }
}

/* ---- Who hands in ---------------------------------------------------------------- */

static void
add_places (MtrReportBuilder         *self,
            MtrNode                  *section,
            const MtrSubmissionCount *count)
{
  static const guint weights[] = { 52, 24, 24 };
  const char *titles[] = { _("Where they stand"), _("People"), _("Of all"), NULL };
  g_autoptr (GString) alternative = g_string_new (NULL);
  MtrNode *chart, *group, *table;

  for (int place = 0; place < MTR_N_SUBMISSION_PLACES; place++)
    if (count->n_places[place] > 0)
      g_string_append_printf (alternative, _("%s%s: %d"), alternative->len > 0 ? _(", ") : "", get_place_label (place),
                              (int) count->n_places[place]);
  chart = mtr_node_add_chart (section, MTR_CHART_PROGRESS, mtr_pack_get_title (count->pack), alternative->str,
                              count->people->len);
  group = mtr_node_add (section, MTR_NODE_GROUP, NULL);
  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  table = mtr_report_add_table (group, NULL, "hnn", titles, weights);
  for (int place = 0; place < MTR_N_SUBMISSION_PLACES; place++)
    {
      g_autofree char *number = mtr_report_dup_number (count->n_places[place]);
      g_autofree char *share = mtr_report_dup_percent (count->n_places[place], count->people->len);

      if (count->n_places[place] > 0)
        mtr_node_add_mark (chart, get_place_label (place), number, count->n_places[place]);
      mtr_report_add_row (table, "hnn", get_place_label (place), number, share, NULL);
    }
}

static gboolean
is_urgent (const MtrSubmissionPerson *person)
{
  return person->endangered || person->place == MTR_SUBMISSION_PLACE_OVERDUE ||
         person->place == MTR_SUBMISSION_PLACE_DUE || person->place == MTR_SUBMISSION_PLACE_AGAIN;
}

static void
add_urgent (MtrReportBuilder         *self,
            MtrNode                  *section,
            const MtrSubmissionCount *count)
{
  static const guint weights[] = { 28, 28, 22, 22 };
  const char *titles[] = {
    mtr_report_get_role (self, "mentee"), _("Where they stand"), mtr_field_get_label (MTR_SUBMISSION_DUE_ON),
    _("Registration"), NULL,
  };
  MtrNode *table = NULL;

  for (guint i = 0; i < count->people->len; i++)
    {
      const MtrSubmissionPerson *person = g_ptr_array_index (count->people, i);
      g_autofree char *day = mtr_report_dup_date (person->due_on);
      /* Translators: %s is a day, to which the day of a submission was put off. */
      g_autofree char *extended = g_strdup_printf (_("%s (extended)"), day);
      /* Translators: where somebody stands with what they hand in again, as in "Overdue, again". */
      g_autofree char *again = g_strdup_printf (_("%s, again"), get_place_label (person->place));

      if (!is_urgent (person))
        continue;
      if (table == NULL)
        table = mtr_report_add_table (section, _("Who is to be looked after first"), "httt", titles, weights);
      mtr_report_add_row (table, "httt", mtr_record_get_name (person->person, MTR_PERSON_NAME),
                          person->number > 1 && person->place != MTR_SUBMISSION_PLACE_AGAIN
                          ? again : get_place_label (person->place),
                          person->extended ? extended : day, person->endangered ? _("In danger") : NULL, NULL);
    }
}

static void
add_people (MtrReportBuilder *self,
            GPtrArray        *counts)
{
  g_autofree char *day = mtr_date_format (&self->scope->as_at, MTR_DATE_STYLE_LONG);
  /* Translators: %s is a date. */
  g_autofree char *heading = g_strdup_printf (_("Who hands in, on %s"), day);
  MtrNode *section = mtr_report_begin_section (self, heading);
  guint n_people = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const MtrSubmissionCount *count = g_ptr_array_index (counts, i);

      n_people += count->people->len;
      if (count->people->len == 0)
        continue;
      add_places (self, section, count);
      add_urgent (self, section, count);
    }
  if (n_people == 0)
    mtr_node_add_paragraph (section, _("Nobody has anything to hand in."));
  else
    mtr_node_add_paragraph (section, _("Counted are the mentees on that day, and whoever was one and still has something to "
                                       "hand in or to wait for. A registration is in danger where the day has passed, where "
                                       "what was handed in came back, and where the day is near and the learning is not all "
                                       "there. Why a day was extended is never asked."));
}

/* ---- Portfolios and endings --------------------------------------------------------- */

static gint64
count_outcome (MtrReportBuilder *self,
               const char       *pack,
               const char       *record,
               const char       *outcome)
{
  gint64 number = 0;

  for (guint row = 0; row < mtr_figures_count (self->figures, MTR_FIGURE_OUTCOMES); row++)
    if (g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_OUTCOMES, row, 0), pack) == 0 &&
        g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_OUTCOMES, row, 1), record) == 0 &&
        (outcome == NULL || g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_OUTCOMES, row, 2), outcome) == 0))
      number += mtr_figures_get_number (self->figures, MTR_FIGURE_OUTCOMES, row, 3);

  return number;
}

/* Returns whether there was anything. */
static gboolean
add_portfolios_of (MtrReportBuilder *self,
                   MtrNode          *section,
                   MtrPack          *pack)
{
  static const struct {
    MtrKind     kind;
    const char *record;
    MtrField    field;
    const char *outcome;
  } rows[] = {
    { MTR_KIND_RECOMMENDATION, "recommendation", MTR_RECOMMENDATION_OUTCOME, "recommended" },
    { MTR_KIND_RECOMMENDATION, "recommendation", MTR_RECOMMENDATION_OUTCOME, "not-yet" },
    { MTR_KIND_DECISION, "decision", MTR_DECISION_OUTCOME, "pass" },
    { MTR_KIND_DECISION, "decision", MTR_DECISION_OUTCOME, "not-yet" },
    { MTR_KIND_DECISION, "decision", MTR_DECISION_OUTCOME, "not-passed" },
    { MTR_KIND_MODERATION, "moderation", MTR_MODERATION_OUTCOME, "confirmed" },
    { MTR_KIND_MODERATION, "moderation", MTR_MODERATION_OUTCOME, "query" },
  };
  static const guint weights[] = { 30, 34, 16, 20 };
  const char *titles[] = { _("Record"), _("Outcome"), _("Portfolios"), _("Of these records"), NULL };
  MtrNode *table = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 n_records = count_outcome (self, mtr_pack_get_id (pack), rows[i].record, NULL);
      gint64 n_outcomes = count_outcome (self, mtr_pack_get_id (pack), rows[i].record, rows[i].outcome);
      g_autofree char *number = mtr_report_dup_number (n_outcomes);
      g_autofree char *share = mtr_report_dup_rate (n_outcomes, n_records);

      if (n_records == 0)
        continue;
      if (table == NULL)
        table = mtr_report_add_table (section, mtr_pack_get_title (pack), "htnn", titles, weights);
      mtr_report_add_row (table, "htnn", mtr_kind_get_label (rows[i].kind),
                          mtr_builder_get_code (rows[i].field, rows[i].outcome), number, share, NULL);
    }

  return table != NULL;
}

static void
add_queries (MtrReportBuilder *self,
             MtrNode          *section,
             gboolean          names_scheme)
{
  static const guint weights[] = { 26, 16, 17, 17, 24 };
  const char *columns = names_scheme ? "htttt" : "httt";
  const char *titles[] = {
    mtr_report_get_role (self, "mentee"), mtr_kind_get_label (MTR_KIND_DECISION), _("Decided on"), _("Question raised on"),
    names_scheme ? _("Scheme") : NULL, NULL,
  };
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_QUERIES);
  MtrNode *table;

  if (n_rows == 0)
    return;
  table = mtr_report_add_table (section, _("Moderation has a question"), columns, titles, weights);
  for (guint row = 0; row < n_rows; row++)
    {
      const char *outcome = mtr_figures_get_text (self->figures, MTR_FIGURE_QUERIES, row, 2);
      g_autofree char *decided_on = mtr_report_dup_date (mtr_figures_get_text (self->figures, MTR_FIGURE_QUERIES, row, 3));
      g_autofree char *raised_on = mtr_report_dup_date (mtr_figures_get_text (self->figures, MTR_FIGURE_QUERIES, row, 4));

      mtr_report_add_row (table, columns, mtr_figures_get_text (self->figures, MTR_FIGURE_QUERIES, row, 0),
                          outcome != NULL ? mtr_builder_get_code (MTR_DECISION_OUTCOME, outcome) : NULL, decided_on, raised_on,
                          mtr_report_get_scheme (self, mtr_figures_get_text (self->figures, MTR_FIGURE_QUERIES, row, 1)),
                          NULL);
    }
}

static void
add_open_portfolios (MtrReportBuilder *self,
                     MtrNode          *section,
                     gboolean          names_scheme)
{
  static const guint weights[] = { 28, 24, 22, 26 };
  const char *columns = names_scheme ? "httt" : "htt";
  const char *titles[] = {
    mtr_report_get_role (self, "mentee"), _("Where they stand"), mtr_field_get_label (MTR_PORTFOLIO_SUBMIT_BY),
    names_scheme ? _("Scheme") : NULL, NULL,
  };
  MtrNode *table = NULL;

  for (guint row = 0; row < mtr_figures_count (self->figures, MTR_FIGURE_OPEN_PORTFOLIOS); row++)
    {
      g_autofree char *day = mtr_report_dup_date (mtr_figures_get_text (self->figures, MTR_FIGURE_OPEN_PORTFOLIOS, row, 2));
      MtrSubmissionPlace place;

      if (!find_portfolio_place (self, row, &place) || place == MTR_SUBMISSION_PLACE_LATER)
        continue;
      if (table == NULL)
        table = mtr_report_add_table (section, _("Portfolios to be handed in"), columns, titles, weights);
      mtr_report_add_row (table, columns, mtr_figures_get_text (self->figures, MTR_FIGURE_OPEN_PORTFOLIOS, row, 0),
                          get_place_label (place), day,
                          mtr_report_get_scheme (self, mtr_figures_get_text (self->figures, MTR_FIGURE_OPEN_PORTFOLIOS, row,
                                                                             1)), NULL);
    }
}

static void
add_portfolios (MtrReportBuilder *self,
                GPtrArray        *packs)
{
  MtrNode *section = mtr_report_begin_section (self, _("Portfolios: recommended, decided, moderated"));
  gboolean any = FALSE;

  add_open_portfolios (self, section, packs->len > 1);
  for (guint i = 0; i < packs->len; i++)
    any |= add_portfolios_of (self, section, g_ptr_array_index (packs, i));
  if (!any)
    {
      mtr_node_add_paragraph (section, _("In the period no portfolio was recommended, decided or moderated."));
      return;
    }
  add_queries (self, section, packs->len > 1);
  mtr_node_add_paragraph (section, _("Each record counts by its own day. Moderation never changes a decision. The reasons "
                                     "are for those who assess, and are not here."));
}

static void
add_endings (MtrReportBuilder *self)
{
  static const guint weights[] = { 32, 14, 18, 18, 18 };
  const char *titles[] = {
    _("Scheme"), _("Ended"), _("Gone on elsewhere"), _("Completed"), _("Ended early"), NULL,
  };
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_COMPLETION);
  MtrNode *section = mtr_report_begin_section (self, _("Pairs that came to an end"));
  MtrNode *table;

  if (n_rows == 0)
    {
      mtr_node_add_paragraph (section, _("No pair ended in the period."));
      return;
    }
  table = mtr_report_add_table (section, NULL, "hnnnn", titles, weights);
  for (guint row = 0; row < n_rows; row++)
    {
      gint64 n_ended = mtr_figures_get_number (self->figures, MTR_FIGURE_COMPLETION, row, 1);
      gint64 n_gone_on = mtr_figures_get_number (self->figures, MTR_FIGURE_COMPLETION, row, 2);
      gint64 n_completed = mtr_figures_get_number (self->figures, MTR_FIGURE_COMPLETION, row, 3);
      g_autofree char *ended = mtr_report_dup_number (n_ended);
      g_autofree char *gone_on = mtr_report_dup_number (n_gone_on);
      g_autofree char *completed = mtr_report_dup_number (n_completed);
      g_autofree char *before = mtr_report_dup_number (n_ended - n_gone_on - n_completed);

      mtr_report_add_row (table, "hnnnn",
                          mtr_report_get_scheme (self, mtr_figures_get_text (self->figures, MTR_FIGURE_COMPLETION, row, 0)),
                          ended, gone_on, completed, before, NULL);
    }
  mtr_node_add_paragraph (section, _("Ending is normal and nobody’s fault. Why a pair ended before its planned end is private "
                                     "to those who were in it."));
}

static void
build (MtrReportBuilder *self)
{
  g_autoptr (GPtrArray) packs = mtr_figures_list_packs (self->figures);
  g_autoptr (GPtrArray) counts = mtr_submission_count_list (mtr_figures_get_snapshot (self->figures), packs, self->scope);

  add_headlines (self, counts);
  if (counts->len > 0)
    {
      add_outcomes (self, counts);
      add_people (self, counts);
    }
  add_portfolios (self, packs);
  add_endings (self);
}

static const MtrFigure figures[] = {
  MTR_FIGURE_PROGRAMME, MTR_FIGURE_FIRST_SUBMISSIONS, MTR_FIGURE_COMPLETION, MTR_FIGURE_OUTCOMES, MTR_FIGURE_QUERIES,
  MTR_FIGURE_OPEN_PORTFOLIOS,
};

const MtrReport mtr_report_submissions = {
  "submissions", N_("Submissions and outcomes"),
  N_("What was handed in and what became of it, who is due, and what was decided and moderated."),
  MTR_REPORT_PERIOD | MTR_REPORT_PACK | MTR_REPORT_PEOPLE, figures, G_N_ELEMENTS (figures), MTR_FIGURES_WITH_PEOPLE, build,
};
