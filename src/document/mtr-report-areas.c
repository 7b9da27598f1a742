/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where portfolios have evidence and where they have none, by area of the
 * standards of each scheme. Numbers only: whose portfolio lacks what is for
 * them and their mentor.
 */

#include "mtr-report-builder-private.h"

#include "mtr-messages.h"

typedef struct {
  const MtrStandard *area;
  gint64             n_mapped;  /* portfolios with evidence */
  gint64             n_items;
} AreaRow;

static gint64
count_portfolios (MtrReportBuilder *self,
                  const char       *pack)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_PORTFOLIOS);

  for (guint row = 0; row < n_rows; row++)
    if (g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_PORTFOLIOS, row, 0), pack) == 0)
      return mtr_figures_get_number (self->figures, MTR_FIGURE_PORTFOLIOS, row, 1);

  return 0;
}

static AreaRow
find_area (MtrReportBuilder  *self,
           const char        *pack,
           const MtrStandard *area)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_AREAS);

  for (guint row = 0; row < n_rows; row++)
    if (g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_AREAS, row, 0), pack) == 0 &&
        g_strcmp0 (mtr_figures_get_text (self->figures, MTR_FIGURE_AREAS, row, 1), area->code) == 0)
      return (AreaRow) { area, mtr_figures_get_number (self->figures, MTR_FIGURE_AREAS, row, 2),
                         mtr_figures_get_number (self->figures, MTR_FIGURE_AREAS, row, 3) };

  return (AreaRow) { area, 0, 0 };
}

static void
add_scheme (MtrReportBuilder *self,
            MtrPack          *pack)
{
  static const guint weights[] = { 50, 16, 20, 14 };
  const char *titles[] = { _("Area"), _("With evidence"), _("Without evidence"), _("Items"), NULL };
  GPtrArray *areas = mtr_pack_get_areas (pack);
  gint64 n_portfolios = count_portfolios (self, mtr_pack_get_id (pack));
  g_autoptr (GString) alternative = g_string_new (NULL);
  g_autofree char *caption = NULL;
  MtrNode *section, *chart, *table;

  if (areas->len == 0 || n_portfolios == 0)
    return;

  section = mtr_report_begin_section (self, mtr_pack_get_title (pack));
  caption = g_strdup_printf (ngettext ("With evidence in each area, of %'u portfolio",
                                       "With evidence in each area, of %'u portfolios", (gulong) n_portfolios),
                             (guint) n_portfolios);
  for (guint i = 0; i < areas->len; i++)
    {
      AreaRow row = find_area (self, mtr_pack_get_id (pack), g_ptr_array_index (areas, i));

      /* Translators: in a list: the code of an area, with how many of how many: "Area 3: 5 of 12" */
      g_string_append_printf (alternative, _("%sArea %s: %d of %d"), i > 0 ? _(", ") : "", row.area->code,
                              (int) row.n_mapped, (int) n_portfolios);
    }
  chart = mtr_node_add_chart (section, MTR_CHART_BARS, caption, alternative->str,
                              (guint) n_portfolios);
  table = mtr_report_add_table (section, NULL, "hnnn", titles, weights);
  for (guint i = 0; i < areas->len; i++)
    {
      AreaRow row = find_area (self, mtr_pack_get_id (pack), g_ptr_array_index (areas, i));
      g_autofree char *title = g_strdup_printf ("%s  %s", row.area->code, row.area->title);
      g_autofree char *rate = mtr_report_dup_rate (row.n_mapped, n_portfolios);
      g_autofree char *mapped = mtr_report_dup_number (row.n_mapped);
      g_autofree char *without = mtr_report_dup_number (n_portfolios - row.n_mapped);
      g_autofree char *items = mtr_report_dup_number (row.n_items);

      mtr_node_add_mark (chart, title, rate, (guint) row.n_mapped);
      mtr_report_add_row (table, "hnnn", title, mapped, without, items, NULL);
    }
}

static void
build (MtrReportBuilder *self)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_PORTFOLIOS);

  for (guint row = 0; row < n_rows; row++)
    {
      MtrPack *pack = mtr_figures_get_pack (self->figures, mtr_figures_get_text (self->figures, MTR_FIGURE_PORTFOLIOS,
                                                                                 row, 0));

      if (pack != NULL)
        add_scheme (self, pack);
    }
  if (n_rows == 0)
    mtr_node_add_paragraph (self->section, _("There is no portfolio yet."));
  else
    mtr_node_add_paragraph (self->section, _("An item counts where it is marked for the portfolio and not withdrawn, and an "
                                             "observation where it is signed by both. Evidence in every area is not yet a "
                                             "pass: whether it is good enough, a person decides."));
}

static const MtrFigure figures[] = { MTR_FIGURE_PROGRAMME, MTR_FIGURE_PORTFOLIOS, MTR_FIGURE_AREAS };

const MtrReport mtr_report_areas = {
  "areas", N_("Progress by area"),
  N_("In how many portfolios each area of the standards has evidence: numbers, and no names."),
  MTR_REPORT_PACK | MTR_REPORT_PEOPLE | MTR_REPORT_PERIOD, figures, G_N_ELEMENTS (figures), MTR_FIGURES_ALONE, build,
};
