/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK 4.8 and libadwaita 1.2 leave unsaid to a screen reader, said here
 * once for every page. A widget without a label is spoken by the name of its
 * class, so the lists inside groups of preferences and the pages of stacks get
 * one; and a page of a stack that is not in front is marked as hidden.
 */

#include "mtr-accessible.h"

#include <adwaita.h>

/**
 * mtr_accessible_set_label:
 * @widget: a widget
 * @label: what it is called, translated; may be empty for a label that says nothing yet
 *
 * Says what a widget is called, instead of the name of its class.
 */
void
mtr_accessible_set_label (GtkWidget  *widget,
                          const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The panel that a stack puts around each of its children. */
static GtkAccessible *
get_stack_page (GtkWidget *child)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  return parent != NULL && GTK_IS_STACK (parent) ? GTK_ACCESSIBLE (gtk_stack_get_page (GTK_STACK (parent), child)) : NULL;
}

/**
 * mtr_accessible_set_hidden:
 * @widget: a page of a stack
 * @hidden: whether another one is in front of it
 *
 * Keeps a screen reader from reading what nobody sees.
 */
void
mtr_accessible_set_hidden (GtkWidget *widget,
                           gboolean   hidden)
{
  GtkAccessible *page = get_stack_page (widget);

  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
  if (page != NULL)
    gtk_accessible_update_state (page, GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static void
name_below (GtkWidget  *widget,
            const char *label)
{
  if (ADW_IS_PREFERENCES_GROUP (widget))
    {
      const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));

      if (title != NULL && *title != '\0')
        label = title;
    }
  else if (GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL)
    {
      mtr_accessible_set_label (widget, label);
    }
  else if (GTK_IS_STACK (gtk_widget_get_parent (widget)))
    {
      gtk_accessible_update_property (get_stack_page (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_below (child, label);
}

/**
 * mtr_accessible_name_groups:
 * @root: a page
 * @fallback: what the page is called, translated
 *
 * Calls every list inside a group of preferences by the title of the group, or of the page where the group has none,
 * and every panel of a stack by what is around it.
 */
void
mtr_accessible_name_groups (GtkWidget  *root,
                            const char *fallback)
{
  name_below (root, fallback);
}
