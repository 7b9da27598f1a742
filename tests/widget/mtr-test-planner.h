/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

gint64 mtr_test_add_workshop       (MtrWindow *window);
GtkWidget *mtr_test_find_day       (MtrWindow  *window,
                                    const char *day);
void   mtr_test_show_planner       (MtrWindow *window);
void   mtr_test_show_planner_day   (MtrWindow *window);
void   mtr_test_show_planner_empty (MtrWindow *window);
void   mtr_test_show_event         (MtrWindow *window);
void   mtr_test_show_event_new     (MtrWindow *window);
void   mtr_test_show_invite        (MtrWindow *window);

G_END_DECLS
