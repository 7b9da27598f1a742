/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that writes a whole file for one audience. */

#include "mtr-archive-builder.h"
#include "mtr-cli-formats.h"
#include "mtr-export-error.h"

#include <glib/gi18n-lib.h>

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  mtr_cli_show_progress (_("Writing"), fraction);
}

/* Of several portfolios it has to be said whose it is. */
static void
leaving_cb (const MtrLeaving *leaving,
            gpointer          user_data)
{
  mtr_cli_say_what_leaves (leaving, mtr_document_get_title (leaving->document));
}

static void
warn_of_others (const MtrArchiveOrder *order)
{
  MtrStoreQuery query = MTR_STORE_QUERY_INIT (MTR_KIND_PAIRING);
  gint64 n_pairings = mtr_store_count (order->store, &query, NULL);

  if (order->pairing_id != 0 || n_pairings < 2 || !mtr_archive_reader_is_of_pair (order->reader))
    return;

  mtr_cli_complain (ngettext ("It has what %u pair wrote. To hand it to one of them, choose the pair with --pairing=ID.",
                              "It has what %u pairs wrote. To hand it to one of them, choose the pair with --pairing=ID.",
                              (gulong) n_pairings), (guint) n_pairings);
}

static MtrCliStatus
build (MtrCli          *cli,
       MtrArchiveOrder *order)
{
  const char *path = cli->arguments[1];
  GError *error = NULL;
  MtrCliStatus status;

  status = order->pairing_id != 0 ? mtr_cli_check_pairing (order->store, path, order->pairing_id) : MTR_CLI_OK;
  if (status != MTR_CLI_OK)
    return status;
  warn_of_others (order);
  mtr_cli_check_font (cli);
  if (!mtr_archive_build (order, NULL, NULL, &error))
    return mtr_cli_fail (error, error->domain == MTR_EXPORT_ERROR ? order->path : path);

  return MTR_CLI_OK;
}

/**
 * mtr_cli_export_archive:
 * @cli: arguments: "archive" and the file
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_export_archive (MtrCli *cli)
{
  const MtrCliOptions *options = &cli->options;
  g_autoptr (MtrStore) store = NULL;
  MtrArchiveOrder order = {
    .reader = mtr_archive_reader_find (options->audience),
    .path = options->output,
    .today = cli->today,
    .adjustment = cli->adjustment,
    .progress = progress_cb,
    .leaving = leaving_cb,
  };
  MtrCliStatus status;

  if (order.reader == NULL || order.path == NULL || options->format != NULL || options->paper != NULL)
    {
      mtr_cli_complain (_("Use it as: mentoring-cli %s %s"), "export",
                        "archive FILE --audience=mine|pair|assessment|programme --output=PATH [--pairing=ID]");
      return MTR_CLI_USAGE;
    }
  if (options->pairing != NULL && !mtr_cli_parse_id (options->pairing, &order.pairing_id))
    {
      mtr_cli_complain (_("“%s” is not an id. “mentoring-cli list pairings” shows them."), options->pairing);
      return MTR_CLI_USAGE;
    }
  store = mtr_cli_open (cli, cli->arguments[1]);
  if (store == NULL)
    return MTR_CLI_FILE;

  order.store = store;
  status = build (cli, &order);
  mtr_store_close (store);

  return status;
}
