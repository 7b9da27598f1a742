/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-attention.h"
#include "mtr-programme.h"

G_BEGIN_DECLS

/** MtrTodayReason: a reason for attention. Owned by the model, and replaced with the signal "refreshed". */
typedef struct {
  MtrRecord        *attention;  /* (owned) */
  MtrRecord        *set_aside;  /* (owned) (nullable): where the owner has said "not now" */
  MtrAttentionText *text;       /* (owned) (nullable): NULL beyond the rows that are shown */
  MtrSnapshot      *snapshot;   /* (owned) (nullable): the pairing, where there is a text */
} MtrTodayReason;

/** MtrTodayEvent: a session or an observation with a date. Owned by the model. */
typedef struct {
  MtrRecord        *record;     /* (owned) */
  MtrRecord        *summary;    /* (owned) (nullable): of its pairing */
  gint64            pairing_id;
  GDate             date;
} MtrTodayEvent;

/** MtrTodayCounts: the figures of the whole file. */
typedef struct {
  guint people;
  guint pairings;
  guint own_pairings;     /* the owner is mentor or mentee there */
  guint agreements;       /* at least: only whether there is one is asked */
  guint attention;        /* pairings that need attention */
  guint without_mentor;
} MtrTodayCounts;

#define MTR_TYPE_TODAY_MODEL (mtr_today_model_get_type ())
G_DECLARE_FINAL_TYPE (MtrTodayModel, mtr_today_model, MTR, TODAY_MODEL, GObject)

MtrTodayModel        *mtr_today_model_new             (MtrProgramme  *programme);
void                  mtr_today_model_load            (MtrTodayModel *self);
gboolean              mtr_today_model_is_loaded       (MtrTodayModel *self);
void                  mtr_today_model_show_all        (MtrTodayModel *self);
gboolean              mtr_today_model_shows_all       (MtrTodayModel *self);
const GDate          *mtr_today_model_get_today       (MtrTodayModel *self);
GPtrArray            *mtr_today_model_get_yours       (MtrTodayModel *self);
GPtrArray            *mtr_today_model_get_others      (MtrTodayModel *self);
GPtrArray            *mtr_today_model_get_set_aside   (MtrTodayModel *self);
gboolean              mtr_today_model_is_cut          (MtrTodayModel *self);
GPtrArray            *mtr_today_model_get_coming      (MtrTodayModel *self);
const MtrTodayEvent  *mtr_today_model_get_next        (MtrTodayModel *self);
MtrRecord            *mtr_today_model_get_portfolio   (MtrTodayModel *self);
MtrRecord            *mtr_today_model_get_portfolio_summary (MtrTodayModel *self);
const MtrTodayCounts *mtr_today_model_get_counts      (MtrTodayModel *self);
GHashTable           *mtr_today_model_get_mentee_in   (MtrTodayModel *self);
gboolean              mtr_today_model_is_mentor       (MtrTodayModel *self,
                                                       gint64         pairing_id);
gboolean              mtr_today_model_is_mentee       (MtrTodayModel *self,
                                                       gint64         pairing_id);

G_END_DECLS
