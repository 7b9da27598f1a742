/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is still in post twelve months after their mentoring began, who is not,
 * and of whom nobody has said, which is neither.
 */

#include "mtr-report-builder-private.h"

#include "mtr-messages.h"
#include "mtr-retention.h"

typedef struct {
  guint n_in_post;
  guint n_not_in_post;
  guint n_unknown;
} Numbers;

static Numbers
get_numbers (const MtrRetention *retention)
{
  return (Numbers) { retention->n_in_post, retention->n_not_in_post, retention->unknown->len };
}

static guint
count_all (const Numbers *numbers)
{
  return numbers->n_in_post + numbers->n_not_in_post + numbers->n_unknown;
}

static void
add_chart (MtrReportBuilder *self,
           const Numbers    *all)
{
  const struct {
    const char *label;
    guint       number;
  } parts[] = {
    { _("In post"), all->n_in_post },
    { _("Not in post"), all->n_not_in_post },
    { _("Not known"), all->n_unknown },
  };
  /* Translators: three numbers. */
  g_autofree char *alternative = g_strdup_printf (_("In post: %u, not in post: %u, not known: %u."), all->n_in_post,
                                                  all->n_not_in_post, all->n_unknown);
  MtrNode *chart = mtr_node_add_chart (self->section, MTR_CHART_PROGRESS, _("Mentees after twelve months"), alternative,
                                       count_all (all));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *words = mtr_report_dup_number (parts[i].number);

      if (parts[i].number > 0)
        mtr_node_add_mark (chart, parts[i].label, words, parts[i].number);
    }
}

static void
add_row (MtrNode       *table,
         const char    *title,
         const Numbers *numbers)
{
  g_autofree char *all = mtr_report_dup_number (count_all (numbers));
  g_autofree char *in_post = mtr_report_dup_number (numbers->n_in_post);
  g_autofree char *not_in_post = mtr_report_dup_number (numbers->n_not_in_post);
  g_autofree char *unknown = mtr_report_dup_number (numbers->n_unknown);
  g_autofree char *rate = mtr_report_dup_rate (numbers->n_in_post, numbers->n_in_post + numbers->n_not_in_post);

  mtr_report_add_row (table, "hnnnnn", title, all, in_post, not_in_post, unknown, rate, NULL);
}

static void
add_unknown_of (MtrReportBuilder   *self,
                MtrNode            *section,
                const MtrRetention *retention,
                gboolean            names_scheme)
{
  static const guint weights[] = { 64, 36 };
  const char *titles[] = { mtr_report_get_role (self, "mentee"), _("Twelve months on"), NULL };
  MtrNode *table = mtr_report_add_table (section, names_scheme ? mtr_pack_get_title (retention->pack) : NULL, "ht", titles,
                                         weights);

  for (guint i = 0; i < retention->unknown->len; i++)
    {
      const MtrRetentionPerson *unknown = g_ptr_array_index (retention->unknown, i);
      g_autofree char *day = mtr_report_dup_date (unknown->reached_on);

      mtr_report_add_row (table, "ht", mtr_record_get_name (unknown->person, MTR_PERSON_NAME), day, NULL);
    }
}

static void
add_unknown (MtrReportBuilder *self,
             GPtrArray        *list)
{
  MtrNode *section = mtr_report_begin_section (self, _("Not known: who is to be asked"));

  for (guint i = 0; i < list->len; i++)
    {
      const MtrRetention *retention = g_ptr_array_index (list, i);

      if (retention->unknown->len > 0)
        add_unknown_of (self, section, retention, list->len > 1);
    }
}

static void
build (MtrReportBuilder *self)
{
  static const guint weights[] = { 30, 14, 11, 13, 13, 19 };
  const char *titles[] = {
    _("Scheme"), _("Twelve months on"), _("In post"), _("Not in post"), _("Not known"), _("In post, of those known"), NULL,
  };
  g_autoptr (GPtrArray) packs = mtr_figures_list_packs (self->figures);
  g_autoptr (GPtrArray) list = mtr_retention_list (mtr_figures_get_snapshot (self->figures), packs, self->scope);
  Numbers all = { 0 };
  guint n_rows = 0;
  MtrNode *table;

  for (guint i = 0; i < list->len; i++)
    {
      Numbers numbers = get_numbers (g_ptr_array_index (list, i));

      all.n_in_post += numbers.n_in_post;
      all.n_not_in_post += numbers.n_not_in_post;
      all.n_unknown += numbers.n_unknown;
    }
  if (count_all (&all) == 0)
    {
      mtr_node_add_paragraph (self->section, _("Nobody’s mentoring began twelve months before a day of the period."));
      return;
    }

  add_chart (self, &all);
  table = mtr_report_add_table (self->section, NULL, "hnnnnn", titles, weights);
  for (guint i = 0; i < list->len; i++)
    {
      const MtrRetention *retention = g_ptr_array_index (list, i);
      Numbers numbers = get_numbers (retention);

      if (count_all (&numbers) == 0)
        continue;
      add_row (table, mtr_pack_get_title (retention->pack), &numbers);
      n_rows++;
    }
  if (n_rows > 1)
    add_row (table, _("Together"), &all);
  mtr_node_add_paragraph (self->section, _("Counted are the mentees whose mentoring began twelve months before a day of the "
                                           "period; each once, in the scheme in which it began. Where nobody has said, and no "
                                           "day is written down on which they left, it is not known."));
  if (all.n_unknown > 0)
    add_unknown (self, list);
}

static const MtrFigure figures[] = { MTR_FIGURE_PROGRAMME };

const MtrReport mtr_report_retention = {
  "retention", N_("Still in post"),
  N_("Mentees still in post twelve months after their mentoring began."),
  MTR_REPORT_PERIOD | MTR_REPORT_PACK | MTR_REPORT_PEOPLE, figures, G_N_ELEMENTS (figures), MTR_FIGURES_WITH_PEOPLE, build,
};
