/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page-style-private.h"

#include <cairo.h>

G_BEGIN_DECLS

/** MtrPattern: what fills a shape; each is told from the others without colours. */
typedef enum {
  MTR_PATTERN_SOLID,
  MTR_PATTERN_HATCH,
  MTR_PATTERN_DOTS,
  MTR_PATTERN_LINES,
  MTR_PATTERN_CROSS,
  MTR_PATTERN_PALE,
  MTR_N_PATTERNS,
  MTR_PATTERN_EMPTY = MTR_N_PATTERNS,
} MtrPattern;

/** MtrShape: something drawn in a box besides its text. */
typedef struct {
  MtrPattern pattern;
  gboolean   round;      /* a circle, or a lozenge where it is wider than high */
  gboolean   quiet;      /* its edge is a hairline: it is there for order and says nothing */
  double     x;          /* from the left margin */
  double     top;        /* from the top of the box */
  double     width;
  double     height;
} MtrShape;

void mtr_shape_draw (const MtrShape      *shape,
                     const MtrStyleSheet *styles,
                     cairo_t             *cr,
                     double               x,
                     double               y);

G_END_DECLS
