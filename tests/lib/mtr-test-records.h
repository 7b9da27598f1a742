/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation.h"
#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/* Everybody and everything in mtr_test_snapshot_new(). */
enum {
  MTR_TEST_SUPERVISOR = 1,   /* "Supervisor A", the mentee */
  MTR_TEST_MENTOR     = 2,   /* "Mentor B", registered, 30 months in a supervisory role */
  MTR_TEST_MANAGER    = 3,   /* "Manager C", line manager of Supervisor A */
  MTR_TEST_LEAD       = 4,   /* "Lead D" */
  MTR_TEST_PAIRING    = 10,  /* active since 3 February 2026, proposed 20 January, a session every 21 days */
  MTR_TEST_MEMBER     = 11,
  MTR_TEST_AGREEMENT  = 12,  /* version 1, signed by both on 10 February 2026 */
  MTR_TEST_PORTFOLIO  = 20,  /* begun on 3 February 2026 */
  MTR_TEST_REPORT     = 21,  /* only in a ready one */
};

MtrPack     *mtr_test_pack_new        (void);
MtrSnapshot *mtr_test_snapshot_new    (void);
void         mtr_test_make_ready      (MtrSnapshot        *snapshot);

MtrRecord   *mtr_test_record          (MtrSnapshot        *snapshot,
                                       MtrKind             kind,
                                       gint64              id,
                                       ...);
void         mtr_test_set             (MtrRecord          *record,
                                       MtrField            field,
                                       const char         *value);
void         mtr_test_set_in          (MtrSnapshot        *snapshot,
                                       MtrField            field,
                                       gint64              id,
                                       const char         *value);
MtrRecord   *mtr_test_observation     (MtrSnapshot        *snapshot,
                                       gint64              id,
                                       const char         *type,
                                       const char         *held_on,
                                       MtrObservationStep  step);
MtrRecord   *mtr_test_evidence        (MtrSnapshot        *snapshot,
                                       gint64              id,
                                       const char         *kind,
                                       const char         *happened_on,
                                       const char         *areas);
void         mtr_test_apply           (MtrSnapshot        *snapshot,
                                       MtrChange          *change);
GDate        mtr_test_date            (const char         *iso);

G_END_DECLS
