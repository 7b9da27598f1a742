/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MtrZip: what goes into a zip, which is written when all of it is known. */
typedef struct _MtrZip MtrZip;

/**
 * MtrZipProgress:
 * @fraction: how much of the files is in the zip, from 0 to 1
 * @user_data: what was given to mtr_zip_write()
 */
typedef void (*MtrZipProgress) (double   fraction,
                                gpointer user_data);

MtrZip   *mtr_zip_new       (const GDate     *date);
void      mtr_zip_free      (MtrZip          *self);
void      mtr_zip_add_bytes (MtrZip          *self,
                             const char      *name,
                             GBytes          *bytes,
                             gboolean         compressed);
void      mtr_zip_add_part  (MtrZip          *self,
                             const char      *name,
                             const char      *path,
                             guint64          start,
                             guint64          size);
gboolean  mtr_zip_write     (MtrZip          *self,
                             GOutputStream   *target,
                             MtrZipProgress   progress,
                             gpointer         user_data,
                             GCancellable    *cancellable,
                             GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrZip, mtr_zip_free)

G_END_DECLS
