/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"
#include "mtr-page.h"
#include "mtr-record-controller.h"

G_BEGIN_DECLS

#define MTR_TYPE_RECORD_PAGE (mtr_record_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrRecordPage, mtr_record_page, MTR, RECORD_PAGE, MtrPage)

MtrPage             *mtr_record_page_new            (MtrPairingModel *model,
                                                     MtrRecord       *record,
                                                     const char      *heading,
                                                     MtrAudience      audience,
                                                     gboolean         can_write);
void                 mtr_record_page_add_line       (MtrRecordPage   *self,
                                                     const char      *text);
void                 mtr_record_page_add_field      (MtrRecordPage   *self,
                                                     MtrField         field,
                                                     const char      *prompt);
void                 mtr_record_page_add_choice     (MtrRecordPage   *self,
                                                     MtrField         field,
                                                     GPtrArray       *words,
                                                     const char      *prompt);
void                 mtr_record_page_add_person     (MtrRecordPage   *self,
                                                     MtrField         field,
                                                     GPtrArray       *people);
void                 mtr_record_page_add_remove     (MtrRecordPage   *self,
                                                     const char      *label,
                                                     const char      *done);
GtkBox              *mtr_record_page_get_content    (MtrRecordPage   *self);
MtrRecordController *mtr_record_page_get_controller (MtrRecordPage   *self);

char                *mtr_record_page_dup_value      (MtrRecord       *record,
                                                     MtrField         field,
                                                     GPtrArray       *words,
                                                     GPtrArray       *people);

G_END_DECLS
