/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-test-window.h"

G_BEGIN_DECLS

/** MtrTestLearning: who learns, and by which rules. */
typedef enum {
  MTR_TEST_LEARNING_ELEMENTS,   /* "NQSW E", registered on 2 February 2026, full-time; the owner mentors them */
  MTR_TEST_LEARNING_HOURS,      /* registered on 20 May 2024, part-time, extended to 15 January 2027 */
  MTR_TEST_LEARNING_EMPTY,      /* in a pairing; nothing is known and nothing is written */
  MTR_TEST_LEARNING_OWNER,      /* the owner is the one who learns, with "Mentor C" */
  MTR_TEST_LEARNING_ALONE,      /* no mentor */
} MtrTestLearning;

gint64 mtr_test_add_learning         (MtrWindow       *window,
                                      MtrTestLearning  what);
void   mtr_test_open_learning        (MtrWindow       *window);
void   mtr_test_show_learning        (MtrWindow       *window);
void   mtr_test_show_learning_hours  (MtrWindow       *window);
void   mtr_test_show_learning_empty  (MtrWindow       *window);
void   mtr_test_show_learning_record (MtrWindow       *window);
void   mtr_test_show_learning_review (MtrWindow       *window);
void   mtr_test_show_learning_alone  (MtrWindow       *window);
void   mtr_test_show_learning_today  (MtrWindow       *window);
void   mtr_test_show_learning_hand_in (MtrWindow      *window);
void   mtr_test_show_submission      (MtrWindow       *window);

G_END_DECLS
