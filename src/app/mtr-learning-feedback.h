/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-learner.h"
#include "mtr-record-controller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_LEARNING_FEEDBACK (mtr_learning_feedback_get_type ())
G_DECLARE_FINAL_TYPE (MtrLearningFeedback, mtr_learning_feedback, MTR, LEARNING_FEEDBACK, AdwBin)

GtkWidget *mtr_learning_feedback_new     (MtrLearner          *learner,
                                          MtrRecordController *controller);
void       mtr_learning_feedback_refresh (MtrLearningFeedback *self);

G_END_DECLS
