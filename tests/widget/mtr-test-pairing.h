/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

void mtr_test_show_pairing_active            (MtrWindow *window);
void mtr_test_show_pairing_proposed          (MtrWindow *window);
void mtr_test_show_pairing_ended             (MtrWindow *window);
void mtr_test_show_pairing_dual_role         (MtrWindow *window);
void mtr_test_show_pairing_induction         (MtrWindow *window);
void mtr_test_show_pairing_paused            (MtrWindow *window);
void mtr_test_show_pairing_rules             (MtrWindow *window);
void mtr_test_show_pairing_role              (MtrWindow *window);
void mtr_test_show_pairing_agreement         (MtrWindow *window);
void mtr_test_show_pairing_agreement_signed  (MtrWindow *window);
void mtr_test_show_pairing_agreement_changed (MtrWindow *window);
void mtr_test_show_pairing_meeting           (MtrWindow *window);
void mtr_test_show_pairing_manager_sees      (MtrWindow *window);
void mtr_test_show_pairing_pause             (MtrWindow *window);
void mtr_test_show_pairing_end               (MtrWindow *window);

G_END_DECLS
