/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_PRIVATE_NOTE_PAGE (mtr_private_note_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPrivateNotePage, mtr_private_note_page, MTR, PRIVATE_NOTE_PAGE, MtrPage)

MtrPage *mtr_private_note_page_new (MtrPairingModel *model,
                                    gint64           session_id);

G_END_DECLS
