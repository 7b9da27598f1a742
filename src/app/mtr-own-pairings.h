/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"

G_BEGIN_DECLS

GArray *mtr_own_pairings_list          (MtrProgramme *programme);
gint64  mtr_own_pairings_find_to_write (MtrProgramme *programme);

G_END_DECLS
