/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-learner.h"
#include "mtr-page.h"

G_BEGIN_DECLS

MtrPage *mtr_learning_page_new           (MtrPairingModel *model);
MtrPage *mtr_learning_page_new_of_person (MtrProgramme    *programme,
                                          gint64           person_id);

G_END_DECLS
