/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_ADJUSTMENT_PAGE (mtr_adjustment_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrAdjustmentPage, mtr_adjustment_page, MTR, ADJUSTMENT_PAGE, MtrPage)

MtrPage   *mtr_adjustment_page_new    (void);
GtkWidget *mtr_adjustment_page_show_over (GtkWidget *parent);

G_END_DECLS
