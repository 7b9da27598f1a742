/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card at the top of the diary in which a session is written in under a
 * minute. Ctrl+Enter is Done; Escape closes it and keeps what was typed.
 *
 * The signal "closed" carries what to do next: "done", "kept", "deeper" or
 * "note".
 */

#include "mtr-quick-entry.h"

#include "mtr-audience-button.h"
#include "mtr-date.h"

#include <glib/gi18n-lib.h>

struct _MtrQuickEntry {
  AdwBin           parent_instance;

  MtrPairingModel *model;   /* (owned) */
  MtrSessionForm  *form;

  GtkLabel        *title_label;
  AdwBin          *audience_bin;
  AdwBin          *form_bin;
  GtkWidget       *deeper_button;
  GtkWidget       *note_button;
  GtkWidget       *done_button;
};

enum {
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrQuickEntry, mtr_quick_entry, ADW_TYPE_BIN)

static void
show_title (MtrQuickEntry *self)
{
  g_autofree char *day_text = NULL;
  g_autofree char *title = NULL;
  GDate day;

  if (!mtr_record_get_date (mtr_session_form_get_session (self->form), MTR_SESSION_HELD_ON, &day))
    {
      gtk_label_set_text (self->title_label, _("A session"));
      return;
    }

  day_text = mtr_date_format (&day, MTR_DATE_STYLE_WEEKDAY);
  /* Translators: %s is a day, "Thursday 26 November". */
  title = mtr_session_form_get_purpose (self->form) == MTR_SESSION_PLAN ? g_strdup_printf (_("Plan for %s"), day_text)
                                                                        : g_steal_pointer (&day_text);
  gtk_label_set_text (self->title_label, title);
}

static void
close_as (MtrQuickEntry *self,
          const char    *what)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, what);
}

static void
finished_cb (MtrQuickEntry *self)
{
  close_as (self, "done");
}

static void
deeper_cb (MtrQuickEntry *self)
{
  mtr_session_form_be_born (self->form);
  close_as (self, "deeper");
}

static void
note_cb (MtrQuickEntry *self)
{
  mtr_session_form_be_born (self->form);
  close_as (self, "note");
}

static void
done_cb (MtrQuickEntry *self)
{
  mtr_session_form_finish (self->form);
}

static gboolean
key_pressed_cb (MtrQuickEntry   *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (modifiers & GDK_CONTROL_MASK))
    {
      done_cb (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  close_as (MTR_QUICK_ENTRY (widget), "kept");

  return GDK_EVENT_STOP;
}

static void
mtr_quick_entry_dispose (GObject *object)
{
  g_clear_object (&MTR_QUICK_ENTRY (object)->model);

  G_OBJECT_CLASS (mtr_quick_entry_parent_class)->dispose (object);
}

static void
mtr_quick_entry_class_init (MtrQuickEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_quick_entry_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", MTR_TYPE_QUICK_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-quick-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrQuickEntry, title_label);
  gtk_widget_class_bind_template_child (widget_class, MtrQuickEntry, audience_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrQuickEntry, form_bin);
  gtk_widget_class_bind_template_child (widget_class, MtrQuickEntry, deeper_button);
  gtk_widget_class_bind_template_child (widget_class, MtrQuickEntry, note_button);
  gtk_widget_class_bind_template_child (widget_class, MtrQuickEntry, done_button);
}

static void
mtr_quick_entry_init (MtrQuickEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Before the box that has the cursor takes Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->deeper_button, "clicked", G_CALLBACK (deeper_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note_button, "clicked", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->done_button, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_quick_entry_new:
 * @model: the pairing
 * @session_id: a session; 0 for a new one
 * @purpose: whether it is written or planned
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
mtr_quick_entry_new (MtrPairingModel   *model,
                     gint64             session_id,
                     MtrSessionPurpose  purpose)
{
  MtrQuickEntry *self = g_object_new (MTR_TYPE_QUICK_ENTRY, NULL);

  self->model = g_object_ref (model);
  self->form = MTR_SESSION_FORM (mtr_session_form_new (model, session_id, purpose));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  adw_bin_set_child (self->audience_bin, mtr_audience_button_new (MTR_AUDIENCE_PAIR,
                                                                  mtr_pairing_model_get_pair_names (model), NULL));
  gtk_widget_set_visible (self->deeper_button, purpose == MTR_SESSION_WRITE);
  gtk_widget_set_visible (self->note_button, purpose == MTR_SESSION_WRITE);
  g_signal_connect_object (self->form, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mtr_session_form_get_controller (self->form), "value-changed", G_CALLBACK (show_title), self,
                           G_CONNECT_SWAPPED);
  show_title (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  purpose == MTR_SESSION_PLAN ? _("Plan a session") : _("Write a session"), -1);

  return GTK_WIDGET (self);
}

/**
 * mtr_quick_entry_get_form:
 * @self: a card
 *
 * Returns: (transfer none): its form
 */
MtrSessionForm *
mtr_quick_entry_get_form (MtrQuickEntry *self)
{
  return self->form;
}
