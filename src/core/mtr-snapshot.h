/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record.h"

G_BEGIN_DECLS

#define MTR_TYPE_SNAPSHOT (mtr_snapshot_get_type ())
G_DECLARE_FINAL_TYPE (MtrSnapshot, mtr_snapshot, MTR, SNAPSHOT, GObject)

MtrSnapshot *mtr_snapshot_new           (MtrAudience  audiences);
MtrSnapshot *mtr_snapshot_copy_for     (MtrSnapshot *self,
                                         MtrAudience  audiences);
void         mtr_snapshot_add           (MtrSnapshot *self,
                                         MtrRecord   *record);
MtrAudience  mtr_snapshot_get_audiences (MtrSnapshot *self);
MtrRecord   *mtr_snapshot_get           (MtrSnapshot *self,
                                         MtrKind      kind,
                                         gint64       id);
guint        mtr_snapshot_count         (MtrSnapshot *self,
                                         MtrKind      kind);
MtrRecord   *mtr_snapshot_nth           (MtrSnapshot *self,
                                         MtrKind      kind,
                                         guint        position);
MtrRecord   *mtr_snapshot_follow        (MtrSnapshot *self,
                                         MtrRecord   *record,
                                         MtrField     reference);
GPtrArray   *mtr_snapshot_list_where    (MtrSnapshot *self,
                                         MtrKind      kind,
                                         MtrField     reference,
                                         gint64       id);
MtrRecord   *mtr_snapshot_find_where    (MtrSnapshot *self,
                                         MtrKind      kind,
                                         MtrField     reference,
                                         gint64       id);

G_END_DECLS
