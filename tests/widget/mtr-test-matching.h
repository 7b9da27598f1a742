/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

gint64 mtr_test_matching_find_person (MtrWindow  *window,
                                      const char *name);
void   mtr_test_matching_add_people  (MtrWindow  *window);
void   mtr_test_show_matching        (MtrWindow  *window);
void   mtr_test_show_matching_queue  (MtrWindow  *window);
void   mtr_test_show_matching_full   (MtrWindow  *window);
void   mtr_test_show_matching_pair   (MtrWindow  *window);
void   mtr_test_show_matching_sides  (MtrWindow  *window);
void   mtr_test_show_matching_mentors (MtrWindow *window);
void   mtr_test_show_matching_rules  (MtrWindow  *window);
void   mtr_test_show_matching_weights (MtrWindow *window);
void   mtr_test_show_peer_groups     (MtrWindow  *window);
void   mtr_test_show_matching_publish (MtrWindow *window);

G_END_DECLS
