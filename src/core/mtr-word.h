/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of one of the simple lists of a pack, and the choices of a question. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrWord:
 * @code: (owned): what a record holds; in the lists of fields the column of a field
 * @title: (owned): what a person reads
 * @description: (owned) (nullable): the longer text, a hint, the question under a field
 * @words: about how many words are asked for; 0 where there is no figure
 * @flag: a session kind: may be held before the agreement; wellbeing: opens what to do with a worry; a kind of event:
 *   attending one is learning that may be recorded
 *
 * A choice or a question: a topic, a prompt, a kind of session, a judgement …
 */
typedef struct {
  char     *code;
  char     *title;
  char     *description;
  int       words;
  gboolean  flag;
} MtrWord;

void mtr_word_free (MtrWord *word);

G_END_DECLS
