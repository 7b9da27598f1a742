/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-export-error.h"
#include "mtr-occasion.h"

G_BEGIN_DECLS

GBytes *mtr_calendar_write (GPtrArray   *occasions,
                            const char  *title,
                            const char  *moment,
                            gboolean     with_names,
                            GError     **error);

G_END_DECLS
