/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-window.h"

G_BEGIN_DECLS

void mtr_import_actions_add (MtrWindow    *window,
                             MtrProgramme *programme);

G_END_DECLS
