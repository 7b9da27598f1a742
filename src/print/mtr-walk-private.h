/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-flow-private.h"

G_BEGIN_DECLS

/** MtrWalk: where in the document we are while it becomes boxes. */
typedef struct {
  MtrFlow    *flow;        /* (unowned) */
  MtrTagPath  path;
  double      x;           /* left edge, from the margin */
  double      width;
  gboolean    landscape;
  gboolean    cover;
  gboolean    new_page;    /* the next box begins a page */
  GPtrArray  *ids;         /* (owned) (element-type utf8): what begins with the next box */
} MtrWalk;

void    mtr_walk_place_box       (MtrWalk      *walk,
                                  MtrBox       *box);
MtrBox *mtr_walk_add_box         (MtrWalk      *walk);
MtrBox *mtr_walk_add_text        (MtrWalk      *walk,
                                  MtrTextStyle  style,
                                  const char   *tag,
                                  const char   *text,
                                  double        indent);
void    mtr_walk_set_space_after (MtrWalk      *walk,
                                  double        after);

G_END_DECLS
