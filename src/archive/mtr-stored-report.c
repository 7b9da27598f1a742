/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report of what is in a file: reads the figures and makes the document. */

#include "mtr-stored-report.h"

/* Where no period was asked for, it is the programme’s year. */
static gboolean
take_period (MtrStore         *store,
             const MtrReport  *report,
             MtrReportScope   *scope,
             GError          **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (GPtrArray) programmes = NULL;
  MtrRecord *programme;

  mtr_report_fit_scope (report, scope);
  if (g_date_valid (&scope->from) || g_date_valid (&scope->to) || !(report->filters & MTR_REPORT_PERIOD))
    return TRUE;
  programmes = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);
  if (programmes == NULL)
    return FALSE;
  programme = programmes->len > 0 ? g_ptr_array_index (programmes, 0) : NULL;
  mtr_report_scope_set_period (scope, MTR_REPORT_PERIOD_PROGRAMME,
                               programme != NULL ? mtr_record_get_text (programme, MTR_PROGRAMME_STARTS_ON) : NULL,
                               programme != NULL ? mtr_record_get_text (programme, MTR_PROGRAMME_ENDS_ON) : NULL,
                               (report->filters & MTR_REPORT_AHEAD) != 0);

  return TRUE;
}

/**
 * mtr_stored_report_build:
 * @store: a file
 * @report: a report
 * @scope: what it is about; its period is filled in
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the report
 */
MtrDocument *
mtr_stored_report_build (MtrStore         *store,
                         const MtrReport  *report,
                         MtrReportScope   *scope,
                         GError          **error)
{
  g_autoptr (MtrFigures) figures = NULL;

  if (!take_period (store, report, scope, error))
    return NULL;
  figures = mtr_store_read_figures (store, scope, report->figures, report->n_figures, report->with, error);

  return figures != NULL ? mtr_report_build (report, scope, figures, error) : NULL;
}
