/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-date-entry.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

gboolean    mtr_check_field           (MtrField      field,
                                       const char   *typed,
                                       const GDate  *today,
                                       char        **value,
                                       MtrProblem  **problem);
gboolean    mtr_check_date_field      (MtrField      field,
                                       const char   *typed,
                                       const GDate  *today,
                                       MtrDateLean   lean,
                                       char        **value,
                                       char        **time,
                                       MtrProblem  **problem);
MtrDateLean mtr_check_get_lean        (MtrField      field);
MtrProblem *mtr_check_record_complete (MtrRecord    *record);
MtrProblem *mtr_check_line_manager    (MtrSnapshot  *programme,
                                       gint64        person_id,
                                       gint64        line_manager_id);

G_END_DECLS
