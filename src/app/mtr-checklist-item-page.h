/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

/**
 * MtrChecklistKind:
 * @list: what is asked, a list of the pack
 * @kind: the kind of record that an answer is
 * @item: its field for the code of what is asked
 * @answer: its field for "yes", "partly", "not-yet"; %MTR_FIELD_NONE where the answer is in words alone
 * @text: its field for what is written
 * @answered_on: its field for the day
 *
 * Something that mentors ask themselves more than once, and where the answers are kept.
 */
typedef struct {
  MtrWordList list;
  MtrKind     kind;
  MtrField    item;
  MtrField    answer;
  MtrField    text;
  MtrField    answered_on;
} MtrChecklistKind;

const MtrChecklistKind *mtr_checklist_find_kind  (MtrWordList             list);
GPtrArray              *mtr_checklist_list       (MtrProgramme           *programme,
                                                  const MtrChecklistKind *kind,
                                                  const char             *item);
const char             *mtr_checklist_get_words  (const char             *answer);
char                   *mtr_checklist_dup_movement (const MtrChecklistKind *kind,
                                                  GPtrArray              *answers);

#define MTR_TYPE_CHECKLIST_ITEM_PAGE (mtr_checklist_item_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrChecklistItemPage, mtr_checklist_item_page, MTR, CHECKLIST_ITEM_PAGE, MtrPage)

MtrPage                *mtr_checklist_item_page_new (MtrProgramme           *programme,
                                                     const MtrChecklistKind *kind,
                                                     const MtrWord          *item,
                                                     MtrRecord              *answer);

G_END_DECLS
