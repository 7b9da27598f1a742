/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-requirement.h"
#include "mtr-window.h"

G_BEGIN_DECLS

const char *mtr_requirement_way_get_verb     (const MtrRequirementResult *result);
char       *mtr_requirement_way_dup_subtitle (const MtrRequirementResult *result,
                                              MtrSnapshot                *snapshot,
                                              const GDate                *today);
void        mtr_requirement_way_go           (const MtrRequirementResult *result,
                                              MtrWindow                  *window,
                                              gint64                      pairing_id);

G_END_DECLS
