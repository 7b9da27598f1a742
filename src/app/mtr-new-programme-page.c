/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions that start a programme: which scheme, who you are, what the
 * file is called and where it is kept. Nothing is written before the button is
 * pressed; what is missing is said then, and the cursor goes there.
 */

#include "mtr-new-programme-page.h"

#include "mtr-accessible.h"
#include "mtr-entry-row.h"
#include "mtr-error-words.h"
#include "mtr-file-dialogs.h"
#include "mtr-pack-problem-rows.h"
#include "mtr-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FILE_ENDING ".mentoring"

/* Of the name of a file without its ending, in bytes: no file system takes more than 255. */
#define LONGEST_NAME 200

struct _MtrNewProgrammePage {
  MtrPage               parent_instance;

  MtrApplication       *application;  /* (not owned): outlives every page */
  MtrPack              *pack;         /* (not owned) (nullable): the chosen one, of the library */
  char                 *chosen_path;  /* (owned) (nullable): chosen in a dialog; else it follows the title */

  AdwPreferencesGroup  *pack_group;
  GtkLabel             *note_label;
  MtrEntryRow          *name_row;
  MtrEntryRow          *title_row;
  AdwActionRow         *place_row;
  GtkButton            *place_button;
  GtkLabel             *problem_label;
  GtkButton            *start_button;
  AdwPreferencesGroup  *refused_group;
};

G_DEFINE_FINAL_TYPE (MtrNewProgrammePage, mtr_new_programme_page, MTR_TYPE_PAGE)

/* The name of the file follows the title, without what file systems or people's eyes stumble over. */
static char *
make_path (MtrNewProgrammePage *self)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (self->chosen_path != NULL)
    return g_strdup (self->chosen_path);

  title = mtr_text_clean (mtr_entry_row_get_text (self->title_row), -1, MTR_TEXT_ONE_LINE, NULL);
  g_strdelimit (g_strstrip (title), "/\\:*?\"<>|", '-');
  if (*title == '.')
    *title = '-';
  if (strlen (title) > LONGEST_NAME)
    {
      *g_utf8_find_prev_char (title, title + LONGEST_NAME + 1) = '\0';
      g_strchomp (title);
    }
  name = g_strconcat (*title != '\0' ? title : _("Mentoring"), FILE_ENDING, NULL);

  return g_build_filename (folder != NULL ? folder : g_get_home_dir (), name, NULL);
}

static void
update_place (MtrNewProgrammePage *self)
{
  g_autofree char *path = make_path (self);
  g_autofree char *shown = g_filename_display_name (path);

  adw_action_row_set_subtitle (self->place_row, shown);
}

static void
say_problem (MtrNewProgrammePage *self,
             const char          *problem,
             GtkWidget           *where)
{
  gtk_label_set_text (self->problem_label, problem);
  if (where != NULL)
    gtk_widget_grab_focus (where);
}

static void
title_changed_cb (MtrNewProgrammePage *self)
{
  gtk_label_set_text (self->problem_label, "");
  update_place (self);
}

static void
choose_pack (MtrNewProgrammePage *self,
             MtrPack             *pack)
{
  const char *note = mtr_pack_get_note (pack);
  g_autofree char *old_title = self->pack != NULL ? g_strdup (mtr_pack_get_title (self->pack)) : g_strdup ("");

  self->pack = pack;
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  /* A title that nobody has touched follows the scheme. */
  if (g_str_equal (mtr_entry_row_get_text (self->title_row), old_title))
    mtr_entry_row_set_text (self->title_row, mtr_pack_get_title (pack));
}

static void
pack_toggled_cb (MtrNewProgrammePage *self,
                 GtkCheckButton      *button)
{
  if (gtk_check_button_get_active (button))
    choose_pack (self, g_object_get_data (G_OBJECT (button), "pack"));
}

static void
add_packs (MtrNewProgrammePage *self)
{
  MtrPackLibrary *library = mtr_application_get_library (self->application);
  g_autoptr (GPtrArray) packs = mtr_pack_library_get_packs (library);
  GtkCheckButton *first = NULL;

  for (guint i = 0; i < packs->len; i++)
    {
      MtrPack *pack = g_ptr_array_index (packs, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button;

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mtr_pack_get_title (pack));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), mtr_pack_get_description (pack));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (self->pack_group, row);
      if (i == 0)
        choose_pack (self, pack);
      /* One scheme is no choice. */
      if (packs->len < 2)
        continue;

      button = gtk_check_button_new ();
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), i == 0);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, mtr_pack_get_title (pack),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mtr_pack_get_description (pack),
                                      -1);
      g_object_set_data (G_OBJECT (button), "pack", pack);
      g_signal_connect_object (button, "toggled", G_CALLBACK (pack_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      if (first == NULL)
        first = GTK_CHECK_BUTTON (button);
    }

  mtr_pack_problem_rows_add (self->refused_group, library);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  MtrNewProgrammePage *self = MTR_NEW_PROGRAMME_PAGE (source);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path == NULL)
    return;

  g_free (self->chosen_path);
  self->chosen_path = g_str_has_suffix (path, FILE_ENDING) ? g_strdup (path) : g_strconcat (path, FILE_ENDING, NULL);
  say_problem (self, "", NULL);
  update_place (self);
}

static void
choose_place_cb (MtrNewProgrammePage *self)
{
  g_autofree char *path = make_path (self);
  g_autofree char *name = g_path_get_basename (path);

  mtr_file_dialogs_choose_async (GTK_WIDGET (self), MTR_FILE_NEW_PROGRAMME, name, place_chosen_cb, NULL);
}

/* Who the file belongs to is not undone: a file always has an owner. */
static gboolean
add_owner (MtrStore    *store,
           const char  *name,
           GError     **error)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PROGRAMME);
  g_autoptr (MtrChange) change = mtr_change_new (_("start the programme"));
  g_autoptr (GPtrArray) programmes = mtr_store_list_records (store, &query, MTR_READER_LEAD, error);
  MtrRecord *owner;
  gint64 owner_id;

  if (programmes == NULL)
    return FALSE;

  owner_id = mtr_store_new_id (store);
  owner = mtr_record_new (MTR_KIND_PERSON, owner_id);
  mtr_record_set_text (owner, MTR_PERSON_NAME, name);
  mtr_change_insert (change, owner);
  if (programmes->len > 0)
    mtr_change_set_number (change, MTR_PROGRAMME_OWNER_ID, mtr_record_get_id (g_ptr_array_index (programmes, 0)),
                           owner_id);
  mtr_change_set_barrier (change);

  return mtr_store_apply (store, change, error);
}

static void
start_cb (MtrNewProgrammePage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  if (self->pack == NULL)
    {
      say_problem (self, _("There is no scheme to start with on this computer. Put a pack in the folder of packs, then come back."),
                   NULL);
      return;
    }
  if (mtr_text_is_blank (mtr_entry_row_get_text (self->name_row)))
    {
      mtr_entry_row_refuse (self->name_row, _("Say who you are first: the file belongs to you."));
      return;
    }
  if (mtr_text_is_blank (mtr_entry_row_get_text (self->title_row)))
    {
      mtr_entry_row_refuse (self->title_row, _("Give the programme a title first, so that you find it again."));
      return;
    }
  mtr_programme_read_clock (&today);
  if (!mtr_entry_row_take (self->name_row, MTR_PERSON_NAME, &today, &name) ||
      !mtr_entry_row_take (self->title_row, MTR_PROGRAMME_TITLE, &today, &title))
    return;

  path = make_path (self);
  folder = g_path_get_dirname (path);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) && g_mkdir_with_parents (folder, 0700) != 0)
    {
      say_problem (self, _("The folder cannot be made, and nothing was written. Choose another one."),
                   GTK_WIDGET (self->place_button));
      return;
    }

  store = mtr_store_create (path, self->pack, title, mtr_pack_library_look_up,
                            mtr_application_get_library (self->application), &error);
  if (store == NULL || !add_owner (store, name, &error))
    {
      g_autofree char *words = mtr_error_to_words (error, path);

      if (store != NULL)
        mtr_store_close (store);
      say_problem (self, words, GTK_WIDGET (self->place_button));
      return;
    }

  mtr_application_show_store (self->application, store, mtr_window_of (GTK_WIDGET (self)));
}

static void
mtr_new_programme_page_focus_first (MtrPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MTR_NEW_PROGRAMME_PAGE (page)->name_row));
}

static void
mtr_new_programme_page_finalize (GObject *object)
{
  g_free (MTR_NEW_PROGRAMME_PAGE (object)->chosen_path);

  G_OBJECT_CLASS (mtr_new_programme_page_parent_class)->finalize (object);
}

static void
mtr_new_programme_page_class_init (MtrNewProgrammePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MTR_TYPE_ENTRY_ROW);
  G_OBJECT_CLASS (klass)->finalize = mtr_new_programme_page_finalize;
  MTR_PAGE_CLASS (klass)->focus_first = mtr_new_programme_page_focus_first;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/Mentoring/ui/mtr-new-programme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, pack_group);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, note_label);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, title_row);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, place_row);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, place_button);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, start_button);
  gtk_widget_class_bind_template_child (widget_class, MtrNewProgrammePage, refused_group);
}

static void
mtr_new_programme_page_init (MtrNewProgrammePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mtr_accessible_set_label (GTK_WIDGET (self->problem_label), "");

  mtr_entry_row_set_text (self->name_row, g_get_real_name ());
  if (g_strcmp0 (g_get_real_name (), "Unknown") == 0 || g_strcmp0 (g_get_real_name (), g_get_user_name ()) == 0)
    mtr_entry_row_set_text (self->name_row, "");
  g_signal_connect_object (self->name_row, "activated", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_row, "activated", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_row, "changed", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place_button, "clicked", G_CALLBACK (choose_place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start_button, "clicked", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_new_programme_page_new:
 * @application: the application
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_new_programme_page_new (MtrApplication *application)
{
  MtrNewProgrammePage *self = g_object_new (MTR_TYPE_NEW_PROGRAMME_PAGE, NULL);

  self->application = application;
  add_packs (self);
  update_place (self);

  return MTR_PAGE (self);
}
