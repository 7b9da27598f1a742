/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a copy of the whole file through the same connection, so that what
 * was written last is in it and no other reader gets in the way of a writer.
 */

#include "mtr-store-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PAGES_A_STEP 256

static int
copy_pages (MtrStoreFile *file,
            sqlite3      *target)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", file->connection, "main");
  int code;

  if (backup == NULL)
    return sqlite3_extended_errcode (target);

  do
    {
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      if (file->cancellable != NULL && g_cancellable_is_cancelled (file->cancellable))
        code = SQLITE_INTERRUPT;
    }
  while (code == SQLITE_OK);
  sqlite3_backup_finish (backup);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static gboolean
sync_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);

  return done;
}

/**
 * mtr_store_file_copy:
 * @file: a file
 * @path: where the copy goes; what is there already is replaced when the copy is whole
 * @error: return location for an error
 *
 * Returns: whether the copy is on the disk
 */
gboolean
mtr_store_file_copy (MtrStoreFile *file,
                     const char   *path,
                     GError      **error)
{
  g_autofree char *temporary = mtr_store_make_temporary (path, error);
  sqlite3 *target = NULL;
  int code, close_code;

  mtr_store_file_assert_thread (file);

  if (temporary == NULL)
    return FALSE;

  code = sqlite3_open_v2 (temporary, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code == SQLITE_OK)
    code = copy_pages (file, target);
  close_code = sqlite3_close (target);
  if (code == SQLITE_OK)
    code = close_code;
  if (code == SQLITE_OK && (!sync_file (temporary) || g_rename (temporary, path) != 0))
    code = SQLITE_IOERR;
  if (code != SQLITE_OK)
    {
      mtr_store_remove_temporary (temporary);
      mtr_store_set_sqlite_error (file, code, error);
      return FALSE;
    }
  mtr_store_sync_folder (path);

  return TRUE;
}
