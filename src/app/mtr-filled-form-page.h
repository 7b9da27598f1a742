/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-form-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_FILLED_FORM_PAGE (mtr_filled_form_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrFilledFormPage, mtr_filled_form_page, MTR, FILLED_FORM_PAGE, MtrFormPage)

MtrPage *mtr_filled_form_page_new (MtrProgramme    *programme,
                                   const MtrForm   *form,
                                   MtrRecord       *record,
                                   MtrPairingModel *model);
MtrPage *mtr_filled_form_page_new_note (MtrPairingModel *model,
                                   MtrRecord       *source);
gboolean mtr_filled_form_page_can_draft (MtrPairingModel *model);
char    *mtr_filled_form_dup_audience (const MtrForm *form,
                                   const char      *other);

G_END_DECLS
