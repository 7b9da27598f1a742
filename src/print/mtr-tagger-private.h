/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-box-private.h"

G_BEGIN_DECLS

typedef struct _MtrTagger MtrTagger;

/** MtrTagDetail: what cairo cannot say of an element, so that it is added to the finished file. */
typedef struct {
  const char *tag;       /* (unowned): a constant, "Figure" or "TH" */
  const char *detail;    /* (unowned) (nullable): belongs to the pages */
} MtrTagDetail;

#define MTR_N_DETAILED_TAGS 2
extern const char * const mtr_detailed_tags[MTR_N_DETAILED_TAGS];

MtrTagger *mtr_tagger_new       (cairo_t          *cr);
void       mtr_tagger_free      (MtrTagger        *self);
void       mtr_tagger_move_to   (MtrTagger        *self,
                                 const MtrTagPath *path);
GArray    *mtr_tagger_get_details (MtrTagger     *self);
void       mtr_tagger_end_page  (MtrTagger        *self);
void       mtr_tagger_mark      (MtrTagger        *self,
                                 const char       *id,
                                 double            x,
                                 double            y);
void       mtr_tagger_open_link (MtrTagger        *self,
                                 const char       *target);
void       mtr_tagger_close_link (MtrTagger       *self);
char      *mtr_tagger_dup_target (const char       *id);

G_END_DECLS
