/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-page.h"

G_BEGIN_DECLS

#define MTR_TYPE_OWN_WORDS_PAGE (mtr_own_words_page_get_type ())
G_DECLARE_FINAL_TYPE (MtrOwnWordsPage, mtr_own_words_page, MTR, OWN_WORDS_PAGE, MtrPage)

MtrPage *mtr_own_words_page_new (MtrProgramme *programme);

G_END_DECLS
