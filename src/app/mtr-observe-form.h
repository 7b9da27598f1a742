/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_OBSERVE_FORM (mtr_observe_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrObserveForm, mtr_observe_form, MTR, OBSERVE_FORM, MtrObservationForm)

G_END_DECLS
