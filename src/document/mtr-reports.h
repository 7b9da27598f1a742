/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-figures.h"
#include "mtr-report-scope.h"

G_BEGIN_DECLS

/**
 * MtrReportFilters:
 * @MTR_REPORT_PERIOD: the period makes a difference
 * @MTR_REPORT_PACK: one scheme can be chosen
 * @MTR_REPORT_PEOPLE: one service or one team can be chosen
 * @MTR_REPORT_PAIRING: it is about one pairing, which must be chosen
 * @MTR_REPORT_AHEAD: its period may lie ahead, so that the year it is for is asked for as a whole
 *
 * What can be chosen for a report besides the day it is made for.
 */
typedef enum {
  MTR_REPORT_PERIOD  = 1 << 0,
  MTR_REPORT_PACK    = 1 << 1,
  MTR_REPORT_PEOPLE  = 1 << 2,
  MTR_REPORT_PAIRING = 1 << 3,
  MTR_REPORT_AHEAD   = 1 << 4,
} MtrReportFilters;

typedef struct _MtrReportBuilder MtrReportBuilder;

/** MtrReport: a report that can be made of a programme. Everything is static. */
typedef struct {
  const char        *name;         /* as on the command line */
  const char        *title;        /* untranslated */
  const char        *description;  /* untranslated: one sentence for whoever chooses */
  MtrReportFilters   filters;
  const MtrFigure   *figures;      /* (array length=n_figures): what it is made from */
  guint              n_figures;
  MtrFiguresWith     with;
  void             (*build)       (MtrReportBuilder *builder);
} MtrReport;

guint            mtr_report_count     (void);
const MtrReport *mtr_report_nth       (guint                  position);
const MtrReport *mtr_report_find      (const char            *name);
const char      *mtr_report_get_title (const MtrReport       *report);
void             mtr_report_fit_scope (const MtrReport       *report,
                                       MtrReportScope        *scope);
MtrDocument     *mtr_report_build     (const MtrReport       *report,
                                       const MtrReportScope  *scope,
                                       MtrFigures            *figures,
                                       GError               **error);

G_END_DECLS
