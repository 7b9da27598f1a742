/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of one of the simple lists of a pack, and the choices of a question. */

#include "mtr-word.h"

/**
 * mtr_word_free:
 * @word: (transfer full): a row made with g_new0()
 */
void
mtr_word_free (MtrWord *word)
{
  g_free (word->code);
  g_free (word->title);
  g_free (word->description);
  g_free (word);
}
