/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-adjustment.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* All lengths are points: 1/72 inch. */

/** MtrTextStyle: the kinds of text on a page. */
typedef enum {
  MTR_STYLE_COVER_LABEL,
  MTR_STYLE_COVER_TITLE,
  MTR_STYLE_COVER_DRAFT,
  MTR_STYLE_HEADING_1,
  MTR_STYLE_HEADING_2,
  MTR_STYLE_HEADING_3,
  MTR_STYLE_HEADING_4,
  MTR_STYLE_BODY,
  MTR_STYLE_LABEL,
  MTR_STYLE_FIELD_LABEL,
  MTR_STYLE_FIELD,
  MTR_STYLE_TABLE,
  MTR_STYLE_TABLE_HEADER,
  MTR_STYLE_CHART,
  MTR_STYLE_NOTE,
  MTR_STYLE_CONTENTS_1,
  MTR_STYLE_CONTENTS_2,
  MTR_STYLE_SIGNATURE,
  MTR_STYLE_RUNNING,
  MTR_STYLE_DRAFT,
  MTR_N_STYLES
} MtrTextStyle;

/** MtrColour: red, green, blue from 0 to 1. */
typedef struct {
  double red;
  double green;
  double blue;
} MtrColour;

/** MtrStyleInfo: one row of the table of styles. */
typedef struct {
  double      size;          /* of the letters */
  gboolean    bold;
  double      line_spacing;  /* times the font's own */
  double      before;        /* space above, where it is not at the top of a page */
  double      after;         /* space below */
  MtrColour   colour;
  gboolean    figures;       /* all of one width, so that numbers stand below each other */
} MtrStyleInfo;

#define MTR_MARGIN_SIDE   62.0   /* left and right of the text */
#define MTR_MARGIN_TOP    78.0   /* above the text; the running header is in it */
#define MTR_MARGIN_BOTTOM 70.0
#define MTR_HEADER_TOP    40.0   /* from the upper edge to the running header */
#define MTR_FOOTER_BOTTOM 34.0   /* from the lower edge to the end of the footer */
#define MTR_CELL_PADDING  5.0
#define MTR_NOTE_INDENT   12.0
#define MTR_LIST_INDENT   16.0
#define MTR_BULLET_INDENT 6.0    /* of the lines after the first of a point in a cell */

extern const MtrColour mtr_colour_accent;
extern const MtrColour mtr_colour_muted;

/** MtrAhead: paragraphs that another thread breaks into lines. */
typedef struct _MtrAhead MtrAhead;

/** MtrStyleSheet: the styles as one reader has them. */
typedef struct {
  MtrAhead     *ahead;     /* (unowned) (nullable): where some layouts are to be had ready-made */
  PangoContext *context;   /* (owned): for the measure of letters */
  char         *families;  /* (owned): of fonts, the one that is wanted first */
  gboolean      tinted;
  MtrColour     paper;     /* the ground, where it is tinted */
  MtrColour     fill;      /* what is set off from it */
  MtrColour     rule;      /* lines on it */
  double        scale;     /* how many times as large as in the design the running text is */
  MtrStyleInfo  styles[MTR_N_STYLES];
} MtrStyleSheet;

MtrStyleSheet      *mtr_style_sheet_new        (const char          *language,
                                                const MtrAdjustment *adjustment);
void                mtr_style_sheet_free       (MtrStyleSheet       *self);
const MtrStyleInfo *mtr_style_sheet_get        (const MtrStyleSheet *self,
                                                MtrTextStyle         style);
PangoLayout        *mtr_style_sheet_new_layout (const MtrStyleSheet *self,
                                                MtrTextStyle         style,
                                                const char          *text,
                                                double               width);

G_END_DECLS
