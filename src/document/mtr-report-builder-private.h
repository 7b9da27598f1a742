/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the reports for managers share: each has a file of its own, which
 * defines its row of the table of reports, and is made of these parts.
 */

#include "mtr-reports.h"

G_BEGIN_DECLS

/** MtrReportBuilder: a report being written. */
struct _MtrReportBuilder {
  const MtrReport      *report;
  const MtrReportScope *scope;
  MtrFigures           *figures;   /* (unowned) */
  MtrPack              *pack;      /* (unowned) (nullable): where one scheme is chosen, or the programme has but one */
  MtrNode              *section;   /* (unowned): under the title of the report */
};

/* The table of reports, one to a file. */
extern const MtrReport mtr_report_summary;
extern const MtrReport mtr_report_attention;
extern const MtrReport mtr_report_capacity;
extern const MtrReport mtr_report_submissions;
extern const MtrReport mtr_report_areas;
extern const MtrReport mtr_report_evaluation;
extern const MtrReport mtr_report_retention;
extern const MtrReport mtr_report_planner;
extern const MtrReport mtr_report_progress;

/** What stands where there is no figure, as for 0 of 0 (product.md, rule 6). */
#define MTR_REPORT_DASH "–"

char       *mtr_report_dup_percent    (gint64            part,
                                       gint64            whole);
char       *mtr_report_dup_rate       (gint64            part,
                                       gint64            whole);
char       *mtr_report_dup_number     (gint64            number);
char       *mtr_report_dup_hours      (gint64            minutes);
char       *mtr_report_dup_date       (const char       *iso);
const char *mtr_report_get_scheme     (MtrReportBuilder *self,
                                       const char       *pack_id);
const char *mtr_report_get_role       (MtrReportBuilder *self,
                                       const char       *code);

MtrNode    *mtr_report_begin_section  (MtrReportBuilder *self,
                                       const char       *heading);
MtrNode    *mtr_report_add_table      (MtrNode          *parent,
                                       const char       *caption,
                                       const char       *columns,
                                       const char      **titles,
                                       const guint      *weights);
void        mtr_report_add_row        (MtrNode          *table,
                                       const char       *columns,
                                       ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
