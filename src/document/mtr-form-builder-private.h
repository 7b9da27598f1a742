/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

G_BEGIN_DECLS

MtrNode *mtr_form_builder_add_question (MtrNode    *section,
                                        guint       number,
                                        const char *title,
                                        const char *description);
void     mtr_form_builder_add_lines    (MtrNode    *question,
                                        int         words);
void     mtr_form_builder_add_giver    (MtrNode    *section);

G_END_DECLS
