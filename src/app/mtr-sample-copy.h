/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack-library.h"
#include "mtr-store.h"

G_BEGIN_DECLS

char     *mtr_sample_copy_dup_path (void);
gboolean  mtr_sample_copy_make     (const char      *path,
                                    MtrPackLibrary  *library,
                                    const GDate     *today,
                                    GError         **error);

G_END_DECLS
