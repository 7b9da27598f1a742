/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which language documents are written: a row to choose it, and what the
 * makers of documents need of the choice. It is kept on this computer.
 */

#include "mtr-language-row.h"

#include "mtr-accessible.h"
#include "mtr-language.h"

#include <glib/gi18n-lib.h>

#define KEY "document-language"

struct _MtrLanguageRow {
  AdwActionRow  parent_instance;

  GSettings    *settings;   /* (owned) */
  GtkDropDown  *drop_down;
};

G_DEFINE_FINAL_TYPE (MtrLanguageRow, mtr_language_row, ADW_TYPE_ACTION_ROW)

static void
chosen_cb (MtrLanguageRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  const char *code = selected > 0 ? mtr_language_list ()[selected - 1] : "";
  g_autofree char *kept = g_settings_get_string (self->settings, KEY);

  if (!g_str_equal (kept, code))
    g_settings_set_string (self->settings, KEY, code);
}

static void
show_choice (MtrLanguageRow *self)
{
  const char *const *codes = mtr_language_list ();
  g_autofree char *kept = g_settings_get_string (self->settings, KEY);
  guint selected = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], kept))
      selected = i + 1;
  gtk_drop_down_set_selected (self->drop_down, selected);
}

static void
mtr_language_row_finalize (GObject *object)
{
  g_clear_object (&MTR_LANGUAGE_ROW (object)->settings);

  G_OBJECT_CLASS (mtr_language_row_parent_class)->finalize (object);
}

static void
mtr_language_row_class_init (MtrLanguageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mtr_language_row_finalize;
}

static void
mtr_language_row_init (MtrLanguageRow *self)
{
  const char *const *codes = mtr_language_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->settings = g_settings_new ("com.example.Mentoring");
  /* Translators: the language of documents is that of the window. */
  gtk_string_list_append (names, _("As the window"));
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (names, mtr_language_get_name (codes[i]));

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  mtr_accessible_set_label (GTK_WIDGET (self->drop_down), _("Language of documents"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Language of documents"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _("What you and others wrote stays as it is"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));

  show_choice (self);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_document_language_get:
 *
 * Returns: (transfer none) (nullable): the language that was chosen for documents, for mtr_language_switch(); %NULL where
 *   it is that of the window
 */
const char *
mtr_document_language_get (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("com.example.Mentoring");
  g_autofree char *kept = g_settings_get_string (settings, KEY);

  return mtr_language_find (kept);
}

/**
 * mtr_document_language_get_pack:
 * @language: (nullable): as from mtr_document_language_get()
 * @library: the packs of this computer
 * @pack: a pack
 *
 * Returns: (transfer none): the pack for a document in that language
 */
MtrPack *
mtr_document_language_get_pack (const char     *language,
                                MtrPackLibrary *library,
                                MtrPack        *pack)
{
  return language != NULL ? mtr_pack_library_translate (library, pack, language) : pack;
}

/**
 * mtr_document_language_put_packs:
 * @language: (nullable): as from mtr_document_language_get()
 * @library: the packs of this computer
 * @figures: what a report is made from
 *
 * Gives the figures their packs in the language of the report.
 */
void
mtr_document_language_put_packs (const char     *language,
                                 MtrPackLibrary *library,
                                 MtrFigures     *figures)
{
  g_autoptr (GPtrArray) packs = mtr_figures_list_packs (figures);

  for (guint i = 0; i < packs->len; i++)
    {
      /* Adding the other one lets go of this one. */
      g_autoptr (MtrPack) pack = g_object_ref (g_ptr_array_index (packs, i));

      mtr_figures_add_pack (figures, mtr_document_language_get_pack (language, library, pack));
    }
}
