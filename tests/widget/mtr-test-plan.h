/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

void mtr_test_show_goal         (MtrWindow *window);
void mtr_test_show_goal_new     (MtrWindow *window);
void mtr_test_show_goal_ended   (MtrWindow *window);
void mtr_test_show_goals_empty  (MtrWindow *window);
void mtr_test_show_milestone    (MtrWindow *window);
void mtr_test_show_plan         (MtrWindow *window);
void mtr_test_show_plan_preview (MtrWindow *window);
void mtr_test_show_dates        (MtrWindow *window);

G_END_DECLS
