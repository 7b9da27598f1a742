/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a document is made and written while the window stays alive: the store
 * reads what the panel may read, a thread builds the document, and another
 * lays out its pages and replaces the file only when all of it is there.
 */

#include "mtr-output.h"

#include "mtr-csv-writer.h"
#include "mtr-file-replace.h"
#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-html-writer.h"
#include "mtr-look.h"
#include "mtr-odt-writer.h"
#include "mtr-pdf.h"
#include "mtr-portfolio-xml-writer.h"
#include "mtr-preview.h"

#include <glib/gi18n-lib.h>

/* ---- A document --------------------------------------------------------- */

typedef struct {
  MtrPack          *pack;       /* (owned) */
  MtrSnapshot      *snapshot;   /* (owned) (nullable): once loaded */
  const char       *language;   /* (nullable): NULL for that of the window */
  MtrDocumentBuild  build;
  gint64            record_id;
  GDate             today;
} BuildJob;

static void
free_build_job (gpointer data)
{
  BuildJob *job = data;

  g_clear_object (&job->pack);
  g_clear_object (&job->snapshot);
  g_free (job);
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  BuildJob *job = task_data;
  GError *error = NULL;
  const char *before = mtr_language_switch (job->language);
  MtrDocument *document = job->build (job->pack, job->snapshot, job->record_id, &job->today, &error);

  mtr_language_switch (before);
  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  BuildJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->snapshot = mtr_store_load_finish (MTR_STORE (source), result, &error);
  if (job->snapshot == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, build_in_thread);
}

static void
build_for (MtrPairingModel     *model,
           MtrAudience          readers,
           MtrDocumentBuild     build,
           gint64               record_id,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  MtrProgramme *programme = mtr_pairing_model_get_programme (model);
  GTask *task = g_task_new (model, cancellable, callback, user_data);
  BuildJob *job = g_new0 (BuildJob, 1);

  job->language = mtr_document_language_get ();
  job->pack = g_object_ref (mtr_document_language_get_pack (job->language, mtr_programme_get_library (programme),
                                                            mtr_pairing_model_get_pack (model)));
  job->build = build;
  job->record_id = record_id;
  mtr_programme_get_today (programme, &job->today);
  g_task_set_source_tag (task, mtr_output_build_async);
  g_task_set_task_data (task, job, free_build_job);
  mtr_programme_save_now (programme);
  mtr_store_load_async (mtr_programme_get_store (programme), MTR_SCOPE_PAIRING, MTR_KIND_PAIRING,
                        mtr_pairing_model_get_id (model), readers, cancellable, loaded_cb, task);
}

/**
 * mtr_output_build_async:
 * @model: a pairing
 * @build: makes the document from what the panel may read
 * @record_id: what the document is about: a portfolio, or an observation
 * @cancellable: (nullable): stops it
 * @callback: called with the document
 * @user_data: for @callback
 *
 * What is typed and not saved yet is saved first.
 */
void
mtr_output_build_async (MtrPairingModel     *model,
                        MtrDocumentBuild     build,
                        gint64               record_id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  build_for (model, MTR_READER_PANEL, build, record_id, cancellable, callback, user_data);
}

/**
 * mtr_output_build_finish:
 * @result: what the callback got
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): the document; %NULL with an error of %MTR_DOCUMENT_ERROR or %MTR_STORE_ERROR
 */
MtrDocument *
mtr_output_build_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Where a preview is shown once its document is there. */
typedef struct {
  GWeakRef  parent;
  char     *suggested_name;  /* (owned) */
} PreviewJob;

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  PreviewJob *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MtrDocument) document = mtr_output_build_finish (result, &error);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&job->parent);

  if (document == NULL)
    mtr_programme_announce (mtr_pairing_model_get_programme (MTR_PAIRING_MODEL (source)), error->message);
  else if (parent != NULL && gtk_widget_get_root (parent) != NULL)
    mtr_preview_show (parent, document, job->suggested_name);

  g_weak_ref_clear (&job->parent);
  g_free (job->suggested_name);
  g_free (job);
}

/**
 * mtr_output_preview:
 * @model: a pairing
 * @build: makes the document from what the panel may read
 * @record_id: what the document is about: a portfolio, or an observation
 * @suggested_name: what a file of it would be called, as in "Portfolio.pdf"
 * @parent: a widget of the window that it is shown over
 *
 * Builds the document and shows its pages.
 */
void
mtr_output_preview (MtrPairingModel  *model,
                    MtrDocumentBuild  build,
                    gint64            record_id,
                    const char       *suggested_name,
                    GtkWidget        *parent)
{
  mtr_output_preview_for (model, MTR_READER_PANEL, build, record_id, suggested_name, parent);
}

/**
 * mtr_output_preview_for:
 * @model: a pairing
 * @readers: for whom the document is: what they may read, and no more, is loaded for it
 * @build: makes the document from that
 * @record_id: what the document is about
 * @suggested_name: what a file of it would be called, as in "Portfolio.pdf"
 * @parent: a widget of the window that it is shown over
 *
 * Builds the document and shows its pages.
 */
void
mtr_output_preview_for (MtrPairingModel  *model,
                        MtrAudience       readers,
                        MtrDocumentBuild  build,
                        gint64            record_id,
                        const char       *suggested_name,
                        GtkWidget        *parent)
{
  PreviewJob *job = g_new0 (PreviewJob, 1);

  g_weak_ref_init (&job->parent, parent);
  job->suggested_name = g_strdup (suggested_name);
  build_for (model, readers, build, record_id, NULL, built_cb, job);
}

/* ---- A file ------------------------------------------------------------- */

static const MtrOutputKind kinds[MTR_N_OUTPUT_FORMATS] = {
  [MTR_OUTPUT_PDF] = { "pdf", N_("As _PDF…"), N_("PDF"), MTR_FILE_SAVE_PDF },
  [MTR_OUTPUT_ODT] = { "odt", N_("As a _Text Document…"), N_("Text document (ODT)"), MTR_FILE_SAVE_ODT },
  [MTR_OUTPUT_HTML] = { "html", N_("As a _Web Page…"), N_("Web page (HTML)"), MTR_FILE_SAVE_HTML },
  [MTR_OUTPUT_CSV] = { "csv", N_("The Tables for a _Spreadsheet…"), N_("Tables (CSV)"), MTR_FILE_SAVE_CSV },
  [MTR_OUTPUT_XML] = { "xml", N_("As _XML…"), N_("XML"), MTR_FILE_SAVE_XML },
};

/**
 * mtr_output_get_kind:
 * @format: a format
 *
 * Returns: (transfer none): what is said and asked about it
 */
const MtrOutputKind *
mtr_output_get_kind (MtrOutputFormat format)
{
  g_return_val_if_fail (format < MTR_N_OUTPUT_FORMATS, NULL);

  return &kinds[format];
}

typedef struct {
  MtrOutputFormat  format;
  MtrPaper         paper;
  char            *path;     /* (owned) */
  guint            n_pages;  /* of a PDF, once written */
} WriteJob;

static void
free_write_job (gpointer data)
{
  WriteJob *job = data;

  g_free (job->path);
  g_free (job);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  MtrDocument *document = MTR_DOCUMENT (source);
  WriteJob *job = task_data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  switch (job->format)
    {
    case MTR_OUTPUT_PDF:
      {
        g_autoptr (MtrPages) pages = mtr_pages_new (document, job->paper);

        if (g_task_return_error_if_cancelled (task))
          return;
        job->n_pages = mtr_pages_get_n_pages (pages);
        bytes = mtr_pdf_write (pages, &error);
        break;
      }
    case MTR_OUTPUT_ODT:
      bytes = mtr_odt_write (document, &error);
      break;
    case MTR_OUTPUT_HTML:
      bytes = mtr_html_write (document, &error);
      break;
    case MTR_OUTPUT_CSV:
      bytes = mtr_csv_write (document, NULL, &error);
      break;
    case MTR_OUTPUT_XML:
      bytes = mtr_portfolio_xml_write (document, &error);
      break;
    case MTR_N_OUTPUT_FORMATS:
      g_return_if_reached ();
    }

  /* Up to here nothing has been written: after that it is too late to stop. */
  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_error (&error);
      return;
    }
  if (bytes == NULL || !mtr_file_replace (job->path, bytes, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * mtr_output_write_async:
 * @document: a document; must not be changed any more
 * @format: what it is written as
 * @paper: for a PDF
 * @path: the file; where there is one already, it is replaced when all of the new one is there
 * @cancellable: (nullable): stops it as long as nothing has been written
 * @callback: called when it is done, or not
 * @user_data: for @callback
 */
void
mtr_output_write_async (MtrDocument         *document,
                        MtrOutputFormat      format,
                        MtrPaper             paper,
                        const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  WriteJob *job = g_new0 (WriteJob, 1);

  mtr_look_adjust (mtr_look_get_default (), document);
  job->format = format;
  job->paper = paper;
  job->path = g_strdup (path);
  g_task_set_source_tag (task, mtr_output_write_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_write_job);
  g_task_run_in_thread (task, write_in_thread);
}

static char *
dup_saved (WriteJob *job)
{
  g_autofree char *name = g_filename_display_basename (job->path);

  /* Translators: %s is the name of a file. */
  if (job->n_pages == 0)
    return g_strdup_printf (_("Saved as %s."), name);

  return g_strdup_printf (ngettext ("Saved as %s, %u page.", "Saved as %s, %u pages.", job->n_pages), name,
                          job->n_pages);
}

/**
 * mtr_output_write_finish:
 * @result: what the callback got
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): "Saved as Portfolio.pdf, 46 pages."; %NULL with an error of %MTR_EXPORT_ERROR,
 *   %MTR_PRINT_ERROR or %G_IO_ERROR, and then the old file is as it was
 */
char *
mtr_output_write_finish (GAsyncResult  *result,
                         GError       **error)
{
  GTask *task = G_TASK (result);

  return g_task_propagate_boolean (task, error) ? dup_saved (g_task_get_task_data (task)) : NULL;
}
