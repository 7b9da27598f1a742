/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-document.h"

G_BEGIN_DECLS

/** MtrPageWords: "Page 3 of 14" without its numbers. */
typedef struct {
  char     *before;          /* (owned) */
  char     *between;         /* (owned) */
  char     *after;           /* (owned) */
  gboolean  count_first;     /* how many pages there are comes before the number of the page */
} MtrPageWords;

void        mtr_page_words_init     (MtrPageWords *self);
void        mtr_page_words_clear    (MtrPageWords *self);
char       *mtr_page_dup_as_at      (MtrDocument  *document);
GHashTable *mtr_page_collect_ids    (MtrDocument  *document);
MtrNode    *mtr_page_find_cover     (MtrDocument  *document);
gboolean    mtr_page_is_one_section (MtrDocument  *document);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MtrPageWords, mtr_page_words_clear)

G_END_DECLS
