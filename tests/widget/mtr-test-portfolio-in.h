/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

void mtr_test_bring_in                  (MtrWindow  *window,
                                         const char *find,
                                         const char *with);
void mtr_test_show_portfolio_in         (MtrWindow  *window);
void mtr_test_show_portfolio_in_unread  (MtrWindow  *window);
void mtr_test_show_portfolio_in_preview (MtrWindow  *window);
void mtr_test_show_portfolio_in_refused (MtrWindow  *window);

G_END_DECLS
