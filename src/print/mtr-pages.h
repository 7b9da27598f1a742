/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * MtrPaper:
 * @MTR_PAPER_A4: 210 × 297 mm
 * @MTR_PAPER_LETTER: 8½ × 11 inches
 */
typedef enum {
  MTR_PAPER_A4,
  MTR_PAPER_LETTER,
} MtrPaper;

#define MTR_TYPE_PAGES (mtr_pages_get_type ())
G_DECLARE_FINAL_TYPE (MtrPages, mtr_pages, MTR, PAGES, GObject)

MtrPages    *mtr_pages_new          (MtrDocument *document,
                                     MtrPaper     paper);
MtrDocument *mtr_pages_get_document (MtrPages    *self);
guint        mtr_pages_get_n_pages  (MtrPages    *self);
void         mtr_pages_get_size     (MtrPages    *self,
                                     guint        position,
                                     double      *width,
                                     double      *height);
void         mtr_pages_draw         (MtrPages    *self,
                                     guint        position,
                                     cairo_t     *cr);
guint        mtr_pages_find_page_of (MtrPages    *self,
                                     const char  *id);
char        *mtr_pages_dup_text     (MtrPages    *self,
                                     guint        position);

G_END_DECLS
