/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-archive-reader.h"
#include "mtr-programme.h"

G_BEGIN_DECLS

/** MtrArchiveNote: what is to be known of a portfolio in an archive before it is handed on. */
typedef struct {
  gint64  pairing_id;
  char   *title;   /* (owned): of the portfolio */
  char   *words;   /* (owned): sentences */
} MtrArchiveNote;

/** MtrArchiveResult: an archive that is there. */
typedef struct {
  guint      n_files;
  GPtrArray *notes;   /* (owned) (element-type MtrArchiveNote): of portfolios about which there is something to know */
} MtrArchiveResult;

void              mtr_archive_result_free (MtrArchiveResult       *result);
void              mtr_archive_job_async   (MtrProgramme           *programme,
                                           const MtrArchiveReader *reader,
                                           gint64                  pairing_id,
                                           const char             *path,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
MtrArchiveResult *mtr_archive_job_finish  (GAsyncResult           *result,
                                           GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrArchiveResult, mtr_archive_result_free)

G_END_DECLS
