/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-occasion.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_MONTH_VIEW (mtr_month_view_get_type ())
G_DECLARE_FINAL_TYPE (MtrMonthView, mtr_month_view, MTR, MONTH_VIEW, AdwBin)

GtkWidget *mtr_month_view_new       (void);
void       mtr_month_view_show      (MtrMonthView *self,
                                     const GDate  *month,
                                     const GDate  *chosen,
                                     const GDate  *today,
                                     GPtrArray    *occasions);

G_END_DECLS
