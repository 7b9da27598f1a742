/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_FEEDBACK_FORM (mtr_feedback_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrFeedbackForm, mtr_feedback_form, MTR, FEEDBACK_FORM, MtrObservationForm)

G_END_DECLS
