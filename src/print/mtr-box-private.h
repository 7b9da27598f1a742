/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-page-style-private.h"
#include "mtr-shape-private.h"

#include <cairo.h>

G_BEGIN_DECLS

/** MtrTag: an element of the structure of a tagged PDF; two are the same element where tag and key agree. */
typedef struct {
  const char    *tag;       /* (unowned): a constant */
  gconstpointer  key;       /* (unowned) */
  const char    *detail;    /* (unowned) (nullable): of a figure, what is read out for it; of a TH, what it heads */
} MtrTag;

#define MTR_MAX_TAGS     16
#define MTR_LONGEST_WORD 26   /* letters; what is longer, such as an address, may be broken anywhere */

/** MtrTagPath: the elements that something is in, outermost first. */
typedef struct {
  guint  n_tags;
  MtrTag tags[MTR_MAX_TAGS];
} MtrTagPath;

/** MtrLine: a line of a cell, measured from the top of the cell's text. */
typedef struct {
  PangoLayoutLine *line;    /* (owned) */
  double           x;
  double           top;
  double           bottom;
  double           baseline;
} MtrLine;

/** MtrBoxCell: text in lines, somewhere across the width of its box. */
typedef struct {
  PangoLayout  *layout;     /* (owned) */
  GArray       *lines;      /* (owned) (element-type MtrLine) */
  MtrTextStyle  style;
  double        x;          /* from the left margin */
  double        width;
  double        drop;       /* how much lower its first line begins, so that it stands on one line with its neighbours */
  const char   *tag;        /* (unowned) (nullable): the element the text is in, inside the path of the box */
  const char   *detail;     /* (unowned) (nullable): of that element */
  const char   *target;     /* (unowned) (nullable): id that the text links to */
  gboolean      page_number; /* shows the page of its target */
  const char   *spoken;     /* (unowned) (nullable): what is read out in place of the text; empty for nothing */
  const char   *before_number; /* (unowned) (nullable): text that the number comes after */
} MtrBoxCell;

/** MtrBoxLook: what is drawn besides the text. */
typedef enum {
  MTR_LOOK_RULE_BELOW = 1 << 0,  /* a hairline */
  MTR_LOOK_FILL       = 1 << 1,  /* a light ground */
  MTR_LOOK_BAR        = 1 << 2,  /* a bar at the left edge */
  MTR_LOOK_RULE_STRONG = 1 << 3, /* a line of the accent below */
  MTR_LOOK_WRITING    = 1 << 4,  /* a line to write on at the foot of the box */
} MtrBoxLook;

/** MtrBox: the smallest thing that is put on a page: cells side by side. */
typedef struct _MtrBox MtrBox;
struct _MtrBox {
  GPtrArray   *cells;       /* (owned) (element-type MtrBoxCell) */
  GArray      *shapes;      /* (owned) (element-type MtrShape): drawn behind the text where the box begins */
  MtrTagPath   path;
  GPtrArray   *ids;         /* (owned) (element-type utf8): what begins here */
  MtrBoxLook   look;
  double       before;
  double       after;
  double       padding;     /* above and below the text, inside the ground and the rules */
  double       height;      /* with the padding */
  double       least_height; /* for boxes without text */
  MtrBox      *header;      /* (unowned) (nullable): the row that is repeated where this one begins a page */
  gboolean     with_next;   /* stays on the page of the next box */
  gboolean     together;    /* does so too, where all that are kept together have room on one page */
  gboolean     grouped;     /* the same of a group, which may be of several that are kept together */
  gboolean     whole;       /* is not broken, unless it is taller than half a page */
  gboolean     new_page;
  gboolean     landscape;
  gboolean     cover;       /* on the title page */
  gboolean     keep_before; /* its space above counts at the top of a page too */
};

/** MtrFragment: the part of a box that is on a page. */
typedef struct {
  MtrBox   *box;            /* (unowned) */
  double    y;              /* from the top of the page */
  double    height;
  guint    *first;          /* (owned): by cell: the first line */
  guint    *end;            /* (owned): by cell: the line after the last */
  gboolean  begins;         /* has the beginning of the box */
} MtrFragment;

MtrBox      *mtr_box_new          (void);
void         mtr_box_free         (MtrBox       *box);
MtrBoxCell  *mtr_box_add_cell     (MtrBox       *box,
                                   const MtrStyleSheet *styles,
                                   MtrTextStyle  style,
                                   const char   *text,
                                   double        x,
                                   double        width);
void         mtr_box_cell_set_text (MtrBoxCell  *cell,
                                   const char   *text);
gboolean     mtr_box_cell_breaks_word (MtrBoxCell *cell);
void         mtr_box_add_shape    (MtrBox       *box,
                                   const MtrShape *shape);
void         mtr_box_reread       (MtrBox       *box);
void         mtr_box_measure      (MtrBox       *box);
double       mtr_box_get_least    (MtrBox       *box,
                                   double        page_height);
MtrFragment *mtr_box_take         (MtrBox       *box,
                                   MtrFragment  *previous,
                                   double        room,
                                   gboolean      force,
                                   gboolean     *whole);
void         mtr_fragment_free    (MtrFragment  *fragment);
void         mtr_tag_path_add     (MtrTagPath   *path,
                                   const char   *tag,
                                   gconstpointer key);
void         mtr_tag_path_add_with (MtrTagPath  *path,
                                   const char   *tag,
                                   gconstpointer key,
                                   const char   *detail);

G_END_DECLS
