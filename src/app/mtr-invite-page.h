/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

MtrPage *mtr_invite_page_new (MtrProgramme *programme,
                              gint64        event_id);

G_END_DECLS
