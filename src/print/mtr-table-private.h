/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-walk-private.h"

G_BEGIN_DECLS

void  mtr_table_add        (MtrWalk *walk,
                            MtrNode *table);
guint mtr_table_add_fields (MtrWalk *walk,
                            MtrNode *parent,
                            guint    first);

G_END_DECLS
