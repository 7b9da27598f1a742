/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The third step of an observation, as the page shows it: the way into the
 * window for observing, the way past it for those who write on paper, and
 * afterwards the times.
 */

#include "mtr-observe-form.h"

#include "mtr-observation-words.h"

#include <glib/gi18n-lib.h>

struct _MtrObserveForm {
  MtrObservationForm  parent_instance;

  GtkWidget          *state_label;
  GtkWidget          *times[2];
  GtkWidget          *limitations_group;
  GtkWidget          *observe_button;
  GtkWidget          *paper_button;
};

G_DEFINE_FINAL_TYPE (MtrObserveForm, mtr_observe_form, MTR_TYPE_OBSERVATION_FORM)

static void
observe_cb (MtrObserveForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);

  if (!mtr_record_is_set (mtr_observation_form_get_record (form), MTR_OBSERVATION_OBSERVED_AT) &&
      mtr_observation_form_refuse (form, MTR_OBSERVATION_STEP_OBSERVE))
    return;

  mtr_observation_form_ask (form, "observe");
}

static void
paper_cb (MtrObserveForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  g_autofree char *now = mtr_programme_now (mtr_observation_form_get_programme (form));
  MtrChange *change;

  if (mtr_observation_form_refuse (form, MTR_OBSERVATION_STEP_OBSERVE))
    return;

  change = mtr_change_new (_("note that it was written on paper"));
  mtr_change_set_text (change, MTR_OBSERVATION_OBSERVED_AT, mtr_observation_form_get_id (form), now);
  if (mtr_observation_form_act (form, change, _("Fill in the times, then write the feedback from your paper.")))
    mtr_observation_form_finish (form);
}

static void
mtr_observe_form_build (MtrObservationForm *form)
{
  MtrObserveForm *self = MTR_OBSERVE_FORM (form);
  GtkWidget *group;

  mtr_observation_form_add_notice (form, "");
  self->state_label = gtk_widget_get_last_child (GTK_WIDGET (self));

  group = mtr_observation_form_add_group (form, _("When"), MTR_AUDIENCE_PROGRAMME);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_HELD_ON);
  self->times[0] = mtr_observation_form_add_field (form, group, MTR_OBSERVATION_STARTED_TIME);
  self->times[1] = mtr_observation_form_add_field (form, group, MTR_OBSERVATION_ENDED_TIME);
  self->limitations_group = mtr_observation_form_add_group (form, NULL, MTR_AUDIENCE_ASSESSMENT);
  mtr_observation_form_add_field (form, self->limitations_group, MTR_OBSERVATION_LIMITATIONS);

  self->paper_button = mtr_observation_form_add_button (form, _("I wrote on paper"), FALSE, G_CALLBACK (paper_cb));
  self->observe_button = mtr_observation_form_add_button (form, _("Observe"), TRUE, G_CALLBACK (observe_cb));
}

static void
mtr_observe_form_refresh (MtrObservationForm *form)
{
  MtrObserveForm *self = MTR_OBSERVE_FORM (form);
  MtrRecord *record = mtr_observation_form_get_record (form);
  MtrSnapshot *snapshot = mtr_pairing_model_get_snapshot (mtr_observation_form_get_model (form));
  g_autoptr (GPtrArray) notes = mtr_snapshot_list_where (snapshot, MTR_KIND_OBSERVATION_NOTE,
                                                         MTR_OBSERVATION_NOTE_OBSERVATION_ID,
                                                         mtr_observation_form_get_id (form));
  gboolean done = mtr_record_is_set (record, MTR_OBSERVATION_OBSERVED_AT);
  const char *since = mtr_record_get_text (record, MTR_OBSERVATION_STARTED_TIME);
  g_autofree char *state = NULL;

  if (done)
    state = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "You have %u note. Only you read it.",
                                          "You have %u notes. Only you read them.", notes->len), notes->len);
  else if (since != NULL)
    /* Translators: %u is a number of notes, %s a time as in "10:02". */
    state = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Observing, paused. %u note since %s.",
                                          "Observing, paused. %u notes since %s.", notes->len), notes->len, since);
  else
    state = g_strdup (_("A window for notes alone: each gets the time of its first letter, one key tags it with an area, "
                        "and nothing interrupts. It also fits beside a video call. The notes are only yours."));
  gtk_label_set_text (GTK_LABEL (self->state_label), state);

  for (gsize i = 0; i < G_N_ELEMENTS (self->times); i++)
    gtk_widget_set_visible (self->times[i], done || since != NULL);
  gtk_widget_set_visible (self->limitations_group,
                          done && mtr_record_text_is (record, MTR_OBSERVATION_MODE, MTR_OBSERVATION_MODE_REMOTE));
  gtk_button_set_label (GTK_BUTTON (self->observe_button),
                        done ? _("Look at My Notes") : since != NULL ? _("Carry On Observing") : _("Observe"));
  gtk_widget_set_visible (self->observe_button, !done || notes->len > 0);
  gtk_widget_set_visible (self->paper_button, !done);
}

static gboolean
mtr_observe_form_focus_first (MtrObservationForm *form)
{
  return gtk_widget_grab_focus (MTR_OBSERVE_FORM (form)->observe_button);
}

static void
mtr_observe_form_class_init (MtrObserveFormClass *klass)
{
  MtrObservationFormClass *form_class = MTR_OBSERVATION_FORM_CLASS (klass);

  form_class->step = MTR_OBSERVATION_STEP_OBSERVE;
  form_class->build = mtr_observe_form_build;
  form_class->refresh = mtr_observe_form_refresh;
  form_class->focus_first = mtr_observe_form_focus_first;
}

static void
mtr_observe_form_init (MtrObserveForm *self)
{
}
