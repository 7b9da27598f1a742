/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

MtrPage *mtr_owner_page_new (MtrProgramme *programme);

G_END_DECLS
