/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-store.h"

G_BEGIN_DECLS

/** MtrRecordItem: one place in a list: an id, and its record once the row has been looked at. */
#define MTR_TYPE_RECORD_ITEM (mtr_record_item_get_type ())
G_DECLARE_FINAL_TYPE (MtrRecordItem, mtr_record_item, MTR, RECORD_ITEM, GObject)

gint64         mtr_record_item_get_id     (MtrRecordItem *self);
MtrRecord     *mtr_record_item_get_record (MtrRecordItem *self);

#define MTR_TYPE_RECORD_LIST (mtr_record_list_get_type ())
G_DECLARE_FINAL_TYPE (MtrRecordList, mtr_record_list, MTR, RECORD_LIST, GObject)

MtrRecordList *mtr_record_list_new        (MtrStore      *store,
                                           MtrKind        kind,
                                           MtrAudience    audiences);
void           mtr_record_list_set_ids    (MtrRecordList *self,
                                           GArray        *ids);
void           mtr_record_list_refresh    (MtrRecordList *self,
                                           gint64         id);
guint          mtr_record_list_find       (MtrRecordList *self,
                                           gint64         id);
void           mtr_record_list_want       (MtrRecordList *self,
                                           MtrRecordItem *item);

G_END_DECLS
