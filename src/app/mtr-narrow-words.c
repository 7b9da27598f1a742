/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets words go on in the next line where a page is too narrow for them, as it
 * is with large letters: on buttons, at the end of rows, in the titles of what
 * is folded. They stay in one line for as long as there is room.
 */

#include "mtr-narrow-words.h"

#include "mtr-audience-button.h"

#include <adwaita.h>

static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);

  return policy != GTK_POLICY_NEVER;
}

/* Between two views there is no second line. */
static void
cut_title (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), gtk_label_get_text (label));
}

/* Who reads a group stands below its title where it has no room beside it. */
static void
lower_readers (GtkWidget *header,
               int        room)
{
  int minimum;

  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > room)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (header), GTK_ORIENTATION_VERTICAL);
}

static void
wrap_label (GtkLabel *label)
{
  /* A label that may break within a word, and one that is cut, need no room. */
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE ||
      (gtk_label_get_wrap (label) && gtk_label_get_wrap_mode (label) != PANGO_WRAP_WORD))
    return;

  if (!gtk_label_get_wrap (label))
    {
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
      if (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON) != NULL)
        gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
    }
  gtk_label_set_width_chars (label, -1);
}

/**
 * mtr_narrow_words_wrap:
 * @widget: what is too wide for where it is
 * @room: the width that there is, in pixels
 *
 * Lets every label in it that stood in one line, or asked for a width, be as narrow as its longest word. What is scrolled
 * sideways stays as it is.
 */
void
mtr_narrow_words_wrap (GtkWidget *widget,
                       int        room)
{
  gboolean is_header = FALSE;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER) != NULL)
    cut_title (GTK_LABEL (widget));
  else if (GTK_IS_LABEL (widget))
    wrap_label (GTK_LABEL (widget));
  if (GTK_IS_NATIVE (widget) || scrolls_sideways (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      mtr_narrow_words_wrap (child, room);
      is_header = is_header || MTR_IS_AUDIENCE_BUTTON (child);
    }
  if (is_header && GTK_IS_BOX (widget))
    lower_readers (widget, room);
}
