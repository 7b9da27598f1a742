/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-row-list.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

void mtr_profile_rows_show (MtrRowList  *rows,
                            MtrSnapshot *snapshot,
                            gint64       person_id,
                            gint64       beside_id);

G_END_DECLS
