/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-flow-private.h"
#include "mtr-pages.h"
#include "mtr-tagger-private.h"

G_BEGIN_DECLS

void    mtr_pages_draw_tagged (MtrPages  *self,
                               guint      position,
                               cairo_t   *cr,
                               MtrTagger *tagger);
GArray *mtr_pages_get_outline (MtrPages  *self);

G_END_DECLS
