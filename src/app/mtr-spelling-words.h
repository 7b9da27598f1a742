/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrSpellingWord: a word that has a spelling; positions in characters. Of "well-being" both halves are words, and the
 * compound is the whole; elsewhere the compound is the word itself.
 */
typedef struct {
  guint start;
  guint end;
  guint compound_start;
  guint compound_end;
} MtrSpellingWord;

GArray *mtr_spelling_words_find  (const char *text);
char   *mtr_spelling_words_plain (const char *word);

G_END_DECLS
