/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pack.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** MtrSessionMode: one way to meet. Everything is static. */
typedef struct {
  const char *code;
  const char *label;  /* untranslated */
} MtrSessionMode;

const MtrSessionMode *mtr_session_words_get_modes    (gsize       *n_modes);
const char           *mtr_session_words_get_mode     (const char  *code);
char                 *mtr_session_words_dup_when     (MtrRecord   *session);
char                 *mtr_session_words_dup_name     (MtrRecord   *session,
                                                      const GDate *today);
char                 *mtr_session_words_dup_title    (MtrPack     *pack,
                                                      MtrRecord   *session,
                                                      const GDate *today);
char                 *mtr_session_words_dup_subtitle (MtrSnapshot *snapshot,
                                                      MtrRecord   *session);
char                 *mtr_session_words_dup_spoken   (MtrPack     *pack,
                                                      MtrSnapshot *snapshot,
                                                      MtrRecord   *session,
                                                      const GDate *today);
char                 *mtr_session_words_dup_action   (MtrSnapshot *snapshot,
                                                      gint64       owner_id,
                                                      const char  *due_on,
                                                      const GDate *today);
char                 *mtr_session_words_dup_text     (MtrPack     *pack,
                                                      MtrSnapshot *snapshot,
                                                      MtrRecord   *session);

G_END_DECLS
