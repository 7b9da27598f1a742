/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match-model.h"
#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_PEER_GROUP_PAGE (mtr_peer_group_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrPeerGroupPage, mtr_peer_group_page, MTR, PEER_GROUP_PAGE, MtrPage)

MtrPage *mtr_peer_group_page_new (MtrMatchModel *model);

G_END_DECLS
