/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-archive-builder.h"
#include "mtr-document.h"

G_BEGIN_DECLS

/** MtrArchiveJob: an archive while it is written. */
typedef struct {
  const MtrArchiveOrder  *order;
  const MtrArchiveReader *reader;
  GCancellable           *cancellable;  /* (unowned) (nullable) */
  MtrSnapshot            *pairing;      /* (owned) (nullable): all of it, where it is of one pairing */
  MtrArchive             *archive;      /* (owned) (nullable) */
  GHashTable             *files;        /* (owned) (element-type utf8 utf8): targets in the index → paths */
  GHashTable             *passed;       /* (owned) (element-type utf8 utf8): records that portfolios hold */
  MtrDocument            *index;        /* (owned) (nullable) */
  char                   *check;        /* (owned) (nullable) */
  MtrNode                *documents;
  MtrNode                *tables;
  MtrNode                *attachments;
  MtrNode                *left_out;
} MtrArchiveJob;

const char *mtr_archive_job_link            (MtrArchiveJob  *job,
                                             const char     *path);
void        mtr_archive_job_show_progress   (MtrArchiveJob  *job,
                                             double          fraction);
void        mtr_archive_job_pass            (MtrArchiveJob  *job,
                                             MtrRecord      *record);
gboolean    mtr_archive_job_add_tables      (MtrArchiveJob  *job,
                                             GError        **error);
gboolean    mtr_archive_job_add_attachments (MtrArchiveJob  *job,
                                             GError        **error);

G_END_DECLS
