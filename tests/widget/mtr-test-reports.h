/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

void mtr_test_show_reports    (MtrWindow  *window);
void mtr_test_open_report     (MtrWindow  *window,
                               const char *title);
void mtr_test_wait_for_report (MtrWindow  *window);
