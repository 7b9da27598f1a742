/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

MtrRecord *mtr_agreement_find_current  (MtrSnapshot *snapshot,
                                        gint64       pairing_id);
MtrRecord *mtr_agreement_find_signed   (MtrSnapshot *snapshot,
                                        gint64       pairing_id);
const MtrField *mtr_agreement_get_needed (guint      *n_fields);
GPtrArray *mtr_agreement_list_missing  (MtrPack     *pack,
                                        MtrRecord   *agreement);
MtrChange *mtr_agreement_sign          (MtrPack     *pack,
                                        MtrRecord   *agreement,
                                        const char  *slot,
                                        const char  *name,
                                        const char  *how,
                                        const char  *moment);
MtrChange *mtr_agreement_take_back    (MtrRecord   *agreement);
MtrChange *mtr_agreement_agree_anew    (MtrRecord   *agreement,
                                        gint64       id);
MtrRecord *mtr_agreement_find_earlier (MtrSnapshot *snapshot,
                                       MtrRecord   *agreement);
GArray    *mtr_agreement_compare       (MtrRecord   *agreement,
                                        MtrRecord   *earlier);
char      *mtr_agreement_dup_review_on (MtrPack     *pack,
                                        MtrRecord   *agreement);

G_END_DECLS
