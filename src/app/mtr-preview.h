/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_PREVIEW (mtr_preview_get_type ())
G_DECLARE_FINAL_TYPE (MtrPreview, mtr_preview, MTR, PREVIEW, AdwWindow)

MtrPreview *mtr_preview_show        (GtkWidget   *parent,
                                     MtrDocument *document,
                                     const char  *suggested_name);
guint       mtr_preview_get_n_pages (MtrPreview  *self);
guint       mtr_preview_get_page    (MtrPreview  *self);

G_END_DECLS
