/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that writes the programme's year for a calendar. */

#include "mtr-cli.h"

#include "mtr-calendar-writer.h"
#include "mtr-date.h"
#include "mtr-file-replace.h"

#include <glib/gi18n-lib.h>

static char *
dup_moment (MtrCli *cli)
{
  g_autofree char *day = NULL;

  if (cli->options.as_at == NULL)
    return mtr_moment_from_unix_us (g_get_real_time ());
  day = mtr_date_to_iso (&cli->today);

  return g_strconcat (day, "T00:00:00Z", NULL);
}

static GBytes *
write_calendar (MtrCli    *cli,
                MtrStore  *store,
                guint     *n_occasions,
                GError   **error)
{
  g_autoptr (MtrSnapshot) snapshot = mtr_store_load (store, MTR_SCOPE_YEAR, MTR_KIND_PROGRAMME, 0, MTR_READER_LEAD,
                                                     error);
  g_autoptr (GHashTable) packs = NULL;
  g_autoptr (GPtrArray) occasions = NULL;
  g_autofree char *moment = dup_moment (cli);
  GDate from, to;

  if (snapshot == NULL)
    return NULL;

  packs = mtr_store_collect_packs (store, snapshot);
  mtr_occasion_get_calendar_days (&cli->today, &from, &to);
  occasions = mtr_occasion_list (snapshot, packs, &from, &to);
  *n_occasions = occasions->len;

  return mtr_calendar_write (occasions, NULL, moment, cli->options.with_names, error);
}

/**
 * mtr_cli_calendar:
 * @cli: arguments: the file
 *
 * Writes what was on in the last twelve months, and everything that is still to come, for a calendar.
 *
 * Returns: the exit status
 */
MtrCliStatus
mtr_cli_calendar (MtrCli *cli)
{
  const char *path = cli->arguments[0];
  g_autoptr (MtrStore) store = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  guint n_occasions = 0;

  if (cli->options.output == NULL)
    {
      mtr_cli_complain (_("Say where to: --output=PATH."));
      return MTR_CLI_USAGE;
    }
  store = mtr_cli_open (cli, path);
  if (store == NULL)
    return MTR_CLI_FILE;

  bytes = write_calendar (cli, store, &n_occasions, &error);
  mtr_store_close (store);
  if (bytes == NULL)
    return mtr_cli_fail (error, path);
  if (!mtr_file_replace (cli->options.output, bytes, &error))
    return mtr_cli_fail (error, cli->options.output);

  g_printerr (g_dngettext (GETTEXT_PACKAGE, "Written: %u entry.\n", "Written: %u entries.\n", n_occasions), n_occasions);

  return MTR_CLI_OK;
}
