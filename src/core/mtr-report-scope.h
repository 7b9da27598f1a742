/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrReportPeriod:
 * @MTR_REPORT_PERIOD_PROGRAMME: the programme's year, where the day of the report lies in it; else the last twelve months,
 *   or for a report that looks ahead the calendar year
 * @MTR_REPORT_PERIOD_YEAR: the twelve months up to the day of the report
 * @MTR_REPORT_PERIOD_QUARTER: the three months up to the day of the report
 * @MTR_REPORT_PERIOD_ALL: from the beginning
 *
 * The periods that can be chosen by name.
 */
typedef enum {
  MTR_REPORT_PERIOD_PROGRAMME,
  MTR_REPORT_PERIOD_YEAR,
  MTR_REPORT_PERIOD_QUARTER,
  MTR_REPORT_PERIOD_ALL,
} MtrReportPeriod;

/** MtrReportScope: what a report is about. A day that is not valid leaves that end of the period open. */
typedef struct {
  GDate   from;        /* first day of the period */
  GDate   to;          /* last day of the period, which belongs to it */
  GDate   as_at;       /* the day that counts as today; nothing that happened later is counted */
  char   *pack;        /* (owned) (nullable): only this scheme */
  char   *service;     /* (owned) (nullable): only mentees of this service */
  char   *team;        /* (owned) (nullable): only mentees of this team */
  gint64  pairing_id;  /* for a report about one pairing; else 0 */
} MtrReportScope;

void     mtr_report_scope_init       (MtrReportScope       *scope,
                                      const GDate          *as_at);
void     mtr_report_scope_clear      (MtrReportScope       *scope);
void     mtr_report_scope_copy       (MtrReportScope       *scope,
                                      const MtrReportScope *other);
void     mtr_report_scope_set_period (MtrReportScope       *scope,
                                      MtrReportPeriod       period,
                                      const char           *year_starts_on,
                                      const char           *year_ends_on,
                                      gboolean              looks_ahead);
gboolean mtr_report_scope_is_valid   (const MtrReportScope *scope);
gboolean mtr_report_scope_get_until  (const MtrReportScope *scope,
                                      GDate                *until);
char    *mtr_report_scope_dup_period (const MtrReportScope *scope);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MtrReportScope, mtr_report_scope_clear)

G_END_DECLS
