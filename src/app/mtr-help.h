/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

MtrPage *mtr_help_page_new (MtrPage *about);

G_END_DECLS
