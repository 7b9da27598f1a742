/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every command does with a file: open it, and say in words why it could
 * not be used.
 */

#include "mtr-cli.h"

#include "mtr-date.h"
#include "mtr-document-error.h"
#include "mtr-export-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

static const struct {
  MtrStoreError  code;
  const char    *words;
} store_words[] = {
  { MTR_STORE_ERROR_NOT_FOUND, N_("there is no such file. Check the path.") },
  { MTR_STORE_ERROR_NOT_OURS, N_("this is not a mentoring programme. It was left as it is.") },
  { MTR_STORE_ERROR_NEWER, N_("this was made by a newer version. It was left as it is; update Mentoring to use it.") },
  { MTR_STORE_ERROR_TRUNCATED, N_("this is not complete: its end is missing. It was left as it is; copy it again, or use a backup.") },
  { MTR_STORE_ERROR_CORRUPT, N_("this is damaged. It was left as it is; use a backup.") },
  { MTR_STORE_ERROR_LOCKED, N_("another program is using it. Nothing was changed; close it there, then try again.") },
  { MTR_STORE_ERROR_PERMISSION, N_("you have no permission to use it. Nothing was changed.") },
  { MTR_STORE_ERROR_READ_ONLY, N_("it can only be read, so this was not done.") },
  { MTR_STORE_ERROR_DISK_FULL, N_("the disk is full. What was there before is unchanged; make room, then try again.") },
  { MTR_STORE_ERROR_IO, N_("the disk does not answer. What was there before is unchanged.") },
  { MTR_STORE_ERROR_NO_FOLDER, N_("its folder does not exist, so nothing was written. Make the folder first, or choose another.") },
  { MTR_STORE_ERROR_LINK_LOOP, N_("this is a link that leads back to itself, and to no file. Give the path of the file itself.") },
  { MTR_STORE_ERROR_NAME_TOO_LONG, N_("this name is too long. Nothing was changed; choose a shorter one.") },
  { MTR_STORE_ERROR_EXISTS, N_("there is a file of that name already. It was left as it is; choose another name.") },
};

/**
 * mtr_cli_fail:
 * @error: (transfer full): what went wrong
 * @path: the file it went wrong with
 *
 * Says on standard error what happened and what to do.
 *
 * Returns: the exit status for a file that cannot be used
 */
MtrCliStatus
mtr_cli_fail (GError     *error,
              const char *path)
{
  G_GNUC_UNUSED g_autoptr (GError) owned = error;

  if (error->domain == MTR_STORE_ERROR)
    for (gsize i = 0; i < G_N_ELEMENTS (store_words); i++)
      if ((int) store_words[i].code == error->code)
        {
          mtr_cli_complain ("%s: %s", path, _(store_words[i].words));
          return MTR_CLI_FILE;
        }
  mtr_cli_complain ("%s: %s", path, error->message);

  return MTR_CLI_FILE;
}

/**
 * mtr_cli_check_path:
 * @path: the path of a file, as typed
 *
 * An empty one comes from a variable in a script that was never set; that has been said when it returns %FALSE.
 *
 * Returns: whether it is a path
 */
gboolean
mtr_cli_check_path (const char *path)
{
  if (*path != '\0')
    return TRUE;

  mtr_cli_complain ("%s", _("The path of the file is empty. Say which file."));

  return FALSE;
}

/**
 * mtr_cli_parse_date:
 * @typed: what was typed after an option
 * @date: (out): the day
 *
 * The years are those that an import takes: what is reckoned from a day has room on both sides.
 *
 * Returns: whether it is an ISO date of the years 1900 to 2199
 */
gboolean
mtr_cli_parse_date (const char *typed,
                    GDate      *date)
{
  return mtr_date_from_iso (typed, date) && g_date_get_year (date) >= FIRST_YEAR && g_date_get_year (date) <= LAST_YEAR;
}

/**
 * mtr_cli_open:
 * @cli: what the command works with
 * @path: a programme file
 *
 * Opens a file; a refusal has been said when it returns %NULL.
 *
 * Returns: (transfer full) (nullable): the open file
 */
MtrStore *
mtr_cli_open (MtrCli     *cli,
              const char *path)
{
  GError *error = NULL;
  MtrStore *store;

  if (!mtr_cli_check_path (path))
    return NULL;
  store = mtr_store_open (path, mtr_pack_library_look_up, cli->library, &error);
  if (store == NULL)
    mtr_cli_fail (error, path);
  else if (mtr_store_get_read_only (store) == MTR_STORE_READ_ONLY_NEWER)
    mtr_cli_complain (_("%s: this was made by a newer version. What this version knows of it is read, and nothing is changed."),
                      path);

  return store;
}

/**
 * mtr_cli_check_pairing:
 * @store: an open file
 * @path: its path, as it was given
 * @id: id of a pairing that was asked for
 *
 * Returns: %MTR_CLI_OK where it is in the file; else a refusal has been said
 */
MtrCliStatus
mtr_cli_check_pairing (MtrStore   *store,
                       const char *path,
                       gint64      id)
{
  GError *error = NULL;
  g_autoptr (MtrSnapshot) found = mtr_store_load (store, MTR_SCOPE_RECORD, MTR_KIND_PAIRING, id, MTR_READER_LEAD, &error);
  g_autofree char *typed = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (found == NULL)
    return mtr_cli_fail (error, path);
  if (mtr_snapshot_get (found, MTR_KIND_PAIRING, id) != NULL)
    return MTR_CLI_OK;

  mtr_cli_complain (_("There is no pairing %s in %s. “mentoring-cli list pairings” shows them."), typed, path);

  return MTR_CLI_USAGE;
}
