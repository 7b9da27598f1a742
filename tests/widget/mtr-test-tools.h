/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

void mtr_test_open_in_library     (MtrWindow  *window,
                                   const char *title);
void mtr_test_add_answers         (MtrWindow  *window);
void mtr_test_show_role           (MtrWindow  *window);
void mtr_test_show_guide_preview  (MtrWindow  *window);
void mtr_test_show_stage          (MtrWindow  *window);
void mtr_test_show_further_reading (MtrWindow *window);
void mtr_test_show_checklist      (MtrWindow  *window);
void mtr_test_show_checklist_item (MtrWindow  *window);
void mtr_test_show_own_questions  (MtrWindow  *window);

G_END_DECLS
