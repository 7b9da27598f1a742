/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-match-pool.h"
#include "mtr-proposal.h"

G_BEGIN_DECLS

gboolean   mtr_match_rule_is_set       (MtrSnapshot           *snapshot,
                                        const char            *rule,
                                        gint64                 mentor_id,
                                        gint64                 mentee_id);
MtrChange *mtr_match_rule_set          (MtrSnapshot           *snapshot,
                                        const char            *rule,
                                        gint64                 mentor_id,
                                        gint64                 mentee_id,
                                        gint64                 new_id);
MtrChange *mtr_match_rule_unset        (MtrSnapshot           *snapshot,
                                        const char            *rule,
                                        gint64                 mentor_id,
                                        gint64                 mentee_id);
MtrChange *mtr_match_weights_make_change (const MtrMatchWeights *weights,
                                          MtrSnapshot           *snapshot,
                                          MtrNewIdFunc           new_id,
                                          gpointer               new_id_data);

G_END_DECLS
