/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second step of an observation: who was asked, and what they said. A no
 * ends it, without a reason; whoever said yes may stop at any time.
 */

#include "mtr-consent-form.h"

#include "mtr-date.h"
#include "mtr-observation-words.h"
#include "mtr-tick-row.h"

#include <glib/gi18n-lib.h>

#define N_ANSWERS 3

struct _MtrConsentForm {
  MtrObservationForm  parent_instance;

  GtkWidget          *answer_row;
  GtkWidget          *answers[N_ANSWERS];
  GtkWidget          *shadower_row;
  GtkWidget          *wishes_row;
  GtkWidget          *stop_label;
  GtkWidget          *given_button;
  GtkWidget          *another_button;
  GtkWidget          *withdrawn_button;
  gboolean            updating;         /* the answer is set by the program */
};

G_DEFINE_FINAL_TYPE (MtrConsentForm, mtr_consent_form, MTR_TYPE_OBSERVATION_FORM)

/* "Not asked yet" stands between the answers: the arrows choose what they come to, and nobody should come through a no
 * on the way to a yes. */
static const char * const codes[N_ANSWERS] = { MTR_CONSENT_GIVEN, MTR_CONSENT_PENDING, MTR_CONSENT_REFUSED };

static char *
dup_today (MtrConsentForm *self)
{
  GDate today;

  mtr_programme_get_today (mtr_observation_form_get_programme (MTR_OBSERVATION_FORM (self)), &today);

  return mtr_date_to_iso (&today);
}

static void
refuse (MtrConsentForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  g_autofree char *on = dup_today (self);

  mtr_observation_form_act (form, mtr_observation_refuse_consent (mtr_observation_form_get_record (form), on),
                            _("It does not take place. No reason is stored."));
}

static void
answered_cb (MtrConsentForm *self,
             GtkWidget      *answer)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrRecordController *controller = mtr_observation_form_get_controller (form);
  const char *code = g_object_get_data (G_OBJECT (answer), "code");

  if (self->updating || !gtk_check_button_get_active (GTK_CHECK_BUTTON (answer)))
    return;

  if (g_str_equal (code, MTR_CONSENT_REFUSED))
    {
      refuse (self);
      return;
    }

  mtr_record_controller_type (controller, MTR_OBSERVATION_CONSENT_STATE, code);
  if (g_str_equal (code, MTR_CONSENT_GIVEN) &&
      !mtr_record_is_set (mtr_observation_form_get_record (form), MTR_OBSERVATION_CONSENT_ON))
    {
      g_autofree char *on = dup_today (self);

      mtr_record_controller_type (controller, MTR_OBSERVATION_CONSENT_ON, on);
    }
  mtr_record_controller_leave (controller, MTR_OBSERVATION_CONSENT_STATE);
}

/* The list around the answers would take the arrows for itself. */
static gboolean
key_pressed_cb (MtrConsentForm  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean forth = keyval == GDK_KEY_Down || keyval == GDK_KEY_Right;
  gboolean back = keyval == GDK_KEY_Up || keyval == GDK_KEY_Left;

  if (!forth && !back)
    return GDK_EVENT_PROPAGATE;

  for (gsize i = 0; i < N_ANSWERS; i++)
    if (focus == self->answers[i])
      {
        gsize next = forth ? MIN (i + 1, N_ANSWERS - 1) : i - (i > 0);

        gtk_widget_grab_focus (self->answers[next]);
        gtk_check_button_set_active (GTK_CHECK_BUTTON (self->answers[next]), TRUE);
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

static void
add_answers (MtrConsentForm *self,
             GtkWidget      *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (_("The answer"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, keys);
  gtk_widget_add_css_class (box, "field-row");
  gtk_widget_add_css_class (title, "field-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  for (gsize i = 0; i < N_ANSWERS; i++)
    {
      self->answers[i] = gtk_check_button_new_with_label (
        mtr_observation_words_find_choice (MTR_OBSERVATION_CONSENT_STATE, codes[i]));
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->answers[i]), GTK_CHECK_BUTTON (self->answers[0]));
      g_object_set_data (G_OBJECT (self->answers[i]), "code", (gpointer) codes[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("The answer"), -1);
      gtk_box_append (GTK_BOX (box), self->answers[i]);
      g_signal_connect_object (self->answers[i], "toggled", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
    }

  self->answer_row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", _("The answer"), "activatable", FALSE,
                                   "focusable", FALSE, "child", box, NULL);
  mtr_observation_form_add_row (MTR_OBSERVATION_FORM (self), group, self->answer_row, MTR_OBSERVATION_CONSENT_STATE, 0);
}

static void
given_cb (MtrConsentForm *self)
{
  MtrObservationForm *form = MTR_OBSERVATION_FORM (self);
  MtrProgramme *programme = mtr_observation_form_get_programme (form);

  if (!mtr_record_text_is (mtr_observation_form_get_record (form), MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN))
    {
      mtr_programme_announce (programme, _("Choose what the answer was."));
      gtk_widget_child_focus (self->answer_row, GTK_DIR_TAB_FORWARD);
      return;
    }
  if (mtr_observation_form_refuse (form, MTR_OBSERVATION_STEP_CONSENT))
    return;

  mtr_observation_form_flush (form);
  mtr_programme_announce (programme, _("Consent is given. They may stop at any time."));
  mtr_observation_form_finish (form);
}

static void
another_cb (MtrConsentForm *self)
{
  mtr_observation_form_ask (MTR_OBSERVATION_FORM (self), "plan-another");
}

static void
withdrawn_cb (MtrConsentForm *self)
{
  mtr_observation_form_ask (MTR_OBSERVATION_FORM (self), "withdraw-consent");
}

static void
mtr_consent_form_build (MtrObservationForm *form)
{
  MtrConsentForm *self = MTR_CONSENT_FORM (form);
  GtkWidget *group = mtr_observation_form_add_group (form, NULL, MTR_AUDIENCE_ASSESSMENT);

  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_CONSENT_FROM);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_CONSENT_HOW);
  add_answers (self, group);
  mtr_observation_form_add_field (form, group, MTR_OBSERVATION_CONSENT_ON);
  self->shadower_row = mtr_tick_row_new (mtr_observation_form_get_controller (form), MTR_OBSERVATION_SHADOWER_CONSENTED);
  mtr_observation_form_add_row (form, group, self->shadower_row, MTR_OBSERVATION_SHADOWER_CONSENTED, 0);
  self->wishes_row = mtr_observation_form_add_field (form, group, MTR_OBSERVATION_CONSENT_WISHES);

  mtr_observation_form_add_notice (form, "");
  self->stop_label = gtk_widget_get_last_child (GTK_WIDGET (self));
  self->withdrawn_button = mtr_observation_form_add_button (form, _("Consent was withdrawn…"), FALSE,
                                                            G_CALLBACK (withdrawn_cb));
  self->another_button = mtr_observation_form_add_button (form, _("Plan another"), TRUE, G_CALLBACK (another_cb));
  self->given_button = mtr_observation_form_add_button (form, _("Go on"), TRUE, G_CALLBACK (given_cb));
  g_signal_connect_object (mtr_observation_form_get_controller (form), "value-changed",
                           G_CALLBACK (mtr_observation_form_refresh), self, G_CONNECT_SWAPPED);
}

static void
mtr_consent_form_refresh (MtrObservationForm *form)
{
  MtrConsentForm *self = MTR_CONSENT_FORM (form);
  MtrRecord *record = mtr_observation_form_get_record (form);
  gboolean refused = mtr_record_text_is (record, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_REFUSED);
  gboolean given = mtr_record_text_is (record, MTR_OBSERVATION_CONSENT_STATE, MTR_CONSENT_GIVEN);

  self->updating = TRUE;
  for (gsize i = 0; i < N_ANSWERS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->answers[i]),
                                 mtr_record_text_is (record, MTR_OBSERVATION_CONSENT_STATE, codes[i]) ||
                                 (g_str_equal (codes[i], MTR_CONSENT_PENDING) &&
                                  !mtr_record_is_set (record, MTR_OBSERVATION_CONSENT_STATE)));
  self->updating = FALSE;

  gtk_widget_set_visible (self->shadower_row, !refused && mtr_record_is_set (record, MTR_OBSERVATION_SHADOWER_ID));
  gtk_widget_set_visible (self->wishes_row, !refused);
  gtk_label_set_text (GTK_LABEL (self->stop_label),
                      refused ? _("Then it does not take place. No reason is needed and none is stored.")
                              : _("They may stop at any time, before, during and after, and need not say why."));
  gtk_widget_set_visible (self->withdrawn_button, given);
  gtk_widget_set_visible (self->another_button, refused);
  gtk_widget_set_visible (self->given_button, !refused && !mtr_record_is_set (record, MTR_OBSERVATION_OBSERVED_AT));
}

static void
mtr_consent_form_class_init (MtrConsentFormClass *klass)
{
  MtrObservationFormClass *form_class = MTR_OBSERVATION_FORM_CLASS (klass);

  form_class->step = MTR_OBSERVATION_STEP_CONSENT;
  form_class->build = mtr_consent_form_build;
  form_class->refresh = mtr_consent_form_refresh;
}

static void
mtr_consent_form_init (MtrConsentForm *self)
{
}
