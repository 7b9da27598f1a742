/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The observer's own notes, to write an account from them and not from memory:
 * beside the feedback where there is room, else behind "My 14 notes".
 */

#include "mtr-notes-panel.h"

#include <glib/gi18n-lib.h>

struct _MtrNotesPanel {
  GtkBox     parent_instance;

  GtkWidget *heading;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (MtrNotesPanel, mtr_notes_panel, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
mtr_notes_panel_class_init (MtrNotesPanelClass *klass)
{
}

static void
mtr_notes_panel_init (MtrNotesPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (self), self->heading);
  gtk_box_append (GTK_BOX (self), make_label (_("Only you. They never leave this file."), "dim-label"));
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * mtr_notes_panel_new:
 *
 * Returns: (transfer floating): a panel without notes
 */
GtkWidget *
mtr_notes_panel_new (void)
{
  return g_object_new (MTR_TYPE_NOTES_PANEL, NULL);
}

static int
compare_notes (gconstpointer one,
               gconstpointer other)
{
  MtrRecord *a = *(MtrRecord * const *) one;
  MtrRecord *b = *(MtrRecord * const *) other;
  int order = g_strcmp0 (mtr_record_get_text (a, MTR_OBSERVATION_NOTE_WRITTEN_TIME),
                         mtr_record_get_text (b, MTR_OBSERVATION_NOTE_WRITTEN_TIME));

  /* Ids follow the clock, so notes of the same minute stay in order. */
  if (order == 0)
    order = mtr_record_get_id (a) < mtr_record_get_id (b) ? -1 : mtr_record_get_id (a) > mtr_record_get_id (b);

  return order;
}

/**
 * mtr_notes_panel_list:
 * @snapshot: the pairing
 * @observation_id: an observation
 *
 * Returns: (transfer full) (element-type MtrRecord): its notes in the order in which they were written
 */
GPtrArray *
mtr_notes_panel_list (MtrSnapshot *snapshot,
                      gint64       observation_id)
{
  GPtrArray *notes = mtr_snapshot_list_where (snapshot, MTR_KIND_OBSERVATION_NOTE,
                                              MTR_OBSERVATION_NOTE_OBSERVATION_ID, observation_id);

  g_ptr_array_sort (notes, compare_notes);

  return notes;
}

/**
 * mtr_notes_panel_show:
 * @self: a panel
 * @snapshot: the pairing
 * @observation_id: the observation whose notes it shows
 *
 * Returns: how many there are
 */
guint
mtr_notes_panel_show (MtrNotesPanel *self,
                      MtrSnapshot   *snapshot,
                      gint64         observation_id)
{
  g_autoptr (GPtrArray) notes = mtr_notes_panel_list (snapshot, observation_id);
  g_autofree char *heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "My %u note", "My %u notes", notes->len),
                                              notes->len);
  GtkWidget *child;

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < notes->len; i++)
    {
      MtrRecord *note = g_ptr_array_index (notes, i);
      const char *time = mtr_record_get_text (note, MTR_OBSERVATION_NOTE_WRITTEN_TIME);
      const char *standards = mtr_record_get_text (note, MTR_OBSERVATION_NOTE_STANDARDS);
      const char *text = mtr_record_get_text (note, MTR_OBSERVATION_NOTE_TEXT);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *words = make_label (text != NULL ? text : _("(only tagged)"), NULL);
      g_autofree char *above = NULL;

      if (standards != NULL)
        /* Translators: above a note: its time, and the codes of the areas it shows. */
        above = g_strdup_printf (_("%s · area %s"), time != NULL ? time : "–", standards);
      else
        above = g_strdup (time != NULL ? time : "–");
      gtk_label_set_selectable (GTK_LABEL (words), TRUE);
      gtk_box_append (GTK_BOX (box), make_label (above, "caption-heading"));
      gtk_box_append (GTK_BOX (box), words);
      gtk_box_append (GTK_BOX (self->list), box);
    }

  return notes->len;
}
