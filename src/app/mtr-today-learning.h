/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-today-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_TODAY_LEARNING (mtr_today_learning_get_type ())
G_DECLARE_FINAL_TYPE (MtrTodayLearning, mtr_today_learning, MTR, TODAY_LEARNING, AdwBin)

GtkWidget *mtr_today_learning_new  (void);
void       mtr_today_learning_show (MtrTodayLearning *self,
                                    MtrProgramme     *programme,
                                    MtrTodayModel    *model);

G_END_DECLS
