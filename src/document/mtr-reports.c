/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reports for whoever runs a programme: the table of them, the first page
 * that they share, and what stands at the end of each. They are made from
 * figures that hold nothing else than what a manager may read.
 */

#include "mtr-reports.h"

#include "mtr-builder-private.h"
#include "mtr-date.h"
#include "mtr-messages.h"
#include "mtr-protected-time.h"
#include "mtr-report-builder-private.h"

static const MtrReport * const reports[] = {
  &mtr_report_summary,
  &mtr_report_attention,
  &mtr_report_capacity,
  &mtr_report_submissions,
  &mtr_report_areas,
  &mtr_report_evaluation,
  &mtr_report_retention,
  &mtr_report_planner,
  &mtr_report_progress,
};

/**
 * mtr_report_count:
 *
 * Returns: how many reports there are
 */
guint
mtr_report_count (void)
{
  return G_N_ELEMENTS (reports);
}

/**
 * mtr_report_nth:
 * @position: from 0, in the order in which they are offered
 *
 * Returns: (transfer none): a report
 */
const MtrReport *
mtr_report_nth (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (reports), NULL);

  return reports[position];
}

/**
 * mtr_report_find:
 * @name: a name, as on the command line
 *
 * Returns: (transfer none) (nullable): the report of that name
 */
const MtrReport *
mtr_report_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_str_equal (reports[i]->name, name))
      return reports[i];

  return NULL;
}

/**
 * mtr_report_get_title:
 * @report: a report
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
mtr_report_get_title (const MtrReport *report)
{
  return _(report->title);
}

/* ---- Parts ------------------------------------------------------------------- */

/*< private >
 * mtr_report_dup_percent:
 * @part: how many
 * @whole: of how many
 *
 * Returns: (transfer full): "84 %", rounded, but neither to nothing nor to all; a dash for nothing of nothing
 */
char *
mtr_report_dup_percent (gint64 part,
                        gint64 whole)
{
  gint64 percent;

  if (whole <= 0)
    return g_strdup (MTR_REPORT_DASH);

  percent = (part * 200 + whole) / (whole * 2);
  if (percent == 0 && part > 0)
    return g_strdup (_("under 1 %"));
  if (percent == 100 && part < whole)
    percent = 99;

  /* Translators: a percentage. */
  return g_strdup_printf (_("%d %%"), (int) percent);
}

/*< private >
 * mtr_report_dup_rate:
 * @part: how many
 * @whole: of how many
 *
 * Returns: (transfer full): "84 % (42 of 50)"; a dash for nothing of nothing
 */
char *
mtr_report_dup_rate (gint64 part,
                     gint64 whole)
{
  g_autofree char *percent = mtr_report_dup_percent (part, whole);
  g_autofree char *one = mtr_report_dup_number (part);
  g_autofree char *other = mtr_report_dup_number (whole);

  /* Translators: a percentage, and what it is of: "84 % (42 of 50)" */
  return whole > 0 ? g_strdup_printf (_("%s (%s of %s)"), percent, one, other) : g_strdup (MTR_REPORT_DASH);
}

/*< private >
 * mtr_report_dup_number:
 * @number: a number
 *
 * Returns: (transfer full): it with the separators of the locale: "5,012"
 */
char *
mtr_report_dup_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

/*< private >
 * mtr_report_dup_hours:
 * @minutes: minutes
 *
 * Returns: (transfer full): "11 h 10 min", "312 h"; where there are many hours, minutes are no news
 */
char *
mtr_report_dup_hours (gint64 minutes)
{
  g_autofree char *hours = mtr_report_dup_number ((minutes + 30) / 60);

  /* Translators: hours. */
  return minutes >= 100 * 60 ? g_strdup_printf (_("%s h"), hours) : mtr_protected_time_dup_hours (minutes);
}

/*< private >
 * mtr_report_dup_date:
 * @iso: (nullable): an ISO date
 *
 * Returns: (transfer full): "19 Nov 2026"; a dash where there is none
 */
char *
mtr_report_dup_date (const char *iso)
{
  GDate date;

  return iso != NULL && mtr_date_from_iso (iso, &date) ? mtr_date_format (&date, MTR_DATE_STYLE_SHORT_YEAR)
                                                       : g_strdup (MTR_REPORT_DASH);
}

/*< private >
 * mtr_report_get_scheme:
 * @self: a report
 * @pack_id: (nullable): the code of a scheme
 *
 * Returns: (transfer none): its title, as the programme has it
 */
const char *
mtr_report_get_scheme (MtrReportBuilder *self,
                       const char       *pack_id)
{
  MtrPack *pack = mtr_figures_get_pack (self->figures, pack_id);

  return pack != NULL ? mtr_pack_get_title (pack) : pack_id != NULL ? pack_id : MTR_REPORT_DASH;
}

/*< private >
 * mtr_report_get_role:
 * @self: a report
 * @code: "mentee", "mentor" or "line-manager"
 *
 * Returns: (transfer none): the word of the scheme, where one is chosen or there is but one; else the neutral one
 */
const char *
mtr_report_get_role (MtrReportBuilder *self,
                     const char       *code)
{
  static const struct {
    const char *code;
    const char *word;
  } words[] = {
    { "mentee", N_("Mentee") },
    { "mentor", N_("Mentor") },
    { "line-manager", N_("Line manager") },
  };
  const MtrPackRole *role = self->pack != NULL ? mtr_pack_find_role (self->pack, code) : NULL;

  if (role != NULL)
    return role->title;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].code, code))
      return _(words[i].word);

  return code;
}

/*< private >
 * mtr_report_begin_section:
 * @self: a report
 * @heading: a heading
 *
 * Returns: (transfer none): a section of the report
 */
MtrNode *
mtr_report_begin_section (MtrReportBuilder *self,
                          const char       *heading)
{
  return mtr_node_add_section (self->section, NULL, heading);
}

/*< private >
 * mtr_report_add_table:
 * @parent: where
 * @caption: (nullable): what the table says; %NULL where the heading above it says so
 * @columns: of each column: 'h' says what the row is about, 't' text, 'n' number
 * @titles: (array zero-terminated=1): of the columns
 * @weights: how the width is shared out
 *
 * Returns: (transfer none): a table, to be filled with mtr_report_add_row()
 */
MtrNode *
mtr_report_add_table (MtrNode      *parent,
                      const char   *caption,
                      const char   *columns,
                      const char  **titles,
                      const guint  *weights)
{
  MtrNode *table = mtr_node_add (parent, MTR_NODE_TABLE, caption);
  MtrNode *row = mtr_node_add_header_row (table, titles, weights);

  for (guint i = 0; columns[i] != '\0'; i++)
    if (columns[i] == 'n')
      mtr_node_set_flags (mtr_node_nth (row, i), MTR_NODE_HEADER | MTR_NODE_NUMBER);

  return table;
}

/*< private >
 * mtr_report_add_row:
 * @table: a table
 * @columns: as for mtr_report_add_table(); there are as many cells
 * @...: the text of each cell, then %NULL; an empty text is a dash
 */
void
mtr_report_add_row (MtrNode    *table,
                    const char *columns,
                    ...)
{
  MtrNode *row = mtr_node_add (table, MTR_NODE_ROW, NULL);
  va_list texts;

  va_start (texts, columns);
  for (guint i = 0; columns[i] != '\0'; i++)
    {
      const char *text = va_arg (texts, const char *);
      MtrNode *cell = mtr_node_add_cell (row, text != NULL && *text != '\0' ? text : MTR_REPORT_DASH, NULL, NULL);

      if (columns[i] != 't')
        mtr_node_set_flags (cell, columns[i] == 'h' ? MTR_NODE_HEADER : MTR_NODE_NUMBER);
    }
  va_end (texts);
}

/* ---- The whole ---------------------------------------------------------------- */

static void
append_filter (GString    *line,
               const char *text)
{
  if (text == NULL)
    return;
  g_string_append (line, " · ");
  g_string_append (line, text);
}

/* Which programme, which period, which day, and what was chosen. */
static void
add_scope (MtrReportBuilder *self,
           const char       *programme)
{
  const MtrReportScope *scope = self->scope;
  g_autofree char *day = mtr_date_format (&scope->as_at, MTR_DATE_STYLE_SHORT_YEAR);
  /* Translators: %s is a date. */
  g_autofree char *as_at = g_strdup_printf (_("as at %s"), day);
  g_autoptr (GString) line = g_string_new (programme);

  if (self->report->filters & MTR_REPORT_PERIOD)
    {
      g_autofree char *period = mtr_report_scope_dup_period (scope);

      append_filter (line, period);
    }
  append_filter (line, as_at);
  append_filter (line, scope->pack != NULL ? mtr_report_get_scheme (self, scope->pack) : NULL);
  append_filter (line, scope->service);
  append_filter (line, scope->team);
  mtr_node_add_paragraph (self->section, line->str);
}

/* A reader who looks for what was said finds here why it is not there. */
static void
add_note (MtrReportBuilder *self)
{
  MtrNode *note = mtr_node_add (self->section, MTR_NODE_NOTE,
                                _("Anything that was written in a diary, an observation, a portfolio, an agreement, an "
                                  "evaluation or a private note: reports are made without reading it."));

  mtr_node_set_label (note, _("What this report cannot contain"));
  mtr_node_set_flags (note, MTR_NODE_TOGETHER);
}

static gboolean
check (const MtrReport      *report,
       const MtrReportScope *scope,
       MtrFigures           *figures,
       GError              **error)
{
  MtrSnapshot *snapshot = mtr_figures_get_snapshot (figures);

  if (report->with == MTR_FIGURES_ALONE)
    return TRUE;
  if (!mtr_builder_check_readers (snapshot, MTR_READER_LEAD, error))
    return FALSE;

  return report->with != MTR_FIGURES_WITH_PAIRING ||
         mtr_builder_is_found (mtr_snapshot_get (snapshot, MTR_KIND_PAIRING, scope->pairing_id), MTR_KIND_PAIRING, error);
}

/**
 * mtr_report_fit_scope:
 * @report: which report
 * @scope: what was chosen, maybe for another report
 *
 * Takes out what @report has no use for, so that its figures are read for what it says on its first line.
 */
void
mtr_report_fit_scope (const MtrReport *report,
                      MtrReportScope  *scope)
{
  if (!(report->filters & MTR_REPORT_PERIOD))
    {
      g_date_clear (&scope->from, 1);
      g_date_clear (&scope->to, 1);
    }
  if (!(report->filters & MTR_REPORT_PACK))
    g_clear_pointer (&scope->pack, g_free);
  if (!(report->filters & MTR_REPORT_PEOPLE))
    {
      g_clear_pointer (&scope->service, g_free);
      g_clear_pointer (&scope->team, g_free);
    }
  if (!(report->filters & MTR_REPORT_PAIRING))
    scope->pairing_id = 0;
}

/**
 * mtr_report_build:
 * @report: which report
 * @scope: what it is about
 * @figures: what it asks for, read for @scope, and %MTR_FIGURE_PROGRAMME
 * @error: return location for an error of %MTR_DOCUMENT_ERROR
 *
 * The same figures always give the same document.
 *
 * Returns: (transfer full) (nullable): the report
 */
MtrDocument *
mtr_report_build (const MtrReport       *report,
                  const MtrReportScope  *scope,
                  MtrFigures            *figures,
                  GError               **error)
{
  MtrReportBuilder self = { .report = report, .scope = scope, .figures = figures };
  const char *title = mtr_report_get_title (report);
  const char *programme = mtr_figures_count (figures, MTR_FIGURE_PROGRAMME) > 0
                          ? mtr_figures_get_text (figures, MTR_FIGURE_PROGRAMME, 0, 0) : NULL;
  g_autofree char *header = NULL;
  MtrDocument *document;

  if (!check (report, scope, figures, error))
    return NULL;

  if (programme == NULL)
    programme = mtr_kind_get_label (MTR_KIND_PROGRAMME);
  /* Translators: the running title of a page: the title of the programme, and that of the report. */
  header = g_strdup_printf (_("%s: %s"), programme, title);
  document = mtr_document_new (title, mtr_language_get_tag (), &scope->as_at);
  mtr_document_set_header (document, header);
  mtr_document_set_subject (document, programme);
  self.pack = scope->pack != NULL ? mtr_figures_get_pack (figures, scope->pack) : mtr_figures_get_only_pack (figures);
  self.section = mtr_node_add_section (mtr_document_get_root (document), report->name, title);
  add_scope (&self, programme);
  report->build (&self);
  add_note (&self);

  return document;
}
