/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else's words in a boxed list: a heading and, below it, the text as
 * it was written. It can be selected and copied, and there is nothing greyed
 * out about it.
 */

#include "mtr-text-row.h"

struct _MtrTextRow {
  AdwPreferencesRow  parent_instance;

  GtkLabel          *title_label;
  GtkLabel          *text_label;
};

G_DEFINE_FINAL_TYPE (MtrTextRow, mtr_text_row, ADW_TYPE_PREFERENCES_ROW)

static void
mtr_text_row_class_init (MtrTextRowClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));

  return label;
}

static void
mtr_text_row_init (MtrTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "field-row");
  self->title_label = add_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "field-title");
  self->text_label = add_label (box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * mtr_text_row_new:
 * @title: what it is, translated
 *
 * Returns: (transfer floating): a row without text
 */
GtkWidget *
mtr_text_row_new (const char *title)
{
  MtrTextRow *self = g_object_new (MTR_TYPE_TEXT_ROW, "use-markup", FALSE, "title", title, NULL);

  gtk_label_set_text (self->title_label, title);

  return GTK_WIDGET (self);
}

/**
 * mtr_text_row_set_text:
 * @self: a row
 * @text: (nullable): the text
 * @absent: what is said where there is no text
 */
void
mtr_text_row_set_text (MtrTextRow *self,
                       const char *text,
                       const char *absent)
{
  const char *shown = text != NULL ? text : absent;
  g_autofree char *spoken = g_strdup_printf ("%s. %s", gtk_label_get_text (self->title_label), shown);

  gtk_label_set_text (self->text_label, shown);
  gtk_label_set_selectable (self->text_label, text != NULL);
  if (text != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text_label), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
