/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-pack.h"

G_BEGIN_DECLS

MtrDocument *mtr_guide_build (MtrPack           *pack,
                              const MtrPackRole *role,
                              const GDate       *as_at);

G_END_DECLS
