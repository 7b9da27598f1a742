/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"

G_BEGIN_DECLS

#define MTR_TYPE_SPELLING (mtr_spelling_get_type ())
G_DECLARE_FINAL_TYPE (MtrSpelling, mtr_spelling, MTR, SPELLING, GObject)

/** MtrSpellingState: whether words can be judged. */
typedef enum {
  MTR_SPELLING_OFF,      /* the person does not want it */
  MTR_SPELLING_OPENING,  /* the dictionary is being read */
  MTR_SPELLING_MISSING,  /* there is no dictionary for the language on this computer */
  MTR_SPELLING_READY,
} MtrSpellingState;

MtrSpelling       *mtr_spelling_get                (MtrProgramme *programme);
void               mtr_spelling_wait               (void);
MtrSpellingState   mtr_spelling_get_state          (MtrSpelling  *self);
GSettings         *mtr_spelling_get_settings       (MtrSpelling  *self);
const char        *mtr_spelling_get_language       (MtrSpelling  *self);
const char * const *mtr_spelling_get_languages     (MtrSpelling  *self);
const char        *mtr_spelling_get_language_title (const char   *language);
gboolean           mtr_spelling_is_right           (MtrSpelling  *self,
                                                    const char   *word);
char             **mtr_spelling_suggest            (MtrSpelling  *self,
                                                    const char   *word,
                                                    guint         max_words);
void               mtr_spelling_ignore             (MtrSpelling  *self,
                                                    const char   *word);
void               mtr_spelling_add                (MtrSpelling  *self,
                                                    const char   *word);

G_END_DECLS
