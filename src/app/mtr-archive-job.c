/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an archive is written while the window stays alive and people go on
 * typing: the store makes a copy of the file as it is now, and a thread writes
 * the archive from that. The copy is where only the person can read, and has no
 * name any more once it is open.
 */

#include "mtr-archive-job.h"

#include "mtr-archive-builder.h"
#include "mtr-language-row.h"
#include "mtr-language.h"
#include "mtr-look.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
  const MtrArchiveReader *reader;
  gint64                  pairing_id;
  char                   *path;        /* (owned) */
  char                   *copy;        /* (owned) (nullable): once there is a file of that name */
  const char             *language;    /* (nullable): NULL for that of the window */
  MtrPackLibrary         *library;     /* (owned) */
  MtrAdjustment          *adjustment;  /* (owned) */
  GDate                   today;
  MtrArchiveResult       *result;      /* (owned) (nullable) */
} ArchiveJob;

static void
free_note (gpointer data)
{
  MtrArchiveNote *note = data;

  g_free (note->title);
  g_free (note->words);
  g_free (note);
}

/**
 * mtr_archive_result_free:
 * @result: (transfer full): an archive that is there
 */
void
mtr_archive_result_free (MtrArchiveResult *result)
{
  g_ptr_array_unref (result->notes);
  g_free (result);
}

static void
remove_copy (ArchiveJob *job)
{
  if (job->copy != NULL)
    g_unlink (job->copy);
  g_clear_pointer (&job->copy, g_free);
}

static void
free_job (gpointer data)
{
  ArchiveJob *job = data;

  remove_copy (job);
  g_free (job->path);
  g_object_unref (job->library);
  mtr_adjustment_free (job->adjustment);
  g_clear_pointer (&job->result, mtr_archive_result_free);
  g_free (job);
}

static void
append_sentence (GString *words,
                 char    *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
  g_free (sentence);
}

static void
leaving_cb (const MtrLeaving *leaving,
            gpointer          user_data)
{
  ArchiveJob *job = user_data;
  const char *draft = mtr_document_get_draft (leaving->document);
  guint n_left_out = leaving->left_out->len;
  guint n_open = mtr_leaving_count_open (leaving);
  GString *words = g_string_new (NULL);
  MtrArchiveNote *note;

  if (draft != NULL)
    append_sentence (words, g_strdup_printf (_("Every page says “%s”."), draft));
  if (n_left_out > 0)
    append_sentence (words, g_strdup_printf (ngettext ("%u thing is left out.", "%u things are left out.", n_left_out),
                                             n_left_out));
  if (n_open > 0)
    append_sentence (words, g_strdup_printf (ngettext ("%u place in it may identify somebody.",
                                                       "%u places in it may identify somebody.", n_open), n_open));
  if (words->len == 0)
    {
      g_string_free (words, TRUE);
      return;
    }

  note = g_new0 (MtrArchiveNote, 1);
  note->pairing_id = mtr_record_get_id (mtr_snapshot_nth (leaving->snapshot, MTR_KIND_PAIRING, 0));
  note->title = g_strdup (mtr_document_get_title (leaving->document));
  note->words = g_string_free (words, FALSE);
  g_ptr_array_add (job->result->notes, note);
}

/* The copy is opened with the packs that the documents are to have. */
static MtrPack *
look_up_cb (const char *id,
            const char *version,
            GBytes     *source,
            gpointer    user_data)
{
  ArchiveJob *job = user_data;
  g_autoptr (MtrPack) pack = mtr_pack_library_look_up (id, version, source, job->library);

  return pack != NULL ? g_object_ref (mtr_document_language_get_pack (job->language, job->library, pack)) : NULL;
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  ArchiveJob *job = task_data;
  GError *error = NULL;
  const char *before = mtr_language_switch (job->language);
  g_autoptr (MtrStore) store = mtr_store_open (job->copy, look_up_cb, job, &error);
  gboolean written = FALSE;

  remove_copy (job);
  if (store != NULL)
    {
      MtrArchiveOrder order = {
        .store = store,
        .reader = job->reader,
        .pairing_id = job->pairing_id,
        .path = job->path,
        .today = job->today,
        .adjustment = job->adjustment,
        .leaving = leaving_cb,
        .user_data = job,
      };

      written = mtr_archive_build (&order, cancellable, &job->result->n_files, &error);
      mtr_store_close (store);
    }
  mtr_language_switch (before);
  if (written)
    g_task_return_pointer (task, g_steal_pointer (&job->result), (GDestroyNotify) mtr_archive_result_free);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (mtr_store_save_copy_finish (MTR_STORE (source), result, &error))
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

/* An empty file, for the copy to take its place. */
static char *
make_copy_path (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "mentoring", NULL);
  g_autofree char *path = g_build_filename (folder, "archive-XXXXXX", NULL);
  int descriptor;

  g_mkdir_with_parents (folder, 0700);
  descriptor = g_mkstemp (path);
  if (descriptor < 0)
    {
      int problem = errno;

      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (problem), g_strerror (problem));
      return NULL;
    }
  close (descriptor);

  return g_steal_pointer (&path);
}

/**
 * mtr_archive_job_async:
 * @programme: a programme, which may be open for reading only
 * @reader: whom the archive is for
 * @pairing_id: the pairing it is of; 0 for the whole file
 * @path: the file; where there is one already, it is replaced when all of the new one is there
 * @cancellable: (nullable): stops it
 * @callback: called when it is done, or not
 * @user_data: for @callback
 *
 * What is typed and not saved yet is saved first, and is in the archive; what is typed later is not.
 */
void
mtr_archive_job_async (MtrProgramme           *programme,
                       const MtrArchiveReader *reader,
                       gint64                  pairing_id,
                       const char             *path,
                       GCancellable           *cancellable,
                       GAsyncReadyCallback     callback,
                       gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (programme, cancellable, callback, user_data);
  ArchiveJob *job = g_new0 (ArchiveJob, 1);
  GError *error = NULL;

  job->reader = reader;
  job->pairing_id = pairing_id;
  job->path = g_strdup (path);
  job->language = mtr_document_language_get ();
  job->library = g_object_ref (mtr_programme_get_library (programme));
  job->adjustment = mtr_adjustment_copy (mtr_look_get_adjustment (mtr_look_get_default ()));
  mtr_programme_get_today (programme, &job->today);
  job->result = g_new0 (MtrArchiveResult, 1);
  job->result->notes = g_ptr_array_new_with_free_func (free_note);
  g_task_set_source_tag (task, mtr_archive_job_async);
  /* Where it has been written, it is too late to stop. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job);

  job->copy = make_copy_path (&error);
  if (job->copy == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  mtr_programme_save_now (programme);
  mtr_store_save_copy_async (mtr_programme_get_store (programme), job->copy, cancellable, copied_cb,
                             g_steal_pointer (&task));
}

/**
 * mtr_archive_job_finish:
 * @result: what the callback got
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): what was written; %NULL with an error of %MTR_EXPORT_ERROR, %MTR_STORE_ERROR or
 *   %G_IO_ERROR, and then the old file is as it was
 */
MtrArchiveResult *
mtr_archive_job_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
