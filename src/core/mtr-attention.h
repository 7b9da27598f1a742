/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-summary.h"

G_BEGIN_DECLS

/** The reasons of Today. A requirement that has become due is MTR_ATTENTION_DUE followed by its id in the pack. */
#define MTR_ATTENTION_SIGNATURE   "signature"
#define MTR_ATTENTION_FEEDBACK    "feedback"
#define MTR_ATTENTION_REFLECTION  "reflection"
#define MTR_ATTENTION_SUBMISSION  "submission"
#define MTR_ATTENTION_OBSERVATION "observation"
#define MTR_ATTENTION_DUE         "due."
#define MTR_ATTENTION_MENTOR      "mentor"
#define MTR_ATTENTION_AGREEMENT   "agreement"
#define MTR_ATTENTION_UNWRITTEN   "unwritten"
#define MTR_ATTENTION_SILENCE     "silence"
#define MTR_ATTENTION_REVIEW      "review"
#define MTR_ATTENTION_HAND_IN     "hand-in"
#define MTR_ATTENTION_HAND_IN_AGAIN "hand-in-again"
#define MTR_ATTENTION_CHECK       "check"
#define MTR_ATTENTION_INDUCTION   "induction"
#define MTR_ATTENTION_FACILITATOR "facilitator"
#define MTR_ATTENTION_EVALUATION  "evaluation"

/** The order of a reason about an observation that is asked for or planned and has not been held (screens.md, section 2). */
#define MTR_ATTENTION_HARM_OBSERVATION 4

/** Which half of a reason is set aside: what the owner has to do, or what somebody else has. */
#define MTR_SET_ASIDE_YOURS  "yours"
#define MTR_SET_ASIDE_THEIRS "theirs"

/** MtrAttentionText: a reason in words. */
typedef struct {
  char     *title;     /* (owned): the reason: "No session for 6 weeks" */
  char     *subtitle;  /* (owned): the pairing and the figures: "Supervisor A · last on 9 Oct, agreed every 3 weeks" */
  char     *verb;      /* (owned): what the button says: "Plan one" */
  gboolean  yours;     /* belongs to "Needs you"; else to "Waiting for others" */
} MtrAttentionText;

void              mtr_attention_text_free    (MtrAttentionText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MtrAttentionText, mtr_attention_text_free)

MtrAttentionText *mtr_attention_describe     (MtrPack          *pack,
                                              MtrSnapshot      *snapshot,
                                              MtrRecord        *attention,
                                              gint64            owner_id,
                                              const GDate      *today);
gboolean          mtr_attention_is_current   (MtrRecord        *attention,
                                              const GDate      *today);
gboolean          mtr_attention_is_set_aside (MtrRecord        *attention,
                                              GPtrArray        *set_asides,
                                              gint64            owner_id,
                                              const GDate      *today);
gboolean          mtr_attention_says_the_same (MtrRecord       *attention,
                                              MtrRecord        *other);
gboolean          mtr_attention_concerns     (MtrRecord        *attention,
                                              MtrRecord        *membership,
                                              const GDate      *today);
MtrRecord        *mtr_attention_find_set_aside (MtrRecord      *attention,
                                              GPtrArray        *set_asides,
                                              gint64            owner_id,
                                              const GDate      *today);
const char       *mtr_attention_get_set_aside_until (MtrRecord  *attention,
                                              GPtrArray        *set_asides,
                                              gint64            owner_id,
                                              const GDate      *today);
const char       *mtr_attention_get_turn     (MtrRecord        *attention,
                                              gint64            owner_id);

G_END_DECLS
