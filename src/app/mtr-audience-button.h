/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mtr-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MTR_TYPE_AUDIENCE_BUTTON (mtr_audience_button_get_type ())
G_DECLARE_FINAL_TYPE (MtrAudienceButton, mtr_audience_button, MTR, AUDIENCE_BUTTON, AdwBin)

GtkWidget  *mtr_audience_button_new          (MtrAudience        audience,
                                              const char        *other,
                                              const char        *manager);
const char *mtr_audience_button_get_readers  (MtrAudienceButton *self);
char       *mtr_audience_describe_readers    (MtrAudience        audience,
                                              const char        *other,
                                              const char        *manager);
GtkWidget  *mtr_group_new                    (const char        *title,
                                              MtrAudience        audience,
                                              const char        *other,
                                              const char        *manager);
void        mtr_group_set_narrow             (AdwPreferencesGroup *group,
                                              gboolean           narrow);
void        mtr_group_say_readers            (AdwPreferencesGroup *group,
                                              MtrAudience        audience,
                                              const char        *other,
                                              const char        *manager);

G_END_DECLS
