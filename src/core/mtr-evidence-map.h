/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrMentorView: what the mentor thinks of evidence, from nothing to best. */
typedef enum {
  MTR_MENTOR_VIEW_NONE,        /* there is nothing to think about */
  MTR_MENTOR_VIEW_UNSEEN,      /* not looked at */
  MTR_MENTOR_VIEW_NOT_YET,
  MTR_MENTOR_VIEW_PARTLY,
  MTR_MENTOR_VIEW_SUFFICIENT,
  MTR_N_MENTOR_VIEWS
} MtrMentorView;

/** MtrEvidenceCell: the evidence of one column for one standard. */
typedef struct {
  guint          count;                      /* items */
  guint          without_reason;             /* items with a link that has no reason yet */
  guint          views[MTR_N_MENTOR_VIEWS];  /* items by what the mentor thinks */
  MtrMentorView  view;                       /* the best of them */
  gboolean       met_before;                 /* a certificate meets the area by itself */
  char          *newest_on;                  /* (owned) (nullable): ISO date */
} MtrEvidenceCell;

typedef enum {
  MTR_EVIDENCE_FLAG_NOTHING        = 1 << 0,
  MTR_EVIDENCE_FLAG_ONE_SOURCE     = 1 << 1,  /* all of one column */
  MTR_EVIDENCE_FLAG_NO_OBSERVATION = 1 << 2,
  MTR_EVIDENCE_FLAG_OLD            = 1 << 3,  /* the oldest item is older than the pack likes */
  MTR_EVIDENCE_FLAG_MET_BEFORE     = 1 << 4,
} MtrEvidenceFlags;

/** MtrEvidenceRow: one area, or one statement of it. */
typedef struct {
  const MtrStandard *standard;    /* (unowned): of the pack */
  MtrEvidenceCell   *cells;       /* (owned) (array length=columns->len) */
  MtrEvidenceFlags   flags;
  int                oldest_months; /* age of the oldest item in whole months; -1 where there is none */
  GPtrArray         *statements;  /* (owned) (nullable) (element-type MtrEvidenceRow): for an area */
} MtrEvidenceRow;

typedef struct {
  const MtrWord *word;            /* (unowned): of the pack */
  gboolean       shown;           /* somebody asks for it, or somebody has it */
} MtrEvidenceColumn;

typedef struct {
  GPtrArray *columns;             /* (owned) (element-type MtrEvidenceColumn) */
  GPtrArray *rows;                /* (owned) (element-type MtrEvidenceRow): the areas, in the order of the pack */
} MtrEvidenceMap;

MtrEvidenceMap *mtr_evidence_map_new          (MtrPack              *pack,
                                               MtrSnapshot          *snapshot,
                                               gint64                portfolio_id,
                                               const GDate          *today);
void            mtr_evidence_map_free         (MtrEvidenceMap       *self);
GPtrArray      *mtr_evidence_map_list_items   (MtrPack              *pack,
                                               MtrSnapshot          *snapshot,
                                               gint64                portfolio_id,
                                               const char           *standard,
                                               const char           *column);

const char     *mtr_mentor_view_get_label     (MtrMentorView         view);
MtrMentorView   mtr_mentor_view_from_code     (const char           *code);

char           *mtr_evidence_cell_dup_text    (const MtrEvidenceCell *cell);
char           *mtr_evidence_cell_dup_own     (const MtrEvidenceCell *cell);
char           *mtr_evidence_cell_dup_mentor  (const MtrEvidenceCell *cell);
char           *mtr_evidence_map_dup_spoken   (const MtrEvidenceMap *self,
                                               guint                 row,
                                               guint                 column,
                                               const GDate          *today);
char           *mtr_evidence_row_dup_flags    (const MtrEvidenceRow *row);
guint           mtr_evidence_map_count_kinds  (const MtrEvidenceMap *self,
                                               guint                 row,
                                               guint                *n_shown);
char           *mtr_evidence_map_dup_subtitle (const MtrEvidenceMap *self,
                                               guint                 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrEvidenceMap, mtr_evidence_map_free)

G_END_DECLS
