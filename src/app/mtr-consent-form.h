/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation-form.h"

G_BEGIN_DECLS

#define MTR_TYPE_CONSENT_FORM (mtr_consent_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrConsentForm, mtr_consent_form, MTR, CONSENT_FORM, MtrObservationForm)

G_END_DECLS
