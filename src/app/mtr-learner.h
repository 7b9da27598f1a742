/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"

G_BEGIN_DECLS

#define MTR_TYPE_LEARNER (mtr_learner_get_type ())
G_DECLARE_FINAL_TYPE (MtrLearner, mtr_learner, MTR, LEARNER, GObject)

MtrLearner      *mtr_learner_new_of_pairing  (MtrPairingModel *model);
MtrLearner      *mtr_learner_new_of_person   (MtrProgramme    *programme,
                                              gint64           person_id);
gboolean         mtr_learner_is_possible     (MtrProgramme    *programme,
                                              gint64           person_id);
gint64           mtr_learner_find_person     (MtrProgramme    *programme,
                                              MtrKind          kind,
                                              gint64           id);
MtrProgramme    *mtr_learner_get_programme   (MtrLearner      *self);
MtrPairingModel *mtr_learner_get_model       (MtrLearner      *self);
MtrPack         *mtr_learner_get_pack        (MtrLearner      *self);
MtrSnapshot     *mtr_learner_get_snapshot    (MtrLearner      *self);
gint64           mtr_learner_get_person_id   (MtrLearner      *self);
void             mtr_learner_set_person_id   (MtrLearner      *self,
                                              gint64           person_id);
const char      *mtr_learner_get_name        (MtrLearner      *self);
const char      *mtr_learner_get_mentor_name (MtrLearner      *self);
const char      *mtr_learner_get_other_name  (MtrLearner      *self);
gboolean         mtr_learner_is_owner        (MtrLearner      *self);
gboolean         mtr_learner_has_owner_as_mentor (MtrLearner  *self);
gboolean         mtr_learner_can_write       (MtrLearner      *self);

G_END_DECLS
