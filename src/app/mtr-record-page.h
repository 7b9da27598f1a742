/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"
#include "mtr-page.h"
#include "mtr-record-controller.h"

G_BEGIN_DECLS

#define MTR_TYPE_RECORD_PAGE (mtr_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MtrRecordPage, mtr_record_page, MTR, RECORD_PAGE, MtrPage)

/**
 * MtrRecordPageClass:
 * @show: (nullable): shows what is not in a row of its own; called with the draft whenever it, or anything in the store,
 *   has changed
 * @remove: removes the record, which is stored, in a way that undo brings back
 */
struct _MtrRecordPageClass {
  MtrPageClass parent_class;

  void (*show)   (MtrRecordPage *self,
                  MtrRecord     *record);
  void (*remove) (MtrRecordPage *self,
                  MtrRecord     *stored);
};

MtrPage             *mtr_record_page_new            (MtrPairingModel *model,
                                                     MtrRecord       *record,
                                                     const char      *heading,
                                                     MtrAudience      audience,
                                                     gboolean         can_write);
void                 mtr_record_page_begin          (MtrRecordPage   *self,
                                                     MtrProgramme    *programme,
                                                     MtrRecord       *record,
                                                     const char      *other,
                                                     const char      *manager);
GtkWidget           *mtr_record_page_add_group      (MtrRecordPage   *self,
                                                     const char      *title,
                                                     MtrAudience      audience);
void                 mtr_record_page_add_row        (MtrRecordPage   *self,
                                                     GtkWidget       *group,
                                                     MtrField         field,
                                                     GtkWidget       *row,
                                                     MtrAudience      audience);
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
GtkWidget           *mtr_record_page_add_remove     (MtrRecordPage   *self,
                                                     const char      *label,
                                                     const char      *done);
void                 mtr_record_page_show           (MtrRecordPage   *self);
void                 mtr_record_page_refuse         (MtrRecordPage   *self,
                                                     const char      *reason);
GtkBox              *mtr_record_page_get_content    (MtrRecordPage   *self);
MtrRecordController *mtr_record_page_get_controller (MtrRecordPage   *self);
MtrRecord           *mtr_record_page_get_record     (MtrRecordPage   *self);

char                *mtr_record_page_dup_value      (MtrRecord       *record,
                                                     MtrField         field,
                                                     GPtrArray       *words,
                                                     GPtrArray       *people);

G_END_DECLS
