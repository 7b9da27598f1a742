/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme summary: what a director asks first, each figure with what it
 * is of, then the same by scheme, and the people and pairs that somebody has
 * to answer for.
 */

#include "mtr-report-builder-private.h"

#include "mtr-messages.h"
#include "mtr-pairing.h"

/* So many names leave the summary on its page; whoever needs all looks at the capacity of mentors. */
#define MAX_NAMES 10

static const char * const states[] = {
  MTR_PAIRING_PROPOSED, MTR_PAIRING_INDUCTION, MTR_PAIRING_ACTIVE, MTR_PAIRING_PAUSED, MTR_PAIRING_ENDED,
};

static gint64
count_pairs (MtrReportBuilder *self,
             const char       *pack,
             const char       *state)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_PAIRS);
  gint64 n_pairs = 0;

  for (guint row = 0; row < n_rows; row++)
    if ((pack == NULL || g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_PAIRS, row, 0), pack) == 0) &&
        (state == NULL || g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_PAIRS, row, 1), state) == 0))
      n_pairs += mtr_figures_get_number (self->figures, MTR_FIGURE_PAIRS, row, 2);

  return n_pairs;
}

/* Of one scheme, or with no scheme of all. */
static gint64
sum_of (MtrReportBuilder *self,
        MtrFigure         figure,
        guint             column,
        const char       *pack)
{
  guint n_rows = mtr_figures_count (self->figures, figure);

  if (pack == NULL)
    return mtr_figures_sum (self->figures, figure, column);
  for (guint row = 0; row < n_rows; row++)
    if (g_strcmp0 (mtr_figures_get_text (self->figures, figure, row, 0), pack) == 0)
      return mtr_figures_get_number (self->figures, figure, row, column);

  return 0;
}

/* ---- What a director asks first ------------------------------------------------ */

static void
add_headline (MtrNode    *table,
              const char *what,
              const char *value,
              const char *of)
{
  mtr_report_add_row (table, "hnt", what, value, of, NULL);
}

static void
add_running (MtrReportBuilder *self,
             MtrNode          *table)
{
  gint64 n_pairs = count_pairs (self, NULL, NULL);
  gint64 n_running = count_pairs (self, NULL, MTR_PAIRING_INDUCTION) + count_pairs (self, NULL, MTR_PAIRING_ACTIVE);
  g_autofree char *value = mtr_report_dup_number (n_running);
  g_autofree char *of = g_strdup_printf (ngettext ("of %'u pair in the period",
                                                   "of %'u pairs in the period", (gulong) n_pairs), (guint) n_pairs);

  add_headline (table, _("Pairs running on that day"), value, n_pairs > 0 ? of : _("there was no pair in the period"));
}

static void
add_attention (MtrReportBuilder *self,
               MtrNode          *table)
{
  gint64 n_pairs = mtr_figures_sum (self->figures, MTR_FIGURE_ATTENTION_PAIRS, 0);
  gint64 n_current = mtr_figures_sum (self->figures, MTR_FIGURE_ATTENTION_PAIRS, 1);
  g_autofree char *value = mtr_report_dup_number (n_pairs);
  g_autofree char *of = g_strdup_printf (ngettext ("of %'u that has not ended", "of %'u that have not ended",
                                                   (gulong) n_current), (guint) n_current);

  add_headline (table, _("Pairs needing attention"), value, of);
}

static void
add_completion (MtrReportBuilder *self,
                MtrNode          *table)
{
  gint64 n_ended = mtr_figures_sum (self->figures, MTR_FIGURE_COMPLETION, 1);
  gint64 n_gone_on = mtr_figures_sum (self->figures, MTR_FIGURE_COMPLETION, 2);
  gint64 n_completed = mtr_figures_sum (self->figures, MTR_FIGURE_COMPLETION, 3);
  gint64 n_counted = n_ended - n_gone_on;
  g_autofree char *value = mtr_report_dup_percent (n_completed, n_counted);
  g_autofree char *of = g_strdup_printf (ngettext ("%'u of %'u pair that came to an end",
                                                   "%'u of %'u pairs that came to an end", (gulong) n_counted),
                                         (guint) n_completed, (guint) n_counted);
  /* Translators: the sentence about those that came to an end, and how many did not but have another mentor or a group. */
  g_autofree char *but = g_strdup_printf (ngettext ("%s; %'u goes on elsewhere", "%s; %'u go on elsewhere",
                                                    (gulong) n_gone_on),
                                          n_counted > 0 ? of : _("no pair came to an end"), (guint) n_gone_on);

  add_headline (table, _("Completed"), value,
                n_gone_on > 0 ? but : n_counted > 0 ? of : _("no pair came to an end in the period"));
}

static void
add_first_time (MtrReportBuilder *self,
                MtrNode          *table)
{
  gint64 n_decided = mtr_figures_sum (self->figures, MTR_FIGURE_FIRST_SUBMISSIONS, 1);
  gint64 n_satisfactory = mtr_figures_sum (self->figures, MTR_FIGURE_FIRST_SUBMISSIONS, 2);
  g_autofree char *value = mtr_report_dup_percent (n_satisfactory, n_decided);
  g_autofree char *of = g_strdup_printf (ngettext ("%'u of %'u first submission decided",
                                                   "%'u of %'u first submissions decided", (gulong) n_decided),
                                         (guint) n_satisfactory, (guint) n_decided);

  add_headline (table, _("Satisfactory the first time"), value,
                n_decided > 0 ? of : _("no first submission was decided in the period"));
}

static void
add_observations (MtrReportBuilder *self,
                  MtrNode          *table)
{
  gint64 n_asked = mtr_figures_sum (self->figures, MTR_FIGURE_OBSERVATIONS, 2);
  gint64 n_signed = mtr_figures_sum (self->figures, MTR_FIGURE_OBSERVATIONS, 3);
  gint64 n_overdue = mtr_figures_sum (self->figures, MTR_FIGURE_OBSERVATIONS, 4);
  g_autofree char *value = mtr_report_dup_percent (n_signed, n_asked);
  g_autofree char *of = n_overdue == 0
    ? g_strdup_printf (_("%'u of %'u that are asked for; none is overdue"), (guint) n_signed, (guint) n_asked)
    : g_strdup_printf (ngettext ("%'u of %'u that are asked for; in %'u pair one is overdue",
                                 "%'u of %'u that are asked for; in %'u pairs one is overdue", (gulong) n_overdue),
                       (guint) n_signed, (guint) n_asked, (guint) n_overdue);

  add_headline (table, _("Observations signed"), value, n_asked > 0 ? of : _("no running pair is asked for one"));
}

static void
add_sessions (MtrReportBuilder *self,
              MtrNode          *table)
{
  gint64 n_held = mtr_figures_sum (self->figures, MTR_FIGURE_SESSIONS, 0);
  gint64 n_pairs = mtr_figures_sum (self->figures, MTR_FIGURE_SESSIONS, 2);
  g_autofree char *value = mtr_report_dup_number (n_held);
  g_autofree char *hours = mtr_report_dup_hours (mtr_figures_sum (self->figures, MTR_FIGURE_SESSIONS, 1));
  /* Translators: hours and minutes, and the number of pairs that held sessions. */
  g_autofree char *of = g_strdup_printf (ngettext ("%s together, by %'u pair",
                                                   "%s together, by %'u pairs", (gulong) n_pairs),
                                         hours, (guint) n_pairs);

  add_headline (table, _("Sessions held"), value, n_held > 0 ? of : _("in the period"));
}

static void
add_protected_time (MtrReportBuilder *self,
                    MtrNode          *table)
{
  gint64 n_pairs = mtr_figures_sum (self->figures, MTR_FIGURE_PROTECTED_TIME, 0);
  gint64 agreed = mtr_figures_sum (self->figures, MTR_FIGURE_PROTECTED_TIME, 1);
  gint64 used = mtr_figures_sum (self->figures, MTR_FIGURE_PROTECTED_TIME, 2);
  g_autofree char *value = mtr_report_dup_percent (used, agreed);
  g_autofree char *agreed_hours = mtr_report_dup_hours (agreed);
  g_autofree char *used_hours = mtr_report_dup_hours (used);
  /* Translators: hours used, hours agreed, number of pairs. */
  g_autofree char *of = g_strdup_printf (ngettext ("%s of %s, by the %'u pair that agreed some",
                                                   "%s of %s, by the %'u pairs that agreed some", (gulong) n_pairs),
                                         used_hours, agreed_hours, (guint) n_pairs);

  add_headline (table, _("Protected time used"), value, n_pairs > 0 ? of : _("none was agreed"));
}

static void
add_without_mentor_count (MtrReportBuilder *self,
                          MtrNode          *table)
{
  guint n_people = mtr_figures_count (self->figures, MTR_FIGURE_WITHOUT_MENTOR);
  g_autofree char *value = mtr_report_dup_number (n_people);

  add_headline (table, _("Without a mentor"), value,
                self->scope->pack != NULL
                ? ngettext ("person looks for one, in whichever scheme",
                            "people look for one, in whichever scheme", n_people)
                : ngettext ("person looks for one", "people look for one", n_people));
}

static void
add_headlines (MtrReportBuilder *self)
{
  static const guint weights[] = { 30, 13, 57 };
  const char *titles[] = { _("Figure"), _("How many"), _("Of what"), NULL };
  MtrNode *table = mtr_report_add_table (self->section, NULL, "hnt", titles, weights);

  add_running (self, table);
  add_attention (self, table);
  add_completion (self, table);
  add_first_time (self, table);
  add_observations (self, table);
  add_sessions (self, table);
  add_protected_time (self, table);
  add_without_mentor_count (self, table);
}

/* Only of what there is. */
static void
add_definitions (MtrReportBuilder *self)
{
  gboolean has_ended = mtr_figures_sum (self->figures, MTR_FIGURE_COMPLETION, 1) >
                       mtr_figures_sum (self->figures, MTR_FIGURE_COMPLETION, 2);
  gboolean has_decided = mtr_figures_sum (self->figures, MTR_FIGURE_FIRST_SUBMISSIONS, 1) > 0;

  if (has_ended)
    mtr_node_add_paragraph (self->section, _("Completed: ended in the period, on or after the planned end or with a pass or a "
                                             "satisfactory submission; whoever goes on with another mentor or in a group is "
                                             "not counted."));
  if (has_decided)
    mtr_node_add_paragraph (self->section, _("Satisfactory the first time: a first submission that came back is not; one that "
                                             "is not decided is not counted."));
}

/* ---- Pairs by state and scheme -------------------------------------------------- */

/* In the order of their first pair, which is that of their codes. (element-type utf8) */
static GPtrArray *
list_packs (MtrReportBuilder *self)
{
  static const MtrFigure by_pack[] = { MTR_FIGURE_PAIRS, MTR_FIGURE_FIRST_SUBMISSIONS };
  GPtrArray *packs = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (by_pack); i++)
    for (guint row = 0; row < mtr_figures_count (self->figures, by_pack[i]); row++)
      {
        const char *pack = mtr_figures_get_text (self->figures, by_pack[i], row, 0);

        if (pack != NULL && !g_ptr_array_find_with_equal_func (packs, pack, g_str_equal, NULL))
          g_ptr_array_add (packs, (char *) pack);
      }

  return packs;
}

static void
add_state_chart (MtrReportBuilder *self,
                 MtrNode          *section)
{
  g_autoptr (GString) alternative = g_string_new (NULL);
  gint64 most = 1;
  MtrNode *chart;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 n_pairs = count_pairs (self, NULL, states[i]);

      most = MAX (most, n_pairs);
      /* Translators: a state of pairs and how many, in a list: "Active: 12" */
      g_string_append_printf (alternative, _("%s%s: %d"), i > 0 ? _(", ") : "", mtr_pairing_get_state_label (states[i]),
                              (int) n_pairs);
    }
  chart = mtr_node_add_chart (section, MTR_CHART_BARS, NULL, alternative->str, (guint) most);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 n_pairs = count_pairs (self, NULL, states[i]);
      g_autofree char *words = mtr_report_dup_number (n_pairs);

      if (n_pairs > 0)
        mtr_node_add_mark (chart, mtr_pairing_get_state_label (states[i]), words, (guint) n_pairs);
    }
}

static void
add_state_row (MtrReportBuilder *self,
               MtrNode          *table,
               const char       *title,
               const char       *pack)
{
  char *cells[G_N_ELEMENTS (states) + 1];

  for (gsize i = 0; i <= G_N_ELEMENTS (states); i++)
    cells[i] = mtr_report_dup_number (count_pairs (self, pack, i < G_N_ELEMENTS (states) ? states[i] : NULL));
  mtr_report_add_row (table, "hnnnnnn", title, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], NULL);
  for (gsize i = 0; i <= G_N_ELEMENTS (states); i++)
    g_free (cells[i]);
}

static void
add_states (MtrReportBuilder *self,
            GPtrArray        *packs)
{
  static const guint weights[] = { 43, 11, 11, 9, 9, 9, 8 };
  MtrNode *section = mtr_report_begin_section (self, _("Pairs by state and scheme"));
  const char *titles[] = {
    _("Scheme"), mtr_pairing_get_state_label (states[0]), mtr_pairing_get_state_label (states[1]),
    mtr_pairing_get_state_label (states[2]), mtr_pairing_get_state_label (states[3]),
    mtr_pairing_get_state_label (states[4]), _("All"), NULL,
  };
  MtrNode *table;

  if (packs->len == 0)
    {
      mtr_node_add_paragraph (section, _("There was no pair in the period."));
      return;
    }

  add_state_chart (self, section);
  table = mtr_report_add_table (section, NULL, "hnnnnnn", titles, weights);
  for (guint i = 0; i < packs->len; i++)
    add_state_row (self, table, mtr_report_get_scheme (self, g_ptr_array_index (packs, i)), g_ptr_array_index (packs, i));
  if (packs->len > 1)
    add_state_row (self, table, _("Together"), NULL);
}

static void
add_outcome_row (MtrReportBuilder *self,
                 MtrNode          *table,
                 const char       *title,
                 const char       *pack)
{
  gint64 n_ended = sum_of (self, MTR_FIGURE_COMPLETION, 1, pack) - sum_of (self, MTR_FIGURE_COMPLETION, 2, pack);
  g_autofree char *completed = mtr_report_dup_rate (sum_of (self, MTR_FIGURE_COMPLETION, 3, pack), n_ended);
  g_autofree char *first_time = mtr_report_dup_rate (sum_of (self, MTR_FIGURE_FIRST_SUBMISSIONS, 2, pack),
                                                     sum_of (self, MTR_FIGURE_FIRST_SUBMISSIONS, 1, pack));
  g_autofree char *observed = mtr_report_dup_rate (sum_of (self, MTR_FIGURE_OBSERVATIONS, 3, pack),
                                                   sum_of (self, MTR_FIGURE_OBSERVATIONS, 2, pack));
  g_autofree char *overdue = mtr_report_dup_number (sum_of (self, MTR_FIGURE_OBSERVATIONS, 4, pack));

  mtr_report_add_row (table, "hnnnn", title, completed, first_time, observed,
                      sum_of (self, MTR_FIGURE_OBSERVATIONS, 2, pack) > 0 ? overdue : NULL, NULL);
}

/* With one scheme it would only say the headlines again. */
static void
add_outcomes (MtrReportBuilder *self,
              GPtrArray        *packs)
{
  static const guint weights[] = { 27, 20, 20, 21, 12 };
  const char *titles[] = {
    _("Scheme"), _("Completed"), _("Satisfactory first"), _("Observations signed"), _("Overdue"), NULL,
  };
  MtrNode *group, *section, *table;

  if (packs->len < 2)
    return;

  group = mtr_node_add (self->section, MTR_NODE_GROUP, NULL);
  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  section = mtr_node_add_section (group, NULL, _("Outcomes and observations by scheme"));
  table = mtr_report_add_table (section, NULL, "hnnnn", titles, weights);
  for (guint i = 0; i < packs->len; i++)
    add_outcome_row (self, table, mtr_report_get_scheme (self, g_ptr_array_index (packs, i)),
                     g_ptr_array_index (packs, i));
  add_outcome_row (self, table, _("Together"), NULL);
}

/* ---- Who and which -------------------------------------------------------------- */

static void
add_without_mentor (MtrReportBuilder *self)
{
  static const guint weights[] = { 44, 34, 22 };
  const char *titles[] = { _("Name"), _("Team"), _("Waiting since"), NULL };
  guint n_people = mtr_figures_count (self->figures, MTR_FIGURE_WITHOUT_MENTOR);
  MtrNode *section, *table;

  if (n_people == 0)
    return;

  section = mtr_report_begin_section (self, _("People without a mentor"));
  table = mtr_report_add_table (section, NULL, "htt", titles, weights);
  for (guint row = 0; row < MIN (n_people, MAX_NAMES); row++)
    {
      g_autofree char *since = mtr_report_dup_date (mtr_figures_get_text (self->figures, MTR_FIGURE_WITHOUT_MENTOR, row, 2));

      mtr_report_add_row (table, "htt", mtr_figures_get_text (self->figures, MTR_FIGURE_WITHOUT_MENTOR, row, 0),
                          mtr_figures_get_text (self->figures, MTR_FIGURE_WITHOUT_MENTOR, row, 1), since, NULL);
    }
  if (n_people > MAX_NAMES)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("And %'u more, who has not waited as long.",
                  "And %'u more, who have not waited as long.", n_people - MAX_NAMES), n_people - MAX_NAMES);

      mtr_node_add_paragraph (section, text);
    }
}

static void
add_exception_rows (MtrReportBuilder *self,
                    MtrNode          *table,
                    MtrFigure         figure,
                    const char       *what)
{
  guint n_pairs = mtr_figures_count (self->figures, figure);

  for (guint row = 0; row < n_pairs; row++)
    {
      const char *reason = mtr_figures_get_text (self->figures, figure, row, 4);

      mtr_report_add_row (table, "httt", mtr_figures_get_text (self->figures, figure, row, 0),
                          mtr_figures_get_text (self->figures, figure, row, 1), what,
                          reason != NULL ? reason : _("No reason has been written down."), NULL);
    }
}

/* Pairs in which a rule was set aside, all of them: it is never passed over in silence (product.md, rule 1). */
static void
add_exceptions (MtrReportBuilder *self)
{
  static const guint weights[] = { 18, 16, 14, 52 };
  const char *titles[] = {
    mtr_report_get_role (self, MTR_ROLE_MENTEE), mtr_report_get_role (self, MTR_ROLE_MENTOR), _("What"), _("Reason"), NULL,
  };
  MtrNode *section = mtr_report_begin_section (self, _("Exceptions to the rules, with their reasons"));
  MtrNode *table;

  if (mtr_figures_count (self->figures, MTR_FIGURE_DUAL_ROLES) + mtr_figures_count (self->figures, MTR_FIGURE_EXCEPTIONS) == 0)
    {
      mtr_node_add_paragraph (section, _("No mentor is also the line manager, and no other exception was made."));
      return;
    }
  table = mtr_report_add_table (section, NULL, "httt", titles, weights);
  add_exception_rows (self, table, MTR_FIGURE_DUAL_ROLES, _("Also the line manager"));
  add_exception_rows (self, table, MTR_FIGURE_EXCEPTIONS, _("Does not meet a rule for mentors"));
}

static void
build (MtrReportBuilder *self)
{
  g_autoptr (GPtrArray) packs = list_packs (self);

  add_headlines (self);
  add_definitions (self);
  add_states (self, packs);
  add_outcomes (self, packs);
  add_without_mentor (self);
  add_exceptions (self);
}

static const MtrFigure figures[] = {
  MTR_FIGURE_PROGRAMME, MTR_FIGURE_PAIRS, MTR_FIGURE_ATTENTION_PAIRS, MTR_FIGURE_COMPLETION, MTR_FIGURE_FIRST_SUBMISSIONS,
  MTR_FIGURE_OBSERVATIONS, MTR_FIGURE_PROTECTED_TIME, MTR_FIGURE_SESSIONS, MTR_FIGURE_WITHOUT_MENTOR, MTR_FIGURE_DUAL_ROLES, MTR_FIGURE_EXCEPTIONS,
};

const MtrReport mtr_report_summary = {
  "summary", N_("Programme summary"),
  N_("Pairs, outcomes, observations and time on one page, and what somebody has to answer for."),
  MTR_REPORT_PERIOD | MTR_REPORT_PACK | MTR_REPORT_PEOPLE, figures, G_N_ELEMENTS (figures), MTR_FIGURES_ALONE, build,
};
