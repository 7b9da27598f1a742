/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation.h"

G_BEGIN_DECLS

GPtrArray  *mtr_observation_words_list_choices (MtrField            field);
const char *mtr_observation_words_find_choice  (MtrField            field,
                                                const char         *code);
char       *mtr_observation_words_dup_areas    (const char         *codes);
char       *mtr_observation_words_dup_standard (MtrPack            *pack,
                                                const char         *code);
char       *mtr_observation_words_dup_day      (const char         *iso,
                                                const GDate        *today);
char       *mtr_observation_words_dup_line     (MtrSnapshot        *snapshot,
                                                MtrRecord          *observation,
                                                MtrObservationStep  step,
                                                gint64              owner_id,
                                                const GDate        *today);
char       *mtr_observation_words_dup_asked    (MtrPack            *pack);

G_END_DECLS
