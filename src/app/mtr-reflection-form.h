/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_REFLECTION_FORM (mtr_reflection_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrReflectionForm, mtr_reflection_form, MTR, REFLECTION_FORM, MtrObservationForm)

G_END_DECLS
