/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

void mtr_test_show_looking_back    (MtrWindow *window);
void mtr_test_show_self_assessment (MtrWindow *window);
void mtr_test_show_movement        (MtrWindow *window);
void mtr_test_show_review          (MtrWindow *window);
void mtr_test_show_measure         (MtrWindow *window);
void mtr_test_show_stage_note      (MtrWindow *window);
void mtr_test_show_evaluation      (MtrWindow *window);
void mtr_test_show_group           (MtrWindow *window);
void mtr_test_show_group_session   (MtrWindow *window);
void mtr_test_show_new_group       (MtrWindow *window);

G_END_DECLS
