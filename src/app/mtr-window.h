/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_WINDOW (mtr_window_get_type ())
G_DECLARE_FINAL_TYPE (MtrWindow, mtr_window, MTR, WINDOW, AdwApplicationWindow)

MtrWindow    *mtr_window_new           (GtkApplication *application);
MtrProgramme *mtr_window_get_programme (MtrWindow      *self);
void          mtr_window_set_programme (MtrWindow      *self,
                                        MtrProgramme   *programme);
void          mtr_window_present_loaded (MtrWindow     *self);
void          mtr_window_show_welcome  (MtrWindow      *self,
                                        MtrPage        *welcome);
MtrPage      *mtr_window_get_page      (MtrWindow      *self);
void          mtr_window_show_place    (MtrWindow      *self,
                                        const char     *place);
void          mtr_window_push          (MtrWindow      *self,
                                        MtrPage        *page);
gboolean      mtr_window_pop           (MtrWindow      *self);
void          mtr_window_open_pairing  (MtrWindow      *self,
                                        gint64          pairing_id);
void          mtr_window_go_to         (MtrWindow      *self,
                                        gint64          pairing_id,
                                        MtrKind         kind,
                                        gint64          id,
                                        MtrField        field);
MtrWindow    *mtr_window_of            (GtkWidget      *widget);

G_END_DECLS
