/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import does behind the window: reading the spreadsheet, loading what
 * its rows are checked against, the dry run, and taking the rows in. Each can
 * be long, so it is done in a thread, and each can be stopped.
 */

#include "mtr-import-job.h"

/* ---- Loading --------------------------------------------------------------------- */

typedef struct {
  MtrImportSubject  subject;
  MtrAudience       audiences;
  guint             next;      /* of the kinds of the subject */
  MtrSnapshot      *snapshot;  /* (owned) */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->snapshot);
  g_free (load);
}

static void load_next (GTask *task);

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = G_TASK (user_data);
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records = mtr_store_list_records_finish (MTR_STORE (source), result, &error);

  if (records == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    mtr_snapshot_add (load->snapshot, g_ptr_array_index (records, i));
  load_next (task);
}

static void
load_next (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  MtrProgramme *programme = g_task_get_source_object (task);
  guint n_kinds;
  const MtrKind *kinds = mtr_import_subject_list_kinds (load->subject, &n_kinds);

  if (load->next == n_kinds)
    {
      g_task_return_pointer (task, g_object_ref (load->snapshot), g_object_unref);
      g_object_unref (task);
    }
  else
    {
      MtrStoreQuery query = MTR_STORE_QUERY_INIT (kinds[load->next]);

      load->next++;
      mtr_store_list_records_async (mtr_programme_get_store (programme), &query, load->audiences,
                                    g_task_get_cancellable (task), listed_cb, task);
    }
}

/**
 * mtr_import_job_load_async:
 * @programme: a programme
 * @subject: what the rows of a spreadsheet are
 * @audiences: whose fields are wanted
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads every record that checking or exporting such rows looks at.
 */
void
mtr_import_job_load_async (MtrProgramme        *programme,
                           MtrImportSubject     subject,
                           MtrAudience          audiences,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (programme, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->subject = subject;
  load->audiences = audiences;
  load->snapshot = mtr_snapshot_new (audiences);
  g_task_set_source_tag (task, mtr_import_job_load_async);
  g_task_set_task_data (task, load, load_free);
  load_next (task);
}

/**
 * mtr_import_job_load_finish:
 * @result: what the callback got
 * @error: return location for an error of the store
 *
 * Returns: (transfer full) (nullable): the records
 */
MtrSnapshot *
mtr_import_job_load_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Reading ----------------------------------------------------------------------- */

typedef struct {
  MtrImportReadFunc  read;
  GFile             *file;  /* (owned) */
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_object_unref (read->file);
  g_free (read);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Read *read = task_data;
  GError *error = NULL;
  gpointer found = read->read (read->file, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * mtr_import_job_read_async:
 * @programme: a programme
 * @read: reads what @file is
 * @file: a spreadsheet or a portfolio
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
mtr_import_job_read_async (MtrProgramme        *programme,
                           MtrImportReadFunc    read,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (programme, cancellable, callback, user_data);
  Read *reading = g_new (Read, 1);

  reading->read = read;
  reading->file = g_object_ref (file);
  g_task_set_source_tag (task, mtr_import_job_read_async);
  g_task_set_task_data (task, reading, read_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * mtr_import_job_read_finish:
 * @result: what the callback got
 * @error: return location for an error of what read the file, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the object that was made of the file
 */
gpointer
mtr_import_job_read_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- The dry run --------------------------------------------------------------------- */

typedef struct {
  MtrProgramme     *programme;    /* (owned) */
  MtrImportMapping *mapping;      /* (owned): a copy that no window changes */
  GCancellable     *cancellable;  /* (owned) (nullable) */
  MtrSnapshot      *file;         /* (owned) (nullable): once it is loaded */
  GDate             today;
  gboolean          add_line_managers;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->programme);
  g_object_unref (check->mapping);
  g_clear_object (&check->cancellable);
  g_clear_object (&check->file);
  g_free (check);
}

static gint64
new_id_cb (gpointer user_data)
{
  const Check *check = user_data;

  /* The window may have closed the store by now; nobody asks for what is found any more. */
  if (check->cancellable != NULL && g_cancellable_is_cancelled (check->cancellable))
    return 1;

  return mtr_store_new_id (mtr_programme_get_store (check->programme));
}

static MtrPack *
find_pack_cb (const char *id,
              gpointer    user_data)
{
  const Check *check = user_data;
  MtrPack *pack = mtr_store_get_pack (mtr_programme_get_store (check->programme), id);

  return pack != NULL ? pack : mtr_pack_library_find (mtr_programme_get_library (check->programme), id, NULL);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Check *check = task_data;
  MtrImportContext context = { check->file, check->today, new_id_cb, check, find_pack_cb, check, cancellable,
                               check->add_line_managers };
  GError *error = NULL;
  MtrImportResult *result = mtr_import_check (check->mapping, &context, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;

  check->file = mtr_import_job_load_finish (result, &error);
  if (check->file == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, check_in_thread);
}

/* What the window shows may be changed while the thread is reading. */
static MtrImportMapping *
copy_mapping (MtrImportMapping *mapping)
{
  g_autoptr (MtrSnapshot) nothing = mtr_snapshot_new (MTR_READER_OWNER);
  MtrCsv *csv = mtr_import_mapping_get_csv (mapping);
  MtrImportMapping *copy = mtr_import_mapping_new (csv, mtr_import_mapping_get_subject (mapping), nothing);

  for (guint i = 0; i < mtr_csv_get_n_columns (csv); i++)
    mtr_import_mapping_set_column (copy, i, NULL);
  for (guint i = 0; i < mtr_csv_get_n_columns (csv); i++)
    {
      mtr_import_mapping_set_column (copy, i, mtr_import_mapping_get_column (mapping, i));
      mtr_import_mapping_set_ticked (copy, i, mtr_import_mapping_get_ticked (mapping, i));
    }

  return copy;
}

/**
 * mtr_import_job_check_async:
 * @programme: a programme
 * @mapping: a spreadsheet, and what its columns are
 * @add_line_managers: whether people are made of line managers whom nobody knows
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads what is there, and runs through all rows without changing anything.
 */
void
mtr_import_job_check_async (MtrProgramme        *programme,
                            MtrImportMapping    *mapping,
                            gboolean             add_line_managers,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (programme, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  check->programme = g_object_ref (programme);
  check->mapping = copy_mapping (mapping);
  check->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  check->add_line_managers = add_line_managers;
  mtr_programme_get_today (programme, &check->today);
  g_task_set_source_tag (task, mtr_import_job_check_async);
  g_task_set_task_data (task, check, check_free);
  mtr_import_job_load_async (programme, mtr_import_mapping_get_subject (mapping), MTR_READER_OWNER, cancellable, loaded_cb,
                             task);
}

/**
 * mtr_import_job_check_finish:
 * @result: what the callback got; it holds what the found rows refer to
 * @error: return location for an error of %MTR_IMPORT_ERROR, of the store, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what would become of each row
 */
MtrImportResult *
mtr_import_job_check_finish (GAsyncResult  *result,
                             GError       **error)
{
  MtrImportResult *checked = g_task_propagate_pointer (G_TASK (result), error);

  /* Making the change asks for ids again: what gives them must still be there. */
  if (checked != NULL)
    g_object_set_data_full (G_OBJECT (checked), "job", g_object_ref (result), g_object_unref);

  return checked;
}

/* ---- Taking in ------------------------------------------------------------------------- */

typedef struct {
  MtrImportResult *checked;  /* (owned) */
  gboolean         leave_out_refused;
} TakeIn;

static void
take_in_free (gpointer data)
{
  TakeIn *take_in = data;

  g_object_unref (take_in->checked);
  g_free (take_in);
}

static void
make_change_in_thread (GTask        *task,
                       gpointer      source,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  const TakeIn *take_in = task_data;
  GError *error = NULL;
  MtrChange *change = mtr_import_result_make_change (take_in->checked, take_in->leave_out_refused, &error);

  if (change != NULL)
    g_task_return_pointer (task, change, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (mtr_programme_apply_finish (MTR_PROGRAMME (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * mtr_import_job_write:
 * @task: (transfer full): whose source is the programme; returns whether it is written
 * @change: (transfer full): what comes in
 * @packs: the schemes it needs
 * @n_packs: how many they are
 *
 * The end of every job: what is found good is written whole, in one change.
 */
void
mtr_import_job_write (GTask      *task,
                      MtrChange  *change,
                      MtrPack   **packs,
                      guint       n_packs)
{
  MtrProgramme *programme = g_task_get_source_object (task);
  MtrStore *store = mtr_programme_get_store (programme);
  GError *error = NULL;

  for (guint i = 0; error == NULL && i < n_packs; i++)
    if (mtr_store_get_pack (store, mtr_pack_get_id (packs[i])) == NULL)
      mtr_store_add_pack (store, packs[i], &error);
  if (error == NULL)
    {
      mtr_programme_apply (programme, change, applied_cb, task);
      return;
    }
  g_object_unref (change);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
change_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const TakeIn *take_in = g_task_get_task_data (task);
  GPtrArray *packs = mtr_import_result_get_packs (take_in->checked);
  GError *error = NULL;
  g_autoptr (MtrChange) change = g_task_propagate_pointer (G_TASK (result), &error);

  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  /* From here on it is written whole: who stops it now is told that it has been done, not that it has not. */
  g_task_set_check_cancellable (task, FALSE);
  mtr_import_job_write (g_steal_pointer (&task), g_steal_pointer (&change), (MtrPack **) packs->pdata, packs->len);
}

/**
 * mtr_import_job_take_in_async:
 * @programme: a programme
 * @checked: what the dry run found, of rows that are new or changed
 * @leave_out_refused: whether the rows that are refused are left out
 * @cancellable: (nullable): stops it before anything is written
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes the rows in, in one change that one undo takes back.
 */
void
mtr_import_job_take_in_async (MtrProgramme        *programme,
                              MtrImportResult     *checked,
                              gboolean             leave_out_refused,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (programme, cancellable, callback, user_data);
  g_autoptr (GTask) making = g_task_new (programme, NULL, change_made_cb, task);
  TakeIn *take_in = g_new0 (TakeIn, 1);

  take_in->checked = g_object_ref (checked);
  take_in->leave_out_refused = leave_out_refused;
  g_task_set_source_tag (task, mtr_import_job_take_in_async);
  g_task_set_task_data (task, take_in, take_in_free);
  g_task_set_source_tag (making, mtr_import_job_take_in_async);
  g_task_set_task_data (making, take_in, NULL);
  g_task_run_in_thread (making, make_change_in_thread);
}

/**
 * mtr_import_job_take_in_finish:
 * @result: what the callback got
 * @error: return location for an error of %MTR_IMPORT_ERROR or of the store
 *
 * Returns: whether the rows are in
 */
gboolean
mtr_import_job_take_in_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
