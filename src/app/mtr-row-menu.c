/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a row: by Shift+F10, by the menu key, by the secondary button of
 * the mouse, and by a long press. The popover is made when it is asked for.
 */

#include "mtr-row-menu.h"

#include "mtr-accessible.h"

#include <glib/gi18n-lib.h>

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* What the menu does is done after it has closed; only then may the popover go. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_LOW, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
destroy_cb (GtkWidget *row)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (row), "menu-popover");

  if (popover != NULL && gtk_widget_get_parent (popover) == row)
    gtk_widget_unparent (popover);
}

static void
popup (GtkWidget *row)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (g_object_get_data (G_OBJECT (row), "menu"));

  destroy_cb (row);
  g_object_set_data_full (G_OBJECT (row), "menu-popover", g_object_ref (popover), g_object_unref);
  gtk_widget_set_parent (popover, row);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
shortcut_cb (GtkWidget *row,
             GVariant  *arguments,
             gpointer   user_data)
{
  popup (row);

  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
clicked_cb (GtkWidget *row)
{
  popup (row);
}

/**
 * mtr_row_menu_add_button:
 * @row: a row that has a menu
 *
 * Puts a button for the menu at the end of the row, for those who do not know that there is one. It is not a stop of
 * the keyboard, which has Shift+F10 on the row itself.
 */
void
mtr_row_menu_add_button (AdwActionRow *row)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "menu-button");
  GtkWidget *chevron = g_object_get_data (G_OBJECT (row), "chevron");

  if (button != NULL)
    return;

  button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("More"));
  mtr_accessible_set_label (button, _("More"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
  g_object_set_data (G_OBJECT (row), "menu-button", button);
  /* The chevron stays what is last. */
  if (chevron != NULL)
    gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (button)), chevron, button);
}

/**
 * mtr_row_menu_attach:
 * @row: a row that can have the focus
 * @menu: (transfer none): its menu; another one takes the place of the one before
 *
 * Gives a row a menu. Its actions are looked for from the row upwards.
 */
void
mtr_row_menu_attach (GtkWidget  *row,
                     GMenuModel *menu)
{
  gboolean is_first = g_object_get_data (G_OBJECT (row), "menu") == NULL;
  GtkEventController *shortcuts;
  GtkGesture *click;
  GtkGesture *press;

  g_object_set_data_full (G_OBJECT (row), "menu", g_object_ref (menu), g_object_unref);
  if (!is_first)
    return;

  shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_alternative_trigger_new (
                                                            gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK),
                                                            gtk_keyval_trigger_new (GDK_KEY_Menu, 0)),
                                                          gtk_callback_action_new (shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (row, shortcuts);

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));

  press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));

  g_signal_connect (row, "destroy", G_CALLBACK (destroy_cb), NULL);
}
