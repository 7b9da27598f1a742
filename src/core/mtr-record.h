/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-kind.h"

G_BEGIN_DECLS

#define MTR_TYPE_RECORD (mtr_record_get_type ())
G_DECLARE_FINAL_TYPE (MtrRecord, mtr_record, MTR, RECORD, GObject)

gint64      mtr_id_new             (gint64           now_us,
                                    guint32          random);

MtrRecord  *mtr_record_new         (MtrKind          kind,
                                    gint64           id);
MtrRecord  *mtr_record_copy        (MtrRecord       *self);
MtrKind     mtr_record_get_kind    (MtrRecord       *self);
gint64      mtr_record_get_id      (MtrRecord       *self);

gboolean    mtr_record_is_set      (MtrRecord       *self,
                                    MtrField         field);
const char *mtr_record_get_text    (MtrRecord       *self,
                                    MtrField         field);
const char *mtr_record_get_name    (MtrRecord       *self,
                                    MtrField         field);
gboolean    mtr_record_text_is     (MtrRecord       *self,
                                    MtrField         field,
                                    const char      *text);
gint64      mtr_record_get_number  (MtrRecord       *self,
                                    MtrField         field);
gboolean    mtr_record_get_date    (MtrRecord       *self,
                                    MtrField         field,
                                    GDate           *date);

void        mtr_record_set_text    (MtrRecord       *self,
                                    MtrField         field,
                                    const char      *text);
void        mtr_record_set_number  (MtrRecord       *self,
                                    MtrField         field,
                                    gint64           number);
void        mtr_record_clear       (MtrRecord       *self,
                                    MtrField         field);
gboolean    mtr_record_equal_field (MtrRecord       *self,
                                    MtrRecord       *other,
                                    MtrField         field);

G_END_DECLS
