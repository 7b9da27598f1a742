/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"
#include "mtr-pack.h"

G_BEGIN_DECLS

MtrDocument *mtr_form_build_blank (MtrPack       *pack,
                                   const MtrForm *form,
                                   const char    *about,
                                   const GDate   *as_at);

G_END_DECLS
