/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-box-private.h"

G_BEGIN_DECLS

typedef struct _MtrTagger MtrTagger;

MtrTagger *mtr_tagger_new       (cairo_t          *cr);
void       mtr_tagger_free      (MtrTagger        *self);
void       mtr_tagger_move_to   (MtrTagger        *self,
                                 const MtrTagPath *path);
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
