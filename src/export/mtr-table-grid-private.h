/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

G_BEGIN_DECLS

/** MtrTableGrid: the columns of a table whose rows share out the width each in its own way. */
typedef struct _MtrTableGrid MtrTableGrid;

MtrTableGrid *mtr_table_grid_new           (MtrNode      *table,
                                            gboolean      with_page_numbers);
void          mtr_table_grid_free          (MtrTableGrid *self);
guint         mtr_table_grid_get_n_columns (MtrTableGrid *self);
double        mtr_table_grid_get_width     (MtrTableGrid *self,
                                            guint         column);
GPtrArray    *mtr_table_grid_list_cells    (MtrTableGrid *self,
                                            MtrNode      *row);
guint         mtr_table_grid_get_span      (MtrTableGrid *self,
                                            MtrNode      *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrTableGrid, mtr_table_grid_free)

G_END_DECLS
