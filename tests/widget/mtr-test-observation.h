/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation.h"
#include "mtr-test-window.h"

G_BEGIN_DECLS

gint64     mtr_test_observation_find  (MtrWindow          *window,
                                       const char         *mentee,
                                       MtrObservationStep  step);
gint64     mtr_test_observation_reach (MtrWindow          *window,
                                       MtrObservationStep  step);
void       mtr_test_observation_open  (MtrWindow          *window,
                                       const char         *mentee,
                                       gint64              observation_id);
MtrRecord *mtr_test_observation_load  (MtrWindow          *window,
                                       gint64              observation_id);

G_END_DECLS
