/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

MtrPage *mtr_test_diary_open        (MtrWindow  *window,
                                     const char *mentee);
gint64   mtr_test_diary_find        (MtrWindow  *window,
                                     const char *mentee,
                                     const char *state,
                                     guint       position);
void     mtr_test_show_diary        (MtrWindow  *window);
void     mtr_test_show_diary_empty  (MtrWindow  *window);
void     mtr_test_show_diary_ended  (MtrWindow  *window);
void     mtr_test_show_quick_entry  (MtrWindow  *window);
void     mtr_test_show_plan_session (MtrWindow  *window);
void     mtr_test_show_session      (MtrWindow  *window);
void     mtr_test_show_deeper       (MtrWindow  *window);
void     mtr_test_show_worry        (MtrWindow  *window);
void     mtr_test_show_private_note (MtrWindow  *window);
void     mtr_test_show_misspelt     (MtrWindow  *window);
void     mtr_test_show_promote      (MtrWindow  *window);

G_END_DECLS
