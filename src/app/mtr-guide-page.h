/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

MtrPage *mtr_guide_page_new_role    (MtrProgramme *programme,
                                     MtrPack      *pack,
                                     const char   *code);
MtrPage *mtr_guide_page_new_stage   (MtrProgramme *programme,
                                     MtrPack      *pack,
                                     const char   *code);
MtrPage *mtr_guide_page_new_reading (MtrProgramme *programme,
                                     MtrPack      *pack);

G_END_DECLS
