/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/* Both are free of today's date: a reason says from when and until when it holds, so that the store computes it
 * once with each change and Today only has to look. */
MtrRecord *mtr_summary_build   (MtrPack     *pack,
                                MtrSnapshot *snapshot,
                                gint64       pairing_id);
GPtrArray *mtr_attention_build (MtrPack     *pack,
                                MtrSnapshot *snapshot,
                                gint64       pairing_id);

G_END_DECLS
