/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

G_BEGIN_DECLS

MtrDocument *mtr_test_document_new      (void);
MtrDocument *mtr_test_document_new_long (guint n_sections);

G_END_DECLS
