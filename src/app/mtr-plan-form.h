/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_PLAN_FORM (mtr_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrPlanForm, mtr_plan_form, MTR, PLAN_FORM, MtrObservationForm)

G_END_DECLS
