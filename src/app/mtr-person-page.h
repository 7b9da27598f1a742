/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_PERSON_PAGE (mtr_person_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPersonPage, mtr_person_page, MTR, PERSON_PAGE, MtrPage)

MtrPage *mtr_person_page_new (MtrProgramme *programme,
                              gint64        person_id);

G_END_DECLS
