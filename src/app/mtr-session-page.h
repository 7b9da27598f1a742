/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-session-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_SESSION_PAGE (mtr_session_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrSessionPage, mtr_session_page, MTR, SESSION_PAGE, MtrPage)

MtrPage *mtr_session_page_new (MtrPairingModel   *model,
                               gint64             session_id,
                               MtrSessionPurpose  purpose);

G_END_DECLS
