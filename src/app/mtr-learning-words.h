/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-learner.h"
#include "mtr-submission.h"

G_BEGIN_DECLS

char *mtr_learning_words_dup_headline     (MtrPack           *pack,
                                           const MtrLearning *learning,
                                           guint              n_records,
                                           gboolean           is_own,
                                           const GDate       *today);
char *mtr_learning_words_dup_missing      (const MtrLearning *learning);
char *mtr_learning_words_dup_record_title (MtrPack           *pack,
                                           MtrRecord         *record);
char *mtr_learning_words_dup_record       (MtrPack           *pack,
                                           const MtrRegime   *regime,
                                           MtrRecord         *record,
                                           const GDate       *today);
char *mtr_learning_words_dup_due          (MtrPack           *pack,
                                           MtrSnapshot       *snapshot,
                                           gint64             person_id,
                                           const GDate       *today);
char *mtr_learning_words_dup_due_detail   (MtrPack           *pack,
                                           MtrSnapshot       *snapshot,
                                           gint64             person_id,
                                           const GDate       *today);
char *mtr_learning_words_dup_risk         (MtrPack           *pack,
                                           MtrSnapshot       *snapshot,
                                           gint64             person_id,
                                           const GDate       *today);
char *mtr_learning_words_dup_submission   (MtrPack           *pack,
                                           MtrRecord         *submission);

G_END_DECLS
