/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MtrZip: a zip on its way into a stream, one file after the other. */
typedef struct _MtrZip MtrZip;

MtrZip   *mtr_zip_new    (GOutputStream  *stream,
                          const GDate    *date);
void      mtr_zip_free   (MtrZip         *self);
gboolean  mtr_zip_add    (MtrZip         *self,
                          const char     *name,
                          GBytes         *content,
                          gboolean        compressed,
                          GError        **error);
void      mtr_zip_begin  (MtrZip         *self);
gboolean  mtr_zip_write  (MtrZip         *self,
                          const void     *data,
                          gsize           size,
                          GError        **error);
gboolean  mtr_zip_end    (MtrZip         *self,
                          const char     *name,
                          GError        **error);
gboolean  mtr_zip_finish (MtrZip         *self,
                          GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrZip, mtr_zip_free)

G_END_DECLS
