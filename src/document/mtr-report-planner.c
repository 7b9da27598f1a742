/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The programme's year on paper: a strip of its months with the events in
 * them, the same by numbers, the events, and the pairs that come to an end,
 * with the evaluations that are still missing. Sessions are the pairs' own
 * and are not in it.
 */

#include "mtr-report-builder-private.h"

#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-occasion.h"

/* Where the period is open at an end, so many months are shown. */
#define MONTHS 12

/* The columns of the table of months; the last is only for schemes in which something is handed in. */
static const struct {
  MtrKind     kinds[2];
  const char *title;
} columns[] = {
  { { MTR_KIND_EVENT, MTR_KIND_NONE }, N_("Events") },
  { { MTR_KIND_OBSERVATION, MTR_KIND_NONE }, N_("Observations") },
  { { MTR_KIND_REVIEW, MTR_KIND_AGREEMENT }, N_("Reviews") },
  { { MTR_KIND_PAIRING, MTR_KIND_NONE }, N_("Pairs ending") },
  { { MTR_KIND_SUBMISSION, MTR_KIND_NONE }, N_("Submissions") },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

/* A year on paper. */
typedef struct {
  MtrReportBuilder *report;
  GDate             from;       /* the first day */
  GDate             to;         /* the last */
  guint             n_months;   /* from the first month to the last */
  GPtrArray        *occasions;  /* (owned) (element-type MtrOccasion) */
} Year;

static guint
get_month (const Year  *year,
           const GDate *day)
{
  const GDate *inside = g_date_compare (day, &year->from) < 0 ? &year->from : day;

  return (guint) ((g_date_get_year (inside) - g_date_get_year (&year->from)) * 12 +
                  (int) g_date_get_month (inside) - (int) g_date_get_month (&year->from));
}

static gboolean
is_wanted (const Year  *year,
           MtrOccasion *occasion)
{
  MtrSnapshot *snapshot = mtr_figures_get_snapshot (year->report->figures);
  MtrRecord *pairing = mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, occasion->pairing_id);
  MtrRecord *submission = occasion->kind == MTR_KIND_SUBMISSION
                          ? mtr_snapshot_get (snapshot, MTR_KIND_SUBMISSION, occasion->id) : NULL;
  const char *pack = pairing != NULL ? mtr_record_get_text (pairing, MTR_PAIRING_PACK)
                                     : submission != NULL ? mtr_record_get_text (submission, MTR_SUBMISSION_PACK) : NULL;

  /* What belongs to no scheme is for everybody. */
  return occasion->kind != MTR_KIND_SESSION &&
         (year->report->scope->pack == NULL || pack == NULL || g_str_equal (pack, year->report->scope->pack));
}

static void
year_init (Year             *year,
           MtrReportBuilder *report)
{
  g_autoptr (GHashTable) packs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = mtr_figures_list_packs (report->figures);

  year->report = report;
  year->to = g_date_valid (&report->scope->to) ? report->scope->to : report->scope->as_at;
  year->from = report->scope->from;
  if (!g_date_valid (&year->from))
    {
      year->from = year->to;
      mtr_date_add_months (&year->from, -MONTHS);
      g_date_add_days (&year->from, 1);
    }
  else if (!g_date_valid (&report->scope->to))
    {
      year->to = year->from;
      mtr_date_add_months (&year->to, MONTHS);
      g_date_subtract_days (&year->to, 1);
    }
  year->n_months = get_month (year, &year->to) + 1;

  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (packs, (char *) mtr_pack_get_id (g_ptr_array_index (list, i)), g_ptr_array_index (list, i));
  year->occasions = mtr_occasion_list (mtr_figures_get_snapshot (report->figures), packs, &year->from, &year->to);
  for (guint i = year->occasions->len; i > 0; i--)
    if (!is_wanted (year, g_ptr_array_index (year->occasions, i - 1)))
      g_ptr_array_remove_index (year->occasions, i - 1);
}

/* ---- The strip ------------------------------------------------------------------ */

/* All events of one kind in one month are one mark: "Workshop", "3 Mar, 17 Mar". */
static void
add_marks (const Year *year,
           MtrNode    *chart,
           guint       month)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < year->occasions->len; i++)
    {
      const MtrOccasion *occasion = g_ptr_array_index (year->occasions, i);
      g_autofree char *day = mtr_date_format (&occasion->on, MTR_DATE_STYLE_SHORT);
      guint position;

      if (occasion->kind != MTR_KIND_EVENT || occasion->cancelled || get_month (year, &occasion->on) != month)
        continue;
      if (g_ptr_array_find_with_equal_func (groups, occasion->group, g_str_equal, &position))
        {
          char *longer = g_strconcat (g_ptr_array_index (days, position), _(", "), day, NULL);

          g_free (g_ptr_array_index (days, position));
          g_ptr_array_index (days, position) = longer;
          continue;
        }
      g_ptr_array_add (groups, occasion->group);
      g_ptr_array_add (days, g_steal_pointer (&day));
    }
  for (guint i = 0; i < groups->len; i++)
    mtr_node_add_mark (chart, g_ptr_array_index (groups, i), g_ptr_array_index (days, i), month);
}

static guint
count (const Year *year,
       int         month,
       guint       column)
{
  guint number = 0;

  for (guint i = 0; i < year->occasions->len; i++)
    {
      const MtrOccasion *occasion = g_ptr_array_index (year->occasions, i);

      if (!occasion->cancelled && (month < 0 || get_month (year, &occasion->on) == (guint) month) &&
          (occasion->kind == columns[column].kinds[0] || occasion->kind == columns[column].kinds[1]))
        number++;
    }

  return number;
}

static void
add_strip (const Year *year)
{
  guint n_events = count (year, -1, 0);
  g_autofree char *first = g_strdup_printf ("%04d-%02d", g_date_get_year (&year->from), g_date_get_month (&year->from));
  g_autofree char *alternative = NULL;
  MtrNode *chart;

  if (n_events == 0)
    return;
  alternative = g_strdup_printf (ngettext ("%'u event, in the month in which it is; the events are "
                                           "listed below.", "%'u events, each in the month in which it is; they are "
                                           "listed below.", n_events), n_events);
  chart = mtr_node_add_chart (year->report->section, MTR_CHART_STRIP, _("Events of the programme"), alternative,
                              year->n_months);
  mtr_node_set_label (chart, first);
  for (guint month = 0; month < year->n_months; month++)
    add_marks (year, chart, month);
}

static gboolean
has_submissions (const Year *year)
{
  const MtrReportScope *scope = year->report->scope;
  g_autoptr (GPtrArray) packs = mtr_figures_list_packs (year->report->figures);

  for (guint i = 0; i < packs->len; i++)
    if (mtr_pack_get_submissions (g_ptr_array_index (packs, i)) != NULL &&
        (scope->pack == NULL || g_str_equal (scope->pack, mtr_pack_get_id (g_ptr_array_index (packs, i)))))
      return TRUE;

  return count (year, -1, N_COLUMNS - 1) > 0;
}

static void
add_month_row (const Year *year,
               MtrNode    *table,
               const char *kinds,
               const char *title,
               int         month)
{
  char *cells[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    cells[i] = mtr_report_dup_number (count (year, month, i));
  mtr_report_add_row (table, kinds, title, cells[0], cells[1], cells[2], cells[3], cells[4], NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (cells[i]);
}

static void
add_months (const Year *year)
{
  static const guint weights[] = { 25, 12, 17, 13, 16, 17 };
  const gboolean has_all = has_submissions (year);
  const char *kinds = has_all ? "hnnnnn" : "hnnnn";
  const char *titles[] = {
    _("Month"), _(columns[0].title), _(columns[1].title), _(columns[2].title), _(columns[3].title),
    has_all ? _(columns[4].title) : NULL, NULL,
  };
  MtrNode *table = mtr_report_add_table (mtr_report_begin_section (year->report, _("Month by month")), NULL, kinds, titles,
                                         weights);
  GDate day = year->from;

  g_date_set_day (&day, 1);
  for (guint month = 0; month < year->n_months; month++)
    {
      g_autofree char *name = mtr_date_format (&day, MTR_DATE_STYLE_MONTH);
      /* Translators: a month and a year: "Nov 2026" */
      g_autofree char *title = g_strdup_printf (_("%s %d"), name, g_date_get_year (&day));

      add_month_row (year, table, kinds, title, (int) month);
      g_date_add_months (&day, 1);
    }
  add_month_row (year, table, kinds, _("Together"), -1);
}

/* ---- The lists -------------------------------------------------------------------- */

/* "3 Mar 2026", or for several days "3 Mar to 5 Mar 2026". */
static char *
dup_days (const MtrOccasion *occasion)
{
  g_autofree char *first = mtr_date_format (&occasion->on, MTR_DATE_STYLE_SHORT);
  g_autofree char *last = mtr_date_format (&occasion->last, MTR_DATE_STYLE_SHORT_YEAR);

  if (g_date_compare (&occasion->on, &occasion->last) == 0)
    return g_steal_pointer (&last);

  /* Translators: the first and the last day of an event. */
  return g_strdup_printf (_("%s to %s"), first, last);
}

static void
add_events (const Year *year)
{
  static const guint weights[] = { 23, 35, 18, 24 };
  const char *titles[] = { _("Day"), _("Event"), _("Kind"), mtr_field_get_label (MTR_EVENT_PLACE), NULL };
  MtrNode *section = mtr_report_begin_section (year->report, _("Events"));
  MtrNode *table = NULL;

  for (guint i = 0; i < year->occasions->len; i++)
    {
      MtrOccasion *occasion = g_ptr_array_index (year->occasions, i);
      g_autofree char *days = dup_days (occasion);
      /* Translators: the title of an event that does not take place. */
      g_autofree char *cancelled = g_strdup_printf (_("%s (cancelled)"), occasion->title);

      if (occasion->kind != MTR_KIND_EVENT)
        continue;
      if (table == NULL)
        table = mtr_report_add_table (section, NULL, "tttt", titles, weights);
      mtr_report_add_row (table, "tttt", days, occasion->cancelled ? cancelled : occasion->title, occasion->group,
                          occasion->place, NULL);
    }
  if (table == NULL)
    mtr_node_add_paragraph (section, _("Nothing is planned in this time."));
}

static gboolean
is_over (const Year        *year,
         const MtrOccasion *occasion)
{
  return g_date_compare (&occasion->on, &year->report->scope->as_at) <= 0;
}

static void
add_missing (MtrNode *section,
             guint    n_missing,
             guint    n_over)
{
  g_autofree char *rate = mtr_report_dup_rate (n_missing, n_over);
  /* Translators: a share, as in "25 % (3 of 12)". */
  g_autofree char *text = g_strdup_printf (_("Pairs that have come to an end and have an evaluation missing: %s."), rate);

  mtr_node_add_paragraph (section, text);
}

static void
add_endings (const Year *year)
{
  static const guint weights[] = { 20, 50, 30 };
  const char *titles[] = { _("Day"), _("Pair"), mtr_kind_get_label (MTR_KIND_EVALUATION), NULL };
  MtrNode *section = mtr_report_begin_section (year->report, _("Pairs whose time comes to an end"));
  MtrNode *table = NULL;
  guint n_over = 0, n_missing = 0;

  for (guint i = 0; i < year->occasions->len; i++)
    {
      MtrOccasion *occasion = g_ptr_array_index (year->occasions, i);

      if (occasion->kind == MTR_KIND_PAIRING && is_over (year, occasion))
        {
          n_over++;
          n_missing += occasion->missing != NULL ? 1 : 0;
        }
    }
  if (n_over > 0)
    add_missing (section, n_missing, n_over);
  for (guint i = 0; i < year->occasions->len; i++)
    {
      MtrOccasion *occasion = g_ptr_array_index (year->occasions, i);
      g_autofree char *day = mtr_date_format (&occasion->on, MTR_DATE_STYLE_SHORT_YEAR);

      if (occasion->kind != MTR_KIND_PAIRING)
        continue;
      if (table == NULL)
        table = mtr_report_add_table (section, NULL, "tht", titles, weights);
      mtr_report_add_row (table, "tht", day, occasion->who,
                          is_over (year, occasion) ? occasion->missing != NULL ? occasion->missing : _("All given") : NULL, NULL);
    }
  if (table == NULL)
    mtr_node_add_paragraph (section, _("No pair comes to an end in this time."));
  else
    mtr_node_add_paragraph (section, _("Evaluations are missing only once the day has come. What they say is not here."));
}

static void
build (MtrReportBuilder *self)
{
  Year year;

  year_init (&year, self);
  add_strip (&year);
  add_months (&year);
  add_events (&year);
  add_endings (&year);
  g_ptr_array_unref (year.occasions);
}

static const MtrFigure figures[] = { MTR_FIGURE_PROGRAMME };

const MtrReport mtr_report_planner = {
  "planner", N_("Planner of the year"),
  N_("The year by month: events, what is due, and the pairs that come to an end."),
  MTR_REPORT_PERIOD | MTR_REPORT_PACK | MTR_REPORT_AHEAD, figures, G_N_ELEMENTS (figures), MTR_FIGURES_WITH_PEOPLE, build,
};
