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
void mtr_test_fill_in             (MtrWindow  *window,
                                   const char *tool);
void mtr_test_show_tool           (MtrWindow  *window);
void mtr_test_show_private_tool   (MtrWindow  *window);
void mtr_test_show_named_tool     (MtrWindow  *window);
void mtr_test_show_blank_form     (MtrWindow  *window);
void mtr_test_show_note           (MtrWindow  *window);

G_END_DECLS
