/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-observation.h"
#include "mtr-pairing-model.h"
#include "mtr-record-controller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_OBSERVATION_FORM (mtr_observation_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (MtrObservationForm, mtr_observation_form, MTR, OBSERVATION_FORM, GtkBox)

/**
 * MtrObservationFormClass:
 * @step: the step that is written in it
 * @build: puts the rows in, once, when the form has its record
 * @refresh: shows what is in the store now; keeps what is typed
 * @focus_first: puts the focus where somebody begins; the first field, unless there is something better
 */
struct _MtrObservationFormClass {
  GtkBoxClass parent_class;

  MtrObservationStep step;
  void (*build)   (MtrObservationForm *self);
  void (*refresh) (MtrObservationForm *self);
  gboolean (*focus_first) (MtrObservationForm *self);
};

MtrObservationForm  *mtr_observation_form_new            (GType                type,
                                                          MtrPairingModel     *model,
                                                          MtrRecordController *controller);
void                 mtr_observation_form_refresh        (MtrObservationForm  *self);
gboolean             mtr_observation_form_focus_first    (MtrObservationForm  *self);
gboolean             mtr_observation_form_press          (MtrObservationForm  *self);
void                 mtr_observation_form_flush          (MtrObservationForm  *self);
gboolean             mtr_observation_form_show_field     (MtrObservationForm  *self,
                                                          MtrField             field,
                                                          gint64               id,
                                                          const char          *reason);

/* For the forms of the steps. */
MtrPairingModel     *mtr_observation_form_get_model      (MtrObservationForm  *self);
MtrProgramme        *mtr_observation_form_get_programme  (MtrObservationForm  *self);
MtrPack             *mtr_observation_form_get_pack       (MtrObservationForm  *self);
MtrRecordController *mtr_observation_form_get_controller (MtrObservationForm  *self);
MtrRecord           *mtr_observation_form_get_record     (MtrObservationForm  *self);
gint64               mtr_observation_form_get_id         (MtrObservationForm  *self);
const char          *mtr_observation_form_get_name       (MtrObservationForm  *self,
                                                          MtrField             person);
MtrSnapshot         *mtr_observation_form_dup_current    (MtrObservationForm  *self);
GtkWidget           *mtr_observation_form_add_group      (MtrObservationForm  *self,
                                                          const char          *title,
                                                          MtrAudience          audience);
GtkWidget           *mtr_observation_form_add_field      (MtrObservationForm  *self,
                                                          GtkWidget           *group,
                                                          MtrField             field);
void                 mtr_observation_form_add_row        (MtrObservationForm  *self,
                                                          GtkWidget           *group,
                                                          GtkWidget           *row,
                                                          MtrField             field,
                                                          gint64               id);
void                 mtr_observation_form_remove_row     (MtrObservationForm  *self,
                                                          GtkWidget           *group,
                                                          GtkWidget           *row);
void                 mtr_observation_form_add_notice     (MtrObservationForm  *self,
                                                          const char          *text);
GtkWidget           *mtr_observation_form_add_button     (MtrObservationForm  *self,
                                                          const char          *label,
                                                          gboolean             suggested,
                                                          GCallback            clicked);
MtrRecordController *mtr_observation_form_take_child     (MtrObservationForm  *self,
                                                          MtrRecordController *child);
gboolean             mtr_observation_form_refuse         (MtrObservationForm  *self,
                                                          MtrObservationStep   step);
gboolean             mtr_observation_form_act            (MtrObservationForm  *self,
                                                          MtrChange           *change,
                                                          const char          *done);
void                 mtr_observation_form_finish         (MtrObservationForm  *self);
void                 mtr_observation_form_ask            (MtrObservationForm  *self,
                                                          const char          *verb);

G_END_DECLS
