/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of reasons for Today share: a reason being found, and a
 * reason being said.
 */

#pragma once

#include "mtr-attention.h"

G_BEGIN_DECLS

/* Order by harm if left (screens.md, section 2). */
enum {
  HARM_SIGNATURE = 1,
  HARM_FEEDBACK,
  HARM_SUBMISSION,
  HARM_OBSERVATION = MTR_ATTENTION_HARM_OBSERVATION,
  HARM_MENTOR,
  HARM_AGREEMENT,
  HARM_UNWRITTEN,
  HARM_SILENCE,
  HARM_REVIEW,
  HARM_EVALUATION,
};

typedef struct {
  MtrPack            *pack;
  MtrSnapshot        *snapshot;
  MtrRecord          *pairing;
  gint64              pairing_id;
  gint64              mentor;
  const MtrTimeFrame *frame;
  GPtrArray          *reasons;  /* (element-type MtrRecord) */
} MtrAttentionBuild;

typedef struct {
  MtrPack     *pack;
  MtrSnapshot *snapshot;
  MtrRecord   *attention;
  MtrRecord   *subject;   /* (nullable): an observation or a session, where it is about one */
  const char  *who;       /* the mentees of the pairing */
  const char  *turn;      /* the name of whose turn it is */
  gboolean     yours;
  char        *since;     /* (owned): a date in words */
  const GDate *today;
} MtrAttentionTelling;

MtrRecord *mtr_attention_add              (MtrAttentionBuild   *build,
                                           const char          *reason,
                                           int                  harm,
                                           const char          *from_on,
                                           gint64               subject_id,
                                           gint64               turn_id,
                                           const char          *since_on);
void       mtr_attention_find_programme   (MtrAttentionBuild   *build);
void       mtr_attention_find_hand_in     (MtrAttentionBuild   *build,
                                           gint64               person_id);
void       mtr_attention_find_evaluations (MtrAttentionBuild   *build);
void       mtr_attention_tell_programme   (MtrAttentionTelling *telling,
                                           MtrAttentionText    *text);

G_END_DECLS
