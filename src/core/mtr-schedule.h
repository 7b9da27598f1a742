/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** How often a pairing meets, as MTR_PAIRING_FREQUENCY and MTR_AGREEMENT_FREQUENCY keep it. */
#define MTR_FREQUENCY_WEEKLY      "weekly"
#define MTR_FREQUENCY_FORTNIGHTLY "fortnightly"
#define MTR_FREQUENCY_MONTHLY     "monthly"
#define MTR_FREQUENCY_OWN         "own"

/** MtrSchedule: the rhythm in which dates are proposed. */
typedef struct {
  int          months;   /* between two dates; 0 where they are counted in days */
  int          days;     /* between two dates; about as many where they are counted in months */
  GDateWeekday weekday;  /* the usual day; G_DATE_BAD_WEEKDAY for none */
} MtrSchedule;

void        mtr_schedule_init                (MtrSchedule       *schedule,
                                              const char        *frequency,
                                              int                interval_days,
                                              const char        *meeting_day);
void        mtr_schedule_init_for_pairing    (MtrSchedule       *schedule,
                                              MtrPack           *pack,
                                              MtrRecord         *pairing);
GArray     *mtr_schedule_propose             (const MtrSchedule *schedule,
                                              const GDate       *last,
                                              const GDate       *today,
                                              guint              n_dates);
GArray     *mtr_schedule_propose_for_pairing (MtrPack           *pack,
                                              MtrSnapshot       *snapshot,
                                              MtrRecord         *pairing,
                                              const GDate       *today,
                                              guint              n_dates);
const char *mtr_schedule_get_label           (const char        *frequency);
const char *mtr_schedule_get_day_code        (GDateWeekday       weekday);
GDateWeekday mtr_schedule_get_weekday        (const char        *meeting_day);

G_END_DECLS
