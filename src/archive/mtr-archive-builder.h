/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-adjustment.h"
#include "mtr-archive-reader.h"
#include "mtr-archive.h"
#include "mtr-leaving.h"
#include "mtr-store.h"

G_BEGIN_DECLS

/** MtrArchiveOrder: what archive is wanted. Nothing of it is owned. */
typedef struct {
  MtrStore               *store;
  const MtrArchiveReader *reader;
  gint64                  pairing_id;   /* 0: the whole file */
  const char             *path;         /* where it goes, in the encoding of file names */
  GDate                   today;
  const MtrAdjustment    *adjustment;   /* (nullable): how its reader reads best */

  /* Both are called in the thread that builds. */
  MtrArchiveProgress      progress;     /* (nullable) */
  void                  (*leaving)      (const MtrLeaving *leaving,
                                         gpointer          user_data);   /* (nullable): of each portfolio */
  gpointer                user_data;    /* for both */
} MtrArchiveOrder;

gboolean mtr_archive_build (const MtrArchiveOrder  *order,
                            GCancellable           *cancellable,
                            guint                  *n_files,
                            GError                **error);

G_END_DECLS
