/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that writes a report for whoever runs the programme. */

#include "mtr-cli.h"

#include "mtr-cli-formats.h"
#include "mtr-date.h"
#include "mtr-file-replace.h"
#include "mtr-stored-report.h"

#include <glib/gi18n-lib.h>

static void
complain_of_name (const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < mtr_report_count (); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", mtr_report_nth (i)->name);
  /* Translators: what was typed; the names of the reports. */
  mtr_cli_complain (_("There is no report “%s”. There are: %s."), name, names->str);
}

static gboolean
take_date (const char *typed,
           const char *option,
           GDate      *date)
{
  if (typed == NULL || mtr_cli_parse_date (typed, date))
    return TRUE;

  /* Translators: what was typed; an option, "--from". */
  mtr_cli_complain (_("“%s” is not a date. Write it as in %s=2026-04-01."), typed, option);

  return FALSE;
}

/* An option that a report has no use for would be taken for one that it had followed. */
static gboolean
check_filters (const MtrCliOptions *options,
               const MtrReport     *report)
{
  const struct {
    const char       *typed;
    const char       *option;
    MtrReportFilters  filter;
  } filters[] = {
    { options->from, "--from", MTR_REPORT_PERIOD },
    { options->to, "--to", MTR_REPORT_PERIOD },
    { options->kind, "--pack", MTR_REPORT_PACK },
    { options->service, "--service", MTR_REPORT_PEOPLE },
    { options->team, "--team", MTR_REPORT_PEOPLE },
    { options->pairing, "--pairing", MTR_REPORT_PAIRING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    if (filters[i].typed != NULL && !(report->filters & filters[i].filter))
      {
        /* Translators: the name of a report; an option, "--team". */
        mtr_cli_complain (_("The report “%s” has no use for %s. Leave it out."), report->name, filters[i].option);
        return FALSE;
      }
  if ((report->filters & MTR_REPORT_PAIRING) && options->pairing == NULL)
    {
      /* Translators: the name of a report. */
      mtr_cli_complain (_("The report “%s” is about one pairing: say which with --pairing=ID. “mentoring-cli list pairings” "
                          "shows them."), report->name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_scope (MtrCli          *cli,
            const MtrReport *report,
            MtrReportScope  *scope)
{
  const MtrCliOptions *options = &cli->options;

  if (!check_filters (options, report) || !take_date (options->from, "--from", &scope->from) ||
      !take_date (options->to, "--to", &scope->to))
    return FALSE;
  if (!mtr_report_scope_is_valid (scope))
    {
      mtr_cli_complain (_("The period ends before it begins: --from=%s --to=%s."), options->from, options->to);
      return FALSE;
    }
  if (options->pairing != NULL && !mtr_cli_parse_id (options->pairing, &scope->pairing_id))
    {
      mtr_cli_complain (_("“%s” is not an id. “mentoring-cli list pairings” shows them."), options->pairing);
      return FALSE;
    }
  scope->pack = g_strdup (options->kind);
  scope->service = g_strdup (options->service);
  scope->team = g_strdup (options->team);

  return TRUE;
}

/* A slip of the pen would be taken for a service that has nobody, and the report handed on with nothing in it. */
static MtrCliStatus
check_people (MtrCli               *cli,
              MtrStore             *store,
              const MtrReportScope *scope)
{
  const struct {
    const char *typed;
    const char *option;
    MtrFigure   figure;
  } rows[] = {
    { scope->service, "--service", MTR_FIGURE_SERVICES },
    { scope->team, "--team", MTR_FIGURE_TEAMS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (MtrFigures) figures = NULL;
      GError *error = NULL;
      gboolean found = rows[i].typed == NULL;

      if (found)
        continue;
      figures = mtr_store_read_figures (store, scope, &rows[i].figure, 1, MTR_FIGURES_ALONE, &error);
      if (figures == NULL)
        return mtr_cli_fail (error, cli->arguments[0]);
      for (guint j = 0; j < mtr_figures_count (figures, rows[i].figure); j++)
        {
          const char *name = mtr_figures_get_text (figures, rows[i].figure, j, 0);

          found = found || g_str_equal (name, rows[i].typed);
          g_string_append_printf (names, "%s%s", j > 0 ? _(", ") : "", name);
        }
      if (!found)
        {
          /* Translators: a path; an option, "--team"; what was typed; the teams that there are. */
          mtr_cli_complain (_("Nobody in %s goes with %s=%s. There are: %s."), cli->arguments[0], rows[i].option,
                            rows[i].typed, names->len > 0 ? names->str : "–");
          return MTR_CLI_USAGE;
        }
    }

  return MTR_CLI_OK;
}

static MtrCliStatus
write_report (MtrCli                     *cli,
              MtrStore                   *store,
              const MtrReport            *report,
              MtrReportScope             *scope,
              const MtrCliDocumentFormat *format,
              MtrPaper                    paper)
{
  const char *path = cli->arguments[0];
  g_autoptr (MtrDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  MtrCliStatus status;

  if (scope->pack != NULL && mtr_store_get_pack (store, scope->pack) == NULL)
    {
      mtr_cli_complain (_("There is no scheme “%s” in %s. “mentoring-cli packs” lists those of this computer."),
                        scope->pack, path);
      return MTR_CLI_USAGE;
    }
  status = check_people (cli, store, scope);
  if (status == MTR_CLI_OK && scope->pairing_id != 0)
    status = mtr_cli_check_pairing (store, path, scope->pairing_id);
  if (status != MTR_CLI_OK)
    return status;
  mtr_cli_show_progress (_("Counting"), 0.1);
  document = mtr_stored_report_build (store, report, scope, &error);
  if (document == NULL)
    return mtr_cli_fail (error, path);
  mtr_cli_show_progress (_("Writing"), 0.5);
  mtr_cli_adjust (cli, document);
  bytes = format->write (document, paper, &error);
  if (bytes == NULL)
    return mtr_cli_fail (error, path);
  mtr_cli_show_progress (_("Writing"), 0.9);
  if (!mtr_file_replace (cli->options.output, bytes, &error))
    return mtr_cli_fail (error, cli->options.output);

  return MTR_CLI_OK;
}

/**
 * mtr_cli_report:
 * @cli: arguments: the file, and the name of a report
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_report (MtrCli *cli)
{
  const MtrCliOptions *options = &cli->options;
  const MtrReport *report = mtr_report_find (cli->arguments[1]);
  const MtrCliDocumentFormat *format = mtr_cli_document_format_find (options->format, MTR_CLI_REPORT);
  g_auto (MtrReportScope) scope = { 0 };
  g_autoptr (MtrStore) store = NULL;
  MtrCliStatus status;
  MtrPaper paper;

  mtr_report_scope_init (&scope, &cli->today);
  if (report == NULL)
    {
      complain_of_name (cli->arguments[1]);
      return MTR_CLI_USAGE;
    }
  if (format == NULL || options->output == NULL)
    {
      g_autofree char *formats = mtr_cli_document_format_list (MTR_CLI_REPORT);

      /* Translators: formats, "pdf|html". */
      mtr_cli_complain (_("Say in which format, and where to: --format=%s --output=PATH."), formats);
      return MTR_CLI_USAGE;
    }
  if (!mtr_cli_parse_paper (options->paper, &paper) || !take_scope (cli, report, &scope))
    return MTR_CLI_USAGE;

  store = mtr_cli_open (cli, cli->arguments[0]);
  if (store == NULL)
    return MTR_CLI_FILE;
  status = write_report (cli, store, report, &scope, format, paper);
  mtr_store_close (store);

  return status;
}
