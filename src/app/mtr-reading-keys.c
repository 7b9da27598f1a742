/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is only read can be read to its end by keyboard. GTK moves the focus by
 * arrow from one thing to the next, shows the end of a text that is longer than
 * the window, and stays where nothing more can have the focus, although words
 * follow; and a list takes Page Down for itself. Here a long text is shown from
 * its beginning, arrows scroll until its end is in sight, and Page Up and Page
 * Down scroll the page.
 */

#include "mtr-reading-keys.h"

typedef struct {
  GtkWidget *page;   /* (owned) */
  GtkWidget *focus;  /* (owned): where it was */
  double     value;  /* how far that was scrolled */
  double     step;   /* to scroll if nothing else happens */
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->page);
  g_object_unref (waiting->focus);
  g_free (waiting);
}

/* Nothing happens when it is pressed, and nothing is typed into it. */
static gboolean
is_read (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
         (GTK_IS_LIST_BOX_ROW (widget) && !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

/* Returns: (nullable): what has the focus, if that is in the page */
static GtkWidget *
get_focus (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, page) ? focus : NULL;
}

static GtkAdjustment *
get_adjustment (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;
}

static void
scroll (GtkAdjustment *adjustment,
        double         step)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
}

/* How far it goes on above what is in sight, and below that; nothing for what scrolls itself. What is in sight is asked of
 * the adjustment: until the next frame the content stands where it stood before. */
static void
measure_hidden (GtkWidget *widget,
                double    *above,
                double    *below)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  GtkAdjustment *adjustment = get_adjustment (widget);
  graphene_rect_t bounds;

  *above = *below = 0;
  if (content == NULL || !gtk_widget_compute_bounds (widget, content, &bounds))
    return;
  *above = MAX (0, gtk_adjustment_get_value (adjustment) - bounds.origin.y);
  *below = MAX (0, bounds.origin.y + bounds.size.height - gtk_adjustment_get_value (adjustment) -
                   gtk_adjustment_get_page_size (adjustment));
}

/* The key has been answered by now: by the focus, or by nobody. */
static gboolean
answered_cb (gpointer user_data)
{
  Waiting *waiting = user_data;
  GtkWidget *focus = get_focus (waiting->page);
  GtkAdjustment *adjustment = focus != NULL ? get_adjustment (focus) : NULL;
  double above, below;

  if (adjustment == NULL)
    return G_SOURCE_REMOVE;

  if (focus == waiting->focus && ABS (gtk_adjustment_get_value (adjustment) - waiting->value) < 1)
    {
      scroll (adjustment, waiting->step);
    }
  else if (focus != waiting->focus && waiting->step >= 0 && is_read (focus))
    {
      measure_hidden (focus, &above, &below);
      scroll (adjustment, -above);
    }

  return G_SOURCE_REMOVE;
}

static void
wait_for_answer (GtkWidget *page,
                 GtkWidget *focus,
                 double     step)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->page = g_object_ref (page);
  waiting->focus = g_object_ref (focus);
  waiting->value = gtk_adjustment_get_value (get_adjustment (focus));
  waiting->step = step;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, answered_cb, waiting, waiting_free);
}

static const struct {
  guint    key;
  int      direction;
  gboolean by_page;
} keys[] = {
  { GDK_KEY_Down, 1, FALSE },
  { GDK_KEY_KP_Down, 1, FALSE },
  { GDK_KEY_Up, -1, FALSE },
  { GDK_KEY_KP_Up, -1, FALSE },
  { GDK_KEY_Page_Down, 1, TRUE },
  { GDK_KEY_KP_Page_Down, 1, TRUE },
  { GDK_KEY_Page_Up, -1, TRUE },
  { GDK_KEY_KP_Page_Up, -1, TRUE },
  { GDK_KEY_Tab, 0, FALSE },
  { GDK_KEY_KP_Tab, 0, FALSE },
};

static gboolean
answer (GtkWidget *page,
        GtkWidget *focus,
        int        direction,
        gboolean   by_page)
{
  GtkAdjustment *adjustment = get_adjustment (focus);
  double above, below, step;

  if (direction == 0 || !is_read (focus))
    {
      if (direction >= 0 && !by_page)
        wait_for_answer (page, focus, 0);
      return GDK_EVENT_PROPAGATE;
    }

  step = direction * (by_page ? gtk_adjustment_get_page_increment (adjustment)
                              : gtk_adjustment_get_step_increment (adjustment));
  measure_hidden (focus, &above, &below);
  if (by_page || (direction > 0 ? below : above) > 1)
    {
      scroll (adjustment, step);
      return GDK_EVENT_STOP;
    }
  wait_for_answer (page, focus, step);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (GtkWidget       *page,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GtkWidget *focus = get_focus (page);

  if (focus == NULL || get_adjustment (focus) == NULL || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      return answer (page, focus, keys[i].direction, keys[i].by_page);

  return GDK_EVENT_PROPAGATE;
}

/**
 * mtr_reading_keys_add:
 * @page: a page, which may have something to read in it
 *
 * Lets the arrows, Page Up and Page Down reach all of what is read on it.
 */
void
mtr_reading_keys_add (GtkWidget *page)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_name (controller, "reading");
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), page, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, controller);
}
