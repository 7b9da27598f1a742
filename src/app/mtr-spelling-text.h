/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-spelling-marks.h"

G_BEGIN_DECLS

#define MTR_TYPE_SPELLING_TEXT (mtr_spelling_text_get_type ())
G_DECLARE_FINAL_TYPE (MtrSpellingText, mtr_spelling_text, MTR, SPELLING_TEXT, GObject)

void              mtr_spelling_text_attach     (GtkTextView  *view,
                                                MtrProgramme *programme);
MtrSpellingMarks *mtr_spelling_text_get_marks  (GtkTextView  *view);
void              mtr_spelling_text_go_to_next (GtkWidget    *root,
                                                MtrProgramme *programme);

G_END_DECLS
