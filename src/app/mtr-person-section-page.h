/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-person-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_PERSON_SECTION_PAGE (mtr_person_section_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPersonSectionPage, mtr_person_section_page, MTR, PERSON_SECTION_PAGE, MtrPage)

MtrPage *mtr_person_section_page_new (MtrPersonSection     section,
                                      MtrRecordController *controller,
                                      MtrSnapshot         *people);

G_END_DECLS
