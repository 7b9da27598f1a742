/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-export-error.h"

G_BEGIN_DECLS

GBytes *mtr_html_write       (MtrDocument  *document,
                              GError      **error);
GBytes *mtr_html_write_index (MtrDocument  *document,
                              GHashTable   *files,
                              GError      **error);

G_END_DECLS
