/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-spelling.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many words are judged in one slice at the most: well under a thousandth of a second. */
#define MTR_SPELLING_SLICE_WORDS 100

#define MTR_TYPE_SPELLING_MARKS (mtr_spelling_marks_get_type ())
G_DECLARE_FINAL_TYPE (MtrSpellingMarks, mtr_spelling_marks, MTR, SPELLING_MARKS, GObject)

MtrSpellingMarks *mtr_spelling_marks_new         (GtkTextBuffer     *buffer,
                                                  MtrSpelling       *spelling);
GtkTextTag       *mtr_spelling_marks_get_tag     (MtrSpellingMarks  *self);
void              mtr_spelling_marks_set_shown   (MtrSpellingMarks  *self,
                                                  gboolean           shown);
void              mtr_spelling_marks_set_writing (MtrSpellingMarks  *self,
                                                  gboolean           writing);
guint             mtr_spelling_marks_check_slice (MtrSpellingMarks  *self);
gboolean          mtr_spelling_marks_is_done     (MtrSpellingMarks  *self);
gboolean          mtr_spelling_marks_get_word    (MtrSpellingMarks  *self,
                                                  const GtkTextIter *position,
                                                  GtkTextIter       *start,
                                                  GtkTextIter       *end);
gboolean          mtr_spelling_marks_find_next   (MtrSpellingMarks  *self,
                                                  const GtkTextIter *from,
                                                  GtkTextIter       *start,
                                                  GtkTextIter       *end);

G_END_DECLS
