/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An archive of the file: whom it is for, with what is in it and what is not;
 * of whom, where a pairing was being looked at; and afterwards what is to be
 * known before it is handed on.
 */

#include "mtr-archive-page.h"

#include "mtr-accessible.h"
#include "mtr-archive-job.h"
#include "mtr-busy-box.h"
#include "mtr-error-words.h"
#include "mtr-file-dialogs.h"
#include "mtr-language-row.h"
#include "mtr-open-file.h"
#include "mtr-page-parts.h"
#include "mtr-window.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560
/* Time for what was shown to be drawn. */
#define DRAWN_MS 50
/* Between the parts of a page. */
#define SPACING 24
/* More rows than that are read by nobody. */
#define MAX_NOTES 50

struct _MtrArchivePage {
  MtrPage              parent_instance;

  gint64               pairing_id;     /* 0: only the whole file can be meant */
  gint64               n_pairings;
  GtkWidget          **readers;        /* (owned): a check button for each; they belong to their rows */
  GtkWidget           *whole_choice;   /* (nullable) */
  GtkWidget           *pairing_choice; /* (nullable) */
  GtkLabel            *others_label;
  GtkWidget           *choose_button;
  GtkLabel            *problem_label;
  MtrBusyBox          *busy;
  GtkLabel            *result_label;
  GtkWidget           *folder_button;
  AdwPreferencesGroup *notes_group;
  MtrRowList          *notes;          /* (owned) */
  GFile               *file;           /* (owned) (nullable): what is being written, or was */
};

G_DEFINE_FINAL_TYPE (MtrArchivePage, mtr_archive_page, MTR_TYPE_PAGE)

/* ---- What is wanted --------------------------------------------------------- */

static const MtrArchiveReader *
get_reader (MtrArchivePage *self)
{
  for (guint i = 0; i < mtr_archive_reader_count (); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->readers[i])))
      return mtr_archive_reader_nth (i);

  return mtr_archive_reader_nth (0);
}

static gint64
get_pairing (MtrArchivePage *self)
{
  gboolean is_one = self->pairing_choice != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->pairing_choice));

  return is_one ? self->pairing_id : 0;
}

/* The words of several pairs in one archive are for nobody of a single pair. */
static void
update_others (MtrArchivePage *self)
{
  gboolean has_others = self->n_pairings > 1 && get_pairing (self) == 0 && mtr_archive_reader_is_of_pair (get_reader (self));
  g_autofree char *words = NULL;

  if (has_others && self->pairing_id != 0)
    words = g_strdup_printf (ngettext ("It has what %u pair wrote. To hand it to one of them, choose the pair above.",
                                       "It has what %u pairs wrote. To hand it to one of them, choose the pair above.",
                                       (gulong) self->n_pairings), (guint) self->n_pairings);
  else if (has_others)
    words = g_strdup_printf (ngettext ("It has what %u pair wrote. To hand it to one of them, open that pair first.",
                                       "It has what %u pairs wrote. To hand it to one of them, open that pair first.",
                                       (gulong) self->n_pairings), (guint) self->n_pairings);
  mtr_accessible_say (self->others_label, words);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->others_label), words != NULL ? SPACING : 0);
}

/* ---- Writing it --------------------------------------------------------------- */

static void
show_notes (MtrArchivePage *self,
            GPtrArray      *notes)
{
  mtr_row_list_begin (self->notes);
  for (guint i = 0; i < MIN (notes->len, MAX_NOTES); i++)
    {
      const MtrArchiveNote *note = g_ptr_array_index (notes, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %u", note->pairing_id, i);

      mtr_row_list_add (self->notes, key, note->title, note->words, NULL, NULL);
    }
  if (notes->len > MAX_NOTES)
    {
      guint n_more = notes->len - MAX_NOTES;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more portfolio", "And %u more portfolios", n_more), n_more);

      mtr_row_list_add (self->notes, "more", more, _("Each is looked at where it is exported."), NULL, "");
    }
  mtr_row_list_end (self->notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), notes->len > 0);
}

static void
note_cb (MtrArchivePage *self,
         const char     *key)
{
  mtr_window_open_pairing (mtr_window_of (GTK_WIDGET (self)), g_ascii_strtoll (key, NULL, 10));
}

static void
say_result (MtrArchivePage *self,
            const char     *words)
{
  mtr_accessible_say (self->result_label, words);
  gtk_widget_set_visible (self->folder_button, words != NULL);
  if (words == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->notes_group), FALSE);
}

/* What has only just been shown has a place when it has been drawn, and can be scrolled to then. */
static gboolean
focus_result_cb (gpointer user_data)
{
  MtrArchivePage *self = MTR_ARCHIVE_PAGE (user_data);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->folder_button);

  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MtrArchivePage) self = MTR_ARCHIVE_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrArchiveResult) archive = mtr_archive_job_finish (result, &error);
  g_autofree char *words = NULL;

  g_application_release (g_application_get_default ());
  if (mtr_page_is_gone (MTR_PAGE (self)))
    return;

  mtr_busy_box_end (self->busy);
  if (archive == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        words = g_strdup (_("Stopped. Nothing was written."));
      else
        words = mtr_error_to_words (error, g_file_peek_path (self->file));
      gtk_label_set_text (self->problem_label, words);
      mtr_accessible_set_label (GTK_WIDGET (self->problem_label), words);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_grab_focus (self->choose_button);
    }
  else
    {
      g_autofree char *name = g_filename_display_basename (g_file_peek_path (self->file));

      /* Translators: the name of a file, and how many files are in it. */
      words = g_strdup_printf (ngettext ("Saved as %1$s, %2$u file.", "Saved as %1$s, %2$u files.", archive->n_files), name,
                               archive->n_files);
      say_result (self, words);
      show_notes (self, archive->notes);
      g_timeout_add_full (G_PRIORITY_LOW, DRAWN_MS, focus_result_cb, g_object_ref (self), g_object_unref);
    }
  mtr_programme_announce (mtr_page_get_programme (MTR_PAGE (self)), words);
}

/**
 * mtr_archive_page_save_as:
 * @self: a page that is shown
 * @path: the file that was chosen
 *
 * Writes the archive. What was in the file before is replaced only when all of the new is there.
 */
void
mtr_archive_page_save_as (MtrArchivePage *self,
                          const char     *path)
{
  GCancellable *cancellable = mtr_busy_box_begin (self->busy, _("Writing the archive…"));

  g_clear_object (&self->file);
  self->file = g_file_new_for_path (path);
  gtk_label_set_text (self->problem_label, "");
  say_result (self, NULL);
  /* Whoever closes the window waits until nothing half-written is left. */
  g_application_hold (g_application_get_default ());
  mtr_archive_job_async (mtr_page_get_programme (MTR_PAGE (self)), get_reader (self), get_pairing (self), path, cancellable,
                         written_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && !mtr_page_is_gone (MTR_PAGE (source)))
    mtr_archive_page_save_as (MTR_ARCHIVE_PAGE (source), g_file_peek_path (file));
}

static void
choose_cb (MtrArchivePage *self)
{
  /* Translators: the name that is suggested for an archive of the file. */
  mtr_file_dialogs_choose_async (GTK_WIDGET (self), MTR_FILE_SAVE_ARCHIVE, _("Archive.zip"), chosen_cb, NULL);
}

static void
folder_cb (MtrArchivePage *self)
{
  mtr_open_folder_of_file (GTK_WIDGET (self), self->file);
}

/* ---- The page ----------------------------------------------------------------- */

static void
mtr_archive_page_focus_first (MtrPage *page)
{
  MtrArchivePage *self = MTR_ARCHIVE_PAGE (page);

  for (guint i = 0; i < mtr_archive_reader_count (); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->readers[i])))
      gtk_widget_grab_focus (self->readers[i]);
}

static void
mtr_archive_page_leave (MtrPage *page)
{
  mtr_busy_box_stop (MTR_ARCHIVE_PAGE (page)->busy);
}

static void
mtr_archive_page_dispose (GObject *object)
{
  MtrArchivePage *self = MTR_ARCHIVE_PAGE (object);

  g_clear_object (&self->notes);
  g_clear_object (&self->file);
  g_clear_pointer (&self->readers, g_free);

  G_OBJECT_CLASS (mtr_archive_page_parent_class)->dispose (object);
}

static void
mtr_archive_page_class_init (MtrArchivePageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_archive_page_dispose;
  page_class->focus_first = mtr_archive_page_focus_first;
  page_class->leave = mtr_archive_page_leave;
}

static void
mtr_archive_page_init (MtrArchivePage *self)
{
}

/* A choice between rows; the first of a group is chosen. */
static GtkWidget *
add_choice (MtrArchivePage      *self,
            AdwPreferencesGroup *group,
            GtkWidget           *first,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first != NULL ? GTK_CHECK_BUTTON (first) : NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), first == NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      /* Its name is the title of the row, of which it is the activatable widget. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_others), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return check;
}

static AdwPreferencesGroup *
add_group (GtkBox     *content,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (content, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_readers (MtrArchivePage *self,
             GtkBox         *content)
{
  AdwPreferencesGroup *group = add_group (content, _("Whom is it for?"));

  self->readers = g_new0 (GtkWidget *, mtr_archive_reader_count ());
  for (guint i = 0; i < mtr_archive_reader_count (); i++)
    {
      const MtrArchiveReader *reader = mtr_archive_reader_nth (i);
      g_autofree char *words = g_strdup_printf ("%s\n%s", _(reader->has), _(reader->lacks));

      self->readers[i] = add_choice (self, group, i > 0 ? self->readers[0] : NULL, _(reader->title), words);
    }
}

static void
add_scope (MtrArchivePage *self,
           GtkBox         *content,
           const char     *pairing_title)
{
  AdwPreferencesGroup *group = add_group (content, _("Of what?"));
  /* Translators: %s is a pairing, as in "Amara Whitlock with Oonagh Petrie". */
  g_autofree char *only = g_strdup_printf (_("Only %s"), pairing_title);

  self->whole_choice = add_choice (self, group, NULL, _("The whole file"), NULL);
  self->pairing_choice = add_choice (self, group, self->whole_choice, only, NULL);
}

/* Lines that are empty most of the time take no room one below the other. */
static GtkBox *
add_lines (GtkBox *content)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (content, lines);

  return GTK_BOX (lines);
}

static GtkLabel *
add_status (GtkBox *lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "spoken-line");
  mtr_accessible_say (GTK_LABEL (label), NULL);
  gtk_box_append (lines, label);

  return GTK_LABEL (label);
}

static void
add_result (MtrArchivePage *self,
            GtkBox         *content)
{
  GtkBox *lines = add_lines (content);

  self->problem_label = mtr_page_parts_add_problem (lines);
  self->busy = MTR_BUSY_BOX (mtr_busy_box_new ());
  gtk_box_append (lines, GTK_WIDGET (self->busy));
  self->result_label = add_status (lines);
  gtk_label_set_justify (self->result_label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->result_label), "heading");
  self->folder_button = mtr_page_parts_add_button (content, _("Show in folder"), FALSE);
  gtk_widget_set_visible (self->folder_button, FALSE);
  g_signal_connect_object (self->folder_button, "clicked", G_CALLBACK (folder_cb), self, G_CONNECT_SWAPPED);

  self->notes_group = add_group (content, _("Before you hand it on"));
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), FALSE);
  self->notes = mtr_row_list_new (self->notes_group);
  g_signal_connect_object (self->notes, "activated", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
}

/**
 * mtr_archive_page_new:
 * @programme: a programme, which may be open for reading only
 * @pairing_id: the pairing that was being looked at; 0 for none
 * @pairing_title: (nullable): what it is called
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_archive_page_new (MtrProgramme *programme,
                      gint64        pairing_id,
                      const char   *pairing_title)
{
  MtrArchivePage *self = g_object_new (MTR_TYPE_ARCHIVE_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), WIDTH);
  GtkBox *lines;
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);

  self->pairing_id = pairing_id;
  self->n_pairings = mtr_store_count (mtr_programme_get_store (programme), &query, NULL);
  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Save an Archive"));
  mtr_page_parts_add_line (content,
                           _("One zip to keep or to hand on, with documents, tables and attached files, and an index to begin with. Whoever opens it needs nothing of ours."));
  add_readers (self, content);
  if (pairing_id != 0)
    add_scope (self, content, pairing_title);
  lines = add_lines (content);
  self->others_label = add_status (lines);
  gtk_label_set_xalign (self->others_label, 0);
  adw_preferences_group_add (add_group (lines, NULL), g_object_new (MTR_TYPE_LANGUAGE_ROW, NULL));
  self->choose_button = mtr_page_parts_add_button (content, _("Choose a File…"), TRUE);
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  add_result (self, content);
  update_others (self);

  return MTR_PAGE (self);
}
