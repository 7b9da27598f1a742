/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-builder-private.h"

G_BEGIN_DECLS

void  mtr_observation_add_record (MtrBuilder *builder,
                                  MtrNode    *parent,
                                  MtrRecord  *observation);
char *mtr_observation_dup_node_id (MtrRecord *observation);

G_END_DECLS
