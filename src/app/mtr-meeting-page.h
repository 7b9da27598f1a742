/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_MEETING_PAGE (mtr_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrMeetingPage, mtr_meeting_page, MTR, MEETING_PAGE, MtrPage)

MtrPage *mtr_meeting_page_new (MtrPairingModel *model,
                               MtrField         field);

G_END_DECLS
