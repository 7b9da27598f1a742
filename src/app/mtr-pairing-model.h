/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-programme.h"

G_BEGIN_DECLS

#define MTR_TYPE_PAIRING_MODEL (mtr_pairing_model_get_type ())
G_DECLARE_FINAL_TYPE (MtrPairingModel, mtr_pairing_model, MTR, PAIRING_MODEL, GObject)

MtrPairingModel *mtr_pairing_model_new           (MtrProgramme    *programme,
                                                  gint64           pairing_id);
MtrProgramme    *mtr_pairing_model_get_programme (MtrPairingModel *self);
gint64           mtr_pairing_model_get_id        (MtrPairingModel *self);
MtrSnapshot     *mtr_pairing_model_get_snapshot  (MtrPairingModel *self);
MtrRecord       *mtr_pairing_model_get_pairing   (MtrPairingModel *self);
MtrPack         *mtr_pairing_model_get_pack      (MtrPairingModel *self);
GPtrArray       *mtr_pairing_model_list_mentees  (MtrPairingModel *self,
                                                  const char      *on);
GPtrArray       *mtr_pairing_model_list_both_sides (MtrPairingModel *self);
MtrRecord       *mtr_pairing_model_get_portfolio (MtrPairingModel *self);
MtrRecord       *mtr_pairing_model_get_mentor    (MtrPairingModel *self);
MtrRecord       *mtr_pairing_model_get_mentee    (MtrPairingModel *self);
void             mtr_pairing_model_set_mentee    (MtrPairingModel *self,
                                                  gint64           person_id);
void             mtr_pairing_model_show_record   (MtrPairingModel *self,
                                                  MtrKind          kind,
                                                  gint64           id);
gboolean         mtr_pairing_model_has_owner     (MtrPairingModel *self);
gboolean         mtr_pairing_model_may_see       (MtrPairingModel *self,
                                                  MtrRecord       *record);
const char      *mtr_pairing_model_get_other_name (MtrPairingModel *self);
const char      *mtr_pairing_model_get_pair_names (MtrPairingModel *self);
const char      *mtr_pairing_model_get_support_line (MtrPairingModel *self);
const char      *mtr_pairing_model_get_manager_name (MtrPairingModel *self);
gboolean         mtr_pairing_model_can_write     (MtrPairingModel *self);

G_END_DECLS
