/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record-controller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_FIELD_ROW (mtr_field_row_get_type ())
G_DECLARE_FINAL_TYPE (MtrFieldRow, mtr_field_row, MTR, FIELD_ROW, AdwPreferencesRow)

GtkWidget *mtr_field_row_new             (MtrRecordController *controller,
                                          MtrField             field);
GtkWidget *mtr_field_row_new_choice      (MtrRecordController *controller,
                                          MtrField             field,
                                          GPtrArray           *words);
GtkWidget *mtr_field_row_new_person      (MtrRecordController *controller,
                                          MtrField             field,
                                          GPtrArray           *people);
GtkWidget *mtr_field_row_new_scale       (MtrRecordController *controller,
                                          MtrField             field,
                                          int                  lowest,
                                          int                  highest,
                                          const char          *low,
                                          const char          *high);
GtkWidget *mtr_field_row_new_line        (MtrRecordController *controller,
                                          MtrField             field);
void       mtr_field_row_set_controller  (MtrFieldRow         *self,
                                          MtrRecordController *controller);
MtrField   mtr_field_row_get_field       (MtrFieldRow         *self);
void       mtr_field_row_describe        (MtrFieldRow         *self,
                                          const MtrWord       *word);
void       mtr_field_row_set_title       (MtrFieldRow         *self,
                                          const char          *title);
void       mtr_field_row_set_prompt      (MtrFieldRow         *self,
                                          const char          *prompt);
void       mtr_field_row_set_words       (MtrFieldRow         *self,
                                          int                  words);
void       mtr_field_row_set_readers     (MtrFieldRow         *self,
                                          const char          *readers);
void       mtr_field_row_append_text     (MtrFieldRow         *self,
                                          const char          *text);
void       mtr_field_row_refuse          (MtrFieldRow         *self,
                                          const char          *reason);

G_END_DECLS
