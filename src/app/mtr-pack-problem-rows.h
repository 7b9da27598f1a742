/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

void mtr_pack_problem_rows_add (AdwPreferencesGroup *group,
                                MtrPackLibrary      *library);

G_END_DECLS
