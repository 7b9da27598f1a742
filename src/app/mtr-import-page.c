/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first step of an import: what the rows of the spreadsheet are, and which
 * file it is.
 */

#include "mtr-import-page.h"

#include "mtr-busy-box.h"
#include "mtr-error-words.h"
#include "mtr-file-dialogs.h"
#include "mtr-import-columns-page.h"
#include "mtr-import-job.h"
#include "mtr-page-parts.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *title;
  const char *subtitle;
} subjects[MTR_N_IMPORT_SUBJECTS] = {
  [MTR_IMPORT_PEOPLE] = { N_("People"), N_("Somebody in each row: the name, and what else is known") },
  [MTR_IMPORT_PAIRINGS] = { N_("Pairings"), N_("A mentor with a mentee in each row, and since when") },
  [MTR_IMPORT_SESSIONS] = { N_("Past sessions"), N_("A session in each row: who with whom, and the day") },
};

struct _MtrImportPage {
  MtrPage           parent_instance;

  GtkWidget        *choices[MTR_N_IMPORT_SUBJECTS];
  GtkWidget        *choose_button;
  GtkLabel         *problem_label;
  MtrBusyBox       *busy;
  MtrImportSubject  subject;  /* of the file that is being read */
  GFile            *file;     /* (owned) (nullable): that file */
  MtrCsv           *csv;      /* (owned) (nullable): what was read of it */
};

G_DEFINE_FINAL_TYPE (MtrImportPage, mtr_import_page, MTR_TYPE_PAGE)

static MtrImportSubject
get_subject (MtrImportPage *self)
{
  for (guint i = 0; i < MTR_N_IMPORT_SUBJECTS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->choices[i])))
      return i;

  return MTR_IMPORT_PEOPLE;
}

/* Whether it went well; else what went wrong is said, unless it was stopped. */
static gboolean
note_end (MtrImportPage *self,
          const GError  *error)
{
  g_autofree char *words = NULL;

  mtr_busy_box_end (self->busy);
  if (error == NULL)
    return TRUE;
  words = mtr_error_to_words (error, g_file_peek_path (self->file));
  gtk_label_set_text (self->problem_label, words);
  gtk_widget_grab_focus (self->choose_button);

  return FALSE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrImportPage) self = MTR_IMPORT_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) programme = mtr_import_job_load_finish (result, &error);
  g_autoptr (MtrImportMapping) mapping = NULL;
  g_autofree char *name = NULL;

  if (mtr_page_is_gone (MTR_PAGE (self)) || !note_end (self, error))
    return;

  mapping = mtr_import_mapping_new (self->csv, self->subject, programme);
  name = g_file_get_basename (self->file);
  mtr_page_push (MTR_PAGE (self), mtr_import_columns_page_new (mtr_page_get_programme (MTR_PAGE (self)), mapping, name));
}

static gpointer
read_spreadsheet (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return mtr_csv_new_from_file (file, cancellable, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MtrImportPage) self = MTR_IMPORT_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrCsv) csv = mtr_import_job_read_finish (result, &error);

  if (mtr_page_is_gone (MTR_PAGE (self)) || !note_end (self, error))
    return;

  g_set_object (&self->csv, csv);
  mtr_import_job_load_async (mtr_page_get_programme (MTR_PAGE (self)), self->subject, MTR_READER_OWNER,
                             mtr_busy_box_begin (self->busy, _("Looking into the programme…")), loaded_cb,
                             g_object_ref (self));
}

/**
 * mtr_import_page_read:
 * @self: a page that is shown
 * @subject: what the rows are
 * @file: a spreadsheet
 *
 * Reads the file, and goes on to its columns.
 */
void
mtr_import_page_read (MtrImportPage    *self,
                      MtrImportSubject  subject,
                      GFile            *file)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->choices[subject]), TRUE);
  gtk_label_set_text (self->problem_label, "");
  self->subject = subject;
  g_set_object (&self->file, file);
  mtr_import_job_read_async (mtr_page_get_programme (MTR_PAGE (self)), read_spreadsheet, file,
                             mtr_busy_box_begin (self->busy, _("Reading the file…")), read_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MtrImportPage) self = MTR_IMPORT_PAGE (user_data);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && !mtr_page_is_gone (MTR_PAGE (self)))
    mtr_import_page_read (self, get_subject (self), file);
}

static void
choose_cb (MtrImportPage *self)
{
  mtr_file_dialogs_choose_async (GTK_WIDGET (self), MTR_FILE_IMPORT_ROWS, NULL, chosen_cb, g_object_ref (self));
}

static void
mtr_import_page_focus_first (MtrPage *page)
{
  MtrImportPage *self = MTR_IMPORT_PAGE (page);

  gtk_widget_grab_focus (self->choices[get_subject (self)]);
}

static void
mtr_import_page_leave (MtrPage *page)
{
  mtr_busy_box_stop (MTR_IMPORT_PAGE (page)->busy);
}

static void
mtr_import_page_dispose (GObject *object)
{
  MtrImportPage *self = MTR_IMPORT_PAGE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->csv);

  G_OBJECT_CLASS (mtr_import_page_parent_class)->dispose (object);
}

static void
mtr_import_page_class_init (MtrImportPageClass *klass)
{
  MtrPageClass *page_class = MTR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mtr_import_page_dispose;
  page_class->focus_first = mtr_import_page_focus_first;
  page_class->leave = mtr_import_page_leave;
}

static void
mtr_import_page_init (MtrImportPage *self)
{
}

static void
add_choices (MtrImportPage *self,
             GtkBox        *content)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("What is in it?"));
  for (guint i = 0; i < MTR_N_IMPORT_SUBJECTS; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      self->choices[i] = gtk_check_button_new ();
      gtk_check_button_set_group (GTK_CHECK_BUTTON (self->choices[i]), i > 0 ? GTK_CHECK_BUTTON (self->choices[0]) : NULL);
      /* Its name is the title of the row, of which it is the activatable widget. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _(subjects[i].subtitle), -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(subjects[i].title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(subjects[i].subtitle));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->choices[i]);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->choices[i]);
      adw_preferences_group_add (group, row);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->choices[0]), TRUE);
  gtk_box_append (content, GTK_WIDGET (group));
}

/**
 * mtr_import_page_new:
 * @programme: a programme that can be written
 *
 * Returns: (transfer floating): the page
 */
MtrPage *
mtr_import_page_new (MtrProgramme *programme)
{
  MtrImportPage *self = g_object_new (MTR_TYPE_IMPORT_PAGE, NULL);
  GtkBox *content = mtr_page_add_content (MTR_PAGE (self), 560);

  mtr_page_set_programme (MTR_PAGE (self), programme);
  mtr_page_set_title (MTR_PAGE (self), _("Import from a Spreadsheet"));
  mtr_page_parts_add_line (content,
                           _("Save the spreadsheet as CSV first. Then you choose what its columns are, and see each row; nothing is changed before you say so."));
  add_choices (self, content);
  self->choose_button = mtr_page_parts_add_button (content, _("Choose a File…"), TRUE);
  self->problem_label = mtr_page_parts_add_problem (content);
  self->busy = MTR_BUSY_BOX (mtr_busy_box_new ());
  gtk_box_append (content, GTK_WIDGET (self->busy));
  g_signal_connect_object (self->choose_button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);

  return MTR_PAGE (self);
}
