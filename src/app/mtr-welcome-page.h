/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-application.h"

G_BEGIN_DECLS

#define MTR_TYPE_WELCOME_PAGE (mtr_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrWelcomePage, mtr_welcome_page, MTR, WELCOME_PAGE, MtrPage)

MtrPage *mtr_welcome_page_new (MtrApplication *application);

G_END_DECLS
