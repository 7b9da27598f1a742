/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"
#include "mtr-reports.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_REPORT_CHOICE (mtr_report_choice_get_type ())
G_DECLARE_FINAL_TYPE (MtrReportChoice, mtr_report_choice, MTR, REPORT_CHOICE, GtkBox)

MtrReportChoice *mtr_report_choice_new        (MtrProgramme    *programme,
                                               const MtrReport *report,
                                               gint64           pairing_id);
void             mtr_report_choice_add_verb   (MtrReportChoice *self,
                                               GtkWidget       *button);
void             mtr_report_choice_set_narrow (MtrReportChoice *self,
                                               gboolean         narrow);
gboolean         mtr_report_choice_fill_scope (MtrReportChoice *self,
                                               MtrReportScope  *scope);

G_END_DECLS
