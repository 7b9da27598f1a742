/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-mapping.h"
#include "mtr-import-row.h"
#include "mtr-pack.h"
#include "mtr-proposal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MtrPackFinder:
 * @id: the id of a pack
 *
 * Returns: (transfer none) (nullable): the pack, from the programme file or from those of this computer
 */
typedef MtrPack *(*MtrPackFinder) (const char *id,
                                   gpointer    user_data);

/** MtrImportContext: what rows are checked against. Nothing in it is owned. */
typedef struct {
  MtrSnapshot   *file;             /* every record of the kinds of mtr_import_subject_list_kinds(), for the owner */
  GDate          today;
  MtrNewIdFunc   new_id;
  gpointer       new_id_data;
  MtrPackFinder  find_pack;        /* for pairings and sessions */
  gpointer       find_pack_data;
  GCancellable  *cancellable;      /* (nullable): stops the dry run */
  gboolean       add_line_managers; /* make people of line managers whom nobody knows, each with a row of their own */
} MtrImportContext;

/* What the dry run found: a row for each of the spreadsheet, and the change that takes them in. */
#define MTR_TYPE_IMPORT_RESULT (mtr_import_result_get_type ())
G_DECLARE_FINAL_TYPE (MtrImportResult, mtr_import_result, MTR, IMPORT_RESULT, GObject)

MtrImportResult *mtr_import_check              (MtrImportMapping        *mapping,
                                                const MtrImportContext  *context,
                                                GError                 **error);
GListModel      *mtr_import_result_get_rows    (MtrImportResult         *self);
guint            mtr_import_result_count       (MtrImportResult         *self,
                                                MtrImportState           state);
char            *mtr_import_result_describe    (MtrImportResult         *self);
GPtrArray       *mtr_import_result_get_packs   (MtrImportResult         *self);
MtrChange       *mtr_import_result_make_change (MtrImportResult         *self,
                                                gboolean                 leave_out_refused,
                                                GError                 **error);

G_END_DECLS
