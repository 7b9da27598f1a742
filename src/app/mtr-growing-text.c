/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text view that is as high as its text, without scrolling inside, whatever
 * its width becomes.
 */

#include "mtr-growing-text.h"

static gboolean
resize_cb (gpointer user_data)
{
  g_object_set_data (G_OBJECT (user_data), "resizes", NULL);
  gtk_widget_queue_resize (GTK_WIDGET (user_data));

  return G_SOURCE_REMOVE;
}

/* A text view says how high it is for the width it had before; asked again afterwards, it says so for this one. */
static void
width_changed_cb (GtkTextView   *view,
                  GtkAdjustment *adjustment)
{
  int width = (int) gtk_adjustment_get_page_size (adjustment);

  if (width == GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), "width")))
    return;

  g_object_set_data (G_OBJECT (view), "width", GINT_TO_POINTER (width));
  if (g_object_get_data (G_OBJECT (view), "resizes") != NULL)
    return;

  g_object_set_data (G_OBJECT (view), "resizes", view);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, resize_cb, g_object_ref (view), g_object_unref);
}

/**
 * mtr_growing_text_adopt:
 * @view: a text view that is in no scrolled window of its own
 *
 * Lets it be as high as its text is at every width.
 */
void
mtr_growing_text_adopt (GtkTextView *view)
{
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)), "changed",
                           G_CALLBACK (width_changed_cb), view, G_CONNECT_SWAPPED);
}
