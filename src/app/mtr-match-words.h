/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match.h"

G_BEGIN_DECLS

const char *mtr_match_words_get_name     (MtrSnapshot         *snapshot,
                                          gint64               person_id);
char       *mtr_match_words_dup_pair     (MtrSnapshot         *snapshot,
                                          gint64               mentee_id,
                                          gint64               mentor_id);
const char *mtr_match_words_get_fit      (const MtrMatchScore *score);
const char *mtr_match_words_get_share    (int                  points);
char       *mtr_match_words_dup_warnings (const MtrMatchScore *score);
char       *mtr_match_words_dup_waiting  (MtrMatchPool        *pool,
                                          gint64               mentee_id);
char       *mtr_match_words_dup_room     (guint                room);
char       *mtr_match_words_dup_pool     (MtrMatchPool        *pool);

G_END_DECLS
