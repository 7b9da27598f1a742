/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record-controller.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_OBSERVE_NOTE_ROW (mtr_observe_note_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrObserveNoteRow, mtr_observe_note_row, MTR, OBSERVE_NOTE_ROW, GtkBox)

GtkWidget *mtr_observe_note_row_new             (MtrProgramme      *programme,
                                                 MtrPack           *pack,
                                                 MtrRecord         *note,
                                                 gboolean           stored);
gint64     mtr_observe_note_row_get_id          (MtrObserveNoteRow *self);
gboolean   mtr_observe_note_row_is_stored       (MtrObserveNoteRow *self);
gboolean   mtr_observe_note_row_is_blank        (MtrObserveNoteRow *self);
gboolean   mtr_observe_note_row_toggle_standard (MtrObserveNoteRow *self,
                                                 const char        *code);
void       mtr_observe_note_row_refresh         (MtrObserveNoteRow *self,
                                                 MtrRecord         *stored);
void       mtr_observe_note_row_flush           (MtrObserveNoteRow *self);

G_END_DECLS
