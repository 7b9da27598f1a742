/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-change.h"
#include "mtr-pack.h"
#include "mtr-problem.h"
#include "mtr-snapshot.h"

G_BEGIN_DECLS

/** The states of a pairing, in the order of its life. */
#define MTR_PAIRING_PROPOSED  "proposed"
#define MTR_PAIRING_INDUCTION "induction"
#define MTR_PAIRING_ACTIVE    "active"
#define MTR_PAIRING_PAUSED    "paused"
#define MTR_PAIRING_ENDED     "ended"

/** Roles of a member; and all the roles a person may have in a pairing, as the pack calls them. */
#define MTR_ROLE_MENTEE       "mentee"
#define MTR_ROLE_OBSERVER     "observer"
#define MTR_ROLE_MENTOR       "mentor"
#define MTR_ROLE_LINE_MANAGER "line-manager"
#define MTR_ROLE_TALK_TO      "talk-to"

/** MtrPairingMove: one step that the life of a pairing may take. Everything is static. */
typedef struct {
  const char *from;
  const char *to;
  const char *label;  /* untranslated: what the button says */
} MtrPairingMove;

GPtrArray  *mtr_pairing_list_moves       (MtrRecord   *pairing);
gboolean    mtr_pairing_can_move         (MtrRecord   *pairing,
                                          const char  *to);
GPtrArray  *mtr_pairing_list_problems    (MtrPack     *pack,
                                          MtrSnapshot *snapshot,
                                          MtrRecord   *pairing,
                                          const char  *to,
                                          const char  *on);
MtrChange  *mtr_pairing_move             (MtrRecord   *pairing,
                                          const char  *to,
                                          const char  *on);
gboolean    mtr_pairing_is_running       (MtrRecord   *pairing);
const char *mtr_pairing_get_state_label  (const char  *state);

GPtrArray  *mtr_pairing_list_mentees     (MtrSnapshot *snapshot,
                                          gint64       pairing_id,
                                          const char  *on);
gint64      mtr_pairing_get_mentee       (MtrSnapshot *snapshot,
                                          gint64       pairing_id);
GPtrArray  *mtr_pairing_list_roles       (MtrSnapshot *snapshot,
                                          MtrRecord   *pairing,
                                          gint64       person_id,
                                          const char  *on);
gint64      mtr_pairing_get_line_manager (MtrSnapshot *snapshot,
                                          MtrRecord   *pairing);

char       *mtr_pairing_dup_mentees      (MtrSnapshot *snapshot,
                                          gint64       pairing_id);
char       *mtr_pairing_dup_who          (MtrSnapshot *snapshot,
                                          gint64       pairing_id);
char       *mtr_pairing_dup_title        (MtrSnapshot *snapshot,
                                          gint64       pairing_id);
char       *mtr_pairing_dup_state        (MtrRecord   *pairing);
const char *mtr_pairing_get_begin        (MtrRecord   *pairing);
MtrRecord  *mtr_pairing_get_present      (MtrSnapshot *snapshot,
                                          MtrRecord   *portfolio);

G_END_DECLS
