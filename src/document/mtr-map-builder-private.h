/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-builder-private.h"

G_BEGIN_DECLS

void mtr_map_add_section (MtrBuilder *builder,
                          MtrNode    *parent,
                          MtrRecord  *portfolio);

G_END_DECLS
