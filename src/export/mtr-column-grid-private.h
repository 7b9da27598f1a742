/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

G_BEGIN_DECLS

/** MtrColumnGrid: the columns of a table whose rows share out the width each in its own way. */
typedef struct _MtrColumnGrid MtrColumnGrid;

MtrColumnGrid *mtr_column_grid_new           (MtrNode       *table,
                                              gboolean       with_page_numbers);
void           mtr_column_grid_free          (MtrColumnGrid *self);
guint          mtr_column_grid_get_n_columns (MtrColumnGrid *self);
double         mtr_column_grid_get_width     (MtrColumnGrid *self,
                                              guint          column);
GPtrArray     *mtr_column_grid_list_cells    (MtrColumnGrid *self,
                                              MtrNode       *row);
guint          mtr_column_grid_get_span      (MtrColumnGrid *self,
                                              MtrNode       *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrColumnGrid, mtr_column_grid_free)

G_END_DECLS
