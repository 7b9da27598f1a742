/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row to type in that belongs to no record yet: its title and an entry. The
 * entry row of libadwaita 1.2 does not tell a screen reader that it has the
 * focus; a plain entry does.
 *
 * What is wrong is said below the entry, until it is changed.
 *
 * The signals "changed" and "activated" are those of the entry.
 */

#include "mtr-entry-row.h"

#include "mtr-accessible.h"
#include "mtr-check.h"
#include "mtr-page-parts.h"

struct _MtrEntryRow {
  AdwPreferencesRow  parent_instance;

  GtkWidget         *title_label;
  GtkWidget         *entry;
  GtkLabel          *problem_label;
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrEntryRow, mtr_entry_row, ADW_TYPE_PREFERENCES_ROW)

static void
say (MtrEntryRow *self,
     const char  *problem)
{
  mtr_accessible_say (self->problem_label, problem);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem != NULL ? problem : "",
                                  -1);
}

static void
changed_cb (MtrEntryRow *self)
{
  if (*gtk_label_get_text (self->problem_label) != '\0')
    say (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (MtrEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
title_cb (MtrEntryRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gboolean
mtr_entry_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MTR_ENTRY_ROW (widget)->entry);
}

static void
mtr_entry_row_class_init (MtrEntryRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = mtr_entry_row_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MTR_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", MTR_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
mtr_entry_row_init (MtrEntryRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->title_label = gtk_label_new (NULL);
  self->entry = gtk_entry_new ();
  gtk_label_set_xalign (GTK_LABEL (self->title_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title_label), TRUE);
  gtk_widget_add_css_class (self->title_label, "field-title");
  gtk_widget_add_css_class (box, "field-row");
  gtk_box_append (GTK_BOX (box), self->title_label);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->problem_label = GTK_LABEL (mtr_accessible_new_alert ());
  gtk_label_set_xalign (self->problem_label, 0);
  gtk_widget_set_css_classes (GTK_WIDGET (self->problem_label),
                              (const char *[]) { "spoken-line", "field-problem", NULL });
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem_label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_entry_row_new:
 * @title: what to type, translated
 *
 * Returns: (transfer floating): a row for a boxed list
 */
GtkWidget *
mtr_entry_row_new (const char *title)
{
  return g_object_new (MTR_TYPE_ENTRY_ROW, "title", title, NULL);
}

/**
 * mtr_entry_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): what is typed
 */
const char *
mtr_entry_row_get_text (MtrEntryRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * mtr_entry_row_set_text:
 * @self: a row
 * @text: what stands in it from now on
 */
void
mtr_entry_row_set_text (MtrEntryRow *self,
                        const char  *text)
{
  mtr_page_parts_show_text (GTK_EDITABLE (self->entry), text);
}

/**
 * mtr_entry_row_refuse:
 * @self: a row
 * @problem: what is wrong with what is typed, and what to do
 *
 * Says so below the entry, until something else is typed, and puts the cursor there.
 */
void
mtr_entry_row_refuse (MtrEntryRow *self,
                      const char  *problem)
{
  say (self, problem);
  gtk_widget_grab_focus (self->entry);
}

/**
 * mtr_entry_row_take:
 * @self: a row
 * @field: the field that it is for
 * @today: the present date
 * @value: (out) (nullable) (transfer full): the value as it is stored; %NULL for an empty field
 *
 * Takes what is typed, or says below the entry why not and puts the cursor there.
 *
 * Returns: whether @value can be stored
 */
gboolean
mtr_entry_row_take (MtrEntryRow  *self,
                    MtrField      field,
                    const GDate  *today,
                    char        **value)
{
  MtrProblem *problem = NULL;
  gboolean taken = mtr_check_field (field, mtr_entry_row_get_text (self), today, value, &problem);

  if (!taken)
    mtr_entry_row_refuse (self, problem->message);
  g_clear_pointer (&problem, mtr_problem_free);

  return taken;
}
