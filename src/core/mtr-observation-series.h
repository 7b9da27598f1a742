/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation.h"

G_BEGIN_DECLS

/** MtrObservationPlace: one observation that the pathway asks for, or a further one, done or not. */
typedef struct {
  const MtrObservationType *type;         /* (unowned): of the pack */
  guint                     ordinal;      /* from 1, within its type */
  gboolean                  asked;        /* whether the pathway asks for it; else it is a further one */
  MtrRecord                *observation;  /* (unowned) (nullable): of the snapshot; %NULL: not planned */
} MtrObservationPlace;

GPtrArray *mtr_observation_series_list        (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id);
guint      mtr_observation_series_count       (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id,
                                               const char  *type_code);
char      *mtr_observation_series_dup_counts  (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               gint64       person_id);

char      *mtr_observation_place_dup_title    (const MtrObservationPlace *place);
char      *mtr_observation_place_dup_short_title (const MtrObservationPlace *place);

char      *mtr_observation_dup_title          (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               MtrRecord   *observation);
char      *mtr_observation_dup_short_title    (MtrPack     *pack,
                                               MtrSnapshot *snapshot,
                                               MtrRecord   *observation);
char      *mtr_observation_dup_subtitle       (MtrSnapshot *snapshot,
                                               MtrRecord   *observation,
                                               gint64       owner_id,
                                               const GDate *today);
const char *mtr_observation_get_word          (MtrSnapshot *snapshot,
                                               MtrRecord   *observation,
                                               gint64       owner_id);

G_END_DECLS
