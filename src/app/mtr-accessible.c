/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What GTK 4.8 and libadwaita 1.2 leave unsaid to a screen reader, said here
 * once for every page. A widget without a label is spoken by the name of its
 * class, so the lists inside groups of preferences and the pages of stacks get
 * one; and a page of a stack that is not in front is marked as hidden.
 */

#include "mtr-accessible.h"

#include "mtr-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether the second line of the row around a widget is a part of what the widget is called. */
static gboolean
says_subtitle (GtkWidget  *widget,
               const char *label)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
  const char *subtitle = row != NULL ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;

  return subtitle != NULL && *subtitle != '\0' && strstr (label, subtitle) != NULL;
}

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
  /* With both a label and a labelling widget GTK 4.8 says both. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* A row is described by its second line, which would be said twice. */
  if (says_subtitle (widget, label))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

/**
 * mtr_accessible_new_picture:
 * @icon_name: (nullable): the icon, or %NULL to set it later
 *
 * Returns: (transfer floating): a picture that says nothing which is not said in words beside it; so it is called nothing
 */
GtkWidget *
mtr_accessible_new_picture (const char *icon_name)
{
  GtkWidget *picture = gtk_image_new_from_icon_name (icon_name);

  mtr_accessible_set_label (picture, "");

  return picture;
}

/* The panel that a stack puts around each of its children. */
static GtkAccessible *
get_stack_page (GtkWidget *child)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  return parent != NULL && GTK_IS_STACK (parent) ? GTK_ACCESSIBLE (gtk_stack_get_page (GTK_STACK (parent), child)) : NULL;
}

/**
 * mtr_accessible_new_alert:
 *
 * A label that says what is wrong with a form. It is there from the beginning and empty, because only a change of its
 * text is spoken.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
mtr_accessible_new_alert (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "problem");
  mtr_accessible_set_label (label, "");

  return label;
}

/**
 * mtr_accessible_say:
 * @label: a label of the style class “spoken-line”, which is always there and takes no room while it is empty
 * @words: (nullable): what it says now; %NULL for nothing
 *
 * Shows the words and lets a screen reader speak them.
 */
void
mtr_accessible_say (GtkLabel   *label,
                    const char *words)
{
  gboolean said = words != NULL && *words != '\0';

  gtk_label_set_text (label, said ? words : "");
  if (said)
    gtk_widget_add_css_class (GTK_WIDGET (label), "said");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "said");
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
hide_pages_behind (GtkStack *stack)
{
  GtkWidget *front = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mtr_accessible_set_hidden (child, child != front);
}

static void
name_stack (GtkStack   *stack,
            const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_property (get_stack_page (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  /* Once a stack, however often its page is shown. */
  g_signal_handlers_disconnect_by_func (stack, hide_pages_behind, NULL);
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (hide_pages_behind), NULL);
  hide_pages_behind (stack);
}

static void
name_menu_button (GtkMenuButton *button)
{
  const char *label = gtk_menu_button_get_label (button);

  if (label != NULL && *label != '\0')
    mtr_accessible_set_label (GTK_WIDGET (button), label);
}

/* The focus is in the button that a drop-down has inside. */
static void
name_drop_down (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
}

static void
name_expander (GtkExpander *expander,
               const char  *label)
{
  const char *own = gtk_expander_get_label (expander);

  mtr_accessible_set_label (GTK_WIDGET (expander), own != NULL && *own != '\0' ? own : label);
}

static gboolean
is_in (GtkWidget *widget,
       GType      type)
{
  return gtk_widget_get_ancestor (widget, type) != NULL;
}

static void
name_widget (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_LIST_BOX (widget) && is_in (widget, ADW_TYPE_PREFERENCES_GROUP))
    mtr_accessible_set_label (widget, label);
  else if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_DROP_DOWN (widget))
    name_drop_down (widget);
  else if (GTK_IS_EXPANDER (widget))
    name_expander (GTK_EXPANDER (widget), label);
  else if (GTK_IS_IMAGE (widget) && (is_in (widget, ADW_TYPE_ACTION_ROW) || is_in (widget, ADW_TYPE_VIEW_SWITCHER)))
    mtr_accessible_set_label (widget, "");
  else if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) == '\0')
    mtr_accessible_set_label (widget, "");
  else if (ADW_IS_VIEW_SWITCHER (widget))
    mtr_accessible_set_label (widget, _("Views"));
  else if (GTK_IS_STACK (widget))
    name_stack (GTK_STACK (widget), label);
  else if (ADW_IS_BIN (widget) && !MTR_IS_PAGE (widget))
    mtr_accessible_set_label (widget, label);
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
  name_widget (widget, label);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_below (child, label);
}

/**
 * mtr_accessible_name_groups:
 * @root: a page
 * @fallback: what the page is called, translated
 *
 * Calls every list inside a group of preferences by the title of the group, or of the page where the group has none,
 * every panel of a stack by what is around it, and buttons inside others by what the outer one is called. The pictures
 * in rows say nothing that the row does not say in words, and so are called nothing.
 */
void
mtr_accessible_name_groups (GtkWidget  *root,
                            const char *fallback)
{
  GtkAccessible *page = get_stack_page (root);

  if (page != NULL)
    gtk_accessible_update_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, fallback, -1);
  name_below (root, fallback);
}
