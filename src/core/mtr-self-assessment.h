/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** When somebody assesses themselves, as MTR_SELF_ASSESSMENT_MOMENT keeps it. */
#define MTR_MOMENT_START  "start"
#define MTR_MOMENT_MIDDLE "middle"
#define MTR_MOMENT_END    "end"

#define MTR_N_MOMENTS 3

/** MtrMovement: one item at start, middle and end. A conversation, never a score that is reported. */
typedef struct {
  const MtrWord *word;                          /* (unowned): of the pack */
  gboolean       has_level[MTR_N_MOMENTS];      /* in the order start, middle, end */
  int            levels[MTR_N_MOMENTS];
  gboolean       has_confidence[MTR_N_MOMENTS];
  int            confidences[MTR_N_MOMENTS];
  gboolean       has_moved;                     /* there are two levels at least */
  int            movement;                      /* from the first level there is to the last */
} MtrMovement;

const char *mtr_self_assessment_get_moment       (guint        position);
const char *mtr_self_assessment_get_moment_label (const char  *moment);
MtrRecord  *mtr_self_assessment_find             (MtrSnapshot *snapshot,
                                                  gint64       pairing_id,
                                                  gint64       person_id,
                                                  const char  *moment);
GPtrArray  *mtr_self_assessment_list_movements   (MtrPack     *pack,
                                                  MtrSnapshot *snapshot,
                                                  gint64       pairing_id,
                                                  gint64       person_id);

G_END_DECLS
