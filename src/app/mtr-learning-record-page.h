/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-learner.h"
#include "mtr-page.h"

G_BEGIN_DECLS

MtrPage *mtr_learning_record_page_new    (MtrLearner *learner,
                                          gint64      record_id);
void     mtr_learning_record_page_remove (MtrLearner *learner,
                                          MtrRecord  *record);

G_END_DECLS
