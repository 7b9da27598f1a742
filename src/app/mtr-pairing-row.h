/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_PAIRING_ROW (mtr_pairing_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrPairingRow, mtr_pairing_row, MTR, PAIRING_ROW, GtkBox)

GtkWidget *mtr_pairing_row_new         (void);
void       mtr_pairing_row_show        (MtrPairingRow *self,
                                        MtrProgramme  *programme,
                                        MtrRecord     *summary);
char      *mtr_pairing_row_dup_title   (MtrRecord     *summary);
char      *mtr_pairing_row_dup_dates   (MtrRecord     *summary,
                                        const char    *pack_title,
                                        const GDate   *today);
char      *mtr_pairing_row_dup_figures (MtrRecord     *summary);
const char *mtr_pairing_row_get_state  (MtrRecord     *summary);

G_END_DECLS
