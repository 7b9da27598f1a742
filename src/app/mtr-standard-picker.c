/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Picks an area or a statement by typing: what is typed narrows the list,
 * Enter takes the first row, Down goes into the list. The signal "picked"
 * carries the code.
 */

#include "mtr-standard-picker.h"

#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MtrStandardPicker {
  GtkPopover  parent_instance;

  GtkWidget  *entry;
  GtkWidget  *list;
  char       *sought;   /* (owned): what is typed, folded */
};

enum {
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MtrStandardPicker, mtr_standard_picker, GTK_TYPE_POPOVER)

static gboolean
is_sought (GtkListBoxRow *row,
           gpointer       user_data)
{
  MtrStandardPicker *self = MTR_STANDARD_PICKER (user_data);

  return strstr (g_object_get_data (G_OBJECT (row), "folded"), self->sought) != NULL;
}

static void
search_cb (MtrStandardPicker *self)
{
  g_free (self->sought);
  self->sought = mtr_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
pick (MtrStandardPicker *self,
      GtkListBoxRow     *row)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, code);
}

static void
enter_cb (MtrStandardPicker *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row))
      {
        pick (self, GTK_LIST_BOX_ROW (row));
        return;
      }
}

static void
shown_cb (MtrStandardPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

static void
mtr_standard_picker_finalize (GObject *object)
{
  g_free (MTR_STANDARD_PICKER (object)->sought);

  G_OBJECT_CLASS (mtr_standard_picker_parent_class)->finalize (object);
}

static void
mtr_standard_picker_class_init (MtrStandardPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_standard_picker_finalize;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", MTR_TYPE_STANDARD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mtr_standard_picker_init (MtrStandardPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->sought = g_strdup ("");
  self->entry = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which area or statement?"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Areas and statements"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_sought, self, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (box, 340, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tag this note"), -1);

  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

/**
 * mtr_standard_picker_new:
 * @pack: the pack whose areas and statements are offered
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
mtr_standard_picker_new (MtrPack *pack)
{
  MtrStandardPicker *self = g_object_new (MTR_TYPE_STANDARD_PICKER, NULL);
  GPtrArray *standards = mtr_pack_get_standards (pack);

  for (guint i = 0; i < standards->len; i++)
    {
      const MtrStandard *standard = g_ptr_array_index (standards, i);
      g_autofree char *text = g_strdup_printf ("%s %s", standard->code, standard->title);
      GtkWidget *label;
      GtkWidget *row;

      if (standard->retired)
        continue;

      label = gtk_label_new (text);
      row = gtk_list_box_row_new ();
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_top (label, 6);
      gtk_widget_set_margin_bottom (label, 6);
      gtk_widget_set_margin_start (label, g_str_equal (standard->code, standard->area) ? 6 : 24);
      gtk_widget_set_margin_end (label, 6);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      g_object_set_data_full (G_OBJECT (row), "code", g_strdup (standard->code), g_free);
      g_object_set_data_full (G_OBJECT (row), "folded", mtr_text_fold (text), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }

  return GTK_WIDGET (self);
}
