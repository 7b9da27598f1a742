/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a printed page looks: letters, sizes, spaces and colours in one table.
 * Restrained on purpose: one family, four sizes of heading, one accent that is
 * still dark in black and white, and ragged right without hyphens, which is
 * easiest to read for people who find reading hard.
 */

#include "mtr-page-style-private.h"

#include "mtr-ahead-private.h"

#include <pango/pangocairo.h>
#include <string.h>

#define INK    { 0.10, 0.10, 0.11 }
#define MUTED  { 0.34, 0.35, 0.37 }
#define ACCENT { 0.09, 0.28, 0.38 }
#define ALERT  { 0.60, 0.16, 0.07 }

#define FAMILIES "Cantarell, DejaVu Sans, Sans"

/* Larger than this, the lines at the head and the foot of a page would take the room that the text needs. */
#define LARGEST_RUNNING 16.0
#define LARGEST_SPACE   1.5

const MtrColour mtr_colour_accent = ACCENT;
const MtrColour mtr_colour_muted = MUTED;

static const MtrStyleInfo styles[] = {
  /*                            size   bold   lines before after colour figures */
  [MTR_STYLE_COVER_LABEL]  = { 13.0, FALSE, 1.15,   0.0,  8.0, MUTED },
  [MTR_STYLE_COVER_TITLE]  = { 30.0, TRUE,  1.05,   0.0, 14.0, ACCENT },
  [MTR_STYLE_COVER_DRAFT]  = { 13.0, TRUE,  1.15,   0.0, 14.0, ALERT },
  [MTR_STYLE_HEADING_1]    = { 20.0, TRUE,  1.05,  30.0, 10.0, ACCENT },
  [MTR_STYLE_HEADING_2]    = { 14.0, TRUE,  1.10,  22.0,  6.0, ACCENT },
  [MTR_STYLE_HEADING_3]    = { 11.5, TRUE,  1.10,  16.0,  4.0, INK },
  [MTR_STYLE_HEADING_4]    = { 10.5, TRUE,  1.10,  12.0,  3.0, MUTED },
  [MTR_STYLE_BODY]         = { 10.5, FALSE, 1.18,   0.0,  7.0, INK },
  [MTR_STYLE_LABEL]        = {  9.5, TRUE,  1.10,   8.0,  2.0, MUTED },
  [MTR_STYLE_FIELD_LABEL]  = {  9.5, FALSE, 1.15,   0.0,  0.0, MUTED },
  [MTR_STYLE_FIELD]        = { 10.5, FALSE, 1.12,   0.0,  0.0, INK },
  [MTR_STYLE_TABLE]        = {  9.5, FALSE, 1.12,   0.0,  0.0, INK, TRUE },
  [MTR_STYLE_TABLE_HEADER] = {  9.0, TRUE,  1.08,   0.0,  0.0, ACCENT },
  [MTR_STYLE_CHART]        = {  8.5, TRUE,  1.00,   0.0,  0.0, ACCENT, TRUE },
  [MTR_STYLE_NOTE]         = { 10.0, FALSE, 1.15,   0.0,  6.0, INK },
  [MTR_STYLE_CONTENTS_1]   = { 10.5, TRUE,  1.10,   7.0,  2.0, INK },
  [MTR_STYLE_CONTENTS_2]   = { 10.0, FALSE, 1.10,   0.0,  2.0, INK },
  [MTR_STYLE_SIGNATURE]    = { 13.0, FALSE, 1.10,   0.0,  2.0, INK },
  [MTR_STYLE_RUNNING]      = {  8.5, FALSE, 1.00,   0.0,  0.0, MUTED },
  [MTR_STYLE_DRAFT]        = {  9.0, TRUE,  1.00,   0.0,  0.0, ALERT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (styles) == MTR_N_STYLES);

static const MtrColour rule = { 0.78, 0.80, 0.82 };
static const MtrColour fill = { 0.935, 0.950, 0.960 };

static PangoContext *
create_context (const char *language)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));

  return context;
}

/* As if the colour were printed on the paper. */
static MtrColour
mix (const MtrColour *colour,
     const MtrColour *paper)
{
  return (MtrColour) { colour->red * paper->red, colour->green * paper->green, colour->blue * paper->blue };
}

/* Whoever asks for a size gets no text smaller than that, but for the lines at the head and the foot of a page. Headings are
 * so many points larger than the text as in the design, so that large letters leave them on the page. */
static double
adjust_size (MtrTextStyle style,
             guint        size)
{
  double designed = styles[style].size;
  double body = styles[MTR_STYLE_BODY].size;

  switch (style)
    {
    case MTR_STYLE_RUNNING:
    case MTR_STYLE_DRAFT:
    case MTR_STYLE_CHART:
      return CLAMP (designed * size / body, MIN (designed, size), LARGEST_RUNNING);
    default:
      return size + MAX (0.0, designed - body);
    }
}

static void
adjust (MtrStyleSheet       *self,
        const MtrAdjustment *adjustment)
{
  double space = CLAMP (self->scale, 1.0, LARGEST_SPACE);

  for (guint i = 0; i < MTR_N_STYLES; i++)
    {
      MtrStyleInfo *info = &self->styles[i];

      if (adjustment->size > 0)
        info->size = adjust_size (i, adjustment->size);
      info->line_spacing = MAX (info->line_spacing, adjustment->spacing);
      info->before *= space;
      info->after *= space;
    }
}

/*< private >
 * mtr_style_sheet_new:
 * @language: a BCP 47 tag
 * @adjustment: how the reader reads best
 *
 * Its unit is the point and its metrics are those of paper, so that lines break at the same words on every device.
 *
 * Returns: (transfer full): the styles
 */
MtrStyleSheet *
mtr_style_sheet_new (const char          *language,
                     const MtrAdjustment *adjustment)
{
  MtrStyleSheet *self = g_new0 (MtrStyleSheet, 1);
  guint32 paper = mtr_tint_get_colour (adjustment->tint);

  self->context = create_context (language);
  memcpy (self->styles, styles, sizeof styles);
  self->families = adjustment->font != NULL ? g_strdup_printf ("%s, %s", adjustment->font, FAMILIES) : g_strdup (FAMILIES);
  self->tinted = adjustment->tint != MTR_TINT_NONE;
  self->paper = (MtrColour) { (paper >> 16 & 0xFF) / 255.0, (paper >> 8 & 0xFF) / 255.0, (paper & 0xFF) / 255.0 };
  self->fill = mix (&fill, &self->paper);
  self->rule = mix (&rule, &self->paper);
  self->scale = adjustment->size > 0 ? adjustment->size / styles[MTR_STYLE_BODY].size : 1.0;
  adjust (self, adjustment);

  return self;
}

/*< private >
 * mtr_style_sheet_free:
 * @self: (transfer full): styles
 */
void
mtr_style_sheet_free (MtrStyleSheet *self)
{
  g_object_unref (self->context);
  g_free (self->families);
  g_free (self);
}

/*< private >
 * mtr_style_sheet_get:
 * @self: styles
 * @style: a style
 *
 * Returns: (transfer none): its row in the table
 */
const MtrStyleInfo *
mtr_style_sheet_get (const MtrStyleSheet *self,
                     MtrTextStyle         style)
{
  return &self->styles[style];
}

/*< private >
 * mtr_style_sheet_new_layout:
 * @self: styles
 * @style: a style
 * @text: the text
 * @width: where lines break, in points; -1 for nowhere
 *
 * Returns: (transfer full): the text in lines
 */
PangoLayout *
mtr_style_sheet_new_layout (const MtrStyleSheet *self,
                            MtrTextStyle         style,
                            const char          *text,
                            double               width)
{
  const MtrStyleInfo *info = &self->styles[style];
  PangoLayout *layout = self->ahead != NULL ? mtr_ahead_take (self->ahead, style, text, width) : NULL;
  PangoFontDescription *font;
  PangoAttrList *attributes;

  if (layout != NULL)
    return layout;

  layout = pango_layout_new (self->context);
  font = pango_font_description_new ();
  attributes = pango_attr_list_new ();
  pango_font_description_set_family (font, self->families);
  pango_font_description_set_size (font, (int) (info->size * PANGO_SCALE));
  pango_font_description_set_weight (font, info->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  /* A ligature is copied and searched as one letter that nobody types. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new (info->figures ? "liga=0, clig=0, tnum=1"
                                                                                  : "liga=0, clig=0"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_line_spacing (layout, (float) info->line_spacing);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0.0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);

  return layout;
}
