/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-markup-private.h"

G_BEGIN_DECLS

/* Sizes of a page, in millimetres. */
#define MTR_ODT_PAGE_SHORT  210
#define MTR_ODT_PAGE_LONG   297
#define MTR_ODT_MARGIN_SIDE 20
#define MTR_ODT_WIDTH       (MTR_ODT_PAGE_SHORT - 2 * MTR_ODT_MARGIN_SIDE)
#define MTR_ODT_WIDTH_LONG  (MTR_ODT_PAGE_LONG - 2 * MTR_ODT_MARGIN_SIDE)

/* Colours, as on the printed pages. */
#define MTR_ODT_INK    "#1a1a1c"
#define MTR_ODT_MUTED  "#54565b"
#define MTR_ODT_ACCENT "#174761"
#define MTR_ODT_ALERT  "#8f270f"
#define MTR_ODT_RULE   "#c3c8cd"
#define MTR_ODT_FILL   "#eef2f5"

#define MTR_ODT_PICTURE_TYPE "image/svg+xml"

GBytes *mtr_odt_write_content  (MtrDocument *document,
                                GPtrArray   *pictures,
                                GError     **error);
char   *mtr_odt_dup_picture_name (guint      number);
void    mtr_odt_start_document (MtrMarkup   *markup,
                                const char  *element);
void    mtr_odt_write_text     (MtrMarkup   *markup,
                                const char  *text);
GBytes *mtr_odt_write_styles   (MtrDocument *document,
                                GError     **error);
GBytes *mtr_odt_draw_chart     (MtrNode     *chart,
                                double       width,
                                double       scale,
                                const char  *font,
                                double      *height,
                                GError     **error);
double  mtr_odt_get_scale      (MtrDocument *document);
void    mtr_odt_write_fonts    (MtrMarkup   *markup,
                                MtrDocument *document);

G_END_DECLS
