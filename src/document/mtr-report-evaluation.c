/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people said when they looked back: how many, and the mean, of each
 * question that is answered with a figure. What fewer than five people said is
 * not in it, and cannot be worked out from two such reports.
 */

#include "mtr-report-builder-private.h"

#include "mtr-evaluation-count.h"
#include "mtr-messages.h"

/* Means are drawn to a tenth. */
#define TENTHS 10

static char *
dup_mean (const MtrEvaluationSum *sum)
{
  return sum->n_answers > 0 ? g_strdup_printf ("%.1f", (double) sum->sum / sum->n_answers) : g_strdup (MTR_REPORT_DASH);
}

static char *
dup_scale (const MtrQuestion *question)
{
  if (question->low == NULL || question->high == NULL)
    /* Translators: the lowest and the highest figure of a scale. */
    return g_strdup_printf (_("%d to %d"), question->lowest, question->highest);

  /* Translators: a scale: the lowest figure and what it means, the highest figure and what it means. */
  return g_strdup_printf (_("%d (%s) to %d (%s)"), question->lowest, question->low, question->highest, question->high);
}

static void
add_chart (MtrNode                  *section,
           const MtrEvaluationCount *count)
{
  g_autoptr (GString) alternative = g_string_new (NULL);
  int highest = 1;
  guint n_shown = 0;
  MtrNode *chart;

  for (guint i = 0; i < count->questions->len; i++)
    {
      const MtrEvaluationQuestion *question = &g_array_index (count->questions, MtrEvaluationQuestion, i);
      g_autofree char *mean = dup_mean (&question->sum);

      highest = MAX (highest, question->question->highest);
      if (question->sum.n_answers == 0)
        continue;
      n_shown++;
      /* Translators: a question, its mean and the highest figure of its scale: "How useful was it? 4.2 of 5." */
      g_string_append_printf (alternative, _("%s%s %s of %d."), alternative->len > 0 ? " " : "", question->question->title,
                              mean, question->question->highest);
    }
  if (n_shown == 0)
    return;

  chart = mtr_node_add_chart (section, MTR_CHART_BARS, _("Means"), alternative->str, (guint) highest * TENTHS);
  for (guint i = 0; i < count->questions->len; i++)
    {
      const MtrEvaluationQuestion *question = &g_array_index (count->questions, MtrEvaluationQuestion, i);
      const MtrEvaluationSum *sum = &question->sum;
      g_autofree char *mean = dup_mean (sum);

      if (sum->n_answers > 0)
        mtr_node_add_mark (chart, question->question->title, mean,
                           (guint) ((sum->sum * TENTHS * 2 + sum->n_answers) / (2 * sum->n_answers)));
    }
}

/* Returns whether something is kept back. */
static gboolean
add_form (MtrReportBuilder         *self,
          const MtrEvaluationCount *count,
          gboolean                  names_scheme)
{
  static const guint weights[] = { 44, 13, 11, 32 };
  const char *titles[] = { _("Question"), _("Answers"), _("Mean"), _("Scale"), NULL };
  g_autofree char *asked = g_strdup_printf (ngettext ("%'u evaluation was asked for.",
                                                      "%'u evaluations were asked for.", count->n_asked),
                                            count->n_asked);
  /* Translators: a scheme, and how many were asked to look back. */
  g_autofree char *line = g_strdup_printf (_("%s · %s"), mtr_pack_get_title (count->pack), asked);
  MtrNode *group = mtr_node_add (mtr_report_begin_section (self, count->form->title), MTR_NODE_GROUP, NULL);
  MtrNode *table;
  gboolean withheld = FALSE;

  mtr_node_set_flags (group, MTR_NODE_TOGETHER);
  mtr_node_add_paragraph (group, names_scheme ? line : asked);
  add_chart (group, count);
  table = mtr_report_add_table (group, NULL, "hnnt", titles, weights);
  for (guint i = 0; i < count->questions->len; i++)
    {
      const MtrEvaluationQuestion *question = &g_array_index (count->questions, MtrEvaluationQuestion, i);
      g_autofree char *number = question->sum.n_answers > 0 ? mtr_report_dup_number (question->sum.n_answers) : NULL;
      g_autofree char *mean = dup_mean (&question->sum);
      g_autofree char *scale = dup_scale (question->question);

      withheld |= question->sum.withheld;
      mtr_report_add_row (table, "hnnt", question->question->title, number, mean, scale, NULL);
    }

  return withheld;
}

static gboolean
has_several_schemes (GPtrArray *counts)
{
  for (guint i = 1; i < counts->len; i++)
    if (((const MtrEvaluationCount *) g_ptr_array_index (counts, i))->pack !=
        ((const MtrEvaluationCount *) g_ptr_array_index (counts, 0))->pack)
      return TRUE;

  return FALSE;
}

static void
add_rule (MtrReportBuilder *self,
          gboolean          withheld)
{
  MtrNode *section = mtr_report_begin_section (self, _("How answers are counted"));

  mtr_node_add_paragraph (section, _("In the order in which they were given, in sets of five people at least. A set is counted "
                                     "whole or not at all, so that nobody can find out what somebody said, not even by taking "
                                     "the figures of one report from those of another. A service or a team cannot be chosen "
                                     "for the same reason. Where there is no figure there is a dash."));
  if (withheld)
    mtr_node_add_paragraph (section, _("Some answers of this period are not counted here, because they do not make up a set."));
}

static void
build (MtrReportBuilder *self)
{
  g_autoptr (GPtrArray) packs = mtr_figures_list_packs (self->figures);
  g_autoptr (GPtrArray) counts = mtr_evaluation_count_list (mtr_figures_get_snapshot (self->figures), packs, self->scope);
  gboolean names_scheme = has_several_schemes (counts);
  gboolean withheld = FALSE;
  guint n_forms = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const MtrEvaluationCount *count = g_ptr_array_index (counts, i);

      if (count->n_asked == 0 || count->questions->len == 0)
        continue;
      withheld |= add_form (self, count, names_scheme);
      n_forms++;
    }
  if (n_forms == 0)
    mtr_node_add_paragraph (self->section, _("In the period nobody was asked to look back."));
  add_rule (self, withheld);
}

static const MtrFigure figures[] = { MTR_FIGURE_PROGRAMME };

const MtrReport mtr_report_evaluation = {
  "evaluation", N_("Evaluation"),
  N_("How people answered when they looked back: numbers and means, of five people or more."),
  MTR_REPORT_PERIOD | MTR_REPORT_PACK, figures, G_N_ELEMENTS (figures), MTR_FIGURES_WITH_PEOPLE, build,
};
