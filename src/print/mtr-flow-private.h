/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-box-private.h"

G_BEGIN_DECLS

/** MtrOutlineEntry: a section that the contents and the outline list. */
typedef struct {
  const char *id;        /* (unowned) */
  const char *title;     /* (unowned) */
  guint       level;     /* from 1 */
} MtrOutlineEntry;

/** MtrFlow: a document as one long column of boxes. */
typedef struct {
  MtrStyleSheet *styles;   /* (owned) */
  GPtrArray    *boxes;     /* (owned) (element-type MtrBox) */
  GArray       *outline;   /* (owned) (element-type MtrOutlineEntry) */
  GPtrArray    *names;     /* (owned) (element-type utf8): ids made for sections without one */
  double        width;     /* of the text on an upright page, in points */
  double        landscape_width;
} MtrFlow;

MtrFlow    *mtr_flow_new        (MtrDocument *document,
                                 double       width,
                                 double       landscape_width);
void        mtr_flow_free       (MtrFlow     *flow);

G_END_DECLS
