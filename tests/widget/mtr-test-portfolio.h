/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

#include "mtr-pairing-model.h"

G_BEGIN_DECLS

MtrPage         *mtr_test_portfolio_open         (MtrWindow *window,
                                                  const char *mentee);
MtrPairingModel *mtr_test_portfolio_model        (MtrWindow  *window,
                                                  const char *mentee);
void             mtr_test_portfolio_take_report_back (MtrWindow *window,
                                                  const char *mentee,
                                                  const char *without);

void             mtr_test_show_portfolio         (MtrWindow *window);
void             mtr_test_show_portfolio_ready   (MtrWindow *window);
void             mtr_test_show_portfolio_empty   (MtrWindow *window);
void             mtr_test_show_portfolio_moved   (MtrWindow *window);
void             mtr_test_show_portfolio_own_empty (MtrWindow *window);
void             mtr_test_show_portfolio_both    (MtrWindow *window);
void             mtr_test_show_portfolio_list    (MtrWindow *window);
void             mtr_test_show_add_evidence      (MtrWindow *window);
void             mtr_test_show_evidence          (MtrWindow *window);
void             mtr_test_show_evidence_record   (MtrWindow *window);
void             mtr_test_show_rationales        (MtrWindow *window);
void             mtr_test_show_preview           (MtrWindow *window);
void             mtr_test_show_map_preview       (MtrWindow *window);
void             mtr_test_show_report            (MtrWindow *window);
void             mtr_test_show_report_draft      (MtrWindow *window);
void             mtr_test_show_report_empty      (MtrWindow *window);
void             mtr_test_show_recommendation    (MtrWindow *window);
void             mtr_test_show_decision          (MtrWindow *window);
void             mtr_test_show_moderation_empty  (MtrWindow *window);
void             mtr_test_show_export            (MtrWindow *window);
void             mtr_test_show_export_ready      (MtrWindow *window);

G_END_DECLS
