/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_NEW_PAIRING_PAGE (mtr_new_pairing_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrNewPairingPage, mtr_new_pairing_page, MTR, NEW_PAIRING_PAGE, MtrPage)

MtrPage *mtr_new_pairing_page_new           (MtrProgramme      *programme);
void     mtr_new_pairing_page_choose_mentee (MtrNewPairingPage *self,
                                             gint64             person_id);

G_END_DECLS
