/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-anonymisation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_FINDING_ROW (mtr_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrFindingRow, mtr_finding_row, MTR, FINDING_ROW, AdwPreferencesRow)

GtkWidget        *mtr_finding_row_new          (const MtrFinding *finding,
                                                const char       *place,
                                                gboolean          writable);
const MtrFinding *mtr_finding_row_get_finding  (MtrFindingRow    *self);

G_END_DECLS
