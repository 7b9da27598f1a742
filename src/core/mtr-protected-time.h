/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrProtectedTime: time that was promised for mentoring, and what came of it. */
typedef struct {
  gint64 agreed;   /* minutes since the pairing began; 0 where nothing was agreed */
  gint64 used;     /* minutes of the sessions that were held */
} MtrProtectedTime;

void  mtr_protected_time_init         (MtrProtectedTime       *time,
                                       MtrSnapshot            *snapshot,
                                       MtrRecord              *pairing,
                                       const GDate            *today);
char *mtr_protected_time_dup_hours    (gint64                  minutes);
char *mtr_protected_time_dup_sentence (const MtrProtectedTime *time);

G_END_DECLS
