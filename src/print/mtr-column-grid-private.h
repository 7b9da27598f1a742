/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-page-style-private.h"

G_BEGIN_DECLS

/** MtrColumnGrid: where the columns of a table are; a cell can lie over several. */
typedef struct {
  GArray *weights;   /* (owned) (element-type guint): of the cells of the first row */
  GArray *edges;     /* (owned) (element-type guint): where a cell of any row begins or ends, in millionths of the width */
  GArray *places;    /* (owned) (element-type double): the same in points */
} MtrColumnGrid;

MtrColumnGrid *mtr_column_grid_new    (MtrNode             *table,
                                     double               width);
void          mtr_column_grid_free   (MtrColumnGrid        *self);
gboolean      mtr_column_grid_fit    (MtrColumnGrid        *self,
                                     MtrNode             *table,
                                     const MtrStyleSheet *styles,
                                     double               width);
void          mtr_column_grid_locate (MtrColumnGrid        *self,
                                     MtrNode             *row,
                                     guint                position,
                                     guint               *first,
                                     guint               *end);
MtrNode      *mtr_column_grid_find   (MtrColumnGrid        *self,
                                     MtrNode             *row,
                                     guint                column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrColumnGrid, mtr_column_grid_free)

G_END_DECLS
