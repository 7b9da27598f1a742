/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

MtrPage *mtr_test_wait_for_page        (MtrWindow  *window,
                                        const char *type);
void     mtr_test_import_subject       (MtrWindow  *window,
                                        const char *subject,
                                        const char *contents);
void     mtr_test_import_rows          (MtrWindow  *window,
                                        const char *contents);
void     mtr_test_check_rows           (MtrWindow  *window);
void     mtr_test_show_import          (MtrWindow  *window);
void     mtr_test_show_import_unread   (MtrWindow  *window);
void     mtr_test_show_import_columns  (MtrWindow  *window);
void     mtr_test_show_import_rows     (MtrWindow  *window);

extern const char mtr_test_rows[];

G_END_DECLS
