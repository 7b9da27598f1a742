/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who does what was agreed, and by when: a button that says it, and a popover
 * to say it otherwise. For an action that is in the store a change is written
 * when the popover closes.
 */

#include "mtr-action-button.h"

#include "mtr-accessible.h"
#include "mtr-check.h"
#include "mtr-date.h"
#include "mtr-page-parts.h"
#include "mtr-session-words.h"
#include "mtr-session.h"

#include <glib/gi18n-lib.h>

struct _MtrActionButton {
  AdwBin           parent_instance;

  MtrPairingModel *model;     /* (owned) (nullable) */
  gint64           action_id; /* 0: not in the store yet */
  GArray          *owner_ids; /* (owned) (element-type gint64): 0 first */
  gint64           owner_id;
  char            *due_on;    /* (owned) (nullable) */
  gboolean         updating;

  GtkMenuButton   *button;
  GtkLabel        *label;
  GtkPopover      *popover;
  GtkDropDown     *owner_drop_down;
  GtkEditable     *due_entry;
  GtkLabel        *due_problem;
};

G_DEFINE_FINAL_TYPE (MtrActionButton, mtr_action_button, ADW_TYPE_BIN)

static void
show_words (MtrActionButton *self)
{
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;
  GDate today;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  words = mtr_session_words_dup_action (mtr_pairing_model_get_snapshot (self->model), self->owner_id, self->due_on,
                                        &today);
  gtk_label_set_text (self->label, *words != '\0' ? words : _("Who and when"));
  /* Translators: %s is as in "Supervisor A · by 26 Nov". */
  spoken = g_strdup_printf (_("Who does it and by when: %s"), *words != '\0' ? words : _("not said yet"));
  mtr_accessible_set_label (GTK_WIDGET (self), spoken);
  mtr_accessible_set_label (GTK_WIDGET (self->button), spoken);
}

static void
show_editors (MtrActionButton *self)
{
  g_autofree char *day = NULL;
  GDate due;

  self->updating = TRUE;
  for (guint i = 0; i < self->owner_ids->len; i++)
    if (g_array_index (self->owner_ids, gint64, i) == self->owner_id)
      gtk_drop_down_set_selected (self->owner_drop_down, i);
  if (self->due_on != NULL && mtr_date_from_iso (self->due_on, &due))
    day = mtr_date_format (&due, MTR_DATE_STYLE_FULL);
  mtr_page_parts_show_text (self->due_entry, day != NULL ? day : "");
  mtr_accessible_say (self->due_problem, NULL);
  self->updating = FALSE;
}

static void
owner_selected_cb (MtrActionButton *self)
{
  guint selected = gtk_drop_down_get_selected (self->owner_drop_down);

  if (self->updating || selected >= self->owner_ids->len)
    return;

  self->owner_id = g_array_index (self->owner_ids, gint64, selected);
  show_words (self);
}

static void
due_changed_cb (MtrActionButton *self)
{
  g_autofree char *value = NULL;
  g_autoptr (MtrProblem) problem = NULL;
  GDate today;

  if (self->updating)
    return;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &today);
  if (!mtr_check_field (MTR_ACTION_DUE_ON, gtk_editable_get_text (self->due_entry), &today, &value, &problem))
    {
      mtr_accessible_say (self->due_problem, problem->message);
      return;
    }

  mtr_accessible_say (self->due_problem, NULL);
  g_free (self->due_on);
  self->due_on = g_steal_pointer (&value);
  show_words (self);
}

static void
due_activate_cb (MtrActionButton *self)
{
  /* What is wrong is mended before it goes out of sight. */
  if (*gtk_label_get_text (self->due_problem) == '\0')
    gtk_popover_popdown (self->popover);
}

static void
closed_cb (MtrActionButton *self)
{
  MtrRecord *action = mtr_snapshot_get (mtr_pairing_model_get_snapshot (self->model), MTR_KIND_ACTION, self->action_id);
  g_autoptr (MtrChange) change = NULL;

  show_editors (self);
  if (action == NULL)
    return;

  change = mtr_change_new (_("change who does it and by when"));
  if (self->owner_id == 0 && mtr_record_is_set (action, MTR_ACTION_OWNER_ID))
    mtr_change_clear (change, MTR_ACTION_OWNER_ID, self->action_id);
  else if (self->owner_id != mtr_record_get_number (action, MTR_ACTION_OWNER_ID))
    mtr_change_set_number (change, MTR_ACTION_OWNER_ID, self->action_id, self->owner_id);
  if (g_strcmp0 (self->due_on, mtr_record_get_text (action, MTR_ACTION_DUE_ON)) != 0)
    mtr_change_set_text (change, MTR_ACTION_DUE_ON, self->action_id, self->due_on);
  if (!mtr_change_is_empty (change))
    mtr_programme_act (mtr_pairing_model_get_programme (self->model), g_steal_pointer (&change), NULL);
}

static void
mtr_action_button_dispose (GObject *object)
{
  MtrActionButton *self = MTR_ACTION_BUTTON (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->owner_ids, g_array_unref);
  g_clear_pointer (&self->due_on, g_free);

  G_OBJECT_CLASS (mtr_action_button_parent_class)->dispose (object);
}

static gboolean
mtr_action_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MTR_ACTION_BUTTON (widget)->button));
}

static void
mtr_action_button_class_init (MtrActionButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_action_button_dispose;
  widget_class->grab_focus = mtr_action_button_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/Mentoring/ui/mtr-action-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrActionButton, button);
  gtk_widget_class_bind_template_child (widget_class, MtrActionButton, label);
  gtk_widget_class_bind_template_child (widget_class, MtrActionButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MtrActionButton, owner_drop_down);
  gtk_widget_class_bind_template_child (widget_class, MtrActionButton, due_entry);
  gtk_widget_class_bind_template_child (widget_class, MtrActionButton, due_problem);
}

static void
mtr_action_button_init (MtrActionButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->owner_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect_object (self->owner_drop_down, "notify::selected", G_CALLBACK (owner_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due_entry, "changed", G_CALLBACK (due_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->due_entry, "activate", G_CALLBACK (due_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/* Until the next session, as far as it is planned; the mentee, where there is one only. */
static void
suggest (MtrActionButton *self,
         GPtrArray       *mentees)
{
  GDate tomorrow;

  mtr_programme_get_today (mtr_pairing_model_get_programme (self->model), &tomorrow);
  g_date_add_days (&tomorrow, 1);
  if (mentees->len == 1)
    self->owner_id = mtr_record_get_id (g_ptr_array_index (mentees, 0));
  self->due_on = g_strdup (mtr_session_get_next_planned_on (mtr_pairing_model_get_snapshot (self->model),
                                                            mtr_pairing_model_get_id (self->model), &tomorrow));
}

/**
 * mtr_action_button_set_model:
 * @self: a button; this is said once
 * @model: the pairing, whose people can do it
 */
void
mtr_action_button_set_model (MtrActionButton *self,
                             MtrPairingModel *model)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) people = mtr_pairing_model_list_mentees (model, NULL);
  gint64 nobody = 0;

  self->model = g_object_ref (model);
  suggest (self, people);
  if (mtr_pairing_model_get_mentor (model) != NULL)
    g_ptr_array_add (people, mtr_pairing_model_get_mentor (model));

  g_array_append_val (self->owner_ids, nobody);
  gtk_string_list_append (names, _("Nobody yet"));
  for (guint i = 0; i < people->len; i++)
    {
      gint64 id = mtr_record_get_id (g_ptr_array_index (people, i));

      g_array_append_val (self->owner_ids, id);
      gtk_string_list_append (names, mtr_record_get_name (g_ptr_array_index (people, i), MTR_PERSON_NAME));
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->owner_drop_down, G_LIST_MODEL (names));
  self->updating = FALSE;
  show_words (self);
  show_editors (self);
}

/**
 * mtr_action_button_show:
 * @self: a button
 * @action: (transfer none): an action that is in the store
 */
void
mtr_action_button_show (MtrActionButton *self,
                        MtrRecord       *action)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    return;

  self->action_id = mtr_record_get_id (action);
  self->owner_id = mtr_record_get_number (action, MTR_ACTION_OWNER_ID);
  g_free (self->due_on);
  self->due_on = g_strdup (mtr_record_get_text (action, MTR_ACTION_DUE_ON));
  show_words (self);
  show_editors (self);
}

/**
 * mtr_action_button_fill:
 * @self: a button
 * @action: (transfer none): a new action, which gets who does it and by when
 */
void
mtr_action_button_fill (MtrActionButton *self,
                        MtrRecord       *action)
{
  if (self->owner_id != 0)
    mtr_record_set_number (action, MTR_ACTION_OWNER_ID, self->owner_id);
  if (self->due_on != NULL)
    mtr_record_set_text (action, MTR_ACTION_DUE_ON, self->due_on);
}
