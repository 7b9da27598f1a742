/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-form.h"
#include "mtr-page.h"
#include "mtr-record-controller.h"

G_BEGIN_DECLS

/**
 * MtrFormAnswers:
 * @kind: the kind of record that holds one answer
 * @parent: its field for what it belongs to
 * @question: its field for the code of the question
 * @text: its field for a text
 * @choice: its field for the code of a choice
 * @number: its field for a figure; 1 for a tick
 *
 * Where the answers of a form are kept.
 */
typedef struct {
  MtrKind  kind;
  MtrField parent;
  MtrField question;
  MtrField text;
  MtrField choice;
  MtrField number;
} MtrFormAnswers;

/**
 * MtrFormSetup:
 * @programme: the programme
 * @form: the form; must live as long as the page, as those of a pack do
 * @answers: (nullable): where the answers are kept; %NULL for the usual place of the kind of @record
 * @record: what the answers belong to: as it is stored, or a new one, which is stored with the first answer
 * @audience: who reads the answers
 * @other: (nullable): the names of the others of the pairing
 * @manager: (nullable): the name of the line manager
 * @can_write: whether the answers can be written, or only read
 *
 * What a page with a form is made from.
 */
typedef struct {
  MtrProgramme         *programme;
  const MtrForm        *form;
  const MtrFormAnswers *answers;
  MtrRecord            *record;
  MtrAudience           audience;
  const char           *other;
  const char           *manager;
  gboolean              can_write;
} MtrFormSetup;

#define MTR_TYPE_FORM_PAGE (mtr_form_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MtrFormPage, mtr_form_page, MTR, FORM_PAGE, MtrPage)

struct _MtrFormPageClass {
  MtrPageClass parent_class;
};

const MtrFormAnswers *mtr_form_answers_find         (MtrKind              kind);

MtrPage             *mtr_form_page_new              (const MtrFormSetup  *setup);
void                 mtr_form_page_set_up           (MtrFormPage         *self,
                                                     const MtrFormSetup  *setup);
GtkBox              *mtr_form_page_get_top          (MtrFormPage         *self);
GtkBox              *mtr_form_page_get_bottom       (MtrFormPage         *self);
MtrRecordController *mtr_form_page_get_controller   (MtrFormPage         *self);
GPtrArray           *mtr_form_page_list_answers     (MtrFormPage         *self);
GPtrArray           *mtr_form_page_list_written     (MtrFormPage         *self);
void                 mtr_form_page_flush            (MtrFormPage         *self);
void                 mtr_form_page_set_can_write    (MtrFormPage         *self,
                                                     gboolean             can_write);
void                 mtr_form_page_refuse           (MtrFormPage         *self,
                                                     const char          *reason);

G_END_DECLS
