/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms have besides their groups: the line that says whether this is
 * support or assessment, the place for what is missing, the one button at the
 * end, fields that can only be read, and buttons whose menu is made when it is
 * opened.
 */

#include "mtr-page-parts.h"

#include "mtr-accessible.h"

#include <glib/gi18n-lib.h>

/**
 * mtr_page_parts_add_line:
 * @content: the box of a page
 * @text: a sentence, translated
 *
 * Returns: (transfer none): a quiet line across the page
 */
GtkLabel *
mtr_page_parts_add_line (GtkBox     *content,
                         const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (content, label);

  return GTK_LABEL (label);
}

/**
 * mtr_page_parts_add_problem:
 * @content: the box of a page
 *
 * Returns: (transfer none): where a button says what is missing; always there, so that its text is spoken when it changes
 */
GtkLabel *
mtr_page_parts_add_problem (GtkBox *content)
{
  GtkWidget *label = mtr_accessible_new_alert ();

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (content, label);

  return GTK_LABEL (label);
}

/**
 * mtr_page_parts_add_button:
 * @content: the box of a page
 * @label: what it does, translated
 * @suggested: whether it is what the page is for
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
mtr_page_parts_add_button (GtkBox     *content,
                           const char *label,
                           gboolean    suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (content, button);

  return button;
}

/**
 * mtr_page_parts_add_reading:
 * @rows: a list, between begin and end
 * @title: what the field is called; the key of the row
 * @text: (nullable): what is in it
 *
 * Adds a field that can be read and not written.
 */
void
mtr_page_parts_add_reading (MtrRowList *rows,
                            const char *title,
                            const char *text)
{
  GtkWidget *row = mtr_row_list_add (rows, title, title, text != NULL ? text : _("Nothing written"), NULL, "");

  gtk_widget_add_css_class (row, "reading");
}

/**
 * mtr_page_parts_show_text:
 * @editable: where it is shown
 * @text: a text that nobody typed here
 *
 * Shows a text, and lets Ctrl+Z take back only what is typed after it: without that, Ctrl+Z in a box that nobody has
 * touched would empty it.
 */
void
mtr_page_parts_show_text (GtkEditable *editable,
                          const char  *text)
{
  /* What is being typed looks the same when it has been saved, and may still be taken back. */
  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;

  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * mtr_page_parts_set_menu:
 * @button: a button without a menu
 * @menu: (transfer none): its menu; must live as long as the button
 *
 * Gives a button a menu that is made when it is opened for the first time: what the button is in is there sooner.
 */
void
mtr_page_parts_set_menu (GtkMenuButton *button,
                         GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, create_menu_cb, menu, NULL);
}
