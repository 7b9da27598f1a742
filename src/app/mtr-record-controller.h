/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-problem.h"
#include "mtr-programme.h"

G_BEGIN_DECLS

#define MTR_TYPE_RECORD_CONTROLLER (mtr_record_controller_get_type ())
G_DECLARE_FINAL_TYPE (MtrRecordController, mtr_record_controller, MTR, RECORD_CONTROLLER, GObject)

/**
 * MtrRecordCheck:
 * @candidate: the record as it would be with what was just typed
 *
 * The rules of a kind of record. A problem that is no warning, and that is about the field just typed in, keeps the
 * value from being saved; the words stay in the box.
 *
 * Returns: (transfer full) (nullable) (element-type MtrProblem): what is wrong
 */
typedef GPtrArray *(*MtrRecordCheck) (MtrRecord *candidate,
                                      gpointer   user_data);

/**
 * MtrRecordCompletion:
 * @change: the change that is about to be applied
 * @record: the record as it will be
 *
 * What has to go together with the first saving of a new record: its children, say.
 */
typedef void (*MtrRecordCompletion) (MtrChange *change,
                                     MtrRecord *record,
                                     gpointer   user_data);

MtrRecordController *mtr_record_controller_new            (MtrProgramme        *programme,
                                                           MtrRecord           *record);
MtrRecordController *mtr_record_controller_new_unborn     (MtrProgramme        *programme,
                                                           MtrRecord           *record,
                                                           MtrRecordCompletion  completion,
                                                           gpointer             completion_data);
void                 mtr_record_controller_set_check      (MtrRecordController *self,
                                                           MtrRecordCheck       check,
                                                           gpointer             check_data);
void                 mtr_record_controller_set_label      (MtrRecordController *self,
                                                           const char          *label);
MtrProgramme        *mtr_record_controller_get_programme  (MtrRecordController *self);
MtrRecord           *mtr_record_controller_get_record     (MtrRecordController *self);
gboolean             mtr_record_controller_is_unborn      (MtrRecordController *self);
void                 mtr_record_controller_refresh        (MtrRecordController *self,
                                                           MtrRecord           *stored);

void                 mtr_record_controller_type           (MtrRecordController *self,
                                                           MtrField             field,
                                                           const char          *typed);
void                 mtr_record_controller_set_number     (MtrRecordController *self,
                                                           MtrField             field,
                                                           gint64               number);
void                 mtr_record_controller_clear          (MtrRecordController *self,
                                                           MtrField             field);
const char          *mtr_record_controller_get_typed      (MtrRecordController *self,
                                                           MtrField             field);
const char          *mtr_record_controller_get_problem    (MtrRecordController *self,
                                                           MtrField             field,
                                                           gboolean            *warning);
void                 mtr_record_controller_leave          (MtrRecordController *self,
                                                           MtrField             field);
void                 mtr_record_controller_be_born        (MtrRecordController *self);
void                 mtr_record_controller_flush          (MtrRecordController *self);

G_END_DECLS
