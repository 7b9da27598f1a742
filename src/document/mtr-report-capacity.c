/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether there are enough mentors: how many pairs each has and could have,
 * when they last had an induction or a refresher, and who would mentor and has
 * no pair, former mentees first.
 */

#include "mtr-report-builder-private.h"

#include "mtr-messages.h"
#include "mtr-pairing.h"

/* As MTR_FIGURE_MENTORS has them. */
enum {
  NAME,
  TEAM,
  LOAD,
  CAPACITY,
  INDUCTION,
  REFRESHER,
};

/** What the mentors of a programme add up to. */
typedef struct {
  gint64 n_mentoring;   /* with a pair */
  gint64 n_pairs;
  gint64 n_places;      /* of everybody who mentors or would */
  gint64 n_free;
  gint64 n_over;        /* mentors with more pairs than they said */
  gint64 n_full;        /* mentors with as many as they said */
  gint64 n_room;        /* mentors with a pair and a free place */
  gint64 n_ready;       /* would mentor, no pair, at least one place */
  gint64 n_uninducted;  /* with a pair, without an induction */
} Capacity;

static gint64
get_number (MtrReportBuilder *self,
            guint             row,
            guint             column)
{
  return mtr_figures_get_number (self->figures, MTR_FIGURE_MENTORS, row, column);
}

static const char *
get_text (MtrReportBuilder *self,
          guint             row,
          guint             column)
{
  return mtr_figures_get_text (self->figures, MTR_FIGURE_MENTORS, row, column);
}

static void
add_up (MtrReportBuilder *self,
        Capacity         *capacity)
{
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_MENTORS);

  *capacity = (Capacity) { 0 };
  for (guint row = 0; row < n_rows; row++)
    {
      gint64 load = get_number (self, row, LOAD);
      gint64 most = get_number (self, row, CAPACITY);

      capacity->n_pairs += load;
      capacity->n_places += most;
      capacity->n_free += MAX (most - load, 0);
      capacity->n_mentoring += load > 0;
      capacity->n_over += load > most;
      capacity->n_full += load > 0 && load == most;
      capacity->n_room += load > 0 && load < most;
      capacity->n_ready += load == 0 && most > 0;
      capacity->n_uninducted += load > 0 && get_text (self, row, INDUCTION) == NULL;
    }
}

static void
add_headlines (MtrReportBuilder *self,
               const Capacity   *capacity)
{
  static const guint weights[] = { 36, 16, 48 };
  const char *titles[] = { _("Figure"), _("How many"), _("Of what"), NULL };
  MtrNode *table = mtr_report_add_table (self->section, NULL, "hnt", titles, weights);
  guint n_waiting = mtr_figures_count (self->figures, MTR_FIGURE_WITHOUT_MENTOR);
  const struct {
    const char *what;
    gint64      number;
    char       *of;     /* (owned) */
  } rows[] = {
    { _("Free places"), capacity->n_free,
      g_strdup_printf (ngettext ("of %'u place of those who mentor or would",
                                 "of %'u places of those who mentor or would", (gulong) capacity->n_places),
                       (guint) capacity->n_places) },
    { _("People who look for a mentor"), n_waiting, g_strdup (_("on that day")) },
    { _("Mentors with a pair"), capacity->n_mentoring,
      g_strdup_printf (ngettext ("with %'u pair that has not ended",
                                 "with %'u pairs that have not ended", (gulong) capacity->n_pairs),
                       (guint) capacity->n_pairs) },
    { _("Over their limit"), capacity->n_over, g_strdup (_("mentors with more pairs than they said")) },
    { _("Without an induction"), capacity->n_uninducted,
      g_strdup_printf (ngettext ("of %'u mentor with a pair", "of %'u mentors with a pair",
                                 (gulong) capacity->n_mentoring), (guint) capacity->n_mentoring) },
    { _("Would mentor, and have no pair"), mtr_figures_count (self->figures, MTR_FIGURE_PIPELINE),
      g_strdup (_("people")) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *number = mtr_report_dup_number (rows[i].number);

      mtr_report_add_row (table, "hnt", rows[i].what, number, rows[i].of, NULL);
      g_free (rows[i].of);
    }
}

static void
add_load (MtrReportBuilder *self,
          const Capacity   *capacity)
{
  static const guint weights[] = { 76, 24 };
  const char *titles[] = { _("Mentors"), _("How many"), NULL };
  const struct {
    const char *label;
    gint64      number;
  } parts[] = {
    { _("Over their limit"), capacity->n_over },
    { _("Full"), capacity->n_full },
    { _("A pair, and room for more"), capacity->n_room },
    { _("No pair, and room"), capacity->n_ready },
  };
  g_autoptr (GString) alternative = g_string_new (NULL);
  MtrNode *section = mtr_report_begin_section (self, _("How much mentors have taken on"));
  MtrNode *chart, *table;
  gint64 n_mentors = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      n_mentors += parts[i].number;
      g_string_append_printf (alternative, _("%s%s: %d"), i > 0 ? _(", ") : "", parts[i].label, (int) parts[i].number);
    }
  chart = mtr_node_add_chart (section, MTR_CHART_PROGRESS, NULL, alternative->str,
                              (guint) MAX (n_mentors, 1));
  table = mtr_report_add_table (section, NULL, "hn", titles, weights);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *words = mtr_report_dup_number (parts[i].number);

      mtr_node_add_mark (chart, parts[i].label, words, (guint) parts[i].number);
      mtr_report_add_row (table, "hn", parts[i].label, words, NULL);
    }
}

static void
add_mentors (MtrReportBuilder *self)
{
  static const guint weights[] = { 27, 25, 15, 15, 9, 9 };
  const char *titles[] = {
    mtr_report_get_role (self, MTR_ROLE_MENTOR), _("Team"), _("Induction"), _("Last refreshed"), _("Pairs"), _("At most"),
    NULL,
  };
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_MENTORS);
  MtrNode *section = mtr_report_begin_section (self, _("Mentors with a pair"));
  MtrNode *table = mtr_report_add_table (section, NULL, "htttnn", titles, weights);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *load = mtr_report_dup_number (get_number (self, row, LOAD));
      g_autofree char *most = mtr_report_dup_number (get_number (self, row, CAPACITY));
      g_autofree char *induction = mtr_report_dup_date (get_text (self, row, INDUCTION));
      g_autofree char *refresher = mtr_report_dup_date (get_text (self, row, REFRESHER));

      if (get_number (self, row, LOAD) > 0)
        mtr_report_add_row (table, "htttnn", get_text (self, row, NAME), get_text (self, row, TEAM), induction, refresher, load,
                            most, NULL);
    }
  mtr_node_add_paragraph (section, _("Pairs: proposed, running or paused. At most: as the mentor said, or two where nobody "
                                     "said; whoever has more comes first. Last refreshed: the induction or the last "
                                     "refresher, whichever is later."));
}

static void
add_pipeline (MtrReportBuilder *self)
{
  static const guint weights[] = { 30, 28, 24, 18 };
  const char *titles[] = { _("Name"), _("Team"), _("Was mentored until"), _("Induction"), NULL };
  guint n_rows = mtr_figures_count (self->figures, MTR_FIGURE_PIPELINE);
  MtrNode *section = mtr_report_begin_section (self, _("Who would mentor, and has no pair"));
  MtrNode *table;

  if (n_rows == 0)
    {
      mtr_node_add_paragraph (section, _("Nobody has said that they would mentor who has no pair."));
      return;
    }
  table = mtr_report_add_table (section, NULL, "httt", titles, weights);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *until = mtr_report_dup_date (mtr_figures_get_text (self->figures, MTR_FIGURE_PIPELINE, row, 2));
      g_autofree char *induction = mtr_report_dup_date (mtr_figures_get_text (self->figures, MTR_FIGURE_PIPELINE, row, 3));

      mtr_report_add_row (table, "httt", mtr_figures_get_text (self->figures, MTR_FIGURE_PIPELINE, row, 0),
                          mtr_figures_get_text (self->figures, MTR_FIGURE_PIPELINE, row, 1), until, induction, NULL);
    }
}

static void
build (MtrReportBuilder *self)
{
  Capacity capacity;

  add_up (self, &capacity);
  add_headlines (self, &capacity);
  if (mtr_figures_count (self->figures, MTR_FIGURE_MENTORS) > 0)
    add_load (self, &capacity);
  add_pipeline (self);
  if (capacity.n_mentoring > 0)
    add_mentors (self);
}

static const MtrFigure figures[] = {
  MTR_FIGURE_PROGRAMME, MTR_FIGURE_MENTORS, MTR_FIGURE_PIPELINE, MTR_FIGURE_WITHOUT_MENTOR,
};

const MtrReport mtr_report_capacity = {
  "capacity", N_("Mentor capacity and pipeline"),
  N_("How many pairs each mentor has and could have, and who would mentor next."),
  MTR_REPORT_PEOPLE, figures, G_N_ELEMENTS (figures), MTR_FIGURES_ALONE, build,
};
