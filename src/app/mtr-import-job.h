/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-import-result.h"
#include "mtr-programme.h"

G_BEGIN_DECLS

/** MtrImportReadFunc: makes an object of a file, in a thread; %NULL with @error. */
typedef gpointer (*MtrImportReadFunc) (GFile         *file,
                                       GCancellable  *cancellable,
                                       GError       **error);

void             mtr_import_job_load_async    (MtrProgramme         *programme,
                                               MtrImportSubject      subject,
                                               MtrAudience           audiences,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
MtrSnapshot     *mtr_import_job_load_finish   (GAsyncResult         *result,
                                               GError              **error);
void             mtr_import_job_read_async    (MtrProgramme         *programme,
                                               MtrImportReadFunc     read,
                                               GFile                *file,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gpointer         mtr_import_job_read_finish   (GAsyncResult         *result,
                                               GError              **error);
void             mtr_import_job_check_async   (MtrProgramme         *programme,
                                               MtrImportMapping     *mapping,
                                               gboolean              add_line_managers,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
MtrImportResult *mtr_import_job_check_finish  (GAsyncResult         *result,
                                               GError              **error);
void             mtr_import_job_write         (GTask                *task,
                                               MtrChange            *change,
                                               MtrPack             **packs,
                                               guint                 n_packs);
void             mtr_import_job_take_in_async (MtrProgramme         *programme,
                                               MtrImportResult      *checked,
                                               gboolean              leave_out_refused,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean         mtr_import_job_take_in_finish (GAsyncResult        *result,
                                               GError              **error);

G_END_DECLS
