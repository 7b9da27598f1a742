/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-export-error.h"

G_BEGIN_DECLS

gboolean mtr_file_replace (const char  *path,
                           GBytes      *bytes,
                           GError     **error);

G_END_DECLS
