/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrVerdict: whether the mentor may mentor here, from best to worst. */
typedef enum {
  MTR_VERDICT_YES,
  MTR_VERDICT_YES_WITH_REASON,  /* a rule is not met; it may be set aside with a reason */
  MTR_VERDICT_UNKNOWN,          /* unknown is not yes (product.md, rule 2) */
  MTR_VERDICT_NO,
} MtrVerdict;

typedef enum {
  MTR_ANSWER_YES,
  MTR_ANSWER_UNKNOWN,
  MTR_ANSWER_NO,
} MtrAnswer;

/** MtrEligibilityRow: one rule of the pack, and how it stands. */
typedef struct {
  const MtrRule *rule;      /* (unowned): of the pack */
  MtrAnswer      answer;
  char          *sentence;  /* (owned): "Registered social worker · seen on the register 1 Feb 2026" */
  gint64         person_id; /* whom it is about; 0 where there is no mentor */
  MtrKind        kind;      /* the record, its id and the field to go to */
  gint64         id;
  MtrField       field;
} MtrEligibilityRow;

typedef struct {
  MtrVerdict  verdict;
  GPtrArray  *rows;          /* (owned) (element-type MtrEligibilityRow): in the order of the pack */
  gboolean    dual_role;     /* the mentor is also the line manager, and the pack minds */
  MtrField    reason_field;  /* the field of the pairing where a reason is still missing; MTR_FIELD_NONE: nowhere */
} MtrEligibility;

MtrEligibility *mtr_eligibility_check       (MtrPack              *pack,
                                             MtrSnapshot          *snapshot,
                                             MtrRecord            *pairing);
void            mtr_eligibility_free        (MtrEligibility       *self);
MtrAnswer       mtr_eligibility_answer      (const MtrRule        *rule,
                                             MtrRecord            *mentor,
                                             MtrRecord            *mentee);
gboolean        mtr_eligibility_is_met      (const MtrEligibility *self);
const char     *mtr_verdict_get_label       (MtrVerdict            verdict);
const char     *mtr_answer_get_label        (MtrAnswer             answer);
char           *mtr_eligibility_dup_warning (const MtrEligibility *self,
                                             MtrSnapshot          *snapshot,
                                             MtrRecord            *pairing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrEligibility, mtr_eligibility_free)

G_END_DECLS
