/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-pairing-model.h"
#include "mtr-record-controller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_SESSION_FORM (mtr_session_form_get_type ())
G_DECLARE_FINAL_TYPE (MtrSessionForm, mtr_session_form, MTR, SESSION_FORM, AdwBin)

/**
 * MtrSessionPurpose:
 * @MTR_SESSION_WRITE: a session that has been, or that is being looked at
 * @MTR_SESSION_PLAN: a session that is to come: no next step and no topics yet
 */
typedef enum {
  MTR_SESSION_WRITE,
  MTR_SESSION_PLAN,
} MtrSessionPurpose;

GtkWidget           *mtr_session_form_new            (MtrPairingModel     *model,
                                                      gint64               session_id,
                                                      MtrSessionPurpose    purpose);
gint64               mtr_session_form_get_session_id (MtrSessionForm      *self);
MtrRecord           *mtr_session_form_get_session    (MtrSessionForm      *self);
MtrRecordController *mtr_session_form_get_controller (MtrSessionForm      *self);
MtrSessionPurpose    mtr_session_form_get_purpose    (MtrSessionForm      *self);
void                 mtr_session_form_set_narrow     (MtrSessionForm      *self,
                                                      gboolean             narrow);
void                 mtr_session_form_focus          (MtrSessionForm      *self,
                                                      MtrField             field);
void                 mtr_session_form_be_born        (MtrSessionForm      *self);
void                 mtr_session_form_begin          (MtrSessionForm      *self);
void                 mtr_session_form_finish         (MtrSessionForm      *self);
void                 mtr_session_form_close          (MtrSessionForm      *self);

G_END_DECLS
