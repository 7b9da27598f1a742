/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"
#include "mtr-pairing-model.h"
#include "mtr-row-list.h"

G_BEGIN_DECLS

MtrPage *mtr_looking_back_measure_page_new  (MtrPairingModel *model,
                                             gint64           measure_id);
MtrPage *mtr_looking_back_feedback_page_new (MtrPairingModel *model,
                                             gint64           feedback_id,
                                             gint64           review_id);
MtrPage *mtr_looking_back_stage_page_new    (MtrPairingModel *model,
                                             gint64           stage_id);

void     mtr_looking_back_add_measure       (MtrRowList      *rows,
                                             MtrPack         *pack,
                                             MtrRecord       *measure);
void     mtr_looking_back_add_feedback      (MtrRowList      *rows,
                                             MtrRecord       *feedback);
void     mtr_looking_back_add_stage         (MtrRowList      *rows,
                                             MtrPack         *pack,
                                             MtrRecord       *stage,
                                             const char      *name);

G_END_DECLS
