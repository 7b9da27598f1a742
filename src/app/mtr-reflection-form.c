/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fifth step of an observation: the reflection of the person observed,
 * theirs alone until it is shared, and the box for seeing it differently,
 * which is always there.
 */

#include "mtr-reflection-form.h"

#include <glib/gi18n-lib.h>

struct _MtrReflectionForm {
  MtrObservationForm  parent_instance;
};

G_DEFINE_FINAL_TYPE (MtrReflectionForm, mtr_reflection_form, MTR_TYPE_OBSERVATION_FORM)

static void
share_cb (MtrReflectionForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  g_autofree char *now = mtr_programme_now (mtr_observation_form_get_programme (form));
  /* Translators: %s is a person. */
  g_autofree char *done = g_strdup_printf (_("Shared with %s. Next: sign."),
                                           mtr_observation_form_get_name (form, MTR_OBSERVATION_OBSERVER_ID));

  if (mtr_observation_form_refuse (form, MTR_OBSERVATION_STEP_REFLECTION))
    return;

  if (mtr_observation_form_act (form, mtr_observation_share_reflection (mtr_observation_form_get_record (form), now),
                                done))
    mtr_observation_form_finish (form);
}

static void
mtr_reflection_form_build (MtrObservationForm *form)
{
  gboolean shared = mtr_record_is_set (mtr_observation_form_get_record (form), MTR_OBSERVATION_REFLECTION_SHARED_AT);
  GtkWidget *group = mtr_observation_form_add_group (form, NULL, shared ? MTR_AUDIENCE_ASSESSMENT : MTR_AUDIENCE_MINE);
  /* Translators: a button; %s is a person. */
  g_autofree char *share = g_strdup_printf (_("Share with %s"),
                                            mtr_observation_form_get_name (form, MTR_OBSERVATION_OBSERVER_ID));

  mtr_observation_form_add_field (form, group, shared ? MTR_OBSERVATION_REFLECTION : MTR_OBSERVATION_DRAFT_REFLECTION);
  mtr_observation_form_add_field (form, group,
                                  shared ? MTR_OBSERVATION_DISAGREEMENT : MTR_OBSERVATION_DRAFT_DISAGREEMENT);
  if (!shared)
    mtr_observation_form_add_button (form, share, TRUE, G_CALLBACK (share_cb));
}

static void
mtr_reflection_form_class_init (MtrReflectionFormClass *klass)
{
  MtrObservationFormClass *form_class = MTR_OBSERVATION_FORM_CLASS (klass);

  form_class->step = MTR_OBSERVATION_STEP_REFLECTION;
  form_class->build = mtr_reflection_form_build;
}

static void
mtr_reflection_form_init (MtrReflectionForm *self)
{
}
