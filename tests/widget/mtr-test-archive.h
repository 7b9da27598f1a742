/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

void mtr_test_show_archive          (MtrWindow  *window);
void mtr_test_show_archive_pairing  (MtrWindow  *window);
void mtr_test_show_archive_saved    (MtrWindow  *window);
void mtr_test_choose_archive_reader (MtrWindow  *window,
                                     const char *title);
void mtr_test_save_archive          (MtrWindow  *window,
                                     const char *path);

G_END_DECLS
