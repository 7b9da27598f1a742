/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-self-assessment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_MOVEMENT_ROW (mtr_movement_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrMovementRow, mtr_movement_row, MTR, MOVEMENT_ROW, AdwPreferencesRow)

GtkWidget *mtr_movement_row_new        (void);
void       mtr_movement_row_show       (MtrMovementRow          *self,
                                        const MtrSelfAssessment *asked,
                                        const MtrMovement       *movement);
char      *mtr_movement_dup_sentence   (const MtrMovement       *movement);
const char *mtr_movement_get_legend    (void);

G_END_DECLS
