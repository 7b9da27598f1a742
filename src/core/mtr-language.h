/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The language that the messages are written in. */
#define MTR_LANGUAGE_SOURCE "en-GB"

void               mtr_language_set_up           (const char *folder);
const char *const *mtr_language_list             (void);
const char        *mtr_language_find             (const char *code);
const char        *mtr_language_get_name         (const char *code);
const char        *mtr_language_get_tag          (void);
const char        *mtr_language_switch           (const char *code);

const char        *mtr_language_translate        (const char *message) G_GNUC_FORMAT (1);
const char        *mtr_language_translate_in     (const char *message,
                                                  gsize       context_length) G_GNUC_FORMAT (1);
const char        *mtr_language_translate_plural (const char *one,
                                                  const char *many,
                                                  gulong      number) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

const char        *mtr_language_translate_word   (const char *context,
                                                  const char *word);

int                mtr_language_compare          (const char *one,
                                                  const char *two);

G_END_DECLS
