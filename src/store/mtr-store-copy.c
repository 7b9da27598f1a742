/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a copy of the whole file through the same connection, so that what
 * was written last is in it and no other reader gets in the way of a writer.
 * It is made in slices, so that what somebody types meanwhile is written
 * between them; SQLite puts that into the copy too.
 */

#include "mtr-store-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PAGES_A_STEP 64
/* A slice, in microseconds: shorter than anybody notices. */
#define SLICE_US 10000

struct _MtrStoreCopy {
  MtrStoreFile   *file;       /* (unowned): outlives the copy */
  char           *path;       /* (owned): where it goes */
  char           *temporary;  /* (owned) (nullable): where it is made; NULL once it has its name */
  sqlite3        *target;     /* (owned) (nullable) */
  sqlite3_backup *backup;     /* (owned) (nullable) */
};

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
 * mtr_store_copy_begin:
 * @file: a file
 * @path: where the copy goes; what is there already is replaced when the copy is whole
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a copy that has nothing in it yet; free it with mtr_store_copy_free() before the
 *   file is closed, in its thread
 */
MtrStoreCopy *
mtr_store_copy_begin (MtrStoreFile *file,
                      const char   *path,
                      GError      **error)
{
  MtrStoreCopy *copy;
  char *temporary;
  int code;

  mtr_store_file_assert_thread (file);

  temporary = mtr_store_make_temporary (path, error);
  if (temporary == NULL)
    return NULL;

  copy = g_new0 (MtrStoreCopy, 1);
  copy->file = file;
  copy->path = g_strdup (path);
  copy->temporary = temporary;
  code = sqlite3_open_v2 (temporary, &copy->target,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code == SQLITE_OK)
    {
      copy->backup = sqlite3_backup_init (copy->target, "main", file->connection, "main");
      code = copy->backup != NULL ? SQLITE_OK : sqlite3_extended_errcode (copy->target);
    }
  if (code != SQLITE_OK)
    {
      mtr_store_copy_free (copy);
      mtr_store_set_sqlite_error (file, code, error);
      return NULL;
    }

  return copy;
}

/* Everything has been copied: it becomes a file. */
static int
finish (MtrStoreCopy *copy)
{
  int code = sqlite3_backup_finish (g_steal_pointer (&copy->backup));
  int close_code = sqlite3_close (g_steal_pointer (&copy->target));

  if (code == SQLITE_OK)
    code = close_code;
  if (code == SQLITE_OK && (!sync_file (copy->temporary) || g_rename (copy->temporary, copy->path) != 0))
    code = SQLITE_IOERR;
  if (code == SQLITE_OK)
    {
      g_clear_pointer (&copy->temporary, g_free);
      mtr_store_sync_folder (copy->path);
    }

  return code;
}

/**
 * mtr_store_copy_continue:
 * @copy: a copy that is not whole yet
 * @whole: (out): whether it is whole now, on the disk and under its name
 * @error: return location for an error
 *
 * Copies for a hundredth of a second.
 *
 * Returns: whether that went well; if not, the copy is of no use
 */
gboolean
mtr_store_copy_continue (MtrStoreCopy *copy,
                         gboolean     *whole,
                         GError      **error)
{
  MtrStoreFile *file = copy->file;
  gint64 end_us = g_get_monotonic_time () + SLICE_US;
  int code;

  mtr_store_file_assert_thread (file);

  do
    {
      code = sqlite3_backup_step (copy->backup, PAGES_A_STEP);
      if (file->cancellable != NULL && g_cancellable_is_cancelled (file->cancellable))
        code = SQLITE_INTERRUPT;
    }
  while (code == SQLITE_OK && g_get_monotonic_time () < end_us);

  *whole = code == SQLITE_DONE;
  if (*whole)
    code = finish (copy);
  if (code != SQLITE_OK)
    mtr_store_set_sqlite_error (file, code, error);

  return code == SQLITE_OK;
}

/**
 * mtr_store_copy_free:
 * @copy: (transfer full): a copy; where it is not whole nothing of it stays
 */
void
mtr_store_copy_free (MtrStoreCopy *copy)
{
  if (copy->backup != NULL)
    sqlite3_backup_finish (copy->backup);
  if (copy->target != NULL)
    sqlite3_close (copy->target);
  if (copy->temporary != NULL)
    mtr_store_remove_temporary (copy->temporary);
  g_free (copy->temporary);
  g_free (copy->path);
  g_free (copy);
}

/**
 * mtr_store_file_copy:
 * @file: a file
 * @path: where the copy goes; what is there already is replaced when the copy is whole
 * @error: return location for an error
 *
 * Copies everything at once.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
mtr_store_file_copy (MtrStoreFile *file,
                     const char   *path,
                     GError      **error)
{
  MtrStoreCopy *copy = mtr_store_copy_begin (file, path, error);
  gboolean whole = FALSE;

  while (copy != NULL && !whole && mtr_store_copy_continue (copy, &whole, error))
    ;
  g_clear_pointer (&copy, mtr_store_copy_free);

  return whole;
}
