/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something is being done that may take a while: what it is, a bar that moves,
 * and a button that stops it. What is done at once is done before this shows.
 */

#include "mtr-busy-box.h"

#include "mtr-accessible.h"

#include <glib/gi18n-lib.h>

/* Before that nobody is waiting yet, in milliseconds. */
#define PATIENCE 400
#define PULSE 250

struct _MtrBusyBox {
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkLabel      *label;
  GtkWidget     *bar;
  GtkWidget     *button;
  GCancellable  *cancellable;  /* (owned) (nullable): of what is being done */
  char          *words;        /* (owned) (nullable) */
  guint          source;
};

G_DEFINE_FINAL_TYPE (MtrBusyBox, mtr_busy_box, GTK_TYPE_WIDGET)

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (MTR_BUSY_BOX (user_data)->bar));

  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer user_data)
{
  MtrBusyBox *self = MTR_BUSY_BOX (user_data);

  gtk_widget_set_visible (self->bar, TRUE);
  gtk_widget_set_visible (self->button, TRUE);
  mtr_accessible_say (self->label, self->words);
  self->source = g_timeout_add (PULSE, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

static void
cancel_cb (MtrBusyBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
mtr_busy_box_dispose (GObject *object)
{
  MtrBusyBox *self = MTR_BUSY_BOX (object);

  mtr_busy_box_stop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (mtr_busy_box_parent_class)->dispose (object);
}

static void
mtr_busy_box_class_init (MtrBusyBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mtr_busy_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mtr_busy_box_init (MtrBusyBox *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  mtr_accessible_set_label (GTK_WIDGET (self), _("Progress"));
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "spoken-line");
  mtr_accessible_set_label (GTK_WIDGET (self->label), "");
  self->bar = gtk_progress_bar_new ();
  self->button = gtk_button_new_with_label (_("Stop"));
  mtr_accessible_set_label (self->bar, _("Progress"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_busy_box_new:
 *
 * Returns: (transfer floating): a box that shows nothing
 */
GtkWidget *
mtr_busy_box_new (void)
{
  return g_object_new (MTR_TYPE_BUSY_BOX, NULL);
}

/**
 * mtr_busy_box_begin:
 * @self: a box
 * @words: what is being done, translated: "Reading the file…"
 *
 * Stops what was being done before, and says what is done now.
 *
 * Returns: (transfer none): what the button cancels
 */
GCancellable *
mtr_busy_box_begin (MtrBusyBox *self,
                    const char *words)
{
  mtr_busy_box_stop (self);
  self->cancellable = g_cancellable_new ();
  self->words = g_strdup (words);
  self->source = g_timeout_add (PATIENCE, show_cb, self);

  return self->cancellable;
}

/**
 * mtr_busy_box_end:
 * @self: a box
 *
 * Says nothing any more.
 */
void
mtr_busy_box_end (MtrBusyBox *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->words, g_free);
  if (self->box == NULL)
    return;

  mtr_accessible_say (self->label, NULL);
  gtk_widget_set_visible (self->bar, FALSE);
  /* As long as it pulses, seen or not, every frame of the window is drawn anew. */
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_widget_set_visible (self->button, FALSE);
}

/**
 * mtr_busy_box_stop:
 * @self: a box
 *
 * Stops what is being done, as its button does, and says nothing any more.
 */
void
mtr_busy_box_stop (MtrBusyBox *self)
{
  cancel_cb (self);
  mtr_busy_box_end (self);
}
