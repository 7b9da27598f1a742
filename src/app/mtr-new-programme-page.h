/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-application.h"

G_BEGIN_DECLS

#define MTR_TYPE_NEW_PROGRAMME_PAGE (mtr_new_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrNewProgrammePage, mtr_new_programme_page, MTR, NEW_PROGRAMME_PAGE, MtrPage)

MtrPage *mtr_new_programme_page_new (MtrApplication *application);

G_END_DECLS
