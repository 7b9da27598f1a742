/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-builder-private.h"

G_BEGIN_DECLS

void mtr_evidence_add_index   (MtrBuilder *builder,
                               MtrNode    *parent,
                               gint64      portfolio_id);
void mtr_evidence_add_section (MtrBuilder *builder,
                               MtrNode    *parent,
                               gint64      portfolio_id);

G_END_DECLS
