/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrCommitmentRow: one commitment of the pack, and how it stands in an agreement. */
typedef struct {
  const MtrWord *word;       /* (unowned): of the pack */
  MtrRecord     *record;     /* (unowned) (nullable): of the agreement */
  gboolean       ticked;
  const char    *note;       /* (unowned) (nullable) */
  gboolean       changed;    /* the tick or the note is another than in the earlier version */
} MtrCommitmentRow;

GPtrArray *mtr_commitment_list         (MtrPack     *pack,
                                        MtrSnapshot *snapshot,
                                        MtrRecord   *agreement,
                                        MtrRecord   *earlier);
gboolean   mtr_commitment_is_answered  (MtrRecord   *commitment);
guint      mtr_commitment_count_ticked (GPtrArray   *rows);
void       mtr_commitment_tick         (MtrChange   *change,
                                        MtrRecord   *agreement,
                                        MtrCommitmentRow *row,
                                        gboolean     ticked,
                                        gint64       id);

G_END_DECLS
