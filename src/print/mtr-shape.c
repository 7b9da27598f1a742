/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of charts: rectangles and circles with an edge and a pattern. All
 * of one ink, so that paper in black and white says as much as a screen.
 */

#include "mtr-shape-private.h"

#define EDGE      0.9
#define HAIRLINE  0.5
#define STROKE    0.9
#define HATCH_GAP 4.0
#define DOT       0.8

static void
set_colour (cairo_t         *cr,
            const MtrColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
trace (const MtrShape *shape,
       cairo_t        *cr)
{
  double radius = shape->height / 2;

  if (!shape->round)
    {
      cairo_rectangle (cr, 0.0, 0.0, shape->width, shape->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, shape->width - radius, radius, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, radius, radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_slanted (const MtrShape *shape,
              cairo_t        *cr,
              gboolean        down)
{
  for (double x = -shape->height; x < shape->width; x += HATCH_GAP)
    {
      cairo_move_to (cr, x, down ? 0.0 : shape->height);
      cairo_line_to (cr, x + shape->height, down ? shape->height : 0.0);
    }
  cairo_stroke (cr);
}

static void
draw_lines (const MtrShape *shape,
            cairo_t        *cr)
{
  for (double y = HATCH_GAP * 0.75; y < shape->height; y += HATCH_GAP * 0.75)
    {
      cairo_move_to (cr, 0.0, y);
      cairo_line_to (cr, shape->width, y);
    }
  cairo_stroke (cr);
}

static void
draw_dots (const MtrShape *shape,
           cairo_t        *cr)
{
  gboolean shifted = FALSE;

  for (double y = HATCH_GAP / 2; y < shape->height; y += HATCH_GAP)
    {
      for (double x = shifted ? HATCH_GAP : HATCH_GAP / 2; x < shape->width; x += HATCH_GAP)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, x, y, DOT, 0.0, 2 * G_PI);
        }
      shifted = !shifted;
    }
  cairo_fill (cr);
}

static void
draw_pattern (const MtrShape *shape,
              cairo_t        *cr)
{
  switch (shape->pattern)
    {
    case MTR_PATTERN_HATCH:
      draw_slanted (shape, cr, FALSE);
      break;
    case MTR_PATTERN_CROSS:
      draw_slanted (shape, cr, FALSE);
      draw_slanted (shape, cr, TRUE);
      break;
    case MTR_PATTERN_DOTS:
      draw_dots (shape, cr);
      break;
    case MTR_PATTERN_LINES:
      draw_lines (shape, cr);
      break;
    case MTR_PATTERN_SOLID:
    case MTR_PATTERN_PALE:
      cairo_paint (cr);
      break;
    case MTR_PATTERN_EMPTY:
      break;
    }
}

/*< private >
 * mtr_shape_draw:
 * @shape: a shape
 * @styles: the colours of the page
 * @cr: what it is drawn on, in points
 * @x: the left margin
 * @y: the top of its box
 */
void
mtr_shape_draw (const MtrShape      *shape,
                const MtrStyleSheet *styles,
                cairo_t             *cr,
                double               x,
                double               y)
{
  cairo_save (cr);
  cairo_translate (cr, x + shape->x, y + shape->top);

  /* What is not patterned is white, on a tint too: the edge and the pattern stand out from it alike. */
  cairo_save (cr);
  trace (shape, cr);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  if (!shape->quiet)
    cairo_paint (cr);
  set_colour (cr, shape->pattern != MTR_PATTERN_PALE ? &mtr_colour_accent
                  : shape->quiet                   ? &styles->fill
                                                   : &styles->rule);
  cairo_set_line_width (cr, STROKE);
  draw_pattern (shape, cr);
  cairo_restore (cr);

  trace (shape, cr);
  set_colour (cr, shape->quiet ? &styles->rule : &mtr_colour_accent);
  cairo_set_line_width (cr, shape->quiet ? HAIRLINE : EDGE);
  cairo_stroke (cr);
  cairo_restore (cr);
}
