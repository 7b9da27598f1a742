/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-match.h"
#include "mtr-programme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MTR_TYPE_MATCH_MODEL (mtr_match_model_get_type ())
G_DECLARE_FINAL_TYPE (MtrMatchModel, mtr_match_model, MTR, MATCH_MODEL, GObject)

MtrMatchModel   *mtr_match_model_new           (MtrProgramme          *programme);
MtrProgramme    *mtr_match_model_get_programme (MtrMatchModel         *self);
MtrSnapshot     *mtr_match_model_get_snapshot  (MtrMatchModel         *self);
MtrMatchPool    *mtr_match_model_get_pool      (MtrMatchModel         *self);
const MtrMatch  *mtr_match_model_get_match     (MtrMatchModel         *self);
gboolean         mtr_match_model_is_matching   (MtrMatchModel         *self);
gint64           mtr_match_model_get_mentor_of (MtrMatchModel         *self,
                                                gint64                 mentee_id);
void             mtr_match_model_suggest       (MtrMatchModel         *self);
void             mtr_match_model_set_rule      (MtrMatchModel         *self,
                                                const char            *rule,
                                                gint64                 mentor_id,
                                                gint64                 mentee_id);
void             mtr_match_model_unset_rule    (MtrMatchModel         *self,
                                                const char            *rule,
                                                gint64                 mentor_id,
                                                gint64                 mentee_id);
void             mtr_match_model_weigh         (MtrMatchModel         *self,
                                                const MtrMatchWeights *weights);
void             mtr_match_model_publish       (MtrMatchModel         *self,
                                                GtkWidget             *parent);

G_END_DECLS
