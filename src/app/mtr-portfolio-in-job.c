/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What bringing in a portfolio does behind the window, besides what every
 * import does: loading what it is checked against, the dry run, and the one
 * change. Checking can be long, so it is done in a thread, and can be stopped.
 */

#include "mtr-portfolio-in-job.h"

#include "mtr-import-job.h"

/* ---- The dry run ---------------------------------------------------------------------- */

typedef struct {
  MtrCarriedPortfolio *carried;      /* (owned) */
  MtrPack             *pack;         /* (owned) (nullable) */
  MtrStore            *store;        /* (owned) */
  GCancellable        *cancellable;  /* (owned) (nullable) */
  MtrSnapshot         *file;         /* (owned) (nullable): once it is loaded */
  gint64               owner;
  GDate                today;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->carried);
  g_clear_object (&check->pack);
  g_object_unref (check->store);
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

  return mtr_store_new_id (check->store);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Check *check = task_data;
  MtrPortfolioImportContext context = { check->file, check->pack, check->owner, check->today, new_id_cb, check };

  g_task_return_pointer (task, mtr_portfolio_import_check (check->carried, &context), g_object_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;

  check->file = mtr_store_load_finish (MTR_STORE (source), result, &error);
  if (check->file == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, check_in_thread);
}

/**
 * mtr_portfolio_in_job_check_async:
 * @programme: a programme
 * @carried: a portfolio that was read
 * @owner: whose it becomes: an id, %MTR_PORTFOLIO_OWNER_FOUND or %MTR_PORTFOLIO_OWNER_NEW
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks what would become of each part of it, without changing anything.
 */
void
mtr_portfolio_in_job_check_async (MtrProgramme        *programme,
                                  MtrCarriedPortfolio *carried,
                                  gint64               owner,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (programme, cancellable, callback, user_data);
  MtrStore *store = mtr_programme_get_store (programme);
  const char *pack_id = mtr_carried_portfolio_get_origin (carried)->pack;
  MtrPack *pack = mtr_store_get_pack (store, pack_id);
  Check *check = g_new0 (Check, 1);

  if (pack == NULL)
    pack = mtr_pack_library_find (mtr_programme_get_library (programme), pack_id, NULL);
  check->carried = g_object_ref (carried);
  check->pack = pack != NULL ? g_object_ref (pack) : NULL;
  check->store = g_object_ref (store);
  check->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  check->owner = owner;
  mtr_programme_get_today (programme, &check->today);
  g_task_set_source_tag (task, mtr_portfolio_in_job_check_async);
  g_task_set_task_data (task, check, check_free);
  mtr_store_load_async (store, MTR_SCOPE_MATCHING, MTR_KIND_PROGRAMME, 0, MTR_READER_OWNER, cancellable, loaded_cb, task);
}

/**
 * mtr_portfolio_in_job_check_finish:
 * @result: what the callback got
 * @file: (out) (transfer full): what it was checked against, with all people
 * @error: return location for an error of the store, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what would become of the portfolio
 */
MtrPortfolioImport *
mtr_portfolio_in_job_check_finish (GAsyncResult  *result,
                                   MtrSnapshot  **file,
                                   GError       **error)
{
  MtrPortfolioImport *import = g_task_propagate_pointer (G_TASK (result), error);
  const Check *check = g_task_get_task_data (G_TASK (result));

  *file = import != NULL ? g_object_ref (check->file) : NULL;

  return import;
}

/* ---- Bringing it in --------------------------------------------------------------------- */

/**
 * mtr_portfolio_in_job_bring_in_async:
 * @programme: a programme
 * @import: what the dry run found
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Brings the portfolio in, in one change that one undo takes back.
 */
void
mtr_portfolio_in_job_bring_in_async (MtrProgramme        *programme,
                                     MtrPortfolioImport  *import,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (programme, NULL, callback, user_data);
  MtrPack *pack = mtr_portfolio_import_get_pack (import);
  GError *error = NULL;
  MtrChange *change = mtr_portfolio_import_make_change (import, &error);

  g_task_set_source_tag (task, mtr_portfolio_in_job_bring_in_async);
  if (change != NULL)
    mtr_import_job_write (g_steal_pointer (&task), change, &pack, 1);
  else
    g_task_return_error (task, error);
}

/**
 * mtr_portfolio_in_job_bring_in_finish:
 * @result: what the callback got
 * @error: return location for an error of %MTR_IMPORT_ERROR or of the store
 *
 * Returns: whether the portfolio is in
 */
gboolean
mtr_portfolio_in_job_bring_in_finish (GAsyncResult  *result,
                                      GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
