/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MtrTextShape:
 * @MTR_TEXT_ONE_LINE: line breaks and tabs become spaces
 * @MTR_TEXT_PARAGRAPHS: line breaks and tabs are kept
 */
typedef enum {
  MTR_TEXT_ONE_LINE,
  MTR_TEXT_PARAGRAPHS,
} MtrTextShape;

char     *mtr_text_clean            (const char         *text,
                                     gssize              length,
                                     MtrTextShape        shape,
                                     guint              *n_cleaned);
gboolean  mtr_text_is_clean         (const char         *text);
char     *mtr_text_describe_cleaned (guint               n_cleaned);

guint     mtr_text_count_words      (const char         *text);
char     *mtr_text_describe_words   (guint               n_words,
                                     guint               n_asked);

char     *mtr_text_excerpt          (const char         *text,
                                     guint               max_characters);
char     *mtr_text_join_list        (const char * const *items);
char     *mtr_text_isolate          (const char         *name);
char     *mtr_text_fold             (const char         *text);
gboolean  mtr_text_is_blank         (const char         *text);

G_END_DECLS
