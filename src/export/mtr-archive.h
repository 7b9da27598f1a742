/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-export-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** What the list of sums in an archive is called; “sha256sum -c” reads it. */
#define MTR_ARCHIVE_SUMS "SHA256SUMS"

/** MtrArchive: a zip that says itself what is in it, while it is written. */
typedef struct _MtrArchive MtrArchive;

/**
 * MtrArchiveProgress:
 * @fraction: how much is done, from 0 to 1
 * @user_data: what was given with it
 */
typedef void (*MtrArchiveProgress) (double   fraction,
                                    gpointer user_data);

MtrArchive *mtr_archive_new       (const char          *path,
                                   const GDate         *date,
                                   GError             **error);
void        mtr_archive_free      (MtrArchive          *self);
char       *mtr_archive_dup_path  (MtrArchive          *self,
                                   const char          *folder,
                                   const char          *name,
                                   const char          *extension);
gboolean    mtr_archive_add       (MtrArchive          *self,
                                   const char          *path,
                                   GBytes              *content,
                                   GError             **error);
void        mtr_archive_begin     (MtrArchive          *self);
gboolean    mtr_archive_write     (MtrArchive          *self,
                                   const void          *data,
                                   gsize                size,
                                   GError             **error);
void        mtr_archive_end       (MtrArchive          *self,
                                   const char          *path);
gboolean    mtr_archive_finish    (MtrArchive          *self,
                                   MtrArchiveProgress   progress,
                                   gpointer             user_data,
                                   GCancellable        *cancellable,
                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrArchive, mtr_archive_free)

G_END_DECLS
