/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-csv.h"
#include "mtr-import-column.h"
#include "mtr-proposal.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/* What each column of one spreadsheet is. It begins with a guess; a window or a script changes it; what was chosen is
 * remembered in the programme file by the header. */
#define MTR_TYPE_IMPORT_MAPPING (mtr_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (MtrImportMapping, mtr_import_mapping, MTR, IMPORT_MAPPING, GObject)

MtrImportMapping      *mtr_import_mapping_new          (MtrCsv                *csv,
                                                        MtrImportSubject       subject,
                                                        MtrSnapshot           *programme);
MtrCsv                *mtr_import_mapping_get_csv      (MtrImportMapping      *self);
MtrImportSubject       mtr_import_mapping_get_subject  (MtrImportMapping      *self);

const MtrImportColumn *mtr_import_mapping_get_column   (MtrImportMapping      *self,
                                                        guint                  position);
void                   mtr_import_mapping_set_column   (MtrImportMapping      *self,
                                                        guint                  position,
                                                        const MtrImportColumn *column);
gboolean               mtr_import_mapping_get_ticked   (MtrImportMapping      *self,
                                                        guint                  position);
void                   mtr_import_mapping_set_ticked   (MtrImportMapping      *self,
                                                        guint                  position,
                                                        gboolean               ticked);
int                    mtr_import_mapping_find         (MtrImportMapping      *self,
                                                        const MtrImportColumn *column);
char                  *mtr_import_mapping_dup_sample   (MtrImportMapping      *self,
                                                        guint                  position);
char                  *mtr_import_mapping_find_problem (MtrImportMapping      *self);
void                   mtr_import_mapping_remember     (MtrImportMapping      *self,
                                                        MtrSnapshot           *programme,
                                                        MtrNewIdFunc           new_id,
                                                        gpointer               new_id_data,
                                                        MtrChange             *change);

G_END_DECLS
