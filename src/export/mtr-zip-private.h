/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <zip.h>

G_BEGIN_DECLS

/** MtrZip: a zip that is written when all its files are known. */
typedef struct _MtrZip MtrZip;

/**
 * MtrZipProgress:
 * @fraction: how much of the files is in the zip, from 0 to 1
 * @user_data: what was given to mtr_zip_finish()
 */
typedef void (*MtrZipProgress) (double   fraction,
                                gpointer user_data);

MtrZip       *mtr_zip_new         (zip_source_t    *target,
                                   const GDate     *date);
void          mtr_zip_free        (MtrZip          *self);
void          mtr_zip_add         (MtrZip          *self,
                                   const char      *name,
                                   zip_source_t    *content,
                                   gboolean         compressed);
gboolean      mtr_zip_finish      (MtrZip          *self,
                                   MtrZipProgress   progress,
                                   gpointer         user_data,
                                   GCancellable    *cancellable,
                                   GError         **error);
GBytes       *mtr_zip_read        (zip_source_t    *target,
                                   GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrZip, mtr_zip_free)

G_END_DECLS
