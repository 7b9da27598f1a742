/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-learner.h"
#include "mtr-page.h"

G_BEGIN_DECLS

MtrPage *mtr_submission_page_new (MtrLearner *learner,
                                  gint64      submission_id);

G_END_DECLS
