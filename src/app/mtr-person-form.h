/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-record-controller.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MtrPersonSection:
 * @MTR_PERSON_SECTION_MAIN: who it is, and what the rules about mentors need
 * @MTR_PERSON_SECTION_REACH: how to reach them, and the private note
 *
 * The parts of what is written down about a person. Those from %MTR_PERSON_SECTION_FIRST_PAGE on have a page each.
 */
typedef enum {
  MTR_PERSON_SECTION_MAIN,
  MTR_PERSON_SECTION_REACH,
  MTR_PERSON_SECTION_WORK,
  MTR_PERSON_SECTION_REGISTRATION,
  MTR_PERSON_SECTION_MENTOR,
  MTR_PERSON_SECTION_WISHES,
  MTR_PERSON_SECTION_MEETING,
  MTR_PERSON_SECTION_IDENTITY,
  MTR_N_PERSON_SECTIONS,
  MTR_PERSON_SECTION_FIRST_PAGE = MTR_PERSON_SECTION_WORK,
} MtrPersonSection;

const char       *mtr_person_section_get_code     (MtrPersonSection     section);
const char       *mtr_person_section_get_title    (MtrPersonSection     section);
const char       *mtr_person_section_get_line     (MtrPersonSection     section);
MtrPersonSection  mtr_person_section_find         (MtrField             field);
char             *mtr_person_section_describe     (MtrPersonSection     section,
                                                   MtrRecord           *person);

const char       *mtr_person_form_get_choice      (MtrField             field,
                                                   const char          *code);

/* The rows of one part, in the groups of those who may read them. */
#define MTR_TYPE_PERSON_FORM (mtr_person_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrPersonForm, mtr_person_form, MTR, PERSON_FORM, AdwBin)

GtkWidget *mtr_person_form_new        (MtrPersonSection     section,
                                       MtrRecordController *controller,
                                       MtrSnapshot         *people);
void       mtr_person_form_refresh    (MtrPersonForm       *self);
void       mtr_person_form_set_narrow (MtrPersonForm       *self,
                                       gboolean             narrow);
gboolean   mtr_person_form_focus      (MtrPersonForm       *self,
                                       MtrField             field);

G_END_DECLS
