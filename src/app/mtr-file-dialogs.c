/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choosing files, in one file: GtkFileChooserNative, shaped like its successor. */

#include "mtr-file-dialogs.h"

#include <glib/gi18n-lib.h>

static const struct {
  GtkFileChooserAction  action;
  const char           *title;
  const char           *accept;
  const char           *pattern;      /* (nullable) */
  const char           *pattern_name; /* (nullable) */
  gboolean              multiple;
} purposes[] = {
  [MTR_FILE_OPEN_PROGRAMME] = { GTK_FILE_CHOOSER_ACTION_OPEN, N_("Open a Programme"), N_("_Open"), "*.mentoring", N_("Mentoring programmes"), FALSE },
  [MTR_FILE_NEW_PROGRAMME] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Where to Keep the Programme"), N_("_Create"), "*.mentoring", N_("Mentoring programmes"), FALSE },
  [MTR_FILE_COPY_PROGRAMME] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save a Copy"), N_("_Save"), "*.mentoring", N_("Mentoring programmes"), FALSE },
  [MTR_FILE_ADD_FILES] = { GTK_FILE_CHOOSER_ACTION_OPEN, N_("Choose Files for the Portfolio"), N_("_Add"), NULL, NULL, TRUE },
  [MTR_FILE_SAVE_PDF] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save as PDF"), N_("_Save"), "*.pdf", N_("PDF documents"), FALSE },
  [MTR_FILE_SAVE_XML] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save as XML"), N_("_Save"), "*.xml", N_("XML documents"), FALSE },
  [MTR_FILE_SAVE_ODT] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save as a Text Document"), N_("_Save"), "*.odt", N_("Text documents"), FALSE },
  [MTR_FILE_SAVE_HTML] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save as a Web Page"), N_("_Save"), "*.html", N_("Web pages"), FALSE },
  [MTR_FILE_SAVE_CSV] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save the Tables"), N_("_Save"), "*.csv", N_("Spreadsheets saved as CSV"), FALSE },
  [MTR_FILE_SAVE_CALENDAR] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save for a Calendar"), N_("_Save"), "*.ics", N_("Calendars"), FALSE },
  [MTR_FILE_SAVE_ARCHIVE] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save an Archive"), N_("_Save"), "*.zip", N_("Zip archives"), FALSE },
  [MTR_FILE_IMPORT_ROWS] = { GTK_FILE_CHOOSER_ACTION_OPEN, N_("Choose a Spreadsheet"), N_("_Open"), "*.[cCtT][sSxX][vVtT]", N_("Spreadsheets saved as CSV"), FALSE },
  [MTR_FILE_EXPORT_ROWS] = { GTK_FILE_CHOOSER_ACTION_SAVE, N_("Save People as a Spreadsheet"), N_("_Save"), "*.csv", N_("Spreadsheets saved as CSV"), FALSE },
  [MTR_FILE_BRING_IN_PORTFOLIO] = { GTK_FILE_CHOOSER_ACTION_OPEN, N_("Choose a Portfolio"), N_("_Open"), "*.[xX][mM][lL]", N_("Portfolios saved as XML"), FALSE },
};

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);

  g_task_return_pointer (task,
                         response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL,
                         g_object_unref);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/**
 * mtr_file_dialogs_choose_async:
 * @parent: a widget of the window to ask over
 * @purpose: what the file is for
 * @suggested_name: (nullable): a name for a file that is to be written
 * @callback: called when files were chosen, or not
 * @user_data: for @callback
 */
void
mtr_file_dialogs_choose_async (GtkWidget           *parent,
                               MtrFilePurpose       purpose,
                               const char          *suggested_name,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_(purposes[purpose].title),
                                                              GTK_WINDOW (gtk_widget_get_root (parent)),
                                                              purposes[purpose].action,
                                                              _(purposes[purpose].accept), _("_Cancel"));
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, mtr_file_dialogs_choose_async);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), purposes[purpose].multiple);
  if (suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  if (purposes[purpose].pattern != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(purposes[purpose].pattern_name));
      gtk_file_filter_add_pattern (filter, purposes[purpose].pattern);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * mtr_file_dialogs_choose_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): a model of GFile; %NULL where nothing was chosen
 */
GListModel *
mtr_file_dialogs_choose_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
