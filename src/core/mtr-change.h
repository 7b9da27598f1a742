/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record.h"

G_BEGIN_DECLS

/**
 * MtrOperationType:
 * @MTR_OPERATION_INSERT: a new record
 * @MTR_OPERATION_UPDATE: the fields that are marked in the operation get the record's values
 * @MTR_OPERATION_DELETE: the record and all that belongs to it go
 * @MTR_OPERATION_ERASE: the texts of the record, sealed or not, go for good, from the history too;
 *   what stays is that it was, and that it was erased
 */
typedef enum {
  MTR_OPERATION_INSERT,
  MTR_OPERATION_UPDATE,
  MTR_OPERATION_DELETE,
  MTR_OPERATION_ERASE,
} MtrOperationType;

typedef struct {
  MtrOperationType  type;
  MtrKind           kind;
  gint64            id;
  MtrRecord        *record;  /* (owned) (nullable): the values, for insert and update */
  GArray           *fields;  /* (owned) (nullable) (element-type MtrField): what an update sets */
} MtrOperation;

#define MTR_TYPE_CHANGE (mtr_change_get_type ())
G_DECLARE_FINAL_TYPE (MtrChange, mtr_change, MTR, CHANGE, GObject)

MtrChange          *mtr_change_new           (const char *label);
const char         *mtr_change_get_label     (MtrChange  *self);
void                mtr_change_set_merge_key (MtrChange  *self,
                                              const char *merge_key);
const char         *mtr_change_get_merge_key (MtrChange  *self);
void                mtr_change_set_barrier   (MtrChange  *self);
gboolean            mtr_change_get_barrier   (MtrChange  *self);
void                mtr_change_set_carried   (MtrChange  *self);
gboolean            mtr_change_get_carried   (MtrChange  *self);

void                mtr_change_insert        (MtrChange  *self,
                                              MtrRecord  *record);
void                mtr_change_update        (MtrChange  *self,
                                              MtrRecord  *record,
                                              const MtrField *fields,
                                              guint       n_fields);
void                mtr_change_set_text      (MtrChange  *self,
                                              MtrField    field,
                                              gint64      id,
                                              const char *text);
void                mtr_change_set_number    (MtrChange  *self,
                                              MtrField    field,
                                              gint64      id,
                                              gint64      number);
void                mtr_change_clear         (MtrChange  *self,
                                              MtrField    field,
                                              gint64      id);
void                mtr_change_delete        (MtrChange  *self,
                                              MtrKind     kind,
                                              gint64      id);
void                mtr_change_erase         (MtrChange  *self,
                                              MtrKind     kind,
                                              gint64      id);
void                mtr_change_pass_on       (MtrChange  *self,
                                              MtrRecord  *record,
                                              MtrField    field);
char               *mtr_change_attach        (MtrChange  *self,
                                              GBytes     *bytes);

gboolean            mtr_change_is_empty      (MtrChange  *self);
guint               mtr_change_count         (MtrChange  *self);
const MtrOperation *mtr_change_nth           (MtrChange  *self,
                                              guint       position);
GHashTable         *mtr_change_get_attachments (MtrChange *self);

G_END_DECLS
