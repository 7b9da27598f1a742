/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-report-scope.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** So many months after mentoring began it is asked whether somebody is still in post. */
#define MTR_RETENTION_MONTHS 12

/** MtrRetentionPerson: somebody of whom it is not known. */
typedef struct {
  MtrRecord *person;      /* (unowned) */
  char      *reached_on;  /* (owned): ISO date of the day of which it is asked */
} MtrRetentionPerson;

/** MtrRetention: the mentees of one scheme whose twelve months were over in the period. */
typedef struct {
  MtrPack   *pack;         /* (unowned) */
  guint      n_in_post;
  guint      n_not_in_post;
  GPtrArray *unknown;      /* (owned) (element-type MtrRetentionPerson): who is to be asked, by the day */
} MtrRetention;

void       mtr_retention_free (MtrRetention         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrRetention, mtr_retention_free)

GPtrArray *mtr_retention_list (MtrSnapshot          *snapshot,
                               GPtrArray            *packs,
                               const MtrReportScope *scope);

G_END_DECLS
