/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_PERSON_CHOOSER (mtr_person_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MtrPersonChooser, mtr_person_chooser, MTR, PERSON_CHOOSER, GObject)

MtrPersonChooser *mtr_person_chooser_new      (AdwPreferencesGroup *group,
                                               const char          *title,
                                               const char          *summary,
                                               GPtrArray           *people);
void              mtr_person_chooser_choose   (MtrPersonChooser    *self,
                                               gint64               id);
void              mtr_person_chooser_type_new (MtrPersonChooser    *self);
gint64            mtr_person_chooser_get_id   (MtrPersonChooser    *self);
char             *mtr_person_chooser_dup_name (MtrPersonChooser    *self);
void              mtr_person_chooser_focus    (MtrPersonChooser    *self);
void              mtr_person_chooser_refuse   (MtrPersonChooser    *self,
                                               GtkLabel            *label,
                                               const char          *problem);
gboolean          mtr_person_chooser_check    (MtrPersonChooser    *self,
                                               const GDate         *today);

G_END_DECLS
