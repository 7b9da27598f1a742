/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-pack.h"

G_BEGIN_DECLS

MtrDocument *mtr_feedback_form_build (MtrPack     *pack,
                                      const char  *evidence_kind,
                                      const char  *about,
                                      const GDate *as_at);

G_END_DECLS
