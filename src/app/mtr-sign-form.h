/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_SIGN_FORM (mtr_sign_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrSignForm, mtr_sign_form, MTR, SIGN_FORM, MtrObservationForm)

G_END_DECLS
