/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of a window for what comes in, a spreadsheet or a portfolio, and
 * for what goes out: the people in the columns of a spreadsheet, and an archive
 * of the file; also of a file that is named already.
 */

#include "mtr-import-actions.h"

#include "mtr-archive-page.h"
#include "mtr-dialogs.h"
#include "mtr-error-words.h"
#include "mtr-file-dialogs.h"
#include "mtr-file-replace.h"
#include "mtr-import-job.h"
#include "mtr-import-page.h"
#include "mtr-import-writer.h"
#include "mtr-pairing-view.h"
#include "mtr-pairing.h"
#include "mtr-portfolio-in-page.h"

#include <glib/gi18n-lib.h>

/* ---- Import --------------------------------------------------------------------- */

static MtrPage *
push_import (MtrWindow *window)
{
  MtrPage *page = mtr_window_get_page (window);

  if (!MTR_IS_IMPORT_PAGE (page))
    {
      page = mtr_import_page_new (mtr_window_get_programme (window));
      mtr_window_push (window, page);
    }

  return page;
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  push_import (MTR_WINDOW (user_data));
}

/* For whoever starts it from outside, by D-Bus say: what the rows are, and the path of the file. */
static void
import_file_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *code, *path;
  MtrImportSubject subject;
  g_autoptr (GFile) file = NULL;

  g_variant_get (parameter, "(&s&s)", &code, &path);
  if (!mtr_import_subject_from_code (code, &subject))
    return;

  file = g_file_new_for_path (path);
  mtr_import_page_read (MTR_IMPORT_PAGE (push_import (MTR_WINDOW (user_data))), subject, file);
}

/* ---- A portfolio ---------------------------------------------------------------- */

static MtrPage *
push_portfolio_in (MtrWindow *window)
{
  MtrPage *page = mtr_window_get_page (window);

  if (!MTR_IS_PORTFOLIO_IN_PAGE (page))
    {
      page = mtr_portfolio_in_page_new (mtr_window_get_programme (window));
      mtr_window_push (window, page);
    }

  return page;
}

static void
bring_in_portfolio_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  push_portfolio_in (MTR_WINDOW (user_data));
}

/* For whoever starts it from outside, by D-Bus say: the path of the file. */
static void
bring_in_portfolio_file_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  mtr_portfolio_in_page_read (MTR_PORTFOLIO_IN_PAGE (push_portfolio_in (MTR_WINDOW (user_data))), file);
}

/* ---- Export ----------------------------------------------------------------------- */

typedef struct {
  MtrWindow *window;  /* (owned) */
  char      *path;    /* (owned) */
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_free (export->path);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrSnapshot) file = mtr_import_job_load_finish (result, &error);
  g_autoptr (GBytes) csv = file != NULL ? mtr_import_write (MTR_IMPORT_PEOPLE, file) : NULL;
  g_autofree char *words = NULL;

  if (csv == NULL || !mtr_file_replace (export->path, csv, &error))
    {
      words = mtr_error_to_words (error, export->path);
      mtr_dialogs_tell (GTK_WIDGET (export->window), _("The people were not saved"), words);
    }
  else
    {
      g_autofree char *name = g_filename_display_basename (export->path);
      guint n_people = mtr_snapshot_count (file, MTR_KIND_PERSON);

      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Saved as %1$s, %2$u person", "Saved as %1$s, %2$u people",
                                            n_people), name, n_people);
      mtr_programme_announce (MTR_PROGRAMME (source), words);
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MtrWindow *window = MTR_WINDOW (source);
  g_autoptr (GListModel) files = mtr_file_dialogs_choose_finish (result);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  Export *export;

  if (file == NULL || mtr_window_get_programme (window) == NULL)
    return;

  export = g_new0 (Export, 1);
  export->window = g_object_ref (window);
  export->path = g_file_get_path (file);
  /* What only the owner of this file reads is not even looked at. */
  mtr_import_job_load_async (mtr_window_get_programme (window), MTR_IMPORT_PEOPLE,
                             MTR_AUDIENCE_PROGRAMME | MTR_AUDIENCE_ASSESSMENT | MTR_AUDIENCE_PAIR, NULL, loaded_cb, export);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  if (mtr_dialogs_ask_finish (result))
    /* Translators: the name that is suggested for a spreadsheet of all people. */
    mtr_file_dialogs_choose_async (GTK_WIDGET (source), MTR_FILE_EXPORT_ROWS, _("People.csv"), chosen_cb, NULL);
}

static void
export_people_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mtr_dialogs_ask_async (GTK_WIDGET (user_data), _("Save the people as a spreadsheet?"),
                         _("It has everybody in this file, with addresses and telephone numbers, in the columns that an import reads. Private notes and what somebody says about who they are stay here. Think of who can open the folder."),
                         NULL, _("Cancel"), _("Choose a File…"), asked_cb, NULL);
}

/* ---- An archive ------------------------------------------------------------------- */

static MtrPage *
push_archive (MtrWindow *window)
{
  MtrPage *page = mtr_window_get_page (window);

  if (!MTR_IS_ARCHIVE_PAGE (page))
    {
      MtrPairingModel *model = MTR_IS_PAIRING_VIEW (page) ? mtr_pairing_view_get_model (MTR_PAIRING_VIEW (page)) : NULL;
      MtrSnapshot *snapshot = model != NULL ? mtr_pairing_model_get_snapshot (model) : NULL;
      gint64 id = snapshot != NULL ? mtr_pairing_model_get_id (model) : 0;
      g_autofree char *title = snapshot != NULL ? mtr_pairing_dup_title (snapshot, id) : NULL;

      page = mtr_archive_page_new (mtr_window_get_programme (window), id, title);
      mtr_window_push (window, page);
    }

  return page;
}

static void
save_archive_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  push_archive (MTR_WINDOW (user_data));
}

/* For whoever starts it from outside, by D-Bus say: the path of the file. */
static void
save_archive_file_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  mtr_archive_page_save_as (MTR_ARCHIVE_PAGE (push_archive (MTR_WINDOW (user_data))), g_variant_get_string (parameter, NULL));
}

static const GActionEntry reading[] = {
  { .name = "export-people", .activate = export_people_cb },
  { .name = "save-archive", .activate = save_archive_cb },
  { .name = "save-archive-file", .activate = save_archive_file_cb, .parameter_type = "s" },
};

static const GActionEntry writing[] = {
  { .name = "bring-in-portfolio", .activate = bring_in_portfolio_cb },
  { .name = "bring-in-portfolio-file", .activate = bring_in_portfolio_file_cb, .parameter_type = "s" },
  { .name = "import", .activate = import_cb },
  { .name = "import-file", .activate = import_file_cb, .parameter_type = "(ss)" },
};

/**
 * mtr_import_actions_add:
 * @window: the window that shows @programme
 * @programme: a programme; where it is open for reading only nothing can be imported
 */
void
mtr_import_actions_add (MtrWindow    *window,
                        MtrProgramme *programme)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), reading, G_N_ELEMENTS (reading), window);
  if (!mtr_programme_is_read_only (programme))
    g_action_map_add_action_entries (G_ACTION_MAP (window), writing, G_N_ELEMENTS (writing), window);
}
