/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-today-model.h"

G_BEGIN_DECLS

char       *mtr_today_dup_event_title   (const MtrTodayEvent *event,
                                         gboolean             as_mentor,
                                         const GDate         *today);
char       *mtr_today_dup_event_line    (const MtrTodayEvent *event,
                                         gboolean             as_mentor);
char       *mtr_today_dup_event_date    (const MtrTodayEvent *event);
gboolean    mtr_today_is_past           (const MtrTodayEvent *event,
                                         const GDate         *today);
const char *mtr_today_get_event_detail  (const MtrTodayEvent *event,
                                         const GDate         *today);
const char *mtr_today_get_event_verb    (const MtrTodayEvent *event,
                                         const GDate         *today);

G_END_DECLS
