/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in words what SQLite says in codes: the only place where a code of
 * SQLite becomes an error of the store.
 */

#include "mtr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (mtr-store-error-quark, mtr_store_error)

/* The primary code stands for all of its extended ones that are not listed. */
static const struct {
  int           code;
  MtrStoreError error;
  const char   *message;
} failures[] = {
  { SQLITE_CONSTRAINT_TRIGGER, MTR_STORE_ERROR_SEALED,
    N_("This record is signed and sealed. It stays as it was signed; an addendum can be added to it.") },
  { SQLITE_CONSTRAINT_FOREIGNKEY, MTR_STORE_ERROR_INVALID,
    N_("Other records refer to this one, so nothing was changed.") },
  { SQLITE_CONSTRAINT, MTR_STORE_ERROR_INVALID,
    N_("A value does not fit its field, so nothing was changed.") },
  { SQLITE_MISMATCH, MTR_STORE_ERROR_INVALID,
    N_("A value does not fit its field, so nothing was changed.") },
  { SQLITE_TOOBIG, MTR_STORE_ERROR_TOO_LARGE,
    N_("This is too large for a programme file, so nothing was changed.") },
  { SQLITE_READONLY_ROLLBACK, MTR_STORE_ERROR_READ_ONLY,
    N_("Saving this file was interrupted, and it cannot be put right where it may not be written to. "
       "Copy it, together with the file beside it that ends in “-journal”, to a folder of your own and open it there.") },
  { SQLITE_READONLY_RECOVERY, MTR_STORE_ERROR_READ_ONLY,
    N_("Saving this file was interrupted, and it cannot be put right where it may not be written to. "
       "Copy it, together with the files beside it, to a folder of your own and open it there.") },
  { SQLITE_READONLY, MTR_STORE_ERROR_READ_ONLY,
    N_("This file can only be read, so nothing was changed. Save a copy to work on it.") },
  { SQLITE_FULL, MTR_STORE_ERROR_DISK_FULL,
    N_("Not saved: there is no room left on the disk. What was saved before is safe; make room and try again.") },
  { SQLITE_BUSY, MTR_STORE_ERROR_LOCKED,
    N_("Another program is using this file at this moment. Nothing was changed; try again, or close it there.") },
  { SQLITE_LOCKED, MTR_STORE_ERROR_LOCKED,
    N_("Another program is using this file at this moment. Nothing was changed; try again, or close it there.") },
  { SQLITE_PROTOCOL, MTR_STORE_ERROR_LOCKED,
    N_("Another program is using this file at this moment. Nothing was changed; try again, or close it there.") },
  { SQLITE_PERM, MTR_STORE_ERROR_PERMISSION,
    N_("You do not have permission to use this file. Ask whoever owns it.") },
  { SQLITE_AUTH, MTR_STORE_ERROR_PERMISSION,
    N_("This is not allowed in a programme file, so nothing was changed.") },
  { SQLITE_NOTADB, MTR_STORE_ERROR_NOT_OURS,
    N_("This is not a programme file. Nothing in it was changed.") },
  { SQLITE_CORRUPT, MTR_STORE_ERROR_CORRUPT,
    N_("This file is damaged. Nothing in it was changed; open the newest backup of it.") },
  { SQLITE_CANTOPEN, MTR_STORE_ERROR_IO,
    N_("The file could not be opened, or nothing can be written in its folder. What was saved before is safe.") },
  { SQLITE_IOERR, MTR_STORE_ERROR_IO,
    N_("The disk reported a fault. What was saved before is safe; try again, and save a copy on another disk.") },
  { SQLITE_NOMEM, MTR_STORE_ERROR_IO,
    N_("There is not enough memory for this. What was saved before is safe.") },
};

/**
 * mtr_store_set_error:
 * @error: (nullable): where to put it
 * @code: what is wrong
 * @format: a sentence for a person
 *
 * Sets an error of the store.
 */
void
mtr_store_set_error (GError      **error,
                     MtrStoreError code,
                     const char   *format,
                     ...)
{
  va_list arguments;

  if (error == NULL)
    return;

  va_start (arguments, format);
  *error = g_error_new_valist (MTR_STORE_ERROR, (int) code, format, arguments);
  va_end (arguments);
}

static int
find_failure (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].code == code)
      return (int) i;

  return -1;
}

/**
 * mtr_store_set_sqlite_error:
 * @file: the file it happened to
 * @code: extended result code of SQLite
 * @error: (nullable): where to put it
 *
 * Sets the error of the store that @code stands for.
 */
void
mtr_store_set_sqlite_error (MtrStoreFile *file,
                            int           code,
                            GError      **error)
{
  int position = find_failure (code);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
      return;
    }

  if (position < 0)
    position = find_failure (code & 0xff);
  if (position >= 0)
    mtr_store_set_error (error, failures[position].error, "%s", _(failures[position].message));
  else
    /* What is left is a table or a column that is not there. */
    mtr_store_set_error (error, MTR_STORE_ERROR_CORRUPT,
                         /* Translators: %s is technical, in English, for whoever is asked for help. */
                         _("This file is not as this program makes it. Nothing in it was changed; open the newest backup "
                           "of it (%s)."),
                         file != NULL && file->connection != NULL ? sqlite3_errmsg (file->connection)
                                                                  : sqlite3_errstr (code));
}
