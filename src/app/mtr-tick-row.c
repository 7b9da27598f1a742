/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that is ticked off: a field that is yes, or not said yet. */

#include "mtr-tick-row.h"

struct _MtrTickRow {
  AdwActionRow         parent_instance;

  MtrRecordController *controller;  /* (owned) */
  MtrField             field;
  char                *prompt;      /* (owned) (nullable): what stands under the title */
  GtkWidget           *check;
  gboolean             updating;    /* the box is being filled by the program */
};

G_DEFINE_FINAL_TYPE (MtrTickRow, mtr_tick_row, ADW_TYPE_ACTION_ROW)

static void
show_value (MtrTickRow *self)
{
  MtrRecord *record = mtr_record_controller_get_record (self->controller);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), mtr_record_get_number (record, self->field) != 0);
  self->updating = FALSE;
}

static void
show_problem (MtrTickRow *self)
{
  const char *problem = mtr_record_controller_get_problem (self->controller, self->field, NULL);

  if (problem == NULL)
    problem = self->prompt;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), problem != NULL ? problem : "");
}

static void
value_changed_cb (MtrTickRow *self,
                  int         field)
{
  if (field == (int) self->field && !self->updating)
    show_value (self);
}

static void
problem_changed_cb (MtrTickRow *self,
                    int         field)
{
  if (field == (int) self->field)
    show_problem (self);
}

static void
toggled_cb (MtrTickRow *self)
{
  if (self->updating)
    return;

  self->updating = TRUE;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)))
    mtr_record_controller_set_number (self->controller, self->field, 1);
  else
    mtr_record_controller_clear (self->controller, self->field);
  mtr_record_controller_leave (self->controller, self->field);
  self->updating = FALSE;
  show_problem (self);
}

static gboolean
mtr_tick_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MTR_TICK_ROW (widget)->check);
}

static void
mtr_tick_row_dispose (GObject *object)
{
  MtrTickRow *self = MTR_TICK_ROW (object);

  mtr_tick_row_set_controller (self, NULL);
  g_clear_pointer (&self->prompt, g_free);

  G_OBJECT_CLASS (mtr_tick_row_parent_class)->dispose (object);
}

static void
mtr_tick_row_class_init (MtrTickRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_tick_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mtr_tick_row_grab_focus;
}

static void
mtr_tick_row_init (MtrTickRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_tick_row_new:
 * @controller: the controller of the record
 * @field: a field that is yes, no or not known; the row never says no
 *
 * Returns: (transfer floating): a row with a tick
 */
GtkWidget *
mtr_tick_row_new (MtrRecordController *controller,
                  MtrField             field)
{
  MtrTickRow *self = g_object_new (MTR_TYPE_TICK_ROW, NULL);

  self->field = field;
  mtr_tick_row_describe (self, mtr_field_get_label (field), NULL);
  mtr_tick_row_set_controller (self, controller);

  return GTK_WIDGET (self);
}

/**
 * mtr_tick_row_set_controller:
 * @self: a row
 * @controller: (nullable): the controller of another record of the same kind
 */
void
mtr_tick_row_set_controller (MtrTickRow          *self,
                             MtrRecordController *controller)
{
  if (self->controller == controller)
    return;

  if (self->controller != NULL)
    g_signal_handlers_disconnect_by_data (self->controller, self);
  g_set_object (&self->controller, controller);
  if (controller == NULL)
    return;

  g_signal_connect_object (controller, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "problem-changed", G_CALLBACK (problem_changed_cb), self, G_CONNECT_SWAPPED);
  show_value (self);
  show_problem (self);
}

/**
 * mtr_tick_row_describe:
 * @self: a row
 * @title: what is ticked, in other words than those of the field
 * @prompt: (nullable): what stands under it
 */
void
mtr_tick_row_describe (MtrTickRow *self,
                       const char *title,
                       const char *prompt)
{
  char *copy = g_strdup (prompt);

  g_free (self->prompt);
  self->prompt = copy;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, prompt != NULL ? prompt : "", -1);
  if (self->controller != NULL)
    show_problem (self);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), prompt != NULL ? prompt : "");
}

/**
 * mtr_tick_row_refuse:
 * @self: a row
 * @reason: why it has to be ticked; shown under its title, and the focus goes there
 */
void
mtr_tick_row_refuse (MtrTickRow *self,
                     const char *reason)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), reason);
  gtk_widget_grab_focus (self->check);
}
