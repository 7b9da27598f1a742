/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

GPtrArray  *mtr_pairing_words_list_modes     (void);
GPtrArray  *mtr_pairing_words_list_frequencies (void);
GPtrArray  *mtr_pairing_words_list_days      (void);
const char *mtr_pairing_words_get_mode       (const char  *mode);
char       *mtr_pairing_words_dup_next       (MtrSnapshot *snapshot,
                                              gint64       pairing_id,
                                              const GDate *today);
char       *mtr_pairing_words_dup_state      (MtrSnapshot *snapshot,
                                              MtrRecord   *pairing,
                                              const GDate *today);
char       *mtr_pairing_words_dup_meeting    (MtrPack     *pack,
                                              MtrRecord   *pairing);
void        mtr_pairing_words_say_agreement  (MtrPack     *pack,
                                              MtrSnapshot *snapshot,
                                              MtrRecord   *pairing,
                                              char       **title,
                                              char       **subtitle);
char       *mtr_pairing_words_dup_version    (MtrRecord   *agreement);
char       *mtr_pairing_words_dup_role       (MtrPack     *pack,
                                              MtrSnapshot *snapshot,
                                              MtrRecord   *pairing,
                                              gint64       person_id,
                                              const char  *role);

G_END_DECLS
